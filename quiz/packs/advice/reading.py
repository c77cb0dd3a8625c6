"""How hard a text is to read: the Flesch-Kincaid grade of a whole explanation (STANDARDS 5.6).

`textstat`, which only authors need, is imported when it is asked for. It counts syllables by the
hyphenation patterns of `pyphen`; later versions of it load a corpus from the web instead, and
count otherwise. So the versions of both are fixed: the limits mean what these count.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable

from quiz.model.question import AgeBand, Pack, Question, Term

MOST = 8.0
MOST_FOR_ADULTS = 9.0
MOST_MEDIAN = 7.0
"""School grades (R85)."""

VERSIONS = {"textstat": "0.7.3", "pyphen": "0.18.1"}
"""As in pyproject.toml, which a test compares."""

STAND_IN = "doctor"
"""A two-syllable word in the place of a term that the glossary explains."""

Grade = Callable[[str], float]


class CannotGrade(Exception):
    """Says why the reading level cannot be looked at."""


def textstat_grade() -> Grade:
    """The function that grades a text in English; raises :class:`CannotGrade`."""
    from importlib.metadata import PackageNotFoundError, version  # which loads much

    for name, wanted in VERSIONS.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            raise CannotGrade(f"{name} is not installed") from None
        if found != wanted:
            raise CannotGrade(f"{name} is {found}, and grades are counted by {wanted}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of how it looks up its own files
            import textstat  # type: ignore[import-untyped]  # it has no type hints
    except ImportError as fault:
        raise CannotGrade(f"textstat cannot be loaded ({fault})") from None
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


def grades(pack: Pack, grade: Grade) -> list[float]:
    """The grade of each question's explanation, terms replaced."""
    return [
        grade(without_terms(explanation(question), pack.glossary)) for question in pack.questions
    ]
