"""The last good site file and content: there and whole whatever happens, or not there at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.keep.last_good import LastGood

ROOT = Path(__file__).resolve().parents[2]
NAMES = (
    "helplines.yaml",
    "p/pack.yaml",
    "p/questions/a.yaml",
    "p/questions/b.yaml",
    "p/sources.yaml",
)


def put(folder: Path, text: str) -> Path:
    """A content folder with a pack, each file with `text` in it."""
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}: {name}\n", encoding="utf-8")
    return folder


def files(folder: Path | None) -> dict[str, str]:
    """What lies in a folder, by name."""
    assert folder
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def whole(text: str) -> dict[str, str]:
    return {name: f"{text}: {name}\n" for name in NAMES}


def keep(last: LastGood, folder: Path, *, unchanged: bool = True) -> int:
    """How many steps it took."""
    return sum(1 for _ in last.keep_content(folder, lambda: unchanged))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return put(tmp_path / "content", "one")


def test_at_first_there_is_nothing(state):
    last = LastGood(state)
    assert (last.site(), last.content(), last.notice) == (None, None, "")
    assert not state.exists()  # looking makes nothing


def test_what_was_kept_is_there_again(state, content, tmp_path):
    site = tmp_path / "kiosk.yaml"
    site.write_text("questions: 7\n", encoding="utf-8")
    last = LastGood(state)
    last.keep_site(site)
    assert keep(last, content) == len(NAMES)
    again = LastGood(state)
    copy = again.site()
    assert copy
    assert copy.read_bytes() == site.read_bytes()
    assert files(again.content()) == whole("one")
    assert (last.notice, again.notice) == ("", "")
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600  # it holds the hash of the PIN
        assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_a_newer_one_takes_the_place_of_the_older(state, content, tmp_path):
    site = tmp_path / "kiosk.yaml"
    last = LastGood(state)
    for text in ("one", "two", "three"):
        site.write_text(text, encoding="utf-8")
        last.keep_site(site)
        keep(last, put(content, text))
        assert files(last.content()) == whole(text)
        copy = last.site()
        assert copy
        assert copy.read_text("utf-8") == text
    assert len(list((state / "last-good").iterdir())) == 2


def test_what_is_the_same_is_not_written_again(state, content, tmp_path):
    site = tmp_path / "kiosk.yaml"
    site.write_text("questions: 7\n", encoding="utf-8")
    last = LastGood(state)
    last.keep_site(site)
    keep(last, content)
    kept = {path: path.stat().st_mtime_ns for path in state.rglob("*")}
    last.keep_site(site)
    keep(last, content)
    assert {path: path.stat().st_mtime_ns for path in state.rglob("*")} == kept
    (content / "p/questions/b.yaml").unlink()
    keep(last, content)
    assert set(files(last.content())) == {*NAMES} - {"p/questions/b.yaml"}


def test_only_what_a_pack_is_made_of_is_kept(state, content):
    for name in (".git/HEAD.yaml", "p/.questions.yaml.swp", "README.md", "p/questions/a/deep.yaml"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).touch()
    if hasattr(os, "mkfifo"):
        os.mkfifo(content / "pipe.yaml")  # which nobody waits at
    last = LastGood(state)
    keep(last, content)
    assert files(last.content()) == whole("one")


def test_a_pack_by_itself_is_kept_too(state, content):
    last = LastGood(state)
    keep(last, content / "p")
    assert len(files(last.content())) == 4


def test_a_folder_that_changed_since_it_was_read_is_not_kept(state, content):
    last = LastGood(state)
    keep(last, content)
    put(content, "two")
    keep(last, content, unchanged=False)
    assert files(last.content()) == whole("one")
    assert [path.name for path in (state / "last-good").iterdir()] == ["content-1"]


def test_an_empty_folder_or_none_is_not_kept(state, content, tmp_path):
    last = LastGood(state)
    keep(last, content)
    (tmp_path / "empty").mkdir()
    keep(last, tmp_path / "empty")
    keep(last, tmp_path / "nowhere")
    last.keep_site(tmp_path / "nowhere.yaml")
    assert last.notice == ""  # nothing is the matter with the state folder
    assert (files(last.content()), last.site()) == (whole("one"), None)


def test_a_copy_that_is_given_up_half_way_leaves_the_last_one(state, content):
    last = LastGood(state)
    keep(last, content)
    put(content, "two")
    steps = last.keep_content(content, lambda: True)
    for _ in range(3):
        next(steps)
    assert files(LastGood(state).content()) == whole("one")
    steps.close()  # type: ignore[attr-defined]  # a generator
    assert [path.name for path in (state / "last-good").iterdir()] == ["content-1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such pipes")
@pytest.mark.parametrize("by", ["nothing", "a folder", "a pipe"])
def test_a_file_that_goes_while_it_is_copied_costs_the_copy_and_nothing_else(state, content, by):
    last = LastGood(state)
    keep(last, content)
    put(content, "two")
    steps = last.keep_content(content, lambda: True)
    next(steps)
    *_, gone = sorted(content.rglob("*.yaml"))
    gone.unlink()
    if by == "a folder":
        gone.mkdir()
    elif by == "a pipe":
        os.mkfifo(gone)
    for _ in steps:
        pass
    assert files(last.content()) == whole("one")
    assert [path.name for path in (state / "last-good").iterdir()] == ["content-1"]
    assert last.notice == ""


def test_what_a_killed_process_left_is_swept_and_never_taken(state, content):
    last = LastGood(state)
    keep(last, content)
    home = state / "last-good"
    put(home / "content-9.part", "half")
    put(home / "content-x", "no copy")
    (home / "content-7").touch()
    put(home / "content-0", "older")
    assert files(LastGood(state).content()) == whole("one")
    keep(last, content)
    assert sorted(path.name for path in home.iterdir()) == ["content-1", "content-7", "content-x"]


def test_what_was_half_written_of_the_site_file_is_swept_too(state, tmp_path):
    site = tmp_path / "kiosk.yaml"
    site.touch()
    last = LastGood(state)
    last.keep_site(site)
    (state / "last-good" / "kiosk.yaml.new").write_text("half")
    last.keep_site(site)
    assert [path.name for path in (state / "last-good").iterdir()] == ["kiosk.yaml"]


def test_without_a_state_folder_there_are_no_copies(content, tmp_path):
    last = LastGood(None)
    last.keep_site(tmp_path / "kiosk.yaml")
    assert keep(last, content) == 0
    assert (last.site(), last.content(), last.notice) == (None, None, "")


@pytest.mark.parametrize("where", ["state", "state/last-good", "state/last-good/kiosk.yaml"])
def test_a_damaged_state_folder_stops_nothing(state, content, tmp_path, where):
    """A file where a folder should be, and a folder where a file should be."""
    site = tmp_path / "kiosk.yaml"
    site.touch()
    path = tmp_path / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir() if path.suffix else path.touch()
    last = LastGood(state)
    last.keep_site(site)
    assert last.site() is None
    assert last.notice.startswith(f"{state}/last-good could not be written (")
    keep(last, content)
    assert (last.content() is None) == (not path.suffix)


FULL = """
import resource, sys
from pathlib import Path
from quiz.keep.last_good import LastGood
content, state = map(Path, sys.argv[1:])
resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))  # no file may be longer: as good as full
last = LastGood(state)
(content / "kiosk.yaml").write_text("a" * 30)
last.keep_site(content / "kiosk.yaml")
for _ in last.keep_content(content, lambda: True):
    pass
print(last.notice)
print(last.site() is not None, last.content())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit that Windows has not")
def test_a_full_disk_costs_a_sentence_and_keeps_the_last(state, content, python):
    keep(LastGood(state), content)
    (content / "p" / "sources.yaml").write_text("long " * 20, encoding="utf-8")
    assert python(FULL, content, state).splitlines() == [
        (
            f"{state}/last-good could not be written (file too large): if the site file or the "
            "content has a fault one day, the last good one may be missing. "
            "Give the kiosk a state folder that it may write to."
        ),
        f"True {state}/last-good/content-1",
    ]
    assert sorted(path.name for path in (state / "last-good").iterdir()) == [
        "content-1",
        "kiosk.yaml",
    ]


READ_ONLY = """
import os, sys
from pathlib import Path
from quiz.keep.last_good import LastGood
content, state = map(Path, sys.argv[1:])
if os.geteuid() == 0:
    os.setuid(65534)  # nobody
last = LastGood(state)
last.keep_site(content / "helplines.yaml")
for _ in last.keep_content(content, lambda: True):
    pass
print(last.notice)
print(last.site(), last.content())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs the rights of POSIX")
def test_a_read_only_state_folder_costs_a_sentence_and_gives_what_it_has(
    quick_folder, python: Callable[..., str]
):
    quick_folder.chmod(0o755)
    state, content = quick_folder / "state", put(quick_folder / "content", "one")
    keep(LastGood(state), content)
    put(content, "two")
    for path in (state, *state.rglob("*")):
        path.chmod(0o555)
    said = python(READ_ONLY, content, state).splitlines()
    for path in (state, *state.rglob("*")):
        path.chmod(0o755)
    assert said == [
        (
            f"{state}/last-good could not be written (permission denied): if the site file or the "
            "content has a fault one day, the last good one may be missing. "
            "Give the kiosk a state folder that it may write to."
        ),
        f"None {state}/last-good/content-1",
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by forking")
def test_a_kill_at_any_moment_leaves_the_last_copies_whole(
    killed: Callable[[str, int], dict[str, Any]],
):
    assert killed("copies", 300) == {"kills": 300, "lost": 0, "unfinished": 0, "left": []}
