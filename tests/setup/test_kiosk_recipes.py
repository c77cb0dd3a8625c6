"""The files of packaging/kiosk are such that `kiosk check` finds what it looks for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from quiz.kiosk.enforced import Answer, of_machine
from quiz.kiosk.machine import Machine

KIOSK = Path(__file__).resolve().parents[2] / "packaging" / "kiosk"
UNITS = [KIOSK / "quiz-kiosk.service", KIOSK / "x11" / "quiz-kiosk-x11.service"]
LEFT = '! rm "$RUNTIME_DIRECTORY/left" 2>/dev/null'


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with nothing on it, seen by the kiosk's user."""
    return Machine(tmp_path, "linux", {"DISPLAY": ":0"}, "quiz", False, frozenset(("quiz",)))


def install(source: Path, root: Path, *places: str) -> None:
    for place in places:
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, root / place)


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_the_unit_starts_watches_and_starts_again(machine, tmp_path, unit):
    system = "etc/systemd/system"
    install(
        unit,
        tmp_path,
        f"{system}/quiz-kiosk.service",
        f"{system}/graphical.target.wants/quiz-kiosk.service",
    )
    found = {finding.thing: finding.answer for finding in of_machine(machine)}
    for thing in (
        "It starts with the machine",
        "All of it is started again when it ends",
        "The system watches its beat",
    ):
        assert found[thing] is Answer.YES


def test_consoles_and_the_kernels_keys_are_shut(machine, tmp_path):
    install(KIOSK / "x11" / "10-kiosk.conf", tmp_path, "etc/X11/xorg.conf.d/10-kiosk.conf")
    found = {finding.thing: finding.answer for finding in of_machine(machine)}
    assert found["Ctrl+Alt+F keys lead nowhere"] is Answer.YES
    assert "kernel.sysrq = 0" in (KIOSK / "99-quiz-kiosk.conf").read_text().splitlines()


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_after_staff_have_left_it_is_kept_down_once(unit, tmp_path):
    assert f"ExecCondition=/bin/sh -c '{LEFT}'" in unit.read_text()

    def may_start() -> bool:
        done = subprocess.run(
            ["/bin/sh", "-c", LEFT], env={"RUNTIME_DIRECTORY": str(tmp_path)}, check=False
        )
        return done.returncode == 0

    assert may_start()
    session = [KIOSK / "x11" / "session", "true"]
    subprocess.run(session, env={"RUNTIME_DIRECTORY": str(tmp_path)}, check=True)
    assert [may_start(), may_start()] == [False, True]
    broken = subprocess.run(
        [KIOSK / "x11" / "session", "false"],
        env={"RUNTIME_DIRECTORY": str(tmp_path)},
        check=False,
    )
    assert broken.returncode != 0
    assert may_start()


def test_the_index_names_every_file():
    index = (KIOSK / "README.md").read_text()
    for path in KIOSK.iterdir():
        assert path.name == "README.md" or path.name in index, path.name
