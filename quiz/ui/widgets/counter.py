"""A number between two steppers: typed with keys, or touched. It may be left empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import SmallButton
from quiz.ui.widgets.text import Text

HELD, STEP = 450, 90
"""Milliseconds until a stepper that is held counts on, and from one number to the next."""


class _Field(SmallButton):
    """Shows the number and takes the keys; those that turn pages pass through."""

    typed = Signal(str)
    stepped = Signal(int)
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.typed.emit("")
        elif text.isdecimal() and text.isascii():
            self.typed.emit(text)
        elif text in ("+", "-"):
            self.stepped.emit(1 if text == "+" else -1)
        else:
            event.ignore()


class Counter(QWidget):
    """`changed(number)`: a number, or None where it was emptied. `done()`: Enter was pressed."""

    changed = Signal(object)
    done = Signal()

    def __init__(
        self,
        name: str,
        least: int,
        most: int,
        settling: Settling | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._least, self._most = name, least, most
        self._value: int | None = None
        self._fresh = True
        self._masked = False
        self.label = Text(name)
        self.less = SmallButton("−", settling=settling)
        self.less.setAccessibleName(self.tr("{0}: one less").format(name))
        self.field = _Field()
        self.more = SmallButton("+", settling=settling)
        self.more.setAccessibleName(self.tr("{0}: one more").format(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.label, self.less, self.field, self.more):
            row.addWidget(part)
        for stepper in (self.less, self.more):
            stepper.setAutoRepeat(True)  # held, it counts on: thirty hands are not thirty taps
            stepper.setAutoRepeatDelay(HELD)
            stepper.setAutoRepeatInterval(STEP)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.field.stepped.connect(self._step)
        self.field.typed.connect(self._type)
        self.field.done.connect(self.done)
        self._show()

    @property
    def value(self) -> int | None:
        """The number, None where there is none."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value`; the next digit begins a new number."""
        self._value, self._fresh = value, True
        self._show()

    def hide_number(self, masked: bool) -> None:
        """Keep the number from view: the screen is one that the room sees."""
        self._masked = masked
        self._show()

    def take_focus(self) -> None:
        """Type here; the next digit begins a new number."""
        self._fresh = True
        self.field.setFocus()

    def _step(self, by: int) -> None:
        start = self._least - 1 if self._value is None else self._value
        self._change(min(max(start + by, self._least), self._most))
        self._fresh = True

    def _type(self, text: str) -> None:
        if not text:
            self._change(None)
            self._fresh = True
            return
        before = "" if self._fresh or self._value is None else str(self._value)
        number = int(before + text)
        self._change(min(number, self._most))
        self._fresh = False

    def _change(self, value: int | None) -> None:
        self._value = value
        self._show()
        self.changed.emit(value)

    def _show(self) -> None:
        hidden = self._masked and self._value is not None
        words = "" if self._value is None else "•••" if hidden else str(self._value)
        self.field.setText(words)
        said = self.tr("not counted") if self._value is None else words
        self.field.setAccessibleName(f"{self._name}: {self.tr('hidden') if hidden else said}")
