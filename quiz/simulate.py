"""Learners without a window: what the two scores, calibration and review would show of them."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import TextIO

from quiz.model.draw import Deck, in_play
from quiz.model.learner import Learner
from quiz.model.question import AgeBand, Verdict
from quiz.model.returning import Followed, follow
from quiz.model.review import STEPS
from quiz.model.score import Calibration, Match, Score
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

RETURNING = (
    Learner("remembers", knowledge=0.3),
    Learner("forgets a third", knowledge=0.3, forgets=0.33),
)
"""Learners who come back on each day on which something is due."""

ROUND = 10
DAYS = 90
"""How long a learner who follows the review comes back."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the results would show of one learner, over all rounds. Shares are 0 to 1.

    `said_myth` and `said_reality` are the shares of rounds in which the results would say that
    nearly everything was called that. `brier` and `bias` are means over the rounds with ratings
    enough for them, `match` is what most of these rounds would say; None where there are none.
    """

    learner: str
    right: float
    myths_caught: float
    facts_accepted: float
    said_myth: float
    said_reality: float
    brier: float | None
    bias: float | None
    match: str | None


def simulate(
    content: Path,
    *,
    rounds: int,
    seed: int,
    learner: str | None = None,
    questions: int | None = None,
    topics: Collection[str] | None = None,
    age_band: AgeBand | None = None,
    as_json: bool = False,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Play `rounds` rounds a learner and print a table; 0 done, 1 nothing to play, 2 wrong use.

    `questions`, `topics` and `age_band` say what a round is drawn from, as in the window.
    """
    out, err = out or sys.stdout, err or sys.stderr
    try:
        learners = LEARNERS if learner is None else (learner_from(learner),)
        if rounds < 1:
            raise ValueError("--rounds must be at least 1.")
    except ValueError as wrong:
        print(wrong, file=err)
        return 2
    packs = open_shelf(content).read().packs
    playable = in_play(packs[0].questions, topics, age_band or AgeBand.ADULT) if packs else ()
    if not playable:
        where = "with these --topics and this --age-band" if packs else f"in {content}"
        print(f"There is nothing to play {where}: see python main.py check.", file=err)
        return 1
    deck, size = Deck(playable), questions or ROUND
    rows = [played(each, deck, rounds, Random(seed), size) for each in learners]
    returning = RETURNING if learner is None else learners
    followed = [
        follow(each, deck, Random(seed), size=size, first=date(2026, 1, 1), days=DAYS)
        for each in returning
    ]
    if as_json:
        print(_as_json(rounds, size, seed, rows, followed), file=out)
    else:
        print(
            f"Rounds a learner: {rounds} of {size}, seed {seed}. Shares are in per cent.", file=out
        )
        print(_score_table(rows), file=out)
        print(f"\nComing back for {DAYS} days, on each day on which something is due", file=out)
        print(_review_table(followed), file=out)
    return 0


def learner_from(words: str) -> Learner:
    """A learner from words such as `knowledge=0.8,confidence=0.9,bias=0.1`."""
    lowest = {"knowledge": 0.0, "confidence": -1.0, "bias": -1.0, "forgets": 0.0}
    given = {"knowledge": 0.5}
    for part in words.split(","):
        name, _, value = part.partition("=")
        name = name.strip()
        if name not in lowest:
            raise ValueError(f"--learner: '{name}' is not one of {', '.join(lowest)}.")
        try:
            given[name] = float(value)
        except ValueError:
            given[name] = 2.0
        if not lowest[name] <= given[name] <= 1.0:
            raise ValueError(f"--learner: {name} is a number from {lowest[name]:g} to 1.")
    return Learner(words, **given)


def played(learner: Learner, deck: Deck, rounds: int, rng: Random, size: int = ROUND) -> Row:
    """The averages over `rounds` rounds of what the results would show."""
    right = answered = myths = myths_of = facts = facts_of = 0
    brier = bias = 0.0
    leanings: Counter[Verdict | None] = Counter()
    matches: Counter[Match] = Counter()
    for _ in range(rounds):
        answers = learner.plays(deck.draw(size, rng), rng).answers
        score = Score.of(answers)
        right += score.right
        answered += score.answered
        myths, myths_of = myths + score.myths.right, myths_of + score.myths.of
        facts, facts_of = facts + score.facts.right, facts_of + score.facts.of
        leanings[score.leaning] += 1
        calibration = Calibration.of(answers)
        if calibration is not None:
            brier += calibration.brier
            bias += calibration.bias
            matches[calibration.match] += 1
    rated = matches.total()
    return Row(
        learner=learner.name,
        right=right / max(answered, 1),
        myths_caught=myths / max(myths_of, 1),
        facts_accepted=facts / max(facts_of, 1),
        said_myth=leanings[Verdict.MYTH] / rounds,
        said_reality=leanings[Verdict.REALITY] / rounds,
        brier=brier / rated if rated else None,
        bias=bias / rated if rated else None,
        match=matches.most_common(1)[0][0].value if rated else None,
    )


def _as_json(
    rounds: int, size: int, seed: int, rows: Sequence[Row], followed: Sequence[Followed]
) -> str:
    reviews = [
        {
            "learner": each.learner,
            "visits": each.visits,
            "missed": each.missed,
            "meetings": len(each.meetings),
            "on_the_day": each.on_the_day,
            "another_day": each.another_day,
            "done": each.done,
        }
        for each in followed
    ]
    found = {
        "rounds": rounds,
        "questions": size,
        "seed": seed,
        "learners": [asdict(row) for row in rows],
        "review": reviews,
    }
    return json.dumps(found, indent=2)


def _score_table(rows: Sequence[Row]) -> str:
    shares = ("right", "myths caught", "facts accepted", "said all myth", "said all reality")
    lines: list[Sequence[str]] = [("learner", *shares, "Brier", "bias", "how sure")]
    for row in rows:
        share = (row.right, row.myths_caught, row.facts_accepted, row.said_myth, row.said_reality)
        lines.append(
            (
                row.learner,
                *(f"{100 * each:.0f}" for each in share),
                "–" if row.brier is None else f"{row.brier:.2f}",
                "–" if row.bias is None else f"{row.bias:+.2f}",
                row.match or "–",
            )
        )
    return _aligned(lines, words={0, 8})


def _review_table(followed: Sequence[Followed]) -> str:
    waits = (f"after {days} day{'s' * (days > 1)}" for days in STEPS)
    lines: list[Sequence[str]] = [
        ("learner", "visits", "missed", *waits, "another day", "done with")
    ]
    for each in followed:
        counts = (
            each.visits,
            each.missed,
            *each.on_the_day.values(),
            each.another_day,
            each.done,
        )
        lines.append((each.learner, *map(str, counts)))
    return _aligned(lines, words={0})


def _aligned(lines: Sequence[Sequence[str]], words: Collection[int]) -> str:
    """Columns two spaces apart, `words` to the left and figures to the right."""
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(wide[at]) if at in words else cell.rjust(wide[at])
            for at, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )
