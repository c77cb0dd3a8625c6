"""Carrying a file away from a kiosk: onto a stick, or into a folder of its own where there is none.

Nothing is ever replaced: one stick may go from kiosk to kiosk and bring back all of their files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.exchange.saving import NotSaved, Why, save

MEDIA = (Path("/media"), Path("/run/media"))
"""Where Linux shows what is plugged in: directly, or in a folder for each user."""

_MOST = 999


@dataclass(frozen=True, slots=True)
class Carried:
    """The file that was written, and the sentences of the folders that did not take it."""

    path: Path
    refused: tuple[str, ...]


def media(
    roots: Iterable[Path] = MEDIA, is_mounted: Callable[[Path], bool] = os.path.ismount
) -> tuple[Path, ...]:
    """The media that are plugged in, by name. An empty folder that one left behind is none."""
    found: list[Path] = []
    for root in roots:
        for folder in _folders(root):
            inner = [folder] if is_mounted(folder) else _folders(folder)
            found += [place for place in inner if is_mounted(place)]
    return tuple(found)


def carry(data: bytes, stem: str, suffix: str, folders: Iterable[Path]) -> Carried:
    """Write `data` as `stem` + `suffix` into the first of `folders` that takes it.

    Where the name is taken by something else, a number is added; the same data are not written
    twice. Raises :class:`NotSaved` for the last folder where none took it.
    """
    refused: list[NotSaved] = []
    for folder in folders:
        done = _carried_into(folder, data, stem, suffix)
        if isinstance(done, Path):
            return Carried(done, tuple(map(str, refused)))
        refused.append(done)
    raise refused[-1] if refused else NotSaved(f"{stem}{suffix}", Why.GONE)


def _carried_into(folder: Path, data: bytes, stem: str, suffix: str) -> Path | NotSaved:
    try:
        path = _free(folder, stem, suffix, data)
        if not path.exists():
            save(path, data)
            _settle(folder)
    except NotSaved as told:
        return told
    return path


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(path for path in root.iterdir() if path.is_dir())
    except OSError:
        return []


def _free(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """The first name that is free or already holds these data."""
    name = f"{stem}{suffix}"
    for number in range(1, _MOST):
        path = folder / (name if number == 1 else f"{stem}-{number}{suffix}")
        try:
            if path.read_bytes() == data:
                return path
        except (FileNotFoundError, NotADirectoryError):
            return path
        except (IsADirectoryError, PermissionError):
            continue  # taken
        except OSError as error:  # the stick has gone: every other name would say the same
            raise NotSaved(name, Why.OTHER) from error
    raise NotSaved(name, Why.NAME)


def _settle(folder: Path) -> None:
    """Bring the name to the disk as well: a stick is pulled out without asking."""
    # As `sync_folder` in quiz/keep/whole_file.py: floors of one height do not know each other, and
    # the model, the only floor below both, knows no files.
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
