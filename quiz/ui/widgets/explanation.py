"""An explanation: the parts in the order in which they are read. The order is data, here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quiz.model.question import Question, Verdict
from quiz.ui.widgets.column import ColumnWidget
from quiz.ui.widgets.text import Caption, Label, Strong, Text
from quiz.ui.words import misleads_word, say_asked, say_belief

ORDER = ("detail", "myth", "why", "takeaway", "caveat", "more", "statement")
"""After the verdict word and the fact. The myth comes once, after its warning words, and the fact
comes again after it (DESIGN 4; STANDARDS D2, D3: the order is a house style, not a proven gain)."""


class Quote(Text):
    """The takeaway, with a rule at its side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if rtl else 20, 0, 20 if rtl else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - 4 if rtl else 0
        painter.fillRect(left, 0, 4, self.height(), self.palette().windowText())


class Explanation(ColumnWidget):
    """Shows a question's explanation, each part as readable text of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = {
            "myth": Label(parent=self),
            "why": Label(parent=self),
            "caveat": Label(self.tr("Good to know"), self),
            "more": Label(self.tr("More"), self),
        }
        self._parts: dict[str, Text] = {
            "detail": Strong(parent=self),
            "myth": Text(parent=self),
            "why": Text(parent=self),
            "takeaway": Quote(self),
            "caveat": Text(parent=self),
            "more": Text(parent=self),
            "statement": Caption(parent=self),
        }
        column = self.column
        for name in ORDER:
            if name in self._heads:
                column.add(self._heads[name], above=14)
            column.add(self._parts[name], above=0 if name in self._heads else 14)

    def show_question(self, question: Question) -> None:
        """Show the explanation of `question`."""
        is_myth = question.verdict is Verdict.MYTH
        if is_myth:
            self._heads["myth"].setText(self.tr("The myth"))
        else:
            self._heads["myth"].setText(self.tr("The doubt"))
        slip = misleads_word(question.misleads_by)
        self._heads["why"].setText(self.tr("Why it misleads: {0}").format(slip))
        texts = {
            "detail": question.detail,
            "myth": say_belief(question),
            "why": question.why,
            "takeaway": question.takeaway,
            "caveat": question.caveat,
            "more": question.more,
            "statement": say_asked(question),
        }
        for name, text in texts.items():
            self._parts[name].setText(text)
            self._parts[name].setVisible(bool(text))
            if name in self._heads:
                self._heads[name].setVisible(bool(text))
