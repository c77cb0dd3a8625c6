"""A kiosk neither asks nor tells what nobody has looked at for 48 months (R13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kiosk_stand import Stand

from quiz import paths
from quiz.packs.shelf import open_shelf


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
