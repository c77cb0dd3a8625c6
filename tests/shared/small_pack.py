"""A small pack on a harmless subject, every field in use somewhere, long texts in one question."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

TOPICS = {"naps": "Naps", "dreams": "Dreams", "nights": "Nights and mornings"}

_PACK = """\
id: sleep
title: Sleep
language: en
summary: A few statements about sleep.
license: CC-BY-4.0
reviewed: 2026-11-23
topics:
""" + "".join(f"  - {{id: {name}, title: {title}}}\n" for name, title in TOPICS.items())

_SOURCES = """\
references:
  - id: example-1994
    type: article-journal
    title: "Naps in adults: a cohort study"
    author: [{family: Example, given: Ann B.}]
    container-title: Journal of Samples
    issued: 1994
    volume: 151
    issue: 1
    page: 54-61
    DOI: 10.1000/example.1994
    custom: {evidence: cohort, checked: 2026-11-23}
  - id: guide-2020
    type: report
    title: Guidance on sleep
    author: [{literal: Sample Health Organization}]
    publisher: Sample Health Organization
    issued: 2020
    URL: https://example.org/sleep/guidance
    custom: {evidence: guideline, checked: 2026-10-01}
  - id: book-2001
    type: book
    title: A book of nights
    author: [{family: Sample, given: Bo}]
    publisher: Sample Press
    issued: 2001
    custom: {evidence: textbook, checked: 2026-11-23}
"""

_QUESTION = """\
- id: {id}
  statement: {statement}
  verdict: {verdict}
  fact: {fact}
  detail: In a study of 200 adults, those who slept for twenty minutes were quicker in a test.
  myth: {myth}
  why: Long naps can leave people slow for a while, and one unpleasant kind came to stand for all.
  misleads_by: overgeneralising
  takeaway: {takeaway}
{extra}  sources:
{sources}  difficulty: 1
  age_band: {band}
  unesco: [U5.2]
  nses: none
{note}{twin}  teacher:
    purpose: Shows how one kind of case comes to stand for all.
    ask: How could a class find out?
  reviewed: 2026-11-23
"""

_USE = {
    "example-1994": '    - {id: example-1994, locator: "Results, table 2", '
    "supports: Reaction times were shorter after a nap than without one.}\n",
    "guide-2020": "    - {id: guide-2020, locator: Section 3, "
    "supports: A short rest in the day is named among what helps.}\n",
    "book-2001": "    - {id: book-2001, locator: Chapter 4, "
    "supports: People who rest in the day are described as more alert.}\n",
}

_LONG = """\
  caveat: How long a rest does good differs a great deal from person to person and from day to day.
  more: >
    Some more for those who want it: people who work at night rest in the day, and what holds for a
    short rest need not hold for a long one. Studies of the two are seldom of the same kind, and few
    of them went on for longer than a month.
"""


def _question(
    name: str,
    statement: str,
    verdict: str,
    *,
    sources: Iterable[str] = ("example-1994",),
    extra: str = "",
    note: str = "",
    band: str = "15-18",
    twin: str = "",
) -> str:
    return _QUESTION.format(
        id=name,
        statement=statement,
        verdict=verdict,
        fact=f"This is the fact about {name.replace('-', ' ')} as people measured it.",
        myth=f"Everybody says the opposite about {name.replace('-', ' ')} all the time.",
        takeaway=f"Remember how it is with {name.replace('-', ' ')} from now on.",
        extra=extra,
        sources="".join(_USE[source] for source in sources),
        band=band,
        note=f"  content_note: {note}\n" if note else "",
        twin=f"  twin: {twin}\n" if twin else "",
    )


_FILES = {
    "naps": (
        ("short-naps", "A short nap after lunch can make people more alert.", "reality"),
        ("cold-naps", "Naps only work in a cold room with the light on.", "myth"),
        ("long-naps", "A nap of three hours never leaves anybody slow.", "myth"),
    ),
    "dreams": (
        ("dream-colours", "Some people say that they dream in black and white.", "reality"),
        ("dream-every", "Only clever people have dreams in the night.", "myth"),
    ),
    "nights": (
        ("night-waking", "Waking up for a moment in the night is common.", "reality"),
        (
            "night-eight",
            "Every adult needs exactly eight hours of sleep each night.",
            "myth",
        ),
    ),
}


def write_small_pack(folder: Path, *, noted: bool = False, faulty: bool = False) -> Path:
    """Write the pack below `folder`; `noted` gives one topic content notes, `faulty` a fault."""
    pack = folder / "sleep"
    (pack / "questions").mkdir(parents=True)
    (pack / "pack.yaml").write_text(_PACK, "utf-8")
    (pack / "sources.yaml").write_text(_SOURCES, "utf-8")
    for topic, questions in _FILES.items():
        note = "Speaks of bad dreams." if noted and topic == "dreams" else ""
        texts = [_question(*question, note=note) for question in questions]
        if topic == "nights":
            texts.append(
                _question(
                    "night-long",
                    "People who wake up early in the morning, whether in summer or in winter, have "
                    "as a rule gone to bed earlier than others did.",
                    "reality",
                    sources=("guide-2020", "example-1994", "book-2001"),
                    extra=_LONG,
                )
            )
        text = "\n".join(texts)
        if faulty and topic == "naps":
            text = text.replace("verdict: reality", "verdict: maybe", 1)
        (pack / "questions" / f"{topic}.yaml").write_text(text, "utf-8")
    return folder
