"""What is made from the description of the fields: the JSON Schema for editors, the authors' table.

Editors read YAML 1.2, where a bare `1` is a number and a bare `true` a truth value; the schema
takes both, because the reader takes every scalar as the text it looks like. What only the reader
can know (ids that must exist, twins, days of a calendar, words in all) is not in the schema.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from .fields import (
    CITATION,
    CUSTOM,
    NAME,
    PACK,
    QUESTION,
    SOURCE,
    SOURCES,
    TEACHER,
    TERM,
    TOPIC,
    Field,
    Kind,
    ListOf,
    Record,
)
from .helplines import HELPLINE
from .plan import PLAN
from .site import HOURS, IDLE, SITE

_CONTENT = (PACK, TOPIC, TERM, SOURCES, SOURCE, NAME, CUSTOM, QUESTION, CITATION, TEACHER)
RECORDS = (*_CONTENT, PLAN, SITE, IDLE, HOURS)


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file: what it is called, the schema of what it holds, and the records in it."""

    title: str
    holds: dict[str, Any]
    records: tuple[Record, ...] = _CONTENT


FILES = {
    "pack": File("pack.yaml of Myth or Reality", {"$ref": "#/definitions/pack"}),
    "sources": File("sources.yaml of Myth or Reality", {"$ref": "#/definitions/sources"}),
    "questions": File(
        "A question file of Myth or Reality",
        {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/question"}},
    ),
    "plan": File("A lesson plan of Myth or Reality", {"$ref": "#/definitions/plan"}, (PLAN,)),
    "site": File(
        "kiosk.yaml of Myth or Reality", {"$ref": "#/definitions/site"}, (SITE, IDLE, HOURS)
    ),
    "helplines": File(
        "helplines.yaml of Myth or Reality",
        {"type": "array", "items": {"$ref": "#/definitions/helpline"}},
        (HELPLINE,),
    ),
}
_CHOICE = "pack, sources, questions, plan, site or helplines"


def json_schema(file: str = "questions") -> dict[str, Any]:
    """The JSON Schema (draft-07) of one kind of file, as :data:`FILES` names them."""
    kind = FILES[file]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind.title,
        **kind.holds,
        "definitions": {record.name: _record(record) for record in kind.records},
    }


def schema_text(file: str = "questions") -> str:
    """The JSON Schema as text, ready to be written to a file."""
    import json

    return json.dumps(json_schema(file), indent=2, ensure_ascii=False) + "\n"


def print_schema(
    file: str = "questions", out: TextIO | None = None, err: TextIO | None = None
) -> int:
    """Prints the JSON Schema of one kind of file, and returns the exit status."""
    if file not in FILES:
        print(f"There is no schema '{file}'. Write {_CHOICE}.", file=err or sys.stderr)
        return 2
    print(schema_text(file), end="", file=out or sys.stdout)
    return 0


def _record(record: Record) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in record.fields.values() if field.required],
        "properties": {
            name: {"description": field.about, **_kind(field.kind)}
            for name, field in record.fields.items()
        },
    }
    if record.any_of:
        schema["anyOf"] = [{"required": [name]} for name in record.any_of]
    return schema


def _kind(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Record):
        return {"allOf": [{"$ref": f"#/definitions/{kind.name}"}]}
    if isinstance(kind, ListOf):
        inner = kind.kind
        items = (
            {"$ref": f"#/definitions/{inner.name}"} if isinstance(inner, Record) else inner.schema()
        )
        return {"type": "array", "minItems": kind.least, "items": items}
    return kind.schema()


def field_table() -> str:
    """The fields as Markdown tables, one for each group, for the authors' README."""
    return "\n".join(line for record in RECORDS for line in _table(record))


_WHERE = {
    PACK.name: "`pack.yaml`",
    TOPIC.name: "`pack.yaml`, an entry of `topics`",
    TERM.name: "`pack.yaml`, an entry of `glossary`",
    SOURCES.name: "`sources.yaml`",
    SOURCE.name: "`sources.yaml`, an entry of `references`",
    NAME.name: "`sources.yaml`, an entry of `author` or `editor`",
    CUSTOM.name: "`sources.yaml`, `custom`",
    QUESTION.name: "`questions/<topic>.yaml`, a question",
    CITATION.name: "`questions/<topic>.yaml`, an entry of `sources`",
    TEACHER.name: "`questions/<topic>.yaml`, `teacher`",
    PLAN.name: "A lesson plan",
    SITE.name: "`kiosk.yaml`",
    IDLE.name: "`kiosk.yaml`, `idle`",
    HOURS.name: "`kiosk.yaml`, `opening_hours`",
}


def _table(record: Record) -> Iterator[str]:
    yield f"### {_WHERE[record.name]}"
    yield ""
    yield "| field | | what it is for | what it holds |"
    yield "|---|---|---|---|"
    for field in record.fields.values():
        needed = "" if not field.required else "needed"
        yield f"| `{field.name}` | {needed} | {field.about} | {_told(field)} |"
    yield ""


def _told(field: Field) -> str:
    kind = field.kind
    if isinstance(kind, Record):
        return f"a group, see {_WHERE[kind.name]}"
    if isinstance(kind, ListOf):
        inner = kind.kind
        return "a list" if isinstance(inner, Record) else f"a list, each {inner.told()}"
    return kind.told()
