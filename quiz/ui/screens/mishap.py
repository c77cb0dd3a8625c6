"""Something went wrong inside: a way on, and the way out stays where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.card_page import CardPage
from quiz.ui.widgets.text import Heading, Text


class MishapScreen(QWidget):
    """`start_wanted()`: back to the start."""

    start_wanted = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = CardPage(self)
        self.head = Heading(self.tr("Something did not work"))
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.what = Text(
            self.tr(
                "The fault is the program's, not yours. This round cannot go on. "
                "Nothing was sent or saved because of it."
            )
        )
        self.to_start = Button(self.tr("To the start"), settling=settling)
        page.inner.addWidget(self.head)
        page.inner.addWidget(self.what)
        page.inner.addWidget(self.to_start, 0, Qt.AlignmentFlag.AlignLeading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(56, 8, 56, 28)
        whole.addWidget(page)
        self.to_start.clicked.connect(self.start_wanted)

    def key(self, event: QKeyEvent) -> bool:
        """No key acts here by itself."""
        del event
        return False
