"""Remembering what was missed: only after a yes that names the file and what it holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from quiz.ui.screens.aside import Aside
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.card_page import CardPage
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Heading, Strong, Text


class RememberScreen(Aside):
    """`keep_wanted(path)`: yes, this file. `stop_wanted()`, `delete_wanted()`."""

    keep_wanted = Signal(str)
    stop_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, settling: Settling, default: Path, parent: QWidget | None = None) -> None:
        super().__init__(settling, parent)
        self._page = CardPage(self)
        self.head = Heading(self.tr("Come back to what was missed"))
        self.what = Text(
            self.tr(
                "Questions that were missed can come back after 1, 3, 7 and 21 days. "
                "For that, one file must be kept. It holds coded question numbers and days. "
                "It holds no statements, no topics, no score and no name. "
                "Anyone who can open this computer can see that the file is there."
            )
        )
        self.state = Strong()
        self.state.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.path = QLineEdit(str(default))
        self.path.setAccessibleName(self.tr("The file to keep"))
        self.path.setMinimumHeight(44)
        self.keep = Button(self.tr("Yes, keep this file"), settling=settling)
        self.stop = Button(self.tr("Stop, and leave the file"), settling=settling)
        self.delete = Button(self.tr("Delete everything"), settling=settling)
        inner = self._page.inner
        for part in (self.head, self.what, self.state, self.path):
            inner.addWidget(part)
        row = FlowLayout(spacing=14)
        for button in (self.keep, self.stop, self.delete):
            row.addWidget(button)
        inner.addLayout(row)
        self.lay_out(self._page)
        self.keep.clicked.connect(self._want_keep)
        self.stop.clicked.connect(self.stop_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def show_state(self, path: Path | None, due: int, sentence: str = "") -> None:
        """Show what is kept now; `sentence` says what has just happened."""
        kept = path is not None
        if path is not None:
            self.path.setText(str(path))
            now = self.tr("Kept in {0}. Due today: {1}.").format(path, QLocale().toString(due))
        else:
            now = self.tr("Nothing is kept.")
        self.state.setText(f"{sentence}\n{now}" if sentence else now)
        self.path.setReadOnly(kept)
        self.keep.setVisible(not kept)
        self.stop.setVisible(kept)
        self.delete.setVisible(kept)
        self.state.setFocus()

    def _want_keep(self) -> None:
        self.keep_wanted.emit(self.path.text().strip())
