"""What is to be said of an explanation: the truth in its own words, calm, and easy to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quiz.model.question import Pack, Question, Verdict

from . import reading, wording
from .dates import finding_of_date
from .likeness import overlap
from .remarks import ADVICE, ERROR, Finding

RESTATED = 0.75
"""Overlap of content words from which a sentence counts as another one over again."""

DENIED = 0.6
"""The same for a sentence that only puts a negative into the other."""


def texts(question: Question) -> Iterator[tuple[str, str]]:
    """Every text that is ours, with the way to its field."""
    for field in ("statement", "fact", "detail", "myth", "why", "takeaway", "caveat", "more"):
        yield field, getattr(question, field)
    yield "content_note", question.content_note
    yield "teacher, purpose", question.teacher.purpose
    yield "teacher, ask", question.teacher.ask
    for number, citation in enumerate(question.citations, 1):
        yield f"source {number}, supports", citation.supports


def calm(question: Question) -> Iterator[Finding]:
    """Nobody is shouted at."""
    for field, text in texts(question):
        if "!" in text:
            yield Finding(ERROR, field, "has an exclamation mark", "End with a full stop.")


def tone(question: Question) -> Iterator[Finding]:
    """Nobody is blamed; but a belief may hold the word that makes it one."""
    beliefs = {"myth"} | ({"statement"} if question.verdict is Verdict.MYTH else set())
    for field, text in texts(question):
        for word, reason in wording.tone(text):
            level = ADVICE if field in beliefs else ERROR
            yield Finding(level, field, f"says '{word}'", f"Leave it out: {reason}.")


def not_the_myth_again(question: Question) -> Iterator[Finding]:
    """What is read last is remembered, and a denied myth is remembered without its "not"."""
    beliefs = [question.myth]
    if question.verdict is Verdict.MYTH:
        beliefs.append(question.statement)
    for field in ("fact", "takeaway"):
        text = getattr(question, field)
        same = max(overlap(text, belief) for belief in beliefs)
        hint = "Say what is true in words of its own."
        if not wording.negatives(text) and same >= RESTATED:
            yield Finding(ERROR, field, "says the myth over again", hint)
        elif wording.negatives(text) and same >= DENIED:
            yield Finding(ADVICE, field, "says the myth again with a negative in it", hint)


def takeaway_of_its_own(question: Question) -> Iterator[Finding]:
    """The takeaway is the fact in other words."""
    if overlap(question.takeaway, question.fact) >= RESTATED:
        yield Finding(ADVICE, "takeaway", "has the words of the fact", "Say it in other words.")


def figures(question: Question) -> Iterator[Finding]:
    """A number is only as good as the place where it can be looked up."""
    found = wording.figures(question.detail)
    if not found:
        return
    told = ""
    for citation in question.citations:
        source = citation.source
        told += f"{citation.locator} {citation.supports} {source.title} "
        told += f"{source.issued.year} " if source.issued else ""
    missing = next((figure for figure in found if not wording.is_told(figure, told)), None)
    if missing:
        what = f"has the figure {missing}, which no citation carries"
        hint = "Name it in the 'supports' of the source it comes from."
        yield Finding(ADVICE, "detail", what, hint)
    if all(c.locator.strip(" .").lower() in wording.VAGUE_LOCATORS for c in question.citations):
        what = f"has the figure {found[0]}, and no locator says where to look"
        yield Finding(ADVICE, "detail", what, "Name the page, table or section.")


def grade(question: Question, pack: Pack, of_text: reading.Grade) -> Iterator[Finding]:
    """Too hard to read; both values are told, since a term may be to blame."""
    text = reading.explanation(question)
    plain = of_text(reading.without_terms(text, pack.glossary))
    most = reading.limit(question)
    if plain > most:
        what = (
            f"the explanation reads at grade {plain:.1f} ({of_text(text):.1f} with the terms of "
            f"the glossary); {most:.0f} is the most"
        )
        yield Finding(ERROR, "fact", what, "Use shorter sentences and shorter words.")


def reviewed(question: Question, today: date) -> Iterator[Finding]:
    """Somebody has to look at it again."""
    yield from finding_of_date("reviewed", question.reviewed, today)


PLAIN = (calm, figures, takeaway_of_its_own)
"""Rules for any language."""

ENGLISH = (tone, not_the_myth_again)
"""Rules that go by English words."""
