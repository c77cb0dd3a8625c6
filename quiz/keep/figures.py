"""What a kiosk's staff may see of the counts: figures for groups, a summary, and a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Count:
    """Figures from one day to another, both included.

    Of one question: in how many `sessions` it came up, and how it was answered there. Where `pack`
    and `question` are empty: how many sessions there were in all; then the rest is 0.
    """

    pack: str
    question: str
    first: date
    last: date
    sessions: int
    right: int
    wrong: int
    skipped: int

    @classmethod
    def read(cls, row: tuple[object, ...]) -> Count | None:
        """The count in a row of the file, None where a damaged one makes no sense."""
        pack, question, first, last, *numbers = row
        try:
            days = date.fromisoformat(str(first)), date.fromisoformat(str(last))
        except ValueError:
            return None
        whole = [number for number in numbers if isinstance(number, int) and number >= 0]
        if len(whole) != 4 or (question != "" and whole[0] != sum(whole[1:])):
            return None
        return cls(str(pack), str(question), *days, *whole)

    @property
    def answered(self) -> int:
        """How many gave an answer."""
        return self.right + self.wrong

    def plus(self, later: Count) -> Count:
        """Both as one."""
        return replace(
            self,
            first=min(self.first, later.first),
            last=max(self.last, later.last),
            sessions=self.sessions + later.sessions,
            right=self.right + later.right,
            wrong=self.wrong + later.wrong,
            skipped=self.skipped + later.skipped,
        )


@dataclass(frozen=True, slots=True)
class Belief:
    """How many of those who answered a question about a myth believed it."""

    pack: str
    question: str
    believed: int
    answered: int

    @property
    def share(self) -> float:
        """From 0, nobody, to 1."""
        return self.believed / self.answered


def folded(counts: Iterable[Count], floor: int) -> tuple[Count, ...]:
    """`counts` of fewer than `floor` sessions joined to the next of the same question.

    What is left over at the end is not shown. The counts of one question stand together, and new
    ones come after the old: so what has been shown once is never split or joined otherwise later,
    and comparing two looks tells nothing about a smaller group.
    """
    shown = []
    for _, same in groupby(counts, key=lambda count: (count.pack, count.question)):
        waiting: Count | None = None
        for count in same:
            waiting = waiting.plus(count) if waiting else count
            if waiting.sessions >= floor:
                shown.append(waiting)
                waiting = None
    return tuple(shown)


def most_believed(
    counts: Iterable[Count], myths: Collection[tuple[str, str]], floor: int
) -> tuple[Belief, ...]:
    """The `myths` (pack and question) by the share of people who believed them, largest first.

    Only those that at least `floor` people answered.
    """
    totals: dict[tuple[str, str], tuple[int, int]] = {}
    for count in counts:
        key = count.pack, count.question
        if key in myths:
            believed, answered = totals.get(key, (0, 0))
            totals[key] = believed + count.wrong, answered + count.answered
    beliefs = (Belief(*key, *total) for key, total in totals.items() if total[1] >= floor)
    return tuple(sorted(beliefs, key=lambda b: (-b.share, -b.answered, b.pack, b.question)))


def as_csv(counts: Iterable[Count]) -> str:
    """A table for a spreadsheet or a database, one line a count, as RFC 4180 wants it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(field.name for field in fields(Count))
    writer.writerows([_harmless(cell) for cell in astuple(count)] for count in counts)
    return text.getvalue()


def _harmless(cell: object) -> str:
    # A spreadsheet runs a cell that begins so as a formula
    # (https://owasp.org/www-community/attacks/CSV_Injection).
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
