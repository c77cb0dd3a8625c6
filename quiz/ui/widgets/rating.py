"""How sure are you? The optional second step, in the same view, before the verdict."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.session import Confidence
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import LinkButton, SmallButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Strong
from quiz.ui.words import confidence_words


class Rating(QWidget):
    """`rated(confidence)`: how likely; None is "just show me". `unwanted()`: never ask again."""

    rated = Signal(object)
    unwanted = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = Strong(self.tr("How sure are you?"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        row = FlowLayout()
        column.addLayout(row)
        self.levels: list[SmallButton] = []
        for key, level in enumerate(Confidence, 1):
            words, span = confidence_words(level)
            label = self.tr("{0} ({1})").format(words, span)
            button = SmallButton(label, self, hint=str(key), settling=settling)
            button.clicked.connect(partial(self.rated.emit, level))
            row.addWidget(button)
            self.levels.append(button)
        self.just_show = LinkButton(self.tr("Just show me"), self, settling=settling)
        self.just_show.clicked.connect(partial(self.rated.emit, None))
        self.never = LinkButton(self.tr("Stop asking this"), self, settling=settling)
        self.never.clicked.connect(self.unwanted)
        row.addWidget(self.just_show)
        row.addWidget(self.never)
