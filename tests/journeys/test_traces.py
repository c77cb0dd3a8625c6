"""A whole session leaves no file and opens no connection: seen from outside, by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SESSION = """
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from quiz.app import make_application, private_window
from quiz.model.session import Phase
from quiz.options import read

app = make_application()
window = private_window(read([]))
window.left.connect(app.quit)
window.show()

def go_on():
    session = window.controller.session
    if session is None:
        QTest.keyClick(window.start.start, Qt.Key.Key_Return)
    elif session.phase is Phase.FINISHED:
        window.show_sources(); window.show_support(); window.show_safety(); window.show_remember()
        for _ in range(3):
            QTest.keyClick(window, Qt.Key.Key_Shift)
        return
    else:
        QTest.keyClick(window, Qt.Key.Key_1)
        QTest.keyClick(window, Qt.Key.Key_Return)
    QTimer.singleShot(0, go_on)

window.ready.connect(lambda: QTimer.singleShot(0, go_on))
code = app.exec()
print("left", code)
"""


def homes(folder: Path) -> dict[str, str]:
    """An environment whose every home is `folder`."""
    places = {
        "HOME": folder / "home",
        "TMPDIR": folder / "tmp",
        "XDG_CONFIG_HOME": folder / "home" / ".config",
        "XDG_DATA_HOME": folder / "home" / ".local",
        "XDG_CACHE_HOME": folder / "home" / ".cache",
        "XDG_STATE_HOME": folder / "home" / ".state",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"):
        places[name].mkdir(mode=0o700, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", **{n: str(p) for n, p in places.items()}}


def tree(folder: Path) -> set[str]:
    """Every file and folder below `folder`."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def files_of(folder: Path) -> set[str]:
    """Every file of the project, byte code included, without what tests themselves write."""
    left_out = {".git", ".venv", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
    return {
        name for name in tree(folder) if not left_out & set(Path(name).parts) and ".cov" not in name
    }


def test_a_whole_session_creates_no_file(tmp_path: Path) -> None:
    environment = homes(tmp_path)
    before, ours = tree(tmp_path), files_of(ROOT / "quiz") | files_of(ROOT / "content")
    done = subprocess.run(
        [sys.executable, "-B", "-c", SESSION, str(ROOT)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path / "home",
        timeout=60,
    )
    assert "left 0" in done.stdout
    assert tree(tmp_path) == before
    assert files_of(ROOT / "quiz") | files_of(ROOT / "content") == ours


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_socket_but_local_ones_and_no_file_opened_for_writing(tmp_path: Path) -> None:
    environment = homes(tmp_path)
    log = tmp_path / "calls"
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "trace=socket,openat,mkdir,rename,creat,unlink"),
            *("-o", str(log), sys.executable, "-B", "-c", SESSION, str(ROOT)),
        ],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path / "home",
        timeout=90,
    )
    assert "left 0" in done.stdout
    calls = log.read_text("utf-8", "replace").splitlines()
    assert any("openat(" in call for call in calls), "strace saw something"
    families = {found[1] for call in calls if (found := re.search(r"socket\((AF_\w+)", call))}
    assert families <= {"AF_UNIX", "AF_LOCAL"}
    written = [
        call
        for call in calls
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT|mkdir\(|rename\(|creat\(|unlink\(", call)
        and not re.search(r'"/dev/|"/proc/|memfd', call)
        and "ENOENT" not in call
    ]
    assert written == []
