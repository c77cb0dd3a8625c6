"""Cards, and the page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

CORNER = 20.0

BAR = 14
"""Pixels across that a scroll bar has, needed or not."""


class Card(QWidget):
    """A surface with a thin line around it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_card(self)


def draw_card(widget: QWidget) -> None:
    """Draw the surface of a card all over `widget`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Midlight), 1))
    painter.setBrush(widget.palette().color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


class SlimScrollBar(QScrollBar):
    """A calm scroll bar: a rounded handle and nothing else."""

    def sizeHint(self) -> QSize:
        return QSize(BAR, 60)

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


class Scrolling(QScrollArea):
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


class Page(Scrolling):
    """A page of parts that may stretch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        super().__init__(content, parent)
