"""A kiosk as processes: the real child under the real parent, off screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-B", str(ROOT / "main.py"), "kiosk"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks into /proc"),
]


def wait_for(met: Callable[[], object], seconds: float) -> None:
    began = time.monotonic()
    while not met():
        assert time.monotonic() - began < seconds, "it did not come to that"
        time.sleep(0.02)


@pytest.fixture
def parent(tmp_path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        COMMAND,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    yield process
    process.terminate()
    process.communicate(timeout=30)


def child_of(process: subprocess.Popen[str]) -> int:
    """The child that a visitor sees, 0 between two of them."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return int(children[0]) if children else 0


def is_up(child: int) -> bool:
    """Whether a child has loaded the interface, so that it is on its way to the resting screen."""
    try:
        return "libQt6Widgets" in Path(f"/proc/{child}/maps").read_text()
    except OSError:
        return False


def test_killed_again_and_again_it_stands_up_within_ten_seconds(parent):
    seen = []
    for _ in range(4):
        wait_for(lambda: (child := child_of(parent)) not in (0, *seen) and is_up(child), 10)
        seen.append(child_of(parent))
        words = Path(f"/proc/{seen[-1]}/cmdline").read_text().rstrip("\0").split("\0")
        os.kill(seen[-1], signal.SIGKILL)
    assert words[-2:] == ["--watched", "--shipped-content-only"]
    wait_for(lambda: child_of(parent) not in (0, *seen), 10)
    began = time.monotonic()
    parent.terminate()
    words_of_qt = "This plugin does not support"  # and nobody asked it to
    lines = parent.communicate(timeout=30)[1].splitlines()
    told = [line for line in lines if not line.startswith(words_of_qt)]
    assert time.monotonic() - began < 2
    assert parent.returncode == -signal.SIGTERM
    assert told == [
        *["The kiosk ended with -9 and is started again."] * 3,
        "It ended too soon too often: the kiosk plays only what it came with.",
        "The kiosk ended with -9 and is started again.",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next beat notices")
def test_a_child_is_gone_at_once_with_its_parent(parent):
    """Two kiosks would have a window each, where somebody starts another one at once."""
    wait_for(lambda: (child := child_of(parent)) and is_up(child), 10)
    child = child_of(parent)
    parent.kill()
    wait_for(lambda: not Path(f"/proc/{child}/maps").exists() or not is_up(child), 0.5)


def test_the_child_beats_from_its_resting_screen_and_ends_when_nobody_listens(tmp_path):
    child = subprocess.Popen(
        [*COMMAND, "--watched"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    began = time.monotonic()
    beats = []
    for _ in range(3):
        beats.append(child.stdout.readline())
        assert time.monotonic() - began < 10 + 5 * len(beats)  # R104: every 5 s at least
    assert beats == [b"beat 600\n"] * 3
    child.stdout.close()
    assert child.wait(3) == 1
