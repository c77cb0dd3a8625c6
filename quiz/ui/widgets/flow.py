"""Layouts that give way: a row that wraps, and columns that stack where the text is large."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items side by side, going on in the next line where there is no room left.

    `between`: pixels between two lines, as between items unless said. `hang`: pixels by which the
    lines begin before the edge, for items whose text begins that much within them.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 10,
        between: int | None = None,
        hang: int = 0,
    ) -> None:
        super().__init__(parent)
        self._between = spacing if between is None else between
        self._hang = hang
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = QRect(0, 0, width - margins.left() - margins.right() + self._hang, 0)
        return self._place(inner, really=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        if self._mirrored():
            inner.setRight(inner.right() + self._hang)
        else:
            inner.setLeft(inner.left() - self._hang)
        self._place(inner, really=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, really: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            high = max(size.height() for _, size in line)
            left = rect.x()
            for item, size in line:
                if really:
                    down = (high - size.height()) // 2
                    place = QRect(QPoint(left, top + down), size)
                    if self._mirrored():
                        place.moveRight(rect.x() + rect.right() - place.left())
                    item.setGeometry(place)
                left += size.width() + self.spacing()
            top += high + self._between
        return max(0, top - self._between - rect.y())

    def _lines(self, across: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The visible items with their sizes, line by line."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), max(across, item.minimumSize().width()))
            height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
            if not lines or width > room:
                lines.append([])
                room = across
            lines[-1].append((item, QSize(width, height)))
            room -= width + self.spacing()
        return lines

    def _mirrored(self) -> bool:
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        return direction is Qt.LayoutDirection.RightToLeft
