"""A kiosk for the pictures: one visitor, from the resting screen to the results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from kiosk_stand import Stand

from quiz.model.question import Pack
from quiz.model.site import Site

SITE = Site(screen_width_mm=476, questions=2)
SEED = 5


def a_kiosk(
    pack: Pack, size: tuple[int, int], settle: Callable[[], None]
) -> Iterator[tuple[str, QPixmap]]:
    """What a visitor sees, page by page, with names."""
    kiosk = Stand((pack,), SITE, size=size, seed=SEED)

    def press(name: str) -> None:
        buttons = kiosk.window.visit.page.findChildren(QAbstractButton)
        found = [each for each in buttons if each.isVisible() and each.text() == name]
        kiosk.touch_on(found[0])

    def shown(name: str) -> tuple[str, QPixmap]:
        settle()
        return f"kiosk-{name}", kiosk.window.grab()

    yield shown("resting")
    kiosk.wake()
    yield shown("welcome")
    press("Where to get help")
    yield shown("help")
    press("Close")
    press("Start")
    yield shown("question")
    press("Myth")
    yield shown("answer")
    press("Why?")
    yield shown("why")
    press("Source")
    yield shown("source")
    press("Next")
    press("Skip")
    yield shown("skipped")
    press("Results")
    yield shown("results")
    kiosk.wait(SITE.idle.explanation + 5)
    yield shown("still-there")
    kiosk.close()
