"""What a finger needs: chips of full size, and pages that turn without a wheel or a drag."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QWidget

from quiz.ui.theme import TARGET
from quiz.ui.widgets.buttons import Chip, SmallButton

KEPT = 0.85
"""How far a press turns, in heights of the view: the last lines stay in sight."""


class TouchChip(Chip):
    """A choice as high as a main control (STANDARDS 5.3)."""

    least = float(TARGET)


class MoreButton(SmallButton):
    """Turns a page that is longer than its view; hidden where all of it is in sight."""

    def __init__(self, area: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._bar = area.verticalScrollBar()
        # Later: a page gets its length while it is laid out, and showing a button then is not seen.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        self._bar.rangeChanged.connect(lambda *_: self._later.start())
        self._bar.valueChanged.connect(self._look)
        self.clicked.connect(self.turn)
        self._look()

    def turn(self) -> None:
        """On to what is below, and from the end back to the top."""
        bar = self._bar
        at_end = bar.value() >= bar.maximum()
        bar.setValue(0 if at_end else bar.value() + round(bar.pageStep() * KEPT))

    def _look(self) -> None:
        at_end = self._bar.value() >= self._bar.maximum()
        self.setText(self.tr("Back to the top") if at_end else self.tr("More below"))
        self.setVisible(self._bar.maximum() > 0)


def drag_with_finger(area: QAbstractScrollArea) -> None:
    """A finger moves what is in `area`; a wheel and keys go on as before."""
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
