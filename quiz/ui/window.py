"""The window: a stack of screens under one bar, and how everything in it is connected."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.setting import Setting
from quiz.ui.announce import announce
from quiz.ui.controller import SessionController
from quiz.ui.helping import Helping
from quiz.ui.look import Look
from quiz.ui.memory import Memory
from quiz.ui.screens.start import Choices, StartScreen
from quiz.ui.settle import Settling
from quiz.ui.stack import Stack
from quiz.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from quiz.model.age_band import AgeBand
    from quiz.model.session import Session
    from quiz.packs.shelf import Shelf
    from quiz.ui.asides import Asides
    from quiz.ui.reading import Reading
    from quiz.ui.rounds import Rounds
    from quiz.ui.screens.mishap import MishapScreen
    from quiz.ui.screens.question import QuestionScreen
    from quiz.ui.screens.results import ResultsScreen
    from quiz.ui.way_out import WayOut
    from quiz.ui.widgets.keys import KeysBar
    from quiz.ui.widgets.preferences import PreferencesBar


class QuizWindow(QWidget):
    """The private place.

    `open_shelf` is called once the first picture is painted: a person sees the start screen before
    the first file is opened, and the topics come in the same blink. `before_others` is called
    before another program is started.

    `ready()`: all packs are read. `covered()`: the person left quickly, and every window is a
    neutral surface. `left()`: all is forgotten; the process may end.
    """

    ready = Signal()
    covered = Signal()
    left = Signal()

    def __init__(
        self,
        open_shelf: Callable[[], Shelf],
        setting: Setting,
        *,
        choices: Choices,
        look: Look,
        rng: Random,
        memory: Memory | None = None,
        helping: Helping | None = None,
        settling: Settling | None = None,
        before_others: Callable[[], None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_shelf = open_shelf
        self._setting = setting
        self._rng = rng
        self._settling = settling or Settling()
        self._before_others = before_others
        self.look = look
        self.memory = memory or Memory()
        self.helping = helping or Helping()
        self.controller = SessionController(self)
        self.setWindowTitle(self.tr("Myth or Reality"))
        self.bar = TopBar(self)
        self.start = StartScreen(
            choices, self._settling, may_choose=setting.may_choose, may_save=setting.may_save
        )
        self.stack = Stack(self.start, self._settling, self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self._painted = False
        self._gone = False
        look.wear()
        self._wire()
        self._show_look()
        self.start.take_focus()

    def _wire(self) -> None:
        """Every connection of the window itself; a screen's own are made when it is built."""
        self.controller.changed.connect(self.show_session)
        self.controller.changed.connect(self._note_answers)
        self.look.changed.connect(self._show_look)
        self.look.resized.connect(self._say_size)
        self.bar.leave_wanted.connect(self.leave)
        self.bar.adjust_wanted.connect(self._toggle_preferences)
        self.start.started.connect(self.play)

    # Parts that are built when they are first wanted, and connected then

    @cached_property
    def reading(self) -> Reading:
        """The packs, read once the first picture is there."""
        from quiz.ui.reading import Reading

        reading = Reading(self._open_shelf, self._rng, self)
        reading.opened.connect(self.start.show_pack)
        reading.done.connect(self._ready)
        return reading

    @cached_property
    def way_out(self) -> WayOut:
        """What leaving quickly needs, built once the first picture is there."""
        from quiz.ui.way_out import WayOut

        way_out = WayOut(self, by_shift=self.look.worn.shift_leaves)
        way_out.wanted.connect(self.leave)
        way_out.counted.connect(self._show_presses)
        return way_out

    @cached_property
    def preferences(self) -> PreferencesBar:
        """The bar of text size and colours, under the top bar."""
        from quiz.ui.widgets.preferences import PreferencesBar

        bar = PreferencesBar(self)
        bar.hide()
        bar.text_size_wanted.connect(self.look.resize_text)
        bar.theme_wanted.connect(self.look.change_theme)
        bar.shift_wanted.connect(self.look.use_shift)
        bar.keep_wanted.connect(self.look.keep)
        bar.pause_wanted.connect(self.pause)
        bar.support_wanted.connect(self.asides.show_support)
        self._column.insertWidget(1, bar)
        before: QWidget = self.bar.adjust
        for control in bar.controls:
            self.setTabOrder(before, control)
            before = control
        return bar

    @cached_property
    def keys_bar(self) -> KeysBar:
        """What each key does, under the top bar."""
        from quiz.ui.widgets.keys import KeysBar

        bar = KeysBar(self)
        bar.hide()
        self._column.insertWidget(1, bar)
        return bar

    @cached_property
    def question(self) -> QuestionScreen:
        """The question screen."""
        from quiz.ui.screens.question import QuestionScreen

        screen = QuestionScreen(
            self._settling,
            may_copy=self._setting.may_copy,
            may_open=self._setting.may_open_links,
        )
        screen.answered.connect(self.controller.answer)
        screen.skipped.connect(self.controller.skip)
        screen.rated.connect(self.controller.rate)
        screen.rating_unwanted.connect(self._stop_asking)
        screen.went_on.connect(self.controller.advance)
        screen.noted.connect(self.controller.proceed)
        screen.notes_passed.connect(self.controller.pass_noted)
        screen.copy_wanted.connect(self._copy)
        screen.open_wanted.connect(self._browse)
        screen.support_wanted.connect(self.asides.show_support)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def results(self) -> ResultsScreen:
        """The results screen."""
        from quiz.ui.screens.results import ResultsScreen

        screen = ResultsScreen(self._settling, retries=self._setting.retries)
        screen.again_wanted.connect(self._again)
        screen.new_round_wanted.connect(self._new_round)
        screen.start_wanted.connect(self.controller.drop)
        screen.source_wanted.connect(self.asides.show_sources_of)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def mishap(self) -> MishapScreen:
        """The screen on an unexpected error."""
        from quiz.ui.screens.mishap import MishapScreen

        screen = MishapScreen(self._settling)
        screen.start_wanted.connect(self.controller.drop)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def asides(self) -> Asides:
        """What one looks at by the way."""
        from quiz.ui.asides import Asides

        asides = Asides(
            self.stack,
            self._settling,
            self._setting,
            rounds=self._in_play,
            shelf=self.reading.open,
            memory=self.memory,
            helping=self.helping,
            look=self.look,
        )
        asides.copy_wanted.connect(self._copy)
        asides.open_wanted.connect(self._browse)
        asides.memory_changed.connect(self._show_due)
        self.start.sources_wanted.connect(asides.show_sources)
        self.start.support_wanted.connect(asides.show_support)
        self.start.safety_wanted.connect(asides.show_safety)
        self.start.remember_wanted.connect(asides.show_remember)
        self.start.problems_wanted.connect(asides.show_problems)
        return asides

    # Reading the packs, after the first picture is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_picture)

    def _after_first_picture(self) -> None:
        if not self._gone:
            self.way_out.keys.watch(self)
            self.reading.begin()
            _ = self.asides  # the links on the start screen lead there

    def _ready(self) -> None:
        """All packs are read."""
        self.start.show_faults(len(self.reading.open().problems))
        rounds = self._in_play()
        if rounds is None:
            self.asides.show_problems()
        else:
            sources = {c.source.id for q in rounds.questions for c in q.citations}
            self.start.show_sources(len(sources))
            self.start.show_empty(not rounds.questions)
            self._show_due()
        self.ready.emit()

    def _in_play(self) -> Rounds | None:
        """All that can come with what is chosen on the start screen. None where nothing can."""
        rounds = self.reading.finish()
        if rounds is not None:
            choices = self.start.choices
            rounds.choose(choices.topics, choices.age_band)
        return rounds

    # The session

    def play(self, choices: Choices) -> None:
        """Draw a round by `choices` and play it."""
        rounds = self.reading.finish()
        if rounds is None:
            self.asides.show_problems()
            return
        if not rounds.choose(choices.topics, choices.age_band):
            announce(self, self.start.show_empty(True))
            return
        from quiz.model.session import Session

        self.memory.begin()
        self.controller.start(
            Session.of(
                rounds.draw(choices.questions, self.memory.due(rounds.pack)),
                asks_confidence=choices.asks_confidence,
                reveal_on_cue=self._setting.reveal_on_cue,
            )
        )

    def show_session(self, session: Session | None) -> None:
        """Show where the session stands: the screen follows from its phase."""
        self._show_bar(session)
        if session is None:
            self.stack.show_screen(self.start)
            self.start.take_focus()
            return
        from quiz.model.session import Phase

        finished = session.phase is Phase.FINISHED
        screen = self.results if finished else self.question
        if self.reading.rounds is not None:
            topics = self.reading.rounds.pack.topics
            screen.show_topics({topic.id: topic.title for topic in topics})
        self.stack.show_screen(screen)
        screen.show_session(session)

    def _show_bar(self, session: Session | None) -> None:
        if session is None:
            self.bar.show_progress("", 0, 0, "")
            return
        from quiz.model.score import Score
        from quiz.model.session import Phase

        if session.phase is Phase.FINISHED:
            self.bar.show_progress(self.tr("Finished"), 0, 0, "")
        else:
            score = Score.of(session.answers)
            at, of = session.number, len(session.questions)
            words = ""
            if score.answered and session.phase is not Phase.ANSWERED:
                words = self.tr("Right: {0} of {1}").format(score.right, score.answered)
            self.bar.show_progress(self.bar.say_progress(at, of), at, of, words)

    def _again(self) -> None:
        rounds, setting = self.reading.rounds, self._setting
        assert rounds is not None
        self.controller.again(setting.retries, setting.retry_most, rounds.reword)

    def _new_round(self) -> None:
        self.play(self.start.choices)

    def _stop_asking(self) -> None:
        self.start.stop_asking()
        self.controller.stop_asking()

    def show_mishap(self) -> None:
        """Something went wrong inside; from here one goes back to the start."""
        if self._gone:
            return
        self.stack.show_screen(self.mishap)
        self.mishap.head.setFocus()

    def _copy(self, text: str) -> None:
        self.way_out.clipboard.copy(text)
        announce(self, self.tr("Copied"))

    def _browse(self, address: str) -> None:
        from PySide6.QtGui import QDesktopServices

        self._before_others()
        if not QDesktopServices.openUrl(QUrl(address)):
            announce(self, self.tr("No browser could be opened. The code can be scanned instead."))

    # Coming back another day

    def keep_in(self, path: Path) -> str:
        """Remember what is missed in `path`; a sentence where there is something to say."""
        sentence = self.memory.keep_in(path)
        self._show_due()
        return sentence

    def _note_answers(self, session: Session | None) -> None:
        """Keep what the answers mean for the review dates, where that is wanted."""
        rounds = self.reading.rounds
        if session is None or rounds is None or self.memory.path is None:
            return
        sentence = self.memory.note(session, rounds.pack)
        if sentence:
            announce(self, sentence)
            self.start.show_notice(sentence)
        self._show_due()

    def _show_due(self) -> None:
        self._show_promises()
        if self.reading.rounds is not None:
            self.start.show_due(len(self.memory.due(self.reading.rounds.pack)))

    def _show_promises(self) -> None:
        self.start.show_promises(kept=bool(self.look.kept.file or self.memory.path))

    # How it looks

    def _show_look(self, sentence: str = "") -> None:
        """Say everywhere how it looks and whether that is kept; `sentence`: what did not work."""
        look = self.look
        self.start.show_safety(shift=look.worn.shift_leaves)
        self._show_promises()
        if "way_out" in self.__dict__:
            self.way_out.shift.wanted = look.worn.shift_leaves
        if "preferences" in self.__dict__:
            self.preferences.show_preferences(look.worn.text_size, look.worn.theme)
            self.preferences.show_shift(look.worn.shift_leaves)
            self.preferences.show_kept(look.kept.path, look.kept.kept, sentence)
        if sentence:
            announce(self, sentence)

    def _say_size(self, size: int) -> None:
        announce(self, self.tr("Text size {0} %").format(size))

    def _toggle_preferences(self) -> None:
        self.preferences.setVisible(not self.preferences.isVisible())
        self._show_look()

    # Keys, pause and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that are the same everywhere; the rest goes to the screen."""
        if self.way_out.keys.press(event) or event.isAutoRepeat() or self._common_key(event):
            event.accept()
        elif event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ) or not self.stack.shown.key(event):
            super().keyPressEvent(event)

    def _common_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F9:
            self.way_out.pause_or_go_on()
        elif key == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        elif self.way_out.is_covered:
            return True  # nothing changes beneath
        elif key == Qt.Key.Key_Question:
            self._toggle_keys()
        elif key == Qt.Key.Key_Escape:
            return self._close_what_is_open()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self.look.step_text(1)
            elif key == Qt.Key.Key_Minus:
                self.look.step_text(-1)
            elif key == Qt.Key.Key_0:
                self.look.resize_text(100)
            else:
                return False
        else:
            return False
        return True

    def _toggle_keys(self) -> None:
        """Show what each key does, or hide it again."""
        self.keys_bar.setVisible(self.keys_bar.isHidden())
        if self.keys_bar.isVisible():
            announce(self, self.keys_bar.say())

    def _close_what_is_open(self) -> bool:
        """Close the list of keys, or else the bar of text size; whether one was open."""
        for name, opener in (("keys_bar", None), ("preferences", self.bar.adjust)):
            part: QWidget | None = self.__dict__.get(name)
            if part is not None and part.isVisible():
                if opener is not None and part.isAncestorOf(self.focusWidget() or self):
                    opener.setFocus()
                part.hide()
                return True
        return False

    def pause(self) -> None:
        """Cover the window until the person goes on."""
        self.way_out.pause()

    def _show_presses(self, presses: int) -> None:
        """Say how many presses of Shift count; aloud only before the last, since one is common."""
        self.bar.show_presses(presses)
        from quiz.ui.quick_exit import PRESSES

        if presses == PRESSES - 1:
            announce(self, self.tr("Press Shift once more to leave quickly."), urgent=True)

    def leave(self) -> None:
        """Leave quickly: a neutral surface first, then everything is forgotten."""
        if self._gone:
            return
        self._gone = True
        from quiz.ui.quick_exit import cover_everything

        with ExitStack() as steps:  # from the last to the first, whatever one of them runs into
            steps.callback(self.left.emit)
            steps.callback(self.way_out.clipboard.clear)
            steps.callback(self.memory.stop)
            steps.callback(self.controller.drop)
            steps.callback(self.controller.changed.disconnect, self.show_session)
            steps.callback(self.reading.stop)
            steps.callback(self.covered.emit)
            steps.callback(cover_everything)
            self.way_out.cover.cover()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "way_out" in self.__dict__:
            self.way_out.cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing forgets as leaving does."""
        self.way_out.clipboard.clear()
        self.memory.stop()
        super().closeEvent(event)


def default_choices(
    setting: Setting,
    *,
    topics: frozenset[str] | None = None,
    questions: int | None = None,
    age_band: AgeBand | None = None,
) -> Choices:
    """What a round is when nobody chooses; what is named here differs from the place's own."""
    return Choices(
        topics=topics,
        questions=questions or setting.questions,
        asks_confidence=setting.asks_confidence,
        age_band=age_band or setting.age_band,
    )
