"""What can be seen of the machine that a kiosk stands on, by reading files and asking two programs.

No socket is opened and nothing is changed. What a system does not show is "" or None here, and
:mod:`quiz.kiosk.check` says so.
"""

from __future__ import annotations

import getpass
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

UNIT_FOLDERS = (
    "etc/systemd/system",
    "run/systemd/system",
    "usr/local/lib/systemd/system",
    "usr/lib/systemd/system",
    "lib/systemd/system",
    "etc/systemd/user",
)
"""Where units are, those first that hold over the others."""

X11_FOLDERS = ("etc/X11/xorg.conf.d", "usr/share/X11/xorg.conf.d", "usr/lib/X11/xorg.conf.d")

_STARTS_KIOSK = re.compile(r"(main\.py|(^|[\s/])quiz)[\"']?\s(.*\s)?kiosk\b")
_UP = 1  # IFF_UP
_MOST = 100_000  # characters of one file


@dataclass(frozen=True, slots=True)
class Process:
    """A process: the name of its program, and its command."""

    name: str
    command: str

    @property
    def is_kiosk(self) -> bool:
        """Whether it is a kiosk, or what starts one."""
        return bool(_STARTS_KIOSK.search(self.command))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of systemd that starts the kiosk, with what it says under [Service]."""

    path: Path
    settings: Mapping[str, str]
    enabled: bool


def ask_program(command: Sequence[str]) -> str | None:
    """What a program prints; None where it is not there or says that it could not."""
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(  # noqa: S603  (names and arguments are ours)
            list(command), capture_output=True, text=True, timeout=10, check=False
        )
        return done.stdout if done.returncode == 0 else None
    return None


@dataclass(frozen=True)
class Machine:
    """The machine below the folder `root`, as the user who asks sees it.

    `groups`: names of the user's groups. `ask` is :func:`ask_program`.
    """

    root: Path
    platform: str
    environment: Mapping[str, str]
    user: str
    is_administrator: bool
    groups: frozenset[str]
    ask: Callable[[Sequence[str]], str | None] = ask_program

    @classmethod
    def here(cls) -> Machine:
        """This one."""
        user, administrator, groups = _who()
        return cls(Path("/"), sys.platform, os.environ, user, administrator, groups)

    def text(self, name: str) -> str:
        """What stands in a file; "" where it cannot be read."""
        try:
            with (self.root / name).open(encoding="utf-8", errors="replace") as file:
                return file.read(_MOST)
        except OSError:
            return ""

    def files(self, folder: str, pattern: str) -> list[Path]:
        """The files of a folder, sorted."""
        with suppress(OSError):
            return sorted((self.root / folder).glob(pattern))
        return []

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """All that may be seen."""
        return tuple(self._processes())

    def _processes(self) -> Iterator[Process]:
        for folder in self.files("proc", "[0-9]*"):
            name = self.text(f"proc/{folder.name}/comm").strip()
            command = self.text(f"proc/{folder.name}/cmdline").replace("\0", " ").strip()
            if name:
                yield Process(name, command)

    def running(self, *names: str) -> list[Process]:
        """The processes of these programs."""
        return [process for process in self.processes if process.name in names]

    def unit(self) -> Unit | None:
        """The unit that starts the kiosk, where there is one."""
        for folder in (*UNIT_FOLDERS, *self._own(".config/systemd/user")):
            for path in self.files(folder, "*.service"):
                text = self.text(str(path.relative_to(self.root)))
                if _STARTS_KIOSK.search(" ".join(_settings(text).get("ExecStart", "").split())):
                    return self._read_unit(path, text)
        return None

    def _read_unit(self, path: Path, text: str) -> Unit:
        settings = _settings(text)
        for folder in reversed(UNIT_FOLDERS):
            for more in self.files(f"{folder}/{path.name}.d", "*.conf"):
                settings |= _settings(self.text(str(more.relative_to(self.root))))
        wanted = (
            link
            for folder in (*UNIT_FOLDERS, *self._own(".config/systemd/user"))
            for kind in ("wants", "requires")
            for link in self.files(folder, f"*.{kind}/{path.name}")
        )
        return Unit(path, settings, enabled=any(True for _ in wanted))

    def autostart(self) -> Path | None:
        """The entry that starts the kiosk with a desktop session, where there is one."""
        for folder in (*self._own(".config/autostart"), "etc/xdg/autostart"):
            for path in self.files(folder, "*.desktop"):
                if _STARTS_KIOSK.search(self.text(str(path.relative_to(self.root)))):
                    return path
        return None

    def _own(self, folder: str) -> list[str]:
        home = self.environment.get("HOME", "").lstrip("/")
        return [f"{home}/{folder}"] if home else []

    def connected(self) -> list[str] | None:
        """The network interfaces that are up and have an address; None where it is not shown."""
        interfaces = self.files("sys/class/net", "*")
        if not interfaces:
            return None
        routes = self.text("proc/net/route").splitlines()[1:]
        with_address = {line.split()[0] for line in routes if line.split()}
        with_address |= {line.split()[-1] for line in self.text("proc/net/if_inet6").splitlines()}
        return [
            interface.name
            for interface in interfaces
            if interface.name != "lo"
            and interface.name in with_address
            and self._is_up(f"sys/class/net/{interface.name}")
        ]

    def _is_up(self, interface: str) -> bool:
        flags = self.text(f"{interface}/flags").strip()
        return bool(int(flags, 16) & _UP) if re.fullmatch("0x[0-9a-fA-F]+", flags) else False

    def x11_option(self, option: str) -> Path | None:
        """The file of X11's configuration that switches an option on, where one does."""
        pattern = rf'^\s*Option\s+"{option}"(\s+"(1|on|true|yes)")?\s*$'
        switched_on = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
        files = [path for folder in X11_FOLDERS for path in self.files(folder, "*.conf")]
        for path in [self.root / "etc/X11/xorg.conf", *files]:
            if switched_on.search(self.text(str(path.relative_to(self.root)))):
                return path
        return None


def _settings(text: str) -> dict[str, str]:
    """What a unit says under [Service]; the last of equal names holds, as with systemd."""
    found: dict[str, str] = {}
    section = ""
    for line in map(str.strip, text.replace("\\\n", " ").splitlines()):
        if line.startswith("["):
            section = line
        elif section == "[Service]" and "=" in line and line[0] not in "#;":
            name, _, value = line.partition("=")
            found[name.strip()] = value.strip()
    return found


def _who() -> tuple[str, bool, frozenset[str]]:
    """The user's name, whether it is the administrator, and the user's groups."""
    if sys.platform == "win32":
        import ctypes

        administrator = bool(ctypes.windll.shell32.IsUserAnAdmin())
        return getpass.getuser(), administrator, frozenset()
    import grp
    import pwd

    try:
        user = pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        user = str(os.geteuid())
    groups = set()
    for number in {os.getegid(), *os.getgroups()}:
        with suppress(KeyError):
            groups.add(grp.getgrgid(number).gr_name)
    return user, os.geteuid() == 0, frozenset(groups)
