"""A site's values: opening hours round the clock, and amounts that change nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.age_band import AgeBand
from quiz.model.setting import KIOSK, IdleLimits
from quiz.model.site import MINUTES_OF_A_DAY, Hours, Site

minutes = st.integers(0, MINUTES_OF_A_DAY - 1)


@pytest.mark.parametrize(
    ("opens", "closes", "minute", "is_open"),
    [
        (480, 1080, 479, False),
        (480, 1080, 480, True),
        (480, 1080, 1079, True),
        (480, 1080, 1080, False),
        (1320, 360, 1319, False),
        (1320, 360, 1320, True),
        (1320, 360, 0, True),
        (1320, 360, 359, True),
        (1320, 360, 360, False),
        (480, 0, 1439, True),
        (480, 0, 0, False),
        (480, 480, 480, True),
        (480, 480, 479, True),
    ],
)
def test_a_house_is_open_from_its_first_minute_to_before_its_last(opens, closes, minute, is_open):
    assert Hours(opens, closes).open_at(minute) is is_open


@given(minutes, minutes)
def test_a_house_is_open_for_as_long_as_its_hours_are(opens, closes):
    hours = Hours(opens, closes)
    of_a_day = sum(hours.open_at(minute) for minute in range(MINUTES_OF_A_DAY))
    assert of_a_day == ((closes - opens) % MINUTES_OF_A_DAY or MINUTES_OF_A_DAY)


@given(minutes, minutes, minutes)
def test_where_one_house_is_open_its_opposite_is_shut(opens, closes, minute):
    if opens != closes:
        assert Hours(opens, closes).open_at(minute) != Hours(closes, opens).open_at(minute)


def test_the_usual_site_is_the_kiosk():
    assert Site().setting() == KIOSK


def test_a_site_changes_amounts_and_never_what_is_allowed():
    idle = IdleLimits(120, 180, 45)
    setting = Site(questions=9, age_band=AgeBand.ADULT, idle=idle).setting()
    assert setting == replace(KIOSK, questions=9, age_band=AgeBand.ADULT, idle=idle)
    assert not (setting.may_choose)
    assert not (setting.may_save)
    assert not (setting.may_copy)


def test_nothing_is_counted_spoken_or_opened_unless_a_site_says_so():
    site = Site()
    assert (site.counts, site.pin_hash, site.speech.value) == ("", "", "off")
