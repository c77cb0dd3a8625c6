"""The review file keeps what it promised to, whatever happens to it."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz.keep.reviews import CANNOT_PROMISE, CannotKeep, Reviews, opaque
from quiz.model.review import Review

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 25)
KILLS = 300


def review(name: str, step: int = 0, due: date = TODAY) -> Review:
    return Review(name, step, due)


def test_what_is_recorded_is_there_at_the_next_start(tmp_path: Path) -> None:
    kept = Reviews.opened(tmp_path / "notes.db")
    kept.record({"a": review("a"), "b": review("b", 3, TODAY + timedelta(days=21))})
    kept.record({"a": None})
    kept.close()
    again = Reviews.opened(tmp_path / "notes.db")
    assert again.all() == (review("b", 3, TODAY + timedelta(days=21)),)
    assert again.notice == ""
    again.close()
    assert [path.name for path in tmp_path.iterdir()] == ["notes.db"], "one file, as was promised"


def test_the_file_says_nothing_by_itself(tmp_path: Path) -> None:
    kept = Reviews.opened(tmp_path / "notes.db")
    name = opaque("sex-therapy", "singles-welcome")
    kept.record({name: review(name)})
    kept.close()
    found = (tmp_path / "notes.db").read_bytes()
    assert name.encode() in found
    for word in (b"therapy", b"singles", b"quiz", b"myth"):
        assert word not in found.lower()


def test_everything_is_deleted_in_one_action(tmp_path: Path) -> None:
    kept = Reviews.opened(tmp_path / "notes.db")
    kept.record({"a": review("a")})
    assert kept.delete_everything() == CANNOT_PROMISE
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_overwritten_before_it_is_removed(tmp_path: Path) -> None:
    path, link = tmp_path / "notes.db", tmp_path / "link"
    kept = Reviews.opened(path)
    kept.record({"deadbeefdeadbeef": review("deadbeefdeadbeef")})
    os.link(path, link)
    kept.delete_everything()
    assert set(link.read_bytes()) == {0}


@pytest.mark.parametrize("bytes_", [b"not a database at all, but long enough to be one" * 40])
def test_a_damaged_file_is_kept_aside_and_said_so(tmp_path: Path, bytes_: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(bytes_)
    kept = Reviews.opened(path)
    assert kept.notice == (
        f"{path} was damaged. It was kept aside as notes.db.damaged-1, and a new one was begun."
    )
    assert kept.all() == ()
    kept.close()
    assert (tmp_path / "notes.db.damaged-1").read_bytes() == bytes_
    path.write_bytes(bytes_)
    Reviews.opened(path).close()
    assert (tmp_path / "notes.db.damaged-2").exists()


def test_a_file_broken_in_the_middle_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    kept = Reviews.opened(path)
    kept.record({f"{i:016x}": review(f"{i:016x}") for i in range(500)})
    kept.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    again = Reviews.opened(path)
    assert again.notice
    assert again.all() == ()
    again.close()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 9")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(CannotKeep) as told:
        Reviews.opened(path)
    assert str(told.value) == (
        f"{path} was written by a newer version of this program and was left as it is. "
        "Choose another file, or use the newer version."
    )
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "none" / "notes.db"
    with pytest.raises(CannotKeep) as told:
        Reviews.opened(path)
    assert str(told.value) == (
        f"{path} could not be opened or made. Choose a file in a folder of your own."
    )


def test_lines_that_make_no_sense_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    Reviews.opened(path).close()
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO review VALUES ('a', 99, '2026-11-25')")
        other.execute("INSERT INTO review VALUES ('b', 0, 'tomorrow')")
        other.execute("INSERT INTO review VALUES ('c', 0, '2026-11-25')")
    other.close()
    kept = Reviews.opened(path)
    assert [review.question_id for review in kept.all()] == ["c"]
    kept.close()


def test_two_windows_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    first, second = Reviews.opened(path), Reviews.opened(path)
    for number in range(20):
        first.record({f"a{number}": review(f"a{number}")})
        second.record({f"b{number}": review(f"b{number}")})
    assert len(first.all()) == len(second.all()) == 40
    first.close()
    second.close()


WRITER = """
import sys
from datetime import date
from pathlib import Path
from quiz.keep.reviews import Reviews
from quiz.model.review import Review
kept = Reviews.opened(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**9):
    kept.record({f"{number:016x}": Review(f"{number:016x}", 0, date(2026, 11, 25))})
    print(number, flush=True)
"""


def written_until_killed(path: Path, start: int, lines: int) -> int:
    """Kill a writer at a random moment after some lines; the last number it acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(start)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert writer.stdout is not None
    last = start - 1
    for _ in range(lines):
        last = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read().split()
    writer.wait()
    writer.stdout.close()
    return int(rest[-1]) if rest else last


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path, chance, number = tmp_path / "notes.db", random.Random(7), 0
    for _ in range(KILLS):
        number = written_until_killed(path, number, chance.randint(1, 12)) + 1
        kept = Reviews.opened(path)
        assert kept.notice == "", "never damaged"
        names = {review.question_id for review in kept.all()}
        kept.close()
        missing = {f"{n:016x}" for n in range(number)} - names
        assert not missing, "what was acknowledged is there"


AS_SOMEBODY_ELSE = """
import os, resource, sys
from datetime import date
from pathlib import Path
from quiz.keep.reviews import CannotKeep, Reviews
from quiz.model.review import Review
if sys.argv[2] == "full":
    resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))
else:
    os.setuid(65534)
try:
    kept = Reviews.opened(Path(sys.argv[1]))
    for number in range(10_000):
        kept.record({f"{number:016x}": Review(f"{number:016x}", 0, date(2026, 11, 25))})
except CannotKeep as told:
    print(told)
"""


def told_as(path: Path, how: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", AS_SOMEBODY_ELSE, str(path), how],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return done.stdout.strip()


def test_a_full_disk_is_said_and_leaves_the_file_sound(tmp_path: Path) -> None:
    assert resource.RLIMIT_FSIZE is not None
    path = tmp_path / "notes.db"
    assert told_as(path, "full") == (
        f"{path} could not be written: the disk is full or gone. Make room, or choose another."
    )
    kept = Reviews.opened(path)
    assert kept.notice == ""
    assert kept.all()
    kept.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_must_not_be_written_to(tmp_path: Path) -> None:
    Reviews.opened(tmp_path / "notes.db").close()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    assert told_as(tmp_path / "other.db", "nobody") == (
        f"{tmp_path / 'other.db'} could not be opened or made. "
        "Choose a file in a folder of your own."
    )
