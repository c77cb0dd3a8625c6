"""The reading level: what counts it, and what is said where nothing can."""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

import pytest

from quiz.model.question import Term
from quiz.packs.advice import reading
from tests.builders import make_pack, make_question

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = (
    "Pain during sex has many causes, from infection or dryness to muscle tension, and most can be "
    "treated. A common myth says that sex is supposed to hurt. Because pain is common and seldom "
    "talked about, 'common' gets mistaken for 'normal'. Calling it normal keeps people from asking "
    "for help. Pain is a good reason to pause, and to talk to a nurse or doctor."
)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The cat sat on the mat. The dog ran to the park.", -1.5),
        (SAMPLE, 6.0),
        ("Multidimensional interventions necessitate interdisciplinary evaluation.", 43.0),
    ],
)
def test_the_counts_that_the_limits_mean(text: str, grade: float) -> None:
    assert reading.textstat_grade()(text) == pytest.approx(grade, abs=0.05)


def test_the_versions_are_those_that_are_installed_for_authors() -> None:
    asked_for = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name, number in reading.VERSIONS.items():
        assert f'"{name}=={number}"' in asked_for


def refusal() -> str:
    with pytest.raises(reading.CannotGrade) as caught:
        reading.textstat_grade()
    return str(caught.value)


def test_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", nothing)
    assert refusal() == "textstat is not installed"


def test_where_another_version_would_count_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: {"textstat": "0.7.13"}[name])
    assert refusal() == "textstat is 0.7.13, and grades are counted by 0.7.3"


def test_where_it_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert refusal().startswith("textstat cannot be loaded (")


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Contraception helps.", "doctor helps."),
        ("Trials and a systematic review of trials.", "doctor and a doctor of doctor."),
        ("Contraceptional trialling.", "Contraceptional trialling."),
        ("Plan C++ is used.", "Plan C++ is used."),
    ],
)
def test_terms_of_the_glossary(text: str, replaced: str) -> None:
    terms = [Term(term, "…") for term in ("trial", "contraception", "systematic review", "review")]
    assert reading.without_terms(text, terms) == replaced


def test_the_whole_explanation_is_graded_and_nothing_else() -> None:
    question = make_question(
        fact="A.", detail="B.", myth="C.", why="D.", takeaway="E.", caveat="F.", more="G."
    )
    assert reading.explanation(question) == "A. B. C. D. E."
    assert reading.grades(make_pack((question,)), lambda text: float(len(text))) == [14.0]
