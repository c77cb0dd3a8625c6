"""Sittings in a row through the real window, watched for growth.

    make soak                     two thousand sittings
    make soak ARGS="--sittings 200 --questions 5"

Each sitting is played by keys: answers right, wrong and skipped, with and without ratings, a retry
here and there, the sources, another text size. Then all of it is counted: widgets and other Qt
objects, Python's objects, references to None and True (a fault of one release of PySide6 loses
them), and memory. Exits with 1 where something grew.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import (  # noqa: E402  (the platform is chosen first)
    QCoreApplication,
    QEvent,
    QObject,
    Qt,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from quiz.model.preferences import Preferences  # noqa: E402
from quiz.model.session import Phase  # noqa: E402
from quiz.model.setting import PRIVATE  # noqa: E402
from quiz.packs.shelf import open_shelf  # noqa: E402
from quiz.ui.look import Look  # noqa: E402
from quiz.ui.window import QuizWindow, default_choices  # noqa: E402

SITTINGS = 2_000
ROWS = 20
MOST_MB = 2.0
"""Growth from the end of the first quarter to the end that a run of 2,000 sittings may show."""
MOST_OBJECTS = 500
"""Python objects: what interpreters and caches gather by the way."""


@dataclass(frozen=True)
class Count:
    """What there is after so many sittings."""

    sittings: int
    answers: int
    widgets: int
    qt_objects: int
    objects: int
    none_references: int
    true_references: int
    megabytes: float

    HEAD = ("sittings", "answers", "widgets", "Qt objects", "objects", "None", "True", "MB")

    def row(self) -> str:
        """One line of the table."""
        figures = (
            self.sittings,
            self.answers,
            self.widgets,
            self.qt_objects,
            self.objects,
            self.none_references,
            self.true_references,
        )
        return "".join(f"{figure:>11,}" for figure in figures) + f"{self.megabytes:>11.1f}"


def settle() -> None:
    """What an event loop does between two keys."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def megabytes() -> float:
    """Memory in use now (Linux; 0 elsewhere)."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Soak:
    """Plays sittings in one window, and counts."""

    def __init__(self, content: Path, questions: int, seed: int) -> None:
        self._rng = Random(seed)
        setting = replace(PRIVATE, questions=questions)
        self.window = QuizWindow(
            lambda: open_shelf(content),
            setting,
            choices=default_choices(setting),
            look=Look(Preferences(100, "light")),
            rng=Random(seed),
        )
        self.window.resize(1280, 800)
        self.window.show()
        while self.window.reading.rounds is None:
            settle()
        self.sittings = 0
        self.answers = 0

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier or Qt.KeyboardModifier.NoModifier)
        settle()

    def play(self) -> None:
        """One sitting, from the start screen to the start screen."""
        window, rng = self.window, self._rng
        self._press(Qt.Key.Key_Return)
        if rng.random() < 0.3:
            session = window.controller.session
            window.controller.start(replace(session, asks_confidence=True))
        retried = 0
        while True:
            phase = window.controller.session.phase
            if phase is Phase.FINISHED:
                if retried == 2 or rng.random() < 0.6 or not window.results.again.isVisible():
                    break
                retried += 1
                window.results.again.setFocus()
                self._press(Qt.Key.Key_Space)
            elif phase is Phase.REVEALED:
                self._press(Qt.Key.Key_Return)
            else:
                self.answers += phase is Phase.ASKING
                self._press(rng.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)))
        if rng.random() < 0.1:
            window.asides.show_sources()
            settle()
            self._press(Qt.Key.Key_Escape)
        if rng.random() < 0.05:
            self._press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
            self._press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        window.results.to_start.setFocus()
        self._press(Qt.Key.Key_Space)
        self.sittings += 1

    def count(self) -> Count:
        """Count what there is now."""
        settle()
        gc.collect()
        return Count(
            self.sittings,
            self.answers,
            len(QApplication.allWidgets()),
            len(self.window.findChildren(QObject)),
            len(gc.get_objects()),
            sys.getrefcount(None),
            sys.getrefcount(True),
            megabytes(),
        )

    def close(self) -> None:
        """Leave nothing open."""
        self.window.close()
        self.window.deleteLater()
        settle()


def growth(counts: list[Count]) -> list[str]:
    """What grew from the end of the first quarter to the end, in sentences."""
    early, late = counts[max(0, len(counts) // 4 - 1)], counts[-1]
    found = []
    for name, was, now, most in (
        ("widgets", early.widgets, late.widgets, 0),
        ("Qt objects", early.qt_objects, late.qt_objects, 0),
        ("Python objects", early.objects, late.objects, MOST_OBJECTS),
        ("memory in MB", early.megabytes, late.megabytes, MOST_MB),
    ):
        # The last results list stays until the next one: it may be longer than the earlier one.
        slack = most or was * 0.05
        if now - was > slack:
            found.append(f"{name} grew from {was:,.1f} to {now:,.1f}")
    for name, was, now in (
        ("None", early.none_references, late.none_references),
        ("True", early.true_references, late.true_references),
    ):
        if now < was - 500:
            found.append(f"references to {name} were lost: {was:,} before, {now:,} now")
    return found


def main() -> int:
    """Play, print the table, and say what grew."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--sittings", type=int, default=SITTINGS)
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    asked = parser.parse_args()
    qInstallMessageHandler(lambda *_: None)  # the off-screen platform says a line about each window
    from quiz.app import make_application

    app = make_application()
    gc.enable()
    soak = Soak(asked.content, asked.questions, asked.seed)
    began = time.perf_counter()
    print("".join(f"{head:>11}" for head in Count.HEAD))
    counts: list[Count] = []
    for index in range(1, asked.sittings + 1):
        soak.play()
        if index % max(1, asked.sittings // ROWS) == 0:
            counts.append(soak.count())
            print(counts[-1].row(), flush=True)
    seconds = time.perf_counter() - began
    print(f"{asked.sittings:,} sittings, {soak.answers:,} answers in {seconds:.0f} s")
    found = growth(counts)
    print("\n".join(found) or "Nothing grew.")
    soak.close()
    app.quit()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
