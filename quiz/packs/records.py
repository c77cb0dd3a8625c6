"""The records of a file one after the other, whatever state the file is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import yaml
from yaml.events import MappingStartEvent, SequenceStartEvent

from .checker import Checker, not_a
from .fields import Record
from .files import read_bytes
from .problems import Wrong
from .strict_yaml import Events, decoded
from .yaml_faults import YamlFault, translated

_DASH = re.compile(r"^ *-(?=\s)", re.MULTILINE)
_ID = re.compile(r" *- +id:[ \t]+([a-z][a-z0-9-]*)[ \t]*$", re.MULTILINE)


class Reader(Protocol):
    """What takes the records of a file."""

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:
        """Takes the attributes of a record, or FAULTY; `number` counts the records from 1."""

    def lost(self, checker: Checker, known_id: str) -> None:
        """Hears of a record, or a whole file, that could not be read; its id may be known."""


def file_text(checker: Checker, folder: Path, name: str) -> str | None:
    """The text of a file, or None once its fault has been told."""
    try:
        return decoded(read_bytes(folder, name))
    except Wrong as wrong:
        checker.tell("file", None, wrong.what, wrong.hint)
    except YamlFault as fault:
        checker.tell_yaml("file", fault)
    return None


class RecordFile:
    """One file that is a list of records, or a group whose only field (`within`) is that list."""

    def __init__(self, checker: Checker, record: Record, within: Record | None = None) -> None:
        self._checker = checker
        self._record = record
        self._name = record.name
        self._within = within
        self._number = 0  # of the records that were read

    def read(self, folder: Path, name: str, reader: Reader) -> None:
        """Hands the records to `reader`; a fault in the YAML of one does not cost the others."""
        text = file_text(self._checker, folder, name)
        if text is None:
            reader.lost(self._checker, "")
            return
        try:
            fine = self._read_whole(Events(text), reader)
        except (yaml.YAMLError, YamlFault) as error:
            self._read_pieces(text, translated(error, text), reader)
        else:
            if not fine:
                reader.lost(self._checker, "")

    def _read_whole(self, events: Events, reader: Reader) -> bool:
        start = events.first()
        told = False
        if start is not None and self._within is not None:
            told = self._find_list(self._within, events, start, reader)
            events.end()
        elif start is not None:
            told = self._read_list(events, start, reader, alone=True)
        if self._number == 0 and not told:
            hint = f"content/README.md shows what a {self._name} looks like."
            self._checker.tell("file", None, f"holds no {self._name}", hint)
        return self._number > 0

    def _find_list(self, within: Record, events: Events, start: Any, reader: Reader) -> bool:
        """Reads the list of records; says whether a fault in place of it has been told."""
        wanted = f"'{next(iter(within.fields))}:' and the list below it"
        if type(start) is not MappingStartEvent or (events.careful and events.refusal(start)):
            return self._tell_not_a(events, start, wanted)
        told = found = False
        for name, key, event in events.fields(start):
            if name in within.fields and not found:
                found = True
                told = self._read_list(events, event, reader, alone=False) or told
            else:
                hint = f"Only {wanted} belong here."
                self._checker.tell("file", key.start_mark, f"unknown field '{name[:40]}'", hint)
                events.skip(event)
                told = True
        return told

    def _read_list(self, events: Events, start: Any, reader: Reader, alone: bool) -> bool:
        if type(start) is not SequenceStartEvent or (events.careful and events.refusal(start)):
            return self._tell_not_a(events, start, f"a list, each {self._name} with '- ' before it")
        checker = self._checker
        entries = events.entries(start)
        event = next(entries, None)
        while event is not None:
            values = checker.record(self._record, events, event)
            following = next(entries, None)
            if following is None and alone:
                events.end()
            # Only now: what breaks off the list or the file right after a record spoils the record.
            self._number += 1
            checker.settle(f"{self._name} {checker.own_id(self._record) or self._number}")
            reader.read(checker, values, event, self._number)
            event = following
        return False

    def _tell_not_a(self, events: Events, event: Any, wanted: str) -> bool:
        self._checker.tell("file", event.start_mark, *not_a(events, event, wanted))
        events.skip(event)
        return True

    def _read_pieces(self, text: str, whole: YamlFault, reader: Reader) -> None:
        """Reads what comes after the records that were read before the fault `whole` came up."""
        checker = self._checker
        told = False
        opening = f"{next(iter(self._within.fields))}:" if self._within else ""
        for piece, lines_above in _pieces(text, opening, self._number):
            number = self._number
            checker.shift = lines_above
            try:
                events = Events(piece)
                self._read_list(events, events.first(), reader, alone=True)
            except (yaml.YAMLError, YamlFault) as error:
                found = _ID.match(piece)
                known_id = found[1] if found else ""
                fault = translated(error, piece)
                self._number = number + 1
                checker.tell_yaml(f"{self._name} {known_id or self._number}", fault)
                reader.lost(checker, known_id)
                told = True
        checker.shift = 0
        if not told:
            checker.tell_yaml("file", whole)
            if not self._number:
                reader.lost(checker, "")


def _pieces(text: str, opening: str, already: int) -> Iterator[tuple[str, int]]:
    """The text of each record after the first ones, and the number of lines above it.

    A record begins with a dash in the column of the file's first dash, before which nothing
    but comments and the `opening` may stand.
    """
    at = 0
    for line in text.splitlines(keepends=True):
        first = _DASH.match(line)
        if first:
            break
        if line.split("#")[0].strip() not in {"", "---", opening}:
            return
        at += len(line)
    else:
        return
    dash = re.compile(rf"^{first[0]}(?=\s)", re.MULTILINE)
    starts = [match.start() for match in dash.finditer(text, at)][already:]
    lines_above = text.count("\n", 0, starts[0]) if starts else 0
    for start, end in zip(starts, [*starts[1:], len(text)][: len(starts)], strict=True):
        yield text[start:end], lines_above
        lines_above += text.count("\n", start, end)
