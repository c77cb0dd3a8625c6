"""Measures of likeness: alone, and on the pack that they were tried on."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from quiz.model.question import Pack, Verdict
from quiz.packs.advice import likeness
from quiz.packs.advice.whole import NEGATED
from quiz.packs.shelf import open_shelf
from tests.builders import make_question

CONTENT = Path(__file__).resolve().parents[3] / "content"


def test_overlap_of_content_words() -> None:
    assert likeness.overlap("", "") == 0.0
    assert likeness.overlap("A therapist talks.", "The therapists are talking.") == 1.0
    assert likeness.overlap("Therapists talk.", "Gardeners dig.") == 0.0
    assert likeness.content_words("the of and") == frozenset()
    assert likeness.content_words("Überlegte Größe") == {"überlegte", "größe"}


def test_words_that_follow_each_other_in_both() -> None:
    assert likeness.longest_shared_run("one two three four", "zero two three five") == 2
    assert likeness.longest_shared_run("", "one") == 0


SAID = {
    "alone": ("One person can go to sex therapy alone.", "Therapists see single people too."),
    "alone-b": ("Single people can see a therapist alone.", "Sex therapy takes one person too."),
    "couples": ("Therapy is for a couple in bed.", "Two visits a month are usual in clinics."),
    "training": ("A licence is needed to teach.", "Training takes years in most countries."),
    "homework": ("Exercises are done at home.", "Couples practise between the sessions."),
}


def pairs(**twins: str) -> list[tuple[str, str]]:
    questions = [
        make_question(own_id, statement=statement, fact=fact, twin=twins.get(own_id, ""))
        for own_id, (statement, fact) in SAID.items()
    ]
    return [(one.id, other.id) for one, other in likeness.near_duplicates(questions)]


def test_the_same_in_other_words_is_found_and_twins_are_left_out() -> None:
    assert pairs() == [("alone", "alone-b")]
    assert pairs(**{"alone": "alone-b", "alone-b": "alone"}) == []


def test_the_opposite_in_the_same_words_is_found() -> None:
    yes = make_question("yes", statement="Therapy helps most couples.", fact="It helps them.")
    no = make_question(
        "no", statement="Therapy does not help couples.", fact="It helps.", verdict=Verdict.REALITY
    )
    assert list(likeness.near_duplicates([yes, no])) == [(yes, no)]


def test_nothing_in_common_and_nothing_at_all() -> None:
    empty = make_question("empty", statement="It is.", fact="So it was.")
    other = make_question("other", statement="It was.", fact="So it is.")
    assert list(likeness.near_duplicates([empty, other])) == []
    assert list(likeness.near_duplicates([])) == []


@pytest.fixture(scope="module")
def pack() -> Pack:
    return next(pack for pack in open_shelf(CONTENT).read().packs if pack.id == "sex-therapy")


def test_the_threshold_tells_what_is_alike_in_the_shipped_pack(pack: Pack) -> None:
    # Few enough to be looked at one by one, of some nineteen thousand.
    assert len(list(likeness.near_duplicates(pack.questions))) <= 12
    # A statement that somebody adds again in other words, beside all the others, is found.
    again = [
        make_question(
            "again-1",
            statement="Someone without a partner can have sex therapy alone.",
            fact="Single people, couples and one partner at a time all see sex therapists.",
        ),
        make_question(
            "again-2",
            statement="Sensate focus starts with touch that is non-sexual, in small steps.",
            fact="Sensate focus goes in steps, from touch that is not sexual onwards.",
        ),
    ]
    found = list(likeness.near_duplicates([*pack.questions, *again]))
    beside = {other.id: one.id for one, other in found if other in again}
    assert beside["again-1"].startswith("singles-welcome")
    assert beside["again-2"].startswith("sensate-focus")


def test_twins_of_the_shipped_pack_are_fresh_statements(pack: Pack) -> None:
    said = {question.id: question for question in pack.questions}
    twins = [(one, said[one.twin]) for one in pack.questions if one.twin]
    assert len(twins) >= 48
    assert max(likeness.overlap(a.statement, b.statement) for a, b in twins) < NEGATED


def test_the_short_way_gives_what_the_long_way_gives(pack: Pack) -> None:
    some = pack.questions[:60]
    sets = [likeness.content_words(f"{q.statement} {q.fact}") for q in some]
    counts = {word: sum(word in of_one for of_one in sets) for of_one in sets for word in of_one}
    from math import log, sqrt

    def length(of_one: frozenset[str]) -> float:
        return sqrt(sum(log(1 + len(some) / counts[word]) ** 2 for word in of_one))

    long_way = {
        (some[a].id, some[b].id)
        for a, b in combinations(range(len(some)), 2)
        if length(sets[a] & sets[b]) ** 2 >= likeness.ALIKE * length(sets[a]) * length(sets[b])
        and some[a].twin != some[b].id
    }
    assert {(a.id, b.id) for a, b in likeness.near_duplicates(some)} == long_way
