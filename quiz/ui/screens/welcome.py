"""The first page of a visit: what this is, and that nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from quiz.ui.pages import Chapter
from quiz.ui.screens.visit_sheet import Choice, Kind, Rank, Sheet, part


def _tr(text: str) -> str:
    return QCoreApplication.translate("Visit", text)


def welcome_sheet(
    questions: int, languages: Sequence[tuple[str, str]], *, counted: bool = False
) -> Sheet:
    """`questions` in a round; `languages`: the codes and the own names of those offered besides.
    `counted`: the site keeps its anonymous counts, and a promise has to be true (STANDARDS R115).
    """
    if not questions:
        words = _tr("There is nothing to play here at the moment.")
        return Sheet((Chapter((part(Kind.STATEMENT, words),)),), ())
    promise = _tr("Nothing you do here is stored.")
    if counted:
        promise = _tr(
            "Nothing about you is stored: only how many people, ten or more together, had each "
            "statement right."
        )
    said = _tr("{0} statements. Is each of them a myth or a reality?")
    parts = (
        part(Kind.DISPLAY, _tr("Myth or Reality"), leads=True),
        part(Kind.TEXT, said.format(QLocale().toString(questions))),
        part(Kind.TEXT, promise),
        part(Kind.CAPTION, _tr("Aa: smaller text, so that nobody reads along.")),
    )
    choices = [
        Choice("start", _tr("Start"), Rank.MAIN),
        Choice("help", _tr("Where to get help")),
        *(Choice(f"language:{code}", name) for code, name in languages),
    ]
    return Sheet((Chapter(parts),), tuple(choices))
