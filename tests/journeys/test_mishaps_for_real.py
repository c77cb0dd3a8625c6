"""A fault inside the running program: a screen with a way on and a way out, and one line."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True
from quiz import app
real = app.private_window

def faulty(asked):
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget
    window = real(asked)
    HOW = sys.argv[2]

    def fail(*_):
        raise ValueError("the answer to the secret statement is myth")

    class Faulty(QWidget):
        def paintEvent(self, event):
            fail()

    def press(*keys):
        for key in keys:
            QTest.keyClick(window.windowHandle(), key)

    def slot():
        window.controller.changed.connect(fail)
        press(Qt.Key.Key_Return)
        QTimer.singleShot(0, look)

    def virtual():
        press(Qt.Key.Key_Return)
        faulty = Faulty(window.question)
        faulty.show()
        def paint(times=30):
            # Left to Qt: what is painted at once would raise here.
            faulty.update()
            QTimer.singleShot(5, look if not times else lambda: paint(times - 1))
        paint()

    def shown_again():
        # The screen for faults fails as well.
        type(window).mishap = property(fail)
        slot()

    def look():
        shown = window.stack.currentWidget()
        print("SHOWN", type(shown).__name__, window.bar.leave.isVisible(), flush=True)
        if HOW == "slot":
            window.controller.changed.disconnect(fail)
        if HOW in ("slot", "virtual"):
            shown.to_start.click()
            print("THEN", type(window.stack.currentWidget()).__name__, flush=True)
            window.start.start.click()
            print("PLAYS", window.controller.session is not None, flush=True)
        # The faulty part is painted again by now, and it must not keep anybody here.
        QTimer.singleShot(0, window.bar.leave.click)

    def interrupted():
        print("READY", flush=True)
        beat = QTimer(window, interval=20)
        beat.timeout.connect(lambda: None)
        beat.start()

    act = {"slot": slot, "virtual": virtual, "again": shown_again, "interrupt": interrupted}
    if HOW == "start":
        fail()
    window.ready.connect(lambda: QTimer.singleShot(0, act[HOW]))
    return window

app.private_window = faulty
sys.exit(app.main([]))
"""

LINE = re.compile(
    r"^(Error calling Python override of \S+ )?unexpected ValueError at [^ ]+:\d+( < [^ ]+:\d+)*$"
)


def start(how: str, **asked: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(ROOT), how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **asked},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(how: str, **asked: str) -> tuple[int, list[str], list[str]]:
    """The exit code, and the lines of standard output and standard error."""
    process = start(how, **asked)
    try:
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.communicate()
    lines = [line for line in err.splitlines() if "propagateSizeHints" not in line]
    return process.returncode, out.splitlines(), lines


@pytest.mark.parametrize("how", ["slot", "virtual"])
def test_a_fault_shows_a_screen_and_play_can_go_on(how):
    code, out, err = run(how, QUIZ_DIAGNOSE="1")
    assert out == ["SHOWN MishapScreen True", "THEN StartScreen", "PLAYS True"]
    assert code == 0
    assert [line for line in err if not LINE.match(line)] == []
    assert len(err) in (1, 2)  # thirty faulty paintings are one line, not thirty
    assert "myth" not in "".join(err)


@pytest.mark.parametrize("how", ["slot", "virtual", "again"])
def test_unless_asked_for_no_line_says_where_it_failed(how):
    code, out, err = run(how)
    assert code == 0
    assert out[0].startswith("SHOWN")
    assert "unexpected" not in "".join(err)
    assert ".py" not in "".join(err)


def test_where_the_screen_for_faults_fails_too_the_way_out_is_still_there():
    code, out, err = run("again", QUIZ_DIAGNOSE="1")
    assert code == 0
    assert out == ["SHOWN QuestionScreen True"]
    assert err[-1] == "the mishap could not be shown"


def test_a_fault_before_there_is_a_window_is_a_line_and_an_end():
    code, out, err = run("start")
    assert (code, out) == (1, [])
    assert len(err) == 1
    assert LINE.match(err[0])


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C comes as a signal on POSIX")
def test_ctrl_c_leaves_and_is_no_mishap():
    with start("interrupt") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "READY\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "unexpected" not in err
    assert "Traceback" not in err
