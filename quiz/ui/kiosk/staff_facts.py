"""What the staff of a kiosk are told, gathered when they come in. Nothing is about a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from quiz.keep.figures import Count
from quiz.model.question import Pack
from quiz.ui.kiosk.tally import Tally
from quiz.ui.widgets.believed import Believed

translate = QCoreApplication.translate  # lupdate knows it by this name

MOST_FAULTS = 100
"""More are not shown: the rest is said as a number, with the command that tells all."""


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """Sentences and figures for the staff room.

    `faults`: each with its file, line, what, and what to do. `packs`: a sentence each. `counted`:
    what the figures are about; `believed`: the picture. `version` of the program.
    """

    faults: tuple[str, ...]
    packs: tuple[str, ...]
    counted: str
    believed: tuple[Believed, ...]
    version: str


def staff_facts(
    faults: Iterable[object], packs: Sequence[Pack], tally: Tally, version: str
) -> StaffFacts:
    """All there is to tell. `faults`: problems of site and content, or sentences."""
    figures = tally.figures()  # before the faults: the file may turn out to be damaged
    believed = tally.believed(figures, packs)
    return StaffFacts(
        faults=_not_too_many([*filter(None, map(str, faults)), *tally.faults]),
        packs=tuple(map(_about_pack, packs)),
        counted=_counted(figures, believed)
        if tally.wanted
        else translate("StaffFacts", "This kiosk keeps no counts."),
        believed=believed,
        version=version,
    )


def _not_too_many(faults: list[str]) -> tuple[str, ...]:
    if len(faults) <= MOST_FAULTS:
        return tuple(faults)
    more = QLocale().toString(len(faults) - MOST_FAULTS)
    pattern = translate(
        "StaffFacts", "And {0} more. “python main.py kiosk check” tells all of them."
    )
    return (*faults[:MOST_FAULTS], pattern.format(more))


def _about_pack(pack: Pack) -> str:
    if not pack.questions:
        return translate("StaffFacts", "{0}: no question of it can be asked.").format(pack.title)
    oldest = min(question.reviewed for question in pack.questions)
    pattern = translate(
        "StaffFacts", "{0}: {1} questions. Pack reviewed on {2}, its oldest question on {3}."
    )
    return pattern.format(
        pack.title, QLocale().toString(len(pack.questions)), _day(pack.reviewed), _day(oldest)
    )


def _counted(figures: Iterable[Count], believed: Sequence[Believed]) -> str:
    """Over which days, and how many visitors, as far as the figures may say it."""
    days = [count for count in figures if not count.question]
    if not days:
        return translate("StaffFacts", "There is no figure yet that stands for enough people.")
    if believed:
        pattern = translate(
            "StaffFacts", "{0} visitors, {1} to {2}. Myths believed most, by their facts:"
        )
    else:
        pattern = translate(
            "StaffFacts", "{0} visitors, {1} to {2}. No myth was answered by enough of them yet."
        )
    first, last = min(day.first for day in days), max(day.last for day in days)
    visitors = QLocale().toString(sum(day.sessions for day in days))
    return pattern.format(visitors, _day(first), _day(last))


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
