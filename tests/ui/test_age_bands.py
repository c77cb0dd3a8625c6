"""Nothing above the chosen age band can be reached on any path."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quiz.model.question import AgeBand, Question, Verdict
from quiz.model.session import Phase, Session
from quiz.ui.rounds import Rounds
from tests.builders import make_pack, make_question

BANDS = list(AgeBand)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Question, ...]:
    """Pairs of twins, each half in a band of its own."""
    made: list[Question] = []
    for number in range(draw(st.integers(1, 8))):
        for half, verdict, twin in (("a", Verdict.MYTH, "b"), ("b", Verdict.REALITY, "a")):
            made.append(
                make_question(
                    f"q{number}-{half}",
                    topic=f"t{number % 3}",
                    verdict=verdict,
                    twin=f"q{number}-{twin}",
                    age_band=draw(st.sampled_from(BANDS)),
                )
            )
    return tuple(made)


@given(questions(), st.sampled_from(BANDS), st.integers(), st.data())
def test_draw_retry_and_twin_stay_within_the_band(
    made: tuple[Question, ...], band: AgeBand, seed: int, data: st.DataObject
) -> None:
    rounds = Rounds(make_pack(made), Random(seed))
    if not rounds.choose(None, band):
        return
    assert all(band.admits(question.age_band) for question in rounds.questions)
    due = [question.id for question in made]
    session = Session.of(rounds.draw(10, due))
    for _ in range(3):
        while session.phase is not Phase.FINISHED:
            session = session.answer(data.draw(st.sampled_from(Verdict))).advance()
        if not session.returnable(2):
            break
        session = session.again(2, 100, rounds.reword)
    assert all(band.admits(answer.question.age_band) for answer in session.answers)
    assert all(band.admits(question.age_band) for question in session.questions)


@given(questions(), st.sampled_from(BANDS), st.sets(st.sampled_from(["t0", "t1", "t2"])))
def test_topics_that_were_left_out_are_never_in_play(
    made: tuple[Question, ...], band: AgeBand, topics: set[str]
) -> None:
    rounds = Rounds(make_pack(made), Random(1))
    rounds.choose(topics, band)
    assert {question.topic for question in rounds.questions} <= topics
    for question in rounds.questions:
        twin = rounds.reword(question)
        assert twin is None or twin.topic in topics
