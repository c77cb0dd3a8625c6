"""One thing under another: a plain column that lays out long texts in a single pass.

A QVBoxLayout asks each text for its height a dozen times when one of them changes, and nested ones
multiply that. This asks once for each width and remembers until something changes: on the road from
an answer to its reveal that is the difference between eight milliseconds and two.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from quiz.ui.widgets.card import Scrolling
from quiz.ui.widgets.text import Text


class Column(QLayout):
    """Widgets from top to bottom, each as high as its width asks for; no stretching."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._above: list[int] = []
        self._next_above = 0
        self._heights: dict[int, list[int]] = {}
        self._least: QSize | None = None
        self._best: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, above: int = 0) -> None:
        """Put `widget` below what is there, `above` pixels apart while it is visible."""
        self._next_above = above
        self.addChildWidget(widget)
        # Ours, so that it goes with us: Qt would make one that a layout of Python's never frees.
        self.addItem(QWidgetItem(widget))

    def add_layout(self, layout: QLayout, above: int = 0) -> None:
        """Put a layout below what is there."""
        self._next_above = above
        self.addChildLayout(layout)
        self.addItem(layout)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._above.append(self._next_above)
        self._next_above = 0

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._above.pop(index)
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = self._best = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return sum(self._tops_and_heights(inner)) + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        if self._least is None:
            shown = [item for item in self._items if not item.isEmpty()]
            width = max(map(_least_width, shown), default=0)
            margins = self.contentsMargins()
            self._least = QSize(width + margins.left() + margins.right(), 0)
        return self._least

    def sizeHint(self) -> QSize:
        if self._best is None:
            shown = [item for item in self._items if not item.isEmpty()]
            hints = [item.sizeHint() for item in shown]
            margins = self.contentsMargins()
            width = max((hint.width() for hint in hints), default=0)
            height = sum(hint.height() for hint in hints)
            self._best = QSize(
                width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
            )
        return self._best

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = self.contentsRect()
        top = inner.top()
        heights = iter(self._tops_and_heights(inner.width()))
        for item in self._items:
            if item.isEmpty():
                continue
            top += next(heights)
            height = next(heights)
            width = inner.width()
            left = inner.left()
            if item.alignment() & Qt.AlignmentFlag.AlignLeading:
                width = min(width, item.sizeHint().width())
                if self._direction() is Qt.LayoutDirection.RightToLeft:
                    left = inner.right() + 1 - width
            # Past the item, which would first have each text say how wide it would like to be.
            (item.widget() or item).setGeometry(QRect(left, top, width, height))
            top += height

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight

    def _tops_and_heights(self, width: int) -> list[int]:
        """The space above and the height of each visible item, one after the other."""
        found = self._heights.get(width)
        if found is None:
            found = []
            for item, above in zip(self._items, self._above, strict=True):
                if not item.isEmpty():
                    found.append(above if found else 0)
                    found.append(
                        item.heightForWidth(width)
                        if item.hasHeightForWidth()
                        else item.sizeHint().height()
                    )
            self._heights[width] = found
        return found


def _least_width(item: QLayoutItem) -> int:
    """How narrow an item may become. A text is asked itself: its item would ask for more."""
    widget = item.widget()
    if isinstance(widget, Text):
        return widget.minimumSizeHint().width()
    return item.minimumSize().width()


class ColumnWidget(QWidget):
    """A widget laid out by a :class:`Column`.

    Its hints do not depend on the texts in it: Qt would otherwise lay all of them out once more at
    the width of the hint, which nobody ever sees.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Column(self)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.column.minimumSize()


class TextPage(Scrolling):
    """A page of texts, laid out in one pass."""

    def __init__(self, parent: QWidget | None = None) -> None:
        content = ColumnWidget()
        self.column = content.column
        super().__init__(content, parent)
