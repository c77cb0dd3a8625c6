"""The kiosk itself, told in order.

1. Read the site file; where it has a fault, its last good copy, and go on whatever it says.
2. Read the packs; where they have a fault, their last good copy, or what came with the program.
3. Make the application, and the window with all that it is given.
4. Show the resting screen, and stay until the staff leave it or it wants to be started afresh.

Nothing here asks anybody anything, and no fault of a file stops it: faults are told to the staff.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quiz import __version__, paths
from quiz.app import make_application
from quiz.keep.last_good import LastGood
from quiz.kiosk.heartbeat import resident_mb
from quiz.model.language import in_turn
from quiz.model.site import Site, Speech
from quiz.packs.site import read_site
from quiz.packs.watch import ContentWatch, Taken

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from quiz.kiosk.heartbeat import Heart
    from quiz.model.helpline import Helpline
    from quiz.options import Options
    from quiz.ui.kiosk.window import KioskWindow

NO_VOICE = (
    "The site wants speech, and this machine has no voice: who cannot read the screen cannot take "
    "part. packaging/kiosk/README.md says what to install, “kiosk check” what is missing."
)
"""For the staff: found out at the start, so it is gone after the next one."""

TRIAL_S = 3600.0
"""Seconds after which a kiosk that plays only what came with it tries the site's content again."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a kiosk starts from. `copies` keeps what is sound; `faults` are sentences for staff.

    `look_up` gives those of what a sound site file names and the content lacks, as it is now; None
    where the site file itself has the faults.
    """

    taken: Taken
    watch: ContentWatch
    copies: LastGood
    configuration: Path
    state: Path
    shipped_only: bool
    faults: tuple[str, ...]
    look_up: Callable[[], tuple[str, ...]] | None = None


def sit(asked: Options, heart: Heart) -> int:
    """The kiosk, until it is left; the exit code."""
    from quiz.ui.kiosk.mishaps import KioskMishaps

    mishaps = KioskMishaps(_give_up)
    mishaps.install()
    found = find(asked)
    heart.ceiling_mb = found.taken.site.memory_ceiling_mb
    app = make_application()
    app.setQuitOnLastWindowClosed(False)  # where there is no screen there is no window
    window = kiosk_window(found, app, heart.beat, asked.seed)
    mishaps.wipe_with(window.take_mishap)
    window.left.connect(app.exit)
    window.begin()
    gc.collect()
    gc.freeze()  # what stays to the end is looked through no more
    gc.enable()
    return app.exec()


def _give_up() -> None:
    """The process is of no use any more; its parent starts another one."""
    os._exit(1)


def find(asked: Options) -> Found:
    """What there is to play, as far as all files allow."""
    from quiz.kiosk.start import with_options

    path = paths.site_file(asked.rest.site, os.environ)
    state = paths.state_folder(os.environ)
    copies = LastGood(state)
    site, unsure, told = Site(), False, []
    sound = False
    if asked.rest.site or path.exists():
        reading = read_site(path)
        site, unsure, told = reading.site, reading.unsure, [*reading.problems]
        copy = copies.site()
        sound = not told
        if sound:
            copies.keep_site(path)
        elif copy is not None:
            older = read_site(copy, home=path.parent)
            if not older.problems:
                site, unsure = older.site, False
    site = with_options(site, asked)
    shipped_only = bool(asked.rest.shipped_content_only)
    if shipped_only:
        site = replace(site, content="", packs=())
    own = Path(site.content) if site.content else None
    watch = ContentWatch(own or paths.CONTENT, site, unsure=unsure)
    taken = watch.read(copies.content() if own else None, paths.CONTENT if own else None)
    if own is None:
        copies = LastGood(None)  # what came with the program needs no copy

    def look_up() -> tuple[str, ...]:
        return tuple(map(str, read_site(path, watch.there).problems))

    faults = tuple(map(str, told))
    start = taken, watch, copies, path.parent, state, shipped_only
    if sound and not shipped_only:  # what it names may not be there all the same
        return Found(*start, look_up(), look_up)
    return Found(*start, faults)


def kiosk_window(
    found: Found, app: QApplication, beat: Callable[[], None], seed: int | None = None
) -> KioskWindow:
    """The window, not shown yet."""
    from quiz.keep.pin import Pin
    from quiz.ui.kiosk.around import Around
    from quiz.ui.kiosk.between_visitors import NewContent
    from quiz.ui.kiosk.idle import steady
    from quiz.ui.kiosk.speech import Speaker
    from quiz.ui.kiosk.tally import Tally
    from quiz.ui.kiosk.window import KioskWindow
    from quiz.ui.languages import look_in, wear
    from quiz.ui.seats import Screens

    site = found.taken.site
    look_in(paths.TRANSLATIONS)
    for code in in_turn(site.languages, [pack.language for pack in found.taken.packs])[:1]:
        wear(app, code)
    speaker = None if site.speech is Speech.OFF else Speaker.opened(parent=app)
    mute = site.speech is not Speech.OFF and speaker is None
    faults = () if found.look_up else found.faults
    around = Around(
        rng=Random(seed),
        tally=Tally(Path(site.counts) if site.counts else None, found.state, site.counts_floor),
        lock=Pin(site.pin_hash, found.state, found.configuration, steady),
        version=__version__,
        megabytes=resident_mb,
        beat=beat,
        helplines=_Lines(found.watch.folder, site.country or _system_country()),
        speaker=speaker,
        content=NewContent(found.watch, found.copies, steady),
        faults=(*faults, NO_VOICE) if mute else faults,
        look_up=found.look_up or tuple,
        afresh_after=TRIAL_S if found.shipped_only else None,
    )
    window = KioskWindow(found.taken.packs, site, Screens(app), around)
    window.take_content(replace(found.taken, fresh=False))
    return window


class _Lines:
    """The lines of help of one country: those beside the packs, else those of the program."""

    def __init__(self, folder: Path, country: str) -> None:
        self._folders = folder, paths.CONTENT
        self._country = country

    def __call__(self, day: date) -> tuple[Helpline, ...]:
        from quiz.model.helpline import shown
        from quiz.packs.helplines import read_helplines

        for folder in self._folders:
            lines = shown(read_helplines(folder, day).helplines, self._country, day)
            if lines:
                return lines
        return ()


def _system_country() -> str:
    from PySide6.QtCore import QLocale

    return QLocale.territoryToCode(QLocale.system().territory())
