"""The voice: how a text is said, when it is over, and that it is simply not there when it fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from fake_engine import FakeEngine, State
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from quiz.ui.kiosk import speech_service
from quiz.ui.kiosk.speech import Speaker, open_engine

ROOT = Path(__file__).resolve().parents[3]
ENGLISH = QLocale("en_GB")


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def engine(qapp: object) -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def speaker(engine: FakeEngine) -> Speaker:
    return Speaker(engine, lambda: None, Hand(), frozenset)


def say(speaker: Speaker, text: str = "A fact.", locale: QLocale = ENGLISH) -> None:
    speaker.say(text, locale, volume=0.6, speed=1.0)


# --- how a text is said --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speed", "rate"), [(0.5, -1.0), (0.75, -0.5), (1.0, 0.0), (1.5, 0.32), (2.0, 0.64)]
)
def test_speed_is_turned_into_qts_rate(engine, speaker, speed, rate):
    speaker.say("A fact.", ENGLISH, volume=0.4, speed=speed)
    [said] = engine.said
    assert (said.text, said.volume, said.rate) == ("A fact.", 0.4, rate)


@pytest.mark.parametrize(
    ("asked", "voice"),
    [
        ("nb_NO", "nb_NO"),
        ("en_US", "en_US"),
        ("en_AU", "en_GB"),  # the same language from elsewhere
        ("ja_JP", "en_GB"),  # no voice: better a wrong accent than silence
    ],
)
def test_a_text_is_said_by_a_voice_of_its_language(engine, speaker, asked, voice):
    say(speaker, locale=QLocale(asked))
    assert [said.locale for said in engine.said] == [voice]


def test_a_voice_stays_for_its_own_text_only(engine, speaker):
    say(speaker, locale=QLocale("nb_NO"))
    say(speaker, locale=ENGLISH)
    assert [said.locale for said in engine.said] == ["nb_NO", "en_GB"]


def test_it_tells_which_languages_have_a_voice(speaker):
    assert speaker.languages == {"en", "nb"}


# --- when it is over -----------------------------------------------------------------------------


def test_it_speaks_until_the_engine_has_come_to_the_end(qtbot: QtBot, engine, speaker):
    assert not speaker.speaking
    say(speaker)
    assert speaker.speaking
    with qtbot.waitSignal(speaker.finished, timeout=0):
        engine.end()
    assert not speaker.speaking


def test_stopped_is_silent_at_once_and_not_finished(qtbot: QtBot, engine, speaker):
    say(speaker)
    with qtbot.assertNotEmitted(speaker.finished):
        speaker.stop()
    assert (engine.stops, engine.state(), speaker.speaking) == (2, State.Ready, False)


def test_the_end_of_a_text_cut_short_is_not_the_end_of_the_next(qtbot: QtBot, qapp):
    slow = FakeEngine(prompt=False)
    speaker = Speaker(slow, lambda: None, Hand(), frozenset)
    say(speaker, "One.")
    slow.come(State.Speaking)
    say(speaker, "Two.")
    with qtbot.assertNotEmitted(speaker.finished):
        slow.come(State.Ready)  # of "One.", which was cut short
        slow.come(State.Speaking)
    assert speaker.speaking
    with qtbot.waitSignal(speaker.finished, timeout=0):
        slow.come(State.Ready)


def test_an_engine_that_fell_silent_does_not_speak_for_ever(qapp):
    clock = Hand()
    speaker = Speaker(FakeEngine(prompt=False), lambda: None, clock, frozenset)
    speaker.say("x" * 100, ENGLISH, volume=0.6, speed=0.5)
    clock.now += 49.9
    assert speaker.speaking
    clock.now += 0.1
    assert not speaker.speaking


# --- an engine that breaks -----------------------------------------------------------------------


def test_a_broken_engine_is_made_afresh_for_the_next_text(engine):
    fresh = FakeEngine("en_US")
    speaker = Speaker(engine, lambda: fresh, Hand(), frozenset)
    say(speaker)
    engine.come(State.Error)
    assert not speaker.speaking
    say(speaker, "Again.")
    assert fresh.heard == ["Again."]
    assert speaker.languages == {"en"}
    fresh.end()
    engine.end()  # the old one is heard no more
    assert not speaker.speaking


def test_speechd_whose_service_has_died_is_not_called_once_more(qapp):
    engine = FakeEngine(name="speechd")
    running, fresh = {"1", "2"}, FakeEngine(name="speechd")
    speaker = Speaker(engine, lambda: fresh, Hand(), lambda: frozenset(running))
    running.add("3")
    say(speaker, "One.")
    stops = engine.stops
    running.remove("2")
    speaker.stop()
    say(speaker, "Two.")
    assert (engine.heard, engine.stops) == (["One."], stops)
    assert fresh.heard == ["Two."]
    say(speaker, "Three.")
    assert fresh.heard == ["Three."]


def test_another_engine_does_not_care_for_speech_dispatcher(engine):
    running = {"1"}
    speaker = Speaker(engine, lambda: None, Hand(), lambda: frozenset(running))
    running.clear()
    say(speaker)
    assert engine.heard == ["A fact."]


def test_it_is_not_tried_for_more_often_than_twice_a_minute(engine):
    clock, tries = Hand(), []
    speaker = Speaker(engine, lambda: tries.append(1), clock, frozenset)  # type: ignore[arg-type]
    engine.come(State.Error)
    for _ in range(61):
        say(speaker)
        assert not speaker.speaking
        clock.now += 1
    assert len(tries) == 3
    assert not engine.said


# --- not there -----------------------------------------------------------------------------------


class FakeQt:
    """Stands for QTextToSpeech: engines by name, each in a state and with a number of voices."""

    engines: dict[str, tuple[str, int]]

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def availableEngines(cls) -> list[str]:  # noqa: N802
        return list(cls.engines)

    def state(self) -> SimpleNamespace:
        return SimpleNamespace(name=self.engines[self.name][0])

    def availableVoices(self) -> list[int]:  # noqa: N802
        return [0] * self.engines[self.name][1]


@pytest.mark.parametrize(
    ("engines", "asked", "found", "answering"),
    [
        ({}, "", None, True),
        ({"mock": ("Ready", 2)}, "", None, True),  # it makes no sound, so nobody means it
        ({"mock": ("Ready", 2)}, "mock", "mock", True),
        ({"speechd": ("Error", 0), "flite": ("Ready", 3)}, "", "flite", True),
        ({"speechd": ("Ready", 0)}, "", None, True),
        ({"speechd": ("Ready", 5)}, "sapi", None, True),
        ({"speechd": ("Ready", 5)}, "", "speechd", True),
        ({"speechd": ("Ready", 5), "flite": ("Ready", 3)}, "", "flite", False),
    ],
)
def test_the_first_engine_that_has_a_voice_or_none(monkeypatch, engines, asked, found, answering):
    monkeypatch.setattr(FakeQt, "engines", engines, raising=False)
    monkeypatch.setattr(speech_service, "answers", lambda: answering)
    module = SimpleNamespace(QTextToSpeech=FakeQt)
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", module)
    assert getattr(open_engine(asked), "name", None) == found


def test_without_the_module_or_its_libraries_there_is_no_speaker_and_no_error(monkeypatch, qapp):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    assert Speaker.opened() is None


def test_it_is_not_loaded_before_somebody_wants_to_hear():
    program = (
        "import quiz.ui.kiosk.speech, quiz.ui.kiosk.keypad, sys\n"
        "print([name for name in sys.modules if 'TextToSpeech' in name or 'Multimedia' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
