"""Where a teacher types the hands that were counted, and what each table said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.model.lesson_plan import SecondVote, Team
from quiz.model.question import Verdict
from quiz.model.votes import MOST_HANDS, Votes
from quiz.ui.screens.lesson.lesson_words import team_word
from quiz.ui.settle import Settling
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.counter import Counter
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Label, Text
from quiz.ui.widgets.touch import TouchChip
from quiz.ui.words import verdict_word

_KEYS = {Qt.Key.Key_M: "myth", Qt.Key.Key_R: "reality", Qt.Key.Key_P: "passed"}


class VoteCounts(Card):
    """`counted(votes, second)`: votes are None while one of the two numbers is missing.

    `said(team, verdict)`; `done()`: Enter in the last field.
    """

    counted = Signal(object, bool)
    said = Signal(object, object)
    done = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = False
        self._second = False
        self._voting: tuple[int | None, bool] = (None, False)
        self.head = Label()
        names = {
            "myth": verdict_word(Verdict.MYTH),
            "reality": verdict_word(Verdict.REALITY),
            "passed": self.tr("Passed"),
        }
        self.counters = {key: Counter(word, 0, MOST_HANDS, settling) for key, word in names.items()}
        inner = QVBoxLayout(self)
        inner.setContentsMargins(24, 18, 24, 18)
        inner.addWidget(self.head)
        following = [*self.counters.values()][1:]
        row = FlowLayout(spacing=14)
        inner.addLayout(row)
        for counter in self.counters.values():
            row.addWidget(counter)
            counter.changed.connect(self._tell)
            after = following.pop(0).take_focus if following else self.done.emit
            counter.done.connect(lambda after=after: after())
        self.tables = QWidget()
        self._tables = QVBoxLayout(self.tables)
        self._tables.setContentsMargins(0, 0, 0, 0)
        self._tables.setSpacing(6)
        inner.addWidget(self.tables)
        self.team_chips: dict[tuple[Team, Verdict], TouchChip] = {}
        self._lines: list[QWidget] = []
        self._names: list[Text] = []

    def begin(self, lesson: Lesson) -> None:
        """A lesson begins: a line for each table of its plan."""
        for old in self._lines:
            self._tables.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines.clear()
        self._names = [counter.label for counter in self.counters.values()]
        self.team_chips.clear()
        for team in lesson.plan.teams:
            self._add_table(team)
        self._align()

    def _align(self) -> None:
        """What can be pressed stands in columns, whatever the words before it are."""
        width = max((name.sizeHint().width() for name in self._names), default=0)
        for name in self._names:
            name.setMinimumWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            for name in self._names:
                name.setMinimumWidth(0)
            QTimer.singleShot(0, self, self._align)

    def _add_table(self, team: Team) -> None:
        line = QWidget()
        row = FlowLayout(line, spacing=6)
        name = Text(team_word(team))
        self._names.append(name)
        row.addWidget(name)
        for verdict in Verdict:
            chip = TouchChip(verdict_word(verdict))
            said = self.tr("{0} table: {1}").format(team_word(team), verdict_word(verdict))
            chip.setAccessibleName(said)
            chip.clicked.connect(
                lambda on=False, verdict=verdict: self.said.emit(team, verdict if on else None)
            )
            self.team_chips[team, verdict] = chip
            row.addWidget(chip)
        self._lines.append(line)
        self._tables.addWidget(line)

    def be_seen(self, seen: bool) -> None:
        """Whether the room sees this screen: numbers are dots then, and tables wait."""
        self._shared = seen
        for counter in self.counters.values():
            counter.hide_number(seen)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what was counted for the question on the wall."""
        second = self._second = counts_second(lesson)
        self.head.setText(
            self.tr("Second vote, if it is counted: cards, slips, or hands with eyes closed")
            if second
            else self.tr("First vote, if it is counted: cards, slips, or hands with eyes closed")
        )
        counted = lesson.counts
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
        self.tables.setVisible(bool(self._lines) and (lesson.verdict_is_out or not self._shared))

    def key(self, key: Qt.Key) -> bool:
        """M, R and P go to the counts."""
        if key not in _KEYS or not self.isVisible():
            return False
        self.counters[_KEYS[key]].take_focus()
        return True

    def _tell(self) -> None:
        myth, reality = self.counters["myth"].value, self.counters["reality"].value
        votes = None
        if myth is not None and reality is not None:
            votes = Votes(myth, reality, self.counters["passed"].value)
        self.counted.emit(votes, self._second)


def counts_second(lesson: Lesson) -> bool:
    """Whether what is counted now is the second vote."""
    if lesson.plan.second_vote is SecondVote.NONE:
        return False
    if lesson.stage in (Stage.VOTE_AGAIN, Stage.RESULT):
        return True
    answered = lesson.stage in (Stage.ANSWER, Stage.WHY)
    return answered and lesson.plan.second_vote is SecondVote.BEFORE_ANSWER
