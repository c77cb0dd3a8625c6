"""Before a loudspeaker says a word: that everybody near will hear it, and a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.ui.screens.kiosk.visit_parts import set_type
from quiz.ui.widgets.buttons import Button, MainButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Heading, Text

_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)


class SpeechNotice(QWidget):
    """Covers what is below it. `agreed()`, `refused()`, `done()`: as the visitor says.

    `target`, `gap`: least size of what is touched, and least space between, in pixels.
    """

    agreed = Signal()
    refused = Signal()
    done = Signal()

    def __init__(self, target: int, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.heading = Heading(self.tr("Read aloud?"), self)
        self.words = Text(
            self.tr(
                "The sound comes from a loudspeaker: whoever is near hears it. "
                "The choose key means yes, the exit key means no."
            ),
            self,
        )
        self.yes = MainButton(self.tr("Yes, read aloud"), self)
        self.no = Button(self.tr("No, stay silent"), self)
        self.leave = Button(self.tr("I'm done"), self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4 * gap, gap, 4 * gap, gap)
        column.setSpacing(gap)
        column.addStretch()
        column.addWidget(self.heading)
        column.addWidget(self.words)
        buttons = FlowLayout(spacing=gap)
        for button in (self.yes, self.no, self.leave):
            button.least = float(target)
            button.padding = 0.6
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addStretch()
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.refused)
        self.leave.clicked.connect(self.done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Smaller type where the screen is too small for the whole."""
        for scale in _SCALES:
            for part in (self.heading, self.words, self.yes, self.no, self.leave):
                set_type(part, scale, {})
            self._column.invalidate()
            if self._column.totalHeightForWidth(self.width()) <= self.height():
                return
