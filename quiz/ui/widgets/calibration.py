"""How sure, and how right: a picture of three bars, and the same in sentences."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quiz.model.score import Calibration, Match
from quiz.model.session import Confidence
from quiz.ui.widgets.buttons import SmallButton
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.column import Column
from quiz.ui.widgets.text import Caption, Heading, Text
from quiz.ui.words import confidence_words


class CalibrationPicture(QWidget):
    """A bar a level: how often it was right. A dashed line: where a perfect match would lie.

    The line and the bars differ by shape, so that nothing hangs on colour.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calibration: Calibration | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_calibration(self, calibration: Calibration, name: str) -> None:
        """Draw `calibration`; `name` says the same to those who cannot see it."""
        self._calibration = calibration
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.font()).height()
        return QSize(280, round(120 + 2.4 * line))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._calibration is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        palette = self.palette()
        left = metrics.horizontalAdvance(_per_cent(100)) + 10
        bottom = self.height() - metrics.height() * 1.4
        top = metrics.height() * 0.7
        high = bottom - top
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(round(left), round(top), round(left), round(bottom))
        painter.drawLine(round(left), round(bottom), self.width(), round(bottom))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        for share, y in ((100, top), (0, bottom)):
            box = QRectF(0, y - metrics.height() / 2, left - 6, metrics.height())
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _per_cent(share)
            )
        step = (self.width() - left) / len(self._calibration.levels)
        for index, (level, tally) in enumerate(self._calibration.levels):
            middle = left + step * (index + 0.5)
            width = min(56.0, step * 0.5)
            if tally.of:
                tall = high * tally.share
                painter.fillRect(
                    QRectF(middle - width / 2, bottom - tall, width, tall),
                    palette.color(QPalette.ColorRole.Link),
                )
            pen = QPen(palette.windowText().color(), 3)
            pen.setDashPattern([1.6, 1.2])
            painter.setPen(pen)
            y = bottom - high * level.value
            painter.drawLine(
                round(middle - width * 0.75), round(y), round(middle + width * 0.75), round(y)
            )
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            words = metrics.elidedText(
                confidence_words(level)[0], Qt.TextElideMode.ElideRight, step - 4
            )
            box = QRectF(middle - step / 2, bottom + 4, step, metrics.height() * 1.2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class CalibrationCard(Card):
    """The picture, a sentence a twelve-year-old understands, and more for those who open it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Heading(self.tr("How sure, and how right"))
        self.picture = CalibrationPicture()
        self.sentence = Text()
        self.legend = Caption(self.tr("Bars: how often it was right. Dashes: a perfect match."))
        self.match = Text()
        self.more = SmallButton(self.tr("More about this"))
        self.figures = Caption()
        column = Column(self)
        column.setContentsMargins(32, 24, 32, 24)
        for part in (
            self.head,
            self.picture,
            self.legend,
            self.sentence,
            self.match,
            self.more,
            self.figures,
        ):
            column.add(part, above=8)
        column.setAlignment(self.more, Qt.AlignmentFlag.AlignLeading)
        self.figures.hide()
        self.more.clicked.connect(self._show_more)

    def show_calibration(self, calibration: Calibration | None) -> None:
        """Show `calibration`; None hides the card, since too little was rated to say anything."""
        self.setVisible(calibration is not None)
        if calibration is None:
            return
        sentences = [
            self._say_level(level, tally.right, tally.of)
            for level, tally in calibration.levels
            if tally.of
        ]
        self.sentence.setText(sentences[-1])
        self.picture.show_calibration(calibration, " ".join(sentences))
        self.match.setText(self._say_match(calibration.match))
        self.figures.setText(self._say_figures(calibration))
        self.figures.hide()
        self.more.show()

    def _say_level(self, level: Confidence, right: int, of: int) -> str:
        n = QLocale().toString
        pattern = self.tr("When you said “{0}” you were right {1} out of {2} times.")
        return pattern.format(confidence_words(level)[0], n(right), n(of))

    def _say_match(self, match: Match) -> str:
        return {
            Match.MORE_SURE: self.tr("All in all: more sure than right."),
            Match.MATCHED: self.tr("All in all: sure and right go well together."),
            Match.MORE_RIGHT: self.tr("All in all: more right than sure."),
        }[match]

    def _say_figures(self, calibration: Calibration) -> str:
        pattern = self.tr(
            "Brier score {0}: the mean square of the distance between how sure and how right; "
            "0 is perfect, and always saying 50 % gives 0.25. "
            "Bias {1}: how sure less how right; 0 is a perfect match."
        )
        locale = QLocale()
        return pattern.format(
            locale.toString(calibration.brier, "f", 2), locale.toString(calibration.bias, "f", 2)
        )

    def _show_more(self) -> None:
        self.more.hide()
        self.figures.show()
        self.figures.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.figures.setFocus()


def _per_cent(share: int) -> str:
    return f"{QLocale().toString(share)} %"
