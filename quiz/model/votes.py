"""Hands counted by a teacher, and how much of a count may be told.

Small groups identify people, so a figure needs a floor of votes (STANDARDS R39, R121): below it
only words are told, and below :data:`LOWEST_FLOOR` nothing. No count ever belongs to a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from quiz.model.question import Verdict

FLOOR = 10
"""Fewest votes of which numbers are told (R121, a house figure)."""

LOWEST_FLOOR = 5
"""The floor may be raised, and never goes below this; nothing is told of fewer votes."""

HIGHEST_FLOOR = 100
"""A floor above the size of any class would only hide that nothing is ever shown."""

MOST_HANDS = 9999
"""More than that is a slip of the finger."""

HALF_FROM, HALF_TO = 0.35, 0.65
"""Shares from and up to which a part of the room is "about half" (house figures)."""


class Amount(Enum):
    """A share in a word. Never "all" or "nobody": that would tell what each of a few said."""

    FEW = "few"
    ABOUT_HALF = "about half"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Votes:
    """Hands for myth and for reality; `passed` is None where nobody counted who passed.

    Raises ValueError for a number that is not from 0 to :data:`MOST_HANDS`.
    """

    myth: int
    reality: int
    passed: int | None = None

    def __post_init__(self) -> None:
        if not all(
            0 <= hands <= MOST_HANDS for hands in (self.myth, self.reality, self.passed or 0)
        ):
            raise ValueError(f"A count goes from 0 to {MOST_HANDS}.")

    @property
    def total(self) -> int:
        """Votes cast; to pass is not to vote."""
        return self.myth + self.reality

    def right(self, verdict: Verdict) -> int:
        """Votes for `verdict`, the question's own."""
        return self.myth if verdict is Verdict.MYTH else self.reality

    def wrong(self, verdict: Verdict) -> int:
        """Votes for the other verdict."""
        return self.right(verdict.other)


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of one vote: `votes` from the floor on (None below), and in a word how many
    were right. Who passed is not told on any wall.
    """

    votes: Votes | None
    right: Amount


def told(votes: Votes | None, verdict: Verdict, floor: int = FLOOR) -> Told | None:
    """What may be told of `votes`; None where nothing was counted, or of too few."""
    if votes is None or votes.total < LOWEST_FLOOR:
        return None
    share = votes.right(verdict) / votes.total
    if share < HALF_FROM:
        amount = Amount.FEW
    else:
        amount = Amount.ABOUT_HALF if share <= HALF_TO else Amount.MOST
    return Told(replace(votes, passed=None) if votes.total >= floor else None, amount)


@dataclass(frozen=True, slots=True)
class Shift:
    """Shares of right votes, 0 to 1, at the first and at the second vote."""

    before: float
    after: float

    @classmethod
    def of(
        cls, pairs: Iterable[tuple[Votes | None, Votes | None, Verdict]], floor: int = FLOOR
    ) -> Shift | None:
        """The shift over all pairs of votes that both reach the floor; None where none do."""
        before = after = first_total = second_total = 0
        for first, second, verdict in pairs:
            if first is None or second is None or min(first.total, second.total) < floor:
                continue
            before += first.right(verdict)
            after += second.right(verdict)
            first_total += first.total
            second_total += second.total
        return cls(before / first_total, after / second_total) if first_total else None


HIDDEN = "hidden"
"""Stands for a count that would give away the one beside it."""


def guarded(counts: Sequence[int | None], floor: int = FLOOR) -> tuple[str, ...]:
    """The counts of one vote as they may be kept: ``<10`` for one under the floor.

    Whoever knows how many were in the room could subtract, so what is kept back has to come to the
    floor itself: where it does not, the smallest of the others is hidden too. ``""`` stands for
    None, which was not counted.
    """
    kept = {at: count for at, count in enumerate(counts) if count is not None}
    under = {at: count for at, count in kept.items() if count < floor}
    shown = {at: count for at, count in kept.items() if count >= floor}
    if under and shown and sum(under.values()) < floor:
        del shown[min(shown, key=lambda at: shown[at])]
    return tuple(
        ""
        if at not in kept
        else f"<{floor}"
        if at in under
        else str(shown[at])
        if at in shown
        else HIDDEN
        for at in range(len(counts))
    )
