"""Setting up: what is done, what is left alone, and the sentence for when it cannot go on."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[2] / "packaging" / "setup"
WORDS = ["prepare", "qt_libraries", "debian"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no make; see the README")


@pytest.fixture
def modules(monkeypatch):
    """The set-up modules, fresh, with nothing of this machine in them."""
    monkeypatch.syspath_prepend(str(SETUP))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for name in WORDS:
        monkeypatch.delitem(sys.modules, name, raising=False)
    loaded = [importlib.import_module(name) for name in WORDS]
    yield loaded
    for name in WORDS:
        sys.modules.pop(name, None)


@pytest.fixture
def checkout(modules, tmp_path, monkeypatch):
    """A small checkout for prepare to work on, with pip, venv and the libraries played by fakes."""
    prepare, qt_libraries, debian = modules
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.ruff]\n')
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz" / "app.py").write_text("")
    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "PYTHON": tmp_path / ".venv" / "bin" / "python",
        "READY": tmp_path / ".venv" / "ready.json",
    }.items():
        monkeypatch.setattr(prepare, name, value)
    installed = []

    def make_venv():
        (tmp_path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        prepare.PYTHON.unlink(missing_ok=True)
        prepare.PYTHON.symlink_to(sys.executable)
        # A link to a Python that has pip, as far as prepare can tell.
        monkeypatch.setattr(prepare, "_venv_version", lambda: "3.11.7")

    monkeypatch.setattr(prepare, "_venv_version", lambda: None)
    monkeypatch.setattr(prepare, "create_venv", make_venv)
    monkeypatch.setattr(prepare, "install", installed.append)
    monkeypatch.setattr(qt_libraries, "missing", list)
    monkeypatch.setattr(debian, "may_install", lambda: False)
    prepare.installed = installed
    return prepare


def test_the_first_time_everything_is_set_up(checkout):
    assert checkout.main(["window"]) == 0
    assert checkout.installed == [[]]


def test_the_second_time_nothing_is_done(checkout):
    checkout.main(["window"])
    assert checkout.main(["window"]) == 0
    assert checkout.installed == [[]]


def test_tests_add_the_developers_tools_and_a_run_leaves_them(checkout):
    checkout.main(["window"])
    checkout.main(["screenless", "--extra", "dev"])
    checkout.main(["window"])
    assert checkout.installed == [[], ["dev"]]


def test_changed_needs_are_installed_and_changed_tool_settings_are_not(checkout):
    checkout.main(["window"])
    pyproject = checkout.ROOT / "pyproject.toml"
    pyproject.write_text(pyproject.read_text() + "line-length = 100\n")
    checkout.main(["window"])
    assert checkout.installed == [[]]
    pyproject.write_text(pyproject.read_text().replace('"x"', '"x"\ndependencies = ["segno"]'))
    checkout.main(["window"])
    assert checkout.installed == [[], []]


def test_another_python_means_a_new_start(checkout, monkeypatch):
    checkout.main(["screenless", "--extra", "dev"])
    monkeypatch.setattr(checkout, "_venv_version", lambda: None)
    checkout.main(["window"])
    assert checkout.installed == [["dev"], []]


def test_a_set_up_cut_short_is_taken_up_again(checkout, monkeypatch, capsys):
    def cut_short(extras):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(checkout, "install", cut_short)
        assert checkout.main(["window"]) == 1
    assert capsys.readouterr().err == "\nStopped. The same command goes on from here.\n"
    assert checkout.main(["window"]) == 0
    assert checkout.installed == [[]]


def test_sources_are_compiled_once_and_again_when_they_change(checkout):
    checkout.main(["window"])
    (compiled,) = (checkout.ROOT / "quiz" / "__pycache__").iterdir()
    first = compiled.stat()
    checkout.main(["window"])
    assert compiled.stat().st_mtime_ns == first.st_mtime_ns
    source = checkout.ROOT / "quiz" / "app.py"
    source.write_text("x = 1\n")
    os.utime(source, (first.st_mtime + 5, first.st_mtime + 5))
    os.utime(compiled, (first.st_mtime, first.st_mtime))
    checkout.main(["window"])
    assert compiled.stat().st_size > first.st_size


def test_a_venv_that_cannot_be_made_for_want_of_a_package(checkout, monkeypatch, capsys):
    monkeypatch.setattr(checkout, "_lacks_ensurepip", lambda: True)
    assert checkout.main(["window"]) == 1
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert capsys.readouterr().err == (
        "Python cannot make a virtual environment here. On Debian and Ubuntu, run once: "
        f"sudo apt-get install python{version}-venv\n"
    )


def test_pip_that_fails_ends_with_a_sentence(modules, tmp_path, monkeypatch, capsys):
    prepare, _, _ = modules
    fake = tmp_path / "python"
    fake.write_text('#!/bin/sh\n[ "$1" = -B ] && echo segno\n[ "$1" = -B ]\n')
    fake.chmod(0o755)
    monkeypatch.setattr(prepare, "PYTHON", fake)
    with pytest.raises(prepare.CannotPrepare, match=r"is online .* run the same command again"):
        prepare.install([])


# --- libraries -----------------------------------------------------------------------------------


def lacking(qt_libraries, monkeypatch, *names):
    monkeypatch.setattr(qt_libraries, "_loads", lambda name: not name.startswith(names))


def apt_of(debian, monkeypatch, known):
    """An apt that knows some packages."""
    monkeypatch.setattr(debian, "has_apt", lambda: True)
    monkeypatch.setattr(debian, "may_install", lambda: False)

    def run(command, **how):
        candidate = "1.0" if command[2] in known else "(none)"
        return subprocess.CompletedProcess(command, 0, f"  Candidate: {candidate}\n", "")

    monkeypatch.setattr(debian.subprocess, "run", run)


@pytest.mark.parametrize("name", ["libglib2.0-0", "libglib2.0-0t64"])
def test_without_the_right_to_install_it_prints_the_one_line(modules, monkeypatch, capsys, name):
    prepare, qt_libraries, debian = modules
    lacking(qt_libraries, monkeypatch, "libglib", "libEGL")
    apt_of(debian, monkeypatch, {name, "libegl1", "python3.11-venv"})
    monkeypatch.setattr(prepare, "_lacks_ensurepip", lambda: True)
    monkeypatch.setattr(prepare, "_venv_package", lambda: "python3.11-venv")
    assert prepare.main(["screenless"]) == 1
    assert capsys.readouterr().err == (
        "Qt needs libraries that this system lacks. Run once: "
        f"sudo apt-get install {name} libegl1 python3.11-venv\n"
    )


def test_where_there_is_no_apt_it_names_the_libraries(modules, monkeypatch, capsys):
    prepare, qt_libraries, debian = modules
    lacking(qt_libraries, monkeypatch, "libxcb-cursor")
    monkeypatch.setattr(debian, "has_apt", lambda: False)
    assert prepare.main(["window"]) == 1
    assert capsys.readouterr().err == (
        "Qt needs libraries that this system lacks. Install, by its package manager: "
        "libxcb-cursor.so.0\n"
    )


@pytest.mark.parametrize(
    ("lacks", "for_window", "on_wayland", "stops"),
    [
        ("libxcb-cursor", False, False, False),
        ("libxcb-cursor", True, False, True),
        ("libxcb-cursor", True, True, False),
        (("libxcb-cursor", "libwayland-cursor"), True, True, True),
        ("libwayland-cursor", True, True, False),
        ("libwayland-cursor", True, False, False),
        ("libGL", False, False, True),
        ("libGL", True, True, True),
    ],
)
def test_only_what_it_cannot_do_without_stops_it(
    modules, monkeypatch, lacks, for_window, on_wayland, stops
):
    _, qt_libraries, _ = modules
    lacking(qt_libraries, monkeypatch, *([lacks] if isinstance(lacks, str) else lacks))
    found = qt_libraries.indispensable(
        qt_libraries.missing(), for_window=for_window, on_wayland=on_wayland
    )
    assert bool(found) == stops


def test_the_libraries_of_this_machine_are_there(modules):
    """Qt is at work here, so a library that cannot be found has a wrong name."""
    _, qt_libraries, _ = modules
    found = qt_libraries.missing()
    assert not [library for library in found if library.use == qt_libraries.ALWAYS]


# --- scripts -------------------------------------------------------------------------------------


def test_needs_are_read_from_pyproject():
    def needs(*extras):
        command = [sys.executable, "-B", SETUP / "needs.py", *extras]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    assert "PySide6-Essentials>=6.9,<6.12" in needs()
    assert not [
        need for need in needs() if need.startswith(("pytest", "PySide6-Addons", "PySide6>"))
    ]
    assert [need for need in needs("dev") if need.startswith("pytest>")]
    assert "PySide6-Addons>=6.9,<6.12" in needs("speech")


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ("3.9.2", "Myth or Reality needs Python 3.10 or newer; this machine has 3.9.2.\n"),
        (None, "Myth or Reality needs Python 3.10 or newer, and no python3 was found.\n"),
    ],
)
def test_too_old_a_python_or_none(tmp_path, version, sentence):
    if version:
        old = tmp_path / "python3"
        old.write_text(f"#!/bin/sh\ncase $2 in *version_info*) exit 1;; *) echo {version};; esac\n")
        old.chmod(0o755)
    found = subprocess.run(
        [shutil.which("sh"), SETUP / "find_python.sh"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (1, sentence)
