"""An engine with QTextToSpeech's interface that says nothing and remembers everything.

`tests/speech/with_engine.py` holds it against Qt's own mock engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QLocale, QObject, Signal


class State(Enum):
    """Names as in QTextToSpeech.State."""

    Ready = auto()
    Speaking = auto()
    Paused = auto()
    Error = auto()


@dataclass(frozen=True)
class Said:
    """One text, and how it was said."""

    text: str
    locale: str
    volume: float
    rate: float


class FakeEngine(QObject):
    """Speaks until told that it has come to the end.

    `prompt` False: as speech-dispatcher does, the states come later, by `come(...)`.
    """

    stateChanged = Signal(object)  # noqa: N815  (Qt's name)

    def __init__(self, *locales: str, prompt: bool = True, name: str = "fake") -> None:
        super().__init__()
        self._name = name
        self.said: list[Said] = []
        self.stops = 0
        self._prompt = prompt
        self._state = State.Ready
        self._locales = [QLocale(name) for name in locales or ("en_GB", "en_US", "nb_NO")]
        self._locale = self._locales[0] if self._locales else QLocale.c()
        self._volume, self._rate = 0.5, 0.0

    def come(self, state: State) -> None:
        """Be in `state` and say so."""
        self._state = state
        self.stateChanged.emit(state)

    def end(self) -> None:
        """Come to the end of the text."""
        self.come(State.Ready)

    def engine(self) -> str:
        return self._name

    def state(self) -> State:
        return self._state

    def say(self, text: str) -> None:
        self.said.append(Said(text, self._locale.name(), self._volume, self._rate))
        if self._prompt:
            self.come(State.Speaking)

    def stop(self) -> None:
        self.stops += 1
        if self._prompt and self._state is State.Speaking:
            self.come(State.Ready)

    def setRate(self, rate: float) -> None:  # noqa: N802
        self._rate = rate

    def setVolume(self, volume: float) -> None:  # noqa: N802
        self._volume = volume

    def locale(self) -> QLocale:
        return self._locale

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802
        self._locale = locale

    def availableLocales(self) -> list[QLocale]:  # noqa: N802
        return self._locales

    @property
    def heard(self) -> list[str]:
        """The texts since the last look."""
        texts = [said.text for said in self.said]
        self.said.clear()
        return texts
