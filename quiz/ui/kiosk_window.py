"""A kiosk's window: it lives for months and forgets everybody.

It shows one of three things over its whole face: the resting screen, one visitor's visit, or the
staff's room; and over a visit the warning that all will be forgotten. Everything of a visitor is in
the :class:`~quiz.ui.visit.Visit`, so to forget is to drop that object.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from quiz.model.draw import resting
from quiz.model.freshness import without_stale
from quiz.model.language import in_turn
from quiz.model.site import Site
from quiz.ui.around import Around
from quiz.ui.between_visitors import AFreshStart, minute_of
from quiz.ui.black_screens import BlackScreens
from quiz.ui.glass_here import glass_here
from quiz.ui.idle import Idle, IdleWatch
from quiz.ui.keypad import KeypadReader, Mode, keypad_key
from quiz.ui.kiosk_look import wear
from quiz.ui.languages import own_name
from quiz.ui.lockdown import Lockdown
from quiz.ui.screens.attract import AttractScreen, Fact
from quiz.ui.screens.idle_warning import IdleWarning
from quiz.ui.seats import Screens
from quiz.ui.staff_corner import StaffCorner, StaffCornerWatch
from quiz.ui.theme import LIGHT
from quiz.ui.visit import Visit

if TYPE_CHECKING:
    from quiz.model.helpline import Helpline
    from quiz.model.question import Pack
    from quiz.packs.watch import Taken
    from quiz.ui.screens.staff import StaffScreen
    from quiz.ui.staff_facts import StaffFacts

DONE, AGAIN = 0, 75
"""Exit codes: the staff left the kiosk; it wants to be started afresh (see quiz.watchdog)."""

TICK_MS = 250
BEAT_MS = 2000
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
        self._packs, self._site, self._around = tuple(packs), site, around
        self._visit: Visit | None = None
        self._reader: KeypadReader | None = None
        self._staff: StaffScreen | None = None
        self._focus: QWidget | None = None  # where it was before the warning
        self._over = False
        self._problems: tuple[str, ...] = around.faults
        self._mishaps: list[str] = []
        self._lines_of: tuple[date | None, tuple[Helpline, ...]] = (None, ())
        self._idle = IdleWatch(site.idle, around.clock)
        self._afresh = AFreshStart(
            site, around.clock, around.now, around.megabytes, around.afresh_after
        )
        self._glass = glass_here(self, site)
        self.setWindowTitle(self.tr("Myth or Reality"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        # A pointer that stays where it was would show where the visitor before touched last.
        self.setCursor(Qt.CursorShape.BlankCursor)
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
        self._beats = QTimer(self, interval=BEAT_MS)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._tidying = QTimer(self, interval=0, singleShot=True)
        self._coming = QTimer(self, interval=BACK_MS, singleShot=True)
        self._wire()

    def _wire(self) -> None:
        self.attract.woken.connect(self._wake_by_touch)
        self.lockdown.active.connect(self._touched)
        self.corner.opened.connect(self.open_staff)
        self.screens.moved.connect(self._moved)
        self._ticks.timeout.connect(self.tick)
        self._beats.timeout.connect(self._around.beat)
        self._soon.timeout.connect(self._look_at_idle)
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
        return self._visit

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
        if self._visit is not None or self._staff is not None or self._over:
            return
        around = self._around
        visit = Visit(
            self._packs_today(),
            self._site,
            self._glass,
            around.rng,
            helplines=self._lines(),
            clock=around.clock,
            parent=self,
        )
        visit.setGeometry(self.rect())
        visit.done.connect(self.wipe)
        visit.destroyed.connect(self._tidy_soon)
        # Assistive technology presses without a touch or a key that the window would get.
        visit.page_changed.connect(self._touched)
        self._visit = visit
        self._idle.touched()
        visit.show()
        self.attract.hide()
        self.lockdown.view_changed()
        self._reader = KeypadReader(around.speaker, self._site.speech, visit, self._glass)
        self._reader.attend(visit, by_key=by_key)

    def _packs_today(self) -> list[Pack]:
        today = self._around.now().date()
        return [without_stale(pack, today) for pack in self._packs]

    def _lines(self) -> tuple[Helpline, ...]:
        today = self._around.now().date()
        if self._lines_of[0] != today:
            self._lines_of = today, self._around.helplines(today)
        return self._lines_of[1]

    # A visitor goes

    def wipe(self) -> None:
        """Show the resting screen at once; then forget the visitor, whatever one step runs into."""
        visit, self._visit = self._visit, None
        reader, self._reader = self._reader, None
        staff, self._staff = self._staff, None
        self._focus = None
        with ExitStack() as steps:  # from the last to the first
            if staff is not None:
                steps.callback(staff.deleteLater)
                steps.callback(staff.setParent, None)
                steps.callback(staff.setEnabled, False)
            if visit is not None:
                # Without it the finger that still holds a button down would press it.
                steps.callback(visit.deleteLater)
                steps.callback(visit.setParent, None)
                steps.callback(visit.drop)
                steps.callback(self._note, visit)
                steps.callback(visit.setEnabled, False)
            if reader is not None:
                steps.callback(reader.leave)
            steps.callback(self._show_attract)

    def _show_attract(self) -> None:
        self.lockdown.view_changed()
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
        if self._visit is not None:
            self._look_at_idle()
        elif self._staff is None:
            self._rest()
        if not self.isActiveWindow() and not self._coming.isActive():
            self._coming.start()

    def _rest(self) -> None:
        """Nobody is there: another fact, other content, a fresh start."""
        self._show_moment()
        self._lines()
        if self._around.content is not None:
            taken = self._around.content.step()
            if taken is not None:
                self.take_content(taken)
        if self._afresh.wanted():
            self._leave(AGAIN)

    def _show_moment(self) -> None:
        self.attract.show_moment(self._around.clock())
        hours = self._site.opening_hours
        self.attract.dim(hours is not None and not hours.open_at(minute_of(self._around.now())))

    def take_content(self, taken: Taken) -> None:
        """From the next visitor on, this; what was faulty is told to the staff."""
        self._problems = (*self._around.faults, *map(str, taken.problems))
        if taken.fresh:
            self._packs, self._site = taken.packs, taken.site
            self._show_facts()

    def _show_facts(self) -> None:
        """What rests is told in the language in which a visit begins."""
        site = self._site
        codes = in_turn(site.languages, [pack.language for pack in self._packs])
        self.attract.show_facts(
            Fact.of(question)
            for pack in self._packs_today()
            if pack.language in codes[:1]
            for question in resting(pack.questions, site.topics or None, site.age_band)
        )
        names = [own_name(code) for code in codes]
        self.attract.show_languages(names, counted=bool(site.counts))

    # Nobody touches

    def _touched(self) -> None:
        self._idle.touched()
        if self.warning.isVisible():
            self._soon.start()  # once what was touched has had its event: see _go_on

    def _look_at_idle(self) -> None:
        visit, reader = self._visit, self._reader
        if visit is None:
            return
        warned = self.warning.isVisible()
        if reader is not None and reader.speaking and not warned:
            self._idle.touched()  # the warning itself is read out as well: that is no sign of life
        aloud = reader is not None and reader.mode is Mode.ALOUD
        state = self._idle.state(visit.reading, aloud)
        if state.idle is Idle.OVER:
            self.wipe()
        elif state.idle is Idle.WARNING:
            if not warned:
                self._focus = QApplication.focusWidget()
            self.warning.show_left(state)
            if not warned:
                # A finger that holds a button down lifts off it without pressing it.
                visit.setEnabled(False)
                if reader is not None:
                    reader.tell(self.warning.words)
        elif warned and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._go_on()

    def _go_on(self) -> None:
        """The visitor is there: on at the same place."""
        assert self._visit is not None
        self.lockdown.view_changed()
        self._visit.setEnabled(True)
        self.warning.hide()
        if self._focus is not None:
            self._focus.setFocus()
        self._focus = None
        if self._reader is not None:
            self._reader.again()

    def _take_key(self, event: QKeyEvent) -> bool:
        """A key before any widget has it; whether that was all it does."""
        if self._staff is not None:
            return False
        if self._visit is None:
            if not event.isAutoRepeat():
                self._wake(by_key=keypad_key(event) is not None)
            return True
        if self.warning.isVisible():
            self._go_on()
            return True
        return self._reader is not None and self._reader.key(event)

    # The staff

    def open_staff(self) -> None:
        """The staff's sign was given: whoever was there is forgotten first."""
        if self._over or self._staff is not None:
            return
        from quiz.ui.screens.staff import StaffScreen

        self.wipe()
        around, app = self._around, QApplication.instance()
        assert isinstance(app, QApplication)
        wear(app, LIGHT, self._glass, self._site.reading_distance_mm, large=False)
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
        from quiz.ui.staff_facts import staff_facts

        around = self._around
        return staff_facts(self.faults, self._packs, around.tally, around.version)

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
        glass = glass_here(self, self._site)
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
        for child in (self.attract, self._visit, self._staff, self.warning):
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
