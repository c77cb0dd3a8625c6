"""The start of a kiosk: parent, child, and what the command line says over the site file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quiz import options
from quiz.kiosk.start import with_options
from quiz.model.age_band import AgeBand
from quiz.model.site import Site

SITE = Site(content="/srv/packs", topics=("a",), questions=7, languages=("de",), country="IE")


def asked(words: str) -> options.Options:
    return options.read(words.split())


def test_without_options_the_site_file_holds():
    assert with_options(SITE, asked("kiosk --site x.yaml")) == SITE


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("--topics b,c", "topics", ("b", "c")),
        ("--questions 3", "questions", 3),
        ("--age-band 9-12", "age_band", AgeBand("9-12")),
        ("--language en", "languages", ("en",)),
        ("--content /srv/other", "content", str(Path("/srv/other"))),
    ],
)
def test_what_is_said_on_the_command_line_holds_over_it(words, field, value):
    site = with_options(SITE, asked(f"kiosk {words}"))
    assert getattr(site, field) == value
    assert site.country == "IE"


def test_a_folder_is_taken_from_where_one_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert with_options(SITE, asked("kiosk --content packs")).content == str(tmp_path / "packs")


@pytest.mark.parametrize("bundled", [False, True])
def test_the_parent_starts_the_same_program_with_the_same_words(monkeypatch, bundled):
    started = []
    monkeypatch.setattr(
        "quiz.kiosk.watchdog.supervise", lambda command, announce: started.append(command) or 0
    )
    if bundled:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    from quiz.kiosk.start import kiosk

    words = ["--content", "c", "kiosk", "--site", "x.yaml"]
    assert kiosk(options.read(words), words) == 0
    root = Path(__file__).resolve().parents[2]
    program = [sys.executable] if bundled else [sys.executable, str(root / "main.py")]
    assert started == [[*program, *words, "--watched"]]
