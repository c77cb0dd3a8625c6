"""``python main.py check``: every fault of the content on standard output, without a window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from .files import is_folder
from .shelf import open_shelf

SOUND, FAULTS, WRONG_USE = 0, 1, 2


def check(folder: Path, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Prints a line for each fault in a pack or a folder of packs, and returns the exit status."""
    out = out or sys.stdout
    if not is_folder(folder):
        print(f"There is no folder {folder}.", file=err or sys.stderr)
        return WRONG_USE
    shelf = open_shelf(folder)
    shelf.read()
    for problem in shelf.problems:
        print(_for(out, str(problem)), file=out)
    return FAULTS if shelf.problems else SOUND


def _for(out: TextIO, line: str) -> str:
    """`line` in the signs that `out` can write; a file's name may hold what no encoding knows."""
    encoding = out.encoding or "utf-8"
    return line.encode(encoding, "backslashreplace").decode(encoding)
