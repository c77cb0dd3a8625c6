"""One page of a visit: parts to read on a card, and what can be touched at its foot.

A page is laid out once, for one size, and thrown away when another is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from quiz.ui.screens.kiosk.visit_parts import Row, mirrored
from quiz.ui.screens.kiosk.visit_press import Leaf, Press
from quiz.ui.screens.kiosk.visit_sheet import OF_THE_PACK
from quiz.ui.widgets.banner import Banner
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.text import Text


class VisitPage(Card):
    """`chosen(key)`: what was touched."""

    chosen = Signal(str)

    def __init__(self, leaf: Leaf, press: Press, parent: QWidget) -> None:
        super().__init__(parent)
        self.texts: list[QWidget] = []
        self._kinds = [part.kind for part in leaf.parts]
        self.buttons: list[Button] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._say)
        self.resize(press.size)
        paper = press.paper(self, leaf.type)
        top = leaf.top
        above = None
        for part in leaf.parts:
            if above is not None:
                top += paper.gap(above, part)
            widget = paper.put(part, self)
            high = paper.height_of(widget)
            self._place(widget, QRect(press.pad, top, paper.width(widget), high))
            self.texts.append(widget)
            top += high
            above = part
        for choice, rect, scale in press.foot.places(leaf.choices, leaf.slots):
            button = press.foot.button(choice, self, scale)
            button.setProperty("choice", choice.key)
            self._group.addButton(button)
            self._place(button, rect)
            self.buttons.append(button)

    def speak(self, content: QLocale) -> None:
        """Say in which language the pack's own words are, for voices and screen readers (R89).

        The program's words are in that of the widget around the page.
        """
        for kind, widget in zip(self._kinds, self.texts, strict=True):
            if kind in OF_THE_PACK:
                widget.setLocale(content)

    def take_focus(self) -> None:
        """Put the focus where reading starts."""
        for widget in self.texts:
            line = widget
            if isinstance(widget, Banner):
                line = widget.line
            elif isinstance(widget, Row):
                line = widget.words
            if isinstance(line, Text):
                line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                line.setFocus()
                return

    def button(self, key: str) -> Button | None:
        """The button of a choice, where it is offered."""
        return next((b for b in self.buttons if b.property("choice") == key), None)

    def _place(self, widget: QWidget, rect: QRect) -> None:
        if mirrored(self):
            rect.moveLeft(self.width() - rect.x() - rect.width())
        widget.setGeometry(rect)
        widget.show()

    def _say(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("choice")))
