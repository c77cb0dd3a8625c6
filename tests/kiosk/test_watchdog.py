"""The parent of a kiosk, with real children that hang, crash, talk and are killed."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace

import pytest

from quiz.kiosk import watchdog
from quiz.kiosk.heartbeat import Heart, outgrown
from quiz.kiosk.patience import Limits
from quiz.kiosk.watchdog import supervise
from quiz.model.process import BEAT_S

ROOT = Path(__file__).resolve().parents[2]
STUB = Path(__file__).with_name("stub_kiosk.py")
QUICK = Limits(hang=0.6, start=20, stop=0.5, well=30, look=0.1, delays=(0.0, 0.05))


class Kiosk:
    """A stub and the log of its starts."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "starts"
        self.told: list[str] = []
        self.announced: list[str] = []

    def command(self, *steps: str, every: float = 0.05) -> list[str]:
        return [sys.executable, "-S", "-B", str(STUB), str(self.log), str(every), *steps]

    def runs(self, *steps: str, limits: Limits = QUICK) -> int:
        """Play these steps, then be left."""
        command = self.command(*steps, "0")
        return supervise(
            command, limits=limits, tell=self.told.append, announce=self.announced.append
        )

    def starts(self) -> list[list[str]]:
        """Process, time and options of each start."""
        text = self.log.read_text(encoding="ascii") if self.log.exists() else ""
        return [line.split() for line in text.splitlines() if line]

    def parent(self, *steps: str, every: float = 0.05, limits: str = "Limits()", **more: str):
        """The parent as a process of its own."""
        program = (
            "import sys; from quiz.kiosk.patience import Limits\n"
            "from quiz.kiosk.watchdog import supervise\n"
            f"sys.exit(supervise({self.command(*steps, every=every)!r}, limits={limits}))"
        )
        return subprocess.Popen(
            [sys.executable, "-S", "-B", "-c", program],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **more},
        )


@pytest.fixture
def kiosk(tmp_path) -> Kiosk:
    return Kiosk(tmp_path)


def wait_for(met: Callable[[], object], seconds: float = 20.0) -> float:
    """How long it took until the condition was met."""
    began = time.monotonic()
    while not met():
        assert time.monotonic() - began < seconds, "it did not come to that"
        time.sleep(0.01)
    return time.monotonic() - began


def gone(process: str) -> bool:
    """Whether a process has ended, be it that nobody has asked after it yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_who_is_left_is_not_started_again(kiosk):
    assert kiosk.runs() == 0
    assert len(kiosk.starts()) == 1
    assert kiosk.told == []
    assert kiosk.announced[-1] == "STOPPING=1"


def test_who_wants_to_start_afresh_is_started_at_once(kiosk):
    assert kiosk.runs("75") == 0
    assert [start[2:] for start in kiosk.starts()] == [[], []]
    assert kiosk.told == ["The kiosk ended with 75 and is started again."]


def test_one_that_hangs_is_killed_and_started_again(kiosk):
    assert kiosk.runs("hang") == 0
    first, second = kiosk.starts()
    assert gone(first[0])
    assert QUICK.hang <= float(second[1]) - float(first[1]) < QUICK.hang + 10
    assert kiosk.told == ["The kiosk did not answer for 0.6 s and is started again."]


def test_one_that_was_killed_is_started_again(kiosk):
    assert kiosk.runs("killed") == 0
    assert len(kiosk.starts()) == 2
    assert kiosk.told == ["The kiosk ended with -9 and is started again."]


def test_one_that_never_beats_is_killed_when_its_time_to_start_is_over(kiosk):
    assert kiosk.runs("silent", limits=replace(QUICK, start=1.0)) == 0
    assert kiosk.told == ["The kiosk did not answer for 1 s and is started again."]


def test_what_is_printed_is_not_taken_for_a_beat(kiosk, capfd):
    assert kiosk.runs("chatter", limits=replace(QUICK, start=1.0)) == 0
    assert kiosk.told == ["The kiosk did not answer for 1 s and is started again."]
    assert "beat 0" in capfd.readouterr().err


def test_one_that_can_be_heard_no_more_does_not_stay_behind(kiosk):
    assert kiosk.runs("closes") == 0
    assert kiosk.told == ["The kiosk can be heard no more and is started again."]
    assert gone(kiosk.starts()[0][0])


def test_three_quick_ends_lead_to_the_shipped_content_and_a_wish_back_to_the_sites(kiosk):
    assert kiosk.runs("crash", "crash", "hang", "killed", "75", "killed") == 0
    shipped = ["--shipped-content-only"]
    assert [start[2:] for start in kiosk.starts()] == [[], [], [], shipped, shipped, [], shipped]
    assert [sentence for sentence in kiosk.told if "started again" not in sentence] == [
        "It ended too soon too often: the kiosk plays only what it came with.",
        "The kiosk tries the content of its site again.",
        "It ended too soon too often: the kiosk plays only what it came with.",
    ]


def test_the_delays_between_the_starts_grow(kiosk):
    delays = (0.0, 0.3, 0.6)
    assert kiosk.runs(*["crash"] * 4, limits=replace(QUICK, delays=delays)) == 0
    times = [float(start[1]) for start in kiosk.starts()]
    apart = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert apart[1] > 0.3
    assert min(apart[2:]) > 0.6
    # While it waits, and while a child starts, the parent answers for itself.
    assert kiosk.announced.count("READY=1") == 1
    assert kiosk.announced.index("WATCHDOG=1") < kiosk.announced.index("READY=1")


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not say")
def test_one_that_takes_far_more_memory_than_its_ceiling_is_ended(kiosk):
    assert kiosk.runs("heavy", limits=replace(QUICK, hang=20)) == 0
    assert kiosk.told == ["The kiosk took far more memory than its ceiling and is started again."]


def test_a_command_that_is_not_there_is_tried_again_until_the_system_wants_an_end():
    program = (
        "from quiz.kiosk.patience import Limits; from quiz.kiosk.watchdog import supervise\n"
        "supervise(['/nowhere/at/all'], limits=Limits(delays=(0.0, 0.05)))"
    )
    parent = subprocess.Popen(
        [sys.executable, "-S", "-B", "-c", program], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    lines = [parent.stderr.readline() for _ in range(2)]
    assert lines == ["The kiosk could not be started: No such file or directory.\n"] * 2
    parent.terminate()
    parent.communicate(timeout=20)
    assert parent.returncode == -signal.SIGTERM


@pytest.mark.parametrize("step", ["on", "hang", "deaf", "silent"])
def test_the_system_ends_both_within_two_seconds(kiosk, step):
    parent = kiosk.parent(step)
    wait_for(kiosk.starts)
    if step != "silent":
        child = kiosk.starts()[0][0]
        wait_for(lambda: reached(child, step))
    parent.send_signal(signal.SIGTERM)
    assert wait_for(lambda: parent.poll() is not None) < 2
    parent.communicate()
    assert parent.returncode == -signal.SIGTERM  # 0 would mean that staff have left it
    assert len(kiosk.starts()) == 1
    assert gone(kiosk.starts()[0][0])


def reached(process: str, step: str) -> bool:
    """Whether a child has come to where it hangs, or no longer hears the word to end."""
    status = dict(
        line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines()
    )
    if step == "hang":
        return status["State"].split()[0] == "T"
    ignored = bool(int(status["SigIgn"], 16) & 1 << signal.SIGTERM - 1)
    return ignored is (step == "deaf")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_terminal_that_closes_ends_both(kiosk, number):
    parent = kiosk.parent("on")
    wait_for(kiosk.starts)
    parent.send_signal(number)
    assert parent.communicate(timeout=20)[1] == ""
    assert parent.returncode == -number
    assert gone(kiosk.starts()[0][0])


def test_a_child_ends_with_its_parent_within_three_seconds(kiosk):
    parent = kiosk.parent("on", every=BEAT_S)
    wait_for(kiosk.starts)
    child = kiosk.starts()[0][0]
    parent.kill()
    parent.communicate()
    assert wait_for(lambda: gone(child)) < 3


def test_a_parent_that_was_held_up_does_not_blame_the_child(kiosk, monkeypatch):
    """As when the machine sleeps in each of its waits: a minute goes by that nobody has seen."""
    slept = [0]

    class Sleepy(SimpleQueue):
        def get(self, block: bool = True, timeout: float | None = None):
            try:
                return super().get(block, timeout)
            finally:
                slept.append(len(slept))

    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + 60 * slept[-1])
    monkeypatch.setattr(watchdog, "time", clock)
    monkeypatch.setattr(watchdog, "SimpleQueue", Sleepy)
    command = kiosk.command("0", every=0.3)
    assert supervise(command, limits=QUICK, tell=kiosk.told.append) == 0
    assert len(slept) > 6, "it did not look between the beats"
    assert (kiosk.told, len(kiosk.starts())) == ([], 1)


@pytest.mark.parametrize(("step", "ends"), [("crash", True), ("killed", False)])
def test_it_ends_with_who_started_it_only_where_no_screen_is_left_either(kiosk, step, ends):
    """As when a compositor is killed: a kiosk that was started from a shell goes on without it."""
    program = (
        "import sys; from quiz.kiosk.patience import Limits\n"
        "from quiz.kiosk.watchdog import supervise\n"
        f"sys.exit(supervise({kiosk.command(step)!r}, limits=Limits(delays=(0.0, 0.1))))"
    )
    shell = (
        "import subprocess, sys; print(subprocess.Popen(sys.argv[1:]).pid, flush=True)\n"
        "sys.stdin.readline()"
    )
    started = subprocess.Popen(
        [sys.executable, "-S", "-c", shell, sys.executable, "-S", "-B", "-c", program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    parent = int(started.stdout.readline())
    wait_for(kiosk.starts)
    started.stdin.close()
    started.stdin = None
    if not ends:
        wait_for(lambda: len(kiosk.starts()) > 6)
        os.kill(parent, signal.SIGTERM)
    told = started.communicate(timeout=30)[1].splitlines()
    gone = "Whoever started the kiosk is gone, and no screen is there: it ends."
    assert (gone in told) is ends
    assert len(kiosk.starts()) >= 4


def test_a_beat_does_not_wait_for_a_parent_that_is_held_up():
    reading, writing = os.pipe()
    program = (
        "import os; from quiz.kiosk.heartbeat import Heart; heart = Heart()\n"
        "for _ in range(20_000): heart.beat()\n"
        "os.write(2, b'still there')"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-B", "-c", program],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=20,
        check=False,
    )
    os.close(reading)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"still there")


def test_the_parent_loads_neither_qt_nor_yaml_nor_a_socket():
    program = (
        "import sys; import quiz.kiosk.watchdog, quiz.kiosk.systemd, quiz.kiosk.start, quiz.app\n"
        "print(sorted({'PySide6', 'yaml', 'socket', '_socket'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_each_beat_tells_the_ceiling_of_the_memory(tmp_path):
    with (tmp_path / "beats").open("wb") as file:
        heart = Heart(file.fileno())
        heart.beat()
    heart.ceiling_mb = 600
    heart.beat()
    assert (tmp_path / "beats").read_bytes() == b"beat 0\nbeat 600\n"


@pytest.mark.parametrize(
    ("now", "at_first", "ceiling", "times", "is_outgrown"),
    [
        (700, 200, 600, 1.0, True),
        (600, 200, 600, 1.0, False),
        (700, 200, 600, 1.5, False),
        (901, 200, 600, 1.5, True),
        (700, 200, 0, 1.0, False),  # no ceiling
        # Below what any program takes: no reason to start afresh for ever.
        (110, 100, 1, 1.0, False),
        (126, 100, 1, 1.0, True),
    ],
)
def test_outgrown_is_who_is_above_the_ceiling_and_has_grown(
    now, at_first, ceiling, times, is_outgrown
):
    assert outgrown(now, at_first, ceiling, times) is is_outgrown
