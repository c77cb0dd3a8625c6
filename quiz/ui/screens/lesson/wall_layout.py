"""Where the parts of a wall's page stand, and how large their type is.

Sizes are shares of the screen's height (STANDARDS 5.5). Where a text needs it they shrink together,
the lines draw closer first, and no type gets smaller than that of a caption; the limits that
content has to keep make the longest page fit that way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from quiz.ui.screens.lesson.wall_sheet import Bar, Line, Role, Sheet
from quiz.ui.theme import FAMILY

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

EDGES = 1.5
"""Greatest scale of corner, foot and cards."""

HANG = 0.9
"""How far a text stands in after its dot, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with its text laid out; `top`, `height` and `indent` in pixels."""

    part: Line | Bar
    layout: QTextLayout
    top: float
    height: float
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Laid:
    """A text in lines, and their height together."""

    layout: QTextLayout
    height: float


@dataclass(frozen=True)
class WallLayout:
    """A sheet on a screen of `size` pixels; `scale` is the largest that its type may have."""

    sheet: Sheet
    size: QSize
    scale: float = 1.0
    mirrored: bool = False

    @property
    def margin(self) -> float:
        """Free at each edge, in pixels."""
        return self.size.height() * MARGIN

    @cached_property
    def _fitted(self) -> tuple[float, QRectF, tuple[Placed, ...]]:
        """The scale of the edges, the room, and the parts in it at the largest type that fits."""
        small, room = 1.0, QRectF()
        found: tuple[Placed, ...] = ()
        for scale, leading in (*self._larger(), *STEPS):
            small = min(max(scale, 1.0), EDGES)
            room = self._room(small)
            found = tuple(self._stack(room, scale, leading))
            if not found or found[-1].top + found[-1].height <= room.bottom():
                break
        spare = room.bottom() - (found[-1].top + found[-1].height) if found else 0.0
        down = max(0.0, spare / 2) if self.sheet.cards or self.sheet.code else 0.0
        return small, room, tuple(replace(placed, top=placed.top + down) for placed in found)

    @property
    def small(self) -> float:
        """The scale of what stands at the edges: it grows with the text, and leaves it room."""
        return self._fitted[0]

    @property
    def room(self) -> QRectF:
        """Where the parts may stand: between the corner's line and what is below."""
        return self._fitted[1]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The parts where they stand."""
        return self._fitted[2]

    def _room(self, small: float) -> QRectF:
        margin, line = self.margin, self.type_size(Role.CAPTION, small) * 1.4
        top = margin + (line if self.sheet.corner else 0.0)
        bottom = self.size.height() - margin
        if self.sheet.foot:
            foot = self.lay_out(self.sheet.foot, Role.CAPTION, small, 1.25)
            bottom -= foot.height + line * 0.4
        if self.sheet.cards:
            bottom -= self.size.height() * 0.19
        across = self.size.width() - 2 * margin
        if self.sheet.code:
            across -= self.size.height() * CODE + margin
        return QRectF(self.from_start(margin, across), top, across, bottom - top)

    def from_start(self, start: float, width: float) -> float:
        """The left edge of what is `width` wide and `start` away from where lines begin."""
        return self.size.width() - start - width if self.mirrored else start

    def _larger(self) -> Iterable[tuple[float, float]]:
        """The scales above the usual one that are asked for, the largest first."""
        scale = self.scale
        while scale > 1.05:
            yield from ((scale, 1.4), (scale, 1.25))
            scale *= 0.9

    @property
    def fits(self) -> bool:
        """Whether all of the page is within its room."""
        room = self.room
        return all(
            part.top >= room.top() - 1 and part.top + part.height <= room.bottom() + 1
            for part in self.placed
        )

    def _stack(self, room: QRectF, scale: float, leading: float) -> Iterable[Placed]:
        top = room.top()
        for part in self.sheet.parts:
            role = part.role if isinstance(part, Line) else Role.TEXT
            indent = self._indent(part, scale)
            laid = self.lay_out(part.text, role, scale, leading, room.width() - indent)
            height = laid.height
            if isinstance(part, Bar):
                height += self.size.height() * 0.1
            yield Placed(part, laid.layout, top, height, indent)
            top += height + self.type_size(role, scale) * (leading - GAP)

    def _indent(self, part: Line | Bar, scale: float) -> float:
        dotted = isinstance(part, Line) and part.dotted
        return self.type_size(Role.TEXT, scale) * HANG if dotted else 0.0

    def type_size(self, role: Role, scale: float) -> int:
        share = max(role.share * scale, Role.CAPTION.share)
        return max(1, round(share * self.size.height()))

    def lay_out(
        self, text: str, role: Role, scale: float, leading: float, width: float | None = None
    ) -> Laid:
        font = QFont(FAMILY)
        font.setPixelSize(self.type_size(role, scale))
        font.setWeight(QFont.Weight(role.weight))
        side, direction = Qt.AlignmentFlag.AlignLeft, Qt.LayoutDirection.LeftToRight
        if self.mirrored:
            side, direction = Qt.AlignmentFlag.AlignRight, Qt.LayoutDirection.RightToLeft
        option = QTextOption(side)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, font)
        layout.setTextOption(option)
        step = font.pixelSize() * leading
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width if width is not None else self.size.width() - 2 * self.margin)
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            count += 1
        layout.endLayout()
        return Laid(layout, count * step)
