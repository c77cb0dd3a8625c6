"""Unexpected errors: shown once on a screen, told to nobody unless asked, never in a loop."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

ASKED_BY = "QUIZ_DIAGNOSE"
"""The environment variable that asks for a line about each unexpected error."""

MOST_TOLD = 20
"""Different faults that are printed; a faulty paint event would otherwise fill a screen."""


def line_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An error in one line: its kind and the places in the code, the nearest first. Its words are
    left out, since they could carry what somebody answered.
    """
    import traceback  # late: it takes a while to load, and is seldom needed

    where = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in reversed(traceback.extract_tb(trace)[-4:])
    )
    return f"unexpected {kind.__name__} at {where or 'an unknown place'}"


class Mishaps:
    """Stands in for sys.excepthook.

    `show` is called at the first fault of each kind; where that fails too, nothing more is tried.
    `end` leaves. What is printed are technical events only (:func:`line_of`), and only where
    somebody asked for them (`tells`): a desktop keeps in a file what its programs print. Before
    there is a window a fault is always told, since nothing else can tell of it.
    """

    def __init__(
        self,
        show: Callable[[], None] | None = None,
        end: Callable[[], None] | None = None,
        *,
        tells: bool = False,
    ) -> None:
        self._tells = tells
        self._show = show
        self._end = end
        self._told: set[str] = set()
        self._busy = False

    def show_with(self, show: Callable[[], None], end: Callable[[], None]) -> None:
        """From now on there is a window: how to show a mishap, and how to leave."""
        self._show, self._end = show, end

    def hear_interrupts(self) -> None:
        """Ctrl+C leaves. As an exception it could come in a place that swallows it: one in a
        hundred was lost.
        """
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not in the background
            signal.signal(signal.SIGINT, self._interrupted)

    def _interrupted(self, *_: object) -> None:
        if self._end is not None:
            self._end()

    def install(self) -> None:
        """Take over from here on."""
        sys.excepthook = self.take

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,  # noqa: ARG002  (its words may tell of an answer)
        trace: TracebackType | None,
    ) -> None:
        """Note one error. Ctrl+C in a terminal is none: it leaves."""
        if issubclass(kind, KeyboardInterrupt):
            self._interrupted()
            return
        line = line_of(kind, trace)
        fault = line.partition(" < ")[0]  # the same from whichever way it was come to
        if self._busy or fault in self._told or len(self._told) >= MOST_TOLD:
            return
        self._told.add(fault)
        self._busy = True
        try:
            if self._tells or self._show is None:
                print(line, file=sys.stderr)
            if self._show is not None:
                self._show()
        except Exception:  # noqa: BLE001  (the last resort must not raise)
            if self._tells:
                print("the mishap could not be shown", file=sys.stderr)
        finally:
            self._busy = False
