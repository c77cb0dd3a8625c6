"""A kiosk leaves out what nobody has looked at for 48 months (R13)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quiz.model.freshness import STALE, without_stale
from tests.builders import make_pack, make_question

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("age", "left"),
    [(timedelta(0), True), (STALE, True), (STALE + timedelta(days=1), False)],
    ids=["today", "48 months", "a day more"],
)
def test_a_question_is_left_out_when_its_review_is_too_old(age, left):
    old, new = make_question("old", reviewed=TODAY - age), make_question("new", reviewed=TODAY)
    pack = make_pack((old, new))
    assert without_stale(pack, TODAY).questions == ((old, new) if left else (new,))


def test_a_pack_does_not_go_empty_by_a_clock_that_is_wrong():
    pack = make_pack((make_question("one", reviewed=TODAY), make_question("two", reviewed=TODAY)))
    assert without_stale(pack, date(2099, 1, 1)) is pack
    assert without_stale(pack, date(1970, 1, 1)).questions == pack.questions
