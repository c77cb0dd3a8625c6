"""What nobody has looked at for too long is not shown where nobody stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from quiz.model.question import Pack

STALE = timedelta(days=1461)
"""After 48 months a kiosk does not draw a question (STANDARDS R13)."""


def without_stale(pack: Pack, today: date) -> Pack:
    """`pack` without the questions that were last reviewed too long ago.

    A pack of which nothing would be left stays as it is: a screen must not go empty because a
    machine's clock is wrong, and whoever checks the pack is told of its age.
    """
    fresh = tuple(question for question in pack.questions if today - question.reviewed <= STALE)
    return replace(pack, questions=fresh) if fresh else pack
