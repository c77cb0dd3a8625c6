"""The end of a lesson at the console: what it came to, on the wall if wanted, and saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.lesson import Lesson
from quiz.ui.screens.lesson.lesson_words import say_outcome
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, SmallButton
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.search import SearchField
from quiz.ui.widgets.text import Caption, Label, Text


class LessonEnd(Card):
    """`outcome_wanted()`: what the lesson came to, on the wall or away from it.

    `save_wanted(path)`, `plan_wanted()`.
    """

    outcome_wanted = Signal()
    save_wanted = Signal(str)
    plan_wanted = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = False
        self.outcome = Text()
        self.on_wall = Button(self.tr("Results on the wall"), hint="T", settling=settling)
        self.on_wall.setCheckable(True)
        words = self.tr("Results on the wall: only after two votes, or with tables by colour.")
        self.why_not = Caption(words)
        self.path = SearchField()
        self.path.setAccessibleName(self.tr("File for the results"))
        self.save = SmallButton(self.tr("Save the results as a table"), settling=settling)
        self.plan = SmallButton(self.tr("Back to the plan"), settling=settling)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(24, 18, 24, 18)
        for part in (self.outcome, Label(self.tr("File for the results")), self.path):
            inner.addWidget(part)
        row = FlowLayout()
        for button in (self.save, self.on_wall, self.plan):
            row.addWidget(button)
        inner.addLayout(row)
        inner.addWidget(self.why_not)
        self.on_wall.clicked.connect(self.outcome_wanted)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.path.text().strip()))
        self.plan.clicked.connect(self.plan_wanted)

    def be_seen(self, seen: bool) -> None:
        """Whether the room sees this screen: then the results are on the wall or nowhere."""
        self._shared = seen
        self.outcome.setVisible(not seen)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what it came to."""
        self.outcome.setText(say_outcome(lesson))
        self.on_wall.setEnabled(lesson.has_outcome)
        self.on_wall.setToolTip("" if lesson.has_outcome else self.why_not.text())
        self.why_not.setVisible(not lesson.has_outcome)
