"""What a page of a visit says and offers, as values: nothing of Qt's widgets is in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from quiz.ui.kiosk.pages import Chapter, Part


class Kind(Enum):
    """How a part is drawn."""

    DISPLAY = "display"
    STATEMENT = "statement"
    RIGHT = "right"  # a banner: `aside` is the outcome, `text` the verdict and its fact
    MISSED = "missed"
    SKIPPED = "skipped"
    HEAD = "head"
    STRONG = "strong"
    TEXT = "text"
    QUOTE = "quote"
    LABEL = "label"
    CAPTION = "caption"
    FIGURE = "figure"
    BAR = "bar"  # `share` of its width is filled
    FACT_RIGHT = "fact right"  # a fact with the mark of its answer
    FACT_MISSED = "fact missed"
    FACT_SKIPPED = "fact skipped"
    SOURCE = "source"  # of the fact above it
    CODE = "code"  # `aside` is the link in the code, `text` stands beside it
    CALL = "call"  # a number, large, and a code that calls it


OF_THE_PACK = frozenset(
    {
        Kind.STATEMENT,
        Kind.RIGHT,
        Kind.MISSED,
        Kind.SKIPPED,
        Kind.STRONG,
        Kind.TEXT,
        Kind.QUOTE,
        Kind.FACT_RIGHT,
        Kind.FACT_MISSED,
        Kind.FACT_SKIPPED,
    }
)
"""What is in the language of the pack, at least in the main, while its questions are shown."""


class Rank(Enum):
    """How a choice looks."""

    ANSWER = "answer"
    START = "start"  # the only thing that most are here for
    MAIN = "main"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be touched: `key` is what is said when it is."""

    key: str
    words: str
    rank: Rank = Rank.PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a visitor reads before the next choice, and the choices. `reading`: it takes longer.

    `alike`: other chapters like the first one that come in the same round. They share its type, so
    that it is of one size from question to question.
    """

    chapters: tuple[Chapter[Kind], ...]
    choices: tuple[Choice, ...]
    reading: bool = False
    alike: tuple[Chapter[Kind], ...] = ()


def part(kind: Kind, text: str, **rest: object) -> Part[Kind]:
    """A part, for short."""
    return Part(kind, text, **rest)  # type: ignore[arg-type]
