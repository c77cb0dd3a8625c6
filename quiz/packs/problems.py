"""A fault in a content file, told so that an author can find it and mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: where it stands, what is wrong, and what to do about it.

    `file` is relative to the folder that was read; `line` and `column` count from 1.
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    hint: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.where}: {self.what}. {self.hint}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column; those of one place as they were told."""
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column)))


class Wrong(Exception):
    """A value that is not what its field asks for: what is wrong, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what, hint)
        self.what = what
        self.hint = hint


_MOST_COMPARED = 200


def near_miss(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or ``""``."""
    if not 0 < len(word) <= 80:
        return ""  # nobody misspells at such length, and comparing would take long
    from difflib import get_close_matches  # only needed once something is wrong

    lowered = {name.lower(): name for name in known}
    if len(lowered) > _MOST_COMPARED:
        start = word[0].lower()
        alike = [n for n in lowered if n[0] == start and abs(len(n) - len(word)) <= 2]
        lowered = {name: lowered[name] for name in alike[:_MOST_COMPARED]}
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def shortened(text: str) -> str:
    """`text` as it may be quoted in a message: on one line, printable and not too long."""
    flat = " ".join(text[:200].split())
    safe = "".join(c if c.isprintable() else "?" for c in flat)
    return safe if len(safe) <= 40 else safe[:39] + "…"
