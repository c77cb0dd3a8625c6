"""speech-dispatcher, the service behind Qt's engine on Linux, watched from the side.

libspeechd (0.11.4) knows no bounds: a call to a service that has died ends the whole process, and a
call to one that has stopped answering never comes back. So both are looked for before a call.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from threading import Thread

ENGINE = "speechd"
"""What Qt calls the engine that talks to it."""

PATIENCE = 5.0
"""Seconds to an answer: a service that has to be started first takes two."""

_LIBRARY = "libspeechd.so.2"
_SOCKETS = Path("/proc/net/unix")
_LISTENING = "00010000"


def listening() -> frozenset[str]:
    """The services that listen on this machine, each a number that is never used twice."""
    try:
        lines = _SOCKETS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # not on Linux
        return frozenset()
    fields = [line.split() for line in lines if line.endswith("/speech-dispatcher/speechd.sock")]
    return frozenset(field[6] for field in fields if field[3] == _LISTENING)


def answers(library: str = _LIBRARY, patience: float = PATIENCE) -> bool:
    """Whether the service answers within `patience` seconds; it is started if need be."""
    try:
        speechd = ctypes.CDLL(library)
        speechd.spd_open.restype = ctypes.c_void_p
    except (OSError, AttributeError):
        return False
    opened: list[bool] = []

    def ask() -> None:
        connection = speechd.spd_open(b"quiz", b"probe", None, 0)
        if connection:
            speechd.spd_close(ctypes.c_void_p(connection))
        opened.append(bool(connection))

    # Where it never comes back, the thread stays behind and goes with the process.
    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(patience)
    return opened == [True]
