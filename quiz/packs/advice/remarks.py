"""What is said to an author: a remark with its place, and a finding that has no place yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

ERROR = "error"
"""To be mended before the pack is shipped. Never comes about by the passing of time alone."""

ADVICE = "advice"
"""For the author to weigh."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark: where it stands, whether it must be mended, what it is and the way out."""

    file: str
    line: int
    level: str
    where: str
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level}: {self.where}: {self.what}. {self.hint}"


class Finding(NamedTuple):
    """What a rule found in one field of a question or a source; "" stands for the whole of it."""

    level: str
    field: str
    what: str
    hint: str
