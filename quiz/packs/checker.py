"""Reads the values of one file by the description of their fields, and gathers every fault."""

from __future__ import annotations

from typing import Any, TypeAlias

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from .fields import ID, Field, Kind, ListOf, Record
from .problems import Problem, Wrong, near_miss, shortened
from .strict_yaml import Events
from .yaml_faults import Mark, YamlFault

MOST_FAULTS = 500
FAULTY: Any = object()  # what a value is read as when it has a fault


class Enough(Exception):
    """So many faults in one file that it is of no use to look for more."""


# An id that was read: the record it is in, the name of its field, the id, and where it stands.
Reference: TypeAlias = "tuple[Record, str, str, Mark]"


class Checker:
    """The faults of one file, and the way to the value that is being read.

    `shift` is the number of lines above the piece of the file that is being read.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.shift = 0
        self.references: list[Reference] = []  # in the record that is being read
        self._way: list[str | tuple[str, int]] = []
        self._pending: list[tuple[Mark | None, str, str, str]] = []

    def tell(self, where: str, mark: Mark | None, what: str, hint: str) -> None:
        """Notes a fault; without a mark, of the file as a whole."""
        line, column = (mark.line + self.shift, mark.column) if mark else (0, 0)
        self._add(Problem(self.file, line + 1, column + 1, where, what, hint))

    def tell_yaml(self, where: str, fault: YamlFault) -> None:
        """Notes what is wrong with the file as YAML."""
        line = fault.line + self.shift
        self._add(Problem(self.file, line, fault.column, where, fault.what, fault.hint))

    def _add(self, problem: Problem) -> None:
        if len(self.problems) == MOST_FAULTS:
            what = f"has more than {MOST_FAULTS} faults, and the rest was not looked at"
            problem = Problem(self.file, 1, 1, "file", what, "Mend these first.")
        elif len(self.problems) > MOST_FAULTS:
            raise Enough
        self.problems.append(problem)

    def record(self, record: Record, events: Events, start: Any) -> Any:
        """The attributes of a record by name, or FAULTY.

        Its faults are told by :meth:`settle`, when it is certain that the YAML of the record is in
        order and its id is known.
        """
        self._way.clear()
        self._pending.clear()
        self.references.clear()
        try:
            values = self._attributes(record, events, start)
        except Enough:
            self.settle(record.name)
            raise
        return _sound(record, values) if self._pending else values

    def settle(self, name: str) -> None:
        """Tells the faults of the record that was read last, under its name."""
        for mark, way, what, hint in self._pending:
            self.tell(f"{name}, {way}" if way else name, mark, what, hint)
        self._pending.clear()

    def own_id(self, record: Record) -> str:
        """The id of the record that was read last, as far as it has one."""
        return next(
            (id_ for of, name, id_, _ in self.references if of is record and name == "id"), ""
        )

    def _fault(self, event: Any, what: str, hint: str, field: str = "") -> None:
        steps = [step if isinstance(step, str) else f"{step[0]} {step[1]}" for step in self._way]
        way = ", ".join([*steps, field] if field else steps)
        self._pending.append((event.start_mark, way, what, hint))
        if len(self._pending) > MOST_FAULTS:
            raise Enough

    def _attributes(self, record: Record, events: Events, start: Any) -> Any:
        if type(start) is not MappingStartEvent or (events.careful and events.refusal(start)):
            return self._refuse(events, start, "a group of fields, each as 'name: value'")
        values: dict[str, Any] = {}
        meant: set[str] = set()  # told as misspelt, so not told as missing too
        converters = record.converters
        plain = not events.careful
        for name, key, event in events.fields(start):
            known = converters.get(name)
            if known is None:
                meant.add(self._unknown(name, record, key))
                events.skip(event)
                continue
            attribute, quick, kind = known
            if attribute in values:
                self._fault(key, "is written a second time", "Keep one of the two.", name)
                events.skip(event)
                value = FAULTY
            elif plain and quick and type(event) is ScalarEvent:
                try:
                    value = quick(event.value)
                except (Wrong, KeyError):
                    value = self._field(name, kind, events, key, event)
            else:
                value = self._field(name, kind, events, key, event)
            values[attribute] = value
            if kind is ID and value is not FAULTY:
                self.references.append((record, name, value, event.start_mark))
        if not record.required <= values.keys():
            self._missing(record, meant.union(values), start)
        if record.any_of and values.keys().isdisjoint(record.any_of):
            what = f"has no {' and no '.join(record.any_of)}"
            self._fault(start, what, f"Give it a {' or a '.join(record.any_of)}.")
        return values

    def _field(self, name: str, kind: Kind, events: Events, key: Any, event: Any) -> Any:
        """The value of a field that is not a plain text in order."""
        self._way.append(name)
        refused = events.refusal(key) if events.careful else None
        if refused:
            self._fault(key, *refused)
            events.skip(event)
            value = FAULTY
        else:
            value = self._value(kind, events, event)
        self._way.pop()
        return value

    def _value(self, kind: Kind, events: Events, event: Any) -> Any:
        if isinstance(kind, Record):
            before = len(self._pending)
            values = self._attributes(kind, events, event)
            if len(self._pending) > before:
                values = _sound(kind, values)
            return values if values is FAULTY else kind.build(**values)
        if isinstance(kind, ListOf):
            return self._list(kind, events, event)
        if type(event) is not ScalarEvent or (events.careful and events.refusal(event)):
            return self._refuse(events, event, "one text")
        if kind.prose and events.careful and events.is_cut(event):
            what = "is cut short: what follows the sign # is taken for a comment"
            hint = "Put the text in double quotes, or the comment on a line of its own."
            self._fault(event, what, hint)
            return FAULTY
        try:
            return kind.convert(event.value)
        except Wrong as wrong:
            self._fault(event, wrong.what, wrong.hint)
            return FAULTY

    def _list(self, kind: ListOf, events: Events, start: Any) -> Any:
        if type(start) is not SequenceStartEvent or (events.careful and events.refusal(start)):
            return self._refuse(events, start, "a list, each entry with '- ' before it")
        own = self._way.pop()  # an entry is named instead of the list
        read = []
        inner = kind.kind
        for number, event in enumerate(events.entries(start), start=1):
            self._way.append((kind.each, number))
            read.append(self._value(inner, events, event))
            self._way.pop()
        self._way.append(own)
        if len(read) < kind.least:
            self._fault(start, "is an empty list", f"Give it one {kind.each} at least.")
            return FAULTY
        sound = tuple([value for value in read if value is not FAULTY])
        if len(sound) < len(read) and not (kind.apart and len(sound) >= kind.least):
            return FAULTY
        return sound

    def _refuse(self, events: Events, event: Any, wanted: str) -> Any:
        """Says that `wanted` is needed in place of the value that begins with `event`."""
        self._fault(event, *not_a(events, event, wanted))
        events.skip(event)
        return FAULTY

    def _unknown(self, name: str, record: Record, key: Any) -> str:
        """Tells of an unknown field, and returns the field that it was probably meant to be."""
        meant = near_miss(name, record.fields)
        hint = (
            f"Did you mean '{meant}'?" if meant else "Take it out; content/README.md has the list."
        )
        self._fault(key, f"unknown field '{shortened(name)}'", hint)
        return record.converters[meant][0] if meant else ""

    def _missing(self, record: Record, told: set[str], start: Any) -> None:
        for name, field in record.fields.items():
            if field.required and record.converters[name][0] not in told:
                self._fault(start, f"the field '{name}' is missing", _example(field))


def _sound(record: Record, values: Any) -> Any:
    """What is left of a record's attributes in spite of faults in it, or FAULTY."""
    if not record.lenient or values is FAULTY:
        return FAULTY
    sound = {name: value for name, value in values.items() if value is not FAULTY}
    return sound if record.required <= sound.keys() else FAULTY


def not_a(events: Events, event: Any, wanted: str) -> tuple[str, str]:
    """What is wrong with a value that is not what is `wanted`, and what to do."""
    refused = events.refusal(event)
    if refused:
        return refused
    if type(event) is ScalarEvent:
        what = "is one text" if event.value else "is empty"
    else:
        what = "is a group of fields" if type(event) is MappingStartEvent else "is a list"
    return what, f"Write {wanted}."


def _example(field: Field) -> str:
    if isinstance(field.kind, (ListOf, Record)):
        return "Add it; content/README.md shows how."
    told = field.kind.told().replace("`", "")
    return f"Add it: {told}." if len(told) < 100 else "Add it; content/README.md has the list."
