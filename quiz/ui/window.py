"""The window: a stack of screens under one bar, and every connection in one method."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from quiz.model.preferences import Preferences
from quiz.model.setting import Setting
from quiz.ui import theme
from quiz.ui.announce import announce
from quiz.ui.controller import SessionController
from quiz.ui.kept import Kept
from quiz.ui.memory import Memory
from quiz.ui.screens.start import Choices, StartScreen
from quiz.ui.settle import Settling
from quiz.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from datetime import date

    from quiz.model.age_band import AgeBand
    from quiz.model.helpline import Helpline
    from quiz.model.question import Question
    from quiz.model.session import Session
    from quiz.packs.shelf import Shelf
    from quiz.ui.quick_exit import Clipboard, Cover, ShiftThrice, ShiftWatch
    from quiz.ui.rounds import Rounds
    from quiz.ui.screens.mishap import MishapScreen
    from quiz.ui.screens.problems import ProblemsScreen
    from quiz.ui.screens.question import QuestionScreen
    from quiz.ui.screens.remember import RememberScreen
    from quiz.ui.screens.results import ResultsScreen
    from quiz.ui.screens.safety import SafetyScreen
    from quiz.ui.screens.sources import SourcesScreen
    from quiz.ui.screens.support import SupportScreen
    from quiz.ui.widgets.keys import KeysBar
    from quiz.ui.widgets.preferences import PreferencesBar

    Screen = (
        StartScreen
        | QuestionScreen
        | ResultsScreen
        | SourcesScreen
        | ProblemsScreen
        | RememberScreen
        | SupportScreen
        | SafetyScreen
        | MishapScreen
    )


def _today() -> date:
    """The day by the system's clock."""
    from datetime import date

    return date.today()


class QuizWindow(QWidget):
    """The private place.

    `open_shelf` is called once the first picture is painted: a person sees the start screen before
    the first file is opened, and the topics come in the same blink.

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
        look: Preferences,
        rng: Random,
        settling: Settling | None = None,
        today: Callable[[], date] = _today,
        helplines: Callable[[date], tuple[Helpline, ...]] = lambda _: (),
        country: str = "",
        kept: Kept | None = None,
        before_others: Callable[[], None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_shelf = open_shelf
        self._opened: Shelf | None = None
        self._setting = setting
        self._rng = rng
        self._look = look
        self._rounds: Rounds | None = None
        self._settling = settling or Settling()
        self._keys_bar: KeysBar | None = None
        self._kept = kept or Kept()
        self.memory = Memory(today)
        self._today = today
        self._helplines = helplines
        self._before_others = before_others
        self._country = country
        self.controller = SessionController(self)
        self.setWindowTitle(self.tr("Myth or Reality"))
        self.bar = TopBar(self)
        self.stack = QStackedWidget(self)
        self.start = StartScreen(
            choices, self._settling, may_choose=setting.may_choose, may_save=setting.may_save
        )
        self.stack.addWidget(self.start)
        self._shown: Screen = self.start
        self._before: list[Screen] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self._reading = QTimer(self, interval=0)
        self._painted = False
        self._gone = False
        self.apply_look(look)
        self._wire()
        self._show_safety()
        self._show_promises()
        self.start.take_focus()

    def _wire(self) -> None:
        """Every connection of the window itself; a screen's own are made when it is built."""
        self.controller.changed.connect(self.show_session)
        self.controller.changed.connect(self._note_answers)
        self.bar.leave_wanted.connect(self.leave)
        self.bar.adjust_wanted.connect(self._toggle_preferences)
        self.start.started.connect(self.play)
        self.start.sources_wanted.connect(self.show_sources)
        self.start.support_wanted.connect(self.show_support)
        self.start.safety_wanted.connect(self.show_safety)
        self.start.remember_wanted.connect(self.show_remember)
        self.start.problems_wanted.connect(self.show_problems)
        self._reading.timeout.connect(self._read_on)

    # What leaving quickly needs, built once the first picture is there

    @cached_property
    def cover(self) -> Cover:
        """The neutral surface over the window."""
        from quiz.ui.quick_exit import Cover

        cover = Cover(self)
        cover.lifted.connect(cover.lift)
        cover.leave_wanted.connect(self.leave)
        return cover

    @property
    def _covered(self) -> bool:
        return "cover" in self.__dict__ and self.cover.isVisible()

    @cached_property
    def _shift(self) -> ShiftThrice:
        from quiz.ui.quick_exit import ShiftThrice

        shift = ShiftThrice()
        shift.wanted = self._look.shift_leaves
        return shift

    @cached_property
    def _keys(self) -> ShiftWatch:
        from quiz.ui.quick_exit import ShiftWatch

        keys = ShiftWatch(self._shift, self)
        keys.counted.connect(self._show_presses)
        keys.thrice.connect(self.leave)
        return keys

    @cached_property
    def _clipboard(self) -> Clipboard:
        from quiz.ui.quick_exit import Clipboard

        return Clipboard()

    # Screens, built when they are first wanted

    @cached_property
    def preferences(self) -> PreferencesBar:
        """The bar of text size and colours, under the top bar."""
        from quiz.ui.widgets.preferences import PreferencesBar

        bar = PreferencesBar(self)
        bar.hide()
        bar.text_size_wanted.connect(self._resize_text)
        bar.theme_wanted.connect(self._change_theme)
        bar.shift_wanted.connect(self._use_shift)
        bar.pause_wanted.connect(self.pause)
        bar.support_wanted.connect(self.show_support)
        bar.keep_wanted.connect(self._keep_preferences)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, bar)
        before: QWidget = self.bar.adjust
        for control in bar.controls:
            self.setTabOrder(before, control)
            before = control
        self._show_preferences(bar)
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
        screen.support_wanted.connect(self.show_support)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def results(self) -> ResultsScreen:
        """The results screen."""
        from quiz.ui.screens.results import ResultsScreen

        screen = ResultsScreen(self._settling, retries=self._setting.retries)
        screen.again_wanted.connect(self._again)
        screen.new_round_wanted.connect(self._new_round)
        screen.start_wanted.connect(self._to_start)
        screen.source_wanted.connect(self.show_sources_of)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def sources(self) -> SourcesScreen:
        """The sources screen."""
        from quiz.ui.screens.sources import SourcesScreen

        screen = SourcesScreen(
            self._settling,
            may_copy=self._setting.may_copy,
            may_open=self._setting.may_open_links,
        )
        screen.back_wanted.connect(self._back)
        screen.copy_wanted.connect(self._copy)
        screen.open_wanted.connect(self._browse)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def remember(self) -> RememberScreen:
        """The screen on coming back another day."""
        from quiz.keep.reviews import DEFAULT_NAME
        from quiz.ui.screens.remember import RememberScreen

        screen = RememberScreen(self._settling, Path.home() / DEFAULT_NAME)
        screen.keep_wanted.connect(self._keep_in)
        screen.stop_wanted.connect(self._keep_no_more)
        screen.delete_wanted.connect(self._delete_everything)
        screen.back_wanted.connect(self._back)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def support(self) -> SupportScreen:
        """The screen on where to get help."""
        from quiz.ui.screens.support import SupportScreen

        screen = SupportScreen(self._settling)
        screen.back_wanted.connect(self._back)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def safety(self) -> SafetyScreen:
        """The screen on privacy and safety."""
        from quiz.ui.screens.safety import SafetyScreen

        screen = SafetyScreen(self._settling)
        screen.back_wanted.connect(self._back)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def mishap(self) -> MishapScreen:
        """The screen on an unexpected error."""
        from quiz.ui.screens.mishap import MishapScreen

        screen = MishapScreen(self._settling)
        screen.start_wanted.connect(self._to_start)
        self.stack.addWidget(screen)
        return screen

    @cached_property
    def problems(self) -> ProblemsScreen:
        """The problems screen."""
        from quiz.ui.screens.problems import ProblemsScreen

        screen = ProblemsScreen(self._settling)
        screen.back_wanted.connect(self._back)
        self.stack.addWidget(screen)
        return screen

    # Reading the packs, after the first picture is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._reading.start()

    def _read_on(self) -> None:
        """One more file, while the person reads the start screen."""
        if self._opened is None:
            self._keys.watch(self)
            self._open()
        elif not self._opened.step():
            self._ready()

    def _open(self) -> Shelf:
        """The shelf, opened now if not before: each pack says what it is called."""
        if self._opened is None:
            self._opened = self._open_shelf()
            for cover in self._opened.covers[:1]:
                self.start.show_pack(cover)
        return self._opened

    def _ready(self) -> Rounds | None:
        """All packs are read, now if not before. None where there is nothing to play."""
        if self._rounds is not None:
            return self._rounds
        self._reading.stop()
        shelf = self._open().read()
        self.start.show_faults(len(shelf.problems))
        if not shelf.packs:
            self.show_problems()
            self.ready.emit()
            return None
        from quiz.ui.rounds import Rounds

        self._rounds = Rounds(shelf.packs[0], self._rng)
        choices = self.start.choices
        self._rounds.choose(choices.topics, choices.age_band)
        self.start.show_sources(len(self._sources_in_play()))
        self._show_due()
        self.ready.emit()
        return self._rounds

    def _sources_in_play(self) -> set[str]:
        assert self._rounds is not None
        return {c.source.id for q in self._rounds.questions for c in q.citations}

    # The session

    def play(self, choices: Choices) -> None:
        """Draw a round by `choices` and play it."""
        rounds = self._ready()
        if rounds is None:
            return
        if not rounds.choose(choices.topics, choices.age_band):
            announce(self, self.tr("These topics have no statements of this kind."))
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
        self._settling.view_changed()
        self._before.clear()
        self._show_bar(session)
        if session is None:
            self._show(self.start)
            self.start.take_focus()
            return
        from quiz.model.session import Phase

        finished = session.phase is Phase.FINISHED
        screen = self.results if finished else self.question
        if self._rounds is not None:
            screen.show_topics({topic.id: topic.title for topic in self._rounds.pack.topics})
        self._show(screen)
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
        assert self._rounds is not None
        setting = self._setting
        self.controller.again(setting.retries, setting.retry_most, self._rounds.reword)

    def _new_round(self) -> None:
        self.play(self.start.choices)

    def _stop_asking(self) -> None:
        self.start.stop_asking()
        self.controller.stop_asking()

    # Other screens

    def _show(self, screen: Screen) -> None:
        if self._shown is not screen:
            self._shown = screen
            self.stack.setCurrentWidget(screen)

    def _visit(self, screen: Screen) -> None:
        """Show a screen from which one comes back."""
        if screen is not self._shown:
            self._before.append(self._shown)
        self._settling.view_changed()
        self._show(screen)

    def _back(self) -> None:
        self._settling.view_changed()
        before = self._before.pop() if self._before else self.start
        self._show(before)
        before.setFocus()
        if before is self.start:
            self.start.take_focus()

    def _to_start(self) -> None:
        self.controller.drop()

    def show_sources(self) -> None:
        """Every source of the questions in play."""
        rounds = self._ready()
        if rounds is None:
            return
        choices = self.start.choices
        rounds.choose(choices.topics, choices.age_band)
        self._visit(self.sources)
        self.sources.show_pack(rounds.pack.sources, rounds.questions)

    def show_sources_of(self, question: Question) -> None:
        """The sources of one question."""
        self._visit(self.sources)
        self.sources.show_question(question)

    def show_support(self) -> None:
        """Where to get help. It is opened without leaving any record."""
        from quiz.model.helpline import countries, shown

        today = self._today()
        lines = self._helplines(today)
        by_country = {code: shown(lines, code, today) for code in countries(lines, today)}
        self._visit(self.support)
        self.support.show_lines(by_country, self._country)

    def show_safety(self) -> None:
        """Privacy and safety, as they are at this moment."""
        self._visit(self.safety)
        self.safety.show_state(
            shift=self._look.shift_leaves, reviews=self.memory.path, preferences=self._kept.file
        )

    def show_mishap(self) -> None:
        """Something went wrong inside; from here one goes back to the start."""
        if self._gone:
            return
        self._settling.view_changed()
        self._show(self.mishap)
        self.mishap.head.setFocus()

    def show_problems(self) -> None:
        """The faults that were found."""
        self._visit(self.problems)
        shelf = self._open()
        lines = [str(problem) for problem in shelf.problems]
        self.problems.show_problems(lines, playable=bool(shelf.packs))

    def _copy(self, text: str) -> None:
        self._clipboard.copy(text)
        announce(self, self.tr("Copied"))

    def _browse(self, address: str) -> None:
        from PySide6.QtGui import QDesktopServices

        self._before_others()
        if not QDesktopServices.openUrl(QUrl(address)):
            announce(self, self.tr("No browser could be opened. The code can be scanned instead."))

    # Coming back another day

    def keep_in(self, path: Path) -> str:
        """Remember what is missed in `path`; a sentence where there is something to say."""
        from quiz.keep.reviews import CannotKeep

        try:
            sentence = self.memory.keep_in(path)
        except CannotKeep as told:
            sentence = str(told)
        self._show_due()
        return sentence

    def show_remember(self, sentence: str = "") -> None:
        """The screen on coming back another day."""
        rounds = self._ready()
        if rounds is not None:
            self._visit(self.remember)
            self.remember.show_state(self.memory.path, len(self.memory.due(rounds.pack)), sentence)

    def _keep_in(self, path: str) -> None:
        self.show_remember(self.keep_in(Path(path).expanduser()) if path else "")

    def _keep_no_more(self) -> None:
        self.memory.stop()
        self._show_due()
        self.show_remember()

    def _delete_everything(self) -> None:
        from quiz.keep.reviews import CannotKeep

        try:
            sentence = self.memory.delete_everything()
        except CannotKeep as told:
            sentence = str(told)
        self._show_due()
        self.show_remember(sentence)

    def _show_due(self) -> None:
        self._show_promises()
        if self._rounds is not None:
            self.start.show_due(len(self.memory.due(self._rounds.pack)))

    def _note_answers(self, session: Session | None) -> None:
        """Keep what the answers mean for the review dates, where that is wanted."""
        if session is None or self._rounds is None or self.memory.path is None:
            return
        from quiz.keep.reviews import CannotKeep

        try:
            self.memory.note(session, self._rounds.pack)
        except CannotKeep as told:
            self.memory.stop()
            announce(self, str(told))
            self.start.show_notice(str(told))
        self._show_due()

    # Look

    def apply_look(self, look: Preferences) -> None:
        """Wear `look`: colours and text size."""
        self._look = look
        dark = look.theme == "dark" or (look.theme == "system" and theme.system_prefers_dark())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        scale = self._setting.text_scale * look.text_size / 100
        theme.apply_theme(app, theme.DARK if dark else theme.LIGHT, scale)
        if "preferences" in self.__dict__:
            self._show_preferences(self.preferences)

    def _show_preferences(self, bar: PreferencesBar, sentence: str = "") -> None:
        bar.show_preferences(self._look.text_size, self._look.theme)
        bar.show_shift(self._look.shift_leaves)
        bar.show_kept(self._kept.path, self._kept.kept, sentence)
        self._show_promises()

    def _toggle_preferences(self) -> None:
        self.preferences.setVisible(not self.preferences.isVisible())

    def _resize_text(self, size: int) -> None:
        self._change(replace(self._look, text_size=size))
        announce(self, self.tr("Text size {0} %").format(size))

    def _change_theme(self, name: str) -> None:
        self._change(replace(self._look, theme=name))

    def _use_shift(self, wanted: bool) -> None:
        self._shift.wanted = wanted
        self._change(replace(self._look, shift_leaves=wanted))
        self._show_safety()

    def _change(self, look: Preferences) -> None:
        if look == self._look:
            return
        self.apply_look(look)
        self._tell(self._kept.changed(self._look))

    def _keep_preferences(self, wanted: bool) -> None:
        self._tell(self._kept.want(wanted, self._look))

    def _tell(self, sentence: str) -> None:
        """Show how it stands with keeping preferences; `sentence` says what did not work."""
        self._show_preferences(self.preferences, sentence)
        if sentence:
            announce(self, sentence)

    def _show_safety(self) -> None:
        """The start screen says in short what leaving does."""
        self.start.show_safety(shift=self._look.shift_leaves)

    def _show_promises(self) -> None:
        self.start.show_promises(kept=bool(self._kept.file or self.memory.path))

    # Keys, pause and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that are the same everywhere; the rest goes to the screen."""
        if (
            self._keys.press(event)
            or event.isAutoRepeat()
            or self._common_key(event)
            or self._covered
        ):
            event.accept()
        elif event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ) or not self._shown.key(event):
            super().keyPressEvent(event)

    def _common_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F9:
            self.cover.lift() if self._covered else self.pause()
        elif key == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        elif key == Qt.Key.Key_Question:
            self._toggle_keys()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self._resize_text(theme.next_size(self._look.text_size, 1))
            elif key == Qt.Key.Key_Minus:
                self._resize_text(theme.next_size(self._look.text_size, -1))
            elif key == Qt.Key.Key_0:
                self._resize_text(100)
            else:
                return False
        else:
            return False
        return True

    def _toggle_keys(self) -> None:
        """Show what each key does, or hide it again."""
        if self._keys_bar is None:
            from quiz.ui.widgets.keys import KeysBar

            self._keys_bar = KeysBar(self)
            self._column.insertWidget(1, self._keys_bar)
        else:
            self._keys_bar.setVisible(self._keys_bar.isHidden())
        if self._keys_bar.isVisible():
            announce(self, self._keys_bar.say())

    def pause(self) -> None:
        """Cover the window until the person goes on."""
        self.cover.pause()

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
            steps.callback(self._clipboard.clear)
            steps.callback(self.memory.stop)
            steps.callback(self.controller.drop)
            steps.callback(self.controller.changed.disconnect, self.show_session)
            steps.callback(self._reading.stop)
            steps.callback(self.covered.emit)
            steps.callback(cover_everything)
            self.cover.cover()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "cover" in self.__dict__:
            self.cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing forgets as leaving does."""
        self._clipboard.clear()
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
