"""Nothing of a class is cut, covered or without a name: each page, small and large, both ways."""

from __future__ import annotations

from functools import partial

import pytest
from class_room import LAPTOP, PROJECTOR, open_class
from overlap import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sitting import settle

from quiz.model.lesson_plan import SecondVote, Team

K = Qt.Key
TWO = (LAPTOP, PROJECTOR)
SCREENS = pytest.mark.parametrize("seats", [(LAPTOP,), TWO], ids=["one", "two"])
TEXT_SIZES = pytest.mark.parametrize("text_size", [100, 200])


@pytest.fixture
def teach(qtbot, fonts, small_pack, tmp_path):
    plan = {"teams": (Team.BLUE, Team.GREEN), "second_vote": SecondVote.BEFORE_ANSWER, "length": 1}
    return partial(open_class, qtbot, small_pack, tmp_path, **plan)


def every_page(teacher):
    """Go through a lesson; say the name of each page when it is there."""
    console = teacher.console
    yield "plan"
    teacher.click(console.bar.adjust)
    yield "plan and look"
    teacher.click(console.bar.adjust)
    fault = "plan.yaml:3:9: plan, length: 'x' is not a whole number from 1 to 40. Write a number. "
    console.planning.show_notice("\n".join([fault * 2] * 5))
    settle()
    yield "plan and notice"
    console.planning.show_notice("")
    settle()
    yield "plan again"
    teacher.press(K.Key_F5)
    while teacher.stage != "finished":
        yield teacher.stage
        if teacher.stage in ("vote", "vote again"):
            teacher.press(K.Key_M)
            teacher.type("12")
            teacher.press(K.Key_Return)
            teacher.type("15")
        if teacher.stage == "answer":
            console.running.show_notice("A sentence that the teacher is told. " * 4)
            settle()
            yield "notice"
        teacher.press(K.Key_PageDown)
    teacher.click(console.bar.adjust)
    yield "finished and look"
    teacher.click(console.bar.adjust)
    teacher.press(K.Key_Question)
    yield "finished and keys"


def cut(teacher) -> list[str]:
    return [f"{page}: {fault}" for page in every_page(teacher) for fault in faults(teacher.console)]


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)], ids=str)
@TEXT_SIZES
@SCREENS
def test_nothing_of_the_console_is_cut(teach, size, text_size, seats):
    assert cut(teach(*seats, size=size, text_size=text_size)) == []


@TEXT_SIZES
@SCREENS
def test_from_right_to_left_nothing_is_cut(teach, right_to_left, text_size, seats):
    teacher = teach(*seats, text_size=text_size)
    assert cut(teacher) == []
    bar = teacher.console.bar
    assert bar.leave.x() < bar.adjust.x() < teacher.console.width() / 2


@TEXT_SIZES
@SCREENS
def test_in_a_language_with_longer_words_nothing_is_cut(teach, longer_words, text_size, seats):
    assert cut(teach(*seats, text_size=text_size)) == []


def test_everything_that_takes_the_focus_has_a_name_of_its_own(teach):
    from PySide6.QtGui import QAccessible

    teacher = teach(*TWO)
    for page in every_page(teacher):
        names = [
            QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            for widget in teacher.console.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert all(names), page
        assert sorted({name for name in names if names.count(name) > 1}) == [], page
