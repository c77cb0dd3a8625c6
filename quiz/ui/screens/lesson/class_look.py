"""Text size and colours of the console, and of the wall: kept for this lesson, written nowhere."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quiz.model.preferences import Preferences
from quiz.ui import theme
from quiz.ui.announce import announce
from quiz.ui.lesson.keys import class_keys
from quiz.ui.widgets.buttons import Chip
from quiz.ui.widgets.card import Scrolling
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.keys import KeysBar
from quiz.ui.widgets.preferences import PreferencesBar
from quiz.ui.widgets.text import Caption
from quiz.ui.widgets.touch import OneOf, drag_with_finger

WALL_SIZES = (100, 125, 150)
"""Per cent of the type on the wall (STANDARDS 5.5); a page that needs the room takes less."""

MOST = 0.3
"""Most of the window's height that the keys may take while a lesson runs."""

MOST_PLANNING = 0.15
"""The same before it, so that the statements stay in sight beside the choices."""


class KeysPanel(Scrolling):
    """The keys of a lesson; where the text is large they leave the lesson its room, and scroll."""

    def __init__(self) -> None:
        self.bar = KeysBar(keys=class_keys())
        self._most = MOST
        super().__init__(self.bar, None)
        drag_with_finger(self)

    def leave_room(self, *, planning: bool) -> None:
        """Take only as much of the window as is left there."""
        self._most = MOST_PLANNING if planning else MOST
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = self.bar.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(whole, round(self.window().height() * self._most)))


class ClassLook(QWidget):
    """`wall_wanted(dark, per cent)`; `shift_wanted(on)`: whether Shift three times leaves."""

    wall_wanted = Signal(bool, int)
    shift_wanted = Signal(bool)

    def __init__(self, look: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.bar = PreferencesBar(self)
        for unused in (self.bar.pause, self.bar.support):
            unused.hide()
        self.bar.show_kept(None, False)
        for chip in self.bar.findChildren(Chip):
            chip.setMinimumHeight(theme.TARGET)
        row = FlowLayout(spacing=12)
        row.addWidget(Caption(self.tr("On the wall")))
        self.dark = OneOf({False: self.tr("Light wall"), True: self.tr("Dark wall")}, self)
        words = self.tr("{0} % on the wall")
        self.sizes = OneOf({size: words.format(size) for size in WALL_SIZES}, self)
        self.dark.show_value(False)
        self.sizes.show_value(WALL_SIZES[0])
        for one in (self.dark, self.sizes):
            for chip in one.chips.values():
                row.addWidget(chip)
        self.dark.picked.connect(self._want_wall)
        self.sizes.picked.connect(self._want_wall)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        lower = QVBoxLayout()
        lower.setContentsMargins(28, 0, 28, 8)
        lower.addLayout(row)
        column.addLayout(lower)
        self.bar.text_size_wanted.connect(self._resize)
        self.bar.theme_wanted.connect(lambda name: self._wear(replace(self.look, theme=name)))
        self.bar.shift_wanted.connect(self.shift_wanted)
        self._show()

    def step(self, step: int) -> None:
        """The next larger text (1), the next smaller (-1), or the first size (0)."""
        first = theme.TEXT_SIZES[0]
        self._resize(theme.next_size(self.look.text_size, step) if step else first)

    def _resize(self, size: int) -> None:
        self._wear(replace(self.look, text_size=size))
        announce(self, self.tr("Text size {0} %").format(size))

    def _wear(self, look: Preferences) -> None:
        self.look = look
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dark = look.theme == "dark" or (look.theme == "system" and theme.system_prefers_dark())
        theme.apply_theme(app, theme.DARK if dark else theme.LIGHT, look.text_size / 100)
        self._show()

    def _show(self) -> None:
        self.bar.show_preferences(self.look.text_size, self.look.theme)

    def _want_wall(self) -> None:
        self.wall_wanted.emit(self.dark.value, self.sizes.value)
