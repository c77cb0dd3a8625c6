"""Which myths are believed most: a bar for each beside the fact, and never the bare myth."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quiz.ui.widgets.column import ColumnWidget
from quiz.ui.widgets.text import Caption, Text


@dataclass(frozen=True, slots=True)
class Believed:
    """A fact, and how many of those who were asked about its myth took the myth for true."""

    fact: str
    believed: int
    answered: int

    @property
    def share(self) -> float:
        """From 0, nobody, to 1."""
        return self.believed / self.answered if self.answered else 0.0


class ShareBar(QWidget):
    """A bar whose filled part is a share, with the share in per cent above it.

    The rest of it is outlined, so that nothing hangs on colour. What it says is written beside it
    as well, so assistive technology does not meet it.
    """

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.font()).height()
        return QSize(round(6 * line), round(2.2 * line))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(self.font()).horizontalAdvance("100 %")) + 2, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        line = QFontMetricsF(self.font()).height()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(palette.windowText().color())
        per_cent = f"{QLocale().toString(round(self._share * 100))} %"
        painter.drawText(
            QRectF(0, 0, self.width(), line * 1.3), side | Qt.AlignmentFlag.AlignVCenter, per_cent
        )
        bar = QRectF(1, line * 1.35, self.width() - 2, line * 0.7)
        filled = QRectF(bar)
        filled.setWidth(bar.width() * self._share)
        if mirrored:
            filled.moveRight(bar.right())
        painter.fillRect(filled, palette.color(QPalette.ColorRole.Link))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)


class BelievedRow(QWidget):
    """One bar, and beside it the fact and the figures."""

    def __init__(self, shown: Believed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ShareBar(shown.share)
        words = ColumnWidget()
        self.fact = Text(shown.fact)
        n = QLocale().toString
        pattern = self.tr("{0} of {1} thought otherwise.")
        self.figures = Caption(pattern.format(n(shown.believed), n(shown.answered)))
        words.column.add(self.fact)
        words.column.add(self.figures)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height())
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 3)
