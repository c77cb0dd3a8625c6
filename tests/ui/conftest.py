"""Lets these tests share the window, the small pack and the tools in tests/shared."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "shared"), str(Path(__file__).parent)]

from other_words import longer_words, right_to_left  # noqa: E402  (after the path is set)
from windows import fonts, noted_pack, sit_down, small_pack  # noqa: E402

__all__ = ["fonts", "longer_words", "noted_pack", "right_to_left", "sit_down", "small_pack"]
