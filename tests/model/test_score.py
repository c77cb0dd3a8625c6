"""The two scores, the leaning and calibration, by hand-made vectors."""

from __future__ import annotations

import pytest

from quiz.model.question import Verdict
from quiz.model.score import Calibration, Match, Score, Tally
from quiz.model.session import Answer, Confidence
from tests.builders import make_question

MYTH, REALITY = Verdict.MYTH, Verdict.REALITY


def answers(*pairs: str, topic: str = "a", retry: bool = False) -> list[Answer]:
    """`mm`: a myth called a myth; `mr`: a myth called a reality; `ms`: a myth skipped."""
    said = {"m": MYTH, "r": REALITY, "s": None}
    return [
        Answer(make_question(verdict=said[pair[0]], topic=topic), said[pair[1]], retry=retry)
        for pair in pairs
    ]


def test_skipped_questions_are_outside_the_score() -> None:
    score = Score.of(answers("mm", "mr", "rr", "rs", "ms"))
    assert (score.right, score.answered, score.skipped) == (2, 3, 2)
    assert score.myths == Tally(1, 2)
    assert score.facts == Tally(1, 1)


def test_nothing_answered_is_no_division_by_nothing() -> None:
    score = Score.of([])
    assert (score.right, score.answered, score.myths.share) == (0, 0, 0.0)
    assert score.leaning is None


def test_topics_are_told_apart() -> None:
    score = Score.of(answers("mm", "mr", topic="a") + answers("rr", topic="b"))
    assert score.topics == (("a", Tally(1, 2)), ("b", Tally(1, 1)))


def test_retries_are_counted_apart() -> None:
    score = Score.of(answers("mr", "rr") + answers("mm", "ms", retry=True))
    assert (score.right, score.answered, score.skipped) == (1, 2, 0)
    assert score.retried == Tally(1, 1)


@pytest.mark.parametrize(
    ("said", "leaning"),
    [
        (["mm"] * 3 + ["rm"] * 3, MYTH),
        (["mr"] * 3 + ["rr"] * 3, REALITY),
        (["mm"] * 3 + ["rr"] * 3, None),
        (["mm"] * 3 + ["rm"] * 2, None),
        (["mm"] * 5 + ["rm"] * 4 + ["rr"], MYTH),
        (["mm"] * 5 + ["rm"] * 3 + ["rr"] * 2, None),
    ],
    ids=["all myth", "all reality", "even", "too few", "nine of ten", "eight of ten"],
)
def test_calling_nearly_everything_one_thing_is_told(said: list[str], leaning: Verdict) -> None:
    assert Score.of(answers(*said)).leaning is leaning


def rated(level: Confidence, right: int, wrong: int) -> list[Answer]:
    """Answers of one rating."""
    question = make_question(verdict=MYTH)
    return [Answer(question, MYTH, level)] * right + [Answer(question, REALITY, level)] * wrong


def test_calibration_needs_ten_ratings() -> None:
    assert Calibration.of(rated(Confidence.LIKELY, 9, 0)) is None
    assert Calibration.of(rated(Confidence.LIKELY, 9, 1)) is not None


def test_only_rated_first_tries_count_for_calibration() -> None:
    question = make_question(verdict=MYTH)
    others = [
        Answer(question, MYTH),
        Answer(question, None, Confidence.LIKELY),
        Answer(question, MYTH, Confidence.LIKELY, retry=True),
    ]
    assert Calibration.of(rated(Confidence.LIKELY, 9, 0) + others) is None


def test_brier_score_and_bias_by_hand() -> None:
    calibration = Calibration.of(rated(Confidence.LIKELY, 9, 1))
    assert calibration is not None
    assert calibration.brier == pytest.approx(0.9 * 0.01 + 0.1 * 0.81)
    assert calibration.bias == pytest.approx(0.0)
    assert dict(calibration.levels)[Confidence.LIKELY] == Tally(9, 10)
    assert dict(calibration.levels)[Confidence.GUESS] == Tally(0, 0)


@pytest.mark.parametrize(
    ("level", "right", "wrong", "match"),
    [
        (Confidence.LIKELY, 9, 1, Match.MATCHED),
        (Confidence.LIKELY, 5, 5, Match.MORE_SURE),
        (Confidence.GUESS, 10, 0, Match.MORE_RIGHT),
    ],
)
def test_the_bias_in_words(level: Confidence, right: int, wrong: int, match: Match) -> None:
    calibration = Calibration.of(rated(level, right, wrong))
    assert calibration is not None
    assert calibration.match is match
