"""``python main.py check``: every fault of the content on standard output, without a window."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from .advice import Remark, advise
from .advice.places import Places
from .advice.reading import CannotGrade, Grade, textstat_grade
from .advice.remarks import ERROR
from .advice.report import lines, report
from .files import is_folder, is_there
from .helplines import read_helplines
from .plan import read_plan
from .problems import Problem, in_order
from .shelf import holds_packs, open_shelf
from .site import FILE as SITE_FILE
from .site import field_names, is_site, read_site

SOUND, FAULTS, WRONG_USE = 0, 1, 2


def check(
    folder: Path,
    out: TextIO | None = None,
    err: TextIO | None = None,
    content: Path | None = None,
    *,
    with_advice: bool = False,
    with_report: bool = False,
    as_json: bool = False,
    today: date | None = None,
) -> int:
    """Prints a line for each fault in a pack or a folder of packs, and returns the exit status.

    A file is taken for a kiosk's site file or a lesson plan, whichever its fields are of; what it
    names is looked up in the packs of `content`. A site file beside packs is read with them.
    `with_advice` adds what an editor would say (its errors count as faults), `with_report` the
    packs at a glance; `as_json` prints all of it as one JSON value.
    """
    out = out or sys.stdout
    remarks: list[Remark] = []
    reports: list[dict[str, Any]] = []
    if is_folder(folder):
        shelf = open_shelf(folder).read()
        found_there = [*read_helplines(folder, today or date.today()).problems]
        if is_there(folder / SITE_FILE):
            found_there += _in_file(folder / SITE_FILE, content)
        if holds_packs(folder) or not is_there(folder / SITE_FILE):
            found_there += shelf.problems
        problems = in_order(found_there)
        if with_advice or with_report:
            grade = _grade()
            day = today or date.today()
            for name, pack in shelf.by_folder.items():
                if with_advice:
                    places = Places(pack, folder / name, f"{name}/" if name else "")
                    remarks += advise(pack, places, day, grade)
                if with_report:
                    reports.append(report(pack, day, None if isinstance(grade, str) else grade))
    elif is_there(folder):
        problems = _in_file(folder, content)
    else:
        print(f"There is no file or folder {folder}.", file=err or sys.stderr)
        return WRONG_USE
    if as_json:
        found = {
            "problems": [asdict(problem) for problem in problems],
            "advice": [asdict(remark) for remark in remarks],
            "report": reports,
        }
        print(json.dumps(found), file=out)
    else:
        told = [*map(str, problems), *map(str, remarks)]
        told += [line for figures in reports for line in lines(figures)]
        for line in told:
            print(_for(out, line), file=out)
    errors = any(remark.level == ERROR for remark in remarks)
    return FAULTS if problems or errors else SOUND


def _in_file(path: Path, content: Path | None) -> tuple[Problem, ...]:
    """The faults of a site file or a lesson plan."""
    if path.name != SITE_FILE and not field_names(path):
        problems = read_site(path).problems
        if not all(problem.where == "site" or problem.what == "is empty" for problem in problems):
            return problems  # what keeps it from being read is the same for both
        what = "is neither a kiosk's site file nor a lesson plan"
        hint = f"Begin with packaging/kiosk/{SITE_FILE}, or save the plan anew from the lesson."
        return (Problem(path.name, 1, 1, "file", what, hint),)
    if not is_site(path):
        return read_plan(path, open_shelf(content).read().packs if content else None).problems
    own = read_site(path).site.content
    folder = Path(own) if own else content
    return read_site(path, open_shelf(folder).read().packs if folder else None).problems


def _grade() -> Grade | str:
    """What tells how hard a text is to read, or why nothing can."""
    try:
        return textstat_grade()
    except CannotGrade as fault:
        return str(fault)


def _for(out: TextIO, line: str) -> str:
    """`line` in the signs that `out` can write; a file's name may hold what no encoding knows."""
    encoding = out.encoding or "utf-8"
    return line.encode(encoding, "backslashreplace").decode(encoding)
