"""Before the lesson: choose, look through, take out, put in order, print, keep the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.lesson_plan import HIGHEST_SEED, LessonPlan
from quiz.model.question import Pack, Question
from quiz.ui.screens.lesson.lesson_words import say_few
from quiz.ui.screens.lesson.plan_choices import PlanChoices
from quiz.ui.screens.lesson.plan_papers import PlanPapers
from quiz.ui.screens.lesson.plan_preview import PlanPreview
from quiz.ui.seats import Seat
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import MainButton
from quiz.ui.widgets.card import Page
from quiz.ui.widgets.text import Strong, Text
from quiz.ui.widgets.touch import MoreButton

SIDE_BY_SIDE = 100
"""Letters of body text across from which the two columns stand side by side."""

MOST_LEFT_OUT = 2
"""Faults of the content that are told in full."""

LOWEST = 440
"""Least height of the columns, in pixels at 100 %, at which the preview has one of its own."""


class PlanningScreen(QWidget):
    """`planned(plan)`: the plan was changed. `refused(sentence)`: it cannot be so.

    `start_wanted()`, `load_wanted(path)`, `save_wanted(path)`, `print_wanted(paper, path)`,
    `pack_chosen(id)`, `seat_chosen(name)`: "" for this screen alone.
    """

    planned = Signal(object)
    refused = Signal(str)
    start_wanted = Signal()
    load_wanted = Signal(str)
    save_wanted = Signal(str)
    print_wanted = Signal(str, str)
    pack_chosen = Signal(str)
    seat_chosen = Signal(str)

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: LessonPlan | None = None
        self.warning = Strong()
        self.warning.hide()
        self.notice = Strong()
        self.notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notice.hide()
        self.left_out = Text()
        self.left_out.hide()
        self.choices = PlanChoices(settling)
        self.papers = PlanPapers(settling)
        self.preview = PlanPreview(settling)
        self.start = MainButton(self.tr("Start the lesson"), hint="F5", settling=settling)
        self._page = page = Page(self)
        page.column.setSpacing(12)
        for part in (self.left_out, self.choices, self.papers):
            page.column.addWidget(part)
        page.column.addStretch()
        self.more = MoreButton(page)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(18)
        self._columns.addWidget(page, 1)
        self._columns.addWidget(self.preview, 1)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 4, 28, 16)
        whole.addWidget(self.warning)
        whole.addWidget(self.notice)
        whole.addLayout(self._columns, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch()
        foot.addWidget(self.start)
        whole.addLayout(foot)
        self._wire()

    def _wire(self) -> None:
        self.start.clicked.connect(self.start_wanted)
        self.choices.chosen.connect(self._change)
        self.choices.pack_chosen.connect(self.pack_chosen)
        self.choices.seat_chosen.connect(self.seat_chosen)
        self.papers.load_wanted.connect(self.load_wanted)
        self.papers.save_wanted.connect(self.save_wanted)
        self.papers.print_wanted.connect(self.print_wanted)
        self.preview.taken_out.connect(self._take_out)
        self.preview.put_back.connect(self._put_back)
        self.preview.moved.connect(self._move)
        self.preview.drawn_anew.connect(self._draw_anew)

    # Showing

    def show_packs(self, packs: Sequence[Pack], pack: Pack) -> None:
        """Offer the packs, and the topics of `pack`."""
        self.choices.show_packs(packs, pack)

    def show_seats(self, seats: Sequence[Seat], chosen: str, warning: str) -> None:
        """Offer the screens that are there; `chosen` "" is this screen alone, on which answers wait
        to be asked for. The `warning` stays as long as it holds.
        """
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self._arrange()
        self.choices.show_seats(seats, chosen)
        self.preview.be_seen(not chosen)

    def show_left_out(self, problems: Sequence[str]) -> None:
        """Say for good what the content had to leave out; the rest plays."""
        head = self.tr("Some of the content has a fault and is left out. The rest plays.")
        few = say_few(problems, MOST_LEFT_OUT, "check")
        self.left_out.setText(f"{head}\n{few}" if problems else "")
        self.left_out.setVisible(bool(problems))

    def show_notice(self, sentence: str) -> None:
        """Tell the teacher something."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))
        self._arrange()
        if sentence and self._page.column.indexOf(self.notice) >= 0:
            self._page.to_top()

    def show_plan(self, plan: LessonPlan, questions: tuple[Question, ...], row: int = 0) -> None:
        """Show the plan and the statements that it comes to."""
        self._plan = plan
        self.choices.show_plan(plan)
        of_age = self.choices.offers(plan.age_band)
        self.preview.show_questions(plan, questions, row, of_age)
        self.start.setEnabled(bool(questions))

    def take_focus(self) -> None:
        """To the start; where there is nothing to start, to what has to be chosen."""
        if self.start.isEnabled():
            self.start.setFocus()
        else:
            self.choices.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns, or one where the text is large for the window or much is to be told."""
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        across = self.width() - 56
        told = sum(
            text.heightForWidth(across) + 6 for text in (self.warning, self.notice) if text.text()
        )
        room = self.height() - told - self.start.sizeHint().height() - 26
        wide = letters >= SIDE_BY_SIDE and room >= LOWEST * self.font().pixelSize() / 18
        if wide == (self._columns.indexOf(self.preview) >= 0):
            return
        if wide:
            self._columns.addWidget(self.preview, 1)
            self._whole.insertWidget(1, self.notice)
        else:
            self._page.column.insertWidget(2, self.preview)
            self._page.column.insertWidget(0, self.notice)
        self.preview.show_whole(not wide)

    # Changing

    def _change(self, values: dict[str, Any], drawn: bool) -> None:
        """The plan with other values; `drawn`: its statements are drawn again."""
        assert self._plan is not None
        if drawn:
            values = {**values, "questions": ()}
        try:
            self.planned.emit(replace(self._plan, **values))
        except ValueError as told:
            self.refused.emit(str(told))

    def _draw_anew(self) -> None:
        assert self._plan is not None
        self._change({"seed": (self._plan.seed + 1) % HIGHEST_SEED}, drawn=True)

    def _take_out(self, id_: str) -> None:
        if self._plan is not None and len(self._plan.questions) > 1:
            self.planned.emit(self._plan.without(id_))

    def _put_back(self) -> None:
        if self._plan is not None and self._plan.left_out:
            self.planned.emit(self._plan.put_back(self._plan.left_out[-1]))

    def _move(self, id_: str, to: int) -> None:
        if self._plan is not None:
            self.planned.emit(self._plan.moved(id_, to))
