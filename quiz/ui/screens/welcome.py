"""The first page of a visit: what this is, and that nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from quiz.ui.pages import Chapter
from quiz.ui.screens.visit_sheet import Choice, Kind, Rank, Sheet, part


def _tr(text: str) -> str:
    return QCoreApplication.translate("Visit", text)


def welcome_sheet(questions: int, languages: Sequence[tuple[str, str]]) -> Sheet:
    """`questions` in a round; `languages`: the codes and the own names of those offered besides."""
    if not questions:
        words = _tr("There is nothing to play here at the moment.")
        return Sheet((Chapter((part(Kind.STATEMENT, words),)),), ())
    said = _tr("{0} statements. Is each of them a myth or a reality?")
    parts = (
        part(Kind.DISPLAY, _tr("Myth or Reality"), leads=True),
        part(Kind.TEXT, said.format(QLocale().toString(questions))),
        part(Kind.TEXT, _tr("Nothing you do here is stored.")),
        part(Kind.CAPTION, _tr("Aa: smaller text, so that nobody reads along.")),
    )
    choices = [
        Choice("start", _tr("Start"), Rank.MAIN),
        Choice("help", _tr("Where to get help")),
        *(Choice(f"language:{code}", name) for code, name in languages),
    ]
    return Sheet((Chapter(parts),), tuple(choices))
