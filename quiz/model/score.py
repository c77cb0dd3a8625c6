"""What the answers come to. Nothing here is stored: each figure is computed when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from quiz.model.question import Verdict
from quiz.model.session import Answer, Confidence

LEANING_FROM = 6
"""Fewest answers from which a leaning is told: below, five of five alike is chance (1 in 16)."""

LEANING_SHARE = 0.85
"""Share of equal answers that counts as "nearly everything"; house figure, on a balanced draw."""

CALIBRATION_FROM = 10
"""Fewest ratings from which calibration is shown (STANDARDS R23)."""

BIAS_MATCHED = 0.10
"""Largest distance between how sure and how right that still counts as well matched (2.2)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many right of so many answered."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """Share right, 0 to 1; 0 where nothing was answered."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The score of some answers: right of answered, skipped apart, and the two scores."""

    right: int
    answered: int
    skipped: int
    myths: Tally
    facts: Tally
    topics: tuple[tuple[str, Tally], ...]
    retried: Tally

    @classmethod
    def of(cls, answers: Sequence[Answer]) -> Score:
        """Count `answers`. First tries make the score; retries are counted apart (R25)."""
        myths, facts, retried = [0, 0], [0, 0], [0, 0]
        topics: dict[str, list[int]] = {}
        skipped = 0
        for answer in answers:
            if answer.given is None:
                skipped += not answer.retry
                continue
            right = answer.right
            if answer.retry:
                _count(retried, right)
                continue
            _count(myths if answer.question.verdict is Verdict.MYTH else facts, right)
            _count(topics.setdefault(answer.question.topic, [0, 0]), right)
        return cls(
            right=myths[0] + facts[0],
            answered=myths[1] + facts[1],
            skipped=skipped,
            myths=Tally(*myths),
            facts=Tally(*facts),
            topics=tuple((topic, Tally(*count)) for topic, count in topics.items()),
            retried=Tally(*retried),
        )

    @property
    def leaning(self) -> Verdict | None:
        """The verdict that nearly every answer was, or None: "call everything a myth" shows."""
        called_myths = self.myths.right + self.facts.of - self.facts.right
        return _leaning(called_myths, self.answered)


def _count(pair: list[int], right: bool) -> None:
    pair[0] += right
    pair[1] += 1


def _leaning(called_myths: int, answered: int) -> Verdict | None:
    if answered < LEANING_FROM:
        return None
    if called_myths >= LEANING_SHARE * answered:
        return Verdict.MYTH
    if answered - called_myths >= LEANING_SHARE * answered:
        return Verdict.REALITY
    return None


class Match(Enum):
    """How sure somebody was beside how right they were."""

    MORE_SURE = "more sure than right"
    MATCHED = "well matched"
    MORE_RIGHT = "more right than sure"


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure beside how right, over the first-try answers that carry a rating."""

    levels: tuple[tuple[Confidence, Tally], ...]
    brier: float
    bias: float

    @classmethod
    def of(cls, answers: Sequence[Answer]) -> Calibration | None:
        """The calibration of `answers`, None below :data:`CALIBRATION_FROM` ratings.

        Brier score: mean of (p - hit)², 0 is perfect, always saying 50 % gives 0.25 (Brier 1950,
        as in STANDARDS 2.2). Bias: mean p minus share right. Both use the levels' middle values.
        """
        rated = [
            (answer.confidence, answer.right)
            for answer in answers
            if answer.confidence is not None and answer.given is not None and not answer.retry
        ]
        if len(rated) < CALIBRATION_FROM:
            return None
        counts = {level: [0, 0] for level in Confidence}
        brier = sure = 0.0
        for level, right in rated:
            _count(counts[level], right)
            brier += (level.value - right) ** 2
            sure += level.value
        hits = sum(count[0] for count in counts.values())
        return cls(
            levels=tuple((level, Tally(*count)) for level, count in counts.items()),
            brier=brier / len(rated),
            bias=(sure - hits) / len(rated),
        )

    @property
    def match(self) -> Match:
        """The bias in words."""
        if self.bias > BIAS_MATCHED:
            return Match.MORE_SURE
        return Match.MORE_RIGHT if self.bias < -BIAS_MATCHED else Match.MATCHED
