"""How long reading and validating a pack takes, against `yaml.load` on the same bytes.

    python tests/bench/packs.py [questions ...]          default: 150 1000 10000
    python tests/bench/packs.py --write FOLDER N         writes a pack of N questions and stops

Both are measured alternately in this one process; peak memory in a process of its own for each.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402 (the path comes first)

TARGETS = {1000: (0.6, 0.4), 10000: (0.35, 0.2)}
RUNS = {150: 25, 1000: 11}
TOPICS = (
    "what-it-is practitioners who-it-is-for sessions techniques formats effectiveness "
    "getting-help history myths-in-general"
).split()
WORDS = (
    "people partners therapy talk about feelings body desire sessions many studies found that "
    "some couples with without pain help doctor nurse guideline years adults women men reported "
    "often found exercises home touch calm attention review of the a and in for than most common "
    "worry change trust consent medicine treatment practice survey evidence early later support"
).split()


def sentence(chance: random.Random, least: int, most: int) -> str:
    """A text of words that hardly ever occurs twice."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
    words[-1] += str(chance.randint(1, 9999))
    if len(words) > 12 and chance.random() < 0.5:
        words[6] += ","
    return " ".join(words).capitalize() + "."


def question(chance: random.Random, number: int, verdict: str) -> str:
    """One question as an author would write it."""
    quote = '"' if chance.random() < 0.2 else ""

    def text(least: int, most: int) -> str:
        return quote + sentence(chance, least, most) + quote

    cited = "".join(
        f"    - id: source-{chance.randrange(40)}\n"
        f"      locator: page {chance.randint(1, 400)}\n"
        f"      supports: {text(8, 25)}\n"
        for _ in range(chance.choice((1, 1, 2)))
    )
    caveat = f"  caveat: {text(8, 25)}\n" if chance.random() < 0.5 else ""
    return (
        f"- id: question-{number}\n"
        f"  statement: {text(7, 18)}\n"
        f"  verdict: {verdict}\n"
        f"  fact: {text(8, 19)}\n"
        f"  detail: {text(20, 42)}\n"
        f"  myth: {text(6, 15)}\n"
        f"  why: >\n    {sentence(chance, 15, 22)}\n    {sentence(chance, 5, 20)}\n"
        f"  misleads_by: overgeneralising\n"
        f"  takeaway: {text(6, 18)}\n"
        f"{caveat}"
        f"  sources:\n{cited}"
        f"  difficulty: {chance.randint(1, 3)}\n"
        f"  age_band: 15-18\n"
        f"  unesco: [U5.5, U7.2]\n"
        f"  nses: none\n"
        f"  teacher:\n"
        f"    purpose: {text(8, 20)}\n"
        f"    ask: {text(8, 20)}\n"
        f"    safeguarding: false\n"
        f"  attract: false\n"
        f"  reviewed: 2026-11-{chance.randint(10, 28)}\n"
    )


def source(chance: random.Random, number: int) -> str:
    """One source."""
    return (
        f"  - id: source-{number}\n"
        f"    type: article-journal\n"
        f"    title: {sentence(chance, 8, 16)}\n"
        f"    author:\n"
        f"      - {{family: Family{number}, given: Given A.}}\n"
        f"      - {{family: Other{number}, given: B.}}\n"
        f"    container-title: Journal of Studies\n"
        f"    issued: {chance.randint(1970, 2025)}\n"
        f"    volume: {number}\n"
        f"    page: {number}-{number + 9}\n"
        f"    DOI: 10.1000/made.{number}\n"
        f"    custom: {{evidence: cohort, checked: 2026-11-23}}\n"
    )


def write_pack(folder: Path, count: int, seed: int = 1) -> None:
    """Writes a sound pack of `count` questions, about as many of each verdict, in ten topics."""
    chance = random.Random(seed)
    (folder / "questions").mkdir(parents=True)
    topics = "".join(f"  - {{id: {topic}, title: {topic}}}\n" for topic in TOPICS)
    (folder / "pack.yaml").write_text(
        "id: made\ntitle: Made for measuring\nlanguage: en\nsummary: Made.\nlicense: CC0-1.0\n"
        f"reviewed: 2026-11-23\ntopics:\n{topics}",
        encoding="utf-8",
    )
    sources = "".join(source(chance, number) for number in range(40))
    (folder / "sources.yaml").write_text(f"references:\n{sources}", encoding="utf-8")
    for place, topic in enumerate(TOPICS):
        numbers = range(place, count, len(TOPICS))
        texts = (question(chance, n, "myth" if n // 10 % 2 else "reality") for n in numbers)
        (folder / "questions" / f"{topic}.yaml").write_text("\n".join(texts), encoding="utf-8")


def read_ours(folder: Path) -> None:
    """Reads and validates the whole pack."""
    from quiz.packs.reader import read_pack

    reading = read_pack(folder)
    assert reading.pack is not None
    assert not [p for p in reading.problems if "no question cites it" not in p.what]


def load_theirs(folder: Path) -> list[object]:
    """What `yaml.load` makes of the same bytes, kept as long as ours is."""
    loader = yaml.CSafeLoader
    return [yaml.load(path.read_bytes(), loader) for path in sorted(folder.rglob("*.yaml"))]


def seconds(call: object, folder: Path) -> float:
    """The time of one call."""
    start = time.perf_counter()
    call(folder)  # type: ignore[operator]
    return time.perf_counter() - start


def peak_megabytes(what: str, folder: Path) -> float:
    """The peak memory of a process that does nothing else."""
    command = [sys.executable, __file__, "--peak", what, str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def print_peak(what: str, folder: Path) -> None:
    """Does one of the two and prints the peak memory of this process."""
    {"ours": read_ours, "theirs": load_theirs, "nothing": lambda _: None}[what](folder)
    # Not getrusage: its maximum is inherited from the program that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(status.split("VmHWM:")[1].split()[0]) / 1024)


def main(counts: list[int]) -> None:
    """Measures packs of these sizes and prints the table."""
    head = ("questions", "ours ms", "yaml.load ms", "ratio", "most", "stretch", "MB", "MB theirs")
    print(("{:>13}" * len(head)).format(*head))
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "made"
            write_pack(folder, count)
            read_ours(folder)
            pairs = [
                (seconds(read_ours, folder), seconds(load_theirs, folder))
                for _ in range(RUNS.get(count, 3))
            ]
            ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
            most, stretch = TARGETS.get(count, ("", ""))
            base = peak_megabytes("nothing", folder)
            peaks = [peak_megabytes(what, folder) - base for what in ("ours", "theirs")]
        cells = (count, ours * 1000, theirs * 1000, ours / theirs, most, stretch, *peaks)
        print("".join(f"{c:>13.2f}" if isinstance(c, float) else f"{c:>13}" for c in cells))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print_peak(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--write"]:
        write_pack(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main([int(count) for count in sys.argv[1:]] or [150, 1000, 10000])
