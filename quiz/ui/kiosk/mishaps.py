"""Unexpected errors at a kiosk: the visitor's view is wiped, the staff are told, nothing loops."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from types import TracebackType

from quiz.ui.kiosk.idle import steady
from quiz.ui.mishaps import line_of

MOST = 3
WITHIN = 60.0
"""So many errors within so many seconds: the process is of no use any more and gives up."""


class KioskMishaps:
    """Stands in for sys.excepthook.

    `wipe` is handed the line for the staff, which has the kind of error and its place and nothing
    of anybody's answers. `give_up` ends the process, whatever state it is in: its parent starts
    another one.
    """

    def __init__(self, give_up: Callable[[], None], clock: Callable[[], float] = steady) -> None:
        self._give_up = give_up
        self._clock = clock
        self._wipe: Callable[[str], None] | None = None
        self._times: deque[float] = deque(maxlen=MOST)

    def wipe_with(self, wipe: Callable[[str], None]) -> None:
        """From now on there is a window: how to wipe it. Before that an error gives up at once."""
        self._wipe = wipe

    def install(self) -> None:
        """Take over from here on."""
        sys.excepthook = self.take

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,  # noqa: ARG002  (its words may tell of an answer)
        trace: TracebackType | None,
    ) -> None:
        """Note one error and wipe; an error while wiping is one more."""
        line = line_of(kind, trace)
        print(line, file=sys.stderr)
        now = self._clock()
        self._times.append(now)
        many = len(self._times) == MOST and now - self._times[0] <= WITHIN
        if many or self._wipe is None or issubclass(kind, KeyboardInterrupt):
            self._give_up()
            return
        try:
            self._wipe(line)
        except Exception as worse:  # noqa: BLE001  (the last resort must not raise)
            self.take(type(worse), worse, worse.__traceback__)
