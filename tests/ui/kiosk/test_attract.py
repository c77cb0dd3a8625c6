"""The resting screen: true facts, large enough, nothing cut, and it only wakes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from overlap import faults
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from sitting import settle

from quiz import paths
from quiz.model.age_band import AgeBand
from quiz.model.draw import resting
from quiz.model.glass import ANSWER_MM, CAPITALS_MM, Glass, Print
from quiz.packs.shelf import open_shelf
from quiz.ui.kiosk.resting import FACT_SECONDS, fact_at
from quiz.ui.screens.kiosk.attract import AttractScreen, Fact
from tests.builders import make_question

LEFT = Qt.MouseButton.LeftButton
SCREENS = (  # pixels, and millimetres across
    (1024, 768, 300),
    (1280, 800, 217),
    (1280, 800, 344),
    (1920, 1080, 344),
    (1920, 1080, 476),
    (3840, 2160, 700),
    (1080, 1920, 268),
    (2160, 3840, 400),
)
TINY = (1280, 800, 217)  # a tablet of ten inches, which is too small for a kiosk's type


@pytest.fixture(scope="module")
def shipped():
    packs = open_shelf(paths.CONTENT).read().packs
    return [Fact.of(q) for pack in packs for q in resting(pack.questions, None, AgeBand.ADULT)]


@pytest.fixture
def screen(qtbot, fonts):
    def show(facts, size=(1920, 1080, 476), **more):
        wide, high, mm = size
        made = AttractScreen(facts, Glass(wide, mm), **more)
        qtbot.addWidget(made)
        made.resize(wide, high)
        with qtbot.waitExposed(made):
            made.show()
        settle()
        return made

    return show


def texts(widget: QWidget) -> list[str]:
    told = (part for part in widget.findChildren(QWidget) if isinstance(part, QLabel | QPushButton))
    return [part.text() for part in told if part.isVisible()]


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_no_shipped_fact_is_cut_or_lies_over_anything(screen, shipped, size):
    shown = screen(shipped, size, languages=("English", "Español", "Deutsch"))
    seen = set()
    for turn in range(len(shipped)):
        shown.show_moment(turn * FACT_SECONDS)
        seen.add(shown.fact.text())
        assert faults(shown) == []
        for part in [*shown.findChildren(QLabel), shown.invitation]:
            assert shown.rect().contains(part.geometry()), part.text()
    assert seen == {fact.words for fact in shipped}


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_type_is_large_enough_on_the_glass(screen, shipped, size):
    shown = screen(shipped, size)
    glass = Glass(size[0], size[2])

    def millimetres(label: QLabel) -> float:
        return QFontMetricsF(label.font()).capHeight() * size[2] / size[0]

    large = CAPITALS_MM[Print.STATEMENT][1]
    assert millimetres(shown.fact) >= (5.5 if size == TINY else large - 0.01)
    for label in (shown.title, shown.source, shown.promise):
        assert millimetres(label) >= CAPITALS_MM[Print.CAPTION][size != TINY] - 0.01
    assert millimetres(shown.invitation) >= CAPITALS_MM[Print.BUTTON][0] - 0.01
    assert shown.invitation.height() >= glass.pixels(ANSWER_MM)


def test_type_grows_with_the_distance(screen, shipped):
    near = screen(shipped, (3840, 2160, 900))
    far = screen(shipped, (3840, 2160, 900), distance_mm=900)
    sizes = [shown.source.font().pixelSize() for shown in (near, far)]
    assert sizes[1] == pytest.approx(sizes[0] * 1.5, abs=1)


def test_all_facts_have_one_size(screen, shipped):
    shown = screen(shipped)
    sizes = set()
    for turn in range(len(shipped)):
        shown.show_moment(turn * FACT_SECONDS)
        sizes.add(shown.fact.font().pixelSize())
    assert len(sizes) == 1


def test_a_fact_comes_with_its_source_and_never_a_myth(screen):
    question = make_question(attract=True)
    shown = screen([Fact.of(question)])
    said = texts(shown)
    assert question.fact in said
    assert any(text.startswith("Source: ") and len(text) > len("Source: ") for text in said)
    for never in (question.statement, question.myth):
        assert not any(never in text for text in said)


def test_a_myth_is_not_told_but_its_fact(screen):
    myths = [q for p in open_shelf(paths.CONTENT).read().packs for q in p.questions if q.attract]
    for question in myths:
        fact = Fact.of(question)
        assert fact.words == question.fact
        assert question.myth not in fact.words


def test_it_says_what_it_is_and_what_it_does_not_do(screen, shipped):
    said = texts(screen(shipped))
    assert said[0] == "Myth or Reality · while you wait"
    assert "Touch to start" in said
    assert "A few questions, no names.\nNothing you do here is stored." in said


def test_nothing_to_tell_leaves_title_and_invitation(screen):
    shown = screen([])
    assert texts(shown) == [
        "Myth or Reality · while you wait",
        "Touch to start",
        "A few questions, no names.\nNothing you do here is stored.",
    ]
    assert faults(shown) == []


def test_languages_are_named_where_there_is_a_choice(screen, shipped):
    assert texts(screen(shipped, languages=("English",)))[-1].endswith("stored.")
    assert texts(screen(shipped, languages=("English", "Español")))[-1].endswith(
        "stored.\nEnglish · Español"
    )


def test_other_content_takes_the_place_of_the_old(screen, shipped):
    shown = screen(shipped)
    shown.show_facts([Fact("Sleep is a time of rest.", "Example, 1994")])
    assert shown.fact.text() == "Sleep is a time of rest."
    shown.show_moment(1e6)
    assert shown.fact.text() == "Sleep is a time of rest."


@pytest.mark.parametrize("at", [(5, 5), (960, 540), (300, 980), (1915, 1075)])
def test_a_touch_anywhere_wakes_when_it_is_let_go(screen, shipped, qtbot, at):
    shown = screen(shipped)
    handle = shown.windowHandle()
    with qtbot.assertNotEmitted(shown.woken):
        QTest.mousePress(handle, LEFT, pos=QPoint(*at))
    with qtbot.waitSignal(shown.woken, timeout=0):
        QTest.mouseRelease(handle, LEFT, pos=QPoint(*at))


def test_the_finger_of_the_visitor_before_wakes_nothing(screen, shipped, qtbot):
    shown = screen(shipped)
    with qtbot.assertNotEmitted(shown.woken):
        QTest.mouseRelease(shown.windowHandle(), LEFT, pos=QPoint(100, 100))


def test_any_key_wakes(screen, shipped, qtbot):
    shown = screen(shipped)
    shown.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Down):
        with qtbot.waitSignal(shown.woken, timeout=0):
            QTest.keyClick(shown.windowHandle(), key)


def test_nothing_on_it_can_be_pressed_or_focused(screen, shipped):
    shown = screen(shipped)
    for child in shown.findChildren(QWidget):
        assert child.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert child.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu
        assert not child.acceptDrops()
    for label in shown.findChildren(QLabel):
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse == (
            Qt.TextInteractionFlag.NoTextInteraction
        )


def contrast(one: QColor, other: QColor) -> float:
    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        lines = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dimmed", [False, True], ids=["open", "closed"])
def test_it_can_be_read_by_day_and_by_night(screen, shipped, dimmed):
    shown = screen(shipped)
    shown.dim(dimmed)
    for label in [*shown.findChildren(QLabel), shown.invitation]:
        palette = label.palette()
        ground = shown.palette().window().color()
        if label is shown.invitation:
            ground = palette.button().color()
        assert contrast(palette.windowText().color(), ground) >= 4.5, label.text()


def test_a_switch_or_a_screen_reader_presses_the_invitation(screen, shipped, qtbot):
    shown = screen(shipped)
    with qtbot.waitSignal(shown.woken, timeout=1000):
        action = QAccessible.queryAccessibleInterface(shown.invitation).actionInterface()
        action.doAction("Press")
    assert not shown.invitation.hasFocus()


def light_of(widget: QWidget) -> float:
    picture = widget.grab().toImage().scaled(64, 36)
    return sum(picture.pixelColor(x, y).lightnessF() for x in range(64) for y in range(36))


def test_it_is_dark_outside_opening_hours_and_comes_back(screen, shipped):
    shown = screen(shipped)
    by_day = light_of(shown)
    shown.dim(True)
    assert light_of(shown) < 0.45 * by_day
    shown.dim(False)
    assert light_of(shown) == by_day


def test_its_looks_are_its_own(screen, shipped, qapp):
    from quiz.ui.theme import DARK, LIGHT, apply_theme

    shown = screen(shipped)
    before = shown.grab().toImage()
    apply_theme(qapp, LIGHT, 2.0)
    settle()
    assert shown.grab().toImage() == before
    apply_theme(qapp, DARK, 1.0)
    settle()
    assert shown.grab().toImage() == before


def test_a_moment_looks_the_same_whatever_was_before(screen, shipped):
    shown, other = screen(shipped), screen(shipped)
    for seconds in (0.0, 999.0, 12_345.0, 500.0):
        shown.show_moment(seconds)
    other.show_moment(500.0)
    assert shown.grab().toImage() == other.grab().toImage()
    assert shown.fact.text() == shipped[fact_at(500.0, len(shipped))].words


def test_shipped_facts_have_no_word_that_shouts(shipped):
    for fact in shipped:
        assert not re.search(r"!|\b(myth|false|wrong|not true)\b", fact.words, re.IGNORECASE)


def test_a_fact_names_its_first_source():
    question = make_question(attract=True)
    first = question.citations[0]
    other = replace(first, source=replace(first.source, id="other", publisher="Other"))
    two = replace(question, citations=(first, other))
    assert Fact.of(two).source == Fact.of(question).source
