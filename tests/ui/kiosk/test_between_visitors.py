"""When a kiosk starts afresh: by night, when it has grown, whatever the clocks do."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sitting import Clock

from quiz.model.site import Site
from quiz.ui.kiosk.between_visitors import GROWN, NIGHT, RESTED, AFreshStart, local_now, minute_of

NIGHTLY = Site(nightly_restart=3 * 60)
HOUR = 3600.0


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 25, hour, minute, tzinfo=timezone.utc)


class Kiosk:
    def __init__(self, site: Site, now: datetime, megabytes: float = 100.0, **more: float) -> None:
        self.clock = Clock()
        self.day = now
        self.megabytes = megabytes
        self.afresh = self.begin(site, **more)

    def begin(self, site: Site, **more: float) -> AFreshStart:
        return AFreshStart(
            site, self.clock, lambda: self.day, lambda: self.megabytes, more.get("after")
        )

    def run(self, hours: float) -> int:
        """How often it would start afresh in so many hours; each time it does."""
        times = 0
        for _ in range(round(hours * 60)):
            self.pass_minutes(1)
            if self.afresh.wanted():
                times += 1
                self.afresh = self.begin(NIGHTLY)
        return times

    def pass_minutes(self, minutes: float) -> None:
        self.clock.now += 60 * minutes
        self.day += timedelta(minutes=minutes)


def test_once_a_night():
    assert Kiosk(NIGHTLY, at(12)).run(10 * 24) == 10


@pytest.mark.parametrize("hour", range(24))
def test_once_a_day_whenever_the_kiosk_began(hour):
    assert Kiosk(NIGHTLY, at(hour)).run(5 * 24) in (4, 5)


def test_never_where_the_site_does_not_ask_for_it():
    kiosk = Kiosk(Site(), at(12))
    for _ in range(48 * 60):
        kiosk.pass_minutes(1)
        assert not kiosk.afresh.wanted()


def test_an_hour_that_is_there_twice_brings_one_start():
    kiosk = Kiosk(NIGHTLY, at(0))
    assert kiosk.run(3.2) == 1
    kiosk.day -= timedelta(hours=1)  # summer time ends
    assert kiosk.run(6) == 0


def test_an_hour_that_is_left_out_still_brings_a_start():
    kiosk = Kiosk(NIGHTLY, at(0))
    assert kiosk.run(2.9) == 0
    kiosk.day += timedelta(minutes=40)  # the clock is set: 3:00 never was
    assert kiosk.run(0.2) == 1


def test_a_clock_set_to_the_night_does_not_start_afresh_in_the_first_minutes():
    kiosk = Kiosk(NIGHTLY, at(12))
    kiosk.pass_minutes(5)
    kiosk.day = at(3, 10)
    assert not kiosk.afresh.wanted()


def test_the_night_reaches_past_midnight():
    kiosk = Kiosk(Site(nightly_restart=23 * 60 + 50), at(12))
    kiosk.pass_minutes(12 * 60 + 20)
    assert kiosk.day.hour == 0
    assert kiosk.afresh.wanted()
    kiosk.pass_minutes(NIGHT)
    assert not kiosk.afresh.wanted()


@pytest.mark.parametrize(
    ("megabytes", "running", "wanted"),
    [
        (599, GROWN, False),
        (600, GROWN, False),
        (601, GROWN - 1, False),
        (601, GROWN, True),
        (0, 10 * GROWN, False),
    ],
)
def test_above_the_ceiling_but_not_from_the_beginning(megabytes, running, wanted):
    kiosk = Kiosk(Site(memory_ceiling_mb=600), at(12), megabytes)
    kiosk.clock.now += running
    assert kiosk.afresh.wanted() is wanted


def test_a_ceiling_of_nought_is_none():
    kiosk = Kiosk(Site(memory_ceiling_mb=0), at(12), 10_000)
    kiosk.clock.now += 10 * GROWN
    assert not kiosk.afresh.wanted()


def test_after_so_long_in_any_case():
    kiosk = Kiosk(Site(), at(12), after=HOUR)
    kiosk.clock.now += HOUR - 1
    assert not kiosk.afresh.wanted()
    kiosk.clock.now += 1
    assert kiosk.afresh.wanted()


def test_the_time_of_day_is_that_of_the_place():
    assert minute_of(at(23, 59)) == 24 * 60 - 1
    assert local_now().tzinfo is not None
    assert RESTED > NIGHT * 60
