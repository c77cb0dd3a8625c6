"""The pack that is shipped: sound, balanced, covering what it set out to cover."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from statistics import mean

import pytest

from quiz.model.question import AgeBand, Evidence, Pack, Question, Verdict
from quiz.packs.parsers import EventParser, PythonParser
from quiz.packs.shelf import Shelf, open_shelf
from tests.bench.surface import BAR, Marks, everything, hits, outward, pairs, words
from tests.builders import make_question

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACK = "sex-therapy"
WEIGHTY = {
    Evidence.GUIDELINE,
    Evidence.SYSTEMATIC_REVIEW,
    Evidence.RCT,
    Evidence.PROFESSIONAL_BODY,
}
# Not on a screen that a child sees in passing.
NOT_IN_PASSING = re.compile(
    r"sex|orgasm|erect|clima|vagin|intima|porn|abuse|assault|rape", re.IGNORECASE
)
# The facts that this pack was made to tell; each is the id of the question that tells it.
CORE = """
    talk-therapy-no-touch no-intimacy-in-front-of-therapist singles-welcome
    mind-or-body-false-choice not-just-tips wellbeing-not-just-absence-of-disease
    orientation-change-not-goal asexuality-not-disorder sex-addiction-label
    title-mostly-unprotected aasect-certification-voluntary aasect-member-not-certified
    aasect-degree-and-licence aasect-renewal-three-years educator-counsellor-therapist
    sex-coach-unregulated never-sex-with-client not-medical-treatment pelvic-physio-different
    surrogate-partner-distinct uk-cosrt-register first-session-questions client-may-decline
    nerves-are-normal often-brief confidentiality-has-limits limits-explained-at-start
    medical-tests-first homework-is-core homework-not-always-sexual sensate-focus-aim
    plissit-levels education-itself-helps mindfulness-promising performance-anxiety-untested
    remote-sessions teletherapy-outcomes internet-programmes self-help-books groups-exist
    moderate-overall-effect evidence-uneven unsupported-93-percent about-half-improve-markedly
    combined-treatment-erections couple-therapy-fades mj-two-weeks mj-couples-only
    mj-success-questioned kaplan-outpatient ed-heart-warning professionals-rarely-ask
    older-adults difficulty-common-distress-less most-do-not-seek-help access-is-hard
    abuse-may-need-specialist reference-list-not-proof seller-independence young-people-too
    alliance-predicts-outcome goals-agreed-together sex-therapy-marriage-satisfaction
    treat-the-other-problem-first homework-link-modest less-homework-slower-not-lost
    sensate-focus-evidence low-confidence-no-diagnosis icd11-sexual-health-chapter
    non-judgement-is-a-duty sex-therapy-not-psychoanalysis therapist-gender-little-effect
    ed-half-never-told most-never-told-a-professional liked-but-not-used aasect-letters
    mindfulness-notice-body therapy-may-not-suit-every-illness
""".split()


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return open_shelf(CONTENT).read()


@pytest.fixture(scope="module")
def pack(shelf: Shelf) -> Pack:
    return next(pack for pack in shelf.packs if pack.id == PACK)


@pytest.fixture(scope="module")
def by_topic(pack: Pack) -> dict[str, list[Question]]:
    topics: dict[str, list[Question]] = defaultdict(list)
    for question in pack.questions:
        topics[question.topic].append(question)
    return topics


def test_what_is_shipped_reads_without_a_fault(shelf: Shelf) -> None:
    assert [str(problem) for problem in shelf.problems] == []


def test_there_is_enough_for_many_rounds(pack: Pack, by_topic: dict[str, list[Question]]) -> None:
    assert len(pack.questions) >= 48
    assert len(by_topic) >= 6
    assert list(by_topic) == [topic.id for topic in pack.topics]


def test_every_core_fact_is_told(pack: Pack) -> None:
    assert len(CORE) == len(set(CORE)) == 78
    assert set(CORE) - {question.id for question in pack.questions} == set()


def test_neither_verdict_is_the_better_guess(by_topic: dict[str, list[Question]]) -> None:
    for topic, questions in by_topic.items():
        myths = sum(question.verdict is Verdict.MYTH for question in questions)
        assert 0.45 <= myths / len(questions) <= 0.55, topic


def test_length_gives_no_verdict_away(by_topic: dict[str, list[Question]]) -> None:
    for topic, questions in by_topic.items():
        words = {
            verdict: mean(len(q.statement.split()) for q in questions if q.verdict is verdict)
            for verdict in Verdict
        }
        assert abs(words[Verdict.MYTH] - words[Verdict.REALITY]) <= 2, (topic, words)


@pytest.mark.parametrize("marks", [outward, words, pairs, everything], ids=lambda m: m.__name__)
def test_wording_gives_no_verdict_away(pack: Pack, marks: Marks) -> None:
    """Who knows nothing of the subject, and goes by the words, is hardly better than chance."""
    assert len(hits(pack.questions, marks)) <= BAR * len(pack.questions)


def test_a_wording_that_does_give_it_away_is_found() -> None:
    """A guesser that never learns anything proves nothing."""
    told = [
        make_question(f"{verdict.value}-{n}", statement=f"{start} {n} {end}", verdict=verdict)
        for n, end in enumerate("abcdefgh")
        for verdict, start in ((Verdict.MYTH, "Studies prove"), (Verdict.REALITY, "It seems"))
    ]
    assert len(hits(told, words)) == len(told)


def test_pythons_own_parser_reads_the_same(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without its C parser, nothing else is played."""
    made: list[str] = []

    def python_parser(text: str) -> EventParser:
        made.append(text)
        return PythonParser(text)

    monkeypatch.setattr("quiz.packs.strict_yaml.new_parser", python_parser)
    again = open_shelf(CONTENT).read()
    assert len(made) > 10
    assert again.packs == shelf.packs
    assert again.problems == shelf.problems


def test_many_statements_have_an_opposite_version(pack: Pack) -> None:
    pairs = {frozenset((q.id, q.twin)) for q in pack.questions if q.twin}
    assert len(pairs) >= 24


def test_no_statement_is_asked_twice(pack: Pack) -> None:
    said = [question.statement.casefold().strip(".") for question in pack.questions]
    assert len(said) == len(set(said))


def test_most_answers_rest_on_weighty_works(pack: Pack) -> None:
    weighty = sum(
        any(citation.source.evidence in WEIGHTY for citation in question.citations)
        for question in pack.questions
    )
    assert weighty > len(pack.questions) / 2


def test_each_answer_names_one_to_three_works_and_each_work_is_named(pack: Pack) -> None:
    named = set()
    for question in pack.questions:
        works = [citation.source.id for citation in question.citations]
        assert 1 <= len(works) <= 3, question.id
        assert len(works) == len(set(works)), question.id
        named |= set(works)
    assert {source.id for source in pack.sources} == named


def test_facts_for_the_resting_screen_fit_whoever_passes(pack: Pack) -> None:
    shown = [question for question in pack.questions if question.attract]
    assert shown
    for question in shown:
        assert not NOT_IN_PASSING.search(question.fact), question.id
        assert not question.content_note, question.id
        assert question.age_band is not AgeBand.ADULT, question.id


def test_pandoc_reads_the_sources(pack: Pack) -> None:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed here")
    done = subprocess.run(
        [
            pandoc,
            "--citeproc",
            f"--bibliography={CONTENT / PACK / 'sources.yaml'}",
            "--to=html",
        ],
        input='---\nnocite: "@*"\n---\n',
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    listed = set(re.findall(r'id="ref-([a-z0-9-]+)" class="csl-entry"', done.stdout))
    assert listed == {source.id for source in pack.sources}
