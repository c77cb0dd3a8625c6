"""One visitor, seen to: the visit, its keypad, and the watch over whether anybody is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from quiz.ui.kiosk.idle import Idle, IdleWatch
from quiz.ui.kiosk.keypad import KeypadReader, Mode
from quiz.ui.kiosk.visit import Visit
from quiz.ui.screens.kiosk.idle_warning import IdleWarning


class Attendance(QObject):
    """Goes with `visit`, whose child it is. `warning` lies over it while nobody touches.

    `over()`: nobody is there any more. `went_on()`: the visitor was there after all, and sees the
    page again that was shown before the warning.
    """

    over = Signal()
    went_on = Signal()

    def __init__(
        self, visit: Visit, reader: KeypadReader, warning: IdleWarning, idle: IdleWatch
    ) -> None:
        super().__init__(visit)
        self.visit = visit
        self.reader = reader
        self._warning = warning
        self._idle = idle
        self._focus: QWidget | None = None  # where it was before the warning
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.look)
        # Assistive technology presses without a touch or a key that the window would get.
        visit.page_changed.connect(self.touched)

    def touched(self) -> None:
        """Somebody is there."""
        self._idle.touched()
        if self._warning.isVisible():
            self._soon.start()  # once what was touched has had its event

    def look(self) -> None:
        """See whether anybody still is."""
        warned = self._warning.isVisible()
        if self.reader.speaking and not warned:
            self._idle.touched()  # the warning itself is read out as well: that is no sign of life
        state = self._idle.state(self.visit.reading, self.reader.mode is Mode.ALOUD)
        if state.idle is Idle.OVER:
            self.over.emit()
        elif state.idle is Idle.WARNING:
            if not warned:
                self._focus = QApplication.focusWidget()
            self._warning.show_left(state)
            if not warned:
                # A finger that holds a button down lifts off it without pressing it.
                self.visit.setEnabled(False)
                self.reader.tell(self._warning.words)
        elif warned and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._go_on()

    def take_key(self, event: QKeyEvent) -> bool:
        """A key before any widget has it; whether that was all it does."""
        if self._warning.isVisible():
            self._go_on()
            return True
        return self.reader.key(event)

    def _go_on(self) -> None:
        """On at the same place."""
        self.went_on.emit()
        self.visit.setEnabled(True)
        self._warning.hide()
        if self._focus is not None:
            self._focus.setFocus()
        self._focus = None
        self.reader.again()
