"""Files made to hurt: a clear fault within 2 seconds and 200 MB, never a traceback.

Each is read in a process of its own by the command that authors use; the process tells its time
and the most memory it ever had.
"""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pack_example import PACK, QUESTIONS, SOURCES, write_pack

ROOT = Path(__file__).parents[2]
MEGA = 1_000_000
READ = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
start = time.process_time()  # of this program alone, however busy the machine is
from quiz.packs.check import check
if sys.argv[3:]:
    import difflib, yaml._yaml  # while they may still be read
    os.setgid(int(sys.argv[3]))
    os.setuid(int(sys.argv[3]))
status = check(Path(sys.argv[2]))
seconds = time.process_time() - start
# Not getrusage: its maximum is inherited from the program that started this one.
memory = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024
print(status, seconds, memory, *[name for name in sys.modules if name.startswith("PySide6")], file=sys.stderr)
"""


def read_apart(folder: Path, user: int | None = None) -> list[str]:
    """What `check` prints of a pack with faults, once time and memory were looked at."""
    command = [sys.executable, "-c", READ, str(ROOT), str(folder), *([str(user)] if user else [])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
    status, seconds, memory, *qt = done.stderr.split()
    assert (status, qt) == ("1", [])
    assert float(seconds) < 2
    assert float(memory) < 200
    return done.stdout.splitlines()


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
)
MANY = "the file has more than 600,000 values. Split it into several."
DEEP = "values are nested more than 12 deep. Nothing in a pack goes deeper than 5."
HOSTILE: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "alias bomb": (
        lambda: BOMB,
        "1:1: file: is a group of fields. Write a list, each question with '- ' before it.",
    ),
    "alias bomb in records": (
        lambda: "".join(f"- {line}\n" for line in BOMB.splitlines()),
        "question 1: unknown field 'a'",
    ),
    "10,000 [": (lambda: "[" * 10_000, DEEP),
    "100,000 [": (lambda: "[" * 100_000, DEEP),
    "1,000,000 [": (lambda: "[" * MEGA, MANY),
    "100,000 {": (lambda: "{" * 100_000, DEEP),
    "100,000 {a: ": (lambda: "{a: " * 100_000, DEEP),
    "10,000 - -": (lambda: "- " * 10_000, DEEP),
    "100,000 - -": (lambda: "- " * 100_000, DEEP),
    "1,000,000 - -": (lambda: "- " * MEGA, MANY),
    "100,000 ? ?": (lambda: "- " + "? " * 100_000, "the name of a field is not a plain word"),
    "1,000,000 ? ?": (lambda: "? " * MEGA, MANY),
    "10,000 lines deep": (
        lambda: "- x:\n" + "".join(f"{' ' * n}a:\n" for n in range(4, 4000)),
        DEEP,
    ),
    "50 MB scalar": (
        lambda: "- id: " + "x" * 50 * MEGA,
        "file: is larger than 16 MB. Split it, or look at what makes it so large.",
    ),
    "15 MB id": (
        lambda: "- id: " + "x" * 15 * MEGA,
        "question 1, id: is longer than 64 KB. Shorten it.",
    ),
    "15 MB text": (
        lambda: "- statement: " + "x " * 7 * MEGA,
        "statement: is longer than 64 KB. Shorten it.",
    ),
    "15 MB of blanks in quotes": (
        lambda: '- fact: "a' + " " * 15 * MEGA + 'b"',
        "fact: is longer than 64 KB. Shorten it.",
    ),
    "15 MB never closed": (
        lambda: '- fact: "' + "x " * 7 * MEGA,
        "the quotes that open here are never closed",
    ),
    "15 MB choice": (
        lambda: "- verdict: " + "x" * 15 * MEGA,
        "is not one of the words to choose from",
    ),
    "15 MB name": (lambda: '- "' + "k" * 15 * MEGA + '": v', "further in than the line before"),
    "15 MB alias": (lambda: "- *" + "a" * 15 * MEGA, "stands for a value named elsewhere"),
    "15 MB of line ends": (lambda: "\n" * 15 * MEGA, MANY),
    "15 MB of carriage returns": (lambda: "\r" * 15 * MEGA, "holds no question"),
    "290,000 records": (
        lambda: "- a\n" * 290_000,
        "has more than 500 faults, and the rest was not looked at. Mend these first.",
    ),
    "290,000 broken records": (lambda: '- "a" b\n' * 290_000, "has more than 500 faults"),
    "290,000 fields": (
        lambda: "- " + "  ".join(f"k{n}: v\n" for n in range(290_000)),
        "has more than 500 faults",
    ),
    "290,000 times one field": (
        lambda: "- " + "  ".join(["id: v\n"] * 290_000),
        "has more than 500 faults",
    ),
    "590,000 codes": (lambda: "- unesco: [" + "U1," * 590_000 + "]", "the field 'id' is missing"),
    "590,000 comments": (lambda: "# x\n" * 590_000, "holds no question"),
    "50,000 unknown sources": (
        lambda: "".join(
            f"- id: q{n}\n  sources: [{{id: aaaa{n}, locator: a, supports: b}}]\n"
            for n in range(50_000)
        ),
        "has more than 500 faults",
    ),
    "NUL bytes": (
        lambda: b"\0" * 15 * MEGA,
        "1:1: file: a character that cannot be seen (code 00) is in the file",
    ),
    "NUL at the end": (
        lambda: QUESTIONS + "\0",
        "question short-nap-helps-b: a character that cannot be seen (code 00)",
    ),
    "UTF-16": (
        lambda: QUESTIONS.encode("utf-16"),
        "1:1: file: the file is in UTF-16 or UTF-32, not in UTF-8. Save the file anew in the encoding UTF-8.",
    ),
    "UTF-16 without a mark": (
        lambda: QUESTIONS.encode("utf-16-be"),
        "1:1: file: the file is in UTF-16 or UTF-32, not in UTF-8.",
    ),
    "UTF-32": (
        lambda: QUESTIONS.encode("utf-32"),
        "1:1: file: the file is in UTF-16 or UTF-32, not in UTF-8.",
    ),
    "UTF-32 without a mark": (
        lambda: QUESTIONS.encode("utf-32-be"),
        "1:1: file: the file is in UTF-16 or UTF-32, not in UTF-8.",
    ),
    "Latin-1": (
        lambda: "- id: a\n  fact: caf\xe9".encode("latin-1"),
        "2:12: file: this character is not in UTF-8.",
    ),
    "random bytes": (lambda: bytes(range(256)) * 1000, "file: this character is not in UTF-8"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_questions(tmp_path: Path, name: str) -> None:
    make, sentence = HOSTILE[name]
    text = make()
    folder = write_pack(tmp_path / "p", questions=text)
    lines = read_apart(folder)
    mine = [line for line in lines if line.startswith("questions/naps.yaml:")]
    assert any(sentence in line for line in mine), mine[:5]
    assert max(map(len, lines)) < 400


@pytest.mark.parametrize("file", ["pack", "sources"])
@pytest.mark.parametrize(
    "name",
    [
        "alias bomb",
        "100,000 [",
        "100,000 - -",
        "100,000 ? ?",
        "50 MB scalar",
        "290,000 fields",
        "NUL bytes",
    ],
)
def test_hostile_other_files(tmp_path: Path, file: str, name: str) -> None:
    data = HOSTILE[name][0]()
    folder = write_pack(tmp_path / "p")
    (folder / f"{file}.yaml").write_bytes(data if isinstance(data, bytes) else data.encode())
    assert any(line.startswith(f"{file}.yaml:") for line in read_apart(folder))


def test_nearly_right_sources_by_the_thousand(tmp_path: Path) -> None:
    one = SOURCES.replace("references:\n", "")
    sources = "references:\n" + "".join(
        one.replace("example-1994", f"example-{n}") for n in range(5000)
    )
    cites = "".join(
        f"- id: q{n}\n  sources: [{{id: exampel-{n}x, locator: a, supports: b}}]\n"
        for n in range(60)
    )
    lines = read_apart(write_pack(tmp_path / "p", sources=sources, questions=cites))
    assert any("there is no source 'exampel-7x'" in line for line in lines)


FILES = ["pack.yaml", "sources.yaml", "questions/naps.yaml"]


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _outside(path: Path) -> None:
    (path.parents[2] / "outside.yaml").write_text(PACK, encoding="utf-8")
    path.symlink_to(path.parents[2] / "outside.yaml")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere.yaml")


ODD = {
    "folder": (
        _folder,
        "is a folder where a file should be. Put a file of this name in its place.",
    ),
    "pipe": (_pipe, "is a pipe or a device, not a file. Put a file of this name in its place."),
    "device": (
        _device,
        "is a link that leads out of the pack. Put the file itself here, not a link to it.",
    ),
    "link out": (
        _outside,
        "is a link that leads out of the pack. Put the file itself here, not a link to it.",
    ),
    "link in a circle": (
        _loop,
        "cannot be read: too many levels of symbolic links. Look at the file in a file manager.",
    ),
    "link to nothing": (
        _dangling,
        "is missing. Add the file; content/README.md says what belongs in it.",
    ),
}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", ODD)
def test_something_else_in_place_of_a_file(tmp_path: Path, file: str, kind: str) -> None:
    make, sentence = ODD[kind]
    folder = write_pack(tmp_path / "content" / "p")
    (folder / file).unlink()
    make(folder / file)
    assert f"{file}:1:1: file: {sentence}" in read_apart(folder)


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    (folder / "questions" / "naps.yaml").rename(folder / "kept.yaml")
    (folder / "questions" / "naps.yaml").symlink_to(folder / "kept.yaml")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(ROOT), str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr[:1]) == ("", "0")


@pytest.mark.parametrize("kind", ["file", "link out", "folder in it"])
def test_something_else_in_place_of_the_questions_folder(tmp_path: Path, kind: str) -> None:
    folder = write_pack(tmp_path / "p")
    shutil.move(folder / "questions", tmp_path / "away")
    if kind == "file":
        (folder / "questions").write_text("", encoding="utf-8")
        wanted = "questions:1:1: folder: is not a folder. Put a folder of this name in its place."
    elif kind == "link out":
        (folder / "questions").symlink_to(tmp_path / "away")
        wanted = "questions:1:1: folder: is a link that leads out of the pack. Put the file itself here, not a link to it."
    else:
        (folder / "questions" / "more").mkdir(parents=True)
        wanted = (
            "questions/more:1:1: file: is not read. Put the questions in a file that ends in .yaml."
        )
    assert wanted in read_apart(folder)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)
@pytest.mark.parametrize("name", [*FILES, "questions", "."])
def test_what_may_not_be_read(tmp_path: Path, name: str) -> None:
    content = Path("/tmp") / f"may-not-be-read-{os.getpid()}"  # tmp_path is closed to others
    folder = write_pack(content / "p")
    content.chmod(0o755)
    try:
        (folder / name).chmod(0)
        lines = read_apart(folder, user=65534)
        place = {"questions": "questions:1:1: folder", ".": "p:1:1: folder"}.get(
            name, f"{name}:1:1: file"
        )
        kind = "file" if place.endswith("file") else "folder"
        assert f"{place}: may not be read. Give yourself the right to read this {kind}." in lines
    finally:
        (folder / name).chmod(0o755)
        shutil.rmtree(content)


def test_a_name_that_no_encoding_knows(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    try:
        (folder / "questions" / os.fsdecode(b"\xff\xfe.yaml")).write_text(
            QUESTIONS, encoding="utf-8"
        )
    except OSError:
        pytest.skip("this file system does not take such names")
    assert any("is not a topic of the pack" in line for line in read_apart(folder))
