"""Screens that come and go, handed in as one object so that they can be played."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Seat:
    """A screen: what the system calls it, and where it lies."""

    name: str
    geometry: QRect


class Screens(QObject):
    """The screens of this computer. `changed()`: one came, went or moved; of one that goes it is
    told before the system would move its windows elsewhere.
    """

    changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._going: QScreen | None = None
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        for screen in app.screens():
            screen.geometryChanged.connect(self.changed)

    def seats(self) -> tuple[Seat, ...]:
        """The screens that are there."""
        return tuple(
            Seat(screen.name(), screen.geometry())
            for screen in QGuiApplication.screens()
            if screen is not self._going
        )

    def of(self, window: QWidget) -> str:
        """The name of the screen that `window` is on."""
        screen = window.screen()
        return screen.name() if screen is not None else ""

    def fill(self, window: QWidget, seat: Seat) -> None:
        """Show `window` over the whole of a screen, without taking the focus."""
        for screen in QGuiApplication.screens():
            if screen.name() == seat.name and screen is not self._going:
                window.setScreen(screen)
        window.setGeometry(seat.geometry)
        window.showFullScreen()

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def _removed(self, screen: QScreen) -> None:
        self._going = screen
        self.changed.emit()
        self._going = None


def mirrored(seats: tuple[Seat, ...], own: str) -> bool:
    """Whether another screen shows the same picture as the one called `own`, as far as that can be
    seen from where they lie. A projector that copies the screen in its own hardware cannot be told;
    two projectors that show the same do no harm.
    """
    place = next((seat.geometry for seat in seats if seat.name == own), None)
    return sum(seat.geometry == place for seat in seats) > 1
