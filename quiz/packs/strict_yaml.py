"""YAML read strictly, value by value: every scalar is text, every value knows where it stands.

Only the parser's *event stream* is used. No nodes are composed and nothing is resolved, so that
`no` stays ``"no"``, an alias bomb has nothing to blow up, depth costs no recursion, and a pack of
10,000 questions is never in memory twice. What is wrong with one value (an alias, a tag) is told
by :meth:`Events.refusal`; what makes the structure itself doubtful raises :class:`YamlFault`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .parsers import new_parser
from .problems import shortened
from .yaml_faults import TOO_DEEP, YamlFault, place, unseen

MAX_DEPTH = 12  # as TOO_DEEP says
MAX_VALUES = 600_000  # of a file; keeps any file under two seconds


def decoded(data: bytes) -> str:
    """The text of a file, which has to be UTF-8; raises :class:`YamlFault`."""
    again = "Save the file anew in the encoding UTF-8."
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or _WIDE.match(data):
        raise YamlFault(1, 1, "the file is in UTF-16 or UTF-32, not in UTF-8", again)
    data = data.removeprefix(b"\xef\xbb\xbf")  # the mark that some editors put first
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        raise YamlFault(*place(before), "this character is not in UTF-8", again) from None
    if len(text) > MAX_VALUES and _most_values(text) > MAX_VALUES:
        what = f"the file has more than {MAX_VALUES:,} values"
        raise YamlFault(1, 1, what, "Split it into several.")
    return text


def _most_values(text: str) -> int:
    """How many values `text` can have at most: each needs one of these before it."""
    return sum(map(text.count, "\n,[{-?"))


class Events:
    """The values of one text, in order. Whoever is given a value reads or skips all of it.

    An event is PyYAML's own: a scalar has a `value`, and each has a `start_mark`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = new_parser(text).get_event
        self._depth = 0
        # Looked at once for the whole text, so that one without these signs pays nothing per value.
        self.careful = "\\" in text or any(
            text.startswith(sign) or any(before + sign in text for before in " \n\t[{,:")
            for sign in "#&!*"
            if sign in text
        )

    def first(self) -> Any:
        """The event with which the value of the text begins, or None where it holds nothing."""
        self._next()  # the stream starts
        return None if type(self._next()) is StreamEndEvent else self._next()

    def end(self) -> None:
        """Makes sure that nothing comes after the value of the text."""
        self._next()  # the document ends
        event = self._next()
        if type(event) is not StreamEndEvent:
            raise _fault(event, "a second document begins here", "Take out the line '---'.")

    def fields(self, start: Any) -> Iterator[tuple[str, Any, Any]]:
        """The fields of the group that begins with `start`: name, its event, the value's event."""
        self._go_in(start)
        get = self._next
        key = get()
        while type(key) is ScalarEvent:
            yield key.value, key, get()
            key = get()
        if type(key) is not MappingEndEvent:
            raise _fault(key, "the name of a field is not a plain word", _NAME)
        self._depth -= 1

    def entries(self, start: Any) -> Iterator[Any]:
        """The events of the entries of the list that begins with `start`."""
        self._go_in(start)
        event = self._next()
        while type(event) is not SequenceEndEvent:
            yield event
            event = self._next()
        self._depth -= 1

    def skip(self, event: Any) -> None:
        """Passes over the value that begins with `event`."""
        before = self._depth
        while True:
            kind = type(event)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                self._go_in(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._depth -= 1
            if self._depth == before:
                return
            event = self._next()

    def _go_in(self, start: Any) -> None:
        if self._depth == MAX_DEPTH:
            raise _fault(start, *TOO_DEEP)
        self._depth += 1

    def refusal(self, event: Any) -> tuple[str, str] | None:
        """Why the value that begins with `event` is refused, and what to do; mostly None."""
        if event.anchor is not None:
            named = shortened(event.anchor)
            if type(event) is AliasEvent:
                return f"*{named} stands for a value named elsewhere", _OUT.format("*")
            return f"&{named} gives the value a name", _OUT.format("&")
        if event.tag is not None:
            tag = shortened(event.tag)
            return f"{tag} says how the value is to be read", _OUT.format("!")
        if type(event) is ScalarEvent:
            odd = unseen(event.value) if event.style == '"' else ""
            if odd:
                return f"has a character that cannot be seen (code {ord(odd):02X})", "Take it out."
        return None

    def is_cut(self, event: Any) -> bool:
        """Whether a comment follows a text without quotes, as in ``One in # three``."""
        return not event.style and bool(_COMMENT.match(self._text, event.end_mark.index))


# Four bytes of a text in UTF-16 or UTF-32 that begins with two signs of English.
_WIDE = re.compile(rb"[^\0]\0[^\0]\0|\0[^\0]\0[^\0]|[^\0]\0\0\0|\0\0\0[^\0]")
_COMMENT = re.compile("[ \t]+#")
_OUT = "Write the value itself; a text that begins with {} has to be in double quotes."
_NAME = "Write a field as 'name: text'; put a text that begins with ? [ or { in double quotes."


def _fault(event: Any, what: str, hint: str) -> YamlFault:
    return YamlFault(event.start_mark.line + 1, event.start_mark.column + 1, what, hint)
