"""Reads the values of one file by the description of their fields, and gathers every fault."""

from __future__ import annotations

from typing import Any

from .fields import ID, Field, Kind, ListOf, Record, Scalar
from .problems import Problem, Wrong, near_miss, shortened
from .strict_yaml import Cut, Node, Refused
from .yaml_faults import Mark, YamlFault

MOST_FAULTS = 500
FAULTY: Any = object()  # what a value is read as when it has a fault


class Enough(Exception):  # noqa: N818 (the end of patience with one file, no error)
    """So many faults in one file that it is of no use to look for more."""


class Checker:
    """The faults of one file, and the way to the value that is being read.

    `shift` is the number of lines above the piece of the file that is being read.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.shift = 0
        self._way: list[str] = []
        self.enter("file")

    def fault(self, mark: Mark | None, what: str, hint: str, field: str = "") -> None:
        """Notes a fault of the value that is being read, or of one of its fields."""
        line, column = (mark.line + self.shift, mark.column) if mark else (0, 0)
        where = ", ".join(step for step in (self._root(), *self._way, field) if step)
        self._add(Problem(self.file, line + 1, column + 1, where, what, hint))

    def yaml_fault(self, fault: YamlFault, where: str = "file") -> None:
        """Notes what is wrong with the file as YAML."""
        line = fault.line + self.shift
        self._add(Problem(self.file, line, fault.column, where, fault.what, fault.hint))

    def _add(self, problem: Problem) -> None:
        if len(self.problems) < MOST_FAULTS:
            self.problems.append(problem)
            return
        what = f"has more than {MOST_FAULTS} faults, and the rest was not looked at"
        self.problems.append(Problem(self.file, 1, 1, "file", what, "Mend these first."))
        raise Enough

    def enter(self, name: str, node: Node | None = None, number: int = 0) -> None:
        """Says what is read from here on: the record called `name`, the one of that number."""
        self._name, self._node, self._number = name, node, number
        self._way.clear()

    def _root(self) -> str:
        if not self._number:
            return self._name
        return f"{self._name} {record_id(self._node) or self._number}"

    def attributes(self, record: Record, node: Node) -> Any:
        """The attributes of a record by name, or FAULTY."""
        fields, mark, _ = node
        if type(fields) is not dict:
            self.not_a(fields, mark, "a group of fields, each as 'name: value'")
            return FAULTY
        values: dict[str, Any] = {}
        faulty = False
        meant: set[str] = set()  # told as misspelt, so not told as missing too
        converters = record.converters
        for name, entry in fields.items():
            value = entry[0]
            try:
                attribute, convert, kind = converters[name]
            except KeyError:
                meant.add(self._unknown(name, record, entry))
                faulty = faulty or not record.lenient
                continue
            if convert is not None and type(value) is str:
                try:
                    values[attribute] = convert(value)
                    continue
                except Wrong as wrong:
                    self.fault(entry[1], wrong.what, wrong.hint, name)
            else:
                self._way.append(name)
                read = self._value(kind, entry)
                self._way.pop()
                if read is not FAULTY:
                    values[attribute] = read
                    continue
            faulty = faulty or not record.lenient or name in record.required
        if not record.required <= fields.keys():
            self._missing(record, meant.union(fields), mark)
            faulty = True
        if record.any_of and not any(name in fields for name in record.any_of):
            what = f"has no {' and no '.join(record.any_of)}"
            self.fault(mark, what, f"Give it a {' or a '.join(record.any_of)}.")
            faulty = True
        return FAULTY if faulty else values

    def sole(self, record: Record, node: Node) -> Node | None:
        """The node of a record's only field, with anything else in it told."""
        fields, mark, _ = node
        if type(fields) is not dict:
            return node
        (only,) = record.fields
        meant = {self._unknown(name, record, fields[name]) for name in fields if name != only}
        self._missing(record, meant.union(fields), mark)
        return fields.get(only)

    def _value(self, kind: Kind, node: Node) -> Any:
        value, mark, _ = node
        if isinstance(kind, Record):
            read = self.attributes(kind, node)
            return read if read is FAULTY else kind.build(**read)
        if isinstance(kind, ListOf):
            return self._list(kind, node)
        if isinstance(value, str):
            return self._scalar(kind, value, mark)
        self.not_a(value, mark, "one text")
        return FAULTY

    def _scalar(self, kind: Scalar, value: str, mark: Mark) -> Any:
        if kind.prose and isinstance(value, Cut):
            what = "is cut short: what follows the sign # is taken for a comment"
            self.fault(
                mark,
                what,
                "Put the whole text in double quotes, or the comment on a line of its own.",
            )
            return FAULTY
        try:
            return kind.convert(str(value))
        except Wrong as wrong:
            self.fault(mark, wrong.what, wrong.hint)
            return FAULTY

    def _list(self, kind: ListOf, node: Node) -> Any:
        items, mark, _ = node
        if type(items) is not list:
            self.not_a(items, mark, "a list, each entry with '- ' before it")
            return FAULTY
        if len(items) < kind.least:
            self.fault(mark, "is an empty list", f"Give it one {kind.each} at least.")
            return FAULTY
        own = self._way.pop() if self._way else ""
        read = []
        for number, item in enumerate(items, start=1):
            self._way.append(f"{kind.each} {number}")
            read.append(self._value(kind.kind, item))
            self._way.pop()
        self._way.append(own)
        sound = [value for value in read if value is not FAULTY]
        if len(sound) < len(read) and not (kind.apart and len(sound) >= kind.least):
            return FAULTY
        return tuple(sound)

    def not_a(self, value: object, mark: Mark, wanted: str) -> None:
        """Says that something else is needed than `value`."""
        if isinstance(value, Refused):
            self.fault(mark, value.what, value.hint)
        elif value == "":
            self.fault(mark, "is empty", f"Write {wanted}.")
        else:
            found = "one text"
            if not isinstance(value, str):
                found = "a group of fields" if isinstance(value, dict) else "a list"
            self.fault(mark, f"is {found}", f"Write {wanted}.")

    def _unknown(self, name: str, record: Record, entry: Node) -> str:
        """Tells of an unknown field, and returns the field that it was probably meant to be."""
        meant = near_miss(name, record.fields)
        hint = (
            f"Did you mean '{meant}'?" if meant else "Take it out; content/README.md has the list."
        )
        self.fault(entry[2], f"unknown field '{shortened(name)}'", hint)
        return meant

    def _missing(self, record: Record, told: set[str], mark: Mark) -> None:
        for name, field in record.fields.items():
            if field.required and name not in told:
                self.fault(mark, f"the field '{name}' is missing", f"Add it: {_example(field)}.")


def _example(field: Field) -> str:
    kind = field.kind
    if isinstance(kind, (ListOf, Record)):
        return "content/README.md shows how"
    return kind.told().replace("`", "")


def record_id(node: Node | None) -> str:
    """The id under which an author knows a record, as far as it has one."""
    fields = node[0] if node else None
    if type(fields) is not dict or "id" not in fields:
        return ""
    value = fields["id"][0]
    return value if isinstance(value, str) and ID.matches(value) and len(value) <= 60 else ""
