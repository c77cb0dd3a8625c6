"""Margins that give way where the text is large for the window (STANDARDS R74)."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

LETTERS = 130
"""Letters of body text across from which there is room for all of a margin."""

LEAST = 0.35
"""The share of a margin that always stays."""


def room(widget: QWidget) -> float:
    """How much of its margins a widget can afford: 1 with plenty of room, less with little."""
    letters = widget.width() / max(1, widget.fontMetrics().averageCharWidth())
    return min(1.0, max(LEAST, letters / LETTERS))


def fit_margins(layout: QLayout, share: float, *margins: int) -> None:
    """Give `layout` that share of its margins: left, top, right, bottom."""
    left, top, right, bottom = (round(margin * share) for margin in margins)
    layout.setContentsMargins(left, top, right, bottom)
