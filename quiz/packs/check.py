"""``python main.py check``: every fault of the content on standard output, without a window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from .files import is_folder, is_there
from .plan import read_plan
from .shelf import open_shelf

SOUND, FAULTS, WRONG_USE = 0, 1, 2


def check(
    folder: Path,
    out: TextIO | None = None,
    err: TextIO | None = None,
    content: Path | None = None,
) -> int:
    """Prints a line for each fault in a pack or a folder of packs, and returns the exit status.

    A file is taken for a lesson plan, whose questions are looked up in the packs of `content`.
    """
    out = out or sys.stdout
    if is_folder(folder):
        problems = open_shelf(folder).read().problems
    elif is_there(folder):
        problems = read_plan(folder, open_shelf(content).read().packs if content else None).problems
    else:
        print(f"There is no folder {folder}.", file=err or sys.stderr)
        return WRONG_USE
    for problem in problems:
        print(_for(out, str(problem)), file=out)
    return FAULTS if problems else SOUND


def _for(out: TextIO, line: str) -> str:
    """`line` in the signs that `out` can write; a file's name may hold what no encoding knows."""
    encoding = out.encoding or "utf-8"
    return line.encode(encoding, "backslashreplace").decode(encoding)
