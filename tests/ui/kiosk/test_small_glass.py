"""Screens that are too small for where they are read from: everything is there, if smaller."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from sitting import settle

from quiz.model.glass import Glass
from quiz.model.site import Site
from quiz.packs.shelf import open_shelf
from quiz.ui.kiosk.glass_here import glass_here
from quiz.ui.kiosk.visit import Visit
from quiz.ui.screens.kiosk.attract import AttractScreen, Fact

SMALL = {
    "7 inches": (1024, 600, 154, 600),
    "7 inches, upright, from afar": (600, 1024, 100, 2000),
    "10 inches, from afar": (1280, 800, 217, 1200),
    "a desk's screen across a room": (1920, 1080, 476, 2000),
    "an old one": (640, 480, 169, 600),
    "a narrow one of 4 to 3": (1024, 768, 100, 600),
    "a strip": (1920, 360, 500, 600),
}
"""Pixels across and down, and millimetres: across, and to the eyes. The site file allows these."""


class Fitted(QWidget):
    """A window of a size."""

    def __init__(self, wide: int, high: int) -> None:
        super().__init__()
        self.resize(wide, high)


def glass_of(qtbot, wide: int, high: int, wide_mm: int, distance_mm: int) -> Glass:
    window = Fitted(wide, high)
    qtbot.addWidget(window)
    site = Site(screen_width_mm=wide_mm, reading_distance_mm=distance_mm)
    return glass_here(window, site)


@pytest.fixture
def pack(small_pack):
    return open_shelf(small_pack).read().packs[0]


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def assert_apart(window: QWidget, parts: list[QWidget]) -> None:
    """Each part is in the window, and none lies over another."""
    places = [(part, place(part, window)) for part in parts]
    for part, rect in places:
        assert window.rect().contains(rect), part
    for (one, first), (other, second) in itertools.combinations(places, 2):
        assert not first.intersects(second), (one, other)


@pytest.mark.parametrize("screen", SMALL)
def test_all_of_a_visit_is_on_the_screen_in_both_sizes(qtbot, pack, screen):
    wide, high, wide_mm, distance = SMALL[screen]
    site = Site(questions=1, reading_distance_mm=distance)
    glass = glass_of(qtbot, wide, high, wide_mm, distance)
    visit = Visit((pack,), site, glass, Random(4))
    qtbot.addWidget(visit)
    visit.resize(wide, high)
    visit.show()

    def look():
        for _ in ("large", "private"):
            for turn in range(len(visit.leaves)):
                visit.turn(turn)
                settle()
                buttons = [b for b in visit.findChildren(QAbstractButton) if b.isVisible()]
                assert {"I'm done"} <= {button.text() for button in buttons}
                assert_apart(visit, [*buttons, *visit.page.texts])
            next(button for button in buttons if button.text() == "Aa").click()

    look()
    visit.chosen("start")
    look()
    visit.chosen("myth")
    look()
    visit.chosen("next")
    look()
    visit.drop()


@pytest.mark.parametrize("screen", SMALL)
def test_all_of_the_resting_screen_is_on_the_screen(qtbot, pack, screen):
    wide, high, wide_mm, distance = SMALL[screen]
    facts = [Fact.of(question) for question in pack.questions]
    glass = glass_of(qtbot, wide, high, wide_mm, distance)
    rest = AttractScreen(facts, glass, distance_mm=distance)
    qtbot.addWidget(rest)
    rest.resize(wide, high)
    rest.show()
    settle()
    assert_apart(
        rest, [rest.title, rest.head, rest.fact, rest.source, rest.invitation, rest.promise]
    )
    assert rest.fact.font().pixelSize() >= rest.source.font().pixelSize()


@pytest.mark.parametrize(
    ("wide", "high", "wide_mm", "distance"),
    [
        (1920, 1080, 476, 600),
        (1920, 1080, 345, 1200),
        (1080, 1920, 268, 900),
        (1280, 800, 217, 600),
        (3840, 2160, 700, 2000),
    ],
)
def test_a_screen_that_is_large_enough_is_taken_as_it_was_measured(
    qtbot, wide, high, wide_mm, distance
):
    assert glass_of(qtbot, wide, high, wide_mm, distance) == Glass(wide, wide_mm)
