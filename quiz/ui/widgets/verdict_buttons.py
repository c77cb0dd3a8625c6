"""Myth, Reality, Skip: three choices of one size and one reach."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quiz.model.question import Verdict
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Mark, VerdictButton


class VerdictButtons(QWidget):
    """`chosen(verdict)`: what the person says; `skipped()`: the question is left out."""

    chosen = Signal(object)
    skipped = Signal()

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.myth = VerdictButton(self.tr("Myth"), self, mark=Mark.CROSS, settling=settling)
        self.reality = VerdictButton(self.tr("Reality"), self, mark=Mark.TICK, settling=settling)
        self.skip = VerdictButton(self.tr("Skip"), self, settling=settling)
        self._buttons = (self.myth, self.reality, self.skip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for button in self._buttons:
            row.addWidget(button, 1)
        self.myth.clicked.connect(self._say_myth)
        self.reality.clicked.connect(self._say_reality)
        self.skip.clicked.connect(self.skipped)
        self.show_answer(None)

    def show_answer(self, given: Verdict | None) -> None:
        """Show which answer stands; None before any. After it the keys mean something else."""
        for key, button in enumerate(self._buttons, 1):
            button.show_hint(str(key) if given is None else "")
        self.myth.set_chosen(given is Verdict.MYTH)
        self.reality.set_chosen(given is Verdict.REALITY)
        self.myth.setEnabled(given is None)
        self.reality.setEnabled(given is None)

    def set_slim(self, slim: bool) -> None:
        """Take no more height than must be."""
        for button in self._buttons:
            button.set_slim(slim)

    def _say_myth(self) -> None:
        self.chosen.emit(Verdict.MYTH)

    def _say_reality(self) -> None:
        self.chosen.emit(Verdict.REALITY)
