"""The editor's conscience: for each rule, what must set it off and what must not."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quiz.model.question import AgeBand, Citation, Evidence, Pack, Question, Term, Verdict
from quiz.packs.advice import Remark, advise
from quiz.packs.advice import reading as reading_level
from quiz.packs.advice.report import lines, report
from quiz.packs.advice.wording import alike, content_words, longest_shared_run, tone
from quiz.packs.check import check
from tests.builders import SOURCE, make_pack, make_question

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
TODAY = date(2026, 11, 25)
EASY = lambda text: 5.0  # noqa: E731  (a grade that sets nothing off)
WORDS = (
    "Alder birch cedar Elder hazel maple Rowan willow aspen Linden larch acorn "
    "Poplar spruce cherry Walnut laurel juniper"
).split()


def sound_questions() -> tuple[Question, ...]:
    """Six questions that nothing is to be said of."""
    return tuple(
        make_question(
            f"q{i}",
            verdict=(Verdict.MYTH, Verdict.REALITY)[i % 2],
            age_band=AgeBand.YOUNG_TEEN,
            statement="{} helps {} against {} trouble.".format(*WORDS[3 * i : 3 * i + 3]),
            detail="The detail of it.",
            fact=f"Sessions of {WORDS[3 * i]} kind are told apart by training.",
            myth="A session is magic that works at once.",
        )
        for i in range(6)
    )


def remarks(*questions: Question, pack: Pack | None = None, grade: object = EASY) -> list[Remark]:
    whole = pack or make_pack(questions or sound_questions())
    return advise(whole, Path("nowhere"), TODAY, grade)  # type: ignore[arg-type]  # grades are functions


def said(found: list[Remark]) -> list[str]:
    return [f"{remark.level}: {remark.what}" for remark in found]


def of_first(**changed: object) -> list[str]:
    """What is said of six sound questions, the first of them changed."""
    first, *rest = sound_questions()
    return said(remarks(replace(first, **changed), *rest))


def test_a_sound_pack_is_left_in_peace() -> None:
    assert said(remarks()) == []


@pytest.mark.parametrize(
    ("changed", "remark"),
    [
        (
            {"statement": "People who do not talk never get better."},
            "error: has two negatives",
        ),
        ({"statement": "Therapy helps you to talk."}, "error: speaks to the reader"),
        ({"statement": "Does therapy help people?"}, "error: speaks to the reader"),
        ({"statement": "Talking helps; touching does too."}, "advice: may join two claims"),
        (
            {"statement": "Every couple needs help."},
            "advice: has the absolute 'every', which gives away the verdict",
        ),
        (
            {"statement": "Couples often need help."},
            "advice: has the hedge 'often', which gives away the verdict",
        ),
        (
            {
                "statement": "In most places sessions are told apart by training and by nothing.",
                "fact": "In most places sessions are told apart by training.",
            },
            "advice: shares 9 words in a row with its fact",
        ),
        (
            {"statement": " ".join(["word"] * 21)},
            "advice: has over 20 words, which gives away that it was made to be exact",
        ),
        ({"why": "That is obviously a mistake."}, "error: says 'obviously'"),
        ({"takeaway": "It helps!"}, "error: has an exclamation mark"),
        (
            {"fact": "A session is magic that works at once."},
            "error: says the myth over again",
        ),
        (
            {"detail": "Of 300 people 7 got better."},
            "advice: has the figure 300, which no citation carries",
        ),
        (
            {
                "citations": (
                    Citation(replace(SOURCE, doi="", url="https://www.scribd.com/d"), "p", "s"),
                )
            },
            "error: doe-2020 links to a copy or a search page, https://www.scribd.com/d",
        ),
        ({"reviewed": date(2026, 11, 26)}, "error: 2026-11-26 is in the future"),
        ({"reviewed": date(2022, 1, 1)}, "error: was last checked on 2022-01-01"),
        ({"reviewed": date(2024, 6, 1)}, "advice: was last checked on 2024-06-01"),
    ],
)
def test_what_sets_a_rule_off(changed: dict[str, object], remark: str) -> None:
    assert remark in of_first(**changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"statement": "Talking does not replace a doctor."},
        {"statement": "A youth worker helps with trouble at home."},
        {"statement": "Rest and talk go together."},
        {"fact": "No session is magic that works at once."},
        {"detail": "In 2020 it was looked at."},
        {"why": "A failing light is no cleaner than a cleaning rag."},
        {"reviewed": date(2024, 12, 1)},
    ],
)
def test_what_must_not(changed: dict[str, object]) -> None:
    assert of_first(**changed) == []


def test_a_figure_that_a_citation_carries() -> None:
    carried = Citation(SOURCE, "table 2", "Of 300 people 7 got better.")
    assert of_first(detail="Of 300 people 7 got better.", citations=(carried,)) == []


def test_reading_level_with_terms_replaced_and_a_higher_limit_for_adults() -> None:
    def grade(text: str) -> float:
        return 20.0 if "contraception" in text.lower() else (8.5 if "hard" in text else 5.0)

    first, *rest = sound_questions()
    terms = (Term("contraception", "ways to avoid a pregnancy"),)
    explained = make_pack((replace(first, why="About contraception."), *rest), glossary=terms)
    assert said(remarks(pack=explained, grade=grade)) == []
    hard = make_pack((replace(first, why="A hard one."), *rest))
    assert said(remarks(pack=hard, grade=grade)) == [
        "error: the explanation reads at grade 8.5, 8.5 with its terms; 8 is the most"
    ]
    adult = make_pack((replace(first, why="A hard one.", age_band=AgeBand.ADULT), *rest))
    assert said(remarks(pack=adult, grade=grade)) == []
    assert said(remarks(grade=lambda _: 7.5)) == [
        "error: half of the explanations read above grade 7.5"
    ]


def test_without_textstat_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(remarks(grade=None)) == [
        "advice: the reading level was not looked at, since textstat is not installed"
    ]
    monkeypatch.setitem(__import__("sys").modules, "textstat", None)
    assert reading_level.textstat_grade() is None


def test_textstat_tells_short_words_from_long_ones() -> None:
    grade = reading_level.textstat_grade()
    assert grade is not None
    assert grade("The cat sat. The dog ran.") < 3
    assert grade("Multidimensional interventions necessitate interdisciplinary evaluation.") > 15


def test_balance_of_a_topic_and_of_the_pack() -> None:
    myths = tuple(replace(question, verdict=Verdict.MYTH) for question in sound_questions())
    found = said(remarks(*myths))
    assert found.count("error: has 100 % myths") == 2


def test_length_that_gives_the_verdict_away() -> None:
    longer = tuple(
        replace(q, statement=f"{q.statement} It takes some time.")
        if q.verdict is Verdict.MYTH
        else q
        for q in sound_questions()
    )
    what = (
        "error: myths have 10.0 words on average and realities 6.0, so that length gives the "
        "verdict away"
    )
    assert what in said(remarks(*longer))


def test_clues_that_stand_on_one_side() -> None:
    hinted = tuple(
        replace(q, statement=f"Only {q.statement}") if q.verdict is Verdict.MYTH else q
        for q in sound_questions()
    )
    what = "error: absolutes stand in 100 % of the myths and 0 % of the realities"
    assert what in said(remarks(*hinted))


def test_the_same_said_twice_and_twins_that_may() -> None:
    first, second, *rest = sound_questions()
    same = replace(second, statement=first.statement)
    assert "advice: says nearly the same as q1" in said(remarks(first, same, *rest))
    twins = (replace(first, twin="q1"), replace(same, twin="q0"), *rest)
    assert said(remarks(*twins)) == []


def test_small_topics_and_topics_that_nobody_young_reaches() -> None:
    first, *rest = sound_questions()
    alone = replace(first, topic="alone", age_band=AgeBand.ADULT)
    pack = make_pack((alone, *rest))
    pack = replace(pack, topics=(*pack.topics, replace(pack.topics[0], id="empty")))
    assert sorted(said(remarks(pack=pack))) == [
        "advice: has 0 questions",
        "advice: has 1 questions",
        "advice: has nothing that a class can reach at its usual age band, 12-15",
        "advice: has nothing that a kiosk can reach at its usual age band, 15-18",
    ]


def test_evidence_that_is_mostly_weak() -> None:
    weak = Citation(replace(SOURCE, evidence=Evidence.OTHER), "page", "It helps.")
    questions = tuple(replace(question, citations=(weak,)) for question in sound_questions())
    what = (
        "advice: 0 of 6 questions rest on a guideline, a systematic review, a trial or a "
        "professional body"
    )
    assert said(remarks(*questions)) == [what]


def test_a_remark_says_where(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "questions").mkdir(parents=True)
    text = "- id: q0\n  statement: x\n  why: >-\n    obviously\n- id: q1\n"
    (folder / "questions" / "sessions.yaml").write_text(text, "utf-8")
    first, *rest = sound_questions()
    found = advise(make_pack((replace(first, why="Obviously."), *rest)), folder, TODAY, EASY)
    line = (
        "pack/questions/sessions.yaml:3: error: question q0, why: says 'obviously'. "
        "Leave it out: it was not obvious to the reader."
    )
    assert [str(remark) for remark in found] == [line]


def test_measures_of_likeness() -> None:
    assert alike("", "") == 0.0
    assert alike("A therapist talks.", "The therapists are talking.") == 1.0
    assert content_words("the of and") == frozenset()
    assert longest_shared_run("one two three four", "zero two three five") == 2
    assert tone("A dirty word, of course.") == [
        ("of course", "it was not obvious to the reader"),
        ("dirty", "health is not cleanliness"),
    ]


def test_the_report_counts_what_is_there() -> None:
    figures = report(make_pack(sound_questions()), EASY)
    assert figures["verdicts"] == {"myth": 3, "reality": 3}
    assert figures["topics"] == {"sessions": {"myth": 3, "reality": 3}}
    assert figures["strength"] == {"moderate": 6}
    assert (figures["rest_well"], figures["grade_median"]) == (6, 5.0)
    assert (figures["oldest_check"], figures["review_due"]) == ("2026-11-25", "2028-11-24")
    assert "  reading grade: median 5.0, highest 5.0" in lines(figures)
    empty = report(make_pack(()), None)
    assert empty["oldest_check"] is None
    assert not any("reading grade" in line for line in lines(empty))


def test_check_prints_advice_and_report() -> None:
    out = io.StringIO()
    code = check(CONTENT, out, with_advice=True, with_report=True, today=TODAY)
    told = out.getvalue()
    assert code == 0, "\n".join(line for line in told.splitlines() if ": error: " in line)
    assert ": advice: " in told
    assert "pack sex-therapy: " in told
    out = io.StringIO()
    assert check(CONTENT / "sex-therapy", out, with_report=True, as_json=True) == 0
    found = json.loads(out.getvalue())
    assert found["problems"] == found["advice"] == []
    assert found["report"][0]["pack"] == "sex-therapy"
    out = io.StringIO()
    assert check(CONTENT, out, with_advice=True, today=date(2020, 1, 1)) == 1
    assert "is in the future" in out.getvalue()
