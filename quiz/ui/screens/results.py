"""The results: the two scores, and the facts to take away, missed ones first."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.question import Verdict
from quiz.model.score import Calibration, Score, Tally
from quiz.model.session import Answer, Session
from quiz.ui.room import (
    SIDE_BY_SIDE,
    Fitted,
    fit_margins,
    letters_across,
    room,
    stand_or_stack,
)
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, MainButton
from quiz.ui.widgets.calibration import CalibrationCard
from quiz.ui.widgets.card import Card, Page
from quiz.ui.widgets.dots import Bar
from quiz.ui.widgets.fact_row import FactRow
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption, Figure, Heading, Strong, Text


class ResultsScreen(Fitted):
    """`again_wanted()`: the missed once more. `new_round_wanted()`. `start_wanted()`.

    `source_wanted(question)`: the sources of one question.
    """

    again_wanted = Signal()
    new_round_wanted = Signal()
    start_wanted = Signal()
    source_wanted = Signal(object)

    def __init__(self, settling: Settling, *, retries: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = settling
        self._retries = retries
        self._titles: dict[str, str] = {}
        self._page = Page(self)
        self._scores = Card()
        self._facts = Card()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(0, 0, 8, 0)
        self._columns.setSpacing(24)
        self.calibration = CalibrationCard()
        left = QVBoxLayout()
        left.setSpacing(20)
        left.addWidget(self._scores)
        left.addWidget(self.calibration)
        left.addStretch()
        self._columns.addLayout(left, 2)
        self._columns.addWidget(self._facts, 4, Qt.AlignmentFlag.AlignTop)
        self._page.column.addLayout(self._columns)
        self._page.column.addStretch()
        self.again = MainButton(settling=settling)
        self.new_round = Button(self.tr("New round"), settling=settling)
        self.to_start = Button(self.tr("Choose topics"), settling=settling)
        self._whole = whole = QVBoxLayout(self)
        whole.setSpacing(14)
        whole.addWidget(self._page, 1)
        row = FlowLayout(spacing=14)
        for button in (self.again, self.new_round, self.to_start):
            row.addWidget(button)
        whole.addLayout(row)
        self._build_scores()
        self._facts_column = QVBoxLayout(self._facts)
        self._facts_column.setContentsMargins(32, 26, 32, 26)
        self._facts_column.setSpacing(12)
        self.rows: list[FactRow] = []
        self._facts_column.addWidget(Heading(self.tr("What you can take away")))
        self.again.clicked.connect(self.again_wanted)
        self.new_round.clicked.connect(self.new_round_wanted)
        self.to_start.clicked.connect(self.start_wanted)

    def _build_scores(self) -> None:
        column = QVBoxLayout(self._scores)
        column.setContentsMargins(32, 26, 32, 26)
        column.setSpacing(6)
        self.head = Caption(self.tr("Right at the first try"))
        self.figure = Figure()
        self.answered = Heading()
        self.figure.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.skipped = Caption()
        self.myths, self.facts = Strong(), Strong()
        self.myths_bar, self.facts_bar = Bar(), Bar()
        self.leaning = Text()
        self.retried = Text()
        self.topics = Caption()
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.figure)
        line.addWidget(self.answered, 1)
        self.answered.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self.skipped)
        column.addSpacing(10)
        for words, bar in ((self.myths, self.myths_bar), (self.facts, self.facts_bar)):
            column.addWidget(words)
            column.addWidget(bar)
        column.addSpacing(10)
        for part in (self.leaning, self.retried, self.topics):
            column.addWidget(part)
        self.extra = column

    def show_topics(self, titles: dict[str, str]) -> None:
        """The titles of the topics, by id."""
        self._titles = titles

    def show_session(self, session: Session) -> None:
        """Show what the answers of `session` come to."""
        score = Score.of(session.answers)
        n = QLocale().toString
        self.figure.setText(n(score.right))
        self.figure.setAccessibleName(
            self.tr("Right at the first try: {0} of {1} answered").format(
                n(score.right), n(score.answered)
            )
        )
        self.answered.setText(self.tr("of {0} answered").format(n(score.answered)))
        self.skipped.setText(self.tr("{0} skipped, which does not count").format(n(score.skipped)))
        self.skipped.setVisible(score.skipped > 0)
        self._show_tally(
            self.myths, self.myths_bar, self.tr("{0} of {1} myths caught"), score.myths
        )
        self._show_tally(
            self.facts, self.facts_bar, self.tr("{0} of {1} facts accepted"), score.facts
        )
        self.leaning.setText(self._say_leaning(score))
        self.leaning.setVisible(bool(self.leaning.text()))
        retried = score.retried
        self.retried.setText(
            self.tr("When tried again: {0} of {1} right").format(n(retried.right), n(retried.of))
        )
        self.retried.setVisible(retried.of > 0)
        self.topics.setText(
            "\n".join(
                self.tr("{0}: {1} of {2}").format(
                    self._titles.get(topic, topic), n(tally.right), n(tally.of)
                )
                for topic, tally in score.topics
            )
        )
        self.calibration.show_calibration(Calibration.of(session.answers))
        missed = len(session.returnable(self._retries))
        self.again.setVisible(missed > 0)
        if missed == 1:
            self.again.setText(self.tr("Try the missed one again"))
        else:
            self.again.setText(self.tr("Try the {0} missed again").format(n(missed)))
        self._show_facts(session)
        self._page.to_top()
        self.figure.setFocus()  # its name is the whole sentence, and the rest of the line is not

    def _show_tally(self, words: Text, bar: Bar, pattern: str, tally: Tally) -> None:
        n = QLocale().toString
        words.setText(pattern.format(n(tally.right), n(tally.of)))
        words.setVisible(tally.of > 0)
        bar.show_share(tally.share)
        bar.setVisible(tally.of > 0)

    def _say_leaning(self, score: Score) -> str:
        if score.leaning is Verdict.MYTH:
            return self.tr(
                "Nearly every answer was “myth”. About half of the statements are true: "
                "some good news may have been missed."
            )
        if score.leaning is Verdict.REALITY:
            return self.tr(
                "Nearly every answer was “reality”. About half of the statements are myths, "
                "even where they sound familiar."
            )
        return ""

    def _show_facts(self, session: Session) -> None:
        """One row a question: its newest answer's mark, its fact, its source one step away."""
        newest = {answer.question.id: answer for answer in session.answers}
        answers = sorted(newest.values(), key=_missed_first)
        while len(self.rows) < len(answers):
            row = FactRow(self._settling)
            row.source_wanted.connect(self.source_wanted)
            self._facts_column.addWidget(row)
            self.rows.append(row)
        for answer, row in zip(answers, self.rows, strict=False):
            row.show_answer(answer)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(answers))

    def key(self, event: QKeyEvent) -> bool:
        """No key acts here by itself: what comes next is a choice."""
        return False

    def fit(self) -> None:
        fit_margins(self._whole, room(self), 56, 8, 56, 24)
        stand_or_stack(self._columns, beside=letters_across(self) > SIDE_BY_SIDE)


def _missed_first(answer: Answer) -> int:
    """Sure and wrong, then missed, then right, then skipped."""
    if answer.sure_and_wrong:
        return 0
    if answer.missed:
        return 1
    return 3 if answer.skipped else 2
