"""Which language is meant, by its BCP 47 code: "es" and "es-MX" are one language to a reader."""

from __future__ import annotations

from collections.abc import Iterable


def primary(code: str) -> str:
    """The language without its region or script, in lower case."""
    return code.replace("_", "-").split("-")[0].lower()


def closest(wanted: str, offered: Iterable[str]) -> str:
    """The one of `offered` that is `wanted`, else the first of the same language, else ""."""
    codes = tuple(offered)
    plain = wanted.replace("_", "-").lower()
    for code in codes:
        if code.replace("_", "-").lower() == plain:
            return code
    return next((code for code in codes if primary(code) == primary(wanted)), "")


def in_turn(wanted: Iterable[str], offered: Iterable[str]) -> tuple[str, ...]:
    """Each of `offered` once: those that are `wanted`, in that order; all where nothing is."""
    codes = tuple(dict.fromkeys(offered))
    chosen = (closest(code, codes) for code in wanted)
    return tuple(dict.fromkeys(code for code in chosen if code)) or codes
