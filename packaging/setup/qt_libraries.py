"""The system's libraries that Qt loads and its wheels do not bring, and their Debian packages.

Found with ldd over the wheel's QtCore, QtGui, QtWidgets, QtDBus, QtSvg and platform plugins,
in a bare Debian 12.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import NamedTuple

import debian


class Library(NamedTuple):
    """A shared library, its Debian package, and for what Qt wants it."""

    name: str
    package: str  # `new|old` where Debian and Ubuntu renamed it in 2024
    use: str  # ALWAYS, or for a window on one kind of desktop


ALWAYS, X11, WAYLAND = "always", "x11", "wayland"


LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0t64|libglib2.0-0", ALWAYS),
    Library("libgthread-2.0.so.0", "libglib2.0-0t64|libglib2.0-0", ALWAYS),
    Library("libGL.so.1", "libgl1", ALWAYS),
    Library("libEGL.so.1", "libegl1", ALWAYS),
    Library("libfontconfig.so.1", "libfontconfig1", ALWAYS),
    Library("libfreetype.so.6", "libfreetype6", ALWAYS),
    Library("libxkbcommon.so.0", "libxkbcommon0", ALWAYS),
    Library("libdbus-1.so.3", "libdbus-1-3", ALWAYS),
    Library("libX11.so.6", "libx11-6", X11),
    Library("libX11-xcb.so.1", "libx11-xcb1", X11),
    Library("libxcb.so.1", "libxcb1", X11),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", X11),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", X11),
    Library("libxcb-image.so.0", "libxcb-image0", X11),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", X11),
    Library("libxcb-randr.so.0", "libxcb-randr0", X11),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", X11),
    Library("libxcb-render.so.0", "libxcb-render0", X11),
    Library("libxcb-shape.so.0", "libxcb-shape0", X11),
    Library("libxcb-shm.so.0", "libxcb-shm0", X11),
    Library("libxcb-sync.so.1", "libxcb-sync1", X11),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", X11),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", X11),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", X11),
    Library("libwayland-client.so.0", "libwayland-client0", WAYLAND),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", WAYLAND),
    Library("libwayland-egl.so.1", "libwayland-egl1", WAYLAND),
)


def missing() -> list[Library]:
    """The libraries that this system cannot load."""
    return [library for library in LIBRARIES if not _loads(library.name)]


def indispensable(
    missing: Sequence[Library], *, for_window: bool, on_wayland: bool
) -> list[Library]:
    """Those of the missing ones that stop us: a window needs one kind of desktop, not both."""
    uses = {ALWAYS}
    wayland_works = on_wayland and not any(library.use == WAYLAND for library in missing)
    if for_window and not wayland_works:
        uses.add(X11)
    return [library for library in missing if library.use in uses]


def packages(libraries: Sequence[Library]) -> list[str]:
    """Their packages, each once."""
    return list(dict.fromkeys(library.package for library in libraries))


def advice(libraries: Sequence[Library], also: Sequence[str] = ()) -> str:
    """What a person without the right to install, or without apt, reads."""
    if debian.has_apt():
        wanted = [*packages(libraries), *also]
        names = " ".join(debian.available(package) for package in wanted)
        return f"Qt needs libraries that this system lacks. Run once: sudo apt-get install {names}"
    names = " ".join(library.name for library in libraries)
    return f"Qt needs libraries that this system lacks. Install, by its package manager: {names}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
