"""When a visitor has gone: each boundary of the rule (STANDARDS R97, R81)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.setting import IdleLimits
from quiz.ui.kiosk.idle import Idle, IdleState, IdleWatch, steady


class Clock:
    def __init__(self, now: float = 5000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


QUIET, OVER = IdleState(Idle.QUIET), IdleState(Idle.OVER)


def warning(left: int, share: float) -> IdleState:
    return IdleState(Idle.WARNING, left, share)


@pytest.mark.parametrize(
    ("reading", "doubled", "passed", "expected"),
    [
        (False, False, 0, QUIET),
        (False, False, 59.75, QUIET),
        (False, False, 60, warning(30, 1.0)),
        (False, False, 60.5, warning(30, 29.5 / 30)),
        (False, False, 61, warning(29, 29 / 30)),
        (False, False, 89, warning(1, 1 / 30)),
        (False, False, 89.75, warning(1, 0.25 / 30)),
        (False, False, 90, OVER),
        (False, False, 100_000, OVER),
        (True, False, 89.75, QUIET),
        (True, False, 90, warning(30, 1.0)),
        (True, False, 119.75, warning(1, 0.25 / 30)),
        (True, False, 120, OVER),
        (False, True, 119.75, QUIET),
        (False, True, 120, warning(60, 1.0)),
        (False, True, 179.75, warning(1, 0.25 / 60)),
        (False, True, 180, OVER),
        (True, True, 179.75, QUIET),
        (True, True, 180, warning(60, 1.0)),
        (True, True, 239.75, warning(1, 0.25 / 60)),
        (True, True, 240, OVER),
    ],
)
def test_each_boundary(reading, doubled, passed, expected):
    clock = Clock()
    watch = IdleWatch(IdleLimits(), clock)
    clock.now += passed
    assert watch.state(reading, doubled) == expected


@given(
    st.integers(30, 600), st.integers(30, 600), st.integers(20, 60), st.booleans(), st.booleans()
)
def test_the_sites_own_limits(question, explanation, length, reading, doubled):
    clock = Clock()
    watch = IdleWatch(IdleLimits(question, explanation, length), clock)
    times = 2 if doubled else 1
    limit = times * (explanation if reading else question)
    clock.now += limit - 0.25
    assert watch.state(reading, doubled) == QUIET
    clock.now += 0.25
    assert watch.state(reading, doubled) == warning(times * length, 1.0)
    clock.now += times * length - 0.25
    assert watch.state(reading, doubled).idle is Idle.WARNING
    clock.now += 0.25
    assert watch.state(reading, doubled) == OVER


def test_any_input_goes_on_without_limit():
    clock = Clock()
    watch = IdleWatch(IdleLimits(), clock)
    for _ in range(500):
        clock.now += 89
        assert watch.state(reading=False).idle is Idle.WARNING
        watch.touched()
        assert watch.state(reading=False) == QUIET


def test_what_is_shown_decides_which_limit_holds():
    clock = Clock()
    watch = IdleWatch(IdleLimits(), clock)
    clock.now += 75
    assert watch.state(reading=True) == QUIET
    assert watch.state(reading=False) == warning(15, 0.5)


def test_the_clock_never_goes_back():
    times = [steady() for _ in range(1000)]
    assert times == sorted(times)
