"""Rows of any height, as many as fit on a page. Nothing scrolls: a page is turned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

Row = TypeVar("Row")


def pages_of(
    rows: Sequence[Row],
    height_of: Callable[[Row], int],
    room: int,
    gap: int,
    halves: Callable[[Row], tuple[Row, ...]],
    head: int = 0,
) -> list[list[Row]]:
    """`rows` dealt to pages that are `room` high, `gap` between two of them.

    The first page begins with a `head` that is so high, if there is one. A row that is higher than
    a page is cut into its `halves`, as often as it takes; one that cannot be cut any more gets a
    page of its own.
    """
    pages: list[list[Row]] = [[]] if head else []
    left = room - head
    waiting = list(reversed(rows))
    while waiting:
        row = waiting.pop()
        high = height_of(row)
        if high > room and (parts := halves(row)):
            waiting += reversed(parts)
            continue
        if high + gap <= left and pages:
            pages[-1].append(row)
            left -= high + gap
        else:
            pages.append([row])
            left = room - high
    return pages


def halves_of_text(text: str) -> tuple[str, ...]:
    """A text cut at the space nearest to its middle; nothing where there is none."""
    text = text.strip()
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    if not spaces:
        return ()
    at = min(spaces, key=lambda space: abs(space - len(text) // 2))
    return text[:at].strip(), text[at:].strip()


class PagedRows(QWidget, Generic[Row]):
    """`turned(page, pages)`: which page is shown of how many, counted from 1.

    `make` builds the widget of a row, `halves` cuts one that is higher than a page. `head` stands
    over the first row.
    """

    turned = Signal(int, int)

    def __init__(
        self,
        make: Callable[[Row], QWidget],
        halves: Callable[[Row], tuple[Row, ...]],
        head: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._head = head
        if head is not None:
            head.setParent(self)
        self._make = make
        self._halves = halves
        self._rows: Sequence[Row] = ()
        self._pages: list[list[Row]] = []
        self._page = 0
        self._shown: list[QWidget] = []

    @property
    def page(self) -> int:
        """The page that is shown, counted from 1."""
        return self._page + 1

    @property
    def pages(self) -> int:
        """How many there are, at least 1."""
        return max(1, len(self._pages))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these from the first page on."""
        self._rows = rows
        self._page = 0
        self._deal()

    def deal_again(self) -> None:
        """The head has become higher or lower."""
        self._deal()

    def turn(self, step: int) -> None:
        """The next page (1) or the one before (-1), if there is one."""
        page = self._page + step
        if 0 <= page < len(self._pages):
            self._page = page
            self._show_page()

    def sizeHint(self) -> QSize:
        """Whatever is left over; a page is dealt by what that is."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._deal()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._deal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin line between two rows."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
        for widget in self._shown:
            if y := max(0, widget.y() - self._gap // 2):
                painter.drawLine(0, y, self.width(), y)

    @property
    def _gap(self) -> int:
        return self.fontMetrics().height()

    def _deal(self) -> None:
        if not self.isVisible():
            return  # it has no size yet that means anything
        self._pages = pages_of(
            self._rows, self._height, self.height(), self._gap, self._halves, self._head_height()
        )
        self._page = min(self._page, max(0, len(self._pages) - 1))
        self._show_page()

    def _head_height(self) -> int:
        if self._head is None:
            return 0
        self._head.ensurePolished()
        return _height_of(self._head, self.width())

    def _height(self, row: Row) -> int:
        widget = self._built(row)
        high = _height_of(widget, self.width())
        _drop(widget)
        return high

    def _built(self, row: Row) -> QWidget:
        widget = self._make(row)
        widget.setParent(self)
        widget.ensurePolished()
        return widget

    def _show_page(self) -> None:
        for widget in self._shown:
            _drop(widget)
        rows = self._pages[self._page] if self._pages else []
        self._shown = [self._built(row) for row in rows]
        top = 0
        if self._head is not None:
            self._head.setVisible(self._page == 0)
            if self._page == 0:
                top = self._head_height()
                self._head.setGeometry(0, 0, self.width(), top)
                top += self._gap
        for widget in self._shown:
            high = _height_of(widget, self.width())
            widget.setGeometry(0, top, self.width(), high)
            widget.show()
            top += high + self._gap
        self.update()
        self.turned.emit(self.page, self.pages)


def _height_of(widget: QWidget, width: int) -> int:
    return (
        widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    )


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
