"""From a person's choices to the questions of a round."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random

from quiz.model.draw import Deck, in_play
from quiz.model.question import AgeBand, Pack, Question


class Rounds:
    """Draws rounds from one pack and remembers, for this sitting only, what was met before."""

    def __init__(self, pack: Pack, rng: Random) -> None:
        self._pack = pack
        self._rng = rng
        self._met: set[str] = set()
        self._deck: tuple[object, Deck] | None = None
        self._questions: tuple[Question, ...] = ()

    @property
    def pack(self) -> Pack:
        """The pack that rounds are drawn from."""
        return self._pack

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in play since the last draw: nothing else may be shown."""
        return self._questions

    def choose(self, topics: Collection[str] | None, band: AgeBand) -> int:
        """Put the questions of these topics and this age band into play; how many they are."""
        key = (None if topics is None else frozenset(topics), band)
        if self._deck is None or self._deck[0] != key:
            self._questions = in_play(self._pack.questions, topics, band)
            self._deck = (key, Deck(self._questions))
        return len(self._questions)

    def draw(self, count: int, due: Sequence[str] = ()) -> tuple[Question, ...]:
        """A round of the questions in play, what is due first, something new in it."""
        assert self._deck is not None, "choose comes before draw"
        drawn = self._deck[1].draw(count, self._rng, due=due, seen=self._met)
        self._met.update(question.id for question in drawn)
        return drawn

    def reword(self, question: Question) -> Question | None:
        """The question's twin, where it has one in play."""
        return next((other for other in self._questions if other.id == question.twin), None)
