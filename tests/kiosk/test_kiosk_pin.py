"""`kiosk pin`: typed at a terminal, handed in by a pipe, and PINs that will not do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.keep.pin import matches
from quiz.kiosk.pin import weakness

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-B", "main.py", "kiosk", "--site", "/etc/quiz/kiosk.yaml", "pin"]
KEPT = (
    "Put this line into /etc/quiz/kiosk.yaml, in the place of an earlier one. It holds from the "
    "next start on. The PIN itself is kept nowhere.\n"
)

SHORT = "This PIN is too short. Take 6 digits at least."
LONG = "This PIN is too long. Take 12 digits at most."
DIGITS = "A PIN has digits only, 0 to 9: the staff touch it on a pad of digits."
SAME = "All digits of this PIN are the same: people try that first. Take another one."
RUN = "The digits of this PIN follow on each other: people try that first. Take another."
AGAIN = "This PIN says the same thing again and again: people try that first. Take another."
TWO = "This PIN has only two different digits: it is soon seen. Take another one."
PAD = "This PIN goes along the lines of the pad: it is soon seen. Take another one."


@pytest.mark.parametrize(
    ("pin", "sentence"),
    [
        ("", SHORT),
        ("12345", SHORT),
        ("1234567890123", LONG),
        ("12 456", DIGITS),
        ("-12345", DIGITS),
        ("12345a", DIGITS),
        ("١٢٣٤٥٦", DIGITS),
        ("000000", SAME),
        ("777777777777", SAME),
        ("123456", RUN),
        ("654321", RUN),
        ("890123", RUN),
        ("112233", RUN),
        ("123321", RUN),
        ("135135", AGAIN),
        ("121212", RUN),
        ("1739173917", AGAIN),
        ("383838", AGAIN),
        ("388338", TWO),
        ("147258", PAD),
        ("159357", PAD),
        ("789456", PAD),
        ("741963", PAD),
        ("274916", ""),
        ("802753194406", ""),
        ("135792", ""),
    ],
)
def test_what_will_not_do_is_said(pin, sentence):
    assert weakness(pin) == sentence


def handed_in(data: bytes) -> tuple[int, str, str]:
    done = subprocess.run(
        COMMAND, input=data, cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("data", [b"274916\n", b"274916\r\n", b"274916", b"274916\nmore\n"])
def test_a_line_from_a_pipe_becomes_the_line_of_the_site_file(data):
    code, out, err = handed_in(data)
    assert (code, err) == (0, KEPT)
    found = re.fullmatch("pin_hash: (\\S+)\n", out)
    assert matches(found[1], "274916")
    assert "274916" not in out


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "\nThere is no PIN: nothing was made.\n"),
        (b"\n", SHORT + "\n"),
        (b"123456\n", RUN + "\n"),
        (b"\xff\xfe0000\n", DIGITS + "\n"),
    ],
)
def test_what_a_pipe_brings_that_will_not_do(data, sentence):
    assert handed_in(data) == (1, "", sentence)


def at_a_terminal(*typed: bytes) -> tuple[int, str, str]:
    """The exit code, what the terminal showed, and what went to standard output."""
    pty = pytest.importorskip("pty", reason="a terminal of Unix")
    ours, theirs = pty.openpty()
    reading, writing = os.pipe()
    process = subprocess.Popen(
        COMMAND, stdin=theirs, stdout=writing, stderr=theirs, cwd=ROOT, start_new_session=True
    )
    os.close(writing)
    shown = b""
    for line in typed:
        while not shown.rstrip().endswith(b":"):
            shown += os.read(ours, 1000)
        os.write(ours, line)
        shown += b"|"
    with os.fdopen(reading) as pipe:
        out = pipe.read()
    code = process.wait(60)
    os.close(theirs)
    try:
        while more := os.read(ours, 1000):
            shown += more
    except OSError:  # all of it was read
        os.close(ours)
    return code, shown.decode().replace("\r\n", "\n"), out


def test_a_terminal_is_asked_twice_and_shows_nothing_of_it():
    code, shown, out = at_a_terminal(b"123\n", b"274916\n", b"274917\n", b"274916\n", b"274916\n")
    assert code == 0
    assert shown.split("|") == [
        "A PIN of 6 to 12 digits (not shown): ",
        f"\n{SHORT}\nA PIN of 6 to 12 digits (not shown): ",
        "\nThe same once more: ",
        "\nThe two are not the same. Once more, please.\nA PIN of 6 to 12 digits (not shown): ",
        "\nThe same once more: ",
        "\n" + KEPT,
    ]
    assert matches(out.removeprefix("pin_hash: ").rstrip(), "274916")


def test_a_terminal_that_is_left_gets_nothing():
    code, shown, out = at_a_terminal(b"\x04")
    assert (code, out) == (1, "")
    assert shown.endswith("There is no PIN: nothing was made.\n")
