"""COVERAGE.md says which questions treat common claims about sex therapy: it has to be so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.packs.shelf import open_shelf

CONTENT = Path(__file__).resolve().parents[2] / "content"
COVERAGE = CONTENT / "COVERAGE.md"
SUBJECTS = [
    "Erection problems, performance anxiety and sex therapy",
    "What sex therapy is, who gives it, and what brings people to it",
    "What happens in sex therapy, and whom it helps",
    "Sex therapy in short: reasons, methods, limits",
    "Sexual dysfunctions, their causes, and exercises against them",
]
VERDICTS = {"holds", "partly", "unsupported", "does not hold", "not checked"}
Row = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Row]]:
    """The rows of each table, by the subject above it."""
    found: dict[str, list[Row]] = {}
    for line in COVERAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            rows = found.setdefault(line[3:].strip(), [])
        elif re.match(r"\| *\d", line):
            number, claim, verdict, questions = (
                cell.strip() for cell in line.strip("| ").split(" | ")
            )
            rows.append((number, claim, verdict, questions))
    return found


def test_every_subject_has_its_table(tables: dict[str, list[Row]]) -> None:
    assert list(tables) == SUBJECTS
    for subject, rows in tables.items():
        assert [number for number, *_ in rows] == [str(n + 1) for n in range(len(rows))], subject
        assert rows, subject


def test_every_claim_has_a_verdict_and_says_where_it_is_treated(
    tables: dict[str, list[Row]],
) -> None:
    for subject, rows in tables.items():
        for number, claim, verdict, questions in rows:
            assert claim, (subject, number)
            assert questions, (subject, number)
            assert verdict in VERDICTS, (subject, number)


def test_every_question_named_is_in_a_pack(tables: dict[str, list[Row]]) -> None:
    ids = {question.id for pack in open_shelf(CONTENT).read().packs for question in pack.questions}
    for subject, rows in tables.items():
        for number, _, _, questions in rows:
            named = re.findall(r"`([^`]*)`", questions)
            assert named or questions == "no question yet", (subject, number)
            assert set(named) <= ids, (subject, number)


def test_the_sums_add_up(tables: dict[str, list[Row]]) -> None:
    text = COVERAGE.read_text(encoding="utf-8")
    claims = sum(map(len, tables.values()))
    treated = sum("`" in questions for rows in tables.values() for *_, questions in rows)
    assert f"Together {claims} claims" in text
    assert f"{treated} of them are treated" in text
