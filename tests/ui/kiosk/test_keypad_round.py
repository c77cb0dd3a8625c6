"""A whole visit by four keys and ear, on the real visit: word for word for one question."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from fake_engine import FakeEngine
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from said import belief_line, verdict_line
from visiting import GLASSES, clean, visitor_at

from quiz.model.citation import full_reference, link, short_reference
from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.model.question import Verdict
from quiz.model.session import Phase
from quiz.model.site import Site, Speech
from quiz.packs.shelf import open_shelf
from quiz.ui.kiosk.keypad import KeypadReader
from quiz.ui.kiosk.speech import Speaker
from quiz.ui.screens.kiosk.speech_notice import SpeechNotice
from quiz.ui.words import evidence_word, misleads_word, month_and_year, strength_word

SCAN = "Scan the code to read it on your own phone."
DOWN, CHOOSE, EXIT = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


class Ear:
    """Somebody who sees nothing: four keys, and a headset."""

    def __init__(self, qtbot, packs, site: Site) -> None:
        self.visit = visitor_at(qtbot, packs, site=site).visit
        self.engine = FakeEngine("en_GB")
        speaker = Speaker(self.engine, lambda: None, served_by=frozenset, parent=self.visit)
        self.reader = KeypadReader(speaker, site.speech, self.visit, Glass(1920, 476))
        self.reader.attend(self.visit, by_key=True)

    def press(self, key: Qt.Key) -> list[str]:
        """What is heard after this key, until there is silence."""
        assert self.reader.key(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier(0)))
        clean()
        return self.listen()

    def listen(self) -> list[str]:
        while self.reader.speaking:
            self.engine.end()
        return self.engine.heard

    def choose(self, name: str) -> list[str]:
        """Go on until this button is heard, press it, and hear what comes."""
        for _ in range(20):
            heard = self.press(DOWN)
            if heard[-1].startswith(f"{name}, button"):
                return self.press(CHOOSE)
        raise AssertionError(f"{name} is not to be heard")


@pytest.fixture
def ear(qtbot, fonts, small_pack: Path) -> Ear:
    site = Site(questions=3, topics=("naps",), speech=Speech.HEADSET)
    return Ear(qtbot, open_shelf(small_pack).read().packs, site)


def test_a_whole_question_is_heard_word_for_word(ear):
    ear.listen()
    asked = ear.choose("Start")
    question = ear.visit.controller.session.current
    assert asked == [
        "Is this a myth or a reality?",
        question.statement,
        "Myth, button 1 of 7",
    ]
    myth = question.verdict is Verdict.MYTH
    word = "Myth" if myth else "Reality"
    heard = ear.press(CHOOSE) if myth else ear.choose("Reality")
    while "Next" not in heard[-1]:
        assert heard[-1].split(",")[0] in ("Why?", "Source", "More"), heard
        further = ear.press(CHOOSE)
        heard = [*heard[:-1], *further]
        if further[-1].startswith("Back"):  # a later page: over its first button to the next
            heard = [*heard[:-1], *ear.press(DOWN)]
    [citation] = question.citations
    source = citation.source
    checked = month_and_year(source.checked.year, source.checked.month)
    assert heard[:-1] == [
        f"Right: you said {word}. {verdict_line(question)}",
        question.detail,
        f"Source: {short_reference(source)}",
        f"It is a {word.lower()}",
        belief_line(question),
        f"Why it misleads: {misleads_word(question.misleads_by)}",
        question.why,
        question.takeaway,
        "Who says so?",
        full_reference(source),
        link(source),
        f"What it says: {citation.supports}",
        f"{evidence_word(source.evidence)}: {strength_word(source.evidence.strength)}",
        f"Where: {citation.locator}. Last checked in {checked}.",
        SCAN,
    ]


def test_a_whole_round_by_four_keys(qtbot, ear):
    ear.listen()
    ear.choose("Start")
    for number in range(1, 4):
        question = ear.visit.controller.session.current
        heard = ear.choose("Skip" if number == 2 else "Reality")
        assert heard[0].endswith(f". {verdict_line(question)}")
        ear.choose("Results" if number == 3 else "Next")
    assert ear.visit.controller.session.phase is Phase.FINISHED
    assert len(ear.visit.answers) == 3
    with qtbot.waitSignal(ear.visit.done, timeout=0):
        ear.press(EXIT)


def test_the_private_size_is_in_reach_and_the_place_is_kept(ear):
    ear.listen()
    heard = ear.choose("Aa: smaller, more private text")
    assert heard[0] == "Myth or Reality"
    assert ear.choose("Aa: larger text")[0] == "Myth or Reality"


@pytest.mark.parametrize("glass", [*GLASSES])
def test_the_loudspeakers_notice_can_be_touched_and_read_on_every_glass(
    qtbot, fonts, small_pack, glass
):
    wide, _, mm = GLASSES[glass]
    target = Glass(wide, mm).pixels(TARGET_MM)
    visit = visitor_at(qtbot, open_shelf(small_pack).read().packs, glass).visit
    speaker = Speaker(FakeEngine(), lambda: None, served_by=frozenset, parent=visit)
    reader = KeypadReader(speaker, Speech.LOUDSPEAKER, visit, Glass(wide, mm))
    reader.attend(visit, by_key=True)
    clean()
    [notice] = visit.findChildren(SpeechNotice)
    parts = (notice.heading, notice.words, notice.yes, notice.no, notice.leave)
    for part in parts:
        assert visit.rect().contains(part.geometry())
        assert part.height() >= part.heightForWidth(part.width())
    buttons = parts[2:]
    gap = Glass(wide, mm).pixels(GAP_MM)
    for one, other in combinations(buttons, 2):
        assert not one.geometry().adjusted(-gap, -gap, gap, gap).intersects(other.geometry())
    assert all(min(button.width(), button.height()) >= target for button in buttons)
