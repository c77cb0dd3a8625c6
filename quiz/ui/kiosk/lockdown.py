"""What reaches a kiosk's screens of all that is done to its window (STANDARDS R101).

One filter in front of everything: a list of what is let through, not of what is kept out. A key
that nobody thought of, a right click, a wheel, a file dropped on the window go nowhere; so does
what comes too soon after the view has changed. What the system itself listens to (Ctrl+Alt+Del,
switching consoles) never comes this way, and only the system can keep that out.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

DEAF = 0.4
"""Seconds after a view change in which a press goes nowhere: the second tap of two (R19)."""

_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    *(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)),
    Qt.Key.Key_Backspace,  # on the pad of the staff
    Qt.Key.Key_M,
    Qt.Key.Key_R,
    Qt.Key.Key_S,
}
"""What the keypad, a keyboard and the staff's pad need."""

_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)

_KEPT_OUT = {
    QEvent.Type.Close,
    QEvent.Type.ContextMenu,
    QEvent.Type.Wheel,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.NativeGesture,
}

_INPUT = {
    *_PRESSES,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchEnd,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletRelease,
    QEvent.Type.Wheel,
}
"""What shows that somebody is there. A finger that rests or trembles does not (see idle)."""


class Lockdown(QObject):
    """Stands before `window`, which has been shown when :meth:`watch` is called.

    `active()`: somebody touched it or pressed a key. `hovered()`: a mouse moves over it, which a
    finger never does. `take_key` is handed each press of a key, on
    the list or not, and says whether that was all it shall do. `clock` gives seconds.
    """

    active = Signal()
    hovered = Signal()

    def __init__(
        self,
        window: QWidget,
        take_key: Callable[[QKeyEvent], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._take_key = take_key
        self._clock = clock
        self._deaf_until = clock()
        self._down: set[int] = set()  # keys
        self._unheard: set[int] = set()  # those of them whose repeats and release go nowhere
        self._swallowing = False  # a press that went nowhere: so do its moves and its release

    def watch(self) -> None:
        """Begin; a second call changes nothing."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def view_changed(self) -> None:
        """The view is another one: what comes at once, or is still held down, is not meant for it.

        A finger that was down before stays with what it pressed; that has to be let go by whoever
        changed the view.
        """
        self._deaf_until = self._clock() + DEAF
        self._unheard = set(self._down)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's)
        kind = event.type()
        if kind in _INPUT:
            self.active.emit()
        if isinstance(event, QMouseEvent):
            return self._keeps_pointer(event)
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            return self._keeps_key(event)
        if kind is QEvent.Type.FocusOut:  # the releases go elsewhere
            self._down.clear()
            self._unheard.clear()
        if kind in _KEPT_OUT:
            event.ignore()
            return True
        return False

    def _keeps_pointer(self, event: QMouseEvent) -> bool:
        kind = event.type()
        left = event.button() is Qt.MouseButton.LeftButton
        if kind in _PRESSES and left:
            self._swallowing = self._clock() < self._deaf_until
            return self._swallowing
        if kind is QEvent.Type.MouseButtonRelease and left:
            swallowing, self._swallowing = self._swallowing, False
            return swallowing
        if kind is QEvent.Type.MouseMove:
            mouse = event.pointingDevice().type() is QInputDevice.DeviceType.Mouse
            if mouse and event.buttons() == Qt.MouseButton.NoButton:
                self.hovered.emit()
            return self._swallowing
        return kind in (*_PRESSES, QEvent.Type.MouseButtonRelease)

    def _keeps_key(self, event: QKeyEvent) -> bool:
        key, again = event.key(), event.isAutoRepeat()
        if event.type() is QEvent.Type.KeyRelease:
            unheard = key in self._unheard
            if not again:
                self._down.discard(key)
                self._unheard.discard(key)
            return unheard
        if not again:
            self.active.emit()
            self._down.add(key)
            if self._clock() < self._deaf_until:
                self._unheard.add(key)
        if key in self._unheard or self._take_key(event):
            return True
        return event.modifiers() not in _MODIFIERS or key not in _KEYS
