"""The system's libraries that Qt loads and its wheels do not bring, and their Debian packages.

Found with ldd over the wheel's QtCore, QtGui, QtWidgets, QtDBus, QtSvg and platform plugins.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import NamedTuple

import debian


class Library(NamedTuple):
    """A shared library, its Debian package, and whether Qt wants it off screen too."""

    name: str
    package: str  # `new|old` where Debian and Ubuntu renamed it in 2024
    always: bool


LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0t64|libglib2.0-0", always=True),
    Library("libgthread-2.0.so.0", "libglib2.0-0t64|libglib2.0-0", always=True),
    Library("libGL.so.1", "libgl1", always=True),
    Library("libEGL.so.1", "libegl1", always=True),
    Library("libfontconfig.so.1", "libfontconfig1", always=True),
    Library("libfreetype.so.6", "libfreetype6", always=True),
    Library("libxkbcommon.so.0", "libxkbcommon0", always=True),
    Library("libdbus-1.so.3", "libdbus-1-3", always=True),
    Library("libX11.so.6", "libx11-6", always=False),
    Library("libX11-xcb.so.1", "libx11-xcb1", always=False),
    Library("libxcb.so.1", "libxcb1", always=False),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", always=False),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", always=False),
    Library("libxcb-image.so.0", "libxcb-image0", always=False),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", always=False),
    Library("libxcb-randr.so.0", "libxcb-randr0", always=False),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", always=False),
    Library("libxcb-render.so.0", "libxcb-render0", always=False),
    Library("libxcb-shape.so.0", "libxcb-shape0", always=False),
    Library("libxcb-shm.so.0", "libxcb-shm0", always=False),
    Library("libxcb-sync.so.1", "libxcb-sync1", always=False),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", always=False),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", always=False),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", always=False),
)


def missing() -> list[Library]:
    """The libraries that this system cannot load."""
    return [library for library in LIBRARIES if not _loads(library.name)]


def packages(libraries: Sequence[Library]) -> list[str]:
    """Their packages, each once."""
    return list(dict.fromkeys(library.package for library in libraries))


def advice(libraries: Sequence[Library]) -> str:
    """What a person without the right to install, or without apt, reads."""
    if debian.has_apt():
        names = " ".join(debian.available(package) for package in packages(libraries))
        return f"Qt needs libraries that this system lacks. Run once: sudo apt-get install {names}"
    names = " ".join(library.name for library in libraries)
    return f"Qt needs libraries that this system lacks. Install, by its package manager: {names}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
