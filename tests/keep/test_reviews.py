"""The review file: what is in it, what is not, and that nothing acknowledged is ever lost."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.keep.reviews import CANNOT_PROMISE, DEFAULT_NAME, CannotKeep, Reviews
from quiz.model.review import STEPS, Review, after_answer, due_on

TODAY = date(2026, 11, 25)
QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""A disk in memory, where there is one: waiting for a real one proves nothing here."""


def review(name: str, step: int = 0, due: date = TODAY) -> Review:
    return Review(name, step, due)


@pytest.fixture
def kept(tmp_path: Path) -> Reviews:
    return Reviews.opened(tmp_path / DEFAULT_NAME)


def test_what_is_recorded_is_there_at_the_next_start(kept: Reviews) -> None:
    later = review("b", 3, TODAY + timedelta(days=21))
    kept.record({"a": review("a"), "b": review("b")})
    kept.record({"a": None, "b": later, "never there": None})
    again = Reviews.opened(kept.path)
    assert (again.all(), again.notice) == ((later,), "")


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from("abcdef"),
            st.none() | st.tuples(st.integers(0, len(STEPS) - 1), st.dates()),
        ),
        max_size=4,
    )
)
def test_any_changes_leave_what_a_dictionary_would(changes: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        kept, expected = Reviews.opened(Path(folder) / DEFAULT_NAME), dict[str, Review]()
        for change in changes:
            values = {name: Review(name, *new) if new else None for name, new in change.items()}
            kept.record(values)
            expected.update({name: new for name, new in values.items() if new})
            for name in [name for name, new in values.items() if not new]:
                expected.pop(name, None)
        assert kept.all() == tuple(expected[name] for name in sorted(expected))


def test_the_file_holds_ids_steps_days_and_nothing_else(kept: Reviews) -> None:
    name = kept.opaque("sex-therapy", "singles-welcome")
    kept.record({name: review(name, 2)})
    connection = sqlite3.connect(kept.path)
    assert connection.execute("SELECT * FROM review").fetchall() == [(name, 2, "2026-11-25")]
    tables = connection.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
    assert tables == [("review",), ("salt",)]
    assert connection.execute("SELECT length(value) FROM salt").fetchall() == [(16,)]
    connection.close()
    found = kept.path.read_bytes().lower()
    for word in (b"therapy", b"singles", b"welcome", b"quiz", b"myth", b"sex"):
        assert word not in found
    assert re.search(rb"\d\d:\d\d", found) is None, "no time of day"


def test_the_order_of_answering_is_not_kept(kept: Reviews) -> None:
    for name in "cab":
        kept.record({name: review(name)})
    assert [review.question_id for review in kept.all()] == ["a", "b", "c"]


def test_an_id_stays_the_same_in_a_file_and_is_another_in_each(
    kept: Reviews, tmp_path: Path
) -> None:
    name = kept.opaque("pack", "question")
    assert re.fullmatch("[0-9a-f]{16}", name)
    assert Reviews.opened(kept.path).opaque("pack", "question") == name
    assert Reviews.opened(tmp_path / "other.db").opaque("pack", "question") != name
    assert len({name, kept.opaque("pack", "q"), kept.opaque("pac", "kquestion")}) == 3


def test_lines_that_make_no_sense_are_passed_over(kept: Reviews) -> None:
    lines = [
        ("a", 99, "2026-11-25"),
        ("b", 0, "tomorrow"),
        ("c", -1, "2026-11-25"),
        ("d", "one", "2026-11-25"),
        (b"\xff", 0, "2026-11-25"),
        ("e", 0, "2026-11-25"),
    ]
    with sqlite3.connect(kept.path) as other:
        other.executemany("INSERT INTO review VALUES (?, ?, ?)", lines)
        other.execute("INSERT INTO review VALUES (CAST(x'ff' AS TEXT), 9, 'broken letters')")
    other.close()
    assert kept.all() == (review("e"),)


def test_a_key_that_is_broken_makes_the_file_a_damaged_one(kept: Reviews) -> None:
    with sqlite3.connect(kept.path) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE salt SET value = 'text'")
    other.close()
    assert "kept aside" in Reviews.opened(kept.path).notice


def test_a_clock_set_back_keeps_no_question_away(kept: Reviews) -> None:
    wrong = date(2036, 1, 1)
    first = after_answer(None, "a", False, wrong)
    kept.record({"a": first})
    there = Reviews.opened(kept.path).all()
    assert there == (review("a", 0, date(2036, 1, 2)),)
    assert due_on(there, TODAY) == there, "ten years off by its date, and asked today"
    moved = after_answer(there[0], "a", True, TODAY)
    kept.record({"a": moved})
    assert Reviews.opened(kept.path).all() == (review("a", 1, TODAY + timedelta(days=STEPS[1])),)


def test_everything_is_deleted_in_one_action_and_a_new_file_knows_nothing(
    kept: Reviews, tmp_path: Path
) -> None:
    kept.record({"a": review("a")})
    before = kept.opaque("pack", "question")
    assert kept.delete_everything() == f"The file was overwritten and removed. {CANNOT_PROMISE}"
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CannotKeep, match="is no longer there"):
        kept.record({"a": review("a")})
    again = Reviews.opened(kept.path)
    assert again.all() == ()
    assert again.opaque("pack", "question") != before


def test_two_windows_see_what_the_other_kept(kept: Reviews) -> None:
    other = Reviews.opened(kept.path)
    kept.record({"a": review("a")})
    other.record({"b": review("b")})
    assert kept.all() == other.all() == (review("a"), review("b"))


def test_the_file_of_a_kiosk_is_not_taken_for_one(tmp_path: Path) -> None:
    from quiz.keep.counts import Counts

    path = Counts.opened(tmp_path / "counts.db").path
    with pytest.raises(CannotKeep) as told:
        Reviews.opened(path)
    assert str(told.value) == (
        f"{path} holds something else and was left as it is. Choose another name."
    )


def test_killed_at_any_moment_nothing_acknowledged_is_lost(
    killed: Callable[[str, int], dict[str, Any]],
) -> None:
    seen = killed("reviews", 300)
    assert seen.pop("unfinished"), "some were killed in the middle of a change"
    assert seen == {"kills": 300, "lost": 0, "left": []}
