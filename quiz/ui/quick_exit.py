"""Leaving quickly: three presses of Shift, and a neutral surface over every window."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quiz.ui.widgets.buttons import Button, LeaveButton

PRESSES = 3
WITHIN = 5.0
"""Seconds within which the presses count (STANDARDS R51)."""


class ShiftThrice:
    """Counts presses of Shift alone. Any other key between them starts afresh."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._presses: list[float] = []
        self.wanted = True

    @property
    def count(self) -> int:
        """How many presses count at this moment."""
        return len(self._presses)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key press; True at the third Shift."""
        if event.isAutoRepeat():
            return False
        if event.key() != Qt.Key.Key_Shift or not self.wanted:
            self._presses.clear()
            return False
        now = self._clock()
        self._presses = [then for then in self._presses if now - then <= WITHIN]
        self._presses.append(now)
        if len(self._presses) < PRESSES:
            return False
        self._presses.clear()
        return True

    def lapse(self) -> None:
        """Forget presses that are too old."""
        now = self._clock()
        self._presses = [then for then in self._presses if now - then <= WITHIN]


class ShiftWatch(QObject):
    """Sees each key of a window before any widget takes it: Shift+Tab and capital letters are other
    keys between two presses of Shift, even where a field or the focus swallows them.

    `counted(presses)`: how many presses of Shift count by now. `thrice()`: leave.
    """

    counted = Signal(int)
    thrice = Signal()

    def __init__(self, shift: ShiftThrice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shift = shift
        self._passed = False
        self._lapse = QTimer(self, singleShot=True, interval=round(WITHIN * 1000) + 50)
        self._lapse.timeout.connect(self._forget)

    def watch(self, window: QWidget) -> None:
        """Watch the keys of `window`, which has been shown."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's)
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._passed = True
            return self._take(event)
        if kind is QEvent.Type.KeyRelease:
            self._passed = False
        return False

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that a widget of the window was handed; one seen on its way counts once."""
        return not self._passed and self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        leaves = self._shift.press(event)
        count = self._shift.count
        if leaves:
            self.thrice.emit()
        elif count or self._lapse.isActive():
            self.counted.emit(count)
            self._lapse.start() if count else self._lapse.stop()
        return leaves

    def _forget(self) -> None:
        self._shift.lapse()
        self.counted.emit(self._shift.count)


class Cover(QWidget):
    """A neutral surface over a whole window: nothing of the quiz is on it or can be reached.

    `lifted()`: the person wants to go on; `leave_wanted()`. Both only after :meth:`pause`.
    """

    lifted = Signal()
    leave_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._beneath: list[QWidget] = []
        self._focus: QWidget | None = None
        # What lies beneath is not painted with it: that takes time, and where a part failed to
        # paint within `repaint`, PySide lost references of the others and the process crashed.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @cached_property
    def go_on(self) -> Button:
        """The way back, built at the first pause."""
        self.leave = LeaveButton(self.tr("Leave quickly"), self)
        go_on = Button(self.tr("Continue"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 10, 28, 10)  # as in the bar: the way out stays where it is
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTrailing)
        column.addStretch()
        column.addWidget(go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        go_on.clicked.connect(self.lifted)
        self.leave.clicked.connect(self.leave_wanted)
        return go_on

    def pause(self) -> None:
        """Cover the window until the person goes on."""
        if self.isVisible():
            return
        self._focus = self._window.focusWidget()
        self._cover()
        self.go_on.show()  # built just now, it is not to be seen yet, and could not take the focus
        self._hide_the_rest()
        self.go_on.setFocus()  # last: what is hidden hands its focus on

    def cover(self) -> None:
        """Cover the window for good, at once: painted before this returns."""
        for button in self.findChildren(Button):
            button.hide()
        self._cover()
        try:
            self.repaint()
        finally:  # what lies beneath may be faulty, and its fault come out here
            self._hide_the_rest()

    def lift(self) -> None:
        """Bring back what was covered, and the focus to where it was."""
        for widget in self._beneath:
            widget.show()
        self._beneath = []
        self.hide()
        if self._focus is not None:
            self._focus.setFocus()

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def _hide_the_rest(self) -> None:
        """Neither Tab nor a screen reader comes to what lies beneath."""
        for widget in self._window.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if widget is not self and not widget.isWindow() and widget.isVisible():
                self._beneath.append(widget)
                widget.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().window())


def cover_everything() -> None:
    """Every window of the program is a neutral surface when this returns."""
    with ExitStack() as steps:  # a fault in one window leaves no other uncovered
        for widget in QApplication.topLevelWidgets():
            if not widget.isVisible():
                continue
            if widget.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
                steps.callback(widget.hide)
            else:
                steps.callback((_cover_of(widget) or Cover(widget)).cover)


def _cover_of(window: QWidget) -> Cover | None:
    found: Cover | None = window.findChild(Cover, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found


class Clipboard:
    """Puts a reference on the clipboard, and can take it off again."""

    def __init__(self) -> None:
        self._written = ""

    def copy(self, text: str) -> None:
        """Copy `text`."""
        self._written = text
        QApplication.clipboard().setText(text)

    def clear(self) -> None:
        """Clear the clipboard if what is on it came from here."""
        if self._written and QApplication.clipboard().text() == self._written:
            QApplication.clipboard().clear()
        self._written = ""
