"""A round being played: a frozen value, and the only ways to get from one to the next.

::

    NOTED ──proceed()──► ASKING ──answer(v)──► ANSWERED ──rate() / reveal()──► REVEALED
      │                    │  └───────── answer(v), nothing to wait for ────────►  │
      └─pass_noted()       └──────────────────── skip() ───────────────────────►  │
                                                advance() ── ASKING … FINISHED ◄───┘

Anything out of turn raises :class:`OutOfTurn`: a second key in the same moment cannot count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

from quiz.model.question import Question, Verdict

APART = 3
"""How many other questions lie between a missed question and its return (STANDARDS R24)."""


class Phase(Enum):
    """Where in its round a session is."""

    NOTED = "noted"  # a content note is offered before the statement
    ASKING = "asking"
    ANSWERED = "answered"  # waits for a rating, or for the teacher's cue
    REVEALED = "revealed"
    FINISHED = "finished"


class Confidence(Enum):
    """How likely somebody thinks an answer is right. The value is the middle of the range that
    the button names (50-67, 67-80, over 80 %), as a probability (STANDARDS 2.2).
    """

    GUESS = 0.58
    THINK = 0.73
    LIKELY = 0.90


class OutOfTurn(Exception):
    """The session is not in a phase that allows this."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question. `given` is None where it was skipped."""

    question: Question
    given: Verdict | None
    confidence: Confidence | None = None
    retry: bool = False

    @property
    def skipped(self) -> bool:
        """Whether the question was left out, which never counts."""
        return self.given is None

    @property
    def right(self) -> bool:
        """Whether the given verdict is the question's."""
        return self.given is self.question.verdict

    @property
    def missed(self) -> bool:
        """Answered, and not right."""
        return self.given is not None and self.given is not self.question.verdict

    @property
    def sure_and_wrong(self) -> bool:
        """Missed with the highest confidence: the answer that is corrected best (STANDARDS L4)."""
        return self.missed and self.confidence is Confidence.LIKELY


@dataclass(frozen=True, slots=True)
class Session:
    """A round being played. Build one with :meth:`of`; each step returns a new one."""

    questions: tuple[Question, ...]
    asks_confidence: bool = False
    reveal_on_cue: bool = False
    answers: tuple[Answer, ...] = ()
    phase: Phase = Phase.ASKING
    first_tries: int = 0

    @classmethod
    def of(
        cls,
        questions: tuple[Question, ...],
        *,
        asks_confidence: bool = False,
        reveal_on_cue: bool = False,
    ) -> Session:
        """A fresh session over `questions`; with none at all it is finished at once."""
        session = cls(questions, asks_confidence, reveal_on_cue, first_tries=len(questions))
        return session._facing(())

    @property
    def current(self) -> Question | None:
        """The question on the screen, None when finished."""
        if self.phase in (Phase.ANSWERED, Phase.REVEALED):
            return self.answers[-1].question
        return None if self.phase is Phase.FINISHED else self.questions[len(self.answers)]

    @property
    def last(self) -> Answer | None:
        """The newest answer, None before the first."""
        return self.answers[-1] if self.answers else None

    @property
    def number(self) -> int:
        """Which question is on the screen, counted from 1 (the last one when finished)."""
        at = len(self.answers) + (self.phase in (Phase.NOTED, Phase.ASKING))
        return min(max(at, 1), max(len(self.questions), 1))

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after the question on the screen."""
        return self.number >= len(self.questions)

    @property
    def missed(self) -> tuple[Question, ...]:
        """Questions whose newest answer was not right, sure-and-wrong first, then oldest first."""
        newest = {_item(answer.question): answer for answer in self.answers}
        missed = [answer for answer in newest.values() if answer.missed]
        missed.sort(key=lambda answer: not answer.sure_and_wrong)
        return tuple(answer.question for answer in missed)

    def returnable(self, retries: int) -> tuple[Question, ...]:
        """The missed questions that have come back fewer than `retries` times."""
        returns: dict[str, int] = {}
        for answer in self.answers:
            item = _item(answer.question)
            returns[item] = returns.get(item, -1) + 1
        return tuple(q for q in self.missed if returns[_item(q)] < retries)

    def proceed(self) -> Session:
        """Go on past a content note, to the statement."""
        self._need(Phase.NOTED)
        return replace(self, phase=Phase.ASKING)

    def past_note(self) -> Session:
        """The session past a content note, if it stands before one."""
        return self.proceed() if self.phase is Phase.NOTED else self

    def pass_noted(self) -> Session:
        """Leave out the run of questions that the content note is about. None of them counts."""
        self._need(Phase.NOTED)
        first = len(self.answers)
        passed = tuple(self._at(first + at, None) for at in range(len(self.noted)))
        return self._facing(self.answers + passed)

    @property
    def noted(self) -> tuple[Question, ...]:
        """The run of questions with a content note that begins with the one at hand."""
        ahead = self.questions[len(self.answers) :]
        return tuple(takewhile(lambda question: question.content_note, ahead))

    def answer(self, verdict: Verdict) -> Session:
        """Say myth or reality. Shows the verdict, or waits for a rating or a cue."""
        self._need(Phase.ASKING)
        waits = self.asks_confidence or self.reveal_on_cue
        phase = Phase.ANSWERED if waits else Phase.REVEALED
        answers = (*self.answers, self._at(len(self.answers), verdict))
        return replace(self, answers=answers, phase=phase)

    def rate(self, confidence: Confidence | None) -> Session:
        """Say how likely the answer is right; None is "just show me"."""
        self._need(Phase.ANSWERED)
        rated = replace(self.answers[-1], confidence=confidence)
        phase = Phase.ANSWERED if self.reveal_on_cue else Phase.REVEALED
        return replace(self, answers=(*self.answers[:-1], rated), phase=phase)

    def without_ratings(self) -> Session:
        """Ask for no ratings from here on; one that is waited for is left out."""
        session = replace(self, asks_confidence=False)
        return session.rate(None) if self.phase is Phase.ANSWERED else session

    def reveal(self) -> Session:
        """Show the verdict: the teacher's cue. From ASKING it shows it without any answer."""
        if self.phase is Phase.ASKING and self.reveal_on_cue:
            return self.skip()
        self._need(Phase.ANSWERED)
        return replace(self, phase=Phase.REVEALED)

    def skip(self) -> Session:
        """Leave the question out. It shows the fact and never counts."""
        self._need(Phase.ASKING, Phase.ANSWERED)
        kept = self.answers[:-1] if self.phase is Phase.ANSWERED else self.answers
        answers = (*kept, self._at(len(kept), None))
        return replace(self, answers=answers, phase=Phase.REVEALED)

    def advance(self) -> Session:
        """Go on to the next question, or to the end."""
        self._need(Phase.REVEALED)
        return self._facing(self.answers)

    def again(
        self, retries: int, most: int, reword: Callable[[Question], Question | None]
    ) -> Session:
        """Ask the missed questions once more, at the end of what was asked.

        `retries` is how often one may return, `most` how many come at once; `reword` gives a
        question's twin, or None where it has none that may be shown. They come in the order of
        :attr:`missed`, except that one asked a moment ago waits for :data:`APART` others, as far
        as there are others. Raises OutOfTurn before the end, or with nothing to return.
        """
        self._need(Phase.FINISHED)
        missed = self.returnable(retries)[:most]
        if not missed:
            raise OutOfTurn("nothing to try again")
        more = tuple(reword(question) or question for question in self._spaced(missed))
        return replace(self, questions=self.questions + more)._facing(self.answers)

    def _spaced(self, missed: tuple[Question, ...]) -> list[Question]:
        asked = {_item(answer.question): at for at, answer in enumerate(self.answers)}
        left, spaced = list(missed), []
        for at in range(len(self.answers), len(self.answers) + len(missed)):
            rested = [q for q in left if at - asked[_item(q)] > APART]
            question = rested[0] if rested else min(left, key=lambda q: asked[_item(q)])
            left.remove(question)
            spaced.append(question)
        return spaced

    def _at(self, index: int, given: Verdict | None) -> Answer:
        return Answer(self.questions[index], given, retry=index >= self.first_tries)

    def _facing(self, answers: tuple[Answer, ...]) -> Session:
        """The session before its next question; a note comes once per run of noted questions."""
        at = len(answers)
        if at == len(self.questions):
            return replace(self, answers=answers, phase=Phase.FINISHED)
        noted = bool(self.questions[at].content_note)
        in_a_run = at > 0 and at != self.first_tries and bool(self.questions[at - 1].content_note)
        phase = Phase.NOTED if noted and not in_a_run else Phase.ASKING
        return replace(self, answers=answers, phase=phase)

    def _need(self, *phases: Phase) -> None:
        if self.phase not in phases:
            raise OutOfTurn(f"not while {self.phase.value}")


def _item(question: Question) -> str:
    """One name for a question and its twin, which are one item to a learner."""
    return min(question.id, question.twin) if question.twin else question.id
