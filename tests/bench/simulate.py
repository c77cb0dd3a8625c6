"""100,000 simulated rounds of ten on one core: the bar is 60 seconds.

Both clocks are printed, since on a shared machine the wall clock measures the others too.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from quiz.model.draw import Deck  # noqa: E402  (found by the path above)
from quiz.packs.reader import read_pack  # noqa: E402
from quiz.simulate import LEARNERS, played  # noqa: E402

ROUNDS = 100_000


def main() -> None:
    """Print the table."""
    pack = read_pack(ROOT / "content" / "sex-therapy").pack
    assert pack is not None
    deck = Deck(pack.questions)
    each, more = divmod(ROUNDS, len(LEARNERS))
    shares = [each + (nth < more) for nth in range(len(LEARNERS))]
    totals = [0.0, 0.0]
    print(f"{'learner':<18}{'rounds':>8}{'wall, s':>10}{'core, s':>10}")
    for learner, rounds in zip(LEARNERS, shares, strict=True):
        wall, core = time.perf_counter(), time.process_time()
        played(learner, deck, rounds, Random(1))
        took = (time.perf_counter() - wall, time.process_time() - core)
        totals = [total + new for total, new in zip(totals, took, strict=True)]
        print(f"{learner.name:<18}{rounds:>8}{took[0]:>10.1f}{took[1]:>10.1f}")
    print(f"{'all':<18}{ROUNDS:>8}{totals[0]:>10.1f}{totals[1]:>10.1f}   (bar 60 s)")


if __name__ == "__main__":
    main()
