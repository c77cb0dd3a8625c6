"""A field for a few lines of text, painted as our buttons are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

LINES = 5
"""Lines that can be seen at once."""


class LinesField(QWidget):
    """Lines to type in, with a frame that says when they have the focus; Tab leaves them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = QPlainTextEdit(self)
        self.editor.setAccessibleName(name)
        self.editor.setTabChangesFocus(True)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.viewport().setAutoFillBackground(False)
        self.editor.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.editor)
        self._fit()

    @property
    def lines(self) -> tuple[str, ...]:
        """What was typed, line by line, without the empty ones."""
        lines = self.editor.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines; the same ones leave the cursor where it is."""
        if self.lines != lines:
            self.editor.setPlainText("\n".join(lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.editor.setMinimumHeight(LINES * self.editor.fontMetrics().lineSpacing() + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.editor.hasFocus()
        role = QPalette.ColorRole.WindowText if focus else QPalette.ColorRole.Mid
        width = 3 if focus else 2
        painter.setPen(QPen(self.palette().color(role), width))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Button))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 14, 14)
