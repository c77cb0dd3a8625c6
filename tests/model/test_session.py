"""A session goes on by its own rules, and refuses everything out of turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.question import Question, Verdict
from quiz.model.session import Answer, Confidence, OutOfTurn, Phase, Session
from tests.builders import make_question, make_round

MYTH, REALITY = Verdict.MYTH, Verdict.REALITY


def no_twin(question: Question) -> None:
    """Nothing has a twin."""


def played(verdicts: str, said: str) -> Session:
    """A whole round: `m`, `r` or `s` (skip) for each question."""
    session = Session.of(make_round(verdicts))
    for letter in said:
        if session.phase is Phase.NOTED:
            session = session.proceed()
        session = session.skip() if letter == "s" else session.answer(_verdict(letter))
        session = session.advance()
    return session


def _verdict(letter: str) -> Verdict:
    return MYTH if letter == "m" else REALITY


def test_an_answer_leads_to_its_reveal_and_then_to_the_next_question() -> None:
    session = Session.of(make_round("mr"))
    assert (session.phase, session.number, session.current) == (
        Phase.ASKING,
        1,
        session.questions[0],
    )
    assert session.last is None
    session = session.answer(MYTH)
    assert (session.phase, session.number, session.is_last) == (Phase.REVEALED, 1, False)
    assert session.last is not None
    assert session.last.right
    session = session.advance()
    assert (session.phase, session.number, session.is_last) == (Phase.ASKING, 2, True)
    session = session.answer(MYTH).advance()
    assert session.phase is Phase.FINISHED
    assert session.current is None
    assert session.number == 2
    assert [answer.right for answer in session.answers] == [True, False]


def test_a_round_of_nothing_is_finished() -> None:
    session = Session.of(())
    assert session.phase is Phase.FINISHED
    assert session.number == 1


def test_a_rating_is_asked_before_the_verdict() -> None:
    session = Session.of(make_round("m"), asks_confidence=True).answer(REALITY)
    assert session.phase is Phase.ANSWERED
    assert session.current == session.questions[0]
    rated = session.rate(Confidence.LIKELY)
    assert rated.phase is Phase.REVEALED
    assert rated.answers[-1].sure_and_wrong
    assert session.rate(None).answers[-1].confidence is None


def test_a_question_can_still_be_skipped_while_a_rating_is_asked() -> None:
    session = Session.of(make_round("mr"), asks_confidence=True).answer(REALITY).skip()
    assert session.phase is Phase.REVEALED
    assert [answer.skipped for answer in session.answers] == [True]


def test_ratings_can_be_switched_off_while_one_is_asked_and_while_none_is() -> None:
    asking = Session.of(make_round("mr"), asks_confidence=True)
    assert asking.answer(MYTH).without_ratings().phase is Phase.REVEALED
    assert asking.without_ratings().answer(MYTH).phase is Phase.REVEALED


def test_on_cue_the_verdict_waits_for_the_teacher() -> None:
    session = Session.of(make_round("mr"), reveal_on_cue=True)
    assert session.answer(MYTH).phase is Phase.ANSWERED
    assert session.answer(MYTH).reveal().phase is Phase.REVEALED
    assert session.answer(MYTH).rate(Confidence.GUESS).phase is Phase.ANSWERED
    without_counting = session.reveal()
    assert without_counting.phase is Phase.REVEALED
    assert without_counting.answers[-1].skipped


STEPS: dict[str, Callable[[Session], Session]] = {
    "answer": lambda session: session.answer(MYTH),
    "skip": Session.skip,
    "rate": lambda session: session.rate(None),
    "reveal": Session.reveal,
    "advance": Session.advance,
    "proceed": Session.proceed,
    "pass_noted": Session.pass_noted,
    "again": lambda session: session.again(2, 10, no_twin),
}

ALLOWED = {
    Phase.NOTED: {"proceed", "pass_noted"},
    Phase.ASKING: {"answer", "skip"},
    Phase.ANSWERED: {"rate", "reveal", "skip"},
    Phase.REVEALED: {"advance"},
    Phase.FINISHED: {"again"},
}


def in_phase(phase: Phase) -> Session:
    """A session in each phase, with a missed answer behind it where it is finished."""
    if phase is Phase.NOTED:
        return Session.of(make_round("M"))
    if phase is Phase.FINISHED:
        return played("m", "r")
    session = Session.of(make_round("mm"), asks_confidence=phase is Phase.ANSWERED)
    return session if phase is Phase.ASKING else session.answer(MYTH)


@pytest.mark.parametrize("phase", list(Phase), ids=lambda phase: phase.value)
@pytest.mark.parametrize("step", STEPS)
def test_out_of_turn_is_refused(phase: Phase, step: str) -> None:
    session = in_phase(phase)
    if step in ALLOWED[phase]:
        assert STEPS[step](session) != session
    else:
        with pytest.raises(OutOfTurn):
            STEPS[step](session)


def test_a_content_note_comes_once_for_a_run() -> None:
    session = Session.of(make_round("mMRm"))
    session = session.answer(MYTH).advance()
    assert session.phase is Phase.NOTED
    session = session.proceed().answer(MYTH).advance()
    assert session.phase is Phase.ASKING, "the second of the run comes without a note"
    session = session.answer(REALITY).advance()
    assert (session.phase, session.number) == (Phase.ASKING, 4)


def test_a_run_of_noted_questions_can_be_left_out_and_does_not_count() -> None:
    session = Session.of(make_round("MRm")).pass_noted()
    assert (session.phase, session.number) == (Phase.ASKING, 3)
    assert [answer.skipped for answer in session.answers] == [True, True]
    assert Session.of(make_round("M")).pass_noted().phase is Phase.FINISHED


def test_missed_questions_come_again_sure_and_wrong_first() -> None:
    session = Session.of(make_round("mmm"), asks_confidence=True)
    for rating in (Confidence.GUESS, Confidence.LIKELY, None):
        session = session.answer(REALITY).rate(rating).advance()
    assert [question.id for question in session.missed] == ["q2", "q1", "q3"]
    again = session.again(2, 2, no_twin)
    assert {question.id for question in again.questions[3:]} == {"q2", "q1"}, "two at most"
    assert again.answer(MYTH).answers[-1].retry


@pytest.mark.parametrize(
    ("sure", "order"),
    [
        ("q1", ["q1", "q2", "q3", "q4", "q5", "q6"]),
        ("q2", ["q2", "q1", "q3", "q4", "q5", "q6"]),
        ("q3", ["q3", "q1", "q2", "q4", "q5", "q6"]),
        ("q4", ["q1", "q4", "q2", "q3", "q5", "q6"]),
        ("q6", ["q1", "q2", "q3", "q6", "q4", "q5"]),
    ],
)
def test_what_was_sure_and_wrong_leads_once_three_others_lie_between(
    sure: str, order: list[str]
) -> None:
    session = Session.of(make_round("mmmmmm"), asks_confidence=True)
    for number in range(1, 7):
        rating = Confidence.LIKELY if f"q{number}" == sure else Confidence.GUESS
        session = session.answer(REALITY).rate(rating).advance()
    again = session.again(2, 10, no_twin)
    assert [question.id for question in again.questions[6:]] == order


@given(st.text("mr", min_size=1, max_size=14), st.lists(st.sampled_from(Confidence), min_size=14))
def test_a_missed_question_returns_after_three_others_where_that_can_be(
    said: str, ratings: list[Confidence]
) -> None:
    session = Session.of(make_round("m" * len(said)), asks_confidence=True)
    for letter, rating in zip(said, ratings, strict=False):
        session = session.answer(_verdict(letter)).rate(rating).advance()
    if not session.missed:
        return
    places: dict[str, list[int]] = {}
    for at, question in enumerate(session.again(2, 99, no_twin).questions):
        places.setdefault(question.id, []).append(at)
    between = [at[1] - at[0] - 1 for at in places.values() if len(at) == 2]
    assert len(between) == said.count("r")
    oldest_first = [len(said) - at - 1 + nth for nth, at in enumerate(_missed_at(said))]
    assert min(between) >= min(3, *oldest_first)


def _missed_at(said: str) -> list[int]:
    return [at for at, letter in enumerate(said) if letter == "r"]


def test_a_twin_takes_the_place_of_a_missed_question_and_both_are_one_item() -> None:
    question = make_question("q1", twin="q1-b")
    twin = make_question("q1-b", twin="q1", verdict=REALITY)
    session = Session.of((question,)).answer(REALITY).advance()
    again = session.again(2, 10, lambda _: twin)
    assert again.current == twin
    right = again.answer(REALITY).advance()
    assert right.missed == ()
    with pytest.raises(OutOfTurn, match="nothing to try again"):
        right.again(2, 10, no_twin)


def test_a_question_comes_back_twice_at_most() -> None:
    session = Session.of(make_round("m")).answer(REALITY).advance()
    for _ in range(2):
        session = session.again(2, 10, no_twin).answer(REALITY).advance()
    assert session.returnable(2) == ()
    with pytest.raises(OutOfTurn):
        session.again(2, 10, no_twin)


def test_a_note_is_given_again_before_the_missed_ones() -> None:
    session = Session.of(make_round("MM")).proceed()
    session = session.answer(REALITY).advance().answer(REALITY).advance()
    assert session.again(2, 10, no_twin).phase is Phase.NOTED


@given(st.text("mrMR", max_size=12), st.data())
def test_however_it_is_played_each_question_is_answered_once_in_order(
    verdicts: str, data: st.DataObject
) -> None:
    session = Session.of(make_round(verdicts), asks_confidence=data.draw(st.booleans()))
    while session.phase is not Phase.FINISHED:
        steps = sorted(ALLOWED[session.phase] - {"again", "reveal"})
        session = STEPS[data.draw(st.sampled_from(steps))](session)
    assert [answer.question for answer in session.answers] == list(session.questions)


def test_what_an_answer_says_of_itself() -> None:
    question = make_question(verdict=MYTH)
    assert Answer(question, MYTH).right
    assert Answer(question, REALITY).missed
    assert not Answer(question, None).missed
    assert Answer(question, None).skipped
    assert not Answer(question, REALITY, Confidence.THINK).sure_and_wrong
