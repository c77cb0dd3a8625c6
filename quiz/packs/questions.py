"""Questions and what they refer to: their sources, their twins, and one another's ids."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from quiz.model.question import Citation, Question

from .checker import FAULTY, Checker, Enough
from .fields import CITATION, EXPLANATION, EXPLANATION_WORDS, QUESTION
from .problems import near_miss
from .sources import SourceReader
from .yaml_faults import Mark


class _Place(NamedTuple):
    """Where something stands: the file, the lines above the piece of it, the place in that."""

    checker: Checker
    shift: int
    mark: Mark | None

    def __str__(self) -> str:
        line = self.mark.line + self.shift + 1 if self.mark else self.shift + 1
        return f"{self.checker.file}, line {line}"


class QuestionReader:
    """Reads the questions of one pack, in order, and keeps what is needed to look across them.

    `topic` is that of the file which is being read; ``""`` for one that belongs to no topic.
    """

    def __init__(self, sources: SourceReader) -> None:
        self._sources = sources
        self._questions: dict[str, Question] = {}
        self._places: dict[str, _Place] = {}  # of every id, also that of a faulty question
        self._twins: dict[str, _Place] = {}
        self._all_ids_known = True
        self.topic = ""
        self.cited: set[str] = set()  # also by faulty questions
        self.all_cited_known = True

    def lost(self, checker: Checker, known_id: str) -> None:
        """Notes a question, or a whole file, that could not be read."""
        self.all_cited_known = False
        if known_id:
            self._places.setdefault(known_id, _Place(checker, checker.shift, None))
        else:
            self._all_ids_known = False

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:
        """Takes one question."""
        own_id = checker.own_id(QUESTION)
        sound = values is not FAULTY and _has_right_length(checker, values, start)
        known = self._sources.sound
        twin = None
        cited = 0
        for record, field, id_, mark in checker.references:
            if record is CITATION:
                cited += 1
                self.cited.add(id_)
                if id_ not in known:
                    sound = False
                    told = self._sources.why_not(id_)
                    if told:
                        checker.tell(
                            f"question {own_id or number}, source {cited}, id", mark, *told
                        )
            elif field == "twin":
                twin = _Place(checker, checker.shift, mark)
            elif not self._is_new(_Place(checker, checker.shift, mark), id_):
                sound = False
        if not own_id:
            self._all_ids_known = False
        if sound and self.topic:
            values["citations"] = tuple(
                [Citation(known[c["id"]], c["locator"], c["supports"]) for c in values["citations"]]
            )
            self._questions[own_id] = Question(topic=self.topic, **values)
            if twin:
                self._twins[own_id] = twin

    def finish(self) -> tuple[Question, ...]:
        """The questions that can be played, once their twins have been looked at."""
        faulty = {own_id for own_id in self._twins if self._has_faulty_twin(own_id)}
        sound = {own_id: q for own_id, q in self._questions.items() if own_id not in faulty}
        for own_id in self._twins.keys() - faulty:
            if sound[own_id].twin not in sound:  # left out, and so it cannot be met
                sound[own_id] = replace(sound[own_id], twin="")
        return tuple(sound.values())

    def _is_new(self, here: _Place, own_id: str) -> bool:
        first = self._places.setdefault(own_id, here)
        if first is here:
            return True
        what = f"the id '{own_id}' is taken by the question in {first}"
        hint = "Give this one an id of its own."
        here.checker.tell(f"question {own_id}, id", here.mark, what, hint)
        return False

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
        place = self._twins[own_id]
        place.checker.shift = place.shift
        with suppress(Enough):
            place.checker.tell(f"question {own_id}, twin", place.mark, what, hint)
        return True


def _has_right_length(checker: Checker, values: dict[str, Any], start: Any) -> bool:
    """Whether the parts of the explanation keep to their limits together; leaves their texts."""
    words = 0
    for part in EXPLANATION:
        values[part], count = values[part]
        words += count
    least, most = EXPLANATION_WORDS
    if least <= words <= most:
        return True
    parts = f"{', '.join(EXPLANATION[:-1])} and {EXPLANATION[-1]}"
    what = f"{parts} have {words} words together; they need {least} to {most}"
    hint = "Say it more fully." if words < least else "Shorten them."
    checker.tell(f"question {values['id']}", start.start_mark, what, hint)
    return False
