"""Writing a file so that it is there whole or not at all, and saying in one sentence why not."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from enum import Enum
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Why(Enum):
    """Why a file could not be saved, with what to do about it."""

    FULL = "the disk is full. Make room on it, or choose another folder."
    FORBIDDEN = "nothing may be written there. Choose another folder."
    GONE = "the folder is no longer there. Choose another one."
    FOLDER = "a folder has that name. Choose another name."
    NAME = "the name is too long or has signs that are not allowed. Choose another name."
    OTHER = "the disk did not take it. Choose another folder."


_REASONS = {
    errno.ENOSPC: Why.FULL,
    errno.EDQUOT: Why.FULL,
    errno.EFBIG: Why.FULL,
    errno.EACCES: Why.FORBIDDEN,
    errno.EPERM: Why.FORBIDDEN,
    errno.EROFS: Why.FORBIDDEN,
    errno.ENOENT: Why.GONE,
    errno.ENOTDIR: Why.GONE,
    errno.EISDIR: Why.FOLDER,
    errno.ENAMETOOLONG: Why.NAME,
    errno.EINVAL: Why.NAME,
}


class NotSaved(Exception):
    """A file was not saved, and what was there before is as it was. `str` is a sentence to show."""

    def __init__(self, name: str, why: Why) -> None:
        super().__init__(f"{name} was not saved: {why.value}")
        self.name = name
        self.why = why


def save(path: Path, data: bytes) -> None:
    """Puts `data` into the file `path`, whole or not at all; raises :class:`NotSaved`.

    It is written beside the file under a name that says nothing, brought to the disk, and only
    then takes the file's place. A link keeps pointing to the same file.
    """
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise NotSaved(path.name, _REASONS.get(error.errno or 0, Why.OTHER)) from error
    except ValueError:  # a NUL in the name
        raise NotSaved(path.name, Why.NAME) from None


def _replace(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder")
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    handle = os.open(beside, _NEW, 0o666)  # less what the person's umask takes away
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # there is none yet, or its rights are not ours to give
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
