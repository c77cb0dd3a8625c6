"""Where content/ and assets/ are, in a checkout and in a bundle."""

from __future__ import annotations

import os
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

SITE_FILE, UNLOCK_FILE = "kiosk.yaml", "staff-unlock"
"""A kiosk's site, and the file beside it that opens the staff room for who forgot the PIN."""


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


def configuration_folder(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    system: Path = Path("/etc/quiz"),
) -> Path:
    """Where a kiosk's site file is looked for when the command line names none.

    systemd says it for a service. Else it is the user's own folder, or that of the whole `system`
    where only there is a site file: who asks as another user than the kiosk's is told the same.
    """
    told = environment.get("CONFIGURATION_DIRECTORY", "").split(os.pathsep)[0]
    if told:
        return Path(told)
    if platform == "win32":
        return Path(environment.get("PROGRAMDATA") or "C:/ProgramData", "quiz")
    own = Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config", "quiz")
    if platform == "darwin":
        own = Path.home() / "Library" / "Application Support" / "quiz"
    elsewhere = not Path(own, SITE_FILE).exists() and Path(system, SITE_FILE).exists()
    return system if elsewhere else own


def site_file(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The kiosk's site file, there or not; what opens the staff room without PIN lies beside it."""
    return given.absolute() if given else configuration_folder(environment) / SITE_FILE


def state_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where a kiosk keeps the last good content and its counts."""
    told = environment.get("STATE_DIRECTORY", "").split(os.pathsep)[0]
    if told:
        return Path(told)
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "quiz"
