"""What a teacher decides before a lesson."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_example import QUESTIONS, some_questions

from quiz.model.lesson_plan import GROUND_RULES, SIGNPOSTS, Chosen, LessonPlan, SecondVote, Team
from quiz.model.question import AgeBand
from quiz.model.votes import FLOOR

PLAN = LessonPlan("sex-therapy")


def test_the_defaults_are_those_of_a_class():
    assert (PLAN.age_band, PLAN.length, PLAN.floor) == (AgeBand.YOUNG_TEEN, 8, FLOOR)
    assert (PLAN.teams, PLAN.second_vote) == ((), SecondVote.NONE)
    assert GROUND_RULES[:3] == (
        "You may pass on any question.",
        "No personal questions or stories about people we know.",
        "Use the correct words.",
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"length": 0}, "A lesson has 1 to 40 questions."),
        ({"length": 41}, "A lesson has 1 to 40 questions."),
        ({"seed": -1}, "A seed goes from 0 to 999999999."),
        ({"floor": 4}, "The fewest votes to show go from 5 to 100."),
        ({"floor": 101}, "The fewest votes to show go from 5 to 100."),
        ({"ground_rules": GROUND_RULES[:2]}, "There are 3 to 8 ground rules."),
        ({"ground_rules": GROUND_RULES[:3] * 3}, "There are 3 to 8 ground rules."),
        ({"signposts": ()}, "There are 1 to 6 signposts."),
        ({"signposts": SIGNPOSTS * 3}, "There are 1 to 6 signposts."),
        ({"route": ()}, "A route has 1 to 4 lines."),
        ({"signposts": (" ",)}, "A line has 1 to 16 words."),
        ({"ground_rules": ("word " * 17,) * 3}, "A line has 1 to 16 words."),
        (
            {"signposts": ("A nurse\u2028or so",)},
            "A line is one line, of signs that can be seen.",
        ),
        (
            {"signposts": ("A\x07bell",)},
            "A line is one line, of signs that can be seen.",
        ),
        ({"teams": (Team.BLUE,)}, "One team alone is the whole class: name two, or none."),
        ({"teams": (Team.BLUE, Team.BLUE)}, "No team and no question comes twice."),
        ({"questions": ("a", "a")}, "No team and no question comes twice."),
    ],
)
def test_what_no_lesson_can_be_is_refused(change, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        replace(PLAN, **change)


@pytest.mark.parametrize("floor", [5, 10, 100])
def test_the_floor_may_be_raised_and_lowered_to_five(floor):
    assert replace(PLAN, floor=floor).floor == floor


@given(st.integers(0, 1000), st.integers(1, 12))
def test_the_same_plan_gives_two_classes_the_same_round(seed, length):
    plan = LessonPlan("p", seed=seed, length=length)
    first, second = plan.chosen(QUESTIONS), plan.chosen(list(QUESTIONS))
    assert first == second
    assert first.questions
    assert plan.drawn(QUESTIONS).chosen(QUESTIONS) == first


def test_a_draw_keeps_to_topics_band_and_what_was_left_out():
    plan = replace(PLAN, topics=("a",), left_out=("a-0", "a-1"), length=40).drawn(QUESTIONS)
    assert plan.questions
    assert {id_[0] for id_ in plan.questions} == {"a"}
    assert not {"a-0", "a-1"} & set(plan.questions)
    admitted = {q.id for q in QUESTIONS if AgeBand.YOUNG_TEEN.admits(q.age_band)}
    assert set(plan.questions) <= admitted


def test_what_cannot_be_asked_is_told_apart():
    older = some_questions("z", 1, age_band=AgeBand.ADULT)
    plan = replace(PLAN, questions=("a-2", "gone", "z-0", "a-0"))
    found = plan.chosen((*QUESTIONS, *older))
    assert [question.id for question in found.questions] == ["a-2", "a-0"]
    assert (found.gone, found.older) == (("gone",), ("z-0",))


def test_with_nothing_in_play_nothing_is_chosen():
    assert replace(PLAN, topics=("nowhere",)).chosen(QUESTIONS) == Chosen(())


def test_questions_are_taken_out_put_back_and_moved():
    plan = replace(PLAN, questions=("a-0", "a-1", "a-2"))
    without = plan.without("a-1")
    assert (without.questions, without.left_out) == (("a-0", "a-2"), ("a-1",))
    assert without.without("a-1") == without
    back = without.put_back("a-1")
    assert (back.questions, back.left_out) == (("a-0", "a-2", "a-1"), ())
    assert back.put_back("a-1") == back
    assert back.moved("a-1", 0).questions == ("a-1", "a-0", "a-2")
    assert back.moved("a-0", -5).questions == back.questions
    assert back.moved("a-0", 99).questions == ("a-2", "a-1", "a-0")
    assert back.moved("a-0", 1).questions == ("a-2", "a-0", "a-1")
