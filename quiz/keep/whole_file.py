"""A file that is there whole or not at all, whatever moment the process is killed at."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, for this user only, and put it in its place. Raises OSError."""
    beside = half_written(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_through(beside, data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def half_written(path: Path) -> Path:
    """What a killed process may have left of :func:`write_whole`."""
    return path.with_name(path.name + ".new")


def remove_whole(path: Path) -> None:
    """Take the file away, and what was half written of it. Raises OSError."""
    half_written(path).unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def write_through(path: Path, data: bytes) -> None:
    """Write `data` to `path`, on the disk when this returns. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See to it that the names in `folder` are on the disk, as far as the system lets us."""
    # Windows opens no folder, and needs no such call.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_BINARY = getattr(os, "O_BINARY", 0)
