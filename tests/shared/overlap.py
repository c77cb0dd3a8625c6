"""A detector for text that is cut, broken, or lies over other text (STANDARDS R74)."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.text import Text

LONG_WORD = 30
"""Addresses may be broken anywhere; a word of a language should not be."""


def _area(widget: QWidget, window: QWidget) -> QRect:
    """Where in the window a widget is, scrolled out of sight or not."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of it that is not scrolled out of sight."""
    area = _area(widget, window)
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        area = area.intersected(_area(parent, window))
        parent = parent.parentWidget()
    return area


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {text[:40]!r}"


def _broken_words(text: Text) -> list[str]:
    layout, _ = text._laid_out(text.contentsRect().width())
    words, source = [], layout.text()
    for index in range(1, layout.lineCount()):
        at = layout.lineAt(index).textStart()
        before, after = source[at - 1], source[at]
        if before.isalnum() and after.isalnum():
            start = max(source.rfind(" ", 0, at), source.rfind("\u2028", 0, at)) + 1
            end = source.find(" ", at)
            word = source[start : end if end >= 0 else None]
            if len(word) < LONG_WORD:
                words.append(word)
    return words


def _cut(widget: QWidget) -> str:
    """What is wrong inside one widget, or ""."""
    if isinstance(widget, Text):
        if widget.height() < widget.heightForWidth(widget.width()):
            return "is too low for its text"
        if words := _broken_words(widget):
            return f"breaks {words}"
    elif isinstance(widget, Button):
        least = widget.minimumSizeHint()
        if widget.width() < least.width() - 8 or widget.height() < least.height():
            return f"is too small: {widget.size()} for {least}"
    return ""


def faults(window: QWidget) -> list[str]:
    """Everything that is cut, overlaps, or could only be reached by scrolling sideways."""
    found = []
    shown = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, Text | Button) and widget.isVisible() and widget.text()
    ]
    for widget in shown:
        if what := _cut(widget):
            found.append(f"{_name(widget)} {what}")
        area = _area(widget, window)
        if area.left() < 0 or area.right() >= window.width():
            found.append(f"{_name(widget)} runs out at the side: {area}")
        parent = widget.parentWidget()
        while parent is not None and parent is not window:
            side = _area(parent, window)
            if area.left() < side.left() or area.right() > side.right():
                found.append(f"{_name(widget)} is cut by {_name(parent)}")
                break
            scrolls = isinstance(parent.parentWidget(), QScrollArea)
            if not scrolls and (area.top() < side.top() or area.bottom() > side.bottom()):
                found.append(f"{_name(widget)} runs out of {_name(parent)}: {area} {side}")
                break
            if scrolls:
                break
            parent = parent.parentWidget()
    for one, other in combinations(shown, 2):
        both = _seen(one, window).intersected(_seen(other, window))
        if both.width() > 1 and both.height() > 1:
            found.append(f"{_name(one)} and {_name(other)} overlap by {both.size()}")
    pages = [page for page in window.findChildren(QScrollArea) if page.isVisible()]
    wide = [page for page in pages if page.widget().width() > page.viewport().width()]
    return found + [f"{_name(page)} would have to be scrolled sideways" for page in wide]
