"""Opening the files of a pack: never waits for a pipe, follows a link out, or reads on for ever."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .problems import Wrong

MAX_BYTES = 16 * 1024 * 1024
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in place of the file must not hold us up
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_bytes(folder: Path, name: str) -> bytes:
    """What the file `name` inside the pack `folder` holds; raises :class:`Wrong`."""
    path = folder / name
    try:
        _stay_inside(folder, path)
        _plain_file(path.stat())  # before it is opened, because that alone wakes some devices
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            _plain_file(os.fstat(handle))
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refusal(error, "file") from None
    if len(data) > MAX_BYTES:
        raise _too_large()
    return data


def list_names(folder: Path, name: str = "") -> list[tuple[str, bool]]:
    """The sorted names in a folder, each with whether it is a folder; hidden ones left out."""
    path = folder / name
    try:
        _stay_inside(folder, path)
        with os.scandir(path) as entries:
            found = [(e.name, is_folder(path / e.name)) for e in entries if e.name[0] != "."]
    except OSError as error:
        raise _refusal(error, "folder") from None
    return sorted(found)


def is_folder(path: Path) -> bool:
    """Whether there is a folder, as far as we may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether something has that name, a broken link too, as far as we may look."""
    return os.path.lexists(path)


def _stay_inside(folder: Path, path: Path) -> None:
    home = os.path.realpath(folder)
    real = os.path.realpath(path)
    if not Path(real).is_relative_to(home):
        raise Wrong(
            "is a link that leads out of the pack", "Put the file itself here, not a link to it."
        )


def _plain_file(info: os.stat_result) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise Wrong("is a folder where a file should be", "Put a file of this name in its place.")
    if not stat.S_ISREG(info.st_mode):
        raise Wrong("is a pipe or a device, not a file", "Put a file of this name in its place.")
    if info.st_size > MAX_BYTES:
        raise _too_large()


def _too_large() -> Wrong:
    return Wrong("is larger than 16 MB", "Split it, or look at what makes it so large.")


def _refusal(error: OSError, kind: str) -> Wrong:
    if isinstance(error, FileNotFoundError):
        return Wrong("is missing", f"Add the {kind}; content/README.md says what belongs in it.")
    if isinstance(error, NotADirectoryError):
        return Wrong("is not a folder", "Put a folder of this name in its place.")
    if isinstance(error, PermissionError):
        return Wrong("may not be read", f"Give yourself the right to read this {kind}.")
    reason = (error.strerror or type(error).__name__).lower()
    return Wrong(f"cannot be read: {reason}", f"Look at the {kind} in a file manager.")
