"""Where a kiosk's files are: what was said holds, then systemd, then what is usual."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz import paths

NOWHERE = Path("/nowhere/at/all")


def test_systemd_says_where_the_files_of_a_service_are():
    told = {
        "CONFIGURATION_DIRECTORY": os.pathsep.join(["/etc/quiz", "/etc/more"]),
        "STATE_DIRECTORY": "/var/lib/quiz",
        "XDG_CONFIG_HOME": "/home/ann/config",
        "XDG_STATE_HOME": "/home/ann/state",
    }
    assert paths.configuration_folder(told, "linux", NOWHERE) == Path("/etc/quiz")
    assert paths.state_folder(told, "linux") == Path("/var/lib/quiz")


def test_else_they_are_where_the_user_has_such_files():
    told = {"XDG_CONFIG_HOME": "/home/ann/config", "XDG_STATE_HOME": "/home/ann/state"}
    assert paths.configuration_folder(told, "linux", NOWHERE) == Path("/home/ann/config/quiz")
    assert paths.state_folder(told, "linux") == Path("/home/ann/state/quiz")
    home = Path.home()
    assert paths.configuration_folder({}, "linux", NOWHERE) == home / ".config" / "quiz"
    assert paths.state_folder({}, "linux") == home / ".local" / "state" / "quiz"


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_their_own_places(platform):
    told = {"PROGRAMDATA": "/data", "LOCALAPPDATA": "/local"}
    support = Path.home() / "Library" / "Application Support" / "quiz"
    folders = {
        "win32": (Path("/data/quiz"), Path("/local/quiz")),
        "darwin": (support, support),
    }
    found = (
        paths.configuration_folder(told, platform, NOWHERE),
        paths.state_folder(told, platform),
    )
    assert found == folders[platform]


def test_another_user_than_the_kiosks_is_told_of_the_file_for_the_whole_system(tmp_path):
    own, system = tmp_path / "own", tmp_path / "etc"
    system.mkdir()
    told = {"XDG_CONFIG_HOME": str(own)}
    assert paths.configuration_folder(told, "linux", system) == own / "quiz"
    (system / "kiosk.yaml").touch()
    assert paths.configuration_folder(told, "linux", system) == system
    (own / "quiz").mkdir(parents=True)
    (own / "quiz" / "kiosk.yaml").touch()
    assert paths.configuration_folder(told, "linux", system) == own / "quiz"


def test_a_site_file_that_was_named_holds(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = {"CONFIGURATION_DIRECTORY": "/etc/quiz"}
    assert paths.site_file(None, told) == Path("/etc/quiz/kiosk.yaml")
    assert paths.site_file(Path("other.yaml"), told) == tmp_path / "other.yaml"
