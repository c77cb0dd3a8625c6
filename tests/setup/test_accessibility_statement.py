"""ACCESSIBILITY.md is dated, names what there is, and has the steps that Orca is put through."""

from __future__ import annotations

import ast
import re
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "ACCESSIBILITY.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, its head left out."""
    part = TEXT.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_somebody_has_looked_at_it_within_a_year():
    told = re.search(r"As of (\d+ \w+ \d{4}), version", TEXT)
    assert told is not None
    looked = datetime.strptime(told[1], "%d %B %Y").date()  # noqa: DTZ007  (a calendar day)
    assert 0 <= (date.today() - looked).days <= 365


def test_every_test_that_it_leans_on_is_there():
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", TEXT))
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_gap_that_a_clause_points_to_is_listed_and_the_other_way_round():
    gaps = {row[0] for row in rows("Gaps we know of")}
    tables = rows("EN 301 549, chapter 11") + rows("EN 301 549, 5.1")
    pointed = {gap for row in tables for gap in re.findall(r"\d+", row[2])}
    assert pointed <= gaps
    # PDF papers, read-aloud and trials with people belong to no clause of these chapters.
    assert gaps - pointed == {"9", "10", "13", "14"}
    assert [row[0] for row in tables if row[1].startswith("partly") and not row[2]] == []


def test_the_steps_are_those_that_orca_is_put_through():
    program = ast.parse((ROOT / "tests" / "screen_reader" / "orca.py").read_text("utf-8"))
    (steps,) = (
        node.value
        for node in program.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "STEPS"
    )
    assert isinstance(steps, ast.Tuple)
    told = [row[0] for row in rows("Twelve steps")]
    played = [ast.literal_eval(step.elts[0]).split(".")[0] for step in steps.elts]
    assert told == played == [str(number) for number in range(1, 13)]
