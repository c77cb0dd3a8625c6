"""The stack of screens, and the way back from those that one looks at by the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from quiz.ui.screens.aside import Aside
    from quiz.ui.screens.mishap import MishapScreen
    from quiz.ui.screens.question import QuestionScreen
    from quiz.ui.screens.results import ResultsScreen
    from quiz.ui.screens.start import StartScreen
    from quiz.ui.settle import Settling

    Screen = StartScreen | QuestionScreen | ResultsScreen | MishapScreen | Aside

AnAside = TypeVar("AnAside", bound="Aside")


class Stack(QStackedWidget):
    """`first` is shown at once, and whenever there is nowhere else to go back to."""

    def __init__(self, first: Screen, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = self.shown = first
        self._settling = settling
        self._before: list[Screen] = []
        self.addWidget(first)

    def add_aside(self, screen: AnAside) -> AnAside:
        """Take in a screen from which one comes back."""
        screen.back_wanted.connect(self.back)
        self.addWidget(screen)
        return screen

    def visit(self, screen: Aside) -> None:
        """Show a screen from which one comes back to where one is now."""
        if screen is not self.shown:
            self._before.append(self.shown)
        self._show(screen)

    def back(self) -> None:
        """To where one came from."""
        before = self._before.pop() if self._before else self._first
        self._show(before)
        before.setFocus()

    def show_screen(self, screen: Screen) -> None:
        """Show a screen for good: there is no way back from it."""
        self._before.clear()
        self._show(screen)

    def _show(self, screen: Screen) -> None:
        self._settling.view_changed()
        if self.shown is not screen:
            self.shown = screen
            self.setCurrentWidget(screen)
