"""The results of a lesson as a table: counts of hands, and nothing about a person.

A question id, votes right, wrong and passed, before and after, and the day (STANDARDS R48). Counts
under the floor are ``<10``, and where those could be found by subtracting, one more is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from quiz.exchange.export import Export, table
from quiz.model.lesson_page import Counted
from quiz.model.question import Verdict
from quiz.model.votes import FLOOR, Votes, guarded

COLUMNS = (
    "question",
    "right before",
    "wrong before",
    "passed before",
    "right after",
    "wrong after",
    "passed after",
    "day",
)


def class_results(asked: Iterable[Counted], day: date, floor: int = FLOOR) -> Export:
    """A row for each question of :attr:`quiz.model.lesson.Lesson.asked`. A vote that nobody counted
    leaves its cells empty.
    """
    asked = tuple(asked)
    rows = [
        (
            counted.question.id,
            *_cells(counted.first, counted.question.verdict, floor),
            *_cells(counted.second, counted.question.verdict, floor),
            day.isoformat(),
        )
        for counted in asked
    ]
    tables = any(counted.said for counted in asked)
    dropped = (
        f"Counts under {floor} are written as <{floor}.",
        "Where a count could be found by subtracting, one more is hidden.",
        *(["What the tables said is not kept."] if tables else []),
    )
    return Export(f"results-{day.isoformat()}.csv", table([COLUMNS, *rows]), dropped)


def _cells(votes: Votes | None, verdict: Verdict, floor: int) -> tuple[str, ...]:
    if votes is None:
        return "", "", ""
    return guarded((votes.right(verdict), votes.wrong(verdict), votes.passed), floor)
