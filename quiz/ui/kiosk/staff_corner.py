"""The staff's way in: five touches in a corner, the last one held. Nobody comes upon it by chance.

Holding the last one keeps drumming out, and so does the quiet that has to come before: a sixth
touch, however it is spread, is not the sign. The visitor's own touches are only looked at.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from quiz.model.glass import TARGET_MM, Glass
from quiz.model.site import Corner

TOUCHES = 5
WITHIN = 3.0
"""Seconds from the first touch to the last (STANDARDS R103), and of quiet before the first."""

HELD = 1.0
"""Seconds that the last touch is held."""

SHARE = 0.1
"""The square's least share of the shorter side of the window."""

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
CHORD_KEY = Qt.Key.Key_S
"""The same with a keyboard, where the screen takes no touch any more: Ctrl, Alt and S."""

_FINGER = (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
"""A move has no button of its own. Others are no touch: some drivers make one of a held finger."""

_LOOK = 50  # milliseconds between two looks at a finger that is held


class StaffCorner:
    """The sign, without a window: touches go in with their places, `clock` gives seconds."""

    def __init__(self, corner: Corner, clock: Callable[[], float] = time.monotonic) -> None:
        self._corner = corner
        self._clock = clock
        self._wide = self._high = self._side = 0.0
        self._touches: deque[float] = deque(maxlen=TOUCHES + 1)
        self._down = False
        self._counts = False

    def fit(self, wide: float, high: float, glass: Glass) -> None:
        """Take a window of this size, in pixels."""
        self._wide, self._high = wide, high
        self._side = max(glass.pixels(TARGET_MM), SHARE * min(wide, high))

    def within(self, x: float, y: float) -> bool:
        """Whether this place is in the corner's square."""
        left = self._corner in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT)
        top = self._corner in (Corner.TOP_LEFT, Corner.TOP_RIGHT)
        across = x if left else self._wide - 1 - x
        along = y if top else self._high - 1 - y
        return 0 <= across < self._side and 0 <= along < self._side

    @property
    def holding(self) -> bool:
        """Whether a finger is down that may become the held one."""
        return self._counts and self._is_sign()

    def press(self, x: float, y: float) -> None:
        """A finger comes down. A second one beside the first is no sign, nor is one elsewhere."""
        alone = not self._down
        self._down = True
        self._counts = alone and self.within(x, y)
        if self._counts:
            self._touches.append(self._clock())
        else:
            self._touches.clear()

    def move(self, x: float, y: float) -> None:
        """The finger moves: out of the square it counts no more."""
        if self._down and not self.within(x, y):
            self._counts = False
            self._touches.clear()

    def release(self, x: float, y: float) -> None:
        """The finger goes."""
        self.move(x, y)
        self._down = self._counts = False

    def opened(self) -> bool:
        """Whether the sign has been given; says so once."""
        if not self.holding or self._clock() - self._touches[-1] < HELD:
            return False
        self._counts = False
        self._touches.clear()
        return True

    def _is_sign(self) -> bool:
        """The last five touches lie close together, and apart from the one before them."""
        touches = list(self._touches)
        if len(touches) < TOUCHES or touches[-1] - touches[-TOUCHES] > WITHIN:
            return False
        return len(touches) == TOUCHES or touches[1] - touches[0] > WITHIN


class StaffCornerWatch(QObject):
    """Looks at the touches and keys of a window on their way, and takes none of them.

    `opened()`: the staff want in.
    """

    opened = Signal()

    def __init__(self, corner: StaffCorner, glass: Glass, window: QWidget) -> None:
        super().__init__(window)
        self._corner = corner
        self._glass = glass
        self._window = window
        self._down = False
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._look_again)

    def watch(self) -> None:
        """Begin, once the window has been shown; a second call changes nothing."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def take_glass(self, glass: Glass) -> None:
        """The window is on another screen."""
        self._glass = glass

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt's)
        if isinstance(event, QMouseEvent) and event.button() in _FINGER:
            self._see(event.type(), event.position())
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chord = event.key() == CHORD_KEY and event.modifiers() == CHORD
            if chord and not event.isAutoRepeat():
                self.opened.emit()
        return False

    def _see(self, kind: QEvent.Type, at: QPointF) -> None:
        """A touch reaches a window of widgets as the mouse events that Qt makes of it."""
        x, y = at.x(), at.y()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if self._down and kind is QEvent.Type.MouseButtonDblClick:
                return  # the same press, told a second time
            self._down = True
            self._corner.fit(self._window.width(), self._window.height(), self._glass)
            self._corner.press(x, y)
        elif kind is QEvent.Type.MouseMove:
            self._corner.move(x, y)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._down = False
            self._corner.release(x, y)
        self._look.start() if self._corner.holding else self._look.stop()

    def _look_again(self) -> None:
        if self._corner.opened():
            self.opened.emit()
        if not self._corner.holding:
            self._look.stop()
