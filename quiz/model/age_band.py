"""For whom questions are meant. By itself, since the first screen needs it and no question yet."""

from __future__ import annotations

from enum import Enum


class AgeBand(Enum):
    """For whom a question is meant, youngest first. A content level, never somebody's age."""

    CHILD = "9-12"
    YOUNG_TEEN = "12-15"
    TEEN = "15-18"
    ADULT = "18+"

    def admits(self, other: AgeBand) -> bool:
        """Whether a question of band `other` may be shown when this band was chosen."""
        order = list(AgeBand)
        return order.index(other) <= order.index(self)
