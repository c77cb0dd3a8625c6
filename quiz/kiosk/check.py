"""`kiosk check`: a line for each thing that a kiosk needs, and what to do where it is not so.

It never claims more than it saw (STANDARDS R102): see :mod:`quiz.kiosk.enforced`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import paths
from quiz.kiosk.enforced import RECIPES, Answer, Finding, of_machine
from quiz.kiosk.machine import Machine
from quiz.model.glass import least_room
from quiz.model.site import Site, Speech

if TYPE_CHECKING:
    from quiz.model.question import Pack
    from quiz.options import Options
    from quiz.packs.problems import Problem

SITE, CONTENT = "The site file has no faults", "The content has no faults"


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk as its files describe it: its site file, there or not, and what was read of it."""

    site_file: Path
    site: Site
    site_problems: tuple[Problem, ...]
    content: Path
    packs: tuple[Pack, ...]
    content_problems: tuple[Problem, ...]
    program: Path
    state: Path


def check(asked: Options) -> int:
    """Print the findings for the kiosk that is `asked` for; 1 where there are gaps."""
    machine = Machine.here()
    kiosk = read(asked, where(machine))
    findings = [
        *of_machine(machine),
        *of_files(kiosk),
        *of_site(kiosk.site),
        of_speech(kiosk.site, kiosk.packs, voices),
    ]
    print(report(machine.user, kiosk, findings))
    return 1 if any(finding.answer is not Answer.YES for finding in findings) else 0


def where(machine: Machine) -> Mapping[str, str]:
    """The environment that says where files are, as the kiosk's unit has it: who checks is often
    not in it.
    """
    told = {}
    unit = machine.unit()
    if unit and "user" not in unit.path.parts:
        for setting, name, base in (
            ("ConfigurationDirectory", "CONFIGURATION_DIRECTORY", "/etc"),
            ("StateDirectory", "STATE_DIRECTORY", "/var/lib"),
        ):
            if folders := unit.settings.get(setting, "").split():
                told[name] = f"{base}/{folders[0]}"
    return {**told, **machine.environment}


def read(asked: Options, environment: Mapping[str, str]) -> Kiosk:
    """Read the site and the content of the kiosk that is `asked` for."""
    from quiz.kiosk.start import with_options
    from quiz.packs.shelf import open_shelf
    from quiz.packs.site import read_site

    site_file = paths.site_file(asked.rest.site, environment)
    wanted = asked.rest.site is not None or site_file.exists()
    site = with_options(read_site(site_file).site if wanted else Site(), asked)
    content = Path(site.content) if site.content else paths.CONTENT
    shelf = open_shelf(content).read()
    return Kiosk(
        site_file=site_file,
        site=site,
        site_problems=read_site(site_file, shelf.packs).problems if wanted else (),
        content=content,
        packs=tuple(shelf.packs),
        content_problems=tuple(shelf.problems),
        program=paths.ROOT,
        state=paths.state_folder(environment),
    )


def report(user: str, kiosk: Kiosk, findings: Sequence[Finding]) -> str:
    """All findings, the faults of the files below the line that counts them."""
    faults = {SITE: kiosk.site_problems, CONTENT: kiosk.content_problems}
    lines = [f"Seen by the user “{user}”, with the site file {kiosk.site_file}"]
    for finding in findings:
        lines.append(str(finding))
        lines += [f"  {problem}" for problem in faults.get(finding.thing, ())]
    answers = [finding.answer for finding in findings]
    no, unknown = answers.count(Answer.NO), answers.count(Answer.CANNOT_TELL)
    lines.append(
        f"Of {len(answers)}: yes {len(answers) - no - unknown}, no {no}, cannot tell {unknown}."
    )
    return "\n".join(lines)


def of_files(kiosk: Kiosk, may_write: Callable[[Path], bool] | None = None) -> Iterator[Finding]:
    """Whether the files are sound, and whether only what is meant to be written can be."""
    may_write = may_write or _may_write
    if not kiosk.site_file.exists() and not kiosk.site_problems:
        do = "Copy packaging/kiosk/kiosk.yaml there, and fill it in."
        yield Finding(SITE, Answer.NO, "There is none, so nothing of this site is known.", do)
    else:
        yield _sound(SITE, kiosk.site_problems, "It was read.")
    read = f"{kiosk.content} was read, {_count(len(kiosk.packs), 'pack')}."
    yield _sound(CONTENT, kiosk.content_problems, read)
    thing = "Program, content and site file cannot be changed"
    open_to_user: list[Path] = []
    for path in _to_protect(kiosk):
        if not set(path.parents) & set(open_to_user) and may_write(path):
            open_to_user.append(path)
    if open_to_user:
        named = ", ".join(map(str, open_to_user[:4])) + (", …" if open_to_user[4:] else "")
        do = "Let them belong to another user."
        yield Finding(thing, Answer.NO, f"This user may write {named}.", do)
    else:
        yield Finding(thing, Answer.YES, "This user may write none of them.")
    thing = "The state folder can be written"
    if may_write(kiosk.state):
        yield Finding(thing, Answer.YES, f"This user may write {kiosk.state}.")
    else:
        seen = f"This user may not write {kiosk.state}."
        do = "Let it belong to the kiosk's user: the last good content is kept there."
        yield Finding(thing, Answer.NO, seen, do)
    if kiosk.site.counts:
        yield _of_counts(Path(kiosk.site.counts), may_write)


def _of_counts(path: Path, may_write: Callable[[Path], bool]) -> Finding:
    """Whether the counts can go where the site wants them, as far as it can be seen without
    making the file.
    """
    thing = "The counts can be kept"
    if os.path.lexists(path) and not path.is_file():
        seen = f"{path} is a folder, a device or a broken link."
        return Finding(thing, Answer.NO, seen, "Name a file in “counts”.")
    # Beside it a journal is written; the folder is made where it is missing.
    if not (may_write(path) and may_write(path.parent)):
        seen = f"This user may not write {path}."
        return Finding(thing, Answer.NO, seen, "Name a file in a folder of the kiosk's user.")
    if path.exists() and _holds_something_else(path):
        seen = f"{path} holds something else, and is left as it is."
        return Finding(thing, Answer.NO, seen, "Choose another name.")
    return Finding(thing, Answer.YES, f"This user may write {path}.")


def _holds_something_else(path: Path) -> bool:
    """Whether a file is none of SQLite's; a damaged one is put aside by the kiosk itself."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return True
    return bool(head.strip(b"\0")) and head != b"SQLite format 3\0"


def _sound(thing: str, problems: Sequence[Problem], read: str) -> Finding:
    if not problems:
        return Finding(thing, Answer.YES, read)
    return Finding(thing, Answer.NO, f"It has {_count(len(problems), 'fault')}:")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _to_protect(kiosk: Kiosk) -> Iterable[Path]:
    """What nobody at the screen should be able to change, whatever they have got out of."""
    folders = [kiosk.program, kiosk.content, kiosk.site_file.parent]
    files = [path for path in [kiosk.site_file] if path.exists()]
    return dict.fromkeys([*folders, *files, *sorted(kiosk.content.rglob("*.yaml"))])


def _may_write(path: Path) -> bool:
    """Whether this user may; of what is not there yet, whether it could be made."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return os.access(path, os.W_OK)


def of_site(site: Site) -> Iterator[Finding]:
    """Whether the site says what nobody else can know."""
    thing, width = "The width of the screen is set", site.screen_width_mm
    if width:
        yield Finding(thing, Answer.YES, f"screen_width_mm is {width}.")
        yield _of_room(width, site.reading_distance_mm)
    else:
        seen = "Without it nobody knows how large things are on the glass."
        do = "Measure the picture with a ruler, and set screen_width_mm."
        yield Finding(thing, Answer.NO, seen, do)
    thing, hours = "The opening hours are set", site.opening_hours
    if hours:
        yield Finding(thing, Answer.YES, f"{_clock(hours.opens)} to {_clock(hours.closes)}.")
    else:
        seen = "Without them the resting screen is never dimmed."
        yield Finding(thing, Answer.NO, seen, "Set opening_hours.")
    thing = "The staff have a PIN"
    if site.pin_hash:
        yield Finding(thing, Answer.YES, "pin_hash is set.")
    else:
        seen = "Without one the staff room stays shut, and only the system can end the kiosk."
        yield Finding(thing, Answer.NO, seen, "Run “python main.py kiosk pin”.")


def _of_room(width: float, distance: float) -> Finding:
    """Whether the screen is large enough for where it is read from. Its height is not known here:
    a common screen is 16 to 9.
    """
    thing = "The screen is large enough"
    upright, high = least_room(distance)
    across = math.ceil(high * 16 / 9)
    if width >= across:
        return Finding(thing, Answer.YES, f"From {distance} mm, {across} mm across are enough.")
    do = "Take a larger screen, or one that is read from nearer by, and set reading_distance_mm."
    if width >= upright:
        seen = (
            f"From {distance} mm it is, if it stands upright. If it lies across, {across} mm are "
            "needed, and on less all type and buttons are smaller than they should be."
        )
        return Finding(thing, Answer.CANNOT_TELL, seen, do)
    seen = (
        f"From {distance} mm it takes at least {math.ceil(upright)} mm upright and {across} mm "
        "across. On less all type and buttons are smaller than they should be."
    )
    return Finding(thing, Answer.NO, seen, do)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def of_speech(
    site: Site, packs: Sequence[Pack], voices: Callable[[], frozenset[str] | None]
) -> Finding:
    """Whether the quiz can be heard; `voices` gives the languages that can be spoken."""
    thing = "The quiz can be heard"
    if site.speech is Speech.OFF:
        seen = "speech is off, so who cannot read the screen cannot take part."
        return Finding(thing, Answer.NO, seen, f"Connect a headset and a keypad ({RECIPES}).")
    spoken = voices()
    if spoken is None:
        seen = "QtTextToSpeech is not there, or has no engine with a voice."
        do = "Install PySide6-Addons, speech-dispatcher and espeak-ng."
        return Finding(thing, Answer.NO, seen, do)
    silent = {pack.language for pack in packs if pack.language.split("-")[0] not in spoken}
    if silent:
        names = ", ".join(sorted(silent))
        return Finding(thing, Answer.NO, f"No voice speaks {names}.", "Install one.")
    seen = f"There is a voice; whether the {site.speech.value} sounds was not heard."
    return Finding(thing, Answer.YES, seen)


def voices() -> frozenset[str] | None:
    """The languages of this machine's voices; None where there is no voice at all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from quiz.ui.kiosk.speech import Speaker

    app = QGuiApplication.instance() or QGuiApplication(["quiz"])
    speaker = Speaker.opened()
    spoken = None if speaker is None else frozenset(speaker.languages)
    del speaker, app
    return spoken
