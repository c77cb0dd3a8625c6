"""Leave quickly: in sight everywhere, told from typing, over everything at once, and then gone."""

from __future__ import annotations

import time

import pytest
from overlap import faults
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from sitting import settle
from tree import read_out, visible_nodes
from views import every_view

from quiz.model.session import Phase
from quiz.ui.quick_exit import Clipboard, cover_everything

SHIFT = Qt.Key.Key_Shift
WITH_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("size", "text_size"),
    [((1280, 720), 100), ((1280, 720), 200), ((820, 600), 100)],
    ids=["100 %", "200 %", "a small window"],
)
def test_the_way_out_is_on_top_in_the_corner_of_every_view(sit_down, noted_pack, text_size, size):
    person = sit_down(content=noted_pack, text_size=text_size, size=size, questions=8)
    window = person.window
    for name in every_view(person):
        settle()
        where = person.place(window.bar.leave)  # fails where anything lies over it
        assert where.x() > window.width() * 0.7, name
        assert where.y() < 60, name
        edge = window.bar.leave.mapTo(window, window.bar.leave.rect().bottomRight())
        assert window.rect().contains(edge), name
        buttons = [node.name for node in visible_nodes(window) if node.role.name == "Button"]
        assert buttons[0] == "Leave quickly", name
        assert [f"{name}: {fault}" for fault in faults(window)] == []


def test_the_pause_has_the_way_out_in_the_same_place(sit_down, qtbot):
    person = sit_down()
    window = person.window
    before = window.bar.leave.mapTo(window, window.bar.leave.rect().topLeft())
    window.pause()
    settle()
    leave = window.way_out.cover.leave
    assert leave.mapTo(window, leave.rect().topLeft()) == before
    with qtbot.waitSignal(window.left):
        person.click(leave)


def test_beneath_the_pause_nothing_is_read_or_reached(sit_down):
    person = sit_down()
    window = person.window
    person.press(Qt.Key.Key_Return)
    focus = person.focus
    person.press(Qt.Key.Key_F9)
    assert set(read_out(window)) == {"Leave quickly", "Continue"}
    reached = set()
    for _ in range(6):
        person.press(Qt.Key.Key_Tab)
        reached.add(person.focus.text())
    assert reached == {"Leave quickly", "Continue"}
    person.press(Qt.Key.Key_F9)
    assert person.focus is focus
    person.press(Qt.Key.Key_1)
    assert person.phase is Phase.REVEALED


def test_pausing_twice_brings_everything_back(sit_down):
    person = sit_down()
    window = person.window
    window.bar.adjust.click()
    window.pause()
    window.pause()
    settle()
    person.click(window.way_out.cover.go_on)
    assert window.bar.isVisible()
    assert window.preferences.isVisible()
    assert window.start.isVisible()


@pytest.mark.parametrize("name", ["adjust", "leave", "larger"])
def test_beneath_the_pause_no_key_acts(sit_down, name):
    person = sit_down()
    window = person.window
    person.click(window.bar.adjust)
    focus = window.preferences.larger if name == "larger" else getattr(window.bar, name)
    person.tab_to(focus)
    person.press(Qt.Key.Key_F9)
    assert person.focus is window.way_out.cover.go_on
    person.press(Qt.Key.Key_Question, Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert set(read_out(window)) == {"Leave quickly", "Continue"}
    person.press(Qt.Key.Key_Return)
    assert not window.way_out.is_covered
    assert window.look.worn.text_size == 100
    assert window.preferences.isVisible()
    assert person.focus is focus


def test_escape_closes_first_what_is_open(sit_down):
    person = sit_down()
    window = person.window
    window.asides.show_safety()
    person.press(Qt.Key.Key_Question)
    person.click(window.bar.adjust)
    person.tab_to(window.preferences.larger)
    person.press(Qt.Key.Key_Escape)
    assert window.keys_bar.isHidden()
    assert window.preferences.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert window.preferences.isHidden()
    assert person.focus is window.bar.adjust
    assert window.asides.safety.isVisible()
    person.press(Qt.Key.Key_Return)  # the same button opens it again, and closes it
    assert window.preferences.isVisible()
    person.press(Qt.Key.Key_Return)
    assert window.preferences.isHidden()
    person.press(Qt.Key.Key_Escape)
    assert window.start.isVisible()


# --- Shift, told from typing ----------------------------------------------------------------------


def test_shift_and_tab_three_times_goes_back_and_does_not_leave(sit_down, qtbot):
    person = sit_down()
    handle = person.window.windowHandle()
    with qtbot.assertNotEmitted(person.window.left):
        for _ in range(4):
            QTest.keyPress(handle, SHIFT)
            QTest.keyClick(handle, Qt.Key.Key_Backtab, WITH_SHIFT)
            QTest.keyRelease(handle, SHIFT)
            settle()


@pytest.mark.parametrize("letters", ["ABCD", "ÄÖÜß"])
def test_capitals_in_the_search_do_not_leave(sit_down, qtbot, letters):
    person = sit_down()
    window = person.window
    window.asides.show_sources()
    field = window.asides.sources.search
    field.show()
    field.setFocus()
    handle = window.windowHandle()
    with qtbot.assertNotEmitted(window.left):
        for letter in letters:
            QTest.keyPress(handle, SHIFT)
            QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Qt.Key.Key_A, letter, WITH_SHIFT)
            QTest.keyRelease(handle, SHIFT)
            settle()
    assert field.text() == letters


def test_shift_leaves_from_a_field_too(sit_down, qtbot):
    person = sit_down()
    person.window.asides.show_remember()
    person.window.asides.remember.path.setFocus()
    assert isinstance(person.focus, QLineEdit)
    with qtbot.waitSignal(person.window.left):
        person.press(SHIFT, SHIFT, SHIFT)


def test_a_held_shift_counts_once(sit_down, qtbot):
    person = sit_down()
    with qtbot.assertNotEmitted(person.window.left):
        person.hold(SHIFT)


def test_each_press_fills_a_dot_and_the_dots_go_away_in_time(sit_down, qtbot):
    person = sit_down()
    window = person.window

    def ink() -> int:
        image: QImage = window.bar.presses.grab().toImage()
        ground = image.pixel(0, 0)
        return sum(
            image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height())
        )

    seen = [ink()]
    for _ in range(2):
        person.press(SHIFT)
        seen.append(ink())
    assert seen[0] == 0 < seen[1] < seen[2]
    now = window.way_out.shift._clock()
    window.way_out.shift._clock = lambda: now + 6
    window.way_out.keys._lapse.setInterval(1)  # and this is when the five seconds are over
    window.way_out.keys._lapse.start()
    qtbot.waitUntil(lambda: ink() == 0)
    with qtbot.assertNotEmitted(window.left):
        person.press(SHIFT)
    assert ink() == seen[1]


def test_escape_alone_never_leaves(sit_down, qtbot):
    person = sit_down()
    with qtbot.assertNotEmitted(person.window.left):
        person.press(*[Qt.Key.Key_Escape] * 5)


# --- what leaving does ----------------------------------------------------------------------------


def test_every_window_is_neutral_within_a_tenth_of_a_second(sit_down, qtbot):
    person = sit_down()
    window = person.window
    person.press(Qt.Key.Key_Return)
    other = QWidget()
    qtbot.addWidget(other)
    QLabel("The answer is myth", other)
    popup = QWidget(window, Qt.WindowType.Popup)
    QLabel("Reality", popup)
    for widget in (other, popup):
        widget.show()
        qtbot.waitExposed(widget)
    began = time.perf_counter()
    cover_everything()
    took = time.perf_counter() - began
    assert took < 0.1
    assert not popup.isVisible()
    for widget in (window, other):
        image = widget.grab().toImage()
        ground = widget.palette().window().color().rgb()
        wrong = {
            image.pixel(x, y)
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        } - {ground}
        assert wrong == set()
        assert read_out(widget) == []


def test_leaving_forgets_the_session_and_answers_nothing_more(sit_down, qtbot):
    person = sit_down()
    window = person.window
    person.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(window.left):
        person.click(window.bar.leave)
    assert window.controller.session is None
    with qtbot.assertNotEmitted(window.left):
        person.press(Qt.Key.Key_Return, Qt.Key.Key_1, SHIFT, SHIFT, SHIFT)
        window.leave()
    assert window.controller.session is None


def test_the_clipboard_is_cleared_only_where_it_is_ours(qapp):
    clipboard = Clipboard()
    clipboard.copy("A reference")
    clipboard.clear()
    assert QApplication.clipboard().text() == ""
    clipboard.copy("A reference")
    QApplication.clipboard().setText("somebody else's")
    clipboard.clear()
    assert QApplication.clipboard().text() == "somebody else's"
