"""Contrast is arithmetic on the theme's colours (STANDARDS 5.4); shape says the same as colour."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from sitting import VERDICT_KEYS, settle

from quiz.ui import theme
from quiz.ui.widgets.banner import MissedBanner, RightBanner, SkippedBanner
from quiz.ui.widgets.buttons import Chip, LeaveButton, LinkButton, MainButton
from quiz.ui.widgets.text import Caption, Statement, Text

THEMES = {"light": theme.LIGHT, "dark": theme.DARK}

TEXT, LARGE_AND_SHAPES = 4.5, 3.0

# what, on what, how much at least; explanation text is to reach 7 (R72)
PAIRS = [
    ("text", "window", 7),
    ("text", "card", 7),
    ("text", "right_tint", 7),
    ("text", "wrong_tint", 7),
    ("quiet", "window", TEXT),
    ("quiet", "card", TEXT),
    ("right", "card", TEXT),
    ("right", "window", TEXT),
    ("right", "right_tint", TEXT),
    ("wrong", "card", TEXT),
    ("wrong", "window", TEXT),
    ("wrong", "wrong_tint", TEXT),
    ("link", "card", TEXT),
    ("link", "window", TEXT),
    ("on_right", "right", 7),
    ("on_action", "action", 7),
    ("on_leave", "leave", TEXT),
    ("control", "card", LARGE_AND_SHAPES),
    ("control", "window", LARGE_AND_SHAPES),
    ("leave", "window", LARGE_AND_SHAPES),
    ("leave", "card", LARGE_AND_SHAPES),
    ("action", "window", LARGE_AND_SHAPES),
    ("right", "line", LARGE_AND_SHAPES),
]


def luminance(colour: QColor) -> float:
    """WCAG's relative luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_arithmetic_is_right():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21, abs=0.01)
    assert contrast(QColor("#1A1F2B"), QColor("#FFFFFF")) == pytest.approx(16.47, abs=0.01)
    assert contrast(QColor("#B34700"), QColor("#FDEFE6")) == pytest.approx(4.89, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=str)
def test_each_pair_of_colours_is_told_apart(name, ink, ground, least):
    colours = THEMES[name]
    found = contrast(QColor(getattr(colours, ink)), QColor(getattr(colours, ground)))
    assert found >= least, f"{ink} on {ground}: {found:.2f}"


def test_every_colour_of_a_theme_is_in_some_pair():
    paired = {name for pair in PAIRS for name in pair[:2]}
    assert {field.name for field in dataclasses.fields(theme.Colours)} == paired


@pytest.mark.parametrize("name", THEMES)
def test_each_class_wears_ink_that_reads_on_its_ground(qapp, name):
    theme.apply_theme(qapp, THEMES[name], 1.0)
    roles = QPalette.ColorRole
    for kind in (MainButton, LeaveButton, Chip):
        palette = QApplication.palette(kind.__name__)
        assert contrast(palette.color(roles.ButtonText), palette.color(roles.Button)) >= TEXT
    for kind in (RightBanner, MissedBanner, SkippedBanner):
        palette = QApplication.palette(kind.__name__)
        assert contrast(palette.color(roles.WindowText), palette.color(roles.Window)) >= TEXT
    link = QApplication.palette(LinkButton.__name__)
    assert contrast(link.color(roles.ButtonText), link.color(roles.Base)) >= TEXT


@pytest.mark.parametrize("name", THEMES)
def test_right_is_filled_and_missed_is_not_so_that_grey_tells_them_apart(sit_down, name):
    """R73: the luminance of the two fills differs by 3:1; the outlines differ in shape."""
    person = sit_down(theme=name)
    from PySide6.QtCore import QPoint, Qt

    fills, words = {}, {}
    for how in ("right", "missed"):
        person.press(Qt.Key.Key_Return)
        verdict = person.right() if how == "right" else person.right().other
        person.press(VERDICT_KEYS[verdict])
        banner = person.focus.parentWidget()
        image = banner.grab().toImage()
        fills[how] = image.pixelColor(QPoint(image.width() - 14, image.height() // 2))
        words[how] = banner.outcome.text()
    assert contrast(fills["right"], fills["missed"]) >= 3
    assert words["right"].startswith("Right: ")
    assert words["missed"].startswith("Not this time: ")
    marks = {kind.mark for kind in (RightBanner, MissedBanner, SkippedBanner)}
    assert len(marks) == 3


def test_text_size_and_theme_reach_what_is_already_there(qapp, qtbot):
    theme.apply_theme(qapp, theme.LIGHT, 1.0)
    texts = [Text("a"), Statement("b"), Caption("c")]
    for text in texts:
        qtbot.addWidget(text)
        text.show()
    before = [text.font().pixelSize() for text in texts]
    assert before == [18, 32, 15]
    theme.apply_theme(qapp, theme.DARK, 2.0)
    settle()
    assert [text.font().pixelSize() for text in texts] == [36, 64, 30]
    assert texts[0].palette().windowText().color().name().upper() == theme.DARK.text
    assert texts[2].palette().windowText().color().name().upper() == theme.DARK.quiet
    assert texts[1].font().weight() == QFont.Weight.DemiBold
    theme.apply_theme(qapp, theme.LIGHT, 1.0)


def test_the_bundled_font_is_the_one_that_is_worn(sit_down):
    person = sit_down()
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(person.window.start.headline.font()).family() == theme.FAMILY
