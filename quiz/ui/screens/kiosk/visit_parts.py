"""The parts of a visitor's page as widgets, and how high each of them is on the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.ui.kiosk.pages import Part
from quiz.ui.screens.kiosk.visit_sheet import Kind
from quiz.ui.theme import BODY
from quiz.ui.widgets.banner import (
    Banner,
    MarkSign,
    MissedBanner,
    MissedMark,
    RightBanner,
    RightMark,
    SkippedBanner,
    SkippedMark,
)
from quiz.ui.widgets.buttons import Mark
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

NARROW = 44
"""Letters of body text across below which the verdict gets the whole width of its banner."""

CODE_MM = 34
"""Side of a code with its quiet zone: a phone reads it from an arm's length."""


ROOMY_CODE = 1.25
"""How much larger a code is where there is room: its points are whole pixels."""


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


def set_type(widget: QWidget, scale: float, floors: Mapping[str, int]) -> None:
    """Give `widget` the type of its class at `scale`, though none smaller than its floor.

    Said outright, since a widget that is not shown yet has not been given its class's font.
    """
    font = QApplication.font(widget)
    names = (cls.__name__ for cls in type(widget).__mro__)
    floor = next((floors[name] for name in names if name in floors), floors.get(BODY, 1))
    font.setPixelSize(max(min(floor, font.pixelSize()), round(font.pixelSize() * scale), 1))
    widget.setFont(font)


def mirrored(widget: QWidget) -> bool:
    """Whether it is laid out from the right."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


class RuledText(Text):
    """The takeaway, with a rule at its side."""

    def make_room(self) -> None:
        """Keep the text clear of the rule."""
        aside = round(QFontMetricsF(self.font()).height() * 0.6)
        self.setContentsMargins(*((0, 0, aside, 0) if mirrored(self) else (aside, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wide = max(4, round(QFontMetricsF(self.font()).height() / 9))
        left = self.width() - wide if mirrored(self) else 0
        QPainter(self).fillRect(left, 0, wide, self.height(), self.palette().windowText())


class Row(QWidget):
    """Words, and something of a fixed size beside them: before them or after them."""

    def __init__(
        self, words: Text, beside: QWidget, gap: int, *, before: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.words, self.beside = words, beside
        self._gap, self._before = gap, before
        for child in (beside, words) if before else (words, beside):
            child.setParent(self)

    def side(self) -> QSize:
        """The size of what stands beside the words."""
        return self.beside.sizeHint()

    def heightForWidth(self, width: int) -> int:
        side = self.side()
        return max(side.height(), self.words.heightForWidth(width - side.width() - self._gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.side()
        width = self.width() - side.width() - self._gap
        words = QRect(0, 0, width, self.words.heightForWidth(width))
        beside = QRect(QPoint(width + self._gap, 0), side)
        if self._before != mirrored(self):
            beside.moveLeft(0)
            words.moveLeft(side.width() + self._gap)
        self.words.setGeometry(words)
        self.beside.setGeometry(beside)


class NoMark(MarkSign):
    """The place of a mark, so that a source stands below its fact."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing."""


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
_FACTS: dict[Kind, tuple[type[MarkSign], Mark]] = {
    Kind.FACT_RIGHT: (RightMark, Mark.TICK),
    Kind.FACT_MISSED: (MissedMark, Mark.CROSS),
    Kind.FACT_SKIPPED: (SkippedMark, Mark.BAR),
    Kind.SOURCE: (NoMark, Mark.BAR),
}
_CODES: dict[Kind, type[Text]] = {Kind.CODE: Text, Kind.CALL: Display}


class Paper:
    """Makes and measures parts over `width` pixels, with type at `scale` and lines `leading` times
    as high as they are written. `floors`: pixels that no class of texts goes below. `title`: how
    much larger than that what stands over a page is.
    """

    def __init__(
        self,
        desk: QWidget,
        sizes: Sizes,
        width: int,
        floors: Mapping[str, int],
        scale: float = 1.0,
        leading: float = 1.0,
        title: float = 1.0,
    ) -> None:
        self._desk = desk
        self._sizes = sizes
        self._width = width
        self._floors = floors
        self._scale, self._leading, self._title = scale, leading, title
        roomy = title > 1
        self._code = round(sizes.code * max(ROOMY_CODE if roomy else 1.0, scale))
        self._made: dict[Kind, QWidget] = {}
        self._heights: dict[Part[Kind], int] = {}

    def put(self, part: Part[Kind], parent: QWidget) -> QWidget:
        """`part` as a widget, a child of `parent`, not shown yet."""
        widget = self._make(part.kind, parent)
        self._write(widget, part)
        return widget

    def width(self, widget: QWidget) -> int:
        """How wide it is to be: no line of type longer than is good to read."""
        if isinstance(widget, Banner | Bar):
            return self._width
        text = widget.words if isinstance(widget, Row) else widget
        beside = self._code if isinstance(widget, Row) else 0
        measure = QFontMetricsF(text.font()).averageCharWidth() * MEASURE
        margins = text.contentsMargins()
        return min(self._width, round(measure) + margins.left() + margins.right() + beside)

    def height(self, part: Part[Kind]) -> int:
        """How high `part` is; asked many times, measured once."""
        high = self._heights.get(part)
        if high is None:
            widget = self._made.get(part.kind)
            if widget is None:
                widget = self._made[part.kind] = self._make(part.kind, self._desk)
            self._write(widget, part)
            high = self._heights[part] = self.height_of(widget)
        return high

    def height_of(self, widget: QWidget) -> int:
        """How high a widget of :meth:`put` is."""
        if isinstance(widget, Bar):
            return max(10, self._sizes.gap)
        return widget.heightForWidth(self.width(widget))

    def gap(self, above: Part[Kind], below: Part[Kind]) -> int:
        """The space between two parts."""
        gap = round(self._sizes.gap * self._scale)
        if above.kind in _BANNERS:
            return 2 * gap if self._scale >= 1 else gap
        if above.kind is Kind.DISPLAY and below.kind is not Kind.DISPLAY:
            return gap
        if above.leads:
            return gap if below.leads else gap // 2 if above.kind is Kind.HEAD else 0
        if below.kind is Kind.SOURCE:
            return 0
        if below.kind is Kind.HEAD:  # another chapter on the same page
            return gap * 3
        return round(gap * (1.6 if below.leads or below.kind is Kind.QUOTE else 1))

    def clear(self) -> None:
        """Put away what was only made to measure it."""
        for widget in self._made.values():
            widget.deleteLater()
        self._made.clear()

    def _make(self, kind: Kind, parent: QWidget) -> QWidget:
        gap = self._sizes.gap
        widget: QWidget
        if kind in _TEXTS:
            title = self._title if kind in (Kind.DISPLAY, Kind.FIGURE) else 1.0
            widget = self._set(_TEXTS[kind](parent=parent), title)
        elif kind in _BANNERS:
            banner = _BANNERS[kind](parent)
            set_type(banner, self._scale, self._floors)
            self._set(banner.outcome)
            self._set(banner.line)
            letters = self._width / max(1, banner.fontMetrics().averageCharWidth())
            banner.stand_close(letters * min(1.0, self._scale) < NARROW)
            widget = banner
        elif kind in _FACTS:
            sign, mark = _FACTS[kind]
            beside = sign(mark, parent)
            set_type(beside, self._scale, self._floors)
            words = self._set((Caption if kind is Kind.SOURCE else Strong)(parent=parent))
            widget = Row(words, beside, gap, before=True, parent=parent)
        elif kind in _CODES:
            words = self._set(_CODES[kind](parent=parent))
            code = QrCode(parent, side=self._code)
            widget = Row(words, code, gap, before=False, parent=parent)
        else:
            widget = Bar(parent)
        return widget

    def _set(self, text: Text, title: float = 1.0) -> Text:
        set_type(text, self._scale * title, self._floors)
        text.line_height = max(1.0, text.line_height * self._leading)
        if isinstance(text, RuledText):
            text.make_room()
        return text

    @staticmethod
    def _write(widget: QWidget, part: Part[Kind]) -> None:
        if isinstance(widget, Banner):
            widget.show_verdict(part.aside, part.text)
        elif isinstance(widget, Bar):
            widget.show_share(part.share)
        elif isinstance(widget, Row):
            widget.words.setText(part.text)
            if isinstance(widget.beside, QrCode):
                widget.beside.show_link(part.aside, part.aside)
        elif isinstance(widget, Text):
            widget.setText(part.text)
