"""What one looks at by the way and comes back from: sources, help, safety, faults, memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from quiz.model.question import Question
    from quiz.model.setting import Setting
    from quiz.packs.shelf import Shelf
    from quiz.ui.helping import Helping
    from quiz.ui.look import Look
    from quiz.ui.memory import Memory
    from quiz.ui.rounds import Rounds
    from quiz.ui.screens.problems import ProblemsScreen
    from quiz.ui.screens.remember import RememberScreen
    from quiz.ui.screens.safety import SafetyScreen
    from quiz.ui.screens.sources import SourcesScreen
    from quiz.ui.screens.support import SupportScreen
    from quiz.ui.settle import Settling
    from quiz.ui.stack import Stack


class Asides(QObject):
    """Builds each of these screens when it is first wanted, and shows it as things stand.

    `copy_wanted(text)`, `open_wanted(link)`: as on the evidence card. `memory_changed()`: another
    file is kept, or none any more.

    `rounds` gives what is in play, None where there is nothing; `shelf` gives what was read.
    """

    copy_wanted = Signal(str)
    open_wanted = Signal(str)
    memory_changed = Signal()

    def __init__(
        self,
        stack: Stack,
        settling: Settling,
        setting: Setting,
        *,
        rounds: Callable[[], Rounds | None],
        shelf: Callable[[], Shelf],
        memory: Memory,
        helping: Helping,
        look: Look,
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._settling = settling
        self._setting = setting
        self._rounds = rounds
        self._shelf = shelf
        self._memory = memory
        self._helping = helping
        self._look = look

    @cached_property
    def sources(self) -> SourcesScreen:
        """The sources screen."""
        from quiz.ui.screens.sources import SourcesScreen

        screen = SourcesScreen(
            self._settling,
            may_copy=self._setting.may_copy,
            may_open=self._setting.may_open_links,
        )
        screen.copy_wanted.connect(self.copy_wanted)
        screen.open_wanted.connect(self.open_wanted)
        return self._stack.add_aside(screen)

    @cached_property
    def remember(self) -> RememberScreen:
        """The screen on coming back another day."""
        from quiz.keep.reviews import DEFAULT_NAME
        from quiz.ui.screens.remember import RememberScreen

        screen = RememberScreen(self._settling, Path.home() / DEFAULT_NAME)
        screen.keep_wanted.connect(self._keep)
        screen.stop_wanted.connect(self._keep_no_more)
        screen.delete_wanted.connect(self._delete_everything)
        return self._stack.add_aside(screen)

    @cached_property
    def support(self) -> SupportScreen:
        """The screen on where to get help."""
        from quiz.ui.screens.support import SupportScreen

        return self._stack.add_aside(SupportScreen(self._settling))

    @cached_property
    def safety(self) -> SafetyScreen:
        """The screen on privacy and safety."""
        from quiz.ui.screens.safety import SafetyScreen

        return self._stack.add_aside(SafetyScreen(self._settling))

    @cached_property
    def problems(self) -> ProblemsScreen:
        """The problems screen."""
        from quiz.ui.screens.problems import ProblemsScreen

        return self._stack.add_aside(ProblemsScreen(self._settling))

    def show_sources(self) -> None:
        """Every source of the questions in play."""
        rounds = self._rounds()
        if rounds is None:
            self.show_problems()
            return
        self._stack.visit(self.sources)
        self.sources.show_pack(rounds.pack.sources, rounds.questions)

    def show_sources_of(self, question: Question) -> None:
        """The sources of one question."""
        self._stack.visit(self.sources)
        self.sources.show_question(question)

    def show_support(self) -> None:
        """Where to get help. It is opened without leaving any record."""
        self._stack.visit(self.support)
        self.support.show_lines(self._helping.by_country(), self._helping.country)

    def show_safety(self) -> None:
        """Privacy and safety, as they are at this moment."""
        self._stack.visit(self.safety)
        self.safety.show_state(
            shift=self._look.worn.shift_leaves,
            reviews=self._memory.path,
            preferences=self._look.kept.file,
        )

    def show_problems(self) -> None:
        """The faults that were found."""
        self._stack.visit(self.problems)
        shelf = self._shelf()
        lines = [str(problem) for problem in shelf.problems]
        self.problems.show_problems(lines, playable=bool(shelf.packs))

    def show_remember(self, sentence: str = "") -> None:
        """Coming back another day; `sentence` says what has just happened."""
        rounds = self._rounds()
        if rounds is None:
            self.show_problems()
            return
        self._stack.visit(self.remember)
        self.remember.show_state(self._memory.path, len(self._memory.due(rounds.pack)), sentence)

    def _keep(self, path: str) -> None:
        self._show_kept(self._memory.keep_in(Path(path).expanduser()) if path else "")

    def _keep_no_more(self) -> None:
        self._memory.stop()
        self._show_kept()

    def _delete_everything(self) -> None:
        self._show_kept(self._memory.delete_everything())

    def _show_kept(self, sentence: str = "") -> None:
        self.memory_changed.emit()
        self.show_remember(sentence)
