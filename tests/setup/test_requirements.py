"""REQUIREMENTS.md explains each number that is cited, and none that is not."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXPLAINED = ROOT / "REQUIREMENTS.md"
PLACES = ("quiz", "tests", "packaging", "content")
KINDS = {".md", ".py", ".yaml", ".toml", ".service", ".conf", ".sh", ".spec", ".ps1"}

REQUIREMENT = re.compile(r"\bR\d{1,3}\b")
SPAN = re.compile(r"\bR(\d{1,3}) to R(\d{1,3})\b")
ITEM = r"(?:[RDL]\d+|\d\.\d)\b"
PAPER = re.compile(rf"\bSTANDARDS\s+({ITEM}(?:(?:,| and| to)\s+{ITEM})*)")
DESIGN = re.compile(r"\bDESIGN (?:section )?(\d)\b")


def cited_in(text: str) -> set[str]:
    """The numbers of both working papers that a text cites."""
    found = set(REQUIREMENT.findall(text))
    for first, last in SPAN.findall(text):
        found |= {f"R{number}" for number in range(int(first), int(last) + 1)}
    for items in PAPER.findall(text):
        found |= set(re.findall(ITEM, items))
    return found | {f"DESIGN {section}" for section in DESIGN.findall(text)}


def cited() -> dict[str, str]:
    """Each number that is cited anywhere, and a file that does."""
    files = [path for place in PLACES for path in (ROOT / place).rglob("*")]
    files += [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "main.py", ROOT / "Makefile"]
    found: dict[str, str] = {}
    for path in files:
        readable = path.suffix in KINDS or path.name == "Makefile"
        if readable and path != EXPLAINED and path != Path(__file__).resolve():
            name = path.relative_to(ROOT).as_posix()
            found.update(dict.fromkeys(cited_in(path.read_text(encoding="utf-8")), name))
    return found


def test_a_citation_is_found_however_it_is_written():
    text = "(STANDARDS R94 to R96, D2, 5.5) as in R28; DESIGN 4, DESIGN section 3, STANDARDS\n5.4."
    assert cited_in(text) == {
        *("R94", "R95", "R96", "D2", "5.5", "R28"),
        *("DESIGN 4", "DESIGN 3", "5.4"),
    }


def test_each_number_that_is_cited_is_explained_and_no_other():
    explained = re.findall(r"\*\*([^*]+)\*\*", EXPLAINED.read_text(encoding="utf-8"))
    assert len(explained) == len(set(explained))
    where = cited()
    missing = {number: where[number] for number in where if number not in explained}
    assert missing == {}, "explain these in REQUIREMENTS.md"
    assert set(explained) - set(where) == set(), "nobody cites these any more"
