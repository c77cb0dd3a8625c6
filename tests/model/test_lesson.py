"""A lesson: its pages, what is counted, and what the wall may tell of it."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_example import some_questions

from quiz.model.lesson import Lesson
from quiz.model.lesson_page import ANSWERED, Counted, Page, Result, Stage
from quiz.model.lesson_plan import LessonPlan, SecondVote, Team
from quiz.model.question import Verdict
from quiz.model.score import Tally
from quiz.model.session import OutOfTurn, Phase
from quiz.model.votes import Amount, Shift, Told, Votes

MYTH, REALITY = Verdict
NOT_AGAIN, BEFORE, AFTER = SecondVote
MANY, FEW_HANDS = Votes(20, 10), Votes(4, 4)


def lesson(count=2, again=NOT_AGAIN, notes="", teams=(), floor=10):
    plan = LessonPlan("p", second_vote=again, teams=teams, floor=floor)
    return Lesson.of(plan, some_questions("a", count, notes))


def at(given_lesson, stage, index=0):
    """The lesson turned forward to a page."""
    while given_lesson.page != Page(stage, index):
        given_lesson = given_lesson.forward()
    return given_lesson


def pages(given_lesson):
    """What Page Down alone shows, in words."""
    shown = [given_lesson.page]
    while given_lesson.can_go_forward:
        given_lesson = given_lesson.forward()
        shown.append(given_lesson.page)
    return " ".join(
        f"{page.stage.name}{'' if page.index is None else page.index}" for page in shown
    )


@pytest.mark.parametrize(
    ("again", "notes", "expected"),
    [
        (NOT_AGAIN, "", "RULES VOTE0 ANSWER0 WHY0 VOTE1 ANSWER1 WHY1 SIGNPOST FINISHED"),
        (NOT_AGAIN, "n", "RULES NOTE0 VOTE0 ANSWER0 WHY0 VOTE1 ANSWER1 WHY1 SIGNPOST FINISHED"),
        (
            BEFORE,
            "",
            "RULES VOTE0 VOTE_AGAIN0 ANSWER0 WHY0 VOTE1 VOTE_AGAIN1 ANSWER1 WHY1 SIGNPOST FINISHED",
        ),
        (
            AFTER,
            "",
            "RULES VOTE0 ANSWER0 WHY0 VOTE_AGAIN0 VOTE1 ANSWER1 WHY1 VOTE_AGAIN1 SIGNPOST FINISHED",
        ),
    ],
)
def test_page_down_alone_gives_a_whole_lesson(again, notes, expected):
    assert pages(lesson(2, again, notes)) == expected


def test_a_lesson_without_questions_goes_from_the_rules_to_the_signpost():
    assert pages(lesson(0)) == "RULES SIGNPOST FINISHED"
    assert lesson(0).next_question is None


@pytest.mark.parametrize("again", [BEFORE, AFTER])
def test_where_both_votes_were_counted_the_result_comes_after_the_answer(again):
    given_lesson = at(lesson(1, again), Stage.VOTE).count_first(MANY)
    given_lesson = at(given_lesson, Stage.VOTE_AGAIN).count_second(Votes(27, 3))
    assert given_lesson.result is None
    assert pages(given_lesson).endswith("RESULT0 SIGNPOST FINISHED")
    given_lesson = at(given_lesson, Stage.RESULT)
    assert given_lesson.result == Result(
        Told(MANY, Amount.MOST), Told(Votes(27, 3), Amount.MOST), Shift(2 / 3, 0.9)
    )
    assert given_lesson.shift == Shift(2 / 3, 0.9)
    assert given_lesson.back().stage is Stage.WHY
    assert given_lesson.back().forward().stage is Stage.RESULT


def test_under_the_floor_the_result_is_in_words():
    given_lesson = at(lesson(1, BEFORE), Stage.VOTE_AGAIN).count_first(Votes(2, 6))
    given_lesson = at(given_lesson.count_second(Votes(8, 0)), Stage.RESULT)
    assert given_lesson.result == Result(Told(None, Amount.FEW), Told(None, Amount.MOST))
    assert given_lesson.shift is None


@pytest.mark.parametrize("count", [None, Votes(2, 2)])
def test_there_is_no_result_page_with_nothing_on_it(count):
    given_lesson = at(lesson(1, BEFORE), Stage.VOTE_AGAIN).count_first(MANY).count_second(count)
    assert "RESULT" not in pages(given_lesson)


def test_a_single_vote_is_told_with_the_answer_and_not_before():
    given_lesson = at(lesson(1), Stage.VOTE).count_first(MANY)
    assert (given_lesson.is_open, given_lesson.verdict_is_out) == (True, False)
    assert given_lesson.result is None
    for stage in (Stage.ANSWER, Stage.WHY):
        given_lesson = given_lesson.forward()
        assert given_lesson.stage is stage
        assert (given_lesson.is_open, given_lesson.verdict_is_out) == (False, True)
        assert given_lesson.result == Result(Told(MANY, Amount.MOST))
    assert given_lesson.forward().result is None


def test_after_the_answer_the_second_vote_has_the_verdict_beside_it():
    given_lesson = at(lesson(1, AFTER), Stage.VOTE_AGAIN)
    assert (given_lesson.is_open, given_lesson.verdict_is_out) == (False, True)
    with pytest.raises(OutOfTurn):
        given_lesson.reveal()
    given_lesson = at(lesson(1, BEFORE), Stage.VOTE_AGAIN)
    assert (given_lesson.is_open, given_lesson.verdict_is_out) == (True, False)


def test_counts_are_corrected_after_the_answer_and_taken_back():
    given_lesson = at(lesson(2), Stage.WHY).count_first(MANY)
    assert given_lesson.counts == Counted(given_lesson.question, MANY)
    assert given_lesson.count_first(None).counts.first is None
    back = at(given_lesson, Stage.VOTE, 1).back().count_first(FEW_HANDS)
    assert back.counted[0].first == FEW_HANDS
    assert back.counted[1].first is None


@pytest.mark.parametrize("stage", [Stage.RULES, Stage.SIGNPOST, Stage.FINISHED])
def test_nothing_is_counted_where_there_is_no_question(stage):
    given_lesson = at(lesson(1, BEFORE, teams=(Team.BLUE, Team.RED)), stage, None)
    assert (given_lesson.question, given_lesson.counts) == (None, None)
    message = f"^not while the lesson is at: {stage.value}$"
    with pytest.raises(OutOfTurn, match=message):
        given_lesson.count_first(MANY)
    with pytest.raises(OutOfTurn, match=message):
        given_lesson.count_second(MANY)
    with pytest.raises(OutOfTurn, match=message):
        given_lesson.say(Team.BLUE, MYTH)
    with pytest.raises(OutOfTurn, match=message):
        given_lesson.leave()
    with pytest.raises(OutOfTurn, match=message):
        given_lesson.reveal()


@pytest.mark.parametrize(
    ("again", "stages"),
    [
        (NOT_AGAIN, ()),
        (BEFORE, (Stage.VOTE_AGAIN, Stage.ANSWER, Stage.WHY)),
        (AFTER, (Stage.VOTE_AGAIN,)),
    ],
)
def test_a_second_vote_is_counted_once_it_was_asked_for(again, stages):
    given_lesson = lesson(1, again)
    while given_lesson.can_go_forward:
        given_lesson = given_lesson.forward()
        if given_lesson.stage in stages:
            assert given_lesson.count_second(MANY).counts.second == MANY
        else:
            with pytest.raises(OutOfTurn):
                given_lesson.count_second(MANY)


def test_at_a_content_note_nothing_is_counted_yet():
    given_lesson = at(lesson(1, notes="n", teams=(Team.BLUE, Team.RED)), Stage.NOTE)
    with pytest.raises(OutOfTurn):
        given_lesson.count_first(MANY)
    with pytest.raises(OutOfTurn):
        given_lesson.say(Team.BLUE, MYTH)


def test_page_up_does_not_bring_an_answered_statement_back_without_its_verdict():
    given_lesson = at(lesson(2), Stage.ANSWER, 1)
    seen = []
    while given_lesson.can_go_back:
        given_lesson = given_lesson.back()
        seen.append(given_lesson.page)
    assert seen == [Page(Stage.WHY, 0), Page(Stage.ANSWER, 0), Page(Stage.RULES)]
    with pytest.raises(OutOfTurn, match=r"^this is the first page$"):
        given_lesson.back()
    assert pages(given_lesson) == "RULES ANSWER0 WHY0 ANSWER1 WHY1 SIGNPOST FINISHED"


def test_a_page_turned_too_far_can_be_turned_back_while_the_statement_is_open():
    given_lesson = at(lesson(1, BEFORE, "n"), Stage.VOTE_AGAIN)
    assert given_lesson.back().stage is Stage.VOTE
    assert given_lesson.back().back().stage is Stage.NOTE
    assert given_lesson.back().back().forward().stage is Stage.VOTE
    assert given_lesson.back().back().leave().stage is Stage.ANSWER
    assert given_lesson.back().reveal().stage is Stage.ANSWER


def test_nothing_comes_after_the_end():
    given_lesson = at(lesson(1), Stage.FINISHED, None)
    assert not given_lesson.can_go_forward
    with pytest.raises(OutOfTurn, match=r"^the lesson is over$"):
        given_lesson.forward()
    assert given_lesson.back().stage is Stage.SIGNPOST
    assert given_lesson.back().back().page == Page(Stage.WHY, 0)
    assert given_lesson.end() == given_lesson.back()


def test_to_pass_gives_the_answer_and_once_more_the_next_question():
    given_lesson = at(lesson(2), Stage.VOTE).leave()
    assert given_lesson.page == Page(Stage.ANSWER, 0)
    given_lesson = given_lesson.leave()
    assert given_lesson.page == Page(Stage.VOTE, 1)
    assert given_lesson.back().leave() == given_lesson
    assert given_lesson.leave().leave().stage is Stage.SIGNPOST


def test_to_pass_at_a_second_vote_after_the_answer_leaves_the_question():
    given_lesson = at(lesson(2, AFTER), Stage.VOTE_AGAIN).leave()
    assert given_lesson.page == Page(Stage.VOTE, 1)
    assert given_lesson.back().page == Page(Stage.WHY, 0)


def test_to_pass_at_a_content_note_leaves_out_what_it_is_about():
    given_lesson = at(lesson(4, notes="-nn-"), Stage.NOTE, 1)
    assert given_lesson.leave().page == Page(Stage.VOTE, 3)
    assert given_lesson.leave().back().page == Page(Stage.WHY, 0)
    assert [c.question.id for c in at(given_lesson.leave(), Stage.WHY, 3).asked] == ["a-0", "a-3"]


def test_the_bell_leads_to_the_signpost_and_an_open_statement_goes_without_its_answer():
    given_lesson = at(lesson(3), Stage.VOTE, 1)
    ended = given_lesson.end()
    assert ended.page == Page(Stage.SIGNPOST)
    assert given_lesson.back().end() == ended
    assert ended.end() == ended
    assert [c.question.id for c in ended.asked] == ["a-0"]
    assert ended.forward().stage is Stage.FINISHED
    # There was time after all: the statement comes back with its answer, never alone.
    answered = given_lesson.reveal()
    assert ended.back() == answered
    assert ended.forward().back().back() == answered
    assert ended.back().forward().page == Page(Stage.WHY, 1)
    assert [c.question.id for c in ended.back().end().asked] == ["a-0", "a-1"]


def test_the_bell_at_a_second_vote_before_the_answer():
    given_lesson = at(lesson(2, BEFORE), Stage.VOTE_AGAIN)
    assert given_lesson.end().stage is Stage.SIGNPOST
    assert given_lesson.end().back() == given_lesson.reveal()


@pytest.mark.parametrize(("stage", "index"), [(Stage.RULES, None), (Stage.NOTE, 0)])
def test_a_lesson_can_end_before_it_began(stage, index):
    given_lesson = at(lesson(1, notes="n"), stage, index)
    assert given_lesson.end().stage is Stage.SIGNPOST
    assert given_lesson.end().back() == given_lesson


def test_the_teacher_sees_what_is_next():
    given_lesson = lesson(2)
    first, second = given_lesson.session.questions
    assert given_lesson.next_question is first
    assert at(given_lesson, Stage.WHY, 0).next_question is second
    assert at(given_lesson, Stage.VOTE, 1).next_question is None
    assert at(given_lesson, Stage.SIGNPOST, None).next_question is None


def test_tables_are_scored_in_the_order_of_the_plan_once_the_answer_is_out():
    given_lesson = at(lesson(2, teams=(Team.RED, Team.BLUE)), Stage.VOTE)
    given_lesson = given_lesson.say(Team.BLUE, REALITY).say(Team.BLUE, MYTH).say(Team.RED, REALITY)
    assert given_lesson.counts.said == ((Team.BLUE, MYTH), (Team.RED, REALITY))
    assert given_lesson.teams == ((Team.RED, Tally(0, 0)), (Team.BLUE, Tally(0, 0)))
    given_lesson = given_lesson.reveal()
    assert given_lesson.teams == ((Team.RED, Tally(0, 1)), (Team.BLUE, Tally(1, 1)))
    assert given_lesson.together == Tally(1, 2)
    assert given_lesson.say(Team.RED, None).together == Tally(1, 1)


def test_a_table_that_is_not_there_says_nothing():
    with pytest.raises(ValueError, match=r"^There is no green table in this lesson\.$"):
        at(lesson(1, teams=(Team.RED, Team.BLUE)), Stage.VOTE).say(Team.GREEN, MYTH)


def test_a_lesson_holds_nothing_about_a_person():
    """R37: what is kept is a plan, questions, and counts of hands."""
    assert Counted.__slots__ == ("question", "first", "second", "said")
    assert Votes.__slots__ == ("myth", "reality", "passed")


# --- whatever is pressed --------------------------------------------------------------------------

TURNS = st.sampled_from(["forward"] * 3 + ["back", "reveal", "leave", "leave_topic", "end"])
KEYS = TURNS | st.tuples(
    st.sampled_from(["count_first", "count_second"]), st.none() | st.just(MANY)
)
LESSONS = st.builds(
    lesson, st.integers(0, 5), st.sampled_from(SecondVote), st.text("n-", min_size=5, max_size=5)
)


def test_a_topic_is_left_and_nothing_of_it_is_asked_again():
    first, second = some_questions("a", 3), some_questions("b", 2)
    mixed = (first[0], second[0], first[1], second[1], first[2])
    given_lesson = at(Lesson.of(LessonPlan("p"), mixed), Stage.VOTE).leave_topic()
    assert given_lesson.page == Page(Stage.ANSWER, 0)  # a passed statement gets its answer
    shown = []
    while given_lesson.can_go_forward:
        given_lesson = given_lesson.forward()
        if given_lesson.stage is Stage.VOTE:
            shown.append(given_lesson.question)
    assert shown == list(second)
    assert [counted.question for counted in given_lesson.asked] == [first[0], *second]


def test_a_topic_is_left_at_its_note_before_any_of_it_was_shown():
    first, second = some_questions("a", 2, notes="nn"), some_questions("b", 1)
    given_lesson = Lesson.of(LessonPlan("p"), (first[0], second[0], first[1])).forward()
    assert given_lesson.stage is Stage.NOTE
    given_lesson = given_lesson.leave_topic()
    assert given_lesson.question == second[0]
    assert pages(given_lesson) == "VOTE1 ANSWER1 WHY1 SIGNPOST FINISHED"


@given(LESSONS, st.lists(KEYS, max_size=60))
def test_whatever_is_pressed_no_answered_statement_stands_alone(given_lesson, keys):
    opened = set()
    answered = set()
    for key in keys:
        try:
            if isinstance(key, tuple):
                given_lesson = getattr(given_lesson, key[0])(key[1])
            else:
                given_lesson = getattr(given_lesson, key)()
        except OutOfTurn:
            continue
        page = given_lesson.page
        if given_lesson.is_open:
            assert page.index not in answered
            assert given_lesson.result is None
            opened.add(page.index)
        if page.stage is Stage.ANSWER:
            answered.add(page.index)
        if page.stage in ANSWERED:
            assert given_lesson.verdict_is_out
        # What was opened has its answer before anything else is opened; the end may go without.
        faced = [page.index for page in given_lesson.trail if page.index is not None]
        assert opened - answered <= set(faced[-1:])
        assert {c.question.id for c in given_lesson.asked} == {f"a-{n}" for n in answered}


@given(LESSONS, st.lists(TURNS, max_size=40))
def test_from_anywhere_page_down_ends_the_lesson_and_page_up_begins_it(given_lesson, keys):
    for key in keys:
        with suppress(OutOfTurn):
            given_lesson = getattr(given_lesson, key)()
    turned = given_lesson
    for _ in range(6 * 5 + 3):
        turned = turned.forward() if turned.can_go_forward else turned
    assert turned.stage is Stage.FINISHED
    assert given_lesson.session.phase is not Phase.ANSWERED
    while given_lesson.can_go_back:
        given_lesson = given_lesson.back()
    assert given_lesson.stage is Stage.RULES


@given(LESSONS, st.integers(0, 30))
def test_page_down_then_page_up_is_where_one_was_unless_an_answer_came_out(given_lesson, steps):
    for _ in range(steps):
        given_lesson = given_lesson.forward() if given_lesson.can_go_forward else given_lesson
    if given_lesson.can_go_forward:
        there = given_lesson.forward()
        gone = given_lesson.is_open and there.stage is Stage.ANSWER
        gone |= given_lesson.stage is Stage.VOTE_AGAIN
        assert gone or there.back().page == given_lesson.page


def test_there_is_something_to_tell_only_of_enough_votes_or_of_tables():
    def shown(first, second, said=None):
        given_lesson = at(lesson(1, BEFORE, teams=(Team.RED, Team.BLUE)), Stage.VOTE)
        if said:
            given_lesson = given_lesson.say(Team.RED, said)
        given_lesson = given_lesson.count_first(first).forward().count_second(second)
        assert not given_lesson.has_outcome  # nothing is out yet
        return given_lesson.reveal()

    assert not shown(FEW_HANDS, FEW_HANDS).has_outcome
    assert not shown(MANY, None).has_outcome
    assert shown(MANY, MANY).has_outcome
    assert shown(None, None, MYTH).has_outcome


def test_a_lesson_is_a_value():
    given_lesson = at(lesson(1), Stage.VOTE)
    assert given_lesson == replace(given_lesson)
    assert hash(given_lesson)
