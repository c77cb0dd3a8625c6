"""Learners who are not there: how the scores look to somebody of given knowledge and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from quiz.model.question import Question, Verdict
from quiz.model.session import Confidence, Session


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who answers by rule.

    `knowledge`: the share of questions whose verdict is known. `bias`: how the rest is guessed,
    from -1 (always reality) over 0 (a coin) to 1 (always myth). `confidence`: the chance that an
    answer is rated one step higher than it deserves, or with a minus sign one step lower.
    """

    name: str
    knowledge: float
    bias: float = 0.0
    confidence: float = 0.0

    def answers(self, question: Question, rng: Random) -> tuple[Verdict, Confidence]:
        """What this learner says to `question`, and how likely it thinks that to be right."""
        if rng.random() < self.knowledge:
            return question.verdict, self._rating(2, rng)
        myth = rng.random() < (1 + self.bias) / 2
        return (Verdict.MYTH if myth else Verdict.REALITY), self._rating(0, rng)

    def _rating(self, deserved: int, rng: Random) -> Confidence:
        step = 0
        if self.confidence and rng.random() < abs(self.confidence):
            step = 2 if self.confidence > 0 else -2
        return _LEVELS[min(max(deserved + step, 0), 2)]

    def plays(self, questions: tuple[Question, ...], rng: Random) -> Session:
        """A whole round as this learner plays it, ratings and all."""
        session = Session.of(questions, asks_confidence=True)
        while (question := session.current) is not None:
            verdict, rating = self.answers(question, rng)
            session = session.past_note().answer(verdict).rate(rating).advance()
        return session


_LEVELS = tuple(Confidence)
