"""The made-up exports that the queries of packaging/kiosk/gather are tried on are real ones."""

from __future__ import annotations

import csv
import importlib
import io
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from quiz.keep.counts import Counts
from quiz.keep.figures import as_csv
from quiz.model.question import Verdict
from quiz.model.session import Answer
from tests.builders import make_question

GATHER = Path(__file__).resolve().parents[2] / "packaging" / "kiosk" / "gather"
QUESTIONS = [f"q{number}" for number in range(12)]


@pytest.fixture
def make_exports(monkeypatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(GATHER))
    return importlib.import_module("make_exports")


def answer(name: str, outcome: str) -> Answer:
    question = make_question(name)
    given = {"right": Verdict.MYTH, "wrong": Verdict.REALITY, "skipped": None}[outcome]
    return Answer(question, given)


def test_they_are_what_the_kiosks_own_file_of_counts_exports(make_exports, tmp_path):
    visitors = list(make_exports.visitors(Random(3), QUESTIONS, 60))
    counts = Counts.opened(tmp_path / "counts.db")
    for visitor in visitors:
        counts.add("pack", [answer(*one) for one in visitor.answers], visitor.day)
    later = visitors[-1].day + timedelta(days=1)
    made = make_exports.counted("pack", iter(visitors))
    assert len(made) > 60
    assert as_csv(made) == as_csv(counts.figures(later))


def test_every_row_stands_for_ten_people_and_the_sums_beside_them_agree(
    make_exports, tmp_path, capsys
):
    folder = tmp_path / "exports"
    assert make_exports.main([str(folder), "--kiosks", "3", "--days", "40"]) == 0
    files = sorted(folder.iterdir())
    rows = [row for file in files for row in csv.DictReader(io.StringIO(file.read_text()))]
    assert min(int(row["sessions"]) for row in rows) >= 10
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row["question"]] += int(row["sessions"])
    beside = csv.DictReader(io.StringIO((tmp_path / "exports-sums.csv").read_text()))
    assert {row["question"]: int(row["sessions"]) for row in beside} == sums
    assert capsys.readouterr().out == (
        f"3 files, {len(rows)} rows, in {folder}; sums in {tmp_path / 'exports-sums.csv'}\n"
    )
