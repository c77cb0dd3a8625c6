"""Right and wrong have the same size, place and calm (STANDARDS R62, R66, R67)."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from sitting import VERDICT_KEYS

from quiz.model.session import Phase
from quiz.ui.theme import DARK, LIGHT

ROOT = Path(__file__).parents[2]

AGITATED = re.compile(
    r"!(?!=)|\b(wrong|fail(ed|ure)?|obviously|of course|everyone knows|normal people|you should|"
    r"dirty|victims?|trigger|warning|congratulations|oops)\b",
    re.IGNORECASE,
)


def reveal_of(person, *, right: bool):
    """Answer the first question right or not; where the parts of its reveal are."""
    person.press(Qt.Key.Key_Return)
    verdict = person.right() if right else person.right().other
    person.press(VERDICT_KEYS[verdict])
    assert person.phase is Phase.REVEALED
    window, reveal = person.window, person.window.question.reveal
    parts = {
        "banner": reveal._banner,
        "explanation": reveal.explanation,
        "evidence": reveal.evidence,
        "next": reveal.next,
    }
    return {
        name: (part.mapTo(window, QPoint(0, 0)).toTuple(), part.size().toTuple())
        for name, part in parts.items()
    }


@pytest.mark.parametrize("text_size", [100, 200])
def test_right_and_not_this_time_have_one_size_and_place(sit_down, text_size):
    right = reveal_of(sit_down(text_size=text_size), right=True)
    other = reveal_of(sit_down(text_size=text_size), right=False)
    assert right == other


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_no_colour_is_red(colours):
    for name, value in dataclasses.asdict(colours).items():
        colour = QColor(value)
        hue, strong = colour.hslHue(), colour.hslSaturation() > 60
        assert not (strong and (hue > 330 or 0 <= hue < 15)), f"{name} {value}"


def test_nothing_makes_a_sound_or_plays_a_film():
    loud = re.compile(r"QtMultimedia|QSound|QMovie|\.beep\(|winsound|\balert\(")
    for path in (ROOT / "quiz").rglob("*.py"):
        assert not loud.search(path.read_text("utf-8")), path
    kinds = {path.suffix for path in (ROOT / "assets").rglob("*") if path.is_file()}
    assert kinds <= {".ttf", ".txt", ".svg", ".png", ".md", ".conf", ".qm", ".ts"}


def test_nothing_moves_by_itself():
    moving = re.compile(r"QPropertyAnimation|QVariantAnimation|QSequentialAnimation|QTimeLine")
    for path in (ROOT / "quiz").rglob("*.py"):
        assert not moving.search(path.read_text("utf-8")), path
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def words_for_people():
    """Every text in the screens that goes through tr, as it is written in the code."""
    call = re.compile(r"(?:\btr|QT_TRANSLATE_NOOP)\(\s*((?:\"[^\"]*\"[\s,]*)+)")
    for path in sorted((ROOT / "quiz" / "ui").rglob("*.py")):
        for found in call.finditer(path.read_text("utf-8")):
            yield path.name, " ".join(re.findall(r'"([^"]*)"', found[1]))


def test_the_tone_stays_calm():
    found = list(words_for_people())
    assert len(found) > 100
    assert [(name, text) for name, text in found if AGITATED.search(text)] == []
