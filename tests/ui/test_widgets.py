"""Widgets alone: given a value, pressed once, and heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from sitting import Clock

from quiz.model.question import Verdict
from quiz.model.session import Confidence
from quiz.ui.settle import SETTLING, SPOT, Settling
from quiz.ui.widgets.buttons import Button, Chip, LinkButton, MainButton, Mark
from quiz.ui.widgets.qr import QUIET_ZONE, qr_image
from quiz.ui.widgets.rating import Rating
from quiz.ui.widgets.text import Statement, Text
from quiz.ui.widgets.verdict_buttons import VerdictButtons

pytestmark = pytest.mark.usefixtures("fonts")


@pytest.fixture
def settling():
    return Settling(Clock())


@pytest.mark.parametrize("kind", [Button, MainButton, LinkButton, Chip])
@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=lambda key: key.name
)
def test_a_button_takes_enter_like_space(qtbot, kind, key):
    button = kind("Go")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(button, key)


def test_a_button_acts_on_release(qtbot):
    button = Button("Go")
    qtbot.addWidget(button)
    heard = []
    button.clicked.connect(lambda: heard.append("clicked"))
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert heard == []
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert heard == ["clicked"]


def test_a_disabled_button_is_silent(qtbot):
    button = Button("Go")
    qtbot.addWidget(button)
    button.show()
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button.windowHandle(), Qt.MouseButton.LeftButton)
        button.click()


def test_hint_and_mark_are_no_part_of_the_name(qtbot):
    button = Button("Myth", hint="1", mark=Mark.CROSS)
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Myth"
    assert button.sizeHint().width() > Button("Myth").sizeHint().width() + 40


@pytest.mark.parametrize("state", [True, False], ids=["on", "off"])
def test_a_chip_says_on_or_off_by_its_shape_and_in_the_tree(qtbot, state):
    chip = Chip("Naps", checked=state)
    other = Chip("Naps", checked=not state)
    qtbot.addWidget(chip)
    qtbot.addWidget(other)
    assert bool(QAccessible.queryAccessibleInterface(chip).state().checked) is state
    grey = chip.grab().toImage().convertToFormat(chip.grab().toImage().Format.Format_Grayscale8)
    assert grey != other.grab().toImage().convertToFormat(grey.format())


def test_the_three_answers_say_what_was_chosen(qtbot, settling):
    buttons = VerdictButtons(settling)
    qtbot.addWidget(buttons)
    buttons.show()
    for button, verdict in ((buttons.myth, Verdict.MYTH), (buttons.reality, Verdict.REALITY)):
        with qtbot.waitSignal(buttons.chosen, check_params_cb=lambda v, want=verdict: v is want):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(buttons.skipped):
        QTest.mouseClick(buttons.skip, Qt.MouseButton.LeftButton)


def test_after_an_answer_only_skip_is_left(qtbot, settling):
    buttons = VerdictButtons(settling)
    qtbot.addWidget(buttons)
    buttons.show_answer(Verdict.MYTH)
    assert not buttons.myth.isEnabled()
    assert not buttons.reality.isEnabled()
    assert buttons.skip.isEnabled()
    assert [button._hint for button in (buttons.myth, buttons.reality, buttons.skip)] == [""] * 3
    buttons.show_answer(None)
    assert buttons.myth.isEnabled()
    assert [button._hint for button in (buttons.myth, buttons.reality, buttons.skip)] == [*"123"]


def test_a_statement_gives_way_no_more_than_it_must(qtbot):
    statement = Statement("Some words that take up more than one line of a narrow place")
    qtbot.addWidget(statement)
    font = statement.font()
    font.setPixelSize(20)
    statement.setFont(font)
    whole = statement.heightForWidth(200)
    for height, share in ((whole, 1.0), (whole - 1, 0.9), (10, 0.8), (whole, 1.0)):
        statement.give_way((1.0, 0.9, 0.8), 200, height)
        assert statement._drawn_font().pixelSize() == round(20 * share)
    assert statement.heightForWidth(200) == whole


def test_each_rating_says_how_likely(qtbot, settling):
    rating = Rating(settling)
    qtbot.addWidget(rating)
    rating.show()
    wanted = [*Confidence, None]
    for button, level in zip([*rating.levels, rating.just_show], wanted, strict=True):
        with qtbot.waitSignal(rating.rated, check_params_cb=lambda v, want=level: v is want):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(rating.unwanted):
        QTest.mouseClick(rating.never, Qt.MouseButton.LeftButton)


class TestSettling:
    """The moment's deafness, by a clock that is handed in."""

    def test_nothing_is_ignored_before_anything_was_pressed(self):
        settling = Settling(Clock())
        settling.view_changed()
        assert not settling.ignores(QPoint(10, 10))

    @pytest.mark.parametrize(
        ("after", "away", "ignored"),
        [
            (0.0, 0, True),
            (SETTLING - 0.001, SPOT, True),
            (SETTLING, 0, False),
            (0.0, SPOT + 1, False),
        ],
    )
    def test_only_the_same_spot_and_only_for_a_moment(self, after, away, ignored):
        clock = Clock()
        settling = Settling(clock)
        settling.acted_at(QPoint(100, 100))
        settling.view_changed()
        clock.now += after
        assert settling.ignores(QPoint(100 + away, 100)) is ignored

    def test_a_change_by_a_key_makes_no_spot_deaf(self):
        settling = Settling(Clock())
        settling.acted_at(QPoint(100, 100))
        settling.view_changed()
        settling.view_changed()
        assert not settling.ignores(QPoint(100, 100))


class TestText:
    """Text is plain, and as high as its width asks for."""

    def test_it_is_never_taken_for_markup(self, qtbot):
        text = Text("<b>1 < 2</b> & so on")
        qtbot.addWidget(text)
        assert text.textFormat() is Qt.TextFormat.PlainText
        assert text.text() == "<b>1 < 2</b> & so on"

    def test_half_the_width_takes_more_height(self, qtbot):
        text = Text("Some words that go on for more than a line or two when there is no room")
        qtbot.addWidget(text)
        assert text.heightForWidth(150) > text.heightForWidth(600)
        line, high = text.heightForWidth(10_000), text.heightForWidth(150)
        lines = round(high / line)
        assert abs(high - lines * line) <= lines, "whole lines, each rounded up once"

    def test_the_height_is_right_after_the_text_changes(self, qtbot):
        text = Text("short")
        qtbot.addWidget(text)
        before = text.heightForWidth(200)
        text.setText("a text that is a good deal longer than the one before it was")
        assert text.heightForWidth(200) > before
        text.setText("short")
        assert text.heightForWidth(200) == before

    def test_lines_stay_within_the_measure(self, qtbot):
        text = Text("word " * 100)
        qtbot.addWidget(text)
        assert text.sizeHint().width() <= 75 * text.fontMetrics().averageCharWidth()


def test_a_code_has_its_quiet_zone_and_only_black_and_white():
    image = qr_image("https://doi.org/10.1000/example.1994")
    side = image.width()
    assert side == image.height()
    white, black = 0xFFFFFFFF, 0xFF000000
    edge = range(QUIET_ZONE)
    assert all(image.pixel(x, y) == white for x in range(side) for y in edge)
    assert {image.pixel(x, y) for x in range(side) for y in range(side)} == {white, black}
