"""Where to get help: lines of help as data, and which of them may be shown today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

VALID_DAYS = 366
"""An entry holds for 12 months at most after it was verified (STANDARDS R64)."""

WARN_DAYS = 60
"""The check reports an entry this many days before it expires."""


class HelpFor(Enum):
    """What a line is for (closed list, STANDARDS 4.3)."""

    YOUTH = "youth"
    SEXUAL_VIOLENCE = "sexual-violence"
    ABUSE = "relationship-abuse"
    SEXUAL_HEALTH = "sexual-health"
    LGBTQ = "lgbtq"
    CRISIS = "crisis"
    GENERAL = "general"


class OnBill(Enum):
    """Whether a call shows on the phone bill."""

    YES = "shown"
    NO = "not-shown"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line of help in one country."""

    id: str
    country: str  # ISO 3166-1 alpha-2
    name: str
    is_for: tuple[HelpFor, ...]
    languages: tuple[str, ...]
    channels: tuple[str, ...]
    number: str
    hours: str
    cost: str
    shows_on_bill: OnBill
    source: str
    verified_on: date
    expires_on: date
    url: str = ""
    note: str = ""


def shown(helplines: Iterable[Helpline], country: str, today: date) -> tuple[Helpline, ...]:
    """The lines of `country` that have not expired; with none, general advice stands in."""
    return tuple(line for line in helplines if line.country == country and today <= line.expires_on)


def countries(helplines: Iterable[Helpline], today: date) -> tuple[str, ...]:
    """The countries that have a line to show, in alphabetical order."""
    return tuple(sorted({line.country for line in helplines if today <= line.expires_on}))
