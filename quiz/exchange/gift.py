"""Questions in GIFT, which Moodle and many others read (docs.moodle.org, "GIFT format")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.exchange.export import Export, explained
from quiz.exchange.words import PaperWords
from quiz.model.question import Question, Verdict

_SPECIAL = re.compile(r"([\\~=#{}:])")


def gift(questions: Iterable[Question], words: PaperWords | None = None) -> Export:
    """True-or-false questions by topic. The explanation stands at both answers and in general,
    because readers of the format drop now the one, now the other.
    """
    words = words or PaperWords()
    lines: list[str] = []
    topic = None
    for question in questions:
        if question.topic != topic:
            topic = question.topic
            lines.append(f"$CATEGORY: {words.program}/{topic}\n")
        lines.append(_question(question, words))
    dropped = (
        "The answers are called true and false, not reality and myth.",
        (
            "Topics are kept as categories; age bands, difficulty, content notes, twins and what "
            "only a teacher sees are left out."
        ),
        "Links and what each source supports are left out; full references are in the feedback.",
    )
    return Export("questions.gift", "\n".join(lines).encode(), dropped)


def _question(question: Question, words: PaperWords) -> str:
    answer = "TRUE" if question.verdict is Verdict.REALITY else "FALSE"
    text = _escaped(explained(question, words))
    return (
        f"// {question.id}\n::{_escaped(question.id)}::[plain]{_escaped(question.statement)} "
        f"{{{answer}#{text}#{text}####{text}}}\n"
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
