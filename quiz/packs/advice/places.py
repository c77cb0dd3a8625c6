"""In which file and line of a pack each field stands; looked up only when advice is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from quiz.model.question import Pack
from quiz.packs.checker import Checker
from quiz.packs.fields import QUESTION, SOURCE, SOURCES, Record
from quiz.packs.problems import Problem
from quiz.packs.records import RecordFile
from quiz.packs.strict_yaml import Events


class Places:
    """The places of one pack. `prefix` stands before the names of files, as in its problems.

    The files are read a second time, so that the reading of a pack for play need not remember a
    line for every field. What cannot be found (a file changed meanwhile) is in line 1.
    """

    def __init__(self, pack: Pack, folder: Path, prefix: str) -> None:
        self._prefix = prefix
        self._lines: dict[tuple[str, str], dict[str, int]] = {}  # by file and id, then by field
        self._find(folder, "sources.yaml", SOURCE, SOURCES)
        for topic in pack.topics:
            self._find(folder, f"questions/{topic.id}.yaml", QUESTION)

    def pack(self) -> tuple[str, int]:
        """The place of what concerns the whole pack."""
        return f"{self._prefix}pack.yaml", 1

    def topic(self, topic: str) -> tuple[str, int]:
        """The place of what concerns a whole topic."""
        return f"{self._prefix}questions/{topic}.yaml", 1

    def question(self, topic: str, question: str, field: str = "") -> tuple[str, int]:
        """The place of a field such as "teacher, ask" or "source 2, supports"."""
        return self._place(f"questions/{topic}.yaml", question, field)

    def source(self, source: str, field: str = "") -> tuple[str, int]:
        """The place of a source's field, in CSL's words."""
        return self._place("sources.yaml", source, field)

    def _place(self, file: str, record: str, field: str) -> tuple[str, int]:
        lines = self._lines.get((file, record), {"": 1})
        while field not in lines:
            field = field.rpartition(", ")[0]
        return self._prefix + file, lines[field]

    def _find(self, folder: Path, file: str, record: Record, within: Record | None = None) -> None:
        finder = _Finder(file)
        RecordFile(finder, record, within).read(folder, file, finder)
        for own_id, lines in finder.lines.items():
            self._lines[file, own_id] = lines


class _Finder(Checker):
    """Passes over each record of a file and notes the lines of its fields.

    It stands in for the checker of the normal reading, and for the reader that takes the records,
    so that a record below a broken one is found in the same way.
    """

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.lines: dict[str, dict[str, int]] = {}
        self._found: dict[str, int] = {}
        self._id = ""

    def record(self, record: Record, events: Events, start: Any) -> Any:  # noqa: ARG002 (a Checker)
        self._id = ""
        self._found = {"": self._line(start)}
        self._found.update(self._fields(events, start, ""))
        return None

    def own_id(self, record: Record) -> str:  # noqa: ARG002 (a Checker)
        return self._id

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:  # noqa: ARG002 (a Reader)
        self.lines.setdefault(self._id, self._found)

    def lost(self, checker: Checker, known_id: str) -> None:
        """The normal reading has told of it."""

    def _add(self, problem: Problem) -> None:
        """The normal reading has told of it."""

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.shift + 1

    def _fields(self, events: Events, start: Any, way: str) -> Iterator[tuple[str, int]]:
        """The way to each field of a group or list, and its line."""
        if type(start) is MappingStartEvent:
            for name, key, event in events.fields(start):
                if name == "id" and not way and type(event) is ScalarEvent:
                    self._id = event.value.strip()
                # An entry of `sources` is called "source 1", as in the problems of the reader.
                yield way + name, self._line(key)
                yield from self._fields(events, event, f"{way}{name}, ")
        elif type(start) is SequenceStartEvent:
            each = way.removesuffix(", ").removesuffix("s")
            for number, event in enumerate(events.entries(start), 1):
                yield f"{each} {number}", self._line(event)
                yield from self._fields(events, event, f"{each} {number}, ")
        else:
            events.skip(start)
