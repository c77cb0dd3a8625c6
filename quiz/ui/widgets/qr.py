"""QR codes, made and painted here: nothing is fetched and nothing is written."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_ZONE = 4
"""Empty modules around the code that ISO/IEC 18004 asks for."""


@lru_cache(maxsize=64)
def qr_image(text: str) -> QImage:
    """The code for `text`, one pixel a module, with its quiet zone, in black on white."""
    import segno  # late: it is not needed to paint the first screen

    matrix = segno.make(text, error="m", micro=False).matrix
    side = len(matrix) + 2 * QUIET_ZONE
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(matrix, QUIET_ZONE):
        for x, dark in enumerate(row, QUIET_ZONE):
            if dark:
                image.setPixel(x, y, 0xFF000000)
    return image


class QrCode(QWidget):
    """A link to take away with a phone. Always dark on white, in either theme, so that it scans."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 168) -> None:
        super().__init__(parent)
        self._text = ""
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_link(self, text: str, name: str) -> None:
        """Show the code of `text`; `name` tells what it is to those who cannot see it."""
        self._text = text
        self.setAccessibleName(name)
        self.setVisible(bool(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        if not self._text:
            return
        image = qr_image(self._text)
        module = max(1, (min(self.width(), self.height()) - 4) // image.width())
        side = module * image.width()
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter.drawImage(QRectF(left, top, side, side), image)
