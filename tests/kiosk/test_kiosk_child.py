"""From the files of a site to what a kiosk plays: whatever they say, there is something to play."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quiz import options, paths
from quiz.kiosk.child import TRIAL_S, Found, find, kiosk_window
from quiz.model.age_band import AgeBand
from quiz.model.site import Site

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))
from small_pack import write_small_pack


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    """A computer of its own: configuration, state, and a content folder with the small pack."""
    monkeypatch.setenv("CONFIGURATION_DIRECTORY", str(tmp_path / "etc"))
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    (tmp_path / "etc").mkdir()
    write_small_pack(tmp_path / "content")
    return tmp_path


def look(words: str = "") -> Found:
    return find(options.read(f"kiosk {words}".split()))


def site_file(place: Path, *lines: str) -> Path:
    path = place / "etc" / "kiosk.yaml"
    path.write_text("\n".join((f"content: {place / 'content'}", *lines, "")), encoding="utf-8")
    return path


def ids(found: Found) -> list[str]:
    return [pack.id for pack in found.taken.packs]


def all_copied(found: Found) -> None:
    for _ in found.copies.keep_content(found.watch.folder, found.watch.unchanged):
        pass


def break_content(place: Path) -> None:
    for path in (place / "content").rglob("*.yaml"):
        path.write_text(": [", encoding="utf-8")


def test_without_a_site_file_it_plays_what_it_came_with(place):
    found = look()
    assert ids(found) == ["sex-therapy"]
    assert found.taken.site == Site()
    assert found.faults == ()
    assert not (place / "state").exists()  # nothing is written for nothing


def test_a_site_file_that_was_named_and_is_missing_is_told(place):
    found = look("--site /nowhere/kiosk.yaml")
    assert ids(found) == ["sex-therapy"]
    assert len(found.faults) == 1
    assert "kiosk.yaml" in found.faults[0]


def test_a_site_file_holds(place):
    site_file(place, "questions: 3", "age_band: 18+")
    found = look()
    assert ids(found) == ["sleep"]
    assert (found.taken.site.questions, found.taken.site.age_band) == (3, AgeBand.ADULT)
    assert found.faults == ()


def test_the_command_line_holds_over_it(place):
    site_file(place, "questions: 3")
    assert look("--questions 4").taken.site.questions == 4


def test_a_faulty_site_file_leaves_the_last_good_one_in_force(place):
    path = site_file(place, "questions: 3")
    look()
    path.write_text(path.read_text("utf-8") + "questions: many\n", encoding="utf-8")
    found = look()
    assert found.taken.site.questions == 3
    assert found.faults
    assert ids(found) == ["sleep"]


def test_a_faulty_site_file_without_an_older_one_still_plays(place):
    path = site_file(place, "questions: many")
    found = look()
    assert found.taken.packs
    assert any(path.name in fault for fault in found.faults)


def test_faulty_content_leaves_the_last_good_in_force(place):
    site_file(place)
    all_copied(look())
    break_content(place)
    found = look()
    assert ids(found) == ["sleep"]
    assert not found.taken.fresh
    assert found.taken.problems


def test_faulty_content_without_a_copy_leaves_what_it_came_with(place):
    site_file(place)
    break_content(place)
    found = look()
    assert ids(found) == ["sex-therapy"]
    assert found.taken.problems


def test_content_that_is_gone_is_like_faulty_content(place):
    site_file(place)
    all_copied(look())
    (place / "content").rename(place / "elsewhere")
    assert ids(look()) == ["sleep"]


def test_after_quick_ends_it_plays_what_it_came_with_and_tries_the_sites_again_later(place, qapp):
    site_file(place, "questions: 3", "packs: [sleep]")
    found = look("--shipped-content-only")
    assert ids(found) == ["sex-therapy"]
    assert found.taken.site.questions == 3
    window = kiosk_window(found, qapp, lambda: None)
    assert window._around.afresh_after == TRIAL_S
    window.deleteLater()


def test_what_came_with_it_is_not_copied(place):
    found = look()
    all_copied(found)
    assert not (place / "state" / "last-good").exists()


def test_the_window_gets_what_the_site_says(place, qapp):
    site_file(place, "questions: 3", f"counts: {place / 'counts.db'}", "topics: [nowhere]")
    found = look("--seed 4")
    beats = []
    window = kiosk_window(found, qapp, lambda: beats.append(True))
    around = window._around
    assert around.tally.wanted
    assert around.speaker is None
    assert not around.lock.is_set
    assert around.afresh_after is None
    assert any("nowhere" in fault for fault in window.faults)
    around.beat()
    assert beats == [True]
    window.deleteLater()


def test_the_lines_of_help_are_the_sites_country_s(place, qapp):
    from datetime import date

    site_file(place, "country: GB")
    window = kiosk_window(look(), qapp, lambda: None)
    day = date(2026, 11, 25)
    lines = window._around.helplines(day)
    assert lines  # from what it came with: the site's own folder has none
    assert {line.country for line in lines} == {"GB"}
    assert window._around.helplines(date(2040, 1, 1)) == ()
    window.deleteLater()


def test_where_the_packs_are_is_no_part_of_the_program(place):
    assert look().watch.folder == paths.CONTENT
    site_file(place)
    assert look().watch.folder == place / "content"


def test_what_the_content_lacks_is_told_until_it_is_there(place, qapp):
    """The folder is filled an hour after the start: the staff read of it no more."""
    site_file(place)
    (place / "content").rename(place / "not yet")
    found = look()
    lacks = f"kiosk.yaml:1:1: site, content: there is no folder {place / 'content'}. "
    assert found.faults == (f"{lacks}Make it, or name another folder.",)
    window = kiosk_window(found, qapp, lambda: None)
    assert [fault for fault in window.faults if fault.startswith(lacks)] != []
    (place / "not yet").rename(place / "content")
    while not found.watch.changed():
        pass
    while found.watch.step():
        pass
    window.take_content(found.watch.take())
    assert window.faults == ()
    window.deleteLater()
