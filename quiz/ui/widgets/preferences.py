"""Text size and colours, under the top bar: no window of its own, so the way out stays in sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from quiz.ui.theme import TEXT_SIZES, next_size
from quiz.ui.widgets.buttons import Chip, LinkButton, SmallButton
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption

THEMES = ("system", "light", "dark")


class PreferencesBar(QWidget):
    """`text_size_wanted(per cent)`; `theme_wanted("system" | "light" | "dark")`.

    `shift_wanted(on)`: whether Shift three times leaves; `pause_wanted()`; `support_wanted()`.
    `keep_wanted(on)`: keep these choices in the file that is named, or remove it.
    """

    text_size_wanted = Signal(int)
    theme_wanted = Signal(str)
    shift_wanted = Signal(bool)
    pause_wanted = Signal()
    support_wanted = Signal()
    keep_wanted = Signal(bool)

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
        self.keep = Chip(self.tr("Keep these choices"), self)
        self.kept = Caption(parent=self)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.keep)
        line.addWidget(self.kept, 1)
        whole.addLayout(line)
        self.keep.clicked.connect(self.keep_wanted)
        self.shift.toggled.connect(self.shift_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.support.clicked.connect(self.support_wanted)
        self.smaller.clicked.connect(self._want_smaller)
        self.larger.clicked.connect(self._want_larger)
        self._themes.idClicked.connect(self._want_theme)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in order."""
        return (
            self.smaller,
            self.larger,
            *self._themes.buttons(),
            self.shift,
            self.pause,
            self.support,
            self.keep,
        )

    def show_preferences(self, text_size: int, theme: str) -> None:
        """Show what holds now."""
        self._size = text_size
        self.per_cent.setText(self.tr("{0} %").format(QLocale().toString(text_size)))
        self.smaller.setEnabled(text_size > TEXT_SIZES[0])
        self.larger.setEnabled(text_size < TEXT_SIZES[-1])
        self._themes.button(THEMES.index(theme)).setChecked(True)

    def show_shift(self, on: bool) -> None:
        """Show whether Shift three times leaves."""
        self.shift.setChecked(on)

    def show_kept(self, path: Path | None, kept: bool, sentence: str = "") -> None:
        """Show whether the choices are kept, and name the file; `sentence`: what did not work."""
        self.keep.setVisible(path is not None)
        self.kept.setVisible(path is not None)
        self.keep.setChecked(kept)
        if sentence:
            self.kept.setText(sentence)
        elif kept:
            self.kept.setText(
                self.tr("Kept in {0}. Press again, and the file is removed.").format(path)
            )
        else:
            self.kept.setText(
                self.tr("For the next start, in {0}: size, colours, Shift.").format(path)
            )

    def _want_smaller(self) -> None:
        self.text_size_wanted.emit(next_size(self._size, -1))

    def _want_larger(self) -> None:
        self.text_size_wanted.emit(next_size(self._size, 1))

    def _want_theme(self, number: int) -> None:
        self.theme_wanted.emit(THEMES[number])
