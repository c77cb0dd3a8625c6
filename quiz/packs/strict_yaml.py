"""YAML read strictly: every scalar stays text, every value knows where it stands.

Only the parser's *event stream* is used. No nodes are composed and nothing is resolved, so that
`no` stays ``"no"``, an alias bomb has nothing to blow up, and depth costs no recursion in C.
What is refused within one value (an alias, a tag, a field written twice) is left in the tree as
:class:`Refused`, so that the rest is read and the fault is told at its place; what makes the
structure itself doubtful raises :class:`YamlFault`.
"""

from __future__ import annotations

import re
from typing import Any, Protocol, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from .problems import shortened
from .yaml_faults import TOO_DEEP, Mark, YamlFault, place, translated, unseen

MAX_DEPTH = 12  # as TOO_DEEP says
MAX_TEXT = 64 * 1024
MAX_VALUES = 250_000


class Cut(str):
    """A text without quotes that a comment follows: ``One in # three`` was meant as a whole."""

    __slots__ = ()


class Refused:
    """Stands where a value was refused: what is wrong with it, and what to do."""

    __slots__ = ("hint", "what")

    def __init__(self, what: str, hint: str) -> None:
        self.what = what
        self.hint = hint


# A value (str, Cut, Refused, list of nodes, dict of nodes), where it stands, and where its name
# stands (in a list: the value once more). Plain tuples and the parser's own marks, because a pack
# of 10,000 questions has half a million of them.
Node: TypeAlias = "tuple[Any, Mark, Mark]"


class EventParser(Protocol):
    """What PyYAML's two parsers, in C and in Python, have in common."""

    def get_event(self) -> Any:
        """The next event."""


def new_parser(text: str) -> EventParser:
    """PyYAML's parser in C, or the one in Python where the other was not built."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PythonParser(text)
    return CParser(text)


class PythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's reader, scanner and parser without the layers that make objects."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def decoded(data: bytes) -> str:
    """The text of a file, which has to be UTF-8; raises :class:`YamlFault`."""
    again = "Save the file anew in the encoding UTF-8."
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or re.match(rb"[^\0]\0[^\0]\0|\0[^\0]\0[^\0]", data):
        raise YamlFault(1, 1, "the file is in UTF-16, not in UTF-8", again)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise YamlFault(*place(before), "this character is not in UTF-8", again) from None
    if len(text) > MAX_VALUES and _most_values(text) > MAX_VALUES:
        what = f"the file has more than {MAX_VALUES:,} values"
        raise YamlFault(1, 1, what, "Split it into several.")
    return text


def _most_values(text: str) -> int:
    """How many values `text` can have at most: each needs one of these before it."""
    return sum(map(text.count, ("\n", ",", "[", "{", "- ", "? ")))


def parse(text: str) -> Node | None:
    """The one value that a YAML text holds, or None where it holds nothing.

    Raises :class:`YamlFault` at the first place where the structure cannot be followed.
    """
    try:
        return _Builder(text).document()
    except yaml.YAMLError as error:
        raise translated(error, text) from None


class _Builder:
    """Turns the events of one text into nodes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = new_parser(text).get_event
        # Looked at once for the whole text, so that one without these signs pays nothing per value.
        self._careful = any(sign in text for sign in (" #", "\t#", "&", "!", "*", "\\"))

    def document(self) -> Node | None:
        """The value of the only document."""
        self._next()  # the stream starts
        if type(self._next()) is StreamEndEvent:
            return None
        root = self._node(self._next(), 0)
        self._next()  # the document ends
        event = self._next()
        if type(event) is not StreamEndEvent:
            raise _fault(event, "a second document begins here", "Take out the line '---'.")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        """The value that begins with `event`."""
        kind = type(event)
        mark = event.start_mark
        if kind is ScalarEvent:
            text = event.value
            if self._careful or len(text) > MAX_TEXT:
                return self._checked(event), mark, mark
            return text, mark, mark
        if kind is AliasEvent:
            return (
                Refused(f"*{shortened(event.anchor)} stands for a value named elsewhere", _OUT),
                mark,
                mark,
            )
        if depth == MAX_DEPTH:
            raise _fault(event, *TOO_DEEP)
        value: Any = (
            self._mapping(depth + 1) if kind is MappingStartEvent else self._sequence(depth + 1)
        )
        return _named_or_tagged(event) or value, mark, mark

    def _sequence(self, depth: int) -> list[Node]:
        get = self._next
        items = []
        event = get()
        while type(event) is not SequenceEndEvent:
            items.append(self._node(event, depth))
            event = get()
        return items

    def _mapping(self, depth: int) -> dict[str, Node]:
        get = self._next
        careful = self._careful
        fields: dict[str, Node] = {}
        event = get()
        while type(event) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                raise _fault(event, "the name of a field is not a plain word", _NAME)
            name = event.value
            named_at: Any = event.start_mark  # the stubs say it may be None; parsers never do so
            event = get()
            at: Any = event.start_mark
            value: Any = event.value if type(event) is ScalarEvent and not careful else None
            if value is None or len(value) > MAX_TEXT:
                value = self._node(event, depth)[0]
            if name in fields:
                first = fields[name][2].line + 1
                value = Refused(f"is written twice, first in line {first}", "Keep one of the two.")
                fields[name] = value, named_at, named_at
            else:
                fields[name] = value, at, named_at
            event = get()
        return fields

    def _checked(self, event: Any) -> str | Refused:
        """The text of a scalar in a file with signs that can change what a scalar means."""
        text: str = event.value
        refused = _named_or_tagged(event)
        if refused:
            return refused
        if len(text) > MAX_TEXT:
            return Refused("is longer than 64 KB", "Shorten it.")
        if not event.style:
            return Cut(text) if _COMMENT.match(self._text, event.end_mark.index) else text
        odd = unseen(text) if event.style == '"' else ""
        if odd:
            return Refused(
                f"has a character that cannot be seen (code {ord(odd):02X})", "Take it out."
            )
        return text


_COMMENT = re.compile("[ \t]+#")
_OUT = "Write the value out; a text that begins with * has to be in double quotes."
_NAME = (
    "Write a field as 'name: text'; a text that begins with ? [ or { has to be in double quotes."
)


def _fault(event: Any, what: str, hint: str) -> YamlFault:
    return YamlFault(event.start_mark.line + 1, event.start_mark.column + 1, what, hint)


def _named_or_tagged(event: Any) -> Refused | None:
    """Why a value with a name (&) or a tag (!) is refused."""
    if event.anchor is not None:
        return Refused(
            f"&{shortened(event.anchor)} gives the value a name",
            "Take it out; a text that begins with & has to be in double quotes.",
        )
    if event.tag is not None:
        return Refused(
            f"{shortened(event.tag)} says how the value is to be read",
            "Take it out; a text that begins with ! has to be in double quotes.",
        )
    return None
