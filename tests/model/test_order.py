"""An order with short runs is found where there is one, and given up where there is none."""

from __future__ import annotations

from quiz.model.order import Ordering
from quiz.model.question import Verdict
from tests.builders import longest_run, make_question

MYTH, REALITY = Verdict.MYTH, Verdict.REALITY


def test_an_order_is_found_by_going_back_where_the_likely_one_leads_nowhere() -> None:
    kinds = "1m 2m 1m 2m 2m 2m 0r 2m".split()
    chosen = [
        make_question(f"q{i}", topic=kind[0], verdict=MYTH if kind[1] == "m" else REALITY)
        for i, kind in enumerate(kinds)
    ]
    found = Ordering(chosen, True, ()).found()
    assert found is not None
    assert longest_run([question.topic for question in found]) <= 2
    assert longest_run([question.verdict for question in found]) <= 4


def test_an_order_that_cannot_be_kept_is_given_up_and_not_searched_for_ever() -> None:
    same = [make_question(f"q{i}", topic="a") for i in range(3)]
    assert Ordering(same, True, ()).found() is None
    hard = Ordering(same, True, ())
    hard._budget = 0
    assert hard.found() is None
