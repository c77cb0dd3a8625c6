"""Layouts that give way where the text is large for the window (STANDARDS R74)."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

LETTERS = 130
"""Letters of body text across from which there is room for all of a margin."""

LEAST = 0.35
"""The share of a margin that always stays."""

SIDE_BY_SIDE = 100
"""Letters of body text across from which two columns stand beside each other."""


def letters_across(widget: QWidget) -> float:
    """How many letters of body text fit across a widget."""
    return widget.width() / max(1, widget.fontMetrics().averageCharWidth())


def room(widget: QWidget) -> float:
    """How much of its margins a widget can afford: 1 with plenty of room, less with little."""
    return min(1.0, max(LEAST, letters_across(widget) / LETTERS))


def fit_margins(layout: QLayout, share: float, *margins: int) -> None:
    """Give `layout` that share of its margins: left, top, right, bottom."""
    left, top, right, bottom = (round(margin * share) for margin in margins)
    layout.setContentsMargins(left, top, right, bottom)


def stand_or_stack(layout: QBoxLayout, *, beside: bool) -> None:
    """Put the parts of `layout` beside each other, or one under the other."""
    directions = QBoxLayout.Direction
    wanted = directions.LeftToRight if beside else directions.TopToBottom
    if layout.direction() != wanted:
        layout.setDirection(wanted)


class Fitted(QWidget):
    """A widget that arranges itself anew when it or its letters get another size."""

    def fit(self) -> None:
        """Arrange what there is to arrange for the size that holds now."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()
