"""What there is to read and to press on a page, in the order of reading.

The order is that of the widgets' tree, which the accessibility tree follows: whoever listens hears
what a screen reader would say, in the same order (STANDARDS R77).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


@dataclass(frozen=True, slots=True)
class Item:
    """Something to read or to press."""

    words: str
    widget: QWidget

    @property
    def button(self) -> QAbstractButton | None:
        """The button that it is, or None for text."""
        return self.widget if isinstance(self.widget, QAbstractButton) else None


def items_of(page: QWidget) -> list[Item]:
    """The items of `page`. What is hidden, disabled or without words is none.

    A text that the next one begins with is left out: it would be heard twice.
    """
    found = list(_walk(page))
    return [
        item
        for item, after in zip(found, [*found[1:], None], strict=True)
        if item.button or after is None or not after.words.startswith(item.words)
    ]


def _walk(widget: QWidget) -> Iterator[Item]:
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isWindow() or not child.isVisibleTo(widget):
            continue
        name = child.accessibleName()
        if isinstance(child, QAbstractButton):
            words = name or child.text().replace("&", "")
            if words and child.isEnabled():
                yield Item(words, child)
        elif isinstance(child, QLabel):
            if name or child.text():
                yield Item(name or child.text(), child)
        else:
            inside = list(_walk(child))
            yield from inside or ([Item(name, child)] if name else [])
