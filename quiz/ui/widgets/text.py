"""Text that wraps: plain text at one and a half line height, one class for each role in the theme.

QLabel would guess rich text and knows no line height, so these lay out and paint themselves, and
keep the layout until text, width or font change. They stay QLabels, so that assistive technology
meets ordinary static text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LINE_HEIGHT = 1.5
FOCUS_WIDTH = 3
_MEASURE = 70
"""Characters in a line at most (STANDARDS 5.5)."""

_LONGEST_WORD = 24
"""Letters; what is longer is an address, which may be broken anywhere."""

_WIDTHS_KEPT = 4
_SHAPING = (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange)
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Text(QLabel):
    """Body text. Never rich text, never cut: it takes the height that its width asks for."""

    line_height = LINE_HEIGHT

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layouts: dict[int, tuple[QTextLayout, int]] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._ringed = False
        if text:
            self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; the same text again costs nothing."""
        if text == self.text():
            return
        self._forget()
        super().setText(text)

    def _forget(self) -> None:
        """What was laid out holds no more."""
        self._layouts.clear()
        self._hint = self._least = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _SHAPING:
            self._forget()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._laid_out(inner)[1] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """As wide as the text on one line, within the reading measure of 70 characters."""
        if self._hint is None:
            metrics = QFontMetricsF(self._drawn_font())
            lines = self.text().split("\n")
            longest = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
            measure = metrics.averageCharWidth() * _MEASURE
            margins = self.contentsMargins()
            width = min(longest, measure) + 1.5 + margins.left() + margins.right()
            high = (len(lines) - 1 + math.ceil(longest / measure)) if longest else 1
            height = high * self._step() + 0.5 + margins.top() + margins.bottom()
            self._hint = QSize(round(width), round(height))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """The widest word, so that nothing is cut inside a word; an address may be."""
        if self._least is None:
            metrics = QFontMetricsF(self._drawn_font())
            words = [word for word in self.text().split() if len(word) <= _LONGEST_WORD]
            longest = metrics.horizontalAdvance(max(words, key=len, default=""))
            margins = self.contentsMargins()
            width = round(longest + 1.5) + margins.left() + margins.right()
            height = round(self._step() + 0.499) + margins.top() + margins.bottom()
            self._least = QSize(width, height)
        return self._least

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who come by Tab; text that was given the focus to be read needs none."""
        self._ringed = event.reason() in _BY_TAB
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = self.contentsRect()
        layout, height = self._laid_out(inner.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = inner.top()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0, round((inner.height() - height) / 2))
        layout.draw(painter, QPointF(inner.left(), top))
        if self._ringed and self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.palette().color(self.foregroundRole()))

    def _drawn_font(self) -> QFont:
        """The font that the text is laid out in."""
        return self.font()

    def _step(self) -> float:
        """From one line to the next; never less than the font needs."""
        font = self._drawn_font()
        return max(font.pixelSize() * self.line_height, QFontMetricsF(font).height())

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """The text laid out over `width` pixels, and its height; kept for a few widths."""
        found = self._layouts.get(width)
        if found is None:
            if len(self._layouts) >= _WIDTHS_KEPT:
                self._layouts.clear()
            found = self._layouts[width] = self._lay_out(width)
        return found

    def _side(self) -> Qt.AlignmentFlag:
        """Where lines begin: a QTextLayout takes "leading" for the left in either direction.

        QStyle.visualAlignment says the same, but loading it would cost the start a fortieth.
        """
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if mirrored and not side & Qt.AlignmentFlag.AlignAbsolute:
            if side & Qt.AlignmentFlag.AlignLeading:
                return Qt.AlignmentFlag.AlignRight
            if side & Qt.AlignmentFlag.AlignTrailing:
                return Qt.AlignmentFlag.AlignLeft
        return side

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        option = QTextOption(self._side())
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self._drawn_font())
        layout.setTextOption(option)
        step = self._step()
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, math.ceil(max(count, 1) * step)


def draw_focus(painter: QPainter, rect: QRectF, colour: QColor, radius: float = 8) -> None:
    """The ring around what has the focus: 3 px, inside the widget's own edge (STANDARDS 5.4)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, FOCUS_WIDTH))
    edge = FOCUS_WIDTH / 2
    painter.drawRoundedRect(rect.adjusted(edge, edge, -edge, -edge), radius, radius)
    painter.restore()


class Display(Text):
    """The start screen's own line."""

    line_height = 1.2


class Figure(Text):
    """A large number."""

    line_height = 1.1


class Statement(Text):
    """The statement that is asked about; it can give way where there is more to be seen with it."""

    line_height = 1.35
    _share = 1.0

    def give_way(self, shares: Sequence[float], width: int, height: int) -> None:
        """Be drawn at the first of these shares of its size at which `height` is enough, or else
        at the last.
        """
        chosen = next((s for s in shares if self._height_at(s, width) <= height), shares[-1])
        if chosen != self._share:
            self._share = chosen
            self._forget()
            self.updateGeometry()
            self.update()

    def _height_at(self, share: float, width: int) -> int:
        if share == self._share:
            return self.heightForWidth(width)
        kept, self._share = self._share, share
        height = self._lay_out(width)[1]
        self._share = kept
        return height

    def _drawn_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * self._share))
        return font


class VerdictLine(Text):
    """The verdict word and the fact."""

    line_height = 1.3


class Heading(Text):
    """The head of a card or screen."""


class Strong(Text):
    """Body text that carries the weight."""


class Reference(Text):
    """What a work is called and what it says: there is much of it in little room."""


class Label(Text):
    """A small head over a part, quiet."""


class Caption(Text):
    """The smallest text, quiet."""
