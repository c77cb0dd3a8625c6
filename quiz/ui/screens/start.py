"""The start: what it is, one button that works at once, and this round's choices beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout

from quiz.model.age_band import AgeBand
from quiz.ui.room import SIDE_BY_SIDE, Fitted, letters_across, stand_or_stack
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Chip, LinkButton, MainButton
from quiz.ui.widgets.card import Card, Page
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption, Display, Heading, Text
from quiz.ui.widgets.topic_choice import TopicChoice

if TYPE_CHECKING:
    from quiz.model.question import Pack

LENGTHS = (5, 10, 20)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a round is to be: `topics` None means all."""

    topics: frozenset[str] | None
    questions: int
    asks_confidence: bool
    age_band: AgeBand


class StartScreen(Fitted):
    """`started(choices)`: play. `sources_wanted()`, `support_wanted()`, `problems_wanted()`.

    `choices_changed(choices)`: another choice, kept for this sitting only.
    """

    started = Signal(object)
    choices_changed = Signal(object)
    sources_wanted = Signal()
    support_wanted = Signal()
    safety_wanted = Signal()
    remember_wanted = Signal()
    problems_wanted = Signal()

    def __init__(
        self,
        choices: Choices,
        settling: Settling,
        *,
        may_choose: bool = True,
        may_save: bool = False,
    ) -> None:
        super().__init__()
        self._choices = choices
        self._settling = settling
        self._noticed = ""
        self._empty = ""
        self._page = Page(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self.headline = Display(self.tr("You have heard it.\nBut is it true?"))
        self.what = Text(
            self.tr(
                "Short statements about sex therapy and sexual wellbeing.\n"
                "Guessing is fine: each answer is explained, with the source."
            )
        )
        self.start = MainButton(self.tr("Start"), hint=self.tr("Enter"), settling=settling)
        self.promises = Caption()
        self.safety = Caption()
        self.due = Text()
        self.due.hide()
        self.notice = Text()
        self.notice.hide()
        self.faults = LinkButton(settling=settling)
        self.faults.hide()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(56, 14, 56, 14)
        self._columns.setSpacing(48)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addSpacing(16)
        for part in (self.headline, self.what):
            left.addWidget(part)
        left.addSpacing(8)
        left.addWidget(self.notice)
        left.addWidget(self.due)
        left.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
        left.addSpacing(8)
        for part in (self.promises, self.safety):
            left.addWidget(part)
        left.addWidget(self.faults, 0, Qt.AlignmentFlag.AlignLeading)
        left.addStretch()
        self._columns.addLayout(left, 5)
        self._card = Card()
        self._columns.addWidget(self._card, 6, Qt.AlignmentFlag.AlignTop)
        self._page.column.addLayout(self._columns)
        self._page.column.addStretch()
        self._build_card(may_choose, may_save)
        self.start.clicked.connect(self._start)
        self.faults.clicked.connect(self.problems_wanted)

    def _build_card(self, may_choose: bool, may_save: bool) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(6)
        column.addWidget(Heading(self.tr("This round")))
        column.addWidget(Caption(self.tr("Topics: leave out what you like")))
        self.topics = TopicChoice(self._choices.topics, self._settling)
        self.topics.changed.connect(self._chosen)
        column.addWidget(self.topics)
        column.addSpacing(6)
        lengths = sorted({*LENGTHS, self._choices.questions})
        self._lengths = self._group(
            column,
            self.tr("Questions"),
            [(QLocale().toString(n), n, n == self._choices.questions) for n in lengths],
        )
        sure = self._choices.asks_confidence
        self._confidence = self._group(
            column,
            self.tr("Ask how sure I am"),
            [(self.tr("Yes"), 1, sure), (self.tr("No"), 0, not sure)],
        )
        bands = {
            AgeBand.CHILD: self.tr("9 and up"),
            AgeBand.YOUNG_TEEN: self.tr("12 and up"),
            AgeBand.TEEN: self.tr("15 and up"),
            AgeBand.ADULT: self.tr("Adults too"),
        }
        self._bands = self._group(
            column,
            self.tr("Statements meant for"),
            [
                (words, list(AgeBand).index(band), band is self._choices.age_band)
                for band, words in bands.items()
                # Offered only where it was asked for: few packs have statements for children.
                if band is not AgeBand.CHILD or self._choices.age_band is band
            ],
        )
        column.addSpacing(8)
        self.sources = LinkButton(self.tr("All sources"), settling=self._settling)
        self.support = LinkButton(self.tr("Where to get help"), settling=self._settling)
        self.about = LinkButton(self.tr("Privacy and safety"), settling=self._settling)
        links = FlowLayout(spacing=10)
        self.remember = LinkButton(self.tr("Come back to missed ones"), settling=self._settling)
        if not may_save:  # shown by itself it would be a window for a moment
            self.remember.hide()
        for link in (self.sources, self.support, self.about, self.remember):
            links.addWidget(link)
        column.addLayout(links)
        self.sources.clicked.connect(self.sources_wanted)
        self.support.clicked.connect(self.support_wanted)
        self.about.clicked.connect(self.safety_wanted)
        self.remember.clicked.connect(self.remember_wanted)
        if not may_choose:
            self._card.hide()

    def _group(
        self, column: QVBoxLayout, head: str, choices: list[tuple[str, int, bool]]
    ) -> QButtonGroup:
        """One choice of several, each an own button."""
        group = QButtonGroup(self)
        row = FlowLayout(spacing=8)
        for words, number, checked in choices:
            chip = Chip(words, checked=checked)
            chip.setAccessibleDescription(head)
            group.addButton(chip, number)
            row.addWidget(chip)
        column.addWidget(Caption(head))
        column.addLayout(row)
        column.addSpacing(4)
        group.idClicked.connect(self._chosen)
        return group

    @property
    def choices(self) -> Choices:
        """What the person has chosen."""
        return self._choices

    def show_pack(self, pack: Pack) -> None:
        """Offer the topics of `pack`."""
        self.topics.show_topics({topic.id: topic.title for topic in pack.topics})
        self._chosen()

    def show_sources(self, count: int) -> None:
        """How many sources there are to look at."""
        self.sources.setText(self.tr("All sources ({0})").format(QLocale().toString(count)))

    def show_due(self, count: int) -> None:
        """How many missed questions are due today; they come first in the next round."""
        self.due.setText(self.tr("Due today: {0}").format(QLocale().toString(count)))
        self.due.setVisible(count > 0)

    def show_notice(self, words: str) -> None:
        """A sentence about something that did not work."""
        self._noticed = words
        self._say_notices()

    def show_empty(self, empty: bool) -> str:
        """Say, and return, that nothing is of the kind that is chosen, until another is chosen."""
        self._empty = (
            self.tr(
                "No statement here is both in these topics and for this age. "
                "Choose more topics, or another age, under “This round”."
            )
            if empty
            else ""
        )
        self._say_notices()
        return self._empty

    def _say_notices(self) -> None:
        words = "\n".join(filter(None, (self._noticed, self._empty)))
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def show_faults(self, count: int) -> None:
        """Say that some content was left out, where anything was."""
        self.faults.setVisible(count > 0)
        if count == 1:
            self.faults.setText(self.tr("One fault in the content: show it"))
        else:
            many = self.tr("{0} faults in the content: show them")
            self.faults.setText(many.format(QLocale().toString(count)))

    def show_safety(self, *, shift: bool) -> None:
        """What leaving quickly does and cannot do, and how to skip (STANDARDS R54)."""
        if shift:
            words = self.tr(
                "“Leave quickly”, or Shift three times, covers everything and ends the program. "
                "It cannot remove what others keep: a browser's history, a recording of the "
                "screen. To leave a statement out, skip it: no reason is needed."
            )
        else:
            words = self.tr(
                "“Leave quickly” covers everything and ends the program. "
                "It cannot remove what others keep: a browser's history, a recording of the "
                "screen. To leave a statement out, skip it: no reason is needed."
            )
        self.safety.setText(words)

    def show_promises(self, *, kept: bool) -> None:
        """What holds now; `kept`: something is stored, because the person asked for it."""
        if kept:
            words = self.tr("Only what you asked for is stored  ·  Never goes online")
        else:
            words = self.tr("Nothing is stored  ·  Never goes online  ·  Skip anything")
        self.promises.setText(words)

    def key(self, event: QKeyEvent) -> bool:
        """Enter starts."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self._start()
        return True

    def take_focus(self) -> None:
        """The focus goes to the one button that works at once."""
        self.start.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The screen itself has no use for it."""
        super().focusInEvent(event)
        self.take_focus()

    def _chosen(self, *_: object) -> None:
        topics = self.topics.wanted
        self.start.setEnabled(topics is None or bool(topics))
        if self._empty:
            self.show_empty(False)
        self._choices = Choices(
            topics=topics,
            questions=self._lengths.checkedId(),
            asks_confidence=self._confidence.checkedId() == 1,
            age_band=list(AgeBand)[self._bands.checkedId()],
        )
        self.choices_changed.emit(self._choices)

    def stop_asking(self) -> None:
        """Confidence is not asked any more."""
        self._confidence.button(0).setChecked(True)
        self._chosen()

    def _start(self) -> None:
        if self.start.isEnabled():
            self.started.emit(self._choices)

    def fit(self) -> None:
        stand_or_stack(self._columns, beside=letters_across(self) > SIDE_BY_SIDE)
