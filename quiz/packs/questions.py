"""Questions and what they refer to: their sources, their twins, and one another's ids."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from quiz.model.question import Citation, Question

from .checker import FAULTY, Checker, Enough, record_id
from .fields import EXPLANATION, EXPLANATION_WORDS, QUESTION
from .problems import near_miss
from .sources import SourceReader
from .strict_yaml import Node
from .yaml_faults import Mark


@dataclass(frozen=True, slots=True)
class _Twin:
    """Where a question names its twin."""

    checker: Checker
    shift: int
    mark: Mark


class QuestionReader:
    """Reads the questions of one pack, in order, and keeps what is needed to look across them."""

    def __init__(self, sources: SourceReader) -> None:
        self._sources = sources
        self._questions: dict[str, Question] = {}
        self._places: dict[str, str] = {}  # of every id, also that of a faulty question
        self._twins: dict[str, _Twin] = {}
        self._all_ids_known = True
        self.cited: set[str] = set()
        self.all_cited_known = True

    def lost(self, known_id: str, place: str) -> None:
        """Notes a question, or a whole file, that could not be read at all."""
        self.all_cited_known = False
        if known_id:
            self._places.setdefault(known_id, place)
        else:
            self._all_ids_known = False

    def read(self, checker: Checker, topic: str, node: Node, number: int) -> None:
        """Reads one question of a topic; ``""`` is a file that belongs to no topic."""
        checker.enter("question", node, number)
        values = checker.attributes(QUESTION, node)
        entries = node[0] if type(node[0]) is dict else {}
        new = self._is_new(checker, node)
        cites = self._cites_known(checker, entries)
        if values is FAULTY or not _has_right_length(checker, values, node[1]):
            return
        if not (new and topic and cites):
            return
        sound = self._sources.sound
        values["citations"] = tuple(
            Citation(sound[c["id"]], c["locator"], c["supports"]) for c in values["citations"]
        )
        question = Question(topic=topic, **values)
        self._questions[question.id] = question
        if question.twin:
            self._twins[question.id] = _Twin(checker, checker.shift, entries["twin"][1])

    def finish(self) -> tuple[Question, ...]:
        """The questions that can be played, once their twins have been looked at."""
        faulty = {own_id for own_id in self._twins if self._has_faulty_twin(own_id)}
        sound = {own_id: q for own_id, q in self._questions.items() if own_id not in faulty}
        for own_id in self._twins.keys() - faulty:
            if sound[own_id].twin not in sound:  # left out, and so it cannot be met
                sound[own_id] = replace(sound[own_id], twin="")
        return tuple(sound.values())

    def _is_new(self, checker: Checker, node: Node) -> bool:
        own_id = record_id(node)
        if not own_id:
            self._all_ids_known = False
            return False
        mark = node[0]["id"][1]
        place = f"{checker.file}, line {mark.line + checker.shift + 1}"
        first = self._places.setdefault(own_id, place)
        if first is place:
            return True
        what = f"the id '{own_id}' is taken by the question in {first}"
        checker.fault(mark, what, "Give this one an id of its own.", "id")
        return False

    def _cites_known(self, checker: Checker, entries: dict[str, Node]) -> bool:
        """Whether each source cited can be shown; notes the ids, also for a faulty question."""
        listed = entries["sources"][0] if "sources" in entries else None
        if type(listed) is not list:
            return False
        all_known = True
        for number, entry in enumerate(listed, start=1):
            cited = record_id(entry)
            self.cited.add(cited)
            if cited not in self._sources.sound:
                all_known = False
                told = self._sources.why_not(cited) if cited else None
                if told:
                    checker.fault(entry[0]["id"][1], *told, f"source {number}, id")
        return all_known

    def _has_faulty_twin(self, own_id: str) -> bool:
        question = self._questions[own_id]
        twin = self._questions.get(question.twin)
        if question.twin == own_id:
            what, hint = "names the question itself", "Name the opposite version, or leave it out."
        elif twin is None:
            if question.twin in self._places or not self._all_ids_known:
                return False  # it is there, with a fault of its own
            meant = near_miss(question.twin, self._places)
            what = f"there is no question '{question.twin}'"
            hint = f"Did you mean '{meant}'?" if meant else "Write it, or take this line out."
        elif twin.twin != own_id:
            what = f"'{twin.id}' does not point back"
            hint = f"Write 'twin: {own_id}' there, or take this line out."
        elif twin.verdict is question.verdict:
            what = f"'{twin.id}' has the same verdict, '{twin.verdict.value}'"
            hint = "Twins are opposite versions: look which verdict is wrong."
        else:
            return False
        named = self._twins[own_id]
        named.checker.shift = named.shift
        named.checker.enter(f"question {own_id}")
        with suppress(Enough):
            named.checker.fault(named.mark, what, hint, "twin")
        return True


def _has_right_length(checker: Checker, values: dict[str, Any], mark: Mark) -> bool:
    """Whether the parts of the explanation together keep to their limits."""
    least, most = EXPLANATION_WORDS
    words = len(" ".join([values[part] for part in EXPLANATION]).split())
    if least <= words <= most:
        return True
    parts = f"{', '.join(EXPLANATION[:-1])} and {EXPLANATION[-1]}"
    what = f"{parts} have {words} words together; they need {least} to {most}"
    hint = "Say it more fully." if words < least else f"Take out {words - most}."
    checker.fault(mark, what, hint)
    return False
