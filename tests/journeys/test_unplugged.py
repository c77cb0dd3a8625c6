"""A projector that is really unplugged: an X server takes the monitor away while a lesson runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from virtual_screen import missing_tools, virtual_screen

ROOT = Path(__file__).parents[2]
DESK, WALL = "1280/340x800/210+0+0", "1920/510x1080/290+1280+0"

LESSON = """
import json, os, subprocess, sys, time
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from quiz import app, options

def xrandr(*arguments):
    subprocess.run(["xrandr", *arguments], check=True, stdout=subprocess.DEVNULL)

class Places(QObject):  # wherever the wall is when it paints itself
    def __init__(self):
        super().__init__()
        self.seen = set()
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.seen.add((watched.screen().name(), *watched.geometry().getRect()))
        return False

asked = options.read(sys.argv[1:])
packs = app._open_shelf(asked.content).read().packs
qt = app.make_application()
windows = app.class_windows(asked, packs, qt)
console, wall, running = windows.console, windows.wall, windows.console.running
places = Places()
wall.installEventFilter(places)
windows.show()
told = []

def key(key):
    QTest.keyClick(console.windowHandle(), key)
    qt.processEvents()

def wait(condition, what):
    end = time.monotonic() + 8
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"never came: {what}")
        QTest.qWait(10)

def tell(when):
    told.append([when, wall.isVisible(), console.lesson.stage.value, running.notice.text()])

wait(console.isActiveWindow, "the console")
key(Qt.Key.Key_F5)
wait(lambda: ("wall", 1280, 0, 1920, 1080) in places.seen, "the wall")
wait(console.isActiveWindow, "the focus back at the console")
key(Qt.Key.Key_PageDown)
key(Qt.Key.Key_PageDown)
words = wall.words
tell("answer")
xrandr("--delmonitor", "wall")
wait(lambda: not wall.isVisible(), "the wall hides")
tell("unplugged")
key(Qt.Key.Key_PageDown)
tell("turned")
xrandr("--setmonitor", "wall", "1024/270x768/200+1280+0", "none")
wait(lambda: ("wall", 1280, 0, 1024, 768) in places.seen, "the wall comes back")
wait(console.isActiveWindow, "the focus back again")
tell("back")
key(Qt.Key.Key_PageUp)
assert wall.words == words
xrandr("--delmonitor", "wall")
wait(lambda: not wall.isVisible(), "the wall hides again")
xrandr("--setmonitor", "wall", "1280/340x800/210+0+0", "none")
wait(lambda: running.wall.isVisible(), "one window for both")
tell("copied")
print(json.dumps([told, sorted(places.seen)]))
sys.stdout.flush()
os._exit(0)
"""

GONE = (
    "The screen of the wall is gone. The lesson waits where it is, and the wall comes back with "
    "the screen."
)
COPIED = (
    "The projector shows a copy of this screen now, so notes and answers are hidden. Extend the "
    "displays in the system's settings, and the wall can have its own again."
)


@pytest.mark.window
@pytest.mark.skipif(bool(missing_tools("xrandr")), reason=missing_tools("xrandr"))
def test_the_wall_hides_never_jumps_and_comes_back(small_pack):
    with virtual_screen("3200x1080") as environment:
        for name, place, output in (("desk", DESK, "screen"), ("wall", WALL, "none")):
            subprocess.run(
                ["xrandr", "--setmonitor", name, place, output],
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        asked = ["class", "--age-band", "18+", "--questions", "2", "--seed", "5"]
        done = subprocess.run(
            [sys.executable, "-B", "-c", LESSON, *asked, "--content", str(small_pack)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    told, places = json.loads(done.stdout)
    assert told == [
        ["answer", True, "answer", ""],
        ["unplugged", False, "answer", GONE],
        ["turned", False, "why", GONE],
        ["back", True, "why", ""],
        ["copied", False, "answer", COPIED],
    ]
    assert places == [["wall", 1280, 0, 1024, 768], ["wall", 1280, 0, 1920, 1080]]
