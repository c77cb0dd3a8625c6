"""Sizes of what is pressed, the ring around what has the focus, and the way out in every view."""

from __future__ import annotations

import itertools

import pytest
from overlap import faults
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from sitting import settle
from test_overlap import every_screen
from tree import in_order, read_out

from quiz.model.session import Phase
from quiz.ui.widgets.buttons import Chip

MAIN, ALL = 44, 24


@pytest.mark.parametrize("size", [(1280, 720), (700, 600)], ids=["wide", "small"])
def test_everything_that_is_pressed_is_large_enough(sit_down, size):
    """R71: 44 px for what matters, 24 px for the rest (here 36: the chips of the start screen)."""
    person = sit_down(size=size, questions=8, confidence=True)
    small = []
    for name in every_screen(person):
        for button in person.window.findChildren(QAbstractButton):
            least = ALL if isinstance(button, Chip) else MAIN
            if button.isVisible() and min(button.width(), button.height()) < least:
                small.append(f"{name}: {button.text()} {button.size()}")
        small += [
            f"{name}: a field {field.size()}"
            for field in person.window.findChildren(QLineEdit)
            if field.isVisible() and field.height() < MAIN
        ]
    assert small == []


def test_the_three_answers_are_of_one_size_and_one_reach(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    verdicts = person.window.question.ask.verdicts
    buttons = (verdicts.myth, verdicts.reality, verdicts.skip)
    assert len({button.height() for button in buttons}) == 1
    assert max(b.width() for b in buttons) - min(b.width() for b in buttons) <= 1
    gaps = [two.x() - one.geometry().right() for one, two in itertools.pairwise(buttons)]
    assert gaps[0] == gaps[1]


@pytest.mark.parametrize(
    ("size", "text_size"), [((1280, 720), 100), ((1280, 720), 200), ((700, 600), 100)]
)
def test_the_way_out_can_be_hit_in_every_view_and_stays_where_it_is(sit_down, size, text_size):
    person = sit_down(size=size, text_size=text_size, questions=8, confidence=True)
    places = set()
    for name in every_screen(person):
        if name == "paused":  # covered: Continue is all there is, and Shift three times still acts
            continue
        person.place(person.window.bar.leave)
        places.add(person.window.bar.leave.geometry().topRight().toTuple())
    assert len(places) == 1


def test_a_click_on_leave_quickly_covers_forgets_and_says_so(sit_down, qtbot):
    person = sit_down()
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    with qtbot.waitSignal(person.window.left, timeout=1000):
        person.click(person.window.bar.leave)
    assert person.window.controller.session is None
    middle = person.window.rect().center()
    assert person.window.childAt(middle) is person.window.way_out.cover
    assert person.window.childAt(QPoint(40, 30)) is person.window.way_out.cover
    image = person.window.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, 1280, 40) for y in range(0, 720, 40)}
    assert len(colours) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_ring_shows_what_has_the_focus(sit_down, theme):
    """R75: the picture of each stop of Tab changes when it gets the focus, and is not covered."""
    person = sit_down(theme=theme)
    window = person.window
    person.press(Qt.Key.Key_Return)
    person.tab_to(window.bar.leave)
    plain = []
    for _ in range(6):
        widget = person.focus
        with_ring = widget.grab().toImage()
        person.press(Qt.Key.Key_Tab)
        if widget.grab().toImage() == with_ring:
            plain.append(widget)
    assert plain == []


def test_escape_or_the_keys_of_a_hidden_page_do_nothing(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_M, Qt.Key.Key_3, Qt.Key.Key_Escape)
    assert person.phase is None


def test_text_size_goes_through_its_steps_and_stops_at_the_ends(sit_down):
    person = sit_down()
    window = person.window
    person.click(window.bar.adjust)
    assert window.preferences.isVisible()
    sizes = []
    while window.preferences.larger.isEnabled():
        person.click(window.preferences.larger)
        sizes.append(window.preferences.per_cent.text())
    assert sizes == ["125 %", "150 %", "175 %", "200 %"]
    assert QApplication.font().pixelSize() == 36
    person.press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.preferences.per_cent.text() == "200 %"
    person.press(Qt.Key.Key_0, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.preferences.per_cent.text() == "100 %"


def test_the_theme_changes_at_once(sit_down):
    person = sit_down(theme="light")
    person.click(person.window.bar.adjust)
    person.click(person.button("Dark"))
    settle()
    assert person.window.palette().window().color().name() == "#12161f"


def test_a_question_mark_shows_the_keys_and_hides_them_again(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Question, modifier=Qt.KeyboardModifier.ShiftModifier)
    shown = read_out(person.window)
    in_order(shown, "1 or M: myth", "Shift three times: leave quickly", "?: these keys")
    assert faults(person.window) == []
    person.press(Qt.Key.Key_Question, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert "1 or M: myth" not in read_out(person.window)
    person.press(Qt.Key.Key_1)
    assert person.phase is Phase.REVEALED
