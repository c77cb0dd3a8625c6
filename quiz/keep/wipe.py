"""Removing files so that as little as possible is left of them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from quiz.keep.whole_file import sync_folder

_CHUNK = 1 << 16

SIDE_ENDS = ("-journal", "-wal", "-shm")
"""What SQLite may put beside a file while it writes: each ends the file's own name."""


def side_files(path: Path) -> tuple[Path, ...]:
    """The names that SQLite may use beside `path`, whether they are there or not."""
    return tuple(path.with_name(path.name + end) for end in SIDE_ENDS)


def overwritten(files: Iterable[Path]) -> list[Path]:
    """Write zeros over each file, on the disk when this returns; the files that refused it."""
    return [path for path in files if not _overwritten(path)]


def removed(files: Iterable[Path]) -> list[Path]:
    """Take each file away, on the disk when this returns; the files that are still there."""
    files = list(files)
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink()
    for folder in {path.parent for path in files}:
        sync_folder(folder)
    return [path for path in files if os.path.lexists(path)]


def _overwritten(path: Path) -> bool:
    # In place and never truncated: a shorter file would give its blocks back as they are.
    try:
        with path.open("r+b", buffering=0) as file:
            left = file.seek(0, os.SEEK_END)
            file.seek(0)
            while left > 0:
                left -= file.write(bytes(min(left, _CHUNK)))
            os.fsync(file.fileno())
    except OSError:
        return False
    return True
