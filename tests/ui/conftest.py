"""Lets these tests share the window, the small pack and the tools in tests/shared."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "shared"))

from windows import fonts, noted_pack, sit_down, small_pack

__all__ = ["fonts", "noted_pack", "sit_down", "small_pack"]
