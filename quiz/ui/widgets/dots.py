"""Progress through a round, and bars: shapes that repeat what words beside them say."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_STEP = 20
_MOST = 20


class Dots(QWidget):
    """One dot a question: filled when done, ringed where one is. Decoration beside "3 of 10"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at, self._of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @property
    def at(self) -> int:
        """The question that one is at, counted from 1."""
        return self._at

    def show_progress(self, at: int, of: int) -> None:
        """The question `at` (counted from 1) of `of`."""
        if (at, of) != (self._at, self._of):
            resized = of != self._of
            self._at, self._of = at, of
            if resized:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._of * _STEP if self._of <= _MOST else 0, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._of > _MOST or self.width() < self.sizeHint().width():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.palette().color(QPalette.ColorRole.Mid)
        ink = self.palette().windowText().color()
        middle = self.height() / 2
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index in range(self._of):
            x = index * _STEP + _STEP / 2
            centre = QPointF(self.width() - x if rtl else x, middle)
            if index + 1 < self._at:
                painter.setPen(QPen(edge, 2))
                painter.setBrush(edge)
                painter.drawEllipse(centre, 5, 5)
            elif index + 1 == self._at:
                painter.setPen(QPen(ink, 4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, 4, 4)
            else:
                painter.setPen(QPen(edge, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, 5, 5)


class PressDots(QWidget):
    """Three dots that fill with each press of Shift; nothing while none is counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_presses(self, count: int) -> None:
        """Fill `count` of the three dots."""
        if count != self._count:
            self._count = count
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().windowText().color()
        painter.setPen(QPen(ink, 1.5))
        middle = self.width() / 2
        for index in range(3):
            painter.setBrush(ink if index < self._count else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(middle + (index - 1) * 14, self.height() / 2), 3.5, 3.5)


class Bar(QWidget):
    """A share as a bar. The words beside it carry the figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill the bar to `share`, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().window())
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        width = self.width() * self._share
        if width > 0:
            left = self.width() - width if self.layoutDirection().value else 0.0
            painter.setBrush(self.palette().windowText())
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 5, 5)
