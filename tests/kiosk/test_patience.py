"""When the next child starts, and with which content."""

from __future__ import annotations

import pytest

from quiz.kiosk.patience import Limits, Patience
from quiz.model.process import AGAIN

CRASH, HOUR, SOON, WELL = -9, 3600.0, 5.0, 60.0


def after(*ends: tuple[int, float]) -> tuple[list[float], bool]:
    """The delays after these ends, and whether the shipped content plays in the end."""
    patience = Patience(Limits())
    return [patience.ended(code, beating) for code, beating in ends], patience.shipped_only


def test_the_first_restart_comes_at_once_and_each_soon_after_it_later():
    delays, _ = after(*[(CRASH, SOON)] * 6)
    assert delays == [0, 1, 2, 5, 5, 5]


def test_the_longest_delay_leaves_room_for_a_start_within_ten_seconds():
    assert max(Limits().delays) + 3 < 10
    assert Limits().hang == 15


def test_who_ran_well_is_started_again_at_once():
    delays, shipped = after((CRASH, SOON), (CRASH, SOON), (CRASH, WELL), (CRASH, SOON))
    assert delays == [0, 1, 0, 0]
    assert not shipped


def test_wishing_to_start_afresh_as_soon_as_it_has_started_has_to_wait_too():
    delays, shipped = after(*[(AGAIN, 0.5)] * 8)
    assert delays == [0, 1, 2, 5, 5, 5, 5, 5]
    assert not shipped
    assert after(*[(AGAIN, HOUR)] * 3)[0] == [0, 0, 0]


def test_a_slow_machine_gets_more_time_to_start_each_time_and_the_usual_once_it_ran_well():
    patience = Patience(Limits(start=30))
    times = []
    for beating in (0.0, 0.0, 0.0, 0.0, WELL, 0.0):
        times.append(patience.start)
        patience.ended(CRASH, beating)
    assert times == [30, 60, 120, 120, 120, 30]


@pytest.mark.parametrize(
    ("ends", "shipped"),
    [
        ([(CRASH, SOON)] * 2, False),
        ([(CRASH, SOON)] * 3, True),
        ([(CRASH, SOON), (CRASH, WELL), (CRASH, SOON), (CRASH, SOON)], False),
        ([(CRASH, WELL)] * 20, False),
        ([(CRASH, SOON), (AGAIN, SOON), (CRASH, SOON), (CRASH, SOON)], True),
        # it stays with the shipped content whatever ends it
        ([(CRASH, SOON)] * 3 + [(CRASH, SOON)] * 9, True),
        ([(CRASH, SOON)] * 3 + [(CRASH, HOUR)], True),
        # asked for: back on trial
        ([(CRASH, SOON)] * 3 + [(AGAIN, HOUR)], False),
        ([(CRASH, SOON)] * 3 + [(AGAIN, SOON)], False),
        ([(CRASH, SOON)] * 3 + [(AGAIN, HOUR), (CRASH, SOON)], True),
        ([(CRASH, SOON)] * 3 + [(AGAIN, SOON), (CRASH, SOON)], True),
        ([(CRASH, SOON)] * 3 + [(AGAIN, HOUR), (AGAIN, SOON), (CRASH, SOON)], True),
        # the trial is over once it ran well
        ([(CRASH, SOON)] * 3 + [(AGAIN, HOUR), (CRASH, WELL), (CRASH, SOON)], False),
    ],
)
def test_which_content_plays(ends, shipped):
    assert after(*ends)[1] is shipped
