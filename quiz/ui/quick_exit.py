"""Leaving quickly: three presses of Shift, and a neutral surface over every window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quiz.ui.widgets.buttons import Button

PRESSES = 3
WITHIN = 5.0
"""Seconds within which the presses count (STANDARDS R51)."""


class ShiftThrice:
    """Counts presses of Shift alone. Any other key between them starts afresh."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._presses: list[float] = []
        self.wanted = True

    @property
    def count(self) -> int:
        """How many presses count at this moment."""
        return len(self._presses)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key press; True at the third Shift."""
        if event.isAutoRepeat():
            return False
        if event.key() != Qt.Key.Key_Shift or not self.wanted:
            self._presses.clear()
            return False
        now = self._clock()
        self._presses = [then for then in self._presses if now - then <= WITHIN]
        self._presses.append(now)
        if len(self._presses) < PRESSES:
            return False
        self._presses.clear()
        return True

    def lapse(self) -> None:
        """Forget presses that are too old."""
        now = self._clock()
        self._presses = [then for then in self._presses if now - then <= WITHIN]


class Cover(QWidget):
    """A neutral surface over a whole window: nothing of the quiz is on it.

    `lifted()`: the person wants to go on; only after :meth:`pause`.
    """

    lifted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.go_on = Button(self.tr("Continue"), self)
        column = QVBoxLayout(self)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignCenter)
        self.go_on.clicked.connect(self.lifted)
        self.hide()

    def pause(self) -> None:
        """Cover the window until the person goes on."""
        self._cover()
        self.go_on.show()
        self.go_on.setFocus()

    def cover(self) -> None:
        """Cover the window for good, at once: painted before this returns."""
        self.go_on.hide()
        self._cover()
        self.repaint()

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().window())


class Clipboard:
    """Puts a reference on the clipboard, and can take it off again."""

    def __init__(self) -> None:
        self._written = ""

    def copy(self, text: str) -> None:
        """Copy `text`."""
        self._written = text
        QApplication.clipboard().setText(text)

    def clear(self) -> None:
        """Clear the clipboard if what is on it came from here."""
        if self._written and QApplication.clipboard().text() == self._written:
            QApplication.clipboard().clear()
        self._written = ""
