"""The lines of help: ``helplines.yaml`` beside the packs, read as strictly as they are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from quiz.model.helpline import VALID_DAYS, WARN_DAYS, HelpFor, Helpline, OnBill

from .checker import FAULTY, Checker, Enough
from .fields import ID, LANGUAGE, URL, Field, ListOf, Record
from .files import is_there
from .kinds import Choice, Day, Pattern, Prose
from .problems import Problem, in_order
from .records import RecordFile

FILE = "helplines.yaml"

_COUNTRY = Pattern("[A-Z]{2}", "a country code (ISO 3166, two capital letters)", "IE")
_NUMBER = Pattern("[0-9+][0-9 ()+-]{1,20}", "a telephone number", "116 123")
_SHORT = Prose(1, 12)
_CHANNEL = Choice({name: name for name in ("phone", "text", "chat", "email", "in-person")})

HELPLINE = Record(
    "helpline",
    Field("id", ID, "Stable for ever."),
    Field("country", _COUNTRY, "Where it answers."),
    Field("name", _SHORT, "What it calls itself."),
    Field("for", ListOf(Choice.of(HelpFor), "kind of help"), "What it is for.", attribute="is_for"),
    Field("languages", ListOf(LANGUAGE, "language"), "What is spoken there."),
    Field("channels", ListOf(_CHANNEL, "channel"), "How it is reached, the number's way first."),
    Field("number", _NUMBER, "As it is dialled in that country."),
    Field("hours", _SHORT, "When it answers."),
    Field("cost", _SHORT, "What it costs."),
    Field("shows_on_bill", Choice.of(OnBill), "Whether a call shows on the bill."),
    Field("source", URL, "The page on which the number was seen: its own, or an authority's."),
    Field("verified_on", Day(), "The day on which somebody saw it there."),
    Field("expires_on", Day(), "12 months later at most; not shown after that."),
    Field("url", URL, "Its own address.", required=False),
    Field("note", Prose(1, 25), "What a caller should know.", required=False),
)


@dataclass(frozen=True, slots=True)
class HelplineReading:
    """The sound lines, and every fault of the file in order."""

    helplines: tuple[Helpline, ...]
    problems: tuple[Problem, ...]


def read_helplines(folder: Path, today: date) -> HelplineReading:
    """The lines in `folder`; where there is no such file there are none, and that is no fault."""
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
        self.sound: dict[str, Helpline] = {}

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:  # noqa: ARG002 (a Reader)
        """Takes one line. A faulty one is left out; one that will expire is told and kept."""
        if values is FAULTY:
            return
        line = Helpline(**values)
        mark = start.start_mark
        where = f"helpline {line.id}"
        if line.id in self.sound:
            what, hint = f"the id '{line.id}' is taken", "Give this one an id of its own."
            checker.tell(f"{where}, id", mark, what, hint)
            return
        wrong = self._dates(line)
        if wrong:
            checker.tell(where, mark, *wrong)
            return
        self.sound[line.id] = line
        left = (line.expires_on - self._today).days
        if left <= WARN_DAYS:
            when = f"expires on {line.expires_on}" if left >= 0 else f"expired on {line.expires_on}"
            checker.tell(where, mark, when, "Look at its page again, and write the new days.")

    def _dates(self, line: Helpline) -> tuple[str, str] | None:
        if line.verified_on > self._today:
            what = f"verified_on, {line.verified_on}, is in the future"
            return what, "Write the day on which the number was seen."
        if line.expires_on > line.verified_on + timedelta(days=VALID_DAYS):
            what = f"expires_on, {line.expires_on}, is over 12 months after verified_on"
            return what, "Write an earlier day, or verify it again."
        return None

    def lost(self, checker: Checker, known_id: str) -> None:
        """A line that could not be read is not shown; its fault has been told."""
