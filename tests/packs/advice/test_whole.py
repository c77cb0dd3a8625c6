"""Rules for topics and packs: for each, what must set it off, word for word, and what must not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from quiz.model.question import AgeBand, Citation, Evidence, Question, Verdict
from quiz.packs.advice import whole
from quiz.packs.advice.remarks import Finding
from tests.builders import SOURCE, make_pack, make_question

M, R = Verdict.MYTH, Verdict.REALITY
LETTERS = {"m": M, "r": R}


def said(findings: Iterable[Finding]) -> list[str]:
    return [f"{level}: {what}. {hint}" for level, _, what, hint in findings]


def of_each(findings: Iterable[tuple[Question, Finding]]) -> list[str]:
    return [f"{question.id}: {said([finding])[0]}" for question, finding in findings]


def some(verdicts: str, **changed: object) -> list[Question]:
    """Questions q0, q1 … of these verdicts, `m` or `r`."""
    return [
        make_question(f"q{n}", verdict=LETTERS[letter], **changed)
        for n, letter in enumerate(verdicts)
    ]


def stating(*statements: tuple[str, str]) -> list[Question]:
    """Questions of a verdict and a statement each."""
    return [
        make_question(f"q{n}", verdict=LETTERS[letter], statement=text)
        for n, (letter, text) in enumerate(statements)
    ]


@pytest.mark.parametrize(
    ("verdicts", "share"),
    [
        ("mmmmm", "100"),
        ("mmmmr", "80"),
        ("rrrrr", "0"),
        ("rrrrm", "20"),
        ("mmmrr", None),
        ("rrrmm", None),
        ("mmmm", None),  # too few to tell
        ("", None),
    ],
)
def test_balance(verdicts: str, share: str | None) -> None:
    told = f"error: {share} % of its questions are myths. "
    expected = [told + "Bring it to 40 to 60 %: write the twin of some."] if share else []
    assert said(whole.balance(some(verdicts))) == expected


def test_mean_length() -> None:
    short, long = "Four words of it.", "Seven words are here, as it happens."
    questions = stating(("m", long), ("r", short), ("m", long), ("r", short), ("m", long))
    assert said(whole.lengths(questions)) == [
        (
            "error: myths have 7.0 words on average and realities 4.0, so that length gives the "
            "verdict away. Bring them within 2 words."
        )
    ]
    assert said(whole.lengths(questions[:4])) == []  # too few to tell
    assert said(whole.lengths([*questions, *stating(("r", long), ("r", long))])) == []
    assert said(whole.lengths(some("mmmmm"))) == []


@pytest.mark.parametrize(("name", "word"), [("absolutes", "always"), ("hedges", "often")])
def test_clues_on_one_side_of_a_pack(name: str, word: str) -> None:
    with_clue, without = f"It {word} helps people.", "It helps people in need."
    questions = stating(("m", with_clue), ("m", without), ("r", without), ("r", without))
    hint = "Bring them within 15 percentage points."
    told = f"{name} stand in 50 % of the myths and 0 % of the realities. {hint}"
    assert said(whole.clues_of_pack(questions)) == [f"error: {told}"]
    assert said(whole.clues_of_topic(questions)) == []  # one question of four says nothing
    assert said(whole.clues_of_topic(questions * 3)) == [f"advice: {told}"]
    even = stating(("m", with_clue), ("m", without), ("r", with_clue), ("r", without))
    assert said(whole.clues_of_pack(even)) == said(whole.clues_of_topic(even * 3)) == []
    assert said(whole.clues_of_pack(stating(("m", with_clue)))) == []  # nothing to compare with


def test_clues_within_fifteen_points() -> None:
    with_clue, without = "It always helps people.", "It helps people in need."
    rest = [("m", without)] * 17 + [("r", without)] * 20
    assert said(whole.clues_of_pack(stating(*[("m", with_clue)] * 3, *rest))) == []
    assert said(whole.clues_of_pack(stating(*[("m", with_clue)] * 4, *rest)))


def test_a_word_that_has_become_the_mark_of_a_verdict() -> None:
    plain = [("m", "It helps people."), ("r", "It helps people.")] * 28
    odd = [("m", "It merely helps people."), ("r", "It helps people.")]
    told = "advice: the word 'merely' stands in {0} % of the myths and 0 % of the realities. "
    questions = stating(*plain[:28], *odd * 16)
    expected = [told.format(53) + "Write some of either kind without it."]
    assert said(whole.telling_words(questions)) == expected
    assert said(whole.telling_words(stating(*plain, *odd * 4))) == []  # 4 of 32
    assert said(whole.telling_words(stating(*odd * 20))) == []  # too few questions


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [("", "has 0 questions"), ("m", "has 1 question"), ("mrmr", "has 4 questions"), ("mrmrm", "")],
)
def test_topics_with_few_questions(verdicts: str, told: str) -> None:
    hint = "Write 5 at least, or put them into another topic."
    expected = [f"advice: {told}. {hint}"] if told else []
    assert said(whole.enough(some(verdicts))) == expected


CLASS = (
    "advice: has nothing that a class can reach at its usual age band, 12-15. "
    "Write one for younger people, or know that it stays unseen there."
)
KIOSK = CLASS.replace("a class", "a kiosk").replace("12-15", "15-18")


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        ([AgeBand.ADULT, AgeBand.ADULT], [CLASS, KIOSK]),
        ([AgeBand.ADULT, AgeBand.TEEN], [CLASS]),
        ([AgeBand.ADULT, AgeBand.YOUNG_TEEN], []),
        ([AgeBand.CHILD], []),
        ([], []),
    ],
)
def test_what_is_out_of_reach_at_the_usual_age_band(bands: list[AgeBand], told: list[str]) -> None:
    questions = [make_question(f"q{n}", age_band=band) for n, band in enumerate(bands)]
    assert said(whole.within_reach(questions)) == told


def resting_on(*kinds: Evidence) -> list[Question]:
    return [
        make_question(f"q{n}", citations=(Citation(replace(SOURCE, evidence=kind), "p", "s"),))
        for n, kind in enumerate(kinds)
    ]


def test_the_weight_of_the_evidence() -> None:
    weak = [Evidence.OTHER, Evidence.COHORT, Evidence.TEXTBOOK, Evidence.PUBLIC_HEALTH_PAGE]
    good = [Evidence.GUIDELINE, Evidence.SYSTEMATIC_REVIEW, Evidence.RCT, Evidence.STATUTE]
    assert said(whole.evidence(resting_on(*weak, *good[:3]))) == [
        (
            "advice: 3 of 7 questions rest on a guideline, a systematic review, a trial, a law "
            "or a "
            "professional body. Look for such a source for more of them."
        )
    ]
    assert said(whole.evidence(resting_on(*weak, *good))) == []
    assert whole.rests_well(resting_on(Evidence.PROFESSIONAL_BODY)[0])


def test_the_middle_of_the_reading_level() -> None:
    pack = make_pack(tuple(some("mrm")))
    assert said(whole.middle_grade(pack, lambda _: 7.0)) == []
    assert said(whole.middle_grade(pack, lambda _: 7.5)) == [
        (
            "error: half of the explanations read at grade 7.5 or above. "
            "Bring the middle to 7: shorter sentences and words."
        )
    ]
    assert said(whole.middle_grade(make_pack(()), lambda _: 7.5)) == []


def test_one_statement_far_longer_than_those_of_the_other_verdict() -> None:
    short = "Some four words here."
    others = [("m", short), ("r", short)] * 5
    twelve, thirteen = " ".join(["word"] * 12), " ".join(["word"] * 13)
    hint = "Shorten it: the longest is taken for the exact one."
    assert of_each(whole.far_longer(stating(("r", thirteen), *others))) == [
        f"q0: advice: is 9 words longer than a myth is on average. {hint}"
    ]
    assert of_each(whole.far_longer(stating(("m", thirteen), *others))) == [
        f"q0: advice: is 9 words longer than a reality is on average. {hint}"
    ]
    assert of_each(whole.far_longer(stating(("m", twelve), *others))) == []
    assert of_each(whole.far_longer(stating(("m", thirteen), *others[:4]))) == []  # too few


def test_said_twice_with_the_same_and_with_the_other_verdict() -> None:
    first = make_question("first", statement="Acorns grow on old oaks.", fact="Oaks bear acorns.")
    same = replace(first, id="second")
    other = make_question("other", statement="Bread is baked.", fact="Ovens are hot.")
    assert of_each(whole.said_twice([first, other, same])) == [
        (
            "second: advice: says nearly the same as first. "
            "Keep one of them, or let each ask something of its own."
        )
    ]
    opposite = replace(same, verdict=R)
    assert of_each(whole.said_twice([first, other, opposite])) == [
        (
            "second: advice: says nearly the opposite of first, and may be drawn beside it. "
            "Make them twins, which are not drawn together, or take them further apart."
        )
    ]
    assert of_each(whole.said_twice([first, other])) == []


def test_twins_that_are_only_a_negation() -> None:
    yes = make_question("yes", twin="no", statement="Sex therapists treat single people alone.")
    no = make_question(
        "no", verdict=R, twin="yes", statement="Sex therapists do not treat single people alone."
    )
    told = "no: advice: is its twin yes with a negative put in. "
    assert of_each(whole.said_twice([yes, no])) == [
        told + "Say what is so, instead of what is not so."
    ]
    fresh = replace(no, statement="Whoever comes to therapy has to bring a partner.")
    assert of_each(whole.said_twice([yes, fresh])) == []
    no_more = replace(no, statement="Sex therapists treat single people together.")
    assert of_each(whole.said_twice([yes, no_more])) == []
