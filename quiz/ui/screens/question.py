"""The question, and in the same view its reveal."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from quiz.model.question import Question, Verdict
from quiz.model.session import Confidence, Phase, Session
from quiz.ui.room import Fitted, fit_margins, room
from quiz.ui.screens.ask_page import AskPage
from quiz.ui.screens.note_page import NotePage
from quiz.ui.screens.reveal_page import RevealPage
from quiz.ui.settle import Settling


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
            self.note.show_note(question.content_note, len(session.noted))
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
        if key in _GO_ON:  # and not 1, which a quick player presses for a myth: the note is read
            self.noted.emit()
        elif key in (Qt.Key.Key_3, Qt.Key.Key_S):
            self.notes_passed.emit()
        else:
            return False
        return True


_GO_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
