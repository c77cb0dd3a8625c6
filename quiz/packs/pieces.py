"""The records of a file one by one, so that a fault in the YAML of one does not cost the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .strict_yaml import Node, parse
from .yaml_faults import YamlFault

_FIRST_DASH = re.compile(r"^ *-(?=\s)", re.MULTILINE)
_ID = re.compile(r"^\W*id:[ \t]+([a-z][a-z0-9-]*)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One record of a file: its value, or the fault that kept it from being read."""

    number: int  # from 1; 0 stands for the whole file
    lines_above: int
    node: Node | None
    fault: YamlFault | None = None
    id: str = ""  # of a record with a fault, as far as it can be made out


def pieces(text: str, whole: YamlFault) -> Iterator[Piece]:
    """The records of a text that could not be read as a whole because of the fault `whole`.

    A record begins with a dash in the column of the first dash of the file.
    """
    first = _FIRST_DASH.search(text)
    dash = re.compile(rf"^{first[0]}(?=\s)", re.MULTILINE) if first else _FIRST_DASH
    starts = [match.start() for match in dash.finditer(text)]
    lines_above = text.count("\n", 0, starts[0]) if starts else 0
    ends = [*starts[1:], len(text)][: len(starts)]
    told = False
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        piece = text[start:end]
        try:
            root = parse(piece)
        except YamlFault as fault:
            known = _ID.search(piece)
            yield Piece(number, lines_above, None, fault, known[1] if known else "")
            told = True
        else:
            yield Piece(number, lines_above, root[0][0] if root else None)
        lines_above += text.count("\n", start, end)
    if not told:
        yield Piece(0, 0, None, whole)
