"""What systemd wants to hear of a service that it watches, without opening a socket ourselves."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

LIBRARY, COMMAND = "libsystemd.so.0", "systemd-notify"

PROGRAM_EVERY_S = 5.0
"""A program is started for each word: beats are passed on no more often than this."""


def listener(
    environment: Mapping[str, str], library: str = LIBRARY, command: str = COMMAND
) -> Callable[[str], None]:
    """Hands a word such as WATCHDOG=1 to systemd; does nothing where systemd does not listen."""
    if not environment.get("NOTIFY_SOCKET"):
        return lambda _: None
    try:
        return _by_library(ctypes.CDLL(library))
    except OSError:
        program = shutil.which(command)
        return _by_program(program) if program else lambda _: None


def _by_library(systemd: ctypes.CDLL) -> Callable[[str], None]:
    def announce(word: str) -> None:
        systemd.sd_notify(0, word.encode())

    return announce


def _by_program(program: str) -> Callable[[str], None]:
    spoken: dict[str, float] = {}

    def announce(word: str) -> None:
        now = time.monotonic()
        if now - spoken.get(word, -PROGRAM_EVERY_S) < PROGRAM_EVERY_S:
            return
        spoken[word] = now
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run([program, word], timeout=2, check=False)  # noqa: S603

    return announce
