"""Preferences in their file: whole after any kill, and a broken one costs a line at most."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.keep.preferences import THEMES, forget, keep, read
from quiz.keep.refusals import CannotKeep
from quiz.model.preferences import Preferences

ROOT = Path(__file__).parents[2]
USUAL = Preferences()


@given(st.integers(100, 200), st.sampled_from(THEMES), st.booleans())
def test_what_is_kept_is_read_again(tmp_path_factory, size, theme, shift):
    path = tmp_path_factory.mktemp("kept") / "display.conf"
    keep(path, Preferences(size, theme, shift))
    assert read(path) == (Preferences(size, theme, shift), "")


def test_the_file_gives_nothing_away_and_is_for_its_owner_only(tmp_path):
    path = tmp_path / "new folder" / "display.conf"
    keep(path, Preferences(125, "dark", False))
    assert path.read_text("utf-8") == "text = 125\ncolours = dark\nshift = off\n"
    assert [file.name for file in path.parent.iterdir()] == ["display.conf"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_no_file_means_the_usual_choices_and_nothing_to_say(tmp_path):
    assert read(tmp_path / "none") == (USUAL, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"text = 150\ncolours = pink\n", Preferences(150)),
        (b"text = 99\ncolours = dark\n", Preferences(theme="dark")),
        (b"text = \xd9\xa1\xd9\xa5\xd9\xa0x\n", USUAL),
        (b"text = -150\n", USUAL),
        (b"text = 1e2\n", USUAL),
        (b"shift = maybe\n", USUAL),
        (b"password = 1234\n", USUAL),
        (b"text\n", USUAL),
        (b"\x00\xff\xfe garbage", USUAL),
        (b"text = 150\n" * 1000, USUAL),
    ],
    ids=lambda value: repr(value)[:30] if isinstance(value, bytes) else "",
)
def test_a_broken_file_costs_what_is_broken_and_one_line(tmp_path, text, found):
    path = tmp_path / "display.conf"
    path.write_bytes(text)
    says = f"{path} could not be read in full. The usual choices are used for the rest."
    assert read(path) == (found, says)


@given(st.binary(max_size=300))
def test_no_file_whatever_is_in_it_raises(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("odd") / "display.conf"
    path.write_bytes(text)
    found, _ = read(path)
    assert found.text_size in range(100, 201)
    assert found.theme in THEMES


def test_a_folder_in_its_place_is_told_not_raised(tmp_path):
    says = f"{tmp_path} could not be read in full. The usual choices are used for the rest."
    assert read(tmp_path) == (USUAL, says)


def test_where_nothing_may_be_written_a_sentence_says_so(tmp_path):
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "display.conf"
    with pytest.raises(CannotKeep) as told:
        keep(path, USUAL)
    assert str(told.value) == f"{path} could not be written. Your choices hold until you leave."


def test_forgetting_removes_all_of_it_and_twice_is_no_fault(tmp_path):
    path = tmp_path / "display.conf"
    keep(path, USUAL)
    path.with_name("display.conf.new").touch()  # left by a kill in the middle of writing
    forget(path)
    forget(path)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_removed_is_told(tmp_path):
    path = tmp_path / "display.conf"
    path.mkdir()
    with pytest.raises(CannotKeep) as told:
        forget(path)
    assert str(told.value) == f"{path} could not be removed. Please delete it yourself."


WRITER = """
import sys
from pathlib import Path
from quiz.keep.preferences import keep
from quiz.model.preferences import Preferences
print("on", flush=True)
for turn in range(10**9):
    keep(Path(sys.argv[1]), Preferences(100 + turn % 101, "dark" if turn % 2 else "light"))
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_at_any_moment_the_file_is_whole(tmp_path):
    path = tmp_path / "display.conf"
    for turn in range(25):
        writer = subprocess.Popen(
            [sys.executable, "-B", "-c", WRITER, str(path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "on\n"
        until = time.monotonic() + turn / 1000
        while time.monotonic() < until or not path.exists():
            pass
        writer.send_signal(signal.SIGKILL)
        writer.wait(10)
        writer.stdout.close()
        found, says = read(path)
        assert says == ""
        assert found.theme in ("dark", "light")
        assert {file.name for file in tmp_path.iterdir()} <= {"display.conf", "display.conf.new"}
