"""A kiosk without a screen, for the tests of its parent: it behaves as its plan says.

    stub_kiosk.py LOG SECONDS STEPS...  [options that the parent adds]

Each start writes a line to LOG and takes the next of the STEPS, the last one again and again. It
beats every SECONDS.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quiz.kiosk.heartbeat import Heart


def main() -> None:
    log, every, *rest = sys.argv[1:]
    steps = [word for word in rest if not word.startswith("--")]
    options = [word for word in rest if word.startswith("--")]
    with Path(log).open("a+", encoding="ascii") as file:
        file.seek(0)
        run = len(file.readlines())
        file.write(" ".join([str(os.getpid()), f"{time.monotonic():.3f}", *options]) + "\n")
    step = steps[min(run, len(steps) - 1)]
    if step == "crash":
        os._exit(1)
    heart = Heart()
    if step == "chatter":  # says much and does nothing
        while True:
            print("beat 0", flush=True)
            os.write(1, b"beat 0\n")
            time.sleep(float(every))
    if step == "silent":
        time.sleep(600)
    for _ in range(3):
        heart.beat()
        time.sleep(float(every))
    ends(step, heart)
    while True:
        heart.beat()
        time.sleep(float(every))


def ends(step: str, heart: Heart) -> None:
    if step.isdigit():
        os._exit(int(step))
    if step == "hang":
        os.kill(os.getpid(), signal.SIGSTOP)
    if step == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if step == "deaf":  # the word to end does not reach it
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if step == "heavy":
        heart.ceiling_mb = 30
        heart.held = bytearray(b"x" * 120_000_000)
    if step == "closes":
        os.close(heart._pipe)
        time.sleep(600)


if __name__ == "__main__":
    main()
