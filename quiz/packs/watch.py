"""Content that is put into the folder while the kiosk runs: taken over when all of it is sound.

Looking costs a few names and sizes. Only when the folder has looked the same twice in a row (it may
be half copied) is it read, file by file, so that a touch never waits for it; only when nothing that
is used has a fault, and there is something to ask, is it taken.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from quiz.model.question import Pack
from quiz.model.site import Site

from .problems import Problem, in_order
from .shelf import Shelf, open_shelf
from .site import chosen, in_use, with_something_to_ask

Fingerprint: TypeAlias = "tuple[tuple[str, int, int, int], ...]"

_DEPTH = 3  # as in pack/questions/topic.yaml
_MOST_NAMES = 10_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What a kiosk asks from now on, and what its staff should know.

    `packs` are those that the site uses, () only where nothing can be asked at all; `site` is the
    site to use with them. `problems` are those of the folder as it is now. `fresh`: the packs are
    those of the folder as it is now, whole and sound, so a copy of it may be kept.
    """

    packs: tuple[Pack, ...]
    site: Site
    problems: tuple[Problem, ...]
    fresh: bool


class ContentWatch:
    """The content folder of a kiosk. `unsure` as in :class:`~quiz.packs.site.SiteReading`."""

    def __init__(self, folder: Path, site: Site, *, unsure: bool = False) -> None:
        self._folder = folder
        self._site = site
        self._unsure = unsure
        self._read: Fingerprint | None = None  # the folder as it was when it was read last
        self._seen: Fingerprint | None = None  # as it was when it was looked at last
        self._shelf: Shelf | None = None  # being read
        self._finished = False
        self._taken = Taken((), site, (), fresh=False)
        self.there: tuple[Pack, ...] = ()
        """The packs of the folder that can be played, used or not: to look up what a site names."""

    @property
    def folder(self) -> Path:
        """The folder."""
        return self._folder

    @property
    def taken(self) -> Taken:
        """What was taken last."""
        return self._taken

    def read(self, copy: Path | None = None, shipped: Path | None = None) -> Taken:
        """All of it at once, for the start.

        Where the folder has a fault, the last good `copy`; without a sound one, what can be asked
        of the folder in spite of its faults; else what came with the program (`shipped`).
        """
        self._read = self._seen = fingerprint(self._folder)
        self._shelf = None
        shelf = open_shelf(self._folder).read()
        self.there = shelf.packs
        problems = self._problems(shelf)
        shelves = [shelf, *(open_shelf(folder).read() for folder in (copy,) if folder)]
        for found in shelves:
            packs = self._sound(found, self._site)
            if packs:
                self._taken = Taken(packs, self._site, problems, fresh=found is shelf)
                return self._taken
        if shipped:
            shelves.append(open_shelf(shipped).read())
        for found in shelves:
            site = with_something_to_ask(self._site, found.packs, unsure=self._unsure)
            fresh = found is shelf and bool(self._sound(shelf, site))
            self._taken = Taken(in_use(site, found.packs), site, problems, fresh)
            if self._taken.packs:
                break
        return self._taken

    def changed(self) -> bool:
        """Looks at the folder: whether there is something new to be read by :meth:`step`.

        To be asked every few seconds. A folder that is still changing is waited for.
        """
        now = fingerprint(self._folder)
        if now != self._read:
            if self._shelf:  # half read, and already something else
                self._shelf = self._read = None
            settled = now == self._seen
            self._seen = now
            if not settled:
                return False
            self._read = now
            self._finished = False
            self._shelf = open_shelf(self._folder)
        return self._shelf is not None

    def step(self) -> bool:
        """Reads one more file of what is new; False once there is nothing left to read."""
        if self._shelf is None or self._finished:
            return False
        self._finished = not self._shelf.step()
        return not self._finished

    def take(self) -> Taken | None:
        """What is new, once it is read: None for nothing. To be asked between two visitors.

        The packs are new only where the folder is sound; otherwise they stay, and `problems` say
        why.
        """
        if self._shelf is None or not self._finished:
            return None
        shelf, self._shelf = self._shelf, None
        if not self.unchanged():
            self._read = None
            return None
        self.there = shelf.packs
        problems = self._problems(shelf)
        for site in (self._site, self._taken.site):
            packs = self._sound(shelf, site)
            if packs:
                self._taken = Taken(packs, site, problems, fresh=True)
                return self._taken
        self._taken = replace(self._taken, problems=problems, fresh=False)
        return self._taken

    def unchanged(self) -> bool:
        """Whether the folder is still as it was when it was read last."""
        return fingerprint(self._folder) == self._read

    def _sound(self, shelf: Shelf, site: Site) -> tuple[Pack, ...]:
        """The packs that the site uses, where nothing in them has a fault; else ()."""
        by_folder = shelf.by_folder
        asked = {name: pack for name, pack in by_folder.items() if chosen(site, [pack])}
        ids = {pack.id for pack in asked.values()}
        if self._gone(ids):
            return ()
        all_there = site.packs and ids.issuperset(site.packs)
        for problem in shelf.problems:
            name = "" if "" in by_folder else problem.file.split("/")[0]
            # A folder that cannot say its pack may be one of those asked for, if one is missing.
            if name in asked or (name not in by_folder and not all_there):
                return ()
        return in_use(site, asked.values())

    def _gone(self, ids: set[str]) -> list[str]:
        """The packs that the site names, that are in use, and that are not among `ids`."""
        used = [pack.id for pack in self._taken.packs]
        return [id_ for id_ in self._site.packs if id_ in used and id_ not in ids]

    def _problems(self, shelf: Shelf) -> tuple[Problem, ...]:
        told = list(shelf.problems)
        for id_ in self._gone({pack.id for pack in self.there}):
            hint = "Put it back, or take it out of the site file."
            told.append(self._problem(f"the pack '{id_}' is gone, or cannot be played", hint))
        if not in_use(self._site, self.there):
            hint = "Look at packs, topics, languages and age_band in the site file."
            told.append(self._problem("holds no question for this kiosk", hint))
        return in_order(told)

    def _problem(self, what: str, hint: str) -> Problem:
        return Problem(self._folder.name, 1, 1, "folder", what, hint)


def fingerprint(folder: Path) -> Fingerprint:
    """What the files of a folder of packs look like from outside; () where there is no folder."""
    return tuple(sorted(_looks(folder, _DEPTH, "")))


def _looks(folder: Path, depth: int, before: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for _, entry in zip(range(_MOST_NAMES), entries, strict=False)]
    except OSError:
        return
    for entry in found:
        name = before + entry.name
        if entry.name.startswith("."):
            continue
        try:
            info = entry.stat()
            is_folder = entry.is_dir()
        except OSError:
            yield name, 0, 0, 0
            continue
        if is_folder and depth > 1:
            yield from _looks(folder / entry.name, depth - 1, f"{name}/")
        if is_folder:
            yield f"{name}/", 0, 0, 0
        else:
            yield name, info.st_size, info.st_mtime_ns, info.st_ctime_ns
