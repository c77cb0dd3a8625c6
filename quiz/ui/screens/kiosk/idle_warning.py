"""The warning before everything is wiped: words, a number and a bar (STANDARDS R97, R81).

It covers the whole window: who comes by while nobody answers sees nothing of the visitor's view,
and a touch that ends it cannot reach what lies beneath.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from quiz.model.glass import CAPITALS_MM, Glass, Print
from quiz.ui.announce import announce
from quiz.ui.kiosk.capitals import font_of
from quiz.ui.kiosk.idle import IdleState
from quiz.ui.theme import LIGHT
from quiz.ui.widgets.text import Text

SAID_AGAIN = 10
"""Seconds left at which a screen reader says it once more."""

_NUMBER_MM = 20.0
_EDGE = 0.08


class IdleWarning(QWidget):
    """Covers its parent while it is shown. Colours and type are its own, as on the resting screen:
    the warning is read from further away than what was read before.
    """

    def __init__(self, glass: Glass, parent: QWidget, *, distance_mm: float = 600) -> None:
        super().__init__(parent)
        self._over = parent
        self._glass = glass
        self._distance = distance_mm
        self._left = 0
        self.head = Text(parent=self)
        self.number = Text(parent=self)
        self.what = Text(parent=self)
        self.how = Text(parent=self)
        self.bar = TimeBar(self)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.window))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(LIGHT.text))
        palette.setColor(QPalette.ColorRole.Mid, QColor(LIGHT.line))
        self.setPalette(palette)
        for part in (self.head, self.number, self.what, self.how, self.bar):
            part.setPalette(palette)
        for text in (self.head, self.number, self.what, self.how):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.line_height = 1.2
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def words(self) -> str:
        """All that it says, in one go, for those who listen."""
        return " ".join((self.head.text(), self.what.text(), self.how.text() + "."))

    def show_glass(self, glass: Glass) -> None:
        """The screen is another one."""
        self._glass = glass

    def show_left(self, state: IdleState) -> None:
        """Show how long it still is, over everything; say so at the beginning and near the end."""
        begins = self.isHidden()
        changed = begins or state.left != self._left
        if begins:  # in the language of this visitor
            self.head.setText(self.tr("Are you still there?"))
            self.how.setText(self.tr("Touch anywhere to go on"))
        if changed:
            self._left = state.left
            number = QLocale().toString(state.left)
            self.number.setText(number)
            words = self.tr("In {0} seconds your answers are forgotten.").format(number)
            last = self.tr("In 1 second your answers are forgotten.")
            self.what.setText(last if state.left == 1 else words)
            self.setAccessibleName(self.words)
        self.bar.show_share(state.share)
        if begins:
            self.setGeometry(self._over.rect())
            self._lay_out()
            self.raise_()
            self.show()
            self.setFocus()
        if begins or (changed and state.left == SAID_AGAIN):
            announce(self, self.words, urgent=True)

    def _lay_out(self) -> None:
        if not self._dress(large=True):
            self._dress(large=False)
        inner, gap = self._inner(), self._gap()
        top = inner.top() + max(0, (inner.height() - self._height()) // 2)
        for part in (self.head, self.number, self.bar, self.what, self.how):
            high = self._high(part)
            part.setGeometry(QRect(inner.left(), top, inner.width(), high))
            top += high + gap

    def _dress(self, *, large: bool) -> bool:
        """Take this size; whether everything fits."""
        capital = self._glass.capital
        text = font_of(capital(Print.TEXT, self._distance, large=large))
        head = capital(Print.STATEMENT, self._distance, large=large)
        scale = _NUMBER_MM / CAPITALS_MM[Print.STATEMENT][1]
        self.head.setFont(font_of(head, QFont.Weight.Bold))
        self.number.setFont(font_of(head * scale, QFont.Weight.Bold))
        self.what.setFont(text)
        button = capital(Print.BUTTON, self._distance, large=large)
        self.how.setFont(font_of(button, QFont.Weight.DemiBold))
        return self._height() <= self._inner().height()

    def _inner(self) -> QRect:
        edge = round(_EDGE * min(self.width(), self.height()))
        return self.rect().adjusted(edge, edge, -edge, -edge)

    def _gap(self) -> int:
        return self._glass.pixels(4)

    def _high(self, part: QWidget) -> int:
        if part is self.bar:
            return self._glass.pixels(5)
        return part.heightForWidth(self._inner().width())

    def _height(self) -> int:
        parts = (self.head, self.number, self.bar, self.what, self.how)
        return sum(map(self._high, parts)) + self._gap() * (len(parts) - 1)

    def hideEvent(self, event: QHideEvent) -> None:
        """What it said goes with it: the tree of names must not tell how the last visit ended."""
        super().hideEvent(event)
        self._left = 0
        for text in (self.number, self.what):
            text.setText("")
        self.setAccessibleName("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().window())


class TimeBar(QWidget):
    """How much of the time is left, as a length. It carries no words: the number beside it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 1.0

    @property
    def share(self) -> float:
        """What is shown, 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Show this much."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        round_by = whole.height() / 2
        painter.setBrush(self.palette().mid())
        painter.drawRoundedRect(whole, round_by, round_by)
        whole.setWidth(whole.width() * self._share)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            whole.moveRight(self.width())
        painter.setBrush(self.palette().windowText())
        painter.drawRoundedRect(whole, round_by, round_by)
