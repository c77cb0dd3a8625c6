"""What a kiosk does while nobody is there: take over content, start afresh by night or when grown.

Times of day come from the system's clock, which jumps; how long the program has been running comes
from a steady one. Neither alone can make it start afresh twice for one reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.model.site import MINUTES_OF_A_DAY, Site

if TYPE_CHECKING:
    from quiz.keep.last_good import LastGood
    from quiz.packs.watch import ContentWatch, Taken

NIGHT = 60
"""Minutes from the site's minute on in which the nightly restart may come: a clock that jumps over
the minute itself (summer time begins) still meets it, and so does a visitor who sits there then.
"""

RESTED = 2 * 3600.0
"""Seconds of running before a nightly restart: the hour that is there twice when summer time ends
does not bring two.
"""

GROWN = 600.0
"""Seconds of running before memory can bring a restart: one that begins above the ceiling must not
spend its life beginning.
"""


def local_now() -> datetime:
    """The time of day where the kiosk stands."""
    return datetime.now().astimezone()


def minute_of(now: datetime) -> int:
    """Minutes after midnight."""
    return now.hour * 60 + now.minute


class AFreshStart:
    """When a kiosk had better begin anew. `clock` gives steady seconds, `now` the time of day,
    `megabytes` the memory in use, 0 where the system does not say. `after` so many seconds it is
    time in any case: the site's own content is tried again then.
    """

    def __init__(
        self,
        site: Site,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        megabytes: Callable[[], float],
        after: float | None = None,
    ) -> None:
        self._nightly = site.nightly_restart
        self._ceiling = site.memory_ceiling_mb
        self._clock = clock
        self._now = now
        self._megabytes = megabytes
        self._after = after
        self._began = clock()

    def wanted(self) -> bool:
        """Whether it is time, if nobody is there."""
        running = self._clock() - self._began
        if self._nightly is not None and running >= RESTED:
            past = (minute_of(self._now()) - self._nightly) % MINUTES_OF_A_DAY
            if past < NIGHT:
                return True
        if self._after is not None and running >= self._after:
            return True
        return running >= GROWN and 0 < self._ceiling < self._megabytes()


LOOK_S = 5.0
"""Seconds between two looks at the content folder."""

PIECE_S = 0.02
"""Seconds that may pass with one piece of reading: a touch on the resting screen never waits."""


class NewContent:
    """Content that is put into the folder under way: read and copied in small pieces.

    `watch` says what is new, `last_good` keeps a copy of what is sound. `clock` gives seconds.
    """

    def __init__(
        self, watch: ContentWatch, last_good: LastGood, clock: Callable[[], float]
    ) -> None:
        self._watch = watch
        self._last_good = last_good
        self._clock = clock
        self._next_look = clock() + LOOK_S
        self._copying: Iterator[None] | None = None
        if watch.taken.fresh:
            self._copy()

    @property
    def notice(self) -> str:
        """What the staff should know about the copy, or ""."""
        return self._last_good.notice

    def step(self) -> Taken | None:
        """One small piece; what is new, once all of it is read. Only between two visitors."""
        until = self._clock() + PIECE_S
        if self._clock() >= self._next_look:
            self._next_look = self._clock() + LOOK_S
            self._watch.changed()
        while self._watch.step():
            if self._clock() >= until:
                return None
        taken = self._watch.take()
        if taken is not None and taken.fresh:
            self._copy()
        while self._copying is not None and self._clock() < until:
            if next(self._copying, _DONE) is _DONE:
                self._copying = None
        return taken

    def _copy(self) -> None:
        self._copying = self._last_good.keep_content(self._watch.folder, self._watch.unchanged)


_DONE = object()
