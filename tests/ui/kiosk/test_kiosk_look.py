"""Type of a kiosk: capitals are as high on the glass as they have to be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from quiz.model.glass import CAPITALS_MM, Glass, Print
from quiz.ui.kiosk.look import least_sizes, sizes, wear
from quiz.ui.theme import BODY, DARK, FAMILY, LIGHT, apply_theme, type_weights
from quiz.ui.widgets.buttons import Button, MainButton, VerdictButton
from quiz.ui.widgets.text import Caption, Statement, Text, VerdictLine

GLASSES = [Glass(1080, 300.0), Glass(1920, 476.0), Glass(1280, 217.0), Glass(3840, 700.0)]
ROLES = {
    Statement: Print.STATEMENT,
    VerdictLine: Print.VERDICT,
    Text: Print.TEXT,
    Button: Print.BUTTON,
    MainButton: Print.BUTTON,
    VerdictButton: Print.BUTTON,
    Caption: Print.CAPTION,
}


def capital(font: QFont) -> float:
    return QFontMetricsF(font).capHeight()


@pytest.fixture(autouse=True)
def own_look_afterwards(qapp, fonts):
    yield
    apply_theme(qapp, LIGHT, 1.0)


@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: f"{glass.wide}px")
@pytest.mark.parametrize("large", [True, False], ids=["large", "private"])
@pytest.mark.parametrize("distance", [400, 600, 900])
def test_capitals_have_their_millimetres(qtbot, qapp, glass, large, distance):
    """STANDARDS 5.5, by the real font; for another distance in proportion."""
    wear(qapp, LIGHT, glass, distance, large=large)
    for kind, role in ROLES.items():
        widget = kind("H")
        qtbot.addWidget(widget)
        widget.ensurePolished()
        least = CAPITALS_MM[role][large] * distance / 600
        found = capital(widget.font()) * glass.wide_mm / glass.wide
        assert least - 0.15 <= found <= least * 1.08 + 0.3, (kind, found, least)


def test_no_floor_is_above_the_private_size_and_buttons_never_shrink_for_a_text():
    glass = GLASSES[1]
    private, floors = sizes(glass, 600, large=False), least_sizes(glass, 600)
    assert all(floors[name] <= private[name] for name in private)
    assert floors["Statement"] == private[BODY]
    assert floors["Caption"] == private["Caption"]
    assert floors["MainButton"] == private["MainButton"]


def test_a_table_of_sizes_holds_over_the_scale_of_the_desktop(qapp):
    apply_theme(qapp, DARK, 1.0, {BODY: 31, "Statement": 77})
    assert qapp.font().pixelSize() == 31
    statement = QApplication.font("Statement")
    assert (statement.pixelSize(), statement.family()) == (77, FAMILY)
    assert QApplication.font("VerdictLine").pixelSize() == 28
    assert type_weights()["Statement"] is QFont.Weight.DemiBold
