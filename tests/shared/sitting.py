"""A person at the real window: keys go to whatever has the focus, clicks to whatever is on top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from quiz.model.question import Verdict
from quiz.model.session import Phase
from quiz.ui.window import QuizWindow

NONE = Qt.KeyboardModifier.NoModifier
VERDICT_KEYS = {Verdict.MYTH: Qt.Key.Key_1, Verdict.REALITY: Qt.Key.Key_2}


def settle() -> None:
    """Handle everything that waits: a page that scrolls is laid out after what is in it."""
    for _ in range(3):
        QApplication.processEvents()


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Person:
    """Presses keys and clicks, as somebody in front of `window` does."""

    def __init__(self, window: QuizWindow, clock: Clock) -> None:
        self.window = window
        self.clock = clock

    # With the keyboard

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press and release each key, one after the other."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, modifier)
            settle()

    def type(self, text: str) -> None:
        """Type `text`, letter by letter."""
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)
        settle()

    def hold(self, key: Qt.Key, repeats: int = 20) -> None:
        """Keep a key down: a press, many repeats, and one release."""
        text = "" if key > Qt.Key.Key_Any else chr(key).lower()
        for index in range(repeats):
            self._key(QEvent.Type.KeyPress, key, text, again=index > 0)
        self._key(QEvent.Type.KeyRelease, key, text, again=False)
        settle()

    def _key(self, kind: QEvent.Type, key: Qt.Key, text: str, *, again: bool) -> None:
        focus = QApplication.focusWidget() or self.window
        QApplication.sendEvent(focus, QKeyEvent(kind, key, NONE, text, again))

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def tab_to(self, widget: QWidget, most: int = 60) -> None:
        """Press Tab until `widget` has the focus."""
        for _ in range(most):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {widget!r}")

    # With a pointer

    def click(self, widget: QWidget, at: QPoint | None = None, *, later: float = 1.0) -> None:
        """Click in the middle of `widget`, `later` seconds after what was before."""
        self.clock.now += later
        self._wheel_to(widget)
        where = self.place(widget, at)
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, NONE, where)
        settle()

    def _wheel_to(self, widget: QWidget) -> None:
        """Turn the wheel over the page that `widget` is on until it is in sight."""
        page = widget.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is None:
            return
        view = page.viewport()
        for _ in range(100):
            top = widget.mapTo(view, QPoint(0, 0)).y()
            if top >= 0 and top + widget.height() <= view.height():
                return
            middle = QPointF(view.rect().center())
            turn = QPoint(0, 120 if top < 0 else -120)
            wheel = QWheelEvent(
                middle,
                QPointF(view.mapToGlobal(middle)),
                QPoint(),
                turn,
                Qt.MouseButton.NoButton,
                NONE,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            before = page.verticalScrollBar().value()
            QApplication.sendEvent(view, wheel)
            settle()
            if page.verticalScrollBar().value() == before:
                return

    def place(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """Where in the window `widget` can be hit; fails where something else lies on top."""
        where = widget.mapTo(self.window, at or widget.rect().center())
        on_top = self.window.childAt(where)
        assert on_top is widget, f"{on_top!r} lies over {widget!r}"
        return where

    # What is on the screen

    @property
    def phase(self) -> Phase | None:
        """Where the session stands."""
        session = self.window.controller.session
        return session.phase if session else None

    @property
    def answers(self) -> tuple[Verdict | None, ...]:
        """What has been said so far."""
        session = self.window.controller.session
        assert session is not None
        return tuple(answer.given for answer in session.answers)

    def right(self) -> Verdict:
        """The verdict of the statement on the screen."""
        session = self.window.controller.session
        assert session is not None
        assert session.current is not None
        return session.current.verdict

    def button(self, name: str) -> QAbstractButton:
        """The one button on the screen with this accessible name."""
        found = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and name in (button.accessibleName(), button.text())
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
        return found[0]

    def play_with_keys(self, *, right: bool = True) -> None:
        """From the start screen to the results, by keyboard."""
        self.press(Qt.Key.Key_Return)
        while self.phase is not Phase.FINISHED:
            if self.phase is Phase.NOTED:
                self.press(Qt.Key.Key_Return)
            verdict = self.right() if right else self.right().other
            self.press(VERDICT_KEYS[verdict])
            assert self.phase is Phase.REVEALED
            self.press(Qt.Key.Key_Return)
