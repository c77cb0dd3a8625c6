"""A virtual screen with a window manager, for what the offscreen platform cannot show."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "openbox")


def missing_tools(*more: str) -> str:
    """A reason to skip, or "" where everything is there."""
    missing = [tool for tool in (*NEEDED, *more) if not shutil.which(tool)]
    return f"needs {', '.join(missing)}" if missing else ""


@contextmanager
def virtual_screen(size: str = "1280x800") -> Iterator[dict[str, str]]:
    """An environment whose DISPLAY is a screen of its own; all is ended afterwards."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            f"{size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield environment
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)
