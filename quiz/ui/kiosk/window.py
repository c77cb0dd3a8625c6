"""A kiosk's window: it lives for months and forgets everybody.

It shows one of three things over its whole face: the resting screen, one visitor's visit, or the
staff's room; and over a visit the warning that all will be forgotten. Everything of a visitor is in
the :class:`~quiz.ui.kiosk.visit.Visit` and its children, so to forget is to drop that object.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from quiz.model.process import AGAIN, BEAT_S, DONE
from quiz.model.site import Site
from quiz.ui.kiosk.around import Around
from quiz.ui.kiosk.attendance import Attendance
from quiz.ui.kiosk.between_visitors import AFreshStart, minute_of
from quiz.ui.kiosk.black_screens import BlackScreens
from quiz.ui.kiosk.glass_here import glass_here
from quiz.ui.kiosk.idle import IdleWatch
from quiz.ui.kiosk.keypad import KeypadReader, keypad_key
from quiz.ui.kiosk.lockdown import Lockdown
from quiz.ui.kiosk.look import wear
from quiz.ui.kiosk.offer import Offer
from quiz.ui.kiosk.staff_corner import StaffCorner, StaffCornerWatch
from quiz.ui.kiosk.visit import Visit
from quiz.ui.screens.kiosk.attract import AttractScreen
from quiz.ui.screens.kiosk.idle_warning import IdleWarning
from quiz.ui.seats import Screens
from quiz.ui.theme import LIGHT

if TYPE_CHECKING:
    from quiz.model.question import Pack
    from quiz.packs.watch import Taken
    from quiz.ui.kiosk.staff_facts import StaffFacts
    from quiz.ui.screens.kiosk.staff import StaffScreen

TICK_MS = 250
BACK_MS = 300
"""Milliseconds until a window that lost the focus comes back to the front."""

MOST_FAULTS = 50
"""Unexpected errors that are kept for the staff, the newest: a kiosk runs for months."""


class KioskWindow(QWidget):
    """`left(code)`: the process may end with it. `packs` are those that the site uses.

    :meth:`begin` shows it. Everything else it does by itself.
    """

    left = Signal(int)

    def __init__(self, packs: Sequence[Pack], site: Site, screens: Screens, around: Around) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._around, self.offer = around, Offer(packs, site, around)
        self._attendance: Attendance | None = None
        self._staff: StaffScreen | None = None
        self._over = False
        self._problems: tuple[str, ...] = around.faults
        self._mishaps: list[str] = []
        self._afresh = AFreshStart(
            site, around.clock, around.now, around.megabytes, around.afresh_after
        )
        self._glass = glass_here(self, site)
        self.setWindowTitle(self.tr("Myth or Reality"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._hide_pointer()
        self.attract = AttractScreen(
            (), self._glass, distance_mm=site.reading_distance_mm, parent=self
        )
        self.warning = IdleWarning(self._glass, self, distance_mm=site.reading_distance_mm)
        self.screens = BlackScreens(self, screens)
        self.lockdown = Lockdown(self, self._take_key, around.clock)
        self.corner = StaffCornerWatch(
            StaffCorner(site.staff_corner, around.clock), self._glass, self
        )
        self._ticks = QTimer(self, interval=TICK_MS)
        self._beats = QTimer(self, interval=round(BEAT_S * 1000))
        self._tidying = QTimer(self, interval=0, singleShot=True)
        self._coming = QTimer(self, interval=BACK_MS, singleShot=True)
        self._wire()

    def _wire(self) -> None:
        self.attract.woken.connect(self._wake_by_touch)
        self.lockdown.active.connect(self._touched)
        self.lockdown.hovered.connect(self.unsetCursor)
        self.corner.opened.connect(self.open_staff)
        self.screens.moved.connect(self._moved)
        self._ticks.timeout.connect(self.tick)
        self._beats.timeout.connect(self._around.beat)
        self._tidying.timeout.connect(self._tidy)
        self._coming.timeout.connect(self.screens.front)

    def begin(self) -> None:
        """Show the resting screen, and live."""
        self.screens.cover()
        self.show()
        self._show_facts()
        self.lockdown.watch()
        self.corner.watch()
        self._rest()
        self.attract.setFocus()
        self._ticks.start()
        self._beats.start()
        self._around.beat()
        self.screens.front()

    @property
    def visit(self) -> Visit | None:
        """The visit under way, None while nobody is there."""
        return self._attendance.visit if self._attendance is not None else None

    @property
    def attendance(self) -> Attendance | None:
        """The visit with its keypad and its watch, None while nobody is there."""
        return self._attendance

    @property
    def staff(self) -> StaffScreen | None:
        """The staff's screen, None while it is closed."""
        return self._staff

    @property
    def faults(self) -> tuple[str, ...]:
        """What the staff should know, in sentences."""
        around = self._around
        notices = around.lock.notice, around.content.notice if around.content else ""
        return (*self._problems, *filter(None, notices), *self._mishaps)

    # A visitor comes

    def _wake_by_touch(self) -> None:
        self._wake(by_key=False)

    def _wake(self, *, by_key: bool) -> None:
        """A visitor: everything of the visit is built anew."""
        if self._attendance is not None or self._staff is not None or self._over:
            return
        around, offer = self._around, self.offer
        visit = Visit(
            offer.packs,
            offer.site,
            self._glass,
            around.rng,
            helplines=offer.lines,
            clock=around.clock,
            parent=self,
        )
        visit.setGeometry(self.rect())
        visit.done.connect(self.wipe)
        visit.destroyed.connect(self._tidy_soon)
        reader = KeypadReader(around.speaker, offer.site.speech, visit, self._glass)
        idle = IdleWatch(offer.site.idle, around.clock)
        self._attendance = attendance = Attendance(visit, reader, self.warning, idle)
        attendance.over.connect(self.wipe)
        attendance.went_on.connect(self.lockdown.view_changed)
        visit.show()
        self.attract.hide()
        self.lockdown.view_changed()
        reader.attend(visit, by_key=by_key)

    # A visitor goes

    def wipe(self) -> None:
        """Show the resting screen at once; then forget the visitor, whatever one step runs into."""
        attendance, self._attendance = self._attendance, None
        staff, self._staff = self._staff, None
        with ExitStack() as steps:  # from the last to the first
            if staff is not None:
                steps.callback(staff.deleteLater)
                steps.callback(staff.setParent, None)
                steps.callback(staff.setEnabled, False)
            if attendance is not None:
                visit = attendance.visit
                steps.callback(visit.deleteLater)
                steps.callback(visit.setParent, None)
                steps.callback(visit.drop)
                steps.callback(self._note, visit)
                # Without it the finger that still holds a button down would press it.
                steps.callback(visit.setEnabled, False)
                steps.callback(attendance.reader.leave)
            steps.callback(self._show_attract)

    def _hide_pointer(self) -> None:
        """Until a mouse moves: it would show where the visitor before touched last."""
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _show_attract(self) -> None:
        self.lockdown.view_changed()
        self._hide_pointer()
        self._show_moment()
        self.warning.hide()
        self.attract.show()
        self.attract.raise_()
        self.attract.setFocus()
        self.attract.repaint()

    def _note(self, visit: Visit) -> None:
        self._around.tally.note(visit.pack_id, visit.answers)

    def _tidy_soon(self) -> None:
        self._tidying.start()

    def _tidy(self) -> None:
        """What the visitor left in Python's own cycles goes as well."""
        import gc

        gc.collect()

    # Time passes

    def tick(self) -> None:
        """A quarter of a second has passed."""
        if self._over:
            return
        if self._attendance is not None:
            self._attendance.look()
        elif self._staff is None:
            self._rest()
        if not self.isActiveWindow() and not self._coming.isActive():
            self._coming.start()

    def _rest(self) -> None:
        """Nobody is there: another fact, other content, a fresh start."""
        self._show_moment()
        _ = self.offer.lines  # looked up before somebody waits for it
        if self._around.content is not None:
            taken = self._around.content.step()
            if taken is not None:
                self.take_content(taken)
        if self._afresh.wanted():
            self._leave(AGAIN)

    def _show_moment(self) -> None:
        self.attract.show_moment(self._around.clock())
        hours = self.offer.site.opening_hours
        self.attract.dim(hours is not None and not hours.open_at(minute_of(self._around.now())))

    def take_content(self, taken: Taken) -> None:
        """From the next visitor on, this; what was faulty is told to the staff."""
        around = self._around
        self._problems = (*around.faults, *around.look_up(), *map(str, taken.problems))
        if taken.fresh:
            self.offer.take(taken)
            self._show_facts()

    def _show_facts(self) -> None:
        self.attract.show_facts(self.offer.facts)
        counted = bool(self.offer.site.counts)
        self.attract.show_languages(self.offer.languages, counted=counted)

    # What is done to the window

    def _touched(self) -> None:
        if self._attendance is not None:
            self._attendance.touched()

    def _take_key(self, event: QKeyEvent) -> bool:
        """A key before any widget has it; whether that was all it does."""
        if self._staff is not None:
            return False
        if self._attendance is not None:
            return self._attendance.take_key(event)
        if not event.isAutoRepeat():
            self._wake(by_key=keypad_key(event) is not None)
        return True

    # The staff

    def open_staff(self) -> None:
        """The staff's sign was given: whoever was there is forgotten first."""
        if self._over or self._staff is not None:
            return
        from quiz.ui.screens.kiosk.staff import StaffScreen

        self.wipe()
        around, app = self._around, QApplication.instance()
        assert isinstance(app, QApplication)
        wear(app, LIGHT, self._glass, self.offer.site.reading_distance_mm, large=False)
        self._staff = staff = StaffScreen(
            around.lock,
            self._staff_facts,
            self._glass,
            save=around.tally.save if around.tally.wanted else None,
            clock=around.clock,
            parent=self,
        )
        staff.closed.connect(self.wipe)
        staff.exit_wanted.connect(self._leave_for_good)
        staff.restart_wanted.connect(self._leave_again)
        staff.setGeometry(self.rect())
        staff.show()
        staff.raise_()
        self.attract.hide()

    def _staff_facts(self) -> StaffFacts:
        from quiz.ui.kiosk.staff_facts import staff_facts

        around = self._around
        return staff_facts(self.faults, self.offer.all_packs, around.tally, around.version)

    def _leave_for_good(self) -> None:
        self._leave(DONE)

    def _leave_again(self) -> None:
        self._leave(AGAIN)

    def _leave(self, code: int) -> None:
        if self._over:
            return
        self._over = True
        self._ticks.stop()
        self._beats.stop()
        self._coming.stop()
        self.left.emit(code)

    # Faults

    def take_mishap(self, line: str) -> None:
        """An unexpected error, told as a line for the staff: the view is wiped."""
        if line not in self._mishaps:
            self._mishaps = [*self._mishaps, line][-MOST_FAULTS:]
        self.wipe()

    # The window itself

    def _moved(self) -> None:
        """The window is on another screen, or the screen has another size."""
        glass = glass_here(self, self.offer.site)
        if glass == self._glass:
            return
        self._glass = glass
        self.wipe()
        self.attract.show_glass(glass)
        self.warning.show_glass(glass)
        self.corner.take_glass(glass)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._moved()
        for child in (self.attract, self.visit, self._staff, self.warning):
            if child is not None:
                child.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        lost = (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange)
        if event.type() in lost and not self._over and self.isVisible():
            self._coming.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """It is left by the staff, or by the system, and in no other way."""
        event.setAccepted(self._over)
