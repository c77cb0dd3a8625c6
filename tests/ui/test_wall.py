"""What stands on the wall: whole, large enough, and nothing that is not for the room."""

from __future__ import annotations

import pytest

from quiz import paths
from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.model.lesson_plan import LessonPlan, SecondVote
from quiz.model.votes import Votes
from quiz.packs.shelf import open_shelf
from quiz.ui.screens.audience import CODE, AudienceScreen
from quiz.ui.screens.wall_sheet import Bar, Line, Role, sheet_of, source_sheet
from quiz.ui.widgets.qr import QUIET_ZONE, qr_image
from quiz.ui.words import verdict_word

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))


@pytest.fixture(scope="module")
def pack():
    return open_shelf(paths.CONTENT).read().packs[0]


def lessons(question, **plan):
    """The lesson at each of its pages, about one question."""
    lesson = Lesson.of(LessonPlan("any", **plan), [question])
    while lesson.can_go_forward:
        yield lesson
        lesson = lesson.forward()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_longest_texts_fit_at_no_less_than_the_size_of_a_caption(qtbot, fonts, pack, size):
    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(*size)
    longest = sorted(pack.questions, key=lambda q: len(q.myth + q.why + q.caveat + q.takeaway))[
        -12:
    ]
    longest += sorted(pack.questions, key=lambda q: len(q.fact + q.detail))[-12:]
    longest += sorted(pack.questions, key=lambda q: len(q.statement))[-4:]
    line = " ".join(["agree", "that", "people", "may", "talk"] * 3) + " here."
    for question in longest:
        for lesson in lessons(question, second_vote=SecondVote.AFTER_ANSWER):
            wall.show_sheet(sheet_of(lesson))
            assert wall.fits, (question.id, lesson.stage)
            assert all(
                placed.layout.font().pixelSize() >= round(Role.CAPTION.share * size[1])
                for placed in wall.placed()
            )
        wall.show_sheet(source_sheet(question))
        assert wall.fits, question.id
    for lesson in lessons(longest[0], ground_rules=(line,) * 8):
        wall.show_sheet(sheet_of(lesson))
        assert wall.fits


def test_an_open_statement_stands_alone_and_an_answered_one_never_without_its_verdict(pack):
    for question in pack.questions:
        for lesson in lessons(question, second_vote=SecondVote.AFTER_ANSWER):
            words = sheet_of(lesson).words
            if lesson.is_open:
                assert question.statement in words
                assert question.fact not in words
            elif question.statement in words:
                assert verdict_word(question.verdict) in words
                assert words.index(question.fact) < words.index(question.statement)
            assert question.teacher.purpose not in words
            assert question.teacher.ask not in words


def test_no_page_ends_on_the_myth(pack):
    for question in pack.questions:
        for lesson in lessons(question):
            parts = sheet_of(lesson).parts
            if lesson.stage is Stage.WHY:
                assert parts[-1] == Line(Role.STRONG, question.takeaway)
            if lesson.stage is Stage.ANSWER:
                assert question.myth not in sheet_of(lesson).words


def voted(question, first, second):
    lesson = Lesson.of(LessonPlan("any", second_vote=SecondVote.BEFORE_ANSWER), [question])
    while lesson.stage is not Stage.VOTE:
        lesson = lesson.forward()
    lesson = lesson.count_first(first).forward().count_second(second)
    hidden = sheet_of(lesson)
    while lesson.stage not in (Stage.RESULT, Stage.SIGNPOST):
        lesson = lesson.forward()
    return hidden, sheet_of(lesson)


def test_the_shift_is_drawn_at_ten_votes_and_only_told_in_words_at_nine(pack):
    question = pack.questions[0]
    hidden, shown = voted(question, Votes(5, 5), Votes(7, 3))
    assert not any(sign in hidden.words for sign in "357")
    right = Votes(7, 3).right(question.verdict) / 10
    assert [part.share for part in shown.parts if isinstance(part, Bar)] == [0.5, right]
    assert "Right at first: 50 %" in shown.words
    _, shown = voted(question, Votes(5, 4), Votes(7, 2))
    assert not any(isinstance(part, Bar) for part in shown.parts)
    assert "At first: About half of the room had it right." in shown.words


def test_blank_is_dark_at_once_and_says_nothing(qtbot, fonts, pack):
    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(640, 360)
    wall.show_sheet(sheet_of(next(lessons(pack.questions[0]))))
    wall.blank(True)
    assert wall.words == wall.accessibleDescription() == ""
    image = wall.grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, 640, 9) for y in range(0, 360, 9)} == {
        "#12161f"
    }
    wall.blank(False)
    assert "What we agree on" in wall.words


def test_the_code_is_read_from_as_far_as_the_type(pack):
    """A phone reads a code from ten times the side of its dark part."""
    links = [source_sheet(question).code for question in pack.questions]
    doi = next(link for link in links if link.startswith("https://doi.org/"))
    whole = qr_image(doi).width()
    assert CODE * (whole - 2 * QUIET_ZONE) / whole * 10 >= 5.3
    assert sum(map(bool, links)) > len(links) * 0.9
