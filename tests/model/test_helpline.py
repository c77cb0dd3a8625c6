"""A line of help is shown in its country, up to its last day."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.model.helpline import HelpFor, Helpline, OnBill, countries, shown

LAST = date(2027, 11, 25)


def line(name: str, country: str, last: date = LAST) -> Helpline:
    return Helpline(
        id=name,
        country=country,
        name=name,
        is_for=(HelpFor.GENERAL,),
        languages=("en",),
        channels=("phone",),
        number="116 123",
        hours="always",
        cost="free",
        shows_on_bill=OnBill.UNKNOWN,
        source="https://example.org/page",
        verified_on=date(2026, 11, 25),
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
