"""The two windows of a class: the console stays with the teacher, the wall has a screen to itself.

The wall is never on the console's screen. When its screen goes, it hides, the lesson waits, and it
comes back with the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from quiz.ui.announce import announce
from quiz.ui.screens.lesson.audience import AudienceScreen
from quiz.ui.screens.lesson.class_console import ClassConsole
from quiz.ui.screens.lesson.wall_sheet import (
    Sheet,
    outcome_sheet,
    rules_sheet,
    sheet_of,
    source_sheets,
)
from quiz.ui.seats import Screens, Seat, mirrored
from quiz.ui.theme import DARK, LIGHT

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)

SETTLING = 500
"""Milliseconds that the system gets to learn of a screen that has come, before the wall is put on
it.
"""

TRIES = 8
"""How often the wall is taken away from a wrong screen before it stays where the system wants it.
"""

IN_CONSOLE = 2.2
"""Where the console shows the wall it has less than half of the screen's height, and the room sees
all of the screen: type starts that much larger.
"""


class ClassWindows(QObject):
    """`left()`: both windows are gone and the process may end."""

    left = Signal()

    def __init__(self, console: ClassConsole, screens: Screens, settling: int = SETTLING) -> None:
        super().__init__()
        self.console = console
        self._screens = screens
        self._seat = ""  # the screen that was chosen for the wall; "" is none
        self._shared = False
        self._asides: tuple[Sheet, ...] = ()  # pages laid over that of the lesson, in turn
        self._laid = ""  # what they are
        self.wall = AudienceScreen()
        self.wall.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._meant = QRect()
        self._tries = 0
        self._fill_soon = QTimer(self, singleShot=True, interval=settling)
        self._fill_soon.timeout.connect(self._fill)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._screens_changed)
        self._return_focus = QTimer(self, singleShot=True, interval=0)
        self._return_focus.timeout.connect(console.activateWindow)
        self.wall.installEventFilter(self)
        console.installEventFilter(self)
        self._wear(dark=False, size=100)
        screens.changed.connect(self._screens_changed)
        console.seat_chosen.connect(self.choose)
        console.started.connect(self._begin)
        console.turned.connect(self._turn)
        console.blanked.connect(self._blank)
        console.aside_wanted.connect(self._set_aside)
        console.wall_wanted.connect(self._wear)
        console.covered.connect(lambda: self._blank(True))
        console.lifted.connect(lambda: self._blank(console.dark))
        console.left.connect(self._leave)
        console.running.projector_wanted.connect(self._take_projector)

    def show(self) -> None:
        """Show the console; the wall comes with the lesson."""
        self.console.show()
        others = self._others()
        self._seat = others[0].name if others else ""
        self._offer()

    @property
    def seat(self) -> str:
        """The screen chosen for the wall, "" where there is only the teacher's."""
        return self._seat

    def choose(self, name: str) -> None:
        """Put the wall on the screen `name`; "" is single-window mode."""
        self._seat = name if any(seat.name == name for seat in self._others()) else ""
        self._offer()

    # Screens that come and go

    def _others(self) -> list[Seat]:
        """The screens that the wall may have: not the console's, and not its mirror."""
        seats = self._screens.seats()
        own = self._screens.of(self.console)
        place = next((seat.geometry for seat in seats if seat.name == own), None)
        return [seat for seat in seats if seat.name != own and seat.geometry != place]

    def _offer(self) -> None:
        self.console.planning.show_seats(self._others(), self._seat, self._warning())

    def _warning(self) -> str:
        if mirrored(self._screens.seats(), self._screens.of(self.console)):
            return self.tr(
                "The projector shows a copy of this screen: the class would see the answers. "
                "Extend the displays in the system's settings, or start with this screen alone."
            )
        if not self._others():
            return self.tr(
                "There is one screen only. Connect the projector, or start with this screen "
                "alone: answers are then hidden until they are out."
            )
        return ""

    def _screens_changed(self) -> None:
        others = self._others()
        if self.console.lesson is None:
            if not any(seat.name == self._seat for seat in others):
                self._seat = others[0].name if others else ""
            self._offer()
            return
        if mirrored(self._screens.seats(), self._screens.of(self.console)):
            self._share(True)  # at once: the room sees this very window
            self._turn()
            words = self.tr(
                "The projector shows a copy of this screen now, so notes and answers are hidden. "
                "Extend the displays in the system's settings, and the wall can have its own again."
            )
            self.console.running.show_notice(words)
            announce(self.console, words, urgent=True)
            return
        if self._shared:
            words = self.tr("There is a second screen now.") if others else ""
            self.console.running.show_notice(words, projector=bool(others))
            return
        self._place()

    def _place(self) -> None:
        """The wall on its screen, or hidden where the screen is not there."""
        seat = next((seat for seat in self._others() if seat.name == self._seat), None)
        running = self.console.running
        if seat is None:
            self._fill_soon.stop()
            self._tries = 0
            self.wall.hide()
            if self._is_before_the_room:
                running.share_screen(True)
            words = self._say_gone()
            running.show_notice(words, projector=bool(self._others()))
            announce(self.console, words, urgent=True)
            return
        if not self.wall.isVisible() or self.wall.geometry() != seat.geometry:
            self._fill_soon.start()

    def _fill(self) -> None:
        """Show the wall over the whole of its screen."""
        seat = next((seat for seat in self._others() if seat.name == self._seat), None)
        if seat is None or self._shared or self.console.lesson is None:
            return
        running = self.console.running
        running.share_screen(False)
        running.show_notice("", projector=len(self._others()) > 1)
        running.small.show_shape(seat.geometry.height() / max(1, seat.geometry.width()))
        self._meant = seat.geometry
        self._screens.fill(self.wall, seat)
        self.console.activateWindow()

    def _keep_in_place(self) -> None:
        """A window manager that does not know of a screen yet puts what is to be on it on another:
        the wall hides at once, and tries again. Wayland tells no window where it is, and puts a
        full screen on the output that was asked for.
        """
        told = not QGuiApplication.platformName().startswith("wayland")
        astray = not self._meant.contains(self.wall.geometry().center())
        if told and astray and self.wall.isVisible() and self._tries < TRIES:
            self._tries += 1
            self.wall.hide()
            self._fill_soon.start()

    @property
    def _is_before_the_room(self) -> bool:
        """Whether the console was moved to the very screen that the room sees."""
        return any(seat.name == self._seat for seat in self._screens.seats())

    def _say_gone(self) -> str:
        if self._is_before_the_room:
            return self.tr(
                "This window is on the screen that the room sees, so notes and answers are hidden. "
                "Move it to another screen, and the wall comes back."
            )
        return self.tr(
            "The screen of the wall is gone. The lesson waits where it is, and the wall comes "
            "back with the screen."
        )

    def _take_projector(self) -> None:
        """From single-window mode to the screen that has come, or from one screen to the next."""
        names = [seat.name for seat in self._others()]
        if names:
            at = names.index(self._seat) + 1 if self._seat in names else 0
            self._seat = names[at % len(names)]
            self._share(False)
            self._turn()
            self._fill()

    # The lesson

    def _begin(self) -> None:
        self._asides = ()
        self._share(not any(seat.name == self._seat for seat in self._others()))
        self._turn()
        self._fill()

    def _share(self, shared: bool) -> None:
        self._shared = shared
        self.console.running.share_screen(shared)
        if shared:
            self.wall.hide()

    def _turn(self) -> None:
        self._asides = ()
        self._show()

    def _set_aside(self, what: str) -> None:
        """Lay a page over that of the lesson: rules, outcome, or one source after the other; after
        the last the lesson's own is back.
        """
        lesson = self.console.lesson
        if lesson is None:
            return
        if what == self._laid and self._asides:
            self._asides = self._asides[1:]
        elif what == "outcome":
            self._asides = (outcome_sheet(lesson),)
        elif what == "rules":
            self._asides = (rules_sheet(lesson),)
        elif lesson.question is not None:
            self._asides = source_sheets(lesson.question)
        self._laid = what
        self._show()

    def _show(self) -> None:
        lesson = self.console.lesson
        if lesson is None:
            self.wall.hide()
            return
        for wall in self._walls():
            wall.show_sheet(self._asides[0] if self._asides else sheet_of(lesson))
        self.console.show_aside(self._laid if self._asides else "")

    def _wear(self, dark: bool, size: int) -> None:
        for wall in self._walls():
            larger = IN_CONSOLE if wall is self.console.running.wall else 1.0
            wall.wear(DARK if dark else LIGHT, larger * size / 100)

    def _walls(self) -> tuple[AudienceScreen, ...]:
        return self.wall, self.console.running.wall, self.console.running.small

    def _blank(self, dark: bool) -> None:
        for wall in self._walls():
            wall.blank(dark)

    def _leave(self) -> None:
        self._blank(True)
        self.wall.hide()
        self.console.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key pressed on the wall does what it does on the console, in the field that waits for
        it there. The wall cannot be closed by itself, and gives back the focus that a window
        manager or a touch hands it. Where the console is dragged to, the wall is not.
        """
        kind = event.type()
        if watched is self.console:
            if kind is QEvent.Type.ScreenChangeInternal:
                self._settle.start()
            return False
        if kind is QEvent.Type.Close:
            event.ignore()
            return True
        if kind in _MOVES:
            self._keep_in_place()
        elif kind is QEvent.Type.WindowActivate:
            self._return_focus.start()
        elif kind in _KEYS and (window := self.console.windowHandle()) is not None:
            QApplication.sendEvent(window, event)
            return True
        return False
