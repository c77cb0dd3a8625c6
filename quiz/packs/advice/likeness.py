"""Whether two texts say the same: plain measures that an author can check by eye."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from quiz.model.question import Question

from .wording import words

ALIKE = 0.4
"""From this cosine on, two questions are shown to the author as near-duplicates.

Tried on the 195 questions of `sex-therapy` (18,915 pairs). Over statement and fact together, four
pairs that are not twins reach 0.4, and each of them is about one and the same finding; at 0.3 they
are eleven, half of them only near in subject. Of pairs that are meant to be alike, the 52 twins,
six reach 0.4: they are opposite versions in fresh words, as they have to be.
"""

_STOP = frozenset(
    "a an the of in on at to for with by from as is are was were be been it its this that these "
    "those or and but who which what when how than then so do does did has have had can could "
    "will would people person one some there their they them he she his her".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "ly")


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, with common English endings taken off."""
    return frozenset(_stem(word) for word in words(text) if word not in _STOP)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def overlap(one: str, other: str) -> float:
    """The share of content words that two sentences have in common (Jaccard index, 0 to 1).

    For a sentence beside one that it must not repeat, such as a fact beside its myth.
    """
    left, right = content_words(one), content_words(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def longest_shared_run(one: str, other: str) -> int:
    """The most words that follow each other in both texts."""
    left, right = words(one), words(other)
    best = 0
    ends = [0] * (len(right) + 1)
    for word in left:
        before = ends[:]
        for index, other_word in enumerate(right):
            ends[index + 1] = before[index] + 1 if word == other_word else 0
        best = max(best, *ends)
    return best


def near_duplicates(questions: Sequence[Question]) -> Iterator[tuple[Question, Question]]:
    """Pairs of questions, twins left out, that say nearly the same, or nearly the opposite.

    The measure is the cosine of the content words of statement and fact, each word weighted by how
    few questions have it (inverse document frequency). Three things speak for it: a statement
    alone is too short to be compared when somebody says the same in other words, and the fact
    beside it tells what it is about; "sex therapy" stands in half of all questions and must not
    make them alike; and word order says little in single sentences. It needs no training, gives
    the same result everywhere, and the words that two questions share show why they were named.
    A negative is a word like any other, so opposite versions are found too.
    """
    sets = [content_words(f"{question.statement} {question.fact}") for question in questions]
    counts = Counter(word for of_one in sets for word in of_one)
    weights = {word: log(1 + len(sets) / count) for word, count in counts.items()}
    lengths = [sqrt(sum(weights[word] ** 2 for word in of_one)) for of_one in sets]
    earlier: dict[str, list[int]] = defaultdict(list)  # the questions that have a word
    for number, question in enumerate(questions):
        shared: dict[int, float] = defaultdict(float)
        for word in sets[number]:
            for before in earlier[word]:
                shared[before] += weights[word] ** 2
            earlier[word].append(number)
        for before, product in sorted(shared.items()):
            other = questions[before]
            cosine = product / (lengths[number] * lengths[before])
            if cosine >= ALIKE and question.twin != other.id:
                yield other, question
