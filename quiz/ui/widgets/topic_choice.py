"""Which topics: a calm summary, and a press that opens the choice."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Chip, SmallButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Text


class TopicChoice(QWidget):
    """`changed()`: other topics are wanted. `wanted` are their ids, None stands for all of them."""

    changed = Signal()

    def __init__(self, wanted: frozenset[str] | None, settling: Settling) -> None:
        super().__init__()
        self.wanted = wanted
        self._titles: dict[str, str] = {}
        self._chips: dict[str, Chip] = {}
        self.summary = Text(self.tr("All topics"), self)
        self.choose = SmallButton(self.tr("Choose topics"), self, settling=settling)
        self.all_topics: Chip | None = None
        row = FlowLayout(spacing=16)
        row.addWidget(self.summary)
        row.addWidget(self.choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._panel: QWidget | None = None
        self.choose.clicked.connect(self._open_or_close)

    def show_topics(self, titles: dict[str, str]) -> None:
        """Offer these topics, by id; what is wanted of others is forgotten."""
        self._titles = titles
        if self.wanted is not None:
            self.wanted = self._as_wanted(self.wanted & titles.keys())
        if self._panel is not None:
            self._column.removeWidget(self._panel)
            self._panel.deleteLater()
            self._panel = None
            self._open_or_close()
        self._summarise()

    def _open_or_close(self) -> None:
        if self._panel is None:
            self._panel = self._build_panel()
            self._column.addWidget(self._panel)
            self._panel.show()
        else:
            self._panel.setVisible(self._panel.isHidden())
        is_open = not self._panel.isHidden()
        self.choose.setText(self.tr("Done") if is_open else self.tr("Choose topics"))

    def _build_panel(self) -> QWidget:
        """A chip for all topics and one for each."""
        panel = QWidget(self)
        flow = FlowLayout(panel, spacing=8)
        before: QWidget = self.choose
        self.all_topics = Chip(self.tr("All topics"), panel, checked=self.wanted is None)
        self.all_topics.clicked.connect(self._want_all)
        self._chips = {
            topic: Chip(title, panel, checked=self.wanted is None or topic in self.wanted)
            for topic, title in self._titles.items()
        }
        for chip in (self.all_topics, *self._chips.values()):
            flow.addWidget(chip)
            self.setTabOrder(before, chip)
            before = chip
        for chip in self._chips.values():
            chip.setAccessibleDescription(self.tr("Topic"))
            chip.clicked.connect(self._want_these)
        return panel

    def _want_all(self) -> None:
        for chip in self._chips.values():
            chip.setChecked(True)
        self._want_these()

    def _want_these(self) -> None:
        on = {topic for topic, chip in self._chips.items() if chip.isChecked()}
        self.wanted = self._as_wanted(on)
        assert self.all_topics is not None
        self.all_topics.setChecked(self.wanted is None)
        self._summarise()
        self.changed.emit()

    def _as_wanted(self, topics: Collection[str]) -> frozenset[str] | None:
        return None if len(topics) == len(self._titles) else frozenset(topics)

    def _summarise(self) -> None:
        n = QLocale().toString
        number = len(self._titles)
        if self.wanted is None:
            self.summary.setText(self.tr("All {0} topics").format(n(number)))
        else:
            words = self.tr("{0} of {1} topics").format(n(len(self.wanted)), n(number))
            self.summary.setText(words)
