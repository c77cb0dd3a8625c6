"""What reading the accessibility bus needs, and what is asked of what was read."""

from __future__ import annotations

import subprocess
from pathlib import Path

from virtual_screen import missing_tools

SYSTEM_PYTHON = "/usr/bin/python3"

FIND_GI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def what_is_missing() -> str:
    """A reason to skip, or ""."""
    if reason := missing_tools("dbus-run-session"):
        return reason
    if not any(Path("/usr", part, "at-spi-bus-launcher").exists() for part in ("libexec", "lib")):
        return "needs at-spi-bus-launcher (at-spi2-core)"
    found = subprocess.run([SYSTEM_PYTHON, "-c", FIND_GI], capture_output=True, check=False)
    return "" if found.returncode == 0 else "needs python3-gi and gir1.2-atspi-2.0"


def names(read: list) -> list[str]:
    """The names of what was read, without the roles."""
    return [name for name, _ in read]


def assert_in_order(read: list[str], *wanted: str) -> None:
    """Each of these is in what was read, one after the other."""
    at = -1
    for name in wanted:
        later = [index for index, text in enumerate(read) if name in text and index > at]
        assert later, f"{name!r} does not follow in {read}"
        at = later[0]
