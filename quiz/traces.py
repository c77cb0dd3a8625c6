"""What the libraries under us would leave behind, told before they are loaded not to.

Found by tracing whole sittings in a fresh home (tests/journeys/test_no_traces.py):

- fontconfig writes font lists to ``~/.cache/fontconfig`` where the system's own are missing. Ours
  names ``/dev/null`` as the first place to write to, which every user may and nothing can.
- without a session bus libdbus starts one, which writes ``~/.dbus`` and outlives us.
- a session manager would start the quiz again at the next login.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

SYSTEM_FONTS = Path("/etc/fonts/fonts.conf")

NO_BUS = "unix:path=/dev/null"
"""An address at which nobody answers."""


def leave_none(
    environment: MutableMapping[str, str], fonts: Path, system_fonts: Path = SYSTEM_FONTS
) -> None:
    """Set `environment`, before Qt is loaded, so that nothing is written and nothing restored.

    `fonts` is our configuration of fontconfig, which reads `system_fonts`.
    """
    environment.pop("SESSION_MANAGER", None)
    own = {"FONTCONFIG_FILE", "FONTCONFIG_PATH"} & set(environment)
    if not own and system_fonts.exists() and fonts.exists():
        environment["FONTCONFIG_FILE"] = str(fonts)
    if "DBUS_SESSION_BUS_ADDRESS" not in environment:
        bus = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere"), "bus")
        if not bus.exists():
            environment["DBUS_SESSION_BUS_ADDRESS"] = NO_BUS


def for_others(environment: MutableMapping[str, str], fonts: Path) -> None:
    """Take back what was set, before another program (a browser) is started from here."""
    ours = {"FONTCONFIG_FILE": str(fonts), "DBUS_SESSION_BUS_ADDRESS": NO_BUS}
    for name, value in ours.items():
        if environment.get(name) == value:
            del environment[name]
