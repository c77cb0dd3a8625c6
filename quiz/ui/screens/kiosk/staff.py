"""What the staff's sign opens: the PIN pad, and behind it their room. Both close by themselves."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quiz.model.glass import Glass
from quiz.ui.kiosk.staff_facts import StaffFacts
from quiz.ui.screens.kiosk.pin_pad import Lock, PinPad
from quiz.ui.screens.kiosk.staff_room import StaffRoom
from quiz.ui.settle import Settling

CLOSES_AFTER = 120.0
"""Seconds without a touch after which the staff room closes."""

_LOOK = 500  # milliseconds between two looks at the clock
_SIGNS_OF_LIFE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
)


class RecoverableLock(Lock, Protocol):
    """A lock that somebody who can reach the configuration folder may open without the PIN."""

    def recovered(self) -> bool:
        """Whether that has been done."""


class StaffScreen(QWidget):
    """`closed()`: back to the visitors. `restart_wanted()`, `exit_wanted()`.

    Built anew for each time the staff come in. `facts` is asked for what to show once the PIN was
    right; `save` writes the counts and gives a sentence. A lock that has been `recovered` by the
    file in the configuration folder asks for no PIN.
    """

    closed = Signal()
    restart_wanted = Signal()
    exit_wanted = Signal()

    def __init__(
        self,
        lock: RecoverableLock,
        facts: Callable[[], StaffFacts],
        glass: Glass,
        *,
        save: Callable[[], str] | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._glass = glass
        self._save = save
        self._clock = clock
        self._until = clock() + CLOSES_AFTER
        self._settling = Settling(clock)
        self.pad: PinPad | None = None
        self.room: StaffRoom | None = None
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._look_again)
        if lock.recovered():
            self._open()
        else:
            self.pad = PinPad(lock, glass, self._settling, clock)
            self._show(self.pad)
            self.pad.setFocus()
            self.pad.opened.connect(self._open)
            self.pad.closed.connect(self.closed)

    def _open(self) -> None:
        self.room = room = StaffRoom(self._facts(), self._glass, self._settling, self._save)
        room.visitors_wanted.connect(self.closed)
        room.restart_wanted.connect(self.restart_wanted)
        room.exit_wanted.connect(self.exit_wanted)
        self._show(room)
        room.take_focus()
        if self.pad is not None:
            self.pad.hide()
        self._until = self._clock() + CLOSES_AFTER
        self._look.start()

    def _show(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on every touch and key on its way to a button is a sign of life."""
        super().showEvent(event)
        if handle := self.window().windowHandle():
            handle.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if handle := self.window().windowHandle():
            handle.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's)
        if event.type() in _SIGNS_OF_LIFE:
            self._until = self._clock() + CLOSES_AFTER
            if self.pad is not None:
                self.pad.touched()
        return False

    def _look_again(self) -> None:
        if self._clock() >= self._until:
            self._look.stop()
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().window())
