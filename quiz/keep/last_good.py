"""Copies of a kiosk's last sound site file and content, for when the present ones are faulty.

In the state folder lie ``last-good/kiosk.yaml`` and ``last-good/content-N``, of which the highest N
holds. A copy is made under another name and takes its own by being renamed, when all of it is on
the disk: whatever moment the process is killed or the power goes at, the last one is there and
whole. Whether a copy is sound tells only who reads it, as with the original.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from quiz.keep.whole_file import half_written, sync_folder, write_through, write_whole

FOLDER = "last-good"
SITE_FILE = "kiosk.yaml"

_CONTENT = re.compile("content-([0-9]{1,9})")
_PART = ".part"
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_DEPTH = 3  # as in pack/questions/topic.yaml


class LastGood:
    """The copies in the state folder `state`; with None nothing is kept and nothing there.

    `notice` is a sentence for the staff, or "". Nothing here raises: with a state folder that is
    full, damaged or may not be written to, a kiosk has no new copies and runs all the same.
    """

    def __init__(self, state: Path | None) -> None:
        self.notice = ""
        self._folder = state / FOLDER if state else None

    def site(self) -> Path | None:
        """The copy of the site file, where there is one. Names in it count from the original."""
        if self._folder is None:
            return None
        try:
            found = self._folder / SITE_FILE
            return found if found.is_file() else None
        except OSError:
            return None

    def content(self) -> Path | None:
        """The copy of the content folder, where there is one."""
        copies = self._copies()
        return copies[-1] if copies else None

    def keep_site(self, path: Path) -> None:
        """Copies a site file that was read without a fault."""
        if self._folder is None:
            return
        copy = self._folder / SITE_FILE
        data = _bytes(path)
        if data is None:
            return
        try:
            if _holds(copy, data):
                half_written(copy).unlink(missing_ok=True)
            else:
                write_whole(copy, data)
        except OSError as fault:
            self._tell(fault)

    def keep_content(self, folder: Path, unchanged: Callable[[], bool]) -> Iterator[None]:
        """Copies a content folder that was read without a fault, file by file: each step is one.

        `unchanged` is asked at the end whether the folder is still as it was when it was read;
        where it is not, the copy is dropped.
        """
        if self._folder is None:
            return
        try:
            yield from self._keep(self._folder, folder, unchanged)
        except OSError as fault:
            self._tell(fault)

    def _keep(self, home: Path, folder: Path, unchanged: Callable[[], bool]) -> Iterator[None]:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield from self._sweep(home)
        last = self.content()
        try:
            wanted = list(_files(folder))
        except OSError:  # it was taken away: nothing to keep, and no fault of our own folder
            return
        if last is not None and (yield from _same(folder, wanted, last)):
            return
        number = int(last.name.split("-")[1]) + 1 if last else 1
        copy = home / f"content-{number}"
        part = copy.with_name(copy.name + _PART)
        try:
            for name in wanted:
                data = _bytes(folder / name)
                if data is None:
                    return
                _make_folders(part, name)
                write_through(part / name, data)
                yield
            if not wanted or not unchanged():
                return
            for inner, _, _ in os.walk(part):
                sync_folder(Path(inner))
            part.rename(copy)
            sync_folder(home)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        yield from self._sweep(home)

    def _sweep(self, home: Path) -> Iterator[None]:
        """Takes away what a killed process left half made, and all copies but the last."""
        for old in self._copies()[:-1]:
            # First out of the way, so that what is half gone is never taken for a copy.
            old.rename(old.with_name(old.name + _PART))
            yield
        for part in sorted(home.glob(f"content-*{_PART}")):
            shutil.rmtree(part, ignore_errors=True)
            yield

    def _copies(self) -> list[Path]:
        """The copies of content, oldest first."""
        if self._folder is None:
            return []
        try:
            with os.scandir(self._folder) as entries:
                found = [
                    (int(number[1]), self._folder / entry.name)
                    for entry in entries
                    if (number := _CONTENT.fullmatch(entry.name)) and entry.is_dir()
                ]
        except OSError:
            return []
        return [path for _, path in sorted(found)]

    def _tell(self, fault: OSError) -> None:
        reason = (fault.strerror or type(fault).__name__).lower()
        self.notice = (
            f"{self._folder} could not be written ({reason}): if the site file or the content has "
            "a fault one day, the last good one may be missing. "
            "Give the kiosk a state folder that it may write to."
        )


def _files(folder: Path, depth: int = _DEPTH, before: str = "") -> Iterator[str]:
    """The names of the files that a pack or a folder of packs is made of, sorted."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir(), entry.is_file()) for entry in entries)
    for name, is_folder, is_file in found:
        if name.startswith("."):
            continue
        if is_folder and depth > 1:
            yield from _files(folder / name, depth - 1, f"{before}{name}/")
        elif is_file and name.endswith(".yaml"):
            yield before + name


def _same(folder: Path, wanted: list[str], copy: Path) -> Generator[None, None, bool]:
    """Whether the copy is the same as the folder: what `yield from` gives."""
    if list(_files(copy)) != wanted:
        return False
    for name in wanted:
        data = _bytes(folder / name)
        if data is None or not _holds(copy / name, data):
            return False
        yield
    return True


def _bytes(path: Path) -> bytes | None:
    """What a file holds; None where it has gone, or is a pipe now, which must not hold us up."""
    try:
        handle = os.open(path, _READ)
        with os.fdopen(handle, "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else None
    except OSError:
        return None


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:  # not there, or on a spot of the disk that has gone bad: it is written anew
        return False


def _make_folders(home: Path, name: str) -> None:
    (home / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
