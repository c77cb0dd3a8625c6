"""Text size and colours, under the top bar: no window of its own, so the way out stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quiz.ui.theme import TEXT_SIZES
from quiz.ui.widgets.buttons import Chip, LinkButton, SmallButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption

THEMES = ("system", "light", "dark")


class PreferencesBar(QWidget):
    """`text_size_wanted(per cent)`; `theme_wanted("system" | "light" | "dark")`.

    `shift_wanted(on)`: whether Shift three times leaves; `pause_wanted()`; `support_wanted()`.
    """

    text_size_wanted = Signal(int)
    theme_wanted = Signal(str)
    shift_wanted = Signal(bool)
    pause_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = TEXT_SIZES[0]
        self.smaller = SmallButton(self.tr("Smaller text"), self)
        self.per_cent = Caption(parent=self)
        self.larger = SmallButton(self.tr("Larger text"), self)
        self._themes = QButtonGroup(self)
        self.row = FlowLayout(spacing=12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 0, 28, 8)
        whole.addLayout(self.row)
        for part in (self.smaller, self.per_cent, self.larger):
            self.row.addWidget(part)
        words = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        for number, text in enumerate(words):
            chip = Chip(text, self)
            chip.setAccessibleDescription(self.tr("Colours"))
            self._themes.addButton(chip, number)
            self.row.addWidget(chip)
        self.shift = Chip(self.tr("Shift three times leaves"), self, checked=True)
        self.pause = SmallButton(self.tr("Pause: cover the screen"), self, hint="F9")
        self.support = LinkButton(self.tr("Where to get help"), self)
        for extra in (self.shift, self.pause, self.support):
            self.row.addWidget(extra)
        self.shift.toggled.connect(self.shift_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.support.clicked.connect(self.support_wanted)
        self.smaller.clicked.connect(self._want_smaller)
        self.larger.clicked.connect(self._want_larger)
        self._themes.idClicked.connect(self._want_theme)

    def show_preferences(self, text_size: int, theme: str) -> None:
        """Show what holds now."""
        self._size = text_size
        self.per_cent.setText(self.tr("{0} %").format(QLocale().toString(text_size)))
        self.smaller.setEnabled(text_size > TEXT_SIZES[0])
        self.larger.setEnabled(text_size < TEXT_SIZES[-1])
        self._themes.button(THEMES.index(theme)).setChecked(True)

    def _want_smaller(self) -> None:
        self.text_size_wanted.emit(next_size(self._size, -1))

    def _want_larger(self) -> None:
        self.text_size_wanted.emit(next_size(self._size, 1))

    def _want_theme(self, number: int) -> None:
        self.theme_wanted.emit(THEMES[number])


def next_size(size: int, step: int) -> int:
    """The next larger (`step` 1) or smaller (-1) text size; the same at either end."""
    if step > 0:
        return min((other for other in TEXT_SIZES if other > size), default=TEXT_SIZES[-1])
    return max((other for other in TEXT_SIZES if other < size), default=TEXT_SIZES[0])
