"""The resting screen: a true fact, who says so, and an invitation (STANDARDS R94 to R96, R106).

It knows nothing of any visitor: what it shows follows from the clock alone. It has its own colours
and type, so that what a visitor chose for reading cannot reach it. The whole of it wakes, and does
nothing else; what looks like a button is one for those who press by other means than a finger.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from quiz.model.citation import short_reference
from quiz.model.glass import ANSWER_MM, CAPITALS_MM, GAP_MM, Glass, Print
from quiz.model.question import Question
from quiz.ui.kiosk.capitals import font_of
from quiz.ui.kiosk.resting import SHIFTS, fact_at, shift_at
from quiz.ui.theme import DARK
from quiz.ui.widgets.text import Text

_LARGEST_FACT_MM = 24.0
_STEP_MM = 0.5
_BEARABLE = 0.7
_EDGE = 0.07
_ROOM_TO_SHIFT = max(max(shift) for shift in SHIFTS)
_WEIGHT = QFont.Weight


@dataclass(frozen=True, slots=True)
class Fact:
    """A true sentence and a short reference to who says so."""

    words: str
    source: str

    @classmethod
    def of(cls, question: Question) -> Fact:
        """The fact of `question`, never its statement, and its first source."""
        return cls(question.fact, short_reference(question.citations[0].source))


@dataclass(frozen=True, slots=True)
class _Shades:
    ground: str
    text: str
    quiet: str
    head: str
    fill: str
    on_fill: str


_LIT = _Shades(DARK.window, DARK.text, DARK.quiet, DARK.right, DARK.action, DARK.on_action)
_DIM = _Shades("#000000", "#8A94A6", "#727C8E", "#7C97B5", "#000000", "#8A94A6")
"""Outside opening hours: black, and no more light than reading takes (contrast 4.5 at least)."""


class AttractScreen(QWidget):
    """`woken()`: somebody touched it and let go, or pressed a key.

    `facts` may be empty: then there is only the title and the invitation. `languages` are named as
    they call themselves; one alone is not named. `distance_mm`: from where it is read.
    """

    woken = Signal()

    def __init__(
        self,
        facts: Iterable[Fact],
        glass: Glass,
        *,
        languages: Iterable[str] = (),
        distance_mm: float = 600,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._languages = tuple(languages)
        self._counted = False
        self._glass = glass
        self._distance = distance_mm
        self._pressed = False
        self._dim: bool | None = None
        self._shift = QPoint(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # as in Cover: nothing beneath
        # Its own, as well: a visitor's language may turn the rest of the program round.
        self.setLayoutDirection(self.layoutDirection())
        self.title = Text(self.tr("Myth or Reality · while you wait"), self)
        self.head = Text(self.tr("Did you know?"), self)
        self.fact = AttractFact(parent=self)
        self.source = Text(parent=self)
        self.invitation = Invitation(self.tr("Touch to start"), self)
        self.invitation.clicked.connect(self.woken)
        self.promise = Text(parent=self)
        self._parts = (
            self.title,
            self.head,
            self.fact,
            self.source,
            self.invitation,
            self.promise,
        )
        self.setAccessibleName(self.invitation.text())
        self.promise.setText(self._promise(on_lines=True))
        self.dim(False)
        self.show_facts(facts)

    # What is shown

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """From now on these: other content was taken over."""
        self._facts = tuple(facts)
        self._lay_out()
        self.show_moment(0.0)

    def show_languages(self, languages: Iterable[str], *, counted: bool = False) -> None:
        """Say which languages one may choose on the next page, and what is promised.

        `counted`: the site keeps anonymous counts, and a promise has to be true (STANDARDS R115).
        """
        self._languages = tuple(languages)
        self._counted = counted
        self._lay_out()

    def _promise(self, *, on_lines: bool) -> str:
        """What is promised, each sentence on a line of its own where there is room."""
        sentences = (
            self.tr("A few questions, no names."),
            self.tr("Nothing about you is stored.")
            if self._counted
            else self.tr("Nothing you do here is stored."),
        )
        promise = ("\n" if on_lines else " ").join(sentences)
        if len(self._languages) < 2:
            return promise
        return f"{promise}\n{' · '.join(self._languages)}"

    def show_glass(self, glass: Glass) -> None:
        """The screen is another one."""
        self._glass = glass
        self._lay_out()

    def show_moment(self, seconds: float) -> None:
        """Show what belongs to this moment of a steady clock."""
        if self._facts:
            fact = self._facts[fact_at(seconds, len(self._facts))]
            self.fact.setText(fact.words)
            self.source.setText(self.tr("Source: {0}").format(fact.source))
        for part in (self.head, self.fact, self.source):
            part.setVisible(bool(self._facts))
        self._shift = QPoint(*shift_at(seconds))
        self._place()

    def dim(self, dimmed: bool) -> None:
        """Outside opening hours: black, and little light."""
        if dimmed == self._dim:
            return
        self._dim = dimmed
        shades = _DIM if dimmed else _LIT
        inks = (shades.quiet, shades.head, shades.text, shades.quiet, shades.on_fill, shades.quiet)
        for part, ink in zip(self._parts, inks, strict=True):
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
            palette.setColor(QPalette.ColorRole.Button, QColor(shades.fill))
            part.setPalette(palette)
        own = QPalette()
        own.setColor(QPalette.ColorRole.Window, QColor(shades.ground))
        self.setPalette(own)
        self.update()

    # How large, and where

    def _lay_out(self) -> None:
        """The largest type in which the longest fact fits, for all facts alike."""
        if self.width() < 2 or self.height() < 2:
            return
        longest_first = sorted(self._facts, key=lambda fact: -len(fact.words))
        for size in _sizes():
            self._dress(*size)
            if all(self._fits(fact) for fact in longest_first or (Fact("", ""),)):
                break
        self._place()

    def _dress(self, fact_mm: float, large: bool) -> None:
        least, usual = CAPITALS_MM[Print.STATEMENT]
        # Where the fact has to be far smaller than it should be, so has all else: it comes first.
        less = min(1.0, fact_mm / (_BEARABLE * least))
        capital = self._glass.capital
        statement = capital(Print.STATEMENT, self._distance, large=True) * fact_mm / usual
        caption = capital(Print.CAPTION, self._distance, large=large) * less
        button = capital(Print.BUTTON, self._distance, large=large) * less
        quiet = font_of(caption)
        self.promise.setText(self._promise(on_lines=large))
        for part, font in (
            (self.title, font_of(caption, _WEIGHT.DemiBold)),
            (self.head, font_of(max(caption, statement * 0.55), _WEIGHT.DemiBold)),
            (self.fact, font_of(statement, _WEIGHT.Bold)),
            (self.source, quiet),
            (self.invitation, font_of(max(button, statement * 0.55), _WEIGHT.DemiBold)),
            (self.promise, quiet),
        ):
            part.setFont(font)
        metrics = QFontMetricsF(self.invitation.font())
        self.invitation.setFixedSize(
            round(metrics.horizontalAdvance(self.invitation.text()) + 3.6 * metrics.height()),
            max(round(less * self._glass.pixels(ANSWER_MM)), round(1.8 * metrics.height())),
        )

    def _inner(self) -> QRect:
        """What everything has room in, wherever it is shifted to."""
        wide, high = round(self.width() * _EDGE), round(self.height() * _EDGE)
        least = self._glass.pixels(GAP_MM)
        side, top = max(wide, least), max(high, least)
        return self.rect().marginsRemoved(
            QMargins(side, top, side + _ROOM_TO_SHIFT, top + _ROOM_TO_SHIFT)
        )

    def _gap(self) -> int:
        return max(self._glass.pixels(GAP_MM), round(self.fact.font().pixelSize() * 0.4))

    def _heights(self, words: str, source: str) -> tuple[int, int, int]:
        """How high the head, the fact and the source are."""
        wide = self._inner().width()
        return (
            self.head.heightForWidth(wide),
            measured(self.fact, words, wide),
            measured(self.source, source, wide),
        )

    def _row(self) -> tuple[QRect, QRect]:
        """Where the invitation and the promise beside it (below it where narrow) stand."""
        inner, gap = self._inner(), 2 * self._gap()
        button = self.invitation.size()
        beside = inner.width() - button.width() - gap
        if beside >= 0.38 * inner.width():
            high = self.promise.heightForWidth(beside)
            row = max(high, button.height())
            top = inner.bottom() + 1 - row
            return (
                QRect(QPoint(inner.left(), top + (row - button.height()) // 2), button),
                QRect(inner.right() + 1 - beside, top + (row - high) // 2, beside, high),
            )
        high = self.promise.heightForWidth(inner.width())
        top = inner.bottom() + 1 - high
        return (
            QRect(QPoint(inner.left(), top - gap // 2 - button.height()), button),
            QRect(inner.left(), top, inner.width(), high),
        )

    def _between(self) -> QRect:
        """The room for the fact: below the title and above the invitation."""
        inner, gap = self._inner(), self._gap()
        top = inner.top() + self.title.heightForWidth(inner.width()) + gap
        invitation, promise = self._row()
        bottom = min(invitation.top(), promise.top()) - gap
        return QRect(inner.left(), top, inner.width(), max(0, bottom - top))

    def _fits(self, fact: Fact) -> bool:
        inner = self._inner()
        metrics = QFontMetricsF(self.fact.font())
        wide = max(
            self.invitation.width(),
            self.title.minimumSizeHint().width(),
            max(map(metrics.horizontalAdvance, fact.words.split()), default=0.0),
        )
        source = self.tr("Source: {0}").format(fact.source)
        high = sum(self._heights(fact.words, source)) + self._gap()
        return wide <= inner.width() and high <= self._between().height()

    def _place(self) -> None:
        inner, between = self._inner(), self._between()
        wide = inner.width()
        head, fact, source = self._heights(self.fact.text(), self.source.text())
        top = between.top() + max(0, (between.height() - head - fact - source - self._gap()) // 2)
        invitation, promise = self._row()
        places = {
            self.title: QRect(inner.topLeft(), inner.size()),
            self.head: QRect(inner.left(), top, wide, head),
            self.fact: QRect(inner.left(), top + head, wide, fact),
            self.source: QRect(inner.left(), top + head + fact + self._gap(), wide, source),
            self.invitation: invitation,
            self.promise: promise,
        }
        places[self.title].setHeight(self.title.heightForWidth(wide))
        for part, place in places.items():
            mirrored = QStyle.visualRect(self.layoutDirection(), inner, place)
            part.setGeometry(mirrored.translated(self._shift))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().window())

    # Waking

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only what was pressed here wakes: the finger of the visitor before may still come up."""
        pressed, self._pressed = self._pressed, False
        if pressed:
            self.woken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key wakes, once."""
        if not event.isAutoRepeat():
            self.woken.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pressed = False


def _sizes() -> Iterable[tuple[float, bool]]:
    """Heights of a fact's capitals in mm, and whether all else is large: the best first.

    Below the least of STANDARDS 5.5 only where the screen is too small for it: nothing is cut.
    """
    least, large = CAPITALS_MM[Print.STATEMENT]
    mm = _LARGEST_FACT_MM
    while mm > large:
        yield mm, True
        mm -= _STEP_MM
    yield large, True
    mm = large
    while mm > least:
        yield mm, False
        mm -= _STEP_MM
    mm = least
    while mm > 0:
        yield mm, False
        mm -= _STEP_MM


def measured(label: Text, words: str, wide: int) -> int:
    """How high `label` would be with these words."""
    shown = label.text()
    label.setText(words)
    high = label.heightForWidth(wide)
    label.setText(shown)
    return high


class AttractFact(Text):
    """The fact, in the largest type."""

    line_height = 1.25


class Invitation(QPushButton):
    """Touching anywhere does the same: a finger goes through it to the screen. Switches and screen
    readers press it.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(2.0, self.height() / 50)
        ink = self.palette().windowText().color()
        painter.setPen(QPen(ink, line))
        painter.setBrush(self.palette().button())
        edge = line / 2
        round_by = self.height() / 5
        frame = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(frame, round_by, round_by)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
