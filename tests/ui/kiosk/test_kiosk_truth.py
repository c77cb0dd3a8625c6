"""What a kiosk says is true: no stale question (R13), and no promise that is not kept (R115)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk_stand import Stand
from PySide6.QtCore import QDate, QLocale

from quiz import paths
from quiz.model.site import Site
from quiz.packs.helplines import read_helplines
from quiz.packs.shelf import open_shelf
from quiz.ui.screens.kiosk.visit_help import help_sheet
from quiz.ui.widgets.text import Text


def test_what_is_stale_is_neither_asked_nor_told(qtbot, fonts):
    pack = open_shelf(paths.CONTENT).read().packs[0]
    old = timedelta(days=365 * 5)
    questions = tuple(
        replace(question, reviewed=question.reviewed - old) if number % 2 else question
        for number, question in enumerate(pack.questions)
    )
    fresh = set(pack.questions[::2])
    kiosk = Stand((replace(pack, questions=questions),))
    facts = {question.fact for question in fresh}
    for _ in range(40):
        kiosk.wait(25, step=25)
        assert kiosk.window.attract.fact.text() in facts
    visit = kiosk.wake()
    for _ in range(6):
        visit.chosen("start")
        assert set(visit.controller.session.questions) <= fresh
    kiosk.close()


def test_what_is_promised_is_true_where_a_site_counts(qtbot, fonts, tmp_path, small_pack):
    packs = open_shelf(small_pack).read().packs
    for counts, promise in (("", "Nothing you do here is stored."), ("c", "Nothing about you")):
        kiosk = Stand(packs, Site(screen_width_mm=476, counts=counts and str(tmp_path / counts)))
        assert promise in kiosk.window.attract.promise.text()
        visit = kiosk.wake()
        assert any(text.text().startswith(promise) for text in visit.page.findChildren(Text))
        kiosk.close()


def test_a_number_says_when_it_was_last_looked_up_and_no_more():
    lines = read_helplines(paths.CONTENT, date(2026, 11, 25)).helplines
    for line, chapter in zip(lines, help_sheet(lines).chapters[1:], strict=True):
        told = [piece.text for piece in chapter.parts if "looked up" in piece.text]
        day = QDate(line.verified_on.year, line.verified_on.month, line.verified_on.day)
        shown = QLocale().toString(day, QLocale.FormatType.LongFormat)
        assert told == [f"Number last looked up on {shown}."]
