"""What is to be said of a source: it has to lead to the work itself, and to be looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quiz.model.question import Issued, Source

from .dates import TOMORROW, finding_of_date
from .remarks import ADVICE, ERROR, Finding

_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)

COPIES = (
    "academia.edu",
    "coursehero.com",
    "docplayer.net",
    "dokumen.pub",
    "libgen.is",
    "pdfcoffee.com",
    "researchgate.net",
    "sci-hub.se",
    "scribd.com",
    "semanticscholar.org",
    "slideshare.net",
    "studylib.net",
    "vdoc.pub",
    "bit.ly",
    "tinyurl.com",
    "t.co",
)
"""Hosts that are never a work's own place: copies and short links come and go."""

_COPY = re.compile(r"\b(?:sci-hub|libgen|z-lib)\b", re.IGNORECASE)  # which change their endings

_SEARCH = re.compile(
    r"https?://(?:[^/?#]*\.)?(?:google|bing|duckduckgo|ecosia|yandex|baidu)\.[a-z.]+(?:[/?#]|$)"
    r"|/search(?:/|\?|$)|[?&](?:q|query|term|search|searchterm)=",
    re.IGNORECASE,
)

IN_PRINT = timedelta(days=366)
"""How far ahead of its appearance a journal may date a work that can be read already."""

_NOT_A_DOI = (
    (re.compile(r"[.,;:]$"), "ends in a punctuation mark", "Take the last sign off."),
    (
        re.compile(r"(?:/(?:full|abstract|e?pdf|meta|html)|\.pdf|\?\S*)$", re.IGNORECASE),
        "has the end of an address behind it",
        "Write the DOI as the work itself prints it.",
    ),
    (
        re.compile(r"^10\.5555/|/x{3}|/(?:todo|tbd)", re.IGNORECASE),
        "is made up for examples",
        "Look up the real one, or leave it out.",
    ),
)


def link(source: Source) -> Iterator[Finding]:
    """A copy goes and a search page says something else tomorrow."""
    found = _HOST.match(source.url)
    host = found[1].lower() if found else ""
    own_place = "Give the work's own address, or leave it out."
    if _COPY.search(host) or any(f".{host}".endswith(f".{copy}") for copy in COPIES):
        yield Finding(ERROR, "URL", f"{host} has copies and links of others' works", own_place)
    elif _SEARCH.search(source.url):
        yield Finding(ERROR, "URL", "leads to a search page", own_place)
    elif host in {"doi.org", "dx.doi.org"}:
        hint = "Write it into the field DOI, without the address before it."
        yield Finding(ADVICE, "URL", "is the address of a DOI", hint)


def doi(source: Source) -> Iterator[Finding]:
    """A DOI that has the right form and yet is none; the form itself is the reader's matter."""
    for sign, what, hint in _NOT_A_DOI:
        if sign.search(source.doi):
            yield Finding(ERROR, "DOI", f"{source.doi} {what}", hint)
            return
    if any(source.doi.count(pair[0]) != source.doi.count(pair[1]) for pair in ("()", "[]", "<>")):
        what = f"{source.doi} has a bracket without its other half"
        yield Finding(ERROR, "DOI", what, "Copy it once more from the work.")


def days(source: Source, today: date) -> Iterator[Finding]:
    """When somebody looked at it, and when it is said to have appeared."""
    yield from finding_of_date("custom, checked", source.checked, today)
    ahead = today + IN_PRINT
    for field, when, last in (
        ("issued", source.issued, ahead),
        ("accessed", source.accessed, today),
    ):
        if when and _first_day(when) > last + TOMORROW:
            yield Finding(ERROR, field, f"{_told(when)} is in the future", "Look it up again.")


def _first_day(when: Issued) -> date:
    return date(when.year, when.month or 1, when.day or 1)


def _told(when: Issued) -> str:
    parts = [f"{part:02}" for part in (when.month, when.day) if part]
    return "-".join([str(when.year), *parts])
