"""The wall once more, small, at the console."""

from __future__ import annotations

from quiz.ui.screens.lesson.audience import AudienceScreen

SMALL_WALL = 320
"""Greatest width of the picture of the wall."""


class SmallWall(AudienceScreen):
    """What the room sees, small, so that nobody has to turn round for it."""

    def __init__(self) -> None:
        super().__init__()
        self.unsetCursor()
        self.setMaximumWidth(SMALL_WALL)
        self._shape = 9 / 16
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_shape(self, shape: float) -> None:
        """The height of the wall in widths."""
        self._shape = shape
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, SMALL_WALL) * self._shape)
