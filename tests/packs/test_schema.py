"""The schema for editors and the reader say the same of the same files; the table is up to date."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from editor_yaml import EditorLoader
from hypothesis import given
from hypothesis import strategies as st
from pack_example import PACK, QUESTIONS, README, SOURCES, spoilt, write_pack

from quiz.packs.checker import FAULTY, Checker
from quiz.packs.fields import PACK as PACK_RECORD
from quiz.packs.fields import QUESTION, SOURCE, Record
from quiz.packs.fields import SOURCES as SOURCES_RECORD
from quiz.packs.reader import read_pack
from quiz.packs.records import RecordFile
from quiz.packs.schema import FILES, field_table, json_schema, print_schema, schema_text
from quiz.packs.strict_yaml import Events

VALIDATORS = {file: jsonschema.Draft7Validator(json_schema(file)) for file in FILES}


def schema_takes(file: str, text: str) -> bool:
    """Whether an editor with the schema would be content with the file."""
    return VALIDATORS[file].is_valid(yaml.load(text, EditorLoader))


def reader_takes(file: str, text: str) -> bool:
    """Whether the reader is, as far as one file can tell."""
    checker = Checker(file)
    if file == "pack":
        events = Events(text)
        checker.record(PACK_RECORD, events, events.first())
        checker.settle("pack")
        return not checker.problems
    within = SOURCES_RECORD if file == "sources" else None
    record: Record = SOURCE if file == "sources" else QUESTION
    reader = OnlyRead()
    RecordFile(checker, record, within)._read_whole(Events(text), reader)
    return not checker.problems and not reader.faulty


class OnlyRead:
    """Takes records, and looks at nothing across them."""

    faulty = False

    def read(self, checker: Checker, values: Any, start: Any, number: int) -> None:
        self.faulty = self.faulty or values is FAULTY

    def lost(self, checker: Checker, known_id: str) -> None:
        self.faulty = True


EXAMPLE = {"pack": PACK, "sources": SOURCES, "questions": QUESTIONS}
STATEMENT = "A short nap after lunch can make people more alert for a while."
# file, what is put in place of what, and whether it is sound
CASES = [
    ("questions", "", "", True),
    ("questions", "difficulty: 1", "difficulty: '1'", True),
    ("questions", "difficulty: 1", "difficulty: 4", False),
    ("questions", "difficulty: 1", "difficulty: one", False),
    ("questions", "difficulty: 1", "difficulty: true", False),
    ("questions", "difficulty: 1", "difficulty: [1]", False),
    ("questions", "  difficulty: 1\n", "", False),
    ("questions", "  difficulty: 1\n", "  difficulty: 1\n  extra: 1\n", False),
    ("questions", "verdict: reality", "verdict: true", False),
    ("questions", "verdict: reality", "verdict: Reality", False),
    ("questions", STATEMENT, "Too short by far.", False),
    ("questions", STATEMENT, "word " * 25, True),
    ("questions", STATEMENT, "word " * 26, False),
    ("questions", STATEMENT, "1994", False),
    ("questions", STATEMENT, "''", False),
    ("questions", "id: short-nap-helps", "id: Short-Nap", False),
    ("questions", "id: short-nap-helps", "id: " + "a" * 64, True),
    ("questions", "id: short-nap-helps", "id: " + "a" * 65, False),
    ("questions", "unesco: [U5.2]", "unesco: []", False),
    ("questions", "unesco: [U5.2]", "unesco: [U5.2, U8]", True),
    ("questions", "unesco: [U5.2]", "unesco: [5.2]", False),
    ("questions", "unesco: [U5.2]", "unesco: U5.2", False),
    ("questions", "nses: none", "nses: SH 9-10", True),
    ("questions", "nses: none", "nses: SH", False),
    ("questions", "age_band: 12-15", "age_band: 18+", True),
    ("questions", "age_band: 12-15", "age_band: 18", False),
    ("questions", "reviewed: 2026-11-23", "reviewed: 2026-02-30", False),
    ("questions", "reviewed: 2026-11-23", "reviewed: 2026-13-01", False),
    ("questions", "reviewed: 2026-11-23", "reviewed: 2026", False),
    ("questions", "  reviewed: 2026-11-23", "  attract: true\n  reviewed: 2026-11-23", True),
    ("questions", "  reviewed: 2026-11-23", "  attract: yes\n  reviewed: 2026-11-23", False),
    ("questions", "  reviewed: 2026-11-23", "  attract: 'false'\n  reviewed: 2026-11-23", True),
    ("questions", "  reviewed: 2026-11-23", "  caveat: 12\n  reviewed: 2026-11-23", True),
    ("questions", "  reviewed: 2026-11-23", "  caveat:\n  reviewed: 2026-11-23", False),
    (
        "questions",
        "  reviewed: 2026-11-23",
        "  more: " + "w " * 121 + "\n  reviewed: 2026-11-23",
        False,
    ),
    ("questions", "  reviewed: 2026-11-23", "  content_note: sleep\n  reviewed: 2026-11-23", True),
    ("questions", '      locator: "Results, table 2"\n', "", False),
    ("questions", '"Results, table 2"', "12", True),
    ("questions", "    purpose:", "    purposes:", False),
    ("questions", "    purpose:", "    safeguarding: false\n    purpose:", True),
    ("questions", QUESTIONS, "[]\n", False),
    ("questions", QUESTIONS, "a: b\n", False),
    ("questions", QUESTIONS, "- a\n", False),
    ("sources", "", "", True),
    ("sources", "issued: 1994", "issued: 1994-05", True),
    ("sources", "issued: 1994", "issued: 1994-05-31", True),
    ("sources", "issued: 1994", "issued: 1994-06-31", False),
    ("sources", "issued: 1994", "issued: 94", False),
    ("sources", "issued: 1994", "issued: May 1994", False),
    ("sources", "volume: 151", "volume: 12.5", True),
    ("sources", "volume: 151", "volume:", False),
    ("sources", "volume: 151", "volume: [151]", False),
    ("sources", "volume: 151", "PMID: 8254833", True),
    ("sources", "volume: 151", "PMID: '8254833'", True),
    ("sources", "volume: 151", "PMID: 0", False),
    ("sources", "volume: 151", "PMID: 1234567890", False),
    ("sources", "volume: 151", "ISBN: 9780306406157", True),
    ("sources", "volume: 151", "ISBN: 0-306-40615-2", True),
    ("sources", "volume: 151", "ISBN: 12345", False),
    ("sources", "volume: 151", "URL: https://www.who.int/a", True),
    ("sources", "volume: 151", "URL: ftp://www.who.int/a", False),
    ("sources", "volume: 151", "URL: https://nowhere", False),
    ("sources", "DOI: 10.1000/example.1994", "DOI: doi:10.1000/example.1994", False),
    ("sources", "type: article-journal", "type: statute", False),
    ("sources", "{literal: Sample Research Group}", "{given: A}", False),
    (
        "sources",
        "[{family: Example, given: Ann B.}, {literal: Sample Research Group}]",
        "[]",
        False,
    ),
    ("sources", "evidence: cohort", "evidence: rumour", False),
    ("sources", "evidence: cohort, ", "", False),
    ("sources", "references:", "works:", False),
    ("sources", "references:", "more: 1\nreferences:", False),
    ("pack", "", "", True),
    ("pack", "language: en", "language: en-GB", True),
    ("pack", "language: en", "language: english", False),
    ("pack", "title: Sleep", "title: 1984", True),
    ("pack", "title: Sleep", "title: true", True),
    ("pack", "title: Sleep", "title:", False),
    ("pack", "title: Naps}", "name: Naps}", False),
    ("pack", "{id: naps, title: Naps}", "naps", False),
    ("pack", "means: a study", "means: " + "w " * 26 + "a study", False),
    ("pack", "glossary:", "glossaries:", False),
    ("pack", "license: CC-BY-4.0\n", "", False),
]


@pytest.mark.parametrize(("file", "old", "new", "sound"), CASES)
def test_both_say_the_same(file: str, old: str, new: str, sound: bool) -> None:
    text = spoilt(EXAMPLE[file], old, new) if old else EXAMPLE[file]
    assert (schema_takes(file, text), reader_takes(file, text)) == (sound, sound)


# Only the reader can know these, or only an editor is in doubt: sound for the schema, sound for
# the reader. Everything across records (ids, twins, words in all) is in test_faults.
APART = {
    "a day that the calendar lacks": (
        "questions",
        "reviewed: 2026-11-23",
        "reviewed: 2027-02-29",
        True,
        False,
    ),
    "a wrong check digit": ("sources", "volume: 151", "ISBN: 9780306406158", True, False),
    "an 11-digit number as ISBN": ("sources", "volume: 151", "ISBN: 12345678901", False, False),
    "null, a word for us": ("pack", "title: Sleep", "title: null", False, True),
    "the number 1.0": ("questions", "difficulty: 1", "difficulty: 1.0", True, False),
    "a text of 64 KB": ("pack", "title: Sleep", "title: " + "x" * 70_000, True, False),
    "a text cut by #": ("pack", "title: Sleep", "title: Sleep # and more", True, False),
    "True with a capital": ("questions", "  reviewed", "  attract: True\n  reviewed", True, False),
}


@pytest.mark.parametrize("case", APART)
def test_where_they_cannot_say_the_same(case: str) -> None:
    file, old, new, schema, reader = APART[case]
    text = spoilt(EXAMPLE[file], old, new)
    assert (schema_takes(file, text), reader_takes(file, text)) == (schema, reader)


WORD = st.sampled_from(
    [
        "a",
        "word",
        "1",
        "1994",
        "true",
        "2026-11-23",
        "U5.5",
        "myth",
        "reality",
        "none",
        "18+",
        "-5",
        "x-y",
        "10.1000/a",
        "https://a.b",
    ]
)
TEXTS = st.lists(WORD, max_size=30).map(" ".join)
VALUES = st.recursive(
    TEXTS | st.integers(-9, 3000).map(str),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "locator", "purpose", "family"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)
FIELDS = {"questions": QUESTION, "sources": SOURCE}


def as_yaml(value: Any, plain: bool) -> str:
    """A value on one line; texts without quotes or all in double quotes."""
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(item, plain) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {as_yaml(v, plain)}" for k, v in value.items()) + "}"
    return value if plain and value and not value.startswith("-") else json.dumps(value)


@given(data=st.data(), file=st.sampled_from(["questions", "sources"]), plain=st.booleans())
def test_they_agree_on_any_change_of_a_field(data: st.DataObject, file: str, plain: bool) -> None:
    name = data.draw(st.sampled_from([*FIELDS[file].fields, "other"]))
    value = as_yaml(data.draw(VALUES), plain)
    text = EXAMPLE[file].split("\n\n")[0]
    indent = "  " if file == "questions" else "    "
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines) if re.match(rf"[ -]+{name}:", line)), None)
    if at is None:
        lines[-1:] = [f"{indent}{name}: {value}", ""]
    else:
        end = at + 1
        while end < len(lines) and re.match(rf"{indent} |$", lines[end]):
            end += 1
        start = lines[at][: lines[at].index(name)]
        lines[at:end] = [f"{start}{name}: {value}"]
    changed = "\n".join(lines) + "\n"
    assert schema_takes(file, changed) == reader_takes(file, changed), changed


@pytest.mark.parametrize("file", FILES)
def test_the_schemas_are_sound_themselves(file: str) -> None:
    schema = json.loads(schema_text(file))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    for definition in schema["definitions"].values():
        for name, field in definition["properties"].items():
            assert field["description"].endswith("."), name


def test_a_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_schema("pack") == 0
    assert capsys.readouterr() == (schema_text("pack"), "")


def test_the_schema_of_the_lines_of_help_takes_those_that_are_shipped() -> None:
    text = (README.parent / "helplines.yaml").read_text(encoding="utf-8")
    shipped = yaml.load(text, EditorLoader)
    assert list(VALIDATORS["helplines"].iter_errors(shipped)) == []
    assert not VALIDATORS["helplines"].is_valid([{**shipped[0], "number": "call us"}])


def test_there_is_no_other_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_schema("packs") == 2
    said = "There is no schema 'packs'. Write pack, sources, questions, plan, site or helplines.\n"
    assert capsys.readouterr() == ("", said)


def test_a_question_file_is_what_is_meant_by_default() -> None:
    assert json.loads(schema_text())["items"] == {"$ref": "#/definitions/question"}


def test_the_table_for_authors_is_the_one_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    made = text.split("a test holds this to the program -->\n\n")[1]
    assert made == field_table().rstrip() + "\n", (
        "run: python -c 'from quiz.packs.schema import field_table; print(field_table())'"
    )


def test_the_pack_of_the_readme_is_sound(tmp_path: Path) -> None:
    assert read_pack(write_pack(tmp_path / "p")).problems == ()
