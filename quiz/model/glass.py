"""How large things are on a kiosk's screen: from millimetres on the glass to pixels.

Sizes of type are heights of a capital letter (STANDARDS 5.5): EN 301 549, 5.1.4 asks for 0.7
degrees where nobody can magnify, which is 7.4 mm from 60 cm.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

TARGET_MM = 20
"""Least width and height of what is touched (Colle and Hiszem 2004; STANDARDS 5.3)."""

ANSWER_MM = 25
"""Height of an answer (STANDARDS 5.3)."""

GAP_MM = 3
"""Least space between two things that are touched (STANDARDS 5.3)."""

DISTANCE_MM = 600
"""The reading distance that the heights in :class:`Print` are for."""


def least_room(distance_mm: float) -> tuple[float, float]:
    """Width and height in millimetres that a visit needs where it is read from this distance: tried
    with the longest words and statements there are, in both sizes of type.
    """
    far = max(1.0, distance_mm / DISTANCE_MM)
    return 138 * far, 42 + 75 * far


class Print(Enum):
    """A role of type on a kiosk."""

    STATEMENT = "statement"
    VERDICT = "verdict"
    TEXT = "text"
    BUTTON = "button"
    CAPTION = "caption"


CAPITALS_MM = {
    Print.STATEMENT: (7.4, 9.0),
    Print.VERDICT: (7.4, 9.0),
    Print.TEXT: (4.8, 7.4),
    Print.BUTTON: (7.4, 7.4),
    Print.CAPTION: (4.0, 7.4),
}
"""Height of a capital from 60 cm, in the private and in the large size (STANDARDS 5.5)."""


@dataclass(frozen=True, slots=True)
class Glass:
    """A screen as a person stands before it: `wide` pixels over `wide_mm` millimetres."""

    wide: int
    wide_mm: float

    def pixels(self, mm: float) -> int:
        """So many millimetres in pixels: at least 1, and rounded up (these are least sizes)."""
        return max(1, -int(-mm * self.wide // self.wide_mm))

    def capital(self, role: Print, distance_mm: float, *, large: bool) -> float:
        """How high a capital letter of `role` has to be, in pixels, from this distance."""
        mm = CAPITALS_MM[role][1 if large else 0] * distance_mm / DISTANCE_MM
        return mm * self.wide / self.wide_mm
