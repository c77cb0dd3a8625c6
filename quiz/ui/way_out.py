"""What leaving quickly and pausing need, put together for one window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quiz.ui.quick_exit import Clipboard, Cover, ShiftThrice, ShiftWatch


class WayOut(QObject):
    """`wanted()`: leave, by three presses of Shift or from the pause. `counted(presses)`: how many
    presses of Shift count by now.
    """

    wanted = Signal()
    counted = Signal(int)

    def __init__(self, window: QWidget, *, by_shift: bool) -> None:
        super().__init__(window)
        self.cover = Cover(window)
        self.shift = ShiftThrice()
        self.shift.wanted = by_shift
        self.keys = ShiftWatch(self.shift, self)
        self.clipboard = Clipboard()
        self.cover.lifted.connect(self.cover.lift)
        self.cover.leave_wanted.connect(self.wanted)
        self.keys.thrice.connect(self.wanted)
        self.keys.counted.connect(self.counted)

    @property
    def is_covered(self) -> bool:
        """Whether nothing of the window is to be seen."""
        return self.cover.isVisible()

    def pause(self) -> None:
        """Cover the window until the person goes on."""
        self.cover.pause()

    def pause_or_go_on(self) -> None:
        """Cover the window, or bring back what was covered."""
        self.cover.lift() if self.is_covered else self.cover.pause()
