"""The one exception of this floor, and the sentences that it carries."""

from __future__ import annotations

import errno
from pathlib import Path


class CannotKeep(Exception):
    """The file cannot be used. The words are a sentence for the person: where, what, what to do."""


def refusal(path: Path, fault: Exception) -> CannotKeep:
    """What went wrong with `path`, as the person should read it.

    SQLite's messages are read, as its codes reach Python only from 3.11 on.
    """
    words, number = str(fault), fault.errno if isinstance(fault, OSError) else None
    if is_damage(fault):
        says = "is damaged and was left as it is. Open it again: it is then kept aside."
    elif number in (errno.ENOSPC, errno.EDQUOT, errno.EIO) or _any(words, "full", "disk I/O"):
        says = "could not be written: the disk is full or gone. Make room, or choose another."
    elif _any(words, "locked"):
        says = "is being written by another window. Try again in a moment."
    elif number in (errno.EACCES, errno.EPERM, errno.EROFS) or _any(words, "readonly"):
        says = "must not be written to. Choose a file in a folder of your own."
    elif number is not None or _any(words, "unable to open"):
        says = "could not be opened or made. Choose a file in a folder of your own."
    else:
        says = f"could not be used ({words}). Choose another file."
    return CannotKeep(f"{path} {says}")


def is_damage(fault: Exception) -> bool:
    """Whether the content is broken, rather than the file out of reach or busy.

    A message that quotes a broken table is not always text: Python then raises UnicodeError.
    """
    return isinstance(fault, UnicodeError) or _any(
        str(fault), "malformed", "not a database", "unsupported file format", "no such", "corrupt"
    )


def _any(words: str, *parts: str) -> bool:
    return any(part in words for part in parts)
