"""Unexpected errors at a kiosk: wiped, told, never a loop."""

from __future__ import annotations

import pytest
from sitting import Clock

from quiz.ui.kiosk.mishaps import KioskMishaps

SECRET = "what somebody answered"


@pytest.fixture
def room():
    return Room()


class Room:
    def __init__(self) -> None:
        self.clock = Clock()
        self.given_up = 0
        self.lines: list[str] = []
        self.wiping_fails = False
        self.mishaps = KioskMishaps(self.give_up, self.clock)
        self.mishaps.wipe_with(self.wipe)

    def give_up(self) -> None:
        self.given_up += 1

    def wipe(self, line: str) -> None:
        self.lines.append(line)
        if self.wiping_fails:
            raise RuntimeError(SECRET)

    def go_astray(self, kind: type[BaseException] = ValueError) -> None:
        try:
            raise kind(SECRET)
        except kind as error:
            self.mishaps.take(kind, error, error.__traceback__)


def test_an_error_wipes_and_is_told_without_its_words(room, capsys):
    room.go_astray()
    assert room.lines[0].startswith("unexpected ValueError at test_kiosk_mishaps.py:")
    assert SECRET not in room.lines[0]
    assert capsys.readouterr().err.splitlines() == room.lines
    assert not room.given_up


def test_the_same_error_wipes_each_time(room, capsys):
    for _ in range(50):
        room.go_astray()
        room.clock.now += 31
    assert len(room.lines) == 50
    assert not room.given_up


def test_three_in_a_minute_give_up(room, capsys):
    room.go_astray()
    room.clock.now += 30
    room.go_astray()
    assert not room.given_up
    room.clock.now += 30
    room.go_astray()
    assert room.given_up == 1
    assert len(room.lines) == 2


def test_three_in_more_than_a_minute_do_not(room, capsys):
    for _ in range(3):
        room.go_astray()
        room.clock.now += 30.5
    assert not room.given_up


def test_a_wipe_that_goes_astray_is_one_more_and_ends(room, capsys):
    room.wiping_fails = True
    room.go_astray()
    assert room.given_up == 1
    assert SECRET not in "".join(room.lines) + capsys.readouterr().err


def test_before_there_is_a_window_an_error_gives_up(capsys):
    given_up = []
    mishaps = KioskMishaps(lambda: given_up.append(True))
    mishaps.take(ValueError, ValueError(SECRET), None)
    assert given_up == [True]
    assert capsys.readouterr().err == "unexpected ValueError at an unknown place\n"


def test_ctrl_c_in_a_terminal_ends(room, capsys):
    room.go_astray(KeyboardInterrupt)
    assert room.given_up == 1
