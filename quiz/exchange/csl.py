"""Sources as CSL-JSON (docs.citationstyles.org), which Zotero and Pandoc read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quiz.exchange.export import Export
from quiz.model.question import Issued, Name, Source

_FIELDS = {
    "container_title": "container-title",
    "collection_title": "collection-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number": "number",
    "edition": "edition",
    "genre": "genre",
    "language": "language",
    "doi": "DOI",
    "pmid": "PMID",
    "isbn": "ISBN",
    "url": "URL",
}


def csl_json(sources: Iterable[Source]) -> Export:
    """The records of `sources`, in their order."""
    items = [_item(source) for source in sources]
    text = json.dumps(items, indent=2, ensure_ascii=False) + "\n"
    dropped = (
        (
            "The kind of evidence and the day of the last check are under 'custom', "
            "which not every program keeps."
        ),
    )
    return Export("sources.json", text.encode("utf-8", "replace"), dropped)


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"id": source.id, "type": source.type, "title": source.title}
    for name, people in (("author", source.authors), ("editor", source.editors)):
        if people:
            item[name] = [_name(person) for person in people]
    for name, day in (("issued", source.issued), ("accessed", source.accessed)):
        if day:
            item[name] = {"date-parts": [_parts(day)]}
    item |= {csl: value for ours, csl in _FIELDS.items() if (value := getattr(source, ours))}
    item["custom"] = {"evidence": source.evidence.value, "checked": source.checked.isoformat()}
    return item


def _name(person: Name) -> dict[str, str]:
    parts = {"family": person.family, "given": person.given, "literal": person.literal}
    return {name: part for name, part in parts.items() if part}


def _parts(day: Issued) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part is not None]
