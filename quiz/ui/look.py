"""How it looks and what Shift does: worn at once, and kept where a person asked for that."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from quiz.model.preferences import Preferences
from quiz.ui import theme
from quiz.ui.kept import Kept


class Look(QObject):
    """`changed(sentence)`: other preferences hold, or they are kept otherwise; the sentence, mostly
    empty, is what did not work. `resized(per cent)`: a text size was asked for.

    `scale` is what the place itself makes of its text; 1.0 is the size of the type scale.
    """

    changed = Signal(str)
    resized = Signal(int)

    def __init__(self, worn: Preferences, kept: Kept | None = None, *, scale: float = 1.0) -> None:
        super().__init__()
        self.worn = worn
        self.kept = kept or Kept()
        self._scale = scale

    def wear(self) -> None:
        """Give the application the colours and the text size that hold."""
        name = self.worn.theme
        dark = name == "dark" or (name == "system" and theme.system_prefers_dark())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        scale = self._scale * self.worn.text_size / 100
        theme.apply_theme(app, theme.DARK if dark else theme.LIGHT, scale)

    def resize_text(self, size: int) -> None:
        """Another text size, in per cent."""
        self._become(replace(self.worn, text_size=size))
        self.resized.emit(size)

    def step_text(self, step: int) -> None:
        """The next larger (1) or smaller (-1) text size."""
        self.resize_text(theme.next_size(self.worn.text_size, step))

    def change_theme(self, name: str) -> None:
        """Other colours: "system", "light" or "dark"."""
        self._become(replace(self.worn, theme=name))

    def use_shift(self, wanted: bool) -> None:
        """Whether Shift three times leaves."""
        self._become(replace(self.worn, shift_leaves=wanted))

    def keep(self, wanted: bool) -> None:
        """Keep what holds in the file that is named, from now on; or remove the file."""
        self.changed.emit(self.kept.want(wanted, self.worn))

    def _become(self, worn: Preferences) -> None:
        if worn != self.worn:
            self.worn = worn
            self.wear()
            self.changed.emit(self.kept.changed(worn))
