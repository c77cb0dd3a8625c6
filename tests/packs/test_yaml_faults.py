"""What is no YAML is told in plain sentences where it began, and costs only its own question."""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pack_example import FIRST, QUESTIONS, SECOND, SOURCES, spoilt, write_pack

from quiz.packs import parsers, strict_yaml, yaml_faults
from quiz.packs.reader import read_pack
from quiz.packs.yaml_faults import translated

S = "A short nap after lunch can make people more alert for a while."
D = "  difficulty: 1\n"
QUOTES = "Put the whole text in double quotes."
COLUMN = "Begin the fields of one record in the same column, with spaces before them."
CLOSE = 'Close them with the same sign, and write " inside double quotes as \\".'
BRACKETS = "Write it like [first, second] or {name: value, other: value}."
NAME = "Write a field as 'name: text'; put a text that begins with ? [ or { in double quotes."
BACKSLASH = "a backslash in double quotes does not stand for itself. Write two backslashes, or put the text in single quotes."
ENTRY = "a list goes on with something that is no entry. Begin each entry with a dash and a space, in the same column as the one before."
STRAY = "this line is neither a field nor part of a text. Write a field as 'name: text', and begin the lines of a long text with more spaces."
NOWHERE = "something stands here that belongs to nothing. Begin each record in the same column as the one before."
DEEP = "values are nested more than 12 deep. Nothing in a pack goes deeper than 5."

# What is put in place of what, and where and how it is told.
FAULTS = {
    "colon": (
        S,
        "Sex: a talk",
        "2:17",
        f"a colon and a space stand inside a text without quotes. {QUOTES}",
    ),
    "colon after quotes": (
        S,
        'A "nap": a talk',
        "2:21",
        f"a colon and a space stand inside a text without quotes. {QUOTES}",
    ),
    "tab before a field": (
        D,
        "\tdifficulty: 1\n",
        "16:1",
        "a tab stands where only spaces may. Put spaces in place of the tab.",
    ),
    "tab after spaces": (
        D,
        "  \tdifficulty: 1\n",
        "16:3",
        "a tab stands where only spaces may. Put spaces in place of the tab.",
    ),
    "further in": (
        D,
        "  difficulty: 1\n    x: y\n",
        "17:6",
        f"this line is further in than the line before. {COLUMN}",
    ),
    "further in, after a list": (D, "    difficulty: 1\n", "16:5", ENTRY),
    "further out": (D, " difficulty: 1\n", "16:2", ENTRY),
    "outside": (D, "difficulty: 1\n", "16:1", ENTRY),
    "double quotes not closed": (
        S,
        '"A short nap',
        "2:14",
        f"the quotes that open here are closed only by other quotes below. {CLOSE}",
    ),
    "single quotes not closed": (
        S,
        "'A short nap",
        "2:14",
        f"the quotes that open here are never closed. {CLOSE}",
    ),
    "text after quotes": (
        S,
        '"A short" nap',
        "2:24",
        'the text goes on after its closing quotes. Put all of it inside the quotes, and write " inside double quotes as \\".',
    ),
    "bracket not closed": (
        "[U5.2]",
        "[U5.2",
        "18:11",
        f"a list or group in brackets is not closed, or lacks a comma. {BRACKETS}",
    ),
    "brace not closed": (
        "  unesco: [U5.2]",
        "  unesco: {a: b",
        "18:11",
        f"a list or group in brackets is not closed, or lacks a comma. {BRACKETS}",
    ),
    "backslash": (S, '"A \\d nap"', "2:17", BACKSLASH),
    "begins with @": (S, "@home", "2:14", f"a text without quotes begins with @. {QUOTES}"),
    "begins with %": (S, "%home", "2:14", f"a text without quotes begins with %. {QUOTES}"),
    "begins with -": (
        S,
        "- home",
        "2:14",
        f"a dash and a space stand where a text begins. {QUOTES}",
    ),
    "begins with ?": (S, "? home", "2:14", f"a text without quotes begins with ?. {QUOTES}"),
    "begins with ,": (S, ", home", "2:14", f"a text without quotes begins with ,. {QUOTES}"),
    "begins with &": (S, "& home", "2:15", f"a text without quotes begins with & or *. {QUOTES}"),
    "begins with *": (S, "*home people", "2:20", f"a text without quotes begins with *. {QUOTES}"),
    "begins with !": (S, "!ho!me people", "2:14", f"a text without quotes begins with !. {QUOTES}"),
    "begins with |": (S, "| home", "2:16", f"a text without quotes begins with | or >. {QUOTES}"),
    "begins with >": (S, ">home", "2:15", f"a text without quotes begins with | or >. {QUOTES}"),
    "begins with [": (
        S,
        "[sic] people nap",
        "2:20",
        f"a text without quotes begins with [. {QUOTES}",
    ),
    "begins with {": (
        S,
        "{sic} people nap",
        "2:20",
        f"a text without quotes begins with {{. {QUOTES}",
    ),
    "no colon": (D, "  difficulty 1\n", "16:3", STRAY),
    "no space": (D, "  difficulty:1\n", "16:3", STRAY),
    "stray words": (D, D + "stray words\n", "17:1", STRAY),
    "second document": (
        D,
        D + "---\n",
        "17:1",
        "a second document begins here. Take out the line '---'.",
    ),
    "end of document": (D, D + "...\n", "18:3", NOWHERE),
    "NUL": (
        S,
        "A nap\0",
        "2:19",
        "a character that cannot be seen (code 00) is in the file. Delete it, or type the text anew.",
    ),
    "record without a space": (
        D,
        D + "-id: b\n",
        "17:1",
        "no space follows the dash. Write '- ' before the first field of a record.",
    ),
    "list in a record": (
        D,
        "  - difficulty: 1\n",
        "16:3",
        f"this line does not begin in the same column as the fields above it. {COLUMN}",
    ),
    "list as a name": (
        D,
        "  ? [a]\n  : b\n",
        "16:5",
        f"the name of a field is not a plain word. {NAME}",
    ),
    "group as a name": (
        D,
        "  {a: b}: c\n",
        "16:3",
        f"the name of a field is not a plain word. {NAME}",
    ),
    "nested too deep": (D, D + "  x: " + "[" * 13 + "]" * 13 + "\n", "17:16", DEEP),
    "nested much too deep": (D, D + "  x: " + "[" * 9000 + "\n", "17:16", DEEP),
}

# Where the parsers look further ahead than one another.
PLACES = {
    ("nested much too deep", "in C"): "17:1004",
    ("backslash", "in Python"): "2:18",
}


@pytest.fixture(params=["in C", "in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's parsers."""
    if request.param == "in Python":
        for module in (strict_yaml, yaml_faults):
            monkeypatch.setattr(module, "new_parser", parsers.PythonParser)
    return str(request.param)


@pytest.mark.parametrize("fault", FAULTS)
def test_it_costs_only_its_own_question(tmp_path: Path, fault: str, parser: str) -> None:
    old, new, place, sentence = FAULTS[fault]
    place = PLACES.get((fault, parser), place)
    text = spoilt(FIRST, old, new) + "\n" + SECOND
    reading = read_pack(write_pack(tmp_path / "p", questions=text))
    told = [str(problem) for problem in reading.problems]
    assert told == [f"questions/naps.yaml:{place}: question short-nap-helps: {sentence}"]
    assert reading.pack is not None
    assert [question.id for question in reading.pack.questions] == ["short-nap-helps-b"]


@pytest.mark.parametrize("fault", ["colon", "bracket not closed", "stray words", "second document"])
def test_the_question_before_plays_too(tmp_path: Path, fault: str, parser: str) -> None:
    old, new, _, sentence = FAULTS[fault]
    lone = FIRST.replace("  twin: short-nap-helps-b\n", "")
    third = lone.replace("short-nap-helps", "third")
    text = (
        "# three\n" + lone + spoilt(FIRST.replace("nap-helps\n", "nap-helps-b\n"), old, new) + third
    )
    reading = read_pack(write_pack(tmp_path / "p", questions=text))
    (problem,) = reading.problems
    assert (problem.where, f"{problem.what}. {problem.hint}") == (
        "question short-nap-helps-b",
        sentence,
    )
    assert problem.line > 25
    assert reading.pack is not None
    assert [question.id for question in reading.pack.questions] == ["short-nap-helps", "third"]


def test_broken_sources_are_read_one_by_one(tmp_path: Path, parser: str) -> None:
    more = SOURCES.replace("references:\n", "").replace("example-1994", "other")
    sources = "# all\n\n" + SOURCES + spoilt(more, "volume: 151", "volume: *a: b")
    reading = read_pack(write_pack(tmp_path / "p", sources=sources))
    (problem,) = reading.problems
    assert (problem.file, problem.line, problem.where) == ("sources.yaml", 21, "source other")
    assert reading.pack is not None
    assert len(reading.pack.questions) == 2


OUTSIDE = {
    "before the first": ("stray\n" + QUESTIONS, "1:1"),
    "after the last": (QUESTIONS + "stray: x\n", "50:1"),
    "a field first": ("-id: a\n" + FIRST, "2:1"),
    "a directive": ("%YAML 1.1\n%YAML 1.1\n---\n" + QUESTIONS, "2:1"),
    "only a comment, and an odd one": ("# all\x01\n", "1:6"),
    "no list in it": ("a: [\n", "2:1"),
}


@pytest.mark.parametrize("case", OUTSIDE)
def test_faults_outside_of_the_questions(tmp_path: Path, case: str) -> None:
    text, place = OUTSIDE[case]
    reading = read_pack(write_pack(tmp_path / "p", questions=text))
    told = [p for p in reading.problems if p.file != "pack.yaml"]
    assert f"{told[-1].line}:{told[-1].column}" == place
    assert len(told) <= 2


def test_a_second_list_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    reading = read_pack(write_pack(tmp_path / "p", questions=FIRST + "---\n" + SECOND))
    assert [str(p) for p in reading.problems] == [
        "questions/naps.yaml:25:1: question short-nap-helps: a second document begins here. Take out the line '---'."
    ]


class OddMark:
    """A mark as the parsers make it."""

    line = 0
    column = 0


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            yaml.MarkedYAMLError("while dreaming", None, "it broke", None),
            "this cannot be read as YAML (it broke)",
        ),
        (
            yaml.MarkedYAMLError(None, None, "it broke", OddMark()),
            "this cannot be read as YAML (it broke)",
        ),  # type: ignore[arg-type]
        (
            yaml.MarkedYAMLError("while dreaming", OddMark(), None, None),
            "this cannot be read as YAML (while dreaming)",
        ),  # type: ignore[arg-type]
        (yaml.YAMLError("odd"), "the file has characters that YAML does not allow"),
    ],
    ids=["no mark", "no context", "no problem", "no character"],
)
def test_what_no_parser_says_today_is_told_too(error: yaml.YAMLError, sentence: str) -> None:
    fault = translated(error, "text")
    assert (fault.line, fault.column, fault.what) == (1, 1, sentence)
    assert fault.hint == "Compare it with a sound one in content/README.md."


def test_without_the_parser_in_c_the_one_in_python_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "yaml._yaml", None)
    assert isinstance(parsers.new_parser("a"), parsers.PythonParser)
