"""A program that kills writers at random moments and looks at what they leave behind.

python killing.py WHAT FOLDER KILLS SEED   prints what it saw as JSON; WHAT is one of WRITERS.

It forks, which the process of the tests must not, having threads; and a fork starts in two
milliseconds.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from quiz.keep import pin
from quiz.keep.counts import Counts
from quiz.keep.last_good import LastGood
from quiz.keep.reviews import Reviews
from quiz.model.question import Verdict
from quiz.model.review import Review
from quiz.model.session import Answer
from tests.builders import make_question

DAY = date(2026, 11, 25)
COPIED = ("pack.yaml", "questions/a.yaml", "questions/b.yaml", "sources.yaml")
HASH = f"scrypt-16-8-1-{'0a' * 16}-{'1b' * 32}"
VISIT = [
    Answer(make_question("a"), Verdict.MYTH),
    Answer(make_question("b"), Verdict.REALITY),
    Answer(make_question("c"), None),
]


def keep_review(path: Path) -> Callable[[int], None]:
    """A writer of two lines at a time."""
    kept = Reviews.opened(path)
    assert not kept.notice, kept.notice

    def write(number: int) -> None:
        names = f"{number}-one", f"{number}-two"
        kept.record({name: Review(name, number % 4, DAY) for name in names})

    return write


def reviews_there(path: Path) -> int:
    """How many pairs of lines there are, all from 0 on and each whole."""
    kept = Reviews.opened(path)
    assert not kept.notice, kept.notice
    names = {review.question_id for review in kept.all()}
    pairs = len(names) // 2
    assert names == {f"{n}-{which}" for n in range(pairs) for which in ("one", "two")}
    return pairs


def keep_count(path: Path) -> Callable[[int], None]:
    """A writer of visitors, seventeen a day."""
    counts = Counts.opened(path)
    assert not counts.notice, counts.notice
    return lambda number: counts.add("p", VISIT, DAY + timedelta(days=number // 17))


def counts_there(path: Path) -> int:
    """How many visitors have been counted; each of them whole."""
    assert not Counts.opened(path).notice
    connection = sqlite3.connect(path)
    rows = "SELECT * FROM pending UNION ALL SELECT * FROM counted"
    found = connection.execute(
        f"SELECT question, sum(sessions), sum(right), sum(wrong), sum(skipped) FROM ({rows})"
        " GROUP BY question ORDER BY question"
    ).fetchall()
    connection.close()
    n = found[0][1] if found else 0
    whole = [("", n, 0, 0, 0), ("a", n, n, 0, 0), ("b", n, 0, n, 0), ("c", n, 0, 0, n)]
    assert found == (whole if n else []), found
    return n


def keep_copies(path: Path) -> Callable[[int], None]:
    """A writer of copies of a site file and content: all of one number."""
    last = LastGood(path)
    source = path.with_name(f"{path.stem}-source.db")
    (source / "questions").mkdir(parents=True, exist_ok=True)

    def write(number: int) -> None:
        text = f"{number}\n" * 500
        for name in COPIED:
            (source / name).write_text(text, encoding="utf-8")
        last.keep_site(source / COPIED[0])
        for _ in last.keep_content(source, lambda: True):
            pass
        assert not last.notice, last.notice

    return write


def copies_there(path: Path) -> int:
    """How many copies have been made, by the number in the last; it is whole."""
    last = LastGood(path)
    site, content = last.site(), last.content()
    sites = site.read_text("utf-8").splitlines() if site else []
    assert not sites or (len(sites) == 500 and len(set(sites)) == 1)
    if content is None:
        return 0
    names = sorted(file.relative_to(content).as_posix() for file in content.rglob("*.yaml"))
    assert names == list(COPIED), names
    texts = {(content / name).read_text("utf-8") for name in names}
    assert len(texts) == 1, texts
    lines = texts.pop().splitlines()
    assert len(lines) == 500
    number = int(lines[0])
    assert int(sites[0]) in (number, number + 1)  # the site file is the first of the two
    return number + 1


def keep_misses(path: Path) -> Callable[[int], None]:
    """Somebody who tries one PIN after the other, and waits for as long as it takes."""
    pin.matches = lambda kept, tried: False  # what a try costs is not what is tried out here
    clock = iter(range(0, 10**18, 10**10))
    lock = pin.Pin(HASH, path, None, lambda: float(next(clock)))

    def write(_: int) -> None:
        lock.opens("000000")
        assert not lock.notice, lock.notice

    return write


def misses_there(path: Path) -> int:
    """How many tries have been counted."""
    file = path / "pin-misses"
    if not file.exists():
        return 0
    misses, locks = (int(line.split()[-1]) for line in file.read_text("utf-8").splitlines())
    return 5 * locks + misses


WRITERS = {
    "reviews": keep_review,
    "counts": keep_count,
    "copies": keep_copies,
    "misses": keep_misses,
}
READERS = {
    "reviews": reviews_there,
    "counts": counts_there,
    "copies": copies_there,
    "misses": misses_there,
}


def killed_writer(
    opened: Callable[[Path], Callable[[int], None]], path: Path, start: int, chance: random.Random
) -> int:
    """Let a writer write from `start` on and kill it; how many it has acknowledged in all."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        write = opened(path)
        while True:
            write(start)
            os.write(writing, b".")
            start += 1
    os.close(writing)
    seen = 0
    for _ in range(chance.randrange(4)):
        seen += len(os.read(reading, 1))
    until = time.perf_counter() + chance.uniform(0, 0.004)
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer stopped by itself"
    while more := os.read(reading, 4096):
        seen += len(more)
    os.close(reading)
    return start + seen


def main(which: str, folder: Path, kills: int, seed: int) -> None:
    """Kill, look, and go on from there; every tenth time with a file yet to be made."""
    chance = random.Random(seed)
    path, number, lost, unfinished, made = folder / "0.db", 0, 0, 0, 0
    for kill in range(kills):
        if kill % 10 == 9:
            path, number, made = folder / f"{kill}.db", 0, made + 1
        acknowledged = killed_writer(WRITERS[which], path, number, chance)
        unfinished += path.with_name(f"{path.name}-journal").exists()
        number = READERS[which](path)
        # One more may have been written than could be told.
        lost += not acknowledged <= number <= acknowledged + 1
    left = sorted(path.name for path in folder.iterdir() if path.suffix != ".db")
    print(json.dumps({"kills": kills, "lost": lost, "unfinished": unfinished, "left": left}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
