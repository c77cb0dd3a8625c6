"""Ask the DOI registry and the links whether the sources are what their records say.

For maintainers, by hand: ``make verify-sources``. This is the only thing in the project that
goes online, and only when it is asked to; the quiz itself neither imports nor ships it. It asks
politely: one request at a time, saying who it is, with a pause between requests, each address once.

Remarks go to standard output, how far it has come to standard error. What an answer means is for a
person to decide: a site may refuse programs and be well, or say 200 to a page that is gone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from http.client import HTTPException
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize
from urllib.error import HTTPError
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quiz.model.question import Name, Source  # noqa: E402  (found by the path above)
from quiz.packs.shelf import open_shelf  # noqa: E402

REGISTRY = "https://doi.org/"
CSL = "application/vnd.citationstyles.csl+json"
PAGE = "text/html, application/xhtml+xml, application/pdf, */*"
AGENT = "MythOrReality-verify-sources/1.0 ({0})"
BY_HAND = "started by a person"
PAUSE = 2.0
"""Seconds between two requests."""
PATIENCE = 20.0
"""Seconds for a whole answer, not only for its first sign."""
MOST_BYTES = 1_000_000
SAME_TITLE = 0.85
"""Likeness (0 to 1) from which two titles count as one: catalogues differ in small things."""
YEARS_APART = 1
"""A work that is online in December is in print in January."""

REFUSED = (401, 403, 405, 406, 418, 429, 451)
"""Answers of a site that is there and does not let a program in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `status` is 0 where nothing did, and `why` then says so."""

    status: int
    place: str = ""
    body: str = ""
    why: str = ""


class Asker:
    """Asks one address after the other, with a pause before each but the first."""

    def __init__(self, pause: float, patience: float, contact: str) -> None:
        self._pause = pause
        self._patience = patience
        self._agent = AGENT.format(contact or BY_HAND)
        self._answers: dict[tuple[str, str], Answer] = {}

    @property
    def asked(self) -> int:
        """How many requests there were."""
        return len(self._answers)

    def ask(self, address: str, accept: str) -> Answer:
        """The answer to one request; the same one is not made again."""
        key = address, accept
        if key not in self._answers:
            if self._answers:
                time.sleep(self._pause)  # politeness, not a wait for anything
            self._answers[key] = self._request(address, accept)
        return self._answers[key]

    def _request(self, address: str, accept: str) -> Answer:
        request = urllib.request.Request(  # noqa: S310  (addresses come from our own sources)
            address, headers={"User-Agent": self._agent, "Accept": accept}
        )
        until = time.monotonic() + self._patience
        try:
            with urllib.request.urlopen(request, timeout=self._patience) as reply:  # noqa: S310
                return Answer(reply.status, reply.url, _body(reply, until))
        except HTTPError as fault:
            fault.close()
            return Answer(fault.code, fault.url or address)
        except (OSError, HTTPException, ValueError) as fault:
            return Answer(0, address, why=str(fault) or type(fault).__name__)


def _body(reply: Any, until: float) -> str:
    """The beginning of an answer; raises TimeoutError where it only comes in drops."""
    data = b""
    while len(data) < MOST_BYTES and (more := reply.read1(65536)):
        data += more
        if time.monotonic() > until:
            raise TimeoutError("too slow")
    return data.decode("utf-8", "replace")


def remarks(source: Source, registry: str, asker: Asker) -> Iterator[str]:
    """What differs between a record and the world; nothing where all is well."""
    if source.doi:
        answer = asker.ask(registry + quote(source.doi, safe="/:;()<>.-_"), CSL)
        if answer.status == 200:
            yield from _differences(source, answer.body)
        else:
            yield f"DOI {source.doi}: {_told(answer)}"
    if source.url:
        answer = asker.ask(source.url, PAGE)
        if answer.status != 200:
            yield f"link {source.url}: {_told(answer)}"
        elif _without_form(answer.place) != _without_form(source.url):
            yield f"link {source.url}: moved to {answer.place}"


def _told(answer: Answer) -> str:
    if answer.status in (404, 410):
        return "gone"
    if answer.status in REFUSED:
        return f"lets no program in (answer {answer.status}), look by hand"
    if answer.status:
        return f"answers {answer.status}, look by hand"
    return f"no answer ({answer.why})"


def _without_form(address: str) -> str:
    """An address without what makes no difference to where it leads."""
    return re.sub(r"^https?://(www\.)?", "", address.partition("#")[0]).rstrip("/")


def _differences(source: Source, body: str) -> Iterator[str]:
    record = _object(body)
    title = _first(record.get("title"))
    if not title:
        yield f"DOI {source.doi}: the answer is no record of a work, look by hand"
        return
    subtitle = _first(record.get("subtitle"))
    if not any(_same(told, source.title) for told in (title, f"{title} {subtitle}")):
        yield f"title: the registry says '{_flat(title)}', the record '{source.title}'"
    years = sorted(_years(record))
    if source.issued and years and all(_far(year, source.issued.year) for year in years):
        told = " or ".join(map(str, years))
        yield f"year: the registry says {told}, the record {source.issued.year}"
    theirs = [_known(name) for name in _list(record.get("author")) if isinstance(name, dict)]
    yield from _other_authors(source.authors, [name for name in theirs if name])


def _other_authors(names: Iterable[Name], theirs: list[str]) -> Iterator[str]:
    """Who is missing on either side; the order counts only for who is first."""
    ours = [name.family or name.literal for name in names]
    if not ours or not theirs:
        return  # many catalogues name nobody for a body's own work
    plain_ours, plain_theirs = [_plain(name) for name in ours], [_plain(name) for name in theirs]
    for name, plain in zip(theirs, plain_theirs, strict=True):
        if plain not in plain_ours:
            yield f"author: the registry also names {name}"
    for name, plain in zip(ours, plain_ours, strict=True):
        if plain not in plain_theirs:
            yield f"author: the registry does not name {name}"
    if sorted(plain_ours) == sorted(plain_theirs) and plain_ours[0] != plain_theirs[0]:
        yield f"author: the registry has {theirs[0]} first, the record {ours[0]}"


def _object(body: str) -> dict[str, Any]:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _first(value: Any) -> str:
    """A text, or the first of several."""
    value = next(iter(value), "") if isinstance(value, list) else value
    return value if isinstance(value, str) else ""


def _known(name: dict[str, Any]) -> str:
    return _first(name.get("family")) or _first(name.get("literal")) or _first(name.get("name"))


def _years(record: dict[str, Any]) -> set[int]:
    """Every year in which the registry says that the work appeared."""
    years = set()
    for field in ("issued", "published", "published-print", "published-online"):
        when = record.get(field)
        parts = _list(when.get("date-parts")) if isinstance(when, dict) else []
        first = next(iter(_list(next(iter(parts), []))), None)
        if str(first).isdecimal():
            years.add(int(str(first)))
    return years


def _far(one: int, other: int) -> bool:
    return abs(one - other) > YEARS_APART


def _same(one: str, other: str) -> bool:
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio() >= SAME_TITLE


def _flat(text: str) -> str:
    """`text` on one line, without marks of a markup."""
    return " ".join(re.sub(r"</?[a-z][^>]*>", "", text).split())


def _plain(text: str) -> str:
    """`text` as it is compared: no markup, no accents, no signs, small letters."""
    letters = "".join(sign for sign in normalize("NFKD", _flat(text)) if not combining(sign))
    return " ".join(re.findall(r"\w+", letters.casefold()))


def main(arguments: list[str] | None = None) -> int:
    """Look at every source; 0 where all is well, 1 where there are remarks, 2 for wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("content", nargs="?", type=Path, default=ROOT / "content")
    parser.add_argument("--registry", default=REGISTRY, help="where DOIs are asked for")
    parser.add_argument("--contact", default="", help="your mail or page, told to whom is asked")
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between requests")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds for an answer")
    parser.add_argument("--only", default="", help="ids of sources, with commas between them")
    given = parser.parse_args(arguments)
    shelf = open_shelf(given.content).read()
    sources = {source.id: source for pack in shelf.packs for source in pack.sources}
    only = [name.strip() for name in given.only.split(",") if name.strip()]
    if shelf.problems:
        print("The content has faults: see `python main.py check`.", file=sys.stderr)
    unknown = [name for name in only if name not in sources]
    if unknown or not sources:
        missing = f"is no source {', '.join(unknown)}" if unknown else "are no sources"
        print(f"There {missing} in {given.content}.", file=sys.stderr)
        return 2
    asker = Asker(given.pause, given.patience, given.contact)
    told = 0
    wanted = [sources[name] for name in only] or list(sources.values())
    for number, source in enumerate(wanted, 1):
        print(f"{number} of {len(wanted)}: {source.id}", file=sys.stderr, flush=True)
        for remark in remarks(source, given.registry, asker):
            told += 1
            print(f"{source.id}: {remark}", flush=True)
    bare = sum(not source.doi and not source.url for source in wanted)
    print(f"{asker.asked} asked, {told} remarks, {bare} sources without DOI and link")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
