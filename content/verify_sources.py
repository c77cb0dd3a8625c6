"""Ask the DOI registry and the links whether the sources are what their records say.

For maintainers, by hand: ``make verify-sources``. This is the only thing in the project that
goes online, and only when it is asked to; the quiz itself neither imports nor ships it. It asks
politely: one request at a time, saying who it is, with a pause between requests.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quiz.model.question import Source  # noqa: E402  (found by the path above)
from quiz.packs.shelf import open_shelf  # noqa: E402

REGISTRY = "https://doi.org/"
AGENT = "MythOrReality-source-check/1.0 (a person started this by hand)"
PAUSE = 2.0
"""Seconds between two requests."""
PATIENCE = 20.0
"""Seconds to wait for an answer."""
MOST_BYTES = 1_000_000
SAME_TITLE = 0.85
"""Likeness (0 to 1) from which two titles count as one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `status` 0 where nothing did, `why` then says so."""

    status: int
    place: str = ""
    body: str = ""
    why: str = ""


def ask(address: str, accept: str, patience: float) -> Answer:
    """One polite request."""
    request = urllib.request.Request(  # noqa: S310  (addresses come from our own sources)
        address, headers={"User-Agent": AGENT, "Accept": accept}
    )
    try:
        with urllib.request.urlopen(request, timeout=patience) as reply:  # noqa: S310
            body = reply.read(MOST_BYTES).decode("utf-8", "replace")
            return Answer(reply.status, reply.url, body)
    except urllib.error.HTTPError as fault:
        return Answer(fault.code, address)
    except (OSError, ValueError) as fault:
        return Answer(0, address, why=str(fault) or type(fault).__name__)


def remarks(source: Source, registry: str, asked: Callable[[str, str], Answer]) -> Iterator[str]:
    """What differs between a record and the world; nothing where all is well."""
    if source.doi:
        answer = asked(registry + source.doi, "application/vnd.citationstyles.csl+json")
        if answer.status != 200:
            yield f"DOI {source.doi}: {_status(answer)}"
        else:
            yield from _differences(source, answer.body)
    elif source.url:
        answer = asked(source.url, "text/html,*/*")
        if answer.status != 200:
            yield f"link {source.url}: {_status(answer)}"
        elif answer.place.rstrip("/") != source.url.rstrip("/"):
            yield f"link {source.url}: moved to {answer.place}"


def _status(answer: Answer) -> str:
    if answer.status in (404, 410):
        return "gone"
    if answer.status:
        return f"answered {answer.status}, look by hand"
    return f"no answer ({answer.why})"


def _differences(source: Source, body: str) -> Iterator[str]:
    try:
        record = json.loads(body)
        title = _first(record.get("title"))
        year = record["issued"]["date-parts"][0][0]
        families = [str(name.get("family", name.get("literal", ""))) for name in record["author"]]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        yield f"DOI {source.doi}: the registry's answer could not be understood, look by hand"
        return
    if SequenceMatcher(None, _plain(title), _plain(source.title)).ratio() < SAME_TITLE:
        yield f"title: the registry says '{title}'"
    if source.issued and abs(int(year) - source.issued.year) > 1:  # online first, then in print
        yield f"year: the registry says {year}, the record {source.issued.year}"
    ours = [name.family or name.literal for name in source.authors]
    if ours and families and _plain(ours[0]) != _plain(families[0]):
        yield f"first author: the registry says {families[0]}, the record {ours[0]}"


def _first(value: Any) -> str:
    return str(value[0] if isinstance(value, list) and value else value or "")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"<[^>]+>", "", text).casefold()))


def main(arguments: list[str] | None = None) -> int:
    """Look at every source; 0 where all is well, 1 where there are remarks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("content", nargs="?", type=Path, default=ROOT / "content")
    parser.add_argument("--registry", default=REGISTRY, help="where DOIs are asked for")
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between requests")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds for an answer")
    parser.add_argument("--only", help="ids, with commas between them")
    given = parser.parse_args(arguments)
    only = set(given.only.split(",")) if given.only else None
    told = looked = 0

    def asked(address: str, accept: str) -> Answer:
        nonlocal looked
        if looked:
            time.sleep(given.pause)  # politeness, not a wait for anything
        looked += 1
        return ask(address, accept, given.patience)

    for pack in open_shelf(given.content).read().packs:
        for source in pack.sources:
            if only is None or source.id in only:
                for remark in remarks(source, given.registry, asked):
                    told += 1
                    print(f"{source.id}: {remark}", flush=True)
    print(f"{looked} asked, {told} remarks")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
