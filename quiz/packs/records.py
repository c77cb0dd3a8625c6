"""The records of a file one after the other, whatever state the file is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .checker import Checker
from .fields import Record
from .files import read_bytes
from .pieces import pieces
from .problems import Wrong
from .strict_yaml import Node, decoded, parse
from .yaml_faults import YamlFault


@dataclass(frozen=True, slots=True)
class Found:
    """One record and its number, from 1. Without a node it could not be read; `id` may be known."""

    number: int
    node: Node | None
    id: str = ""


def file_text(checker: Checker, folder: Path, name: str) -> str | None:
    """The text of a file, or None once its fault has been told."""
    try:
        return decoded(read_bytes(folder, name))
    except Wrong as wrong:
        checker.fault(None, wrong.what, wrong.hint)
    except YamlFault as fault:
        checker.yaml_fault(fault)
    return None


def records(
    checker: Checker, folder: Path, name: str, each: str, within: Record | None = None
) -> Iterator[Found]:
    """The records of a file: a list of them, or a group whose only field holds that list.

    `each` is what one of them is called. Where something could not be read, this is told, and
    a :class:`Found` without a node stands for what was lost.
    """
    text = file_text(checker, folder, name)
    if text is None:
        yield Found(0, None)
        return
    try:
        root = parse(text)
    except YamlFault as whole:
        yield from _piecewise(checker, text, whole, each)
        return
    listed = checker.sole(within, root) if within and root else root
    if listed is not None and type(listed[0]) is list and listed[0]:
        yield from (Found(number, node) for number, node in enumerate(listed[0], start=1))
        return
    checker.enter("file")
    if root is None or (listed and listed[0] == []):
        checker.fault(
            None, f"holds no {each}", f"content/README.md shows what a {each} looks like."
        )
    elif listed is not None:
        checker.not_a(listed[0], listed[1], f"a list, each {each} with '- ' before it")
    yield Found(0, None)


def _piecewise(checker: Checker, text: str, whole: YamlFault, each: str) -> Iterator[Found]:
    for number, piece in enumerate(pieces(text, whole), start=1):
        checker.shift = piece.lines_above
        if piece.fault:
            name = f"{each} {piece.id or number}" if piece.number else "file"
            checker.yaml_fault(piece.fault, name)
            yield Found(number, None, piece.id)
        else:
            yield Found(number, piece.node)
    checker.shift = 0
