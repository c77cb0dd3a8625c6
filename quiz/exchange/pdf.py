"""A paper as PDF: text that can be selected, the bundled font within, no group split.

The pages are laid out here and not by QTextDocument, which knows no way to keep lines together.
Needs a QGuiApplication.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import segno
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from quiz.exchange.paper import (
    BOTTOM,
    BOX,
    CODE,
    FAMILY,
    FOOT,
    INDENT,
    MEASURE,
    RULE_STEP,
    TOP,
    Boxes,
    Code,
    Cut,
    Group,
    Line,
    PageSize,
    Paper,
    Part,
    Role,
    Rules,
    Weight,
)

DOTS = 1200
"""Dots per inch in which the pages are laid out."""

MM = DOTS / 25.4
POINT = DOTS / 72

Draw: TypeAlias = Callable[[QPainter, float, float], None]


@dataclass(frozen=True, slots=True)
class _Strip:
    """A piece of a page that is not split: its height, and what draws it at a place."""

    height: float
    draw: Draw


Block: TypeAlias = "list[_Strip]"


def pdf(paper: Paper, size: PageSize, fonts: Path) -> bytes:
    """The paper on sheets of `size`; `fonts` is the folder of the bundled font."""
    _load(fonts)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(paper.title)
    writer.setCreator("Myth or Reality")
    sheet = QPageSize(QSizeF(size.width, size.height), QPageSize.Unit.Millimeter, size.name)
    margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, margins))
    painter = QPainter(writer)
    pages = _pages(paper, size, writer)
    left = (size.width - paper.measure) / 2 * MM
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        y = TOP * MM
        for strip in page:
            strip.draw(painter, left, y)
            y += strip.height
        foot = Line(Role.SMALL, paper.foot.format(number, len(pages)))
        for strip in _Setter(writer, paper, 1.0).line(foot)[-1:]:
            strip.draw(painter, left, (size.height - FOOT) * MM - strip.height)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _load(fonts: Path) -> None:
    """Makes the bundled font known, where the program has not done so."""
    if FAMILY not in QFontDatabase.families():
        for file in sorted(fonts.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


def _pages(paper: Paper, size: PageSize, writer: QPdfWriter) -> list[Block]:
    """The strips of each page, at the largest scale that needs the fewest."""
    room = (size.height - TOP - BOTTOM) * MM
    tried = [_filled(paper, _Setter(writer, paper, scale), room) for scale in paper.scales]
    return min(tried, key=len)


def _filled(paper: Paper, setter: _Setter, room: float) -> list[Block]:
    """Puts the groups on pages; one that is higher than a page is split between two lines."""
    between = _gap(paper.between * MM)
    pages: list[Block] = [[]]
    left = room
    for group in paper.groups:
        block = setter.group(group)
        height = sum(strip.height for strip in block)
        apart = between.height if pages[-1] else 0
        if pages[-1] and (group.new_page or (apart + height > left and height <= room)):
            pages.append([])
            left = room
        if pages[-1]:
            block.insert(0, between)
        for strip in block:
            if strip.height > left and pages[-1]:
                pages.append([])
                left = room
                if strip is between:
                    continue
            pages[-1].append(strip)
            left -= strip.height
    return pages


def _gap(height: float) -> _Strip:
    return _Strip(height, lambda *_: None)


class _Setter:
    """Sets the parts of a paper in type, as strips one below the other."""

    def __init__(self, device: QPdfWriter, paper: Paper, scale: float) -> None:
        self._device = device
        self._scale = scale
        self._leading = paper.leading * POINT * scale
        self._width = paper.measure * MM
        self._mirrored = paper.right_to_left

    def group(self, group: Group) -> Block:
        """The strips of a group."""
        return [strip for part in group.parts for strip in self._part(part)]

    def _part(self, part: Part) -> Iterable[_Strip]:
        if isinstance(part, Line):
            return self.line(part)
        if isinstance(part, Boxes):
            return [self._boxes(part)]
        if isinstance(part, Rules):
            return self._rules(part)
        if isinstance(part, Code):
            return [self._code(part)]
        if isinstance(part, Cut):
            return [_Strip(0.3 * MM, _cut)]
        return [_gap(part.height * MM * self._scale)]

    def line(self, line: Line, beside: float = 0.0) -> Block:
        """A paragraph, a strip for each line of it and one for the space above."""
        indent = INDENT * MM if line.indented else 0.0
        width = self._width - indent - beside
        layout = self._layout(line.text, line.role, width, line.strong)
        number = self._layout(line.number, line.role, self._width, 0) if line.number else None
        height = line.role.size * self._leading
        start = 0.0 if self._mirrored else indent
        strips = [_gap(line.role.above * MM * self._scale)] if line.role.above else []
        for index in range(layout.lineCount()):

            def draw(painter: QPainter, x: float, y: float, index: int = index) -> None:
                painter.setPen(Qt.GlobalColor.black)
                at = layout.lineAt(index)
                at.draw(painter, QPointF(x + start, y - at.y()))
                if number is not None and index == 0:
                    number.lineAt(0).draw(painter, QPointF(x, y))

            strips.append(_Strip(height, draw))
        return strips

    def _font(self, size: float, weight: Weight) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(size * self._scale)
        font.setWeight(QFont.Weight(weight.value))
        return font

    def _layout(self, text: str, role: Role, width: float, strong: int) -> QTextLayout:
        layout = QTextLayout(text, self._font(role.size, role.weight), self._device)
        side, direction = Qt.AlignmentFlag.AlignLeft, Qt.LayoutDirection.LeftToRight
        if self._mirrored:
            side, direction = Qt.AlignmentFlag.AlignRight, Qt.LayoutDirection.RightToLeft
        option = QTextOption(side)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if strong:
            bold = QTextLayout.FormatRange()
            bold.start, bold.length = 0, strong
            form = QTextCharFormat()
            form.setFontWeight(Weight.BOLD.value)
            bold.format = form
            layout.setFormats([bold])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _word(self, text: str) -> tuple[QTextLayout, float]:
        """A word by itself, no wider than it is."""
        layout = self._layout(text, Role.TEXT, self._width, 0)
        width = layout.lineAt(0).naturalTextWidth()
        return self._layout(text, Role.TEXT, math.ceil(width) + 1, 0), width

    def _across(self, x: float, start: float, width: float) -> float:
        """Where a piece begins that is `width` wide and `start` away from the edge where lines
        begin; `x` is the left edge.
        """
        return x + self._width - start - width if self._mirrored else x + start

    def _boxes(self, part: Boxes) -> _Strip:
        words = [self._word(text) for text in part.words]
        side = BOX * MM
        height = max(words[0][0].lineAt(0).height(), side)

        def draw(painter: QPainter, x: float, y: float) -> None:
            start = INDENT * MM
            y += 2.5 * MM
            for layout, width in words:
                painter.setPen(QPen(Qt.GlobalColor.black, 0.35 * MM))
                left = self._across(x, start, side)
                painter.drawRect(QRectF(left, y + (height - side) / 2, side, side))
                start += side + 2 * MM
                line = layout.lineAt(0)
                place = QPointF(self._across(x, start, line.width()), 0)
                line.draw(painter, place + QPointF(0, y + (height - line.height()) / 2))
                start += width + 10 * MM

        return _Strip(height + 2.5 * MM, draw)

    def _rules(self, part: Rules) -> Iterator[_Strip]:
        indent = INDENT * MM if part.indented else 0.0
        for index in range(part.count):
            word = self._word(part.word) if part.word and index == 0 else None

            def draw(
                painter: QPainter,
                x: float,
                y: float,
                word: tuple[QTextLayout, float] | None = word,
            ) -> None:
                base = y + RULE_STEP * MM
                start = indent
                if word:
                    layout, width = word
                    line = layout.lineAt(0)
                    painter.setPen(Qt.GlobalColor.black)
                    left = self._across(x, start, line.width())
                    line.draw(painter, QPointF(left, base - line.ascent()))
                    start += width + 2 * MM
                painter.setPen(QPen(Qt.GlobalColor.darkGray, 0.2 * MM))
                left = self._across(x, start, self._width - start)
                painter.drawLine(QPointF(left, base), QPointF(left + self._width - start, base))

            yield _Strip(RULE_STEP * MM, draw)

    def _code(self, part: Code) -> _Strip:
        beside = (CODE + 4) * MM
        lines = [strip for line in part.lines for strip in self.line(line, beside)]
        height = sum(strip.height for strip in lines)
        modules = code_path(part.link) if part.link else None

        def draw(painter: QPainter, x: float, y: float) -> None:
            if modules is not None:
                painter.save()
                painter.translate(self._across(x, 0.0, CODE * MM), y)
                painter.scale(CODE * MM, CODE * MM)
                painter.fillPath(modules, Qt.GlobalColor.black)
                painter.restore()
            for strip in lines:
                strip.draw(painter, x if self._mirrored else x + beside, y)
                y += strip.height

        return _Strip(max(height, CODE * MM) if part.link else height, draw)


def code_path(link: str) -> QPainterPath:
    """The dark modules of a QR code with its quiet zone, in a square of side 1.

    One path, and one piece for each run in a row, so that no seams show between them.
    """
    rows = [list(row) for row in segno.make_qr(link, error="m").matrix_iter(border=4)]
    side = 1 / len(rows)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end] == row[start]:
                end += 1
            if row[start]:
                path.addRect(start * side, y * side, (end - start) * side, side)
            start = end
    return path


def _cut(painter: QPainter, x: float, y: float) -> None:
    pen = QPen(Qt.GlobalColor.darkGray, 0.2 * MM)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + MEASURE * MM, y))
