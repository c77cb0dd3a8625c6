"""What is said of a lesson to the teacher, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from quiz.model.citation import full_reference
from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.model.lesson_plan import Team
from quiz.model.question import Question

translate = QCoreApplication.translate  # lupdate knows it by this name


def say_notes(question: Question, route: tuple[str, ...]) -> str:
    """What a teacher should know of a question, a paragraph for each, what matters most first;
    `route` is that of the school for what somebody may tell.
    """
    note = question.teacher
    lines = []
    if note.safeguarding:
        lines.append(translate("Lesson", "Safeguarding: {0}").format(" ".join(route)))
    if question.content_note:
        lines.append(translate("Lesson", "Content note: {0}").format(question.content_note))
    lines += [
        translate("Lesson", "Purpose: {0}").format(note.purpose),
        translate("Lesson", "To talk about: {0}").format(note.ask),
        translate(
            "Lesson", "Keep it in the third person: “What might somebody say who believes this?”"
        ),
    ]
    lines += [
        translate("Lesson", "Source: {0} ({1})").format(full_reference(c.source), c.locator)
        for c in question.citations
    ]
    return "\n\n".join(lines)


def say_wall(lesson: Lesson, dark: bool = False, aside: str = "") -> str:
    """What is on the wall: the page of the lesson, or what hides it (`dark`, or an `aside`)."""
    page = _say_page(lesson)
    if dark:
        return translate("Lesson", "The wall is dark. Behind it: {0}").format(page)
    over = {
        "rules": translate("Lesson", "On the wall: the rules. Behind them: {0}"),
        "source": translate("Lesson", "On the wall: a source. Behind it: {0}"),
        "outcome": translate("Lesson", "On the wall: how it went. Behind it: {0}"),
    }
    if aside:
        return over[aside].format(page)
    if lesson.question is None:
        return translate("Lesson", "On the wall: {0}").format(page)
    place = translate("Lesson", "Question {0} of {1}").format(
        (lesson.page.index or 0) + 1, len(lesson.counted)
    )
    return translate("Lesson", "On the wall: {0}. {1}").format(page, place)


def _say_page(lesson: Lesson) -> str:
    return {
        Stage.RULES: translate("Lesson", "Ground rules"),
        Stage.NOTE: translate("Lesson", "A note before the next statement"),
        Stage.VOTE: translate("Lesson", "First vote"),
        Stage.VOTE_AGAIN: translate("Lesson", "Second vote"),
        Stage.ANSWER: translate("Lesson", "The answer, page 1 of 2"),
        Stage.WHY: translate("Lesson", "The answer, page 2 of 2"),
        Stage.RESULT: translate("Lesson", "How the room voted"),
        Stage.SIGNPOST: translate("Lesson", "Whom to turn to"),
        Stage.FINISHED: translate("Lesson", "Whom to turn to (end)"),
    }[lesson.stage]


def say_outcome(lesson: Lesson) -> str:
    """What the lesson came to, as far as it may be told; tables in the order of the plan."""
    lines = [translate("Lesson", "Answered together: {0}.").format(len(lesson.asked))]
    if lesson.shift is not None:
        before, after = (round(100 * s) for s in (lesson.shift.before, lesson.shift.after))
        lines.append(
            translate("Lesson", "Right at first: {0} %, after talking: {1} %.").format(
                before, after
            )
        )
    lines += [
        translate("Lesson", "{0} table: {1} of {2} right.").format(
            team_word(team), tally.right, tally.of
        )
        for team, tally in lesson.teams
        if tally.of
    ]
    return "\n".join(lines)


def say_few(told: Sequence[str], most: int, check: str) -> str:
    """The first `most` sentences, and where to see the others."""
    more = translate("Lesson", "And {0} more: `python main.py {1}` tells them all.")
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
