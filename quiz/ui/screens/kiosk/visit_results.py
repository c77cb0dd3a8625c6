"""What a visitor's answers come to, and the facts to take away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from quiz.model.citation import short_reference
from quiz.model.score import Score, Tally
from quiz.model.session import Answer, Session
from quiz.ui.kiosk.pages import Chapter, Part
from quiz.ui.screens.kiosk.visit_sheet import Choice, Kind, Rank, Sheet, part

translate = QCoreApplication.translate  # lupdate knows it by this name


def results_sheet(session: Session, retries: int, retry_most: int) -> Sheet:
    """The score, and one fact for each question, missed ones first."""
    score = Score.of(session.answers)
    n: Callable[[int], str] = QLocale().toString
    parts = [
        part(Kind.CAPTION, translate("Visit", "Right at the first try"), leads=True),
        part(
            Kind.FIGURE,
            translate("Visit", "{0} of {1} answered").format(n(score.right), n(score.answered)),
        ),
    ]
    if score.skipped:
        words = translate("Visit", "{0} skipped, which does not count").format(n(score.skipped))
        parts.append(part(Kind.CAPTION, words))
    parts += _tally(translate("Visit", "{0} of {1} myths caught"), score.myths)
    parts += _tally(translate("Visit", "{0} of {1} facts accepted"), score.facts)
    if score.retried.of:
        words = translate("Visit", "When tried again: {0} of {1} right")
        parts.append(part(Kind.TEXT, words.format(n(score.retried.right), n(score.retried.of))))
    missed = len(session.returnable(retries)[:retry_most])
    new = Choice("new", translate("Visit", "New round"), Rank.PLAIN if missed else Rank.MAIN)
    choices = [new]
    if missed == 1:
        choices.append(Choice("again", translate("Visit", "Try the missed one again"), Rank.MAIN))
    elif missed:
        words = translate("Visit", "Try the {0} missed again").format(n(missed))
        choices.append(Choice("again", words, Rank.MAIN))
    facts = _facts(session)
    chapters = (
        Chapter(tuple(parts), compact=True),
        Chapter(facts, translate("Visit", "Facts"), closer=facts[1:], compact=True),
    )
    return Sheet(chapters, tuple(choices), reading=True)


def _tally(words: str, tally: Tally) -> list[Part[Kind]]:
    if not tally.of:
        return []
    n: Callable[[int], str] = QLocale().toString
    return [
        part(Kind.STRONG, words.format(n(tally.right), n(tally.of)), leads=True),
        part(Kind.BAR, "", share=tally.share, whole=True),
    ]


def _facts(session: Session) -> tuple[Part[Kind], ...]:
    newest = {answer.question.id: answer for answer in session.answers}
    parts = [part(Kind.HEAD, translate("Visit", "What you can take away"), leads=True)]
    for answer in sorted(newest.values(), key=_missed_first):
        kind = Kind.FACT_RIGHT if answer.right else Kind.FACT_MISSED
        source = short_reference(answer.question.citations[0].source)
        if answer.skipped:
            kind = Kind.FACT_SKIPPED
        parts.append(part(kind, answer.question.fact, keeps=True))
        parts.append(part(Kind.SOURCE, source))
    return tuple(parts)


def _missed_first(answer: Answer) -> int:
    if answer.missed:
        return 0
    return 2 if answer.skipped else 1
