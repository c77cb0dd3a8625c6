"""A kept file keeps what it promised to, whatever happens to it."""

from __future__ import annotations

import errno
import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quiz.keep import wipe
from quiz.keep.kept_file import CANNOT_PROMISE, KeptFile, Kind
from quiz.keep.refusals import CannotKeep, refusal

KIND = Kind(0x01020304, 3, ("CREATE TABLE word (name TEXT PRIMARY KEY) WITHOUT ROWID",))
NAME = "notes.db"
FULL = "could not be written: the disk is full or gone. Make room, or choose another."
ELSE = "holds something else and was left as it is. Choose another name."
NEWER = (
    "was written by a newer version of this program and was left as it is. "
    "Choose another file, or use the newer version."
)

root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount and become others"
)


def put(file: KeptFile, *words: str) -> None:
    with file.change() as connection:
        connection.executemany("INSERT OR REPLACE INTO word VALUES (?)", [(w,) for w in words])


def words(file: KeptFile) -> list[object]:
    return [row[0] for row in file.rows("SELECT name FROM word ORDER BY name")]


def made(folder: Path, *content: str) -> Path:
    """A sound file that holds `content`."""
    put(KeptFile.opened(folder / NAME, KIND), *content)
    return folder / NAME


def told(act: Callable[[], object]) -> str:
    with pytest.raises(CannotKeep) as refused:
        act()
    return str(refused.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def change_header(path: Path, at: int, new: bytes) -> bytes:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(new)] = new
    path.write_bytes(whole)
    return bytes(whole)


def test_what_is_changed_is_there_at_the_next_start_in_one_file(tmp_path: Path) -> None:
    path = made(tmp_path, "one", "two")
    again = KeptFile.opened(path, KIND)
    assert (words(again), again.notice, names(tmp_path)) == (["one", "two"], "", [NAME])


def test_a_change_is_whole_or_not_at_all(tmp_path: Path) -> None:
    file = KeptFile.opened(made(tmp_path, "one"), KIND)

    def cut_off() -> None:
        with file.change() as connection:
            connection.execute("INSERT INTO word VALUES ('two')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_off()
    assert words(file) == ["one"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_file_is_for_the_eyes_of_its_owner(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_is_safe_against_a_power_cut_and_leaves_nothing_elsewhere(tmp_path: Path) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND)
    asked = ("journal_mode", "synchronous", "secure_delete", "temp_store")
    assert [file.rows(f"PRAGMA {name}") for name in asked] == [
        [("delete",)],
        [(3,)],
        [(1,)],
        [(2,)],
    ]


def test_what_is_taken_out_is_zeros_in_the_file(tmp_path: Path) -> None:
    path = made(tmp_path, "needle", "hay")
    assert b"needle" in path.read_bytes()
    with KeptFile.opened(path, KIND).change() as connection:
        connection.execute("DELETE FROM word WHERE name = 'needle'")
    assert b"needle" not in path.read_bytes()


def test_a_name_that_means_something_in_an_address_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro#50%41 é.db"
    put(KeptFile.opened(path, KIND), "one")
    assert names(tmp_path) == [path.name]


# Deleting


def test_everything_is_overwritten_and_removed(tmp_path: Path) -> None:
    path, link = made(tmp_path, *(f"word {n}" for n in range(9_000))), tmp_path / "link"
    os.link(path, link)
    size = path.stat().st_size
    assert KeptFile.opened(path, KIND).delete_everything() == (
        f"The file was overwritten and removed. {CANNOT_PROMISE}"
    )
    assert names(tmp_path) == ["link"]
    assert size > 100_000
    assert link.read_bytes() == bytes(size)


def test_files_beside_it_and_files_put_aside_go_too(tmp_path: Path) -> None:
    path = made(tmp_path, "one")
    file = KeptFile.opened(path, KIND)
    for end in ("-wal", "-shm"):
        (tmp_path / f"{NAME}{end}").write_bytes(b"not of our making")
    ours = [NAME + end for end in (".damaged-1", ".damaged-7-journal")]
    for name in ours:
        (tmp_path / name).write_bytes(b"secret")
        os.link(tmp_path / name, tmp_path / f"link{name}")
    (tmp_path / "other.db").write_bytes(b"another's")
    file.delete_everything()
    assert names(tmp_path) == [*(f"link{name}" for name in ours), "other.db"]
    assert {(tmp_path / f"link{name}").read_bytes() for name in ours} == {bytes(6)}


def test_deleting_needs_no_sound_file(tmp_path: Path) -> None:
    path = made(tmp_path, "one")
    file = KeptFile.opened(path, KIND)
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096)
    file.delete_everything()
    assert names(tmp_path) == []


def test_deleting_twice_is_no_fault(tmp_path: Path) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND)
    assert file.delete_everything() == file.delete_everything()


def test_something_else_that_took_its_place_is_not_deleted(tmp_path: Path) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND)
    file.path.write_bytes(b"a letter")
    assert told(file.delete_everything) == f"{file.path} {ELSE}"
    assert file.path.read_bytes() == b"a letter"


def test_a_window_that_hangs_does_not_stop_deleting(tmp_path: Path) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND, wait=0)
    other = sqlite3.connect(file.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    file.delete_everything()
    other.close()
    assert names(tmp_path) == []


def test_a_file_that_cannot_be_removed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND)
    # As root, the tests may remove anything; Windows refuses where another program has it open.
    monkeypatch.setattr(wipe, "removed", list)
    assert told(file.delete_everything) == (
        f"{NAME} in {tmp_path} was overwritten with zeros but could not be removed. "
        "Remove it by hand."
    )
    assert not any(file.path.read_bytes())
    monkeypatch.setattr(wipe, "overwritten", list)
    assert told(KeptFile.opened(tmp_path / "two.db", KIND).delete_everything) == (
        f"two.db in {tmp_path} could not be overwritten or removed. Remove it by hand."
    )


def test_a_file_that_cannot_be_overwritten_is_removed_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND)
    monkeypatch.setattr(wipe, "overwritten", list)
    assert file.delete_everything() == (
        f"The file was removed, but could not be overwritten. {CANNOT_PROMISE}"
    )
    assert names(tmp_path) == []


def test_another_window_does_not_bring_a_deleted_file_back(tmp_path: Path) -> None:
    first, second = (KeptFile.opened(tmp_path / NAME, KIND) for _ in range(2))
    first.delete_everything()
    gone = (
        f"{tmp_path / NAME} is no longer there: it was moved or deleted, perhaps in another "
        "window. Nothing more is kept; choose a file again if you want to."
    )
    assert told(lambda: put(second, "one")) == told(lambda: words(second)) == gone
    assert names(tmp_path) == []


# Two windows, and being killed


def test_two_windows_at_once_lose_nothing(tmp_path: Path, python: Callable[..., str]) -> None:
    program = """
import sys
from pathlib import Path
from quiz.keep.kept_file import KeptFile, Kind
kind = Kind(int(sys.argv[2]), 3, (sys.argv[3],))
file = KeptFile.opened(Path(sys.argv[1]), kind, wait=60)  # a slow disk is no fault
for number in range(40):
    with file.change() as connection:
        connection.execute("INSERT INTO word VALUES (?)", (f"{sys.argv[4]} {number}",))
print(file.notice)
"""
    path = tmp_path / NAME
    arguments = program, path, KIND.mark, KIND.tables[0]
    with ThreadPoolExecutor() as pool:
        windows = [pool.submit(python, *arguments, name) for name in "abc"]
        assert [window.result() for window in windows] == ["", "", ""]
    assert len(words(KeptFile.opened(path, KIND))) == 120
    assert names(tmp_path) == [NAME]


def test_a_window_that_keeps_writing_is_said(tmp_path: Path) -> None:
    file = KeptFile.opened(tmp_path / NAME, KIND, wait=0)
    other = sqlite3.connect(file.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert told(lambda: put(file, "one")) == (
        f"{file.path} is being written by another window. Try again in a moment."
    )
    other.close()
    put(file, "one")


def test_a_change_cut_off_in_the_middle_is_undone_at_the_next_start(
    tmp_path: Path, python: Callable[..., str]
) -> None:
    path = made(tmp_path, "one")
    python(
        """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.executemany("INSERT INTO word VALUES (?)", [(f"word {n}",) for n in range(9000)])
os._exit(0)
""",
        path,
    )
    assert names(tmp_path) == [NAME, f"{NAME}-journal"], "it was cut off while writing"
    # Power cut: the first page may not have reached the disk whole.
    with path.open("r+b") as file:
        file.write(bytes(512))
    again = KeptFile.opened(path, KIND)
    assert (words(again), again.notice, names(tmp_path)) == (["one"], "", [NAME])


# Damage, other programs' files, newer versions

BROKEN = {
    "the header": lambda whole: b"\xff" * 100 + whole[100:],
    "the first letters": lambda whole: b"x" * 16 + whole[16:],
    "the mark": lambda whole: whole[:68] + b"none" + whole[72:],
    "the format numbers": lambda whole: whole[:18] + b"\xff\xff" + whole[20:],
    "the middle": lambda whole: whole[:4096] + b"\xff" * (len(whole) - 4096),
    "cut short": lambda whole: whole[:5000],
    "zeros": lambda whole: bytes(len(whole)),
    "the table": lambda whole: whole.replace(b"CREATE TABLE word", b"CREATE\xff\xffABLE word"),
    "another table": lambda whole: whole.replace(b"name TEXT", b"nome TEXT"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_damaged_file_is_kept_aside_and_said(tmp_path: Path, how: str) -> None:
    path = made(tmp_path, *(f"word {n}" for n in range(900)))
    broken = BROKEN[how](path.read_bytes())
    path.write_bytes(broken)
    file = KeptFile.opened(path, KIND)
    assert file.notice == (
        f"{path} was damaged. It was kept aside as {NAME}.damaged-1, and a new one was begun."
    )
    assert words(file) == []
    assert (tmp_path / f"{NAME}.damaged-1").read_bytes() == broken
    assert KeptFile.opened(path, KIND).notice == "", "said once"
    path.write_bytes(broken)
    assert f"{NAME}.damaged-2" in KeptFile.opened(path, KIND).notice
    assert names(tmp_path) == [NAME, f"{NAME}.damaged-1", f"{NAME}.damaged-2"]


def test_the_journal_of_a_damaged_file_goes_aside_with_it(tmp_path: Path) -> None:
    path = made(tmp_path, *(f"word {n}" for n in range(900)))
    path.write_bytes(BROKEN["the middle"](path.read_bytes()))
    journal = tmp_path / f"{NAME}-journal"
    journal.write_bytes(bytes(600))
    put(KeptFile.opened(path, KIND), "new")
    assert words(KeptFile.opened(path, KIND)) == ["new"]
    assert names(tmp_path) == [NAME, f"{NAME}.damaged-1", f"{NAME}.damaged-1-journal"]


def test_bytes_broken_anywhere_never_end_in_a_traceback(quick_folder: Path) -> None:
    whole = made(quick_folder, *(f"word {n}" for n in range(60))).read_bytes()
    chance, seen, changed = random.Random(1), {"sound": 0, "aside": 0, "refused": 0}, 0
    for number in range(300):
        folder = quick_folder / str(number)
        folder.mkdir()
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            at = chance.choice((chance.randrange(100), chance.randrange(len(whole))))
            broken[at] = chance.randrange(256)
        (folder / NAME).write_bytes(broken)
        try:
            file = KeptFile.opened(folder / NAME, KIND)
            put(file, "more")
            assert "more" in words(file)
            seen["aside" if file.notice else "sound"] += 1
            if file.notice:
                assert (folder / f"{NAME}.damaged-1").read_bytes() == broken
        except CannotKeep as refused:
            seen["refused"] += str(refused).endswith((NEWER, ELSE))
            changed += (folder / NAME).read_bytes() != broken
        shutil.rmtree(folder)
    assert sum(seen.values()) == 300, "each was sound, put aside or refused in words we know"
    assert min(seen.values()) > 10, seen
    assert not changed, "refused means untouched"


def test_a_journal_that_did_not_count_yet_is_removed(tmp_path: Path) -> None:
    path = made(tmp_path, "one")
    # As SQLite writes it: the header is zeros until the old pages are safe on the disk.
    (tmp_path / f"{NAME}-journal").write_bytes(bytes(512) + b"an old page")
    assert words(KeptFile.opened(path, KIND)) == ["one"]
    assert names(tmp_path) == [NAME]


def test_damage_while_it_is_in_use_is_said_and_put_aside_at_the_next_start(tmp_path: Path) -> None:
    path = made(tmp_path, "one")
    file = KeptFile.opened(path, KIND)
    path.write_bytes(BROKEN["the first letters"](path.read_bytes()))
    assert (
        told(lambda: put(file, "two"))
        == told(lambda: words(file))
        == (f"{path} is damaged and was left as it is. Open it again: it is then kept aside.")
    )
    assert KeptFile.opened(path, KIND).notice


def test_a_disk_that_keeps_breaking_files_is_said(tmp_path: Path) -> None:
    path = tmp_path / NAME
    for number in range(1, 100):
        (tmp_path / f"{NAME}.damaged-{number}").touch()
    path.write_bytes(bytes(4096))
    assert told(lambda: KeptFile.opened(path, KIND)) == (
        f"{path} is damaged, and so were 99 before it: the disk may be failing. "
        "Choose a file on another disk."
    )


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_newer_file_is_left_untouched(tmp_path: Path, journal: str) -> None:
    path = made(tmp_path)
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA journal_mode = {journal}")
    newer.execute("CREATE TABLE more (a)")
    newer.execute("PRAGMA user_version = 4")
    newer.close()
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert told(lambda: KeptFile.opened(path, KIND)) == f"{path} {NEWER}"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert names(tmp_path) == [NAME]


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (a)")
    connection.close()


OTHERS = {
    "a database": other_database,
    "a text": lambda path: path.write_text("Dear Ann,\n" * 900),
    "a short text": lambda path: path.write_text("Dear"),
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_belongs_to_somebody_else_is_left_alone(tmp_path: Path, what: str) -> None:
    path = tmp_path / NAME
    OTHERS[what](path)
    before = path.read_bytes() if path.is_file() else None
    assert told(lambda: KeptFile.opened(path, KIND)) == f"{path} {ELSE}"
    assert names(tmp_path) == [NAME]
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_link_is_followed_and_named_as_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.db").symlink_to(tmp_path / "there" / NAME)
    file = KeptFile.opened(tmp_path / "link.db", KIND)
    assert file.path == tmp_path / "there" / NAME
    file.delete_everything()
    assert names(tmp_path / "there") == []


# Out of room, out of reach

REFUSED = """
import os, sys
from pathlib import Path
from quiz.keep.kept_file import KeptFile, Kind
from quiz.keep.refusals import CannotKeep
path, how = Path(sys.argv[1]), sys.argv[4]
kind = Kind(int(sys.argv[2]), 3, (sys.argv[3],))
if how == "limit":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (24576, 24576))
if how == "nobody":
    os.setuid(65534)
number = 0
try:
    file = KeptFile.opened(path, kind)
    while True:
        with file.change() as connection:
            connection.execute("INSERT INTO word VALUES (?)", (f"{number:0200}",))
        number += 1
except CannotKeep as told:
    print(number, told)
"""


def refused(python: Callable[..., str], path: Path, how: str) -> tuple[int, str]:
    """How many changes another process made before it was told something, and what."""
    number, sentence = python(REFUSED, path, KIND.mark, KIND.tables[0], how).split(" ", 1)
    return int(number), sentence


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, check=False).returncode:
        pytest.skip("may not mount here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@root_only
def test_a_full_disk_loses_nothing_that_was_acknowledged(
    small_disk: Path, python: Callable[..., str]
) -> None:
    path = small_disk / NAME
    number, sentence = refused(python, path, "as it is")
    assert sentence == f"{path} {FULL}"
    file = KeptFile.opened(path, KIND)
    assert file.notice == ""
    assert words(file) == [f"{n:0200}" for n in range(number)]
    assert number > 10
    # Still full: deleting needs no room.
    assert file.delete_everything().startswith("The file was overwritten and removed.")
    assert names(small_disk) == []


@root_only
def test_a_disk_that_was_full_before_gets_no_file(
    small_disk: Path, python: Callable[..., str]
) -> None:
    with (small_disk / "filler").open("wb", buffering=0) as filler:
        filler.write(bytes(70_000))  # as much as there is room for
    assert refused(python, small_disk / NAME, "as it is") == (0, f"{small_disk / NAME} {FULL}")
    assert names(small_disk) == ["filler"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_file_that_may_not_grow_is_said_and_stays_sound(
    tmp_path: Path, python: Callable[..., str]
) -> None:
    path = tmp_path / NAME
    number, sentence = refused(python, path, "limit")
    assert sentence == f"{path} {FULL}"
    assert len(words(KeptFile.opened(path, KIND))) == number > 10


@root_only
@pytest.mark.parametrize("there", [False, True], ids=["new file", "file that is there"])
def test_a_folder_that_must_not_be_written_to(
    tmp_path: Path, python: Callable[..., str], there: bool
) -> None:
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    path = tmp_path / NAME
    if there:
        made(tmp_path, "one").chmod(0o644)
    assert refused(python, path, "nobody") == (
        0,
        f"{path} must not be written to. Choose a file in a folder of your own.",
    )
    assert words(KeptFile.opened(path, KIND)) == (["one"] if there else [])


@root_only
def test_a_file_that_may_be_written_in_a_folder_that_may_not(
    tmp_path: Path, python: Callable[..., str]
) -> None:
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    path = made(tmp_path, "one")
    path.chmod(0o666)
    assert refused(python, path, "nobody") == (
        0,
        f"{path} must not be written to. Choose a file in a folder of your own.",
    )
    assert words(KeptFile.opened(path, KIND)) == ["one"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none" / NAME
    assert told(lambda: KeptFile.opened(path, KIND)) == (
        f"{path} could not be opened or made. Choose a file in a folder of your own."
    )


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EIO, "Input/output error"), FULL),
        (
            OSError(errno.ENAMETOOLONG, "File name too long"),
            "could not be opened or made. Choose a file in a folder of your own.",
        ),
        (
            sqlite3.OperationalError("interrupted"),
            "could not be used (interrupted). Choose another file.",
        ),
    ],
    ids=["no space", "a stick pulled out", "a long name", "the unforeseen"],
)
def test_faults_that_are_hard_to_bring_about_have_their_sentence(
    fault: Exception, says: str
) -> None:
    assert str(refusal(Path("notes.db"), fault)) == f"notes.db {says}"
