"""The real kiosk on an X server: touched, attacked, killed, and its screens changed under it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from virtual_screen import missing_tools, virtual_screen

ROOT = Path(__file__).parents[2]
TOOLS = ("xdotool", "xrandr", "xwininfo")
WIDE, HIGH = 3200, 1080
MAIN, WALL = "1280/340x800/210+0+0", "1920/510x1080/290+1280+0"

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing_tools(*TOOLS)), reason=missing_tools(*TOOLS)),
]

# What is on the screen, told as the colours of some places whenever a line comes in.
EYE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
for line in sys.stdin:
    app.processEvents()
    x, y = map(int, line.split())
    print(app.primaryScreen().grabWindow(0, x, y, 1, 1).toImage().pixelColor(0, 0).name())
    sys.stdout.flush()
"""

INTRUDER = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("somebody else's window")
label.setStyleSheet("background: #00ff00")
label.setGeometry(100, 100, 400, 300)
label.show()
app.exec()
"""

DARK, LIGHT, BLACK, GREEN = "#12161f", "#faf8f3", "#000000", "#00ff00"
EDGE = 3, 400  # at the left edge: the ground of whatever is shown
MIDDLE = 300, 250


class Room:
    """A kiosk that runs on a screen of its own."""

    def __init__(self, environment: dict[str, str], home: Path) -> None:
        self.environment = environment
        self.monitors(MAIN)
        self._eye = self._start("-c", EYE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        site = home / "site.yaml"
        site.write_text("screen_width_mm: 340\n")
        self.kiosk = self._start(str(ROOT / "main.py"), "kiosk", "--site", str(site))
        self._others: list[subprocess.Popen] = []

    def _start(self, *words: str, **more) -> subprocess.Popen:
        more = {"stderr": subprocess.DEVNULL, **more}
        return subprocess.Popen([sys.executable, "-B", *words], env=self.environment, **more)

    def tool(self, *words: str) -> str:
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def monitors(self, main: str, wall: str = "") -> None:
        """One X screen, told to be one or two monitors."""
        self.tool("xrandr", "--setmonitor", "main", main, "screen")
        if wall:
            self.tool("xrandr", "--setmonitor", "wall", wall, "none")
        else:
            self.tool("xrandr", "--delmonitor", "wall")

    def colour(self, x: int, y: int) -> str:
        self._eye.stdin.write(f"{x} {y}\n")
        self._eye.stdin.flush()
        return self._eye.stdout.readline().strip()

    def until(self, met: Callable[[], bool], what: str, seconds: float = 10.0) -> float:
        began = time.monotonic()
        while not met():
            assert time.monotonic() - began < seconds, f"never came: {what}"
            time.sleep(0.05)
        return time.monotonic() - began

    def until_resting(self, seconds: float = 10.0) -> float:
        return self.until(lambda: self.colour(*EDGE) == DARK, "the resting screen", seconds)

    def until_visited(self) -> float:
        return self.until(lambda: self.colour(*EDGE) == LIGHT, "a visit")

    def wake(self) -> None:
        """Touch where the page that comes has no button; again if it was too early."""

        def woken() -> bool:
            self.tool("xdotool", "mousemove", "640", "300", "click", "1")
            return self.colour(*EDGE) == LIGHT

        self.until(woken, "a visit")

    def keys(self, *keys: str) -> None:
        self.tool("xdotool", "key", *keys)

    def window(self) -> str:
        """The kiosk's window, by its size."""
        for number in self.tool("xdotool", "search", "--name", "Myth or Reality").split():
            if "Width: 1280" in self.tool("xwininfo", "-id", number):
                return number
        return ""

    def intrude(self) -> None:
        self._others.append(self._start("-c", INTRUDER))

    @property
    def child(self) -> int:
        path = Path(f"/proc/{self.kiosk.pid}/task/{self.kiosk.pid}/children")
        words = path.read_text().split()
        return int(words[0]) if words else 0

    def close(self) -> None:
        for process in (*self._others, self.kiosk, self._eye):
            process.terminate()
            process.communicate(timeout=30)


@pytest.fixture
def room(tmp_path) -> Iterator[Room]:
    with virtual_screen(f"{WIDE}x{HIGH}") as environment:
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            environment[name] = str(tmp_path)
        made = Room(environment, tmp_path)
        try:
            made.until_resting(30)
            yield made
        finally:
            made.close()


def test_a_visitor_comes_and_goes_and_nothing_else_gets_in(room):
    room.wake()
    room.keys("alt+F4", "ctrl+q", "ctrl+w", "F1", "F11", "Print", "Menu")
    room.tool("xdotool", "click", "3")
    assert room.colour(*EDGE) == LIGHT
    room.tool("xdotool", "windowminimize", room.window())
    room.until(lambda: room.colour(*EDGE) == BLACK, "nothing")
    room.until_visited()
    room.keys("super+d")  # show the desktop
    room.until(lambda: room.colour(*EDGE) == BLACK, "nothing")
    room.until_visited()
    room.intrude()
    room.until(lambda: room.colour(*MIDDLE) == GREEN, "somebody else's window")
    room.until(lambda: room.colour(*MIDDLE) != GREEN, "the kiosk in front again", 5)
    room.until(lambda: room.tool("xdotool", "getwindowfocus") == room.window(), "the focus")
    room.keys("Escape")
    room.until_resting(2)


def test_killed_in_the_middle_of_a_visit_it_rests_again_within_ten_seconds(room):
    room.wake()
    os.kill(room.child, signal.SIGKILL)
    assert room.until_resting(10) <= 10


def test_monitors_that_come_and_go(room):
    beyond = 2000, 500
    for _ in range(2):
        room.monitors(MAIN, WALL)
        room.until(lambda: "Map State" in room.tool("xwininfo", "-root"), "the server")
        room.until(lambda: "1920x1080+1280+0" in room.tool("xwininfo", "-root", "-tree"), "black")
        assert room.colour(*beyond) == BLACK
        assert room.colour(*EDGE) == DARK
        room.monitors(MAIN)
        room.until(
            lambda: "1920x1080+1280+0" not in room.tool("xwininfo", "-root", "-tree"), "it gone"
        )
    room.wake()
