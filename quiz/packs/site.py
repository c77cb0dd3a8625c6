"""A kiosk's site file, ``kiosk.yaml``: read as strictly as a pack, and never a reason to stop.

What is wrong costs only itself, and the usual value stands in, but where that could show more than
was meant it is not the usual one:

- Where `age_band`, `packs` or `topics` cannot be read, only what is for the youngest is asked.
- A PIN that cannot be read is no PIN: the staff room stays shut.
- Counts are kept only where both their file and their floor can be read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from quiz.model.draw import in_play
from quiz.model.language import closest
from quiz.model.question import AgeBand, Pack
from quiz.model.setting import IdleLimits
from quiz.model.site import Corner, Hours, Site, Speech
from quiz.model.votes import HIGHEST_FLOOR, LOWEST_FLOOR

from .checker import FAULTY, Checker, Enough
from .countries import Country
from .fields import ID, LANGUAGE, Field, Kind, ListOf, Record
from .files import is_folder, is_there
from .kinds import Choice, Number
from .marks import marks
from .plan import PLAN
from .problems import Problem, in_order, near_miss
from .records import file_text
from .site_kinds import AmountOrNone, FileName, PinHash, TimeOfDay
from .strict_yaml import Events
from .yaml_faults import Mark, YamlFault, translated

FILE = "kiosk.yaml"
YOUNGEST = next(iter(AgeBand))
# What limits the questions, and other names under which somebody may have meant to.
_LIMITS = {
    "age_band": re.compile("(?<![a-z])ages?(?![a-z])|band|audience", re.IGNORECASE),
    "packs": re.compile("pack", re.IGNORECASE),
    "topics": re.compile("topic|theme", re.IGNORECASE),
}


def _optional(name: str, about: str, kind: Kind) -> Field:
    return Field(name, kind, about, required=False)


_SECONDS = Number(30, 600)
IDLE = Record(
    "idle",
    _optional("question", "Seconds without a touch on a question, before the warning.", _SECONDS),
    _optional("explanation", "The same on an explanation.", _SECONDS),
    _optional("warning", "How many seconds the warning lasts.", Number(20, 60)),
    build=IdleLimits,
    lenient=True,
)
HOURS = Record(
    "hours",
    Field("opens", TimeOfDay(), "When the house opens."),
    Field("closes", TimeOfDay(), "When it closes; before `opens`: after midnight."),
    build=Hours,
)
SITE = Record(
    "site",
    _optional(
        "content",
        "The folder of packs, from this file's own folder on; without it: those of the program.",
        FileName("folder"),
    ),
    _optional("packs", "The ids of the packs to ask from; none: all.", ListOf(ID, "pack", 0, True)),
    _optional(
        "topics", "The ids of the topics to ask from; none: all.", ListOf(ID, "topic", 0, True)
    ),
    _optional("age_band", "The oldest questions to ask; 15-18 if not said.", Choice.of(AgeBand)),
    _optional(
        "languages",
        "The languages of the packs; none: all.",
        ListOf(LANGUAGE, "language", 0, True),
    ),
    _optional("questions", "How many questions a visitor is asked; 5 if not said.", Number(1, 20)),
    _optional("idle", "When a visitor is taken to have left; 60, 90 and 30 if not said.", IDLE),
    _optional(
        "screen_width_mm",
        "How wide the picture is, measured with a ruler.",
        Number(100, 3000),
    ),
    _optional(
        "reading_distance_mm",
        "How far eyes are from the screen; 600 if not said.",
        Number(300, 2000),
    ),
    _optional("opening_hours", "Outside of them the resting screen is dimmed.", HOURS),
    _optional("pin_hash", "What opens the staff's room; without it nothing does.", PinHash()),
    _optional(
        "counts",
        "The file of anonymous counts, from this file's own folder on; without it: no counts.",
        FileName("file"),
    ),
    _optional(
        "counts_floor",
        "How many people a figure stands for at least; 10 if not said.",
        Number(LOWEST_FLOOR, HIGHEST_FLOOR),
    ),
    _optional("speech", "Where speech may come out; off if not said.", Choice.of(Speech)),
    _optional(
        "staff_corner",
        "Where the staff touch five times; top-left if not said.",
        Choice.of(Corner),
    ),
    _optional("nightly_restart", "When the program starts afresh each night.", TimeOfDay()),
    _optional(
        "memory_ceiling_mb",
        "From how much memory on it starts afresh, 0 for never; 600 if not said.",
        AmountOrNone(200, 16_000),
    ),
    _optional("country", "Whose lines of help are shown.", Country()),
    lenient=True,
)


@dataclass(frozen=True, slots=True)
class SiteReading:
    """What came of reading a site file: a site that can be used in any case, and every fault.

    `unsure`: what limits the questions could not be read, so `site` asks those for the youngest.
    """

    site: Site
    problems: tuple[Problem, ...]
    unsure: bool = False


_CAREFUL = SiteReading(Site(age_band=YOUNGEST), (), unsure=True)


def read_site(
    path: Path, packs: Sequence[Pack] | None = None, *, home: Path | None = None
) -> SiteReading:
    """Reads the site file `path` and looks up what it names in `packs` (None: nowhere).

    Names of files count from the folder `home`, by default the one of `path`: a copy of the file
    means what the original does.
    """
    checker = Checker(path.name)
    reading = _CAREFUL
    text = _text(checker, path)
    if text is not None:
        reader = _SiteReader(checker, text, (home or path.parent).absolute())
        try:
            with suppress(Enough):
                reading = reader.reading(packs)
        except (yaml.YAMLError, YamlFault) as error:
            checker.tell_yaml("file", translated(error, text))
    return replace(reading, problems=in_order(checker.problems))


def _text(checker: Checker, path: Path) -> str | None:
    """What the file holds. It may be a link: its name comes from who set up the kiosk."""
    real = Path(os.path.realpath(path))
    return file_text(checker, real.parent, real.name)


class _SiteReader:
    def __init__(self, checker: Checker, text: str, home: Path) -> None:
        self._checker = checker
        self._text = text
        self._home = home
        self._marks: dict[tuple[str, str], Mark] = {}

    def reading(self, packs: Sequence[Pack] | None) -> SiteReading:
        """The site as far as it can be read; its faults are with the checker."""
        events = Events(self._text)
        start = events.first()
        if start is None and self._text.strip():  # comments: the usual holds for everything
            return SiteReading(Site(), ())
        if start is None:
            hint = f"Take the file away, or begin with packaging/kiosk/{FILE}."
            self._checker.tell("file", None, "is empty", hint)
            return _CAREFUL
        values = self._checker.record(SITE, events, start)
        events.end()
        self._checker.settle("site")
        if values is FAULTY:
            return _CAREFUL
        self._marks = dict(marks(self._text))
        unsure = self._keep_safe(values)
        for name in ("content", "counts"):
            if name in values:
                values[name] = str(self._home / values[name])
        site = Site(**values)
        if packs is not None:
            self._look_up(site, packs)
        return SiteReading(site, (), unsure)

    def _keep_safe(self, values: dict[str, Any]) -> bool:
        """Takes the careful value where the usual one could do harm; whether that was the band."""
        lost = {name for name in SITE.fields if self._is_lost(name, values)}
        if lost & {"counts", "counts_floor"}:
            values.pop("counts", None)
        if lost & _LIMITS.keys():
            values["age_band"] = YOUNGEST
            return True
        return False

    def _is_lost(self, field: str, values: dict[str, Any]) -> bool:
        """Whether something was written for a field, or for what may be meant to be it, in vain."""
        for name, entry in self._marks:
            if name == field:
                lost = field not in values or bool(entry and not values[field])
            elif name in SITE.fields:
                lost = False
            else:
                alike = field in _LIMITS and _LIMITS[field].search(name)
                lost = bool(alike) or near_miss(name, SITE.fields) == field
            if lost:
                return True
        return False

    def _look_up(self, site: Site, packs: Sequence[Pack]) -> None:
        if site.content and not packs:
            mark = self._marks[("content", "")]
            self._checker.tell("site, content", mark, *_no_packs(Path(site.content)))
            return
        ids = [pack.id for pack in packs]
        for id_ in site.packs:
            if id_ not in ids:
                what = f"there is no pack '{id_}' in the content, or it cannot be played"
                self._tell("packs", id_, what, ids)
        languages = [pack.language for pack in packs]
        for code in site.languages:
            if not closest(code, languages):
                what = f"there is no pack in the language '{code}'"
                self._tell("languages", code, what, languages)
        # Where a pack is misspelt, that is told, and not its topics too.
        topics = [topic.id for pack in chosen(site, packs) or packs for topic in pack.topics]
        for id_ in site.topics:
            if id_ not in topics:
                what = f"there is no topic '{id_}' in the packs of this kiosk"
                self._tell("topics", id_, what, topics)
        if not self._checker.problems and not in_use(site, packs):
            what = f"leaves no question to ask at {site.age_band.value}"
            hint = "Choose other packs, topics or languages, or an older age band."
            self._checker.tell("site", None, what, hint)

    def _tell(self, field: str, entry: str, what: str, known: list[str]) -> None:
        meant = near_miss(entry, known)
        hint = f"Did you mean '{meant}'?" if meant else "Take it out, or add it to the content."
        self._checker.tell(f"site, {field}", self._marks.get((field, entry)), what, hint)


def _no_packs(folder: Path) -> tuple[str, str]:
    """Why there is nothing to play in the content folder, and what to do."""
    if not is_there(folder):
        return f"there is no folder {folder}", "Make it, or name another folder."
    if not is_folder(folder):
        return f"{folder} is not a folder", "Name the folder that the packs are in."
    if not os.access(folder, os.R_OK | os.X_OK):
        return f"{folder} may not be read", "Give the kiosk's user the right to read it."
    what = f"there is no pack that can be played in {folder}"
    return what, "Put one there, or name another folder."


def is_site(path: Path) -> bool:
    """Whether a file is meant to be a site file rather than a lesson plan."""
    if path.name == FILE:
        return True
    names = field_names(path)
    if any(near_miss(name, ["pack", "packs"]) == "pack" for name in names):
        return False  # which a plan needs
    only_plan, only_site = PLAN.fields.keys() - SITE.fields, SITE.fields.keys() - PLAN.fields
    return bool(names) and len(names & only_site) >= len(names & only_plan)


def field_names(path: Path) -> set[str]:
    """The fields of a file, as far as it can be read."""
    names: set[str] = set()
    text = _text(Checker(path.name), path)
    with suppress(yaml.YAMLError, YamlFault):
        for (name, _), _ in marks(text or ""):
            names.add(name)
    return names


def chosen(site: Site, packs: Iterable[Pack]) -> list[Pack]:
    """The packs that the site names, in the closest that there is to a language that it names."""
    named = [pack for pack in packs if not site.packs or pack.id in site.packs]
    if not site.languages:
        return named
    offered = [pack.language for pack in named]
    wanted = {closest(code, offered) for code in site.languages}
    return [pack for pack in named if pack.language in wanted]


def in_use(site: Site, packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """The packs that the site asks from: chosen, and with a question in play."""
    return tuple(
        pack
        for pack in chosen(site, packs)
        if in_play(pack.questions, site.topics or None, site.age_band)
    )


def with_something_to_ask(site: Site, packs: Sequence[Pack], *, unsure: bool = False) -> Site:
    """The site, or where that leaves no question at all, one that is as near as it gets.

    First its choice of packs, topics and languages is given up, for the youngest that there is
    something for; its age band only where the site file could not say it (`unsure`), since no
    working kiosk can have meant a band that nothing is in.
    """
    if in_use(site, packs):
        return site
    open_to_all = replace(site, packs=(), topics=(), languages=())
    bands = [band for band in AgeBand if unsure or site.age_band.admits(band)]
    for wider in (site, open_to_all) if unsure else (open_to_all,):
        for band in bands:
            found = replace(wider, age_band=band)
            if in_use(found, packs):
                return found
    return site
