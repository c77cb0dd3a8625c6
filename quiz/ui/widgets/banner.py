"""How an answer went: the marks, and the banners with the verdict."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quiz.ui.widgets.buttons import Mark, draw_mark
from quiz.ui.widgets.column import ColumnWidget
from quiz.ui.widgets.text import Strong, VerdictLine


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
        self._close = False
        self.outcome = Strong(parent=self)
        self.line = VerdictLine(parent=self)
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.column
        words.add(self.outcome)
        words.add(self.line)
        self._give_colours()
        self._make_room()

    def show_verdict(self, outcome: str, line: str) -> None:
        """Show how the answer went, and "Myth. The fact: <fact>" or "Reality. <fact>"."""
        self.outcome.setText(outcome)
        self.line.setText(line)
        self.line.setAccessibleName(f"{outcome}. {line}")

    def stand_close(self, close: bool) -> None:
        """Put the mark beside the outcome alone, so that the verdict has the whole width."""
        self._close = close
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._give_colours()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    def _side(self) -> float:
        """How large the mark is: it grows with the text."""
        return QFontMetrics(self.font()).height() * 1.6

    def _make_room(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        aside = 0
        if self._close:
            self.column.setContentsMargins(24, 12, 24, 12)
            aside = round(self._mark_side() + 20)
        else:
            clear = round(48 + self._side())
            left, right = (24, clear) if mirrored else (clear, 24)
            self.column.setContentsMargins(left, 18, right, 20)
        self.outcome.setContentsMargins(0 if mirrored else aside, 0, aside if mirrored else 0, 0)

    def _mark_side(self) -> float:
        return self._side() / 2 if self._close else self._side()

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
        side = self._mark_side()
        x, y = (24.0, 12 + (self.outcome.height() - side) / 2) if self._close else (26.0, None)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - side
        box = QRectF(x, (self.height() - side) / 2 if y is None else y, side, side)
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
