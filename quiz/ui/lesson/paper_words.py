"""The words on paper in the language of the program."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from quiz.exchange.words import PaperWords
from quiz.model.question import Strength, Verdict
from quiz.ui.words import belief_words, fact_words, verdict_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)


def paper_words() -> PaperWords:
    """Every printed word, said as the screens say theirs."""
    return PaperWords(
        program=_tr("Myth or Reality"),
        foot=_tr("{title}, page {page} of {pages}"),
        verdicts={verdict: verdict_word(verdict) for verdict in Verdict},
        strengths={
            Strength.STRONG: _tr("strong"),
            Strength.MODERATE: _tr("moderate"),
            Strength.LIMITED: _tr("limited"),
            Strength.CONSENSUS: _tr("experts agree"),
            Strength.LAW: _tr("law"),
        },
        day=_say_day,
        worksheet=_tr("Worksheet"),
        question=_tr("Myth or reality?"),
        worksheet_lead=_tr(
            "Read each statement and tick one box. Guessing is fine, and so is passing. No name is "
            "needed. Some of the statements are myths: the answer key tells which."
        ),
        passed=_tr("Pass"),
        because=_tr("Because"),
        key=_tr("Answer key"),
        key_lead=_tr("At a glance:"),
        glance=_tr("{number} {verdict}"),
        statement=_tr("{verdict}: “{statement}”"),
        fact_of_myth=fact_words(Verdict.MYTH),
        fact_of_reality=fact_words(Verdict.REALITY),
        common_myth=belief_words(Verdict.MYTH),
        doubted=belief_words(Verdict.REALITY),
        caveat=_tr("What remains open: {0}"),
        citation=_tr("[{number}] {locator}: {supports}"),
        sources=_tr("Sources"),
        evidence=_tr("Evidence: {strength}. Checked on {day}."),
        slips=_tr("Question slips"),
        slip=_tr(
            "A question, or nothing at all. No name is needed, and everybody hands in a slip."
        ),
        read_out=_tr("May be read out"),
        not_read_out=_tr("Please answer it without reading it out"),
        parked=_tr("Parked questions"),
        parked_lead=_tr(
            "Questions that wait for another day. Nothing about a person is noted here."
        ),
        summary=_tr("What the lesson is about"),
        summary_lead=_tr(
            "The class judges each statement, myth or reality, and then hears what is known and "
            "who says so. Nobody is asked about their own life, anybody may pass, and no names or "
            "answers are kept. Here the facts come first, each followed by its statement and "
            "verdict."
        ),
    )


def _say_day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
