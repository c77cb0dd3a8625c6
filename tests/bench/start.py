"""Start-up: from process start to the first painted start screen, beside a bare window.

Both are started in turn in one run, byte code and caches warm; the ratio of the medians is what
counts. Bars (issue "The quiz runs"): 1.5 with the shipped pack, 1.9 with 1,000 questions, peak
memory 1.3.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget, QVBoxLayout
app = QApplication([])
window = QWidget()
QVBoxLayout(window).addWidget(QLabel("Hello"))
window.resize(1280, 800)
"""

OURS = """
import sys
sys.path.insert(0, {root!r})
from random import Random
from pathlib import Path
from quiz import app as story, options
asked = options.read([])
import dataclasses
asked = dataclasses.replace(asked, content=Path({content!r}))
app = story.make_application()
window = story.private_window(asked)
window.resize(1280, 800)
"""

FIRST_PICTURE = """
import resource, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            # Ahead of every timer: handled as soon as this picture is done.
            told = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, told, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event):
        if event.type() == QEvent.Type.User:
            print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
            QTimer.singleShot(300, self.end)
        return super().event(event)

    def end(self):
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        print(*sorted(n for n in sys.modules if n.startswith("PySide6.")), flush=True)
        app.quit()

watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""


def once(program: str) -> tuple[float, float, str]:
    """Seconds to the first picture, peak memory in MB, and the Qt modules loaded."""
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [sys.executable, "-c", program + FIRST_PICTURE],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    painted, peak, modules = done.stdout.strip().splitlines()[-3:]
    return float(painted) - began, int(peak) / 1024, modules


def compare(content: Path, pairs: int) -> tuple[float, float, float, float, str]:
    """Medians of both: seconds bare and ours, MB bare and ours; the modules of ours."""
    program = OURS.format(root=str(ROOT), content=str(content))
    once(BARE), once(program)
    runs = [(once(BARE), once(program)) for _ in range(pairs)]
    medians = [
        statistics.median(run[which][what] for run in runs) for what in (0, 1) for which in (0, 1)
    ]
    return (*medians, runs[-1][1][2])


def main() -> None:
    """Print the table."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"start to first picture, median of {pairs} pairs taken in turn")
    print(
        f"{'pack':<18}{'bare s':>9}{'ours s':>9}{'ratio':>8}{'bare MB':>9}{'ours MB':>9}{'ratio':>8}"  # noqa: E501
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (
            ("shipped", Path(os.environ.get("BENCH_CONTENT", ROOT / "content"))),
            ("1,000", large_pack(Path(folder))),
        ):
            bare, ours, bare_mb, ours_mb, modules = compare(content, pairs)
            print(
                f"{name:<18}{bare:>9.3f}{ours:>9.3f}{ours / bare:>8.2f}"
                f"{bare_mb:>9.1f}{ours_mb:>9.1f}{ours_mb / bare_mb:>8.2f}"
            )
    print(f"Qt modules loaded: {modules}")


def large_pack(folder: Path, times: int = 1000) -> Path:
    """A content folder whose one pack has the shipped questions over and over, `times` in all."""
    shipped = Path(os.environ.get("BENCH_CONTENT", ROOT / "content")) / "sex-therapy"
    target = folder / "content" / "large"
    (target / "questions").mkdir(parents=True)
    for name in ("pack.yaml", "sources.yaml"):
        (target / name).write_bytes((shipped / name).read_bytes())
    files = sorted((shipped / "questions").glob("*.yaml"))
    blocks = {
        file.name: re.split(r"(?m)^(?=- id: )", file.read_text("utf-8"))[1:] for file in files
    }
    made, turn = 0, 0
    out: dict[str, list[str]] = {name: [] for name in blocks}
    while made < times:
        for name, questions in blocks.items():
            for block in questions[: times - made]:
                named = re.sub(r"(?m)^(- id|  twin): (\S+?)(-b)?$", rf"\1: \2-n{turn}\3", block)
                out[name].append(named)
            made = sum(map(len, out.values()))
        turn += 1
    for name, questions in out.items():
        (target / "questions" / name).write_text("".join(questions), "utf-8")
    return folder / "content"


if __name__ == "__main__":
    main()
