"""A class lesson being given: pages to turn, and hands to count.

::

    RULES ─► [NOTE] ─► VOTE ─► [VOTE_AGAIN] ─► ANSWER ─► WHY ─► [VOTE_AGAIN] ─► [RESULT] ─► …
                        before the answer                        after it
                                                  … the next question … ─► SIGNPOST ─► FINISHED

:meth:`Lesson.forward` and :meth:`Lesson.back` drive all of it, so that a presenter's two keys are
enough. Once the answer was shown, no page brings the statement back without its verdict. Anything
out of turn raises :class:`~quiz.model.session.OutOfTurn`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from quiz.model.lesson_page import ANSWERED, Counted, Page, Result, Stage
from quiz.model.lesson_plan import LessonPlan, SecondVote, Team
from quiz.model.question import Question, Verdict
from quiz.model.score import Tally
from quiz.model.session import OutOfTurn, Phase, Session
from quiz.model.votes import Shift, Votes


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson being given. Build one with :meth:`of`; each step returns a new one.

    `trail` are the pages that can be turned back to, the newest last; `at` is the one on the wall.
    """

    plan: LessonPlan
    session: Session
    counted: tuple[Counted, ...]
    trail: tuple[Page, ...] = (Page(Stage.RULES),)
    at: int = 0

    @classmethod
    def of(cls, plan: LessonPlan, questions: Sequence[Question]) -> Lesson:
        """A lesson over `questions` (:attr:`Chosen.questions`), at its ground rules."""
        session = Session.of(tuple(questions), reveal_on_cue=True)
        return cls(plan, session, tuple(Counted(question) for question in questions))

    # What is on the wall

    @property
    def page(self) -> Page:
        """The page on the wall."""
        return self.trail[self.at]

    @property
    def stage(self) -> Stage:
        """What the page on the wall shows."""
        return self.page.stage

    @property
    def question(self) -> Question | None:
        """The question on the wall, None at the ground rules, the signpost and the end."""
        return None if self.page.index is None else self.session.questions[self.page.index]

    @property
    def counts(self) -> Counted | None:
        """What was counted for the question on the wall. For the teacher's eyes only."""
        return None if self.page.index is None else self.counted[self.page.index]

    @property
    def next_question(self) -> Question | None:
        """The question after the one on the wall, None where none follows."""
        if self.stage in (Stage.SIGNPOST, Stage.FINISHED):
            return None
        following = 0 if self.page.index is None else self.page.index + 1
        questions = self.session.questions
        return questions[following] if following < len(questions) else None

    @property
    def verdict_is_out(self) -> bool:
        """Whether the verdict belongs on the wall, beside the statement."""
        again_after = self.plan.second_vote is SecondVote.AFTER_ANSWER
        return self.stage in ANSWERED or (self.stage is Stage.VOTE_AGAIN and again_after)

    @property
    def is_open(self) -> bool:
        """Whether the statement is on the wall and its answer still to come."""
        return self.stage in (Stage.VOTE, Stage.VOTE_AGAIN) and not self.verdict_is_out

    @property
    def result(self) -> Result | None:
        """What the wall may tell of the votes: nothing before the answer, and, where the room votes
        twice, nothing before the result page (R39).
        """
        twice = self.plan.second_vote is not SecondVote.NONE
        if self.stage not in ((Stage.RESULT,) if twice else ANSWERED) or self.page.index is None:
            return None
        return Result.of(self.counted[self.page.index], self.plan.floor)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to turn back to."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a page to go on to."""
        return self.stage is not Stage.FINISHED

    # What it comes to

    @property
    def asked(self) -> tuple[Counted, ...]:
        """What was counted for each question whose answer was shown, in order."""
        shown = {page.index for page in self.trail if page.stage is Stage.ANSWER}
        return tuple(counted for at, counted in enumerate(self.counted) if at in shown)

    @property
    def shift(self) -> Shift | None:
        """How the room moved over the whole lesson; None where too little was counted twice."""
        pairs = ((c.first, c.second, c.question.verdict) for c in self.asked)
        return Shift.of(pairs, self.plan.floor)

    @property
    def teams(self) -> tuple[tuple[Team, Tally], ...]:
        """Each table's right answers, in the order of the plan: nobody is ranked."""
        said = [(team, c.question.verdict is v) for c in self.asked for team, v in c.said]
        return tuple(
            (
                team,
                Tally(
                    sum(right for t, right in said if t is team), sum(t is team for t, _ in said)
                ),
            )
            for team in self.plan.teams
        )

    @property
    def together(self) -> Tally:
        """The right answers of all tables together."""
        tallies = [tally for _, tally in self.teams]
        return Tally(sum(tally.right for tally in tallies), sum(tally.of for tally in tallies))

    @property
    def has_outcome(self) -> bool:
        """Whether there is anything to tell of the whole lesson."""
        return self.shift is not None or self.together.of > 0

    # Turning pages

    def forward(self) -> Lesson:
        """The next page: what Page Down does."""
        if self.at < len(self.trail) - 1:
            return replace(self, at=self.at + 1)
        again = self.plan.second_vote
        if self.stage is Stage.RULES:
            return self._facing(self.session)
        if self.stage is Stage.NOTE:
            return self._facing(self.session.proceed())
        if self.stage is Stage.VOTE and again is SecondVote.BEFORE_ANSWER:
            return self._with(Stage.VOTE_AGAIN)
        if self.is_open:
            return self._revealed()
        if self.stage is Stage.ANSWER:
            return self._with(Stage.WHY)
        if self.stage is Stage.WHY and again is SecondVote.AFTER_ANSWER:
            return self._with(Stage.VOTE_AGAIN)
        if self.stage in (Stage.WHY, Stage.VOTE_AGAIN):
            return self._past_second_vote()
        if self.stage is Stage.RESULT:
            return self._next_question()
        if self.stage is Stage.SIGNPOST:
            return self._with(Stage.FINISHED)
        raise OutOfTurn("the lesson is over")

    def back(self) -> Lesson:
        """The page before: what Page Up does. Open votes of answered questions are not among them;
        going back from a signpost that was shown early takes the lesson up again, an open vote with
        its answer.
        """
        if not self.can_go_back:
            raise OutOfTurn("this is the first page")
        early = self.stage is Stage.SIGNPOST and self.session.phase is not Phase.FINISHED
        trail = self.trail[: self.at] if early else self.trail
        before = replace(self, trail=trail, at=self.at - 1)
        return before._revealed() if early and before.is_open else before

    def reveal(self) -> Lesson:
        """The answer at once, counted or not: the teacher's cue."""
        self._need(self.is_open)
        return self._revealed()

    def leave(self) -> Lesson:
        """Pass for the whole room. An open statement gets its answer first (R4), and the next
        :meth:`leave` goes on to the next question; at a content note it leaves out what it is
        about.
        """
        self._need(self.page.index is not None)
        noted = self.stage is Stage.NOTE
        if noted and self.session.phase is Phase.NOTED:
            return replace(self, trail=self.trail[:-1])._facing(self.session.pass_noted())
        if noted or self.is_open:
            return self._revealed()
        later = (at for at, page in enumerate(self.trail) if at > self.at)
        other = next((at for at in later if self.trail[at].index != self.page.index), None)
        if other is not None:
            return replace(self, at=other)
        return self._next_question()

    def leave_topic(self) -> Lesson:
        """Pass for the room, and leave out what would still be asked about the same topic."""
        self._need(self.question is not None)
        assert self.question is not None
        topic = self.question.topic
        faced = max(page.index for page in self.trail if page.index is not None)
        kept = [at for at, c in enumerate(self.counted) if at <= faced or c.question.topic != topic]
        session = replace(self.session, questions=tuple(self.session.questions[at] for at in kept))
        counted = tuple(self.counted[at] for at in kept)
        return replace(self, session=session, counted=counted).leave()

    def end(self) -> Lesson:
        """The bell: on to the signpost. A statement that was open goes with it, and its answer is a
        page :meth:`back`.
        """
        stages = [page.stage for page in self.trail]
        if Stage.SIGNPOST in stages:
            return replace(self, at=stages.index(Stage.SIGNPOST))
        return self._with(Stage.SIGNPOST)

    # Counting

    def count_first(self, votes: Votes | None) -> Lesson:
        """Note the hands of the first vote, or correct them; None leaves them out."""
        self._need(self.page.index is not None and self.stage is not Stage.NOTE)
        return self._noting(lambda counted: replace(counted, first=votes))

    def count_second(self, votes: Votes | None) -> Lesson:
        """Note the hands of the second vote, or correct them; None leaves them out."""
        before = self.plan.second_vote is SecondVote.BEFORE_ANSWER
        twice = self.plan.second_vote is not SecondVote.NONE
        voted = self.stage in (Stage.VOTE_AGAIN, Stage.RESULT)
        self._need(twice and (voted or (before and self.stage in ANSWERED)))
        return self._noting(lambda counted: replace(counted, second=votes))

    def say(self, team: Team, verdict: Verdict | None) -> Lesson:
        """Note what a table says to the question on the wall; None takes it back. It is told with
        the answer, never before. Raises ValueError for a table that is not in the plan.
        """
        if team not in self.plan.teams:
            raise ValueError(f"There is no {team.value} table in this lesson.")
        self._need(self.page.index is not None and self.stage is not Stage.NOTE)

        def noted(counted: Counted) -> Counted:
            others = tuple(pair for pair in counted.said if pair[0] is not team)
            return replace(counted, said=(*others, (team, verdict)) if verdict else others)

        return self._noting(noted)

    def _noting(self, change: Callable[[Counted], Counted]) -> Lesson:
        at = self.page.index
        counted = tuple(change(c) if n == at else c for n, c in enumerate(self.counted))
        return replace(self, counted=counted)

    def _with(self, stage: Stage) -> Lesson:
        """The lesson at a new page, about the question of the newest where it is about one."""
        index = None if stage in (Stage.SIGNPOST, Stage.FINISHED) else self.trail[-1].index
        trail = (*self.trail, Page(stage, index))
        return replace(self, trail=trail, at=len(trail) - 1)

    def _facing(self, session: Session) -> Lesson:
        """The lesson before the question that `session` has come to, or at the signpost."""
        if session.phase is Phase.FINISHED:
            return replace(self, session=session)._with(Stage.SIGNPOST)
        stage = Stage.NOTE if session.phase is Phase.NOTED else Stage.VOTE
        trail = (*self.trail, Page(stage, len(session.answers)))
        return replace(self, session=session, trail=trail, at=len(trail) - 1)

    def _revealed(self) -> Lesson:
        index = len(self.session.answers)
        kept = tuple(page for page in self.trail if page.index != index)
        trail = (*kept, Page(Stage.ANSWER, index))
        return replace(self, session=self.session.reveal(), trail=trail, at=len(trail) - 1)

    def _past_second_vote(self) -> Lesson:
        """The result, where the room voted twice and both counts may be told; else the next
        question.
        """
        result = Result.of(self.counted[len(self.session.answers) - 1], self.plan.floor)
        if self.plan.second_vote is SecondVote.NONE or not (result.first and result.second):
            return self._next_question()
        return self._without_second_vote()._with(Stage.RESULT)

    def _next_question(self) -> Lesson:
        return self._without_second_vote()._facing(self.session.advance())

    def _without_second_vote(self) -> Lesson:
        """A vote that is over is not turned back to."""
        trail = tuple(page for page in self.trail if page.stage is not Stage.VOTE_AGAIN)
        return replace(self, trail=trail, at=len(trail) - 1)

    def _need(self, allowed: bool) -> None:
        if not allowed:
            raise OutOfTurn(f"not while the lesson is at: {self.stage.value}")
