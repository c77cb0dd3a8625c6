"""Where one listener is on a page, and how each thing there is said."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from quiz.ui.kiosk.reading_order import Item, items_of
from quiz.ui.kiosk.speech import SPEEDS, VOLUMES

translate = QCoreApplication.translate  # lupdate knows it by this name

_DIALS = 2
"""Volume and speed stand behind the items of each page. They are heard, not seen."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said, in which language, and at which place of the page; None for no place."""

    text: str
    locale: QLocale
    at: int | None = None


class ReadingPlace:
    """The place in `whole`, whatever that shows, and one visitor's volume and speed."""

    def __init__(self, whole: QWidget) -> None:
        self.at = 0
        self._whole = whole
        self._items: list[Item] = []
        self._volume = VOLUMES.index(0.6)
        self._speed = SPEEDS.index(1.0)

    @property
    def volume(self) -> float:
        """From 0.2 to 1."""
        return VOLUMES[self._volume]

    @property
    def speed(self) -> float:
        """Times the voice's own speed, from 0.5 to 2."""
        return SPEEDS[self._speed]

    @property
    def button(self) -> QAbstractButton | None:
        """The button here, if it is one."""
        return self._items[self.at].button if self.at < len(self._items) else None

    @property
    def is_text(self) -> bool:
        """Whether there is something to read here."""
        return self.at < len(self._items) and self.button is None

    def start(self) -> None:
        """Go to where the page has put the focus, if that is a text, or to the first text."""
        self._items = items_of(self._whole)
        texts = [at for at, item in enumerate(self._items) if item.button is None]
        focused = self.focused
        self.at = focused if focused in texts else next(iter(texts), 0)

    def look(self) -> None:
        """See what is there now. The place stays with its item while that is there."""
        old, self._items = self._items, items_of(self._whole)
        if self.at >= len(old):
            self.at += len(self._items) - len(old)
            return
        widget = old[self.at].widget
        places = [at for at, item in enumerate(self._items) if item.widget is widget]
        self.at = places[0] if places else max(0, min(self.at, len(self._items) - 1))

    @property
    def focused(self) -> int | None:
        """The place of what has the focus."""
        focus = self._whole.window().focusWidget()
        places = [at for at, item in enumerate(self._items) if item.widget is focus]
        return places[0] if places else None

    def go(self, at: int) -> None:
        """Be at this place, with the focus where it can be seen."""
        self.at = at
        if at < len(self._items):
            self._items[at].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def after(self, by: int) -> int:
        """The place one further on (1) or back (-1), round at the ends."""
        return (self.at + by) % (len(self._items) + _DIALS)

    def go_to_button(self, by: int) -> None:
        """Move the focus to the next button (1) or the one before (-1), round at the ends."""
        buttons = self._buttons
        if buttons:
            focused = self.focused
            place = buttons.index(focused) + by if focused in buttons else min(0, by)
            self.go(buttons[place % len(buttons)])

    def to_next_button(self) -> range:
        """From here to the first button from here on, that included."""
        end = next((at for at in self._buttons if at >= self.at), len(self._items) - 1)
        return range(self.at, end + 1)

    def turn(self) -> None:
        """Louder or faster by one step; from the last back to the first."""
        if self.at == len(self._items):
            self._volume = (self._volume + 1) % len(VOLUMES)
        else:
            self._speed = (self._speed + 1) % len(SPEEDS)

    def words(self, at: int, own: QLocale) -> Words:
        """How this place is said: a button is called one, with its number among the buttons.

        `own` is the language of the interface.
        """
        if at < len(self._items):
            item = self._items[at]
            if item.button is None:
                return Words(item.words, item.widget.locale(), at)
            name, locale, place = item.words, item.widget.locale(), self._buttons.index(at)
            if item.button.isCheckable():
                name = (
                    translate("ReadingPlace", "{0}, on")
                    if item.button.isChecked()
                    else translate("ReadingPlace", "{0}, off")
                ).format(name)
        else:
            dial, locale = at - len(self._items), own
            place = len(self._buttons) + dial
            if dial == 0:
                step, steps = own.toString(self._volume + 1), own.toString(len(VOLUMES))
                name = translate("ReadingPlace", "Volume {0} of {1}").format(step, steps)
            else:
                name = translate("ReadingPlace", "Speed {0}").format(own.toString(self.speed))
        number, count = own.toString(place + 1), own.toString(len(self._buttons) + _DIALS)
        return Words(
            translate("ReadingPlace", "{0}, button {1} of {2}").format(name, number, count),
            locale,
            at,
        )

    @property
    def _buttons(self) -> list[int]:
        return [at for at, item in enumerate(self._items) if item.button]
