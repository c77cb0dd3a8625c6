"""A kiosk to stand before: the real window, with clocks, screens and voices that are played."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sitting import Clock

from quiz.keep.pin import Pin
from quiz.model.question import Pack
from quiz.model.site import Site
from quiz.ui.kiosk.around import Around
from quiz.ui.kiosk.tally import Tally
from quiz.ui.kiosk.window import KioskWindow
from quiz.ui.seats import Screens, Seat

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SIZE = (1920, 1080)
SITE = Site(screen_width_mm=476)


def settle() -> None:
    """What an event loop does between two touches: it also deletes what is to be deleted later."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class PlayedScreens(Screens):
    """Screens that come and go as a test wants it."""

    def __init__(self, *seats: Seat) -> None:
        super().__init__(QApplication.instance())
        self.there = list(seats)

    def seats(self) -> tuple[Seat, ...]:
        return tuple(self.there)

    def fill(self, window: QWidget, seat: Seat) -> None:
        """Not by the platform, whose one screen is small."""
        window.setGeometry(seat.geometry)
        window.show()


class Stand:
    """Somebody before the kiosk. `clock` passes only when told to; so does the time of day."""

    def __init__(
        self,
        packs: tuple[Pack, ...],
        site: Site = SITE,
        *,
        size: tuple[int, int] = SIZE,
        screens: PlayedScreens | None = None,
        seed: int = 5,
        **more: object,
    ) -> None:
        self.clock = Clock()
        self.day = datetime(2026, 11, 25, 12, 0, tzinfo=timezone.utc)
        self.left: list[int] = []
        self.screens = screens or PlayedScreens(Seat("main", QRect(0, 0, *size)))
        around = Around(
            **{
                "rng": Random(seed),
                "tally": Tally(None, Path("/nowhere")),
                "lock": Pin("", None, None, self.clock),
                "clock": self.clock,
                "now": lambda: self.day,
                **more,
            }
        )
        self.window = KioskWindow(packs, site, self.screens, around)
        self.window.left.connect(self.left.append)
        self.window.begin()
        # Time passes by `wait` alone.
        self.window._ticks.stop()
        self.window._beats.stop()
        QTest.qWaitForWindowActive(self.window)
        settle()
        self.clock.now += 1.0

    # What somebody does

    @property
    def handle(self):
        return self.window.windowHandle()

    def press(self, x: float, y: float) -> None:
        QTest.mousePress(self.handle, LEFT, NONE, QPoint(round(x), round(y)))
        settle()

    def release(self, x: float, y: float) -> None:
        QTest.mouseRelease(self.handle, LEFT, NONE, QPoint(round(x), round(y)))
        settle()

    def touch(self, x: float, y: float, *, later: float = 1.0) -> None:
        """A touch, `later` seconds after what was before."""
        self.clock.now += later
        self.press(x, y)
        self.release(x, y)

    def touch_on(self, widget: QWidget, *, later: float = 1.0) -> None:
        self.touch(*self.middle(widget), later=later)

    def middle(self, widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(self.window, widget.rect().center())
        return at.x(), at.y()

    def key(self, key: Qt.Key, modifier=NONE, *, later: float = 1.0) -> None:
        self.clock.now += later
        QTest.keyClick(self.handle, key, modifier)
        settle()

    def wake(self):
        """Touch the resting screen where no later page has a button; the visit."""
        self.touch(self.window.width() / 2, 3)
        assert self.window.visit is not None
        self.clock.now += 1.0
        return self.window.visit

    def wait(self, seconds: float, step: float = 0.25) -> None:
        """Let time pass, tick by tick."""
        for _ in range(round(seconds / step)):
            self.clock.now += step
            self.day += timedelta(seconds=step)
            self.window.tick()
        settle()

    # What there is

    @property
    def resting(self) -> bool:
        """Whether the resting screen is all that is shown."""
        window = self.window
        nobody = window.visit is None and window.staff is None
        return nobody and window.attract.isVisible() and not window.warning.isVisible()

    def picture(self) -> QImage:
        return self.window.grab().toImage()

    def close(self) -> None:
        window = self.window
        window._leave(0)
        for black in window.screens.black.values():
            black.hide()
            black.deleteLater()
        window.wipe()
        window.hide()
        window.deleteLater()
        self.screens.deleteLater()
        collect()


def collect() -> None:
    """What an event loop would have deleted by now, and Python's garbage."""
    import gc

    settle()
    gc.collect()
    settle()


def shown_pack(pack: Pack) -> Pack:
    """`pack` with every fact fit for the resting screen."""
    questions = tuple(replace(question, attract=True) for question in pack.questions)
    return replace(pack, questions=questions)
