"""When something was looked at: not yet, or too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from quiz.model.freshness import STALE

from .remarks import ADVICE, ERROR, Finding

DUE = timedelta(days=730)
"""Review is due after 24 months (STANDARDS R13)."""

TOMORROW = timedelta(days=1)
"""What is today for an author may be tomorrow for the machine that checks."""


def finding_of_date(field: str, day: date, today: date) -> Iterator[Finding]:
    """What is to be said of the `day` on which something was looked at.

    A stale date is advice and no error, however old: a checkout that passes its tests today has
    to pass them in five years.
    """
    if day > today + TOMORROW:
        hint = "Write the day on which it was really done."
        yield Finding(ERROR, field, f"{day} is in the future", hint)
    elif today - day > STALE:
        hint = "Compare it with its sources again; a kiosk does not draw it."
        yield Finding(ADVICE, field, f"was last checked on {day}", hint)
    elif today - day > DUE:
        yield Finding(ADVICE, field, f"was last checked on {day}", "Compare it again.")
