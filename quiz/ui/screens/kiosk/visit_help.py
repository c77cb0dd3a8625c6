"""Where a visitor gets help: advice that is true everywhere, and the lines of one country."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from quiz.model.helpline import Helpline
from quiz.ui.kiosk.pages import Chapter, Part
from quiz.ui.screens.kiosk.visit_sheet import Choice, Kind, Rank, Sheet, part
from quiz.ui.screens.support import bill_words, code_of, help_words

translate = QCoreApplication.translate  # lupdate knows it by this name


def help_sheet(lines: Sequence[Helpline]) -> Sheet:
    """A chapter of advice, then one for each line of help."""
    advice = (
        translate("Visit", "In danger: call the local emergency number."),
        translate("Visit", "Here: the staff of this house."),
        translate(
            "Visit",
            "For the body or the mind: a doctor, a nurse or a pharmacist listens, and keeps it "
            "private.",
        ),
        translate("Visit", "For anything else: an adult one can trust."),
        *(
            [translate("Visit", "Scan a code to call that number from your own phone.")]
            if lines
            else []
        ),
    )
    head = part(Kind.HEAD, translate("Visit", "Where to get help"), leads=True)
    first = Chapter((head, *(part(Kind.TEXT, words) for words in advice)), matters=True)
    chapters = [first]
    for line in lines:
        words = (
            translate("Visit", "Next number")
            if len(chapters) > 1
            else translate("Visit", "Numbers")
        )
        chapters.append(Chapter(_line(line), words, matters=True, compact=True))
    return Sheet(tuple(chapters), (Choice("return", translate("Visit", "Close"), Rank.MAIN),), True)


def _line(line: Helpline) -> tuple[Part[Kind], ...]:
    locale = QLocale()
    seen = translate("Visit", "Number last looked up on {0}.")
    day = locale.toString(
        QDate(line.verified_on.year, line.verified_on.month, line.verified_on.day),
        QLocale.FormatType.LongFormat,
    )
    when = translate("Visit", "{0}. Cost: {1}. {2}").format(line.hours, line.cost, bill_words(line))
    whom = [locale.createSeparatedList([help_words(kind) for kind in line.is_for])]
    if line.region:
        whom.append(translate("Visit", "Only in {0}.").format(line.region))
    if line.languages:
        names = [QLocale.languageToString(QLocale(code).language()) for code in line.languages]
        whom.append(translate("Visit", "Spoken: {0}.").format(locale.createSeparatedList(names)))
    if line.min_age:
        whom.append(translate("Visit", "From {0} years.").format(locale.toString(line.min_age)))
    parts = [
        part(Kind.HEAD, line.name, leads=True),
        part(Kind.CALL, line.number, aside=code_of(line), whole=True),
        part(Kind.TEXT, when),
        part(Kind.CAPTION, "\n".join(whom)),
    ]
    if line.note:
        parts.append(part(Kind.TEXT, line.note))
    parts.append(part(Kind.CAPTION, seen.format(day)))
    return tuple(parts)
