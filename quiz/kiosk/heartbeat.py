"""What a kiosk's child says to its parent: that it is alive, and how much memory it may take.

A beat is a line on the pipe that was standard output when the process began. Whatever else is
printed goes to standard error from then on, so that no other voice is taken for a beat.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
from contextlib import suppress
from pathlib import Path

BEAT = b"beat"

GROWN = 1.25
"""Above the ceiling counts only who has grown by so much since the first beat: one that was set
below what the program needs must not start it afresh for ever."""


class Heart:
    """What the interface thread beats with. Made before anything else is printed."""

    def __init__(self, pipe: int = 1) -> None:
        self.ceiling_mb = 0
        self._pipe = os.dup(pipe)
        with suppress(OSError):  # no standard error: a bundle without a console on Windows
            os.dup2(2, pipe)
        if stat.S_ISFIFO(os.fstat(self._pipe).st_mode):  # a terminal is shared with the shell
            with suppress(OSError, AttributeError):  # Windows before Python 3.12
                os.set_blocking(self._pipe, False)

    def beat(self) -> None:
        """Say that all is well; end the process when nobody is there any more to hear it.

        Each beat tells the ceiling of the memory, so that the parent, which has to stand whatever
        the site file says, need not read it.
        """
        try:
            os.write(self._pipe, b"%s %d\n" % (BEAT, self.ceiling_mb))
        except BlockingIOError:
            pass  # the parent is held up; a screen that waits for it would be held up as well
        except OSError:
            os._exit(1)


def end_with_parent() -> None:
    """Have the system end this process with its parent, where it can: Linux, prctl(2).

    Elsewhere the next beat notices. Until then the windows of two kiosks would be there, if
    somebody starts another one at once.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


_PR_SET_PDEATHSIG = 1


def outgrown(now_mb: int, at_first_mb: int, ceiling_mb: int, times: float = 1.0) -> bool:
    """Whether `now_mb` is above so many times the ceiling, 0 for none, and has grown at all."""
    return 0 < ceiling_mb * times < now_mb and now_mb > at_first_mb * GROWN


def resident_mb(process: int | str = "self") -> int:
    """The memory that a process takes in fact, in MB; 0 where the system does not say."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000
    except (OSError, ValueError, IndexError, AttributeError):
        return 0
