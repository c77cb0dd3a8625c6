"""What a kiosk's window is given of the world outside it, in one place so that it can be played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING

from quiz.ui.kiosk.between_visitors import local_now
from quiz.ui.kiosk.idle import steady

if TYPE_CHECKING:
    from quiz.keep.pin import Pin
    from quiz.model.helpline import Helpline
    from quiz.ui.kiosk.between_visitors import NewContent
    from quiz.ui.kiosk.speech import Speaker
    from quiz.ui.kiosk.tally import Tally


def _nothing() -> None:
    """Nobody listens to the heart of a kiosk that was started by itself."""


def _unknown() -> float:
    """The system does not say how much memory is in use."""
    return 0.0


def _no_lines(day: date) -> tuple[Helpline, ...]:  # noqa: ARG001
    """No lines of help."""
    return ()


@dataclass(frozen=True, slots=True)
class Around:
    """`tally` counts visitors, `lock` is what a PIN opens, `rng` draws the questions.

    `clock` gives steady seconds, `now` the time of day, `megabytes` the memory in use. `beat` says
    that the program is alive. `helplines` gives the lines of help of a day. `content`: what is new
    in the content folder, None where nobody looks. `faults`: sentences for the staff from before
    the window; `look_up` gives those of what the site names and the content lacks at the moment.
    `afresh_after`: seconds after which the kiosk starts afresh between two visitors.
    """

    rng: Random
    tally: Tally
    lock: Pin
    version: str = ""
    clock: Callable[[], float] = steady
    now: Callable[[], datetime] = local_now
    megabytes: Callable[[], float] = _unknown
    beat: Callable[[], None] = _nothing
    helplines: Callable[[date], tuple[Helpline, ...]] = _no_lines
    speaker: Speaker | None = None
    content: NewContent | None = None
    faults: tuple[str, ...] = ()
    look_up: Callable[[], tuple[str, ...]] = tuple
    afresh_after: float | None = None
