"""The wall: what a projector shows of a lesson, in type that the back row reads, and no control.

Sizes are shares of the screen's height (STANDARDS 5.5). Where a text needs it they shrink together,
the lines draw closer first, and no type gets smaller than that of a caption; the limits that
content has to keep make the longest page fit that way.

The code of a source has a page to itself and, with its quiet zone, a side of :data:`CODE` of the
screen's height: half of the picture is left for who says so, and a phone reads it from the back
row. Measured with zbar on pictures of this wall, all 110 links of the shipped pack, shrunk, turned
by 3 degrees, paled and made noisy as a phone with a field of 52 degrees sees them from a distance
counted in heights of the projected picture (a class room has 5 to 8):

- still picture of 2268 lines: all 110 from 8 heights, those of a DOI (37 modules) from 16;
- live view of 1080 lines: all 110 from 5 heights of a 1920 x 1080 picture, 105 from 5.7.

A lower level of error correction made codes smaller and was not read from further away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QWidget

from quiz.model.question import Verdict
from quiz.ui.screens.wall_sheet import Bar, Line, Role, Sheet
from quiz.ui.theme import DARK, FAMILY, LIGHT, Colours
from quiz.ui.widgets.buttons import Mark, draw_mark
from quiz.ui.widgets.qr import qr_image
from quiz.ui.words import verdict_word

CODE = 0.7
"""Side of the code with its quiet zone, in shares of the screen's height."""

MARGIN = 0.055
"""Free at each edge, in shares of the height."""

STEPS = (
    *((scale, leading) for scale in (1.0, 0.93, 0.86, 0.8, 0.74, 0.56) for leading in (1.4, 1.25)),
    (0.56, 1.1),
)
"""Scales of the type with the heights of lines; the largest that fits is taken."""

GAP = 0.9
"""Between two paragraphs is the height of a line less this, in sizes of the type."""

HANG = 0.9
"""How far a text stands in after its dot, in sizes of the type."""

_MARKS = {Verdict.MYTH: Mark.CROSS, Verdict.REALITY: Mark.TICK}


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with its text laid out; `top`, `height` and `indent` in pixels."""

    part: Line | Bar
    layout: QTextLayout
    top: float
    height: float
    indent: float = 0.0


class AudienceScreen(QWidget):
    """Shows one :class:`Sheet`. Its accessible description is all that it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet(())
        self._dark = False
        self._colours = LIGHT
        self._scale = 1.0
        self.setWindowTitle(self.tr("Myth or Reality"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)

    @property
    def sheet(self) -> Sheet:
        """What it shows when it is not blank."""
        return self._sheet

    @property
    def is_blank(self) -> bool:
        """Whether the wall is dark."""
        return self._dark

    @property
    def words(self) -> str:
        """All that can be read on it at this moment."""
        return "" if self._dark else self._sheet.words

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another page."""
        self._sheet = sheet
        self.setAccessibleDescription(self.words)
        self.update()

    def blank(self, dark: bool) -> None:
        """Darken the wall, or bring it back: painted before this returns (R46)."""
        self._dark = dark
        self.setAccessibleDescription(self.words)
        self.repaint()

    def wear(self, colours: Colours, scale: float) -> None:
        """Wear other colours, or larger type where the page has the room for it."""
        self._colours, self._scale = colours, scale
        self.update()

    # Laying out

    @property
    def _margin(self) -> float:
        return self.height() * MARGIN

    def _room(self) -> QRectF:
        """Where the parts may stand: between the corner's line and what is below."""
        margin, line = self._margin, self.height() * Role.CAPTION.share * 1.4
        top = margin + (line if self._sheet.corner else 0.0)
        bottom = self.height() - margin
        if self._sheet.foot:
            bottom -= self._lay_out(self._sheet.foot, Role.CAPTION, 1.0, 1.25).height + line * 0.4
        if self._sheet.cards:
            bottom -= self.height() * 0.19
        across = self.width() - 2 * margin
        if self._sheet.code:
            across -= self.height() * CODE + margin
        return QRectF(self._from_start(margin, across), top, across, bottom - top)

    def _from_start(self, start: float, width: float) -> float:
        """The left edge of what is `width` wide and `start` away from where lines begin."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self.width() - start - width if mirrored else start

    def placed(self) -> tuple[Placed, ...]:
        """The parts where they stand, at the largest type that fits."""
        room = self._room()
        found: list[Placed] = []
        for scale, leading in (*self._larger(), *STEPS):
            found = list(self._stack(room, scale, leading))
            if not found or found[-1].top + found[-1].height <= room.bottom():
                break
        spare = room.bottom() - (found[-1].top + found[-1].height) if found else 0.0
        down = max(0.0, spare / 2) if self._sheet.cards or self._sheet.code else 0.0
        return tuple(replace(placed, top=placed.top + down) for placed in found)

    def _larger(self) -> Iterable[tuple[float, float]]:
        """The scales above the usual one that are asked for, the largest first."""
        scale = self._scale
        while scale > 1.05:
            yield from ((scale, 1.4), (scale, 1.25))
            scale *= 0.9

    @property
    def fits(self) -> bool:
        """Whether all of the page is within its room."""
        room = self._room()
        return all(
            part.top >= room.top() - 1 and part.top + part.height <= room.bottom() + 1
            for part in self.placed()
        )

    def _stack(self, room: QRectF, scale: float, leading: float) -> Iterable[Placed]:
        top = room.top()
        for part in self._sheet.parts:
            role = part.role if isinstance(part, Line) else Role.TEXT
            indent = self._indent(part, scale)
            laid = self._lay_out(part.text, role, scale, leading, room.width() - indent)
            height = laid.height
            if isinstance(part, Bar):
                height += self.height() * 0.1
            yield Placed(part, laid.layout, top, height, indent)
            top += height + self._size(role, scale) * (leading - GAP)

    def _indent(self, part: Line | Bar, scale: float) -> float:
        dotted = isinstance(part, Line) and part.dotted
        return self._size(Role.TEXT, scale) * HANG if dotted else 0.0

    def _size(self, role: Role, scale: float) -> int:
        share = max(role.share * scale, Role.CAPTION.share)
        return max(1, round(share * self.height()))

    def _lay_out(
        self, text: str, role: Role, scale: float, leading: float, width: float | None = None
    ) -> _Laid:
        font = QFont(FAMILY)
        font.setPixelSize(self._size(role, scale))
        font.setWeight(QFont.Weight(role.weight))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        option = QTextOption(side)
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, font)
        layout.setTextOption(option)
        step = font.pixelSize() * leading
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width if width is not None else self.width() - 2 * self._margin)
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            count += 1
        layout.endLayout()
        return _Laid(layout, count * step)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dark:
            painter.fillRect(self.rect(), QColor(DARK.window))
            return
        painter.fillRect(self.rect(), QColor(self._colours.window))
        room = self._room()
        painter.setPen(QColor(self._colours.quiet))
        if self._sheet.corner:
            corner = self._lay_out(self._sheet.corner, Role.CAPTION, 1.0, 1.25)
            corner.layout.draw(painter, QPointF(self._margin, self._margin * 0.8))
        if self._sheet.foot:
            foot = self._lay_out(self._sheet.foot, Role.CAPTION, 1.0, 1.25)
            top = self.height() - self._margin - foot.height
            foot.layout.draw(painter, QPointF(self._margin, top))
        if self._sheet.cards:
            self._paint_cards(painter, room.bottom())
        if self._sheet.code:
            self._paint_code(painter)
        for part in self.placed():
            self._paint_part(painter, room, part)

    def _paint_part(self, painter: QPainter, room: QRectF, placed: Placed) -> None:
        quiet = isinstance(placed.part, Line) and placed.part.role is Role.CAPTION
        painter.setPen(QColor(self._colours.quiet if quiet else self._colours.text))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = room.left() + (0.0 if mirrored else placed.indent)
        placed.layout.draw(painter, QPointF(left, placed.top))
        if placed.indent:
            line = placed.layout.lineAt(0)
            side = placed.indent / 4
            box = QRectF(self._from_start(self._margin, side), 0.0, side, side)
            box.moveTop(placed.top + line.y() + (line.height() - side) / 2)
            painter.setBrush(QColor(self._colours.text))
            painter.drawEllipse(box)
        if isinstance(placed.part, Bar):
            high = self.height() * 0.075
            frame = QRectF(room.left(), placed.top + placed.height - high, room.width(), high)
            painter.setPen(QPen(QColor(self._colours.control), max(2.0, self.height() / 400)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
            filled = room.width() * placed.part.share
            start = self._from_start(self._margin, filled)
            painter.fillRect(QRectF(start, frame.top(), filled, high), QColor(self._colours.right))

    def _paint_cards(self, painter: QPainter, top: float) -> None:
        """What can be voted for; these are pictures of cards, not buttons."""
        margin, gap = self._margin, self.height() * 0.04
        width = (self.width() - 2 * margin - gap) / 2
        high = self.height() * 0.15
        font = QFont(FAMILY)
        font.setPixelSize(self._size(Role.TEXT, 1.0))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for number, verdict in enumerate(self._sheet.cards):
            start = margin + number * (width + gap)
            left, over = self._from_start(start, width), top + self.height() * 0.02
            box = QRectF(left, over, width, high)
            painter.setPen(QPen(QColor(self._colours.control), max(2.0, self.height() / 270)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, high / 6, high / 6)
            word, side = verdict_word(verdict), font.pixelSize() * 0.8
            across = QFontMetricsF(font).horizontalAdvance(word)
            start += (width - across - side * 1.5) / 2
            sign = QRectF(self._from_start(start, side), box.center().y() - side / 2, side, side)
            draw_mark(painter, _MARKS[verdict], sign, QColor(self._colours.text))
            painter.setPen(QColor(self._colours.text))
            left = self._from_start(start + side * 1.5, across)
            room = QRectF(left, over, across + 1, high)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_code(self, painter: QPainter) -> None:
        image = qr_image(self._sheet.code)
        module = max(1, int(self.height() * CODE) // image.width())
        side = module * image.width()
        left = self._from_start(self.width() - self._margin - self.height() * CODE, side)
        painter.drawImage(QRectF(left, (self.height() - side) / 2, side, side), image)


@dataclass(frozen=True, slots=True)
class _Laid:
    layout: QTextLayout
    height: float
