"""The bundled font: one family, three weights, and every sign that the screens show."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QRawFont

ASSETS = Path(__file__).resolve().parents[2] / "assets"
FAMILY = "Atkinson Hyperlegible Next"
SIGNS = "✓✕▸→←–—‘’“”…·•×−±≤≥½²³°€éèçñüößœøåł\u00a0\u2009\u2011\u202f"
WEIGHTS = [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold]


@pytest.fixture(scope="module")
def family(qapp):
    loaded = [
        QFontDatabase.addApplicationFont(str(path))
        for path in sorted((ASSETS / "fonts").glob("*.ttf"))
    ]
    assert [QFontDatabase.applicationFontFamilies(number)[0] for number in loaded] == [FAMILY] * 3
    yield FAMILY
    for number in loaded:
        QFontDatabase.removeApplicationFont(number)


def test_each_weight_is_drawn_by_a_font_of_its_own(family):
    widths = set()
    for weight in WEIGHTS:
        font = QFont(family)
        font.setPixelSize(100)
        font.setWeight(weight)
        assert QRawFont.fromFont(font).weight() == weight.value
        widths.add(QFontMetricsF(font).horizontalAdvance("Myth or reality"))
    assert len(widths) == len(WEIGHTS)


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_no_sign_has_to_be_borrowed_from_another_font(family, weight):
    font = QFont(family)
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    assert raw.familyName() == FAMILY
    assert not [sign for sign in SIGNS if not raw.supportsCharacter(ord(sign))]


def test_the_fonts_are_small_and_come_with_their_licence():
    fonts = list((ASSETS / "fonts").glob("*.ttf"))
    assert sum(path.stat().st_size for path in fonts) < 160_000
    assert "SIL Open Font License" in (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_the_icon_says_nothing(qapp):
    assert "<text" not in (ASSETS / "icons" / "app.svg").read_text(encoding="utf-8")
    assert QImage(str(ASSETS / "icons" / "app.png")).width() == 256
