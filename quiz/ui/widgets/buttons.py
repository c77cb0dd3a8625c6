"""Buttons that paint themselves from their palette; act on release, and take Enter like Space.

One class for each meaning, so that the theme can give it colours and a font. A button may carry a
key hint (drawn, not part of its name) and a mark in front of its text.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from quiz.ui.settle import Settling
from quiz.ui.theme import TARGET
from quiz.ui.widgets.text import draw_focus

_KEYS_THAT_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Mark(Enum):
    """A drawn sign; the shape carries the meaning, never the colour alone."""

    CROSS = "cross"
    TICK = "tick"
    BAR = "bar"


def draw_mark(painter: QPainter, mark: Mark, box: QRectF, colour: QColor) -> None:
    """Draw `mark` within `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(2.0, box.width() / 7)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    if mark is Mark.CROSS:
        painter.drawLine(QPointF(x + w * 0.2, y + h * 0.2), QPointF(x + w * 0.8, y + h * 0.8))
        painter.drawLine(QPointF(x + w * 0.8, y + h * 0.2), QPointF(x + w * 0.2, y + h * 0.8))
    elif mark is Mark.TICK:
        painter.drawPolyline(
            [
                QPointF(x + w * 0.15, y + h * 0.55),
                QPointF(x + w * 0.4, y + h * 0.8),
                QPointF(x + w * 0.88, y + h * 0.25),
            ]
        )
    else:
        painter.drawLine(QPointF(x + w * 0.2, y + h * 0.5), QPointF(x + w * 0.8, y + h * 0.5))
    painter.restore()


class Button(QPushButton):
    """An outlined button.

    `hint` is the key that does the same; `settling` lets a press on the same spot right after a
    view change go unheard.
    """

    radius = 14.0
    padding = 1.0  # sideways, in line heights
    least = float(TARGET)
    outline = 2.0

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        hint: str = "",
        mark: Mark | None = None,
        settling: Settling | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._hint = hint
        self._mark = mark
        self._settling = settling
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_hint(self, hint: str) -> None:
        """Show which key does the same; "" while none does."""
        if hint != self._hint:
            self._hint = hint
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        width = self._content_width(metrics) + 2 * self.padding * line
        height = line * 1.25 + 16
        return QSize(round(max(width, self.least) + 0.5), round(max(height, self.least) + 0.5))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = self._content_width(metrics) + 16
        return QSize(round(max(width, self.least) + 0.5), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it once, however long they are held."""
        if event.key() not in _KEYS_THAT_PRESS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _KEYS_THAT_PRESS:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.globalPosition().toPoint()
        if self._settling is not None:
            if self._settling.ignores(where):
                return
            self._settling.acted_at(where)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is a press like any other."""
        self.mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, edge = self._colours()
        half = self.outline / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(edge, self.outline) if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, self.radius, self.radius)
        self._paint_content(painter, ink)
        if self.hasFocus():
            self._paint_focus(painter, ink)

    def _paint_focus(self, painter: QPainter, ink: QColor) -> None:
        """A ring that stands out on the fill: the button's ink, inside its edge."""
        inset = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        draw_focus(painter, inset, ink, max(4.0, self.radius - 3))

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        """Fill, ink and edge for the state it is in."""
        palette = self.palette()
        fill = palette.color(QPalette.ColorRole.Button)
        ink = palette.color(QPalette.ColorRole.ButtonText)
        edge = palette.color(QPalette.ColorRole.Mid)
        if self.isChecked():
            return (
                palette.color(QPalette.ColorRole.Highlight),
                palette.color(QPalette.ColorRole.HighlightedText),
                edge,
            )
        if self.isDown() and self.isEnabled():
            return palette.color(QPalette.ColorRole.Midlight), palette.windowText().color(), edge
        return fill, ink, edge

    def _mark_side(self, metrics: QFontMetricsF) -> float:
        return metrics.height() * 1.05 if self._mark else 0.0

    def _content_width(self, metrics: QFontMetricsF) -> float:
        gap = metrics.height() * 0.45
        width = metrics.horizontalAdvance(self.text())
        if self._mark:
            width += self._mark_side(metrics) + gap
        if self._hint:
            width += self._hint_width(metrics) + gap
        return width

    def _hint_width(self, metrics: QFontMetricsF) -> float:
        return max(metrics.height(), metrics.horizontalAdvance(self._hint) * 0.7 + 14)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        metrics = QFontMetricsF(self.font())
        gap = metrics.height() * 0.45
        content = self._content_width(metrics)
        left = (self.width() - content) / 2
        middle = self.height() / 2
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft

        def span(width: float) -> QRectF:
            nonlocal left
            x = self.width() - left - width if rtl else left
            left += width + gap
            return QRectF(x, 0, width, self.height())

        if self._mark:
            side = self._mark_side(metrics)
            place = span(side)
            box = QRectF(place.x(), middle - side / 2, side, side)
            self._paint_mark(painter, box, ink)
        painter.setPen(ink)
        painter.drawText(
            span(metrics.horizontalAdvance(self.text())), Qt.AlignmentFlag.AlignCenter, self.text()
        )
        if self._hint:
            width = self._hint_width(metrics)
            place = span(width)
            height = metrics.height()
            box = QRectF(place.x(), middle - height / 2, width, height)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.2))
            painter.drawRoundedRect(box, 5, 5)
            font = self.font()
            font.setPixelSize(max(9, round(font.pixelSize() * 0.65)))
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)
            painter.setFont(self.font())

    def _paint_mark(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """The sign in a ring: dashed for the cross, whole for the tick."""
        assert self._mark is not None
        dashed = self._mark is Mark.CROSS
        pen = QPen(ink, max(2.0, box.width() / 11))
        if dashed:
            pen.setDashPattern([2.0, 1.4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = pen.widthF() / 2
        painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        inset = box.width() * 0.24
        draw_mark(painter, self._mark, box.adjusted(inset, inset, -inset, -inset), ink)


class MainButton(Button):
    """The one action a screen is about, filled with ink."""

    padding = 1.4

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(62, hint.height()))


class VerdictButton(Button):
    """Myth, Reality or Skip: large, and all of one prominence."""

    radius = 18.0

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        mark: Mark | None = None,
        settling: Settling | None = None,
    ) -> None:
        super().__init__(text, parent, hint=hint, mark=mark, settling=settling)
        self._chosen = False
        self._slim = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint if self._slim else QSize(hint.width(), max(88, round(hint.height() * 1.1)))

    def set_slim(self, slim: bool) -> None:
        """Take no more height than any button, where room is short and the answer is given."""
        if slim != self._slim:
            self._slim = slim
            self.updateGeometry()

    def set_chosen(self, chosen: bool) -> None:
        """Show it as the answer that was given."""
        self._chosen = chosen
        self.update()

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        if self._chosen:
            palette = self.palette()
            fill = palette.color(QPalette.ColorRole.Highlight)
            return fill, palette.color(QPalette.ColorRole.HighlightedText), fill
        return super()._colours()


class SmallButton(Button):
    """A lesser action."""

    padding = 0.7


class LeaveButton(SmallButton):
    """Leave quickly."""

    radius = 10.0


class LinkButton(SmallButton):
    """An action that reads as a link: no frame, underlined, with a pointer at its end."""

    outline = 0.0
    padding = 0.0
    inset = 4  # pixels around its text, for the ring

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 2 * self.inset, hint.height())

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        return None, self.palette().color(QPalette.ColorRole.ButtonText), None

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        metrics = QFontMetricsF(self.font())
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(ink)
        rect = QRectF(self.rect()).adjusted(self.inset, 0, -self.inset, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(
            rect,
            painter_flags(flags, self),
            metrics.elidedText(self.text(), Qt.TextElideMode.ElideNone, rect.width()),
        )


def painter_flags(flags: Qt.AlignmentFlag, widget: QWidget) -> Qt.AlignmentFlag:
    """`flags` with "leading" turned into the side it means in the widget's direction."""
    if flags & Qt.AlignmentFlag.AlignLeading and widget.layoutDirection() is (
        Qt.LayoutDirection.RightToLeft
    ):
        return (flags & ~Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignRight
    return flags


class Chip(Button):
    """A small choice that is on or off; on shows a tick as well as a fill."""

    radius = 20.0
    padding = 0.75
    outline = 1.5
    least = 36.0

    def __init__(self, text: str, parent: QWidget | None = None, *, checked: bool = False) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setChecked(checked)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        tick = round(QFontMetricsF(self.font()).height())
        return QSize(hint.width() + tick, max(round(self.least), hint.height() - 6))

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        palette = self.palette()
        on = self.isChecked()
        ink = palette.color(QPalette.ColorRole.WindowText if on else QPalette.ColorRole.ButtonText)
        edge = QPalette.ColorRole.WindowText if on else QPalette.ColorRole.Mid
        return palette.color(QPalette.ColorRole.Button), ink, palette.color(edge)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        metrics = QFontMetricsF(self.font())
        side = metrics.height() * 0.8
        text = metrics.horizontalAdvance(self.text())
        gap = metrics.height() * 0.3
        left = (self.width() - text - side - gap) / 2
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - left - side if rtl else left
        box = QRectF(x, (self.height() - side) / 2, side, side)
        if self.isChecked():
            draw_mark(painter, Mark.TICK, box, ink)
        else:
            painter.setPen(QPen(ink, 1.2))
            painter.drawEllipse(box.adjusted(side / 4, side / 4, -side / 4, -side / 4))
        painter.setPen(ink)
        x = left if rtl else left + side + gap
        rect = QRectF(x, 0, text + 1, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
