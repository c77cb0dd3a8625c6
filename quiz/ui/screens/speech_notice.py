"""Before a loudspeaker says a word: that everybody near will hear it, and a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.ui.widgets.buttons import Button, MainButton
from quiz.ui.widgets.text import Heading, Text


class SpeechNotice(QWidget):
    """Covers what is below it. `agreed()`, `refused()`, `done()`: as the visitor says.

    `target`: least width and height of what is touched, in pixels.
    """

    agreed = Signal()
    refused = Signal()
    done = Signal()

    def __init__(self, target: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.heading = Heading(self.tr("Read aloud?"), self)
        self.words = Text(
            self.tr(
                "This screen can read everything to you. The sound comes from a loudspeaker: "
                "whoever is near hears it. Choose means yes, exit means no."
            ),
            self,
        )
        self.yes = MainButton(self.tr("Yes, read aloud"), self)
        self.no = Button(self.tr("No, stay silent"), self)
        self.leave = Button(self.tr("I'm done"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(24)
        column.addStretch()
        for button in (self.yes, self.no, self.leave):
            button.least = float(target)
        for part in (self.heading, self.words, self.yes, self.no, self.leave):
            column.addWidget(part)
        column.addStretch()
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.refused)
        self.leave.clicked.connect(self.done)
