"""Installing packages where that is ours to do: as root on Debian, Ubuntu and their kin."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence


def has_apt() -> bool:
    """Whether this system's packages come by apt."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def may_install() -> bool:
    """Whether we may install packages without asking anybody."""
    return has_apt() and os.geteuid() == 0


def install(packages: Sequence[str]) -> bool:
    """Install packages; an `a|b` means whichever of the two this release knows."""
    # The lists of a fresh image are empty, and old ones name versions that are gone.
    _apt_get("update", "--quiet", "--quiet")
    names = [available(package) for package in packages]
    return _apt_get("install", "--yes", "--quiet", "--quiet", "--no-install-recommends", *names)


def available(package: str) -> str:
    """The first of the names in `a|b` that this release has; the last where it has none."""
    names = package.split("|")
    for name in names:
        command = ["apt-cache", "policy", name]
        found = subprocess.run(command, capture_output=True, text=True, check=False, env=_plain())
        if "Candidate:" in found.stdout and "Candidate: (none)" not in found.stdout:
            return name
    return names[-1]


def _apt_get(*arguments: str) -> bool:
    """Run apt-get without questions; show what it said only when it failed."""
    done = subprocess.run(
        ["apt-get", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**_plain(), "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode:
        print(done.stdout.strip())
    return done.returncode == 0


def _plain() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C"}
