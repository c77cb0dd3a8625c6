"""Where to get help: lines of help as data, and which of them may be shown today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

WARN_DAYS = 60
"""The check reports an entry this many days before it expires (STANDARDS R64)."""


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


class SeenOn(Enum):
    """Whose page the number was looked up on."""

    OWN_PAGE = "own-page"
    PUBLIC_AUTHORITY = "public-authority"


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line of help in one country."""

    id: str
    country: str  # ISO 3166-1 alpha-2
    name: str
    is_for: tuple[HelpFor, ...]
    channels: tuple[str, ...]  # that of the number first
    number: str
    hours: str
    cost: str
    shows_on_bill: OnBill
    source: str  # the page with the number
    verified_on: date  # when the number was last looked up, there or in a stored copy of it
    verified_by: SeenOn
    expires_on: date
    languages: tuple[str, ...] = ()  # BCP 47; none where they were not seen
    region: str = ""  # the part of the country that it serves, where not the whole
    min_age: int | None = None  # in years
    url: str = ""
    note: str = ""


def latest_expiry(verified_on: date) -> date:
    """The last day on which an entry may be shown: 12 months after it was verified (R64)."""
    try:
        return verified_on.replace(year=verified_on.year + 1)
    except ValueError:  # 29 February
        return verified_on.replace(year=verified_on.year + 1, day=28)


def shown(helplines: Iterable[Helpline], country: str, today: date) -> tuple[Helpline, ...]:
    """The lines of `country` that have not expired; with none, general advice stands in."""
    return tuple(line for line in helplines if line.country == country and today <= line.expires_on)


def countries(helplines: Iterable[Helpline], today: date) -> tuple[str, ...]:
    """The countries that have a line to show, in alphabetical order."""
    return tuple(sorted({line.country for line in helplines if today <= line.expires_on}))
