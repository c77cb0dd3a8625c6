"""Visitors in a row at one kiosk, watched for leaks, and the kiosk killed under way.

    make soak-kiosk                                  a thousand visitors
    make soak-kiosk ARGS="--visitors 10000"
    make soak-kiosk ARGS="--visitors 200 --kills 0 --seed 4"
    make soak-kiosk ARGS="--visitors 1 --kills 0 --cuts 200"    the power goes two hundred times

Each visitor touches, drums, leans on the glass, thinks, and goes in one of many ways: by a button,
a key, by walking away, by an error inside. Under way the content is swapped, for sound files and
for broken ones, and each visitor is counted. The clock is played, so an hour takes a blink. After
each visitor the resting screen has to be all that is shown; at the end nothing may have grown, and
no object of a visitor may be alive. Then the real program is started and killed, and, if asked for,
the power is cut. Exits with 1 where anything is amiss.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "shared"), str(ROOT / "tests" / "soak")]

from kiosk_stand import SITE, Stand, collect  # noqa: E402  (the platform is chosen first)
from PySide6.QtCore import QObject, qInstallMessageHandler  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from soak import Count, growth, megabytes  # noqa: E402
from wanderer import Wanderer  # noqa: E402

from quiz.keep.last_good import LastGood  # noqa: E402
from quiz.packs.watch import ContentWatch  # noqa: E402
from quiz.ui.kiosk.between_visitors import LOOK_S, NewContent  # noqa: E402
from quiz.ui.kiosk.tally import Tally  # noqa: E402

VISITORS, KILLS, ROWS = 1_000, 4, 20
ENOUGH = 100
"""Visitors from which on growth says something: at first much is built that stays."""

SWAP_EVERY = 25
"""Visitors between two changes of the content."""

KB_A_VISITOR = 2.0
"""Memory that a visitor may cost for good: fonts in new sizes come by the way, fewer and fewer."""

OF_A_VISITOR = ("Visit", "VisitPage", "Session", "Answer", "SessionController", "KeypadReader")


class KioskSoak:
    """One kiosk in a folder of its own, its visitors, and who changes its content."""

    def __init__(
        self, content: Path, home: Path, seed: int, size: tuple[int, int], most_steps: int = 40
    ) -> None:
        self._rng = Random(seed)
        self._content = home / "content"
        shutil.copytree(content, self._content)
        site = replace(SITE, content=str(self._content))
        watch = ContentWatch(self._content, site)
        taken = watch.read(None, None)
        self.tally = Tally(home / "counts.db", home)
        self.stand = Stand(taken.packs, site, size=size, seed=seed, tally=self.tally)
        new = NewContent(watch, LastGood(home / "state"), self.stand.clock)
        self.stand.window._around = replace(self.stand.window._around, content=new)
        self.wanderer = Wanderer(self.stand, seed, most_steps)
        self.visitors = self.taken = self.refused = 0
        self._broken: Path | None = None

    def send(self) -> None:
        """One more visitor, and now and then other content before the next one."""
        self.wanderer.visit()
        self.visitors += 1
        if self.visitors % SWAP_EVERY == 0:
            self._swap()

    def _swap(self) -> None:
        """Break a file, or mend what is broken, and see what the kiosk makes of it."""
        window = self.stand.window
        before = window.offer.all_packs
        if self._broken is None:
            files = sorted(self._content.rglob("questions/*.yaml"))
            self._broken = self._rng.choice(files)
            self._sound = self._broken.read_text("utf-8")
            self._broken.write_text(self._sound[: len(self._sound) // 2] + "\n: [", "utf-8")
            self._look_on()
            assert window.offer.all_packs is before, "broken content is not taken over"
            assert window._problems, "and the staff are told"
            self.refused += 1
        else:
            self._broken.write_text(self._sound + f"# {self.visitors}\n", "utf-8")
            self._broken = None
            self._look_on()
            assert window.offer.all_packs is not before, "sound content is taken over"
            assert not window._problems, "and there is nothing to tell"
            self.taken += 1

    def _look_on(self) -> None:
        self.stand.wait(6 * LOOK_S, step=LOOK_S / 10)

    def count(self) -> Count:
        """Count what there is now."""
        collect()
        return Count(
            self.visitors,
            self.wanderer.answers,
            len(QApplication.allWidgets()),
            len(self.stand.window.findChildren(QObject)),
            len(gc.get_objects()),
            sys.getrefcount(None),
            sys.getrefcount(True),
            megabytes(),
        )

    def leaks(self) -> list[str]:
        """Objects of a visitor that are alive though nobody is there."""
        collect()
        types = (type(each) for each in gc.get_objects())
        kinds = [kind.__name__ for kind in types if str(kind.__module__).startswith("quiz.")]
        found = {kind: kinds.count(kind) for kind in OF_A_VISITOR if kind in kinds}
        return [f"{number} of {kind} are alive" for kind, number in found.items()]

    def close(self) -> None:
        """Leave nothing open."""
        self.stand.close()


def amiss(counts: list[Count]) -> tuple[float, list[str]]:
    """KB that a visitor costs in the second half; and what grew more than it may."""
    early, late = counts[max(0, len(counts) // 2 - 1)], counts[-1]
    if late.sittings < ENOUGH:
        return 0.0, []
    cost = 1024 * (late.megabytes - early.megabytes) / max(1, late.sittings - early.sittings)
    found = [line for line in growth(counts) if not line.startswith("memory")]
    if cost > KB_A_VISITOR:
        found.append(f"a visitor costs {cost:.1f} KB of memory")
    return cost, found


# The real program, killed


@contextmanager
def listening(home: Path):
    """A place where a kiosk tells systemd that it is alive."""
    address = str(home / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as here:
        here.bind(address)
        yield here, address


def beats_within(here: socket.socket, seconds: float) -> float:
    """Seconds until the next beat; an AssertionError where none comes."""
    began = time.monotonic()
    while (left := began + seconds - time.monotonic()) > 0:
        here.settimeout(left)
        try:
            if b"=1" in here.recv(100):
                return time.monotonic() - began
        except TimeoutError:
            break
    raise AssertionError(f"no beat within {seconds} s")


def child_of(parent: int) -> int:
    """The process that a visitor sees, 0 between two of them."""
    words = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    return int(words[0]) if words else 0


def killed(times: int, home: Path) -> list[tuple[str, float]]:
    """Start the real kiosk, kill it again and again; how long it took to beat again."""
    took = []
    with listening(home) as (here, address):
        program = subprocess.Popen(
            [sys.executable, "-B", str(ROOT / "main.py"), "kiosk"],
            env={
                **os.environ,
                "NOTIFY_SOCKET": address,
                "XDG_STATE_HOME": str(home / "real"),
                "XDG_CONFIG_HOME": str(home / "real"),
            },
            stderr=subprocess.DEVNULL,
        )
        try:
            took.append(("start", beats_within(here, 30)))
            for turn in range(times):
                old = child_of(program.pid)
                hung = turn == times - 1 and times > 1
                os.kill(old, signal.SIGSTOP if hung else signal.SIGKILL)
                began = time.monotonic()
                while child_of(program.pid) in (0, old):
                    assert time.monotonic() - began < 40, "it does not come back"
                    time.sleep(0.02)
                while select_now(here):
                    here.recv(100)
                beats_within(here, 30)
                took.append(("kill -STOP" if hung else "kill -9", time.monotonic() - began))
        finally:
            program.terminate()
            program.wait(30)
    return took


def cut(times: int, home: Path, rng: Random) -> list[str]:
    """Cut the power at `times` random moments of the life of a child; what was amiss afterwards.

    It counts visitors, and copies content that is changed under it. Each tenth start, and the last,
    has to come to its first beat with nobody's help.
    """
    content, state = home / "cut" / "content", home / "cut" / "state"
    shutil.copytree(ROOT / "content", content)
    site = home / "cut" / "kiosk.yaml"
    site.write_text(f"content: {content}\ncounts: {state / 'counts.db'}\n", "utf-8")
    file = min(content.rglob("questions/*.yaml"))
    words = [sys.executable, "-B", str(ROOT / "main.py"), "kiosk", "--site", str(site), "--watched"]
    slowest = 0.0
    for turn in range(1, times + 1):
        with file.open("a", encoding="utf-8") as changed:
            changed.write(f"# {turn}\n")
        child = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "STATE_DIRECTORY": str(state)},
        )
        assert child.stdout is not None
        began = time.monotonic()
        if turn % 10 == 0 or turn == times:
            beat = child.stdout.readline()
            if not beat.startswith(b"beat"):
                return [f"after {turn} cuts it does not come to its resting screen"]
            slowest = max(slowest, time.monotonic() - began)
        else:
            time.sleep(rng.uniform(0, 1.5))
        child.kill()
        child.wait()
    left = sorted(path.name for path in state.rglob("*.part"))
    copies = [path for path in (state / "last-good").iterdir() if path.name.startswith("content-")]
    sound = [path for path in copies if ContentWatch(path, SITE).read(None, None).packs]
    print(
        f"{times} cuts; {len(sound)} sound copies of the content, left half made: {left or 'none'}"
    )
    print(f"the slowest of {times // 10} starts afterwards took {slowest:.1f} s")
    found = [] if sound else ["no copy of the content is sound"]
    return found if slowest <= 10 else [*found, f"a start took {slowest:.1f} s"]


def select_now(here: socket.socket) -> bool:
    """Whether a word waits that was said before."""
    import select

    return bool(select.select([here], [], [], 0)[0])


def main() -> int:
    """Send the visitors, print the table, and say what is amiss."""
    parser = argparse.ArgumentParser(prog="make soak-kiosk", description=__doc__)
    parser.add_argument("--visitors", type=int, default=VISITORS)
    parser.add_argument("--kills", type=int, default=KILLS, help="of the real program, at the end")
    parser.add_argument("--cuts", type=int, default=0, help="of the power, at the end")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=40, help="that a visitor takes at most")
    parser.add_argument("--size", default="1280x800", help="of the screen, in pixels")
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    asked = parser.parse_args()
    qInstallMessageHandler(lambda *_: None)  # the off-screen platform says a line about each window
    from quiz.app import make_application

    app = make_application()
    gc.enable()
    wide, high = map(int, asked.size.split("x"))
    with tempfile.TemporaryDirectory(prefix="quiz-soak-") as folder:
        home = Path(folder)
        soak = KioskSoak(asked.content, home, asked.seed, (wide, high), asked.steps)
        began = time.perf_counter()
        print("".join(f"{head:>11}" for head in ("visitors", *Count.HEAD[1:])))
        counts: list[Count] = []
        for index in range(1, asked.visitors + 1):
            soak.send()
            if index % max(1, asked.visitors // ROWS) == 0:
                counts.append(soak.count())
                print(counts[-1].row(), flush=True)
        seconds = time.perf_counter() - began
        print(f"{soak.visitors:,} visitors, {soak.wanderer.answers:,} answers in {seconds:.0f} s")
        print(f"gone {', '.join(f'{way}: {n:,}' for way, n in soak.wanderer.resets.items())}")
        print(f"content taken over {soak.taken} times, refused {soak.refused} times")
        cost, found = amiss(counts)
        print(f"a visitor costs {cost:.1f} KB")
        found += [*soak.leaks(), *soak.tally.faults]
        soak.close()
        took = killed(asked.kills, home) if asked.kills else []
        for what, each in took:
            print(f"{what}: it beats after {each:.1f} s")
        found += [
            f"{what} took {each:.1f} s"
            for what, each in took
            if each > (27 if "STOP" in what else 10)
        ]
        if asked.cuts:
            found += cut(asked.cuts, home, Random(asked.seed))
    print("\n".join(found) or "Nothing leaked, and it stood up each time.")
    app.quit()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
