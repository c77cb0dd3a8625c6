"""The parts of a visitor's page as widgets, and how high each of them is on the paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.ui.pages import Part
from quiz.ui.screens.visit_sheet import Kind
from quiz.ui.widgets.banner import Banner, MissedBanner, RightBanner, SkippedBanner
from quiz.ui.widgets.buttons import Mark, draw_mark
from quiz.ui.widgets.dots import Bar
from quiz.ui.widgets.qr import QrCode
from quiz.ui.widgets.text import (
    Caption,
    Display,
    Figure,
    Heading,
    Label,
    Statement,
    Strong,
    Text,
)

MEASURE = 70
"""Characters in a line at most (STANDARDS 5.5)."""

CODE_MM = 34
"""Side of a code with its quiet zone: a phone reads it from an arm's length."""


class FactText(Strong):
    """A fact to take away, with the mark of its answer before it."""

    def __init__(self, mark: Mark, accent: QPalette.ColorRole, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._mark, self._accent = mark, accent

    def make_room(self) -> None:
        """Keep the text clear of the mark."""
        aside = round(QFontMetricsF(self.font()).height() * 1.2)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if mirrored else aside, 0, aside if mirrored else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = QFontMetricsF(self.font()).height() * 0.8
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - side if mirrored else 0.0
        box = QRectF(left, (self._step() - side) / 2, side, side)
        draw_mark(QPainter(self), self._mark, box, self.palette().color(self._accent))


class RuledText(Text):
    """The takeaway, with a rule at its side."""

    def make_room(self) -> None:
        """Keep the text clear of the rule."""
        aside = round(QFontMetricsF(self.font()).height() * 0.6)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if mirrored else aside, 0, aside if mirrored else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wide = max(4, round(QFontMetricsF(self.font()).height() / 9))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - wide if mirrored else 0
        QPainter(self).fillRect(left, 0, wide, self.height(), self.palette().windowText())


class CodeRow(QWidget):
    """A code to be scanned, and what it is for beside it."""

    def __init__(self, side: int, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Caption(parent=self)
        self.code = QrCode(self, side=side)
        self._side, self._gap = side, gap

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._side, self.words.heightForWidth(width - self._side - self._gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() - self._side - self._gap
        high = self.words.heightForWidth(width)
        code = QRect(0, (self.height() - self._side) // 2, self._side, self._side)
        words = QRect(self._side + self._gap, (self.height() - high) // 2, width, high)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            code.moveLeft(self.width() - self._side)
            words.moveLeft(0)
        self.code.setGeometry(code)
        self.words.setGeometry(words)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths on this glass, in pixels."""

    target: int
    gap: int
    code: int

    @classmethod
    def of(cls, glass: Glass) -> Sizes:
        """The lengths on `glass`."""
        return cls(glass.pixels(TARGET_MM), glass.pixels(GAP_MM) + 1, glass.pixels(CODE_MM))


_TEXTS: dict[Kind, type[Text]] = {
    Kind.DISPLAY: Display,
    Kind.STATEMENT: Statement,
    Kind.HEAD: Heading,
    Kind.STRONG: Strong,
    Kind.TEXT: Text,
    Kind.LABEL: Label,
    Kind.CAPTION: Caption,
    Kind.FIGURE: Figure,
    Kind.QUOTE: RuledText,
}
_BANNERS: dict[Kind, type[Banner]] = {
    Kind.RIGHT: RightBanner,
    Kind.MISSED: MissedBanner,
    Kind.SKIPPED: SkippedBanner,
}
_FACTS = {
    Kind.FACT_RIGHT: (Mark.TICK, QPalette.ColorRole.WindowText),
    Kind.FACT_MISSED: (Mark.CROSS, QPalette.ColorRole.WindowText),
    Kind.FACT_SKIPPED: (Mark.BAR, QPalette.ColorRole.WindowText),
}


class Paper:
    """Makes and measures parts over `width` pixels, with type at `scale` and lines `leading` times
    as high as they are written.
    """

    def __init__(
        self, desk: QWidget, sizes: Sizes, width: int, scale: float = 1.0, leading: float = 1.0
    ) -> None:
        self._desk = desk
        self._sizes = sizes
        self._width = width
        self._scale, self._leading = scale, leading
        self._made: dict[Kind, QWidget] = {}

    def put(self, part: Part[Kind], parent: QWidget) -> QWidget:
        """`part` as a widget, a child of `parent`, not shown yet."""
        widget = self._make(part.kind, parent)
        self._write(widget, part)
        return widget

    def width(self, widget: QWidget) -> int:
        """How wide it is to be: no line of type longer than is good to read."""
        if not isinstance(widget, Text):
            return self._width
        measure = QFontMetricsF(widget.font()).averageCharWidth() * MEASURE
        margins = widget.contentsMargins()
        return min(self._width, round(measure) + margins.left() + margins.right())

    def height(self, part: Part[Kind]) -> int:
        """How high `part` is."""
        widget = self._made.get(part.kind)
        if widget is None:
            widget = self._made[part.kind] = self._make(part.kind, self._desk)
        self._write(widget, part)
        return self.height_of(widget)

    def height_of(self, widget: QWidget) -> int:
        """How high a widget of :meth:`put` is."""
        if isinstance(widget, Bar):
            return max(10, self._sizes.gap)
        return widget.heightForWidth(self.width(widget))

    def gap(self, above: Part[Kind], below: Part[Kind]) -> int:
        """The space between two parts."""
        if above.leads and below.kind is not Kind.LABEL:
            return self._sizes.gap // 2
        return round(self._sizes.gap * (2 if below.kind in (Kind.LABEL, Kind.QUOTE) else 1.3))

    def clear(self) -> None:
        """Put away what was only made to measure it."""
        for widget in self._made.values():
            widget.hide()
            widget.deleteLater()
        self._made.clear()

    def _make(self, kind: Kind, parent: QWidget) -> QWidget:
        widget: QWidget
        if kind in _TEXTS:
            widget = _TEXTS[kind](parent=parent)
        elif kind in _BANNERS:
            widget = _BANNERS[kind](parent)
        elif kind in _FACTS:
            widget = FactText(*_FACTS[kind], parent)
        elif kind is Kind.CODE:
            widget = CodeRow(self._sizes.code, 2 * self._sizes.gap, parent)
        else:
            widget = Bar(parent)
        for text in [widget, *widget.findChildren(Text)]:
            text.ensurePolished()
            if isinstance(text, Text):
                self._set_type(text)
        if isinstance(widget, FactText | RuledText):
            widget.make_room()
        return widget

    def _set_type(self, text: Text) -> None:
        if self._scale != 1.0:
            font = text.font()
            font.setPixelSize(max(1, round(font.pixelSize() * self._scale)))
            text.setFont(font)
        text.line_height = max(1.0, text.line_height * self._leading)

    @staticmethod
    def _write(widget: QWidget, part: Part[Kind]) -> None:
        if isinstance(widget, Banner):
            widget.show_verdict(part.aside, part.text)
        elif isinstance(widget, CodeRow):
            widget.words.setText(part.text)
            widget.code.show_link(part.aside, part.aside)
        elif isinstance(widget, Bar):
            widget.show_share(part.share)
        elif isinstance(widget, Text):
            widget.setText(part.text)
