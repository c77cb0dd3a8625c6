"""From an answer to its painted reveal, beside a bare card of one label and two buttons.

2,000 answers through the real window off screen; each is timed from the key press to the end of
the painting of what it shows. Bars: 99th percentile under 5 ms; at most 2 times the bare card's
median; memory growth from the 500th to the last answer at most 2 MB (20,000 with `--long`).
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QCoreApplication, QEvent, Qt  # noqa: E402  (the platform is chosen first)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quiz.app import make_application, private_window  # noqa: E402
from quiz.model.session import Phase  # noqa: E402
from quiz.options import read  # noqa: E402

ANSWERS = 2_000


def settle(app: QApplication) -> None:
    """Handle everything that waits, painting included."""
    app.sendPostedEvents()
    app.processEvents()


def resident_mb() -> float:
    """Memory in use now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def timed(app: QApplication, act: Callable[[], None]) -> float:
    """Milliseconds from `act` to the end of the painting that it leads to."""
    began = time.perf_counter()
    act()
    settle(app)
    return (time.perf_counter() - began) * 1000


def bare(app: QApplication, times: int) -> list[float]:
    """A bare card: a press gives its one label a whole explanation's words, and it is painted."""
    window = QWidget()
    label = QLabel("0")
    label.setWordWrap(True)
    yes, no = QPushButton("Myth"), QPushButton("Reality")
    row = QHBoxLayout()
    row.addWidget(yes)
    row.addWidget(no)
    column = QVBoxLayout(window)
    column.addWidget(label)
    column.addLayout(row)
    count = iter(range(10**9))
    words = "some words of an explanation that is read " * 13
    yes.clicked.connect(lambda: label.setText(f"Answer {next(count)}: {words}"))
    window.resize(1280, 800)
    window.show()
    settle(app)
    found = [timed(app, lambda: QTest.keyClick(yes, Qt.Key.Key_Space)) for _ in range(times)]
    window.close()
    return found


def ours(app: QApplication, times: int) -> tuple[list[float], float]:
    """Each answer's time, and the growth in MB from the 500th answer to the last."""
    window = private_window(read([]))
    window.resize(1280, 800)
    window._rng = Random(1)
    window.show()
    while window.reading.rounds is None:
        settle(app)
    found: list[float] = []
    at_500 = 0.0
    chance = Random(2)
    while len(found) < times:
        session = window.controller.session
        if session is None or session.phase is Phase.FINISHED:
            # What a running event loop does by itself.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            window.play(window.start.choices)
        elif session.phase is Phase.NOTED:
            window.controller.proceed()
        elif session.phase is Phase.ASKING:
            settle(app)
            key = chance.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3))
            found.append(timed(app, lambda key=key: QTest.keyClick(window, key)))
            if len(found) == 500:
                at_500 = resident_mb()
        else:
            QTest.keyClick(window, Qt.Key.Key_Return)
        settle(app)
    growth = resident_mb() - at_500
    window.close()
    QCoreApplication.sendPostedEvents(None, 0)
    return found, growth


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of `values` lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> None:
    """Print the table."""
    times = 20_000 if "--long" in sys.argv else ANSWERS
    app = make_application()
    ground = bare(app, ANSWERS)
    quiz, growth = ours(app, times)
    print(f"answer to painted reveal, {times} answers, ms")
    print(f"{'':<12}{'median':>9}{'p99':>9}{'worst':>9}")
    for name, values in (("bare card", ground), ("quiz", quiz)):
        print(
            f"{name:<12}{statistics.median(values):>9.2f}{percentile(values, 0.99):>9.2f}"
            f"{max(values):>9.2f}"
        )
    print(f"median ratio {statistics.median(quiz) / statistics.median(ground):.2f} (bar 2)")
    print(f"memory growth from answer 500 to {times}: {growth:.1f} MB (bar 2 MB)")


if __name__ == "__main__":
    main()
