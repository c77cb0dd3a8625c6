"""Fixtures that open the real window on the small pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot
from sitting import Clock, Person, settle
from small_pack import write_small_pack

from quiz.model.setting import PRIVATE


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with the small pack."""
    return write_small_pack(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="session")
def noted_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with content notes in one topic."""
    return write_small_pack(tmp_path_factory.mktemp("noted"), noted=True)


@pytest.fixture(scope="session")
def fonts(qapp: object) -> None:
    """The bundled fonts, as the application has them."""
    from quiz import paths
    from quiz.ui.theme import load_fonts

    load_fonts(paths.FONTS)


@pytest.fixture
def sit_down(qtbot: QtBot, fonts: None, small_pack: Path) -> Callable[..., Person]:
    """A function that opens the window, waits until it is ready, and gives the person before it.

    Arguments: `content` (a folder), `size`, `text_size`, `theme`, `seed`, `questions`,
    `confidence`; anything else replaces a field of the private place's Setting.
    """
    from quiz.model.preferences import Preferences
    from quiz.packs.shelf import open_shelf
    from quiz.ui.look import Look
    from quiz.ui.window import QuizWindow, Settling, default_choices

    # Until the test ends: a window that is shown and not held is thrown away while it paints.
    held: list[QuizWindow] = []

    def open_window(
        content: Path = small_pack,
        size: tuple[int, int] = (1280, 720),
        text_size: int = 100,
        theme: str = "light",
        seed: int = 3,
        questions: int = 4,
        confidence: bool = False,
        **allowances: object,
    ) -> Person:
        setting = replace(PRIVATE, asks_confidence=confidence, **allowances)
        clock = Clock()
        window = QuizWindow(
            lambda: open_shelf(content),
            setting,
            choices=default_choices(setting, questions=questions),
            look=Look(Preferences(text_size, theme), scale=setting.text_scale),
            rng=Random(seed),
            settling=Settling(clock),
        )
        held.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitSignal(window.ready):
            window.show()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return Person(window, clock)

    return open_window
