"""Where to get help: advice that is true everywhere, and the lines of one country."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from quiz.model.helpline import HelpFor, Helpline, OnBill
from quiz.ui.screens.aside import Aside
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Chip
from quiz.ui.widgets.card_page import CardPage
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.qr import QrCode
from quiz.ui.widgets.text import Caption, Display, Heading, Strong, Text


class SupportScreen(Aside):
    """Nothing is noted of what is looked at here."""

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(settling, parent)
        self._lines: dict[str, tuple[Helpline, ...]] = {}
        self._page = CardPage(self)
        self.head = Heading(self.tr("Where to get help"))
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.advice = Text(
            self.tr(
                "In danger: call the local emergency number.\n"
                "For the body or the mind: a doctor, a nurse or a pharmacist listens, and keeps it "
                "private.\n"
                "For anything else: an adult one can trust, at home, at school or where one works."
                "\nIn a school or a waiting room: the staff here."
            )
        )
        self.nothing = Text()
        self.countries = QButtonGroup(self)
        self._choices = QWidget()
        self._row = FlowLayout(self._choices, spacing=8)
        self._list = QWidget()
        for part in (self.head, self.advice, self._choices, self.nothing, self._list):
            self._page.inner.addWidget(part)
        self.lay_out(self._page)
        self.countries.buttonClicked.connect(self._choose)

    def show_lines(self, lines: dict[str, tuple[Helpline, ...]], country: str) -> None:
        """Offer the lines of each country, `country` first where it has any."""
        self._lines = lines
        for button in self.countries.buttons():
            self.countries.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for code in lines:
            chip = Chip(_country_name(code), checked=code == country)
            chip.setProperty("country", code)
            chip.setAccessibleDescription(self.tr("Country"))
            self.countries.addButton(chip)
            self._row.addWidget(chip)
        self._say_nothing(country)
        self._show(lines.get(country, ()))
        self._page.to_top()
        self.head.setFocus()

    def _say_nothing(self, country: str) -> None:
        """Where there is no number for the country, say so rather than show another's."""
        known = country in self._lines
        name = _country_name(country) if country else ""
        if name:
            words = self.tr("For {0} no number is known here that was checked.").format(name)
        else:
            words = self.tr("Choose a country to see numbers that were checked.")
        self.nothing.setText(words)
        self.nothing.setVisible(not known and (bool(name) or bool(self._lines)))
        self._choices.setVisible(bool(self._lines))

    def _choose(self, chip: Chip) -> None:
        self.nothing.hide()
        self._show(self._lines[str(chip.property("country"))])

    def _show(self, lines: Sequence[Helpline]) -> None:
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for line in lines:
            column.addWidget(self._line(line))
        self._page.inner.addWidget(self._list)

    def _line(self, line: Helpline) -> QWidget:
        """One line of help: its number large, and a code to take it away."""
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        when = self.tr("{0}. Cost: {1}. {2}").format(line.hours, line.cost, bill_words(line))
        seen = self.tr("Number last looked up on {0}.")
        day = QLocale().toString(_qt_day(line.verified_on), QLocale.FormatType.LongFormat)
        whom = QLocale().createSeparatedList([help_words(kind) for kind in line.is_for])
        parts = (
            Strong(line.name),
            Caption(whom),
            Display(line.number),
            Text(when),
            Caption(self._who_answers(line)),
            Text(line.note),
            Text(line.url),
            Caption(seen.format(day)),
        )
        for part in parts:
            if part.text():
                words.addWidget(part)
        code = QrCode(side=140)
        code.show_link(code_of(line), self.tr("QR code of {0}").format(line.number))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addLayout(words, 1)
        across.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _who_answers(self, line: Helpline) -> str:
        """The region, the languages and the age, as far as they are known."""
        says = []
        if line.region:
            says.append(self.tr("Only in {0}.").format(line.region))
        if line.languages:
            names = [_language_name(code) for code in line.languages]
            says.append(self.tr("Spoken: {0}.").format(QLocale().createSeparatedList(names)))
        if line.min_age:
            says.append(self.tr("From {0} years.").format(QLocale().toString(line.min_age)))
        return " ".join(says)


def code_of(line: Helpline) -> str:
    """What a phone does with the code: it calls, or begins a message where the line is texted."""
    scheme = "sms" if line.channels[:1] == ("text",) else "tel"
    return f"{scheme}:{line.number.replace(' ', '')}"


def bill_words(line: Helpline) -> str:
    """Whether others can see on the phone bill that it was called."""
    words = {
        OnBill.YES: QT_TRANSLATE_NOOP("SupportScreen", "It shows on the phone bill."),
        OnBill.NO: QT_TRANSLATE_NOOP("SupportScreen", "It does not show on the phone bill."),
        OnBill.UNKNOWN: QT_TRANSLATE_NOOP("SupportScreen", "It may show on the phone bill."),
    }
    return QCoreApplication.translate("SupportScreen", str(words[line.shows_on_bill]))


def help_words(kind: HelpFor) -> str:
    """What a line is for, in a few words."""
    words = {
        HelpFor.YOUTH: QT_TRANSLATE_NOOP("SupportScreen", "Young people"),
        HelpFor.SEXUAL_VIOLENCE: QT_TRANSLATE_NOOP("SupportScreen", "Sexual violence"),
        HelpFor.ABUSE: QT_TRANSLATE_NOOP("SupportScreen", "Violence in a relationship"),
        HelpFor.SEXUAL_HEALTH: QT_TRANSLATE_NOOP("SupportScreen", "Sexual health"),
        HelpFor.LGBTQ: QT_TRANSLATE_NOOP("SupportScreen", "LGBTQ people"),
        HelpFor.CRISIS: QT_TRANSLATE_NOOP("SupportScreen", "Any crisis"),
        HelpFor.GENERAL: QT_TRANSLATE_NOOP("SupportScreen", "Any question"),
    }
    return QCoreApplication.translate("SupportScreen", str(words[kind]))


def _language_name(code: str) -> str:
    return QLocale.languageToString(QLocale(code).language())


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _country_name(code: str) -> str:
    return QLocale.territoryToString(QLocale.codeToTerritory(code))
