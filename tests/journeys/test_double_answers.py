"""Answers that come twice count once, and nothing is skipped by accident."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quiz.model.question import Verdict
from quiz.model.session import Phase
from quiz.ui.settle import SETTLING

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def asked(sit_down):
    """Somebody before the first statement."""
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    assert person.phase is Phase.ASKING
    return person


def test_both_letters_at_once_count_once(asked):
    handle = asked.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_M)
    QTest.keyPress(handle, Qt.Key.Key_R)
    QTest.keyRelease(handle, Qt.Key.Key_M)
    QTest.keyRelease(handle, Qt.Key.Key_R)
    QApplication.processEvents()
    assert asked.phase is Phase.REVEALED
    assert asked.answers == (Verdict.MYTH,)


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_M, Qt.Key.Key_3], ids=lambda k: k.name)
def test_a_held_key_counts_once(asked, key):
    asked.hold(key)
    assert asked.phase is Phase.REVEALED
    assert len(asked.answers) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space], ids=lambda k: k.name)
def test_holding_the_key_that_goes_on_goes_on_once(asked, key):
    asked.press(Qt.Key.Key_1)
    asked.hold(key)
    assert asked.phase is Phase.ASKING
    assert len(asked.answers) == 1


def test_holding_enter_on_start_does_not_answer(sit_down):
    person = sit_down()
    person.hold(Qt.Key.Key_Return)
    assert person.phase is Phase.ASKING


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space], ids=lambda k: k.name)
def test_holding_a_key_on_an_answer_answers_and_stays(asked, key):
    asked.tab_to(asked.window.question.ask.verdicts.reality)
    asked.hold(key)
    assert asked.phase is Phase.REVEALED
    assert asked.answers == (Verdict.REALITY,)


def test_a_double_click_on_an_answer_counts_once(asked):
    myth = asked.window.question.ask.verdicts.myth
    where = asked.place(myth)
    asked.clock.now += 1
    handle = asked.window.windowHandle()
    QTest.mouseClick(handle, LEFT, NONE, where)
    QTest.mouseDClick(handle, LEFT, NONE, where)
    QApplication.processEvents()
    assert asked.phase is Phase.REVEALED
    assert asked.answers == (Verdict.MYTH,)


def test_a_double_click_on_start_does_not_answer(sit_down):
    person = sit_down(size=(1280, 800))
    where = person.place(person.window.start.start)
    handle = person.window.windowHandle()
    QTest.mouseClick(handle, LEFT, NONE, where)
    QTest.mouseDClick(handle, LEFT, NONE, where)
    QApplication.processEvents()
    assert person.phase is Phase.ASKING
    assert person.answers == ()


class TestTheMomentAfterTheViewChanges:
    """For 400 ms the spot that was pressed stays deaf (R19); elsewhere input acts at once."""

    def to_reveal(self, asked):
        """Answer by a click just where the way on will be."""
        asked.press(Qt.Key.Key_1)
        target = asked.window.question.reveal.next.mapTo(asked.window, QPoint(8, 8))
        asked.press(Qt.Key.Key_Return)
        reality = asked.window.question.ask.verdicts.reality
        inside = reality.mapFrom(asked.window, target)
        assert reality.rect().contains(inside)
        asked.click(reality, inside)
        assert asked.phase is Phase.REVEALED

    def test_the_same_spot_is_deaf_at_first(self, asked):
        self.to_reveal(asked)
        asked.click(asked.window.question.reveal.next, QPoint(8, 8), later=SETTLING - 0.01)
        assert asked.phase is Phase.REVEALED

    def test_and_hears_again_afterwards(self, asked):
        self.to_reveal(asked)
        asked.click(asked.window.question.reveal.next, QPoint(8, 8), later=SETTLING)
        assert asked.phase is Phase.ASKING

    def test_another_spot_acts_at_once(self, asked):
        myth = asked.window.question.ask.verdicts.myth
        asked.click(myth)
        asked.click(asked.window.question.reveal.next, later=0.01)
        assert asked.phase is Phase.ASKING

    def test_keys_act_at_once(self, asked):
        asked.press(Qt.Key.Key_1, Qt.Key.Key_Return)
        assert asked.phase is Phase.ASKING


def test_answers_act_on_release_and_not_when_the_pointer_has_left(asked):
    myth = asked.window.question.ask.verdicts.myth
    where = asked.place(myth)
    handle = asked.window.windowHandle()
    QTest.mousePress(handle, LEFT, NONE, where)
    assert asked.phase is Phase.ASKING
    away = QPoint(where.x(), where.y() - 200)
    QTest.mouseMove(handle, away)
    QTest.mouseRelease(handle, LEFT, NONE, away)
    QApplication.processEvents()
    assert asked.phase is Phase.ASKING


def test_keys_with_ctrl_or_alt_are_no_answers(asked):
    asked.press(Qt.Key.Key_1, Qt.Key.Key_M, modifier=Qt.KeyboardModifier.ControlModifier)
    asked.press(Qt.Key.Key_2, Qt.Key.Key_R, modifier=Qt.KeyboardModifier.AltModifier)
    assert asked.phase is Phase.ASKING


def test_figures_of_the_number_pad_answer(asked):
    asked.press(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.KeypadModifier)
    assert asked.answers == (Verdict.REALITY,)
