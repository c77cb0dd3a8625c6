"""The kinds of values that only a kiosk's site file has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from quiz.model.site import PIN_HASH_FORM

from .kinds import Number, Pattern, Text
from .problems import Wrong, shortened


class TimeOfDay:
    """A time of the day, read as minutes after midnight."""

    __slots__ = ()
    prose = False
    form = "([01][0-9]|2[0-3]):[0-5][0-9]"

    @property
    def quick(self) -> Callable[[str], int]:
        """`convert`."""
        return self.convert

    def convert(self, text: str) -> int:
        """The minutes."""
        text = text.strip()
        if re.fullmatch(self.form, text):
            return int(text[:2]) * 60 + int(text[3:])
        hint = "Write midnight as 00:00." if text == "24:00" else "Write it like 08:00 or 18:30."
        raise Wrong(f"'{shortened(text)}' is not a time of day" if text else "is empty", hint)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        return {"type": "string", "pattern": rf"^\s*{self.form}\s*$"}

    def told(self) -> str:
        """What an author is told."""
        return "a time of day, such as `08:00`"


_SWITCHES = ("yes", "no", "true", "false", "on", "off", "none", "null", "~")


class FileName(Text):
    """A file or folder. A word for yes or no is refused: it would become a file called "no"."""

    __slots__ = ("kind",)
    prose = False  # a comment may stand behind it

    def __init__(self, kind: str) -> None:
        self.kind = kind  # file or folder

    @property
    def quick(self) -> Callable[[str], str]:
        """`convert`."""
        return self.convert

    def convert(self, text: str) -> str:
        """The name as it stands."""
        text = super().convert(text)
        if text.lower() in _SWITCHES:
            hint = f"Write the name of a {self.kind}, or take the line out if there is none."
            raise Wrong(f"'{text}' is not the name of a {self.kind}", hint)
        return text

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        words = "|".join(
            "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in word)
            for word in _SWITCHES
        )
        return {"type": ["string", "number"], "pattern": rf"^(?!\s*({words})\s*$)[\s\S]*\S"}

    def told(self) -> str:
        """What an author is told."""
        return f"the name of a {self.kind}"


class PinHash(Pattern):
    """What is kept of a PIN. A message never repeats the value: it may be the PIN itself."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(PIN_HASH_FORM, "the hash of a PIN", "the line of `kiosk pin`")

    def convert(self, text: str) -> str:
        """The hash as it stands."""
        text = text.strip()
        if self.matches(text):
            return text
        hint = "Run `python main.py kiosk pin`, and copy the line that it prints."
        if not text:
            raise Wrong("is empty", hint)
        itself = text.isdigit() and "is a PIN itself, and whoever reads this file knows it now"
        raise Wrong(itself or "is not the hash of a PIN", hint)

    def told(self) -> str:
        """What an author is told."""
        return "what `python main.py kiosk pin` prints"


class AmountOrNone(Number):
    """A whole number between two others, or 0 for none."""

    __slots__ = ()

    def convert(self, text: str) -> int:
        """The number."""
        return 0 if text.strip() == "0" else super().convert(text)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the values that are taken."""
        return {"anyOf": [{"type": "integer", "enum": [0]}, super().schema()]}

    def told(self) -> str:
        """What an author is told."""
        return f"0 or {super().told()}"
