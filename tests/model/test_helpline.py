"""A line of help is shown in its country, up to its last day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.helpline import (
    HelpFor,
    Helpline,
    OnBill,
    SeenOn,
    countries,
    latest_expiry,
    shown,
)

LAST = date(2027, 11, 25)


def line(name: str, country: str, last: date = LAST) -> Helpline:
    return Helpline(
        id=name,
        country=country,
        name=name,
        is_for=(HelpFor.GENERAL,),
        channels=("phone",),
        number="116 123",
        hours="always",
        cost="free",
        shows_on_bill=OnBill.UNKNOWN,
        source="https://example.org/page",
        verified_on=date(2026, 11, 25),
        verified_by=SeenOn.OWN_PAGE,
        expires_on=last,
    )


LINES = (line("a", "IE"), line("b", "GB"), line("c", "IE", date(2027, 1, 31)))


@pytest.mark.parametrize(
    ("today", "names", "found"),
    [
        (date(2027, 1, 31), ["a", "c"], ("GB", "IE")),
        (date(2027, 2, 1), ["a"], ("GB", "IE")),
        (LAST, ["a"], ("GB", "IE")),
        (date(2027, 11, 26), [], ()),
    ],
)
def test_lines_hold_up_to_their_last_day(
    today: date, names: list[str], found: tuple[str, ...]
) -> None:
    assert [each.name for each in shown(LINES, "IE", today)] == names
    assert countries(LINES, today) == found


@pytest.mark.parametrize("country", ["", "ie", "FR", "IE "])
def test_no_other_country_stands_in(country: str) -> None:
    assert shown(LINES, country, date(2027, 1, 1)) == ()


@pytest.mark.parametrize(
    ("verified", "latest"),
    [
        (date(2026, 11, 25), date(2027, 11, 25)),
        (date(2027, 12, 31), date(2028, 12, 31)),
        (date(2027, 3, 1), date(2028, 3, 1)),  # a leap day lies between
        (date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_an_entry_holds_for_twelve_months_at_most(verified: date, latest: date) -> None:
    assert latest_expiry(verified) == latest


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
lines = st.lists(st.builds(line, st.text(max_size=3), st.sampled_from(["IE", "GB", "IN"]), days))


@given(lines, st.sampled_from(["IE", "GB", "IN", "FR"]), days)
def test_no_expired_line_is_ever_shown_and_no_other_is_lost(
    some: list[Helpline], country: str, today: date
) -> None:
    found = shown(some, country, today)
    assert all(each.expires_on >= today and each.country == country for each in found)
    left_out = [each for each in some if each not in found]
    assert all(each.expires_on < today or each.country != country for each in left_out)
    assert [each for each in some if each in found] == list(found)  # in the order of the file
    assert (country in countries(some, today)) == bool(found)
