"""The evidence card: who says so, where, how strong it is, when it was checked, and a QR code."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from quiz.model.citation import full_reference, link
from quiz.model.question import Citation, Strength
from quiz.ui.widgets.buttons import SmallButton
from quiz.ui.widgets.column import ColumnWidget
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.qr import QrCode, qr_image
from quiz.ui.widgets.text import Caption, Heading, Reference, Strong, Text
from quiz.ui.words import evidence_word, month_and_year, strength_word

_BARS = {
    Strength.STRONG: 3,
    Strength.MODERATE: 2,
    Strength.LIMITED: 1,
    Strength.CONSENSUS: 2,
    Strength.LAW: 3,
}


class EvidenceCard(ColumnWidget):
    """Shows one citation at a time of those it is given.

    `copy_wanted(text)`: the person wants the reference on the clipboard.
    `open_wanted(link)`: the person wants the link in a browser.
    """

    copy_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, may_copy: bool = True, may_open: bool = False
    ) -> None:
        super().__init__(parent)
        self._citations: tuple[Citation, ...] = ()
        self._shown = 0
        self._head = Heading(self.tr("Who says so?"), self)
        self._reference = Reference(parent=self)
        self._supports = Reference(parent=self)
        self._where = Caption(parent=self)
        self._strength = Strong(parent=self)
        self._checked = Caption(parent=self)
        self._qr = QrCode(self)
        self._scan = Caption(
            self.tr("Scan to read it on your own phone. This program never goes online."), self
        )
        self._copy = SmallButton(self.tr("Copy citation"), self)
        self._open = SmallButton(self.tr("Open in browser"), self)
        self._more = SmallButton(parent=self)
        self._traces = Text(self.tr("A browser keeps traces: the page stays in its history."), self)
        self._really = SmallButton(self.tr("Open it"), self)
        self._rather_not = SmallButton(self.tr("Not now"), self)
        self._asking = False
        for part in (self._traces, self._really, self._rather_not):
            part.hide()
        self._copy.setVisible(may_copy)
        self._may_open = may_open
        column = self.column
        for part in (self._head, self._reference, self._supports, self._where):
            column.add(part, above=6)
        column.add(self._strength, above=10)
        column.add(self._checked, above=2)
        column.add(self._qr, above=12)
        column.setAlignment(self._qr, Qt.AlignmentFlag.AlignLeading)
        column.add(self._scan, above=6)
        buttons = FlowLayout()
        for button in (self._copy, self._open, self._more):
            buttons.addWidget(button)
        column.add(self._traces, above=10)
        for answer in (self._really, self._rather_not):
            buttons.addWidget(answer)
        column.add_layout(buttons, above=10)
        self._copy.clicked.connect(self._want_copy)
        self._open.clicked.connect(self._ask_before_opening)
        self._really.clicked.connect(self._want_open)
        self._rather_not.clicked.connect(self._not_now)
        self._more.clicked.connect(self._show_next)

    def show_citations(self, citations: tuple[Citation, ...]) -> None:
        """Show the first of `citations`; the others are one press away."""
        self._citations = citations
        self._show(0)

    def prepare(self, citations: tuple[Citation, ...]) -> None:
        """Make the QR code of the first citation ahead of time, since that takes some work."""
        if citations and link(citations[0].source):
            qr_image(link(citations[0].source))

    def _show(self, index: int) -> None:
        self._shown = index
        self._hide_question()
        citation = self._citations[index]
        source = citation.source
        address = link(source)
        self._reference.setText(full_reference(source))
        self._supports.setText(self.tr("What it says: {0}").format(citation.supports))
        self._where.setText(self.tr("Where: {0}").format(citation.locator))
        bars = "▮" * _BARS[source.evidence.strength] + "▯" * (3 - _BARS[source.evidence.strength])
        kind, strength = evidence_word(source.evidence), strength_word(source.evidence.strength)
        self._strength.setText(self.tr("{0} {1}: {2}").format(bars, kind, strength))
        self._strength.setAccessibleName(self.tr("{0}: {1}").format(kind, strength))
        when = month_and_year(source.checked.year, source.checked.month)
        self._checked.setText(self.tr("Last checked in {0}").format(when))
        self._qr.show_link(address, self.tr("QR code of {0}").format(address))
        self._scan.setVisible(bool(address))
        self._open.setVisible(self._may_open and bool(address))
        others = len(self._citations) - 1
        self._more.setVisible(others > 0)
        if others:
            self._more.setText(
                self.tr("Source {0} of {1}: next").format(
                    QLocale().toString(index + 1), QLocale().toString(others + 1)
                )
            )

    def _show_next(self) -> None:
        self._show((self._shown + 1) % len(self._citations))
        self._reference.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reference.setFocus()

    def _want_copy(self) -> None:
        self.copy_wanted.emit(full_reference(self._citations[self._shown].source))

    def _ask_before_opening(self) -> None:
        """One sentence before a browser is opened, since that leaves traces."""
        self._asking = True
        self._open.hide()
        for part in (self._traces, self._really, self._rather_not):
            part.show()
        self._really.setFocus()
        QTimer.singleShot(0, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None:
            page.ensureWidgetVisible(self._really)

    def _hide_question(self) -> None:
        if not self._asking:  # as nearly always: a reveal has no time to lose
            return
        self._asking = False
        for part in (self._traces, self._really, self._rather_not):
            part.hide()
        self._open.setVisible(self._may_open and self._qr.isVisibleTo(self))

    def _not_now(self) -> None:
        self._hide_question()
        self._open.setFocus()

    def _want_open(self) -> None:
        self._hide_question()
        self.open_wanted.emit(link(self._citations[self._shown].source))
