"""Citations, reviews, closed lists and places: the smaller values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from quiz.model.citation import full_reference, link, short_reference
from quiz.model.question import AgeBand, Evidence, Name, Source, Strength, Verdict
from quiz.model.review import STEPS, Review, after_answer, due_on
from quiz.model.setting import CLASS, KIOSK, PRIVATE, Leaving
from tests.builders import SOURCE

FEW = tuple(Name(family=name, given="Ann") for name in ("Ek", "Fa", "Ge"))
TODAY = date(2026, 11, 25)
WHO = (Name(literal="World Health Organization"),)
THREE = tuple(Name(family=name, given="Ann-Kathrin M.") for name in ("Ek", "Fa", "Ge"))


def test_a_verdict_has_one_other() -> None:
    assert Verdict.MYTH.other is Verdict.REALITY
    assert Verdict.REALITY.other is Verdict.MYTH


def test_every_kind_of_evidence_has_a_strength() -> None:
    assert {evidence.strength for evidence in Evidence} == set(Strength)


def test_a_band_admits_itself_and_what_is_younger() -> None:
    assert AgeBand.TEEN.admits(AgeBand.CHILD)
    assert AgeBand.TEEN.admits(AgeBand.TEEN)
    assert not AgeBand.TEEN.admits(AgeBand.ADULT)


@pytest.mark.parametrize(
    ("changed", "short", "full"),
    [
        (
            {},
            "Doe, 2020",
            "Doe J (2020). What helps. Journal of Trials, 7(2), 10–19. doi:10.1000/xyz",
        ),
        (
            {"authors": WHO, "doi": "", "url": "https://who.int/x", "volume": "", "page": ""},
            "World Health Organization, 2020",
            "World Health Organization (2020). What helps. Journal of Trials. https://who.int/x",
        ),
        (
            {"authors": THREE[:2], "doi": ""},
            "Ek & Fa, 2020",
            "Ek AKM, Fa AKM (2020). What helps. Journal of Trials, 7(2), 10–19.",
        ),
        (
            {"authors": FEW * 3, "doi": "", "volume": "", "page": ""},
            "Ek et al., 2020",
            "Ek A, Fa A, Ge A, Ek A, Fa A, Ge A, et al. (2020). What helps. Journal of Trials.",
        ),
        (
            {"authors": (), "issued": None, "publisher": "NHS", "doi": ""},
            "NHS, n.d.",
            "NHS (n.d.). What helps. Journal of Trials, 7(2), 10–19.",
        ),
        (
            {"authors": (), "doi": "", "title": "Does it help?"},
            "Journal of Trials, 2020",
            "Does it help? (2020). Journal of Trials, 7(2), 10–19.",
        ),
    ],
)
def test_references(changed: dict[str, object], short: str, full: str) -> None:
    source = replace(SOURCE, **changed)
    assert short_reference(source) == short
    assert full_reference(source) == full


def test_a_book_with_editors_edition_number_and_publisher() -> None:
    book = Source(
        id="b",
        type="book",
        title="Sex therapy",
        evidence=Evidence.TEXTBOOK,
        checked=TODAY,
        editors=(Name(family="Roe"),),
        publisher="Guilford",
        edition="6",
        number="12",
        volume="2",
    )
    assert full_reference(book) == "Roe (n.d.). Sex therapy. 2, ed. 6, 12. Guilford."
    plain = replace(book, edition="", number="", volume="")
    assert full_reference(plain) == "Roe (n.d.). Sex therapy. Guilford."
    bare = replace(plain, publisher="", editors=())
    assert full_reference(bare) == "Sex therapy. (n.d.)."
    assert short_reference(bare) == "Sex therapy, n.d."


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, "https://doi.org/10.1000/xyz"),
        ({"doi": "", "url": "https://who.int/x"}, "https://who.int/x"),
        ({"doi": "", "pmid": "123"}, "https://pubmed.ncbi.nlm.nih.gov/123/"),
        ({"doi": ""}, ""),
    ],
)
def test_links(changed: dict[str, str], found: str) -> None:
    assert link(replace(SOURCE, **changed)) == found


def test_a_missed_question_comes_back_after_1_3_7_and_21_days() -> None:
    review = after_answer(None, "q", False, TODAY)
    day, waits = TODAY, []
    while review is not None:
        waits.append((review.due - day).days)
        day = review.due
        review = after_answer(review, "q", True, day)
    assert tuple(waits) == STEPS == (1, 3, 7, 21)


def test_missed_again_begins_anew() -> None:
    late = Review("q", 2, TODAY)
    assert after_answer(late, "q", False, TODAY) == Review("q", 0, TODAY + timedelta(days=1))


def test_right_before_its_day_or_never_missed_changes_nothing() -> None:
    early = Review("q", 1, TODAY + timedelta(days=2))
    assert after_answer(early, "q", True, TODAY) == early
    assert after_answer(None, "q", True, TODAY) is None


def test_what_is_due_longest_overdue_first() -> None:
    reviews = [
        Review("b", 0, TODAY),
        Review("a", 0, TODAY),
        Review("c", 3, TODAY - timedelta(days=9)),
        Review("d", 0, TODAY + timedelta(days=1)),
    ]
    assert [review.question_id for review in due_on(reviews, TODAY)] == ["c", "a", "b"]


def test_a_clock_set_back_keeps_no_question_away() -> None:
    review = Review("q", 1, TODAY + timedelta(days=400))
    assert due_on([review], TODAY) == (review,)
    assert after_answer(review, "q", True, TODAY) == Review("q", 2, TODAY + timedelta(days=7))


def test_places_differ_by_their_allowances() -> None:
    assert PRIVATE.may_save
    forbidden = ("may_save", "may_open_links", "may_copy", "may_choose")
    assert [name for name in forbidden if getattr(KIOSK, name)] == []
    assert not CLASS.may_save
    assert (PRIVATE.questions, CLASS.questions, KIOSK.questions) == (10, 8, 5)
    assert CLASS.reveal_on_cue
    assert [place.leaving for place in (PRIVATE, CLASS, KIOSK)] == list(Leaving)
    assert KIOSK.idle is not None
    assert (KIOSK.idle.question, KIOSK.idle.explanation, KIOSK.idle.warning) == (60, 90, 30)
