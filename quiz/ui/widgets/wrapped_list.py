"""A list of texts that wrap, quick with thousands of rows since only what is seen is laid out."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quiz.ui.widgets.card import SlimScrollBar
from quiz.ui.widgets.text import draw_focus

_Index = QModelIndex | QPersistentModelIndex
_PAD = 12
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading


class _Wrapping(QStyledItemDelegate):
    """Paints one text over as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        room = QRect(0, 0, width - 2 * _PAD, 10_000)
        text = option.fontMetrics.boundingRect(room, int(_FLAGS), str(index.data()))
        return QSize(width, text.height() + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> None:
        palette = option.palette
        chosen = bool(option.state & option.state.State_Selected)
        rect = option.rect
        if chosen:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        painter.setPen(
            palette.color(
                QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.WindowText
            )
        )
        painter.setFont(option.font)
        painter.drawText(rect.adjusted(_PAD, _PAD, -_PAD, -_PAD), int(_FLAGS), str(index.data()))
        if chosen and option.state & option.state.State_HasFocus:
            ink = palette.color(QPalette.ColorRole.HighlightedText)
            draw_focus(painter, QRectF(rect.adjusted(3, 3, -3, -3)), ink, radius=4)
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class WrappedList(QListView):
    """`row_chosen(row)`: another row is the current one."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Wrapping(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SlimScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._say_row)

    def show_rows(self, rows: list[str]) -> None:
        """Show these texts, the first one chosen."""
        self._rows.setStringList(rows)
        if rows:
            self.setCurrentIndex(self._rows.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _say_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())
