"""Rules for explanations: for each, what must set it off, word for word, and what must not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from quiz.model.question import AgeBand, Citation, Question, TeacherNote, Term, Verdict
from quiz.packs.advice import explanation
from quiz.packs.advice.remarks import Finding
from tests.builders import SOURCE, make_pack, make_question

TODAY = date(2026, 11, 25)


def said(findings: Iterable[Finding]) -> list[str]:
    return [f"{level}: {field}: {what}. {hint}" for level, field, what, hint in findings]


def cited(locator: str, supports: str) -> tuple[Citation, ...]:
    return (Citation(SOURCE, locator, supports),)


TOLD = "Name it in the 'supports' of the source it comes from."


@pytest.mark.parametrize(
    "changed",
    [
        {"takeaway": "It helps!"},
        {"statement": "Therapy works at once!"},
        {"content_note": "Mentions pain!"},
        {"teacher, purpose": "Calms!"},
        {"teacher, ask": "Say why!"},
        {"source 1, supports": "It helps!"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_exclamation_marks(changed: dict[str, str]) -> None:
    question = make_question(**{name: text for name, text in changed.items() if "," not in name})
    for name, text in changed.items():
        if name == "source 1, supports":
            question = replace(question, citations=cited("page", text))
        elif name.startswith("teacher"):
            note = replace(TeacherNote("P.", "A."), **{name.removeprefix("teacher, "): text})
            question = replace(question, teacher=note)
        told = f"error: {name}: has an exclamation mark. End with a full stop."
        assert said(explanation.calm(question)) == [told]


def test_no_exclamation_mark() -> None:
    assert said(explanation.calm(make_question())) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "That is obviously so.",
            "says 'obviously'. Leave it out: it was not obvious to the reader.",
        ),
        (
            "Of course it helps.",
            "says 'of course'. Leave it out: it was not obvious to the reader.",
        ),
        ("Everyone knows it.", "says 'everyone knows'. Leave it out: the reader did not."),
        ("Wrong! It helps.", "says 'wrong!'. Leave it out: say what is true instead."),
        ("Some fail at it.", "says 'fail'. Leave it out: nobody fails here."),
        ("It fails now and then.", "says 'fails'. Leave it out: nobody fails here."),
        ("Couples who failed.", "says 'failed'. Leave it out: nobody fails here."),
        ("As normal people do.", "says 'normal people'. Leave it out: say who is meant."),
        (
            "You should ask.",
            "says 'you should'. Leave it out: say what helps, not what the reader owes.",
        ),
        ("A dirty word.", "says 'dirty'. Leave it out: health is not cleanliness."),
        ("He tested clean.", "says 'clean'. Leave it out: health is not cleanliness."),
        ("A victim may ask.", "says 'victim'. Leave it out: write survivor, or person who."),
        ("Many victims ask.", "says 'victims'. Leave it out: write survivors, or people who."),
    ],
    ids=lambda text: text[:20],
)
def test_tone(text: str, told: str) -> None:
    assert said(explanation.tone(make_question(why=text))) == [f"error: why: {told}"]


@pytest.mark.parametrize(
    "text",
    [
        "It was wrong, and people learned from it.",
        "A failsafe and a cleaner cleanse, obvious as a course of events.",
        "People who know someone normal.",
        "The self-clean setting.",
        "It is asked as a matter of course.",
        "A victimless matter.",
    ],
)
def test_tone_that_is_fine(text: str) -> None:
    assert said(explanation.tone(make_question(why=text))) == []


@pytest.mark.parametrize(
    ("field", "verdict", "level"),
    [
        ("myth", Verdict.MYTH, "advice"),
        ("myth", Verdict.REALITY, "advice"),
        ("statement", Verdict.MYTH, "advice"),
        ("statement", Verdict.REALITY, "error"),
        ("fact", Verdict.MYTH, "error"),
    ],
)
def test_a_belief_may_hold_the_word_that_makes_it_one(
    field: str, verdict: Verdict, level: str
) -> None:
    question = make_question(verdict=verdict, **{field: "Normal people want sex every day."})
    told = f"{level}: {field}: says 'normal people'. Leave it out: say who is meant."
    assert said(explanation.tone(question)) == [told]


MYTH = "Sex therapy works through magic exercises."


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"fact": "Magic exercises work through sex therapy."},
            "error: fact: says the myth over again",
        ),
        ({"takeaway": MYTH}, "error: takeaway: says the myth over again"),
        (
            {"takeaway": "Sex therapy never works through magic exercises."},
            "advice: takeaway: says the myth again with a negative in it",
        ),
        (
            {"statement": "Couples must bring rings.", "fact": "Couples must not bring rings."},
            "advice: fact: says the myth again with a negative in it",
        ),
    ],
    ids=["words moved", "word for word", "negated", "negated statement"],
)
def test_the_myth_over_again(changed: dict[str, str], told: str) -> None:
    question = make_question(**{"myth": MYTH, **changed})
    hint = "Say what is true in words of its own."
    assert said(explanation.not_the_myth_again(question)) == [f"{told}. {hint}"]


@pytest.mark.parametrize(
    "changed",
    [
        {"fact": "Exercises at home train attention, and a therapist explains each."},
        {"fact": "No spell is needed: attention is trained."},
        {
            "verdict": Verdict.REALITY,
            "statement": "Couples practise at home.",
            "fact": "At home, couples practise.",
        },
    ],
    ids=["own words", "denied in own words", "a true statement"],
)
def test_the_truth_in_words_of_its_own(changed: dict[str, object]) -> None:
    assert said(explanation.not_the_myth_again(make_question(**{"myth": MYTH, **changed}))) == []


def test_a_takeaway_has_words_of_its_own() -> None:
    fact = "Therapists explain each exercise beforehand."
    same = make_question(fact=fact, takeaway="Beforehand, therapists explain each exercise.")
    told = "advice: takeaway: has the words of the fact. Say it in other words."
    assert said(explanation.takeaway_of_its_own(same)) == [told]
    other = make_question(fact=fact, takeaway="Nothing is asked that was not talked over.")
    assert said(explanation.takeaway_of_its_own(other)) == []


@pytest.mark.parametrize(
    ("detail", "supports", "missing"),
    [
        ("Of 300 people 7 got better.", "Seven of the people got better.", "300"),
        ("About 37 in 100 got better.", "36.4% improved.", "37"),
        ("In 1999 it was looked at.", "It was looked at.", "1999"),
        ("Some 1,200 took part.", "12,000 took part.", "1200"),
        ("Ages 18-59 took part.", "From 18 on.", "59"),
    ],
)
def test_a_figure_that_no_citation_carries(detail: str, supports: str, missing: str) -> None:
    question = make_question(detail=detail, citations=cited("page 3", supports))
    told = f"advice: detail: has the figure {missing}, which no citation carries. {TOLD}"
    assert said(explanation.figures(question)) == [told]


@pytest.mark.parametrize(
    ("detail", "locator", "supports"),
    [
        ("Of 300 people 7 got better.", "page 3", "300 people took part; seven got better."),
        ("About 37 in 100 got better.", "page 3", "36.6% improved."),
        ("About 4.2 of every 100 got better.", "page 3", "4.23% improved."),
        ("In 2020 it was looked at.", "page 3", "The year is that of the source."),
        ("The limit is in section 4.1 of it.", "Section 4.1", "The limit."),
        ("By DSM-5 and ICD-11 it is a condition.", "page 3", "It is a condition."),
        ("Some 1,200 took part.", "page 3", "1200 took part."),
        ("A few took part.", "n/a", "A few took part."),
    ],
)
def test_a_figure_that_a_citation_carries(detail: str, locator: str, supports: str) -> None:
    question = make_question(detail=detail, citations=cited(locator, supports))
    assert said(explanation.figures(question)) == []


def test_a_figure_whose_sources_say_nowhere_where_to_look() -> None:
    undated = replace(SOURCE, issued=None)
    question = make_question(
        detail="Of 300 people 7 got better.",
        citations=(Citation(undated, "n/a", "Of 300 people 7 got better."),),
    )
    told = "advice: detail: has the figure 300, and no locator says where to look. "
    assert said(explanation.figures(question)) == [told + "Name the page, table or section."]
    (citation,) = question.citations
    located = replace(question, citations=(citation, replace(citation, locator="table 2")))
    assert said(explanation.figures(located)) == []


def graded(question: Question, terms: tuple[Term, ...] = ()) -> list[str]:
    """What is said where "contraception" is hardest, and "hard" is too hard for some."""

    def grade(text: str) -> float:
        return 20.0 if "contraception" in text.lower() else (8.5 if "hard" in text else 5.0)

    return said(explanation.grade(question, make_pack((question,), glossary=terms), grade))


def test_reading_level_with_terms_replaced_and_a_higher_limit_for_adults() -> None:
    terms = (Term("contraception", "ways to avoid a pregnancy"),)
    hint = "Use shorter sentences and shorter words."
    assert graded(make_question(why="An easy one.")) == []
    assert graded(make_question(why="About Contraception."), terms) == []
    assert graded(make_question(why="A hard one about contraception."), terms) == [
        (
            "error: fact: the explanation reads at grade 8.5 (20.0 with the terms of the "
            "glossary); "
            f"8 is the most. {hint}"
        )
    ]
    assert graded(make_question(why="A hard one.", age_band=AgeBand.ADULT)) == []
    assert graded(make_question(why="On contraception.", age_band=AgeBand.ADULT)) == [
        (
            "error: fact: the explanation reads at grade 20.0 (20.0 with the terms of the "
            "glossary); "
            f"9 is the most. {hint}"
        )
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 11, 25), []),
        (date(2026, 11, 26), []),  # it is tomorrow already where the author is
        (
            date(2026, 11, 27),
            [
                (
                    "error: reviewed: 2026-11-27 is in the future. Write the day on which it was "
                    "really done."
                )
            ],
        ),
        (date(2024, 11, 25), []),
        (
            date(2024, 11, 24),
            ["advice: reviewed: was last checked on 2024-11-24. Compare it again."],
        ),
        (
            date(2022, 11, 24),
            [
                (
                    "advice: reviewed: was last checked on 2022-11-24. Compare it with its sources "
                    "again; a kiosk does not draw it."
                )
            ],
        ),
    ],
    ids=["today", "tomorrow", "future", "two years", "due", "stale"],
)
def test_when_it_was_looked_at(day: date, told: list[str]) -> None:
    assert said(explanation.reviewed(make_question(reviewed=day), TODAY)) == told
