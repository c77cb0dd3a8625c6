"""How a kiosk looks: type measured in millimetres on the glass, in a large and a private size.

The large one is for those who cannot magnify a closed screen, the private one keeps others in the
room from reading along (STANDARDS 5.5).
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from quiz.model.glass import Glass, Print
from quiz.ui.theme import BODY, FAMILY, Colours, apply_theme, type_weights

_PRINTS = {
    BODY: Print.TEXT,
    "Display": Print.STATEMENT,
    "Figure": Print.STATEMENT,
    "Statement": Print.STATEMENT,
    "VerdictLine": Print.VERDICT,
    "Heading": Print.TEXT,
    "Strong": Print.TEXT,
    "Label": Print.CAPTION,
    "Reference": Print.TEXT,
    "Caption": Print.CAPTION,
    "Button": Print.BUTTON,
    "MainButton": Print.BUTTON,
    "VerdictButton": Print.BUTTON,
    "SmallButton": Print.BUTTON,
    "Chip": Print.BUTTON,
}
"""What each class of widgets is on a kiosk."""

_SAMPLE = 200
"""Pixels at which a font is measured: large enough for hinting not to matter."""

_COMMON_CAPITALS = 0.7
"""Height of a capital in sizes of the type, where a font does not tell."""


@lru_cache(maxsize=8)
def _capitals(weight: QFont.Weight) -> float:
    """Height of a capital letter in sizes of the type, as the font that is there has it."""
    font = QFont(FAMILY)
    font.setPixelSize(_SAMPLE)
    font.setWeight(weight)
    return QFontMetricsF(font).capHeight() / _SAMPLE or _COMMON_CAPITALS


def least_sizes(glass: Glass, distance_mm: float) -> dict[str, int]:
    """Pixels that no class of widgets goes below where a text is too long for its page."""
    private = sizes(glass, distance_mm, large=False)
    return {
        name: min(pixels, private[BODY]) if _PRINTS[name] is not Print.BUTTON else pixels
        for name, pixels in private.items()
    }


def sizes(glass: Glass, distance_mm: float, *, large: bool) -> dict[str, int]:
    """Pixels of type for each class of widgets, so that capitals are as high as they have to be."""
    weights = type_weights()
    return {
        name: math.ceil(
            glass.capital(role, distance_mm, large=large)
            / _capitals(weights.get(name, QFont.Weight.Normal))
        )
        for name, role in _PRINTS.items()
    }


def wear(
    app: QApplication, colours: Colours, glass: Glass, distance_mm: float, *, large: bool
) -> None:
    """Give the whole application the look of a kiosk on this glass, read from this distance."""
    apply_theme(app, colours, 1.0, sizes(glass, distance_mm, large=large))
