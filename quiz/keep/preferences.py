"""What a person adjusts, kept in one small file: only when asked, and by name.

The file is three lines of plain words (text size, colours, a switch). Neither its name nor what is
in it says what program it belongs to. It is written beside itself and then takes its own place, so
that it is there whole or not at all, whatever moment the process is killed at.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quiz.keep.refusals import CannotKeep
from quiz.keep.whole_file import remove_whole, write_whole
from quiz.model.preferences import Preferences

THEMES = ("system", "light", "dark")
TEXT_SIZE = range(100, 201)
"""Per cent."""

_MOST = 4096
"""Bytes; a longer file is none of ours."""


def read(path: Path) -> tuple[Preferences, str]:
    """What is kept in `path`, and one sentence where the file could not be understood, or "".

    What makes sense holds; for the rest the usual choices do. No file means the usual choices.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_MOST + 1)
    except FileNotFoundError:
        return Preferences(), ""
    except OSError:
        return Preferences(), _UNREADABLE.format(path)
    if len(text) > _MOST:
        return Preferences(), _UNREADABLE.format(path)
    found: dict[str, object] = {}
    faulty = False
    for line in text.decode("utf-8", "replace").splitlines():
        if not line.strip():
            continue
        name, _, value = (part.strip() for part in line.partition("="))
        try:
            found[_FIELDS[name]] = _READ[name](value)
        except (KeyError, ValueError):
            faulty = True
    kept = Preferences(**found)  # type: ignore[arg-type]  # each was read as what it is
    return kept, _UNREADABLE.format(path) if faulty else ""


def keep(path: Path, preferences: Preferences) -> None:
    """Write `preferences` into `path`, for this user only. Raises CannotKeep."""
    on = "on" if preferences.shift_leaves else "off"
    text = f"text = {preferences.text_size}\ncolours = {preferences.theme}\nshift = {on}\n"
    try:
        write_whole(path, text.encode())
    except OSError as fault:
        raise CannotKeep(_NOT_KEPT.format(path)) from fault


def forget(path: Path) -> None:
    """Remove the file. Raises CannotKeep."""
    try:
        remove_whole(path)
    except OSError as fault:
        raise CannotKeep(_NOT_REMOVED.format(path)) from fault


_UNREADABLE = "{} could not be read in full. The usual choices are used for the rest."
_NOT_KEPT = "{} could not be written. Your choices hold until you leave."
_NOT_REMOVED = "{} could not be removed. Please delete it yourself."


def _size(value: str) -> int:
    if not value.isdecimal() or int(value) not in TEXT_SIZE:
        raise ValueError(value)
    return int(value)


def _theme(value: str) -> str:
    if value not in THEMES:
        raise ValueError(value)
    return value


def _switch(value: str) -> bool:
    return {"on": True, "off": False}[value]


_FIELDS = {"text": "text_size", "colours": "theme", "shift": "shift_leaves"}
_READ: dict[str, Callable[[str], object]] = {"text": _size, "colours": _theme, "shift": _switch}
