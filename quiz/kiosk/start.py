"""The start of a kiosk, told in order.

1. `kiosk`: the parent. It reads nothing but the command line, so that nothing can bring it down. It
   starts the same command again, with `--watched`, and sees to it that this one lives.
2. `kiosk --watched`: the child, which a visitor sees. It reads the site, opens the shelf, shows the
   resting screen, and beats.
3. `kiosk check`, `kiosk card`, `kiosk pin`: what the staff do about it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quiz import paths

if TYPE_CHECKING:
    from quiz.model.site import Site
    from quiz.options import Options


def kiosk(asked: Options, arguments: Sequence[str]) -> int:
    """Run what `arguments`, understood as `asked`, want of a kiosk; the exit code."""
    if asked.rest.watched:
        from quiz.kiosk.child import sit
        from quiz.kiosk.heartbeat import Heart, end_with_parent

        end_with_parent()
        code = sit(asked, Heart())
        # What is left to tidy up goes with the process. A fault while Qt is taken down would look
        # like one of the kiosk, which would then stand up again after staff have left it.
        os._exit(code)
    from quiz.kiosk import systemd
    from quiz.kiosk.watchdog import supervise

    again = [*_this_program(), *arguments, "--watched"]
    return supervise(again, announce=systemd.listener(os.environ))


def task(asked: Options) -> int:
    """Do one of the tasks of the staff; the exit code."""
    if asked.rest.task == "pin":
        from quiz.kiosk.pin import ask

        return ask(paths.site_file(asked.rest.site, os.environ))
    if asked.rest.task == "card":
        from quiz.kiosk.card import save_card

        return save_card(asked)
    from quiz.kiosk.check import check

    return check(asked)


def _this_program() -> list[str]:
    """How this program is started again: as a bundle, or by the same Python from the checkout."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(paths.ROOT / "main.py")]


def with_options(site: Site, asked: Options) -> Site:
    """The site as the command line wants it: what is said there holds over the site file."""
    given: dict[str, Any] = {
        "content": str(asked.rest.content.absolute()) if asked.rest.content else None,
        "languages": (asked.language,) if asked.language else None,
        "topics": asked.topics,
        "questions": asked.questions,
        "age_band": asked.age_band,
    }
    return replace(site, **{name: value for name, value in given.items() if value is not None})
