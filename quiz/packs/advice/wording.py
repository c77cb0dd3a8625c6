"""Words that give away, blame or hurry, in English: lists, each with its reason."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

LANGUAGE = "en"
"""The language of these lists. A pack in another language is told that they were not used."""

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely"
    r"|unless)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"\bnot only\b|\bno longer\b|\bno matter\b", re.IGNORECASE)

UNDONE = re.compile(
    r"(?:\b(?:no|not|never|none|nobody|nothing|cannot|hardly)|n['’]t)(?: \w+){0,2} "
    r"(?:un(?:able|clear|common|fair|healthy|important|known|likely|necessary|safe|true|usual)"
    r"|impossible|improbable|incapable|ineffective|infrequent|illegal|irrelevant)\b",
    re.IGNORECASE,
)
"""A negative close before a word that is one too: "not uncommon", "nothing unusual"."""


def negatives(text: str) -> int:
    """How many times a reader has to turn `text` around; "neither … nor" is one time."""
    text = _NO_DENIAL.sub(" ", text)
    pair = re.search(r"\bneither\b.*\bnor\b", text, re.IGNORECASE)
    return len(_DENIAL.findall(text)) - (1 if pair else 0)


READER = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)
"""What is asked is true of people or not; nobody is asked about themselves (STANDARDS R43)."""

ABSOLUTES = re.compile(
    r"(?<!\bnot )(?<!\bat )(?<!\babove )"
    r"\b(?:always|never|all|none|only|every|everyone|everybody|nobody|no one|impossible)\b",
    re.IGNORECASE,
)
HEDGES = re.compile(
    r"\b(?i:usually|often|sometimes|mostly|seldom|rarely|generally|typically|not (?:all|every"
    r"|everyone|always))\b|\b(?:may|might)\b"  # not the month
)
"""Clues by which a practised guesser tells true from false (STANDARDS D11)."""

JOINED = re.compile(
    r";|, (?:but|so|yet) |\b(?:because|therefore|whereas|although)\b|^[^,]*, (?:and|or) "
    r"|\b(?:and|but|or) (?:also|that|it|they|he|she|there)\b",
    re.IGNORECASE,
)
"""Two claims in one: one may be true and the other not. A list ("a, b, and c") is one claim."""

AND_OR = re.compile(r"\band/or\b", re.IGNORECASE)

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

_TONE = re.compile(
    r"(?<![\w-])(?<!matter )(?:"  # "a matter of course" is calm
    + "|".join(map(re.escape, sorted(TONE, key=len, reverse=True)))
    + r")(?![\w-])",
    re.IGNORECASE,
)

VAGUE_LOCATORS = frozenset(
    ["n/a", "na", "none", "-", "?", "unknown", "website", "web", "online", "internet", "book"]
)
"""What stands in a locator and yet leads nowhere."""


def tone(text: str) -> list[tuple[str, str]]:
    """The words of the tone list in `text` in their order, each with its reason."""
    return [(word.lower(), TONE[word.lower()]) for word in _TONE.findall(text)]


_FIGURE = re.compile(
    r"(?<![A-Za-z]-)(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?"  # neither DSM-5 nor U5.5
)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_OUT_OF_100 = re.compile(r"\b(?:in|of|per|out of) (?:every )?100\b", re.IGNORECASE)
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}


def figures(text: str) -> list[str]:
    """The figures in `text`, without the 100 of "38 in 100", which is only a way to say 38 %."""
    text = _OUT_OF_100.sub(" ", text)
    return [figure.replace(",", "") for figure in _FIGURE.findall(text)]


def is_told(figure: str, text: str) -> bool:
    """Whether `text` has the figure, exact or before it was rounded, or (up to twenty) in words."""
    told = [number.replace(",", "") for number in _NUMBER.findall(text)]
    told += [_NUMBER_WORDS[word] for word in words(text) if word in _NUMBER_WORDS]
    step = Decimal(1).scaleb(-len(figure.partition(".")[2]))
    return any(Decimal(number).quantize(step, ROUND_HALF_UP) == Decimal(figure) for number in told)


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of `text`, of any language, in lower case."""
    return _WORD.findall(text.lower().replace("’", "'"))
