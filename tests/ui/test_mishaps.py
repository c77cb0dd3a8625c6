"""An unexpected error: told once without anybody's words, shown once, never in a loop."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sitting import Person

from quiz.ui.mishaps import MOST_TOLD, Mishaps


def caught(words: str) -> tuple[type[BaseException], BaseException, object]:
    try:
        raise ValueError(words)
    except ValueError as error:
        return type(error), error, error.__traceback__


def test_the_words_of_an_error_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[int] = []
    Mishaps(lambda: shown.append(1), tells=True).take(*caught("the answer was myth"))  # type: ignore[arg-type]  # as Python gives them
    told = capsys.readouterr().err
    assert told.startswith("unexpected ValueError at test_mishaps.py:")
    assert "myth" not in told
    assert shown == [1]


def test_nothing_is_told_unless_it_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[int] = []

    def show() -> None:
        shown.append(1)
        raise RuntimeError

    Mishaps(show).take(*caught("x"))  # type: ignore[arg-type]  # as Python gives them
    assert capsys.readouterr().err == ""
    assert shown == [1]


def test_before_there_is_a_window_a_fault_is_always_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Mishaps().take(*caught("x"))  # type: ignore[arg-type]  # as Python gives them
    assert capsys.readouterr().err.startswith("unexpected ValueError at test_mishaps.py:")


def test_the_same_fault_again_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[int] = []
    mishaps = Mishaps(lambda: shown.append(1), tells=True)
    for _ in range(50):
        mishaps.take(*caught("again"))  # type: ignore[arg-type]  # as Python gives them
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert shown == [1]
    assert MOST_TOLD < 50


def test_a_fault_while_showing_a_fault_ends_there(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise RuntimeError

    Mishaps(fail, tells=True).take(*caught("x"))  # type: ignore[arg-type]  # as Python gives them
    assert capsys.readouterr().err.endswith("the mishap could not be shown\n")


def test_the_screen_has_a_way_on_and_a_way_out(sit_down: Callable[..., Person]) -> None:
    person = sit_down()
    person.window.show_mishap()
    assert person.window.stack.currentWidget() is person.window.mishap
    person.place(person.window.bar.leave)
    person.click(person.window.mishap.to_start)
    assert person.window.stack.currentWidget() is person.window.start
