"""What a kiosk and the process that watches over it have agreed on."""

from __future__ import annotations

DONE, AGAIN = 0, 75
"""Exit codes of a child: it was left, and it wants to be started afresh (EX_TEMPFAIL)."""

BEAT_S = 2.0
"""How often the interface thread beats; R104 asks for 5 s."""
