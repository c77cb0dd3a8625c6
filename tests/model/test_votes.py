"""Counts of hands, and what may be told of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.question import Verdict
from quiz.model.votes import (
    FLOOR,
    HIDDEN,
    LOWEST_FLOOR,
    MOST_HANDS,
    Amount,
    Shift,
    Told,
    Votes,
    guarded,
    told,
)

MYTH, REALITY = Verdict
hands = st.integers(0, 60)
votes = st.builds(Votes, hands, hands, st.none() | hands)
floors = st.integers(LOWEST_FLOOR, 40)


def test_votes_are_counted_without_those_who_passed():
    counted = Votes(12, 5, 3)
    assert (counted.total, counted.right(MYTH), counted.wrong(MYTH)) == (17, 12, 5)
    assert (counted.right(REALITY), counted.wrong(REALITY)) == (5, 12)


@pytest.mark.parametrize(
    "counts", [(-1, 0), (0, -1), (1, 1, -1), (MOST_HANDS + 1, 0), (0, 0, MOST_HANDS + 1)]
)
def test_a_count_that_no_room_has_is_refused(counts):
    with pytest.raises(ValueError, match=r"^A count goes from 0 to 9999\.$"):
        Votes(*counts)


@pytest.mark.parametrize(
    ("counted", "floor", "expected"),
    [
        (None, 10, None),
        (Votes(0, 0), 10, None),
        (Votes(4, 0, 30), 10, None),
        (Votes(5, 0), 10, Told(None, Amount.MOST)),
        (Votes(9, 0), 10, Told(None, Amount.MOST)),
        (Votes(3, 6), 10, Told(None, Amount.FEW)),
        (Votes(5, 4), 10, Told(None, Amount.ABOUT_HALF)),
        (Votes(6, 4, 1), 10, Told(Votes(6, 4), Amount.ABOUT_HALF)),
        (Votes(10, 0), 10, Told(Votes(10, 0), Amount.MOST)),
        (Votes(10, 0), 11, Told(None, Amount.MOST)),
        (Votes(2, 3), 5, Told(Votes(2, 3), Amount.ABOUT_HALF)),
    ],
)
def test_what_is_told_of_a_count(counted, floor, expected):
    assert told(counted, MYTH, floor) == expected


@given(votes, st.sampled_from(Verdict), floors)
def test_no_numbers_below_the_floor_and_never_who_passed(counted, verdict, floor):
    found = told(counted, verdict, floor)
    if counted.total < LOWEST_FLOOR:
        assert found is None
    else:
        assert (found.votes is not None) == (counted.total >= floor)
        assert found.votes is None or found.votes.passed is None


def test_a_shift_is_over_all_pairs_that_reach_the_floor():
    pairs = [
        (Votes(4, 6), Votes(9, 1), MYTH),
        (Votes(10, 10), Votes(5, 15), REALITY),
        (Votes(9, 0), Votes(20, 0), MYTH),
        (Votes(20, 0), Votes(0, 9), MYTH),
        (None, Votes(20, 0), MYTH),
        (Votes(20, 0), None, MYTH),
    ]
    assert Shift.of(pairs, FLOOR) == Shift(14 / 30, 24 / 30)
    assert Shift.of(pairs[2:], FLOOR) is None
    assert Shift.of([]) is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((15, 12, None), ("15", "12", "")),
        ((15, 12, 11), ("15", "12", "11")),
        ((25, 3, None), (HIDDEN, "<10", "")),
        ((15, 12, 0), ("15", HIDDEN, "<10")),
        ((15, 6, 5), ("15", "<10", "<10")),
        ((15, 5, 4), (HIDDEN, "<10", "<10")),
        ((9, 9, 9), ("<10", "<10", "<10")),
        ((None, None, None), ("", "", "")),
        ((10, 10, None), ("10", "10", "")),
    ],
)
def test_small_counts_and_what_would_give_them_away_are_kept_back(counts, expected):
    assert guarded(counts) == expected


@given(st.lists(st.none() | hands, min_size=2, max_size=3), floors)
def test_who_knows_how_many_were_there_cannot_subtract(counts, floor):
    kept = guarded(counts, floor)
    back = [c for c, text in zip(counts, kept, strict=True) if c is not None and text != str(c)]
    assert all(int(text) >= floor for text in kept if text.isdigit())
    assert [c is None for c in counts] == [text == "" for text in kept]
    # What is kept back comes to the floor, unless that is all there was.
    assert not back or sum(back) >= floor or not any(text.isdigit() for text in kept)
