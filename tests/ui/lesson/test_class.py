"""Whole lessons at the real console and wall, by the keys of a remote and of a keyboard."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial

import pytest
from class_room import LAPTOP, PROJECTOR, open_class
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from sitting import settle

from quiz.model.lesson_plan import SecondVote, Team
from quiz.model.question import Verdict
from quiz.model.votes import Votes
from quiz.packs.plan import read_plan
from quiz.ui.screens.lesson.wall_sheet import Bar
from quiz.ui.seats import Seat

K = Qt.Key


@pytest.fixture
def teach(qtbot, fonts, small_pack, tmp_path):
    return partial(open_class, qtbot, small_pack, tmp_path)


def test_a_whole_lesson_by_the_keys_of_a_remote(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    assert not teacher.wall.isVisible()
    teacher.press(K.Key_F5)
    assert teacher.stage == "rules"
    assert teacher.wall.isVisible()
    assert teacher.wall.geometry() == PROJECTOR.geometry
    assert "You may pass on any question." in teacher.wall.words
    seen = []
    while teacher.stage != "signpost":
        teacher.press(K.Key_PageDown)
        seen.append(teacher.stage)
        question = teacher.console.lesson.question
        if teacher.stage == "vote":
            assert question.statement in teacher.wall.words
            assert question.fact not in teacher.wall.words
        if teacher.stage == "answer":
            assert question.fact in teacher.wall.words
    assert seen == [*["vote", "answer", "why"] * 3, "signpost"]
    assert "Whom to turn to" in teacher.wall.words
    teacher.press(K.Key_PageUp)
    assert teacher.stage == "why"
    teacher.press(K.Key_PageDown, K.Key_PageDown, K.Key_PageDown)
    assert teacher.stage == "finished"


def test_nothing_of_the_console_is_ever_on_the_wall(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5)
    while teacher.stage != "finished":
        question = teacher.console.lesson.question
        if question is not None:
            assert question.teacher.purpose in teacher.console.running.text.text()
            assert question.teacher.purpose not in teacher.wall.words
            assert question.teacher.ask not in teacher.wall.words
        following = teacher.console.lesson.next_question
        if following is not None:
            assert following.statement in teacher.console.running.next.text()
            assert following.statement not in teacher.wall.words
        assert not teacher.console.running.wall.isVisible()
        assert teacher.wall.children() == []  # no control on it
        teacher.press(K.Key_PageDown)


@pytest.mark.parametrize("key", [K.Key_B, K.Key_Period], ids=["B", "full stop"])
def test_the_wall_is_dark_within_a_tenth_of_a_second(teach, key):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown)
    before = time.perf_counter()
    teacher.press(key)
    assert time.perf_counter() - before < 0.1
    assert teacher.wall.is_blank
    assert teacher.wall.words == ""
    assert teacher.wall.grab().toImage().pixelColor(500, 400).name() == "#12161f"
    assert teacher.stage == "vote"
    teacher.press(key)
    assert not teacher.wall.is_blank
    # The page keys bring the wall back first, and then turn pages.
    teacher.press(key, K.Key_PageDown)
    assert not teacher.wall.is_blank
    assert teacher.stage == "vote"
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "answer"


def test_votes_typed_with_keys_are_hidden_until_the_second_count(teach):
    teacher = teach(LAPTOP, PROJECTOR, length=1, second_vote=SecondVote.BEFORE_ANSWER)
    teacher.press(K.Key_F5, K.Key_PageDown)
    verdict = teacher.console.lesson.question.verdict
    teacher.press(K.Key_M)
    teacher.type("14")
    teacher.press(K.Key_Return)
    teacher.type("11")
    teacher.press(K.Key_Return)
    teacher.type("2")
    teacher.press(K.Key_Return)
    assert teacher.console.lesson.counted[0].first == Votes(14, 11, 2)
    assert not any(number in teacher.wall.words for number in ("14", "11", "25"))
    assert teacher.focus is teacher.console.running.head
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "vote again"
    assert teacher.console.running.votes.counters["myth"].value is None
    counters = teacher.console.running.votes.counters
    for counter, times in ((counters["myth"], 10), (counters["reality"], 15)):
        for _ in range(times + 1):  # from not counted to 0 with the first
            teacher.click(counter.more)
    assert teacher.console.lesson.counted[0].second == Votes(10, 15)
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "answer"
    assert not any(number in teacher.wall.words for number in ("14", "11", "15"))
    teacher.press(K.Key_PageDown, K.Key_PageDown)
    assert teacher.stage == "result"
    right = (14, 10) if verdict is Verdict.MYTH else (11, 15)
    shares = [part.share for part in teacher.wall.sheet.parts if isinstance(part, Bar)]
    assert shares == [right[0] / 25, right[1] / 25]


def test_page_keys_turn_pages_while_a_count_has_the_focus(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown, K.Key_R)
    teacher.type("8")
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "answer"
    assert teacher.console.lesson.counted[0].first is None  # half a count is none


def test_under_ten_votes_only_words_are_on_the_wall(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown, K.Key_M)
    teacher.type("8")
    teacher.press(K.Key_Return)
    teacher.type("1")
    teacher.press(K.Key_PageDown)
    assert "of the room had it right." in teacher.wall.words
    assert "8" not in teacher.wall.words.split("of 3")[1]


def test_a_projector_that_goes_away_and_comes_back(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown, K.Key_PageDown)
    words = teacher.wall.words
    placed = len(teacher.screens.filled)
    teacher.screens.become(LAPTOP)
    assert not teacher.wall.isVisible()
    assert len(teacher.screens.filled) == placed  # it never jumps onto the teacher's screen
    assert teacher.stage == "answer"
    assert teacher.console.running.notice.text() == (
        "The screen of the wall is gone. The lesson waits where it is, and the wall comes back "
        "with the screen."
    )
    moved = Seat(PROJECTOR.name, QRect(1280, 0, 1920, 1080))
    teacher.screens.become(LAPTOP, moved)
    assert teacher.wall.isVisible()
    assert teacher.wall.geometry() == moved.geometry
    assert teacher.wall.words == words
    assert not teacher.console.running.notice.isVisible()
    while teacher.stage != "finished":
        teacher.press(K.Key_PageDown)


def test_one_screen_only_keeps_the_answers_hidden_until_they_are_out(teach):
    teacher = teach(LAPTOP)
    assert teacher.console.planning.warning.text() == (
        "There is one screen only. Connect the projector, or start with this screen alone: "
        "answers are then hidden until they are out."
    )
    teacher.press(K.Key_F5)
    running = teacher.console.running
    while teacher.stage != "finished":
        lesson = teacher.console.lesson
        assert not teacher.wall.isVisible()
        assert running.wall.isVisible()
        assert not running.next.isVisible()
        assert not running.notes.isVisible()
        assert not running.time.isVisible()
        if not lesson.verdict_is_out and lesson.question is not None:
            assert lesson.question.fact not in running.wall.words
        if teacher.stage == "vote":
            teacher.press(K.Key_M)
            teacher.type("12")
            assert running.votes.counters["myth"].field.text() == "•••"
        teacher.press(K.Key_PageDown)
    teacher.screens.become(LAPTOP, PROJECTOR)
    teacher.click(running.projector)
    assert teacher.wall.isVisible()
    assert not running.wall.isVisible()


def test_with_a_third_screen_the_wall_can_be_moved_in_the_middle(teach):
    board = Seat("board", QRect(2304, 0, 1920, 1080))
    teacher = teach(LAPTOP, PROJECTOR, board)
    teacher.press(K.Key_F5, K.Key_PageDown)
    running = teacher.console.running
    teacher.click(running.projector)
    assert teacher.wall.geometry() == board.geometry
    teacher.screens.become(LAPTOP, PROJECTOR)  # the board is gone: the other one is offered
    assert not teacher.wall.isVisible()
    teacher.click(running.projector)
    assert teacher.wall.geometry() == PROJECTOR.geometry
    assert not running.projector.isVisible()
    assert teacher.stage == "vote"


def test_mirrored_screens_are_warned_about_and_not_used(teach):
    teacher = teach(LAPTOP, Seat("projector", LAPTOP.geometry))
    assert teacher.console.planning.warning.text().startswith(
        "The projector shows a copy of this screen: the class would see the answers."
    )
    teacher.press(K.Key_F5)
    assert teacher.screens.filled == []
    assert teacher.console.running.wall.isVisible()


def test_a_console_on_the_screen_of_the_room_shows_neither_notes_nor_answers(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown)
    running = teacher.console.running
    teacher.screens.own = PROJECTOR.name  # dragged there
    teacher.screens.become(LAPTOP, PROJECTOR)
    assert not teacher.wall.isVisible()
    assert not running.notes.isVisible()
    assert running.wall.isVisible()
    assert running.notice.text() == (
        "This window is on the screen that the room sees, so notes and answers are hidden. Move it "
        "to another screen, and the wall comes back."
    )
    teacher.screens.own = LAPTOP.name
    teacher.screens.become(LAPTOP, PROJECTOR)
    assert teacher.wall.isVisible()
    assert running.notes.isVisible()
    assert not running.wall.isVisible()


def test_a_copied_screen_in_the_middle_hides_the_answers_at_once(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown)
    running = teacher.console.running
    teacher.screens.become(LAPTOP, Seat(PROJECTOR.name, LAPTOP.geometry))
    assert not teacher.wall.isVisible()
    assert not running.notes.isVisible()
    assert running.notice.text().startswith("The projector shows a copy of this screen now")
    teacher.screens.become(LAPTOP, PROJECTOR)
    teacher.click(running.projector)
    assert teacher.wall.isVisible()
    assert running.notes.isVisible()


def test_on_a_screen_that_the_room_may_see_the_plan_tells_no_answer_until_asked(teach):
    teacher = teach(LAPTOP)
    preview = teacher.console.planning.preview

    def told() -> str:
        model = preview.list.model()
        rows = [model.index(row, 0).data() for row in range(model.rowCount())]
        return "\n".join([*rows, preview.notes.text()])

    assert not any(word in told() for word in ("Myth:", "Reality:", "Purpose:"))
    assert "Answers and notes are hidden" in told()
    teacher.click(teacher.button("Show the answers"))
    assert "Purpose:" in told()
    assert any(word in told() for word in ("Myth:", "Reality:"))
    teacher.click(teacher.button("Hide the answers"))
    assert "Purpose:" not in told()
    teacher.screens.become(LAPTOP, PROJECTOR)  # now the room has a screen of its own
    assert "Purpose:" in told()
    assert not preview.answers.isVisible()
    teacher.screens.become(LAPTOP)
    assert "Purpose:" not in told()


def test_text_size_and_colours_are_chosen_as_in_private_and_for_the_wall(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    look = teacher.console.look
    assert not look.isVisible()
    teacher.click(teacher.console.bar.adjust)
    teacher.click(look.bar.larger)
    teacher.click(teacher.button("Dark"))
    assert (look.look.text_size, look.look.theme) == (125, "dark")
    teacher.click(look.bar.larger)
    assert look.look.theme == "dark"  # a step in size leaves the colours
    colour = teacher.console.palette().window().color().name().upper()
    assert colour == "#12161F"
    teacher.press(K.Key_F5)
    light = teacher.wall.grab().toImage().pixelColor(5, 5).name().upper()
    assert light == "#FAF8F3"
    teacher.click(teacher.button("Dark wall"))
    assert teacher.wall.grab().toImage().pixelColor(5, 5).name().upper() == "#12161F"


def test_leaving_quickly_covers_both_and_the_teacher_goes_on_or_ends(teach, qtbot):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown)
    teacher.press(K.Key_Shift, K.Key_Shift)
    before = time.perf_counter()
    teacher.press(K.Key_Shift)
    assert time.perf_counter() - before < 0.1
    assert teacher.console.cover.isVisible()
    assert teacher.wall.words == ""
    assert not teacher.console.running.isVisible()
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "vote"
    teacher.click(teacher.console.cover.go_on)
    assert not teacher.wall.is_blank
    assert teacher.stage == "vote"
    teacher.click(teacher.console.bar.leave)
    with qtbot.waitSignal(teacher.windows.left):
        teacher.click(teacher.console.cover.leave)
    assert not teacher.wall.isVisible()
    assert not teacher.console.isVisible()
    assert teacher.console.lesson is None


def test_the_keys_are_told_and_each_of_them_does_something(teach):
    from quiz.ui.lesson.keys import STEPS, class_keys

    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_Question)
    assert teacher.console.keys.isVisible()
    told = " ".join(class_keys())
    letters = [key.name[4:] for key in map(K, STEPS) if len(key.name) == 5]
    assert sorted(letters) == list("ABEGLSTX")
    assert all(f"{letter}:" in told or f"{letter} or" in told for letter in letters)
    teacher.press(K.Key_Question)
    assert not teacher.console.keys.isVisible()


def test_closing_by_a_slip_covers_and_costs_no_count(teach, qtbot):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown, K.Key_M)
    teacher.type("12")
    teacher.press(K.Key_Return)
    teacher.type("9")
    teacher.console.close()
    settle()
    assert teacher.console.isVisible()
    assert teacher.wall.is_blank
    teacher.click(teacher.console.cover.go_on)
    assert teacher.console.lesson.counted[0].first == Votes(12, 9)
    teacher.console.close()
    with qtbot.waitSignal(teacher.windows.left):
        teacher.console.close()
    assert not teacher.wall.isVisible()


def test_pass_answer_now_source_and_the_end(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown, K.Key_S)
    assert teacher.wall.sheet.code == ""  # not before the answer
    teacher.press(K.Key_A)
    assert teacher.stage == "answer"
    teacher.press(K.Key_S)
    assert teacher.wall.sheet.code.startswith("https://")
    assert teacher.console.lesson.question.fact in teacher.wall.words
    sources = {citation.source for citation in teacher.console.lesson.question.citations}
    for _ in sources:  # one after the other, and then the page again
        assert teacher.wall.sheet.code
        teacher.press(K.Key_S)
    assert teacher.wall.sheet.code == ""
    teacher.press(K.Key_PageDown, K.Key_PageDown)
    teacher.press(K.Key_X)
    assert teacher.stage == "answer"  # a passed statement gets its answer
    teacher.press(K.Key_X)
    assert teacher.stage == "vote"
    teacher.press(K.Key_E, K.Key_E)
    assert teacher.stage == "signpost"


def test_a_calm_moment_with_the_rules_and_back(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_G)
    assert teacher.stage == "rules"
    teacher.press(K.Key_PageDown)
    page = teacher.wall.words
    teacher.press(K.Key_B, K.Key_G)  # the wall is lit for it
    assert not teacher.wall.is_blank
    assert "What we agree on" in teacher.wall.words
    assert teacher.console.lesson.question.statement not in teacher.wall.words
    assert teacher.stage == "vote"
    teacher.press(K.Key_G)
    assert teacher.wall.words == page
    for over in ([K.Key_G], [K.Key_B], [K.Key_G, K.Key_B]):
        for turn in (K.Key_PageDown, K.Key_Space, K.Key_PageUp):
            teacher.press(*over, turn)
            assert (teacher.stage, teacher.wall.words) == ("vote", page)
    teacher.press(K.Key_G)
    teacher.click(teacher.console.running.steps["forward"])
    assert (teacher.stage, teacher.wall.words) == ("vote", page)
    teacher.press(K.Key_PageDown)
    assert teacher.console.lesson.question.fact in teacher.wall.words
    teacher.press(K.Key_S, K.Key_PageDown)
    assert teacher.stage == "answer"
    assert teacher.wall.sheet.code == ""
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "why"


def test_the_console_says_what_hides_the_page_and_its_button_is_pressed(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    running = teacher.console.running

    def told() -> tuple[str, list[str]]:
        pressed = [name for name, button in running.steps.items() if button.isChecked()]
        return running.head.text(), pressed

    teacher.press(K.Key_F5, K.Key_PageDown)
    page = ("On the wall: First vote. Question 1 of 3", [])
    assert told() == page
    teacher.press(K.Key_B)
    assert told() == ("The wall is dark. Behind it: First vote", ["blank"])
    teacher.click(running.steps["blank"])
    assert told() == page
    teacher.click(running.steps["rules"])
    assert told() == ("On the wall: the rules. Behind them: First vote", ["rules"])
    teacher.press(K.Key_B)
    assert told() == ("The wall is dark. Behind it: First vote", ["blank"])
    teacher.press(K.Key_PageDown)
    assert told() == page
    teacher.press(K.Key_A, K.Key_S)
    behind = "The answer, page 1 of 2"
    assert told() == (f"On the wall: a source. Behind it: {behind}", ["source"])
    teacher.press(K.Key_PageDown)
    assert told() == (f"On the wall: {behind}. Question 1 of 3", [])
    teacher.press(K.Key_E, K.Key_PageDown)
    assert told() == ("On the wall: Whom to turn to (end)", [])


def test_the_end_asked_for_in_an_open_vote_shows_no_answer(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown)
    question = teacher.console.lesson.question
    assert teacher.console.bar.dots.at == 1
    teacher.press(K.Key_E)
    assert teacher.stage == "signpost"
    assert teacher.console.bar.dots.at == 3
    assert question.fact not in teacher.wall.words
    teacher.press(K.Key_PageUp)
    assert teacher.stage == "answer"
    assert question.fact in teacher.wall.words


def test_a_topic_is_left_for_the_room(teach):
    teacher = teach(LAPTOP, PROJECTOR, length=6)
    teacher.press(K.Key_F5, K.Key_PageDown)
    topic = teacher.console.lesson.question.topic
    before = len(teacher.console.lesson.counted)
    teacher.click(teacher.button("Leave topic"))
    assert teacher.stage == "answer"
    left = [counted.question.topic for counted in teacher.console.lesson.counted]
    assert left.count(topic) == 1
    assert len(left) < before
    assert teacher.wall.words.startswith(f"1 of {len(left)}")


def test_tables_are_told_together_and_nobody_is_ranked(teach):
    teacher = teach(LAPTOP, PROJECTOR, length=1, teams=(Team.BLUE, Team.GREEN))
    teacher.press(K.Key_F5, K.Key_PageDown)
    verdict = teacher.console.lesson.question.verdict
    chips = teacher.console.running.votes.team_chips
    teacher.click(chips[Team.BLUE, verdict])
    teacher.click(chips[Team.GREEN, verdict.other])
    teacher.press(K.Key_PageDown)
    while teacher.stage != "signpost":
        teacher.press(K.Key_PageDown)
    assert "All tables together: 1 of 2 right." in teacher.wall.words
    assert "Blue" not in teacher.wall.words


def test_the_plan_is_changed_kept_and_read_again(teach, tmp_path):
    teacher = teach(LAPTOP, PROJECTOR, length=4)
    planning = teacher.console.planning
    before = teacher.console.plan.questions
    teacher.click(teacher.button("Later"))
    assert teacher.console.plan.questions == (before[1], before[0], *before[2:])
    teacher.click(teacher.button("Take out"))
    assert teacher.console.plan.questions == (before[1], *before[2:])
    planning.choices.rules.editor.setFocus()
    teacher.press(K.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    teacher.type("\rKnock first.")
    assert teacher.console.plan.ground_rules[-1] == "Knock first."
    assert planning.papers.path.text() == str(tmp_path / "lesson")
    teacher.click(teacher.button("Save plan"))
    path = tmp_path / "lesson.yaml"
    assert planning.notice.text() == f"Saved: {path}."
    assert read_plan(path).plan == teacher.console.plan
    kept = teacher.console.plan
    teacher.click(teacher.button("Draw anew"))
    assert teacher.console.plan != kept
    planning.papers.path.setText(str(path))
    teacher.click(teacher.button("Load plan"))
    assert teacher.console.plan == kept


def test_papers_and_results_are_saved_where_they_are_wanted(teach, tmp_path):
    teacher = teach(LAPTOP, PROJECTOR)
    planning = teacher.console.planning
    assert planning.papers.path.text() == str(tmp_path / "lesson")
    for name, kind, file, begins in (
        ("Worksheet", "PDF", "lesson-worksheet.pdf", b"%PDF"),
        ("Answer key", "ODT", "lesson-answer-key.odt", b"PK"),
        ("Slips for questions", "PDF", "lesson-slips.pdf", b"%PDF"),
        ("Summary for parents", "PDF", "lesson-summary.pdf", b"%PDF"),
    ):
        teacher.click(teacher.button(kind))
        teacher.click(teacher.button(name))
        assert planning.notice.text() == f"Saved: {tmp_path / file}."
        assert (tmp_path / file).read_bytes().startswith(begins)
    planning.papers.path.setText("")
    teacher.click(teacher.button("Worksheet"))
    assert planning.notice.text() == "Type the name of the file first."
    teacher.press(K.Key_F5, K.Key_E)
    teacher.click(teacher.console.running.end.save)
    assert len(list(tmp_path.glob("results-*.csv"))) == 1
    assert len(list(tmp_path.iterdir())) == 5


def test_a_school_says_what_happens_when_somebody_tells_of_something(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    route = teacher.console.planning.choices.route.editor
    route.setFocus()
    teacher.press(K.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    teacher.type("Tell Ms Okafor today.")
    assert teacher.console.plan.route == ("Tell Ms Okafor today.",)
    teacher.press(K.Key_F5, K.Key_PageDown)
    question = teacher.console.lesson.question
    asked = replace(question, teacher=replace(question.teacher, safeguarding=True))
    teacher.console.running.show_lesson(about(teacher.console.lesson, asked))
    assert "Safeguarding: Tell Ms Okafor today." in teacher.console.running.text.text()
    assert "Okafor" not in teacher.wall.words


def about(lesson, question):
    """The lesson with another first question."""
    questions = (question, *lesson.session.questions[1:])
    return replace(lesson, session=replace(lesson.session, questions=questions))


def test_no_field_takes_anything_about_a_person(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    fields = teacher.console.findChildren(QLineEdit) + teacher.console.findChildren(QPlainTextEdit)
    assert sorted(field.accessibleName() for field in fields) == [
        "File for the results",
        "For the teacher: when somebody tells of something, 1 to 4 lines",
        "Ground rules, 3 to 8 lines, shown first",
        "Name of the lesson's files",
        "Whom to turn to, shown last",
    ]


def test_keys_pressed_on_the_wall_mean_the_same(teach):
    from PySide6.QtTest import QTest

    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5)
    QTest.keyClick(teacher.wall, K.Key_PageDown)
    settle()
    assert teacher.stage == "vote"


def test_an_error_inside_keeps_the_lesson_where_it_is(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_PageDown)
    teacher.console.show_mishap()
    settle()
    assert teacher.console.running.notice.isVisible()
    teacher.press(K.Key_PageDown)
    assert teacher.stage == "answer"


def test_keys_of_a_lesson_do_nothing_before_it_and_a_new_one_begins_at_the_rules(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.console.planning.preview.list.setFocus()
    teacher.press(K.Key_B, K.Key_A, K.Key_S)
    assert teacher.stage == ""
    assert not teacher.wall.is_blank
    teacher.press(K.Key_F5, K.Key_E)
    assert teacher.stage == "signpost"
    teacher.click(teacher.button("Back to the plan"))
    assert teacher.stage == ""
    assert not teacher.wall.isVisible()
    teacher.press(K.Key_F5)
    assert teacher.stage == "rules"
    assert teacher.wall.isVisible()


def test_after_leaving_quickly_the_keys_go_to_the_way_back_alone(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.click(teacher.console.bar.adjust)
    teacher.press(K.Key_Shift, K.Key_Shift, K.Key_Shift)
    assert teacher.focus is teacher.console.cover.go_on
    teacher.press(K.Key_Return)
    assert not teacher.console.cover.isVisible()
    assert teacher.console.look.isVisible()
    assert teacher.focus is teacher.console.bar.adjust


def test_escape_closes_what_is_open_and_the_keys_leave_the_statements_in_sight(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    console = teacher.console
    statements = console.planning.preview.list
    teacher.press(K.Key_Question)
    assert console.keys.isVisible()
    place = statements.mapTo(console, statements.rect().bottomLeft())
    assert place.y() < console.height()
    assert console.planning.preview.x() > console.width() / 3  # in its column still
    teacher.press(K.Key_Escape)
    assert not console.keys.isVisible()
    teacher.click(console.bar.adjust)
    teacher.press(K.Key_Escape)
    assert not console.look.isVisible()
    teacher.press(K.Key_F5, K.Key_PageDown, K.Key_Question, K.Key_Escape)
    assert not console.keys.isVisible()
    assert teacher.stage == "vote"


def test_an_age_that_has_nothing_is_not_offered_and_the_way_on_has_the_focus(teach, qtbot):
    teacher = teach(LAPTOP, PROJECTOR)
    console = teacher.console
    planning = console.planning
    bands = list(planning.choices.bands.chips)
    empty = [band for band in bands if not planning.choices.offers(band)]
    offered = [band for band in bands if planning.choices.offers(band)]
    assert empty
    assert not any(planning.choices.bands.chips[band].isVisible() for band in empty)
    console.desk.take(replace(console.plan, age_band=empty[0], questions=()))
    planning.take_focus()
    settle()
    assert planning.preview.count.text() == (
        f"Nothing here is for {empty[0].value}; choose another age."
    )
    for words in ("Earlier", "Later", "Draw anew", "Take out"):
        assert not teacher.button(words).isEnabled()
    assert teacher.focus is planning.choices.bands.chips[offered[0]]
    teacher.press(K.Key_Space)
    assert planning.start.isEnabled()


def test_results_that_cannot_be_on_the_wall_say_why(teach):
    teacher = teach(LAPTOP, PROJECTOR)
    teacher.press(K.Key_F5, K.Key_E)
    end = teacher.console.running.end
    assert not end.on_wall.isEnabled()
    assert end.why_not.isVisible()
    assert end.why_not.text() == (
        "Results on the wall: only after two votes, or with tables by colour."
    )
