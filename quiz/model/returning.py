"""Learners who are not there, and who come back on each day on which something is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from quiz.model.draw import Deck
from quiz.model.learner import Learner
from quiz.model.review import STEPS, Review, after_answer, due_on


@dataclass(frozen=True, slots=True)
class Meeting:
    """A review question that was due and was asked, `waited` days after it was asked before."""

    question_id: str
    waited: int
    promised: int
    right: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a learner who follows the review: what was missed, met and done with."""

    learner: str
    visits: int
    missed: int
    meetings: tuple[Meeting, ...]
    done: int

    @property
    def on_the_day(self) -> dict[int, int]:
        """How many meetings came on the promised day, by the days that were promised."""
        kept = Counter(m.promised for m in self.meetings if m.waited == m.promised)
        return {days: kept[days] for days in STEPS}

    @property
    def another_day(self) -> int:
        """How many did not."""
        return len(self.meetings) - sum(self.on_the_day.values())


def follow(
    learner: Learner, deck: Deck, rng: Random, *, size: int, first: date, days: int
) -> Followed:
    """One round on the day `first`, and in the `days` after it as many as it takes, each day that
    something is due.

    What else is in those rounds may be missed too, and is followed from then on.
    """
    diary = _Diary(learner, deck, rng, size)
    diary.play_round(first)
    visits = 1
    for today in (first + timedelta(days=day) for day in range(1, days + 1)):
        waiting = diary.due(today)
        visits += bool(waiting)
        for _ in waiting:  # each round takes one of them at least, and may take them all
            if diary.due(today):
                diary.play_round(today)
    done = len(diary.missed - set(diary.reviews))
    return Followed(learner.name, visits, len(diary.missed), tuple(diary.meetings), done)


class _Diary:
    """What a learner who follows the review was told, missed and has yet to meet."""

    def __init__(self, learner: Learner, deck: Deck, rng: Random, size: int) -> None:
        self._learner = learner
        self._deck = deck
        self._rng = rng
        self._size = size
        self._told: set[str] = set()
        self._since: dict[str, date] = {}
        self.reviews: dict[str, Review] = {}
        self.missed: set[str] = set()
        self.meetings: list[Meeting] = []

    def due(self, today: date) -> list[str]:
        """The questions to ask today, longest overdue first."""
        return [review.question_id for review in due_on(self.reviews.values(), today)]

    def play_round(self, today: date) -> None:
        """One round of what is due and others, each answer of it noted."""
        due = self.due(today)
        drawn = self._deck.draw(self._size, self._rng, due=due, seen=self._told)
        for answer in self._learner.plays(drawn, self._rng, self._told).answers:
            name = answer.question.id
            before = self.reviews.pop(name, None)
            after = after_answer(before, name, answer.right, today)
            if after is not None:
                self.reviews[name] = after
            if before is not None and name in due:
                waited = (today - self._since[name]).days
                self.meetings.append(Meeting(name, waited, STEPS[before.step], answer.right))
            if after != before:  # right before its day: it still counts from the time before
                self._since[name] = today
            if answer.missed:
                self.missed.add(name)
        self._told.update(question.id for question in drawn)
