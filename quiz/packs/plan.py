"""A lesson plan as a small YAML file: read as strictly as a pack, and written so that it reads.

What is wrong with a plan costs only itself: the usual value stands in, a question that is not there
is left out, and each is told with its line. Only a plan that cannot say its pack is no plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from quiz.model.lesson_plan import (
    HIGHEST_SEED,
    MOST_QUESTIONS,
    MOST_WORDS_A_LINE,
    LessonPlan,
    SecondVote,
    Team,
)
from quiz.model.question import AgeBand, Pack
from quiz.model.votes import HIGHEST_FLOOR, LOWEST_FLOOR

from .checker import FAULTY, Checker, Enough
from .fields import ID, Field, Kind, ListOf, Record
from .kinds import Choice, Number, Prose
from .marks import marks
from .problems import Problem, in_order, near_miss
from .records import file_text
from .strict_yaml import Events
from .yaml_faults import Mark, YamlFault, translated


def _optional(name: str, about: str, kind: Kind) -> Field:
    return Field(name, kind, about, required=False)


_LINE = Prose(1, MOST_WORDS_A_LINE)
PLAN = Record(
    "plan",
    Field("pack", ID, "The id of the pack."),
    _optional("age_band", "The oldest questions to ask.", Choice.of(AgeBand)),
    _optional("length", "How many questions are drawn.", Number(1, MOST_QUESTIONS)),
    _optional("seed", "The same seed draws the same questions.", Number(0, HIGHEST_SEED)),
    _optional("topics", "The topics to draw from; none: all.", ListOf(ID, "topic", 0, True)),
    _optional(
        "questions",
        "The questions, in their order; none: drawn by the seed.",
        ListOf(ID, "question", 0, True),
    ),
    _optional("left_out", "Questions that are not drawn.", ListOf(ID, "question", 0, True)),
    _optional("ground_rules", "The first page, 3 to 8 lines.", ListOf(_LINE, "line")),
    _optional("signposts", "The last page: whom to turn to, 1 to 6 lines.", ListOf(_LINE, "line")),
    _optional(
        "route",
        "For the teacher: what to do when somebody tells of something, 1 to 4 lines.",
        ListOf(_LINE, "line"),
    ),
    _optional("teams", "Colours of tables; none: no teams.", ListOf(Choice.of(Team), "team", 0)),
    _optional("second_vote", "Whether the room votes again.", Choice.of(SecondVote)),
    _optional(
        "floor",
        "With fewer votes only words are shown, no numbers.",
        Number(LOWEST_FLOOR, HIGHEST_FLOOR),
    ),
    lenient=True,
)


@dataclass(frozen=True, slots=True)
class PlanReading:
    """What came of reading a plan: the plan, where it can be used, and every fault in order."""

    plan: LessonPlan | None
    problems: tuple[Problem, ...]


def read_plan(path: Path, packs: Sequence[Pack] | None = None) -> PlanReading:
    """Reads the plan in the file `path` and looks up its questions in `packs` (None: nowhere)."""
    checker = Checker(path.name)
    plan = None
    text = file_text(checker, path.parent, path.name)
    if text is not None:
        try:
            with suppress(Enough):
                plan = _PlanReader(checker, text).plan(packs)
        except (yaml.YAMLError, YamlFault) as error:
            checker.tell_yaml("file", translated(error, text))
    return PlanReading(plan, in_order(checker.problems))


class _PlanReader:
    """Reads one plan. `_marks` knows where each field stands, and each entry of its lists."""

    def __init__(self, checker: Checker, text: str) -> None:
        self._checker = checker
        self._text = text
        self._marks: dict[tuple[str, str], Mark] = {}

    def plan(self, packs: Sequence[Pack] | None) -> LessonPlan | None:
        """The plan, as far as it can be used."""
        events = Events(self._text)
        start = events.first()
        if start is None:
            self._checker.tell("file", None, "is empty", "Save the plan anew from the lesson.")
            return None
        values = self._checker.record(PLAN, events, start)
        events.end()
        self._checker.settle("plan")
        if values is FAULTY:
            return None
        self._marks = dict(marks(self._text))
        plan = LessonPlan(values.pop("pack"))
        for name, value in values.items():
            plan = self._with(plan, name, value)
        return plan if packs is None else self._looked_up(plan, packs)

    def _with(self, plan: LessonPlan, name: str, value: Any) -> LessonPlan:
        """The plan with one more of its values; what no lesson can be is told and left out."""
        if name == "questions":
            value = tuple(dict.fromkeys(value))  # twice in the list is once in the lesson
        try:
            return replace(plan, **{name: value})
        except ValueError as error:
            what = str(error).rstrip(".")
            self._tell(name, "", f"{what[0].lower()}{what[1:]}", "Till then the usual is taken.")
            return plan

    def _looked_up(self, plan: LessonPlan, packs: Sequence[Pack]) -> LessonPlan | None:
        pack = next((pack for pack in packs if pack.id == plan.pack), None)
        if pack is None:
            meant = near_miss(plan.pack, [pack.id for pack in packs])
            hint = f"Did you mean '{meant}'?" if meant else "Put the pack into the content folder."
            self._tell("pack", "", f"there is no pack '{plan.pack}'", hint)
            return None
        topics = [topic.id for topic in pack.topics]
        for topic in plan.topics:
            if topic not in topics:
                hint = _hint(topic, topics, "Take it out of the plan.")
                self._tell("topics", topic, f"there is no topic '{topic}' in the pack", hint)
        chosen = plan.chosen(pack.questions)
        for id_ in chosen.gone:
            hint = _hint(id_, [q.id for q in pack.questions], "The lesson goes on without it.")
            what = f"there is no question '{id_}' in the pack, or it has a fault there"
            self._tell("questions", id_, what, hint)
        for id_ in chosen.older:
            what = f"'{id_}' is meant for people older than {plan.age_band.value}"
            self._tell("questions", id_, what, "Take it out, or choose another age band.")
        return replace(plan, questions=tuple(question.id for question in chosen.questions))

    def _tell(self, field: str, entry: str, what: str, hint: str) -> None:
        self._checker.tell(f"plan, {field}", self._marks.get((field, entry)), what, hint)


def _hint(word: str, known: list[str], otherwise: str) -> str:
    meant = near_miss(word, known)
    return f"Did you mean '{meant}'?" if meant else otherwise


def plan_text(plan: LessonPlan) -> str:
    """The plan as a file; :func:`read_plan` gives it back."""
    lines = [
        "# A lesson plan for Myth or Reality. Nothing in it is about a person.",
        f"pack: {plan.pack}",
        f"age_band: {plan.age_band.value}",
        f"length: {plan.length}",
        f"seed: {plan.seed}",
        f"second_vote: {plan.second_vote.value}",
        f"floor: {plan.floor}",
        f"teams: [{', '.join(team.value for team in plan.teams)}]",
    ]
    lists = {
        "topics": plan.topics,
        "questions": plan.questions,
        "left_out": plan.left_out,
        "ground_rules": map(_quoted, plan.ground_rules),
        "signposts": map(_quoted, plan.signposts),
        "route": map(_quoted, plan.route),
    }
    for name, entries in lists.items():
        written = [f"  - {entry}" for entry in entries]
        lines += [
            f"# {PLAN.fields[name].about}",
            f"{name}:" if written else f"{name}: []",
            *written,
        ]
    return "\n".join(lines) + "\n"


def _quoted(line: str) -> str:
    escaped = line.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
