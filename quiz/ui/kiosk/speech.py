"""The machine's voice: Qt's text to speech, imported late, and simply not there when it fails.

A bare Linux has no libpulse, most machines have no PySide6-Addons, some have an engine without a
voice: all of these are None here, and whoever would have spoken stays silent.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from enum import Enum
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject, Signal, SignalInstance

from quiz.ui.kiosk import speech_service

VOLUMES = (0.2, 0.4, 0.6, 0.8, 1.0)
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
"""Times the voice's own speed (STANDARDS R79)."""

_SLOWER, _FASTER = 2.0, 0.64
"""Qt's rate goes from -1 to 1, is 0 at the voice's own speed, and 1 is up to three times as fast.
So measured with espeak-ng: half, twice; SAPI's scale of three to the rate says the same."""

_MOCK = "mock"
"""Qt's engine for tests: it makes no sound, so it speaks only where it is asked for by name."""

_SECONDS_A_LETTER = 0.2
_SECONDS_TO_BEGIN = 10.0
_SECONDS_BETWEEN_TRIES = 30.0


class Engine(Protocol):
    """What is used of QTextToSpeech. The names of its states are those of Qt's enum."""

    @property
    def stateChanged(self) -> SignalInstance: ...  # noqa: N802  (Qt's name)
    def engine(self) -> str: ...
    def state(self) -> Enum: ...
    def say(self, text: str, /) -> None: ...
    def stop(self) -> None: ...
    def setRate(self, rate: float, /) -> None: ...  # noqa: N802
    def setVolume(self, volume: float, /) -> None: ...  # noqa: N802
    def locale(self) -> QLocale: ...
    def setLocale(self, locale: QLocale, /) -> None: ...  # noqa: N802
    def availableLocales(self) -> list[QLocale]: ...  # noqa: N802


def open_engine(name: str = "") -> Engine | None:
    """The engine called `name`, or the first that has a voice; None where there is none."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:  # no PySide6-Addons, or a library that it needs is missing
        return None
    known = QTextToSpeech.availableEngines()
    for engine_name in [name] if name else [other for other in known if other != _MOCK]:
        if engine_name == speech_service.ENGINE and not speech_service.answers():
            continue
        if engine_name in known:
            engine: Any = QTextToSpeech(engine_name)
            if engine.state().name != "Error" and engine.availableVoices():
                return engine
    return None


class Speaker(QObject):
    """Says one text at a time; `finished()` when it was said to its end.

    It lives as long as the program and keeps nothing of a visitor: volume and speed come with each
    text. An engine that broke is made afresh by `make`, at most twice a minute; so is speechd when
    one of those in `served_by()` has gone. `clock` gives seconds.
    """

    finished = Signal()

    def __init__(
        self,
        engine: Engine,
        make: Callable[[], Engine | None] = open_engine,
        clock: Callable[[], float] = time.monotonic,
        served_by: Callable[[], frozenset[str]] = speech_service.listening,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._served_by = served_by
        self._clock = clock
        self._until = -math.inf  # when a text is over at the latest, whatever the engine says
        self._begun = False
        self._next_try = -math.inf
        self._take(engine)

    @classmethod
    def opened(cls, name: str = "", parent: QObject | None = None) -> Speaker | None:
        """A speaker with the engine called `name` or the machine's own; None without a voice."""
        engine = open_engine(name)
        return None if engine is None else cls(engine, lambda: open_engine(name), parent=parent)

    @property
    def languages(self) -> frozenset[str]:
        """Two or three letters for each language that has a voice."""
        return frozenset(locale.bcp47Name().split("-")[0] for locale in self._locales)

    @property
    def speaking(self) -> bool:
        """Whether a text is being said. Never for ever: an engine that fell silent runs out."""
        return self._clock() < self._until

    def say(self, text: str, locale: QLocale, *, volume: float, speed: float) -> None:
        """Say `text`, whatever is being said now, by a voice for `locale` if there is one."""
        self.stop()
        if self._broken and not self._renewed():
            return
        engine = self._engine
        voice = self._voice_for(locale)
        if voice is not None and voice != engine.locale():
            engine.setLocale(voice)
        engine.setVolume(volume)
        engine.setRate((speed - 1) * (_SLOWER if speed < 1 else _FASTER))
        self._until = self._clock() + _SECONDS_TO_BEGIN + len(text) * _SECONDS_A_LETTER / speed
        engine.say(text)

    def stop(self) -> None:
        """Be silent."""
        self._until = -math.inf
        self._begun = False
        if not self._broken:
            self._engine.stop()

    @property
    def _broken(self) -> bool:
        return self._engine.state().name == "Error" or not self._services <= self._served_by()

    def _take(self, engine: Engine) -> None:
        self._engine = engine
        self._services = (
            self._served_by() if engine.engine() == speech_service.ENGINE else frozenset()
        )
        self._locales = engine.availableLocales()
        engine.stateChanged.connect(self._follow)

    def _renewed(self) -> bool:
        """Try for a new engine: the service behind the old one may have been started again."""
        if self._clock() < self._next_try:
            return False
        self._next_try = self._clock() + _SECONDS_BETWEEN_TRIES
        engine = self._make()
        if engine is None:
            return False
        self._engine.stateChanged.disconnect(self._follow)
        self._take(engine)
        return True

    def _voice_for(self, locale: QLocale) -> QLocale | None:
        same = [one for one in self._locales if one.language() == locale.language()]
        return locale if locale in same else next(iter(same), None)

    def _follow(self, state: Enum) -> None:
        """Tell the end of this text from the end of the one that it cut short."""
        if state.name == "Speaking":
            self._begun = True
        elif state.name == "Error":
            self._until = -math.inf
        elif state.name == "Ready" and self._begun:
            self._begun = False
            self._until = -math.inf
            self.finished.emit()
