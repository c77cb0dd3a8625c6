"""The staff's side of a kiosk, touched and typed as they do: the pad, and the room behind it."""

from __future__ import annotations

import weakref
from dataclasses import replace
from hashlib import scrypt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overlap import faults
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from sitting import Clock, settle
from tree import read_out, visible_nodes

from quiz.keep.pin import UNLOCK_FILE, Pin
from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.ui.kiosk.look import wear
from quiz.ui.kiosk.staff_facts import StaffFacts
from quiz.ui.screens.kiosk.staff import StaffScreen
from quiz.ui.theme import DARK, LIGHT, apply_theme
from quiz.ui.widgets.believed import Believed, ShareBar
from quiz.ui.widgets.paged_rows import halves_of_text, pages_of

PIN = "246801"
SALT = b"sixteen bytes..."
# The weakest that is taken, since every try costs its time.
DIGEST = scrypt(PIN.encode(), salt=SALT, n=2**14, r=8, p=1, dklen=32)
HASH = f"scrypt-14-8-1-{SALT.hex()}-{DIGEST.hex()}"
GLASSES = {
    "wide": ((1920, 1080), Glass(1920, 476)),
    "upright": ((1080, 1920), Glass(1080, 300)),
    "small": ((1280, 800), Glass(1280, 217)),
}
FAULT = (
    "questions/naps.yaml:12:3: question 'short-naps', sources, first source: there is no source "
    "'exampel-1994'. Did you mean 'example-1994'? Write its id as it stands in sources.yaml. ({})"
)
NO_PIN = (
    "No PIN is set, so the program can only be left by way of the system. "
    "“python main.py kiosk pin” makes the line with a PIN for the site file."
)
FACTS = StaffFacts(
    faults=tuple(FAULT.format(number) for number in range(9)),
    packs=(
        "Sleep: 14 questions. Pack reviewed on 23 Nov 2026, its oldest question on 1 Oct 2026.",
    ),
    counted="340 visitors, 2 Oct 2026 to 24 Nov 2026. Myths believed most, by their facts:",
    believed=(
        Believed(
            "Short naps leave most adults quicker in the hour after they wake up again.", 62, 80
        ),
        Believed(
            "Most adults dream several times in each night, whether or not they remember any of "
            "it in the morning after they have woken up.",
            31,
            50,
        ),
        Believed("Nobody sleeps the whole night without waking.", 3, 40),
    ),
    version="0.1.0",
)


class Staff:
    """Somebody of the staff before a kiosk, with the right finger and a keyboard."""

    def __init__(self, screen: StaffScreen, clock: Clock, pin: Pin) -> None:
        self.screen = screen
        self.clock = clock
        self.pin = pin
        self.said: list[str] = []
        screen.closed.connect(self._closed)
        screen.exit_wanted.connect(self._exit)
        screen.restart_wanted.connect(self._restart)
        self.finger = QTest.createTouchDevice()

    def _closed(self) -> None:
        self.said.append("closed")

    def _exit(self) -> None:
        self.said.append("exit")

    def _restart(self) -> None:
        self.said.append("restart")

    def button(self, name: str) -> QAbstractButton:
        found = [
            b
            for b in self.screen.findChildren(QAbstractButton)
            if b.isVisible() and b.text() == name
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
        return found[0]

    def touch(self, *names: str) -> None:
        """A fingertip on the middle of each of these buttons, one after the other."""
        for name in names:
            self.clock.now += 0.7
            button = self.button(name)
            window = self.screen.window()
            where = button.mapTo(window, button.rect().center())
            assert window.childAt(where) is button, f"something lies over {name!r}"
            QTest.touchEvent(window.windowHandle(), self.finger).press(0, where).commit()
            QTest.touchEvent(window.windowHandle(), self.finger).release(0, where).commit()
            settle()

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClick(self.screen.window().windowHandle(), key)
        settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.screen.window().windowHandle(), key)
        settle()

    @property
    def told(self) -> list[str]:
        return read_out(self.screen)


@pytest.fixture(autouse=True)
def own_look(qapp, fonts):
    """What is worn here is taken off again."""
    yield
    apply_theme(qapp, LIGHT, 1.0)


@pytest.fixture
def come_in(qtbot, qapp, tmp_path):
    """A function that opens the staff's screen and gives the person before it."""
    state, configuration = tmp_path / "state", tmp_path / "configuration"
    state.mkdir()
    configuration.mkdir()
    clock = Clock()

    def come(glass="small", kept=HASH, facts=FACTS, pin=None, save=None, colours=LIGHT) -> Staff:
        size, on_glass = GLASSES[glass]
        wear(qapp, colours, on_glass, 600, large=False)
        pin = pin or Pin(kept, state, configuration, clock)
        screen = StaffScreen(pin, lambda: facts, on_glass, save=save, clock=clock)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        qtbot.waitUntil(screen.isActiveWindow)
        settle()
        return Staff(screen, clock, pin)

    come.configuration = configuration
    return come


@pytest.fixture
def inside(come_in):
    """The same, with the PIN touched in already."""

    def go_in(*args, **how) -> Staff:
        staff = come_in(*args, **how)
        staff.touch(*PIN, "Open")
        assert staff.screen.room is not None
        return staff

    return go_in


# --- the pad --------------------------------------------------------------------------------------


def test_the_pin_opens(come_in):
    staff = come_in()
    staff.touch(*PIN)
    assert staff.screen.room is None
    staff.touch("Open")
    assert staff.screen.room.isVisible()
    assert not staff.screen.pad.isVisible()


def test_with_a_keyboard_too(come_in):
    staff = come_in()
    staff.type(PIN)
    staff.press(Qt.Key.Key_Return)
    assert staff.screen.room is not None


def test_keys_do_the_same_after_a_touch_as_before(come_in):
    staff = come_in()
    staff.touch("2")
    staff.type("4")
    staff.touch("6", "8")
    staff.type("019")
    staff.press(Qt.Key.Key_Backspace)
    staff.press(Qt.Key.Key_Enter)
    assert staff.screen.room is not None


def test_what_is_touched_in_is_dots_and_can_be_taken_back(come_in):
    staff = come_in()
    before = staff.screen.grab().toImage()
    staff.touch("1", "2")
    assert staff.screen.pad.dots.accessibleName() == "Digits: 2"
    two = staff.screen.grab().toImage()
    assert two != before
    staff.touch("Delete", "9")
    assert staff.screen.grab().toImage() == two, "the picture tells one digit from another"
    staff.touch("Delete", "Delete", "Delete")
    assert staff.screen.pad.dots.accessibleName() == "Digits: 0"
    assert [name for name in staff.told if len(name) > 1 and name.isdigit()] == []


def test_there_is_no_field_for_text(inside):
    staff = inside()
    for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
        assert staff.screen.findChildren(kind) == []


def test_a_held_key_is_one_digit(come_in):
    from PySide6.QtGui import QKeyEvent

    staff = come_in()
    pad = staff.screen.pad
    for again in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, none, "7", again)
        QApplication.sendEvent(pad, press)
    assert pad.dots.accessibleName() == "Digits: 1"


def test_another_pin_does_not_open_and_is_told_calmly(come_in):
    staff = come_in()
    staff.touch(*"111111", "Open")
    assert staff.screen.room is None
    assert "This is not the PIN. Please try again." in staff.told
    assert staff.screen.pad.dots.accessibleName() == "Digits: 0"
    staff.touch("2")
    assert "This is not the PIN. Please try again." not in staff.told


def test_nothing_touched_in_is_no_try(come_in):
    staff = come_in()
    staff.touch(*["Open"] * 9)
    assert staff.pin.left == 0  # five tries would have locked it


def test_too_many_tries_and_the_right_one_has_to_wait_as_well(come_in):
    staff = come_in()
    for _ in range(5):
        staff.touch("1", "Open")
    assert "Too many tries. Try again in 5 minutes." in staff.told
    assert not staff.screen.pad.keys["1"].isVisible()
    staff.type(PIN)
    staff.press(Qt.Key.Key_Return)
    assert staff.screen.room is None


def test_the_wait_goes_on_behind_a_closed_pad_and_is_told_in_minutes(come_in, qtbot):
    staff = come_in()
    for _ in range(5):
        staff.touch("1", "Open")
    told = {}
    for seconds in (121, 59, 100):
        staff.clock.now += seconds
        told[seconds] = come_in(pin=staff.pin).told[1]
    assert told == {
        121: "Too many tries. Try again in 3 minutes.",
        59: "Too many tries. Try again in 2 minutes.",
        100: "Too many tries. Try again in 1 minute.",
    }
    last = come_in(pin=staff.pin)
    for _ in range(2):  # somebody stays there
        staff.clock.now += 9
        last.press(Qt.Key.Key_1)
    staff.clock.now += 3
    qtbot.waitUntil(last.screen.pad.keys["1"].isVisible)
    last.touch(*PIN, "Open")
    assert last.screen.room is not None


def test_without_a_pin_it_says_how_one_is_set_and_offers_nothing(come_in):
    staff = come_in(kept="")
    assert staff.told == [
        "For the staff",
        NO_PIN,
        "Back to visitors",
    ]
    staff.type(PIN)
    staff.press(Qt.Key.Key_Return)
    assert staff.screen.room is None
    staff.touch("Back to visitors")
    assert staff.said == ["closed"]


def test_the_file_in_the_configuration_folder_opens_once(come_in):
    (come_in.configuration / UNLOCK_FILE).touch()
    staff = come_in(kept="")
    assert staff.screen.room.isVisible()
    assert come_in(kept="").screen.room is None


def test_the_pad_closes_after_a_quarter_of_a_minute(come_in, qtbot):
    staff = come_in()
    staff.touch("1")
    staff.clock.now += 14.9
    qtbot.waitUntil(staff.screen.pad._look.isActive)
    assert staff.said == []
    with qtbot.waitSignal(staff.screen.closed, timeout=2000):
        staff.clock.now += 0.2
    assert staff.said == ["closed"]


def test_every_touch_keeps_it_open_wherever_it_lands(come_in, qtbot):
    staff = come_in()
    handle = staff.screen.windowHandle()
    for _ in range(4):
        staff.clock.now += 10
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    staff.screen.pad._look_again()
    assert staff.said == []


@pytest.mark.parametrize("how", ["touch", "key"])
def test_closing_it(come_in, how):
    staff = come_in()
    staff.touch("Back to visitors") if how == "touch" else staff.press(Qt.Key.Key_Escape)
    assert staff.said == ["closed"]


# --- the room -------------------------------------------------------------------------------------


def all_pages(staff: Staff):
    """Every page of every section; yields its name."""
    for tab in list(staff.screen.room.sections):
        staff.touch(tab.text())
        yield tab.text()
        page = 1
        while staff.screen.room.later.isVisible() and staff.screen.room.later.isEnabled():
            staff.touch("Next")
            page += 1
            yield f"{tab.text()} {page}"


@pytest.mark.parametrize("glass", GLASSES)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_page_is_whole_and_everything_touched_is_20_mm(inside, glass, colours):
    staff = inside(glass, colours=colours, save=lambda: "Saved: /media/kiosk/STICK/counts.csv")
    side = GLASSES[glass][1].pixels(TARGET_MM)
    gap = GLASSES[glass][1].pixels(GAP_MM)
    for name in all_pages(staff):
        assert faults(staff.screen) == [], name
        shown = [b for b in staff.screen.findChildren(QAbstractButton) if b.isVisible()]
        for button in shown:
            assert min(button.width(), button.height()) >= side, f"{name}: {button.text()}"
        areas = [b.rect().translated(b.mapTo(staff.screen, QPoint(0, 0))) for b in shown]
        for index, area in enumerate(areas):
            wider = area.adjusted(-gap + 1, -gap + 1, gap - 1, gap - 1)
            assert not any(wider.intersects(other) for other in areas[index + 1 :]), name


@pytest.mark.parametrize("glass", GLASSES)
@pytest.mark.parametrize("how", ["set", "not set", "waits"])
def test_the_pad_is_whole_and_of_20_mm(come_in, glass, how):
    staff = come_in(glass, kept="" if how == "not set" else HASH)
    if how == "waits":
        for _ in range(5):
            staff.touch("1", "Open")
    elif how == "set":
        staff.touch("1", "Open")
    side = GLASSES[glass][1].pixels(TARGET_MM)
    assert faults(staff.screen) == []
    for button in staff.screen.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= side, button.text()


def test_every_fault_can_be_read_page_by_page(inside):
    staff = inside()
    told = []
    for name in all_pages(staff):
        if name.startswith("Faults"):
            told += [text for text in staff.told if text.startswith("questions/")]
    assert told == list(FACTS.faults)


def test_a_fault_longer_than_the_screen_goes_on_on_the_next_page(inside):
    long = " ".join(f"word-{number}" for number in range(400))
    staff = inside(facts=replace(FACTS, faults=(long,)))
    told = []
    for name in all_pages(staff):
        if name.startswith("Faults"):
            assert faults(staff.screen) == []
            told += [text for text in staff.told if text.startswith("word-")]
    assert " ".join(told) == long


def test_without_faults_that_is_said(inside):
    staff = inside(facts=replace(FACTS, faults=()))
    assert "There are no faults." in staff.told
    assert staff.button("Faults").isChecked()


def test_the_picture_is_told_in_words_too(inside):
    staff = inside("wide")
    staff.touch("Counts")
    told = staff.told
    at = told.index(FACTS.counted)
    assert [text for text in told[at + 1 :] if text in {b.fact for b in FACTS.believed}] == [
        belief.fact for belief in FACTS.believed
    ]
    assert "62 of 80 thought otherwise." in told


@pytest.mark.parametrize("share", [0.0, 0.25, 0.62, 1.0])
def test_the_bar_is_filled_by_the_share(qtbot, fonts, share):
    bar = ShareBar(share)
    qtbot.addWidget(bar)
    bar.resize(402, 100)
    image = bar.grab().toImage()
    ink = bar.palette().link().color()
    row = next((y for y in range(image.height()) if image.pixelColor(8, y) == ink and share), 60)
    filled = sum(image.pixelColor(x, row + 4) == ink for x in range(image.width()))
    assert abs(filled / 400 - share) < 0.02


def test_saving_says_where(inside):
    asked = []

    def save() -> str:
        asked.append(1)
        return "Saved: /media/kiosk/STICK/counts-2026-11-25.csv"

    staff = inside(save=save)
    staff.touch("Counts", "Save counts")
    assert "Saved: /media/kiosk/STICK/counts-2026-11-25.csv" in staff.told
    assert asked == [1]


def test_where_there_are_no_counts_nothing_can_be_saved(inside):
    staff = inside(facts=replace(FACTS, counted="This kiosk keeps no counts.", believed=()))
    staff.touch("Counts")
    assert "This kiosk keeps no counts." in staff.told
    assert "Save counts" not in staff.told


def test_version_restart_and_leaving_which_is_asked_once_more(inside):
    staff = inside()
    staff.touch("Program")
    assert "Myth or Reality, version 0.1.0" in staff.told
    staff.touch("Leave the program")
    assert staff.said == []
    assert "Nothing is shown here until it is started again." in staff.told
    staff.touch("Stay", "Restart", "Leave the program", "Yes, leave")
    assert staff.said == ["restart", "exit"]


def test_all_of_it_can_be_done_by_keyboard(come_in):
    staff = come_in()
    staff.type(PIN)
    staff.press(Qt.Key.Key_Return)
    for name in ("Program", "Leave the program"):
        for _ in range(20):
            if QApplication.focusWidget() is staff.button(name):
                break
            staff.press(Qt.Key.Key_Tab)
        staff.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is staff.button("Stay")
    staff.press(Qt.Key.Key_Backtab)
    staff.press(Qt.Key.Key_Return)
    assert staff.said == ["exit"]


def test_a_question_that_was_left_open_is_closed_with_its_section(inside):
    staff = inside()
    staff.touch("Program", "Leave the program", "Packs (1)", "Program")
    assert "Yes, leave" not in staff.told


def test_back_to_the_visitors(inside):
    staff = inside()
    staff.touch("Back to visitors")
    assert staff.said == ["closed"]


def test_the_room_closes_after_two_minutes_without_a_touch(inside, qtbot):
    staff = inside()
    for _ in range(3):
        staff.clock.now += 119
        staff.screen._look_again()
        staff.touch("Packs (1)")
    assert staff.said == []
    with qtbot.waitSignal(staff.screen.closed, timeout=2000):
        staff.clock.now += 120
    assert staff.said == ["closed"]


def test_a_second_touch_right_after_open_does_nothing_in_the_room(come_in):
    staff = come_in()
    staff.touch(*PIN)
    where = staff.button("Open")
    where = where.mapTo(staff.screen, where.rect().center())
    staff.touch("Open")
    room = staff.screen.room
    for button in room.findChildren(QAbstractButton):
        button.setParent(room)
        button.setGeometry(where.x() - 40, where.y() - 40, 80, 80)
        button.show()
    handle = staff.screen.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=where)
    assert staff.said == []


@pytest.mark.parametrize("glass", GLASSES)
def test_nothing_scrolls_and_everything_has_a_name(inside, glass):
    staff = inside(glass)
    for name in all_pages(staff):
        assert staff.screen.findChildren(QAbstractScrollArea) == []
        unnamed = [n for n in visible_nodes(staff.screen) if n.focusable and not n.name]
        assert unnamed == [], name


def test_it_is_gone_when_it_was_dropped(inside, qtbot):
    gone = []
    for _ in range(3):
        staff = inside()
        gone += [weakref.ref(staff.screen.room), weakref.ref(staff.screen.pad)]
        screen = staff.screen
        del staff
        screen.hide()
        screen.setParent(None)
        screen.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del screen
    assert [ref() for ref in gone if ref() is not None] == []


# --- dealing rows to pages ------------------------------------------------------------------------


def halve(row: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    first, last = row
    return ((first, (first + last) // 2), ((first + last) // 2, last)) if last - first > 1 else ()


@given(
    st.lists(st.integers(1, 60), max_size=30),
    st.integers(1, 80),
    st.integers(0, 9),
    st.integers(0, 90),
)
def test_every_row_is_on_one_page_in_order_and_no_page_is_too_full(heights, room, gap, head):
    ends = [sum(heights[: n + 1]) for n in range(len(heights))]
    rows = [(end - high, end) for high, end in zip(heights, ends, strict=True)]
    pages = pages_of(rows, lambda row: row[1] - row[0], room, gap, halve, head)
    dealt = [row for page in pages for row in page]
    assert [at for first, last in dealt for at in range(first, last)] == list(range(sum(heights)))
    for number, page in enumerate(pages):
        full = [last - first for first, last in page] + ([head] if head and not number else [])
        if len(page) > 1 or (head and not number and page):
            assert sum(full) + gap * (len(full) - 1) <= room
        elif page:
            assert full[0] <= room
    assert all(pages[1:])


@given(st.text("ab ", max_size=60))
def test_halves_of_a_text_are_the_text(text):
    halves = halves_of_text(text)
    if halves:
        assert len(halves) == 2
        assert " ".join(halves).split() == text.split()
        assert all(halves)
    else:
        assert len(text.split()) < 2
