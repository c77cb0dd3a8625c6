"""A whole lesson in a process of its own that has two virtual screens, placed by Qt itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": height}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width, height in (("desk", 0, 1280, 800), ("wall", 1280, 1920, 1080))
    ],
}

LESSON = """
import json, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from quiz import app, options

asked = options.read(sys.argv[1:])
packs = app._open_shelf(asked.content).read().packs
qt = app.make_application()
windows = app.class_windows(asked, packs, qt)
console, wall = windows.console, windows.wall
windows.show()
QTest.qWaitForWindowActive(console)
stages, seen = [], set()
QTest.keyClick(console.windowHandle(), Qt.Key.Key_F5)
while console.lesson.can_go_forward:
    qt.processEvents()
    stages.append(console.lesson.stage.value)
    seen.add((wall.isVisible(), wall.screen().name(), console.screen().name()))
    seen.add(wall.geometry().getRect())
    QTest.keyClick(console.windowHandle(), Qt.Key.Key_PageDown)
print(json.dumps([stages, sorted(map(list, seen), key=str)]))
"""


def test_a_lesson_with_the_wall_on_a_screen_of_its_own(tmp_path, small_pack):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(SCREENS))
    asked = ["class", "--age-band", "18+", "--questions", "2", "--seed", "5"]
    done = subprocess.run(
        [sys.executable, "-B", "-c", LESSON, *asked, "--content", str(small_pack)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    stages, seen = json.loads(done.stdout)
    assert stages == ["rules", *["vote", "answer", "why"] * 2, "signpost"]
    assert seen == [[1280, 0, 1920, 1080], [True, "wall", "desk"]]


FAULTY_PLAN = """
import sys
from quiz import app, options

asked = options.read(sys.argv[1:])
packs = app._open_shelf(asked.content).read().packs
windows = app.class_windows(asked, packs, app.make_application())
windows.show()
print(windows.console.planning.notice.text())
print(windows.console.plan.length, len(windows.console.desk.questions))
"""


def test_a_plan_with_a_fault_is_taken_as_far_as_it_goes_and_the_fault_is_told(tmp_path, small_pack):
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "pack: sleep\nage_band: 18+\nlength: 99\nquestions: [no-such-one, night-long]\n"
    )
    asked = ["class", "--plan", str(plan), "--seed", "-1"]
    done = subprocess.run(
        [sys.executable, "-B", "-c", FAULTY_PLAN, *asked, "--content", str(small_pack)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "plan.yaml:3" in done.stdout
    assert "no question 'no-such-one'" in done.stdout
    assert done.stdout.splitlines()[-1] == "8 1"


LEFT_OUT = """
import sys
from PySide6.QtCore import QTimer
from quiz import app

real = app.class_windows
def watched(*arguments):
    windows = real(*arguments)
    def look():
        print(windows.console.planning.left_out.text())
        print(windows.console.planning.left_out.isVisible())
        windows.console.close()
    QTimer.singleShot(0, look)
    return windows
app.class_windows = watched
sys.exit(app.main(sys.argv[1:]))
"""


def test_a_question_broken_before_the_lesson_is_left_out_told_and_the_rest_plays(
    tmp_path, small_pack
):
    content = tmp_path / "content"
    shutil.copytree(small_pack, content)
    file = next(content.glob("*/questions/*.yaml"))
    file.write_text(file.read_text().replace("verdict: myth", "verdict: no", 1))
    done = subprocess.run(
        [sys.executable, "-B", "-c", LEFT_OUT, "class", "--content", str(content)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    head, fault, seen = done.stdout.splitlines()
    assert head == "Some of the content has a fault and is left out. The rest plays."
    assert f"questions/{file.name}:" in fault
    assert "verdict" in fault
    assert seen == "True"
