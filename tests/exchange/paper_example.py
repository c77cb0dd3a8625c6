"""Questions for paper, and the programs that look at what was written."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from lesson_example import SOURCE, some_questions

from quiz.model.question import Citation, Question

WORDS = "plain words of some length that fill a line and then another one until it is full".split()


def long_questions(count: int) -> tuple[Question, ...]:
    """Questions of the usual length, whose parts can be told apart, each with its own source."""

    def text(name: str, number: int, length: int) -> str:
        return f"{name}{number}x " + " ".join(WORDS[:length])

    return tuple(
        replace(
            question,
            statement=text("Statement", n, 12),
            fact=text("Fact", n, 12),
            detail=text("Detail", n, 17) * 2,
            myth=text("Myth", n, 9),
            why=text("Why", n, 17) * 2,
            takeaway=text("Takeaway", n, 10),
            caveat=text("Caveat", n, 16) if n % 3 else "",
            citations=(
                Citation(
                    replace(
                        SOURCE, id=f"s{n}", title=f"Work{n}x", doi="" if n == 2 else f"10.1/{n}"
                    ),
                    "p. 1",
                    text("Supports", n, 15),
                ),
            ),
        )
        for n, question in enumerate(some_questions("a", count), start=1)
    )


def tool(name: str) -> str:
    """The program's path; the test is skipped where it is not installed."""
    path = shutil.which(name)
    if not path:
        pytest.skip(f"{name} is not installed")
    return path
