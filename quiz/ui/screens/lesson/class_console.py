"""The teacher's console: the plan, then the lesson. All keys of a class come together here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.model.lesson_plan import LessonPlan, Team
from quiz.model.preferences import Preferences
from quiz.model.question import Pack, Verdict
from quiz.model.session import OutOfTurn
from quiz.model.votes import Votes
from quiz.ui.announce import announce
from quiz.ui.lesson.files import LessonFiles
from quiz.ui.lesson.keys import SIZES, STEPS, TURNS
from quiz.ui.lesson.plan_desk import PlanDesk
from quiz.ui.quick_exit import PRESSES, Cover, ShiftThrice, ShiftWatch
from quiz.ui.screens.lesson.class_look import ClassLook, KeysPanel
from quiz.ui.screens.lesson.lesson_planning import PlanningScreen
from quiz.ui.screens.lesson.lesson_running import RunningScreen
from quiz.ui.settle import Settling
from quiz.ui.widgets.topbar import TopBar


class ClassConsole(QWidget):
    """`started()`, `turned()`: the wall shows another page. `blanked(dark)`. `aside_wanted(what)`:
    "source", "outcome" or "rules", and again: the next of it, or the lesson's page.

    `wall_wanted(dark, per cent)`: how the wall looks.

    `seat_chosen(name)`. `covered()`: the teacher left quickly, and may come back: `lifted()`.
    `left()`: the class is over and all of it forgotten.
    """

    started = Signal()
    turned = Signal()
    blanked = Signal(bool)
    aside_wanted = Signal(str)
    wall_wanted = Signal(bool, int)
    seat_chosen = Signal(str)
    covered = Signal()
    lifted = Signal()
    left = Signal()

    def __init__(
        self,
        packs: Sequence[Pack],
        plan: LessonPlan,
        files: LessonFiles,
        *,
        settling: Settling | None = None,
        today: Callable[[], date] = date.today,
        look: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settling = settling or Settling()
        self._files = files
        self._today = today
        self.lesson: Lesson | None = None
        self.dark = False
        self.aside = ""
        self._shift = ShiftThrice()
        self._keys = ShiftWatch(self._shift, self)
        self._watched = False
        self.setWindowTitle(self.tr("Myth or Reality"))
        self.bar = TopBar(self)
        self.bar.show_progress("", 0, 0, "")
        self.look = ClassLook(look or Preferences(theme="light"), self)
        self.keys = KeysPanel()
        for aside in (self.look, self.keys):
            aside.hide()
        self.planning = PlanningScreen(self._settling)
        self.running = RunningScreen(self._settling)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.planning)
        self.stack.addWidget(self.running)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.look)
        column.addWidget(self.keys)
        column.addWidget(self.stack, 1)
        self.cover = Cover(self)
        self._wire()
        self.desk = PlanDesk(self.planning, packs, plan, files)
        self.planning.take_focus()

    def _wire(self) -> None:
        self.bar.leave_wanted.connect(self.leave)
        self.bar.adjust_wanted.connect(lambda: self.look.setVisible(not self.look.isVisible()))
        self.look.wall_wanted.connect(self.wall_wanted)
        self.look.shift_wanted.connect(self._use_shift)
        self._keys.counted.connect(self._show_presses)
        self._keys.thrice.connect(self.leave)
        self.cover.lifted.connect(self._resume)
        self.cover.leave_wanted.connect(self.end)
        self.planning.start_wanted.connect(self.begin)
        self.planning.seat_chosen.connect(self.seat_chosen)
        self.running.went.connect(self.go)
        self.running.counted.connect(self._count)
        self.running.said.connect(self._say)
        self.running.save_wanted.connect(self._save_results)
        self.running.plan_wanted.connect(self._back_to_plan)

    @property
    def plan(self) -> LessonPlan:
        """The plan of the lesson."""
        return self.desk.plan

    # The lesson

    def begin(self) -> None:
        """Start the lesson at its ground rules."""
        questions = self.desk.questions
        if not questions:
            return
        self.lesson = Lesson.of(self.plan, questions)
        self._settling.view_changed()
        self.stack.setCurrentWidget(self.running)
        self.running.begin(self.lesson, self._files.results_path(self._today()))
        self.started.emit()
        self._show()

    def go(self, step: str) -> None:
        """Take a step of the lesson; one out of turn does nothing."""
        if self.lesson is None:
            return
        if step == "blank":
            self._blank(not self.dark)
            return
        if step == "show":
            self._blank(False)
            return
        if step in ("source", "outcome", "rules"):
            self._set_aside(step, self.lesson)
            return
        if step in TURNS and (self.dark or self.aside):
            self._bring_back()
            return
        try:
            self.lesson = getattr(self.lesson, step)()
        except OutOfTurn:
            self.running.take_focus()
            return
        self._blank(False)
        self._show()

    def _set_aside(self, what: str, lesson: Lesson) -> None:
        over = lesson.stage in (Stage.SIGNPOST, Stage.FINISHED)
        allowed = {
            "source": lesson.verdict_is_out,
            "outcome": over and lesson.has_outcome,
            "rules": lesson.stage is not Stage.RULES,
        }
        if allowed[what]:
            self._blank(False)
            self.aside_wanted.emit(what)
        self.running.show_wall(self.dark, self.aside)
        self.running.take_focus()

    def _bring_back(self) -> None:
        """Back to the page of the lesson: who turns the rules or the dark away has asked for no
        answer yet.
        """
        self._blank(False)
        self._show()

    def show_aside(self, what: str) -> None:
        """What lies over the page of the lesson on the wall, "" for nothing."""
        self.aside = what
        self.running.show_wall(self.dark, what)

    def _blank(self, dark: bool) -> None:
        if dark != self.dark:
            self.dark = dark
            self.blanked.emit(dark)
            if dark:
                announce(self, self.tr("The wall is dark."))
        self.running.show_wall(self.dark, self.aside)
        self.running.take_focus()

    def _show(self) -> None:
        assert self.lesson is not None
        self._settling.view_changed()
        self.running.show_lesson(self.lesson)
        at = self.lesson.page.index
        of = len(self.lesson.counted)
        progress = "" if at is None else self.bar.say_progress(at + 1, of)
        over = self.lesson.stage in (Stage.SIGNPOST, Stage.FINISHED)
        done = of if over else 0 if at is None else at + 1
        self.bar.show_progress(progress, done, of, "")
        self.running.take_focus()
        self.turned.emit()

    def _save_results(self, path: str) -> None:
        if self.lesson is not None:
            sentence = self._files.save_results(path, self.lesson, self._today())
            self.running.show_notice(sentence)
            announce(self, sentence)

    def _count(self, votes: Votes | None, second: bool) -> None:
        assert self.lesson is not None
        lesson = self.lesson
        self._note(lambda: lesson.count_second(votes) if second else lesson.count_first(votes))

    def _say(self, team: Team, verdict: Verdict | None) -> None:
        assert self.lesson is not None
        lesson = self.lesson
        self._note(lambda: lesson.say(team, verdict))

    def _note(self, change: Callable[[], Lesson]) -> None:
        try:
            self.lesson = change()
        except OutOfTurn:
            return
        self.running.show_lesson(self.lesson)
        self.turned.emit()

    def _back_to_plan(self) -> None:
        self.lesson = None
        self.running.stop()
        self._settling.view_changed()
        self.bar.show_progress("", 0, 0, "")
        self.stack.setCurrentWidget(self.planning)
        self.planning.take_focus()
        self.turned.emit()

    # Keys

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._watched:
            self._watched = True
            self._keys.watch(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a lesson; what a button or a field wants has been taken before."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._keys.press(event) or event.isAutoRepeat() or self.cover.isVisible():
            event.accept()
        elif control and event.key() in SIZES:
            self.look.step(SIZES[Qt.Key(event.key())])
        elif not (plain and self._key(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        elif key == Qt.Key.Key_Escape:
            return self._close_panels()
        elif key == Qt.Key.Key_Question:
            self.keys.leave_room(planning=self.lesson is None)
            self.keys.setVisible(not self.keys.isVisible())
            if self.keys.isVisible():
                announce(self, self.keys.bar.say())
        elif self.lesson is None:
            if key != Qt.Key.Key_F5:
                return False
            self.begin()
        elif key in STEPS:
            self.go(STEPS[key])
        else:
            return self.running.key(key)
        return True

    def _close_panels(self) -> bool:
        """Close the keys and the look; whether any was open."""
        opened = [panel for panel in (self.keys, self.look) if panel.isVisible()]
        for panel in opened:
            panel.hide()
        if opened:
            (self.planning if self.lesson is None else self.running).take_focus()
        return bool(opened)

    def _use_shift(self, wanted: bool) -> None:
        self._shift.wanted = wanted

    def _show_presses(self, presses: int) -> None:
        self.bar.show_presses(presses)
        if presses == PRESSES - 1:
            announce(self, self.tr("Press Shift once more to leave quickly."), urgent=True)

    # Leaving

    def leave(self) -> None:
        """Leave quickly: a neutral surface on both screens; the teacher ends or goes on."""
        if self.cover.isVisible():
            return
        self.covered.emit()
        self.cover.pause()
        self.cover.repaint()

    def _resume(self) -> None:
        self.cover.lift()
        self.lifted.emit()

    def show_mishap(self) -> None:
        """Something went wrong inside: the lesson keeps its place."""
        words = self.tr("Something did not work. The lesson is where it was: go on, or begin anew.")
        screen = self.planning if self.lesson is None else self.running
        screen.show_notice(words)

    def end(self) -> None:
        """The class is over: nothing of it is kept."""
        self.lesson = None
        self.running.stop()
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the console ends the class; with a lesson on it covers both screens
        first, since a slip of the hand must not cost the counts.
        """
        if self.lesson is not None and not self.cover.isVisible():
            event.ignore()
            self.leave()
            return
        super().closeEvent(event)
        self.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
