"""Make a checkout ready to run: the libraries that Qt needs, `.venv`, and compiled byte code.

    python3 packaging/setup/prepare.py window|screenless [--extra dev]...

`window` wants all that it takes to open a window; `screenless` makes do with what Qt needs off
screen. It needs nothing but the standard library, and no network where everything is there already.
Where something cannot be done, it says in a sentence what to do, and exits with 1.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import debian
import qt_libraries

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
READY = VENV / "ready.json"
OLDEST = (3, 10)


class CannotPrepare(Exception):
    """Setting up has to stop; the text is what a person reads."""


def main(arguments: Sequence[str]) -> int:
    """Prepare what was asked for, or say why not."""
    parser = argparse.ArgumentParser(description="Make this checkout ready to run.")
    parser.add_argument("aim", choices=["window", "screenless"])
    parser.add_argument("--extra", action="append", default=[], metavar="NAME")
    options = parser.parse_args(arguments)
    try:
        if sys.version_info < OLDEST:
            raise CannotPrepare(
                f"Myth or Reality needs Python 3.10 or newer; this is {sys.version.split()[0]}."
            )
        with _one_at_a_time():
            prepare_system(for_window=options.aim == "window")
            prepare_venv(set(options.extra))
            compile_sources()
    except CannotPrepare as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 1
    return 0


# --- what has to come from the system ------------------------------------------------------------


def prepare_system(*, for_window: bool) -> None:
    """See to Qt's libraries and to Python's venv; install them where that is ours to do."""
    if not sys.platform.startswith("linux"):
        return  # the wheels for Windows and macOS bring everything
    missing = qt_libraries.missing()
    also = [_venv_package()] if _lacks_ensurepip() else []
    if (missing or also) and debian.may_install():
        print("Installing the system libraries that Qt needs …", flush=True)
        debian.install([*qt_libraries.packages(missing), *also])
        missing = qt_libraries.missing()
        also = [_venv_package()] if _lacks_ensurepip() else []
    on_wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    stop = qt_libraries.indispensable(missing, for_window=for_window, on_wayland=on_wayland)
    if stop:
        raise CannotPrepare(qt_libraries.advice(stop, also))
    if also:
        raise CannotPrepare(
            "Python cannot make a virtual environment here. On Debian and Ubuntu, run once: "
            f"sudo apt-get install {_venv_package()}"
        )


def _lacks_ensurepip() -> bool:
    """Whether `.venv` is still to be made, and Debian's Python came without what makes it."""
    importlib.invalidate_caches()
    return not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None


def _venv_package() -> str:
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


# --- the virtual environment ---------------------------------------------------------------------


def prepare_venv(extras: set[str]) -> None:
    """Create `.venv` or bring it up to date, unless it is what it should be."""
    before = _read_ready()
    version = _venv_version()
    if version is None:
        create_venv()
        version, before = _venv_version(), {}
    # What was set up earlier (say, the developers' tools) stays set up.
    extras = extras | set(before.get("extras", []))
    now = {"needs": _needs_digest(), "python": version, "extras": sorted(extras)}
    if now == before:
        return
    install(sorted(extras))
    READY.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


def create_venv() -> None:
    """A new `.venv`, made by the Python that runs this."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if made.returncode:
        raise CannotPrepare(f"{made.stdout.strip()}\nPython could not make {VENV}.")


def install(extras: Sequence[str]) -> None:
    """Install into `.venv` what pyproject.toml asks for."""
    print("Setting up .venv: fetching what the quiz needs, some 100 MB, once …", flush=True)
    needs = subprocess.run(
        [PYTHON, "-B", Path(__file__).with_name("needs.py"), *extras],
        capture_output=True,
        text=True,
        check=False,
    )
    if needs.returncode:
        raise CannotPrepare(f"{needs.stderr.strip()}\npyproject.toml could not be read.")
    pip = [str(PYTHON), "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    pip += ["install", "--upgrade", *needs.stdout.splitlines()]
    # PIP_USER would make pip refuse to install into a virtual environment.
    done = subprocess.run(pip, env={**os.environ, "PIP_USER": "0"}, check=False)
    if done.returncode:
        raise CannotPrepare(
            "\npip could not install what the quiz needs; its own words are above. Check that this "
            "machine is online and has 1 GB free, then run the same command again."
        )


def _venv_version() -> str | None:
    """The version of the Python in `.venv`; None where there is none that works, with pip."""
    probe = "import sys; from importlib.util import find_spec as f; f('pip') and print(sys.version)"
    if not PYTHON.exists():
        return None
    try:
        found = subprocess.run(
            [PYTHON, "-I", "-c", probe], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return found.stdout.partition(" ")[0] or None


def _read_ready() -> dict[str, Any]:
    """What the last completed set-up wrote down."""
    try:
        found = json.loads(READY.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _needs_digest() -> str:
    """A fingerprint of what pyproject.toml says is needed, blind to how the tools are set."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\n[tool.")[0]
    return hashlib.sha256(project.encode()).hexdigest()


# --- byte code -----------------------------------------------------------------------------------


def compile_sources() -> None:
    """Compile what changed in quiz/, so that running it need not, and writes nothing."""
    probe = "import sys; print(sys.implementation.cache_tag)"
    tag = subprocess.run([PYTHON, "-I", "-c", probe], capture_output=True, text=True, check=False)
    stale = [path for path in (ROOT / "quiz").rglob("*.py") if _is_stale(path, tag.stdout.strip())]
    if stale:
        # A checkout that cannot be written to runs all the same, only slower to start.
        command = [str(PYTHON), "-I", "-m", "compileall", "-q", *map(str, stale)]
        subprocess.run(command, capture_output=True, check=False)


def _is_stale(source: Path, tag: str) -> bool:
    """Whether the byte code of `source` is missing or older than it."""
    compiled = source.parent / "__pycache__" / f"{source.stem}.{tag}.pyc"
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


# --- two commands at once ------------------------------------------------------------------------


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Let a second `make` wait until the first has set up."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with Path(__file__).open("rb") as itself:
        fcntl.flock(itself, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
