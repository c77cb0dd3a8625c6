"""Words for systemd, heard at a real socket of the kind that it listens at."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from quiz.kiosk import systemd

ROOT = Path(__file__).resolve().parents[2]
STUB = Path(__file__).with_name("stub_kiosk.py")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux alone")
needs_program = pytest.mark.skipif(
    shutil.which(systemd.COMMAND) is None, reason=f"{systemd.COMMAND} is not here"
)


class Listening:
    """Where systemd listens. It takes every word at once, as systemd does."""

    def __init__(self, place: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(place))
        self._words: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        # A program that waits until it was heard hands over a handle, which is dropped here.
        while (word := self._socket.recv(4096).decode().strip()) != "closed":
            if word != "BARRIER=1":
                self._words.put(word)
        self._socket.close()

    def heard(self) -> str:
        return self._words.get(timeout=20)

    def close(self) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as last:
            last.sendto(b"closed", self._socket.getsockname())


@pytest.fixture
def notified(tmp_path, monkeypatch):
    listening = Listening(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    yield listening
    listening.close()


def library() -> str:
    try:
        ctypes.CDLL(systemd.LIBRARY)
    except OSError:
        pytest.skip(f"{systemd.LIBRARY} is not here")
    return systemd.LIBRARY


def test_a_word_goes_by_the_library(notified):
    announce = systemd.listener(os.environ, library(), command="no-such-program")
    announce("READY=1")
    announce("WATCHDOG=1")
    assert [notified.heard(), notified.heard()] == ["READY=1", "WATCHDOG=1"]


@needs_program
def test_without_the_library_it_goes_by_the_program_and_not_too_often(notified):
    announce = systemd.listener(os.environ, library="no-such-library.so")
    for word in ("READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1", "STOPPING=1"):
        announce(word)
    assert [notified.heard() for _ in range(3)] == ["READY=1", "WATCHDOG=1", "STOPPING=1"]


def test_without_both_nothing_happens(notified):
    announce = systemd.listener(os.environ, "no-such-library.so", "no-such-program")
    announce("READY=1")
    systemd.listener(os.environ, library(), "no-such-program")("STOPPING=1")
    assert notified.heard() == "STOPPING=1"


def test_where_systemd_does_not_listen_nothing_is_loaded(monkeypatch):
    def loaded(what: str, **_: object) -> None:
        raise AssertionError(f"{what} was asked for")

    monkeypatch.setattr(ctypes, "CDLL", loaded)
    monkeypatch.setattr(shutil, "which", loaded)
    monkeypatch.setattr(subprocess, "run", loaded)
    systemd.listener({})("READY=1")


def test_the_beats_of_the_child_reach_systemd_and_its_socket_does_not_reach_the_child(
    notified, tmp_path
):
    library()
    program = (
        "import os; from quiz.kiosk import systemd; from quiz.kiosk.watchdog import supervise\n"
        f"supervise({[sys.executable, '-S', '-B', str(STUB), str(tmp_path / 'log'), '0.05', '0']!r}"
        ", announce=systemd.listener(os.environ))"
    )
    subprocess.run([sys.executable, "-S", "-B", "-c", program], cwd=ROOT, check=True, timeout=20)
    words = []
    while (words or [""])[-1] != "STOPPING=1":
        words.append(notified.heard())
    assert words.count("READY=1") == 1
    assert words[words.index("READY=1") :] == ["READY=1", *["WATCHDOG=1"] * 3, "STOPPING=1"]
