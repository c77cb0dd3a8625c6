"""Lines of help: read strictly, every fault told where it stands, shown only while they hold."""

from __future__ import annotations

import io
import json
import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_example import README, spoilt, write_pack

from quiz.model.helpline import HelpFor, Helpline, OnBill, SeenOn, countries, shown
from quiz.packs.check import check
from quiz.packs.countries import CODES
from quiz.packs.fields import ListOf
from quiz.packs.helplines import HELPLINE, read_helplines

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 25)
LINE = """\
- id: ie-line
  country: IE
  name: A line
  for: [crisis]
  channels: [phone]
  number: 116 123
  hours: always
  cost: free
  shows_on_bill: unknown
  source: https://example.org/page
  verified_on: 2026-11-25
  verified_by: own-page
  expires_on: 2027-11-25
"""
MORE = """\
  region: Leinster
  languages: [en, ga]
  min_age: 12
  url: https://example.org
  note: For young people.
"""


def read(folder: Path, text: str | bytes, today: date = TODAY) -> tuple[list[str], list[str]]:
    """The ids that were read, and the faults as they are printed."""
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "helplines.yaml").write_bytes(data)
    reading = read_helplines(folder, today)
    return [line.id for line in reading.helplines], [str(p) for p in reading.problems]


def test_a_whole_line_becomes_a_value(tmp_path: Path) -> None:
    (tmp_path / "helplines.yaml").write_text(LINE + MORE, "utf-8")
    assert read_helplines(tmp_path, TODAY).helplines == (
        Helpline(
            id="ie-line",
            country="IE",
            name="A line",
            is_for=(HelpFor.CRISIS,),
            channels=("phone",),
            number="116 123",
            hours="always",
            cost="free",
            shows_on_bill=OnBill.UNKNOWN,
            source="https://example.org/page",
            verified_on=TODAY,
            verified_by=SeenOn.OWN_PAGE,
            expires_on=date(2027, 11, 25),
            languages=("en", "ga"),
            region="Leinster",
            min_age=12,
            url="https://example.org",
            note="For young people.",
        ),
    )


def test_what_is_not_needed_may_be_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, LINE) == (["ie-line"], [])


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    reading = read_helplines(tmp_path, TODAY)
    assert (reading.helplines, reading.problems) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "country: IE",
            "country: UK",
            (
                "2:12: helpline ie-line, country: 'UK' is not one of the words to choose from. "
                "Did you mean 'GB'?"
            ),
        ),
        (
            "country: IE",
            "country: ie",
            (
                "2:12: helpline ie-line, country: 'ie' is not one of the words to choose from. "
                "Did you mean 'IE'?"
            ),
        ),
        (
            "country: IE",
            "country: Ireland",
            (
                "2:12: helpline ie-line, country: 'Ireland' is not one of the words to choose "
                "from. Write the two letters of a country (ISO 3166), such as IE."
            ),
        ),
        (
            "country: IE",
            "country: XX",
            (
                "2:12: helpline ie-line, country: 'XX' is not one of the words to choose from. "
                "Write the two letters of a country (ISO 3166), such as IE."
            ),
        ),
        (
            "country: IE",
            "country:",
            (
                "2:11: helpline ie-line, country: is empty. "
                "Write the two letters of a country (ISO 3166), such as IE."
            ),
        ),
        (
            "  country: IE\n",
            "",
            (
                "1:3: helpline ie-line: the field 'country' is missing. "
                "Add it: the two letters of a country (ISO 3166), such as IE."
            ),
        ),
        (
            "[crisis]",
            "[crisis, youths]",
            (
                "4:17: helpline ie-line, kind of help 2: 'youths' is not one of the words to "
                "choose from. Did you mean 'youth'?"
            ),
        ),
        (
            "[crisis]",
            "[]",
            "4:8: helpline ie-line, for: is an empty list. Give it one kind of help at least.",
        ),
        (
            "[phone]",
            "phone",
            (
                "5:13: helpline ie-line, channels: is one text. "
                "Write a list, each entry with '- ' before it."
            ),
        ),
        (
            "[phone]",
            "[fax]",
            (
                "5:14: helpline ie-line, channel 1: 'fax' is not one of the words to choose from. "
                "Write phone, text, chat or in-person."
            ),
        ),
        (
            "116 123",
            "dial 116",
            (
                "6:11: helpline ie-line, number: 'dial 116' is not a telephone number. "
                "Write it like 116 123."
            ),
        ),
        (
            "  cost: free\n",
            "",
            "1:3: helpline ie-line: the field 'cost' is missing. Add it: text of 12 words at most.",
        ),
        (
            "shows_on_bill: unknown",
            "shows_on_bill: no",
            (
                "9:18: helpline ie-line, shows_on_bill: 'no' is not one of the words to choose "
                "from. Write shown, not-shown or unknown."
            ),
        ),
        (
            "https://example.org/page",
            "example.org",
            (
                "10:11: helpline ie-line, source: 'example.org' is not a web address. "
                "Write it like https://www.who.int/health-topics."
            ),
        ),
        (
            "own-page",
            "a friend",
            (
                "12:16: helpline ie-line, verified_by: 'a friend' is not one of the words to "
                "choose from. Write own-page or public-authority."
            ),
        ),
        (
            "2027-11-25",
            "2027-11-31",
            "13:15: helpline ie-line, expires_on: there is no day 2027-11-31. Look at a calendar.",
        ),
        (
            "  cost: free",
            "  price: free\n  cost: free",
            (
                "8:3: helpline ie-line: unknown field 'price'. "
                "Take it out; content/README.md has the list."
            ),
        ),
        (
            "  cost: free",
            "  cost: free\n  cost: free",
            "9:3: helpline ie-line, cost: is written a second time. Keep one of the two.",
        ),
        (
            "2027-11-25",
            "2027-11-26",
            (
                "1:3: helpline ie-line: expires_on, 2027-11-26, is over 12 months after "
                "verified_on. Write 2027-11-25 or an earlier day."
            ),
        ),
    ],
)
def test_a_faulty_line_is_left_out(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert read(tmp_path, spoilt(LINE, old, new)) == ([], [f"helplines.yaml:{fault}"])


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (
            "  min_age: twelve\n",
            (
                "14:12: helpline ie-line, min_age: 'twelve' is not a whole number from 1 to 99. "
                "Write a number like 1."
            ),
        ),
        (
            "  languages: [English]\n",
            (
                "14:15: helpline ie-line, language 1: 'English' is not a language code (BCP 47). "
                "Write it like en."
            ),
        ),
        (
            "  note: Call # at once\n",
            (
                "14:9: helpline ie-line, note: is cut short: what follows the sign # is taken for "
                "a comment. Put the text in double quotes, or the comment on a line of its own."
            ),
        ),
    ],
)
def test_a_fault_in_what_is_not_needed(tmp_path: Path, more: str, fault: str) -> None:
    assert read(tmp_path, LINE + more) == ([], [f"helplines.yaml:{fault}"])


AGAIN = "Look at its page again, and write the new days."


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2027, 9, 25), []),  # 61 days before
        (date(2027, 9, 26), [f"expires on 2027-11-25. {AGAIN}"]),
        (date(2027, 11, 25), [f"expires on 2027-11-25. {AGAIN}"]),
        (date(2027, 11, 26), [f"expired on 2027-11-25. {AGAIN}"]),
        (date(2026, 11, 24), []),  # where the day begins later
        (
            date(2026, 11, 23),
            [
                (
                    "verified_on, 2026-11-25, is in the future. "
                    "Write the day on which the number was last looked up."
                )
            ],
        ),
    ],
)
def test_days_are_told_and_the_line_is_read(tmp_path: Path, today: date, told: list[str]) -> None:
    ids, faults = read(tmp_path, LINE, today)
    assert ids == ["ie-line"]
    assert faults == [f"helplines.yaml:1:3: helpline ie-line: {each}" for each in told]


def test_an_id_is_taken_also_by_a_faulty_line(tmp_path: Path) -> None:
    told = [
        (
            "helplines.yaml:14:7: helpline ie-line, id: the id 'ie-line' is taken by the helpline "
            "in line 1. Give this one an id of its own."
        )
    ]
    assert read(tmp_path, LINE + LINE) == (["ie-line"], told)
    ids, faults = read(tmp_path, spoilt(LINE, "country: IE", "country: XX") + LINE)
    assert (ids, faults[1:]) == ([], told)


def test_a_faulty_line_costs_no_other(tmp_path: Path) -> None:
    other = LINE.replace("ie-line", "other")
    broken = spoilt(LINE.replace("ie-line", "broken"), "[crisis]", "[crisis")
    ids, faults = read(tmp_path, LINE + broken + other)
    assert ids == ["ie-line", "other"]
    assert [fault.split(": ")[1] for fault in faults] == ["helpline broken"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1:1: file: holds no helpline. content/README.md shows what a helpline looks like."),
        (
            "lines: no",
            "1:1: file: is a group of fields. Write a list, each helpline with '- ' before it.",
        ),
        (b"\xff\xfe-", None),
        (b"- id: \xe9", None),
        ("- id: [" * 30, None),
        ("- &a [*a, *a]", None),
    ],
)
def test_a_file_that_is_no_list_of_lines(
    tmp_path: Path, text: str | bytes, fault: str | None
) -> None:
    ids, faults = read(tmp_path, text)
    assert ids == []
    assert faults == [f"helplines.yaml:{fault}"] if fault else faults


# What is shipped.

SHIPPED = (CONTENT / "helplines.yaml").read_text("utf-8")
LINES = read_helplines(CONTENT, TODAY).helplines


def test_the_shipped_lines_are_sound_and_each_country_has_several() -> None:
    assert read_helplines(CONTENT, TODAY).problems == ()
    assert countries(LINES, TODAY) == ("AU", "CA", "GB", "IE", "IN", "NZ", "US")
    for country in countries(LINES, TODAY):
        assert len(shown(LINES, country, TODAY)) >= 2, country


def test_a_shipped_line_says_for_whom_it_is_in_words_too() -> None:
    for line in LINES:
        if line.min_age:
            assert str(line.min_age) in line.note
        if line.region:
            assert line.region in line.note


def test_no_shipped_line_promises_more_for_the_bill_than_holds() -> None:
    assert all(line.shows_on_bill is OnBill.UNKNOWN for line in LINES)


def test_no_number_stands_in_a_question() -> None:
    """STANDARDS 4.3: numbers change, and a question would keep the old one."""
    numbers = [re.sub(r"\D", "", line.number) for line in LINES if len(line.number) > 4]
    assert numbers
    for path in CONTENT.glob("*/questions/*.yaml"):
        digits = re.sub(r"(?<=\d)[ -](?=\d)", "", path.read_text("utf-8"))
        found = [number for number in numbers if re.search(rf"(?<!\d){number}(?!\d)", digits)]
        assert found == [], path


@given(
    today=st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800)),
    country=st.sampled_from(["IE", "US", "NZ", "FR", ""]),
)
def test_no_shipped_line_is_ever_shown_after_its_day(today: date, country: str) -> None:
    found = shown(LINES, country, today)
    assert all(line.expires_on >= today and line.country == country for line in found)
    if today > TODAY + timedelta(days=365):
        assert found == ()


@settings(max_examples=150, deadline=None)
@given(
    start=st.integers(0, len(SHIPPED)),
    length=st.integers(0, 60),
    put=st.sampled_from(["", "- ", ": ", "[", "}", "\t", "'", '"', "&a ", "\x00", "2030-01-01"]),
    today=st.dates(date(2026, 1, 1), date(2029, 1, 1)),
)
def test_a_mutated_file_is_told_or_sound(start: int, length: int, put: str, today: date) -> None:
    with TemporaryDirectory() as folder:
        text = SHIPPED[:start] + put + SHIPPED[start + length :]
        (Path(folder) / "helplines.yaml").write_text(text, "utf-8")
        reading = read_helplines(Path(folder), today)
    last = text.count("\n") + 2
    assert all(1 <= problem.line <= last and problem.column >= 1 for problem in reading.problems)
    for line in reading.helplines:
        assert line.country in CODES
        assert (line.expires_on - line.verified_on).days <= 366
    lost = len(LINES) - len(reading.helplines)
    assert lost <= 3 or reading.problems


# The check and the authors' guide.


def test_check_tells_of_lines_beside_the_packs(tmp_path: Path) -> None:
    write_pack(tmp_path / "sleep")
    (tmp_path / "helplines.yaml").write_text(LINE, "utf-8")
    out = io.StringIO()
    assert check(tmp_path, out, today=date(2027, 9, 25)) == 0
    assert out.getvalue() == ""
    assert check(tmp_path, out, today=date(2027, 9, 26)) == 1
    told = f"helplines.yaml:1:3: helpline ie-line: expires on 2027-11-25. {AGAIN}\n"
    assert out.getvalue() == told


def test_check_tells_of_them_as_json(tmp_path: Path) -> None:
    write_pack(tmp_path / "sleep")
    (tmp_path / "helplines.yaml").write_text(spoilt(LINE, "IE", "UK"), "utf-8")
    out = io.StringIO()
    assert check(tmp_path, out, as_json=True, today=TODAY) == 1
    assert json.loads(out.getvalue())["problems"] == [
        {
            "file": "helplines.yaml",
            "line": 2,
            "column": 12,
            "where": "helpline ie-line, country",
            "what": "'UK' is not one of the words to choose from",
            "hint": "Did you mean 'GB'?",
        }
    ]


def test_the_guide_shows_a_sound_line_and_every_field(tmp_path: Path) -> None:
    guide = README.read_text("utf-8")
    example = re.findall(r"~~~yaml\n(.*?)~~~", guide, re.DOTALL)[0]
    assert read(tmp_path, example) == (["ie-samaritans"], [])
    for field in HELPLINE.fields.values():
        kind = field.kind
        told = f"a list, each {kind.kind.told()}" if isinstance(kind, ListOf) else kind.told()  # type: ignore[union-attr]  # no group among them
        needed = "needed" if field.required else ""
        assert f"| `{field.name}` | {needed} | {field.about} | {told} |" in guide
