"""The teacher's own view of a lesson that is running. Nothing of it is ever on the wall."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from quiz.model.citation import full_reference
from quiz.model.lesson import Counted, Lesson, Stage
from quiz.model.lesson_plan import SecondVote, Team
from quiz.model.question import Question, Verdict
from quiz.model.votes import MOST_HANDS, Votes
from quiz.ui.screens.audience import AudienceScreen
from quiz.ui.screens.wall_sheet import sheet_of
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, Chip, MainButton, SmallButton
from quiz.ui.widgets.card import Card, Page
from quiz.ui.widgets.counter import Counter
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption, Heading, Label, Strong, Text
from quiz.ui.words import verdict_word


class _NotesPage(Page):
    """A page that leaves the page keys to the lesson; it is scrolled by wheel and by touch."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class RunningScreen(QWidget):
    """`went(step)`: the name of a button of :attr:`steps`. `counted(votes, second)`,
    `said(team, verdict)`, `save_wanted(path)`, `plan_wanted()`, `projector_wanted()`.

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
        self._voting: tuple[int | None, bool] = (None, False)
        self.wall = AudienceScreen()
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
        self._build_votes(settling)
        self._build_end(settling)
        self.projector = SmallButton(self.tr("Show the wall on the other screen"))
        self.projector.hide()
        page = self._page = _NotesPage(self)
        page.column.setSpacing(14)
        for part in (self.notes, self.votes, self.end):
            page.column.addWidget(part)
        page.column.addStretch()
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 4, 28, 16)
        whole.setSpacing(10)
        whole.addWidget(self.notice)
        whole.addWidget(self.projector, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self.wall, 5)
        whole.addWidget(self.head)
        whole.addWidget(self.time)
        whole.addWidget(self._bar)
        whole.addWidget(page, 2)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self.projector.clicked.connect(self.projector_wanted)

    def _build_steps(self, settling: Settling) -> None:
        names = (
            ("back", self.tr("Back"), self.tr("PgUp"), Button),
            ("forward", self.tr("Next"), self.tr("PgDn"), MainButton),
            ("reveal", self.tr("Answer now"), "A", Button),
            ("leave", self.tr("Pass for the room"), "X", Button),
            ("blank", self.tr("Blank the wall"), "B", Button),
            ("source", self.tr("Source on the wall"), "S", Button),
            ("end", self.tr("To the end"), "E", Button),
        )
        self._bar = QWidget()
        row = FlowLayout(self._bar)
        for name, words, hint, kind in names:
            button = kind(words, hint=hint, settling=settling)
            button.clicked.connect(lambda _=False, step=name: self.went.emit(step))
            self.steps[name] = button
            row.addWidget(button)

    def _build_notes(self) -> None:
        self.notes = Card()
        self.answer = Strong()
        self.text = Text()
        self.next = Text()
        inner = QVBoxLayout(self.notes)
        inner.setContentsMargins(24, 18, 24, 18)
        inner.addWidget(Label(self.tr("For the teacher only")))
        for part in (self.answer, self.text, self.next):
            inner.addWidget(part)

    def _build_votes(self, settling: Settling) -> None:
        self.votes = Card()
        self.votes_head = Label()
        names = {
            "myth": verdict_word(Verdict.MYTH),
            "reality": verdict_word(Verdict.REALITY),
            "passed": self.tr("Passed"),
        }
        self.counters = {key: Counter(word, 0, MOST_HANDS, settling) for key, word in names.items()}
        inner = QVBoxLayout(self.votes)
        inner.setContentsMargins(24, 18, 24, 18)
        inner.addWidget(self.votes_head)
        row = FlowLayout()
        following = [*self.counters.values()][1:]
        for counter in self.counters.values():
            row.addWidget(counter)
            counter.changed.connect(self._tell_votes)
            after = following.pop(0).take_focus if following else self.head.setFocus
            counter.done.connect(lambda after=after: after())
        inner.addLayout(row)
        self._teams = QVBoxLayout()
        self._teams.setSpacing(6)
        inner.addLayout(self._teams)
        self.team_chips: dict[tuple[Team, Verdict], Chip] = {}

    def _build_end(self, settling: Settling) -> None:
        self.end = Card()
        self.outcome = Text()
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File for the results"))
        self.save = SmallButton(self.tr("Save the results as a table"), settling=settling)
        self.plan = SmallButton(self.tr("Back to the plan"), settling=settling)
        inner = QVBoxLayout(self.end)
        inner.setContentsMargins(24, 18, 24, 18)
        for part in (self.outcome, Label(self.tr("File for the results")), self.path):
            inner.addWidget(part)
        row = FlowLayout()
        row.addWidget(self.save)
        row.addWidget(self.plan)
        inner.addLayout(row)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.path.text().strip()))
        self.plan.clicked.connect(self.plan_wanted)

    # Showing

    def begin(self, lesson: Lesson, path: str) -> None:
        """A lesson begins; `path` is where its results would go."""
        self._began = self._clock()
        self._tick.start()
        self._build_teams(lesson)
        self.path.setText(path)
        self.show_notice("")
        self.show_lesson(lesson)
        self._show_time()

    def share_screen(self, shared: bool) -> None:
        """Whether the room sees this very screen."""
        self._shared = shared
        self.wall.setVisible(shared)
        if shared:  # the wall comes first; what is below it can be scrolled
            self._page.column.insertWidget(0, self._bar)
        else:
            self._whole.insertWidget(self._whole.indexOf(self._page), self._bar)
        for counter in self.counters.values():
            counter.hide_number(shared)
        if self._lesson is not None:
            self.show_lesson(self._lesson)

    def show_notice(self, sentence: str, *, projector: bool = False) -> None:
        """Tell the teacher something; `projector`: there is a screen that the wall could go to."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))
        self.projector.setVisible(projector)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show where the lesson stands."""
        self._lesson = lesson
        question = lesson.question
        over = lesson.stage in (Stage.SIGNPOST, Stage.FINISHED)
        self.head.setText(self._say_stage(lesson))
        self.answer.setText("" if question is None else self._say_answer(question))
        self.text.setText("" if question is None else self._say_notes(question))
        self.answer.setVisible(question is not None)
        self.text.setVisible(question is not None)
        following = lesson.next_question
        self.next.setText(
            self.tr("Next: {0}").format(following.statement if following else self._last())
        )
        self.next.setVisible(not over)
        self.notes.setVisible(not over and not self._shared)
        votes = question is not None and lesson.stage is not Stage.NOTE
        self.votes.setVisible(votes)
        self.end.setVisible(over)
        self.time.setVisible(not self._shared)
        self.outcome.setText(self._say_outcome(lesson))
        self._show_votes(lesson)
        self.wall.show_sheet(sheet_of(lesson))
        self.steps["back"].setEnabled(lesson.can_go_back)
        self.steps["forward"].setEnabled(lesson.can_go_forward)
        self.steps["reveal"].setEnabled(lesson.is_open)
        self.steps["leave"].setEnabled(question is not None)
        self.steps["source"].setEnabled(lesson.verdict_is_out)
        self.steps["end"].setEnabled(not over)

    def take_focus(self) -> None:
        """The head takes the focus, so that keys turn pages."""
        self.head.setFocus()

    def key(self, key: Qt.Key) -> bool:
        """M, R and P go to the counts."""
        names = {Qt.Key.Key_M: "myth", Qt.Key.Key_R: "reality", Qt.Key.Key_P: "passed"}
        if key not in names or not self.votes.isVisible():
            return False
        self.counters[names[key]].take_focus()
        return True

    def stop(self) -> None:
        """The lesson is left: the clock stands still."""
        self._tick.stop()

    @property
    def counts_second(self) -> bool:
        """Whether what is counted now is the second vote."""
        lesson = self._lesson
        if lesson is None or lesson.plan.second_vote is SecondVote.NONE:
            return False
        if lesson.stage in (Stage.VOTE_AGAIN, Stage.RESULT):
            return True
        answered = lesson.stage in (Stage.ANSWER, Stage.WHY)
        return answered and lesson.plan.second_vote is SecondVote.BEFORE_ANSWER

    def _show_time(self) -> None:
        seconds = max(0, int(self._clock() - self._began))
        words = f"{seconds // 60}:{seconds % 60:02}"
        self.time.setText(self.tr("Time so far: {0}. Only for the teacher.").format(words))

    def _say_stage(self, lesson: Lesson) -> str:
        words = {
            Stage.RULES: self.tr("Ground rules"),
            Stage.NOTE: self.tr("A note before the next statement"),
            Stage.VOTE: self.tr("First vote"),
            Stage.VOTE_AGAIN: self.tr("Second vote"),
            Stage.ANSWER: self.tr("The answer, page 1 of 2"),
            Stage.WHY: self.tr("The answer, page 2 of 2"),
            Stage.RESULT: self.tr("How the room voted"),
            Stage.SIGNPOST: self.tr("Whom to turn to"),
            Stage.FINISHED: self.tr("The lesson is over"),
        }[lesson.stage]
        if lesson.question is None:
            return self.tr("On the wall: {0}").format(words)
        return self.tr("On the wall: {0}. {1}").format(words, self._say_place(lesson))

    def _say_place(self, lesson: Lesson) -> str:
        at = (lesson.page.index or 0) + 1
        return self.tr("Question {0} of {1}").format(at, len(lesson.counted))

    def _say_answer(self, question: Question) -> str:
        return f"{verdict_word(question.verdict)}. {question.fact}"

    def _say_notes(self, question: Question) -> str:
        return "\n".join(say_notes(question))

    def _last(self) -> str:
        return self.tr("whom to turn to, the last page")

    def _say_outcome(self, lesson: Lesson) -> str:
        parts = [self.tr("Answered together: {0}.").format(len(lesson.asked))]
        if lesson.shift is not None:
            before, after = (round(100 * s) for s in (lesson.shift.before, lesson.shift.after))
            parts.append(
                self.tr("Right at first: {0} %, after talking: {1} %.").format(before, after)
            )
        for team, tally in lesson.teams:
            parts.append(
                self.tr("{0} table: {1} of {2}.").format(team_word(team), tally.right, tally.of)
            )
        return " ".join(parts)

    def _show_votes(self, lesson: Lesson) -> None:
        second = self.counts_second
        head = self.tr("Second vote, if it is counted") if second else ""
        self.votes_head.setText(head or self.tr("First vote, if it is counted"))
        counted: Counted | None = lesson.counts
        votes = None if counted is None else counted.second if second else counted.first
        voting = (lesson.page.index, second)
        if voting != self._voting or votes is not None:  # else one of two numbers may be there
            for key, counter in self.counters.items():
                value = None if votes is None else getattr(votes, key)
                if counter.value != value:
                    counter.set_value(value)
        self._voting = voting
        said = dict(counted.said) if counted is not None else {}
        for (team, verdict), chip in self.team_chips.items():
            chip.setChecked(said.get(team) is verdict)

    # Telling

    def _tell_votes(self) -> None:
        myth, reality = self.counters["myth"].value, self.counters["reality"].value
        passed = self.counters["passed"].value
        whole = myth is not None and reality is not None
        votes = Votes(myth, reality, passed) if whole else None  # type: ignore[arg-type]
        self.counted.emit(votes, self.counts_second)

    def _build_teams(self, lesson: Lesson) -> None:
        for old in self.votes.findChildren(QWidget, "team"):
            self._teams.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.team_chips.clear()
        for team in lesson.plan.teams:
            line = QWidget(self.votes)
            line.setObjectName("team")
            row = FlowLayout(line)
            row.addWidget(Text(team_word(team)))
            for verdict in Verdict:
                chip = Chip(verdict_word(verdict))
                chip.setAccessibleName(f"{team_word(team)}: {verdict_word(verdict)}")
                chip.clicked.connect(
                    lambda on=False, team=team, verdict=verdict: self.said.emit(
                        team, verdict if on else None
                    )
                )
                self.team_chips[team, verdict] = chip
                row.addWidget(chip)
            self._teams.addWidget(line)


def say_notes(question: Question) -> list[str]:
    """What a teacher should know of a question, a line for each."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("RunningScreen", text)

    note = question.teacher
    lines = [
        tr("Purpose: {0}").format(note.purpose),
        tr("Often asked, and to talk about: {0}").format(note.ask),
        tr("Keep it in the third person: “What might somebody say who believes this?”"),
    ]
    if question.content_note:
        lines.append(tr("Content note: {0}").format(question.content_note))
    if note.safeguarding:
        lines.append(
            tr(
                "Safeguarding: somebody may tell of something here. Listen, promise no secrecy, "
                "and follow your school's route today."
            )
        )
    lines += [
        tr("Source: {0} {1}").format(full_reference(c.source), c.locator)
        for c in question.citations
    ]
    return lines


def team_word(team: Team) -> str:
    """The colour of a table."""
    names = {
        Team.BLUE: QCoreApplication.translate("Teams", "Blue"),
        Team.ORANGE: QCoreApplication.translate("Teams", "Orange"),
        Team.GREEN: QCoreApplication.translate("Teams", "Green"),
        Team.YELLOW: QCoreApplication.translate("Teams", "Yellow"),
        Team.PURPLE: QCoreApplication.translate("Teams", "Purple"),
        Team.RED: QCoreApplication.translate("Teams", "Red"),
        Team.WHITE: QCoreApplication.translate("Teams", "White"),
        Team.BLACK: QCoreApplication.translate("Teams", "Black"),
    }
    return names[team]
