"""The keys, under the top bar: no window of its own, so the way out stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.text import Caption


class KeysBar(QWidget):
    """Says what each key does; `?` shows and hides it."""

    def __init__(self, parent: QWidget | None = None, keys: tuple[str, ...] = ()) -> None:
        """`keys`: what else they do, where it is not a person who plays."""
        super().__init__(parent)
        row = FlowLayout(self, spacing=18)
        row.setContentsMargins(28, 0, 28, 10)
        for words in keys or (
            self.tr("1 or M: myth"),
            self.tr("2 or R: reality"),
            self.tr("3 or S: skip"),
            self.tr("Enter or Space: go on"),
            self.tr("Shift three times: leave quickly"),
            self.tr("F9: pause"),
            self.tr("F11: full screen"),
            self.tr("Ctrl + and Ctrl −: text size"),
            self.tr("Escape: back"),
            self.tr("?: these keys"),
        ):
            row.addWidget(Caption(words))

    def say(self) -> str:
        """All of it in one text, for those who hear it."""
        return ". ".join(part.text() for part in self.findChildren(Caption))

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))
