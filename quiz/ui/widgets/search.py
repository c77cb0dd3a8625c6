"""A field to search with, painted as our buttons are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from quiz.ui.theme import TARGET


class SearchField(QLineEdit):
    """One line to type in, with a frame that says when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setTextMargins(14, 0, 14, 0)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        height = max(TARGET, round(self.fontMetrics().height() * 1.6))
        return QSize(super().minimumSizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        focus = self.hasFocus()
        edge = palette.color(QPalette.ColorRole.WindowText if focus else QPalette.ColorRole.Mid)
        width = 3 if focus else 2
        painter.setPen(QPen(edge, width))
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, 14, 14)
        painter.end()
        super().paintEvent(event)
