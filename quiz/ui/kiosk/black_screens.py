"""The kiosk's window over the whole of its screen, and a black one over each other (R101)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from quiz.ui.seats import Screens, Seat

UNSEEN = 3
"""Looks in a row at which nothing of the window is to be seen, before it is shown anew."""

_FRAMELESS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint


class BlackScreens(QObject):
    """Keeps `window` on one screen and blackens the others, while screens come and go.

    The window stays with the screen that it began on. Where that one goes it takes the next, and
    goes back when it returns; where none is left it waits. `moved()`: the window fills a screen,
    maybe another one or another size.
    """

    moved = Signal()

    def __init__(self, window: QWidget, screens: Screens) -> None:
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._home = ""
        self._seat: Seat | None = None
        self._black: dict[str, QWidget] = {}
        self._unseen = 0
        screens.changed.connect(self.cover)

    @property
    def seat(self) -> Seat | None:
        """The screen that the window fills, None while there is none."""
        return self._seat

    @property
    def black(self) -> dict[str, QWidget]:
        """The black windows by the names of their screens."""
        return dict(self._black)

    def cover(self) -> None:
        """Fill every screen that is there now."""
        seats = self._screens.seats()
        main = next((seat for seat in seats if seat.name == self._home), None)
        main = main or next(iter(seats), None)
        if main is not None:
            self._home = self._home or main.name
            if main != self._seat:
                self._seat = main
                self._screens.fill(self._window, main)
                self.moved.emit()
        # A copy of the kiosk's screen shows what the kiosk shows: black would lie over that.
        others = {
            seat.name: seat
            for seat in seats
            if main is not None and not seat.geometry.intersects(main.geometry)
        }
        for name in set(self._black) - set(others):
            gone = self._black.pop(name)
            gone.hide()
            gone.deleteLater()
        for name, seat in others.items():
            if name not in self._black:
                self._black[name] = _black_window(self)
            self._screens.fill(self._black[name], seat)

    def front(self) -> None:
        """The window is there, whole and in front, whatever came over it."""
        if self._seat is None:
            return
        window = self._window
        handle = window.windowHandle()
        self._unseen = 0 if handle is None or handle.isExposed() else self._unseen + 1
        if self._unseen == UNSEEN:
            # A window manager that "shows the desktop" hears no request of what it has put away,
            # but does of a window that comes anew.
            self._unseen = 0
            window.hide()
        whole = window.isVisible() and window.isFullScreen() and not window.isMinimized()
        if not whole or window.geometry() != self._seat.geometry:
            self._screens.fill(window, self._seat)
        window.raise_()
        window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's)
        """A black window cannot be closed."""
        if event.type() is QEvent.Type.Close:
            event.ignore()
            return True
        return False


def _black_window(keeper: QObject) -> QWidget:
    window = QWidget(None, _FRAMELESS)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window.setCursor(Qt.CursorShape.BlankCursor)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("black"))
    window.setPalette(palette)
    window.installEventFilter(keeper)
    return window
