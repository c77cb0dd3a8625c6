"""The teacher's own view of a lesson that is running. Nothing of it is ever on the wall."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.ui.screens.lesson.audience import AudienceScreen
from quiz.ui.screens.lesson.lesson_end import LessonEnd
from quiz.ui.screens.lesson.lesson_words import say_notes, say_wall
from quiz.ui.screens.lesson.small_wall import SmallWall
from quiz.ui.screens.lesson.vote_counts import VoteCounts
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, MainButton, SmallButton
from quiz.ui.widgets.card import Card, Page
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption, Heading, Label, Strong, Text
from quiz.ui.widgets.touch import MoreButton
from quiz.ui.words import say_verdict

SIDE_BY_SIDE = 100
"""Letters of body text across from which notes and votes stand side by side."""


class _NotesPage(Page):
    """A page that leaves the page keys to the lesson; it is turned by wheel or button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class RunningScreen(QWidget):
    """`went(step)`: the name of a button of :attr:`steps`. `plan_wanted()`, `projector_wanted()`,
    and the signals of :class:`VoteCounts` and :class:`LessonEnd`.

    Where there is one screen only, :meth:`share_screen` puts the wall into this view and keeps from
    it everything that is for the teacher alone: notes, answers, counts and the clock.
    """

    went = Signal(str)
    counted = Signal(object, bool)
    said = Signal(object, object)
    save_wanted = Signal(str)
    plan_wanted = Signal()
    projector_wanted = Signal()

    def __init__(
        self,
        settling: Settling,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began = clock()
        self._lesson: Lesson | None = None
        self._shared = False
        self._wide = True
        self._dark = False
        self._aside = ""
        self.wall = AudienceScreen()
        self.wall.unsetCursor()
        self.wall.setMinimumHeight(240)
        self.wall.hide()
        self.notice = Strong()
        self.notice.hide()
        self.head = Heading()
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.time = Caption()
        self.steps: dict[str, Button] = {}
        self._build_steps(settling)
        self._build_notes()
        self._build_seen()
        self.votes = VoteCounts(settling)
        self.end = LessonEnd(settling)
        self.projector = SmallButton(self.tr("Show the wall on the other screen"))
        self.projector.hide()
        self._lay_out()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self.projector.clicked.connect(self.projector_wanted)
        self.votes.counted.connect(self.counted)
        self.votes.said.connect(self.said)
        self.votes.done.connect(self.take_focus)
        self.end.outcome_wanted.connect(lambda: self.went.emit("outcome"))
        self.end.save_wanted.connect(self.save_wanted)
        self.end.plan_wanted.connect(self.plan_wanted)

    def _build_steps(self, settling: Settling) -> None:
        names = (
            ("back", self.tr("Back"), self.tr("PgUp"), SmallButton),
            ("forward", self.tr("Next"), self.tr("PgDn"), MainButton),
            ("reveal", self.tr("Answer now"), "A", SmallButton),
            ("leave", self.tr("Pass"), "X", SmallButton),
            ("leave_topic", self.tr("Leave topic"), "L", SmallButton),
            ("blank", self.tr("Blank"), "B", SmallButton),
            ("source", self.tr("Source"), "S", SmallButton),
            ("rules", self.tr("Rules"), "G", SmallButton),
            ("end", self.tr("End"), "E", SmallButton),
        )
        said = {
            "leave": self.tr("Pass for the room: the answer, and then the next statement"),
            "leave_topic": self.tr("Pass, and leave out what would still be asked of this topic"),
            "blank": self.tr("Make the wall dark, or bring it back"),
            "source": self.tr("Who says so, with a code to scan"),
            "rules": self.tr("What was agreed on, for a calm moment; and back"),
            "end": self.tr(
                "To the last page: whom to turn to; an answer that was due waits a page back"
            ),
        }
        self._bar = QWidget()
        row = FlowLayout(self._bar)
        for name, words, hint, kind in names:
            button = kind(words, hint=hint, settling=settling)
            button.clicked.connect(lambda _=False, step=name: self.went.emit(step))
            button.setAccessibleDescription(said.get(name, ""))
            button.setToolTip(said.get(name, ""))
            button.setCheckable(name in ("blank", "source", "rules"))
            self.steps[name] = button
            row.addWidget(button)

    def _build_notes(self) -> None:
        self.notes = Card()
        self.statement = Text()
        self.answer = Strong()
        self.text = Text()
        self.next = Text()
        inner = QVBoxLayout(self.notes)
        inner.setContentsMargins(24, 18, 24, 18)
        inner.addWidget(Label(self.tr("For the teacher only")))
        for part in (self.statement, self.answer, self.text, self.next):
            inner.addWidget(part)
        inner.addStretch()

    def _build_seen(self) -> None:
        self.seen = Card()
        self.small = SmallWall()
        inner = QVBoxLayout(self.seen)
        inner.setContentsMargins(24, 18, 24, 18)
        inner.addWidget(Label(self.tr("What the room sees")))
        inner.addWidget(self.small)

    def _lay_out(self) -> None:
        page = self._page = _NotesPage(self)
        side = QVBoxLayout()
        side.setSpacing(14)
        for part in (self.votes, self.end, self.seen):
            side.addWidget(part)
        side.addStretch()
        self._columns = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._columns.setSpacing(18)
        self._columns.addLayout(side, 1)
        self._columns.addWidget(self.notes, 1)
        page.column.addLayout(self._columns)
        page.column.addStretch()
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.time)
        self.more = MoreButton(page)
        top.addWidget(self.more)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 4, 28, 16)
        whole.setSpacing(10)
        whole.addWidget(self.notice)
        whole.addWidget(self.wall, 3)
        whole.addLayout(top)
        whole.addWidget(self.projector, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._bar)
        whole.addWidget(page, 2)

    # Showing

    def begin(self, lesson: Lesson, path: str) -> None:
        """A lesson begins; `path` is where its results would go."""
        self._began = self._clock()
        self._tick.start()
        self.votes.begin(lesson)
        self.end.path.setText(path)
        self.show_notice("")
        self.show_lesson(lesson)
        self._show_time()

    def share_screen(self, shared: bool) -> None:
        """Whether the room sees this very screen."""
        self._shared = shared
        self.wall.setVisible(shared)
        self._make_room()
        self.votes.be_seen(shared)
        self.end.be_seen(shared)
        if self._lesson is not None:
            self.show_lesson(self._lesson)

    def show_notice(self, sentence: str, *, projector: bool = False) -> None:
        """Tell the teacher something; `projector`: there is a screen that the wall could go to."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))
        self.projector.setVisible(projector)
        if sentence:
            self._page.to_top()

    def show_lesson(self, lesson: Lesson) -> None:
        """Show where the lesson stands."""
        if self._lesson is None or lesson.page != self._lesson.page:
            self._page.to_top()
        self._lesson = lesson
        question = lesson.question
        over = lesson.stage in (Stage.SIGNPOST, Stage.FINISHED)
        self.head.setText(say_wall(lesson, self._dark, self._aside))
        self.statement.setText("" if question is None else question.statement)
        self.answer.setText("" if question is None else say_verdict(question))
        notes = "" if question is None else say_notes(question, lesson.plan.route)
        self.text.setText(notes)
        for part in (self.statement, self.answer, self.text):
            part.setVisible(question is not None)
        following = lesson.next_question
        last = self.tr("Next: whom to turn to, the last page")
        self.next.setText(self.tr("Next: {0}").format(following.statement) if following else last)
        self.notes.setVisible(not over and not self._shared)
        self.votes.setVisible(question is not None and lesson.stage is not Stage.NOTE)
        self.votes.show_lesson(lesson)
        self.end.setVisible(over)
        self.end.show_lesson(lesson)
        self.time.setVisible(not self._shared)
        self.steps["back"].setEnabled(lesson.can_go_back)
        self.steps["forward"].setEnabled(lesson.can_go_forward)
        self.steps["reveal"].setEnabled(lesson.is_open)
        for step in ("leave", "leave_topic"):
            self.steps[step].setEnabled(question is not None)
        self.steps["rules"].setEnabled(lesson.stage is not Stage.RULES)
        self.steps["source"].setEnabled(lesson.verdict_is_out)
        self.steps["end"].setEnabled(not over)

    def show_wall(self, dark: bool, aside: str) -> None:
        """What the wall shows in place of the page of the lesson: `dark`, or an `aside`: "rules",
        "source" or "outcome".
        """
        self._dark, self._aside = dark, aside
        on = "blank" if dark else aside
        for name in ("blank", "source", "rules"):
            self.steps[name].setChecked(name == on)
        self.end.on_wall.setChecked(on == "outcome")
        if self._lesson is not None:
            self.head.setText(say_wall(self._lesson, dark, aside))

    def take_focus(self) -> None:
        """The head takes the focus, so that keys turn pages; without the ring of the Tab key."""
        self.head.clearFocus()
        self.head.setFocus()

    def key(self, key: Qt.Key) -> bool:
        """M, R and P go to the counts."""
        return self.votes.key(key)

    def stop(self) -> None:
        """The lesson is left: the clock stands still."""
        self._tick.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notes beside the votes, or below them where the text is large for the window."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        directions = QBoxLayout.Direction
        self._wide = letters >= SIDE_BY_SIDE
        self._columns.setDirection(directions.RightToLeft if self._wide else directions.TopToBottom)
        self._make_room()

    def _make_room(self) -> None:
        """What is told and the buttons stand still, but where the text is large they scroll with
        the page; and the small wall is there only where it costs the notes nothing.
        """
        self.seen.setVisible(self._wide and not self._shared)
        whole, page = self._whole, self._page.column
        old, new = (page, whole) if self._wide else (whole, page)
        if new.indexOf(self._bar) < 0:
            movable = (self.notice, self.projector, self._bar)
            for part in movable:
                old.removeWidget(part)
            start = whole.indexOf(self._page) if self._wide else 0
            for at, part in enumerate(movable, start):
                new.insertWidget(at, part)
            new.setAlignment(self.projector, Qt.AlignmentFlag.AlignLeading)
            if self._wide:  # what is told comes before all else
                whole.removeWidget(self.notice)
                whole.insertWidget(0, self.notice)

    def _show_time(self) -> None:
        seconds = max(0, int(self._clock() - self._began))
        words = f"{seconds // 60}:{seconds % 60:02}"
        self.time.setText(self.tr("{0} since the start").format(words))
