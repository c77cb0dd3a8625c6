"""All packs in a folder, sound and faulty side by side."""

from __future__ import annotations

from pathlib import Path

from quiz.model.language import closest
from quiz.model.question import Pack

from .files import is_there, list_names
from .problems import Problem, Wrong, in_order
from .reader import PackReader


def open_shelf(folder: Path) -> Shelf:
    """The packs in a folder, or the one pack that the folder is. Reads only each `pack.yaml`."""
    if is_there(folder / "pack.yaml"):
        return Shelf({"": PackReader(folder)}, ())
    try:
        names = [name for name, is_folder in list_names(folder) if is_folder]
    except Wrong as wrong:
        return Shelf({}, (Problem(folder.name, 1, 1, "folder", wrong.what, wrong.hint),))
    readers = {name: PackReader(folder / name, f"{name}/") for name in names}
    return Shelf(readers, () if readers else (_nothing_in(folder),))


def holds_packs(folder: Path) -> bool:
    """Whether a folder is a pack or has one in it, whatever state it is in."""
    try:
        names = [name for name, is_folder in list_names(folder) if is_folder]
    except Wrong:
        return False
    return any(is_there(folder / name / "pack.yaml") for name in ["", *names])


def _nothing_in(folder: Path) -> Problem:
    hint = "Put a pack in it: a folder with a pack.yaml."
    return Problem(folder.name, 1, 1, "folder", f"no packs in {folder.name}", hint)


class Shelf:
    """Packs that are read little by little.

    At first only the covers are known; after :meth:`read`, or once :meth:`step` has said False,
    `packs` and `problems` are whole. A faulty pack never costs the others.
    """

    def __init__(self, readers: dict[str, PackReader], problems: tuple[Problem, ...]) -> None:
        self._readers = readers
        self._own_problems = list(problems)
        self._waiting = list(readers.values())
        taken: dict[str, str] = {}
        for name, reader in readers.items():
            reader.step()
            if reader.cover and taken.setdefault(reader.cover.id, name) != name:
                first = taken[reader.cover.id]
                what = f"the id '{reader.cover.id}' is taken by the pack in {first}"
                hint = "Give this pack an id of its own."
                self._own_problems.append(
                    Problem(f"{name}/pack.yaml", 1, 1, "pack, id", what, hint)
                )
                reader.cover = None

    def step(self) -> bool:
        """Reads one more file; False once there is nothing left to read."""
        while self._waiting:
            if self._waiting[0].step():
                return True
            self._waiting.pop(0)
        return False

    def read(self) -> Shelf:
        """Reads all that is left."""
        while self.step():
            pass
        return self

    def preferring(self, language: str) -> Shelf:
        """The packs in this language before the others."""
        covers = {name: reader.cover for name, reader in self._readers.items()}
        best = closest(language, (cover.language for cover in covers.values() if cover))

        def later(name: str) -> bool:
            cover = covers[name]
            return cover is None or cover.language != best

        self._readers = {name: self._readers[name] for name in sorted(covers, key=later)}
        self._waiting.sort(key=list(self._readers.values()).index)
        return self

    @property
    def covers(self) -> tuple[Pack, ...]:
        """The packs without sources and questions, as far as they can say what they are."""
        return tuple(reader.cover for reader in self._readers.values() if reader.cover)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs that can be played, as far as they have been read."""
        found = (reader.reading().pack for reader in self._readers.values())
        return tuple(pack for pack in found if pack)

    @property
    def by_folder(self) -> dict[str, Pack]:
        """The packs that can be played by the name of their folder ("" for one given itself)."""
        found = {name: reader.reading().pack for name, reader in self._readers.items()}
        return {name: pack for name, pack in found.items() if pack}

    @property
    def faulty(self) -> tuple[str, ...]:
        """The folders of packs that cannot be played, as far as they have been read."""
        done = (name for name, reader in self._readers.items() if reader not in self._waiting)
        return tuple(name for name in done if not self._readers[name].reading().pack)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every fault that has been found so far, in order of file and line."""
        found = [p for reader in self._readers.values() for p in reader.reading().problems]
        return in_order([*self._own_problems, *found])
