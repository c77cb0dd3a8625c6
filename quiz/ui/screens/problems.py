"""What is the matter with the content: each fault with its place and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from quiz.ui.screens.aside import Aside
from quiz.ui.settle import Settling
from quiz.ui.widgets.text import Heading, Text
from quiz.ui.widgets.wrapped_list import WrappedList


class ProblemsScreen(Aside):
    """The way back is there where there is something to play."""

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(settling, parent)
        self.head = Heading(parent=self)
        self.what = Text(parent=self)
        self.list = WrappedList(self)
        self.list.setAccessibleName(self.tr("Faults"))
        self.lay_out(self.what, self.list, head=self.head)

    def show_problems(self, problems: Sequence[str], *, playable: bool) -> None:
        """Show each fault as a line; `playable`: whether there are sound questions all the same."""
        if playable:
            self.head.setText(self.tr("Faults in the content"))
            self.what.setText(
                self.tr(
                    "What is faulty was left out; everything else plays. "
                    "Each line says where, what, and what to do."
                )
            )
        else:
            self.head.setText(self.tr("There is nothing to play"))
            self.what.setText(
                self.tr(
                    "No pack could be read. Each line says where, what, and what to do. "
                    "“python main.py check” says the same."
                )
            )
        self.list.show_rows(list(problems))
        self.back.setVisible(playable)
        (self.back if playable else self.list).setFocus()
