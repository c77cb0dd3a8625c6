"""The packs, read file by file while a person looks at the first picture."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from quiz.packs.shelf import Shelf
    from quiz.ui.rounds import Rounds


class Reading(QObject):
    """`opened(pack)`: what the pack is called and which topics it has. `done()`: all is read.

    `rounds` is None until then, and where there is nothing to play.
    """

    opened = Signal(object)
    done = Signal()

    def __init__(
        self, open_shelf: Callable[[], Shelf], rng: Random, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_shelf = open_shelf
        self._rng = rng
        self._shelf: Shelf | None = None
        self._is_done = False
        self.rounds: Rounds | None = None
        self._steps = QTimer(self, interval=0)
        self._steps.timeout.connect(self._step)

    def begin(self) -> None:
        """Read on whenever there is nothing else to do."""
        self._steps.start()

    def stop(self) -> None:
        """Read no more."""
        self._steps.stop()

    def open(self) -> Shelf:
        """The shelf, opened now if not before."""
        if self._shelf is None:
            self._shelf = self._open_shelf()
            for cover in self._shelf.covers[:1]:
                self.opened.emit(cover)
        return self._shelf

    def finish(self) -> Rounds | None:
        """All packs are read when this returns. None where there is nothing to play."""
        if not self._is_done:
            self._is_done = True
            self.stop()
            packs = self.open().read().packs
            if packs:
                from quiz.ui.rounds import Rounds

                self.rounds = Rounds(packs[0], self._rng)
            self.done.emit()
        return self.rounds

    def _step(self) -> None:
        """One more file."""
        if self._shelf is None:
            self.open()
        elif not self._shelf.step():
            self.finish()
