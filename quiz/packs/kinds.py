"""The kinds of values a field can have: how a text is read, and how it is described to others.

A kind turns the text of a field into the model's value (``convert``), or raises
:class:`~quiz.packs.problems.Wrong`. The same object says what JSON Schema an editor
needs and what an author is told in the table, so that the three cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from quiz.model.question import Issued

from .problems import Wrong, near_miss, shortened

MAX_TEXT = 64 * 1024
# Editors read YAML 1.2: a bare 12 or true reaches the schema as a number or a truth value.
_ANY_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_EMPTY = ("is empty", "Fill it in, or take the line out if the field is optional.")
_TOO_LONG = ("is longer than 64 KB", "Shorten it.")


def _text(text: str) -> str:
    """`text` on one line, without blanks around it; raises where nothing is left."""
    if len(text) > MAX_TEXT:
        raise Wrong(*_TOO_LONG)
    if "\n" in text:
        text = " ".join([line for line in map(str.strip, text.split("\n")) if line])
    text = text.strip()
    if not text:
        raise Wrong(*_EMPTY)
    return text


class Text:
    """A text that people read, of any length."""

    __slots__ = ()
    prose = True

    def convert(self, text: str) -> str:
        """The text on one line."""
        return _text(text)

    @property
    def quick(self) -> Callable[[str], str]:
        """`convert`, a call shorter."""
        return _text

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        return dict(_ANY_TEXT)

    def told(self) -> str:
        """What an author is told."""
        return "text"


class Prose:
    """A text that people read, with a number of words to keep to."""

    __slots__ = ("least", "most")
    prose = True

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    def counted(self, text: str) -> tuple[str, int]:
        """The text on one line and the number of its words; raises where these are not right."""
        text = _text(text)
        words = len(text.split())
        if words > self.most:
            hint = f"Take out {words - self.most}."
            raise Wrong(f"has {words} words; the limit is {self.most}", hint)
        if words < self.least:
            what = f"has {'1 word' if words == 1 else f'{words} words'}"
            raise Wrong(f"{what}; it needs {self.least} at least", "Say it more fully.")
        return text, words

    def convert(self, text: str) -> Any:
        """The text on one line."""
        return self.counted(text)[0]

    @property
    def quick(self) -> Callable[[str], Any]:
        """`convert`."""
        return self.convert

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        pattern = rf"^\s*(\S+\s+){{{self.least - 1},{self.most - 1}}}\S+\s*$"
        return {**(_ANY_TEXT if self.least == 1 else {"type": "string"}), "pattern": pattern}

    def told(self) -> str:
        """What an author is told."""
        if self.least <= 1:
            return f"text of {self.most} words at most"
        return f"text of {self.least} to {self.most} words"


class Part(Prose):
    """A part of the explanation: read together with the number of its words, to sum them up."""

    __slots__ = ()

    convert = Prose.counted


class Pattern:
    """A code with a form of its own. `adds_up` looks at what the form cannot tell."""

    __slots__ = ("adds_up", "example", "form", "matches", "name", "numbers")
    prose = False

    def __init__(
        self,
        form: str,
        name: str,
        example: str,
        adds_up: Callable[[str], bool] | None = None,
        numbers: tuple[tuple[int, int], ...] = (),  # such codes that an editor takes for numbers
    ) -> None:
        self.form = form
        self.name = name
        self.example = example
        self.adds_up = adds_up
        self.numbers = numbers
        self.matches = re.compile(form, re.ASCII).fullmatch

    @property
    def quick(self) -> Callable[[str], str]:
        """`convert`."""
        return self.convert

    def convert(self, text: str) -> str:
        """The code as it stands."""
        if not self.matches(text):
            text = _text(text)
            if not self.matches(text):
                raise Wrong(
                    f"'{shortened(text)}' is not {self.name}", f"Write it like {self.example}."
                )
        if self.adds_up and not self.adds_up(text):
            raise Wrong(
                f"'{shortened(text)}' is not {self.name}: its last digit does not fit the others",
                "Compare it with the work itself.",
            )
        return text

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        pattern = {"type": "string", "pattern": rf"^\s*({self.form})\s*$"}
        if not self.numbers:
            return pattern
        numbers = [{"type": "integer", "minimum": a, "maximum": b} for a, b in self.numbers]
        return {"anyOf": [pattern, *numbers]}

    def told(self) -> str:
        """What an author is told."""
        return f"{self.name}, such as `{self.example}`"


class Number:
    """A whole number between two others."""

    __slots__ = ("least", "most")
    prose = False

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    @property
    def quick(self) -> Callable[[str], int]:
        """`convert`."""
        return self.convert

    def convert(self, text: str) -> int:
        """The number."""
        text = text.strip()
        if re.fullmatch("[0-9]{1,9}", text) and self.least <= int(text) <= self.most:
            return int(text)
        what = f"'{shortened(text)}' is not {self.told()}" if text else "is empty"
        raise Wrong(what, f"Write a number like {self.least}.")

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}

    def told(self) -> str:
        """What an author is told."""
        return f"a whole number from {self.least} to {self.most}"


class Choice:
    """One of a closed list of words; `values` maps each to what the model is given."""

    __slots__ = ("instead", "values")
    prose = False

    def __init__(self, values: Mapping[str, Any], instead: Mapping[str, str] | None = None) -> None:
        self.values = values
        self.instead = instead or {}

    @classmethod
    def of(cls, kind: type[Enum], instead: Mapping[str, str] | None = None) -> Choice:
        """The values of one of the model's enumerations."""
        return cls({member.value: member for member in kind}, instead)

    @property
    def quick(self) -> Callable[[str], Any]:
        """What the model is given for the word; a KeyError sends the reader to `convert`."""
        return self.values.__getitem__

    def convert(self, text: str) -> Any:
        """What the model is given for the word."""
        text = text.strip()
        if text in self.values:
            return self.values[text]
        what = f"'{shortened(text)}' is not one of the words to choose from" if text else "is empty"
        raise Wrong(what, self._hint(text))

    def _hint(self, text: str) -> str:
        meant = self.instead.get(text.lower()) or near_miss(text, self.values)
        if meant and not _other_number(meant, text):
            return f"Did you mean '{meant}'?"
        words = list(self.values)
        if len(words) > 12:
            return "content/README.md has the list."
        return f"Write {', '.join(words[:-1])} or {words[-1]}."

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        words: list[Any] = list(self.values)
        words += [int(word) for word in self.values if word.isdigit()]
        words += [word == "true" for word in self.values if word in {"true", "false"}]
        return {"enum": words}

    def told(self) -> str:
        """What an author is told."""
        return "one of " + ", ".join(f"`{word}`" for word in self.values)


def _other_number(word: str, text: str) -> bool:
    """Whether a word without letters has other digits: 16+ is not nearly 18+."""
    digits = (list(filter(str.isdigit, each)) for each in (word, text))
    return not any(map(str.isalpha, word)) and next(digits) != next(digits)


_MONTH_DAY = (
    r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)"
)


class Day:
    """A whole date."""

    __slots__ = ()

    prose = False
    form = rf"[12]\d{{3}}-({_MONTH_DAY})"

    def convert(self, text: str) -> date:
        """The date."""
        return _day(text)

    @property
    def quick(self) -> Callable[[str], date]:
        """`convert`, a call shorter."""
        return _day

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        return {"type": "string", "pattern": rf"^\s*{self.form}\s*$"}

    def told(self) -> str:
        """What an author is told."""
        return "a date, such as `2026-11-23`"


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    text = text.strip()
    if not text:
        raise Wrong("is empty", "Write the date like this: 2026-11-23.")
    if re.fullmatch(r"[12]\d{3}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Wrong(f"there is no day {text}", "Look at a calendar.") from None
    raise Wrong(f"'{shortened(text)}' is not a date", "Write it like this: 2026-11-23.")


class When:
    """When a work appeared: a year, a year and month, or a date."""

    __slots__ = ()

    prose = False
    form = rf"[12]\d{{3}}(-(0[1-9]|1[0-2]|{_MONTH_DAY}))?"

    @property
    def quick(self) -> Callable[[str], Issued]:
        """`convert`."""
        return self.convert

    def convert(self, text: str) -> Issued:
        """Year, month and day as far as they are known."""
        text = text.strip()
        if len(text) == 10:
            day = _day(text)
            return Issued(day.year, day.month, day.day)
        if not re.fullmatch(self.form, text, re.ASCII):
            hint = "Write it like this: 1994, 1994-01 or 1994-01-31."
            if not text:
                raise Wrong("is empty", hint)
            raise Wrong(f"'{shortened(text)}' is not a year, a month or a date", hint)
        return Issued(int(text[:4]), int(text[5:]) if len(text) == 7 else None)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        year = {"type": "integer", "minimum": 1000, "maximum": 2999}
        return {"anyOf": [{"type": "string", "pattern": rf"^\s*{self.form}\s*$"}, year]}

    def told(self) -> str:
        """What an author is told."""
        return "a year, month or date, such as `1994`, `1994-01` or `1994-01-31`"
