"""The whole quiz by four keys, with a voice or without: previous, next, choose, exit.

It knows no screen: it reads whatever is shown, by `reading_order`. A page that puts the focus on a
text is read from there.
"""

from __future__ import annotations

from collections import deque
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.model.site import Speech
from quiz.ui.kiosk.reading_place import ReadingPlace, Words
from quiz.ui.kiosk.speech import Speaker
from quiz.ui.screens.kiosk.speech_notice import SpeechNotice


class Key(Enum):
    """What a key of the keypad means."""

    PREVIOUS = auto()
    NEXT = auto()
    CHOOSE = auto()
    EXIT = auto()


KEYS = {
    Qt.Key.Key_Up: Key.PREVIOUS,
    Qt.Key.Key_Left: Key.PREVIOUS,
    Qt.Key.Key_Down: Key.NEXT,
    Qt.Key.Key_Right: Key.NEXT,
    Qt.Key.Key_Return: Key.CHOOSE,
    Qt.Key.Key_Enter: Key.CHOOSE,
    Qt.Key.Key_Space: Key.CHOOSE,
    Qt.Key.Key_Escape: Key.EXIT,
}
"""What keypads made for kiosks send; either pair of arrows, since they differ."""

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def keypad_key(event: QKeyEvent) -> Key | None:
    """The keypad's key behind `event`, None for any other."""
    return KEYS.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None


class Visited(Protocol):
    """What is asked of a visit: a word when another page is shown, and the way out."""

    @property
    def page_changed(self) -> SignalInstance: ...
    @property
    def done(self) -> SignalInstance: ...


class Mode(Enum):
    """Whether the keypad speaks."""

    ASLEEP = auto()  # no key has been pressed yet
    ASKING = auto()  # the loudspeaker's notice is up
    ALOUD = auto()
    SILENT = auto()  # the keys move the focus from button to button


class KeypadReader(QObject):
    """One visitor's keypad. Dropped with the visit, and with it the place, volume and speed.

    `speaker` None, or a site that wants no speech: the keys move the focus and press. Otherwise
    the first key only starts the reading. With a loudspeaker it first asks, on the screen and
    without a sound; "choose" is the yes, so that "press choose twice" can stand in Braille beside
    the keys. `whole` is the visit's widget: what is in it is read, the notice covers it, and its
    locale is the language of the interface.
    """

    def __init__(
        self, speaker: Speaker | None, speech: Speech, whole: QWidget, glass: Glass
    ) -> None:
        super().__init__(whole)
        self._whole = whole
        self._glass = glass
        self._speaker = None if speech is Speech.OFF else speaker
        self._asks = speech is Speech.LOUDSPEAKER
        self._mode = Mode.SILENT if self._speaker is None else Mode.ASLEEP
        self._visit: Visited | None = None
        self._turned = False  # the press of a button has led to another page
        self._notice: SpeechNotice | None = None
        self._place = ReadingPlace(whole)
        self._to_say: deque[Words] = deque()
        if self._speaker is not None:
            self._speaker.finished.connect(self._say_next)

    @property
    def mode(self) -> Mode:
        """Whether it speaks; while ALOUD the idle times are doubled (STANDARDS R97)."""
        return self._mode

    @property
    def speaking(self) -> bool:
        """Whether something is being said: that counts as activity."""
        return self._speaker is not None and self._speaker.speaking

    def attend(self, visit: Visited, *, by_key: bool = False) -> None:
        """Read `visit` from now on; `by_key`: it was a key of the keypad that woke the screen."""
        self._visit = visit
        visit.page_changed.connect(self._turn_page)
        if by_key and self._mode is Mode.ASLEEP:
            self._wake()

    def leave(self) -> None:
        """The visit is over: silence, and nothing is read any more."""
        self._hush()
        self._close_notice()
        self._visit = None
        if self._speaker is not None:
            self._speaker.finished.disconnect(self._say_next)
            self._speaker = None

    def tell(self, text: str) -> None:
        """Say what comes up over the page, such as the idle warning."""
        if self._mode is Mode.ALOUD:
            self._say(self._own(text))

    def again(self) -> None:
        """Say once more where the reading is."""
        if self._mode is Mode.ALOUD:
            self._place.look()
            self._say(self._here())

    def key(self, event: QKeyEvent) -> bool:
        """Take a press of a key; whether it was one of the four."""
        key = keypad_key(event)
        if key is None or self._visit is None:
            return False
        if not event.isAutoRepeat():
            self._act(key, self._visit)
        return True

    def _act(self, key: Key, visit: Visited) -> None:
        if self._mode is Mode.ASKING:
            if key is Key.CHOOSE:
                self._agree()
            elif key is Key.EXIT:
                self._refuse()
        elif key is Key.EXIT:
            visit.done.emit()
        elif self._mode is Mode.ASLEEP:
            self._wake()
        else:
            self._place.look()
            aloud = self._mode is Mode.ALOUD
            if key is Key.CHOOSE:
                self._choose() if aloud else self._choose_silently()
            elif aloud:
                self._step(1 if key is Key.NEXT else -1)
            else:
                self._place.go_to_button(1 if key is Key.NEXT else -1)

    # --- starting to speak -----------------------------------------------------------------------

    def _wake(self) -> None:
        if self._asks:
            self._ask()
        else:
            self._begin()

    def _begin(self) -> None:
        self._mode = Mode.ALOUD
        self._read_page(
            self.tr(
                "Reading aloud. Down goes on, up goes back, choose presses a button or reads on, "
                "and exit is for when you are done."
            )
        )

    def _ask(self) -> None:
        assert self._visit is not None
        self._mode = Mode.ASKING
        notice = self._notice = SpeechNotice(
            self._glass.pixels(TARGET_MM), self._glass.pixels(GAP_MM) + 1, self._whole
        )
        notice.agreed.connect(self._agree)
        notice.refused.connect(self._refuse)
        notice.done.connect(self._visit.done)
        self._whole.installEventFilter(self)
        notice.setGeometry(self._whole.rect())
        notice.show()
        notice.raise_()
        notice.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the notice as large as what it covers."""
        if event.type() is QEvent.Type.Resize and self._notice is not None:
            self._notice.setGeometry(self._whole.rect())
        return False

    def _agree(self) -> None:
        self._close_notice()
        self._begin()

    def _refuse(self) -> None:
        self._close_notice()
        self._mode = Mode.SILENT
        self._place.start()
        self._place.go(self._place.at)

    def _close_notice(self) -> None:
        if self._notice is not None:
            self._whole.removeEventFilter(self)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    # --- the four keys ---------------------------------------------------------------------------

    def _turn_page(self) -> None:
        """Another page: silence, and then its own words."""
        self._turned = True
        self._hush()
        if self._mode is Mode.ALOUD:
            self._read_page()

    def _read_page(self, before: str = "") -> None:
        """Read the page to its first button; any key cuts it short."""
        self._place.start()
        self._say(*([self._own(before)] if before else []), *self._onward())

    def _step(self, by: int) -> None:
        before, at = self._place.at, self._place.after(by)
        self._place.go(at)
        if by > 0 and at == 0:
            self._say(self._own(self.tr("From the start.")), self._here())
        elif by < 0 and before == 0:
            self._say(self._own(self.tr("From the end.")), self._here())
        else:
            self._say(self._here())

    def _choose(self) -> None:
        place = self._place
        if place.button is not None:
            self._press(place.button)
        elif not place.is_text:
            place.turn()
            self._say(self._here())
        elif self.speaking:
            self._hush()
        else:
            self._say(*self._onward())

    def _press(self, button: QAbstractButton) -> None:
        """Press, and say what has become of the page unless it is another one."""
        self._hush()
        self._turned = False
        before = self._place.focused
        button.click()
        if self._turned or self._visit is None:
            return
        self._place.look()
        focused = self._place.focused
        if focused is not None and focused != before:  # the page shows where to read on
            self._place.at = focused
        self._say(self._here())

    def _choose_silently(self) -> None:
        focused = self._place.focused
        if focused is not None:
            self._place.at = focused
        if focused is not None and self._place.button is not None:
            self._place.button.click()
        else:
            self._place.go_to_button(1)

    # --- words -----------------------------------------------------------------------------------

    def _own(self, text: str) -> Words:
        return Words(text, self._whole.locale())

    def _here(self) -> Words:
        return self._place.words(self._place.at, self._whole.locale())

    def _onward(self) -> list[Words]:
        """From here to the next button, that included."""
        own = self._whole.locale()
        return [self._place.words(at, own) for at in self._place.to_next_button()]

    def _say(self, *words: Words) -> None:
        self._to_say = deque(words)
        self._say_next()

    def _say_next(self) -> None:
        if not self._to_say or self._speaker is None:
            return
        words = self._to_say.popleft()
        if words.at is not None:
            self._place.go(words.at)
        place = self._place
        self._speaker.say(words.text, words.locale, volume=place.volume, speed=place.speed)

    def _hush(self) -> None:
        self._to_say.clear()
        if self._speaker is not None:
            self._speaker.stop()
