"""Questions made up for the tests of lessons."""

from __future__ import annotations

from datetime import date

from quiz.model.question import (
    AgeBand,
    Citation,
    Evidence,
    Issued,
    Misleads,
    Name,
    Question,
    Source,
    TeacherNote,
    Verdict,
)

SOURCE = Source(
    "source",
    "article-journal",
    "Work",
    Evidence.RCT,
    date(2026, 1, 2),
    authors=(Name("Doe", "Jo"),),
    issued=Issued(2020),
    doi="10.1000/182",
)


def some_questions(
    topic: str,
    count: int,
    notes: str = "",
    age_band: AgeBand = AgeBand.YOUNG_TEEN,
) -> tuple[Question, ...]:
    """Myths and realities in turn; `notes` has an n for each question with a content note."""
    return tuple(
        Question(
            id=f"{topic}-{number}",
            topic=topic,
            statement=f"Statement {number} of {topic} says something.",
            verdict=list(Verdict)[number % 2],
            fact=f"Fact {number}.",
            detail=f"Detail {number}.",
            myth=f"Myth {number}.",
            why=f"Why {number}.",
            misleads_by=Misleads.MEDIA,
            takeaway=f"Takeaway {number}.",
            citations=(Citation(SOURCE, "p. 1", "It says so."),),
            difficulty=1,
            age_band=age_band,
            unesco=("U1",),
            nses="none",
            teacher=TeacherNote("Purpose.", "Ask."),
            reviewed=date(2026, 1, 2),
            content_note="A note." if notes[number : number + 1] == "n" else "",
        )
        for number in range(count)
    )


QUESTIONS = (
    *some_questions("a", 6),
    *some_questions("b", 6),
    *some_questions("c", 4, age_band=AgeBand.TEEN),
)
