"""What a pack is made of: questions, the sources they rest on, and closed lists to choose from.

Everything here is a frozen value. A :class:`Question` holds its citations with the
:class:`Source` itself in them, so that no screen has to look anything up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from quiz.model.age_band import AgeBand as AgeBand  # noqa: PLC0414  (offered here as well)


class Verdict(Enum):
    """What a statement is. There is no third; grey areas are told in a question's ``caveat``."""

    MYTH = "myth"
    REALITY = "reality"

    @property
    def other(self) -> Verdict:
        """The opposite verdict."""
        return Verdict.REALITY if self is Verdict.MYTH else Verdict.MYTH


class Strength(Enum):
    """How much weight a kind of evidence bears, in one word a reader understands."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    CONSENSUS = "consensus"
    LAW = "law"


class Evidence(Enum):
    """The kind of work a source is (closed list, facts/README rule 4)."""

    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic-review"
    RCT = "rct"
    COHORT = "cohort"
    CROSS_SECTIONAL = "cross-sectional"
    QUALITATIVE = "qualitative"
    TEXTBOOK = "textbook"
    PROFESSIONAL_BODY = "professional-body"
    PUBLIC_HEALTH_PAGE = "public-health-page"
    STATUTE = "statute"
    OTHER = "other"

    @property
    def strength(self) -> Strength:
        """The weight shown to people for this kind of evidence."""
        return _STRENGTHS[self]


_STRENGTHS = {
    Evidence.GUIDELINE: Strength.STRONG,
    Evidence.SYSTEMATIC_REVIEW: Strength.STRONG,
    Evidence.RCT: Strength.MODERATE,
    Evidence.COHORT: Strength.MODERATE,
    Evidence.CROSS_SECTIONAL: Strength.LIMITED,
    Evidence.QUALITATIVE: Strength.LIMITED,
    Evidence.OTHER: Strength.LIMITED,
    Evidence.TEXTBOOK: Strength.CONSENSUS,
    Evidence.PROFESSIONAL_BODY: Strength.CONSENSUS,
    Evidence.PUBLIC_HEALTH_PAGE: Strength.CONSENSUS,
    Evidence.STATUTE: Strength.LAW,
}


class Misleads(Enum):
    """The slip by which a myth misleads (closed list, STANDARDS 1.1)."""

    FAKE_EXPERT = "fake-expert"
    ANECDOTE = "anecdote-as-evidence"
    CHERRY_PICKING = "cherry-picking"
    CORRELATION = "correlation-as-cause"
    OVERGENERALISING = "overgeneralising"
    EITHER_OR = "false-either-or"
    OVERSIMPLIFYING = "oversimplifying"
    NATURE = "appeal-to-nature"
    TRADITION = "appeal-to-tradition-or-norm"
    MORAL = "moral-as-medical"
    IMPOSSIBLE = "impossible-expectation"
    CONSPIRACY = "conspiracy"
    OUTDATED = "outdated-science"
    MARKETING = "marketing-claim"
    MEDIA = "porn-or-media-as-reality"
    WORD_MIX_UP = "word-mix-up"


@dataclass(frozen=True, slots=True)
class Name:
    """A person (`family`, `given`) or a body (`literal`), as CSL writes names."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """When a work appeared: a year, a year and month, or a whole date."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliographic record. Fields have CSL names with ``_`` for ``-``; ``""`` means unknown."""

    id: str
    type: str
    title: str
    evidence: Evidence
    checked: date
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: Issued | None = None
    accessed: Issued | None = None
    container_title: str = ""
    collection_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    edition: str = ""
    genre: str = ""
    language: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, the place in it, and what it supports here, in our words."""

    source: Source
    locator: str
    supports: str


@dataclass(frozen=True, slots=True)
class TeacherNote:
    """What a teacher sees beside a question, and nobody else."""

    purpose: str
    ask: str
    safeguarding: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One statement, its verdict, its explanation and its citations."""

    id: str
    topic: str
    statement: str
    verdict: Verdict
    fact: str
    detail: str
    myth: str
    why: str
    misleads_by: Misleads
    takeaway: str
    citations: tuple[Citation, ...]
    difficulty: int
    age_band: AgeBand
    unesco: tuple[str, ...]
    nses: str
    teacher: TeacherNote
    reviewed: date
    caveat: str = ""
    more: str = ""
    content_note: str = ""
    twin: str = ""
    attract: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject within a pack."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: a word and what it means, in 25 words at most."""

    term: str
    means: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack: what the screens are given."""

    id: str
    title: str
    language: str
    summary: str
    license: str
    reviewed: date
    topics: tuple[Topic, ...]
    glossary: tuple[Term, ...]
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
