"""Exports of many kiosks, made up, in the format that the staff's screen saves: to try a query on.

    python packaging/kiosk/gather/make_exports.py FOLDER [--kiosks 500] [--days 365] [--seed 1]

Each visitor is drawn, and counted as `quiz/keep/counts.py` counts: what does not stand for ten
people waits. FOLDER gets one CSV for each kiosk, and beside it `FOLDER-sums.csv`, the sums for each
question, added up here and not read back from the files.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from quiz.keep.counts import FLOOR
from quiz.keep.figures import Count, as_csv
from quiz.packs.shelf import open_shelf
from quiz.paths import CONTENT

FIRST = date(2026, 1, 1)
QUESTIONS_A_VISITOR = 5
OUTCOMES = ("right", "wrong", "skipped")


@dataclass(frozen=True, slots=True)
class Visitor:
    """The questions that one visitor met, and how each went."""

    day: date
    answers: tuple[tuple[str, str], ...]


def visitors(rng: Random, pack: Sequence[str], days: int) -> Iterator[Visitor]:
    """The visitors of one kiosk: some are in busy places, and many stay for half a round."""
    busy = rng.lognormvariate(2.2, 0.7)
    for number in range(days):
        day = FIRST + timedelta(days=number)
        today = 0 if day.weekday() == 6 else round(rng.gauss(busy, busy**0.5))
        for _ in range(today):
            met = rng.sample(pack, min(len(pack), rng.choice((1, 2, 5, 5, 5))))
            answers = tuple((name, _answer(rng, name)) for name in met)
            yield Visitor(day, answers)


def _answer(rng: Random, name: str) -> str:
    believed = 0.15 + 0.6 * (sum(map(ord, name)) % 100) / 100
    return rng.choices(OUTCOMES, (0.9 - believed * 0.9, believed * 0.9, 0.1))[0]


def counted(pack: str, seen: Iterator[Visitor], floor: int = FLOOR) -> list[Count]:
    """What a kiosk exports on a later day: only what stands for at least `floor` people."""
    pending: dict[str, Count] = {}
    closed: list[Count] = []

    def close(before: date) -> None:
        over = [
            name
            for name, count in pending.items()
            if count.last != before and count.sessions >= floor
        ]
        closed.extend(pending.pop(name) for name in over)

    day = FIRST
    for visitor in seen:
        if visitor.day != day:
            day = visitor.day
            close(day)
        for name, outcome in (("", ""), *visitor.answers):
            one = Count(pack if name else "", name, day, day, 1, 0, 0, 0)
            if outcome:
                one = replace(one, **{outcome: 1})
            pending[name] = pending[name].plus(one) if name in pending else one
    close(date.max)
    # As the staff's screen saves it: the days first, then each question, each from old to new.
    return sorted(closed, key=lambda count: (count.pack, count.question, count.first))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files; the exit code."""
    parser = argparse.ArgumentParser(description="Exports of many kiosks, made up.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kiosks", type=int, default=500)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    shelf = open_shelf(CONTENT).read()
    pack = shelf.packs[0]
    names = [question.id for question in pack.questions]
    asked.folder.mkdir(parents=True, exist_ok=True)
    sums: dict[tuple[str, str], Counter[str]] = {}
    rows = 0
    for number in range(1, asked.kiosks + 1):
        rng = Random(f"{asked.seed}-{number}")
        export = counted(pack.id, visitors(rng, names, asked.days))
        (asked.folder / f"kiosk-{number:03}.csv").write_text(
            as_csv(export), encoding="utf-8", newline=""
        )
        rows += len(export)
        for count in export:
            total = sums.setdefault((count.pack, count.question), Counter())
            total.update(
                sessions=count.sessions,
                right=count.right,
                wrong=count.wrong,
                skipped=count.skipped,
            )
    beside = asked.folder.with_name(f"{asked.folder.name}-sums.csv")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("pack", "question", "sessions", *OUTCOMES))
        for (name, question), total in sorted(sums.items()):
            writer.writerow((name, question, *(total[part] for part in ("sessions", *OUTCOMES))))
    print(f"{asked.kiosks} files, {rows} rows, in {asked.folder}; sums in {beside}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
