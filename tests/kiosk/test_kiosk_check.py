"""`kiosk check` about the files of a kiosk, and as a whole on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.kiosk.check import Kiosk, of_files, of_site, of_speech, report, where
from quiz.kiosk.enforced import Answer, Finding
from quiz.kiosk.machine import Machine
from quiz.model.site import Hours, Site, Speech
from quiz.packs.problems import Problem

ROOT = Path(__file__).resolve().parents[2]
FAULT = Problem("kiosk.yaml", 3, 1, "site, volume", "is not a field of this file", "Take it out.")


class Pack:
    """As much of a pack as is asked for here."""

    def __init__(self, language: str = "en") -> None:
        self.language = language


@pytest.fixture
def kiosk(tmp_path) -> Kiosk:
    for name in ("etc", "content", "program", "state"):
        (tmp_path / name).mkdir()
    (tmp_path / "etc" / "kiosk.yaml").write_text("questions: 5\n")
    (tmp_path / "content" / "pack.yaml").write_text("id: a\n")
    return Kiosk(
        site_file=tmp_path / "etc" / "kiosk.yaml",
        site=Site(),
        site_problems=(),
        content=tmp_path / "content",
        packs=(Pack(),),
        content_problems=(),
        program=tmp_path / "program",
        state=tmp_path / "state",
    )


def of_all(kiosk: Kiosk, *writable: str) -> list[str]:
    allowed = {kiosk.program.parent / name for name in writable}
    return [str(finding) for finding in of_files(kiosk, allowed.__contains__)]


def test_files_as_they_should_be(kiosk):
    assert of_all(kiosk, "state") == [
        "yes          The site file has no faults: It was read.",
        f"yes          The content has no faults: {kiosk.content} was read, 1 pack.",
        (
            "yes          Program, content and site file cannot be changed: This user may write "
            "none of them."
        ),
        f"yes          The state folder can be written: This user may write {kiosk.state}.",
    ]


def test_files_with_gaps(kiosk):
    faulty = replace(
        kiosk, site_file=kiosk.program / "kiosk.yaml", content_problems=(FAULT, FAULT), packs=()
    )
    assert of_all(faulty, "program", "content", "content/pack.yaml") == [
        (
            "no           The site file has no faults: There is none, so nothing of this site is "
            "known. Copy packaging/kiosk/kiosk.yaml there, and fill it in."
        ),
        "no           The content has no faults: It has 2 faults:",
        (
            "no           Program, content and site file cannot be changed: This user may write "
            f"{kiosk.program}, {kiosk.content}. Let them belong to another user."
        ),
        (
            f"no           The state folder can be written: This user may not write {kiosk.state}. "
            "Let it belong to the kiosk's user: the last good content is kept there."
        ),
    ]


@pytest.mark.parametrize("name", ["etc", "etc/kiosk.yaml", "content/pack.yaml", "program"])
def test_one_file_that_can_be_changed_is_named(kiosk, name):
    line = of_all(kiosk, name)[2]
    assert f"This user may write {kiosk.program.parent / name}. Let" in line


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_rights_are_those_of_the_system(kiosk):
    for folder in (kiosk.program, kiosk.content, kiosk.site_file.parent):
        folder.chmod(0o555)
    assert list(of_files(kiosk))[2].answer is Answer.NO  # the files within may still be written
    for file in (kiosk.site_file, kiosk.content / "pack.yaml"):
        file.chmod(0o444)
    assert list(of_files(kiosk))[2].answer is Answer.YES


def test_a_state_folder_that_can_be_made_can_be_written(kiosk):
    later = replace(kiosk, state=kiosk.state / "not" / "yet" / "there")
    assert list(of_files(later))[3].answer is Answer.YES


def test_a_site_that_says_nothing():
    assert list(map(str, of_site(Site()))) == [
        (
            "no           The width of the screen is set: Without it nobody knows how large things "
            "are on the glass. Measure the picture with a ruler, and set screen_width_mm."
        ),
        (
            "no           The opening hours are set: Without them the resting screen is never "
            "dimmed. Set opening_hours."
        ),
        (
            "no           The staff have a PIN: Without one the staff room stays shut, and only "
            "the system can end the kiosk. Run “python main.py kiosk pin”."
        ),
    ]


def test_a_site_that_says_all():
    site = Site(screen_width_mm=476, opening_hours=Hours(8 * 60 + 30, 18 * 60), pin_hash="scrypt")
    assert list(map(str, of_site(site))) == [
        "yes          The width of the screen is set: screen_width_mm is 476.",
        "yes          The screen is large enough: From 600 mm, 208 mm across are enough.",
        "yes          The opening hours are set: 08:30 to 18:00.",
        "yes          The staff have a PIN: pin_hash is set.",
    ]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            154,
            (
                "cannot tell  The screen is large enough: From 600 mm it is, if it stands upright. "
                "If it lies across, 208 mm are needed, and on less all type and buttons are "
                "smaller than they should be. Take a larger screen, or one that is read from "
                "nearer by, and set reading_distance_mm."
            ),
        ),
        (
            90,
            (
                "no           The screen is large enough: From 600 mm it takes at least 138 mm "
                "upright and 208 mm across. On less all type and buttons are smaller than they "
                "should be. Take a larger screen, or one that is read from nearer by, and set "
                "reading_distance_mm."
            ),
        ),
    ],
)
def test_a_screen_that_is_too_small_for_where_it_is_read_from(width, line):
    assert str(list(of_site(Site(screen_width_mm=width)))[1]) == line


@pytest.mark.parametrize(
    ("speech", "voices", "line"),
    [
        (
            Speech.OFF,
            {"en"},
            (
                "no           The quiz can be heard: speech is off, so who cannot "
                "read the screen cannot take part. Connect a headset and a keypad "
                "(packaging/kiosk/README.md)."
            ),
        ),
        (
            Speech.HEADSET,
            None,
            (
                "no           The quiz can be heard: QtTextToSpeech is not there, "
                "or has no engine with a voice. Install PySide6-Addons, speech-dispatcher and "
                "espeak-ng."
            ),
        ),
        (
            Speech.HEADSET,
            {"de"},
            ("no           The quiz can be heard: No voice speaks en-GB. Install one."),
        ),
        (
            Speech.HEADSET,
            {"de", "en"},
            (
                "yes          The quiz can be heard: There is a voice; "
                "whether the headset sounds was not heard."
            ),
        ),
        (
            Speech.LOUDSPEAKER,
            {"de", "en"},
            (
                "yes          The quiz can be heard: There is a voice; "
                "whether the loudspeaker sounds was not heard."
            ),
        ),
    ],
)
def test_whether_it_can_be_heard(speech, voices, line):
    packs = (Pack("en-GB"), Pack("de"))
    assert str(of_speech(Site(speech=speech), packs, lambda: voices)) == line


def test_the_report_has_the_faults_below_their_line_and_counts(kiosk):
    faulty = replace(kiosk, site_problems=(FAULT,))
    findings = [*of_files(faulty, lambda path: path == kiosk.state)]
    findings.append(Finding("A thing", Answer.CANNOT_TELL, "It is dark."))
    lines = report("ann", faulty, findings).splitlines()
    assert lines[:3] == [
        f"Seen by the user “ann”, with the site file {kiosk.site_file}",
        "no           The site file has no faults: It has 1 fault:",
        "  kiosk.yaml:3:1: site, volume: is not a field of this file. Take it out.",
    ]
    assert lines[-1] == "Of 5: yes 3, no 1, cannot tell 1."


def test_files_are_looked_for_where_the_unit_has_them(tmp_path):
    unit = tmp_path / "etc" / "systemd" / "system" / "quiz-kiosk.service"
    unit.parent.mkdir(parents=True)
    unit.write_text(
        "[Service]\nExecStart=cage -- python3 /opt/quiz/main.py kiosk\n"
        "ConfigurationDirectory=quiz\nStateDirectory=quiz more\n"
    )

    def told(**environment: str) -> dict[str, str]:
        machine = Machine(tmp_path, "linux", environment, "ann", False, frozenset())
        return dict(where(machine))

    unit_says = {"CONFIGURATION_DIRECTORY": "/etc/quiz", "STATE_DIRECTORY": "/var/lib/quiz"}
    assert told(HOME="/home/ann") == {**unit_says, "HOME": "/home/ann"}
    assert told(STATE_DIRECTORY="/srv/state")["STATE_DIRECTORY"] == "/srv/state"
    unit.unlink()
    assert told() == {}


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", str(ROOT / "main.py"), "kiosk", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_on_a_machine_that_is_no_kiosk_it_reports_gaps(tmp_path):
    done = run(tmp_path, "check")
    assert (done.returncode, done.stderr) == (1, "")
    first, *lines, last = done.stdout.splitlines()
    assert first.endswith(f"with the site file {os.environ['XDG_CONFIG_HOME']}/quiz/kiosk.yaml")
    assert all(re.match("(yes|no|cannot tell) +[A-Z][^:]+: .+[.]$", line) for line in lines)
    answers = [line[:12].strip() for line in lines]
    counted = tuple(answers.count(answer) for answer in ("yes", "no", "cannot tell"))
    assert last == "Of {}: yes {}, no {}, cannot tell {}.".format(len(answers), *counted)
    for gap in (
        (
            "no           It starts with the machine: No unit of systemd and no autostart entry "
            "names it. Install the unit of packaging/kiosk/README.md."
        ),
        (
            "no           The staff have a PIN: Without one the staff room stays shut, and only "
            "the system can end the kiosk. Run “python main.py kiosk pin”."
        ),
    ):
        assert gap in lines
    assert not any(line.startswith("yes          The screen shows") for line in lines)


def test_the_site_file_is_read_and_the_command_line_holds_over_it(tmp_path):
    (tmp_path / "site.yaml").write_text("screen_width_mm: 476\ncontent: nowhere\n")
    done = run(tmp_path, "check", "--site", "site.yaml", "--content", str(ROOT / "content"))
    assert done.returncode == 1
    assert "yes          The width of the screen is set: screen_width_mm is 476." in done.stdout
    assert f"The content has no faults: {ROOT / 'content'} was read, 1 pack." in done.stdout


def test_a_site_file_that_is_not_there_is_a_fault_when_it_was_asked_for(tmp_path):
    done = run(tmp_path, "--site", "gone.yaml", "check")
    assert done.returncode == 1
    assert "no           The site file has no faults: It has 1 fault:\n  gone.yaml:" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux alone")
def test_it_opens_no_socket(tmp_path):
    program = (
        "import sys; sys.addaudithook(lambda event, _: event.startswith('socket') and "
        "print('OPENED', event)); from quiz.app import main; main(['kiosk', 'check']); "
        "print('LOADED', sorted({'socket', '_socket', 'ssl', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "OPENED" not in done.stdout
    assert done.stdout.splitlines()[-1] == "LOADED []"


@pytest.mark.parametrize(
    ("there", "writable", "said"),
    [
        (None, ("state", "state/counts.db"), "yes          {}: This user may write {path}."),
        (b"", ("state", "state/counts.db"), "yes          {}: This user may write {path}."),
        (
            b"SQLite format 3\0...",
            ("state", "state/counts.db"),
            "yes          {}: This user may write {path}.",
        ),
        (
            b"questions: 5",
            ("state", "state/counts.db"),
            (
                "no           {}: {path} holds something else, and is left as it is. "
                "Choose another name."
            ),
        ),
        (
            b"",
            ("state/counts.db",),
            (
                "no           {}: This user may not write {path}. "
                "Name a file in a folder of the kiosk's user."
            ),
        ),
        (
            "folder",
            ("state", "state/counts.db"),
            (
                "no           {}: {path} is a folder, a device or a broken link. "
                "Name a file in “counts”."
            ),
        ),
    ],
)
def test_whether_the_counts_can_be_kept_is_said_where_the_site_wants_them(
    kiosk, there, writable, said
):
    path = kiosk.state / "counts.db"
    if there == "folder":
        path.mkdir()
    elif there is not None:
        path.write_bytes(there)
    name = "The counts can be kept"
    wanted = replace(kiosk, site=Site(counts=str(path)))
    assert of_all(wanted, *writable)[-1] == said.format(name, path=path)
    assert not any(name in line for line in of_all(kiosk))
