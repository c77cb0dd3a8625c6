"""`kiosk pin`: the line of the site file that a PIN of the staff becomes."""

from __future__ import annotations

import getpass
import itertools
import re
import sys
from pathlib import Path

from quiz.keep.pin import FEWEST_DIGITS, MOST_DIGITS, hashed

_LINES = ("123", "456", "789", "147", "258", "369", "159", "357")
_STROKES = {*_LINES, *(line[::-1] for line in _LINES)}


def ask(site_file: Path) -> int:
    """Ask twice at a terminal, or take a line from a pipe, and print the line; the exit code."""
    try:
        pin = _typed() if sys.stdin is not None and sys.stdin.isatty() else _handed_in()
    except (EOFError, KeyboardInterrupt):
        print("\nThere is no PIN: nothing was made.", file=sys.stderr)
        return 1
    if not pin:
        return 1
    print(f"pin_hash: {hashed(pin)}")
    print(
        f"Put this line into {site_file}, in the place of an earlier one. It holds from the next "
        "start on. The PIN itself is kept nowhere.",
        file=sys.stderr,
    )
    return 0


def _handed_in() -> str:
    """The first line of the pipe; "" when it will not do, which has been said then."""
    line = sys.stdin.readline() if sys.stdin is not None else ""
    pin = line.rstrip("\r\n")
    if not line:
        raise EOFError
    weak = weakness(pin)
    if weak:
        print(weak, file=sys.stderr)
        return ""
    return pin


def _typed() -> str:
    """A PIN that was typed twice the same. What will not do is said, and asked for again."""
    while True:
        pin = getpass.getpass(f"A PIN of {FEWEST_DIGITS} to {MOST_DIGITS} digits (not shown): ")
        weak = weakness(pin)
        if not weak:
            if getpass.getpass("The same once more: ") == pin:
                return pin
            weak = "The two are not the same. Once more, please."
        print(weak, file=sys.stderr)


def weakness(pin: str) -> str:
    """Why a PIN will not do, with what to do instead; "" when it will."""
    if not re.fullmatch("[0-9]*", pin):
        return "A PIN has digits only, 0 to 9: the staff touch it on a pad of digits."
    if len(pin) < FEWEST_DIGITS:
        return f"This PIN is too short. Take {FEWEST_DIGITS} digits at least."
    if len(pin) > MOST_DIGITS:
        return f"This PIN is too long. Take {MOST_DIGITS} digits at most."
    if len(set(pin)) == 1:
        return "All digits of this PIN are the same: people try that first. Take another one."
    if _is_run(pin):
        return "The digits of this PIN follow on each other: people try that first. Take another."
    if any(pin == (pin[:part] * len(pin))[: len(pin)] for part in range(1, len(pin) // 2 + 1)):
        return "This PIN says the same thing again and again: people try that first. Take another."
    if len(set(pin)) == 2:
        return "This PIN has only two different digits: it is soon seen. Take another one."
    if len(pin) % 3 == 0 and _STROKES.issuperset(pin[at : at + 3] for at in range(0, len(pin), 3)):
        return "This PIN goes along the lines of the pad: it is soon seen. Take another one."
    return ""


def _is_run(pin: str) -> bool:
    """Whether each digit is the one before it or a neighbour of that: 123456, 654321, 112233."""
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(pin)}
    return steps <= {0, 1, 9}
