"""What other programs are given: bytes for a file, and what the format had no room for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.exchange.words import PaperWords
from quiz.model.citation import full_reference
from quiz.model.question import Question

_RUN = tuple("=+-@\t\r\n＝＋－＠")  # what spreadsheets take for the beginning of a formula
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Export:
    """A file to be saved under `name`; `dropped` are sentences to show."""

    name: str
    data: bytes
    dropped: tuple[str, ...] = ()


def readable(text: str) -> str:
    """`text` without the signs that XML 1.0 has no place for."""
    return _NOT_IN_XML.sub("", text)


def explained(question: Question, words: PaperWords) -> str:
    """The verdict and the whole explanation, fact first and fact last, then who says so."""
    parts = [
        words.say_verdict(question),
        question.detail,
        words.say_belief(question),
        question.why,
        words.caveat.format(question.caveat) if question.caveat else "",
        question.takeaway,
        f"{words.sources}: {cited(question)}",
    ]
    return " ".join(part for part in parts if part)


def cited(question: Question) -> str:
    """The citations in one line: full reference and where in the work."""
    return "; ".join(f"{full_reference(c.source)} ({c.locator})" for c in question.citations)


def defused(cell: str) -> str:
    """`cell` as no spreadsheet runs it: an apostrophe before what would begin a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_RUN) else cell


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")
