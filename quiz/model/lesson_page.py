"""The pages of a class lesson, and what was counted at them: values that a lesson is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from quiz.model.lesson_plan import Team
from quiz.model.question import Question, Verdict
from quiz.model.votes import Shift, Told, Votes, told


class Stage(Enum):
    """What is on the wall. The two pages of the answer never end on the myth."""

    RULES = "rules"
    NOTE = "note"  # a content note, before the statement
    VOTE = "vote"  # the statement, open
    VOTE_AGAIN = "vote again"  # open still, or, after the answer, with its verdict beside it (R3)
    ANSWER = "answer"  # page 1: verdict, fact, detail
    WHY = "why"  # page 2: myth, why, takeaway
    RESULT = "result"  # how the room voted, first and then; only where both were counted
    SIGNPOST = "signpost"
    FINISHED = "finished"


ANSWERED = (Stage.ANSWER, Stage.WHY, Stage.RESULT)
"""The stages at which everything about the question is on the wall."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the lesson; `index` is that of its question, None where it has none."""

    stage: Stage
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for one question, and what each table said. None of it has to be."""

    question: Question
    first: Votes | None = None
    second: Votes | None = None
    said: tuple[tuple[Team, Verdict], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What may be told of the votes on one question; `second` and `shift` where it was voted on
    twice and enough hands were counted.
    """

    first: Told | None
    second: Told | None = None
    shift: Shift | None = None

    @classmethod
    def of(cls, counted: Counted, floor: int) -> Result:
        """What may be told of `counted` where numbers need `floor` votes."""
        first, second, verdict = counted.first, counted.second, counted.question.verdict
        shift = Shift.of([(first, second, verdict)], floor)
        return cls(told(first, verdict, floor), told(second, verdict, floor), shift)
