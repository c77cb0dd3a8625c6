"""Unexpected errors: told once to standard error, shown once on a screen, never in a loop."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

MOST_TOLD = 20
"""Different faults that are printed; a faulty paint event would otherwise fill a screen."""


class Mishaps:
    """Stands in for sys.excepthook.

    What is printed are technical events only: the kind of error and the places in the code. The
    words of an error are left out, since they could carry what somebody answered. `show` is called
    at the first fault of each kind; where that fails too, nothing more is tried.
    """

    def __init__(self, show: Callable[[], None]) -> None:
        self._show = show
        self._told: set[str] = set()
        self._busy = False

    def install(self) -> None:
        """Take over from here on."""
        sys.excepthook = self.take

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,  # noqa: ARG002  (its words may tell of an answer)
        trace: TracebackType | None,
    ) -> None:
        """Note one error."""
        where = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in reversed(traceback.extract_tb(trace)[-4:])
        )
        line = f"unexpected {kind.__name__} at {where or 'an unknown place'}"
        if self._busy or line in self._told or len(self._told) >= MOST_TOLD:
            return
        self._told.add(line)
        self._busy = True
        try:
            print(line, file=sys.stderr)
            self._show()
        except Exception:  # noqa: BLE001  (the last resort must not raise)
            print("the mishap could not be shown", file=sys.stderr)
        finally:
            self._busy = False
