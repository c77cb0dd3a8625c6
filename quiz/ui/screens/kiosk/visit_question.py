"""A question as a visitor meets it: the note before it, the statement, and the answer in pages.

A statement stands without its verdict only while it is open (STANDARDS R3), and no page ends on
the myth (R91).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from quiz.model.citation import full_reference, link, short_reference
from quiz.model.question import Citation, Question, Term, Verdict
from quiz.model.session import Answer
from quiz.ui.kiosk.pages import Chapter, Part
from quiz.ui.screens.kiosk.visit_sheet import Choice, Kind, Rank, Sheet, part
from quiz.ui.words import (
    evidence_word,
    misleads_word,
    month_and_year,
    say_belief,
    say_verdict,
    strength_word,
    verdict_word,
)

translate = QCoreApplication.translate  # lupdate knows it by this name

LONGEST = 3
"""Questions of a round that say how large the type is for all of them."""


def note_sheet(noted: Sequence[Question]) -> Sheet:
    """The content note before a run of questions, with two ways on of equal weight."""
    one = len(noted) == 1
    next_one = translate("Visit", "The next statement")
    what = next_one if one else translate("Visit", "What comes next")
    leave_out = translate("Visit", "Skip it") if one else translate("Visit", "Skip these")
    return Sheet(
        (
            Chapter(
                (
                    part(Kind.LABEL, what, leads=True),
                    part(Kind.STATEMENT, noted[0].content_note),
                    part(
                        Kind.CAPTION,
                        translate(
                            "Visit",
                            "Either is fine. What is skipped does not count, and needs no reason.",
                        ),
                    ),
                )
            ),
        ),
        (
            Choice("proceed", translate("Visit", "Continue"), Rank.ANSWER),
            Choice("pass", leave_out, Rank.ANSWER),
        ),
    )


def ask_sheet(question: Question, alike: Sequence[Question] = ()) -> Sheet:
    """The statement and the three answers. `alike`: the questions of the round."""
    return Sheet(
        (_statement(question),),
        (
            Choice("myth", translate("Visit", "Myth"), Rank.ANSWER),
            Choice("reality", translate("Visit", "Reality"), Rank.ANSWER),
            Choice("skip", translate("Visit", "Skip"), Rank.ANSWER),
        ),
        alike=_longest(_statement(other) for other in alike),
    )


def _statement(question: Question) -> Chapter[Kind]:
    return Chapter(
        (
            part(Kind.CAPTION, translate("Visit", "Is this a myth or a reality?"), leads=True),
            part(Kind.STATEMENT, question.statement, whole=True),
        )
    )


def hidden_sheet(*, is_last: bool) -> Sheet:
    """After skipping what a note was about: the fact is offered, not shown (STANDARDS R4)."""
    return Sheet(
        (Chapter((part(Kind.STATEMENT, translate("Visit", "Skipped. It does not count.")),)),),
        (
            Choice("show", translate("Visit", "Show the fact")),
            Choice("help", translate("Visit", "Get help")),
            _on(is_last),
        ),
    )


def reveal_sheet(
    answer: Answer, terms: Sequence[Term], alike: Sequence[Question] = (), *, is_last: bool
) -> Sheet:
    """How `answer` went and why: verdict, why the myth misleads, who says so, words explained.

    `alike`: the questions of the round.
    """
    question = answer.question
    why = _why(question)
    chapters = [
        _verdict(answer),
        Chapter(why, translate("Visit", "Why?"), closer=why[1:], matters=True),
        *_sources(question.citations),
    ]
    if terms:
        chapters.append(Chapter(terms_parts(terms), translate("Visit", "Words")))
    choices = [_on(is_last)]
    if question.content_note:
        choices.insert(0, Choice("help", translate("Visit", "Get help")))
    others = _longest(_verdict(replace(answer, question=other)) for other in alike)
    return Sheet(tuple(chapters), tuple(choices), reading=True, alike=others)


def _longest(chapters: Iterable[Chapter[Kind]]) -> tuple[Chapter[Kind], ...]:
    """Those that need the most room, so that not all have to be measured."""
    by_length = sorted(chapters, key=lambda c: sum(len(part.text) for part in c.parts))
    return tuple(by_length[-LONGEST:])


def _verdict(answer: Answer) -> Chapter[Kind]:
    """What is so, and who says so: no answer is seen without that (STANDARDS R13)."""
    question = answer.question
    said = short_reference(question.citations[0].source)
    banner, detail = _banner(answer), part(Kind.TEXT, question.detail)
    source = part(Kind.CAPTION, translate("Visit", "Source: {0}").format(said))
    return Chapter(
        (banner, detail, source),
        at_first=(banner, source),
        matters=True,
        compact=True,
    )


def _on(is_last: bool) -> Choice:
    return Choice(
        "next", translate("Visit", "Results") if is_last else translate("Visit", "Next"), Rank.MAIN
    )


def _banner(answer: Answer) -> Part[Kind]:
    question = answer.question
    if answer.skipped:
        kind, outcome = Kind.SKIPPED, translate("Visit", "Skipped")
    elif answer.right:
        kind = Kind.RIGHT
        outcome = translate("Visit", "Right: you said {0}").format(verdict_word(question.verdict))
    else:
        kind = Kind.MISSED
        outcome = translate("Visit", "Not this time: you said {0}").format(
            verdict_word(question.verdict.other)
        )
    return part(kind, say_verdict(question), aside=outcome, keeps=True, whole=True)


def _why(question: Question) -> tuple[Part[Kind], ...]:
    head = translate("Visit", "It is a reality")
    if question.verdict is Verdict.MYTH:
        head = translate("Visit", "It is a myth")
    slip = misleads_word(question.misleads_by)
    parts = [
        part(Kind.LABEL, head, leads=True),
        part(Kind.TEXT, say_belief(question), leads=True),
        part(Kind.LABEL, translate("Visit", "Why it misleads: {0}").format(slip), leads=True),
        part(Kind.TEXT, question.why),
        part(Kind.QUOTE, question.takeaway),
    ]
    if question.caveat:
        parts += [
            part(Kind.LABEL, translate("Visit", "Good to know"), leads=True),
            part(Kind.TEXT, question.caveat),
        ]
    if question.more:
        parts += [
            part(Kind.LABEL, translate("Visit", "More"), leads=True),
            part(Kind.TEXT, question.more),
        ]
    return tuple(parts)


def _sources(citations: Sequence[Citation]) -> list[Chapter[Kind]]:
    """Who says so: a chapter for each work."""
    n = QLocale().toString
    chapters = []
    for number, citation in enumerate(citations, 1):
        source = citation.source
        head = translate("Visit", "Who says so?")
        if len(citations) > 1:
            head = translate("Visit", "Who says so? {0} of {1}").format(
                n(number), n(len(citations))
            )
        address = link(source)
        where = translate("Visit", "Where: {0}. Last checked in {1}.")
        kind = evidence_word(source.evidence)
        strength = strength_word(source.evidence.strength)
        when = month_and_year(source.checked.year, source.checked.month)
        says = translate("Visit", "{0}: {1}").format(kind, strength)
        found = where.format(citation.locator, when)
        parts = (
            part(Kind.HEAD, head, leads=True),
            part(Kind.CODE if address else Kind.TEXT, full_reference(source), aside=address),
            part(Kind.TEXT, translate("Visit", "What it says: {0}").format(citation.supports)),
        )
        more = [part(Kind.STRONG, says), part(Kind.CAPTION, found)]
        if address:
            words = translate("Visit", "Scan the code to read it on your own phone.")
            more.append(part(Kind.CAPTION, words))
        both = part(Kind.CAPTION, translate("Visit", "{0}. {1}").format(says, found), whole=True)
        way_in = translate("Visit", "Source")
        chapters.append(Chapter((*parts, *more), way_in, closer=(*parts, both), compact=True))
    return chapters


def terms_parts(terms: Sequence[Term]) -> tuple[Part[Kind], ...]:
    """Words with what they mean."""
    parts = [part(Kind.HEAD, translate("Visit", "What the words mean"), leads=True)]
    for term in terms:
        parts.append(part(Kind.STRONG, term.term, leads=True))
        parts.append(part(Kind.TEXT, term.means))
    return tuple(parts)


def terms_in(question: Question, glossary: Sequence[Term]) -> tuple[Term, ...]:
    """The terms of the glossary that are met in what is said about `question`."""
    said = " ".join(
        (
            question.statement,
            question.fact,
            question.detail,
            question.myth,
            question.why,
            question.takeaway,
            question.caveat,
            question.more,
        )
    ).casefold()
    return tuple(
        term for term in glossary if re.search(rf"(?<!\w){re.escape(term.term.casefold())}", said)
    )
