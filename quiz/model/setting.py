"""Places are data: one frozen :class:`Setting` for each place, and nothing asks for a place's name.

A screen is handed the one allowance it needs. A fourth place would be a fourth value here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from quiz.model.age_band import AgeBand


class Leaving(Enum):
    """What "Leave quickly" comes to once every window is neutral (STANDARDS R52)."""

    END = "end"  # the process ends
    BLANK = "blank"  # a neutral screen; the teacher ends or goes on
    ATTRACT = "attract"  # the next visitor's resting screen


@dataclass(frozen=True, slots=True)
class IdleLimits:
    """Seconds without input before the warning, and the warning's own length (STANDARDS R97)."""

    question: int = 60
    explanation: int = 90
    warning: int = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """The rules of one place.

    `questions` is the length of a round, `retries` how often a missed question may return,
    `retry_most` how many missed questions one retry takes (STANDARDS R24).
    """

    questions: int
    age_band: AgeBand
    leaving: Leaving
    reveal_on_cue: bool = False
    asks_confidence: bool = False
    may_choose: bool = True
    may_open_links: bool = False
    may_copy: bool = False
    may_save: bool = False
    idle: IdleLimits | None = None
    text_scale: float = 1.0
    retries: int = 2
    retry_most: int = 1000


PRIVATE = Setting(
    questions=10,
    age_band=AgeBand.ADULT,
    leaving=Leaving.END,
    may_open_links=True,
    may_copy=True,
    may_save=True,
)
"""One person, who must not be seen looking."""

CLASS = Setting(
    questions=8,
    age_band=AgeBand.YOUNG_TEEN,
    leaving=Leaving.BLANK,
    reveal_on_cue=True,
    may_copy=True,
)
"""A teacher's laptop and a projector; nobody exposed."""

KIOSK = Setting(
    questions=5,
    age_band=AgeBand.TEEN,
    leaving=Leaving.ATTRACT,
    may_choose=False,
    idle=IdleLimits(),
    retries=1,
    retry_most=3,
)
"""A touch screen in a waiting room that forgets everybody."""
