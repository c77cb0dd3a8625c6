"""A pack at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quiz.model.question import AgeBand, Citation, Evidence, Topic, Verdict
from quiz.packs.advice.report import lines, report
from tests.builders import SOURCE, make_pack, make_question

TODAY = date(2026, 11, 25)
WEAK = Citation(replace(SOURCE, id="weak", evidence=Evidence.OTHER), "page", "It helps.")
LAW = Citation(replace(SOURCE, id="law", evidence=Evidence.STATUTE), "page", "It helps.")
OLD = Citation(replace(SOURCE, id="old", checked=date(2024, 1, 31)), "page", "It helps.")


def a_pack():
    first = make_question("first", twin="second", citations=(WEAK, LAW), age_band=AgeBand.ADULT)
    second = make_question("second", twin="first", verdict=Verdict.REALITY, citations=(OLD,))
    third = make_question("third", topic="other", citations=(WEAK,), age_band=AgeBand.CHILD)
    pack = make_pack((first, second, third))
    return replace(pack, topics=(*pack.topics, Topic("empty", "Empty")))


def test_the_figures_count_what_is_there():
    grades = {"first": 4.0, "second": 7.0, "third": 9.0}
    found = report(a_pack(), TODAY, lambda text: grades[text.split()[3].strip(".")])
    kinds = {
        "questions": 2,
        "verdicts": {"myth": 1, "reality": 1},
        "age_bands": {"9-12": 0, "12-15": 0, "15-18": 1, "18+": 1},
        "strength": {"strong": 0, "law": 1, "moderate": 1, "consensus": 0, "limited": 0},
        "grade_median": 5.5,
        "grade_highest": 7.0,
        "grade_median_with_terms": 5.5,
        "grade_highest_with_terms": 7.0,
    }
    assert found["topics"]["sessions"] == kinds
    assert found["topics"]["empty"]["questions"] == 0
    assert found["topics"]["empty"]["grade_median"] is None
    assert (found["pack"], found["questions"], found["twins"], found["sources"]) == (
        "pack",
        3,
        1,
        3,
    )
    assert found["strength"] == {
        "strong": 0,
        "law": 1,
        "moderate": 1,
        "consensus": 0,
        "limited": 1,
    }
    assert found["reach"] == {"class": 1, "kiosk": 2, "private": 3}
    assert found["rest_well"] == 2
    assert (found["grade_median"], found["grade_highest"]) == (7.0, 9.0)
    assert (found["oldest_check"], found["next_review_due"]) == ("2024-01-31", "2026-01-30")
    assert (found["next_reviewed"], found["overdue"]) == (["second"], 1)


def test_the_lines_that_people_read():
    terms_are_hard = {"with": 9.5, "without": 6.0}
    found = lines(report(a_pack(), TODAY, lambda _: terms_are_hard["without"]))
    assert found == [
        "pack pack: questions 3, pairs of twins 1, sources 3",
        (
            "  topic     all  myth  reality  9-12  12-15  15-18  18+  strong  law  moderate  "
            "consensus  "
            "limited  grade"
        ),
        (
            "  sessions    2     1        1     0      0      1    1       0    1         1     "
            "     0  "
            "      0    6.0"
        ),
        (
            "  other       1     1        0     1      0      0    0       0    0         0     "
            "     0  "
            "      1    6.0"
        ),
        (
            "  empty       0     0        0     0      0      0    0       0    0         0     "
            "     0  "
            "      0      –"
        ),
        (
            "  all         3     2        1     1      0      1    1       0    1         1     "
            "     0  "
            "      1    6.0"
        ),
        "  best evidence: strong 0 %, law 33 %, moderate 33 %, consensus 0 %, limited 33 %",
        (
            "  resting on a guideline, a systematic review, a trial, a law or a professional body: "
            "2 of 3"
        ),
        "  within reach at the usual age band: class 1, kiosk 2, private 3",
        "  reading grade: median 6.0, highest 6.0; with the terms of the glossary 6.0 and 6.0",
        "  oldest check 2024-01-31, next review due 2026-01-30 (questions: 1), overdue 1",
    ]


def test_without_a_grade_and_without_questions():
    found = lines(report(a_pack(), TODAY, None))
    assert not any("reading grade" in line for line in found)
    empty = report(make_pack(()), TODAY, None)
    assert empty["oldest_check"] is None
    assert len(lines(empty)) == 6
