"""Plays the twelve steps of ACCESSIBILITY.md with Orca on a virtual screen; prints what it said.

python tests/screen_reader/orca.py [CONTENT]      Needs orca, speech-dispatcher, dbus-run-session,
xdotool, Xvfb and openbox. Nothing is heard: the speech goes to a module that keeps silent.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "shared"))

from virtual_screen import missing_tools, virtual_screen  # noqa: E402

TOOLS = ("orca", "speech-dispatcher", "dbus-run-session", "xdotool", "gsettings")
WITHIN = "QUIZ_WITHIN_THE_BUS"
ROUND = ("--seed", "5", "--questions", "3")
PAUSE = 1.2
"""Seconds after each key: Orca speaks within a fifth of one. Its log is read afterwards."""

NEXT_LINE = "KP_Page_Up"  # of Orca's flat review, which reads what takes no focus
STEPS = (
    ("1. Start the program", ()),
    ("2. Tab through what can be chosen", ("Tab",) * 9),
    ("3. Back to Start, and press it", ("shift+Tab",) * 9 + ("Return",)),
    ("4. Tab to the answers", ("Tab",) * 4),
    ("5. Answer with 1", ("1",)),
    ("6. Read the reveal, line by line", (NEXT_LINE,) * 15),
    ("7. Tab to Next, and press it", ("Tab",) * 4 + ("Return",)),
    ("8. Skip with 3", ("3",)),
    ("9. Larger text with Ctrl and +", ("ctrl+plus",)),
    ("10. Cover with F9, and come back", ("F9", "Return")),
    ("11. To the results", ("Return", "1", "Return", "Tab", "Tab")),
    ("12. Leave with Shift three times", ("shift", "shift", "shift")),
)

SPEECHD = 'AddModule "quiet" "sd_generic" "quiet.conf"\nDefaultModule quiet\n'
QUIET = 'GenericExecuteSynth "true"\nAddVoice "en" "male1" "en"\nDefaultVoice "en"\n'

SAID = re.compile(r"(\d\d:\d\d:\d\d\.\d+) - SPEECH OUTPUT: '(.*?)'(?= ?[\[{]|\s*$)")


def now() -> str:
    """The time as Orca's log has it."""
    return datetime.now().strftime("%H:%M:%S.%f")  # noqa: DTZ005  (local, like the log)


def play() -> int:
    """Within a session bus of its own: Orca, the quiz, and the keys."""
    log = Path(os.environ["HOME"], "orca.log")
    wanted = ("org.gnome.desktop.a11y.applications", "screen-reader-enabled", "true")
    subprocess.run(["gsettings", "set", *wanted], check=False)
    told = ("--debug-file", str(log))
    orca = subprocess.Popen(
        # Where there is no braille display Orca 43 would stop at the first line.
        [*"orca --enable speech --disable braille --disable braille-monitor".split(), *told],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(5)
    quiz = subprocess.Popen(
        [sys.executable, "-B", str(ROOT / "main.py"), "--content", sys.argv[1], *ROUND],
        stderr=subprocess.DEVNULL,
    )
    done: list[tuple[str, str]] = []
    try:
        for name, keys in STEPS:
            done.append((now(), f"\n{name}"))
            time.sleep(4 * PAUSE)
            for key in keys:
                done.append((now(), f"   [{key}]"))
                subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
                time.sleep(PAUSE if key != "shift" else 0.3)
        quiz.wait(10)
        done.append((now(), f"\nended with {quiz.returncode}"))
    finally:
        quiz.kill()
        orca.send_signal(signal.SIGTERM)
        time.sleep(1)
        orca.kill()
    said = SAID.findall(log.read_text("utf-8", "replace"))
    # A word with a space after it is a key that Orca names.
    spoken = [(when, f"      {words}") for when, words in said if not words.endswith(" ")]
    print("\n".join(line for _, line in sorted([*done, *spoken], key=lambda entry: entry[0])))
    return quiz.returncode


def main() -> int:
    """Make a home and a screen, and play in them."""
    if reason := missing_tools(*TOOLS):
        print(reason, file=sys.stderr)
        return 2
    if WITHIN in os.environ:
        return play()
    content = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "content")
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as screen:
        home = Path(folder)
        speech = home / ".config" / "speech-dispatcher"
        (speech / "modules").mkdir(parents=True)
        (speech / "speechd.conf").write_text(SPEECHD)
        (speech / "modules" / "quiet.conf").write_text(QUIET)
        (home / "run").mkdir(mode=0o700)
        own = {"HOME": folder, "XDG_RUNTIME_DIR": str(home / "run"), WITHIN: "1"}
        own |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "C.UTF-8"}
        command = ["dbus-run-session", "--", sys.executable, "-B", __file__, content]
        try:
            return subprocess.run(
                command, env={**screen, **own}, stderr=subprocess.DEVNULL, check=False
            ).returncode
        finally:
            for number in home.glob("run/speech-dispatcher/pid/*"):
                with suppress(ProcessLookupError):
                    os.kill(int(number.read_text()), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
