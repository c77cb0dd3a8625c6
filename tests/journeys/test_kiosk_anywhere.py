"""A kiosk comes to its resting screen whatever its site file says and wherever it is started."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITTING = ROOT / "tests" / "shared" / "kiosk_sitting.py"
IN_TIME = 10

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="pipes and links are of another kind there"),
]

QT_SAYS = (
    "This plugin does not support",
    "Detected locale",
    "Qt depends on a UTF-8 locale",
    "If this causes problems",
    "for more information",
)


def environment(home: Path, **more: str | None) -> dict[str, str]:
    """Only what a program cannot do without, and `more`; None takes something away."""
    found = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        **more,
    }
    return {name: value for name, value in found.items() if value is not None}


def rests(arguments: list[str], cwd: Path, env: dict[str, str], root: Path = ROOT) -> str:
    """What a kiosk said on its way to the resting screen, where it has to arrive."""
    child = subprocess.Popen(
        [sys.executable, "-B", str(root / "main.py"), "kiosk", "--watched", *arguments],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        ready, _, _ = select.select([child.stdout], [], [], IN_TIME)
        beat = os.read(child.stdout.fileno(), 64) if ready else b""
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            _, said = child.communicate(timeout=IN_TIME)
        except subprocess.TimeoutExpired:
            child.kill()
            _, said = child.communicate()
    assert beat.startswith(b"beat "), said.decode()
    lines = said.decode().splitlines()
    return "\n".join(line for line in lines if line and not line.startswith(QT_SAYS))


FILES = {
    "nothing": b"",
    "chance": bytes(range(256)) * 20,
    "UTF-16": "questions: 5\n".encode("utf-16"),
    "tabs": b"idle:\n\tquestion: 60\n",
    "a list": b"- questions: 5\n",
    "too large": b"#" * 17_000_000,
    "deep": b"idle: " + b"[" * 100_000,
    "a name for a value": b"idle: &a {question: 60}\nopening_hours: *a\n",
    "a program": b"questions: !!python/object/apply:os.abort []\n",
    "no time of day": b"opening_hours: {opens: 25:00, closes: 24:00}\nnightly_restart: 24:00\n",
    "no amounts": b'questions: 0\nscreen_width_mm: "476 mm"\nidle: {question: 1}\n',
    "the ends of what may be": b"screen_width_mm: 100\nreading_distance_mm: 2000\n",
    "a dash of print": "age_band: 15–18\n".encode(),
    "nobody's topics and language": b"topics: [none]\npacks: [none]\nlanguages: [tlh]\n",
    "a PIN itself": b"pin_hash: 246801\n",
    "no content": b"content: /nowhere/packs\n",
    "content that is a file": b"content: kiosk.yaml\n",
    "content that is everything": b"content: /\n",
    "content that is a pipe": b"content: pipe\n",
    "counts nowhere": b"counts: /proc/nowhere/counts.db\n",
    "counts in a pipe": b"counts: pipe\n",
    "two in one": b"questions: 5\n---\nquestions: 6\n",
    "a page of a web server": b"<html><body>404 Not Found</body></html>\n",
}


@pytest.mark.parametrize("what", FILES)
def test_no_site_file_keeps_a_kiosk_from_its_resting_screen(tmp_path, what):
    path = tmp_path / "kiosk.yaml"
    path.write_bytes(FILES[what])
    os.mkfifo(tmp_path / "pipe")
    assert rests(["--site", "kiosk.yaml"], tmp_path, environment(tmp_path)) == ""
    assert path.read_bytes() == FILES[what]


@pytest.mark.parametrize("what", ["a pipe", "a folder", "a loop", "a link to nowhere", "nothing"])
def test_no_site_file_that_is_none_does_either(tmp_path, what):
    path = tmp_path / "kiosk.yaml"
    if what == "a pipe":
        os.mkfifo(path)
    elif what == "a folder":
        path.mkdir()
    elif what != "nothing":
        path.symlink_to(path if what == "a loop" else tmp_path / "nowhere")
    assert rests(["--site", str(path)], tmp_path, environment(tmp_path)) == ""


@pytest.mark.parametrize("named", ["kiosk.yaml", "pipe", "text"])
def test_counts_harm_no_file_that_is_something_else(tmp_path, named):
    """The site file itself among them. Visitors are not counted then, and notice nothing."""
    site = tmp_path / "kiosk.yaml"
    site.write_text(f"questions: 2\ncounts: {named}\n")
    (tmp_path / "text").write_text("a letter\n")
    os.mkfifo(tmp_path / "pipe")
    before = site.read_bytes()
    done = subprocess.run(
        [sys.executable, str(SITTING), str(ROOT), "visitors", "--site", str(site)],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (site.read_bytes(), (tmp_path / "text").read_text()) == (before, "a letter\n")
    assert [path.name for path in tmp_path.glob("*damaged*")] == []


SURROUNDINGS = {
    "no home": {"HOME": None},
    "a home that is a file": {"HOME": "/etc/passwd"},
    "a home that is nowhere": {"HOME": "/proc/nowhere"},
    "no folder for temporary files": {"TMPDIR": "/nowhere"},
    "no state folder": {"STATE_DIRECTORY": "/proc/nowhere"},
    "a configuration folder that is a file": {"CONFIGURATION_DIRECTORY": "/etc/passwd"},
    "an Arabic system": {"LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"},
    "a system without letters": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    "a language of nobody": {"LC_ALL": "xx_YY.KOI8-R"},
    "twice as large": {"QT_SCALE_FACTOR": "2"},
}


@pytest.mark.parametrize("how", SURROUNDINGS)
def test_no_surroundings_do(tmp_path, how):
    assert rests([], Path("/"), environment(tmp_path, **SURROUNDINGS[how])) == ""


def test_a_site_file_is_found_from_where_the_kiosk_is_started(tmp_path):
    """And so is what it names: its copy of the content is that of the site."""
    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "packs")
    (site / "relative.yaml").write_text("content: packs\n")
    (tmp_path / "elsewhere").mkdir()
    arguments = ["--site", "../site/relative.yaml"]
    assert rests(arguments, tmp_path / "elsewhere", environment(tmp_path)) == ""
    copy = tmp_path / ".local" / "state" / "quiz" / "last-good" / "kiosk.yaml"
    assert copy.read_text() == "content: packs\n"


@pytest.mark.parametrize("without", ["assets/fonts", "assets", "content", "content and assets"])
def test_a_program_that_lost_its_files_stands_all_the_same(tmp_path, without):
    root = tmp_path / "program"
    root.mkdir()
    shutil.copy(ROOT / "main.py", root)
    for part in ("quiz", "content", "assets"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in without.split(" and "):
        shutil.rmtree(root / part)
    assert rests([], tmp_path, environment(tmp_path), root) == ""
