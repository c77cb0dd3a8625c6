"""The words on paper, in English. The screens hand in others in the language of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from quiz.model.question import Question, Strength, Verdict


def _strengths() -> dict[Strength, str]:
    return {
        Strength.STRONG: "strong",
        Strength.MODERATE: "moderate",
        Strength.LIMITED: "limited",
        Strength.CONSENSUS: "experts agree",
        Strength.LAW: "law",
    }


def _verdicts() -> dict[Verdict, str]:
    return {Verdict.MYTH: "Myth", Verdict.REALITY: "Reality"}


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Every word that is printed and does not come from a pack. {0}, {1}: places to fill.

    `day` writes a date as people write it.
    """

    program: str = "Myth or Reality"
    foot: str = "{title}, page {page} of {pages}"
    verdicts: dict[Verdict, str] = field(default_factory=_verdicts)
    strengths: dict[Strength, str] = field(default_factory=_strengths)
    day: Callable[[date], str] = date.isoformat
    worksheet: str = "Worksheet"
    question: str = "Myth or reality?"
    worksheet_lead: str = (
        "Read each statement and tick one box. Guessing is fine, and so is passing. No name is "
        "needed. Some of the statements are myths: the answer key tells which."
    )
    passed: str = "Pass"
    because: str = "Because"
    key: str = "Answer key"
    key_lead: str = "At a glance:"
    glance: str = "{number} {verdict}"
    statement: str = "{verdict}: “{statement}”"
    fact_of_myth: str = "Myth. The fact: {0}"
    fact_of_reality: str = "Reality. {0}"
    common_myth: str = "A common myth says: “{0}”"
    doubted: str = "Many people doubt this. They believe: “{0}”"
    caveat: str = "What remains open: {0}"
    citation: str = "[{number}] {locator}: {supports}"
    sources: str = "Sources"
    evidence: str = "Evidence: {strength}. Checked on {day}."
    slips: str = "Question slips"
    slip: str = "A question, or nothing at all. No name is needed, and everybody hands in a slip."
    read_out: str = "May be read out"
    not_read_out: str = "Please answer it without reading it out"
    parked: str = "Parked questions"
    parked_lead: str = "Questions that wait for another day. Nothing about a person is noted here."
    summary: str = "What the lesson is about"
    summary_lead: str = (
        "The class judges each statement, myth or reality, and then hears what is known and who "
        "says so. Nobody is asked about their own life, anybody may pass, and no names or answers "
        "are kept. Here the facts come first, each followed by its statement and verdict."
    )

    def say_verdict(self, question: Question) -> str:
        """The verdict and the fact."""
        words = self.fact_of_myth if question.verdict is Verdict.MYTH else self.fact_of_reality
        return words.format(question.fact)

    def say_belief(self, question: Question) -> str:
        """What is wrongly believed, after words that warn of it."""
        words = self.common_myth if question.verdict is Verdict.MYTH else self.doubted
        return words.format(question.myth)
