"""The question, and in the same view its reveal."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from quiz.model.question import Question, Verdict
from quiz.model.session import Answer, Confidence, Phase, Session
from quiz.ui.room import Fitted, fit_margins, letters_across, room
from quiz.ui.settle import Settling
from quiz.ui.widgets.banner import Banner, MissedBanner, RightBanner, SkippedBanner
from quiz.ui.widgets.buttons import Button, LinkButton, MainButton, VerdictButton
from quiz.ui.widgets.card import BAR, Card, Page
from quiz.ui.widgets.column import TextPage
from quiz.ui.widgets.evidence import EvidenceCard
from quiz.ui.widgets.explanation import Explanation
from quiz.ui.widgets.rating import Rating
from quiz.ui.widgets.text import Caption, Label, Statement, Strong
from quiz.ui.widgets.verdict_buttons import VerdictButtons
from quiz.ui.words import verdict_word

ROOMY = 0.7
"""Share of the margins from which there is room for a hint as well."""

WIDE = 56
"""Letters of body text across from which the evidence card stands beside the explanation."""


SHARES = (1.0, 0.9, 0.8)
"""Shares of its size at which a statement is tried, so that it can be read beside what is asked."""


class AskPage(Fitted, Card):
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


class NotePage(Card):
    """A content note before a run of questions, with two ways on of equal weight."""

    go_on = Signal()
    skip_these = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(self.tr("What comes next"), self)
        self.note = Statement(parent=self)
        self.note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.promise = Caption(
            self.tr("Either is fine. What is skipped does not count, and needs no reason."), self
        )
        self.proceed = VerdictButton(self.tr("Continue"), self, hint="1", settling=settling)
        self.skip = VerdictButton(self.tr("Skip these"), self, hint="3", settling=settling)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.proceed, 1)
        row.addWidget(self.skip, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 36, 56, 28)
        column.addWidget(self.head)
        column.addWidget(self.note)
        column.addWidget(self.promise)
        column.addStretch()
        column.addLayout(row)
        self.proceed.clicked.connect(self.go_on)
        self.skip.clicked.connect(self.skip_these)


class RevealPage(Fitted):
    """The verdict, the explanation, the evidence, and the way on.

    The evidence stands beside the explanation, and below it where there is less room.
    """

    go_on = Signal()
    support_wanted = Signal()

    def __init__(
        self, settling: Settling, *, may_copy: bool, may_open: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._card = Card(self)
        self._side = Card(self)
        self._page = TextPage(self)
        # Each is made as our child in the order of reading, which then is the order of Tab.
        self.sure = Strong(self.tr("Many people are sure of this one."), self)
        self.banners: tuple[Banner, ...] = (
            RightBanner(self),
            MissedBanner(self),
            SkippedBanner(self),
        )
        self.reveal_fact = Button(self.tr("Show the fact"), self, settling=settling)
        self.explanation = Explanation(self)
        self.evidence = EvidenceCard(self, may_copy=may_copy, may_open=may_open)
        self._side_page = TextPage(self)
        self.support = LinkButton(self.tr("Where to get help"), self, settling=settling)
        self.next = MainButton(self.tr("Next"), self, hint=self.tr("Enter"), settling=settling)
        self._inner = self._page.column
        self._inner.setContentsMargins(0, 0, 8, 0)
        for part in (self.sure, *self.banners, self.reveal_fact, self.explanation):
            self._inner.add(part, above=18 if part is self.explanation else 6)
        self._wide: bool | None = None
        row = QHBoxLayout()
        row.addWidget(self.support)
        row.addStretch()
        row.addWidget(self.next)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.addWidget(self._card, 0, 0, 2, 1)
        grid.addWidget(self._side, 0, 1, 2, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._page, 1)
        left.addLayout(row)
        self._left = left
        grid.addLayout(left, 0, 0, 2, 1)
        right = QVBoxLayout()
        right.setContentsMargins(26, 24, 18, 24)
        right.addWidget(self._side_page)
        grid.addLayout(right, 0, 1, 2, 1)
        grid.setColumnStretch(0, 2)
        self._grid = grid
        self._sides = right
        self.next.clicked.connect(self.go_on)
        self.support.clicked.connect(self.support_wanted)
        self.reveal_fact.clicked.connect(self._show_all)
        self._arrange(wide=True)

    def show_answer(self, answer: Answer, *, is_last: bool) -> None:
        """Show how `answer` went and why."""
        question = answer.question
        if answer.skipped:
            shown, outcome = self.banners[2], self.tr("Skipped")
        elif answer.right:
            shown = self.banners[0]
            outcome = self.tr("Right: you said {0}").format(verdict_word(question.verdict))
        else:
            shown = self.banners[1]
            said = verdict_word(question.verdict.other)
            outcome = self.tr("Not this time: you said {0}").format(said)
        line = self.tr("{0}. {1}").format(verdict_word(question.verdict), question.fact)
        shown.show_verdict(outcome, line)
        hides = answer.skipped and bool(question.content_note)
        for banner in self.banners:
            banner.setVisible(banner is shown and not hides)
        self._banner = shown
        self.sure.setVisible(answer.sure_and_wrong)
        self.explanation.show_question(question)
        self.explanation.setVisible(not hides)
        self.evidence.show_citations(question.citations)
        self.evidence.setVisible(not hides)
        self.reveal_fact.setVisible(hides)
        self.support.setVisible(bool(question.content_note))
        self.next.setText(self.tr("Results") if is_last else self.tr("Next"))
        self._page.to_top()
        self._side_page.to_top()

    def focus_verdict(self) -> None:
        """Put the focus where reading starts."""
        if self.reveal_fact.isVisibleTo(self):
            self.reveal_fact.setFocus()
        else:
            self._banner.line.setFocus()

    def _show_all(self) -> None:
        self.reveal_fact.hide()
        self._banner.show()
        self.explanation.show()
        self.evidence.show()
        self._banner.line.setFocus()

    def fit(self) -> None:
        fit_margins(self._left, room(self), 28, 24, 28, 22)
        self._arrange(wide=letters_across(self) >= 2 * WIDE)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._side_page.column.add(self.evidence)
        else:
            self._inner.add(self.evidence, above=28)
        self._side.setVisible(wide)
        self._side_page.setVisible(wide)
        self._sides.setContentsMargins(*((26, 24, 18, 24) if wide else (0, 0, 0, 0)))
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setHorizontalSpacing(24 if wide else 0)


class QuestionScreen(Fitted):
    """Shows a session that is being played.

    `answered(verdict)`, `skipped()`, `rated(confidence or None)`, `rating_unwanted()`,
    `went_on()`: as the person says. `noted()`, `notes_passed()`: go on past a content note, or
    leave those questions out. `copy_wanted(text)`, `open_wanted(link)`, `support_wanted()`.
    """

    answered = Signal(object)
    skipped = Signal()
    rated = Signal(object)
    rating_unwanted = Signal()
    went_on = Signal()
    noted = Signal()
    notes_passed = Signal()
    copy_wanted = Signal(str)
    open_wanted = Signal(str)
    support_wanted = Signal()

    def __init__(
        self,
        settling: Settling,
        *,
        may_copy: bool,
        may_open: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._phase = Phase.FINISHED
        self._titles: dict[str, str] = {}
        self.ask = AskPage(settling)
        self.note = NotePage(settling)
        self.reveal = RevealPage(settling, may_copy=may_copy, may_open=may_open)
        self._pages = QStackedLayout()
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._pages)
        for page in (self.ask, self.note, self.reveal):
            self._pages.addWidget(page)
        self._to_prepare: Question | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._prepare)
        self._wire()

    def _wire(self) -> None:
        self.ask.verdicts.chosen.connect(self.answered)
        self.ask.verdicts.skipped.connect(self.skipped)
        self.ask.rating.rated.connect(self.rated)
        self.ask.rating.unwanted.connect(self.rating_unwanted)
        self.note.go_on.connect(self.noted)
        self.note.skip_these.connect(self.notes_passed)
        self.reveal.go_on.connect(self.went_on)
        self.reveal.support_wanted.connect(self.support_wanted)
        self.reveal.evidence.copy_wanted.connect(self.copy_wanted)
        self.reveal.evidence.open_wanted.connect(self.open_wanted)

    def fit(self) -> None:
        fit_margins(self._whole, room(self), 56, 8, 56, 32)

    def show_topics(self, titles: dict[str, str]) -> None:
        """The titles of the topics, by id."""
        self._titles = titles

    def show_session(self, session: Session) -> None:
        """Show where `session` stands. The focus goes to where reading starts."""
        self._phase = session.phase
        question = session.current
        if question is None:
            return
        if session.phase is Phase.NOTED:
            self.note.note.setText(question.content_note)
            self._pages.setCurrentWidget(self.note)
            self.note.note.setFocus()
        elif session.phase is Phase.REVEALED:
            answer = session.answers[-1]
            self.reveal.show_answer(answer, is_last=session.is_last)
            self._pages.setCurrentWidget(self.reveal)
            self.reveal.focus_verdict()
        else:
            answered = session.phase is Phase.ANSWERED
            given = session.answers[-1].given if answered else None
            self.ask.show_question(question, self._titles.get(question.topic, ""))
            self.ask.show_answer(given, session.asks_confidence)
            self._pages.setCurrentWidget(self.ask)
            (self.ask.rating.question if answered else self.ask.statement).setFocus()
            self._to_prepare = question
            self._later.start()

    def _prepare(self) -> None:
        """While somebody reads the statement: the work that the reveal then need not do."""
        if self._to_prepare is not None:
            self.reveal.evidence.prepare(self._to_prepare.citations)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that no control wanted; whether it meant something here."""
        action = {
            Phase.ASKING: self._key_asking,
            Phase.ANSWERED: self._key_rating,
            Phase.REVEALED: self._key_going_on,
            Phase.NOTED: self._key_noted,
        }.get(self._phase)
        return action is not None and action(event.key())

    def _key_asking(self, key: int) -> bool:
        if key in (Qt.Key.Key_1, Qt.Key.Key_M):
            self.answered.emit(Verdict.MYTH)
        elif key in (Qt.Key.Key_2, Qt.Key.Key_R):
            self.answered.emit(Verdict.REALITY)
        elif key in (Qt.Key.Key_3, Qt.Key.Key_S):
            self.skipped.emit()
        else:
            return False
        return True

    def _key_rating(self, key: int) -> bool:
        levels = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), Confidence, strict=True))
        if key in levels:
            self.rated.emit(levels[Qt.Key(key)])
        elif key in _GO_ON or key == Qt.Key.Key_4:
            self.rated.emit(None)
        else:
            return False
        return True

    def _key_going_on(self, key: int) -> bool:
        if key not in _GO_ON:
            return False
        self.went_on.emit()
        return True

    def _key_noted(self, key: int) -> bool:
        if key in (Qt.Key.Key_1, *_GO_ON):
            self.noted.emit()
        elif key in (Qt.Key.Key_3, Qt.Key.Key_S):
            self.notes_passed.emit()
        else:
            return False
        return True


_GO_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
