"""Learners without a window: what the two scores, calibration and review would show of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TextIO

from quiz.model.draw import Deck
from quiz.model.learner import Learner
from quiz.model.question import Question
from quiz.model.review import STEPS, Review, after_answer, due_on
from quiz.model.score import Calibration, Score
from quiz.packs.shelf import open_shelf

LEARNERS = (
    Learner("always myth", knowledge=0.0, bias=1.0),
    Learner("always reality", knowledge=0.0, bias=-1.0),
    Learner("a coin", knowledge=0.0),
    Learner("knows half", knowledge=0.5),
    Learner("knows 90 %", knowledge=0.9),
    Learner("right and unsure", knowledge=0.9, confidence=-1.0),
    Learner("sure and wrong", knowledge=0.2, confidence=1.0),
)

ROUND = 10
DAYS = 60
"""Days of the calendar on which a learner who follows the review comes back."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the quiz would show of one learner, over all rounds. Shares are 0 to 1."""

    learner: str
    right: float
    myths_caught: float
    facts_accepted: float
    leaning: float
    brier: float
    bias: float


def simulate(
    content: Path,
    *,
    rounds: int,
    seed: int,
    learner: str | None = None,
    as_json: bool = False,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Play `rounds` rounds a learner and print a table; 0 done, 1 nothing to play, 2 wrong use."""
    out, err = out or sys.stdout, err or sys.stderr
    try:
        learners = LEARNERS if learner is None else (learner_from(learner),)
    except ValueError as wrong:
        print(wrong, file=err)
        return 2
    packs = open_shelf(content).read().packs
    if not packs or rounds < 1:
        what = "--rounds must be at least 1" if packs else f"There is nothing to play in {content}"
        print(f"{what}.", file=err)
        return 2 if packs else 1
    deck = Deck(packs[0].questions)
    rows = [played(each, deck, rounds, Random(seed)) for each in learners]
    kept = review_days(packs[0].questions, Random(seed))
    if as_json:
        print(json.dumps({"learners": [asdict(row) for row in rows], "review": kept}), file=out)
        return 0
    print(f"{rounds} rounds of {ROUND} a learner, seed {seed}; shares in per cent", file=out)
    head = (
        f"{'learner':<18}{'right':>7}{'myths':>7}{'facts':>7}{'leaning':>9}{'Brier':>8}{'bias':>8}"
    )
    print(head, file=out)
    for row in rows:
        shares = (row.right, row.myths_caught, row.facts_accepted)
        cells = "".join(f"{100 * share:>7.0f}" for share in shares)
        print(
            f"{row.learner:<18}{cells}{100 * row.leaning:>9.0f}{row.brier:>8.2f}{row.bias:>+8.2f}",
            file=out,
        )
    print(
        f"review: {len(kept)} missed questions followed for {DAYS} days; "
        f"all met again after {', '.join(map(str, STEPS))} days: "
        f"{'yes' if all(days == list(STEPS) for days in kept.values()) else 'no'}",
        file=out,
    )
    return 0


def learner_from(words: str) -> Learner:
    """A learner from words such as `knowledge=0.8,confidence=0.9,bias=0.1`."""
    limits = {"knowledge": (0.0, 1.0), "confidence": (-1.0, 1.0), "bias": (-1.0, 1.0)}
    given = {"knowledge": 0.5, "confidence": 0.0, "bias": 0.0}
    for part in words.split(","):
        name, _, value = part.partition("=")
        name = name.strip()
        if name not in limits:
            raise ValueError(f"--learner: '{name}' is not one of {', '.join(limits)}.")
        low, high = limits[name]
        try:
            given[name] = float(value)
        except ValueError:
            given[name] = high + 1
        if not low <= given[name] <= high:
            raise ValueError(f"--learner: {name} is a number from {low:g} to {high:g}.")
    return Learner(words, given["knowledge"], given["bias"], given["confidence"])


def played(learner: Learner, deck: Deck, rounds: int, rng: Random) -> Row:
    """The averages over `rounds` rounds of what the results would show."""
    right = answered = myths = myths_of = facts = facts_of = leaning = 0
    brier = bias = 0.0
    for _ in range(rounds):
        answers = learner.plays(deck.draw(ROUND, rng), rng).answers
        score = Score.of(answers)
        right += score.right
        answered += score.answered
        myths, myths_of = myths + score.myths.right, myths_of + score.myths.of
        facts, facts_of = facts + score.facts.right, facts_of + score.facts.of
        leaning += score.leaning is not None
        calibration = Calibration.of(answers)
        if calibration is not None:
            brier += calibration.brier
            bias += calibration.bias
    return Row(
        learner=learner.name,
        right=right / max(answered, 1),
        myths_caught=myths / max(myths_of, 1),
        facts_accepted=facts / max(facts_of, 1),
        leaning=leaning / rounds,
        brier=brier / rounds,
        bias=bias / rounds,
    )


def review_days(questions: Sequence[Question], rng: Random) -> dict[str, list[int]]:
    """A learner misses ten questions on one day and then follows the review.

    For each question: the days between one meeting and the next, on a calendar of its own.
    """
    today = date(2026, 1, 1)
    missed = rng.sample(list(questions), min(ROUND, len(questions)))
    reviews: dict[str, Review] = {}
    met: dict[str, date] = {}
    waits: dict[str, list[int]] = {question.id: [] for question in missed}
    for question in missed:
        first = after_answer(None, question.id, False, today)
        assert first is not None
        reviews[question.id], met[question.id] = first, today
    for day in range(1, DAYS + 1):
        now = today + timedelta(days=day)
        for review in due_on(reviews.values(), now):
            name = review.question_id
            waits[name].append((now - met[name]).days)
            met[name] = now
            after = after_answer(review, name, True, now)
            if after is None:
                del reviews[name]
            else:
                reviews[name] = after
    return waits
