"""What is to be said of a topic, and of a whole pack: nothing but knowledge tells a verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import mean, median

from quiz.model.question import Evidence, Pack, Question, Strength, Verdict
from quiz.model.setting import CLASS, KIOSK

from . import reading, wording
from .likeness import near_duplicates, overlap
from .remarks import ADVICE, ERROR, Finding

FEWEST = 5
"""Questions that a topic needs, and from which shares and averages mean something."""

FEW_CLUES = 3
"""Questions by which two sides of a topic may differ in clues: of ten, one is ten points."""

CLUE_POINTS = 15
"""Percentage points by which absolutes or hedges may differ between the verdicts (R8)."""

WORD_POINTS = 20
"""The same for any single word. More, since among hundreds of words chance alone makes some
differ by 15 points; only looked at from :data:`ENOUGH_FOR_WORDS` questions on."""

ENOUGH_FOR_WORDS = 60

LENGTH_WORDS = 2
"""Words by which myths and realities may differ in their mean length (R9)."""

FAR_LONGER = 8
"""Words by which a single statement may be longer than those of the other verdict are on average:
the longest is the exact one, and guessers know that too."""

NEGATED = 0.75
"""Overlap from which one of two twins is the other with a negative put in. The 52 pairs of the
pack `sex-therapy`, which are fresh statements, stay below 0.55."""


def balance(questions: Sequence[Question]) -> Iterator[Finding]:
    """40 to 60 % myths, so that neither verdict is the better guess."""
    myths = sum(question.verdict is Verdict.MYTH for question in questions)
    if len(questions) >= FEWEST and not 2 * len(questions) <= 5 * myths <= 3 * len(questions):
        what = f"{100 * myths / len(questions):.0f} % of its questions are myths"
        yield Finding(ERROR, "", what, "Bring it to 40 to 60 %: write the twin of some.")


def lengths(questions: Sequence[Question]) -> Iterator[Finding]:
    """Myths and realities are equally long on average."""
    myths, realities = map(_words, _sides(questions))
    if len(questions) < FEWEST or not myths or not realities:
        return
    if abs(mean(myths) - mean(realities)) > LENGTH_WORDS:
        what = (
            f"myths have {mean(myths):.1f} words on average and realities {mean(realities):.1f}, "
            "so that length gives the verdict away"
        )
        yield Finding(ERROR, "", what, f"Bring them within {LENGTH_WORDS} words.")


EVEN_OUT = f"Bring them within {CLUE_POINTS} percentage points."
CLUES = {"absolutes": wording.ABSOLUTES, "hedges": wording.HEDGES}


def clues_of_pack(questions: Sequence[Question]) -> Iterator[Finding]:
    """Absolutes and hedges stand in myths as often as in realities."""
    for name, clue in CLUES.items():
        has = partial(_finds, clue)
        for what in _apart(f"{name} stand", has, questions, CLUE_POINTS, 1):
            yield Finding(ERROR, "", what, EVEN_OUT)


def clues_of_topic(questions: Sequence[Question]) -> Iterator[Finding]:
    """The same within a topic, where a few questions are many points."""
    for name, clue in CLUES.items():
        has = partial(_finds, clue)
        for what in _apart(f"{name} stand", has, questions, CLUE_POINTS, FEW_CLUES):
            yield Finding(ADVICE, "", what, EVEN_OUT)


def _finds(clue: re.Pattern[str], question: Question) -> bool:
    return bool(clue.search(question.statement))


def telling_words(questions: Sequence[Question]) -> Iterator[Finding]:
    """Any word may have become the mark of one verdict, and nobody meant it to."""
    if len(questions) < ENOUGH_FOR_WORDS:
        return
    said = {question.id: set(wording.words(question.statement)) for question in questions}
    for word in sorted(set().union(*said.values())):
        having = {own_id for own_id, words in said.items() if word in words}
        has = partial(_is_among, having)
        for what in _apart(f"the word '{word}' stands", has, questions, WORD_POINTS, 1):
            yield Finding(ADVICE, "", what, "Write some of either kind without it.")


def _is_among(ids: set[str], question: Question) -> bool:
    return question.id in ids


def enough(questions: Sequence[Question]) -> Iterator[Finding]:
    """A topic that can be chosen has to fill a round."""
    if len(questions) < FEWEST:
        count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
        hint = f"Write {FEWEST} at least, or put them into another topic."
        yield Finding(ADVICE, "", f"has {count}", hint)


def within_reach(questions: Sequence[Question]) -> Iterator[Finding]:
    """A question that no place reaches at its usual age band is seen by nobody there."""
    for place, band in (("a class", CLASS.age_band), ("a kiosk", KIOSK.age_band)):
        if questions and not any(band.admits(question.age_band) for question in questions):
            what = f"has nothing that {place} can reach at its usual age band, {band.value}"
            hint = "Write one for younger people, or know that it stays unseen there."
            yield Finding(ADVICE, "", what, hint)


def evidence(questions: Sequence[Question]) -> Iterator[Finding]:
    """Half of the answers rest on more than a single study or a page."""
    good = sum(rests_well(question) for question in questions)
    if 2 * good < len(questions):
        what = f"{good} of {len(questions)} questions rest on {WELL}"
        yield Finding(ADVICE, "", what, "Look for such a source for more of them.")


WELL = "a guideline, a systematic review, a trial, a law or a professional body"


def rests_well(question: Question) -> bool:
    """Whether one of its sources is one of :data:`WELL`."""
    good = {Evidence.RCT, Evidence.PROFESSIONAL_BODY}
    return any(
        c.source.evidence in good or c.source.evidence.strength in {Strength.STRONG, Strength.LAW}
        for c in question.citations
    )


def middle_grade(pack: Pack, grade: reading.Grade) -> Iterator[Finding]:
    """Half of the explanations are easier than the limit for each."""
    grades = reading.grades(pack, grade)
    if grades and median(grades) > reading.MOST_MEDIAN:
        what = f"half of the explanations read at grade {median(grades):.1f} or above"
        hint = f"Bring the middle to {reading.MOST_MEDIAN:.0f}: shorter sentences and words."
        yield Finding(ERROR, "", what, hint)


def far_longer(questions: Sequence[Question]) -> Iterator[tuple[Question, Finding]]:
    """Single statements whose length gives them away."""
    myths, realities = _sides(questions)
    for own, other, name in ((myths, realities, "reality"), (realities, myths, "myth")):
        if len(other) < FEWEST:
            continue
        usual = mean(_words(other))
        for question, count in zip(own, _words(own), strict=True):
            if count - usual > FAR_LONGER:
                what = f"is {count - usual:.0f} words longer than a {name} is on average"
                hint = "Shorten it: the longest is taken for the exact one."
                yield question, Finding(ADVICE, "statement", what, hint)


def said_twice(questions: Sequence[Question]) -> Iterator[tuple[Question, Finding]]:
    """Near-duplicates, and twins that are only a negation of each other."""
    for first, second in near_duplicates(questions):
        if first.verdict is second.verdict:
            what = f"says nearly the same as {first.id}"
            hint = "Keep one of them, or let each ask something of its own."
        else:
            what = f"says nearly the opposite of {first.id}, and may be drawn beside it"
            hint = "Make them twins, which are not drawn together, or take them further apart."
        yield second, Finding(ADVICE, "statement", what, hint)
    by_id = {question.id: question for question in questions}
    for question in questions:
        twin = by_id.get(question.twin)
        if twin and _negates(question.statement, twin.statement):
            what = f"is its twin {twin.id} with a negative put in"
            hint = "Say what is so, instead of what is not so."
            yield question, Finding(ADVICE, "statement", what, hint)


def _negates(one: str, other: str) -> bool:
    more = wording.negatives(one) > wording.negatives(other)
    return more and overlap(one, other) >= NEGATED


def _sides(questions: Sequence[Question]) -> tuple[list[Question], list[Question]]:
    """The myths, and the realities."""
    myths = [question for question in questions if question.verdict is Verdict.MYTH]
    return myths, [question for question in questions if question.verdict is Verdict.REALITY]


def _words(questions: Sequence[Question]) -> list[int]:
    return [len(question.statement.split()) for question in questions]


def _apart(
    name: str, has: Callable[[Question], bool], questions: Sequence[Question], most: int, few: int
) -> Iterator[str]:
    """What to say where `has` is true of one verdict far more often than of the other.

    That is by over `most` percentage points, and by `few` questions at least.
    """
    myths, realities = _sides(questions)
    if myths and realities:
        in_myths, in_realities = sum(map(has, myths)), sum(map(has, realities))
        shares = 100 * in_myths / len(myths), 100 * in_realities / len(realities)
        if abs(in_myths - in_realities) >= few and abs(shares[0] - shares[1]) > most:
            yield f"{name} in {shares[0]:.0f} % of the myths and {shares[1]:.0f} % of the realities"
