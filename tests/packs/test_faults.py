"""Every fault is told with its place and the way out, word for word; the rest of the pack plays."""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

from pathlib import Path

import pytest
from pack_example import FIRST, PACK, QUESTIONS, SECOND, SOURCES, spoilt, write_pack

from quiz.packs.reader import read_pack

S = "A short nap after lunch can make people more alert for a while."
Q = "questions/naps.yaml"
BOTH = ["short-nap-helps", "short-nap-helps-b"]
LEFT = ["short-nap-helps-b"]


def told(folder: Path) -> tuple[list[str], list[str] | None]:
    """The problems as lines, and the ids of the questions that play."""
    reading = read_pack(folder)
    ids = [question.id for question in reading.pack.questions] if reading.pack else None
    return [str(problem) for problem in reading.problems], ids


# What is put in place of what in the first question, and what is told of it.
QUESTION_FAULTS = {
    "misspelt field": (
        "  statement:",
        "  statment:",
        [f"{Q}:2:3: question short-nap-helps: unknown field 'statment'. Did you mean 'statement'?"],
    ),
    "unknown field": (
        "  difficulty: 1\n",
        "  difficulty: 1\n  xyzzy: [a, {b: c}]\n",
        [
            f"{Q}:17:3: question short-nap-helps: unknown field 'xyzzy'. Take it out; content/README.md has the list."
        ],
    ),
    "missing field": (
        "  difficulty: 1\n",
        "",
        [
            f"{Q}:1:3: question short-nap-helps: the field 'difficulty' is missing. Add it: one of 1, 2, 3."
        ],
    ),
    "missing group": (
        "  unesco: [U5.2]\n",
        "",
        [
            f"{Q}:1:3: question short-nap-helps: the field 'unesco' is missing. Add it; content/README.md shows how."
        ],
    ),
    "missing choice of many": (
        "  nses: none\n",
        "",
        [
            f"{Q}:1:3: question short-nap-helps: the field 'nses' is missing. Add it; content/README.md has the list."
        ],
    ),
    "field written twice": (
        "  difficulty: 1\n",
        "  difficulty: 1\n  difficulty: 2\n",
        [
            f"{Q}:17:3: question short-nap-helps, difficulty: is written a second time. Keep one of the two."
        ],
    ),
    "too many words": (
        S,
        (
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty 21 22 23 24 25 26"
        ),
        [
            f"{Q}:2:14: question short-nap-helps, statement: has 26 words; the limit is 25. Take out 1."
        ],
    ),
    "too few words": (
        S,
        "Short naps help.",
        [
            f"{Q}:2:14: question short-nap-helps, statement: has 3 words; it needs 6 at least. Say it more fully."
        ],
    ),
    "one word": (
        S,
        "Naps.",
        [
            f"{Q}:2:14: question short-nap-helps, statement: has 1 word; it needs 6 at least. Say it more fully."
        ],
    ),
    "empty text": (
        S,
        "",
        [
            f"{Q}:2:13: question short-nap-helps, statement: is empty. Fill it in, or take the line out if the field is optional."
        ],
    ),
    "text cut by #": (
        S,
        "A short nap after lunch helps people # and more",
        [
            (
                f"{Q}:2:14: question short-nap-helps, statement: is cut short: what follows the sign # is taken for a comment. "
                "Put the text in double quotes, or the comment on a line of its own."
            )
        ],
    ),
    "unquoted colon": (
        S,
        "Sex: a talk about what people want.",
        [
            f"{Q}:2:17: question short-nap-helps: a colon and a space stand inside a text without quotes. Put the whole text in double quotes."
        ],
    ),
    "verdict": (
        "verdict: reality",
        "verdict: realty",
        [
            f"{Q}:3:12: question short-nap-helps, verdict: 'realty' is not one of the words to choose from. Did you mean 'reality'?"
        ],
    ),
    "verdict as truth value": (
        "verdict: reality",
        "verdict: True",
        [
            f"{Q}:3:12: question short-nap-helps, verdict: 'True' is not one of the words to choose from. Did you mean 'reality'?"
        ],
    ),
    "verdict unlike any": (
        "verdict: reality",
        "verdict: 42",
        [
            f"{Q}:3:12: question short-nap-helps, verdict: '42' is not one of the words to choose from. Write myth or reality."
        ],
    ),
    "verdict empty": (
        "verdict: reality",
        "verdict:",
        [f"{Q}:3:11: question short-nap-helps, verdict: is empty. Write myth or reality."],
    ),
    "slip unlike any": (
        "misleads_by: overgeneralising",
        "misleads_by: 42",
        [
            f"{Q}:10:16: question short-nap-helps, misleads_by: '42' is not one of the words to choose from. content/README.md has the list."
        ],
    ),
    "code": (
        "unesco: [U5.2]",
        "unesco: [U5.2, U9.1]",
        [
            f"{Q}:18:18: question short-nap-helps, code 2: 'U9.1' is not one of the words to choose from. Did you mean 'U8.1'?"
        ],
    ),
    "text for a list": (
        "unesco: [U5.2]",
        "unesco: U5.2",
        [
            f"{Q}:18:11: question short-nap-helps, unesco: is one text. Write a list, each entry with '- ' before it."
        ],
    ),
    "empty list": (
        "unesco: [U5.2]",
        "unesco: []",
        [
            f"{Q}:18:11: question short-nap-helps, unesco: is an empty list. Give it one code at least."
        ],
    ),
    "nothing for a list": (
        "unesco: [U5.2]",
        "unesco:",
        [
            f"{Q}:18:10: question short-nap-helps, unesco: is empty. Write a list, each entry with '- ' before it."
        ],
    ),
    "list for a text": (
        "difficulty: 1",
        "difficulty: [1]",
        [f"{Q}:16:15: question short-nap-helps, difficulty: is a list. Write one text."],
    ),
    "group for a text": (
        "difficulty: 1",
        "difficulty: {one: 1}",
        [f"{Q}:16:15: question short-nap-helps, difficulty: is a group of fields. Write one text."],
    ),
    "no such day": (
        "reviewed: 2026-11-23",
        "reviewed: 2026-02-30",
        [
            f"{Q}:24:13: question short-nap-helps, reviewed: there is no day 2026-02-30. Look at a calendar."
        ],
    ),
    "no date": (
        "reviewed: 2026-11-23",
        "reviewed: 23.11.2026",
        [
            f"{Q}:24:13: question short-nap-helps, reviewed: '23.11.2026' is not a date. Write it like this: 2026-11-23."
        ],
    ),
    "empty date": (
        "reviewed: 2026-11-23",
        "reviewed: ''",
        [
            f"{Q}:24:13: question short-nap-helps, reviewed: is empty. Write the date like this: 2026-11-23."
        ],
    ),
    "unknown source": (
        "- id: example-1994",
        "- id: exampel-1994",
        [
            f"{Q}:13:11: question short-nap-helps, source 1, id: there is no source 'exampel-1994'. Did you mean 'example-1994'?"
        ],
    ),
    "source unlike any": (
        "- id: example-1994",
        "- id: qqq",
        [
            f"{Q}:13:11: question short-nap-helps, source 1, id: there is no source 'qqq'. Add it to sources.yaml."
        ],
    ),
    "no locator": (
        '      locator: "Results, table 2"\n',
        "",
        [
            f"{Q}:13:7: question short-nap-helps, source 1: the field 'locator' is missing. Add it: text."
        ],
    ),
    "citation is a text": (
        '    - id: example-1994\n      locator: "Results, table 2"\n      supports:',
        "    - example-1994",
        [
            f"{Q}:13:7: question short-nap-helps, source 1: is one text. Write a group of fields, each as 'name: value'."
        ],
    ),
    "in the teacher's note": (
        "    purpose:",
        "    purposes:",
        [
            f"{Q}:22:5: question short-nap-helps, teacher: unknown field 'purposes'. Did you mean 'purpose'?"
        ],
    ),
    "an alias": (
        "difficulty: 1",
        "difficulty: *one",
        [
            f"{Q}:16:15: question short-nap-helps, difficulty: *one stands for a value named elsewhere. Write the value itself; a text that begins with * has to be in double quotes."
        ],
    ),
    "an anchor": (
        "difficulty: 1",
        "difficulty: &one 1",
        [
            f"{Q}:16:15: question short-nap-helps, difficulty: &one gives the value a name. Write the value itself; a text that begins with & has to be in double quotes."
        ],
    ),
    "an anchor on a list": (
        "unesco: [U5.2]",
        "unesco: &one [U5.2]",
        [
            f"{Q}:18:11: question short-nap-helps, unesco: &one gives the value a name. Write the value itself; a text that begins with & has to be in double quotes."
        ],
    ),
    "an anchor on a group": (
        "  teacher:\n",
        "  teacher: &one\n",
        [
            f"{Q}:21:12: question short-nap-helps, teacher: &one gives the value a name. Write the value itself; a text that begins with & has to be in double quotes."
        ],
    ),
    "an anchor on a name": (
        "  difficulty: 1",
        "  &one difficulty: 1",
        [
            f"{Q}:16:3: question short-nap-helps, difficulty: &one gives the value a name. Write the value itself; a text that begins with & has to be in double quotes."
        ],
    ),
    "a tag": (
        "difficulty: 1",
        "difficulty: !!int 1",
        [
            f"{Q}:16:15: question short-nap-helps, difficulty: tag:yaml.org,2002:int says how the value is to be read. Write the value itself; a text that begins with ! has to be in double quotes."
        ],
    ),
    "a character out of sight": (
        S,
        '"A short nap after lunch can make\\0people more alert."',
        [
            f"{Q}:2:14: question short-nap-helps, statement: has a character that cannot be seen (code 00). Take it out."
        ],
    ),
    "a long text": (
        S,
        "x" * 70_000,
        [f"{Q}:2:14: question short-nap-helps, statement: is longer than 64 KB. Shorten it."],
    ),
    "in a file with odd signs": (
        S,
        '"Naps \\x20"',
        [
            f"{Q}:2:14: question short-nap-helps, statement: has 1 word; it needs 6 at least. Say it more fully."
        ],
    ),
}


@pytest.mark.parametrize("fault", QUESTION_FAULTS)
def test_a_faulty_question_is_left_out_and_the_other_plays(tmp_path: Path, fault: str) -> None:
    old, new, lines = QUESTION_FAULTS[fault]
    text = spoilt(FIRST, old, new) + "\n" + SECOND
    assert told(write_pack(tmp_path / "p", questions=text)) == (lines, LEFT)


def test_words_in_all(tmp_path: Path) -> None:
    short = spoilt(
        FIRST,
        "Long naps can leave people slow for a while, and that is what they remember.\n    A short nap seldom does, so one unpleasant kind came to stand for all.",
        "one two three four five six seven eight nine ten eleven twelve",
    )
    short = spoilt(
        short,
        "In a study of 200 adults, those who slept for twenty minutes after lunch were quicker in a test of attention.",
        "one two three four five six seven eight",
    )
    short = spoilt(
        short,
        "Many people are more alert for an hour or two after a short nap.",
        "one two three four five",
    )
    short = spoilt(
        short, "A nap in the day only makes people more tired.", "one two three four five"
    )
    long = FIRST.replace("A short nap seldom does", "A " + "very " * 15 + "short nap seldom does")
    long = spoilt(long, "of 200 adults", "of " + "very " * 24 + "many adults")
    long = spoilt(long, "A nap in the day only", "A nap in the day" + " very" * 9 + " only")
    long = spoilt(long, "Twenty minutes", "Twenty" + " very" * 11 + " many minutes")
    where = f"{Q}:1:3: question short-nap-helps: fact, detail, myth, why and takeaway have"
    assert told(write_pack(tmp_path / "s", questions=short + "\n" + SECOND)) == (
        [f"{where} 38 words together; they need 40 to 130. Say it more fully."],
        LEFT,
    )
    assert told(write_pack(tmp_path / "l", questions=long + "\n" + SECOND)) == (
        [f"{where} 142 words together; they need 40 to 130. Shorten them."],
        LEFT,
    )


def test_every_fault_is_told_in_one_go(tmp_path: Path) -> None:
    text = FIRST.replace("verdict: reality", "verdict: maybe").replace(
        "difficulty: 1", "difficulty: 9"
    )
    lines, ids = told(
        write_pack(tmp_path / "p", questions=text + "\n" + spoilt(SECOND, "U5.2", "U0"))
    )
    assert lines == [
        NOTHING,
        f"{Q}:3:12: question short-nap-helps, verdict: 'maybe' is not one of the words to choose from. Write myth or reality.",
        f"{Q}:16:15: question short-nap-helps, difficulty: '9' is not one of the words to choose from. Write 1, 2 or 3.",
        f"{Q}:43:12: question short-nap-helps-b, code 1: 'U0' is not one of the words to choose from. content/README.md has the list.",
    ]
    assert ids is None


TWINS = {
    "does not exist": (
        QUESTIONS.replace("twin: short-nap-helps-b", "twin: short-nap-help-b"),
        [
            f"{Q}:20:9: question short-nap-helps, twin: there is no question 'short-nap-help-b'. Did you mean 'short-nap-helps-b'?",
            f"{Q}:45:9: question short-nap-helps-b, twin: 'short-nap-helps' does not point back. Write 'twin: short-nap-helps-b' there, or take this line out.",
        ],
        None,
    ),
    "does not point back": (
        SECOND.join([FIRST + "\n", ""]).replace("  twin: short-nap-helps\n", ""),
        [
            f"{Q}:20:9: question short-nap-helps, twin: 'short-nap-helps-b' does not point back. Write 'twin: short-nap-helps' there, or take this line out."
        ],
        LEFT,
    ),
    "has the same verdict": (
        QUESTIONS.replace("verdict: myth", "verdict: reality"),
        [
            f"{Q}:20:9: question short-nap-helps, twin: 'short-nap-helps-b' has the same verdict, 'reality'. Twins are opposite versions: look which verdict is wrong.",
            f"{Q}:45:9: question short-nap-helps-b, twin: 'short-nap-helps' has the same verdict, 'reality'. Twins are opposite versions: look which verdict is wrong.",
        ],
        None,
    ),
    "is the question itself": (
        QUESTIONS.replace("twin: short-nap-helps-b", "twin: short-nap-helps"),
        [
            f"{Q}:20:9: question short-nap-helps, twin: names the question itself. Name the opposite version, or leave it out.",
            f"{Q}:45:9: question short-nap-helps-b, twin: 'short-nap-helps' does not point back. Write 'twin: short-nap-helps-b' there, or take this line out.",
        ],
        None,
    ),
    "unlike any": (
        FIRST.replace("twin: short-nap-helps-b", "twin: qqq"),
        [
            f"{Q}:20:9: question short-nap-helps, twin: there is no question 'qqq'. Write it, or take this line out."
        ],
        None,
    ),
}
NOTHING = "pack.yaml:1:1: pack: has no question that can be played. Mend the faults of its questions, or write some."


@pytest.mark.parametrize("fault", TWINS)
def test_twins(tmp_path: Path, fault: str) -> None:
    text, lines, ids = TWINS[fault]
    nothing = [NOTHING] if ids is None else []
    assert told(write_pack(tmp_path / "p", questions=text)) == (nothing + lines, ids)


@pytest.mark.parametrize(
    ("old", "new"),
    [("difficulty: 1", "difficulty: 9"), ("difficulty: 1", "difficulty: [1")],
    ids=["in a field", "in the YAML"],
)
def test_a_twin_that_is_left_out_does_not_cost_the_other(
    tmp_path: Path, old: str, new: str
) -> None:
    reading = read_pack(
        write_pack(tmp_path / "p", questions=spoilt(FIRST, old, new) + "\n" + SECOND)
    )
    assert reading.pack is not None
    (question,) = reading.pack.questions
    assert (question.id, question.twin) == ("short-nap-helps-b", "")
    assert len(reading.problems) == 1


def test_a_twin_may_be_in_a_question_or_file_whose_id_cannot_be_told(tmp_path: Path) -> None:
    for name, first in {
        "a": FIRST.replace("id: short-nap-helps\n", "id: Short Nap\n"),
        "b": FIRST.replace("id: short-nap-helps\n", 'id: "short-nap-helps\n'),
    }.items():
        lines, ids = told(write_pack(tmp_path / name, questions=first + "\n" + SECOND))
        assert len(lines) == 1
        assert ids == LEFT
    pack = PACK.replace("topics:\n", "topics:\n  - {id: other, title: Other}\n")
    folder = write_pack(tmp_path / "c", pack=pack, questions=SECOND, other="x: \xff")
    (folder / "questions" / "other.yaml").write_bytes(b"\xff\xfe")
    lines, ids = told(folder)
    assert lines == [
        "questions/other.yaml:1:1: file: the file is in UTF-16 or UTF-32, not in UTF-8. Save the file anew in the encoding UTF-8."
    ]
    assert ids == LEFT


def test_two_questions_with_one_id(tmp_path: Path) -> None:
    pack = PACK.replace("topics:\n", "topics:\n  - {id: other, title: Other}\n")
    lone = FIRST.replace("  twin: short-nap-helps-b\n", "")
    folder = write_pack(tmp_path / "p", pack=pack, questions=lone + "\n" + lone, other=lone)
    hint = "Give this one an id of its own."
    assert told(folder) == (
        [
            f"{Q}:1:7: question short-nap-helps, id: the id 'short-nap-helps' is taken by the question in questions/other.yaml, line 1. {hint}",
            f"{Q}:25:7: question short-nap-helps, id: the id 'short-nap-helps' is taken by the question in questions/other.yaml, line 1. {hint}",
        ],
        ["short-nap-helps"],
    )


def test_an_id_is_taken_by_a_question_that_broke_off(tmp_path: Path) -> None:
    text = spoilt(FIRST, "difficulty: 1", "difficulty: [1") + "\n" + FIRST
    lines, ids = told(write_pack(tmp_path / "p", questions=text))
    assert ids is None
    assert lines[2] == (
        f"{Q}:26:7: question short-nap-helps, id: the id 'short-nap-helps' is taken by the question in {Q}, line 1. Give this one an id of its own."
    )


SOURCE_FAULTS = {
    "misspelt field": (
        "    volume:",
        "    volum:",
        [":8:5: source example-1994: unknown field 'volum'. Did you mean 'volume'?"],
    ),
    "a field of some other kind": (
        "    volume:",
        "    note:",
        [
            ":8:5: source example-1994: unknown field 'note'. Take it out; content/README.md has the list."
        ],
    ),
    "type": (
        "article-journal",
        "artikel-journal",
        [
            ":3:11: source example-1994, type: 'artikel-journal' is not one of the words to choose from. Did you mean 'article-journal'?"
        ],
    ),
    "type that CSL calls otherwise": (
        "article-journal",
        "statute",
        [
            ":3:11: source example-1994, type: 'statute' is not one of the words to choose from. Did you mean 'legislation'?"
        ],
    ),
    "DOI": (
        "10.1000/example.1994",
        "https://doi.org/10.1000/example",
        [
            ":11:10: source example-1994, DOI: 'https://doi.org/10.1000/example' is not a DOI without anything before it. Write it like 10.1016/S0022-5347(17)34871-1."
        ],
    ),
    "issued": (
        "issued: 1994",
        "issued: May 1994",
        [
            ":7:13: source example-1994, issued: 'May 1994' is not a year, a month or a date. Write it like this: 1994, 1994-01 or 1994-01-31."
        ],
    ),
    "issued empty": (
        "issued: 1994",
        "issued:",
        [
            ":7:12: source example-1994, issued: is empty. Write it like this: 1994, 1994-01 or 1994-01-31."
        ],
    ),
    "issued on no day": (
        "issued: 1994",
        "issued: 1994-02-30",
        [":7:13: source example-1994, issued: there is no day 1994-02-30. Look at a calendar."],
    ),
    "title cut by #": (
        'title: "Naps in adults: a cohort study"',
        "title: Naps # in adults",
        [
            ":4:12: source example-1994, title: is cut short: what follows the sign # is taken for a comment. Put the text in double quotes, or the comment on a line of its own."
        ],
    ),
    "evidence": (
        "evidence: cohort",
        "evidence: cohorts",
        [
            ":12:24: source example-1994, custom, evidence: 'cohorts' is not one of the words to choose from. Did you mean 'cohort'?"
        ],
    ),
    "no evidence": (
        "{evidence: cohort, ",
        "{",
        [
            ":12:13: source example-1994, custom: the field 'evidence' is missing. Add it; content/README.md has the list."
        ],
    ),
    "name": (
        "{literal: Sample Research Group}",
        "{given: Sample}",
        [
            ":5:48: source example-1994, name 2: has no family and no literal. Give it a family or a literal."
        ],
    ),
    "ISBN": (
        "    volume: 151\n",
        "    ISBN: 978-0-306-40615-6\n",
        [
            ":8:11: source example-1994, ISBN: '978-0-306-40615-6' is not an ISBN: its last digit does not fit the others. Compare it with the work itself."
        ],
    ),
    "empty ISBN": (
        "    volume: 151\n",
        "    ISBN:\n",
        [
            ":8:10: source example-1994, ISBN: is empty. Fill it in, or take the line out if the field is optional."
        ],
    ),
    "URL": (
        "    volume: 151\n",
        "    URL: www.who.int\n",
        [
            ":8:10: source example-1994, URL: 'www.who.int' is not a web address. Write it like https://www.who.int/health-topics."
        ],
    ),
    "broken YAML": (
        "page: 54-61",
        "page: [54-61",
        [
            ":10:11: source example-1994: a list or group in brackets is not closed, or lacks a comma. Write it like [first, second] or {name: value, other: value}."
        ],
    ),
}
OTHER = SOURCES.replace("references:\n", "").replace("example-1994", "other")
CITES_OTHER = SECOND.replace("example-1994", "other").replace("  twin: short-nap-helps\n", "")


@pytest.mark.parametrize("fault", SOURCE_FAULTS)
def test_a_faulty_source_costs_the_questions_that_cite_it(tmp_path: Path, fault: str) -> None:
    old, new, lines = SOURCE_FAULTS[fault]
    folder = write_pack(
        tmp_path / "p",
        sources=spoilt(SOURCES, old, new) + OTHER,
        questions=FIRST + "\n" + CITES_OTHER,
    )
    cites = f"{Q}:13:11: question short-nap-helps, source 1, id: cites 'example-1994', which has a fault of its own. Mend it in sources.yaml."
    assert told(folder) == ([cites, *(f"sources.yaml{line}" for line in lines)], LEFT)


def test_two_sources_with_one_id_cost_both(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path / "p",
        sources=SOURCES + SOURCES.replace("references:\n", "") + OTHER,
        questions=FIRST + "\n" + CITES_OTHER,
    )
    lines, ids = told(folder)
    assert (
        lines[1]
        == "sources.yaml:13:9: source example-1994, id: the id 'example-1994' is taken by the source in line 2. Give this one an id of its own."
    )
    assert (len(lines), ids) == (2, LEFT)


def test_a_source_nobody_cites_costs_nothing(tmp_path: Path) -> None:
    assert told(write_pack(tmp_path / "p", sources=SOURCES + OTHER)) == (
        ["sources.yaml:13:9: source other: no question cites it. Cite it, or take it out."],
        BOTH,
    )


def test_nothing_is_said_of_uncited_sources_where_questions_could_not_be_read(
    tmp_path: Path,
) -> None:
    text = spoilt(FIRST, "difficulty: 1", "difficulty: [1") + "\n" + SECOND
    lines, _ = told(write_pack(tmp_path / "p", sources=SOURCES + OTHER, questions=text))
    assert len(lines) == 1


def test_a_source_without_an_id(tmp_path: Path) -> None:
    sources = SOURCES + OTHER.replace("- id: other", "- id: Other One")
    lines, ids = told(
        write_pack(tmp_path / "p", sources=sources, questions=FIRST + "\n" + CITES_OTHER)
    )
    assert lines == [
        "sources.yaml:13:9: source 2, id: 'Other One' is not an id (small letters, digits and -). Write it like singles-welcome.",
    ]
    assert ids == ["short-nap-helps"]


@pytest.mark.parametrize(
    ("sources", "lines"),
    [
        (
            None,
            [":1:1: file: is missing. Add the file; content/README.md says what belongs in it."],
        ),
        ("", [":1:1: file: holds no source. content/README.md shows what a source looks like."]),
        (
            "references: []\n",
            [":1:1: file: holds no source. content/README.md shows what a source looks like."],
        ),
        (
            "references: none\n",
            [":1:13: file: is one text. Write a list, each source with '- ' before it."],
        ),
        ("- id: a\n", [":1:1: file: is a list. Write 'references:' and the list below it."]),
        (
            "reference: []\n",
            [
                ":1:1: file: unknown field 'reference'. Only 'references:' and the list below it belong here."
            ],
        ),
        (
            "&a\nreferences: []\n",
            [
                ":1:1: file: &a gives the value a name. Write the value itself; a text that begins with & has to be in double quotes."
            ],
        ),
        ("references: [\n", [":2:1: file: a list or group in brackets is not closed"]),
    ],
    ids=["missing", "empty", "empty list", "no list", "no group", "misspelt", "anchor", "broken"],
)
def test_without_sources_nothing_plays_and_citations_are_not_blamed(
    tmp_path: Path, sources: str | None, lines: list[str]
) -> None:
    found, ids = told(write_pack(tmp_path / "p", sources=sources))
    assert ids is None
    assert found[0] == NOTHING
    assert [line[: len(wanted) + 12] for line, wanted in zip(found[1:], lines, strict=True)] == [
        f"sources.yaml{line}" for line in lines
    ]


PACK_FAULTS = {
    "missing title": (
        "title: Sleep\n",
        "",
        [":1:1: pack: the field 'title' is missing. Add it: text."],
    ),
    "id": (
        "id: sleep",
        "id: Sleep well",
        [
            ":1:5: pack, id: 'Sleep well' is not an id (small letters, digits and -). Write it like singles-welcome."
        ],
    ),
    "language": (
        "language: en",
        "language: English",
        [":3:11: pack, language: 'English' is not a language code (BCP 47). Write it like en."],
    ),
    "no topics": (
        "topics:\n  - {id: naps, title: Naps}\n",
        "topics: []\n",
        [":7:9: pack, topics: is an empty list. Give it one topic at least."],
    ),
    "only faulty topics": (
        "title: Naps",
        "titel: Naps",
        [":8:16: pack, topic 1: unknown field 'titel'. Did you mean 'title'?"],
    ),
    "not a group": (
        PACK,
        "- a\n",
        [":1:1: pack: is a list. Write a group of fields, each as 'name: value'."],
    ),
    "empty": (
        PACK,
        "# nothing\n",
        [":1:1: file: is empty. content/README.md shows what belongs in it."],
    ),
    "broken": (
        "title: Sleep",
        "title: Sleep: well",
        [
            ":2:13: file: a colon and a space stand inside a text without quotes. Put the whole text in double quotes."
        ],
    ),
}


@pytest.mark.parametrize("fault", PACK_FAULTS)
def test_a_pack_that_cannot_say_what_it_is_cannot_be_played(tmp_path: Path, fault: str) -> None:
    old, new, lines = PACK_FAULTS[fault]
    folder = write_pack(tmp_path / "p", pack=spoilt(PACK, old, new))
    assert told(folder) == ([f"pack.yaml{line}" for line in lines], None)


def test_questions_are_looked_at_even_where_the_pack_is_faulty(tmp_path: Path) -> None:
    text = QUESTIONS.replace("difficulty: 1", "difficulty: 9")
    lines, _ = told(write_pack(tmp_path / "p", pack=None, questions=text))
    assert [line.split(": ")[0] for line in lines] == ["pack.yaml:1:1", f"{Q}:16:15", f"{Q}:41:15"]


LENIENT = {
    "unknown field": (
        "title: Sleep\n",
        "title: Sleep\nmotto: a\n",
        [":3:1: pack: unknown field 'motto'. Take it out; content/README.md has the list."],
    ),
    "glossary entry": (
        "glossary:\n",
        "glossary:\n  - {term: nap}\n",
        [":10:5: pack, term 1: the field 'means' is missing. Add it: text of 25 words at most."],
    ),
    "glossary": (
        PACK[PACK.index("glossary") :],
        "glossary: none\n",
        [":9:11: pack, glossary: is one text. Write a list, each entry with '- ' before it."],
    ),
    "topic twice": (
        "topics:\n",
        "topics:\n  - {id: naps, title: More}\n",
        [":9:10: pack, topic naps: is there twice. Keep one of the two."],
    ),
    "faulty topic": (
        "topics:\n",
        "topics:\n  - {id: zzz}\n",
        [
            ":8:5: pack, topic 1: the field 'title' is missing. Add it: text.",
            ":8:10: pack, topic zzz: has no questions. Write questions/zzz.yaml, or take the topic out.",
        ],
    ),
    "topic without questions": (
        "topics:\n",
        "topics:\n  - {id: zzz, title: Z}\n",
        [
            ":8:10: pack, topic zzz: has no questions. Write questions/zzz.yaml, or take the topic out."
        ],
    ),
}


@pytest.mark.parametrize("fault", LENIENT)
def test_other_faults_of_the_cover_cost_nothing(tmp_path: Path, fault: str) -> None:
    old, new, lines = LENIENT[fault]
    folder = write_pack(tmp_path / "p", pack=spoilt(PACK, old, new))
    assert told(folder) == ([f"pack.yaml{line}" for line in lines], BOTH)


FILES = {
    "name that is no topic": (
        "napps.yaml",
        SECOND,
        [":1:1: file: 'napps' is not a topic of the pack. Did you mean 'naps.yaml'?"],
    ),
    "name unlike any topic": (
        "qqq.yaml",
        SECOND,
        [":1:1: file: 'qqq' is not a topic of the pack. Add the topic to pack.yaml."],
    ),
    "another ending": (
        "more.yml",
        "",
        [":1:1: file: is not read. Put the questions in a file that ends in .yaml."],
    ),
    "capital ending": (
        "more.YAML",
        "",
        [":1:1: file: is not read. Put the questions in a file that ends in .yaml."],
    ),
    "empty": (
        "naps.yaml",
        "",
        [":1:1: file: holds no question. content/README.md shows what a question looks like."],
    ),
    "empty list": (
        "naps.yaml",
        "[]\n",
        [":1:1: file: holds no question. content/README.md shows what a question looks like."],
    ),
    "a group": (
        "naps.yaml",
        "questions: []\n",
        [":1:1: file: is a group of fields. Write a list, each question with '- ' before it."],
    ),
    "an anchor on the list": (
        "naps.yaml",
        "&a\n- id: a\n",
        [
            ":1:1: file: &a gives the value a name. Write the value itself; a text that begins with & has to be in double quotes."
        ],
    ),
    "a text": (
        "naps.yaml",
        "hello\n",
        [":1:1: file: is one text. Write a list, each question with '- ' before it."],
    ),
    "not text": (
        "naps.yaml",
        "- a: ü\xff".encode("latin-1"),
        [":1:6: file: this character is not in UTF-8. Save the file anew in the encoding UTF-8."],
    ),
}


@pytest.mark.parametrize("fault", FILES)
def test_question_files(tmp_path: Path, fault: str) -> None:
    name, text, lines = FILES[fault]
    lone = FIRST.replace("  twin: short-nap-helps-b\n", "")
    folder = write_pack(tmp_path / "p", questions=None if name == "naps.yaml" else lone)
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "questions" / name).write_bytes(data)
    found, ids = told(folder)
    if name == "naps.yaml":
        assert (found[0], ids) == (NOTHING, None)
        found = found[1:]
    else:
        assert ids == ["short-nap-helps"]
    assert found == [f"questions/{name}{line}" for line in lines]


def test_other_files_beside_the_questions_are_left_alone(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    for name in ("README.md", "naps.yaml~", ".hidden.yaml", ".yaml"):
        (folder / "questions" / name).write_text("- [", encoding="utf-8")
    assert told(folder) == ([], BOTH)


def test_no_questions_folder(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", questions=None)
    (folder / "questions").rmdir()
    assert told(folder) == (
        [
            NOTHING,
            "pack.yaml:8:10: pack, topic naps: has no questions. Write questions/naps.yaml, or take the topic out.",
            "questions:1:1: folder: is missing. Add the folder; content/README.md says what belongs in it.",
        ],
        None,
    )


def test_there_is_an_end_to_patience(tmp_path: Path) -> None:
    text = "".join(f"- id: q{number}\n" for number in range(300))
    lines, _ = told(write_pack(tmp_path / "p", questions=text))
    mine = [line for line in lines if line.startswith(Q)]
    assert len(mine) == 501
    assert (
        mine[0]
        == f"{Q}:1:1: file: has more than 500 faults, and the rest was not looked at. Mend these first."
    )


@pytest.mark.parametrize("file", ["pack", "sources", "questions"])
def test_and_to_patience_with_one_record(tmp_path: Path, file: str) -> None:
    fields = "".join(f"  f{number}: x\n" for number in range(700))
    texts = {
        "pack": {"pack": PACK + fields.replace("  f", "f")},
        "sources": {"sources": SOURCES + fields.replace("  f", "    f")},
        "questions": {"questions": FIRST + fields},
    }
    reading = read_pack(write_pack(tmp_path / "p", **texts[file]))  # type: ignore[arg-type]
    assert reading.pack is None
    assert len([p for p in reading.problems if "unknown field" in p.what]) == 500
