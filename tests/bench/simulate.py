"""100,000 simulated rounds of ten on one core: the bar is 60 seconds."""

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
    each = ROUNDS // len(LEARNERS)
    began = time.perf_counter()
    for learner in LEARNERS:
        start = time.perf_counter()
        played(learner, deck, each, Random(1))
        print(f"{learner.name:<18}{each:>8} rounds{time.perf_counter() - start:>8.1f} s")
    total = time.perf_counter() - began
    print(f"{'all':<18}{each * len(LEARNERS):>8} rounds{total:>8.1f} s (bar 60 s)")


if __name__ == "__main__":
    main()
