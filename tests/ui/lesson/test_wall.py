"""What stands on the wall: whole, large enough, and nothing that is not for the room."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from said import belief_line, verdict_line

from quiz import paths
from quiz.model.lesson import Lesson
from quiz.model.lesson_page import Stage
from quiz.model.lesson_plan import LessonPlan, SecondVote, Team
from quiz.model.question import Verdict
from quiz.model.votes import Votes
from quiz.packs.shelf import open_shelf
from quiz.ui.screens.lesson.audience import AudienceScreen
from quiz.ui.screens.lesson.wall_layout import CODE, MARGIN
from quiz.ui.screens.lesson.wall_sheet import (
    Bar,
    Line,
    Role,
    outcome_sheet,
    sheet_of,
    source_sheets,
)
from quiz.ui.theme import DARK, LIGHT
from quiz.ui.widgets.qr import QUIET_ZONE, qr_image
from quiz.ui.words import verdict_word

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))


@pytest.fixture(scope="module")
def pack():
    return open_shelf(paths.CONTENT).read().packs[0]


def source_sheet(question):
    return source_sheets(question)[0]


def lessons(question, **plan):
    """The lesson at each of its pages, about one question."""
    lesson = Lesson.of(LessonPlan("any", **plan), [question])
    while lesson.can_go_forward:
        yield lesson
        lesson = lesson.forward()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_question_fits_at_no_less_than_the_size_of_a_caption(qtbot, fonts, pack, size):
    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(*size)
    line = " ".join(["agree", "that", "people", "may", "talk"] * 3) + " here."
    for question in pack.questions:
        for lesson in lessons(question, second_vote=SecondVote.AFTER_ANSWER):
            wall.show_sheet(sheet_of(lesson))
            assert wall.page.fits, (question.id, lesson.stage)
            assert all(
                placed.layout.font().pixelSize() >= round(Role.CAPTION.share * size[1])
                for placed in wall.page.placed
            )
        for sheet in source_sheets(question):
            wall.show_sheet(sheet)
            assert wall.page.fits, question.id
    for lesson in lessons(pack.questions[0], ground_rules=(line,) * 8):
        wall.show_sheet(sheet_of(lesson))
        assert wall.page.fits


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


@pytest.mark.parametrize("verdict", list(Verdict), ids=lambda verdict: verdict.value)
def test_the_answer_says_which_is_the_fact_what_was_asked_and_what_people_believe(pack, verdict):
    question = next(q for q in pack.questions if q.verdict is verdict)
    shown = {lesson.stage: sheet_of(lesson).parts for lesson in lessons(question)}
    asked = f"This was asked, and it is a {verdict.value}: “{question.statement}”"
    assert shown[Stage.ANSWER] == (
        Line(Role.VERDICT, verdict_line(question)),
        Line(Role.CAPTION, asked),
        Line(Role.TEXT, question.detail),
    )
    assert shown[Stage.WHY][0] == Line(Role.TEXT, belief_line(question))
    for sheet in source_sheets(question):
        assert sheet.parts[0] == Line(Role.STRONG, verdict_line(question))


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


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        (Votes(7, 3), "The room voted: 7 for Myth, 3 for Reality."),
        (Votes(8, 2), "The room voted: nearly all for Myth, few for Reality."),
        (Votes(0, 10), "The room voted: nearly all for Reality, few for Myth."),
        (Votes(25, 1), "The room voted: nearly all for Myth, few for Reality."),
    ],
    ids=str,
)
def test_a_side_of_one_or_two_or_none_is_told_in_words(pack, votes, words):
    lesson = Lesson.of(LessonPlan("any"), [pack.questions[0]])
    while lesson.stage is not Stage.VOTE:
        lesson = lesson.forward()
    parts = sheet_of(lesson.count_first(votes).forward()).parts
    assert parts[-1] == Line(Role.CAPTION, words)


def test_at_the_least_floor_few_are_no_number_either(pack):
    lesson = Lesson.of(LessonPlan("any", floor=5), [pack.questions[0]])
    while lesson.stage is not Stage.VOTE:
        lesson = lesson.forward()
    parts = sheet_of(lesson.count_first(Votes(2, 3)).forward()).parts
    assert parts[-1].text == "The room voted: most for Reality, few for Myth."


def test_the_bars_of_a_shift_point_at_nobody(pack):
    _, shown = voted(pack.questions[0], Votes(6, 6), Votes(11, 1))
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


def shown_code(wall, link):
    """The modules as they are on the wall's picture, read at the middle of each."""
    image, side = wall.grab().toImage(), qr_image(link).width()
    module = int(wall.height() * CODE) // side
    left = wall.width() - wall.height() * (MARGIN + CODE)
    top = (wall.height() - module * side) / 2
    return [
        [
            image.pixelColor(int(left + (x + 0.5) * module), int(top + (y + 0.5) * module)).value()
            < 128
            for x in range(side)
        ]
        for y in range(side)
    ]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_code_is_painted_module_for_module_on_either_wall(qtbot, fonts, pack, size, colours):
    import segno

    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(*size)
    wall.wear(colours, 1.0)
    sheets = [source_sheet(question) for question in pack.questions]
    by_length = sorted((sheet for sheet in sheets if sheet.code), key=lambda s: len(s.code))
    for sheet in (by_length[0], by_length[-1]):
        wall.show_sheet(sheet)
        meant = segno.make(sheet.code, error="m", micro=False).matrix_iter(border=QUIET_ZONE)
        assert shown_code(wall, sheet.code) == [[bool(dark) for dark in row] for row in meant]


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="needs zbarimg")
def test_a_scanner_reads_the_wall_from_the_back_row(qtbot, fonts, pack, tmp_path):
    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(1920, 1080)
    links = [sheet.code for sheet in map(source_sheet, pack.questions) if sheet.code]
    question = next(q for q in pack.questions if source_sheet(q).code == max(links, key=len))
    wall.show_sheet(source_sheet(question))
    # 8 heights of the picture away, 2268 lines over 52 degrees: the picture has 290 of them.
    smooth = Qt.TransformationMode.SmoothTransformation
    wall.grab().toImage().scaledToHeight(290, smooth).save(str(tmp_path / "seen.png"))
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", str(tmp_path / "seen.png")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert read.stdout.strip() == max(links, key=len)


def test_larger_type_is_taken_where_the_page_has_the_room(qtbot, fonts, pack):
    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(1920, 1080)
    short = min(pack.questions, key=lambda q: len(q.statement))
    full = max(pack.questions, key=lambda q: len(q.myth + q.why + q.caveat + q.takeaway))
    sizes = {}
    for scale in (1.0, 1.5):
        wall.wear(LIGHT, scale)
        for question, stage in ((short, Stage.VOTE), (full, Stage.WHY)):
            wall.show_sheet(sheet_of(next(x for x in lessons(question) if x.stage is stage)))
            assert wall.page.fits
            sizes[scale, stage] = wall.page.placed[0].layout.font().pixelSize()
    assert sizes[1.5, Stage.VOTE] == round(1.5 * 0.074 * 1080)
    assert sizes[1.5, Stage.WHY] == sizes[1.0, Stage.WHY]


def test_lines_stand_apart_and_from_right_to_left_the_wall_is_mirrored(qtbot, fonts, pack):
    wall = AudienceScreen()
    qtbot.addWidget(wall)
    wall.resize(1280, 720)
    question = max(pack.questions, key=lambda q: len(q.statement))
    wall.show_sheet(sheet_of(next(x for x in lessons(question) if x.stage is Stage.VOTE)))
    (statement,) = wall.page.placed
    layout, size = statement.layout, statement.layout.font().pixelSize()
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(1.4 * size, abs=0.1)
    assert layout.lineAt(0).naturalTextRect().left() == 0
    wall.show_sheet(next(filter(lambda sheet: sheet.code, map(source_sheet, pack.questions))))
    wall.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    room = wall.page.room
    assert room.right() == pytest.approx(1280 - MARGIN * 720)
    layout = wall.page.placed[0].layout
    first = layout.lineAt(0)
    assert first.naturalTextRect().right() == pytest.approx(first.width())
    picture = wall.grab().toImage()
    assert picture.pixelColor(round(MARGIN * 720) + 30, 360) == QColor("white")  # the quiet zone


def test_the_whole_lesson_is_told_in_the_order_of_the_plan_and_only_from_ten_votes(pack):
    question = pack.questions[0]

    def outcome(hands):
        plan = LessonPlan("any", second_vote=SecondVote.BEFORE_ANSWER, teams=(Team.RED, Team.BLUE))
        lesson = Lesson.of(plan, [question]).forward()
        lesson = lesson.forward() if lesson.stage is Stage.NOTE else lesson
        lesson = lesson.count_first(Votes(hands, 0)).forward().count_second(Votes(0, hands))
        lesson = lesson.say(Team.BLUE, question.verdict).say(Team.RED, question.verdict.other)
        return outcome_sheet(lesson.reveal())

    shown = outcome(10)
    assert sum(isinstance(part, Bar) for part in shown.parts) == 2
    assert shown.words.endswith("Red table: 0 of 1 right.\nBlue table: 1 of 1 right.")
    assert not any(isinstance(part, Bar) for part in outcome(9).parts)


def test_the_code_is_read_from_as_far_as_the_type(pack):
    """A phone reads a code from ten times the side of its dark part."""
    links = [source_sheet(question).code for question in pack.questions]
    doi = next(link for link in links if link.startswith("https://doi.org/"))
    whole = qr_image(doi).width()
    assert CODE * (whole - 2 * QUIET_ZONE) / whole * 10 >= 5.3
    assert sum(map(bool, links)) > len(links) * 0.9
