"""The words on paper in the language of the program."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from quiz.exchange.words import PaperWords
from quiz.model.question import Strength, Verdict
from quiz.ui.words import belief_words, fact_words, verdict_word

translate = QCoreApplication.translate  # lupdate knows it by this name


def paper_words() -> PaperWords:
    """Every printed word, said as the screens say theirs."""
    return PaperWords(
        program=translate("Paper", "Myth or Reality"),
        foot=translate("Paper", "{title}, page {page} of {pages}"),
        verdicts={verdict: verdict_word(verdict) for verdict in Verdict},
        strengths={
            Strength.STRONG: translate("Paper", "strong"),
            Strength.MODERATE: translate("Paper", "moderate"),
            Strength.LIMITED: translate("Paper", "limited"),
            Strength.CONSENSUS: translate("Paper", "experts agree"),
            Strength.LAW: translate("Paper", "law"),
        },
        day=_say_day,
        worksheet=translate("Paper", "Worksheet"),
        question=translate("Paper", "Myth or reality?"),
        worksheet_lead=translate(
            "Paper",
            "Read each statement and tick one box. Guessing is fine, and so is passing. No name is "
            "needed. Some of the statements are myths: the answer key tells which.",
        ),
        passed=translate("Paper", "Pass"),
        because=translate("Paper", "Because"),
        key=translate("Paper", "Answer key"),
        key_lead=translate("Paper", "At a glance:"),
        glance=translate("Paper", "{number} {verdict}"),
        statement=translate("Paper", "{verdict}: “{statement}”"),
        fact_of_myth=fact_words(Verdict.MYTH),
        fact_of_reality=fact_words(Verdict.REALITY),
        common_myth=belief_words(Verdict.MYTH),
        doubted=belief_words(Verdict.REALITY),
        caveat=translate("Paper", "What remains open: {0}"),
        citation=translate("Paper", "[{number}] {locator}: {supports}"),
        sources=translate("Paper", "Sources"),
        evidence=translate("Paper", "Evidence: {strength}. Checked on {day}."),
        slips=translate("Paper", "Question slips"),
        slip=translate(
            "Paper",
            "A question, or nothing at all. No name is needed, and everybody hands in a slip.",
        ),
        read_out=translate("Paper", "May be read out"),
        not_read_out=translate("Paper", "Please answer it without reading it out"),
        parked=translate("Paper", "Parked questions"),
        parked_lead=translate(
            "Paper", "Questions that wait for another day. Nothing about a person is noted here."
        ),
        summary=translate("Paper", "What the lesson is about"),
        summary_lead=translate(
            "Paper",
            "The class judges each statement, myth or reality, and then hears what is known and "
            "who says so. Nobody is asked about their own life, anybody may pass, and no names or "
            "answers are kept. Here the facts come first, each followed by its statement and "
            "verdict.",
        ),
    )


def _say_day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
