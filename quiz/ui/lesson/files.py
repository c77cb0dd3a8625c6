"""The files of a lesson: plan, papers, results. Nothing else can be saved in a class."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from quiz.model.lesson import Lesson
from quiz.model.lesson_plan import LessonPlan
from quiz.model.question import Pack, Question
from quiz.ui.screens.lesson.lesson_words import say_few

translate = QCoreApplication.translate  # lupdate knows it by this name

if TYPE_CHECKING:
    from quiz.exchange.paper import PageSize, Paper

MOST_TOLD = 4
"""Faults of a plan that are told at once: the lesson has to fit on the screen as well."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")


class LessonFiles:
    """Reads and writes them; each method gives back a sentence to show.

    `fonts` is the folder of the bundled fonts, `folder` the one a bare name belongs to.
    """

    def __init__(self, fonts: Path, folder: Path) -> None:
        self._fonts = fonts
        self._folder = folder
        self._ours: set[Path] = set()  # what was written or read in this lesson may be replaced
        self._asked: Path | None = None

    @property
    def default_name(self) -> str:
        """What the files of a lesson are called until the teacher calls them otherwise."""
        return _shown(self._folder / translate("LessonFiles", "lesson"))

    @property
    def page_size(self) -> PageSize:
        """The sheets that are usual here: Letter or A4."""
        return _page_size()

    def results_path(self, day: date) -> str:
        """Where the results of a lesson would go; each of a day has a file of its own."""
        name = translate("LessonFiles", "results-{0}").format(day.isoformat())
        names = [name, *(f"{name}-{number}" for number in range(2, 100))]
        paths = (self._folder / f"{each}.csv" for each in names)
        return _shown(next((path for path in paths if not path.exists()), self._folder / name))

    def load(self, name: str, packs: Sequence[Pack]) -> tuple[LessonPlan | None, str]:
        """The plan in a file, as far as it can be used."""
        from quiz.packs.plan import read_plan

        if not name:
            return None, translate("LessonFiles", "Type the name of the file first.")
        named, ended = self._path(name, ""), self._path(name, ".yaml")
        path = next((path for path in (named, ended) if _is_file(path)), None)
        if path is None:
            words = translate(
                "LessonFiles",
                "There is no file {0}. Look at its name, or save a plan under it first.",
            )
            return None, words.format(_shown(ended))
        reading = read_plan(path, packs)
        self._ours.add(path)
        told = [str(problem) for problem in reading.problems]
        return reading.plan, say_few(told, MOST_TOLD, f"check {path.name}")

    def save_plan(self, name: str, plan: LessonPlan) -> str:
        """Save the plan; it reads back the same."""
        from quiz.packs.plan import plan_text

        return self._save(name, ".yaml", plan_text(plan).encode())

    def print(
        self,
        paper: str,
        name: str,
        plan: LessonPlan,
        questions: tuple[Question, ...],
        size: PageSize,
        language: str = "en",
    ) -> str:
        """Write one of the papers: PDF, or ODT where the name ends so. `language` is that of the
        pack, from which most of it comes.
        """
        from quiz.exchange.odt import odt
        from quiz.exchange.pdf import pdf

        if not name:
            return translate("LessonFiles", "Type the name of the file first.")
        sheet = self._paper(paper, plan, questions, language)
        as_odt = Path(name).suffix.lower() == ".odt"
        data = (odt if as_odt else pdf)(sheet, size, self._fonts)
        return self._save(name, ".odt" if as_odt else ".pdf", data)

    def save_results(self, name: str, lesson: Lesson, day: date) -> str:
        """Save the results as a table."""
        from quiz.exchange.results import class_results

        export = class_results(lesson.asked, day, lesson.plan.floor)
        saved, sentence = self._saved(name, ".csv", export.data)
        return " ".join([sentence, *export.dropped]) if saved else sentence

    def _paper(
        self, paper: str, plan: LessonPlan, questions: tuple[Question, ...], language: str
    ) -> Paper:
        from quiz.exchange import sheets
        from quiz.ui.lesson.paper_words import paper_words

        words = paper_words()
        if paper == "worksheet":
            return sheets.worksheet(questions, words, language)
        if paper == "key":
            return sheets.answer_key(questions, words, language)
        if paper == "slips":
            return sheets.slips(words=words, language=language)
        about = translate("LessonFiles", "A lesson for people aged {0}, {1} statements.")
        about = about.format(plan.age_band.value, len(questions))
        return sheets.summary(questions, about, words, language)

    def _path(self, name: str, suffix: str) -> Path:
        path = self._folder / _UNSEEN.sub("", name)
        with suppress(RuntimeError):  # the home of somebody who is not known here
            path = self._folder / Path(_UNSEEN.sub("", name)).expanduser()
        return path if path.suffix.lower() == suffix or not suffix else Path(f"{path}{suffix}")

    def _save(self, name: str, suffix: str, data: bytes) -> str:
        return self._saved(name, suffix, data)[1]

    def _saved(self, name: str, suffix: str, data: bytes) -> tuple[bool, str]:
        """Whether it was saved, and a sentence that says where, or why not."""
        from quiz.exchange.saving import NotSaved, save

        if not name:
            return False, translate("LessonFiles", "Type the name of the file first.")
        path = self._path(name, suffix)
        if _is_file(path) and path not in self._ours and path != self._asked:
            self._asked = path
            return False, translate(
                "LessonFiles", "{0} is there already. Press again to replace it."
            ).format(_shown(path))
        try:
            save(path, data)
        except NotSaved as told:
            return False, str(told)
        self._ours.add(path)
        return True, translate("LessonFiles", "Saved: {0}.").format(_shown(path))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no file has such a name
        return False


def _page_size() -> PageSize:
    """Letter where it is what one prints on, else A4."""
    from quiz.exchange.paper import PageSize

    letter = QLocale.territoryToCode(QLocale.system().territory()) in _LETTER
    return PageSize.LETTER if letter else PageSize.A4


_LETTER = frozenset("US CA MX PR GT SV NI CR PA DO CO VE CL PH".split())
"""Countries that print on Letter (CLDR 45, paperSize)."""


def _shown(path: Path) -> str:
    """The path as it may be seen by a room: without the name of whoever's home it is in."""
    with suppress(ValueError, RuntimeError):
        return str(Path("~") / path.relative_to(Path.home()))
    return str(path)
