"""A kiosk's counts as its window sees them: something to tell at the end of a visitor.

Whatever goes wrong with the file is a sentence for the staff, and never stops the kiosk: a visitor
is not counted then, and the next one is tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from quiz.exchange.carrying import carry, media
from quiz.exchange.saving import NotSaved
from quiz.keep.counts import Counts
from quiz.keep.figures import Count, as_csv, most_believed
from quiz.keep.refusals import CannotKeep
from quiz.model.question import Pack, Verdict
from quiz.model.session import Answer
from quiz.model.votes import FLOOR
from quiz.ui.widgets.believed import Believed

translate = QCoreApplication.translate  # lupdate knows it by this name


class Tally:
    """Counts in the file `path`, or nothing at all where it is None.

    `floor`: people that a figure stands for at least. `own`: the folder that an export goes to
    where nothing is plugged in; `plugged_in` gives what is. `today` gives the day.
    """

    def __init__(
        self,
        path: Path | None,
        own: Path,
        floor: int = FLOOR,
        *,
        today: Callable[[], date] = date.today,
        plugged_in: Callable[[], Sequence[Path]] = media,
    ) -> None:
        self._path = path
        self._own = own
        self._floor = floor
        self._today = today
        self._plugged_in = plugged_in
        self._file: Counts | None = None
        self._notice = ""
        self._trouble = ""

    @property
    def wanted(self) -> bool:
        """Whether the site wants counts."""
        return self._path is not None

    @property
    def faults(self) -> tuple[str, ...]:
        """What the staff should know about the file."""
        return tuple(filter(None, (self._notice, self._trouble)))

    def note(self, pack: str, answers: Iterable[Answer]) -> None:
        """A visitor has finished or left, after these answers."""
        self._try(lambda file: file.add(pack, answers, self._today()))

    def figures(self) -> tuple[Count, ...]:
        """All that may be shown: no figure for fewer people than the floor, and never today's."""
        found: list[Count] = []
        self._try(lambda file: found.extend(file.figures(self._today())))
        return tuple(found)

    def believed(self, figures: Iterable[Count], packs: Iterable[Pack]) -> tuple[Believed, ...]:
        """The myths that most people took for true, largest share first, each told by its fact."""
        facts = {
            (pack.id, question.id): question.fact
            for pack in packs
            for question in pack.questions
            if question.verdict is Verdict.MYTH
        }
        return tuple(
            Believed(facts[belief.pack, belief.question], belief.believed, belief.answered)
            for belief in most_believed(figures, facts, self._floor)
        )

    def save(self) -> str:
        """Write the figures as a table, onto a stick if one is plugged in; a sentence to show."""
        figures = self.figures()
        if self._trouble:
            return self._trouble
        if not figures:
            return translate("Tally", "There is no figure yet that stands for enough people.")
        with suppress(OSError):
            self._own.mkdir(parents=True, exist_ok=True)
        stem = f"counts-{self._today().isoformat()}"
        try:
            data = as_csv(figures).encode()
            done = carry(data, stem, ".csv", [*self._plugged_in(), self._own])
        except NotSaved as told:
            return str(told)
        return " ".join([*done.refused, translate("Tally", "Saved: {0}").format(done.path)])

    def _try(self, what: Callable[[Counts], None]) -> None:
        if self._path is None:
            return
        try:
            if self._file is None:
                self._file = self._opened(self._path)
            what(self._file)
            self._trouble = ""
        except CannotKeep as told:
            self._file = None  # opened afresh next time: a damaged file is then put aside
            self._trouble = str(told)

    def _opened(self, path: Path) -> Counts:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        file = Counts.opened(path, self._floor)
        self._notice = file.notice or self._notice
        return file
