"""The private learner's review dates: one SQLite file that the person places.

It holds opaque ids, steps and days, and nothing else: no statement, no topic, no score, no time of
day. The rows lie in the order of their ids, so that not even the order of answering is kept.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path

from quiz.keep.kept_file import CANNOT_PROMISE, KeptFile, Kind
from quiz.keep.refusals import CannotKeep
from quiz.model.review import STEPS, Review

__all__ = ["CANNOT_PROMISE", "DEFAULT_NAME", "CannotKeep", "Reviews"]

DEFAULT_NAME = "notes.db"
"""A name that gives nothing away."""

_REVIEW = (
    "CREATE TABLE review"
    " (id TEXT PRIMARY KEY, step INTEGER NOT NULL, due TEXT NOT NULL) WITHOUT ROWID"
)
# Without its key no line of the file means anything: a broken one is damage.
_SALT = "CREATE TABLE salt (value BLOB NOT NULL CHECK (typeof(value) = 'blob'))"

_KIND = Kind(mark=0x2C91E7A4, version=1, tables=(_REVIEW, _SALT))


class Reviews:
    """A file of review dates. `notice` is a sentence to show, or "".

    Make one with :meth:`opened`, which creates the file where there is none: only after the person
    has said yes to the file by its name.
    """

    def __init__(self, file: KeptFile, salt: bytes) -> None:
        self._file = file
        self._salt = salt

    @classmethod
    def opened(cls, path: Path) -> Reviews:
        """The file at `path`, made if need be. A damaged one is put aside and a new one begun."""
        file = KeptFile.opened(path, _KIND)
        with file.change() as connection:
            salts = connection.execute("SELECT value FROM salt").fetchall()
            if not salts:
                salts = [(secrets.token_bytes(16),)]
                connection.execute("INSERT INTO salt VALUES (?)", salts[0])
        return cls(file, bytes(salts[0][0]))

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def notice(self) -> str:
        """What there is to say about the opening, or ""."""
        return self._file.notice

    def opaque(self, pack: str, question: str) -> str:
        """The id under which a question is kept in this file: 16 hexadecimal digits.

        Hashed with a key that is made with the file and lies in it: the ids are different in each
        file, so that a disk cannot be searched for them and no two files can be compared. Somebody
        who has the file and the same pack can still try its questions one by one; only a
        passphrase would hinder that, and a forgotten one would cost the person the file.
        """
        name = f"{pack}\0{question}".encode()
        return blake2b(name, key=self._salt, digest_size=8).hexdigest()

    def all(self) -> tuple[Review, ...]:
        """Every review, by opaque id. A line that makes no sense is passed over."""
        rows = self._file.rows("SELECT id, step, due FROM review")
        return tuple(filter(None, (_review(*row) for row in rows)))

    def record(self, changes: Mapping[str, Review | None]) -> None:
        """Keep `changes` by opaque id, None taking one out; all of them, or none."""
        with self._file.change() as connection:
            for name, review in changes.items():
                if review is None:
                    connection.execute("DELETE FROM review WHERE id = ?", (name,))
                else:
                    connection.execute(
                        "INSERT OR REPLACE INTO review VALUES (?, ?, ?)",
                        (name, review.step, review.due.isoformat()),
                    )

    def delete_everything(self) -> str:
        """Overwrite and remove the file; the sentence that says what cannot be promised."""
        return self._file.delete_everything()


def _review(name: object, step: object, due: object) -> Review | None:
    try:
        day = date.fromisoformat(str(due))
    except ValueError:
        return None
    if isinstance(name, str) and isinstance(step, int) and 0 <= step < len(STEPS):
        return Review(name, step, day)
    return None
