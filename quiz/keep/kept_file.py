"""One SQLite file that keeps something for later: made, changed and removed with care.

A connection lives for one change only. Between changes nothing is open: no lock, no file beside
it; a stick may be pulled out, and another window may delete the file for good.

The rollback journal (``DELETE``) is used rather than a write-ahead log: the person was told of one
file, and the journal beside it lives only while a change is being written; a log's two side files
stay, cannot lie on a network drive, and hold what was deleted. Synchronisation is ``EXTRA``, since
with ``FULL`` a power cut can bring a removed journal back, and with it undo what was acknowledged
(https://sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from quiz.keep import wipe
from quiz.keep.refusals import CannotKeep, is_damage, refusal

_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "secure_delete = ON",  # what is taken out is overwritten with zeros
    "temp_store = MEMORY",  # nothing of it in a temporary folder
    "cell_size_check = ON",
    "trusted_schema = OFF",
)
_MAGIC = b"SQLite format 3\0"
_FIRST_PAGE = 4096
_ASIDES = 99

CANNOT_PROMISE = (
    "Copies in a backup or a snapshot, and what a solid-state drive or a disk's free space still "
    "holds of earlier versions, are out of this program's reach."
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of file: `mark` and `version` stand in its header (SQLite's application_id and
    user_version), `tables` are the statements that make it.
    """

    mark: int
    version: int
    tables: tuple[str, ...]


class _Seen(Enum):
    """What the first bytes of a file say, before SQLite is let near it."""

    NEW = "new"  # absent or empty
    OURS = "ours"
    NEWER = "newer"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


class KeptFile:
    """A file of one kind. `notice` is a sentence for the person about its opening, or "".

    All that goes wrong is :class:`CannotKeep`, and leaves the file as it was.
    """

    def __init__(self, path: Path, kind: Kind, wait: float, notice: str = "") -> None:
        self.path = path
        self.notice = notice
        self._kind = kind
        self._wait = wait

    @classmethod
    def opened(cls, path: Path, kind: Kind, wait: float = 5.0) -> KeptFile:
        """The file at `path`, made where there is none; a damaged one is put aside for a new one.

        A file of another program or of a newer version is refused before a byte of it is changed.
        `wait`: seconds to wait for another window that is writing.
        """
        try:
            path = path.resolve()  # SQLite's side files lie beside the file, not beside a link
            file = cls(path, kind, wait)
            before = path.stat() if path.exists() else None
            if file._usable():
                return file
            if before and os.path.samestat(before, path.stat()):
                aside = file._set_aside()
                file.notice = (
                    f"{path} was damaged. It was kept aside as {aside}, and a new one was begun."
                )
            # Otherwise another window has just done so.
            if file._usable():
                return file
        except (sqlite3.Error, UnicodeError, OSError, RuntimeError) as fault:
            raise refusal(path, fault) from fault
        raise refusal(path, sqlite3.DatabaseError("malformed"))

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """All that is done inside is on the disk when the block is left, or none of it is."""
        try:
            with self._connection() as connection:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
        except (sqlite3.Error, UnicodeError) as fault:
            raise self._refusal(fault) from fault

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What `query` finds."""
        try:
            with self._connection() as connection:
                return connection.execute(query).fetchall()
        except (sqlite3.Error, UnicodeError) as fault:
            raise self._refusal(fault) from fault

    def delete_everything(self) -> str:
        """Overwrite and remove the file, what SQLite left beside it and what was put aside.

        Returns the sentence that says what was done and what cannot be promised.
        """
        try:
            if self._look() is _Seen.FOREIGN:
                raise self._foreign()
            with ExitStack() as alone:
                # No other window writes meanwhile. One that hangs does not stop this, nor damage.
                with suppress(sqlite3.Error, UnicodeError):
                    alone.enter_context(self._connection()).execute("BEGIN EXCLUSIVE")
                files = self._all_files()
                refused = wipe.overwritten(files)
            left = wipe.removed(files)
        except OSError as fault:
            raise refusal(self.path, fault) from fault
        if left:
            names = ", ".join(path.name for path in left)
            done = (
                "could not be overwritten or removed"
                if set(left) & set(refused)
                else ("was overwritten with zeros but could not be removed")
            )
            raise CannotKeep(f"{names} in {self.path.parent} {done}. Remove it by hand.")
        how = "removed, but could not be overwritten" if refused else "overwritten and removed"
        return f"The file was {how}. {CANNOT_PROMISE}"

    def _usable(self) -> bool:
        """Make the file or look it over; False where it is damaged."""
        seen = self._look()
        if seen is _Seen.FOREIGN:
            raise self._foreign()
        if seen is _Seen.NEWER:
            raise self._newer()
        if seen is _Seen.DAMAGED:
            return False
        made = not self.path.exists()
        if made:
            # For the person's own eyes only; SQLite gives its journal the same rights.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        try:
            with self._connection() as connection:
                return self._sound(connection)
        except (sqlite3.Error, UnicodeError) as fault:
            if is_damage(fault) and not made:
                return False
            if made:
                with suppress(OSError):
                    self.path.unlink()
            raise

    def _sound(self, connection: sqlite3.Connection) -> bool:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return False
        connection.execute("BEGIN IMMEDIATE")
        tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql <> ''").fetchall()
        if not tables:
            for table in self._kind.tables:
                connection.execute(table)
            connection.execute(f"PRAGMA application_id = {self._kind.mark}")
            connection.execute(f"PRAGMA user_version = {self._kind.version}")
            connection.execute("COMMIT")
            return True
        # Once more, since a journal may have been played back after the first look.
        if connection.execute("PRAGMA user_version").fetchone()[0] > self._kind.version:
            raise self._newer()
        if {sql for (sql,) in tables} != set(self._kind.tables):
            return False
        if wipe.side_files(self.path)[0].exists():
            # Left by a process that was killed before its journal counted: SQLite removes it with
            # the next write, and here is one.
            connection.execute(f"PRAGMA user_version = {self._kind.version}")
            connection.execute("COMMIT")
        return True

    def _look(self) -> _Seen:
        if not os.path.lexists(self.path):
            return _Seen.NEW
        if not self.path.is_file():
            return _Seen.FOREIGN
        with self.path.open("rb") as file:
            head = file.read(_FIRST_PAGE)
        if not head:
            return _Seen.NEW
        marked = head[68:72] == self._kind.mark.to_bytes(4, "big")
        # A file whose header is broken is known by its first table.
        ours = marked or self._kind.tables[0].encode() in head or not any(head)
        if not ours:
            return _Seen.FOREIGN
        if marked and int.from_bytes(head[60:64], "big") > self._kind.version:
            return _Seen.NEWER
        if marked and head.startswith(_MAGIC) and {head[18], head[19]} <= {1, 2}:
            return _Seen.OURS
        # Cut off while writing? Then the journal puts it right.
        return _Seen.OURS if wipe.side_files(self.path)[0].exists() else _Seen.DAMAGED

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        # mode=rw: a file that was deleted meanwhile is not made again behind the person's back.
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw", uri=True, timeout=self._wait, isolation_level=None
        )
        try:
            # One broken letter must not make the whole file unreadable.
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            yield connection
        finally:
            connection.close()  # an unfinished change is undone

    def _all_files(self) -> list[Path]:
        mains = [self.path, *(self.path.with_name(name) for name in self._aside_names())]
        files = [file for main in mains for file in (main, *wipe.side_files(main))]
        return [file for file in files if os.path.lexists(file)]

    def _aside_names(self) -> Iterator[str]:
        return (f"{self.path.name}.damaged-{number}" for number in range(1, _ASIDES + 1))

    def _set_aside(self) -> str:
        """Rename the file, then its journal, which would else be played into the new one."""
        for name in self._aside_names():
            aside = self.path.with_name(name)
            if not any(os.path.lexists(file) for file in (aside, *wipe.side_files(aside))):
                self.path.rename(aside)
                for old, new in zip(
                    wipe.side_files(self.path), wipe.side_files(aside), strict=True
                ):
                    with suppress(FileNotFoundError):
                        old.rename(new)
                return name
        raise CannotKeep(
            f"{self.path} is damaged, and so were {_ASIDES} before it: the disk may be failing. "
            "Choose a file on another disk."
        )

    def _refusal(self, fault: Exception) -> CannotKeep:
        if self.path.exists():
            return refusal(self.path, fault)
        return CannotKeep(
            f"{self.path} is no longer there: it was moved or deleted, perhaps in another window. "
            "Nothing more is kept; choose a file again if you want to."
        )

    def _foreign(self) -> CannotKeep:
        return CannotKeep(
            f"{self.path} holds something else and was left as it is. Choose another name."
        )

    def _newer(self) -> CannotKeep:
        return CannotKeep(
            f"{self.path} was written by a newer version of this program and was left as it is. "
            "Choose another file, or use the newer version."
        )
