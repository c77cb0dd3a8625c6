"""Lets these checks share the visitor's and the window's tools."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "shared")]

from windows import fonts, small_pack  # noqa: E402  (after the path is set)

__all__ = ["fonts", "small_pack"]
