"""The command line: what is understood, what holds over what, and wrong use in one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quiz import options, paths

ROOT = Path(__file__).resolve().parents[1]


def read(words: str) -> options.Options:
    return options.read(words.split())


def test_without_words_it_is_the_private_place_and_nothing_is_loaded_for_it():
    program = (
        "import sys; from quiz import options; asked = options.read([])\n"
        "print(asked.command, 'argparse' in sys.modules, 'PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-B", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "private False False\n"


@pytest.mark.parametrize("words", ["", "class", "kiosk", "check", "simulate", "kiosk check"])
def test_the_content_is_that_of_the_program_when_none_is_named(words):
    assert read(words).content == paths.CONTENT


def test_what_every_place_takes_stands_before_or_after_the_command():
    before = read("--topics a,b --questions 3 --age-band 12-15 --language de kiosk")
    after = read("kiosk --topics a,b --questions 3 --age-band 12-15 --language de")
    for asked in (before, after):
        assert asked.topics == ("a", "b")
        assert asked.questions == 3
        assert asked.age_band.value == "12-15"
        assert asked.language == "de"


@pytest.mark.parametrize(
    ("words", "task", "site"),
    [
        ("kiosk", None, None),
        ("kiosk --site a.yaml", None, "a.yaml"),
        ("kiosk check", "check", None),
        ("kiosk check --site a.yaml", "check", "a.yaml"),
        ("kiosk --site a.yaml check", "check", "a.yaml"),
        ("kiosk --site a.yaml check --site b.yaml", "check", "b.yaml"),
        ("kiosk card", "card", None),
        ("kiosk card --site a.yaml", "card", "a.yaml"),
        ("kiosk --site a.yaml pin", "pin", "a.yaml"),
    ],
)
def test_the_tasks_of_a_kiosk_and_its_site_file(words, task, site):
    asked = read(words)
    assert asked.command == "kiosk"
    assert asked.rest.task == task
    assert asked.rest.site == (Path(site) if site else None)
    assert asked.rest.content is None


def test_content_that_is_named_for_a_kiosk_is_told_from_the_usual():
    assert read("kiosk --content content").rest.content == Path("content")
    assert read("--content content kiosk check").rest.content == Path("content")


def test_what_the_parent_adds_is_understood_after_all_else():
    asked = read("--content c kiosk --site a.yaml --topics x --watched --shipped-content-only")
    assert asked.rest.watched
    assert asked.rest.shipped_content_only
    assert asked.topics == ("x",)
    plain = read("kiosk")
    assert not plain.rest.watched
    assert not plain.rest.shipped_content_only


def test_the_file_of_the_card():
    assert read("kiosk card").rest.file == Path("kiosk-card.pdf")
    asked = read("kiosk card front.pdf --paper letter")
    assert (asked.rest.file, asked.rest.paper) == (Path("front.pdf"), "letter")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("kiosk clean", "invalid choice: 'clean' (choose from "),
        ("kiosk card --paper a3", "invalid choice: 'a3' (choose from "),
        ("kiosk --site", "argument --site: expected one argument"),
        ("kiosk --questions 0", "argument --questions: '0' is not a number from 1 to 1000"),
        ("--topics , kiosk", "argument --topics: name at least one topic"),
        ("kiosk check --topics a", "unrecognized arguments: --topics a"),
        ("kiosk card --questions 3", "unrecognized arguments: --questions"),
        ("--seed 0 check", "--seed does nothing with check: leave it out"),
        ("--reviews f class", "--reviews does nothing with class: leave it out"),
        ("--content c schema", "--content does nothing with schema: leave it out"),
    ],
)
def test_wrong_use_ends_with_a_sentence_and_2(words, sentence, capsys):
    with pytest.raises(SystemExit) as ended:
        read(words)
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_how_it_looks_may_be_said_everywhere():
    for place in ("", "class ", "kiosk ", "simulate "):
        words = f"{place}--text-size 150 --theme dark"
        asked = read(words)
        assert (asked.text_size, asked.theme) == (150, "dark")


def test_help_names_the_kinds_of_schema(capsys):
    from quiz.packs.schema import FILES

    assert set(FILES) == set(options.KINDS)
    with pytest.raises(SystemExit):
        read("schema --help")
    told = " ".join(capsys.readouterr().out.split())
    assert "pack, sources, questions, plan, site or helplines; questions if not said" in told


def test_help_names_what_staff_type_and_not_what_the_kiosk_says_to_itself(capsys):
    with pytest.raises(SystemExit) as ended:
        read("kiosk --help")
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("--site FILE", "check", "card", "pin"))
    assert "watched" not in told
    assert "--theme" not in told
    assert "shipped" not in told
