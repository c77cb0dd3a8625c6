"""What a YAML parser complains about, in plain sentences with the way out."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Protocol

import yaml
from yaml.events import ScalarEvent

from .parsers import new_parser

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

TOO_DEEP = ("values are nested more than 12 deep", "Nothing in a pack goes deeper than 5.")
IN_QUOTES = "Put the whole text in double quotes."
_SAME_COLUMN = "Begin the fields of one record in the same column, with spaces before them."


class Mark(Protocol):
    """A place in a text as PyYAML's parsers tell it, counting from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column, in characters."""


class YamlFault(Exception):
    """A text that is not the YAML we read. `line` and `column` count from 1."""

    def __init__(self, line: int, column: int, what: str, hint: str) -> None:
        super().__init__(line, column, what, hint)
        self.line = line
        self.column = column
        self.what = what
        self.hint = hint


def unseen(text: str) -> str:
    """The first character in `text` that cannot be seen nor be written in YAML, or ``""``."""
    found = _UNSEEN.search(text)
    return found[0] if found else ""


def place(before: str) -> tuple[int, int]:
    """Line and column of what follows the text `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def translated(error: yaml.YAMLError | YamlFault, text: str) -> YamlFault:
    """The parser's `error` about `text` as an author needs to hear it."""
    if isinstance(error, YamlFault):
        return error
    if not isinstance(error, yaml.MarkedYAMLError):
        return _odd_character(text)
    problem = error.problem or ""
    context = error.context or ""
    here = error.problem_mark or error.context_mark
    start = error.context_mark or here
    if here is None or start is None:  # neither parser leaves both out, but their types allow it
        return YamlFault(1, 1, f"this cannot be read as YAML ({problem})", _COMPARE)
    if "end of stream" in problem or "document indicator" in problem:
        here = start if "quoted" in context else here
    elif "',' or" in problem or "flow" in context or "find expected ':'" in problem:
        here = start
    line = _line(text, here.line)
    before, rest = line[: here.column], line[here.column :]
    late = _quotes_closed_late(text) if before.rstrip().endswith(('"', "'")) else None
    if late:
        what = "the quotes that open here are closed only by other quotes below"
        return YamlFault(*late, what, _CLOSE)
    what, hint = _sentence(problem, context, before, rest)
    return YamlFault(here.line + 1, here.column + 1, what, hint)


def _quotes_closed_late(text: str) -> tuple[int, int] | None:
    """Where the last text before the fault in `text` begins, if it has quotes and several lines."""
    next_event = new_parser(text).get_event
    last: Any = None
    with suppress(yaml.YAMLError):
        while True:
            last = next_event()
    if type(last) is not ScalarEvent or last.style not in {'"', "'"}:
        return None
    start: Any = last.start_mark
    end: Any = last.end_mark
    return (start.line + 1, start.column + 1) if end.line > start.line else None


def _odd_character(text: str) -> YamlFault:
    odd = _UNSEEN.search(text)
    if odd is None:  # a parser that is stricter than we know
        return YamlFault(1, 1, "the file has characters that YAML does not allow", _COMPARE)
    what = f"a character that cannot be seen (code {ord(odd[0]):02X}) is in the file"
    return YamlFault(*place(text[: odd.start()]), what, "Delete it, or type the text anew.")


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number + 1)
    return lines[number] if number < len(lines) else ""


_CLOSE = 'Close them with the same sign, and write " inside double quotes as \\".'
_COMPARE = "Compare it with a sound one in content/README.md."
# (in the problem, in the context, what is wrong, what to do); the first that fits is told.
_SENTENCES = (
    (
        "nesting depth",
        "",
        *TOO_DEEP,
    ),
    (
        "end of stream|document indicator",
        "quoted",
        "the quotes that open here are never closed",
        _CLOSE,
    ),
    (
        "escape|hex",
        "",
        "a backslash in double quotes does not stand for itself",
        "Write two backslashes, or put the text in single quotes.",
    ),
    (
        "',' or|expected the node content|did not find expected node content",
        "flow",
        "a list or group in brackets is not closed, or lacks a comma",
        "Write it like [first, second] or {name: value, other: value}.",
    ),
    (
        "sequence entries are not allowed",
        "",
        "a dash and a space stand where a text begins",
        IN_QUOTES,
    ),
    (
        "alphabetic or numeric",
        "",
        "a text without quotes begins with & or *",
        IN_QUOTES,
    ),
    (
        "chomping|indentation indicator|comment or a? ?line break",
        "block scalar",
        "a text without quotes begins with | or >",
        IN_QUOTES,
    ),
    (
        "tag",
        "",
        "a text without quotes begins with !",
        IN_QUOTES,
    ),
    (
        "directive|URI|version",
        "",
        "a line begins with %",
        IN_QUOTES,
    ),
    (
        "expected ':'",
        "",
        "this line is neither a field nor part of a text",
        "Write a field as 'name: text', and begin the lines of a long text with more spaces.",
    ),
    (
        "document start",
        "",
        "something stands here that belongs to nothing",
        "Begin each record in the same column as the one before.",
    ),
    (
        "did not find expected '-'|expected <block end>",
        "block (collection|sequence)",
        "a list goes on with something that is no entry",
        "Begin each entry with a dash and a space, in the same column as the one before.",
    ),
)


# At the end of what stands before a fault: a sign that a text without quotes cannot begin with.
_ODD_BEGINNING = re.compile(r"(?:^\s*-|:)\s+([*[{])[^\]}]*[\]}]?\s*$")


def _sentence(problem: str, context: str, before: str, rest: str) -> tuple[str, str]:
    first = rest[:1]
    if "\t" in {first, before[-1:]} and ("token" in problem or "tab" in problem or first == "\t"):
        return "a tab stands where only spaces may", "Put spaces in place of the tab."
    if "mapping values" in problem:
        if re.search(r":\s", before):
            return "a colon and a space stand inside a text without quotes", IN_QUOTES
        return "this line is further in than the line before", _SAME_COLUMN
    odd = _ODD_BEGINNING.search(before)
    begins = odd or re.search("any token|node content|mapping keys are not", problem)
    if rest.startswith("..."):
        return "the line '...' ends the file here", "Take it out."
    if begins and first.strip() and "flow" not in context:
        return f"a text without quotes begins with {odd[1] if odd else first}", IN_QUOTES
    if re.match(r"-\w", rest):
        return "no space follows the dash", "Write '- ' before the first field of a record."
    for in_problem, in_context, what, hint in _SENTENCES:
        if re.search(in_problem, problem) and re.search(in_context, context):
            return what, hint
    if before.rstrip().endswith(('"', "'")):
        return "the text goes on after its closing quotes", (
            'Put all of it inside the quotes, and write " inside double quotes as \\".'
        )
    if "expected key" in problem or "block end" in problem:
        return "this line does not begin in the same column as the fields above it", _SAME_COLUMN
    return f"this cannot be read as YAML ({problem or context})", _COMPARE
