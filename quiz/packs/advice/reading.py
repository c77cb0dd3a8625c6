"""How hard a text is to read: the Flesch-Kincaid grade of a whole explanation (STANDARDS 5.6).

`textstat`, which only authors need, is imported when it is asked for. Its version is fixed, since
its way of counting syllables is part of what the limits mean.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable

from quiz.model.question import AgeBand, Question, Term

MOST = 8.0
MOST_FOR_ADULTS = 9.0
MOST_MEDIAN = 7.0
"""School grades (R85)."""

STAND_IN = "doctor"
"""A two-syllable word in the place of a term that the glossary explains."""

Grade = Callable[[str], float]


def textstat_grade() -> Grade | None:
    """The function that grades a text, None where textstat is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of how it looks up its own files
            import textstat  # type: ignore[import-untyped]  # it has no type hints
    except ImportError:
        return None
    return lambda text: float(textstat.textstat.flesch_kincaid_grade(text))


def explanation(question: Question) -> str:
    """The text that is graded: all parts of the explanation together, never one sentence."""
    parts = (question.fact, question.detail, question.myth, question.why, question.takeaway)
    return " ".join(parts)


def without_terms(text: str, glossary: Iterable[Term]) -> str:
    """`text` with each term of the glossary replaced by a two-syllable word."""
    for term in sorted(glossary, key=lambda term: -len(term.term)):
        text = re.sub(rf"\b{re.escape(term.term)}s?\b", STAND_IN, text, flags=re.IGNORECASE)
    return text


def limit(question: Question) -> float:
    """The highest grade for a question of its age band."""
    return MOST_FOR_ADULTS if question.age_band is AgeBand.ADULT else MOST
