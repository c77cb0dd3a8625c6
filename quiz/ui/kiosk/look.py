"""How a kiosk looks: type measured in millimetres on the glass, in a large and a private size.

The large one is for those who cannot magnify a closed screen, the private one keeps others in the
room from reading along (STANDARDS 5.5).
"""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from quiz.model.glass import Glass, Print
from quiz.ui.kiosk.capitals import font_of
from quiz.ui.theme import BODY, Colours, apply_theme, type_weights

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
        name: font_of(
            glass.capital(role, distance_mm, large=large), weights.get(name, QFont.Weight.Normal)
        ).pixelSize()
        for name, role in _PRINTS.items()
    }


def wear(
    app: QApplication, colours: Colours, glass: Glass, distance_mm: float, *, large: bool
) -> None:
    """Give the whole application the look of a kiosk on this glass, read from this distance."""
    apply_theme(app, colours, 1.0, sizes(glass, distance_mm, large=large))
