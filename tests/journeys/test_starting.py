"""Starting for real, in a process of its own: no screen, wrong use, and an end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.app import missing_screen

ROOT = Path(__file__).parents[2]

NO_SCREEN = (
    "Myth or Reality needs a screen, and there is none here: "
    "start it in a desktop session, or use `make pictures` to see the screens as pictures.\n"
)


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program with an environment that has no screen, and what is added."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    plain = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, "-B", str(ROOT / "main.py"), *arguments],
        env={**plain, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ":4711"}, {"DISPLAY": ""}, {"WAYLAND_DISPLAY": ""}],
    ids=["nothing", "an X server that is gone", "an empty name", "an empty Wayland name"],
)
def test_without_a_screen_it_says_so_in_a_sentence(environment):
    done = start(**environment)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_SCREEN)


@pytest.mark.parametrize(
    ("command", "library"), [((), "PySide6"), (("check",), "yaml"), (("class",), "yaml")]
)
def test_without_its_libraries_it_says_what_to_run(command, library):
    without = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-S", "-B", str(ROOT / "main.py"), *command],
        env={**without, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = (
        f"{library} is missing here: run `make run` first, then `.venv/bin/python main.py` "
        "(README.md, Try it).\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--questions", "0"], "'0' is not a number from 1 to 1000"),
        (["--text-size", "90"], "'90' is not a number from 100 to 200"),
        (["--topics", ","], "name at least one topic"),
        (["--theme", "pink"], "invalid choice: 'pink'"),
        (["--age-band", "3-4"], "invalid choice: '3-4'"),
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["check", "/a/folder", "/another"], "unrecognized arguments: /another"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_ends_with_two_and_says_what(arguments, said):
    done = start(*arguments, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_help_is_no_fault():
    done = start("--help")
    assert done.returncode == 0
    assert "--text-size" in done.stdout


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": "elsewhere:0"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": ":4711.0"}, True),
        ({}, True),
    ],
)
def test_what_counts_as_a_screen(environment, missing):
    assert bool(missing_screen("linux", environment)) is missing
    assert missing_screen("win32", environment) == ""
    assert missing_screen("darwin", environment) == ""


def test_it_starts_paints_and_ends(tmp_path):
    """The real application, left by its own way out."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from quiz import app\n"
        "from quiz.ui.window import QuizWindow\n"
        "ready = QuizWindow._ready\n"
        "def leave(window):\n"
        "    ready(window); print('ready'); window.bar.leave.click()\n"
        "QuizWindow._ready = leave\n"
        "sys.exit(app.main([]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(ROOT)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "ready\n"), done.stderr
    assert list(tmp_path.iterdir()) == []
