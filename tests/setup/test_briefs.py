"""The briefs for schools and clinics: a page each, dated, and no law that we did not look at."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "briefs"
BRIEFS = sorted(FOLDER.glob("*.md"))

LAWS = {"PPRA", "FERPA", "COPPA", "GDPR"}
NO_LAWS = {"DATA", "PIN", "NOT"}


def test_both_are_there():
    assert [path.name for path in BRIEFS] == ["clinics.md", "schools.md"]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_it_fits_on_a_page_and_is_no_legal_advice(path):
    text = path.read_text("utf-8")
    assert "not legal advice" in text
    assert "Who to ask" in text
    assert len(text.split()) <= 500


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_somebody_has_looked_at_it_within_a_year(path):
    """Fails when it is due: look it over, and date it anew (STANDARDS R122)."""
    told = re.search(r"As of (\d+ \w+ \d{4})\.", path.read_text("utf-8"))
    assert told is not None
    looked = datetime.strptime(told[1], "%d %B %Y").date()  # noqa: DTZ007  (a calendar day)
    assert 0 <= (date.today() - looked).days <= 365


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_its_links_lead_somewhere(path):
    links = re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8"))
    assert "../../DATA.md" in links
    assert [link for link in links if not (FOLDER / link).exists()] == []


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_it_names_no_law_that_nobody_looked_at(path):
    named = set(re.findall(r"\b[A-Z]{3,}\b", path.read_text("utf-8")))
    assert named <= LAWS | NO_LAWS
