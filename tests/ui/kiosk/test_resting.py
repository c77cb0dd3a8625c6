"""What the resting screen shows at a moment: a rule over the clock."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quiz.ui.kiosk.resting import FACT_SECONDS, FACTS_A_SHIFT, SHIFTS, fact_at, shift_at


def shown(count: int, turns: int, start: float = 0.0) -> list[int]:
    return [fact_at(start + turn * FACT_SECONDS, count) for turn in range(turns)]


def test_a_fact_stays_between_twenty_and_thirty_seconds():
    assert 20 <= FACT_SECONDS <= 30


@given(st.integers(1, 60), st.integers(0, 1_000))
def test_each_fact_once_before_any_comes_again(count, laps):
    lap = shown(count, count, laps * count * FACT_SECONDS)
    assert sorted(lap) == list(range(count))


@given(st.integers(2, 60), st.integers(0, 10_000_000))
def test_no_fact_stays_longer_than_its_time(count, start):
    assert all(one != other for one, other in pairwise(shown(count, 3 * count, float(start))))


@given(st.integers(1, 60), st.floats(0, 1e9))
def test_one_moment_is_one_fact(count, seconds):
    assert fact_at(seconds, count) == fact_at(seconds, count) < count


def test_the_order_changes_from_lap_to_lap():
    laps = {tuple(shown(26, 26, lap * 26 * FACT_SECONDS)) for lap in range(20)}
    assert len(laps) == 20


def test_everything_moves_by_two_to_eight_pixels_every_few_minutes():
    assert 120 <= FACT_SECONDS * FACTS_A_SHIFT <= 300
    places = [shift_at(turn * FACT_SECONDS) for turn in range(FACTS_A_SHIFT * len(SHIFTS) + 1)]
    moved = [(one, other) for one, other in pairwise(places) if one != other]
    assert len(moved) == len(SHIFTS)
    for one, other in moved:
        assert all(2 <= abs(a - b) <= 8 for a, b in zip(one, other, strict=True))
    assert all(0 <= way <= 8 for shift in SHIFTS for way in shift)
