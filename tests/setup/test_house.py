"""The house of DESIGN section 3 stands as drawn: who may import whom, and what nobody may."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUIZ = ROOT / "quiz"
SOURCES = sorted(QUIZ.rglob("*.py"))

# Imports go down only, never sideways between floors of one height.
FLOORS = {"model": 1, "packs": 2, "keep": 2, "exchange": 2, "ui": 3, "app": 4}
BESIDE_APP = {"kiosk"}  # the kiosk as a process: on the floor of app
ROOMS = ("kiosk", "lesson")  # of ui and of its screens; what lies beside them is for all places

# textstat is for authors only: packs/advice asks for it late and does without.
PARTS_WE_STAND_ON = {"PySide6", "segno", "textstat", "yaml"}
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTextToSpeech", "QtTest"}
# fmt: off
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib",
    "socket", "socketserver", "ssl", "telnetlib", "urllib.error", "urllib.request", "urllib3",
    "webbrowser", "wsgiref", "xmlrpc",
}
CLOCKS_AND_FILES = {
    "io", "logging", "os", "pathlib", "shutil", "sqlite3", "sys", "tempfile", "time",
}
# fmt: on


class Import(NamedTuple):
    """One module imported by one file; `names` are what is taken from it."""

    source: Path
    line: int
    module: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.source.relative_to(ROOT)}:{self.line}: {self.module} {self.names}"


def imports_of(source: Path) -> Iterator[Import]:
    """Every import of a file, wherever it stands in it, relative ones made absolute."""
    package = source.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(source, node.lineno, alias.name, ())
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield Import(source, node.lineno, module, tuple(a.name for a in node.names))


def modules_meant(found: Import) -> Iterator[str]:
    """`from quiz import ui` means quiz.ui; `from quiz.ui import theme` means quiz.ui.theme too."""
    yield found.module
    for name in found.names:
        yield f"{found.module}.{name}"


def _prefixes(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


IMPORTS = [found for source in SOURCES for found in imports_of(source)]


def floor_of(module: str) -> str | None:
    """On which floor a module of ours lives; the files beside the floors belong to app."""
    parts = module.split(".")
    if parts[0] != "quiz" or len(parts) == 1:
        return None
    return parts[1] if parts[1] in FLOORS else "app"


def within(folder: str) -> list[Import]:
    return [found for found in IMPORTS if found.source.is_relative_to(QUIZ / folder)]


def test_every_folder_has_its_floor():
    folders = {path.name for path in QUIZ.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders <= set(FLOORS) | BESIDE_APP


def test_imports_go_down_only():
    wrong = []
    for found in IMPORTS:
        here = floor_of(".".join(found.source.relative_to(ROOT).with_suffix("").parts))
        for module in modules_meant(found):
            there = floor_of(module)
            if here and there and here != there and FLOORS[there] >= FLOORS[here]:
                wrong.append(str(found))
    assert not wrong


def test_widgets_know_no_screen_and_screens_no_controller():
    above = {
        "ui/widgets": ("quiz.ui.controller", "quiz.ui.window", "quiz.ui.screens"),
        "ui/screens": ("quiz.ui.controller", "quiz.ui.window"),
    }
    wrong = [
        str(found)
        for folder, forbidden in above.items()
        for found in within(folder)
        if any(module.startswith(forbidden) for module in modules_meant(found))
    ]
    assert not wrong


def test_no_place_knows_another_ones_rooms():
    wrong = [
        str(found)
        for found in within("ui")
        for room in ROOMS
        if room not in found.source.parts
        and any(
            module.startswith((f"quiz.ui.{room}", f"quiz.ui.screens.{room}"))
            for module in modules_meant(found)
        )
    ]
    assert not wrong


def test_the_controller_knows_no_widget():
    forbidden = ("PySide6.QtWidgets", "quiz.ui.screens", "quiz.ui.widgets", "quiz.ui.window")
    wrong = [
        str(found)
        for found in within("ui")
        if found.source.name == "controller.py"
        and any(module.startswith(forbidden) for module in modules_meant(found))
    ]
    assert not wrong


def test_the_model_has_no_files_no_clock_and_no_parts_of_others():
    for found in within("model"):
        assert found.module.split(".")[0] not in PARTS_WE_STAND_ON | CLOCKS_AND_FILES, str(found)


@pytest.mark.parametrize(
    "source", sorted((QUIZ / "model").glob("*.py")), ids=lambda path: path.name
)
def test_the_model_asks_neither_the_clock_nor_chance_nor_the_disk(source):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"open", "print", "input"}
            assert not re.search(r"\.(today|now|utcnow)$", called), called
            # A Random(seed) is handed about; the module's own functions share one hidden state.
            assert not re.match(r"random\.(?!Random$)", called), called
            assert called != "random.Random" or node.args, "a Random without a seed"


def test_nothing_opens_a_network_connection():
    wrong = [
        str(found)
        for found in IMPORTS
        if any(part in NETWORK for m in modules_meant(found) for part in _prefixes(m))
        or any("QtNetwork" in m or "QtWeb" in m or "QtHttp" in m for m in modules_meant(found))
    ]
    assert not wrong


def test_of_others_only_the_parts_we_chose():
    known = set(sys.stdlib_module_names) | PARTS_WE_STAND_ON | {"quiz"}
    assert not [str(found) for found in IMPORTS if found.module.split(".")[0] not in known]
    for found in IMPORTS:
        if found.module == "PySide6":
            assert set(found.names) <= QT_MODULES, str(found)
        elif found.module.startswith("PySide6."):
            assert found.module.split(".")[1] in QT_MODULES, str(found)


def test_widgets_are_made_on_the_top_floor_only():
    wrong = [
        str(found)
        for found in IMPORTS
        if "PySide6.QtWidgets" in modules_meant(found)
        and floor_of(".".join(found.source.relative_to(ROOT).with_suffix("").parts))
        not in ("ui", "app")
    ]
    assert not wrong


@pytest.mark.parametrize("floor", ["model", "packs", "keep"])
def test_these_floors_stand_without_qt(floor):
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((QUIZ / floor).rglob("*.py"))
    ]
    if not names:
        pytest.skip(f"quiz/{floor} is not built yet")
    program = f"import {', '.join(names)}, sys; print([m for m in sys.modules if 'PySide' in m])"
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_checking_content_needs_no_qt_and_no_network_module():
    program = (
        "import sys; from quiz.app import main; code = main(['check', 'content'])\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print('LOADED', sorted(loaded & {'PySide6', 'shiboken6', 'socket', 'ssl', 'http'}))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1:] == ["LOADED []"], done.stderr


# --- what no file of ours may name ---------------------------------------------------------------

HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js", "deb." + "debian.org"]
MACHINE = re.compile(r"(?<![\w.])/(work/(main|shared|scratch|venv)|root/|farm/|opt/(wheels|pypi))")
OURS = ["*.py", "*.toml", "*.md", "*.sh", "*.yaml", "*.spec", "*.desktop", "*.service", "Makefile"]


def our_texts() -> Iterator[Path]:
    """The texts of this checkout, without what the commands made."""
    yield ROOT / ".ci" / "run"
    for folder in [ROOT, *(p for p in ROOT.iterdir() if p.is_dir() and p.name[0] != ".")]:
        if folder.name in {"build", "dist", "pictures"} and folder.parent == ROOT:
            continue
        for pattern in OURS:
            yield from folder.glob(pattern) if folder == ROOT else folder.rglob(pattern)


def test_no_file_names_a_package_host_or_a_path_of_somebodys_machine():
    wrong = []
    for path in our_texts():
        if path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if any(host in line for host in HOSTS) or MACHINE.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert not wrong
