"""One fact to take away: how its answer went, the fact, and its source one step away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.citation import short_reference
from quiz.model.question import Question
from quiz.model.session import Answer
from quiz.ui.settle import Settling
from quiz.ui.widgets.banner import MissedMark, RightMark, SkippedMark
from quiz.ui.widgets.buttons import LinkButton, Mark
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption, Strong


class FactRow(QWidget):
    """Shows one answer after another: a list keeps its rows, since new ones would cost memory.

    `source_wanted(question)`: the sources of its question.
    """

    source_wanted = Signal(object)

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._right = RightMark(Mark.TICK, self)
        self._missed = MissedMark(Mark.CROSS, self)
        self._skipped = SkippedMark(Mark.BAR, self)
        self._show = LinkButton(self.tr("Skipped: show the fact"), self, settling=settling)
        self.fact = Strong(parent=self)
        self._how = Caption(parent=self)
        self.source = LinkButton(parent=self, settling=settling)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        for mark in (self._right, self._missed, self._skipped):
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeading)
        words.addWidget(self.fact)
        # The link has room for its ring around its text: all begin where the fact does.
        self._how.setContentsMargins(LinkButton.inset, 0, 0, 0)
        under = FlowLayout(spacing=12, between=0, hang=LinkButton.inset)
        under.addWidget(self._how)
        under.addWidget(self.source)
        words.addLayout(under)
        line.addLayout(words, 1)
        self._show.clicked.connect(self._show_fact)
        self.source.clicked.connect(self._want_source)

    def show_answer(self, answer: Answer) -> None:
        """Show how `answer` went, and what is so."""
        question = self._question = answer.question
        if answer.skipped:
            how = self.tr("Skipped")
        elif answer.right:
            how = self.tr("Right")
        elif answer.sure_and_wrong:
            how = self.tr("Not this time, and many people are sure of it")
        else:
            how = self.tr("Not this time")
        self._right.setVisible(answer.right)
        self._missed.setVisible(answer.missed)
        self._skipped.setVisible(answer.skipped)
        self._how.setText(how)
        self.fact.setText(question.fact)
        reference = short_reference(question.citations[0].source)
        self.source.setText(self.tr("Source: {0}").format(reference))
        hides = answer.skipped and bool(question.content_note)
        self._show.setVisible(hides)
        for part in (self.fact, self._how, self.source):
            part.setVisible(not hides)

    def _show_fact(self) -> None:
        self._show.hide()
        for part in (self.fact, self._how, self.source):
            part.show()
        self.source.setFocus()

    def _want_source(self) -> None:
        self.source_wanted.emit(self._question)
