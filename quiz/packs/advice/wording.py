"""Words that give away, blame or hurry: lists, each with its reason, and what is done with them."""

from __future__ import annotations

import re

NEGATIVES = re.compile(r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|without)\b|n['’]t\b")

READER = re.compile(r"\b(?:you|your|yours|yourself|have you ever)\b", re.IGNORECASE)
"""A statement is about what is true, never about the reader (STANDARDS R43)."""

ABSOLUTES = re.compile(
    r"\b(?:always|never|all|none|only|every|everyone|nobody|impossible)\b", re.IGNORECASE
)
HEDGES = re.compile(
    r"\b(?:usually|often|sometimes|may|might|mostly|seldom|rarely)\b", re.IGNORECASE
)
"""Clues by which a practised guesser tells true from false (STANDARDS D11)."""

JOINED = re.compile(r";|, (?:and|but|or|so) |\band (?:that|therefore|also)\b", re.IGNORECASE)
"""Two claims in one statement: one of them may be true and the other not."""

TONE = {
    "wrong!": "say what is true instead",
    "fail": "nobody fails here",
    "fails": "nobody fails here",
    "failed": "nobody fails here",
    "obviously": "it was not obvious to the reader",
    "of course": "it was not obvious to the reader",
    "everyone knows": "the reader did not",
    "normal people": "say who is meant",
    "you should": "say what helps, not what the reader owes",
    "dirty": "health is not cleanliness",
    "clean": "health is not cleanliness",
    "victim": "write survivor, or person who",
    "victims": "write survivors, or people who",
}
"""Words of STANDARDS R66, each with the reason."""

MIRRORS = (
    "scribd.com",
    "studylib.net",
    "researchgate.net",
    "academia.edu",
    "google.",
    "bing.com",
    "duckduckgo.com",
    "coursehero.com",
    "sci-hub",
)
"""Hosts that are not a work's own place: copies come and go, and a search page is no source."""

_WORD = re.compile(r"[a-z0-9']+")
_STOP = frozenset(
    "a an the of in on at to for with by from as is are was were be been it its this that these "
    "those or and but who which what when how than then so do does did has have had can could "
    "will would people person one some there their they them he she his her".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "ly")


def words(text: str) -> list[str]:
    """The words of `text` in lower case."""
    return _WORD.findall(text.lower().replace("’", "'"))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, with common endings taken off."""
    return frozenset(_stem(word) for word in words(text) if word not in _STOP)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def alike(one: str, other: str) -> float:
    """How much two sentences say the same: Jaccard index of their content words, 0 to 1.

    A plain overlap of word sets is used because statements are single short sentences: word order
    says little, repetition is rare, and an author can see at once which words made the score.
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


def tone(text: str) -> list[tuple[str, str]]:
    """The words of the tone list in `text`, each with its reason."""
    lowered = f" {text.lower()} "
    return [
        (word, reason)
        for word, reason in TONE.items()
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", lowered)
    ]
