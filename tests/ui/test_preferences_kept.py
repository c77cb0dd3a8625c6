"""Choices are kept only when the person asks, in the file that is named, and no longer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from sitting import Person, settle

from quiz import options, paths
from quiz.app import private_window
from quiz.keep.preferences import read
from quiz.model.preferences import Preferences

BIGGER = (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def config(tmp_path, monkeypatch):
    """A home in which nothing has been kept yet; the file that would be."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    return paths.preferences_file({"XDG_CONFIG_HOME": str(tmp_path / "config")}, "linux")


@pytest.fixture
def start_here(qtbot, fonts, small_pack, config):
    """Start the program, as often as is wanted, with words of the command line."""
    held = []  # as in windows.py

    def start(*words: str) -> Person:
        window = private_window(options.read(["--content", str(small_pack), *words]))
        held.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return Person(window, None)  # type: ignore[arg-type]  # nobody clicks in haste here

    return start


def look_of(person: Person) -> Preferences:
    return person.window.look.worn


def adjust(person: Person) -> None:
    person.press(BIGGER[0], modifier=BIGGER[1])
    person.window.bar.adjust.click()
    settle()


def test_nothing_is_written_unless_it_is_asked_for(start_here, config):
    person = start_here()
    adjust(person)
    assert look_of(person).text_size == 125
    assert not config.exists()
    assert not config.parent.exists()
    bar = person.window.preferences
    assert bar.kept.text() == f"For the next start, in {config}: size, colours, Shift."
    assert look_of(start_here()) == Preferences()


def test_what_is_asked_for_is_kept_changes_with_it_and_goes_when_asked(start_here, config):
    person = start_here()
    adjust(person)
    bar = person.window.preferences
    bar.keep.click()
    assert bar.kept.text() == f"Kept in {config}. Press again, and the file is removed."
    assert person.window.start.promises.text().startswith("Only what you asked for is stored")
    bar.shift.click()
    person.press(BIGGER[0], modifier=BIGGER[1])
    assert read(config)[0] == Preferences(150, "system", False)

    again = start_here()
    assert look_of(again) == Preferences(150, "system", False)
    assert not again.window.way_out.shift.wanted
    again.window.asides.show_safety()
    assert str(config) in again.window.asides.safety.kept.text()
    assert "Shift" not in again.window.asides.safety.leaving.text()
    again.window.bar.adjust.click()
    settle()
    assert again.window.preferences.keep.isChecked()
    again.window.preferences.keep.click()
    assert not config.exists()
    assert again.window.start.promises.text().startswith("Nothing is stored")
    assert look_of(start_here()) == Preferences()


def test_the_command_line_holds_over_what_is_kept(start_here, config):
    config.parent.mkdir(parents=True)
    config.write_text("text = 150\ncolours = dark\nshift = on\n", "utf-8")
    assert look_of(start_here("--text-size", "100")) == Preferences(100, "dark")
    assert read(config)[0] == Preferences(150, "dark")


def test_a_broken_file_is_one_line_on_the_start_screen(start_here, config):
    config.parent.mkdir(parents=True)
    config.write_bytes(b"\x00\xffnonsense")
    person = start_here()
    assert look_of(person) == Preferences()
    says = f"{config} could not be read in full. The usual choices are used for the rest."
    assert person.window.start.notice.text() == says
    assert person.window.start.notice.isVisible()


def test_where_it_cannot_be_kept_a_sentence_says_so_and_play_goes_on(start_here, config):
    config.parent.touch()  # a file where the folder should be
    person = start_here()
    adjust(person)
    bar = person.window.preferences
    bar.keep.click()
    says = f"{config} could not be written. Your choices hold until you leave."
    assert bar.kept.text() == says
    assert not bar.keep.isChecked()
    person.press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert look_of(person).text_size == 150


def test_a_place_that_keeps_nothing_has_no_such_control(sit_down):
    person = sit_down()
    person.window.bar.adjust.click()
    settle()
    assert not person.window.preferences.keep.isVisible()
    assert not person.window.preferences.kept.isVisible()
