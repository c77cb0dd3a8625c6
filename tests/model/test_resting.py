"""What a resting screen may show: only what is marked for it, in play, and within the band."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.model.draw import in_play, resting
from quiz.model.question import AgeBand, Question
from tests.builders import make_question

TOPICS = ("sessions", "history", "techniques")


@st.composite
def questions(draw: st.DrawFn) -> tuple[Question, ...]:
    return tuple(
        make_question(
            f"q{number}",
            topic=draw(st.sampled_from(TOPICS)),
            age_band=draw(st.sampled_from(AgeBand)),
            attract=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 12)))
    )


@given(questions(), st.none() | st.sets(st.sampled_from(TOPICS)), st.sampled_from(AgeBand))
def test_only_marked_questions_in_play(made, topics, band):
    found = resting(made, topics, band)
    assert set(found) == {q for q in made if q.attract} & set(in_play(made, topics, band))
    assert all(band.admits(question.age_band) for question in found)
