"""The lines of help: ``helplines.yaml`` beside the packs, read as strictly as they are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from quiz.model.helpline import WARN_DAYS, HelpFor, Helpline, OnBill, SeenOn, latest_expiry

from .checker import FAULTY, Checker, Enough
from .countries import Country
from .fields import ID, LANGUAGE, URL, Field, ListOf, Record
from .files import is_there
from .kinds import Choice, Day, Number, Pattern, Prose
from .problems import Problem, in_order
from .records import RecordFile

FILE = "helplines.yaml"

_NUMBER = Pattern("[0-9+][0-9 ()+-]{1,20}", "a telephone number", "116 123")
_SHORT = Prose(1, 12)
_CHANNEL = Choice({name: name for name in ("phone", "text", "chat", "in-person")})
_LANGUAGES = ListOf(LANGUAGE, "language")

HELPLINE = Record(
    "helpline",
    Field("id", ID, "A name for ever, never used again."),
    Field("country", Country(), "Where it answers."),
    Field("region", _SHORT, "The part of the country, where not the whole.", required=False),
    Field("name", _SHORT, "What it calls itself."),
    Field("for", ListOf(Choice.of(HelpFor), "kind of help"), "What it is for.", attribute="is_for"),
    Field("languages", _LANGUAGES, "What is spoken there, as far as seen.", required=False),
    Field("channels", ListOf(_CHANNEL, "channel"), "How it is reached, the number's way first."),
    Field("number", _NUMBER, "As it is dialled in that country."),
    Field("url", URL, "Its own address.", required=False),
    Field("hours", _SHORT, "When it answers, or: Hours not known here."),
    Field("cost", _SHORT, "What a call costs, or: not known."),
    Field("shows_on_bill", Choice.of(OnBill), "Whether a call shows on the phone bill."),
    Field("min_age", Number(1, 99), "The youngest that it takes.", required=False),
    Field("note", Prose(1, 25), "What people should know before they call.", required=False),
    Field("source", URL, "The page with the number, of the service or an authority."),
    Field("verified_on", Day(), "The day of the last look at it: there or in a stored copy."),
    Field("verified_by", Choice.of(SeenOn), "Whose page that is."),
    Field("expires_on", Day(), "The last day on which it is shown: 12 months later at most."),
)


@dataclass(frozen=True, slots=True)
class HelplineReading:
    """The sound lines, and every fault of the file in order."""

    helplines: tuple[Helpline, ...]
    problems: tuple[Problem, ...]


def read_helplines(folder: Path, today: date) -> HelplineReading:
    """The lines in `folder`; where there is no such file there are none, and that is no fault.

    A line that has expired, soon will or was verified in the future is told, and read all the same:
    :func:`~quiz.model.helpline.shown` looks at its last day.
    """
    if not is_there(folder / FILE):
        return HelplineReading((), ())
    checker = Checker(FILE)
    reader = _HelplineReader(today)
    with suppress(Enough):
        RecordFile(checker, HELPLINE).read(folder, FILE, reader)
    return HelplineReading(tuple(reader.sound.values()), in_order(checker.problems))


class _HelplineReader:
    def __init__(self, today: date) -> None:
        self._today = today
        self._lines: dict[str, int] = {}  # in which line of the file an id stands
        self.sound: dict[str, Helpline] = {}

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:  # noqa: ARG002 (a Reader)
        """Takes one line of help; a faulty one is left out."""
        own_id = checker.own_id(HELPLINE)
        where = f"helpline {own_id}"
        if own_id in self._lines:
            what = f"the id '{own_id}' is taken by the helpline in line {self._lines[own_id]}"
            mark = checker.references[0][3]
            checker.tell(f"{where}, id", mark, what, "Give this one an id of its own.")
            return
        if own_id:
            self._lines[own_id] = checker.references[0][3].line + checker.shift + 1
        if values is FAULTY:
            return
        line = Helpline(**values)
        latest = latest_expiry(line.verified_on)
        if line.expires_on > latest:
            what = f"expires_on, {line.expires_on}, is over 12 months after verified_on"
            checker.tell(where, start.start_mark, what, f"Write {latest} or an earlier day.")
            return
        self.sound[line.id] = line
        for what, hint in self._days(line):
            checker.tell(where, start.start_mark, what, hint)

    def _days(self, line: Helpline) -> list[tuple[str, str]]:
        """What is wrong with the days of a line that is read all the same."""
        told = []
        if line.verified_on > self._today + timedelta(days=1):  # it is tomorrow elsewhere already
            what = f"verified_on, {line.verified_on}, is in the future"
            told.append((what, "Write the day on which the number was last looked up."))
        left = (line.expires_on - self._today).days
        if left <= WARN_DAYS:
            what = f"expires on {line.expires_on}" if left >= 0 else f"expired on {line.expires_on}"
            told.append((what, "Look at its page again, and write the new days."))
        return told

    def lost(self, checker: Checker, known_id: str) -> None:
        """A line that could not be read is not shown; its fault has been told."""
