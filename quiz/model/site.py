"""A kiosk's site: what the staff of one waiting room decided for their screen.

A site can change the amounts of a kiosk, never what a kiosk allows: those stay as
:data:`~quiz.model.setting.KIOSK` has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from quiz.model.age_band import AgeBand
from quiz.model.setting import KIOSK, IdleLimits, Setting

MINUTES_OF_A_DAY = 24 * 60

PIN_HASH_FORM = "scrypt-1[4-7]-8-1-[0-9a-f]{32}-[0-9a-f]{64}"
"""What is kept of a PIN: method, log2 of N, r, p, salt, hash (:mod:`quiz.keep.pin`). No sign that
YAML or a shell would take for something else.
"""


class Speech(Enum):
    """Where speech may come out. Software cannot see what is plugged in: the site says so."""

    OFF = "off"
    HEADSET = "headset"  # the sound leads to a headset and nowhere else
    LOUDSPEAKER = "loudspeaker"  # everybody near hears it: a visitor is told and has to agree


class Corner(Enum):
    """Where the staff touch five times."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours, in minutes after midnight; `closes` before `opens` reaches past midnight."""

    opens: int
    closes: int

    def open_at(self, minute: int) -> bool:
        """Whether the house is open at this minute of the day. Equal ends: always open."""
        if self.opens < self.closes:
            return self.opens <= minute < self.closes
        return minute >= self.opens or minute < self.closes


@dataclass(frozen=True, slots=True)
class Site:
    """What is particular to one kiosk.

    `content`: the folder of packs, "" for those that come with the program. `packs`, `topics`,
    `languages`: which of them, () for all. `screen_width_mm`: the real width of the picture, None
    where nobody measured it. `counts`: the file of anonymous counts, "" for none.
    `nightly_restart`: a minute of the day. `memory_ceiling_mb`: the program starts afresh above it,
    0 for never. `country`: two letters, for the lines of help.
    """

    content: str = ""
    packs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    age_band: AgeBand = AgeBand.TEEN
    languages: tuple[str, ...] = ()
    questions: int = KIOSK.questions
    idle: IdleLimits = field(default_factory=IdleLimits)
    screen_width_mm: int | None = None
    reading_distance_mm: int = 600
    opening_hours: Hours | None = None
    pin_hash: str = ""
    counts: str = ""
    counts_floor: int = 10
    speech: Speech = Speech.OFF
    staff_corner: Corner = Corner.TOP_LEFT
    nightly_restart: int | None = None
    memory_ceiling_mb: int = 600
    country: str = ""

    def setting(self) -> Setting:
        """The kiosk's rules with this site's amounts."""
        return replace(KIOSK, questions=self.questions, age_band=self.age_band, idle=self.idle)
