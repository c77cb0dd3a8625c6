"""`kiosk card`: the card for the cabinet, saved as PDF."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import __version__, paths

if TYPE_CHECKING:
    from quiz.exchange.card import Cabinet
    from quiz.exchange.paper import PageSize
    from quiz.options import Options


def save_card(asked: Options) -> int:
    """Save the card of the kiosk that is `asked` for, and say where; the exit code."""
    from quiz.exchange.saving import NotSaved, save

    file: Path = asked.rest.file
    if not file.suffix:
        file = file.with_suffix(".pdf")
    try:
        save(file, _drawn(asked))
    except NotSaved as told:
        print(told, file=sys.stderr)
        return 1
    print(f"Saved: {file.absolute()}")
    return 0


def _drawn(asked: Options) -> bytes:
    """The card as PDF. Drawing needs Qt, but no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from quiz.exchange.card import card
    from quiz.exchange.pdf import pdf

    app = QGuiApplication.instance() or QGuiApplication(["quiz"])
    drawn = pdf(card(cabinet(asked, date.today())), _size(asked.rest.paper), paths.FONTS)
    del app
    return drawn


def cabinet(asked: Options, today: date) -> Cabinet:
    """What the site file says of this kiosk; where there is none, what holds without one."""
    from quiz.exchange.card import Cabinet
    from quiz.kiosk.start import with_options
    from quiz.model.site import Site
    from quiz.packs.site import read_site

    site_file = paths.site_file(asked.rest.site, os.environ)
    site = with_options(read_site(site_file).site if site_file.exists() else Site(), asked)
    frozen = getattr(sys, "frozen", False)
    return Cabinet(
        site_file=site_file,
        unlock=site_file.parent / paths.UNLOCK_FILE,
        content=Path(site.content) if site.content else None,
        corner=site.staff_corner,
        has_pin=bool(site.pin_hash),
        command=Path(sys.executable).name if frozen else "python main.py",
        version=__version__,
        day=today.isoformat(),
    )


def _size(paper: str | None) -> PageSize:
    """The sheet that was asked for; without one, Letter where the system prints on it."""
    from PySide6.QtCore import QLocale

    from quiz.exchange.paper import PageSize

    metric = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return PageSize.LETTER if paper == "letter" or not (paper or metric) else PageSize.A4
