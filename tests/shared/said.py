"""The words in which a verdict and its fact are said, word for word."""

from __future__ import annotations

from quiz.model.question import Question, Verdict


def verdict_line(question: Question) -> str:
    """The line that an answer begins with: a fact is never taken for the myth."""
    if question.verdict is Verdict.MYTH:
        return f"Myth. The fact: {question.fact}"
    return f"Reality. {question.fact}"


def belief_line(question: Question) -> str:
    """What is wrongly believed, with the words before it."""
    if question.verdict is Verdict.MYTH:
        return f"A common myth says: “{question.myth}”"
    return f"Many people doubt this. They believe: “{question.myth}”"
