"""What the staff see of the counts."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from quiz.keep.figures import Belief, Count, as_csv, folded, most_believed

DAY, NEXT, LATER = (date(2026, 11, number) for number in (23, 24, 25))


def count(name: str, right: int, wrong: int, skipped: int = 0, day: date = DAY) -> Count:
    return Count("p", name, day, day, right + wrong + skipped, right, wrong, skipped)


def test_folding_joins_small_counts_of_the_same_question_and_hides_the_rest() -> None:
    counts = [
        count("a", 4, 0, day=DAY),
        count("a", 0, 7, day=NEXT),
        count("a", 9, 0, day=LATER),
        count("b", 9, 0, day=LATER),
        count("c", 5, 5, day=LATER),
    ]
    assert folded(counts, 10) == (
        Count("p", "a", DAY, NEXT, 11, 4, 7, 0),
        Count("p", "c", LATER, LATER, 10, 5, 5, 0),
    )


def test_the_myths_that_most_people_believed_come_first() -> None:
    counts = [
        Count("", "", DAY, DAY, 90, 0, 0, 0),
        count("half", 10, 10),
        count("seldom", 18, 2),
        count("often", 2, 8),
        count("often", 2, 8, day=NEXT),
        count("a reality", 0, 30),
        count("half of more", 20, 20),
    ]
    myths = {("p", name) for name in ("half", "seldom", "often", "half of more", "never asked")}
    beliefs = most_believed(counts, myths, 10)
    assert beliefs == (
        Belief("p", "often", 16, 20),
        Belief("p", "half of more", 20, 40),
        Belief("p", "half", 10, 20),
        Belief("p", "seldom", 2, 20),
    )
    assert [belief.share for belief in beliefs] == [0.8, 0.5, 0.5, 0.1]


@pytest.mark.parametrize(("right", "shown"), [(4, False), (5, True)])
def test_a_belief_needs_ten_who_answered(right: int, shown: bool) -> None:
    asked = count("a", right, 5, skipped=30)
    assert bool(most_believed([asked], {("p", "a")}, 10)) is shown


def test_the_table_reads_back_as_what_it_was() -> None:
    counts = [Count("", "", DAY, NEXT, 12, 0, 0, 0), Count("p, q", 'a "b"', DAY, DAY, 10, 3, 5, 2)]
    text = as_csv(counts)
    assert text == (
        "pack,question,first,last,sessions,right,wrong,skipped\r\n"
        ",,2026-11-23,2026-11-24,12,0,0,0\r\n"
        '"p, q","a ""b""",2026-11-23,2026-11-23,10,3,5,2\r\n'
    )
    assert [tuple(row)[:2] for row in csv.reader(io.StringIO(text))][2] == ("p, q", 'a "b"')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_run_as_a_formula(start: str) -> None:
    table = as_csv([count(f"{start}HYPERLINK()", 5, 5)])
    cells = list(csv.reader(io.StringIO(table, newline="")))[1]
    assert cells[1] == f"'{start}HYPERLINK()"
