"""Telling assistive technology about a change that takes no focus (STANDARDS R78).

The verdict is never announced: it takes the focus, and would be read twice.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `words` when it comes to it, or at once where `urgent`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not for the first picture

    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
