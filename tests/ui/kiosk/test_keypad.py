"""Four keys and a voice: what each press says and does, word for word."""

from __future__ import annotations

import gc
import weakref

import pytest
from fake_engine import FakeEngine, State
from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quiz.model.glass import Glass
from quiz.model.site import Speech
from quiz.ui.kiosk.keypad import KEYS, Key, KeypadReader, Mode, keypad_key
from quiz.ui.kiosk.speech import Speaker
from quiz.ui.screens.kiosk.speech_notice import SpeechNotice

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
CHOOSE, EXIT = Qt.Key.Key_Return, Qt.Key.Key_Escape
HINT = (
    "Reading aloud. Down goes on, up goes back, choose presses a button or reads on, and exit is "
    "for when you are done."
)
NOTICE = (
    "The sound comes from a loudspeaker: whoever is near hears it. The choose key means yes, the "
    "exit key means no."
)
VERDICT = "Myth. Naps are good."
VOLUME, SPEED = "Volume 3 of 5", "Speed 1"


class FakeVisit(QWidget):
    """Two pages: a statement with three answers, and a verdict. `pressed` is what was pressed."""

    done = Signal()
    page_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale("en_US"))
        self.pressed: list[str] = []
        self.page = QWidget()
        QVBoxLayout(self)
        self.show_question()

    def _fill(self, *parts: QWidget) -> None:
        self.page.setParent(None)
        self.page.deleteLater()
        self.page = QWidget(self)
        column = QVBoxLayout(self.page)
        for part in parts:
            column.addWidget(part)
        self.layout().addWidget(self.page)
        self.page.show()

    def button(self, name: str, *, checkable: bool = False) -> QPushButton:
        button = QPushButton(name)
        button.setCheckable(checkable)
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        name = self.sender().text()
        self.pressed.append(name)
        if name == "Myth":
            self.show_verdict()
        elif name == "Reality":
            self.sender().setText("Done")
            self.page.layout().insertWidget(0, QLabel("A line above."))

    def show_question(self) -> None:
        statement = QLabel("Naps are bad.")
        answers = [self.button("Myth"), self.button("Reality")]
        self._fill(statement, *answers, self.button("Large", checkable=True))
        statement.setFocus()
        self.page_changed.emit()

    def show_verdict(self) -> None:
        verdict = QLabel("Myth. Naps are good.")
        norsk = QLabel("Sov godt.")
        norsk.setLocale(QLocale("nb_NO"))
        self._fill(QLabel("1 of 5"), verdict, norsk, QLabel("The end."), self.button("Next"))
        verdict.setFocus()
        self.page_changed.emit()


class Listener:
    """Somebody at the keypad with a headset: presses keys and hears."""

    def __init__(self, visit: FakeVisit, reader: KeypadReader, engine: FakeEngine) -> None:
        self.visit, self.reader, self.engine = visit, reader, engine

    def press(self, *keys: Qt.Key) -> list[str]:
        """What is heard from these keys on, if one waits for nothing."""
        for key in keys:
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            assert self.reader.key(event)
        return self.engine.heard

    def wait(self) -> list[str]:
        """What is heard until there is silence; what is being said now not counted."""
        while self.reader.speaking:
            self.engine.end()
        return self.engine.heard

    @property
    def focus(self) -> str:
        """The text of what has the focus."""
        focus = self.visit.window().focusWidget()
        return focus.text() if isinstance(focus, QLabel | QPushButton) else ""


@pytest.fixture
def sit(qtbot: QtBot):
    """A function that gives a listener at a new visit. Arguments: where sound goes; `by_key`."""

    def sit(speech: Speech = Speech.HEADSET, *, by_key: bool = False, voice: bool = True):
        visit = FakeVisit()
        qtbot.addWidget(visit)
        with qtbot.waitExposed(visit):
            visit.show()
        engine = FakeEngine("en_US", "nb_NO")
        speaker = (
            Speaker(engine, lambda: None, served_by=frozenset, parent=visit) if voice else None
        )
        reader = KeypadReader(speaker, speech, visit, Glass(1920, 476))
        reader.attend(visit, by_key=by_key)
        return Listener(visit, reader, engine)

    return sit


# --- keys ----------------------------------------------------------------------------------------


def test_either_pair_of_arrows_enter_space_and_escape_are_the_keys():
    assert {key.name: meaning.name for key, meaning in KEYS.items()} == {
        "Key_Up": "PREVIOUS",
        "Key_Left": "PREVIOUS",
        "Key_Down": "NEXT",
        "Key_Right": "NEXT",
        "Key_Return": "CHOOSE",
        "Key_Enter": "CHOOSE",
        "Key_Space": "CHOOSE",
        "Key_Escape": "EXIT",
    }


@pytest.mark.parametrize(
    ("key", "modifier", "meaning"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.KeypadModifier, Key.NEXT),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, None),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier, None),
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, None),
    ],
)
def test_other_keys_are_left_to_others(sit, key, modifier, meaning):
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
    assert keypad_key(event) is meaning
    assert sit().reader.key(event) is (meaning is not None)


def test_a_held_key_counts_once(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    held = QKeyEvent(QEvent.Type.KeyPress, DOWN, Qt.KeyboardModifier.NoModifier, "", True)
    assert at.reader.key(held)
    assert at.engine.heard == []


# --- starting ------------------------------------------------------------------------------------


def test_nothing_is_said_before_a_key_is_pressed(sit):
    at = sit()
    at.visit.show_verdict()
    at.reader.tell("Still there?")
    at.reader.again()
    assert (at.engine.heard, at.reader.mode, at.reader.speaking) == ([], Mode.ASLEEP, False)


@pytest.mark.parametrize("key", [UP, DOWN, CHOOSE])
def test_the_first_key_only_starts_the_reading(sit, key):
    at = sit()
    assert at.press(key) == [HINT]
    assert at.wait() == ["Naps are bad.", "Myth, button 1 of 5"]
    assert (at.visit.pressed, at.reader.mode) == ([], Mode.ALOUD)


def test_a_key_that_woke_the_screen_starts_the_reading(sit):
    at = sit(by_key=True)
    assert [*at.engine.heard, *at.wait()] == [HINT, "Naps are bad.", "Myth, button 1 of 5"]


def test_any_key_cuts_the_reading_short(sit):
    at = sit()
    assert at.press(CHOOSE, DOWN) == [HINT, "Myth, button 1 of 5"]
    assert at.wait() == []


# --- from item to item ---------------------------------------------------------------------------


def test_down_and_up_go_round_and_say_where_they_begin_again(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    heard = [line for _ in range(6) for line in [*at.press(DOWN), *at.wait()]]
    assert heard == [
        "Myth, button 1 of 5",
        "Reality, button 2 of 5",
        "Large, off, button 3 of 5",
        f"{VOLUME}, button 4 of 5",
        f"{SPEED}, button 5 of 5",
        "From the start.",
        "Naps are bad.",
    ]
    assert [*at.press(UP), *at.wait()] == ["From the end.", f"{SPEED}, button 5 of 5"]


def test_the_focus_goes_along_for_those_who_look(sit):
    at = sit(by_key=True)
    at.press(DOWN, DOWN)
    assert at.focus == "Reality"
    at.press(UP)
    assert at.focus == "Myth"


def test_a_page_is_read_from_the_text_that_it_gave_the_focus(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    assert at.press(DOWN, CHOOSE) == ["Myth, button 1 of 5", "Myth. Naps are good."]
    assert at.press(UP) == ["1 of 5"]


def test_each_text_is_said_in_its_own_language(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    at.press(DOWN, CHOOSE)
    at.press(CHOOSE)  # stops
    at.reader.key(QKeyEvent(QEvent.Type.KeyPress, CHOOSE, Qt.KeyboardModifier.NoModifier))
    at.engine.end()
    at.engine.end()
    assert [(said.text, said.locale) for said in at.engine.said] == [
        ("Myth. Naps are good.", "en_US"),
        ("Sov godt.", "nb_NO"),
        ("The end.", "en_US"),
    ]


def test_another_page_is_silence_and_then_read_to_its_first_button(sit):
    at = sit(by_key=True)
    stops = at.engine.stops
    at.visit.show_verdict()
    assert at.engine.stops > stops
    assert at.engine.heard[-1] == "Myth. Naps are good."
    assert at.wait() == ["Sov godt.", "The end.", "Next, button 1 of 3"]


# --- choosing ------------------------------------------------------------------------------------


def test_choose_presses_and_says_what_has_become_of_the_button(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    at.press(DOWN, DOWN)
    assert at.press(CHOOSE) == ["Done, button 2 of 5"]
    assert at.press(UP, UP) == ["Myth, button 1 of 5", "Naps are bad."]
    assert at.visit.pressed == ["Reality"]


def test_a_button_that_is_on_or_off_says_so(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    at.press(DOWN, DOWN, DOWN)
    assert at.press(CHOOSE) == ["Large, on, button 3 of 5"]


def test_choose_on_a_text_stops_it_and_then_reads_on_to_the_next_button(sit):
    at = sit(by_key=True)
    at.visit.show_verdict()
    at.engine.said.clear()
    assert (at.press(CHOOSE), at.reader.speaking) == ([], False)
    assert [*at.press(CHOOSE), *at.wait()] == [
        "Myth. Naps are good.",
        "Sov godt.",
        "The end.",
        "Next, button 1 of 3",
    ]
    assert at.focus == "Next"
    assert at.press(CHOOSE) == ["Next, button 1 of 3"]
    assert at.visit.pressed == ["Next"]


def test_volume_and_speed_go_round_in_steps(sit):
    at = sit(by_key=True)
    at.press(UP)
    at.engine.said.clear()
    assert at.press(*[CHOOSE] * 6) == [
        f"Speed {speed}, button 5 of 5" for speed in ("1.25", "1.5", "2", "0.5", "0.75", "1")
    ]
    assert at.press(UP, *[CHOOSE] * 5) == [
        f"Volume {volume} of 5, button 4 of 5" for volume in (3, 4, 5, 1, 2, 3)
    ]


def test_what_is_said_is_as_loud_and_as_fast_as_was_chosen(sit):
    at = sit(by_key=True)
    at.press(UP, CHOOSE, CHOOSE, CHOOSE, UP, CHOOSE, CHOOSE, CHOOSE)
    at.visit.show_verdict()
    [said] = at.engine.said
    assert (said.text, said.volume, said.rate) == ("Myth. Naps are good.", 0.2, 0.64)


def test_a_new_visitor_has_the_first_volume_and_speed_again(sit):
    loud = sit(by_key=True)
    loud.press(UP, CHOOSE, UP, CHOOSE, CHOOSE)
    loud.reader.leave()
    engine = sit(by_key=True).engine
    assert [(said.volume, said.rate) for said in engine.said] == [(0.6, 0.0)]


# --- leaving -------------------------------------------------------------------------------------


@pytest.mark.parametrize("awake", [False, True])
def test_exit_is_im_done(qtbot, sit, awake):
    at = sit(by_key=awake)
    with qtbot.waitSignal(at.visit.done, timeout=0):
        at.press(EXIT)


def test_after_leaving_there_is_silence_and_no_key_is_taken(sit):
    at = sit(by_key=True)
    at.reader.leave()
    at.engine.end()
    assert at.engine.heard == [HINT]
    assert not at.reader.speaking
    assert not at.reader.key(QKeyEvent(QEvent.Type.KeyPress, DOWN, Qt.KeyboardModifier.NoModifier))
    at.visit.show_verdict()
    assert at.engine.heard == []


def test_the_reader_goes_with_its_visit(qtbot, sit):
    at = sit(by_key=True)
    at.press(DOWN, CHOOSE)
    at.reader.leave()
    left = weakref.ref(at.reader)
    at.visit.setParent(None)
    at.visit.deleteLater()
    del at
    qtbot.waitUntil(lambda: gc.collect() >= 0 and left() is None)


def test_the_idle_warning_is_said_and_the_place_is_kept(sit):
    at = sit(by_key=True)
    at.engine.said.clear()
    at.press(DOWN)
    at.reader.tell("Still there?")
    at.reader.again()
    assert at.engine.heard == ["Still there?", "Myth, button 1 of 5"]


def test_a_voice_that_breaks_in_the_middle_of_a_page_keeps_nobody_waiting(sit):
    at = sit(by_key=True)
    assert at.reader.speaking
    at.engine.come(State.Error)
    assert not at.reader.speaking
    assert at.press(DOWN, CHOOSE) == [HINT]
    assert (at.reader.speaking, at.visit.pressed, at.focus) == (False, ["Myth"], VERDICT)


# --- a loudspeaker -------------------------------------------------------------------------------


def notice(at: Listener) -> SpeechNotice | None:
    found = [one for one in at.visit.findChildren(SpeechNotice) if one.isVisible()]
    return found[0] if found else None


def test_a_loudspeaker_is_silent_until_somebody_says_yes(sit):
    at = sit(Speech.LOUDSPEAKER, by_key=True)
    shown = notice(at)
    assert shown is not None
    assert (shown.heading.text(), shown.words.text()) == ("Read aloud?", NOTICE)
    assert at.press(DOWN, UP) == []
    assert (at.reader.mode, at.reader.speaking) == (Mode.ASKING, False)
    assert [*at.press(CHOOSE), *at.wait()] == [HINT, "Naps are bad.", "Myth, button 1 of 5"]
    assert (notice(at), at.reader.mode) == (None, Mode.ALOUD)


def test_choose_twice_reads_aloud(sit):
    at = sit(Speech.LOUDSPEAKER)
    assert at.press(CHOOSE, CHOOSE) == [HINT]


def test_no_leaves_the_keys_without_a_voice(qtbot, sit):
    at = sit(Speech.LOUDSPEAKER)
    with qtbot.assertNotEmitted(at.visit.done):
        assert at.press(CHOOSE, EXIT, DOWN) == []
    assert (at.reader.mode, at.focus) == (Mode.SILENT, "Myth")


def test_the_notice_covers_the_visit_and_can_be_touched(qtbot, sit):
    at = sit(Speech.LOUDSPEAKER, by_key=True)
    at.visit.resize(700, 600)
    shown = notice(at)
    qtbot.waitUntil(lambda: shown.geometry() == at.visit.rect())
    with qtbot.waitSignal(at.visit.done, timeout=0):
        QTest.mouseClick(shown.leave, Qt.MouseButton.LeftButton)
    QTest.mouseClick(shown.yes, Qt.MouseButton.LeftButton)
    assert at.engine.heard == [HINT]


def test_a_page_that_changes_behind_the_notice_is_not_read(sit):
    at = sit(Speech.LOUDSPEAKER, by_key=True)
    at.visit.show_verdict()
    assert at.engine.heard == []


# --- without a voice -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speech", "voice"), [(Speech.OFF, True), (Speech.HEADSET, False), (Speech.LOUDSPEAKER, False)]
)
def test_without_a_voice_the_keys_move_the_focus_from_button_to_button(sit, speech, voice):
    at = sit(speech, voice=voice, by_key=True)
    seen = []
    for key in (DOWN, DOWN, DOWN, DOWN, UP, UP):
        assert at.press(key) == []
        seen.append(at.focus)
    assert seen == ["Myth", "Reality", "Large", "Myth", "Large", "Reality"]
    at.press(CHOOSE)
    assert (at.visit.pressed, notice(at)) == (["Reality"], None)


def test_without_a_voice_choose_goes_to_the_first_button_before_it_presses_one(sit):
    at = sit(Speech.OFF)
    at.press(CHOOSE)
    assert (at.focus, at.visit.pressed) == ("Myth", [])
    at.press(CHOOSE)
    assert at.visit.pressed == ["Myth"]
