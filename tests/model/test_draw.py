"""A round keeps its promises, whatever it is drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model.draw import PAIR_WITHIN, Deck, _Ordering, in_play
from quiz.model.question import AgeBand, Question, Verdict
from tests.builders import make_question

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


def longest_run(values: Sequence[object]) -> int:
    """The length of the longest run of equal values."""
    longest = run = 0
    for index, value in enumerate(values):
        run = run + 1 if index and values[index - 1] == value else 1
        longest = max(longest, run)
    return longest


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


def test_an_order_is_found_by_going_back_where_the_likely_one_leads_nowhere() -> None:
    kinds = "1m 2m 1m 2m 2m 2m 0r 2m".split()
    chosen = [
        make_question(f"q{i}", topic=kind[0], verdict=MYTH if kind[1] == "m" else REALITY)
        for i, kind in enumerate(kinds)
    ]
    found = _Ordering(chosen, True, ()).found()
    assert found is not None
    assert longest_run([question.topic for question in found]) <= 2
    assert longest_run([question.verdict for question in found]) <= 4


def test_an_order_that_cannot_be_kept_is_given_up_and_not_searched_for_ever() -> None:
    same = [make_question(f"q{i}", topic="a") for i in range(3)]
    assert _Ordering(same, True, ()).found() is None
    hard = _Ordering(same, True, ())
    hard._budget = 0
    assert hard.found() is None


BANDS = list(AgeBand)


@pytest.mark.parametrize("chosen", BANDS, ids=lambda band: band.value)
def test_nothing_above_the_age_band_is_in_play(chosen: AgeBand) -> None:
    questions = [make_question(band.value, age_band=band) for band in BANDS]
    found = [question.age_band for question in in_play(questions, None, chosen)]
    assert found == BANDS[: BANDS.index(chosen) + 1]


def test_topics_that_were_left_out_are_not_in_play() -> None:
    questions = [make_question(t, topic=t) for t in "abc"]
    assert [q.id for q in in_play(questions, {"a", "c"}, AgeBand.ADULT)] == ["a", "c"]
