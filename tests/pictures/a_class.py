"""A class for the pictures: two screens, and a lesson with tables that vote twice."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from class_room import LAPTOP, PlayedScreens

from quiz.model.lesson_plan import LessonPlan, SecondVote, Team
from quiz.model.preferences import Preferences
from quiz.model.question import AgeBand, Pack
from quiz.paths import FONTS
from quiz.ui import theme
from quiz.ui.lesson.files import LessonFiles
from quiz.ui.lesson.windows import ClassWindows
from quiz.ui.screens.lesson.class_console import ClassConsole
from quiz.ui.seats import Seat

SEED = 5
WALL = Seat("HDMI-1", QRect(LAPTOP.geometry.width(), 0, 1280, 720))
K = Qt.Key


def a_class(
    pack: Pack,
    size: tuple[int, int],
    look: Preferences,
    settle: Callable[[], None],
    *,
    alone: bool = False,
) -> Iterator[tuple[str, QPixmap]]:
    """The console and the wall at each kind of page, with names; `alone`: on one screen."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dark = look.theme == "dark"
    theme.apply_theme(app, theme.DARK if dark else theme.LIGHT, look.text_size / 100)
    plan = LessonPlan(
        pack.id,
        age_band=AgeBand.TEEN,
        seed=SEED,
        second_vote=SecondVote.BEFORE_ANSWER,
        teams=(Team.BLUE, Team.GREEN),
    )
    files = LessonFiles(FONTS, Path("/home/teacher"))
    console = ClassConsole([pack], plan.drawn(pack.questions), files, look=look)
    console.resize(*size)
    seats = (LAPTOP,) if alone else (LAPTOP, WALL)
    windows = ClassWindows(console, PlayedScreens(*seats))  # type: ignore[arg-type]
    windows.show()
    windows.console.look.wall_wanted.emit(dark, 100)

    def press(*keys: Qt.Key | str) -> None:
        for key in keys:
            QTest.keyClick(console.windowHandle(), key)
            settle()

    def shown(name: str) -> Iterator[tuple[str, QPixmap]]:
        settle()
        yield f"class-{'alone-' if alone else ''}{name}", console.grab()
        if windows.wall.isVisible():
            yield f"class-{name}-wall", windows.wall.grab()

    yield from shown("plan")
    if not alone:
        press(K.Key_F5)
        yield from shown("rules")
        press(K.Key_PageDown)
        if not console.lesson.is_open:
            press(K.Key_PageDown)
        press(K.Key_M, *"14", K.Key_Return, *"11", K.Key_Return, K.Key_Return)
        yield from shown("vote")
        press(K.Key_PageDown, K.Key_M, *"19", K.Key_Return, *"6", K.Key_Return, K.Key_Return)
        for (_, verdict), chip in console.running.votes.team_chips.items():
            if verdict is console.lesson.question.verdict:
                chip.click()
        press(K.Key_PageDown)
        yield from shown("answer")
        press(K.Key_S)
        yield from shown("source")
        press(K.Key_PageDown)
        yield from shown("why")
        press(K.Key_PageDown)
        yield from shown("result")
        press(K.Key_E, K.Key_T)
        yield from shown("end")
    else:
        press(K.Key_F5, K.Key_PageDown)
        yield from shown("vote")
    console.close()
    console.deleteLater()
    windows.wall.deleteLater()
    windows.deleteLater()
    settle()
