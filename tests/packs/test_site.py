"""A kiosk's site file: read strictly, every fault in its place, and never more shown than meant."""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml
from editor_yaml import EditorLoader
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_example import PACK, QUESTIONS, README, spoilt, write_pack

from quiz.model.question import AgeBand
from quiz.model.setting import IdleLimits
from quiz.model.site import Corner, Hours, Site, Speech
from quiz.packs.check import check
from quiz.packs.reader import read_pack
from quiz.packs.schema import json_schema
from quiz.packs.shelf import open_shelf
from quiz.packs.site import (
    HOURS,
    IDLE,
    SITE,
    chosen,
    in_use,
    read_site,
    with_something_to_ask,
)

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "packaging" / "kiosk" / "kiosk.yaml"
HASH = f"scrypt-16-8-1-{'0a' * 16}-{'1b' * 32}"


def read(folder: Path, text: str | bytes, packs=None):
    """The reading of a site file, and its faults as they are printed."""
    path = folder / "kiosk.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    reading = read_site(path, packs)
    return reading, [str(problem).removeprefix("kiosk.yaml:") for problem in reading.problems]


def test_a_whole_file_becomes_a_value(tmp_path):
    text = f"""\
content: packs
packs: [sleep, dreams]
topics: [naps]
age_band: 12-15
languages: [en, ga]
questions: 7
idle: {{question: 120, explanation: 600, warning: 20}}
screen_width_mm: 476
reading_distance_mm: 700
opening_hours: {{opens: 08:00, closes: 18:30}}
pin_hash: {HASH}
counts: /var/counts.db
counts_floor: 12
speech: headset
staff_corner: bottom-right
nightly_restart: 04:00
memory_ceiling_mb: 0
country: IE
"""
    reading, problems = read(tmp_path, text)
    assert problems == []
    assert not reading.unsure
    assert reading.site == Site(
        content=str(tmp_path / "packs"),
        packs=("sleep", "dreams"),
        topics=("naps",),
        age_band=AgeBand.YOUNG_TEEN,
        languages=("en", "ga"),
        questions=7,
        idle=IdleLimits(120, 600, 20),
        screen_width_mm=476,
        reading_distance_mm=700,
        opening_hours=Hours(480, 1110),
        pin_hash=HASH,
        counts="/var/counts.db",
        counts_floor=12,
        speech=Speech.HEADSET,
        staff_corner=Corner.BOTTOM_RIGHT,
        nightly_restart=240,
        memory_ceiling_mb=0,
        country="IE",
    )
    assert {name for name in SITE.fields if re.search(f"^{name}:", text, re.MULTILINE)} == set(
        SITE.fields
    )


def test_every_field_of_a_site_is_described_once():
    assert set(SITE.fields) == set(Site.__slots__)
    assert set(IDLE.fields) == set(IdleLimits.__slots__)
    assert set(HOURS.fields) == set(Hours.__slots__)


@pytest.mark.parametrize("text", ["questions: 5\n", "# nothing is said here\n"])
def test_what_is_not_said_is_as_usual(tmp_path, text):
    reading, problems = read(tmp_path, text)
    assert (reading.site, problems, reading.unsure) == (Site(), [], False)


FAULTS = [
    ("age_bnd: 18+", "1:1: site: unknown field 'age_bnd'. Did you mean 'age_band'?"),
    (
        "brightness: 5",
        "1:1: site: unknown field 'brightness'. Take it out; content/README.md has the list.",
    ),
    (
        "questions: 21",
        "1:12: site, questions: '21' is not a whole number from 1 to 20. Write a number like 1.",
    ),
    (
        "questions: 0",
        "1:12: site, questions: '0' is not a whole number from 1 to 20. Write a number like 1.",
    ),
    ("questions:", "1:11: site, questions: is empty. Write a number like 1."),
    (
        "questions: [5]",
        "1:12: site, questions: is a list. Write one text.",
    ),
    (
        "counts_floor: 4",
        "1:15: site, counts_floor: '4' is not a whole number from 5 to 100. Write a number like 5.",
    ),
    (
        "idle: {question: 29}",
        "1:18: site, idle, question: '29' is not a whole number from 30 to 600. Write a number like 30.",
    ),
    (
        "idle: {warning: 19}",
        "1:17: site, idle, warning: '19' is not a whole number from 20 to 60. Write a number like 20.",
    ),
    (
        "idle: {explanations: 90}",
        "1:8: site, idle: unknown field 'explanations'. Did you mean 'explanation'?",
    ),
    ("idle: 60", "1:7: site, idle: is one text. Write a group of fields, each as 'name: value'."),
    (
        "screen_width_mm: 47.6",
        "1:18: site, screen_width_mm: '47.6' is not a whole number from 100 to 3000. Write a number like 100.",
    ),
    (
        "reading_distance_mm: 60 cm",
        "1:22: site, reading_distance_mm: '60 cm' is not a whole number from 300 to 2000. Write a number like 300.",
    ),
    (
        "opening_hours: {opens: 8:00, closes: 18:00}",
        "1:24: site, opening_hours, opens: '8:00' is not a time of day. Write it like 08:00 or 18:30.",
    ),
    (
        "opening_hours: {opens: 08:00, closes: 24:00}",
        "1:39: site, opening_hours, closes: '24:00' is not a time of day. Write midnight as 00:00.",
    ),
    (
        "opening_hours: {opens: 08:00}",
        "1:16: site, opening_hours: the field 'closes' is missing. Add it: a time of day, such as 08:00.",
    ),
    (
        "opening_hours: 08:00-18:00",
        "1:16: site, opening_hours: is one text. Write a group of fields, each as 'name: value'.",
    ),
    ("nightly_restart:", "1:17: site, nightly_restart: is empty. Write it like 08:00 or 18:30."),
    (
        "nightly_restart: 04:60",
        "1:18: site, nightly_restart: '04:60' is not a time of day. Write it like 08:00 or 18:30.",
    ),
    (
        "pin_hash: 123456",
        "1:11: site, pin_hash: is a PIN itself, and whoever reads this file knows it now. Run `python main.py kiosk pin`, and copy the line that it prints.",
    ),
    (
        f"pin_hash: {HASH[:-1]}",
        "1:11: site, pin_hash: is not the hash of a PIN. Run `python main.py kiosk pin`, and copy the line that it prints.",
    ),
    (
        "pin_hash: ''",
        "1:11: site, pin_hash: is empty. Run `python main.py kiosk pin`, and copy the line that it prints.",
    ),
    (
        "counts: no",
        "1:9: site, counts: 'no' is not the name of a file. Write the name of a file, or take the line out if there is none.",
    ),
    (
        "content: True",
        "1:10: site, content: 'True' is not the name of a folder. Write the name of a folder, or take the line out if there is none.",
    ),
    (
        "counts:",
        "1:8: site, counts: is empty. Fill it in, or take the line out if the field is optional.",
    ),
    (
        "speech: headphones",
        "1:9: site, speech: 'headphones' is not one of the words to choose from. Write off, headset or loudspeaker.",
    ),
    (
        "staff_corner: top left",
        "1:15: site, staff_corner: 'top left' is not one of the words to choose from. Did you mean 'top-left'?",
    ),
    (
        "memory_ceiling_mb: 50",
        "1:20: site, memory_ceiling_mb: '50' is not 0 or a whole number from 200 to 16000. Write a number like 200.",
    ),
    (
        "country: UK",
        "1:10: site, country: 'UK' is not one of the words to choose from. Did you mean 'GB'?",
    ),
    (
        "languages: [English]",
        "1:13: site, language 1: 'English' is not a language code (BCP 47). Write it like en.",
    ),
    (
        "packs: [sleep, Dreams]",
        "1:16: site, pack 2: 'Dreams' is not an id (small letters, digits and -). Write it like singles-welcome.",
    ),
    (
        "questions: 5\nquestions: 6",
        "2:1: site, questions: is written a second time. Keep one of the two.",
    ),
    (
        "content: *folder",
        "1:10: site, content: *folder stands for a value named elsewhere. Write the value itself; a text that begins with * has to be in double quotes.",
    ),
    ("- content", "1:1: site: is a list. Write a group of fields, each as 'name: value'."),
    ("", "1:1: file: is empty. Take the file away, or begin with packaging/kiosk/kiosk.yaml."),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=[text for text, _ in FAULTS])
def test_a_fault_is_told_where_it_stands(tmp_path, text, fault):
    assert read(tmp_path, text)[1] == [fault]


def test_a_file_that_is_not_there_or_not_to_be_read(tmp_path):
    reading = read_site(tmp_path / "kiosk.yaml")
    assert [str(problem) for problem in reading.problems] == [
        "kiosk.yaml:1:1: file: is missing. Add the file; content/README.md says what belongs in it."
    ]
    assert reading.unsure
    assert read(tmp_path, b"\xff\xfea")[1] == [
        "1:1: file: the file is in UTF-16 or UTF-32, not in UTF-8. Save the file anew in the encoding UTF-8."
    ]
    assert read(tmp_path, "content: [\n")[0].unsure


def test_a_pin_is_never_repeated(tmp_path):
    for text in ("pin_hash: 918273", "pin_hash: '918273 '", "pin: 918273", "pin_hash: [918273]"):
        reading, problems = read(tmp_path, text)
        assert reading.site.pin_hash == ""
        assert len(problems) == 1
        assert "918273" not in problems[0]


def test_a_fault_costs_only_itself(tmp_path):
    text = f"""questions: many
idle: {{question: 5, warning: 45}}
opening_hours: {{opens: 08:00, closes: late}}
screen_width_mm: 476
speech: loud
pin_hash: {HASH}
staff_corner: middle
nightly_restart: 04:00
"""
    reading, problems = read(tmp_path, text)
    assert len(problems) == 5
    assert reading.site == Site(
        idle=IdleLimits(warning=45), screen_width_mm=476, pin_hash=HASH, nightly_restart=240
    )
    assert not reading.unsure


@pytest.mark.parametrize(
    "text",
    [
        "age_band: 9-13",
        "age_band:",
        "age_band: [9-12]",
        "age_band: {is: 9-12}",
        "age_band: *a",
        "age_band: 9-12\nage_band: 18+",
        "age-band: 9-12",
        "age: 9-12",
        "ages: 9-12",
        "max_age: 9-12",
        "Band: 9-12",
        "topics: [Naps]",
        "topics: naps",
        "topics: [[naps]]",
        "topics: ['']",
        "topic: [naps]",
        "packs: [&a sleep]",
        "pakcs: [sleep]",
        "age_band: 18+\ntopic: [naps]",
        "",
        "{",
        "- age_band: 9-12",
        "age_band",
        "age_band: 9-12\n  questions: 4",
        "packs: [" + "A, " * 600 + "]",
    ],
)
def test_what_limits_the_questions_is_never_guessed_wider(tmp_path, text):
    reading, problems = read(tmp_path, text)
    assert problems
    assert reading.site.age_band is AgeBand.CHILD
    assert reading.unsure


@pytest.mark.parametrize(
    ("text", "faults", "band"),
    [
        ("age_band: 18+\nlangages: [en]", 1, AgeBand.ADULT),
        ("age_band: 18+\nmessage: 5", 1, AgeBand.ADULT),
        ("topics: []\npacks: []", 0, AgeBand.TEEN),
        ("topics: [naps, Dreams]", 1, AgeBand.TEEN),
        ("languages: [English]", 1, AgeBand.TEEN),
    ],
)
def test_what_does_not_widen_is_no_reason_to_ask_less(tmp_path, text, faults, band):
    reading, problems = read(tmp_path, text)
    assert len(problems) == faults
    assert (reading.site.age_band, reading.unsure) == (band, False)


@pytest.mark.parametrize(
    "text",
    [
        "counts: yes",
        "counts: [a.db]",
        "counts: a.db\ncounts_floor: 3",
        "counts: a.db\ncounts_flor: 30",
        "counts: a.db\ncounts: b.db",
        "count: a.db",
        "counts: a.db\ncounts_floor: 10\ncounts_floor: 30",
    ],
)
def test_nothing_is_counted_where_it_is_not_certain_how(tmp_path, text):
    reading, problems = read(tmp_path, text)
    assert len(problems) == 1
    assert reading.site.counts == ""


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_whatever_the_file_holds_a_site_comes_of_it(tmp_path_factory, text):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    reading, problems = read(tmp_path_factory.getbasetemp(), data)
    assert reading.site == Site() or problems


LINES = st.sampled_from(
    [text for text, _ in FAULTS]
    + ["age_band: 18+", "age_band: 12-15", "counts: a.db", f"pin_hash: {HASH}", "topics: [naps]"]
)


@settings(max_examples=60)
@given(st.lists(LINES, max_size=5))
def test_no_fault_opens_shows_or_counts_more(tmp_path_factory, lines):
    reading, problems = read(tmp_path_factory.getbasetemp(), "\n".join(lines))
    site = reading.site
    if not reading.unsure and problems:
        assert site.age_band is AgeBand.TEEN or f"age_band: {site.age_band.value}" in lines
    assert site.pin_hash in ("", HASH)
    assert site.counts_floor >= 5
    if site.counts:
        assert lines.count("counts: a.db") == 1
    assert reading.unsure == (site.age_band is AgeBand.CHILD)


# --- where files lie ------------------------------------------------------------------------------


def test_names_of_files_count_from_the_folder_of_the_site_file(tmp_path, monkeypatch):
    (tmp_path / "etc").mkdir()
    text = "content: ../packs\ncounts: counts.db\n"
    reading, _ = read(tmp_path / "etc", text)
    assert reading.site.content == str(tmp_path / "etc" / ".." / "packs")
    assert reading.site.counts == str(tmp_path / "etc" / "counts.db")
    monkeypatch.chdir(tmp_path)
    assert read_site(Path("etc/kiosk.yaml")).site == reading.site
    (tmp_path / "copy").mkdir()
    copy, _ = read(tmp_path / "copy", text)
    assert copy.site != reading.site
    assert read_site(tmp_path / "copy/kiosk.yaml", home=tmp_path / "etc").site == reading.site


# --- what it names --------------------------------------------------------------------------------


def make_pack(folder: Path, name: str, *, language: str = "en", band: str = "12-15"):
    cover = spoilt(
        spoilt(PACK, "id: sleep", f"id: {name}"), "language: en", f"language: {language}"
    )
    questions = QUESTIONS.replace("age_band: 12-15", f"age_band: {band}")
    return read_pack(write_pack(folder / name, pack=cover, questions=questions)).pack


@pytest.fixture
def packs(tmp_path):
    """Sleep in English for people from 12 on, dreams in Irish for adults."""
    folder = tmp_path / "content"
    return (
        make_pack(folder, "sleep", language="en-GB"),
        make_pack(folder, "dreams", language="ga", band="18+"),
    )


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("packs: [sleep]\ntopics: [naps]\nlanguages: [en]", []),
        (
            "languages: [EN]",
            ["1:13: site, language 1: 'EN' is not a language code (BCP 47). Write it like en."],
        ),
        (
            "packs: [sleeep]\ntopics: [naps]",
            [
                "1:9: site, packs: there is no pack 'sleeep' in the content, or it cannot be played. Did you mean 'sleep'?"
            ],
        ),
        (
            "packs: [sleep, other]",
            [
                "1:16: site, packs: there is no pack 'other' in the content, or it cannot be played. Take it out, or add it to the content."
            ],
        ),
        (
            "topics: [nap, zzz]",
            [
                "1:10: site, topics: there is no topic 'nap' in the packs of this kiosk. Did you mean 'naps'?",
                "1:15: site, topics: there is no topic 'zzz' in the packs of this kiosk. Take it out, or add it to the content.",
            ],
        ),
        (
            "languages: [en, cy]",
            [
                "1:17: site, languages: there is no pack in the language 'cy'. Take it out, or add it to the content."
            ],
        ),
        (
            "age_band: 9-12",
            [
                "1:1: site: leaves no question to ask at 9-12. Choose other packs, topics or languages, or an older age band."
            ],
        ),
        (
            "packs: [dreams]",
            [
                "1:1: site: leaves no question to ask at 15-18. Choose other packs, topics or languages, or an older age band."
            ],
        ),
        ("packs: [dreams]\nage_band: 18+", []),
    ],
)
def test_packs_topics_and_languages_are_looked_up(tmp_path, packs, text, faults):
    assert read(tmp_path, text, packs)[1] == faults


def test_content_in_which_nothing_can_be_played_is_told_with_the_reason(tmp_path):
    def told() -> list[str]:
        return read(tmp_path, "age_band: 18+\ncontent: packs\ntopics: [naps]", ())[1]

    packs = tmp_path / "packs"
    assert told() == [
        f"2:1: site, content: there is no folder {packs}. Make it, or name another folder."
    ]
    packs.touch()
    assert told() == [
        f"2:1: site, content: {packs} is not a folder. Name the folder that the packs are in."
    ]
    packs.unlink()
    packs.mkdir()
    assert told() == [
        f"2:1: site, content: there is no pack that can be played in {packs}. Put one there, or name another folder."
    ]


def test_content_that_may_not_be_read_is_told_so(tmp_path, monkeypatch):
    (tmp_path / "packs").mkdir()
    monkeypatch.setattr("os.access", lambda *_: False)  # root may read everything
    assert read(tmp_path, "content: packs", ())[1] == [
        f"1:1: site, content: {tmp_path}/packs may not be read. Give the kiosk's user the right to read it."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_site_file_may_be_a_link_and_its_names_count_from_the_link(tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "0a1b").write_text("questions: 7\ncontent: packs\n", encoding="utf-8")
    link = tmp_path / "kiosk.yaml"
    link.symlink_to(tmp_path / "store" / "0a1b")
    reading = read_site(link)
    assert reading.problems == ()
    assert (reading.site.questions, reading.site.content) == (7, str(tmp_path / "packs"))
    assert checked(link, None)[0] == 1  # the folder is missing
    (tmp_path / "store" / "0a1b").unlink()
    assert [str(problem) for problem in read_site(link).problems] == [
        "kiosk.yaml:1:1: file: is missing. Add the file; content/README.md says what belongs in it."
    ]


def test_another_number_is_not_taken_for_a_slip_of_the_pen(tmp_path):
    """Whoever writes 16+ must not be led to what is for adults."""
    assert read(tmp_path, "age_band: 16+")[1] == [
        "1:11: site, age_band: '16+' is not one of the words to choose from. Write 9-12, 12-15, 15-18 or 18+."
    ]
    assert read(tmp_path, "age_band: 15–18")[1] == [
        "1:11: site, age_band: '15–18' is not one of the words to choose from. Did you mean '15-18'?"
    ]


@pytest.mark.parametrize(
    ("wanted", "played"),
    [
        ("en", ["en"]),
        ("en-gb", ["en-GB"]),
        ("en-IE", ["en"]),  # the same language, for want of a closer one
        ("ga-IE", ["ga"]),
        ("eng", []),
    ],
)
def test_the_packs_in_the_closest_language_are_played_as_everywhere_else(packs, wanted, played):
    there = [replace(packs[0], language=code) for code in ("en", "en-GB", "ga")]
    assert [pack.language for pack in chosen(Site(languages=(wanted,)), there)] == played


def test_english_of_a_country_and_english_are_one_language(packs):
    british = [replace(packs[0], language="en-GB")]
    assert chosen(Site(languages=("en",)), british) == british
    plain = [replace(packs[0], language="en")]
    assert chosen(Site(languages=("en-GB",)), plain) == plain


def test_a_kiosk_uses_the_packs_in_which_there_is_something_to_ask(packs):
    sleep, dreams = packs
    assert in_use(Site(), packs) == (sleep,)
    assert in_use(Site(age_band=AgeBand.ADULT), packs) == packs
    assert in_use(Site(age_band=AgeBand.ADULT, packs=("dreams",)), packs) == (dreams,)
    assert in_use(Site(age_band=AgeBand.ADULT, languages=("ga",)), packs) == (dreams,)
    assert in_use(Site(topics=("other",)), packs) == ()
    assert in_use(Site(age_band=AgeBand.CHILD), packs) == ()


def test_where_nothing_is_left_to_ask_it_is_the_nearest_that_was_meant(packs):
    _sleep, dreams = packs
    for site in (Site(), Site(packs=("dreams",), age_band=AgeBand.ADULT)):
        assert with_something_to_ask(site, packs) == site
    # A topic that is not there: the others, but for the youngest.
    wide = Site(age_band=AgeBand.ADULT, topics=("zzz",))
    assert with_something_to_ask(wide, packs) == Site(age_band=AgeBand.YOUNG_TEEN)
    # An age band in which there is nothing is never made an older one,
    child = Site(age_band=AgeBand.CHILD)
    assert with_something_to_ask(child, packs) == child
    assert with_something_to_ask(Site(packs=("dreams",)), [dreams]) == Site(packs=("dreams",))
    # but where nobody could read which, it is the youngest that any working kiosk can have meant.
    assert with_something_to_ask(child, packs, unsure=True) == Site(age_band=AgeBand.YOUNG_TEEN)
    only = replace(child, packs=("dreams",))
    assert with_something_to_ask(only, packs, unsure=True) == replace(only, age_band=AgeBand.ADULT)
    lost = replace(child, packs=("zzz",))
    assert with_something_to_ask(lost, packs, unsure=True) == Site(age_band=AgeBand.YOUNG_TEEN)
    assert with_something_to_ask(child, [], unsure=True) == child


# --- python main.py check FILE or FOLDER ----------------------------------------------------------


def checked(path, content=None):
    out, err = io.StringIO(), io.StringIO()
    return check(path, out, err, content=content), out.getvalue().splitlines(), err.getvalue()


def test_check_knows_a_site_file(tmp_path, packs):
    path = tmp_path / "kiosk.yaml"
    path.write_text("topics: [nap]\nage_band: 12-15\n", encoding="utf-8")
    fault = "kiosk.yaml:1:10: site, topics: there is no topic 'nap' in the packs of this kiosk. Did you mean 'naps'?"
    assert checked(path, tmp_path / "content") == (1, [fault], "")
    assert checked(path) == (0, [], "")
    path.write_text("content: content\ntopics: [nap]\n", encoding="utf-8")
    assert checked(path) == (1, [fault.replace(":1:", ":2:", 1)], "")


def test_check_reads_a_site_file_beside_packs_and_one_that_is_alone(tmp_path, packs):
    alone = tmp_path / "etc"
    alone.mkdir()
    (alone / "dconf").mkdir()
    (alone / "kiosk.yaml").write_text("content: ../content\n", encoding="utf-8")
    assert checked(alone) == (0, [], "")
    fault = "kiosk.yaml:1:1: site: unknown field 'colour'. Did you mean 'country'?"
    beside = tmp_path / "content"
    (beside / "kiosk.yaml").write_text("colour: blue\n", encoding="utf-8")
    assert checked(beside) == (1, [fault], "")
    (beside / "dreams" / "pack.yaml").unlink()
    assert [line.split(":")[0] for line in checked(beside)[1]] == ["dreams/pack.yaml", "kiosk.yaml"]
    (beside / "kiosk.yaml").unlink()
    assert [line.split(":")[0] for line in checked(beside)[1]] == ["dreams/pack.yaml"]


@pytest.mark.parametrize(
    ("text", "is_a"),
    [
        ("pack: sleep\ntopics: [naps]", "plan"),
        ("pak: sleep\nquestions: [a]", "plan"),
        ("length: 5\nage_band: 18+", "plan"),
        ("teams: 3\nfloor: 4\nspeech: off", "plan"),
        ("", "file"),
        ("- a", "file"),
        ("questions:5", "file"),
        ("questions: 40", "site"),
        ("age_band: 16", "site"),
        ("speech: loud\nlength: 5", "site"),
        ("speech: off\nidle: 5\nx: [", "file"),
        ("pakcs: [a]\nspeech: of", "site"),
    ],
)
def test_a_file_of_another_name_is_what_its_fields_are(tmp_path, text, is_a):
    path = tmp_path / "waiting-room.yaml"
    path.write_text(text, encoding="utf-8")
    code, lines, _ = checked(path)
    if is_a == "plan" and not lines:
        return
    assert code == 1
    assert {line.split(": ")[1].split(",")[0] for line in lines} == {is_a}, lines


def test_a_file_that_may_not_be_looked_into_is_told_of(tmp_path):
    path = tmp_path / "room.yaml"
    path.write_bytes(b"\xff\xfe")
    assert checked(path)[0] == 1


# --- what is shown to others ----------------------------------------------------------------------


def test_the_example_is_sound_and_so_is_each_of_its_lines():
    text = EXAMPLE.read_text("utf-8")
    assert checked(EXAMPLE, ROOT / "content") == (0, [], "")
    assert read_site(EXAMPLE).site == Site()  # it says what holds anyhow
    said = {name for name in SITE.fields if re.search(rf"^(# )?{name}:", text, re.MULTILINE)}
    assert said == set(SITE.fields)


def test_the_examples_other_lines_are_sound_too(tmp_path):
    text = EXAMPLE.read_text("utf-8")
    text = re.sub(r"^# (?=[a-z_]+: )", "", text, flags=re.MULTILINE)
    text = text.replace("scrypt-16-8-1-...", HASH).replace(
        "/srv/kiosk/content", str(ROOT / "content")
    )
    reading, problems = read(tmp_path, text, open_shelf(ROOT / "content").read().packs)
    assert problems == []
    assert reading.site.opening_hours == Hours(480, 1080)
    assert reading.site.counts == "/var/lib/quiz/counts.db"


def test_the_examples_of_the_guide_are_sound(tmp_path):
    guide = README.read_text("utf-8")
    plan, site = re.findall(r"~~~yaml\n(.*?)~~~", guide, re.DOTALL)[1:]
    assert read(tmp_path, site)[1] == []
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    assert checked(tmp_path / "plan.yaml", ROOT / "content") == (0, [], "")


# --- the schema for editors -----------------------------------------------------------------------

VALIDATOR = jsonschema.Draft7Validator(json_schema("site"))
WORDS = st.sampled_from(
    [
        *("5", "20", "21", "0", "29", "30", "60", "61", "100", "600", "476", "2001", "16001", "x"),
        *("9-12", "18+", "19+", "off", "headset", "on", "top-left", "IE", "UK", "en", "English"),
        *(
            "08:00",
            "8:00",
            "24:00",
            "23:59",
            "23:60",
            "no",
            "No",
            "true",
            "TRUE",
            "null",
            "~",
            "none",
        ),
        *("counts.db", "../a b", "naps", "Naps", HASH, HASH[1:], "123456", "", " ", "a-b"),
    ]
)
# An editor takes these for something else than a text, and an id may be any text.
IDS = WORDS.filter(lambda word: word not in {"true", "null"})
SCALARS = WORDS | st.lists(IDS, max_size=2)
GROUPS = st.dictionaries(
    st.sampled_from(["question", "explanation", "warning", "opens", "closes"]), SCALARS, max_size=3
)


def as_yaml(value) -> str:
    """On one line, with quotes only where a word is empty: a number is one in editors too."""
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {as_yaml(inner)}" for name, inner in value.items()) + "}"
    return value if value.strip() else json.dumps(value)


@settings(max_examples=400)
@given(
    st.dictionaries(
        st.sampled_from([*SITE.fields, "other"]), SCALARS | GROUPS, min_size=1, max_size=2
    )
)
def test_the_schema_and_the_reader_are_of_one_mind(tmp_path_factory, values):
    text = "\n".join(f"{name}: {as_yaml(value)}" for name, value in values.items())
    _, problems = read(tmp_path_factory.getbasetemp(), text)
    assert VALIDATOR.is_valid(yaml.load(text, EditorLoader)) == (not problems), text


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=[text for text, _ in FAULTS])
def test_an_editor_marks_every_fault_too(text, fault):
    if "*" in text or "written a second time" in fault:
        return  # which no schema can say
    assert not VALIDATOR.is_valid(yaml.load(text, EditorLoader))


def test_an_editor_is_content_with_the_example():
    VALIDATOR.validate(yaml.load(EXAMPLE.read_text("utf-8"), EditorLoader))
    assert set(json_schema("site")["definitions"]) == {"site", "idle", "hours"}
