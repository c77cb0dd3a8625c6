"""The statements of a lesson before it: looked through, taken out, put in order.

Where the room may see this very screen, answers and notes stay hidden until they are asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.lesson_plan import LessonPlan
from quiz.model.question import Question
from quiz.ui.screens.lesson.lesson_words import say_notes
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import SmallButton
from quiz.ui.widgets.card import Card, Page
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Heading, Text
from quiz.ui.widgets.touch import drag_with_finger
from quiz.ui.widgets.wrapped_list import WrappedList
from quiz.ui.words import say_verdict, verdict_word

LIST = 150
"""Least height of the list of statements."""

NOTES = 90
"""Least height of the notes below it, where they scroll by themselves."""


class PlanPreview(Card):
    """`taken_out(id)`, `put_back()`, `moved(id, to)`, `drawn_anew()`."""

    taken_out = Signal(str)
    put_back = Signal()
    moved = Signal(str, int)
    drawn_anew = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Question, ...] = ()
        self._route: tuple[str, ...] = ()
        self._seen = False
        self._open = True
        self._whole = False
        self.count = Heading()
        self.list = WrappedList()
        self.list.setAccessibleName(self.tr("The statements of the lesson, in order"))
        self.list.setMinimumHeight(LIST)
        self.answers = SmallButton("", settling=settling)
        self.notes = Text()
        self._page = Page()
        self._page.column.addWidget(self.notes)
        self._page.column.addStretch()
        self._page.setMinimumHeight(NOTES)
        for area in (self.list, self._page):
            drag_with_finger(area)
        row = FlowLayout()
        self._last_out = SmallButton(self.tr("Put back"), settling=settling)
        self._movers: list[SmallButton] = []
        for words, act in (
            (self.tr("Earlier"), lambda: self._move(-1)),
            (self.tr("Later"), lambda: self._move(1)),
        ):
            button = SmallButton(words, settling=settling)
            button.clicked.connect(lambda _=False, act=act: act())
            self._movers.append(button)
            row.addWidget(button)
        anew = self._anew = SmallButton(self.tr("Draw anew"), settling=settling)
        self._out = SmallButton(self.tr("Take out"), settling=settling)
        for button in (self._out, self._last_out, anew, self.answers):
            row.addWidget(button)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.addWidget(self.count)
        inner.addWidget(self.list, 3)
        inner.addLayout(row)
        inner.addWidget(self._page, 2)
        self.list.row_chosen.connect(self._show_notes)
        self._out.clicked.connect(lambda: self.taken_out.emit(self._chosen))
        self._last_out.clicked.connect(self.put_back)
        anew.clicked.connect(self.drawn_anew)
        self.answers.clicked.connect(self._toggle)
        self._show_rows()

    # Showing

    def show_questions(
        self, plan: LessonPlan, questions: tuple[Question, ...], row: int, of_age: bool = True
    ) -> None:
        """Show the statements that the plan comes to, the one at `row` chosen; `of_age`: whether
        there is anything at all for people of the plan's age.
        """
        self._questions, self._route = questions, plan.route
        self._last_out.setEnabled(bool(plan.left_out))
        self._out.setEnabled(len(questions) > 1)
        self._anew.setEnabled(bool(questions))
        for button in self._movers:
            button.setEnabled(len(questions) > 1)
        words = self.tr("{0} statements").format(len(questions))
        if not questions:
            words = self.tr("No statement fits. Choose others.")
            if not of_age:
                words = self.tr("Nothing here is for {0}; choose another age.")
                words = words.format(plan.age_band.value)
        elif len(questions) + len(plan.left_out) < plan.length:
            words = self.tr("{0} statements: no more fit").format(len(questions))
        self.count.setText(words)
        self._show_rows(row)

    def be_seen(self, seen: bool) -> None:
        """Whether the room may see this screen: then the answers wait to be asked for."""
        if seen != self._seen or not seen:
            self._seen, self._open = seen, not seen
            self._show_rows(self.row)

    def show_whole(self, whole: bool) -> None:
        """Whether the notes take all the height they need, since the page around them scrolls."""
        self._whole = whole
        self._fit()

    @property
    def row(self) -> int:
        """Which statement is chosen, counted from 0."""
        return max(0, self.list.currentIndex().row())

    @property
    def _chosen(self) -> str:
        return self._questions[self.row].id if self._questions else ""

    def _show_rows(self, row: int = 0) -> None:
        self.answers.setVisible(self._seen)
        self.answers.setText(
            self.tr("Hide the answers") if self._open else self.tr("Show the answers")
        )
        self.list.show_rows([self._say_row(at, q) for at, q in enumerate(self._questions, start=1)])
        if self._questions:
            self._choose(min(max(row, 0), len(self._questions) - 1))
        self._show_notes(self.row)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(row, 0))

    def _say_row(self, number: int, question: Question) -> str:
        words = self.tr("{0}. {1} [{2}]")
        if question.content_note:
            words = self.tr("{0}. {1} [{2}] ({3})")
        statement = question.statement
        if self._open:
            verdict = verdict_word(question.verdict)
            statement = self.tr("{0}: {1}").format(verdict, statement)
        return words.format(number, statement, question.age_band.value, question.content_note)

    def _show_notes(self, row: int) -> None:
        words = ""
        if not self._open:
            words = self.tr(
                "Answers and notes are hidden, since the room may see this screen. Show them while "
                "nobody looks."
            )
        elif 0 <= row < len(self._questions):
            question = self._questions[row]
            words = f"{say_verdict(question)}\n{say_notes(question, self._route)}"
        self.notes.setText(words)
        self._page.to_top()
        self._fit()

    def _fit(self) -> None:
        whole = self.notes.heightForWidth(self._page.viewport().width())
        self._page.setMinimumHeight(whole if self._whole else NOTES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Changing

    def _toggle(self) -> None:
        self._open = not self._open
        self._show_rows(self.row)

    def _move(self, by: int) -> None:
        if self._questions:
            id_, to = self._chosen, min(max(self.row + by, 0), len(self._questions) - 1)
            self._choose(to)
            self.moved.emit(id_, to)
