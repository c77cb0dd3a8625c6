"""A round keeps its promises, whatever it is drawn from."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model.draw import Deck, in_play
from quiz.model.order import PAIR_WITHIN
from quiz.model.question import AgeBand, Question, Verdict
from tests.builders import longest_run, make_question

MYTH, REALITY = Verdict.MYTH, Verdict.REALITY


@st.composite
def question_sets(draw: st.DrawFn) -> tuple[Question, ...]:
    """Questions in a few topics, some of them twins of each other."""
    kinds = draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Verdict)), max_size=45))
    questions = [
        make_question(f"q{i}", topic=f"t{topic}", verdict=verdict)
        for i, (topic, verdict) in enumerate(kinds)
    ]
    myths = [i for i, q in enumerate(questions) if q.verdict is MYTH]
    realities = [i for i, q in enumerate(questions) if q.verdict is REALITY]
    pairs = list(zip(myths, realities, strict=False))
    for a, b in pairs[: draw(st.integers(0, len(pairs)))]:
        questions[a] = replace(questions[a], twin=f"q{b}")
        questions[b] = replace(questions[b], twin=f"q{a}")
    return tuple(questions)


@settings(max_examples=400)
@given(question_sets(), st.integers(1, 30), st.integers(), st.data())
def test_every_draw_keeps_the_rules(
    questions: tuple[Question, ...], count: int, seed: int, data: st.DataObject
) -> None:
    ids = [question.id for question in questions] or ["none"]
    due = data.draw(st.lists(st.sampled_from(ids), max_size=5))
    drawn = Deck(questions).draw(count, Random(seed), due=due)
    assert len(drawn) <= count
    assert bool(drawn) == bool(questions)
    names = [question.id for question in drawn]
    assert len(set(names)) == len(names), "nothing twice"
    assert not set(names) & {question.twin for question in drawn}, "never two twins"
    if len({question.topic for question in questions}) >= 3:
        assert longest_run([question.topic for question in drawn]) <= 2
    if len({question.verdict for question in questions}) == 2:
        assert longest_run([question.verdict for question in drawn]) <= 4
        myths = sum(question.verdict is MYTH for question in drawn)
        if len(drawn) not in (1, 3):
            assert 0.4 <= myths / len(drawn) <= 0.6


@settings(max_examples=200)
@given(question_sets(), st.integers(2, 12), st.integers(), st.data())
def test_there_is_something_new_in_it_while_there_is_something_new(
    questions: tuple[Question, ...], count: int, seed: int, data: st.DataObject
) -> None:
    ids = [question.id for question in questions]
    due = data.draw(st.permutations(ids).flatmap(lambda order: st.sampled_from(_starts(order))))
    seen = {*due, *(data.draw(st.sets(st.sampled_from(ids))) if ids else ())}
    twin = {question.id: question.twin for question in questions}
    new = set(ids) - seen - {twin[name] for name in seen}
    drawn = {q.id for q in Deck(questions).draw(count, Random(seed), due=due, seen=seen)}
    assert not new or drawn & new


def _starts(order: list[str]) -> list[list[str]]:
    return [order[:size] for size in range(len(order) + 1)]


@given(st.integers(0, 12), st.integers(0, 12), st.integers())
def test_as_much_of_what_is_due_as_a_balanced_round_can_hold(
    myths: int, realities: int, seed: int
) -> None:
    questions = even_set(topics=6, each=6)
    in_turn = sorted(questions, key=lambda question: question.id.partition("-")[2])
    due_myths = [q.id for q in in_turn if q.verdict is MYTH]
    due_realities = [q.id for q in in_turn if q.verdict is REALITY]
    due = due_myths[:myths] + due_realities[:realities]
    Random(seed).shuffle(due)
    drawn = {q.id for q in Deck(questions).draw(10, Random(seed), due=due, seen=due)}
    best = min(9, max(min(m, myths) + min(10 - m, realities) for m in (4, 5, 6)))
    assert len(drawn & set(due)) >= min(best, len(due))


def test_much_due_of_one_topic_makes_no_shorter_round() -> None:
    questions = even_set(topics=4, each=12)
    due = [question.id for question in questions if question.topic == "t0"]
    for seed in range(20):
        drawn = Deck(questions).draw(10, Random(seed), due=due, seen=due)
        assert len(drawn) == 10
        assert sum(question.topic == "t0" for question in drawn) == 7, "two, another, two, …"


@pytest.mark.parametrize("seed", range(20))
def test_a_round_is_shorter_where_one_topic_would_fill_it(seed: int) -> None:
    kinds = [("t0", i % 2) for i in range(20)] + [("t1", 0), ("t2", 1)]
    questions = [
        make_question(f"q{i}", topic=topic, verdict=(MYTH, REALITY)[odd])
        for i, (topic, odd) in enumerate(kinds)
    ]
    drawn = Deck(questions).draw(10, Random(seed))
    assert len(drawn) == 8, "two, another, two, another, two"
    assert longest_run([question.topic for question in drawn]) == 2


def test_a_new_question_takes_the_place_of_a_due_one_only_where_it_must() -> None:
    questions = even_set()
    due = [q.id for q in questions if q.verdict is MYTH][:6]
    drawn = [q.id for q in Deck(questions).draw(10, Random(5), due=due, seen=due)]
    assert set(due) < set(drawn)


@given(question_sets(), st.integers(1, 20), st.integers())
def test_a_seed_gives_the_same_round_again(
    questions: tuple[Question, ...], count: int, seed: int
) -> None:
    first = Deck(questions).draw(count, Random(seed))
    assert first == Deck(questions).draw(count, Random(seed))


def even_set(topics: int = 6, each: int = 6) -> tuple[Question, ...]:
    """Topics with as many myths as realities."""
    return tuple(
        make_question(f"t{t}-{i}", topic=f"t{t}", verdict=(MYTH, REALITY)[i % 2])
        for t in range(topics)
        for i in range(each)
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_full_round_where_there_is_plenty(seed: int) -> None:
    drawn = Deck(even_set()).draw(10, Random(seed))
    assert len(drawn) == 10
    assert 4 <= sum(question.verdict is MYTH for question in drawn) <= 6


def test_every_question_comes_up_sooner_or_later() -> None:
    deck, rng = Deck(even_set()), Random(1)
    met = {question.id for _ in range(80) for question in deck.draw(10, rng)}
    assert met == {question.id for question in even_set()}


@pytest.mark.parametrize("seed", range(40))
def test_contrasting_pairs_lie_close_together(seed: int) -> None:
    drawn = Deck(even_set()).draw(10, Random(seed))
    apart = []
    for index, question in enumerate(drawn):
        near = drawn[max(0, index - PAIR_WITHIN) : index + PAIR_WITHIN + 1]
        paired = any(
            other.topic == question.topic and other.verdict is not question.verdict
            for other in near
        )
        apart.append(not paired)
    assert sum(apart) <= 2


@pytest.mark.parametrize("seed", range(40))
def test_what_is_due_comes_first_and_something_new_comes_with_it(seed: int) -> None:
    questions = even_set()
    due = ["t0-0", "t1-1", "t2-0", "nowhere"]
    seen = {question.id for question in questions} - {"t5-5"}
    drawn = [question.id for question in Deck(questions).draw(6, Random(seed), due=due, seen=seen)]
    assert set(drawn[:2]) < set(due), "what is due leads, as far as short runs allow"
    assert {"t0-0", "t1-1", "t2-0", "t5-5"} <= set(drawn)


def test_more_due_than_there_is_room_for_still_leaves_room_for_one_new() -> None:
    questions = even_set()
    due = [question.id for question in questions[:20]]
    drawn = {q.id for q in Deck(questions).draw(10, Random(3), due=due, seen=due)}
    assert len(drawn & set(due)) == 9


def test_a_twin_of_what_was_seen_is_nothing_new() -> None:
    pair = (
        make_question("a", twin="b", verdict=MYTH),
        make_question("b", twin="a", verdict=REALITY),
        make_question("c", verdict=REALITY),
    )
    for seed in range(20):
        drawn = {question.id for question in Deck(pair).draw(2, Random(seed), seen={"a"})}
        assert "c" in drawn


def test_nothing_comes_of_nothing() -> None:
    deck = Deck(())
    assert len(deck) == 0
    assert deck.draw(10, Random(1)) == ()


BANDS = list(AgeBand)


@pytest.mark.parametrize("chosen", BANDS, ids=lambda band: band.value)
def test_nothing_above_the_age_band_is_in_play(chosen: AgeBand) -> None:
    questions = [make_question(band.value, age_band=band) for band in BANDS]
    found = [question.age_band for question in in_play(questions, None, chosen)]
    assert found == BANDS[: BANDS.index(chosen) + 1]


def test_topics_that_were_left_out_are_not_in_play() -> None:
    questions = [make_question(t, topic=t) for t in "abc"]
    assert [q.id for q in in_play(questions, {"a", "c"}, AgeBand.ADULT)] == ["a", "c"]
