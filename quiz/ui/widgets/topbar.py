"""The bar over every screen: the name, the progress, the score, text size, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quiz.ui.room import Fitted
from quiz.ui.widgets.buttons import LeaveButton, SmallButton
from quiz.ui.widgets.dots import Dots, PressDots
from quiz.ui.widgets.text import Caption, Strong


class TopBar(Fitted):
    """`leave_wanted()`: at once, without a question. `adjust_wanted()`: text size and colours."""

    leave_wanted = Signal()
    adjust_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # First in the tab order, though last in the line (STANDARDS R51).
        self.leave = LeaveButton(self.tr("Leave quickly"), self)
        self.title = Strong(self.tr("Myth or Reality"), self)
        self.progress = Caption(parent=self)
        self.dots = Dots(self)
        self.score = Caption(parent=self)
        self.presses = PressDots(self)  # in the margin below the button: nothing moves for it
        self.adjust = SmallButton(self.tr("Aa"), self)
        self.adjust.setAccessibleName(self.tr("Aa: text size and colours"))
        self.adjust.setToolTip(self.tr("Text size and colours"))
        for label in (self.title, self.progress, self.score):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(20)
        for part in (self.title, self.progress, self.dots):
            row.addWidget(part)
        row.addStretch()
        for last in (self.score, self.adjust, self.leave):
            row.addWidget(last)
        self.leave.clicked.connect(self.leave_wanted)
        self.adjust.clicked.connect(self.adjust_wanted)

    def show_progress(self, progress: str, at: int, of: int, score: str) -> None:
        """Show where in the round one is; empty words hide their place."""
        self.progress.setText(progress)
        self.dots.show_progress(at, of)
        self.score.setText(score)
        self.fit()

    def show_presses(self, count: int) -> None:
        """How many of the three presses of Shift have been counted."""
        self._place_presses()
        self.presses.show_presses(count)

    def say_progress(self, at: int, of: int) -> str:
        """Say it like "3 of 10"."""
        return self.tr("{0} of {1}").format(QLocale().toString(at), QLocale().toString(of))

    def minimumSizeHint(self) -> QSize:
        """Only what always stays: the rest is hidden before it could make the window wider."""
        return QSize(self._must(), super().minimumSizeHint().height())

    def _must(self) -> int:
        """How much width the margins and what always stays need."""
        always = (self.leave, self.presses, self.adjust)
        return 56 + sum(part.sizeHint().width() + 20 for part in always)

    def _place_presses(self) -> None:
        leave = self.leave.geometry()
        self.presses.setGeometry(leave.x(), leave.bottom() + 1, leave.width(), 10)

    def fit(self) -> None:
        """Hide what repeats itself first (the dots), then the name, then the score."""
        may = [
            (self.progress, self.progress.text()),
            (self.score, self.score.text()),
            (self.title, "title"),
            (self.dots, self.dots.sizeHint().width()),
        ]
        room = self.width() - self._must()
        for part, wanted in may:
            width = part.sizeHint().width() + 20
            shown = bool(wanted) and width <= room
            part.setVisible(shown)
            room -= width if shown else 0
