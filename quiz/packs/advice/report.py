"""A pack at a glance: how many questions of what kind, how hard to read, how old."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Any

from quiz.model.question import AgeBand, Pack, Question, Strength, Verdict
from quiz.model.setting import CLASS, KIOSK, PRIVATE

from . import reading
from .dates import DUE
from .whole import WELL, rests_well

BEST_FIRST = (
    Strength.STRONG,
    Strength.LAW,
    Strength.MODERATE,
    Strength.CONSENSUS,
    Strength.LIMITED,
)
"""Of the sources of one question, the weight of the best is what the question rests on."""


def report(pack: Pack, today: date, grade: reading.Grade | None) -> dict[str, Any]:
    """The figures, ready for JSON; grades are None where `grade` is."""
    questions = pack.questions
    checks = {question.id: _checked(question) for question in questions}
    oldest = min(checks.values(), default=None)
    places = {"class": CLASS, "kiosk": KIOSK, "private": PRIVATE}
    return {
        "pack": pack.id,
        "sources": len(pack.sources),
        "twins": len({frozenset((q.id, q.twin)) for q in questions if q.twin}),
        **_kinds(questions, pack, grade),
        "topics": {
            topic.id: _kinds([q for q in questions if q.topic == topic.id], pack, grade)
            for topic in pack.topics
        },
        "reach": {
            name: sum(place.age_band.admits(question.age_band) for question in questions)
            for name, place in places.items()
        },
        "rest_well": sum(rests_well(question) for question in questions),
        "oldest_check": oldest.isoformat() if oldest else None,
        "next_review_due": (oldest + DUE).isoformat() if oldest else None,
        "next_reviewed": sorted(name for name, day in checks.items() if day == oldest),
        "overdue": sum(today - day > DUE for day in checks.values()),
    }


def _kinds(
    questions: Sequence[Question], pack: Pack, grade: reading.Grade | None
) -> dict[str, Any]:
    """How many of each kind, and the middle and highest grade, terms replaced and with them."""
    strengths = [_strength(question) for question in questions]
    texts = [reading.explanation(question) for question in questions]
    plain, full = [], []
    if grade:
        plain = [grade(reading.without_terms(text, pack.glossary)) for text in texts]
        full = [grade(text) for text in texts]
    return {
        "questions": len(questions),
        "verdicts": {v.value: sum(q.verdict is v for q in questions) for v in Verdict},
        "age_bands": {b.value: sum(q.age_band is b for q in questions) for b in AgeBand},
        "strength": {strength.value: strengths.count(strength) for strength in BEST_FIRST},
        "grade_median": round(median(plain), 1) if plain else None,
        "grade_highest": max(plain, default=None),
        "grade_median_with_terms": round(median(full), 1) if full else None,
        "grade_highest_with_terms": max(full, default=None),
    }


def _strength(question: Question) -> Strength:
    return min((c.source.evidence.strength for c in question.citations), key=BEST_FIRST.index)


def _checked(question: Question) -> date:
    """The day since which nobody has compared some part of the question with its sources."""
    return min([question.reviewed, *(c.source.checked for c in question.citations)])


def lines(figures: dict[str, Any]) -> list[str]:
    """The figures as lines of text."""
    kinds = ("verdicts", "age_bands", "strength")
    heads = [name for kind in kinds for name in figures[kind]]
    rows = [["topic", "all", *heads, "grade"]]
    for name, of_topic in [*figures["topics"].items(), ("all", figures)]:
        cells = [count for kind in kinds for count in of_topic[kind].values()]
        rows.append([name, of_topic["questions"], *cells, _or_dash(of_topic["grade_median"])])
    counts = f"pairs of twins {figures['twins']}, sources {figures['sources']}"
    told = [
        f"pack {figures['pack']}: questions {figures['questions']}, {counts}",
        *_table(rows),
        "  best evidence: " + _shares(figures["strength"], figures["questions"]),
        f"  resting on {WELL}: {figures['rest_well']} of {figures['questions']}",
        "  within reach at the usual age band: "
        + ", ".join(f"{place} {count}" for place, count in figures["reach"].items()),
    ]
    if figures["grade_median"] is not None:
        told.append(
            f"  reading grade: median {figures['grade_median']}, highest "
            f"{figures['grade_highest']}; with the terms of the glossary "
            f"{figures['grade_median_with_terms']} and {figures['grade_highest_with_terms']}"
        )
    if figures["oldest_check"] is not None:
        told.append(
            f"  oldest check {figures['oldest_check']}, next review due "
            f"{figures['next_review_due']} (questions: {len(figures['next_reviewed'])}), "
            f"overdue {figures['overdue']}"
        )
    return told


def _table(rows: list[list[Any]]) -> list[str]:
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True)]
    return [
        f"  {row[0]:<{widths[0]}}"
        + "".join(f"  {cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]


def _or_dash(grade: float | None) -> str:
    return "–" if grade is None else str(grade)


def _shares(counts: dict[str, int], of: int) -> str:
    return ", ".join(f"{name} {100 * count / max(of, 1):.0f} %" for name, count in counts.items())
