"""Privacy and safety in honest words, made from the real state of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quiz.ui.screens.aside import Aside
from quiz.ui.settle import Settling
from quiz.ui.widgets.card_page import CardPage
from quiz.ui.widgets.text import Heading, Text


class SafetyScreen(Aside):
    """What leaving quickly does, and what is kept."""

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(settling, parent)
        self._page = CardPage(self)
        self.leaving_head = Heading(self.tr("Leaving quickly"))
        self.leaving = Text()
        self.leaving.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kept_head = Heading(self.tr("What is kept"))
        self.kept = Text()
        for part in (self.leaving_head, self.leaving, self.kept_head, self.kept):
            self._page.inner.addWidget(part)
        self.lay_out(self._page)

    def show_state(
        self, *, shift: bool, reviews: Path | None = None, preferences: Path | None = None
    ) -> None:
        """Say what holds now: whether Shift leaves, and which files are kept, if any."""
        self.leaving.setText(self.say_leaving(shift=shift))
        self.kept.setText(self.say_kept(reviews, preferences))
        self._page.to_top()
        self.leaving.setFocus()

    def say_leaving(self, *, shift: bool) -> str:
        """What leaving quickly does and cannot do, in 80 words at most (STANDARDS R54)."""
        if shift:
            return self.tr(
                "“Leave quickly”, or Shift three times, covers the screen at once and ends the "
                "program. It cannot undo what others keep: a page opened in a browser stays in its "
                "history, and a screen recording, a screenshot by the system or another person's "
                "watching program stays too. F9 only covers the screen."
            )
        return self.tr(
            "“Leave quickly” covers the screen at once and ends the program. It cannot undo what "
            "others keep: a page opened in a browser stays in its history, and a screen recording, "
            "a screenshot by the system or another person's watching program stays too. F9 only "
            "covers the screen."
        )

    def say_kept(self, reviews: Path | None = None, preferences: Path | None = None) -> str:
        """What is kept, in 120 words at most (R115)."""
        parts = []
        if reviews is None and preferences is None:
            parts.append(self.tr("Nothing is saved."))
        if reviews is not None:
            parts.append(
                self.tr(
                    "One file is kept, because somebody said yes to it: {0}. It holds coded "
                    "question numbers and days, no statements, no score and no name. “Come back to "
                    "missed ones” deletes it."
                ).format(reviews)
            )
        if preferences is not None:
            parts.append(
                self.tr(
                    "Your choices of text size, colours and Shift are kept in {0}. “Aa” removes "
                    "them."
                ).format(preferences)
            )
        parts.append(
            self.tr(
                "Answers and score are held in memory and are gone when the program ends. "
                "Nothing is sent: the program never goes online. The system may move memory to "
                "disk by itself, which no program can prevent."
            )
        )
        return "\n".join(parts)
