"""A moment's deafness after a view changes: a double tap cannot skip an explanation (R19)."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint

SETTLING = 0.4
"""Seconds during which input on the same spot is ignored after the view changed."""

SPOT = 60
"""Pixels around the last press that count as the same spot: a fingertip and its tremble."""


class Settling:
    """Remembers where a pointer last acted and when the view last changed.

    `clock` gives seconds; it is handed in so that tests need not wait. `spot`: see :data:`SPOT`;
    where pixels are small on the glass a fingertip covers more of them.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, spot: int = SPOT) -> None:
        self._clock = clock
        self._size = spot
        self._acted: QPoint | None = None
        self._spot: QPoint | None = None
        self._until = 0.0

    def acted_at(self, position: QPoint) -> None:
        """A pointer pressed a control at this place on the screen."""
        self._acted = position

    def view_changed(self) -> None:
        """What the person sees is another view from now on."""
        self._spot, self._acted = self._acted, None
        self._until = self._clock() + SETTLING

    def ignores(self, position: QPoint) -> bool:
        """Whether a press at this place comes too soon on the same spot."""
        if self._spot is None or self._clock() >= self._until:
            return False
        return (position - self._spot).manhattanLength() <= self._size
