"""The sources of a pack."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from quiz.model.question import Source

from .checker import FAULTY, Checker, Enough, record_id
from .fields import SOURCE, SOURCES
from .problems import near_miss
from .records import records
from .strict_yaml import Node
from .yaml_faults import Mark


class SourceReader:
    """The sound sources by id, and what is known of the others.

    A faulty source costs only the questions that cite it.
    """

    def __init__(self, checker: Checker, folder: Path) -> None:
        self._checker = checker
        self._places: dict[str, tuple[int, Mark]] = {}
        self._faulty: set[str] = set()
        self._all_known = False
        self.sound: dict[str, Source] = {}
        with suppress(Enough):
            self._all_known = self._read(folder)

    def _read(self, folder: Path) -> bool:
        """Reads the file; whether the id of each source is known."""
        all_known = True
        for found in records(self._checker, folder, "sources.yaml", "source", SOURCES):
            known_id = found.id
            if found.node is not None:
                known_id = record_id(found.node)
                self._checker.enter("source", found.node, found.number)
                self._read_one(found.node, known_id)
            elif known_id:
                self._faulty.add(known_id)
            all_known = all_known and bool(known_id)
        return all_known

    def _read_one(self, node: Node, own_id: str) -> None:
        values = self._checker.attributes(SOURCE, node)
        if own_id in self._places:
            shift, first = self._places[own_id]
            what = f"the id '{own_id}' is taken by the source in line {first.line + shift + 1}"
            self._checker.fault(node[0]["id"][1], what, "Give this one an id of its own.", "id")
            self.sound.pop(own_id, None)  # nobody can say which of the two a question means
            values = FAULTY
        elif own_id:
            self._places[own_id] = (self._checker.shift, node[0]["id"][1])
        if values is FAULTY:
            self._faulty.add(own_id)
        else:
            self.sound[own_id] = Source(**values.pop("custom"), **values)

    def why_not(self, cited: str) -> tuple[str, str] | None:
        """What to tell of a citation whose source is not sound, if there is anything to tell."""
        if cited in self._faulty:
            return f"cites '{cited}', which has a fault of its own", "Mend it in sources.yaml."
        if not self._all_known:
            return None  # the source may be there, where sources.yaml could not be read
        meant = near_miss(cited, self.sound)
        hint = f"Did you mean '{meant}'?" if meant else "Add it to sources.yaml."
        return f"there is no source '{cited}'", hint

    def tell_of_unused(self, cited: set[str]) -> None:
        """Tells of each sound source that no question cites."""
        with suppress(Enough):
            for own_id in self.sound.keys() - cited:
                self._checker.shift, mark = self._places[own_id]
                self._checker.enter(f"source {own_id}")
                self._checker.fault(mark, "no question cites it", "Cite it, or take it out.")
