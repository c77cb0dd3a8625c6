"""No traces: a whole sitting leaves no file, opens no connection, and is gone. From outside."""

from __future__ import annotations

import argparse
import fnmatch
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from virtual_screen import missing_tools, virtual_screen

from quiz import options, paths, traces

ROOT = Path(__file__).resolve().parents[2]
SITTING = ROOT / "tests" / "shared" / "whole_sitting.py"
KIOSK_SITTING = ROOT / "tests" / "shared" / "kiosk_sitting.py"

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
needs_a_screen = pytest.mark.skipif(bool(missing_tools()), reason=missing_tools() or "-")
needs_fingers = pytest.mark.skipif(
    bool(missing_tools("xdotool")), reason=missing_tools("xdotool") or "-"
)


class Home:
    """A home, a folder for temporary files and a run-time folder in which nothing is yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        for name in ("home", "tmp", "run"):
            (folder / name).mkdir(mode=0o700)

    def environment(self, **more: str) -> dict[str, str]:
        """What a program is started with: only what it cannot do without, and `more`."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        places = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
        return {
            **kept,
            **{name: str(self.folder / place) for name, place in places.items()},
            "QT_QPA_PLATFORM": "offscreen",
            **more,
        }

    def files(self) -> set[str]:
        """Every file and folder that has come into being."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*"))
        return {str(path) for path in found} - {"home", "tmp", "run"}


@pytest.fixture
def home(tmp_path):
    """A fresh home."""
    (tmp_path / "fresh").mkdir()
    return Home(tmp_path / "fresh")


@pytest.fixture(scope="session")
def checkout(tmp_path_factory):
    """The program as it was downloaded: nothing compiled, nothing of the tests in it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "main.py", folder)
    for part in ("quiz", "content", "assets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def tree(folder: Path) -> dict[str, int]:
    """Every file below `folder`, and when it was last written."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def sit(home: Home, root: Path, how: str = "plain", *arguments: str, before=(), **environment: str):
    """A whole sitting in a process of its own."""
    command = [*before, sys.executable, str(SITTING), str(root), how, *arguments]
    done = subprocess.run(
        command,
        env=home.environment(**environment),
        cwd=home.home,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert (done.returncode, done.stdout.split()[:2]) == (0, ["left", "0"]), done.stderr
    return done


def run_main(home: Home, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python main.py` with these words, as a person types it."""
    return subprocess.run(
        [sys.executable, str(root / "main.py"), *arguments],
        env=home.environment(),
        cwd=home.home,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )


def test_a_whole_sitting_creates_no_file(home, checkout):
    before = tree(checkout)
    sit(home, checkout)
    assert home.files() == set()
    assert tree(checkout) == before


# --- system calls ---------------------------------------------------------------------------------

CALLS = (
    "socket,connect,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,unlink,unlinkat,truncate,ftruncate,memfd_create,mknod,mknodat,execve"
)
HARMLESS = re.compile(r'"/dev/(null|tty|shm/?)"|"/proc/|memfd_create\(')
CHANGES = re.compile(
    r"O_WRONLY|O_RDWR|O_CREAT|\b(creat|mkdir|mkdirat|rename|renameat2?|link|linkat|symlink|"
    r"symlinkat|unlink|unlinkat|truncate|mknod|mknodat)\("
)
FAMILY = re.compile(r"\bsocket\((AF_\w+)")


def traced(home: Home, checkout: Path, **environment: str) -> list[str]:
    """The system calls of a whole sitting, those of every process and thread in it."""
    log = home.folder.parent / "calls"
    before = ("strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log))
    sit(home, checkout, before=before, **environment)
    calls = log.read_text("utf-8", "replace").splitlines()
    assert any("openat(" in call for call in calls), "strace saw nothing"
    return calls


def assert_no_trace(calls: list[str]) -> None:
    families = {found[1] for call in calls if (found := FAMILY.search(call))}
    assert families <= {"AF_UNIX", "AF_LOCAL"}
    started = [call for call in calls if "execve(" in call][1:]
    assert [call for call in started if "ENOENT" not in call] == []
    changed = [call for call in calls if CHANGES.search(call) and not HARMLESS.search(call)]
    assert [call for call in changed if "ENOENT" not in call] == []


@needs_strace
def test_no_connection_no_file_and_no_other_program_off_screen(home, checkout):
    assert_no_trace(traced(home, checkout))
    assert home.files() == set()


@needs_strace
@needs_a_screen
@pytest.mark.window
def test_no_connection_no_file_and_no_other_program_on_a_screen(home, checkout):
    """Without a message bus as well: the library for it would start one, which writes a file."""
    with virtual_screen() as screen:
        calls = traced(home, checkout, QT_QPA_PLATFORM="xcb", DISPLAY=screen["DISPLAY"])
    assert_no_trace(calls)
    assert any("X11-unix" in call for call in calls), "it was not on the screen"
    assert home.files() == set()


# --- a person at a real screen --------------------------------------------------------------------


class Fingers:
    """`python main.py` on a screen, and the keys of a keyboard before it."""

    def __init__(self, home: Home, root: Path, screen: dict[str, str]) -> None:
        self.environment = home.environment(QT_QPA_PLATFORM="xcb", DISPLAY=screen["DISPLAY"])
        self.process = subprocess.Popen(
            [sys.executable, str(root / "main.py")],
            env=self.environment,
            cwd=home.home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        window = self._do("search", "--sync", "--onlyvisible", "--name", "^Myth or Reality$")
        until = time.monotonic() + 20
        while self._do("getactivewindow") != window and time.monotonic() < until:
            pass

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            timeout=30,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self._do("key", "--clearmodifiers", "--delay", "60", *keys)

    def gone_after(self) -> float:
        """Seconds until the process has ended."""
        began = time.monotonic()
        self.process.wait(20)
        return time.monotonic() - began


@needs_fingers
@pytest.mark.window
def test_shift_three_times_ends_the_process_within_a_second(home, checkout):
    with virtual_screen() as screen:
        person = Fingers(home, checkout, screen)
        try:
            person.press("Return", "1", "Return", "2")
            person.press("shift", "a", "shift", "shift")  # not three in a row
            assert person.process.poll() is None
            person.press("a", "shift", "shift", "shift")
            assert person.gone_after() < 1.0
            assert (person.process.returncode, *person.process.communicate()) == (0, "", "")
        finally:
            person.process.kill()
            person.process.communicate()
    assert home.files() == set()


@needs_fingers
@pytest.mark.window
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=lambda how: how.name)
def test_killed_in_the_middle_the_next_start_is_clean(home, checkout, how):
    with virtual_screen() as screen:
        first = Fingers(home, checkout, screen)
        first.press("Return", "1")
        first.process.send_signal(how)
        first.gone_after()
        first.process.communicate()
        assert home.files() == set()
        second = Fingers(home, checkout, screen)
        second.press("shift", "shift", "shift")
        assert second.gone_after() < 1.0
        assert (second.process.returncode, *second.process.communicate()) == (0, "", "")
    assert home.files() == set()


# --- every way of using it, against DATA.md -------------------------------------------------------


def listed() -> set[str]:
    """The names of files that the table of DATA.md gives, `*` standing for anything."""
    rows = [line.split("|") for line in (ROOT / "DATA.md").read_text("utf-8").splitlines()]
    files = [row[2] for row in rows if len(row) == 7][2:]
    names = {name for cell in files for name in re.findall(r"`([^`]+)`", cell)}
    return {name for name in names if not name.startswith(("~", "%"))}


def not_listed(home: Home) -> list[str]:
    names = listed()
    return [
        file
        for file in home.files()
        if (home.folder / file).is_file()
        and not any(fnmatch.fnmatch(f"/{file}", f"*/{name}") for name in names)
    ]


WAYS = {
    "": ("sit", "plain"),
    "kept reviews": ("sit", "reviews"),
    "kept preferences": ("sit", "preferences"),
    "class": ("sit", "class", "class"),
    "kept papers of a class": ("sit", "class-saves", "class"),
    "check": ("run", "check"),
    "schema": ("run", "schema"),
    "simulate": ("run", "simulate", "--rounds", "3"),
    "kiosk": ("kiosk", "visitors"),
    "kept by a kiosk": ("kiosk", "staff", "--site", "SITE"),
    "kept by a kiosk where a PIN was forgotten": ("kiosk", "wrong-pin", "--site", "SITE"),
    "kept card of a kiosk": ("run", "kiosk", "card"),
    **{
        f"kept questions for other programs, {form}": ("run", "export", form)
        for form in options.EXPORTS
    },
}


@pytest.fixture
def site(tmp_path, home, checkout):
    """A site file that has everything kept that can be; the PIN is that of the sitting."""
    salt = b"sixteen bytes..."
    digest = hashlib.scrypt(b"246801", salt=salt, n=2**14, r=8, p=1, dklen=32)
    path = tmp_path / "site" / "kiosk.yaml"
    path.parent.mkdir()
    path.write_text(
        f"content: {checkout / 'content'}\n"
        f"counts: {home.home / 'counts.db'}\n"
        f"pin_hash: scrypt-14-8-1-{salt.hex()}-{digest.hex()}\n"
    )
    return path


def stand(home: Home, root: Path, *arguments: str, before=(), **environment: str) -> None:
    """Visitors and staff at a kiosk, in a process of its own."""
    done = subprocess.run(
        [*before, sys.executable, str(KIOSK_SITTING), str(root), *arguments],
        env=home.environment(**environment),
        cwd=home.home,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert (done.returncode, done.stdout[:4]) == (0, "beat"), done.stderr


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way or "private")
def test_no_way_of_using_it_writes_a_file_that_is_not_listed(home, checkout, site, way):
    before = tree(checkout)
    how, *words = WAYS[way]
    words = [str(site) if word == "SITE" else word for word in words]
    if how == "sit":
        sit(home, checkout, *words)
    elif how == "kiosk":
        stand(home, checkout, *words)
    else:
        done = run_main(home, checkout, *words)
        assert done.returncode == 0, done.stderr
    assert not_listed(home) == []
    assert tree(checkout) == before
    assert bool(home.files()) is way.startswith("kept")


def test_no_command_is_left_out():
    parser = options._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    assert set(commands.choices) <= {word for way in WAYS.values() for word in way}


def test_what_a_kiosk_leaves_behind_is_what_the_site_asked_for(home, checkout, site):
    state = "home/.local/state/quiz"
    stand(home, checkout, "wrong-pin", "--site", str(site))
    assert {"home/counts.db", f"{state}/pin-misses"} <= home.files()
    stand(home, checkout, "staff", "--site", str(site))
    files = {file for file in home.files() if (home.folder / file).is_file()}
    tables = {file for file in files if file.endswith(".csv")}
    copies = {file for file in files if file.startswith(f"{state}/last-good/")}
    assert len(tables) == 1
    assert files - tables - copies == {"home/counts.db"}
    sound = {path.name for path in (checkout / "content").rglob("*.yaml")} | {"kiosk.yaml"}
    copied = {Path(file).name for file in copies}  # of the content as far as there was time
    assert {"kiosk.yaml"} <= copied <= sound


@needs_strace
def test_a_kiosk_without_a_site_file_opens_no_connection_and_no_file(home, checkout, tmp_path):
    log = tmp_path / "calls"
    before = ("strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log))
    stand(home, checkout, "visitors", before=before)
    calls = log.read_text("utf-8", "replace").splitlines()
    assert any("openat(" in call for call in calls), "strace saw nothing"
    assert_no_trace(calls)
    assert home.files() == set()


OPENED_TO_WRITE = re.compile(r'"([^"]*)", [^"]*O_(?:WRONLY|RDWR|CREAT)|creat\("([^"]*)"')


@needs_strace
@needs_a_screen
@pytest.mark.window
def test_a_kiosk_that_keeps_all_it_can_opens_no_connection_and_no_file_that_is_not_listed(
    home, checkout, site, tmp_path
):
    """On a screen, with counts, with speech as far as it is there, and staff who save the counts.

    Every file that was opened to be written counts, also one that is gone at the end.
    """
    site.write_text(f"{site.read_text()}speech: headset\n")
    log = tmp_path / "calls"
    before = ("strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log))
    with virtual_screen() as screen:
        on_it = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen["DISPLAY"]}
        stand(home, checkout, "staff", "--site", str(site), before=before, **on_it)
    calls = log.read_text("utf-8", "replace").splitlines()
    assert any("X11-unix" in call for call in calls), "it was not on the screen"
    assert {found[1] for call in calls if (found := FAMILY.search(call))} == {"AF_UNIX"}
    started = [call for call in calls if "execve(" in call][1:]
    assert [call for call in started if "ENOENT" not in call] == []
    opened = {
        found[1] or found[2]
        for call in calls
        if not HARMLESS.search(call) and (found := OPENED_TO_WRITE.search(call))
    }
    assert any(name.endswith("counts.db") for name in opened)
    names = listed()
    assert [
        name for name in opened if not any(fnmatch.fnmatch(name, f"*/{known}") for known in names)
    ] == []


def test_the_words_of_a_kiosks_files_hold_no_answer_of_one_person(home, checkout, site):
    stand(home, checkout, "staff", "--site", str(site))
    (table,) = home.home.rglob("*.csv")
    rows = [line.split(",") for line in table.read_text().splitlines()[1:]]
    assert rows
    assert [row for row in rows if int(row[4]) < 10] == []


def test_a_damaged_file_of_counts_is_put_aside_under_a_listed_name(home, checkout, site):
    counts = home.home / "counts.db"
    stand(home, checkout, "visitors", "--site", str(site))
    sound = counts.read_bytes()
    counts.write_bytes(sound[:100] + b"\xff" * (len(sound) - 100))
    stand(home, checkout, "staff", "--site", str(site))
    assert {"home/counts.db", "home/counts.db.damaged-1"} <= home.files()
    assert not_listed(home) == []


def test_a_damaged_review_file_is_put_aside_under_a_listed_name(home, checkout):
    notes = home.home / "notes.db"
    sit(home, checkout, "reviews")
    sound = notes.read_bytes()
    notes.write_bytes(sound[:100] + b"\xff" * (len(sound) - 100))
    sit(home, checkout, "plain", "--reviews", str(notes))
    assert {"home/notes.db", "home/notes.db.damaged-1"} <= home.files()
    assert not_listed(home) == []


def test_a_broken_preferences_file_never_stops_the_start(home, checkout):
    config = home.home / ".config"
    config.mkdir()
    (config / "display.conf").write_bytes(b"\x00\xff\x00")
    done = sit(home, checkout)
    assert done.stderr.replace("This plugin does not support propagateSizeHints()\n", "") == ""
    assert (config / "display.conf").read_bytes() == b"\x00\xff\x00"


def test_the_words_a_system_sees_are_neutral(home, checkout):
    """Window, application and files: no word of the subject (STANDARDS R55)."""
    telling = re.compile(r"sex|therap|intim|porn|erot|wellbeing", re.IGNORECASE)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from quiz import app, options, paths\n"
        "a = app.make_application(); w = app.private_window(options.read([]))\n"
        "print(a.applicationName(), a.applicationDisplayName(), a.desktopFileName(),\n"
        "      a.organizationName(), w.windowTitle(), sys.argv[0], a.arguments())\n"
        "from quiz.keep.reviews import DEFAULT_NAME\n"
        "print(paths.preferences_file({}).name, DEFAULT_NAME)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(checkout)],
        env=home.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Myth or Reality" in done.stdout
    assert not telling.search(done.stdout.replace(str(checkout), ""))


# --- what the libraries under us are told ---------------------------------------------------------

FONTS = paths.FONT_LISTS

LIST_FONTS = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
print(len(QFontDatabase.families()) >= 0)
"""

SYSTEM = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir>
<cachedir prefix="xdg">fontconfig</cachedir><cachedir>~/.fontconfig</cachedir></fontconfig>"""


@pytest.mark.skipif(sys.platform != "linux", reason="font lists are a matter of Linux")
@pytest.mark.parametrize("ours", [True, False], ids=["with ours", "with the system's alone"])
def test_font_lists_are_not_written_where_the_system_has_none(home, ours):
    system = home.folder.parent / "system.conf"
    system.write_text(SYSTEM, "utf-8")
    told = home.folder.parent / "told.conf"
    text = FONTS.read_text("utf-8").replace("/etc/fonts/fonts.conf", str(system))
    told.write_text(text, "utf-8")
    subprocess.run(
        [sys.executable, "-B", "-c", LIST_FONTS],
        env=home.environment(FONTCONFIG_FILE=str(told if ours else system)),
        check=True,
        capture_output=True,
    )
    if not ours and not home.files():
        pytest.skip("this machine has no fonts to write a list of")
    assert bool(home.files()) is not ours


class TestEnvironment:
    @pytest.fixture
    def system_fonts(self, tmp_path):
        path = tmp_path / "fonts.conf"
        path.touch()
        return path

    def told(self, system_fonts, **environment):
        traces.leave_none(environment, FONTS, system_fonts)
        return environment

    def test_nothing_is_opened_again_at_the_next_login(self, system_fonts):
        assert "SESSION_MANAGER" not in self.told(system_fonts, SESSION_MANAGER="local/x:@/y")

    def test_a_bus_that_is_there_is_used(self, system_fonts, tmp_path):
        told = self.told(system_fonts, DBUS_SESSION_BUS_ADDRESS="unix:path=/a")
        assert told["DBUS_SESSION_BUS_ADDRESS"] == "unix:path=/a"
        (tmp_path / "bus").touch()
        assert "DBUS_SESSION_BUS_ADDRESS" not in self.told(
            system_fonts, XDG_RUNTIME_DIR=str(tmp_path)
        )

    def test_where_there_is_none_nobody_starts_one(self, system_fonts, tmp_path):
        told = self.told(system_fonts, XDG_RUNTIME_DIR=str(tmp_path))
        assert told["DBUS_SESSION_BUS_ADDRESS"] == traces.NO_BUS

    def test_fonts_that_somebody_chose_stay(self, system_fonts):
        assert self.told(system_fonts)["FONTCONFIG_FILE"] == str(FONTS)
        own = self.told(system_fonts, FONTCONFIG_FILE="/own")
        assert own["FONTCONFIG_FILE"] == "/own"
        assert "FONTCONFIG_FILE" not in self.told(system_fonts, FONTCONFIG_PATH="/own")

    def test_without_the_systems_own_list_of_fonts_nothing_is_set(self, tmp_path):
        assert "FONTCONFIG_FILE" not in self.told(tmp_path / "none")

    def test_a_browser_gets_the_environment_that_was_found(self, system_fonts):
        found = {"PATH": "/bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}
        told = self.told(system_fonts, **found)
        traces.for_others(told, FONTS)
        assert told == found
        told = self.told(system_fonts, PATH="/bin")
        traces.for_others(told, FONTS)
        assert told == {"PATH": "/bin"}
