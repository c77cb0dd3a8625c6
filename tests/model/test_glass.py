"""From millimetres on the glass to pixels: never smaller than asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.glass import (
    ANSWER_MM,
    CAPITALS_MM,
    DISTANCE_MM,
    GAP_MM,
    TARGET_MM,
    Glass,
    Print,
)

glasses = st.builds(Glass, st.integers(640, 7680), st.floats(150, 3000))


@pytest.mark.parametrize(
    ("wide", "wide_mm", "pixels"),
    [
        # STANDARDS 5.3 has these, for the nearest pixel; a least size is rounded up.
        (1920, 476, 81),  # 21.5 inches
        (1920, 518, 75),  # 24 inches, 1920 x 1200
        (1920, 598, 65),  # 27 inches
        (3840, 708, 109),  # 32 inches, 4K
        (1920, 345, 112),  # 15.6 inches
        (1280, 1280, 20),
    ],
)
def test_twenty_millimetres_are_so_many_pixels(wide, wide_mm, pixels):
    assert Glass(wide, wide_mm).pixels(TARGET_MM) == pixels


@given(glasses, st.floats(0.1, 200))
def test_what_is_rounded_is_at_least_as_large_and_less_than_a_pixel_larger(glass, mm):
    pixels = glass.pixels(mm)
    exact = mm * glass.wide / glass.wide_mm
    assert pixels >= 1
    assert exact <= pixels + 1e-6
    assert pixels < exact + 1 + 1e-6 or pixels == 1


def test_nothing_is_smaller_than_a_pixel():
    assert Glass(100, 1000).pixels(1) == 1
    assert Glass(100, 1000).pixels(0) == 1


@given(glasses, st.sampled_from(Print), st.floats(300, 2000), st.booleans())
def test_a_capital_looks_equally_high_from_everywhere(glass, role, distance, large):
    height = glass.capital(role, distance, large=large) * glass.wide_mm / glass.wide
    assert height / distance == pytest.approx(CAPITALS_MM[role][large] / DISTANCE_MM)


def test_the_large_size_is_never_the_smaller_one_and_meets_the_standard():
    for private, large in CAPITALS_MM.values():
        assert private <= large
        assert large >= 7.4  # EN 301 549, 5.1.4: 0.7 degrees from 600 mm


def test_an_answer_is_taller_than_what_is_merely_touched():
    assert ANSWER_MM > TARGET_MM > GAP_MM
