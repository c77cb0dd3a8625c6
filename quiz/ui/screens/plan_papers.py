"""The files of a lesson: its plan, and the papers that go with it."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quiz.exchange.paper import PageSize
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import SmallButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.search import SearchField
from quiz.ui.widgets.text import Caption, Label
from quiz.ui.widgets.touch import TouchChip

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
        self.page_size = PageSize.A4
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
        self.pdf, self.odt = TouchChip(self.tr("PDF"), checked=True), TouchChip(self.tr("ODT"))
        self.sizes = {
            PageSize.A4: TouchChip(self.tr("A4")),
            PageSize.LETTER: TouchChip(self.tr("Letter")),
        }
        for chips in ((self.pdf, self.odt), tuple(self.sizes.values())):
            group = QButtonGroup(self)
            for chip in chips:
                group.addButton(chip)
                kinds.addWidget(chip)
        for size, chip in self.sizes.items():
            chip.clicked.connect(lambda _=False, size=size: self.show_size(size))
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

    def show_name(self, name: str) -> None:
        """What the files of the lesson are called until somebody calls them otherwise."""
        self.path.setText(name)

    def show_size(self, size: PageSize) -> None:
        """Print on sheets of this size."""
        self.page_size = size
        self.sizes[size].setChecked(True)

    def _print(self, paper: str) -> None:
        name = self.path.text().strip()
        ending = ".odt" if self.odt.isChecked() else ".pdf"
        for known in _ENDINGS:
            name = name.removesuffix(known)
        words = {
            "worksheet": self.tr("worksheet", "part of a file's name"),
            "key": self.tr("answer-key", "part of a file's name"),
            "slips": self.tr("slips", "part of a file's name"),
            "summary": self.tr("summary", "part of a file's name"),
        }
        whole = f"{name}-{words[paper]}{ending}" if PurePath(name).name else ""
        self.print_wanted.emit(paper, whole)
