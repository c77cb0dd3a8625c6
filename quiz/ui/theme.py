"""Colours, type and their one way onto the application.

Colours have meanings, not shades; the values are those of STANDARDS 5.4, sizes those of 5.5. There
is no style sheet: every widget of ours paints itself from its palette, and a palette or a font is
given to a whole class of widgets by name. That is quicker than a style sheet, and it spares us a
trap: setting a style sheet forgets the fonts of classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

FAMILY = "Atkinson Hyperlegible Next"

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent that a person may choose (STANDARDS 5.5)."""

TARGET = 44
"""Smallest height and width of a main control, in device-independent pixels (STANDARDS 5.3)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme by meaning (STANDARDS 5.4)."""

    window: str
    card: str
    line: str
    text: str
    quiet: str
    right: str
    right_tint: str
    on_right: str
    wrong: str
    wrong_tint: str
    link: str
    control: str
    action: str
    on_action: str
    leave: str
    on_leave: str


LIGHT = Colours(
    window="#FAF8F3",
    card="#FFFFFF",
    line="#D9D4C7",
    text="#1A1F2B",
    quiet="#4A5568",
    right="#00417F",
    right_tint="#E6F1FB",
    on_right="#FFFFFF",
    wrong="#B34700",
    wrong_tint="#FDEFE6",
    link="#00539C",
    control="#6B7686",
    action="#1A1F2B",
    on_action="#FFFFFF",
    leave="#3A2E5C",
    on_leave="#FFFFFF",
)

DARK = Colours(
    window="#12161F",
    card="#1C2230",
    line="#2E3648",
    text="#F2F4F8",
    quiet="#B8C0CC",
    right="#A8D5FF",
    right_tint="#0E2A44",
    on_right="#12161F",
    wrong="#F59A3C",
    wrong_tint="#3D2208",
    link="#9CCBFF",
    control="#8A94A6",
    action="#F2F4F8",
    on_action="#12161F",
    leave="#C9B3F5",
    on_leave="#12161F",
)

_TYPE: dict[str, tuple[int, QFont.Weight]] = {
    "Display": (48, QFont.Weight.Bold),
    "Figure": (60, QFont.Weight.Bold),
    "Statement": (32, QFont.Weight.DemiBold),
    "VerdictLine": (28, QFont.Weight.Bold),
    "Heading": (20, QFont.Weight.DemiBold),
    "Strong": (18, QFont.Weight.DemiBold),
    "Label": (15, QFont.Weight.DemiBold),
    "Reference": (16, QFont.Weight.Normal),
    "Caption": (15, QFont.Weight.Normal),
    "Button": (18, QFont.Weight.DemiBold),
    "MainButton": (20, QFont.Weight.DemiBold),
    "VerdictButton": (24, QFont.Weight.DemiBold),
    "SmallButton": (16, QFont.Weight.DemiBold),
    "Chip": (15, QFont.Weight.Normal),
}
"""Pixels at 100 % and weight for each class of widget; everything else is 18 px regular."""

_BODY = 18

BODY = ""
"""The key of body text in a table of sizes."""

_AS_WRITTEN: Mapping[str, int] = MappingProxyType({})


def type_weights() -> dict[str, QFont.Weight]:
    """The weight of type of each class of widgets."""
    return {name: weight for name, (_, weight) in _TYPE.items()}


def next_size(size: int, step: int) -> int:
    """The next larger (`step` 1) or smaller (-1) text size; the same at either end."""
    if step > 0:
        return min((other for other in TEXT_SIZES if other > size), default=TEXT_SIZES[-1])
    return max((other for other in TEXT_SIZES if other < size), default=TEXT_SIZES[0])


def load_fonts(folder: Path) -> None:
    """Make the bundled font known. Without it the system's own sans is used, which still reads."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def system_prefers_dark() -> bool:
    """Whether the system asks for a dark theme."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def apply_theme(
    app: QApplication, colours: Colours, scale: float, sizes: Mapping[str, int] = _AS_WRITTEN
) -> None:
    """Give the whole application its colours and its text size; `scale` 1.0 is 100 %.

    `sizes` has other pixels for a class of widgets, :data:`BODY` for all the rest. Fonts and
    palettes of the application first, since setting those clears what classes have.
    """
    body = QFont(FAMILY)
    body.setPixelSize(round(sizes.get(BODY, _BODY) * scale))
    app.setFont(body)
    app.setPalette(_palette(colours))
    for name, (pixels, weight) in _TYPE.items():
        font = QFont(body)
        font.setPixelSize(round(sizes.get(name, pixels) * scale))
        font.setWeight(weight)
        QApplication.setFont(font, name)  # type: ignore[arg-type]  # the stub says bytes
    for name, palette in _class_palettes(colours).items():
        QApplication.setPalette(palette, name)  # type: ignore[arg-type]  # the stub says bytes


def _palette(c: Colours, **changed: str) -> QPalette:
    """The palette of ordinary widgets, `changed` naming roles in lower case."""
    roles = {
        "window": c.window,
        "windowtext": c.text,
        "base": c.card,
        "alternatebase": c.window,
        "text": c.text,
        "button": c.card,
        "buttontext": c.text,
        "mid": c.control,
        "midlight": c.line,
        "light": c.line,
        "dark": c.control,
        "placeholdertext": c.quiet,
        "highlight": c.action,
        "highlightedtext": c.on_action,
        "link": c.link,
        "tooltipbase": c.card,
        "tooltiptext": c.text,
        **changed,
    }
    palette = QPalette()
    for name, colour in roles.items():
        palette.setColor(_ROLES[name], QColor(colour))
    for role in (_ROLES["windowtext"], _ROLES["text"], _ROLES["buttontext"]):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.quiet))
    return palette


_ROLES = {
    role.name.lower(): role
    for role in QPalette.ColorRole
    if role not in (QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole)
}


def _class_palettes(c: Colours) -> dict[str, QPalette]:
    """Palettes of the classes that mean something by their colour."""
    filled = {"button": c.action, "buttontext": c.on_action, "mid": c.action}
    return {
        "Caption": _palette(c, windowtext=c.quiet),
        "Label": _palette(c, windowtext=c.quiet),
        "Chip": _palette(c, buttontext=c.quiet),
        "MainButton": _palette(c, **filled),
        "LeaveButton": _palette(c, button=c.leave, buttontext=c.on_leave, mid=c.leave),
        "LinkButton": _palette(c, buttontext=c.link),
        "RightBanner": _palette(c, window=c.right, windowtext=c.on_right, mid=c.right),
        "MissedBanner": _palette(
            c, window=c.wrong_tint, windowtext=c.text, mid=c.wrong, link=c.wrong
        ),
        "SkippedBanner": _palette(c, window=c.card, windowtext=c.text, mid=c.quiet),
        "RightMark": _palette(c, windowtext=c.right),
        "MissedMark": _palette(c, windowtext=c.wrong),
        "SkippedMark": _palette(c, windowtext=c.quiet),
        "Bar": _palette(c, windowtext=c.right, window=c.line),
        "QrCode": _palette(LIGHT),
    }
