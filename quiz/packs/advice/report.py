"""A pack at a glance: how many questions of what kind, how hard to read, how old."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from statistics import median
from typing import Any

from quiz.model.question import AgeBand, Pack, Verdict

from . import reading
from .editor import DUE_DAYS, grades_of, rests_well, strengths_of


def report(pack: Pack, grade: reading.Grade | None) -> dict[str, Any]:
    """The figures, ready for JSON."""
    questions = pack.questions
    grades = grades_of(pack, grade) if grade else []
    checks = [c.source.checked for q in questions for c in q.citations]
    checks += [question.reviewed for question in questions]
    oldest: date | None = min(checks, default=None)
    return {
        "pack": pack.id,
        "questions": len(questions),
        "sources": len(pack.sources),
        "twins": sum(bool(question.twin) for question in questions) // 2,
        "topics": {
            topic.id: dict(
                Counter(q.verdict.value for q in questions if q.topic == topic.id).most_common()
            )
            for topic in pack.topics
        },
        "verdicts": {v.value: sum(q.verdict is v for q in questions) for v in Verdict},
        "age_bands": {b.value: sum(q.age_band is b for q in questions) for b in AgeBand},
        "strength": dict(strengths_of(pack).most_common()),
        "rest_well": sum(rests_well(question) for question in questions),
        "grade_median": round(median(grades), 1) if grades else None,
        "grade_highest": round(max(grades), 1) if grades else None,
        "oldest_check": oldest.isoformat() if oldest else None,
        "review_due": (oldest + timedelta(days=DUE_DAYS)).isoformat() if oldest else None,
    }


def lines(figures: dict[str, Any]) -> list[str]:
    """The figures as lines of text."""
    counts = f"{figures['questions']} questions, {figures['twins']} pairs of twins"
    found = [
        f"pack {figures['pack']}: {counts}, {figures['sources']} sources",
        f"  {'topic':<20}{'myths':>7}{'realities':>11}",
    ]
    for topic, verdicts in figures["topics"].items():
        found.append(f"  {topic:<20}{verdicts.get('myth', 0):>7}{verdicts.get('reality', 0):>11}")
    all_of = figures["verdicts"]
    found.append(f"  {'all':<20}{all_of['myth']:>7}{all_of['reality']:>11}")
    found.append("  age bands: " + _counts(figures["age_bands"]))
    found.append("  best evidence: " + _counts(figures["strength"]))
    found.append(
        f"  resting on a guideline, review, trial, law or professional body: "
        f"{figures['rest_well']} of {figures['questions']}"
    )
    if figures["grade_median"] is not None:
        found.append(
            f"  reading grade: median {figures['grade_median']}, highest {figures['grade_highest']}"
        )
    found.append(
        f"  oldest check {figures['oldest_check']}, next review due {figures['review_due']}"
    )
    return found


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())
