"""A program that plays a whole sitting on the real program, from start-up to Leave quickly.

python whole_sitting.py ROOT HOW [arguments of main.py]      HOW: plain, reviews, preferences;
class, or class-saves, with `class` among the arguments
"""

from __future__ import annotations

import sys

ROOT, HOW, *ARGUMENTS = sys.argv[1:]
sys.path.insert(0, ROOT)
sys.dont_write_bytecode = True  # as main.py has it

from pathlib import Path  # noqa: E402

from quiz import app  # noqa: E402

real_window = app.private_window


def window_with_a_person(asked):
    """The real window, and somebody who begins to play once it is ready."""
    from PySide6.QtCore import QObject, Qt, QTimer
    from PySide6.QtTest import QTest

    from quiz.model.session import Phase

    class Sitting(QObject):
        def __init__(self, window):
            super().__init__(window)
            self.window = window
            self.plays = QTimer(self, interval=0)
            self.plays.timeout.connect(self.go_on)
            window.ready.connect(self.plays.start)
            self.rounds = 0

        def press(self, key):
            QTest.keyClick(self.window.windowHandle(), key)

        def go_on(self):
            session = self.window.controller.session
            if session is None:
                self.prepare()
                self.press(Qt.Key.Key_Return)
            elif session.phase is Phase.FINISHED:
                self.plays.stop()
                self.look_about()
            elif session.phase in (Phase.ASKING, Phase.ANSWERED):
                self.press(Qt.Key.Key_1)
            else:
                self.press(Qt.Key.Key_Return)

        def prepare(self):
            if HOW == "reviews":
                self.window.asides.show_remember()
                self.window.asides.remember.keep.click()
                self.window.stack.back()
            elif HOW == "preferences":
                self.window.bar.adjust.click()
                self.window.preferences.keep.click()
                self.window.preferences.larger.click()

        def look_about(self):
            window = self.window
            window.asides.show_sources()
            window.asides.sources.evidence._copy.click()
            window.asides.show_support()
            window.asides.show_safety()
            window.asides.show_remember()
            window.asides.show_problems()
            window.pause()
            window.way_out.cover.lift()
            window.show_mishap()
            for _ in range(3):
                self.press(Qt.Key.Key_Shift)

    window = real_window(asked)
    window.sitting = Sitting(window)
    return window


real_class = app.class_windows


def class_with_a_teacher(*arguments):
    """The real windows of a class, and somebody who takes it from the plan to its end."""
    from PySide6.QtCore import QTimer

    windows = real_class(*arguments)
    console = windows.console

    def teach():
        if HOW == "class-saves":
            console.planning.save_wanted.emit("my lesson")
            console.planning.print_wanted.emit("worksheet", "my papers")
            console.planning.print_wanted.emit("key", "my papers.odt")
        console.begin()
        for _ in range(12):
            console.go("forward")
        if HOW == "class-saves":
            console.running.save_wanted.emit("my results")
        console.leave()
        console.end()

    QTimer.singleShot(200, teach)
    return windows


app.private_window = window_with_a_person
app.class_windows = class_with_a_teacher
code = app.main(ARGUMENTS)
print("left", code, Path.cwd())
sys.exit(code)
