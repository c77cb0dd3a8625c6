"""A whole round over the real accessibility bus, by names alone, on a virtual screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bus import SYSTEM_PYTHON, assert_in_order, names, what_is_missing
from said import belief_line, verdict_line
from virtual_screen import virtual_screen

from quiz.packs.shelf import open_shelf

ROOT = Path(__file__).parents[2]
READER = Path(__file__).parent / "bus_reader.py"
QUESTIONS = 6


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What was read on the bus in one round that ended with "Leave quickly"."""
    if reason := what_is_missing():
        pytest.skip(reason)
    from small_pack import write_small_pack

    content = write_small_pack(tmp_path_factory.mktemp("bus"))
    script = (
        f'"{sys.executable}" -B "{ROOT}/main.py" --content "{content}" --seed 5 '
        f"--questions {QUESTIONS} & "
        f'{SYSTEM_PYTHON} -B "{READER}" $! {QUESTIONS} || {{ kill $!; exit 3; }}; wait $!; '
        'echo "ended with $?" >&2'
    )
    with virtual_screen() as environment:
        environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONFAULTHANDLER": "1"}
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", script],
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()[-1]  # the registry says that it runs, before that
    return {**json.loads(said), "errors": done.stderr, "content": content}


@pytest.fixture(scope="module")
def questions(heard) -> dict:
    """The questions by their statements."""
    pack = open_shelf(heard["content"]).read().packs[0]
    return {question.statement: question for question in pack.questions}


def test_the_start_screen_has_its_fixed_names(heard):
    buttons = {name for name, role in heard["start"] if role in ("push button", "button")}
    assert {"Start", "Leave quickly", "All sources (3)"} <= buttons


def test_each_statement_is_read_before_its_three_answers(heard, questions):
    for turn in heard["rounds"]:
        asked = names(turn["asked"])
        statement = next(text for text in asked if text in questions)
        assert_in_order(asked, statement, "Myth", "Reality", "Skip")
        assert questions[statement].fact not in " ".join(asked)


def test_each_reveal_is_read_verdict_first_and_way_on_last(heard, questions):
    outcomes = set()
    for number, turn in enumerate(heard["rounds"]):
        statement = next(text for text in names(turn["asked"]) if text in questions)
        question = questions[statement]
        assert_in_order(
            names(turn["shown"]),
            verdict_line(question),
            question.detail,
            belief_line(question),
            question.why,
            question.takeaway,
            "Who says so?",
            question.citations[0].source.title,
            question.citations[0].supports,
            question.citations[0].locator,
            "Last checked in ",
            "Copy citation",
            "Results" if number == QUESTIONS - 1 else "Next",
        )
        assert turn["focus"].endswith(verdict_line(question))
        outcomes.add(turn["focus"].split(":")[0].split(".")[0])
    assert "Skipped" in outcomes
    assert outcomes & {"Right", "Not this time"}


def test_the_results_are_read_with_every_fact_and_its_source(heard, questions):
    read = names(heard["results"])
    for turn in heard["rounds"]:
        statement = next(text for text in names(turn["asked"]) if text in questions)
        assert questions[statement].fact in read
    assert sum(name.startswith("Source: ") for name in read) == QUESTIONS
    assert any(name.startswith("Right at the first try: ") for name in read)


def test_leave_quickly_pressed_on_the_bus_ends_the_quiz(heard):
    assert "ended with 0" in heard["errors"]
