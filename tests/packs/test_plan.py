"""A lesson plan as a file: what is written is read back, and every fault is told in its place."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_example import write_pack

from quiz.model.lesson_plan import GROUND_RULES, LessonPlan, SecondVote, Team
from quiz.model.question import AgeBand
from quiz.packs.check import check
from quiz.packs.kinds import Number
from quiz.packs.plan import PLAN, plan_text, read_plan
from quiz.packs.reader import read_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """The pack of content/README.md."""
    found = read_pack(write_pack(tmp_path_factory.mktemp("packs") / "example"))
    assert found.pack
    return found.pack


def told(folder: Path, text: str | bytes, packs=None):
    """The plan in `text`, and its faults as they are printed."""
    path = folder / "plan.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    reading = read_plan(path, packs)
    return reading.plan, [str(problem) for problem in reading.problems]


ids = st.from_regex("[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
id_lists = st.lists(ids, max_size=5, unique=True).map(tuple)


def _is_a_line(text: str) -> bool:
    try:
        LessonPlan("p", signposts=(text,))
    except ValueError:
        return False
    return True


signs = st.characters(categories=("L", "N", "P", "Zs"))
wall_lines = st.text(signs, min_size=1, max_size=40).map(str.strip).filter(_is_a_line)
plans = st.builds(
    LessonPlan,
    ids,
    st.sampled_from(AgeBand),
    st.integers(1, 40),
    st.integers(0, 999_999_999),
    id_lists,
    id_lists,
    id_lists,
    st.lists(wall_lines, min_size=3, max_size=8).map(tuple),
    st.lists(wall_lines, min_size=1, max_size=6).map(tuple),
    st.sampled_from([(), (Team.RED, Team.BLUE), tuple(Team)]),
    st.sampled_from(SecondVote),
    st.integers(5, 100),
    st.lists(wall_lines, min_size=1, max_size=4).map(tuple),
)


@settings(max_examples=30)
@given(plans)
def test_what_is_written_is_read_back(tmp_path_factory, plan):
    assert told(tmp_path_factory.getbasetemp(), plan_text(plan)) == (plan, [])


def test_the_file_says_what_its_lists_are_for(pack):
    plan = LessonPlan(pack.id, teams=(Team.BLUE, Team.RED)).drawn(pack.questions)
    assert plan.questions
    assert plan_text(plan).startswith(
        "# A lesson plan for Myth or Reality. Nothing in it is about a person.\n"
        f"pack: {pack.id}\nage_band: 12-15\nlength: 8\nseed: 1\nsecond_vote: none\nfloor: 10\n"
        "teams: [blue, red]\n"
        "# The topics to draw from; none: all.\ntopics: []\n"
        "# The questions, in their order; none: drawn by the seed.\nquestions:\n  - "
    )


def test_a_saved_lesson_is_the_same_lesson(tmp_path, pack):
    plan = LessonPlan(pack.id, seed=5).drawn(pack.questions)
    again, problems = told(tmp_path, plan_text(plan), [pack])
    assert (again, problems) == (plan, [])
    assert again.chosen(pack.questions) == plan.chosen(pack.questions)


def test_a_plan_without_questions_is_drawn_when_it_is_read(tmp_path, pack):
    plan, problems = told(tmp_path, f"pack: {pack.id}", [pack])
    assert problems == []
    assert plan == LessonPlan(pack.id).drawn(pack.questions)


SMALL = "pack: sleep\nlength: 5\n"


@pytest.mark.parametrize(
    ("text", "expected", "problem"),
    [
        (
            SMALL + "floor: 4\n",
            LessonPlan("sleep", length=5),
            (
                "plan.yaml:3:8: plan, floor: '4' is not a whole number from 5 to 100. "
                "Write a number like 5."
            ),
        ),
        (
            SMALL + "floor:\n",
            LessonPlan("sleep", length=5),
            "plan.yaml:3:7: plan, floor: is empty. Write a number like 5.",
        ),
        (
            SMALL + "ground_rules: [Be kind]\n",
            LessonPlan("sleep", length=5),
            (
                "plan.yaml:3:1: plan, ground_rules: there are 3 to 8 ground rules. "
                "Till then the usual is taken."
            ),
        ),
        (
            SMALL + "teams: [blue]\n",
            LessonPlan("sleep", length=5),
            (
                "plan.yaml:3:1: plan, teams: one team alone is the whole class: name two, or none. "
                "Till then the usual is taken."
            ),
        ),
        (
            SMALL + "teams: [blue, Anna]\n",
            LessonPlan("sleep", length=5),
            (
                "plan.yaml:3:15: plan, team 2: 'Anna' is not one of the words to choose from. "
                "Write blue, orange, green, yellow, purple, red, white or black."
            ),
        ),
        (
            SMALL + "second_vote: before\n",
            LessonPlan("sleep", length=5),
            (
                "plan.yaml:3:14: plan, second_vote: 'before' is not one of the words to choose "
                "from. Did you mean 'before-answer'?"
            ),
        ),
        (
            SMALL + "questions: [a, b, a, C]\n",
            LessonPlan("sleep", length=5, questions=("a", "b")),
            (
                "plan.yaml:3:22: plan, question 4: 'C' is not an id (small letters, digits and -). "
                "Write it like singles-welcome."
            ),
        ),
        (
            SMALL + "topic: [a]\n",
            LessonPlan("sleep", length=5),
            "plan.yaml:3:1: plan: unknown field 'topic'. Did you mean 'topics'?",
        ),
        (
            SMALL + "length: 6\n",
            LessonPlan("sleep"),
            "plan.yaml:3:1: plan, length: is written a second time. Keep one of the two.",
        ),
        (
            "length: 5\n",
            None,
            (
                "plan.yaml:1:1: plan: the field 'pack' is missing. Add it: an id (small letters, "
                "digits and -), such as singles-welcome."
            ),
        ),
        ("", None, "plan.yaml:1:1: file: is empty. Save the plan anew from the lesson."),
        (
            "- a\n",
            None,
            "plan.yaml:1:1: plan: is a list. Write a group of fields, each as 'name: value'.",
        ),
        (
            SMALL + "seed: *one\n",
            LessonPlan("sleep", length=5),
            (
                "plan.yaml:3:7: plan, seed: *one stands for a value named elsewhere. Write the "
                "value itself; a text that begins with * has to be in double quotes."
            ),
        ),
        (
            SMALL + 'signposts:\n  - "A nurse\n',
            None,
            (
                "plan.yaml:4:5: file: the quotes that open here are never closed. Close them "
                'with the same sign, and write " inside double quotes as \\".'
            ),
        ),
        (
            b"pack: sleep\xff",
            None,
            (
                "plan.yaml:1:12: file: this character is not in UTF-8. "
                "Save the file anew in the encoding UTF-8."
            ),
        ),
    ],
)
def test_a_fault_costs_only_itself(tmp_path, text, expected, problem):
    assert told(tmp_path, text) == (expected, [problem])


def test_a_list_of_odd_things_costs_only_itself(tmp_path, pack):
    text = f"pack: {pack.id}\nquestions: [[a], {{b: c}}]\ntopics: all\n"
    plan, problems = told(tmp_path, text, [pack])
    assert plan == LessonPlan(pack.id).drawn(pack.questions)
    assert len(problems) == 3


def test_a_plan_that_is_not_there(tmp_path):
    reading = read_plan(tmp_path / "plan.yaml")
    assert reading.plan is None
    assert [problem.what for problem in reading.problems] == ["is missing"]


def test_a_question_that_is_no_longer_there_is_told_and_the_rest_loads(tmp_path, pack):
    first, second = (question.id for question in pack.questions[:2])
    text = (
        f"pack: {pack.id}\nage_band: 18+\nquestions:\n  - {second}\n  - no-longer-there\n"
        f"  - {first}x\n  - {first}\n"
    )
    plan, problems = told(tmp_path, text, [pack])
    assert plan == LessonPlan(pack.id, AgeBand.ADULT, questions=(second, first))
    assert problems == [
        (
            "plan.yaml:5:5: plan, questions: there is no question 'no-longer-there' in the pack, "
            "or it has a fault there. The lesson goes on without it."
        ),
        (
            f"plan.yaml:6:5: plan, questions: there is no question '{first}x' in the pack, or it "
            f"has a fault there. Did you mean '{first}'?"
        ),
    ]


def test_a_question_for_older_people_is_not_reached_by_a_plan(tmp_path, pack):
    older = replace(pack.questions[0], age_band=AgeBand.ADULT)
    kept = pack.questions[1].id
    pack = replace(pack, questions=(older, *pack.questions[1:]))
    text = f"pack: {pack.id}\nquestions: [{older.id}, {kept}]\n"
    plan, problems = told(tmp_path, text, [pack])
    assert plan.questions == (kept,)
    assert problems == [
        (
            f"plan.yaml:2:13: plan, questions: '{older.id}' is meant for people older than 12-15. "
            "Take it out, or choose another age band."
        )
    ]


def test_topics_and_packs_that_are_not_there_are_told(tmp_path, pack):
    topic = pack.topics[0].id
    plan, problems = told(tmp_path, f"pack: {pack.id}\ntopics: [{topic}z, {topic}, q]\n", [pack])
    assert plan.topics == (f"{topic}z", topic, "q")
    assert problems == [
        (
            f"plan.yaml:2:10: plan, topics: there is no topic '{topic}z' in the pack. "
            f"Did you mean '{topic}'?"
        ),
        (
            f"plan.yaml:2:{15 + 2 * len(topic)}: plan, topics: there is no topic 'q' in the pack. "
            "Take it out of the plan."
        ),
    ]
    assert told(tmp_path, f"pack: {pack.id}x\n", [pack]) == (
        None,
        [f"plan.yaml:1:1: plan, pack: there is no pack '{pack.id}x'. Did you mean '{pack.id}'?"],
    )
    assert told(tmp_path, "pack: elsewhere\n", [pack])[1] == [
        (
            "plan.yaml:1:1: plan, pack: there is no pack 'elsewhere'. "
            "Put the pack into the content folder."
        )
    ]


def test_so_many_faults_are_enough(tmp_path):
    text = "pack: sleep\nquestions: [" + "A, " * 600 + "]\n"
    plan, problems = told(tmp_path, text)
    assert plan is None
    assert len(problems) == 501


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_whatever_the_file_holds_a_reading_comes_of_it(tmp_path_factory, text):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    plan, problems = told(tmp_path_factory.getbasetemp(), data)
    assert plan or problems


# --- python main.py check FILE --------------------------------------------------------------------


def checked(path, content=None):
    out, err = io.StringIO(), io.StringIO()
    return check(path, out, err, content=content), out.getvalue(), err.getvalue()


def test_check_knows_a_plan(tmp_path, pack):
    write_pack(tmp_path / "content" / "example")
    path = tmp_path / "lesson.yaml"
    path.write_text(plan_text(LessonPlan(pack.id)), encoding="utf-8")
    assert checked(path) == (0, "", "")
    assert checked(path, tmp_path / "content") == (0, "", "")
    path.write_text(f"pack: {pack.id}\nquestions: [gone]\n", encoding="utf-8")
    assert checked(path) == (0, "", "")
    assert checked(path, tmp_path / "content") == (
        1,
        (
            "lesson.yaml:2:13: plan, questions: there is no question 'gone' in the pack, or it has "
            "a fault there. The lesson goes on without it.\n"
        ),
        "",
    )


def test_a_number_is_described_to_editors_too():
    assert Number(5, 100).schema() == {"type": "integer", "minimum": 5, "maximum": 100}


def test_every_field_of_a_plan_is_described_once():
    assert set(PLAN.fields) == set(LessonPlan.__slots__)
    assert len(GROUND_RULES) >= 3
