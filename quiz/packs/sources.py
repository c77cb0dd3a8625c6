"""The sources of a pack."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from quiz.model.question import Source

from .checker import FAULTY, Checker, Enough
from .fields import SOURCE, SOURCES
from .problems import near_miss
from .records import RecordFile
from .yaml_faults import Mark


class SourceReader:
    """The sound sources by id, and what is known of the others.

    A faulty source costs only the questions that cite it.
    """

    def __init__(self, checker: Checker, folder: Path) -> None:
        self._checker = checker
        self._places: dict[str, tuple[int, Mark]] = {}
        self._faulty: set[str] = set()
        self._all_known = True
        self.sound: dict[str, Source] = {}
        try:
            RecordFile(checker, SOURCE, SOURCES).read(folder, "sources.yaml", self)
        except Enough:
            self._all_known = False

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:  # noqa: ARG002 (a Reader)
        """Takes one source."""
        own_id = checker.own_id(SOURCE)
        if not own_id:
            self._all_known = False
            return
        if own_id in self._places:
            shift, first = self._places[own_id]
            what = f"the id '{own_id}' is taken by the source in line {first.line + shift + 1}"
            mark = checker.references[0][3]
            checker.tell(f"source {own_id}, id", mark, what, "Give this one an id of its own.")
            values = FAULTY  # and so is the first: which of the two does a question mean?
            self.sound.pop(own_id, None)
        else:
            self._places[own_id] = checker.shift, checker.references[0][3]
        if values is FAULTY:
            self._faulty.add(own_id)
        else:
            self.sound[own_id] = Source(**values.pop("custom"), **values)

    def lost(self, checker: Checker, known_id: str) -> None:  # noqa: ARG002 (a Reader)
        """Notes a source, or the whole file, that could not be read."""
        if known_id:
            self._faulty.add(known_id)
        else:
            self._all_known = False

    def why_not(self, cited: str) -> tuple[str, str] | None:
        """What to tell of a citation whose source is not sound, if there is anything to tell."""
        if cited in self._faulty:
            return f"cites '{cited}', which has a fault of its own", "Mend it in sources.yaml."
        if not self._all_known:
            return None  # it may be there, where sources.yaml could not be read
        meant = near_miss(cited, self.sound)
        hint = f"Did you mean '{meant}'?" if meant else "Add it to sources.yaml."
        return f"there is no source '{cited}'", hint

    def tell_of_unused(self, cited: set[str]) -> None:
        """Tells of each sound source that no question cites."""
        with suppress(Enough):
            for own_id in self.sound:
                if own_id not in cited:
                    self._checker.shift, mark = self._places[own_id]
                    hint = "Cite it, or take it out."
                    self._checker.tell(f"source {own_id}", mark, "no question cites it", hint)
