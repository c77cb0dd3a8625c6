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
_ID = re.compile(r"^[ -]*id:[ \t]+([a-z][a-z0-9-]*)[ \t]*$", re.MULTILINE)


class Reader(Protocol):
    """What takes the records of a file."""

    def read(self, checker: Checker, events: Events, start: Any, number: int) -> None:
        """Reads the record that begins with the event `start`; `number` counts from 1."""

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
    """One file that is a list of records, or a group whose only field (`within`) is that list.

    `each` is what one of the records is called.
    """

    def __init__(self, checker: Checker, each: str, within: Record | None = None) -> None:
        self._checker = checker
        self._each = each
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
        if start is not None:
            told = self._find_list(events, start, reader)
            events.end()
        if self._number == 0 and not told:
            hint = f"content/README.md shows what a {self._each} looks like."
            self._checker.tell("file", None, f"holds no {self._each}", hint)
        return self._number > 0

    def _find_list(self, events: Events, start: Any, reader: Reader) -> bool:
        """Reads the list of records; says whether a fault in place of it has been told."""
        within = self._within
        if within is None:
            return self._read_list(events, start, reader)
        wanted = f"'{next(iter(within.fields))}:' and the list below it"
        if type(start) is not MappingStartEvent or (events.careful and events.refusal(start)):
            return self._tell_not_a(events, start, wanted)
        told = found = False
        for name, key, event in events.fields(start):
            if name in within.fields and not found:
                found = True
                told = self._read_list(events, event, reader) or told
            else:
                hint = f"Only {wanted} belong here."
                self._checker.tell("file", key.start_mark, f"unknown field '{name[:40]}'", hint)
                events.skip(event)
                told = True
        return told

    def _read_list(self, events: Events, start: Any, reader: Reader) -> bool:
        if type(start) is not SequenceStartEvent or (events.careful and events.refusal(start)):
            return self._tell_not_a(events, start, f"a list, each {self._each} with '- ' before it")
        for event in events.entries(start):
            reader.read(self._checker, events, event, self._number + 1)
            self._number += 1
        return False

    def _tell_not_a(self, events: Events, event: Any, wanted: str) -> bool:
        self._checker.tell("file", event.start_mark, *not_a(events, event, wanted))
        events.skip(event)
        return True

    def _read_pieces(self, text: str, whole: YamlFault, reader: Reader) -> None:
        """Reads what comes after the records that were read before the fault `whole` came up."""
        checker = self._checker
        told = False
        for piece, lines_above in _pieces(text, self._number):
            self._number += 1
            checker.shift = lines_above
            try:
                events = Events(piece)
                for event in events.entries(events.first()):
                    reader.read(checker, events, event, self._number)
                events.end()
            except (yaml.YAMLError, YamlFault) as error:
                found = _ID.search(piece)
                known_id = found[1] if found else ""
                fault = translated(error, piece)
                checker.tell_yaml(f"{self._each} {known_id or self._number}", fault)
                reader.lost(checker, known_id)
                told = True
        checker.shift = 0
        if not told:
            checker.tell_yaml("file", whole)
            if not self._number:
                reader.lost(checker, "")


def _pieces(text: str, already: int) -> Iterator[tuple[str, int]]:
    """The text of each record after the first ones, and the number of lines above it.

    A record begins with a dash in the column of the first dash of the file.
    """
    first = _DASH.search(text)
    if first is None:
        return
    dash = re.compile(rf"^{first[0]}(?=\s)", re.MULTILINE)
    starts = [match.start() for match in dash.finditer(text)][already:]
    if not starts:
        return
    lines_above = text.count("\n", 0, starts[0])
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end], lines_above
        lines_above += text.count("\n", start, end)
