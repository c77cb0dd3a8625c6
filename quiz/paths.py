"""Where content/ and assets/ are, in a checkout and in a bundle."""

from __future__ import annotations

import sys
from pathlib import Path


def _root() -> Path:
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) if bundled else Path(__file__).resolve().parent.parent


ROOT = _root()
CONTENT = ROOT / "content"
ASSETS = ROOT / "assets"
FONTS = ASSETS / "fonts"
FONT_LISTS = FONTS / "fonts.conf"
ICON = ASSETS / "icons" / "app.png"
TRANSLATIONS = ASSETS / "translations"
