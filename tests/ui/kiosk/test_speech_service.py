"""speech-dispatcher is looked at before it is called: dead, stuck, or not there."""

from __future__ import annotations

import time
from threading import Event

from quiz.ui.kiosk import speech_service


def test_the_speech_dispatchers_that_listen_are_known_by_their_sockets(monkeypatch, tmp_path):
    sockets = tmp_path / "unix"
    monkeypatch.setattr(speech_service, "_SOCKETS", sockets)
    assert speech_service.listening() == frozenset()
    sockets.write_text(
        "Num       RefCount Protocol Flags    Type St Inode Path\n"
        "000000001: 00000002 00000000 00010000 0001 01 71 /run/9/speech-dispatcher/speechd.sock\n"
        "000000002: 00000003 00000000 00000000 0001 03 72 /run/9/speech-dispatcher/speechd.sock\n"
        "000000003: 00000002 00000000 00010000 0001 01 73 /run/user/9/bus\n"
        "000000004: 00000003 00000000 00000000 0001 03 74\n"
    )
    assert speech_service.listening() == {"71"}


def test_without_the_library_there_is_no_answer():
    assert not speech_service.answers("libspeechd-that-is-nowhere.so")
    assert not speech_service.answers("libc.so.6")  # a library, but another one


def test_an_answer_that_never_comes_is_not_waited_for(monkeypatch):
    never = Event()

    class Stuck:
        """Stands for the library, talking to a service that has stopped."""

        @staticmethod
        def spd_open(*_about: object) -> None:
            never.wait(30)

    monkeypatch.setattr(speech_service.ctypes, "CDLL", lambda name: Stuck)
    begun = time.monotonic()
    assert not speech_service.answers(patience=0.05)
    assert time.monotonic() - begun < 5
    never.set()
