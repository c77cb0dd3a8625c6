"""The order of the questions of a round: short runs, what is due first, pairs close together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from quiz.model.question import Question, Verdict

MOST_EQUAL_VERDICTS = 4
MOST_OF_A_TOPIC = 2
PAIR_WITHIN = 3
"""Positions within which the two halves of a contrasting pair are placed."""

_STEPS = 4000
"""Steps after which a search is given up; likely ones go first, so that it rarely turns back."""


class Ordering:
    """A search for an order that keeps the runs short: depth first, likely candidates first."""

    def __init__(self, chosen: Sequence[Question], runs_matter: bool, due: Collection[str]) -> None:
        self._left = list(chosen)
        self._runs_matter = runs_matter
        self._due = due
        self._placed: list[Question] = []
        self._verdicts = Counter(question.verdict for question in chosen)
        self._topics = Counter(question.topic for question in chosen)
        self._verdicts_matter = len(self._verdicts) == 2
        self._budget = _STEPS

    def found(self) -> list[Question] | None:
        """The order, None where none was found."""
        return self._placed if self._extend() else None

    def _extend(self) -> bool:
        if not self._left:
            return True
        self._budget -= 1
        if self._budget < 0:
            return False
        for question in sorted(self._left, key=self._rank):
            if not self._fits(question):
                continue
            self._move(question, 1)
            if self._extend():
                return True
            self._move(question, -1)
        return False

    def _rank(self, question: Question) -> tuple[bool, bool]:
        """Due ones first; then the other half of a pair begun a moment ago."""
        near = self._placed[-PAIR_WITHIN + 1 :]
        opens = any(q.topic == question.topic and q.verdict is not question.verdict for q in near)
        return (question.id not in self._due, not opens)

    def _move(self, question: Question, step: int) -> None:
        if step > 0:
            self._left.remove(question)
            self._placed.append(question)
        else:
            self._left.append(self._placed.pop())
        self._verdicts[question.verdict] -= step
        self._topics[question.topic] -= step

    def _fits(self, question: Question) -> bool:
        rest = len(self._left) - 1
        if self._verdicts_matter and not self._verdict_fits(question.verdict, rest):
            return False
        return not self._runs_matter or self._topic_fits(question.topic, rest)

    def _verdict_fits(self, verdict: Verdict, rest: int) -> bool:
        run = 1
        for earlier in reversed(self._placed):
            if earlier.verdict is not verdict:
                break
            run += 1
        same = self._verdicts[verdict] - 1
        others = rest - same
        return (
            run <= MOST_EQUAL_VERDICTS
            and same <= MOST_EQUAL_VERDICTS * others + MOST_EQUAL_VERDICTS - run
            and others <= MOST_EQUAL_VERDICTS * (same + 1)
        )

    def _topic_fits(self, topic: str, rest: int) -> bool:
        run = 1
        for earlier in reversed(self._placed):
            if earlier.topic != topic:
                break
            run += 1
        if run > MOST_OF_A_TOPIC:
            return False
        for other, count in self._topics.items():
            room = MOST_OF_A_TOPIC - run if other == topic else MOST_OF_A_TOPIC
            left = count - (other == topic)
            if left > MOST_OF_A_TOPIC * (rest - left) + room:
                return False
        return True
