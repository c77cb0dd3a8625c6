"""What a resting screen shows at a moment: a rule over the clock alone.

No visitor can leave a trace in it: after a reset the screen is the one that a fresh start would
show at the same moment (STANDARDS R98, R100).
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

FACT_SECONDS = 25
"""How long a fact stays; 20 to 30 s (STANDARDS R95, R106)."""

FACTS_A_SHIFT = 7
"""Everything moves with each seventh fact, about every three minutes: never by itself."""

SHIFTS = ((0, 0), (6, 2), (2, 8), (8, 6), (4, 0), (0, 6), (8, 2), (4, 8))
"""Where everything stands, in pixels; from one to the next 2 to 8 either way."""


def fact_at(seconds: float, count: int) -> int:
    """Which of `count` facts (at least one) is shown: each once, then all in another order."""
    turn = int(seconds // FACT_SECONDS)
    if count <= 2:
        return turn % count
    lap, place = divmod(turn, count)
    order = _order(lap, count)
    # A lap that began with the fact on which the last one ended would leave it there twice as long.
    if place < 2 and order[0] == _order(lap - 1, count)[-1]:
        place = 1 - place
    return order[place]


def shift_at(seconds: float) -> tuple[int, int]:
    """How far everything is moved, right and down, in pixels (STANDARDS R106)."""
    return SHIFTS[int(seconds // (FACT_SECONDS * FACTS_A_SHIFT)) % len(SHIFTS)]


@lru_cache(maxsize=4)
def _order(lap: int, count: int) -> list[int]:
    return Random(lap).sample(range(count), count)
