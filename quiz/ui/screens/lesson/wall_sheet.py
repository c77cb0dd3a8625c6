"""What stands on the wall at each stage of a lesson, as a value: nothing of the console's is in it.

A statement stands without its verdict only while it is open (STANDARDS R3), and a sheet never ends
on the myth.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from quiz.model.citation import link, short_reference
from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Result, Stage
from quiz.model.question import Question, Verdict
from quiz.model.votes import FLOOR, Amount, Shift, Votes
from quiz.ui.screens.lesson.lesson_words import team_word
from quiz.ui.words import say_asked, say_belief, say_verdict, verdict_word

translate = QCoreApplication.translate  # lupdate knows it by this name


class Role(Enum):
    """Size in shares of the screen's height (STANDARDS 5.5, projector) and weight."""

    STATEMENT = (0.074, 600)
    VERDICT = (0.074, 700)
    TEXT = (0.056, 400)
    STRONG = (0.056, 600)
    CAPTION = (0.042, 400)

    @property
    def share(self) -> float:
        """Size of the type in shares of the height of the screen."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """Weight of the type."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on the wall; `dotted`: one of a list, with a dot that hangs before it."""

    role: Role
    text: str
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of right votes, 0 to 1, drawn with its words."""

    text: str
    share: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the wall. `cards` are what can be voted for, `code` a link to be scanned."""

    parts: tuple[Line | Bar, ...]
    cards: tuple[Verdict, ...] = ()
    foot: str = ""
    corner: str = ""
    code: str = ""

    @property
    def words(self) -> str:
        """All that it says, in reading order."""
        cards = [verdict_word(verdict) for verdict in self.cards]
        texts = [self.corner, *(part.text for part in self.parts), *cards, self.foot]
        return "\n".join(text for text in texts if text)


FEWEST_NUMBERED = 3
"""Fewest votes on one side of which the wall tells a number: one or two could be pointed at."""

_AMOUNTS = {
    Amount.FEW: QT_TRANSLATE_NOOP("Wall", "Few of the room had it right."),
    Amount.ABOUT_HALF: QT_TRANSLATE_NOOP("Wall", "About half of the room had it right."),
    Amount.MOST: QT_TRANSLATE_NOOP("Wall", "Most of the room had it right."),
}


def sheet_of(lesson: Lesson) -> Sheet:
    """What the wall shows of `lesson` at this moment."""
    question = lesson.question
    if question is None:
        return rules_sheet(lesson) if lesson.stage is Stage.RULES else _signposts(lesson)
    corner = translate("Wall", "{0} of {1}").format(
        (lesson.page.index or 0) + 1, len(lesson.counted)
    )
    if lesson.stage is Stage.NOTE:
        return Sheet(
            (
                Line(Role.STATEMENT, question.content_note),
                Line(Role.TEXT, translate("Wall", "Anybody may pass, and nobody is asked why.")),
            ),
            corner=corner,
        )
    if lesson.is_open:
        again = lesson.stage is Stage.VOTE_AGAIN
        foot = translate("Wall", "Hold your card to your chest. You may pass on any question.")
        if again:
            foot = translate(
                "Wall", "Talk about it, then vote again, card to your chest. You may pass."
            )
        cards = (Verdict.MYTH, Verdict.REALITY)
        return Sheet((Line(Role.STATEMENT, question.statement),), cards, foot, corner)
    if lesson.stage is Stage.ANSWER:
        return Sheet(_answer(question, lesson.result), foot=_source(question), corner=corner)
    if lesson.stage is Stage.WHY:
        return Sheet(_why(question), foot=_source(question), corner=corner)
    if lesson.stage is Stage.RESULT:
        return Sheet(
            (Line(Role.VERDICT, say_verdict(question)), *_shift(lesson.result)), corner=corner
        )
    return Sheet(
        (
            Line(Role.VERDICT, say_verdict(question)),
            Line(Role.TEXT, translate("Wall", "The statement was: {0}").format(question.statement)),
            Line(Role.TEXT, question.takeaway),
        ),
        foot=translate("Wall", "Vote again: myth or reality? Anybody may pass."),
        corner=corner,
    )


def source_sheets(question: Question) -> tuple[Sheet, ...]:
    """Who says so, each source beside the verdict and its fact, with a code for the back row; those
    that have a link first.
    """
    cited = dict.fromkeys(citation.source for citation in question.citations)
    sources = sorted(cited, key=lambda source: not link(source))
    return tuple(
        Sheet(
            (
                Line(Role.STRONG, say_verdict(question)),
                Line(Role.CAPTION, f"{short_reference(source)}. {source.title}"),
            ),
            corner=translate("Wall", "Source {0} of {1}").format(at, len(sources))
            if sources[1:]
            else "",
            code=link(source),
        )
        for at, source in enumerate(sources, start=1)
    )


def outcome_sheet(lesson: Lesson) -> Sheet:
    """How the whole lesson went, as far as it may be told: shown only where the teacher asks for
    it. Tables stand in the order of the plan, and none is compared with another (R121).
    """
    parts: list[Line | Bar] = [Line(Role.VERDICT, translate("Wall", "How it went"))]
    if lesson.shift is not None:
        parts += _bars(lesson.shift)
    parts += [
        Line(
            Role.TEXT,
            translate("Wall", "{0} table: {1} of {2} right.").format(
                team_word(team), tally.right, tally.of
            ),
        )
        for team, tally in lesson.teams
        if tally.of
    ]
    return Sheet(tuple(parts))


def rules_sheet(lesson: Lesson) -> Sheet:
    """What the class agreed on: first, and whenever a calm moment is wanted."""
    rules = (Line(Role.TEXT, rule, dotted=True) for rule in lesson.plan.ground_rules)
    return Sheet((Line(Role.VERDICT, translate("Wall", "What we agree on")), *rules))


def _signposts(lesson: Lesson) -> Sheet:
    lines = (Line(Role.TEXT, line, dotted=True) for line in lesson.plan.signposts)
    together = lesson.together
    foot = ""
    if together.of:
        foot = translate("Wall", "All tables together: {0} of {1} right.").format(
            together.right, together.of
        )
    return Sheet((Line(Role.VERDICT, translate("Wall", "Whom to turn to")), *lines), foot=foot)


def _answer(question: Question, result: Result | None) -> tuple[Line | Bar, ...]:
    lines = [
        Line(Role.VERDICT, say_verdict(question)),
        Line(Role.CAPTION, say_asked(question)),
        Line(Role.TEXT, question.detail),
    ]
    if result is not None and result.first is not None:
        lines.append(Line(Role.CAPTION, _told(result)))
    return tuple(lines)


def _told(result: Result) -> str:
    assert result.first is not None
    votes = result.first.votes
    if votes is None:
        return translate("Wall", str(_AMOUNTS[result.first.right]))
    myth, reality = verdict_word(Verdict.MYTH), verdict_word(Verdict.REALITY)
    if not _names_few(votes):
        words = translate("Wall", "The room voted: {0} for {1}, {2} for {3}.")
        return words.format(votes.myth, myth, votes.reality, reality)
    many, few = (myth, reality) if votes.myth > votes.reality else (reality, myth)
    words = translate("Wall", "The room voted: most for {0}, few for {1}.")
    if votes.total >= FLOOR:
        words = translate("Wall", "The room voted: nearly all for {0}, few for {1}.")
    return words.format(many, few)


def _names_few(votes: Votes) -> bool:
    """Whether a number of `votes` would point at one or two of the room, or at nobody."""
    return min(votes.myth, votes.reality) < FEWEST_NUMBERED


def _why(question: Question) -> tuple[Line | Bar, ...]:
    lines = [Line(Role.TEXT, say_belief(question)), Line(Role.TEXT, question.why)]
    if question.caveat:
        lines.append(Line(Role.TEXT, question.caveat))
    return (*lines, Line(Role.STRONG, question.takeaway))


def _shift(result: Result | None) -> tuple[Line | Bar, ...]:
    if result is None or result.first is None or result.second is None:
        return ()
    votes = [told.votes for told in (result.first, result.second) if told.votes is not None]
    if result.shift is not None and not any(map(_names_few, votes)):
        return _bars(result.shift)
    first, second = (
        translate("Wall", str(_AMOUNTS[told.right])) for told in (result.first, result.second)
    )
    return (
        Line(Role.TEXT, translate("Wall", "At first: {0}").format(first)),
        Line(Role.TEXT, translate("Wall", "After talking: {0}").format(second)),
    )


def _bars(shift: Shift) -> tuple[Bar, Bar]:
    return (
        Bar(
            translate("Wall", "Right at first: {0} %").format(round(100 * shift.before)),
            shift.before,
        ),
        Bar(
            translate("Wall", "Right after talking: {0} %").format(round(100 * shift.after)),
            shift.after,
        ),
    )


def _source(question: Question) -> str:
    named = dict.fromkeys(short_reference(c.source) for c in question.citations)
    return translate("Wall", "Source: {0}").format("; ".join(named))
