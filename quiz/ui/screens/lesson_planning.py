"""Before the lesson: choose, look through, take out, put in order, print, keep the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quiz.model.lesson_plan import HIGHEST_SEED, MOST_QUESTIONS, LessonPlan, SecondVote, Team
from quiz.model.question import AgeBand, Pack, Question
from quiz.ui.screens.lesson_running import say_notes, team_word
from quiz.ui.seats import Seat
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, Chip, MainButton, SmallButton
from quiz.ui.widgets.card import Card, Page
from quiz.ui.widgets.counter import Counter
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption, Heading, Label, Strong, Text
from quiz.ui.widgets.wrapped_list import WrappedList
from quiz.ui.words import verdict_word

LIST = 300
"""Least height of the list of statements."""

SIDE_BY_SIDE = 100
"""Letters of body text across from which the two columns stand side by side."""

PAPERS = ("worksheet", "key", "slips", "summary")


class PlanningScreen(QWidget):
    """`planned(plan)`: the plan was changed. `refused(sentence)`: it cannot be so.

    `start_wanted()`, `load_wanted(path)`, `save_wanted(path)`, `print_wanted(paper, path)`,
    `seat_chosen(name)`: "" for this screen alone.
    """

    planned = Signal(object)
    refused = Signal(str)
    start_wanted = Signal()
    load_wanted = Signal(str)
    save_wanted = Signal(str)
    print_wanted = Signal(str, str)
    seat_chosen = Signal(str)

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = settling
        self._plan: LessonPlan | None = None
        self._questions: tuple[Question, ...] = ()
        self._showing = False
        self.warning = Strong()
        self.warning.hide()
        self.notice = Strong()
        self.notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notice.hide()
        self.start = MainButton(self.tr("Start the lesson"), hint="F5", settling=settling)
        self.count = Heading()
        page = Page(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(18)
        self._columns.addWidget(self._build_choices(), 1)
        self._columns.addWidget(self._build_preview(), 1)
        page.column.addLayout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 4, 28, 16)
        whole.addWidget(self.warning)
        whole.addWidget(self.notice)
        whole.addWidget(page, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.start)
        whole.addLayout(foot)
        self.start.clicked.connect(self.start_wanted)

    # Building

    def _build_choices(self) -> QWidget:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._topics = self._group(column, self.tr("Topics (none chosen: all)"))
        self.topics: dict[str, Chip] = {}
        bands = self._group(column, self.tr("For people aged"))
        self.bands = self._single(bands, {band: band.value for band in AgeBand}, "age_band")
        row = self._group(column, self.tr("Length"))
        self.length = Counter(self.tr("Statements"), 1, MOST_QUESTIONS, self._settling)
        self.seed = Counter(self.tr("Same number, same lesson"), 0, HIGHEST_SEED, self._settling)
        row.addWidget(self.length)
        row.addWidget(self.seed)
        votes = self._group(column, self.tr("Voting again"))
        words = {
            SecondVote.NONE: self.tr("Vote once, or not at all"),
            SecondVote.BEFORE_ANSWER: self.tr("Again before the answer"),
            SecondVote.AFTER_ANSWER: self.tr("Again after the answer"),
        }
        self.second = self._single(votes, words, "second_vote")
        teams = self._group(column, self.tr("Tables by colour (none chosen: no teams)"))
        self.teams = {team: Chip(team_word(team)) for team in Team}
        for chip in self.teams.values():
            teams.addWidget(chip)
            chip.clicked.connect(self._choose_teams)
        self.rules = self._editor(column, self.tr("Ground rules, 3 to 8 lines, shown first"))
        self.signposts = self._editor(column, self.tr("Whom to turn to, shown last"))
        self._seats = self._group(column, self.tr("The wall is on"))
        self.seats: dict[str, Chip] = {}
        column.addStretch()
        self.length.changed.connect(self._choose_length)
        self.seed.changed.connect(self._choose_seed)
        self.rules.textChanged.connect(lambda: self._edit("ground_rules", self.rules))
        self.signposts.textChanged.connect(lambda: self._edit("signposts", self.signposts))
        return choices

    def _build_preview(self) -> QWidget:
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(20, 16, 20, 16)
        self.list = WrappedList()
        self.list.setAccessibleName(self.tr("The statements of the lesson, in order"))
        self.preview = Text()
        self.list.setMinimumHeight(LIST)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.preview)
        row = FlowLayout()
        for words, act in (
            (self.tr("Take out"), self._take_out),
            (self.tr("Earlier"), lambda: self._move(-1)),
            (self.tr("Later"), lambda: self._move(1)),
            (self.tr("Put back"), self._put_back),
            (self.tr("Draw anew"), self._draw_anew),
        ):
            row.addWidget(self._button(words, act))
        inner.addLayout(row)
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File to read or write"))
        inner.addWidget(Label(self.tr("File to read or write")))
        inner.addWidget(self.path)
        files = FlowLayout()
        names = {
            "worksheet": self.tr("Worksheet"),
            "key": self.tr("Answer key"),
            "slips": self.tr("Slips for questions"),
            "summary": self.tr("Summary for parents"),
        }
        for words, wanted in (
            (self.tr("Load plan"), self.load_wanted),
            (self.tr("Save plan"), self.save_wanted),
        ):
            button = SmallButton(words, settling=self._settling)
            button.clicked.connect(lambda _=False, s=wanted: s.emit(self.path.text().strip()))
            files.addWidget(button)
        for paper in PAPERS:
            button = SmallButton(names[paper], settling=self._settling)
            button.clicked.connect(
                lambda _=False, p=paper: self.print_wanted.emit(p, self.path.text().strip())
            )
            files.addWidget(button)
        inner.addLayout(files)
        inner.addWidget(Caption(self.tr("Papers are PDF, or ODT where the name ends in .odt.")))
        self.list.row_chosen.connect(self._show_preview)
        return card

    def _button(self, words: str, act: Callable[[], object]) -> Button:
        button = SmallButton(words, settling=self._settling)
        button.clicked.connect(lambda _=False: act())
        return button

    def _group(self, column: QVBoxLayout, words: str) -> FlowLayout:
        column.addWidget(Label(words))
        row = FlowLayout()
        column.addLayout(row)
        return row

    def _single(self, row: FlowLayout, words: dict, field: str) -> dict:
        group = QButtonGroup(self)
        chips = {}
        for value, word in words.items():
            chips[value] = chip = Chip(word)
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(
                lambda _=False, value=value: self._change(field == "age_band", **{field: value})
            )
        return chips

    def _editor(self, column: QVBoxLayout, words: str) -> QPlainTextEdit:
        editor = QPlainTextEdit()
        editor.setAccessibleName(words)
        editor.setTabChangesFocus(True)
        editor.setMinimumHeight(150)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(Label(words))
        column.addWidget(editor)
        return editor

    # Showing

    def show_pack(self, pack: Pack) -> None:
        """Offer the topics of `pack`."""
        if list(self.topics) == [topic.id for topic in pack.topics]:
            return
        for old in self.topics.values():
            old.hide()
            old.deleteLater()
        self.topics.clear()
        for topic in pack.topics:
            self.topics[topic.id] = chip = Chip(topic.title)
            self._topics.addWidget(chip)
            chip.clicked.connect(self._choose_topics)

    def show_seats(self, seats: Sequence[Seat], chosen: str, warning: str) -> None:
        """Offer the screens that are there; `chosen` "" is this screen alone. The `warning` stays
        as long as it holds.
        """
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        for chip in self.seats.values():
            self._seats.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.seats.clear()
        for seat in (*seats, None):
            name = seat.name if seat else ""
            size = seat.geometry.size() if seat else None
            words = f"{name}, {size.width()} × {size.height()}" if size else self._this_alone()
            self.seats[name] = chip = Chip(words, checked=name == chosen)
            self._seats.addWidget(chip)
            chip.clicked.connect(lambda _=False, name=name: self.seat_chosen.emit(name))
            chip.show()

    def _this_alone(self) -> str:
        return self.tr("This screen alone, answers hidden until they are out")

    def show_notice(self, sentence: str) -> None:
        """Tell the teacher something."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def show_plan(self, plan: LessonPlan, questions: tuple[Question, ...], row: int = 0) -> None:
        """Show the plan and the statements that it comes to."""
        self._plan, self._questions, self._showing = plan, questions, True
        for topic, chip in self.topics.items():
            chip.setChecked(topic in plan.topics)
        for chips, value in ((self.bands, plan.age_band), (self.second, plan.second_vote)):
            for key, chip in chips.items():
                chip.setChecked(key is value)
        for team, chip in self.teams.items():
            chip.setChecked(team in plan.teams)
        for counter, number in ((self.length, plan.length), (self.seed, plan.seed)):
            if counter.value != number:
                counter.set_value(number)
        for editor, lines in ((self.rules, plan.ground_rules), (self.signposts, plan.signposts)):
            if _lines(editor) != lines:
                editor.setPlainText("\n".join(lines))
        self.list.show_rows([self._say_row(at, q) for at, q in enumerate(questions, start=1)])
        if questions:
            index = self.list.model().index(min(max(row, 0), len(questions) - 1), 0)
            self.list.setCurrentIndex(index)
        else:
            self.preview.setText("")
        words = self.tr("{0} statements").format(len(questions))
        self.count.setText(words if questions else self.tr("No statement fits. Choose others."))
        self.start.setEnabled(bool(questions))
        self._showing = False

    def _say_row(self, number: int, question: Question) -> str:
        note = f" ({question.content_note})" if question.content_note else ""
        verdict = verdict_word(question.verdict)
        return f"{number}. {verdict}: {question.statement} [{question.age_band.value}]{note}"

    def _show_preview(self, row: int) -> None:
        if 0 <= row < len(self._questions):
            question = self._questions[row]
            answer = f"{verdict_word(question.verdict)}. {question.fact}"
            self.preview.setText("\n".join([answer, *say_notes(question)]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one where the text is large for the window."""
        super().resizeEvent(event)
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        wide = letters >= SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    # Changing

    def _change(self, drawn: bool, /, **values: object) -> None:
        """The plan with other values; `drawn`: its statements are drawn again."""
        if self._plan is None or self._showing:
            return
        if drawn:
            values["questions"] = ()
        try:
            self.planned.emit(replace(self._plan, **values))  # type: ignore[arg-type]
        except ValueError as told:
            self.refused.emit(str(told))

    def _choose_topics(self) -> None:
        chosen = tuple(topic for topic, chip in self.topics.items() if chip.isChecked())
        self._change(True, topics=chosen)

    def _choose_teams(self) -> None:
        self._change(
            False, teams=tuple(team for team, chip in self.teams.items() if chip.isChecked())
        )

    def _choose_length(self, number: int | None) -> None:
        if number is not None:
            self._change(True, length=number)

    def _choose_seed(self, number: int | None) -> None:
        if number is not None:
            self._change(True, seed=number)

    def _draw_anew(self) -> None:
        assert self._plan is not None
        self._change(True, seed=(self._plan.seed + 1) % HIGHEST_SEED)

    def _edit(self, field: str, editor: QPlainTextEdit) -> None:
        self._change(False, **{field: _lines(editor)})

    @property
    def row(self) -> int:
        """Which statement is chosen, counted from 0."""
        return max(0, self.list.currentIndex().row())

    def _chosen(self) -> str:
        return self._questions[self.row].id if self._questions else ""

    def _take_out(self) -> None:
        if self._plan is not None and len(self._questions) > 1:
            self.planned.emit(self._plan.without(self._chosen()))

    def _put_back(self) -> None:
        if self._plan is not None and self._plan.left_out:
            self.planned.emit(self._plan.put_back(self._plan.left_out[-1]))

    def _move(self, by: int) -> None:
        if self._plan is not None and self._questions:
            to = min(max(self.row + by, 0), len(self._questions) - 1)
            plan = self._plan.moved(self._chosen(), to)
            self.list.setCurrentIndex(self.list.model().index(to, 0))
            self.planned.emit(plan)


def _lines(editor: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in editor.toPlainText().splitlines() if line.strip())
