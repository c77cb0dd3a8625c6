"""Cards, banners, marks and the page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quiz.ui.widgets.buttons import Mark, draw_mark
from quiz.ui.widgets.column import ColumnWidget
from quiz.ui.widgets.text import Strong, Text, VerdictLine

CORNER = 20.0


class Card(QWidget):
    """A surface with a thin line around it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


class SlimScrollBar(QScrollBar):
    """A calm scroll bar: a rounded handle and nothing else."""

    def sizeHint(self) -> QSize:
        return QSize(14, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() <= self.minimum():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.maximum() - self.minimum() + self.pageStep()
        length = max(40.0, self.height() * self.pageStep() / whole)
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(QRectF(4, (self.height() - length) * share, 8, length), 4, 4)


class _Scrolling(QScrollArea):
    """Scrolls upright where it must, and never sideways.

    WORKAROUND: the bar is ours, beside the viewport. Qt's own is a node of the accessibility tree
    only while it is visible, and Qt does not look whether a node that is asked for is still there
    (QAccessibleAbstractScrollArea::child): a screen reader that reads on while the screen changes
    would end the program. tests/journeys/test_accessibility_bus.py found it.
    """

    def __init__(self, content: QWidget, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Our own viewport: asking Qt for the one it made would load every widget class there is.
        viewport = QWidget()
        self.setViewport(viewport)
        viewport.setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._bar = SlimScrollBar(self)
        own = self.verticalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        own.rangeChanged.connect(self._bar.setRange)
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        self._place_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_bar()

    def _place_bar(self) -> None:
        """Its place is kept even where it is not needed: texts then have one width, not two."""
        width = self._bar.sizeHint().width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(width if mirrored else 0, 0, 0 if mirrored else width, 0)
        left = 0 if mirrored else self.width() - width
        self._bar.setGeometry(left, 0, width, self.height())
        self._bar.setPageStep(max(1, self.height()))

    def sizeHint(self) -> QSize:
        """The same whatever it holds, so that no layout around it moves with the text."""
        return QSize(240, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def to_top(self) -> None:
        """Back to where reading starts."""
        self.verticalScrollBar().setValue(0)


class Page(_Scrolling):
    """A page of parts that may stretch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        super().__init__(content, parent)


class TextPage(_Scrolling):
    """A page of texts, laid out in one pass (see :mod:`quiz.ui.widgets.column`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        content = ColumnWidget()
        self.column = content.column
        super().__init__(content, parent)


class MarkSign(QWidget):
    """A mark by itself. It is decoration: the words beside it say the same."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(QFontMetrics(self.font()).height() * 1.1)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, self._mark, QRectF(self.rect()), self.palette().windowText().color())


class RightMark(MarkSign):
    """Right."""


class MissedMark(MarkSign):
    """Not this time."""


class SkippedMark(MarkSign):
    """Skipped."""


class Banner(ColumnWidget):
    """The verdict: how it went in a few words, and the verdict with its fact.

    The verdict line takes the focus; its accessible name is the whole banner.
    """

    mark = Mark.BAR

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = Strong(parent=self)
        self.line = VerdictLine(parent=self)
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.column
        words.add(self.outcome)
        words.add(self.line)
        self._give_colours()
        self._make_room()

    def show_verdict(self, outcome: str, line: str) -> None:
        """Show how the answer went, and "Myth. <fact>" or "Reality. <fact>"."""
        self.outcome.setText(outcome)
        self.line.setText(line)
        self.line.setAccessibleName(f"{outcome}. {line}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._give_colours()
        elif event.type() is QEvent.Type.FontChange:
            self._make_room()

    def _side(self) -> float:
        """How large the mark is: it grows with the text."""
        return QFontMetrics(self.font()).height() * 1.6

    def _make_room(self) -> None:
        self.column.setContentsMargins(round(48 + self._side()), 18, 24, 20)

    def _give_colours(self) -> None:
        """The labels inside take the banner's ink, not the page's."""
        ink = self.palette().windowText().color()
        accent = self.palette().color(QPalette.ColorRole.Mid)
        plain = self.mark is not Mark.CROSS
        for label, colour in ((self.line, ink), (self.outcome, ink if plain else accent)):
            palette = label.palette()
            if palette.windowText().color() != colour:
                palette.setColor(QPalette.ColorRole.WindowText, colour)
                label.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Mid)
        pen = self._outline(QPen(accent))
        painter.setPen(pen)
        painter.setBrush(palette.window())
        edge = pen.widthF() / 2
        frame = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(frame, 16, 16)
        side = self._side()
        x = 26.0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - side
        box = QRectF(x, (self.height() - side) / 2, side, side)
        ink = palette.windowText().color() if self.mark is not Mark.CROSS else accent
        draw_mark(painter, self.mark, box, ink)

    def _outline(self, pen: QPen) -> QPen:
        pen.setWidthF(1.0)
        return pen


class RightBanner(Banner):
    """Right: filled, with a tick."""

    mark = Mark.TICK


class MissedBanner(Banner):
    """Not this time: a dashed outline, with a cross."""

    mark = Mark.CROSS

    def _outline(self, pen: QPen) -> QPen:
        pen.setWidthF(3.0)
        pen.setDashPattern([2.4, 1.6])
        return pen


class SkippedBanner(Banner):
    """Skipped: a thin whole outline, with a bar."""


class Quote(Text):
    """The takeaway, with a rule at its side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if rtl else 20, 0, 20 if rtl else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - 4 if rtl else 0
        painter.fillRect(left, 0, 4, self.height(), self.palette().windowText())
