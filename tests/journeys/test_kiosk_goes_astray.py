"""An error inside the real kiosk: the visitor's view is wiped, the third in a minute ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

KIOSK = '''
import os, sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from quiz import app, options
from quiz.kiosk import child as kiosk_child
from quiz.ui.controller import SessionController
from quiz.ui.kiosk.mishaps import KioskMishaps

def end():
    print("gave up", flush=True)
    os._exit(1)

mishaps = KioskMishaps(end)
mishaps.install()
found = kiosk_child.find(options.read(["kiosk", "--seed", "3"]))
qt = app.make_application()
window = kiosk_child.kiosk_window(found, qt, lambda: None, 3)
mishaps.wipe_with(window.take_mishap)
window.begin()

def astray(self):
    raise ValueError("what somebody answered")

SessionController.skip = astray

def touch(widget, met):
    """As long as it is deaf, a moment after each change of the view, somebody touches it again."""
    for _ in range(500):
        if met():
            return
        place = widget.mapTo(window, widget.rect().center())
        QTest.mouseClick(window.windowHandle(), Qt.LeftButton, Qt.NoModifier, place)
        QTest.qWait(10)
    sys.exit("it did not come to that")

for _ in range(3):
    touch(window.attract, lambda: window.visit is not None)
    visit = window.visit
    visit.chosen("start")
    while (note := visit.page.button("proceed")) is not None:
        note.click()
    touch(visit.page.button("skip"), lambda: window.visit is None)
    print(window.attract.isVisible(), window.faults, flush=True)
'''


def test_it_wipes_tells_and_gives_up_at_the_third(tmp_path):
    done = subprocess.run(
        [sys.executable, "-B", "-c", KIOSK],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 3, done.stderr
    assert lines[0] == lines[1]
    assert lines[0].startswith("True ('unexpected ValueError at <string>:")
    assert lines[2] == "gave up"
    assert done.returncode == 1
    assert "what somebody answered" not in done.stdout + done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("unexpected")]
    assert len(told) == 3
