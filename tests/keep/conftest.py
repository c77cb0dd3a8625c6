"""What the tests of kept files share: a program that kills, and another that is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None


def run(*command: str) -> str:
    """What a Python program of ours prints."""
    done = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """On a disk in memory, where there is one: waiting for a real one would prove nothing more."""
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        yield Path(folder)


@pytest.fixture
def killed(quick_folder: Path) -> Callable[[str, int], dict[str, Any]]:
    """A call such as `killed("reviews", 300)`: what was seen after so many writers were killed."""
    if not hasattr(os, "fork"):
        pytest.skip("kills by forking")

    def kill(which: str, kills: int) -> dict[str, Any]:
        program = str(Path(__file__).with_name("killing.py"))
        seen: dict[str, Any] = json.loads(run(program, which, str(quick_folder), str(kills), "7"))
        return seen

    return kill


@pytest.fixture
def python() -> Callable[..., str]:
    """A call such as `python(program, argument)`: what another process prints."""
    return lambda program, *arguments: run("-c", program, *map(str, arguments))
