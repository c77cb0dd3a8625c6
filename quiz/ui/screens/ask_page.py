"""Asking: a statement, the three choices, and the rating once there is an answer."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.question import Question, Verdict
from quiz.ui.room import Fitted, fit_margins, room
from quiz.ui.settle import Settling
from quiz.ui.widgets.card import BAR, Page, draw_card
from quiz.ui.widgets.rating import Rating
from quiz.ui.widgets.text import Caption, Statement
from quiz.ui.widgets.verdict_buttons import VerdictButtons

ROOMY = 0.7
"""Share of the margins from which there is room for a hint as well."""

SHARES = (1.0, 0.9, 0.8)
"""Shares of its size at which a statement is tried, so that it can be read beside what is asked."""


class AskPage(Fitted):
    """A statement and the three choices; the rating once there is an answer."""

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page(self)
        self.topic = Caption(parent=self)
        self.prompt = Caption(self.tr("Is this a myth or a reality?"), self)
        self.statement = Statement(parent=self)
        self.statement.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verdicts = VerdictButtons(settling, self)
        self.rating = Rating(settling, self)
        self.rating.hide()
        self.hint = Caption(self.tr("Guessing is fine. Skipping costs nothing."), self)
        self._page.column.addWidget(self.topic)
        self._page.column.addWidget(self.prompt)
        self._page.column.addWidget(self.statement)
        self._page.column.addStretch()
        self._column = AskColumn(self)
        self._column.setSpacing(16)
        self._column.addWidget(self._page, 1)
        self._column.addWidget(self.verdicts)
        self._column.addWidget(self.rating)
        self._column.addWidget(self.hint)
        self._given = False

    def show_question(self, question: Question, topic: str) -> None:
        """Ask `question`."""
        self.topic.setText(topic)
        self.statement.setText(question.statement)
        self._page.to_top()

    def show_answer(self, given: Verdict | None, asks_confidence: bool) -> None:
        """Show what was answered, and ask how likely it is where that is wanted."""
        self.verdicts.show_answer(given)
        self.rating.setVisible(given is not None and asks_confidence)
        self._given = given is not None
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_card(self)

    def fit(self) -> None:
        """Where the text is large, the statement gets the room that everything else can spare."""
        share = room(self)
        crowded = share < ROOMY
        fit_margins(self._column, share, 56, 36, 56, 28)
        self._page.column.setSpacing(round(14 * share))
        self.hint.setVisible(not crowded and not self._given)
        for words in (self.topic, self.prompt):
            words.setVisible(not crowded or not self._given)
        self.verdicts.set_slim(crowded and self._given)
        self.fit_statement()

    def fit_statement(self) -> None:
        """The statement as large as it can be seen whole; never below the least of SHARES."""
        margins = self._column.contentsMargins()
        across = self.width() - margins.left() - margins.right()
        free = self.height() - margins.top() - margins.bottom()
        for part in (self.verdicts, self.rating, self.hint):
            free -= _room_for(part, across, self._column.spacing())
        across -= BAR
        for part in (self.topic, self.prompt):
            free -= _room_for(part, across, self._page.column.spacing())
        self.statement.give_way(SHARES, across, free)


class AskColumn(QVBoxLayout):
    """Has the statement give way before it lays out: whenever a part wants more or less room.

    Overriding the page's `event` for that would have Qt paint within Python: where a part then
    failed to paint, the process crashed in about one leaving of fifteen.
    """

    def __init__(self, page: AskPage) -> None:
        super().__init__(page)
        self._page = page

    def setGeometry(self, rect: QRect) -> None:
        self._page.fit_statement()
        super().setGeometry(rect)


def _room_for(part: QWidget, across: int, spacing: int) -> int:
    """The height that a part and the space beside it take, if it is there."""
    if part.isHidden():
        return 0
    high = part.heightForWidth(across) if part.hasHeightForWidth() else part.sizeHint().height()
    return high + spacing
