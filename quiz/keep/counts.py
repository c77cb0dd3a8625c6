"""A kiosk's anonymous counts: sessions per day, and per question right, wrong and skipped.

No times, no sequences, and no figure that stands for fewer people than the floor (STANDARDS R121):
what is counted waits in `pending`, which is never shown, until its day is over and it stands for
enough people; otherwise it is folded into the next day. This holds for the days, and for each
question by itself: on a day with ten visitors a question may have been asked of one. A running
day is not shown, since two looks at it would tell what the visitor between them answered.

One visitor is one change, written when he or she has left: a power cut loses the running visitor.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.keep.figures import Count, folded
from quiz.keep.kept_file import KeptFile, Kind
from quiz.keep.refusals import CannotKeep
from quiz.model.votes import FLOOR, LOWEST_FLOOR

if TYPE_CHECKING:
    from sqlite3 import Connection

    from quiz.model.session import Answer

_COLUMNS = (
    "(pack TEXT NOT NULL, question TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,"
    " sessions INTEGER NOT NULL, right INTEGER NOT NULL, wrong INTEGER NOT NULL,"
    " skipped INTEGER NOT NULL"
)
_KIND = Kind(
    mark=0x2C91E7A5,
    version=1,
    tables=(
        f"CREATE TABLE pending {_COLUMNS}, PRIMARY KEY (pack, question)) WITHOUT ROWID",
        f"CREATE TABLE counted {_COLUMNS})",
    ),
)

_CLOSE = "FROM pending WHERE last <> :today AND sessions >= :floor"
# Where the clock was set back, a row reaches from the earlier of its days to the later.
_ADD = """
    INSERT INTO pending VALUES (:pack, :question, :today, :today, 1, :right, :wrong, :skipped)
    ON CONFLICT DO UPDATE SET
        first = min(first, :today), last = max(last, :today), sessions = sessions + 1,
        right = right + :right, wrong = wrong + :wrong, skipped = skipped + :skipped
"""


class Counts:
    """A site's file of counts. `notice` is a sentence for the staff, or "".

    Everything that goes wrong is :class:`~quiz.keep.refusals.CannotKeep`.
    """

    def __init__(self, file: KeptFile, floor: int) -> None:
        self._file = file
        self._floor = floor

    @classmethod
    def opened(cls, path: Path, floor: int = FLOOR) -> Counts:
        """The file at `path`, made if need be: only where the site wants counts.

        `floor`: people that a figure has to stand for; under 5 is refused. A damaged file is put
        aside and a new one begun.
        """
        if floor < LOWEST_FLOOR:
            raise CannotKeep(
                f"Counts of fewer than {LOWEST_FLOOR} people are not kept, and {floor} were asked "
                f"for. Write a number from {LOWEST_FLOOR} on."
            )
        return cls(KeptFile.opened(path, _KIND), floor)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def notice(self) -> str:
        """What there is to say about the opening, or ""."""
        return self._file.notice

    def add(self, pack: str, answers: Iterable[Answer], today: date) -> None:
        """Count one visitor who has finished or left; only first answers count.

        A visitor who answered and skipped nothing is not counted: ten sessions of which nine are
        empty would be figures about one person.
        """
        first: dict[str, Answer] = {}
        for answer in answers:
            if not answer.retry:
                first.setdefault(answer.question.id, answer)
        if not first:
            return
        day = {"today": today.isoformat(), "floor": self._floor}
        nothing = {"right": 0, "wrong": 0, "skipped": 0}
        with self._file.change() as connection:
            _close_days(connection, day)
            connection.execute(_ADD, {**day, **nothing, "pack": "", "question": ""})
            for name, answer in first.items():
                outcome = "skipped" if answer.skipped else "right" if answer.right else "wrong"
                connection.execute(
                    _ADD, {**day, **nothing, outcome: 1, "pack": pack, "question": name}
                )

    def figures(self, today: date) -> tuple[Count, ...]:
        """All that may be shown or exported: first the days, then each question; never today."""
        with self._file.change() as connection:
            _close_days(connection, {"today": today.isoformat(), "floor": self._floor})
        rows = self._file.rows("SELECT * FROM counted ORDER BY pack, question, rowid")
        return folded(filter(None, (Count.read(row) for row in rows)), self._floor)

    def delete_everything(self) -> str:
        """Overwrite and remove the file; the sentence that says what cannot be promised."""
        return self._file.delete_everything()


def _close_days(connection: Connection, day: dict[str, object]) -> None:
    """Move what stands for enough people, and is not of today, to where it may be shown."""
    connection.execute(f"INSERT INTO counted SELECT * {_CLOSE}", day)
    connection.execute(f"DELETE {_CLOSE}", day)
