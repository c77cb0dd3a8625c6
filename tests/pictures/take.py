"""Plays a round, a lesson and a visit of a kiosk off screen on the shipped content, and saves each
screen as a PNG: light and dark, but a kiosk has colours of its own.

    make pictures                         into pictures/
    make pictures ARGS=--readme           and the small ones into assets/pictures/, for the README
    make pictures ARGS="--text-size 200 --size 1280x720"

The seed is fixed, so that two runs give the same pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from a_class import a_class  # noqa: E402  (the platform is chosen first)
from a_kiosk import a_kiosk  # noqa: E402
from PySide6.QtCore import Qt, qInstallMessageHandler  # noqa: E402
from PySide6.QtGui import QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from quiz.app import make_application  # noqa: E402
from quiz.model.preferences import Preferences  # noqa: E402
from quiz.model.question import Verdict  # noqa: E402
from quiz.model.session import Phase  # noqa: E402
from quiz.model.setting import PRIVATE  # noqa: E402
from quiz.packs.shelf import open_shelf  # noqa: E402
from quiz.paths import ASSETS, CONTENT  # noqa: E402
from quiz.ui.look import Look  # noqa: E402
from quiz.ui.window import QuizWindow, default_choices  # noqa: E402

SEED = 12
QUESTIONS = 10
IN_THE_README = ("start", "question", "missed", "results", "class-vote-wall", "kiosk-resting")
README_WIDTH = 640
KEYS = {Verdict.MYTH: Qt.Key.Key_1, Verdict.REALITY: Qt.Key.Key_2}


def say(_kind: object, _where: object, message: str) -> None:
    """Qt's own messages, without the one that the off-screen platform has about every window."""
    if "This plugin does not support" not in message:
        print(message, file=sys.stderr)


def settle() -> None:
    """Handle everything that waits, painting included."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def open_window(size: tuple[int, int], look: Preferences) -> QuizWindow:
    """The private place, ready to be played."""
    window = QuizWindow(
        lambda: open_shelf(CONTENT),
        PRIVATE,
        choices=default_choices(PRIVATE, questions=QUESTIONS),
        look=Look(look),
        rng=Random(SEED),
    )
    window.resize(*size)
    window.show()
    while window.reading.rounds is None:
        settle()
    return window


def screens(window: QuizWindow) -> Iterator[str]:
    """Play a round, by keys; say the name of each screen when it is there."""

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(window.windowHandle(), key)
            settle()

    def shown() -> Phase | None:
        session = window.controller.session
        return session.phase if session else None

    settle()
    yield "start"
    press(Qt.Key.Key_Return)
    while shown() is Phase.NOTED:
        yield "note"
        press(Qt.Key.Key_Return)
    yield "question"
    number = 0
    while shown() is not Phase.FINISHED:
        if shown() is Phase.NOTED:
            yield "note"
            press(Qt.Key.Key_Return)
        verdict = window.controller.session.current.verdict
        number += 1
        if number == 1:
            press(KEYS[verdict.other])
            yield "missed"
        elif number == 2:
            press(KEYS[verdict])
            yield "right"
        elif number == 3:
            press(Qt.Key.Key_3)
            yield "skipped"
        else:
            press(KEYS[verdict if number % 4 else verdict.other])
        press(Qt.Key.Key_Return)
    yield "results"
    yield from _other_screens(window)
    window.controller.start(_asking_how_sure(window))
    press(Qt.Key.Key_1)
    yield "confidence"


def _other_screens(window: QuizWindow) -> Iterator[str]:
    """The screens that a button leads to."""
    for name in ("sources", "support", "safety"):
        getattr(window.asides, f"show_{name}")()
        settle()
        yield name
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
        settle()


def _asking_how_sure(window: QuizWindow):
    from dataclasses import replace

    session = window.controller.session
    return replace(session, answers=(), phase=Phase.ASKING, asks_confidence=True)


def take(folder: Path, size: tuple[int, int], text_size: int) -> dict[str, QPixmap]:
    """Save every screen in both themes; the light ones by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("[0-9][0-9]-*.png"):
        old.unlink()
    light: dict[str, QPixmap] = {}
    for theme in ("light", "dark"):
        window = open_window(size, Preferences(text_size, theme))
        private = ((name, window.grab()) for name in screens(window))
        for number, (name, picture) in enumerate(
            chain(private, lessons(size, text_size, theme)), 1
        ):
            path = folder / f"{number:02}-{name}-{theme}.png"
            if not picture.save(str(path)):
                sys.exit(f"{path} could not be written.")
            print(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
            if theme == "light":
                light.setdefault(name, picture)
        window.close()
        window.deleteLater()
        settle()
    for name, picture in a_kiosk(open_shelf(CONTENT).read().packs[0], size, settle):
        picture.save(str(folder / f"{name}.png"))
        print(f"{name}.png")
        light[name] = picture
    return light


def lessons(size: tuple[int, int], text_size: int, theme: str) -> Iterator[tuple[str, QPixmap]]:
    """A lesson on two screens, and the beginning of one on a single screen."""
    pack, look = open_shelf(CONTENT).read().packs[0], Preferences(text_size, theme)
    yield from a_class(pack, size, look, settle)
    yield from a_class(pack, size, look, settle, alone=True)


def save_small(pictures: dict[str, QPixmap]) -> None:
    """The README's pictures, small enough to keep with the code."""
    folder = ASSETS / "pictures"
    folder.mkdir(exist_ok=True)
    for name in IN_THE_README:
        small = pictures[name].scaledToWidth(
            README_WIDTH, Qt.TransformationMode.SmoothTransformation
        )
        path = folder / f"{name}.png"
        small.toImage().save(str(path))
        print(path.relative_to(ROOT))


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(prog="make pictures", description=__doc__)
    parser.add_argument("--readme", action="store_true", help="also the README's pictures")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--text-size", type=int, default=100)
    parser.add_argument("--out", type=Path, default=ROOT / "pictures")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    qInstallMessageHandler(say)
    app = make_application()
    pictures = take(asked.out, (width, height), asked.text_size)
    if asked.readme:
        save_small(pictures)
    app.quit()


if __name__ == "__main__":
    main()
