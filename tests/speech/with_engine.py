"""`make speech`: the voice with Qt's own engine for tests, which needs PySide6-Addons (160 MB).

The name keeps it out of `make test`, which has no Addons and uses `fake_engine`. Here the fake is
held against the real one, and a visit is played with it.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from fake_engine import FakeEngine
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot
from visiting import clean, visitor_at

from quiz.model.glass import Glass
from quiz.model.site import Site, Speech
from quiz.packs.shelf import open_shelf
from quiz.ui.kiosk.keypad import KeypadReader
from quiz.ui.kiosk.speech import Engine, Speaker, open_engine

ENGLISH = QLocale("en_GB")

# QtMultimedia, below QtTextToSpeech, looks for it and does without.
pytestmark = pytest.mark.qt_log_ignore("pipewire", extend=True)


@pytest.fixture
def mock(qapp: object) -> Engine:
    engine = open_engine("mock")
    assert engine is not None, "PySide6-Addons is not installed: make speech does that"
    return engine


def say(speaker: Speaker, text: str, locale: QLocale = ENGLISH) -> None:
    speaker.say(text, locale, volume=0.6, speed=2.0)


def test_no_engine_of_another_name_stands_in(mock):
    assert mock.engine() == "mock"
    assert open_engine("no such engine") is None


def test_a_text_is_said_to_its_end(qtbot: QtBot, mock):
    speaker = Speaker(mock, lambda: None)
    with qtbot.waitSignal(speaker.finished):
        say(speaker, "One fact.")
        assert speaker.speaking
    assert not speaker.speaking


def test_a_text_cut_short_is_not_finished_and_the_next_is(qtbot: QtBot, mock):
    speaker = Speaker(mock, lambda: None)
    ends = []
    speaker.finished.connect(lambda: ends.append(speaker.speaking))
    say(speaker, "A long one that nobody hears to its end.")
    say(speaker, "Short.")
    assert (ends, speaker.speaking) == ([], True)
    qtbot.waitUntil(lambda: not speaker.speaking)
    assert ends == [False]
    say(speaker, "Another one.")
    speaker.stop()
    qtbot.waitUntil(lambda: mock.state().name == "Ready")
    assert ends == [False]


def test_volume_speed_and_language_reach_the_engine(mock):
    speaker = Speaker(mock, lambda: None)
    speaker.say("Sov godt.", QLocale("nb_NO"), volume=0.2, speed=0.5)
    assert (mock.volume(), mock.rate(), mock.locale().name()) == (0.2, -1.0, "nb_NO")
    speaker.say("Sleep well.", QLocale("en_AU"), volume=1.0, speed=2.0)
    assert (mock.volume(), mock.rate(), mock.locale().name()) == (1.0, 0.64, "en_GB")
    speaker.stop()


def test_the_fake_engine_goes_through_the_same_states(qtbot: QtBot, mock):
    def played(engine: Engine) -> list[str]:
        states = [engine.state().name]
        engine.stateChanged.connect(lambda state: states.append(state.name))
        speaker = Speaker(engine, lambda: None, served_by=frozenset)
        say(speaker, "One.")
        say(speaker, "Two.")
        speaker.stop()
        say(speaker, "Three.")
        if isinstance(engine, FakeEngine):
            engine.end()
        qtbot.waitUntil(lambda: engine.state().name == "Ready")
        return [now for before, now in pairwise(["", *states]) if now != before]

    assert played(FakeEngine()) == played(mock)


def test_a_visit_by_four_keys(qtbot: QtBot, fonts, small_pack: Path, mock):
    visit = visitor_at(qtbot, open_shelf(small_pack).read().packs, site=Site(questions=1)).visit
    speaker = Speaker(mock, lambda: None, parent=visit)
    reader = KeypadReader(speaker, Speech.HEADSET, visit, Glass(1920, 476))
    reader.attend(visit, by_key=True)

    def press(key: Qt.Key) -> None:
        reader.key(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        clean()

    def focused() -> str:
        focus = visit.window().focusWidget()
        return focus.accessibleName() or focus.text()

    qtbot.waitUntil(lambda: not reader.speaking, timeout=20_000)
    assert focused() == "Start"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not reader.speaking, timeout=20_000)
    assert focused() == "Myth"
    press(Qt.Key.Key_Return)
    assert len(visit.answers) == 1
    with qtbot.waitSignal(visit.done):
        press(Qt.Key.Key_Escape)
