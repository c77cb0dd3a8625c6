"""What stands on the sheets of a lesson, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from paper_example import long_questions

from quiz.exchange.paper import Boxes, Code, Line, Paper, Rules
from quiz.exchange.sheets import answer_key, slips, summary, worksheet
from quiz.exchange.words import PaperWords
from quiz.model.question import Verdict

QUESTIONS = long_questions(5)


def lines(paper: Paper) -> Iterator[str]:
    for group in paper.groups:
        for part in group.parts:
            if isinstance(part, Line):
                yield part.text
            elif isinstance(part, Code):
                yield from (line.text for line in part.lines)


def numbered(paper: Paper) -> list[tuple[str, str]]:
    parts = [part for group in paper.groups for part in group.parts]
    return [(part.number, part.text) for part in parts if isinstance(part, Line) and part.number]


def test_the_worksheet_has_exactly_the_questions_of_the_lesson_in_their_order():
    mixed = (QUESTIONS[3], QUESTIONS[0], QUESTIONS[4])
    paper = worksheet(mixed)
    assert numbered(paper) == [(str(n), q.statement) for n, q in enumerate(mixed, start=1)]
    boxes = [part for group in paper.groups for part in group.parts if isinstance(part, Boxes)]
    assert boxes == [Boxes(("Myth", "Reality", "Pass"))] * 3


def test_the_worksheet_gives_nothing_away_and_asks_for_no_name():
    text = "\n".join(lines(worksheet(QUESTIONS)))
    for question in QUESTIONS:
        for told in (question.fact, question.detail, question.why, question.takeaway):
            assert told not in text
    rules = [p for g in worksheet(QUESTIONS).groups for p in g.parts if isinstance(p, Rules)]
    assert {rule.word for rule in rules} == {"Because"}


@pytest.mark.parametrize(
    "sheet", [answer_key, lambda q: summary(q, "Topics")], ids=["key", "summary"]
)
def test_the_fact_comes_first_and_the_verdict_is_beside_the_statement(sheet):
    text = list(lines(sheet(QUESTIONS)))
    for question in QUESTIONS:
        fact = text.index(question.fact)
        statement = text[fact + 1]
        word = "Myth" if question.verdict is Verdict.MYTH else "Reality"
        assert statement.startswith(f"{word}: “{question.statement}”")
        assert sum(question.statement in line for line in text) == 1


def test_the_key_tells_the_whole_explanation_and_ends_it_on_the_fact():
    text = list(lines(answer_key(QUESTIONS)))
    assert text[1] == "At a glance: 1 Myth,  2 Reality,  3 Myth,  4 Reality,  5 Myth"
    first, second = QUESTIONS[:2]
    at = text.index(first.fact)
    assert text[at + 2 : at + 6] == [
        first.detail,
        f"A common myth says: “{first.myth}” {first.why} {first.takeaway}",
        f"What remains open: {first.caveat}",
        f"[1] p. 1: {first.citations[0].supports}",
    ]
    doubted = f"Many people doubt this. They believe: “{second.myth}”"
    assert f"{doubted} {second.why} {second.takeaway}" in text
    assert not any("What remains open" in line and "Caveat3" in line for line in text)


def test_each_source_is_listed_once_with_its_code_in_the_order_of_its_number():
    again = replace(QUESTIONS[1], citations=(*QUESTIONS[1].citations, *QUESTIONS[0].citations))
    codes = [
        part
        for group in answer_key((QUESTIONS[0], again)).groups
        for part in group.parts
        if isinstance(part, Code)
    ]
    assert [code.link for code in codes] == ["https://doi.org/10.1/1", ""]
    assert [line.text for line in codes[0].lines] == [
        "[1] Doe, 2020",
        "Doe J (2020). Work1x. doi:10.1/1",
        "Evidence: moderate. Checked on 2026-01-02.",
    ]
    assert f"“{again.statement}”\u00a0[2]\u00a0[1]" in "".join(
        lines(summary((QUESTIONS[0], again), ""))
    )


def test_the_summary_leads_from_each_statement_to_its_sources():
    text = list(lines(summary(QUESTIONS, "Sex therapy, for ages 12 to 15")))
    assert text[1] == "Sex therapy, for ages 12 to 15"
    assert text[4].endswith(f"“{QUESTIONS[0].statement}”\u00a0[1]")
    assert text[-5:] == [
        f"Doe J (2020). Work{n}x." + (f" doi:10.1/{n}" if n != 2 else "") for n in range(1, 6)
    ]


def test_the_slips_are_all_alike_and_a_page_is_for_questions_that_wait():
    paper = slips(3)
    *slip, parked = paper.groups
    assert len(slip) == 18
    assert {group.parts for group in slip} == {slip[0].parts}
    assert [group.new_page for group in slip] == ([True] + [False] * 5) * 3
    assert parked.new_page
    assert "".join(lines(Paper("", "", (parked,)))).startswith("Parked questions")


def test_a_lesson_without_questions_still_has_its_heads():
    for paper in (worksheet(()), answer_key(()), summary((), "Topics")):
        assert len(list(lines(paper))) >= 2


def test_the_words_can_be_in_another_language():
    words = PaperWords(
        verdicts={Verdict.MYTH: "Mythos", Verdict.REALITY: "Tatsache"},
        statement="„{statement}“ ({verdict})",
        foot="{title}, Seite {page} von {pages}",
        worksheet="Arbeitsblatt",
        day=lambda day: f"{day.day}.{day.month}.{day.year}",
    )
    assert (
        worksheet(QUESTIONS, words, "de").foot == "Myth or Reality: Arbeitsblatt, Seite {0} von {1}"
    )
    text = list(lines(answer_key(QUESTIONS, words)))
    assert f"„{QUESTIONS[0].statement}“ (Mythos)" in text
    assert "Evidence: moderate. Checked on 2.1.2026." in text
