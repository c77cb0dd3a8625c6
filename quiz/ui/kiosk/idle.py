"""When a visitor has gone: a rule over the seconds since the last input, nothing else.

The clock is handed in. It is a steady one (:func:`steady`), since the time of day jumps: it is set,
summer time ends, a computer without a battery wakes in 1970.

A finger or key that stays down counts when it comes and when it goes, not while it rests there: a
bag that leans on the glass, or a panel with a stuck contact, must not keep a person's answers in
sight. Whoever rests a finger on the screen gets the warning like everybody and lifts it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from quiz.model.setting import IdleLimits

IN_SPEECH = 2
"""How much longer everything is with speech: listening takes longer than reading."""


def steady() -> float:
    """Seconds that never jump and that go on while the computer sleeps, where the system has such
    a clock: whoever wakes it the next morning must not find yesterday's visitor.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Idle(Enum):
    """Whether somebody is there."""

    QUIET = "quiet"  # somebody is, or was a moment ago
    WARNING = "warning"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class IdleState:
    """`left`: whole seconds until all is wiped, rounded up; `share` of the warning that is left.

    Both say something during the warning only.
    """

    idle: Idle
    left: int = 0
    share: float = 0.0


class IdleWatch:
    """Remembers when the last input came (STANDARDS R97). `limits` are the site's, in seconds."""

    def __init__(self, limits: IdleLimits, clock: Callable[[], float] = steady) -> None:
        self._limits = limits
        self._clock = clock
        self._last = clock()

    def touched(self) -> None:
        """There was an input. Whatever was counted down begins anew, as often as one likes."""
        self._last = self._clock()

    def state(self, reading: bool, doubled: bool = False) -> IdleState:
        """How it stands now. `reading`: the longer limit holds; `doubled`: speech is on."""
        limits = self._limits
        times = IN_SPEECH if doubled else 1
        limit = times * (limits.explanation if reading else limits.question)
        warning = times * limits.warning
        passed = self._clock() - self._last
        if passed < limit:
            return IdleState(Idle.QUIET)
        if passed >= limit + warning:
            return IdleState(Idle.OVER)
        left = limit + warning - passed
        return IdleState(Idle.WARNING, math.ceil(left), left / warning)
