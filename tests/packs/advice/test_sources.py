"""Rules for sources: for each, what must set it off, word for word, and what must not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from quiz.model.question import Issued
from quiz.packs.advice import sources
from quiz.packs.advice.remarks import Finding
from tests.builders import SOURCE

TODAY = date(2026, 11, 25)
OWN_PLACE = "Give the work's own address, or leave it out."


def said(findings: Iterable[Finding]) -> list[str]:
    return [f"{level}: {field}: {what}. {hint}" for level, field, what, hint in findings]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "https://www.scribd.com/document/1",
            f"error: URL: www.scribd.com has copies and links of others' works. {OWN_PLACE}",
        ),
        (
            "https://www.ResearchGate.net/publication/1",
            f"error: URL: www.researchgate.net has copies and links of others' works. {OWN_PLACE}",
        ),
        (
            "http://sci-hub.example:80/10.1000/1",
            f"error: URL: sci-hub.example has copies and links of others' works. {OWN_PLACE}",
        ),
        (
            "https://bit.ly/3abc",
            f"error: URL: bit.ly has copies and links of others' works. {OWN_PLACE}",
        ),
        ("https://www.google.com/books", f"error: URL: leads to a search page. {OWN_PLACE}"),
        ("https://scholar.google.co.uk", f"error: URL: leads to a search page. {OWN_PLACE}"),
        ("https://example.org/?a=1&q=therapy", f"error: URL: leads to a search page. {OWN_PLACE}"),
        (
            "https://pubmed.ncbi.nlm.nih.gov/?term=therapy",
            f"error: URL: leads to a search page. {OWN_PLACE}",
        ),
        ("https://example.org/search?x=1", f"error: URL: leads to a search page. {OWN_PLACE}"),
        (
            "https://doi.org/10.1000/1",
            (
                "advice: URL: is the address of a DOI. Write it into the field DOI, without the "
                "address "
                "before it."
            ),
        ),
    ],
)
def test_links_that_lead_elsewhere(url: str, told: str) -> None:
    assert said(sources.link(replace(SOURCE, url=url))) == [told]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.who.int/health-topics/sexual-health",
        "https://wame.org/page3.php?id=110",
        "https://research.example.org/2020/scribd.com",
        "https://notscribd.com/paper",
        "https://example.org/searching-for-help",
        "https://www.nice.org.uk/guidance/cg1?faq=true",
        "https://googleplex.example.org/paper",
    ],
)
def test_links_to_the_works_own_place(url: str) -> None:
    assert said(sources.link(replace(SOURCE, url=url))) == []


@pytest.mark.parametrize(
    ("doi", "told"),
    [
        ("10.1000/xyz.", "10.1000/xyz. ends in a punctuation mark. Take the last sign off."),
        (
            "10.1111/j.1-2.x/full",
            (
                "10.1111/j.1-2.x/full has the end of an address behind it. "
                "Write the DOI as the work itself prints it."
            ),
        ),
        (
            "10.1000/abc.pdf",
            (
                "10.1000/abc.pdf has the end of an address behind it. "
                "Write the DOI as the work itself prints it."
            ),
        ),
        (
            "10.5555/12345678",
            "10.5555/12345678 is made up for examples. Look up the real one, or leave it out.",
        ),
        (
            "10.1016/xxxx",
            "10.1016/xxxx is made up for examples. Look up the real one, or leave it out.",
        ),
        (
            "10.1016/S0022-5347(17",
            (
                "10.1016/S0022-5347(17 has a bracket without its other half. "
                "Copy it once more from the work."
            ),
        ),
    ],
)
def test_dois_that_are_none(doi: str, told: str) -> None:
    assert said(sources.doi(replace(SOURCE, doi=doi))) == [f"error: DOI: {told}"]


@pytest.mark.parametrize(
    "doi",
    [
        "",
        "10.1016/S0022-5347(17)34871-1",
        "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
        "10.1111/j.1743-6109.2009.01620.x",
        "10.1001/jama.2020.12345",
    ],
)
def test_dois_that_are(doi: str) -> None:
    assert said(sources.doi(replace(SOURCE, doi=doi))) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"issued": None, "accessed": Issued(2026, 11, 26)}, []),
        ({"issued": Issued(2027)}, []),  # of a journal that is ahead of its time
        (
            {"issued": Issued(2028)},
            ["error: issued: 2028 is in the future. Look it up again."],
        ),
        (
            {"accessed": Issued(2027, 1, 9)},
            ["error: accessed: 2027-01-09 is in the future. Look it up again."],
        ),
        (
            {"checked": date(2026, 12, 24)},
            [
                (
                    "error: custom, checked: 2026-12-24 is in the future. "
                    "Write the day on which it was really done."
                )
            ],
        ),
        (
            {"checked": date(2024, 6, 1)},
            ["advice: custom, checked: was last checked on 2024-06-01. Compare it again."],
        ),
    ],
)
def test_days(changed: dict[str, object], told: list[str]) -> None:
    assert said(sources.days(replace(SOURCE, **changed), TODAY)) == told  # type: ignore[arg-type]
