"""A screen that one looks at by the way, and comes back from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.ui.room import Fitted
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.card_page import CardPage


class Aside(Fitted):
    """`back_wanted()`: to where one came from, by the button or Escape while it is to be seen."""

    back_wanted = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Back"), settling=settling)
        self.back.clicked.connect(self.back_wanted)

    def lay_out(self, page: CardPage) -> None:
        """The page, and under it the way back, which stays in sight."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(56, 8, 56, 20)
        whole.setSpacing(12)
        whole.addWidget(page, 1)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

    def key(self, event: QKeyEvent) -> bool:
        """Escape goes back."""
        if event.key() != Qt.Key.Key_Escape or not self.back.isVisibleTo(self):
            return False
        self.back_wanted.emit()
        return True
