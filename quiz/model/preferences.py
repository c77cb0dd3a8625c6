"""What a person adjusts, whatever place they are in. Never called settings: those are a place's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` in per cent; `theme`: "system", "light" or "dark"; `shift_leaves`: whether
    pressing Shift three times leaves quickly.
    """

    text_size: int = 100
    theme: str = "system"
    shift_leaves: bool = True
