"""A program that is a kiosk with visitors and staff: `python main.py kiosk` as its child runs it.

python kiosk_sitting.py ROOT HOW [options of kiosk]      HOW: visitors; wrong-pin, where staff come
after them and have forgotten theirs; or staff, who save the counts (the PIN has to be 246801)
"""

from __future__ import annotations

import os
import sys
import traceback

ROOT, HOW, *OPTIONS = sys.argv[1:]
sys.path.insert(0, ROOT)
sys.dont_write_bytecode = True  # as main.py has it

from datetime import date, timedelta  # noqa: E402

from quiz import app  # noqa: E402
from quiz.kiosk import child as kiosk_child  # noqa: E402

PIN = "246801"
VISITORS = 12
MOST_STEPS = 60
"""Touches of one visitor: more than a round takes."""

real_window = kiosk_child.kiosk_window


class People:
    """One after the other before `window`. Qt is imported as late as in the program itself."""

    def __init__(self, window):
        from PySide6.QtCore import QTimer

        self.window = window
        self.steps = self.story()
        self.next = QTimer(window, interval=1)
        self.next.timeout.connect(self.go_on)
        self.next.start()

    def go_on(self):
        if not self.window.isVisible():
            return
        try:
            next(self.steps, None)
        except Exception:  # noqa: BLE001  (the kiosk itself would go on)
            traceback.print_exc()
            os._exit(3)

    def touch(self, x, y):
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        handle = self.window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def touch_one_of(self, *names):
        """Touch the first of these buttons that is there; whether one was."""
        from PySide6.QtWidgets import QAbstractButton

        shown = {
            button.text(): button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        }
        there = [shown[name] for name in names if name in shown]
        if there:
            middle = there[0].mapTo(self.window, there[0].rect().center())
            self.touch(middle.x(), middle.y())
        return bool(there)

    def story(self):
        for number in range(VISITORS):
            yield from self.visitor(to_the_end=number == 0)
        if HOW != "visitors":
            yield from self.staff()
        self.window._leave(0)  # as the system does it, where staff did not
        yield

    def visitor(self, *, to_the_end):
        self.touch(self.window.width() // 2, 2)
        yield
        for _ in range(MOST_STEPS):
            if not to_the_end and self.window.visit.answers:
                break
            if not self.touch_one_of("Start", "Continue", "Myth", "Next", "Results"):
                break
            yield
        assert self.window.visit.answers
        assert self.touch_one_of("I'm done"), "no way out"
        yield
        assert self.window.visit is None

    def staff(self):
        tomorrow = date.today() + timedelta(days=1)
        self.window._around.tally._today = lambda: tomorrow
        self.window.open_staff()
        yield
        touches = [*"111111", "Open"]
        if HOW == "staff":
            touches += [*PIN, "Open", "Counts", "Save counts"]
            touches += ["Program", "Leave the program", "Yes, leave"]
        for name in touches:
            assert self.touch_one_of(name), f"no {name}"
            yield


def window_with_people(found, application, *more):
    """The real window, and people before it."""
    from quiz.ui import settle
    from quiz.ui.kiosk import lockdown

    lockdown.DEAF = settle.SETTLING = 0.0  # nobody here touches twice by mistake
    window = real_window(found, application, *more)
    window.people = People(window)
    return window


kiosk_child.kiosk_window = window_with_people
sys.exit(app.main(["kiosk", "--watched", *OPTIONS]))
