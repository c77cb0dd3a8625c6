"""The first page of a visit: what this is, and that nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from quiz.ui.kiosk.pages import Chapter
from quiz.ui.screens.kiosk.visit_sheet import Choice, Kind, Rank, Sheet, part
from quiz.ui.words import round_in_words

translate = QCoreApplication.translate  # lupdate knows it by this name


def welcome_sheet(
    questions: int, languages: Sequence[tuple[str, str]], *, counted: bool = False
) -> Sheet:
    """`questions` in a round; `languages`: the codes and the own names of those offered besides.
    `counted`: the site keeps its anonymous counts, and a promise has to be true (STANDARDS R115).
    """
    if not questions:
        words = translate("Visit", "There is nothing to play here at the moment.")
        return Sheet((Chapter((part(Kind.STATEMENT, words),)),), ())
    promise = translate("Visit", "Nothing you do here is stored.")
    if counted:
        promise = translate(
            "Visit",
            "Nothing about you is stored: only how many people, ten or more together, had each "
            "statement right.",
        )
    parts = (
        part(Kind.DISPLAY, translate("Visit", "Myth or Reality"), leads=True),
        part(Kind.TEXT, round_in_words(questions)),
        part(Kind.TEXT, promise),
        part(
            Kind.CAPTION,
            translate("Visit", "Aa: smaller text, so that nobody reads along."),
        ),
    )
    choices = [
        Choice("start", translate("Visit", "Start"), Rank.START),
        Choice("help", translate("Visit", "Where to get help")),
        *(Choice(f"language:{code}", name) for code, name in languages),
    ]
    return Sheet((Chapter(parts, closer=parts[:-1]),), tuple(choices))
