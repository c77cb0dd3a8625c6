"""Every source of a pack, to search through; or those of one question."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.citation import full_reference
from quiz.model.question import Citation, Question, Source
from quiz.ui.room import room, stand_or_stack
from quiz.ui.screens.aside import Aside
from quiz.ui.settle import Settling
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.column import TextPage
from quiz.ui.widgets.evidence import EvidenceCard
from quiz.ui.widgets.search import SearchField
from quiz.ui.widgets.text import Caption, Heading
from quiz.ui.widgets.wrapped_list import WrappedList

STACKED = 0.65
"""Share of its margins up to which the screen has its list over the card."""


class SourcesScreen(Aside):
    """`copy_wanted(text)`, `open_wanted(link)`: as on the evidence card."""

    copy_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(
        self,
        settling: Settling,
        *,
        may_copy: bool,
        may_open: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(settling, parent)
        self._sources: tuple[Source, ...] = ()
        self._found: list[Source] = []
        self._uses: dict[str, Citation] = {}
        self.head = Heading(self.tr("Sources"), self)
        self.search = SearchField(self)
        self.search.setPlaceholderText(self.tr("Name, word or year"))
        self.search.setAccessibleName(self.tr("Search the sources"))
        self.count = Caption(parent=self)
        self.list = WrappedList(self)
        self.list.setAccessibleName(self.tr("Sources found"))
        self.evidence = EvidenceCard(may_copy=may_copy, may_open=may_open)
        side = Card(self)
        page = TextPage(side)
        page.column.add(self.evidence)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(24, 20, 16, 20)
        inner.addWidget(page)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.head, 1)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        body = QWidget(self)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self._body.addWidget(self.list, 3)
        self._body.addWidget(side, 2)
        self.lay_out(body, head=top)
        self.search.textChanged.connect(self._search)
        self.list.row_chosen.connect(self._choose)
        self.evidence.copy_wanted.connect(self.copy_wanted)
        self.evidence.open_wanted.connect(self.open_wanted)

    def fit(self) -> None:
        """Side by side, or where the text is large the list over the card."""
        super().fit()
        wide = room(self) > STACKED
        stand_or_stack(self._body, beside=wide)
        self._body.setStretch(1, 2 if wide else 4)

    def show_pack(self, sources: tuple[Source, ...], questions: tuple[Question, ...]) -> None:
        """Offer all `sources`; what each says is taken from the first question that cites it.

        `questions` are those in play, so that nothing above the age band can be read here.
        """
        self._uses = {}
        for question in questions:
            for citation in question.citations:
                self._uses.setdefault(citation.source.id, citation)
        cited = (source for source in sources if source.id in self._uses)
        self._sources = tuple(sorted(cited, key=full_reference))
        self.head.setText(self.tr("Sources"))
        self._offer()

    def show_question(self, question: Question) -> None:
        """Offer the sources of one question."""
        self._uses = {citation.source.id: citation for citation in question.citations}
        self._sources = tuple(citation.source for citation in question.citations)
        self.head.setText(question.fact)
        self._offer()

    def _offer(self) -> None:
        self.search.clear()
        self.search.setVisible(len(self._sources) > 5)
        self._search("")
        (self.search if self.search.isVisibleTo(self) else self.list).setFocus()

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        self._found = [
            source
            for source in self._sources
            if all(word in full_reference(source).casefold() for word in words)
        ]
        self.list.show_rows([full_reference(source) for source in self._found])
        n = QLocale().toString
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("000 of 000") + 4)
        self.count.setText(self.tr("{0} of {1}").format(n(len(self._found)), n(len(self._sources))))
        self._choose(0)

    def _choose(self, row: int) -> None:
        found = 0 <= row < len(self._found)
        self.evidence.setVisible(found)
        if found:
            self.evidence.show_citations((self._uses[self._found[row].id],))
