"""A short version of `make soak`: forty sittings, and nothing grows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_pack import write_small_pack
from soak import Count, Soak, growth


@pytest.mark.slow
def test_forty_sittings_leave_nothing_behind(qapp, tmp_path):
    soak = Soak(write_small_pack(tmp_path), questions=5, seed=2)
    counts = []
    for _ in range(15):  # until all is built that is built when it is first wanted
        soak.play()
    for _ in range(4):
        for _ in range(10):
            soak.play()
        counts.append(soak.count())
    assert growth(counts) == []
    assert soak.answers > 200
    assert soak.window.controller.session is None
    soak.close()


QUIET = Count(0, 0, 200, 400, 50_000, 20_000, 2_000, 80.0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"widgets": 250}, "widgets grew from 200.0 to 250.0"),
        ({"qt_objects": 900}, "Qt objects grew from 400.0 to 900.0"),
        ({"objects": 60_000}, "Python objects grew from 50,000.0 to 60,000.0"),
        ({"megabytes": 83.0}, "memory in MB grew from 80.0 to 83.0"),
        ({"none_references": 10_000}, "references to None were lost: 20,000 before, 10,000 now"),
        ({"true_references": 100}, "references to True were lost: 2,000 before, 100 now"),
    ],
)
def test_growth_is_found_and_said(change, said):
    assert growth([QUIET, QUIET, QUIET, replace(QUIET, **change)]) == [said]


def test_noise_is_no_growth():
    assert growth([QUIET, replace(QUIET, widgets=205, objects=50_100, megabytes=80.5)]) == []
