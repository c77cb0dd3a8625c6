"""The private learner's review dates: one SQLite file that the person places.

It holds opaque ids, steps and days, and nothing else: no statement, no topic, no score, no time of
day. An id is a hash, so that the file by itself says nothing; somebody who has the same pack could
still try its questions one by one.

The rollback journal (``DELETE``) with full synchronisation is used rather than a write-ahead log:
one file is what the person was told of, and the journal beside it lives only while a change is
being written. A process may be killed at any moment; what :meth:`Reviews.record` returned from is
in the file, and what it had not returned from is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from quiz.model.review import STEPS, Review

VERSION = 1
"""Written as SQLite's user_version; a file with a higher one is left alone."""

DEFAULT_NAME = "notes.db"
"""A name that gives nothing away."""

_WAIT = 5.0
"""Seconds to wait for another window that is writing at the same moment."""

CANNOT_PROMISE = (
    "The file was overwritten and removed. Copies made by a backup, and what a solid-state drive "
    "keeps for itself, are out of this program's reach."
)


class CannotKeep(Exception):
    """The file cannot be used. The words are a sentence for the person."""


def opaque(pack: str, question: str) -> str:
    """The id under which a question is kept: 16 hexadecimal digits of SHA-256."""
    return hashlib.sha256(f"{pack}/{question}".encode()).hexdigest()[:16]


class Reviews:
    """An open file of review dates. `notice` is a sentence to show, or "".

    Make one with :meth:`opened`, which creates the file where there is none: only after the person
    has said yes to the file by its name.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, notice: str = "") -> None:
        self.path = path
        self.notice = notice
        self._connection = connection

    @classmethod
    def opened(cls, path: Path) -> Reviews:
        """The file at `path`, made if need be. A damaged one is put aside and a new one begun."""
        try:
            return cls(path, _connected(path))
        except sqlite3.DatabaseError as fault:
            if not _is_damage(fault):
                raise CannotKeep(_sentence(path, fault)) from fault
        aside = _free_name(path)
        try:
            path.rename(aside)
            connection = _connected(path)
        except (OSError, sqlite3.Error) as fault:
            raise CannotKeep(_sentence(path, fault)) from fault
        notice = f"{path} was damaged. It was kept aside as {aside.name}, and a new one was begun."
        return cls(path, connection, notice)

    def all(self) -> tuple[Review, ...]:
        """Every review, by opaque id. A line that makes no sense is passed over."""
        try:
            rows = self._connection.execute("SELECT id, step, due FROM review").fetchall()
        except sqlite3.Error as fault:
            raise CannotKeep(_sentence(self.path, fault)) from fault
        return tuple(filter(None, (_review(*row) for row in rows)))

    def record(self, changes: Mapping[str, Review | None]) -> None:
        """Keep `changes` by opaque id, None taking one out; all of them, or none."""
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                for name, review in changes.items():
                    if review is None:
                        self._connection.execute("DELETE FROM review WHERE id = ?", (name,))
                    else:
                        self._connection.execute(
                            "INSERT OR REPLACE INTO review VALUES (?, ?, ?)",
                            (name, review.step, review.due.isoformat()),
                        )
        except sqlite3.Error as fault:
            raise CannotKeep(_sentence(self.path, fault)) from fault

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def delete_everything(self) -> str:
        """Overwrite and remove the file; the sentence that says what cannot be promised."""
        try:
            with self._connection:
                self._connection.execute("DELETE FROM review")
            self._connection.execute("VACUUM")
        except sqlite3.Error:
            pass  # overwriting the file does the same, and needs no sound database
        self.close()
        try:
            for path in (self.path, *_side_files(self.path)):
                if path.exists():
                    _overwrite(path)
                    path.unlink()
        except OSError as fault:
            raise CannotKeep(_sentence(self.path, fault)) from fault
        return CANNOT_PROMISE


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to a sound file of a version we know. Raises sqlite3.Error or CannotKeep."""
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        for pragma in ("journal_mode = DELETE", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise CannotKeep(
                f"{path} was written by a newer version of this program and was left as it is. "
                "Choose another file, or use the newer version."
            )
        if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError(_MALFORMED)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS review"
            " (id TEXT PRIMARY KEY, step INTEGER NOT NULL, due TEXT NOT NULL) WITHOUT ROWID"
        )
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


_MALFORMED = "database disk image is malformed"


def _is_damage(fault: sqlite3.DatabaseError) -> bool:
    """Whether the file is no sound database, rather than out of reach or busy."""
    return "not a database" in str(fault) or _MALFORMED in str(fault)


def _review(name: object, step: object, due: object) -> Review | None:
    try:
        day = date.fromisoformat(str(due))
    except ValueError:
        return None
    sound = isinstance(name, str) and isinstance(step, int) and 0 <= step < len(STEPS)
    return Review(name, step, day) if sound else None  # type: ignore[arg-type]  # looked at above


def _side_files(path: Path) -> tuple[Path, ...]:
    """What SQLite may put beside a file while it writes."""
    return tuple(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))


def _free_name(path: Path) -> Path:
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            return aside
    raise CannotKeep(f"{path} is damaged, and so are many before it. Choose another file.")


def _overwrite(path: Path) -> None:
    """Zeros over the whole file, on the disk before this returns."""
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())


def _sentence(path: Path, fault: Exception) -> str:
    """What is the matter, and what to do."""
    words = str(fault)
    if "full" in words or "disk I/O" in words or "No space" in words:
        return (
            f"{path} could not be written: the disk is full or gone. Make room, or choose another."
        )
    if "locked" in words:
        return f"{path} is being written by another window. Try again in a moment."
    if "readonly" in words or "Permission" in words or "Read-only" in words:
        return f"{path} must not be written to. Choose a file in a folder of your own."
    if "unable to open" in words:
        return f"{path} could not be opened or made. Choose a file in a folder of your own."
    return f"{path} could not be used ({words}). Choose another file."
