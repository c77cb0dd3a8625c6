"""How large the private window is where it starts: by the room that the screen has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from quiz.app import give_size


class OnScreen(QWidget):
    """A window on a screen with so much room."""

    def __init__(self, room: QSize) -> None:
        super().__init__()
        self._room = room

    def screen(self) -> OnScreen:  # type: ignore[override]  # only its room is asked for
        return self

    def availableSize(self) -> QSize:  # noqa: N802  (Qt's)
        return self._room


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1920, 1080), (1600, 972)),
        ((1920, 1040), (1600, 936)),
        ((3840, 2160), (1600, 1000)),
        ((1440, 900), (1296, 810)),
        ((1280, 720), None),
        ((1366, 768), None),
        ((1280, 840), None),
        ((800, 600), None),
    ],
)
def test_nine_tenths_of_the_screen_or_all_of_a_small_one(qtbot, room, size):
    window = OnScreen(QSize(*room))
    qtbot.addWidget(window)
    give_size(window, 1600, 1000)
    filled = bool(window.windowState() & Qt.WindowState.WindowMaximized)
    assert filled is (size is None)
    assert (window.width(), window.height()) == (size or (min(1280, room[0]), min(800, room[1])))
