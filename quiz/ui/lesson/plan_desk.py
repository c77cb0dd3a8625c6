"""Where a plan is made: it keeps the plan, answers the planning screen, and reads and writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from quiz.model.lesson_plan import LessonPlan
from quiz.model.question import Pack, Question
from quiz.ui.announce import announce
from quiz.ui.lesson.files import LessonFiles
from quiz.ui.screens.lesson.lesson_planning import PlanningScreen


class PlanDesk(QObject):
    """The only holder of the plan before a lesson."""

    def __init__(
        self, screen: PlanningScreen, packs: Sequence[Pack], plan: LessonPlan, files: LessonFiles
    ) -> None:
        super().__init__(screen)
        self._screen, self._packs, self._files = screen, packs, files
        self._pack = next((pack for pack in packs if pack.id == plan.pack), packs[0])
        self.plan = plan
        screen.planned.connect(self.take)
        screen.refused.connect(screen.show_notice)
        screen.pack_chosen.connect(self._choose_pack)
        screen.load_wanted.connect(self.load)
        screen.save_wanted.connect(self._save)
        screen.print_wanted.connect(self._print)
        screen.show_packs(packs, self._pack)
        screen.papers.show_name(files.default_name)
        screen.papers.show_size(files.page_size)
        self.take(plan)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The statements of the lesson, in order."""
        return self.plan.chosen(self._pack.questions).questions

    def take(self, plan: LessonPlan) -> None:
        """Take another plan; where it names no statements they are drawn by its seed."""
        self.plan = plan if plan.questions else plan.drawn(self._pack.questions)
        self._screen.show_notice("")
        self._screen.show_plan(self.plan, self.questions, self._screen.preview.row)

    def load(self, path: str) -> None:
        """Take the plan in a file, as far as it can be used, and tell what is wrong with it."""
        plan, sentence = self._files.load(path, self._packs)
        if plan is not None:
            self._take_pack(plan.pack)
            self.take(plan)
        self._tell(sentence)

    def _choose_pack(self, id_: str) -> None:
        """Another pack: what named topics and questions of the old one is empty again."""
        self._take_pack(id_)
        self.take(replace(self.plan, pack=id_, topics=(), questions=(), left_out=()))

    def _take_pack(self, id_: str) -> None:
        self._pack = next(pack for pack in self._packs if pack.id == id_)
        self._screen.show_packs(self._packs, self._pack)

    def _save(self, path: str) -> None:
        self._tell(self._files.save_plan(path, self.plan))

    def _print(self, paper: str, path: str) -> None:
        size = self._screen.papers.page_size
        language = self._pack.language
        self._tell(self._files.print(paper, path, self.plan, self.questions, size, language))

    def _tell(self, sentence: str) -> None:
        self._screen.show_notice(sentence)
        if sentence:
            announce(self._screen, sentence)
