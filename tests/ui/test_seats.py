"""The screens as the system has them."""

from __future__ import annotations

from PySide6.QtCore import QRect

from quiz.ui.seats import Screens, Seat, mirrored


def test_a_screen_that_goes_is_not_offered_any_more_while_it_is_told(qapp):
    screens = Screens(qapp)
    told = []
    screens.changed.connect(lambda: told.append(len(screens.seats())))
    before = len(screens.seats())
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert told == [before - 1]
    assert len(screens.seats()) == before


def test_screens_in_the_same_place_are_mirrored():
    here, there = QRect(0, 0, 800, 600), QRect(800, 0, 800, 600)
    desk, copy, wall = Seat("desk", here), Seat("copy", QRect(here)), Seat("wall", there)
    assert mirrored((desk, copy), "desk")
    assert mirrored((desk, copy, wall), "copy")
    assert not mirrored((desk, wall), "desk")
    assert not mirrored((desk,), "desk")
    assert not mirrored((desk, wall, Seat("board", QRect(there))), "desk")  # two walls, one picture
