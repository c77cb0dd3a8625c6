"""The real kiosk by four keys and ear: from the resting screen and back to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fake_engine import FakeEngine
from kiosk_stand import SITE, Stand, shown_pack
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quiz import options
from quiz.kiosk import child as kiosk_child
from quiz.model.session import Phase
from quiz.model.site import Speech
from quiz.packs.shelf import open_shelf
from quiz.ui.kiosk.keypad import Mode
from quiz.ui.kiosk.speech import Speaker

WARNING = "Are you still there? In 60 seconds your answers are forgotten. Touch anywhere to go on."
DOWN, CHOOSE, EXIT = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


class ByEar(Stand):
    """Somebody with a headset; the sentences end at once."""

    def __init__(self, packs, speech: Speech) -> None:
        self.engine = FakeEngine("en_GB")
        speaker = Speaker(self.engine, lambda: None, self.now, frozenset)
        super().__init__(packs, replace(SITE, speech=speech, questions=2), speaker=speaker)
        speaker.setParent(self.window)

    def now(self) -> float:
        return self.clock.now

    @property
    def reader(self):
        return self.window.attendance.reader if self.window.attendance else None

    def hear(self, key: Qt.Key) -> list[str]:
        """What is heard after this key until there is silence."""
        self.key(key)
        while self.reader is not None and self.reader.speaking:
            self.engine.end()
        return self.engine.heard

    def choose(self, name: str) -> list[str]:
        for _ in range(20):
            if self.hear(DOWN)[-1].startswith(f"{name}, button"):
                return self.hear(CHOOSE)
        raise AssertionError(f"{name} is not to be heard")


@pytest.fixture
def kiosk(qtbot, fonts, small_pack) -> Iterator:
    packs = tuple(shown_pack(pack) for pack in open_shelf(small_pack).read().packs)
    made = []

    def build(speech: Speech = Speech.HEADSET) -> ByEar:
        made.append(ByEar(packs, speech))
        return made[-1]

    yield build
    for each in made:
        each.close()


def test_from_the_resting_screen_through_a_round_and_back(kiosk):
    at = kiosk()
    heard = at.hear(CHOOSE)
    assert heard[0].startswith("Reading aloud.")
    assert heard[-1].startswith("Start, button 1 of ")
    at.hear(CHOOSE)
    for _ in range(2):
        assert at.window.visit.controller.session.phase is Phase.ASKING
        at.choose("Reality")
        session = at.window.visit.controller.session
        at.choose("Results" if session.is_last else "Next")
    assert at.window.visit.controller.session.phase is Phase.FINISHED
    at.hear(EXIT)
    assert at.resting
    assert at.engine.state().name == "Ready"


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_A])
def test_a_key_that_is_not_of_the_keypad_wakes_without_a_word(kiosk, key):
    at = kiosk()
    assert at.hear(key) == []
    assert at.reader.mode is Mode.ASLEEP


def test_a_visitor_who_touches_hears_nothing(kiosk):
    at = kiosk()
    at.touch_on(at.wake().page.button("start"))
    at.touch_on(at.window.visit.page.button("myth"))
    assert at.engine.heard == []


def test_the_idle_times_are_doubled_and_the_warning_is_heard(kiosk):
    at = kiosk()
    at.hear(CHOOSE)
    at.hear(CHOOSE)
    at.wait(119)
    assert (at.engine.heard, at.window.warning.isVisible()) == ([], False)
    at.wait(1.5)
    assert at.window.warning.isVisible()
    assert at.engine.heard == [WARNING]
    visit = at.window.visit
    at.hear(DOWN)  # only says that somebody is there
    assert (at.window.visit, at.window.warning.isVisible()) == (visit, False)
    assert visit.controller.session.phase is Phase.ASKING
    at.wait(200)
    assert at.resting


def test_speaking_is_activity_and_a_silent_engine_is_not(kiosk):
    at = kiosk()
    at.key(CHOOSE)
    for _ in range(30):
        at.wait(8)
        at.engine.end() if at.reader.speaking else at.reader.again()
    assert at.window.visit is not None
    at.reader.again()
    at.wait(300)  # the engine never comes to the end
    assert at.resting


def test_the_next_visitor_begins_in_silence_at_the_first_volume(kiosk):
    at = kiosk()
    at.hear(CHOOSE)
    at.hear(Qt.Key.Key_Up)
    at.choose("Volume 3 of 5")
    at.hear(EXIT)
    at.engine.said.clear()
    at.wake()
    assert at.engine.said == []
    assert at.reader.mode is Mode.ASLEEP
    at.key(CHOOSE)
    assert [(said.volume, said.rate) for said in at.engine.said] == [(0.6, 0.0)]


def test_with_a_loudspeaker_choose_twice(kiosk):
    at = kiosk(Speech.LOUDSPEAKER)
    assert at.hear(CHOOSE) == []
    assert at.reader.mode is Mode.ASKING
    assert QApplication.focusWidget().text() == "Yes, read aloud"
    assert at.hear(CHOOSE)[0].startswith("Reading aloud.")


def test_a_loudspeaker_that_nobody_answers_goes_back_to_the_resting_screen_in_silence(kiosk):
    at = kiosk(Speech.LOUDSPEAKER)
    at.hear(CHOOSE)
    at.wait(120)
    assert at.resting
    assert at.engine.heard == []


@pytest.mark.parametrize(("speech", "told"), [("headset", True), ("off", False)])
def test_staff_are_told_of_a_voice_that_is_wanted_and_missing(
    qapp, fonts, monkeypatch, tmp_path, speech, told
):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    site = tmp_path / "kiosk.yaml"
    site.write_text(f"speech: {speech}\n")
    found = kiosk_child.find(options.read(["kiosk", "--site", str(site)]))
    window = kiosk_child.kiosk_window(found, qapp, lambda: None)
    try:
        assert window.faults == ((kiosk_child.NO_VOICE,) if told else ())
    finally:
        window.deleteLater()
