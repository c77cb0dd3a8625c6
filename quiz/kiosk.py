"""The start of a kiosk, told in order.

1. `kiosk`: the parent. It reads nothing but the command line, so that nothing can bring it down. It
   starts the same command again, with `--watched`, and sees to it that this one lives.
2. `kiosk --watched`: the child, which a visitor sees. It reads the site, opens the shelf, shows the
   resting screen, and beats.
3. `kiosk check`, `kiosk card`, `kiosk pin`: what the staff do about it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz import paths

if TYPE_CHECKING:
    from quiz.heartbeat import Heart
    from quiz.options import Options

AGAIN = 75
"""The child's exit code when it wants to be started afresh."""


def kiosk(asked: Options, arguments: Sequence[str]) -> int:
    """Run what `arguments`, understood as `asked`, want of a kiosk; the exit code."""
    if asked.rest.watched:
        from quiz.heartbeat import Heart

        return sit(asked, Heart())
    from quiz.watchdog import supervise

    return supervise([*_this_program(), *arguments, "--watched"])


def task(asked: Options) -> int:
    """Do one of the tasks of the staff."""
    raise NotImplementedError


def _this_program() -> list[str]:
    """How this program is started again: as a bundle, or by the same Python from the checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(paths.ROOT / "main.py")]


def sit(asked: Options, heart: Heart) -> int:
    """The kiosk itself, until staff leave it (0) or it wants to be started afresh (AGAIN)."""
    raise NotImplementedError
