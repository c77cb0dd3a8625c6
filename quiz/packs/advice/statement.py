"""What is to be said of a statement: it has to be one plain claim that gives nothing away."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.model.question import Question

from . import wording
from .likeness import longest_shared_run
from .remarks import ADVICE, ERROR, Finding

SOFT_LIMIT = 20
"""Words; the reader refuses a statement of over 25."""

LIFTED = 7
"""Words in a row that a statement may share with its own fact (STANDARDS R8)."""

MOSTLY_LIFTED = 0.75
"""Part of a short statement that may stand word for word in its fact."""


def length(question: Question) -> Iterator[Finding]:
    """A long statement is long because somebody made it exact."""
    count = len(question.statement.split())
    if count > SOFT_LIMIT:
        what = f"has {count} words; over {SOFT_LIMIT} are hard to judge"
        yield Finding(ADVICE, "statement", what, f"Take out {count - SOFT_LIMIT}.")


def negatives(question: Question) -> Iterator[Finding]:
    """Two negatives test attention, not knowledge."""
    hint = "Say it without a negative, or with one."
    if wording.negatives(question.statement) > 1:
        yield Finding(ERROR, "statement", "has two negatives", hint)
    elif found := wording.UNDONE.search(question.statement):
        yield Finding(ADVICE, "statement", f"says '{found[0]}', which is two negatives", hint)


def one_claim(question: Question) -> Iterator[Finding]:
    """Of two claims one may be true and the other not."""
    hint = "Ask one of them, or make two questions."
    if wording.AND_OR.search(question.statement):
        yield Finding(ERROR, "statement", "joins two claims with 'and/or'", hint)
    elif found := wording.JOINED.search(question.statement):
        what = f"may join two claims, with '{found[0].split(',')[-1].strip()}'"
        yield Finding(ADVICE, "statement", what, hint)


def not_about_the_reader(question: Question) -> Iterator[Finding]:
    """Nobody is asked about themselves, neither on the screen nor in a class."""
    for field, text in (("statement", question.statement), ("teacher, ask", question.teacher.ask)):
        if found := wording.READER.search(text):
            what, hint = f"says '{found[0].lower()}' to the reader", "Say it of people in general."
            yield Finding(ERROR, field, what, hint)
    if question.statement.endswith("?"):
        yield Finding(ERROR, "statement", "asks something", "Write it as a statement.")


def clues(question: Question) -> Iterator[Finding]:
    """Absolutes are mostly found in myths and hedges in realities, and guessers know it."""
    for clue, found in (("absolute", wording.ABSOLUTES), ("hedge", wording.HEDGES)):
        if word := found.search(question.statement):
            what = f"has the {clue} '{word[0].lower()}', which may give away the verdict"
            hint = "Say it without, or use it as often in myths as in realities."
            yield Finding(ADVICE, "statement", what, hint)


def lifted(question: Question) -> Iterator[Finding]:
    """The fact has to teach something; the statement over again does not."""
    run = longest_shared_run(question.statement, question.fact)
    if run > LIFTED or run > MOSTLY_LIFTED * len(wording.words(question.statement)):
        what = f"shares {run} words in a row with its fact"
        yield Finding(ADVICE, "statement", what, "Say one of them in other words.")


PLAIN = (length,)
"""Rules for any language."""

ENGLISH = (negatives, one_claim, not_about_the_reader, clues, lifted)
"""Rules that go by English words."""
