"""What is said before statements that some would rather not meet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import VerdictButton
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.text import Caption, Label, Statement


class NotePage(Card):
    """A content note before a run of questions, with two ways on of equal weight."""

    go_on = Signal()
    skip_these = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(parent=self)
        self.note = Statement(parent=self)
        self.note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.promise = Caption(
            self.tr("Either is fine. What is skipped does not count, and needs no reason."), self
        )
        self.proceed = VerdictButton(
            self.tr("Continue"), self, hint=self.tr("Enter"), settling=settling
        )
        self.skip = VerdictButton("", self, hint="3", settling=settling)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.proceed, 1)
        row.addWidget(self.skip, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 36, 56, 28)
        column.addWidget(self.head)
        column.addWidget(self.note)
        column.addWidget(self.promise)
        column.addStretch()
        column.addLayout(row)
        self.proceed.clicked.connect(self.go_on)
        self.skip.clicked.connect(self.skip_these)

    def show_note(self, note: str, statements: int) -> None:
        """Show the note on so many statements that come next."""
        one = statements == 1
        self.head.setText(self.tr("The next statement") if one else self.tr("What comes next"))
        self.note.setText(note)
        self.skip.setText(self.tr("Skip it") if one else self.tr("Skip these"))
