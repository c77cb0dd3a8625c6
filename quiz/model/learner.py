"""Learners who are not there: how the scores look to somebody of given knowledge and confidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from random import Random

from quiz.model.question import Question, Verdict
from quiz.model.session import Confidence, Session


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who answers by rule. Every figure is a probability, but for signs.

    `knowledge`: that a verdict is known. `bias`: how the rest is guessed, from -1 (always reality)
    over 0 (a coin) to 1 (always myth). `confidence`: that an answer is rated as sure, known or
    not; with a minus sign, as a guess. `forgets`: that what an explanation told is not known when
    it is asked on a later day.
    """

    name: str
    knowledge: float
    bias: float = 0.0
    confidence: float = 0.0
    forgets: float = 0.0

    def answers(
        self, question: Question, rng: Random, told: Collection[str] = ()
    ) -> tuple[Verdict, Confidence]:
        """What this learner says to `question`, and how likely it thinks that to be right.

        `told` are the ids of questions whose explanation was read, in this wording or as a twin.
        """
        knows = self.knowledge
        if told and (question.id in told or question.twin in told):
            knows = max(knows, 1 - self.forgets)
        if rng.random() < knows:
            return question.verdict, self._rating(Confidence.LIKELY, rng)
        myth = rng.random() < (1 + self.bias) / 2
        return (Verdict.MYTH if myth else Verdict.REALITY), self._rating(Confidence.GUESS, rng)

    def _rating(self, deserved: Confidence, rng: Random) -> Confidence:
        if rng.random() < abs(self.confidence):
            return Confidence.LIKELY if self.confidence > 0 else Confidence.GUESS
        return deserved

    def plays(
        self, questions: tuple[Question, ...], rng: Random, told: Collection[str] = ()
    ) -> Session:
        """A whole round as this learner plays it, ratings and all."""
        session = Session.of(questions, asks_confidence=True)
        while (question := session.current) is not None:
            verdict, rating = self.answers(question, rng, told)
            session = session.past_note().answer(verdict).rate(rating).advance()
        return session
