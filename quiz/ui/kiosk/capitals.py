"""From the height of a capital letter to a font: what is read from afar is measured so."""

from __future__ import annotations

import math

from PySide6.QtGui import QFont, QFontMetricsF

from quiz.ui.theme import FAMILY

_TRIAL = 100


def font_of(capital: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The bundled font with capitals at least `capital` pixels high."""
    font = QFont(FAMILY)
    font.setWeight(weight)
    font.setPixelSize(max(1, math.ceil(capital * _TRIAL / _capital(weight))))
    return font


def _capital(weight: QFont.Weight) -> float:
    """How high a capital is at 100 pixels, by the font itself."""
    font = QFont(FAMILY)
    font.setWeight(weight)
    font.setPixelSize(_TRIAL)
    return max(1.0, QFontMetricsF(font).capHeight())
