"""The wall: what a projector shows of a lesson, in type that the back row reads, and no control.

The code of a source has a page to itself and, with its quiet zone, a side of
:data:`~quiz.ui.screens.lesson.wall_layout.CODE` of the screen's height: half of the picture is left
for who says so, and a phone reads it from the back row. Measured with zbar on pictures of this
wall, all 110 links of the shipped pack, shrunk, turned by 3 degrees, paled and made noisy as a
phone with a field of 52 degrees sees them from a distance counted in heights of the projected
picture (a class room has 5 to 8):

- still picture of 2268 lines: all 110 from 8 heights, those of a DOI (37 modules) from 16;
- live view of 1080 lines: all 110 from 5 heights of a 1920 x 1080 picture, 105 from 5.7.

A lower level of error correction made codes smaller and was not read from further away.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quiz.model.question import Verdict
from quiz.ui.screens.lesson.wall_layout import CODE, Placed, WallLayout
from quiz.ui.screens.lesson.wall_sheet import Bar, Line, Role, Sheet
from quiz.ui.theme import DARK, FAMILY, LIGHT, Colours
from quiz.ui.widgets.buttons import Mark, draw_mark
from quiz.ui.widgets.qr import qr_image
from quiz.ui.words import verdict_word

_MARKS = {Verdict.MYTH: Mark.CROSS, Verdict.REALITY: Mark.TICK}


class AudienceScreen(QWidget):
    """Shows one :class:`Sheet`. Its accessible description is all that it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet(())
        self._dark = False
        self._colours = LIGHT
        self._scale = 1.0
        self._page = WallLayout(self._sheet, self.size())
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

    @property
    def page(self) -> WallLayout:
        """Where everything of the sheet stands; worked out once."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        page = WallLayout(self._sheet, self.size(), self._scale, mirrored)
        if page != self._page:
            self._page = page
        return self._page

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dark:
            painter.fillRect(self.rect(), QColor(DARK.window))
            return
        painter.fillRect(self.rect(), QColor(self._colours.window))
        page = self.page
        painter.setPen(QColor(self._colours.quiet))
        if self._sheet.corner:
            corner = page.lay_out(self._sheet.corner, Role.CAPTION, page.small, 1.25)
            corner.layout.draw(painter, QPointF(page.margin, page.margin * 0.8))
        if self._sheet.foot:
            foot = page.lay_out(self._sheet.foot, Role.CAPTION, page.small, 1.25)
            top = self.height() - page.margin - foot.height
            foot.layout.draw(painter, QPointF(page.margin, top))
        if self._sheet.cards:
            self._paint_cards(painter, page)
        if self._sheet.code:
            self._paint_code(painter, page)
        for part in page.placed:
            self._paint_part(painter, page, part)

    def _paint_part(self, painter: QPainter, page: WallLayout, placed: Placed) -> None:
        room = page.room
        quiet = isinstance(placed.part, Line) and placed.part.role is Role.CAPTION
        painter.setPen(QColor(self._colours.quiet if quiet else self._colours.text))
        left = room.left() + (0.0 if page.mirrored else placed.indent)
        placed.layout.draw(painter, QPointF(left, placed.top))
        if placed.indent:
            line = placed.layout.lineAt(0)
            side = placed.indent / 4
            box = QRectF(page.from_start(page.margin, side), 0.0, side, side)
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
            start = page.from_start(page.margin, filled)
            painter.fillRect(QRectF(start, frame.top(), filled, high), QColor(self._colours.right))

    def _paint_cards(self, painter: QPainter, page: WallLayout) -> None:
        """What can be voted for; these are pictures of cards, not buttons."""
        top = page.room.bottom()
        margin, gap = page.margin, self.height() * 0.04
        width = (self.width() - 2 * margin - gap) / 2
        high = self.height() * 0.15
        font = QFont(FAMILY)
        font.setPixelSize(page.type_size(Role.TEXT, page.small))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for number, verdict in enumerate(self._sheet.cards):
            start = margin + number * (width + gap)
            left, over = page.from_start(start, width), top + self.height() * 0.02
            box = QRectF(left, over, width, high)
            painter.setPen(QPen(QColor(self._colours.control), max(2.0, self.height() / 270)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, high / 6, high / 6)
            word, side = verdict_word(verdict), font.pixelSize() * 0.8
            across = QFontMetricsF(font).horizontalAdvance(word)
            start += (width - across - side * 1.5) / 2
            sign = QRectF(page.from_start(start, side), box.center().y() - side / 2, side, side)
            draw_mark(painter, _MARKS[verdict], sign, QColor(self._colours.text))
            painter.setPen(QColor(self._colours.text))
            left = page.from_start(start + side * 1.5, across)
            room = QRectF(left, over, across + 1, high)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_code(self, painter: QPainter, page: WallLayout) -> None:
        image = qr_image(self._sheet.code)
        module = max(1, int(self.height() * CODE) // image.width())
        side = module * image.width()
        left = page.from_start(self.width() - page.margin - self.height() * CODE, side)
        painter.drawImage(QRectF(left, (self.height() - side) / 2, side, side), image)
