"""A kiosk's counts: right, anonymous, and whole after any kill."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.keep.counts import Counts
from quiz.keep.figures import Count
from quiz.keep.kept_file import CANNOT_PROMISE
from quiz.keep.refusals import CannotKeep
from quiz.model.question import Verdict
from quiz.model.session import Answer
from quiz.model.votes import LOWEST_FLOOR
from tests.builders import make_question

MONDAY = date(2026, 11, 23)
QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""A disk in memory, where there is one: waiting for a real one proves nothing here."""

DAYS = [MONDAY + timedelta(days=number) for number in range(40)]


def answer(name: str, given: str, *, retry: bool = False) -> Answer:
    """An answer to a myth: `r`ight, `w`rong or `s`kipped."""
    verdicts = {"r": Verdict.MYTH, "w": Verdict.REALITY, "s": None}
    return Answer(make_question(name), verdicts[given], retry=retry)


VISIT = [answer("a", "r"), answer("b", "w"), answer("c", "s")]


def visited(counts: Counts, times: int, day: date, visit: list[Answer] = VISIT) -> None:
    for _ in range(times):
        counts.add("p", visit, day)


def days(first: date, last: date, sessions: int) -> Count:
    return Count("", "", first, last, sessions, 0, 0, 0)


@pytest.fixture
def counts(tmp_path: Path) -> Counts:
    return Counts.opened(tmp_path / "counts.db")


def test_a_day_is_shown_when_it_is_over(counts: Counts) -> None:
    visited(counts, 12, DAYS[0])
    assert counts.figures(DAYS[0]) == (), "two looks would tell who came between them"
    assert counts.figures(DAYS[1]) == (
        days(DAYS[0], DAYS[0], 12),
        Count("p", "a", DAYS[0], DAYS[0], 12, 12, 0, 0),
        Count("p", "b", DAYS[0], DAYS[0], 12, 0, 12, 0),
        Count("p", "c", DAYS[0], DAYS[0], 12, 0, 0, 12),
    )


@pytest.mark.parametrize(("visitors", "shown"), [(9, False), (10, True)])
def test_ten_people_at_least(counts: Counts, visitors: int, shown: bool) -> None:
    visited(counts, visitors, DAYS[0])
    assert bool(counts.figures(DAYS[5])) is shown


def test_a_day_with_few_is_folded_into_the_next(counts: Counts) -> None:
    visited(counts, 4, DAYS[0])
    visited(counts, 5, DAYS[1])
    visited(counts, 3, DAYS[4])
    visited(counts, 20, DAYS[5])
    visited(counts, 9, DAYS[6])
    assert [count for count in counts.figures(DAYS[7]) if not count.question] == [
        days(DAYS[0], DAYS[4], 12),
        days(DAYS[5], DAYS[5], 20),
    ]


def test_a_question_that_was_asked_of_few_waits_by_itself(counts: Counts) -> None:
    visited(counts, 12, DAYS[0], [answer("often", "r")])
    visited(counts, 6, DAYS[0], [answer("seldom", "w")])
    visited(counts, 12, DAYS[1], [answer("often", "w")])
    visited(counts, 6, DAYS[1], [answer("seldom", "r")])
    assert counts.figures(DAYS[2]) == (
        days(DAYS[0], DAYS[0], 18),
        days(DAYS[1], DAYS[1], 18),
        Count("p", "often", DAYS[0], DAYS[0], 12, 12, 0, 0),
        Count("p", "often", DAYS[1], DAYS[1], 12, 0, 12, 0),
        Count("p", "seldom", DAYS[0], DAYS[1], 12, 6, 6, 0),
    )


def test_only_first_answers_count_and_each_question_once_a_visit(counts: Counts) -> None:
    visit = [answer("a", "w"), answer("a", "r", retry=True), answer("b", "s"), answer("b", "r")]
    visited(counts, 10, DAYS[0], visit)
    assert counts.figures(DAYS[1])[1:] == (
        Count("p", "a", DAYS[0], DAYS[0], 10, 0, 10, 0),
        Count("p", "b", DAYS[0], DAYS[0], 10, 0, 0, 10),
    )


@pytest.mark.parametrize("visit", [[], [answer("a", "r", retry=True)]], ids=["nothing", "retry"])
def test_who_touched_and_walked_away_is_nobody(counts: Counts, visit: list[Answer]) -> None:
    visited(counts, 9, DAYS[0], visit)
    visited(counts, 9, DAYS[0])
    assert counts.figures(DAYS[1]) == (), "nine empty visits hide no tenth"


def test_questions_of_two_packs_are_two(counts: Counts) -> None:
    for pack in ("one", "two"):
        for _ in range(10):
            counts.add(pack, [answer("a", "r")], DAYS[0])
    assert [(c.pack, c.sessions) for c in counts.figures(DAYS[1])] == [
        ("", 20),
        ("one", 10),
        ("two", 10),
    ]


def test_a_clock_that_jumps_loses_and_shows_nothing_it_should_not(counts: Counts) -> None:
    visited(counts, 6, DAYS[9])
    visited(counts, 6, date(1970, 1, 1))  # started without knowing the day
    visited(counts, 6, DAYS[9])
    visited(counts, 10, DAYS[10])
    visited(counts, 4, DAYS[2])
    visited(counts, 6, DAYS[3])
    assert [c for c in counts.figures(DAYS[4]) if not c.question] == [
        days(date(1970, 1, 1), DAYS[9], 10),
        days(date(1970, 1, 1), DAYS[10], 18),
        days(DAYS[2], DAYS[3], 10),
    ]


def test_the_floor_may_be_raised_later_and_then_holds_for_old_days_too(counts: Counts) -> None:
    for day in DAYS[:3]:
        visited(counts, 12, day)
    raised = Counts.opened(counts.path, floor=20)
    assert [c.sessions for c in raised.figures(DAYS[3]) if not c.question] == [24]
    visited(raised, 7, DAYS[3])
    assert [c.sessions for c in raised.figures(DAYS[4]) if not c.question] == [24]
    visited(raised, 1, DAYS[4])
    assert [c.sessions for c in raised.figures(DAYS[5]) if not c.question] == [24, 20]


def test_a_floor_under_five_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotKeep) as told:
        Counts.opened(tmp_path / "counts.db", floor=4)
    assert str(told.value) == (
        "Counts of fewer than 5 people are not kept, and 4 were asked for. "
        "Write a number from 5 on."
    )
    assert list(tmp_path.iterdir()) == []
    assert Counts.opened(tmp_path / "counts.db", floor=LOWEST_FLOOR).notice == ""


visits = st.lists(
    st.tuples(
        st.integers(0, 3),  # days since the one before
        st.dictionaries(st.sampled_from("abcd"), st.sampled_from("rws"), min_size=1),
    ),
    max_size=60,
)


@settings(max_examples=40)
@given(visits, st.integers(LOWEST_FLOOR, 12))
def test_whatever_comes_no_figure_is_of_few_and_no_look_tells_of_few(
    came: list[tuple[int, dict[str, str]]], floor: int
) -> None:
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        counts = Counts.opened(Path(folder) / "counts.db", floor)
        day, before, true = MONDAY, Counter[str](), Counter[str]()
        for later, given_answers in came:
            day += timedelta(days=later)
            counts.add("p", [answer(*each) for each in given_answers.items()], day)
            true.update([*given_answers, ""])
            shown = counts.figures(day)
            assert all(count.sessions >= floor and count.last < day for count in shown)
            total = Counter[str]()
            for count in shown:
                total[count.question] += count.sessions
            new = total - before
            assert all(number >= floor for number in new.values()), "two looks"
            assert not before - total, "what was shown stays shown"
            before = total
        hidden = true - before
        assert true == before + hidden
        totals = Counter[str]()
        for count in counts.figures(day + timedelta(days=1)):
            totals[count.question] += count.sessions
        assert all(true[name] - totals[name] < floor for name in true), "no more hidden than needed"


def test_the_file_holds_no_time_and_no_sequence(counts: Counts) -> None:
    visited(counts, 12, DAYS[0])
    visited(counts, 2, DAYS[1], list(reversed(VISIT)))
    connection = sqlite3.connect(counts.path)
    tables = connection.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
    assert tables == [("counted",), ("pending",)]
    waiting = connection.execute("SELECT * FROM pending ORDER BY question").fetchall()
    connection.close()
    assert waiting == [
        ("", "", "2026-11-24", "2026-11-24", 2, 0, 0, 0),
        ("p", "a", "2026-11-24", "2026-11-24", 2, 2, 0, 0),
        ("p", "b", "2026-11-24", "2026-11-24", 2, 0, 2, 0),
        ("p", "c", "2026-11-24", "2026-11-24", 2, 0, 0, 2),
    ]


def test_lines_that_make_no_sense_are_passed_over(counts: Counts) -> None:
    lines = [
        ("p", "a", "soon", "2026-11-23", 12, 12, 0, 0),
        ("p", "b", "2026-11-23", "2026-11-23", 12, 1, 0, 0),
        ("p", "c", "2026-11-23", "2026-11-23", 12, -1, 13, 0),
        ("p", "d", "2026-11-23", "2026-11-23", "many", 0, 0, 0),
        ("p", "e", "2026-11-23", "2026-11-23", 12, 4, 4, 4),
    ]
    with sqlite3.connect(counts.path) as other:
        other.executemany("INSERT INTO counted VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)
    other.close()
    assert counts.figures(DAYS[1]) == (Count("p", "e", MONDAY, MONDAY, 12, 4, 4, 4),)


def test_a_damaged_file_is_kept_aside_and_counting_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "counts.db"
    visited(Counts.opened(path), 12, DAYS[0])
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    counts = Counts.opened(path)
    assert counts.notice == (
        f"{path} was damaged. It was kept aside as counts.db.damaged-1, and a new one was begun."
    )
    visited(counts, 10, DAYS[1])
    assert counts.figures(DAYS[2])[0] == days(DAYS[1], DAYS[1], 10)


def test_everything_is_deleted_in_one_action(counts: Counts, tmp_path: Path) -> None:
    visited(counts, 3, DAYS[0])
    assert counts.delete_everything() == f"The file was overwritten and removed. {CANNOT_PROMISE}"
    assert list(tmp_path.iterdir()) == []


def test_killed_at_any_moment_only_the_running_visitor_is_lost(
    killed: Callable[[str, int], dict[str, Any]],
) -> None:
    seen = killed("counts", 200)
    assert seen.pop("unfinished"), "some were killed in the middle of a change"
    assert seen == {"kills": 200, "lost": 0, "left": []}
