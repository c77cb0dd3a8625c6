"""What a teacher decides before a lesson: a frozen value that gives every class the same round.

Nothing in it is about a person. Teams are colours of tables, from a closed list, so that no name
can be typed in (STANDARDS R37).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from random import Random

from quiz.model.draw import Deck, in_play
from quiz.model.question import AgeBand, Question
from quiz.model.setting import CLASS
from quiz.model.votes import FLOOR, HIGHEST_FLOOR, LOWEST_FLOOR

GROUND_RULES = (
    "You may pass on any question.",
    "No personal questions or stories about people we know.",
    "Use the correct words.",
    "Listen, and talk about what is said, not about who said it.",
    "Every question is welcome, and a slip of paper can ask it without a name.",
)
"""What a class agrees on first (R42)."""

SIGNPOSTS = (
    "Somebody at school: a trusted teacher, the school nurse or the counsellor.",
    "Nearby: a doctor, a clinic or a youth advice service.",
    "By telephone: a national helpline. The teacher has the number.",
)
"""Whom to turn to, shown last (R47). A school puts names and numbers of its own in their place."""

ROUTE = (
    "Somebody may tell of something here: listen, and promise no secrecy.",
    "Follow your school's route today.",
)
"""What to do when somebody tells of something (R69), for the teacher alone. A school puts its own
people and numbers in its place.
"""

FEWEST_RULES, MOST_RULES = 3, 8
MOST_SIGNPOSTS = 6
MOST_OF_A_ROUTE = 4
MOST_WORDS_A_LINE = 16
"""Longest ground rule, signpost or line of a route, so that eight of them fit on a wall."""

MOST_QUESTIONS = 40
"""Longest lesson."""

HIGHEST_SEED = 999_999_999

_UNSEEN = {*range(32), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFEFF, 0xFFFE, 0xFFFF}


class SecondVote(Enum):
    """Whether, and when, the room votes again."""

    NONE = "none"
    BEFORE_ANSWER = "before-answer"  # vote, talk, vote again, then the answer (R33)
    AFTER_ANSWER = "after-answer"  # vote, answer, talk, vote again


class Team(Enum):
    """The colour of a table."""

    BLUE = "blue"
    ORANGE = "orange"
    GREEN = "green"
    YELLOW = "yellow"
    PURPLE = "purple"
    RED = "red"
    WHITE = "white"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The questions of a plan as far as they can be asked, and the ids of those that cannot:
    `gone` from the pack, or meant for people `older` than the class (R36).
    """

    questions: tuple[Question, ...]
    gone: tuple[str, ...] = ()
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """A lesson before it begins. `topics` () are all, `questions` () are drawn by the seed.

    Raises ValueError, with a sentence to show, for what no lesson can be.
    """

    pack: str
    age_band: AgeBand = CLASS.age_band
    length: int = CLASS.questions
    seed: int = 1
    topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    ground_rules: tuple[str, ...] = GROUND_RULES
    signposts: tuple[str, ...] = SIGNPOSTS
    teams: tuple[Team, ...] = ()
    second_vote: SecondVote = SecondVote.NONE
    floor: int = FLOOR
    route: tuple[str, ...] = ROUTE

    def __post_init__(self) -> None:
        _within(self.length, 1, MOST_QUESTIONS, "A lesson has {0} to {1} questions.")
        _within(self.seed, 0, HIGHEST_SEED, "A seed goes from {0} to {1}.")
        _within(
            self.floor, LOWEST_FLOOR, HIGHEST_FLOOR, "The fewest votes to show go from {0} to {1}."
        )
        rules = "There are {0} to {1} ground rules."
        _within(len(self.ground_rules), FEWEST_RULES, MOST_RULES, rules)
        _within(len(self.signposts), 1, MOST_SIGNPOSTS, "There are {0} to {1} signposts.")
        _within(len(self.route), 1, MOST_OF_A_ROUTE, "A route has {0} to {1} lines.")
        for line in (*self.ground_rules, *self.signposts, *self.route):
            if not 1 <= len(line.split()) <= MOST_WORDS_A_LINE:
                raise ValueError(f"A line has 1 to {MOST_WORDS_A_LINE} words.")
            if len(line.splitlines()) > 1 or any(ord(sign) in _UNSEEN for sign in line):
                raise ValueError("A line is one line, of signs that can be seen.")
        if len(self.teams) == 1:
            raise ValueError("One team alone is the whole class: name two, or none.")
        repeated = (self.teams, self.questions)
        if any(len(set(values)) < len(values) for values in repeated):
            raise ValueError("No team and no question comes twice.")

    def drawn(self, questions: Iterable[Question]) -> LessonPlan:
        """This plan with its round drawn: the same from the same questions and seed."""
        asked = in_play(questions, self.topics or None, self.age_band)
        deck = Deck([question for question in asked if question.id not in self.left_out])
        drawn = deck.draw(self.length, Random(self.seed))
        return replace(self, questions=tuple(question.id for question in drawn))

    def chosen(self, questions: Sequence[Question]) -> Chosen:
        """The questions of the lesson in their order, out of all `questions` of the pack."""
        if not self.questions:
            plan = self.drawn(questions)
            return plan.chosen(questions) if plan.questions else Chosen(())
        known = {question.id: question for question in questions}
        there = [known[id_] for id_ in self.questions if id_ in known]
        return Chosen(
            tuple(question for question in there if self.age_band.admits(question.age_band)),
            tuple(id_ for id_ in self.questions if id_ not in known),
            tuple(q.id for q in there if not self.age_band.admits(q.age_band)),
        )

    def without(self, question_id: str) -> LessonPlan:
        """Take a question out; a new draw leaves it out too."""
        left_out = dict.fromkeys((*self.left_out, question_id))
        kept = tuple(id_ for id_ in self.questions if id_ != question_id)
        return replace(self, questions=kept, left_out=tuple(left_out))

    def put_back(self, question_id: str) -> LessonPlan:
        """Put a question that was taken out at the end of the lesson."""
        left_out = tuple(id_ for id_ in self.left_out if id_ != question_id)
        kept = tuple(id_ for id_ in self.questions if id_ != question_id)
        return replace(self, questions=(*kept, question_id), left_out=left_out)

    def moved(self, question_id: str, to: int) -> LessonPlan:
        """Move a question to place `to`, counted from 0; beyond the ends it stays at the end."""
        order = list(self.questions)
        order.remove(question_id)
        order.insert(max(to, 0), question_id)
        return replace(self, questions=tuple(order))


def _within(number: int, least: int, most: int, sentence: str) -> None:
    if not least <= number <= most:
        raise ValueError(sentence.format(least, most))
