"""What is said of a lesson to the teacher, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from quiz.model.citation import full_reference
from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.model.lesson_plan import Team
from quiz.model.question import Question


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)


def say_notes(question: Question, route: tuple[str, ...]) -> str:
    """What a teacher should know of a question, a paragraph for each, what matters most first;
    `route` is that of the school for what somebody may tell.
    """
    note = question.teacher
    lines = []
    if note.safeguarding:
        lines.append(_tr("Safeguarding: {0}").format(" ".join(route)))
    if question.content_note:
        lines.append(_tr("Content note: {0}").format(question.content_note))
    lines += [
        _tr("Purpose: {0}").format(note.purpose),
        _tr("To talk about: {0}").format(note.ask),
        _tr("Keep it in the third person: “What might somebody say who believes this?”"),
    ]
    lines += [
        _tr("Source: {0} ({1})").format(full_reference(c.source), c.locator)
        for c in question.citations
    ]
    return "\n\n".join(lines)


def say_wall(lesson: Lesson, dark: bool = False, aside: str = "") -> str:
    """What is on the wall: the page of the lesson, or what hides it (`dark`, or an `aside`)."""
    page = _say_page(lesson)
    if dark:
        return _tr("The wall is dark. Behind it: {0}").format(page)
    over = {
        "rules": _tr("On the wall: the rules. Behind them: {0}"),
        "source": _tr("On the wall: a source. Behind it: {0}"),
        "outcome": _tr("On the wall: how it went. Behind it: {0}"),
    }
    if aside:
        return over[aside].format(page)
    if lesson.question is None:
        return _tr("On the wall: {0}").format(page)
    place = _tr("Question {0} of {1}").format((lesson.page.index or 0) + 1, len(lesson.counted))
    return _tr("On the wall: {0}. {1}").format(page, place)


def _say_page(lesson: Lesson) -> str:
    return {
        Stage.RULES: _tr("Ground rules"),
        Stage.NOTE: _tr("A note before the next statement"),
        Stage.VOTE: _tr("First vote"),
        Stage.VOTE_AGAIN: _tr("Second vote"),
        Stage.ANSWER: _tr("The answer, page 1 of 2"),
        Stage.WHY: _tr("The answer, page 2 of 2"),
        Stage.RESULT: _tr("How the room voted"),
        Stage.SIGNPOST: _tr("Whom to turn to"),
        Stage.FINISHED: _tr("Whom to turn to (end)"),
    }[lesson.stage]


def say_outcome(lesson: Lesson) -> str:
    """What the lesson came to, as far as it may be told; tables in the order of the plan."""
    lines = [_tr("Answered together: {0}.").format(len(lesson.asked))]
    if lesson.shift is not None:
        before, after = (round(100 * s) for s in (lesson.shift.before, lesson.shift.after))
        lines.append(_tr("Right at first: {0} %, after talking: {1} %.").format(before, after))
    lines += [
        _tr("{0} table: {1} of {2} right.").format(team_word(team), tally.right, tally.of)
        for team, tally in lesson.teams
        if tally.of
    ]
    return "\n".join(lines)


def say_few(told: Sequence[str], most: int, check: str) -> str:
    """The first `most` sentences, and where to see the others."""
    more = _tr("And {0} more: `python main.py {1}` tells them all.")
    rest = [more.format(len(told) - most, check)] if len(told) > most else []
    return "\n".join([*told[:most], *rest])


def team_word(team: Team) -> str:
    """The colour of a table."""
    return {
        Team.BLUE: QCoreApplication.translate("Teams", "Blue"),
        Team.ORANGE: QCoreApplication.translate("Teams", "Orange"),
        Team.GREEN: QCoreApplication.translate("Teams", "Green"),
        Team.YELLOW: QCoreApplication.translate("Teams", "Yellow"),
        Team.PURPLE: QCoreApplication.translate("Teams", "Purple"),
        Team.RED: QCoreApplication.translate("Teams", "Red"),
        Team.WHITE: QCoreApplication.translate("Teams", "White"),
        Team.BLACK: QCoreApplication.translate("Teams", "Black"),
    }[team]
