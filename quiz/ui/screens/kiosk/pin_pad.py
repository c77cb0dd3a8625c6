"""The pad on which the staff touch in their PIN. What was touched in is dots, never digits."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QLocale, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quiz.keep.pin import MOST_DIGITS
from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.ui.announce import announce
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, MainButton
from quiz.ui.widgets.text import Heading, Text

CLOSES_AFTER = 15.0
"""Seconds without a touch after which the pad closes (STANDARDS R103)."""

_LOOK = 250  # milliseconds between two looks at the clock
_ORDER = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0")
_MARGIN_MM = 6


class Lock(Protocol):
    """What a PIN opens: :class:`quiz.keep.pin.Pin`."""

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN at all."""

    @property
    def left(self) -> int:
        """Seconds until a PIN may be tried again; 0 where one may."""

    def opens(self, pin: str) -> bool:
        """Try this PIN; a miss may make the next one wait."""


class PinDots(QWidget):
    """A dot for each digit that has been touched in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show so many."""
        self._count = count
        self.setAccessibleName(self.tr("Digits: {0}").format(QLocale().toString(count)))
        self.update()

    def sizeHint(self) -> QSize:
        line = round(QFontMetricsF(self.font()).height())
        return QSize(4 * line, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().windowText().color()
        painter.setPen(ink)
        painter.setBrush(ink)
        step = min(self.height() * 0.8, self.width() / MOST_DIGITS)
        for index in range(self._count):
            middle = QPointF(step * (index + 0.5), self.height() / 2)
            painter.drawEllipse(middle, step * 0.3, step * 0.3)
        base = self.height() - 1
        painter.drawLine(0, base, round(step * MOST_DIGITS), base)


class PinPad(QWidget):
    """`opened()`: the PIN was right. `closed()`: by the button, or since nobody touched it.

    Where no PIN is set the pad says how that is done. It closes when nothing has been touched for
    a while; :meth:`touched` is told of each touch and key.
    """

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        lock: Lock,
        glass: Glass,
        settling: Settling,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock = lock
        self._clock = clock
        self._pin = ""
        self._waits = False
        self._until = clock() + CLOSES_AFTER
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build(glass, settling)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._look_again)
        self._look.start()
        self._show_wait()

    def _build(self, glass: Glass, settling: Settling) -> None:
        side, gap = glass.pixels(TARGET_MM), glass.pixels(GAP_MM)
        words_font = QFont(QApplication.font())
        words_font.setWeight(QFont.Weight.DemiBold)
        self.head = Heading(self.tr("For the staff"))
        self.notice = Text(self._first_words())
        self.dots = PinDots()
        self.close_pad = Button(self.tr("Back to visitors"), settling=settling)
        self.keys = {name: Button(name, settling=settling) for name in _ORDER if name}
        self.delete = Button(self.tr("Delete"), settling=settling)
        self.open = MainButton(self.tr("Open"), settling=settling)
        for button in (*self.keys.values(), self.delete, self.open, self.close_pad):
            button.least = float(side)
            if not button.text().isdigit():
                button.setFont(words_font)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a touch leaves the keys to the pad
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words, self._pad = QWidget(), QWidget()
        words = self._column = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(gap)
        words.addStretch(1)
        words.addWidget(self.head)
        words.addWidget(self.dots)
        words.addWidget(self.notice)
        words.addStretch(1)
        grid = QGridLayout(self._pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap)
        for beside in (self.delete, self.open):  # as high as the digits, whose type is larger
            beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for index, name in enumerate(_ORDER):
            grid.addWidget(self.keys[name] if name else self.delete, index // 3, index % 3)
        grid.addWidget(self.open, 3, 2)
        widest = max(self.delete.minimumSizeHint().width(), self.open.minimumSizeHint().width())
        for across in range(3):
            grid.setColumnMinimumWidth(across, max(widest, side * 3 // 2))
            grid.setColumnStretch(across, 1)
        self._places = QGridLayout(self)
        margin = glass.pixels(_MARGIN_MM)
        self._places.setContentsMargins(margin, margin, margin, margin)
        self._places.setSpacing(2 * margin)
        for name in self.keys:
            self.keys[name].clicked.connect(self._digit_touched)
        self.delete.clicked.connect(self.take_back)
        self.open.clicked.connect(self.submit)
        self.close_pad.clicked.connect(self.closed)

    def _first_words(self) -> str:
        if not self._lock.is_set:
            return self.tr(
                "No PIN is set, so the program can only be left by way of the system. "
                "“python main.py kiosk pin” makes the line with a PIN for the site file."
            )
        return self.tr("Touch in the PIN.")

    # What the staff do

    def touched(self) -> None:
        """Somebody is there."""
        self._until = self._clock() + CLOSES_AFTER

    def add(self, digit: str) -> None:
        """Take one digit."""
        if not self._lock.is_set or self._lock.left:
            return
        if not self._pin:
            self.notice.setText(self._first_words())
        if len(self._pin) < MOST_DIGITS:
            self._show_pin(self._pin + digit)

    def take_back(self) -> None:
        """Take back the last digit."""
        self._show_pin(self._pin[:-1])

    def submit(self) -> None:
        """Try what has been touched in."""
        if not self._pin or self._lock.left:
            return
        pin = self._pin
        self._show_pin("")
        if self._lock.opens(pin):
            self._look.stop()
            self.opened.emit()
        elif not self._show_wait():
            self._say(self.tr("This is not the PIN. Please try again."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, the back space, Enter and Escape do the same as the buttons."""
        if event.text() in self.keys:
            if not event.isAutoRepeat():
                self.add(event.text())
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand beside the digits, or above them where the screen is upright."""
        upright = self.height() > self.width()
        places, middle = self._places, Qt.AlignmentFlag.AlignCenter
        leading = Qt.AlignmentFlag.AlignLeading
        places.addWidget(self._words, 0, 0)
        if upright:
            places.addWidget(self._pad, 1, 0, middle)
            places.addWidget(self.close_pad, 2, 0, leading)
        else:
            places.addWidget(self._pad, 0, 1, 2, 1, middle)
            places.addWidget(self.close_pad, 1, 0, leading)
        self._column.setStretch(self._column.count() - 1, 0 if upright else 1)
        places.setRowStretch(0, 1)
        places.setColumnStretch(0, 1)
        super().resizeEvent(event)

    def _digit_touched(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.add(button.text())

    # What they see

    def _show_pin(self, pin: str) -> None:
        self._pin = pin
        self.dots.show_count(len(pin))

    def _say(self, words: str) -> None:
        if words != self.notice.text():
            self.notice.setText(words)
            announce(self, words)

    def _show_wait(self) -> bool:
        """Say how long it takes until a PIN may be tried; whether it takes any time."""
        seconds = self._lock.left
        waiting = self._waits = seconds > 0
        self._pad.setVisible(self._lock.is_set and not waiting)
        self.dots.setVisible(self._lock.is_set and not waiting)
        if waiting:
            self._show_pin("")
            self._say(self._wait_words(seconds))
        return waiting

    def _wait_words(self, seconds: int) -> str:
        minutes = math.ceil(seconds / 60)
        if minutes <= 1:
            return self.tr("Too many tries. Try again in 1 minute.")
        pattern = self.tr("Too many tries. Try again in {0} minutes.")
        return pattern.format(QLocale().toString(minutes))

    def _look_again(self) -> None:
        if self._clock() >= self._until:
            self._look.stop()
            self._show_pin("")
            self.closed.emit()
        elif self._waits and not self._show_wait():
            self._say(self._first_words())
