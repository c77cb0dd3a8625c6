"""A screen that one looks at by the way, and comes back from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from quiz.ui.room import Fitted, fit_margins, room
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button


class Aside(Fitted):
    """`back_wanted()`: to where one came from, by the button or Escape while it is to be seen."""

    back_wanted = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Back"), self, settling=settling)  # first in the order of Tab
        self.back.clicked.connect(self.back_wanted)

    def lay_out(self, *parts: QWidget, head: QWidget | QLayout | None = None) -> None:
        """The way back, on each of these screens in the same place, with `head` beside it; under
        it the parts, the last of which takes the room that is left.
        """
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.back)
        if isinstance(head, QWidget):
            top.addWidget(head, 1)
        elif head is not None:
            top.addLayout(head, 1)
        else:
            top.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addLayout(top)
        for part in parts[:-1]:
            self._column.addWidget(part)
        self._column.addWidget(parts[-1], 1)

    def fit(self) -> None:
        fit_margins(self._column, room(self), 56, 8, 56, 28)

    def key(self, event: QKeyEvent) -> bool:
        """Escape goes back."""
        if event.key() != Qt.Key.Key_Escape or not self.back.isVisibleTo(self):
            return False
        self.back_wanted.emit()
        return True
