"""Learners answer by their rule, and meet again what they missed on the promised days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from quiz.model.draw import Deck
from quiz.model.learner import Learner
from quiz.model.question import Question, Verdict
from quiz.model.returning import Followed, follow
from quiz.model.review import STEPS
from quiz.model.session import Confidence
from tests.builders import make_question

MYTH, REALITY = Verdict.MYTH, Verdict.REALITY
TWIN = make_question("a-b", verdict=REALITY, twin="a")
LEAP = date(2028, 2, 20)
"""A day before the 29th of February, to see that days are counted and not dates."""


@pytest.mark.parametrize(
    ("learner", "said"),
    [
        (Learner("", knowledge=1), (MYTH, Confidence.LIKELY)),
        (Learner("", knowledge=1, confidence=-1), (MYTH, Confidence.GUESS)),
        (Learner("", knowledge=0, bias=-1), (REALITY, Confidence.GUESS)),
        (Learner("", knowledge=0, bias=-1, confidence=1), (REALITY, Confidence.LIKELY)),
        (Learner("", knowledge=0, bias=1), (MYTH, Confidence.GUESS)),
    ],
    ids=["knows", "knows and is unsure", "says reality", "is sure of it", "says myth"],
)
def test_a_learner_without_chance(
    learner: Learner, said: tuple[Verdict, Confidence], a_myth: Question
) -> None:
    assert {learner.answers(a_myth, Random(seed)) for seed in range(30)} == {said}


@pytest.fixture
def a_myth() -> Question:
    return make_question("a", verdict=MYTH, twin="a-b")


@pytest.mark.parametrize("told", ["a", "a-b"], ids=["this wording", "its twin"])
def test_what_was_told_is_known_afterwards_in_either_wording(told: str, a_myth: Question) -> None:
    learner = Learner("", knowledge=0, bias=-1)
    assert learner.answers(a_myth, Random(1), {told})[0] is MYTH
    assert learner.answers(a_myth, Random(1), {"other"})[0] is REALITY
    forgetful = Learner("", knowledge=0, bias=-1, forgets=1)
    assert forgetful.answers(a_myth, Random(1), {told})[0] is REALITY


def test_shares_are_kept_over_many_answers(a_myth: Question) -> None:
    rng = Random(1)
    learner = Learner("", knowledge=0.6, bias=-0.5, confidence=0.5)
    said = Counter(learner.answers(a_myth, rng) for _ in range(10_000))
    assert said[MYTH, Confidence.LIKELY] / 10_000 == pytest.approx(0.6 + 0.1 * 0.5, abs=0.02)
    assert said[REALITY, Confidence.GUESS] / 10_000 == pytest.approx(0.3 * 0.5, abs=0.02)


def followed(learner: Learner, seed: int, days: int = 60) -> Followed:
    questions = tuple(
        make_question(f"t{t}-{i}", topic=f"t{t}", verdict=(MYTH, REALITY)[i % 2])
        for t in range(5)
        for i in range(12)
    )
    return follow(learner, Deck(questions), Random(seed), size=10, first=LEAP, days=days)


@pytest.mark.parametrize("seed", range(8))
def test_whoever_remembers_meets_each_missed_question_after_1_3_7_and_21_days(seed: int) -> None:
    found = followed(Learner("", knowledge=0.2), seed, days=90)
    waits: dict[str, list[int]] = {}
    for meeting in found.meetings:
        waits.setdefault(meeting.question_id, []).append(meeting.waited)
    assert len(waits) == found.missed > 10
    finished = [days for days in waits.values() if len(days) == len(STEPS)]
    assert len(finished) == found.done > 10
    assert all(days == list(STEPS)[: len(days)] for days in waits.values())
    assert found.another_day == 0


@pytest.mark.parametrize("seed", range(8))
def test_whoever_forgets_begins_again_and_still_meets_each_on_its_day(seed: int) -> None:
    found = followed(Learner("", knowledge=0.2, forgets=0.4), seed)
    after = {}
    for meeting in found.meetings:
        assert meeting.waited == meeting.promised
        # Met before its day and missed, a question begins again as well.
        assert meeting.promised in (1, after.get(meeting.question_id, 1))
        at = STEPS.index(meeting.promised) + 1 if meeting.right else 0
        after[meeting.question_id] = STEPS[at % len(STEPS)]
    assert 0 in (meeting.right for meeting in found.meetings)
    assert found.on_the_day[1] > found.on_the_day[21]


def test_more_due_than_one_round_holds_is_met_on_the_same_day() -> None:
    found = followed(Learner("", knowledge=0.0, bias=1.0), seed=1, days=40)
    assert found.another_day == 0
    days = Counter(meeting.waited for meeting in found.meetings)
    assert set(days) == set(STEPS)


def test_whoever_misses_nothing_has_no_reason_to_come_back() -> None:
    found = followed(Learner("", knowledge=1.0), seed=1)
    assert (found.visits, found.missed, found.done, found.meetings) == (1, 0, 0, ())
    assert found.on_the_day == dict.fromkeys(STEPS, 0)
