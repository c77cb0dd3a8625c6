"""A finger on the glass: touches that Qt gets as touches, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sitting import Clock, settle


class Finger:
    """Taps in one window."""

    def __init__(self, window: QWidget, clock: Clock) -> None:
        self._window, self._clock = window, clock
        self._glass = QTest.createTouchDevice()

    def tap(self, widget: QWidget) -> None:
        """Tap the middle of `widget`; fails where it cannot be hit."""
        assert widget.isVisible(), widget
        place = widget.mapTo(self._window, widget.rect().center())
        on_top = self._window.childAt(place)
        assert on_top is widget, f"{on_top!r} lies over {widget!r}"
        self._clock.now += 1.0
        self._touch("press", place)
        self._touch("release", place)

    def _touch(self, what: str, place: QPoint) -> None:
        handle = self._window.windowHandle()
        sequence = QTest.touchEvent(handle, self._glass)
        getattr(sequence, what)(0, place, handle)
        sequence.commit()
        settle()
