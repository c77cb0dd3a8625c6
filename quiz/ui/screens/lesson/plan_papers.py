"""The files of a lesson: its plan, and the papers that go with it."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.exchange.paper import PageSize
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import SmallButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.search import SearchField
from quiz.ui.widgets.text import Caption, Label
from quiz.ui.widgets.touch import OneOf

_ENDINGS = (".yaml", ".yml", ".pdf", ".odt", ".csv")


class PlanPapers(QWidget):
    """`load_wanted(name)`, `save_wanted(name)`; `print_wanted(paper, name)`: the name ends in .odt
    where it is to be edited.
    """

    load_wanted = Signal(str)
    save_wanted = Signal(str)
    print_wanted = Signal(str, str)

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = SearchField()
        self.path.setAccessibleName(self.tr("Name of the lesson's files"))
        plan = FlowLayout()
        for words, wanted in (
            (self.tr("Load plan"), self.load_wanted),
            (self.tr("Save plan"), self.save_wanted),
        ):
            button = SmallButton(words, settling=settling)
            button.clicked.connect(lambda _=False, s=wanted: s.emit(self.path.text().strip()))
            plan.addWidget(button)
        kinds = FlowLayout()
        self.endings = OneOf({".pdf": self.tr("PDF"), ".odt": self.tr("ODT")}, self)
        sizes = {PageSize.A4: self.tr("A4"), PageSize.LETTER: self.tr("Letter")}
        self.sizes = OneOf(sizes, self)
        self.endings.show_value(".pdf")
        self.sizes.show_value(PageSize.A4)
        for chip in (*self.endings.chips.values(), *self.sizes.chips.values()):
            kinds.addWidget(chip)
        papers = FlowLayout()
        for paper, words in (
            ("worksheet", self.tr("Worksheet")),
            ("key", self.tr("Answer key")),
            ("slips", self.tr("Slips for questions")),
            ("summary", self.tr("Summary for parents")),
        ):
            button = SmallButton(words, settling=settling)
            button.clicked.connect(lambda _=False, paper=paper: self._print(paper))
            papers.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Name of the lesson's files")))
        column.addWidget(self.path)
        column.addLayout(plan)
        column.addWidget(Label(self.tr("Papers")))
        column.addLayout(kinds)
        column.addLayout(papers)
        column.addWidget(Caption(self.tr("PDF to print, ODT to edit. Each has a file of its own.")))

    @property
    def page_size(self) -> PageSize:
        """The sheets to print on."""
        return self.sizes.value

    def show_name(self, name: str) -> None:
        """What the files of the lesson are called until somebody calls them otherwise."""
        self.path.setText(name)

    def show_size(self, size: PageSize) -> None:
        """Print on sheets of this size."""
        self.sizes.show_value(size)

    def _print(self, paper: str) -> None:
        name = self.path.text().strip()
        for known in _ENDINGS:
            name = name.removesuffix(known)
        words = {
            "worksheet": self.tr("worksheet", "part of a file's name"),
            "key": self.tr("answer-key", "part of a file's name"),
            "slips": self.tr("slips", "part of a file's name"),
            "summary": self.tr("summary", "part of a file's name"),
        }
        whole = f"{name}-{words[paper]}{self.endings.value}" if PurePath(name).name else ""
        self.print_wanted.emit(paper, whole)
