"""COVERAGE.md says which questions treat the claims of the founding documents: it has to be so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.packs.shelf import open_shelf

CONTENT = Path(__file__).resolve().parents[2] / "content"
COVERAGE = CONTENT / "COVERAGE.md"
DOCUMENTS = [
    "000_e2fc84d4ecb810b2.txt",
    "001_88fb1e0991287b0c.txt",
    "002_732a5d446e380383.txt",
    "003_6f816902865dd330.txt",
    "004_ee46f4807cf67671.txt",
]
VERDICTS = {"holds", "partly", "unsupported", "does not hold", "not checked"}
Row = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Row]]:
    """The rows of each table, by the name of the document above it."""
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


def test_every_founding_document_has_its_table(tables: dict[str, list[Row]]) -> None:
    assert list(tables) == DOCUMENTS
    for document, rows in tables.items():
        assert [number for number, *_ in rows] == [str(n + 1) for n in range(len(rows))], document
        assert rows, document


def test_every_claim_has_a_verdict_and_says_where_it_is_treated(
    tables: dict[str, list[Row]],
) -> None:
    for document, rows in tables.items():
        for number, claim, verdict, questions in rows:
            assert claim, (document, number)
            assert questions, (document, number)
            assert verdict in VERDICTS, (document, number)


def test_every_question_named_is_in_a_pack(tables: dict[str, list[Row]]) -> None:
    ids = {question.id for pack in open_shelf(CONTENT).read().packs for question in pack.questions}
    for document, rows in tables.items():
        for number, _, _, questions in rows:
            named = re.findall(r"`([^`]*)`", questions)
            assert named or questions.startswith("none"), (document, number)
            assert set(named) <= ids, (document, number)


def test_the_sums_add_up(tables: dict[str, list[Row]]) -> None:
    text = COVERAGE.read_text(encoding="utf-8")
    claims = sum(map(len, tables.values()))
    treated = sum("`" in questions for rows in tables.values() for *_, questions in rows)
    assert f"Together {claims} claims" in text
    assert f"{treated} of them are treated" in text
