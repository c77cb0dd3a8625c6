"""Where content/ and assets/ are, in a checkout and in a bundle."""

from __future__ import annotations

import sys
from collections.abc import Mapping
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


def preferences_file(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where a person's choices are kept if they ask for it: a name that gives nothing away."""
    home = Path.home()
    if platform == "win32":
        folder = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    elif platform == "darwin":
        folder = home / "Library" / "Preferences"
    else:
        folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return folder / "display.conf"
