"""The only holder of a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from quiz.model.question import Question, Verdict
    from quiz.model.session import Confidence, Session


class SessionController(QObject):
    """Holds the session and moves it on; says so with one signal.

    `changed(session)` carries the new Session, or None when there is none any more. What comes out
    of turn (a second key in the same moment) changes nothing and says nothing.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None

    @property
    def session(self) -> Session | None:
        """The session as it stands."""
        return self._session

    def start(self, session: Session) -> None:
        """Begin to play `session`."""
        self._become(session)

    def drop(self) -> None:
        """Forget the session."""
        self._become(None)

    def answer(self, verdict: Verdict) -> None:
        """Say myth or reality."""
        self._step(lambda session: session.answer(verdict))

    def rate(self, confidence: Confidence | None) -> None:
        """Say how likely the answer is right; None is "just show me"."""
        self._step(lambda session: session.rate(confidence))

    def stop_asking(self) -> None:
        """Ask for no ratings in the rest of the session; one that waits is left out."""
        self._step(lambda session: session.without_ratings())

    def reveal(self) -> None:
        """Show the verdict on the teacher's cue."""
        self._step(lambda session: session.reveal())

    def skip(self) -> None:
        """Leave the question out."""
        self._step(lambda session: session.skip())

    def proceed(self) -> None:
        """Go on past a content note."""
        self._step(lambda session: session.proceed())

    def pass_noted(self) -> None:
        """Leave out the questions that the content note is about."""
        self._step(lambda session: session.pass_noted())

    def advance(self) -> None:
        """Go on to the next question or the results."""
        self._step(lambda session: session.advance())

    def again(self, retries: int, most: int, reword: Callable[[Question], Question | None]) -> None:
        """Ask the missed questions once more (see :meth:`Session.again`)."""
        self._step(lambda session: session.again(retries, most, reword))

    def _step(self, step: Callable[[Session], Session]) -> None:
        if self._session is None:
            return
        from quiz.model.session import OutOfTurn

        try:
            session = step(self._session)
        except OutOfTurn:
            return
        self._become(session)

    def _become(self, session: Session | None) -> None:
        self._session = session
        self.changed.emit(session)
