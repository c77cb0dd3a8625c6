"""What a finger needs: chips of full size, and pages that turn without a wheel or a drag."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QWidget

from quiz.ui.theme import TARGET
from quiz.ui.widgets.buttons import Chip, SmallButton

_Value = TypeVar("_Value", bound=Hashable)

KEPT = 0.85
"""How far a press turns, in heights of the view: the last lines stay in sight."""


class TouchChip(Chip):
    """A choice as high as a main control (STANDARDS 5.3)."""

    least = float(TARGET)


class OneOf(QObject, Generic[_Value]):
    """Chips of which one is on. `picked(value)`: another one was pressed.

    Each is a stop of the Tab key: in a QButtonGroup only one would be, and not the one that is on.
    """

    picked = Signal(object)

    def __init__(self, words: Mapping[_Value, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chips = {value: TouchChip(word) for value, word in words.items()}
        for value, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, value=value: self._pick(value))

    @property
    def value(self) -> _Value:
        """The one that is on."""
        return next(value for value, chip in self.chips.items() if chip.isChecked())

    def show_value(self, value: _Value) -> None:
        """Show which one is on."""
        for each, chip in self.chips.items():
            chip.setChecked(each == value)

    def _pick(self, value: _Value) -> None:
        self.show_value(value)
        self.picked.emit(value)


def tab_through(widgets: Sequence[QWidget], before: QWidget) -> None:
    """Let Tab come to these one after the other, and then to `before`."""
    last = before
    while last in (before, *widgets) or last.focusPolicy() is Qt.FocusPolicy.NoFocus:
        last = last.previousInFocusChain() or before.window()
        if last is before:
            return
    for widget in widgets:
        QWidget.setTabOrder(last, widget)
        last = widget


class MoreButton(SmallButton):
    """Turns a page that is longer than its view; hidden where all of it is in sight."""

    def __init__(self, area: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._bar = area.verticalScrollBar()
        # Later: a page gets its length while it is laid out, and showing a button then is not seen.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        self._bar.rangeChanged.connect(lambda *_: self._later.start())
        self._bar.valueChanged.connect(self._look)
        self.clicked.connect(self.turn)
        self._look()

    def turn(self) -> None:
        """On to what is below, and from the end back to the top."""
        bar = self._bar
        at_end = bar.value() >= bar.maximum()
        bar.setValue(0 if at_end else bar.value() + round(bar.pageStep() * KEPT))

    def _look(self) -> None:
        at_end = self._bar.value() >= self._bar.maximum()
        self.setText(self.tr("Back to the top") if at_end else self.tr("More below"))
        self.setVisible(self._bar.maximum() > 0)


def drag_with_finger(area: QAbstractScrollArea) -> None:
    """A finger moves what is in `area`; a wheel and keys go on as before.

    Not for pages that have controls: there Qt loses each second of two quick taps.
    """
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
