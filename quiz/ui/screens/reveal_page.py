"""The reveal: the verdict and the fact, why, who says so, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.session import Answer
from quiz.ui.room import Fitted, fit_margins, letters_across, room
from quiz.ui.settle import Settling
from quiz.ui.widgets.banner import Banner, MissedBanner, RightBanner, SkippedBanner
from quiz.ui.widgets.buttons import Button, LinkButton, MainButton
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.column import TextPage
from quiz.ui.widgets.evidence import EvidenceCard
from quiz.ui.widgets.explanation import Explanation
from quiz.ui.widgets.text import Strong
from quiz.ui.words import say_verdict, verdict_word

WIDE = 56
"""Letters of body text across from which the evidence card stands beside the explanation."""


class RevealPage(Fitted):
    """The verdict, the explanation, the evidence, and the way on.

    The evidence stands beside the explanation, and below it where there is less room.
    """

    go_on = Signal()
    support_wanted = Signal()

    def __init__(
        self, settling: Settling, *, may_copy: bool, may_open: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._card = Card(self)
        self._side = Card(self)
        self._page = TextPage(self)
        # Each is made as our child in the order of reading, which then is the order of Tab.
        self.sure = Strong(self.tr("Many people are sure of this one."), self)
        self.banners: tuple[Banner, ...] = (
            RightBanner(self),
            MissedBanner(self),
            SkippedBanner(self),
        )
        self.reveal_fact = Button(self.tr("Show the fact"), self, settling=settling)
        self.explanation = Explanation(self)
        self.evidence = EvidenceCard(self, may_copy=may_copy, may_open=may_open)
        self._side_page = TextPage(self)
        self.support = LinkButton(self.tr("Where to get help"), self, settling=settling)
        self.next = MainButton(self.tr("Next"), self, hint=self.tr("Enter"), settling=settling)
        self._inner = self._page.column
        self._inner.setContentsMargins(0, 0, 8, 0)
        for part in (self.sure, *self.banners, self.reveal_fact, self.explanation):
            self._inner.add(part, above=18 if part is self.explanation else 6)
        self._wide: bool | None = None
        row = QHBoxLayout()
        row.addWidget(self.support)
        row.addStretch()
        row.addWidget(self.next)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.addWidget(self._card, 0, 0, 2, 1)
        grid.addWidget(self._side, 0, 1, 2, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._page, 1)
        left.addLayout(row)
        self._left = left
        grid.addLayout(left, 0, 0, 2, 1)
        right = QVBoxLayout()
        right.setContentsMargins(26, 24, 18, 24)
        right.addWidget(self._side_page)
        grid.addLayout(right, 0, 1, 2, 1)
        grid.setColumnStretch(0, 2)
        self._grid = grid
        self._sides = right
        self.next.clicked.connect(self.go_on)
        self.support.clicked.connect(self.support_wanted)
        self.reveal_fact.clicked.connect(self._show_all)
        self._arrange(wide=True)

    def show_answer(self, answer: Answer, *, is_last: bool) -> None:
        """Show how `answer` went and why."""
        question = answer.question
        if answer.skipped:
            shown, outcome = self.banners[2], self.tr("Skipped")
        elif answer.right:
            shown = self.banners[0]
            outcome = self.tr("Right: you said {0}").format(verdict_word(question.verdict))
        else:
            shown = self.banners[1]
            said = verdict_word(question.verdict.other)
            outcome = self.tr("Not this time: you said {0}").format(said)
        shown.show_verdict(outcome, say_verdict(question))
        hides = answer.skipped and bool(question.content_note)
        for banner in self.banners:
            banner.setVisible(banner is shown and not hides)
        self._banner = shown
        self.sure.setVisible(answer.sure_and_wrong)
        self.explanation.show_question(question)
        self.explanation.setVisible(not hides)
        self.evidence.show_citations(question.citations)
        self.evidence.setVisible(not hides)
        self.reveal_fact.setVisible(hides)
        self.support.setVisible(bool(question.content_note))
        self.next.setText(self.tr("Results") if is_last else self.tr("Next"))
        self._page.to_top()
        self._side_page.to_top()

    def focus_verdict(self) -> None:
        """Put the focus where reading starts."""
        if self.reveal_fact.isVisibleTo(self):
            self.reveal_fact.setFocus()
        else:
            self._banner.line.setFocus()

    def _show_all(self) -> None:
        self.reveal_fact.hide()
        self._banner.show()
        self.explanation.show()
        self.evidence.show()
        self._banner.line.setFocus()

    def fit(self) -> None:
        fit_margins(self._left, room(self), 28, 24, 28, 22)
        self._arrange(wide=letters_across(self) >= 2 * WIDE)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._side_page.column.add(self.evidence)
        else:
            self._inner.add(self.evidence, above=28)
        self._side.setVisible(wide)
        self._side_page.setVisible(wide)
        self._sides.setContentsMargins(*((26, 24, 18, 24) if wide else (0, 0, 0, 0)))
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setHorizontalSpacing(24 if wide else 0)
