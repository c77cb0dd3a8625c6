"""Privacy and safety in honest words; where to get help; leaving and pausing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sitting import Person

from quiz.packs.helplines import read_helplines
from quiz.ui.helping import Helping
from quiz.ui.quick_exit import ShiftThrice

CONTENT = Path(__file__).resolve().parents[2] / "content"
SHIFT = Qt.Key.Key_Shift


def give_lines(person: Person, today: date = date(2026, 11, 25), country: str = "IE") -> None:
    """The shipped lines of help, on a given day in a given country."""
    person.window.asides._helping = Helping(
        lambda day: read_helplines(CONTENT, day).helplines, country, lambda: today
    )


def words_of(widget: object) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]  # type: ignore[attr-defined]  # a widget


def test_the_honest_words_are_short_and_tell_the_real_state(
    sit_down: Callable[..., Person], tmp_path: Path
) -> None:
    person = sit_down()
    person.click(person.window.start.about)
    screen = person.window.asides.safety
    assert "Shift three times" in screen.leaving.text()
    assert screen.kept.text().startswith("Nothing is saved.")
    person.press(Qt.Key.Key_Escape)
    assert person.window.keep_in(tmp_path / "notes.db") == ""
    person.window.look.use_shift(False)
    person.window.asides.show_safety()
    assert "Shift" not in screen.leaving.text()
    assert str(tmp_path / "notes.db") in screen.kept.text()
    for shift in (True, False):
        assert len(screen.say_leaving(shift=shift).split()) <= 80
    for file in (None, tmp_path):
        assert len(screen.say_kept(file).split()) <= 120
    person.window.memory.stop()


def test_help_for_the_systems_country_and_for_another(sit_down: Callable[..., Person]) -> None:
    person = sit_down()
    give_lines(person)
    person.click(person.window.start.support)
    screen = person.window.asides.support
    assert "116 123" in words_of(screen)
    india = next(b for b in screen.countries.buttons() if b.text() == "India")
    person.click(india)
    assert "1098" in words_of(screen)
    assert "116 123" not in words_of(screen)
    person.click(screen.back)
    assert person.window.stack.currentWidget() is person.window.start


def test_help_that_has_expired_is_not_shown_and_advice_stays(
    sit_down: Callable[..., Person],
) -> None:
    person = sit_down()
    give_lines(person, date(2028, 1, 1))
    person.click(person.window.start.support)
    screen = person.window.asides.support
    assert screen.countries.buttons() == []
    assert "116 123" not in words_of(screen)
    assert "local emergency number" in screen.advice.text()


def test_help_is_two_steps_from_a_question(sit_down: Callable[..., Person]) -> None:
    person = sit_down()
    give_lines(person)
    person.press(Qt.Key.Key_Return)
    person.click(person.window.bar.adjust)
    person.click(person.window.preferences.support)
    assert person.window.stack.currentWidget() is person.window.asides.support
    person.press(Qt.Key.Key_Escape)  # the bar that led there goes first
    assert person.window.preferences.isHidden()
    person.press(Qt.Key.Key_Escape)
    assert person.window.stack.currentWidget() is person.window.question


def test_pause_covers_and_the_same_key_returns(sit_down: Callable[..., Person]) -> None:
    person = sit_down()
    person.press(Qt.Key.Key_Return, Qt.Key.Key_F9)
    cover = person.window.way_out.cover
    assert cover.isVisible()
    assert person.window.childAt(300, 300) in (cover, cover.go_on)
    person.press(Qt.Key.Key_1)
    assert person.answers == ()
    person.press(Qt.Key.Key_F9)
    assert not person.window.way_out.cover.isVisible()


def test_shift_three_times_leaves_forgets_and_clears_the_clipboard(
    sit_down: Callable[..., Person], qtbot: QtBot
) -> None:
    person = sit_down()
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    person.click(person.window.question.reveal.evidence._copy)
    assert QApplication.clipboard().text()
    person.press(SHIFT, SHIFT)
    assert person.window.bar.presses._count == 2
    with qtbot.waitSignal(person.window.left):
        person.press(SHIFT)
    assert person.window.controller.session is None
    assert person.window.way_out.cover.isVisible()
    assert QApplication.clipboard().text() == ""


def test_shift_can_be_turned_off(sit_down: Callable[..., Person], qtbot: QtBot) -> None:
    person = sit_down()
    person.click(person.window.bar.adjust)
    person.click(person.window.preferences.shift)
    with qtbot.assertNotEmitted(person.window.left):
        person.press(SHIFT, SHIFT, SHIFT)


class Press:
    """A key press."""

    def __init__(self, key: Qt.Key, *, again: bool = False) -> None:
        self._key, self._again = key, again

    def key(self) -> Qt.Key:
        return self._key

    def isAutoRepeat(self) -> bool:  # noqa: N802  (Qt's name)
        return self._again


@pytest.mark.parametrize(
    ("presses", "leaves"),
    [
        ([(0, SHIFT), (1, SHIFT)], False),
        ([(0, SHIFT), (2, SHIFT), (4.9, SHIFT)], True),
        ([(0, SHIFT), (2, SHIFT), (5.1, SHIFT)], False),
        ([(0, SHIFT), (1, Qt.Key.Key_A), (2, SHIFT), (3, SHIFT)], False),
    ],
    ids=["twice", "in 4.9 s", "in 5.1 s", "typing capitals"],
)
def test_three_presses_within_five_seconds(
    presses: list[tuple[float, Qt.Key]], leaves: bool
) -> None:
    now = [0.0]
    shift = ShiftThrice(lambda: now[0])
    found = []
    for when, key in presses:
        now[0] = when
        found.append(shift.press(Press(key)))  # type: ignore[arg-type]  # stands in for an event
    assert any(found) is leaves
