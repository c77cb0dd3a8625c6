"""A short version of `make soak-kiosk`: nothing of sixty visitors is left, and content changes."""

from __future__ import annotations

import pytest
from small_pack import write_small_pack
from soak import growth
from soak_kiosk import SWAP_EVERY, KioskSoak

from quiz import paths
from quiz.ui.theme import load_fonts


@pytest.mark.slow
@pytest.mark.usefixtures("others_aside")
def test_sixty_visitors_leave_nothing_behind(qapp, tmp_path):
    load_fonts(paths.FONTS)
    content = write_small_pack(tmp_path / "before")
    soak = KioskSoak(content, tmp_path, seed=3, size=(1024, 768), most_steps=12)
    counts = []
    for _ in range(4):
        for _ in range(15):
            soak.send()
        counts.append(soak.count())
    assert [line for line in growth(counts) if not line.startswith("memory")] == []
    assert soak.leaks() == []
    assert soak.tally.faults == ()
    assert (soak.refused, soak.taken) == (1, 1)
    assert soak.visitors >= 2 * SWAP_EVERY
    assert soak.wanderer.answers > 20
    soak.close()
