"""Whatever opening or listing a file raises becomes a fault."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pack_example import write_pack

from quiz.packs import files
from quiz.packs.files import is_folder, list_names, read_bytes
from quiz.packs.problems import Wrong
from quiz.packs.reader import read_pack
from quiz.packs.shelf import open_shelf


def _refuse(*_: object, **__: object) -> Any:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("function", ["open", "scandir"])
def test_a_refusal_anywhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    folder = write_pack(tmp_path / "p")
    monkeypatch.setattr(files.os, function, _refuse)
    reading = read_pack(folder)
    assert reading.pack is None
    assert any(problem.what == "may not be read" for problem in reading.problems)


def test_a_refusal_of_the_shelf_itself_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "scandir", _refuse)
    (problem,) = open_shelf(tmp_path).problems
    assert (problem.what, problem.hint) == (
        "may not be read",
        "Give yourself the right to read this folder.",
    )


def test_a_folder_that_may_not_be_looked_at_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_dir", _refuse)
    assert is_folder(tmp_path) is False


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    monkeypatch.setattr(files, "_plain_file", lambda _: None)
    monkeypatch.setattr(files, "MAX_BYTES", 4)
    with pytest.raises(Wrong, match="larger than 16 MB"):
        read_bytes(tmp_path, "a")


def test_a_fault_without_words_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"")

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(files.os, "open", fail)
    with pytest.raises(Wrong, match="cannot be read: oserror"):
        read_bytes(tmp_path, "a")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (Path.mkdir, "is a folder where a file should be"),
        (os.mkfifo, "is a pipe or a device, not a file"),
        (lambda path: path.symlink_to("/dev/null"), "is a link that leads out of the pack"),
        (lambda path: path.symlink_to(path), "cannot be read: too many levels of symbolic links"),
        (lambda path: path.write_bytes(bytes(17_000_000)), "is larger than 16 MB"),
    ],
    ids=["folder", "pipe", "link out", "link in a circle", "large"],
)
def test_what_is_no_file_of_ours(tmp_path: Path, make: Callable[[Path], None], what: str) -> None:
    make(tmp_path / "a")
    with pytest.raises(Wrong) as wrong:
        read_bytes(tmp_path, "a")
    assert wrong.value.what == what


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(Wrong, match="is not a folder"):
        list_names(tmp_path, "a")


def test_names_are_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c", "a", ".d"):
        (tmp_path / name).touch()
    assert list_names(tmp_path) == [("a", False), ("b", True), ("c", False)]


def test_nothing_stays_open(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        read_pack(folder)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
