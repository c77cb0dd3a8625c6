"""A class room: a console, a wall, and screens that are plugged in and out."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget
from sitting import Clock, Person, settle

from quiz import paths
from quiz.model.lesson_plan import LessonPlan
from quiz.packs.shelf import open_shelf
from quiz.ui.lesson.files import LessonFiles
from quiz.ui.lesson.windows import ClassWindows
from quiz.ui.screens.lesson.class_console import ClassConsole
from quiz.ui.seats import Seat
from quiz.ui.settle import Settling

LAPTOP = Seat("laptop", QRect(0, 0, 1280, 800))
PROJECTOR = Seat("projector", QRect(1280, 0, 1024, 768))


class PlayedScreens(QObject):
    """Screens as a test wants them; the console is on the laptop's."""

    changed = Signal()

    def __init__(self, *seats: Seat) -> None:
        super().__init__()
        self._seats = seats
        self.own = LAPTOP.name
        self.filled: list[tuple[QWidget, Seat]] = []

    def seats(self) -> tuple[Seat, ...]:
        return self._seats

    def of(self, window: QWidget) -> str:
        return self.own

    def fill(self, window: QWidget, seat: Seat) -> None:
        self.filled.append((window, seat))
        window.setGeometry(seat.geometry)
        window.show()

    def become(self, *seats: Seat) -> None:
        """Other screens are there from now on."""
        self._seats = seats
        self.changed.emit()
        settle()


class Teacher(Person):
    """Somebody at the console, who sees the wall."""

    def __init__(self, windows: ClassWindows, screens: PlayedScreens, clock: Clock) -> None:
        super().__init__(windows.console, clock)  # type: ignore[arg-type]
        self.windows, self.screens = windows, screens
        self.console, self.wall = windows.console, windows.wall

    @property
    def stage(self) -> str:
        """Where the lesson stands, "" before it."""
        return self.console.lesson.stage.value if self.console.lesson else ""


def open_class(
    qtbot,
    content: Path,
    folder: Path,
    *seats: Seat,
    size: tuple[int, int] = (1280, 800),
    text_size: int = 100,
    seed: int = 3,
    length: int = 3,
    **plan,
) -> Teacher:
    """A teacher before the console of a class."""
    from quiz.model.preferences import Preferences
    from quiz.model.question import AgeBand
    from quiz.ui.theme import LIGHT, apply_theme

    clock = Clock()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT, text_size / 100)
    packs = open_shelf(content).read().packs
    first = LessonPlan(
        packs[0].id, age_band=AgeBand.ADULT, length=length, seed=Random(seed).randrange(99), **plan
    )
    files = LessonFiles(paths.FONTS, folder)
    console = ClassConsole(
        packs, first, files, settling=Settling(clock), look=Preferences(text_size, "light")
    )
    console.resize(*size)
    screens = PlayedScreens(*seats)
    windows = ClassWindows(console, screens, settling=0)  # type: ignore[arg-type]
    qtbot.addWidget(console)
    qtbot.addWidget(windows.wall)
    windows.show()
    qtbot.waitUntil(console.isActiveWindow)
    settle()
    return Teacher(windows, screens, clock)
