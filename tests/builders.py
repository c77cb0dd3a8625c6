"""Values for tests: a question of any kind in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from quiz.model.question import (
    AgeBand,
    Citation,
    Evidence,
    Issued,
    Misleads,
    Name,
    Pack,
    Question,
    Source,
    TeacherNote,
    Topic,
    Verdict,
)

DAY = date(2026, 11, 25)

SOURCE = Source(
    id="doe-2020",
    type="article-journal",
    title="What helps",
    evidence=Evidence.RCT,
    checked=DAY,
    authors=(Name(family="Doe", given="Jane"),),
    issued=Issued(2020),
    container_title="Journal of Trials",
    volume="7",
    issue="2",
    page="10-19",
    doi="10.1000/xyz",
)


def make_question(name: str = "q", **changed: Any) -> Question:
    """A sound question; `changed` names the fields that differ."""
    question = Question(
        id=name,
        topic="sessions",
        statement=f"The statement of {name}.",
        verdict=Verdict.MYTH,
        fact=f"The fact of {name}.",
        detail=f"The detail of {name}.",
        myth=f"The myth of {name}.",
        why=f"The reason of {name}.",
        misleads_by=Misleads.OVERGENERALISING,
        takeaway=f"The takeaway of {name}.",
        citations=(Citation(SOURCE, "abstract", "It helps."),),
        difficulty=1,
        age_band=AgeBand.TEEN,
        unesco=("U5.5",),
        nses="none",
        teacher=TeacherNote("A purpose.", "A prompt."),
        reviewed=DAY,
    )
    return replace(question, **changed)


def make_round(verdicts: str) -> tuple[Question, ...]:
    """Questions q1, q2 … by a letter each: `m` a myth, `r` a reality, upper case with a note."""
    return tuple(
        make_question(
            f"q{number}",
            verdict=Verdict.MYTH if letter in "mM" else Verdict.REALITY,
            content_note="Mentions pain." if letter.isupper() else "",
        )
        for number, letter in enumerate(verdicts, 1)
    )


def make_pack(questions: tuple[Question, ...], **changed: Any) -> Pack:
    """A pack of `questions` with the topics and sources that they name."""
    topics = tuple(Topic(t, t.title()) for t in dict.fromkeys(q.topic for q in questions))
    sources = {c.source.id: c.source for q in questions for c in q.citations}
    pack = Pack(
        id="pack",
        title="A pack",
        language="en",
        summary="For tests.",
        license="CC-BY-4.0",
        reviewed=DAY,
        topics=topics,
        glossary=(),
        sources=tuple(sources.values()),
        questions=questions,
    )
    return replace(pack, **changed)


def longest_run(values: Sequence[object]) -> int:
    """The length of the longest run of equal values."""
    longest = run = 0
    for index, value in enumerate(values):
        run = run + 1 if index and values[index - 1] == value else 1
        longest = max(longest, run)
    return longest
