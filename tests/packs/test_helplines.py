"""Lines of help: read strictly, shown only while they hold."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.helpline import Helpline, countries, shown
from quiz.packs.check import check
from quiz.packs.helplines import read_helplines

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 25)
LINE = """\
- id: ie-line
  country: IE
  name: A line
  for: [crisis]
  languages: [en]
  channels: [phone]
  number: 116 123
  hours: always
  cost: free
  shows_on_bill: unknown
  source: https://example.org/page
  verified_on: 2026-11-25
  expires_on: 2027-11-25
"""


def read(folder: Path, text: str, today: date = TODAY) -> tuple[list[str], list[str]]:
    """The ids that were read, and the faults as they are printed."""
    (folder / "helplines.yaml").write_text(text, "utf-8")
    reading = read_helplines(folder, today)
    return [line.id for line in reading.helplines], [str(p) for p in reading.problems]


def test_the_shipped_lines_are_sound_and_each_country_has_one() -> None:
    reading = read_helplines(CONTENT, TODAY)
    assert reading.problems == ()
    assert countries(reading.helplines, TODAY) == ("AU", "CA", "GB", "IE", "IN", "NZ", "US")


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_helplines(tmp_path, TODAY).helplines == ()


def test_a_sound_line(tmp_path: Path) -> None:
    assert read(tmp_path, LINE) == (["ie-line"], [])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "verified_on: 2026-11-25",
            "verified_on: 2026-11-26",
            (
                "helplines.yaml:1:3: helpline ie-line: verified_on, 2026-11-26, is in the future. "
                "Write the day on which the number was seen."
            ),
        ),
        (
            "expires_on: 2027-11-25",
            "expires_on: 2028-11-25",
            (
                "helplines.yaml:1:3: helpline ie-line: expires_on, 2028-11-25, is over 12 months "
                "after verified_on. Write an earlier day, or verify it again."
            ),
        ),
    ],
)
def test_days_that_cannot_be(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert read(tmp_path, LINE.replace(old, new)) == ([], [fault])


def test_a_line_soon_to_expire_is_told_and_still_read(tmp_path: Path) -> None:
    ids, faults = read(tmp_path, LINE, date(2027, 9, 26))
    assert ids == ["ie-line"]
    assert faults == [
        (
            "helplines.yaml:1:3: helpline ie-line: expires on 2027-11-25. Look at its page again, "
            "and write the new days."
        )
    ]
    assert read(tmp_path, LINE, date(2027, 9, 25))[1] == []
    assert "expired on 2027-11-25" in read(tmp_path, LINE, date(2027, 11, 26))[1][0]


def test_one_id_twice_and_a_faulty_one_beside_a_sound_one(tmp_path: Path) -> None:
    ids, faults = read(tmp_path, LINE + LINE)
    assert ids == ["ie-line"]
    assert faults == [
        (
            "helplines.yaml:14:3: helpline ie-line, id: the id 'ie-line' is taken. "
            "Give this one an id of its own."
        )
    ]
    wrong = LINE.replace("ie-line", "other").replace("country: IE", "country: Ireland")
    ids, faults = read(tmp_path, LINE + wrong)
    assert ids == ["ie-line"]
    assert len(faults) == 1
    ids, faults = read(tmp_path, 'country: "unclosed\n')
    assert ids == []
    assert faults


def test_check_tells_of_lines_that_expire() -> None:
    out = io.StringIO()
    assert check(CONTENT, out, today=date(2027, 10, 1)) == 1
    assert "helpline us-988: expires on 2027-11-25" in out.getvalue()


LINES = read_helplines(CONTENT, TODAY).helplines


@given(st.dates(date(2026, 11, 25), date(2030, 1, 1)), st.sampled_from(["IE", "US", "FR"]))
def test_no_line_is_ever_shown_after_its_day(today: date, country: str) -> None:
    found: tuple[Helpline, ...] = shown(LINES, country, today)
    assert all(line.expires_on >= today and line.country == country for line in found)
    expected = today <= TODAY + timedelta(days=365) and country != "FR"
    assert bool(found) == expected
