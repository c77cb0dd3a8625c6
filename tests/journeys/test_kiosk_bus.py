"""Whole visits of a kiosk over the real accessibility bus, by names alone, on a virtual screen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from bus import SYSTEM_PYTHON, assert_in_order, names, what_is_missing
from said import belief_line, verdict_line
from virtual_screen import missing_tools, virtual_screen

from quiz.packs.shelf import open_shelf

ROOT = Path(__file__).parents[2]
READER = Path(__file__).parent / "kiosk_bus_reader.py"
HASTY = ROOT / "tests" / "shared" / "hasty_kiosk.py"
pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing_tools("xdotool")), reason=missing_tools("xdotool") or "-"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three questions."""
    from small_pack import write_small_pack

    folder = tmp_path_factory.mktemp("site")
    content = write_small_pack(folder / "content")
    for file in (content / "sleep" / "questions").iterdir():
        text = file.read_text("utf-8")
        if file.stem == "nights":
            text = text.replace(
                "  reviewed: 2026-11-23\n", "  reviewed: 2026-11-23\n  attract: true\n"
            )
        file.write_text(text, "utf-8")
    path = folder / "kiosk.yaml"
    path.write_text(
        "content: content\nquestions: 3\nscreen_width_mm: 476\n"
        "idle: {question: 30, explanation: 30, warning: 20}\n"
    )
    return path


def visited(how: str, program: str, site: Path) -> dict:
    """What was read on the bus by who did this at a kiosk started as `program`."""
    if reason := what_is_missing():
        pytest.skip(reason)
    script = (
        f'"{sys.executable}" -B {program} --seed 5 --site "{site}" >&2 & '
        f"{SYSTEM_PYTHON} -B {READER} {how} $! || {{ kill $!; wait $!; exit 3; }}; "
        "kill $!; wait $!; exit 0"
    )
    with virtual_screen() as environment:
        environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", script],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1])  # the registry says that it runs, before that


@pytest.fixture(scope="module")
def heard(site) -> dict:
    """A whole visit, a second round that was left, and the next visitor."""
    return visited("whole", f'"{ROOT}/main.py" kiosk', site)


@pytest.fixture(scope="module")
def alone(site) -> dict:
    """Somebody who presses on the bus alone, does nothing for a while, and goes."""
    return visited("walks-away", f'"{HASTY}"', site)


@pytest.fixture(scope="module")
def pack(site):
    """What is asked from."""
    return open_shelf(site.parent / "content").read().packs[0]


@pytest.fixture(scope="module")
def questions(pack) -> dict:
    """The questions by their statements."""
    return {question.statement: question for question in pack.questions}


def pages_of(heard: dict) -> list[dict]:
    """Every page that was read, in turn."""
    pages = [heard["welcome"]]
    for turn in heard["turns"]:
        pages += [turn["asked"], *turn["pages"]]
    return [*pages, *heard["results"], heard["again"], heard["left"], heard["next"]]


def asked_in(turn: dict, questions: dict):
    """The question of one turn."""
    return questions[next(name for name in names(turn["asked"]["read"]) if name in questions)]


def test_the_resting_screen_says_a_fact_and_who_says_so(heard, pack):
    read = names(heard["attract"])
    assert_in_order(read, "Did you know?", "This is the fact about ", "Source: ", "Touch to start")
    assert any(q.fact in read for q in pack.questions if q.attract)
    assert not any(q.statement in read for q in pack.questions)
    pressed = [name for name, role in heard["attract"] if role in ("push button", "button")]
    assert pressed == ["Touch to start"]


def test_every_page_has_the_way_out_and_no_name_twice(heard):
    for page in pages_of(heard):
        assert page["buttons"][-1] == "I'm done"
        assert page["buttons"][-2].startswith("Aa: ")
        assert [name for name, times in Counter(page["buttons"]).items() if times > 1] == []


def test_the_fixed_names_are_there(heard):
    assert "Start" in heard["welcome"]["buttons"]
    for turn in heard["turns"]:
        assert turn["asked"]["buttons"][:3] == ["Myth", "Reality", "Skip"]
    ways = [{*page["buttons"]} & {"Next", "Results"} for t in heard["turns"] for page in t["pages"]]
    assert {"Next"} in ways
    assert {"Results"} in ways
    assert all("New round" in page["buttons"] for page in heard["results"])


def test_a_visitor_hears_what_is_kept_before_beginning(heard):
    assert_in_order(names(heard["welcome"]["read"]), "Nothing you do here is stored.", "Start")


def test_each_statement_is_read_before_its_answers_and_nothing_is_given_away(heard, questions):
    for turn in heard["turns"]:
        asked = names(turn["asked"]["read"])
        question = asked_in(turn, questions)
        assert_in_order(asked, question.statement, "Myth", "Reality", "Skip", " of 3")
        assert question.fact not in " ".join(asked)


def test_a_reveal_is_read_verdict_first_over_all_its_pages(heard, questions):
    for turn in heard["turns"]:
        question = asked_in(turn, questions)
        verdict = "Myth" if question.verdict.value == "myth" else "Reality"
        said = {"Skip": "Skipped"}.get(
            turn["answer"],
            ("Right: you said " if turn["answer"] == verdict else "Not this time: you said ")
            + turn["answer"],
        )
        line = f"{said}. {verdict_line(question)}"
        assert turn["pages"][0]["focus"] == line
        read = [name for page in turn["pages"] for name in names(page["read"])]
        citation = question.citations[0]
        assert_in_order(
            read,
            said,
            line,
            question.detail,
            belief_line(question),
            question.why,
            question.takeaway,
            "Who says so?",
            citation.source.title,
            citation.supports,
            citation.locator,
        )


def test_the_statement_is_said_no_more_once_the_verdict_is_out(heard, questions):
    for turn in heard["turns"]:
        statement = asked_in(turn, questions).statement
        for page in (*turn["pages"], *heard["results"]):
            assert statement not in " ".join(names(page["read"]))


def test_a_page_is_read_from_its_beginning(heard):
    for page in pages_of(heard):
        texts = [name for name, role in page["read"] if role == "label"]
        # A line that says how it went stands before the one that begins with the same words.
        assert any(page["focus"] == text for text in texts[:2])


def test_the_results_are_read_with_every_fact_and_its_source(heard, questions):
    read = [name for page in heard["results"] for name in names(page["read"])]
    assert_in_order(read, "Right at the first try", " of 2 answered", "1 skipped", "take away")
    for turn in heard["turns"]:
        assert_in_order(read, asked_in(turn, questions).fact, "Example, 1994")


def test_nothing_of_a_visitor_is_on_the_bus_afterwards(heard, questions):
    assert heard["rest"][2][0] == heard["attract"][2][0]
    assert heard["next"] == heard["welcome"]
    assert_forgotten(heard["everything"], questions)


def test_a_press_on_the_bus_is_a_sign_of_life(alone):
    """Who reads and presses with assistive technology sends the window no touch and no key."""
    for read in alone["busy"]:
        assert "Are you still there?" not in read


def test_the_warning_is_read_and_has_the_focus(alone):
    read = names(alone["warning"]["read"])
    assert_in_order(
        read, "Are you still there?", "answers are forgotten", "Touch anywhere to go on"
    )
    assert alone["warning"]["focus"].startswith("Are you still there? In ")
    assert alone["warning"]["focus"].endswith(" Touch anywhere to go on.")


def test_after_the_warning_it_goes_on_at_the_same_place(alone):
    assert alone["after"] == alone["page"]


def test_nothing_of_who_walked_away_is_on_the_bus(alone, questions):
    assert_forgotten(alone["everything"], questions)


def assert_forgotten(everything: list[str], questions: dict) -> None:
    said = "\n".join(everything)
    for question in questions.values():
        assert question.statement not in said
        if not question.attract:
            assert question.fact not in said
            assert question.takeaway not in said
    for words in (
        "Right: ",
        "Not this time",
        "Skipped",
        " of 3",
        "Finished",
        "I'm done",
        "forgotten",
    ):
        assert words not in said
