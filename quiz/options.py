"""The command line: the same words everywhere (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz import paths
from quiz.model.age_band import AgeBand

if TYPE_CHECKING:
    import argparse

BANDS = tuple(band.value for band in AgeBand)
PAPERS = ("a4", "letter")
EXPORTS = ("anki", "csl", "gift", "items", "moodle")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line; `rest` has what one command alone takes."""

    command: str
    content: Path
    language: str
    seed: int | None
    questions: int | None
    topics: tuple[str, ...] | None
    age_band: AgeBand | None
    text_size: int | None
    theme: str | None
    reviews: Path | None = None
    rest: Any = None


def read(arguments: Sequence[str]) -> Options:
    """Understand `arguments`; wrong use ends the program with a sentence and exit code 2."""
    if not arguments:  # spares the start what understanding words costs
        return Options("private", paths.CONTENT, "", None, None, None, None, None, None)
    given = _parser().parse_args(arguments)
    return Options(
        command=given.command or "private",
        content=given.content or paths.CONTENT,
        language=given.language,
        seed=given.seed,
        questions=given.questions,
        topics=given.topics,
        age_band=AgeBand(given.age_band) if given.age_band else None,
        text_size=given.text_size,
        theme=given.theme,
        reviews=given.reviews,
        rest=given,
    )


def _parser() -> argparse.ArgumentParser:
    import argparse

    shared = argparse.ArgumentParser(add_help=False)
    _add_shared(shared, argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="python main.py",
        description="Myth or Reality: a quiz that says who says so. Without a command: in private.",
    )
    _add_shared(parser, None)
    parser.add_argument(
        "--reviews", type=Path, metavar="FILE", help="the file in which missed questions are kept"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    lesson = commands.add_parser(
        "class", parents=[shared], help="a class: the teacher's console and a projector"
    )
    lesson.add_argument("--plan", type=Path, metavar="FILE", help="a lesson plan that was saved")
    check = commands.add_parser("check", help="look for faults in content files")
    check.add_argument("folder", nargs="?", type=Path, default=paths.CONTENT, metavar="FOLDER")
    check.add_argument("--advice", action="store_true", help="with advice for authors")
    check.add_argument("--report", action="store_true", help="the packs at a glance")
    check.add_argument("--format", choices=("text", "json"), default="text")
    schema = commands.add_parser("schema", help="the JSON Schema of the content files")
    schema.add_argument("which", nargs="?", default="questions", metavar="KIND")
    _add_kiosk(commands, shared)
    _add_export(commands)
    simulate = commands.add_parser("simulate", help="learners without a window", parents=[shared])
    simulate.add_argument("--rounds", type=int, default=200)
    simulate.add_argument("--learner", help="for example knowledge=0.8,confidence=0.9,bias=0.1")
    simulate.add_argument("--format", choices=("text", "json"), default="text")
    return parser


def _add_export(commands: Any) -> None:
    """The questions for other programs."""
    import argparse

    out = commands.add_parser("export", help="the questions, or their sources, for other programs")
    out.add_argument("format", choices=EXPORTS, metavar="FORMAT", help=", ".join(EXPORTS))
    out.add_argument("file", nargs="?", type=Path, metavar="FILE", help="not replaced if there")
    add, unsaid = out.add_argument, argparse.SUPPRESS
    add("--content", type=Path, metavar="FOLDER", default=unsaid)
    add("--topics", type=_topics, metavar="A,B", default=unsaid)
    add("--age-band", choices=BANDS, default=unsaid)


def _add_kiosk(commands: Any, shared: argparse.ArgumentParser) -> None:
    """A kiosk, and what its staff do about it; the last two options are for the kiosk itself."""
    import argparse

    def site(default: object) -> argparse.ArgumentParser:
        words = argparse.ArgumentParser(add_help=False)
        words.add_argument(
            "--site",
            type=Path,
            metavar="FILE",
            default=default,
            help="the site file; without it, kiosk.yaml in the configuration folder",
        )
        return words

    said_again = site(argparse.SUPPRESS)  # what stands before the task holds if nothing comes after
    kiosk = commands.add_parser(
        "kiosk",
        parents=[shared, site(None)],
        help="a kiosk: a screen in a waiting room that stands up again by itself",
    )
    for word in ("--watched", "--shipped-content-only"):
        kiosk.add_argument(word, action="store_true", help=argparse.SUPPRESS)
    tasks = kiosk.add_subparsers(dest="task", metavar="TASK")
    tasks.add_parser(
        "check",
        parents=[shared, said_again],
        help="what this machine enforces at a kiosk, and what not",
    )
    card = tasks.add_parser("card", parents=[said_again], help="a card for the cabinet, as PDF")
    card.add_argument("file", nargs="?", type=Path, default=Path("kiosk-card.pdf"), metavar="FILE")
    card.add_argument("--paper", choices=PAPERS, help="by default what the country prints on")
    tasks.add_parser("pin", help="the line of the site file for a PIN of the staff")


def _add_shared(parser: argparse.ArgumentParser, default: object) -> None:
    """The options that each place takes; `default` stands in where one is not given."""

    def fallback(value: object) -> object:
        return value if default is None else default

    add = parser.add_argument
    add("--content", type=Path, metavar="FOLDER", default=fallback(None))
    add("--language", metavar="CODE", default=fallback(""))
    add("--seed", type=int, metavar="N", default=fallback(None))
    add("--questions", type=_count, metavar="N", default=fallback(None))
    add("--topics", type=_topics, metavar="A,B", default=fallback(None))
    add("--age-band", choices=BANDS, default=fallback(None))
    add("--text-size", type=_text_size, metavar="PER CENT", default=fallback(None))
    add("--theme", choices=("light", "dark", "system"), default=fallback(None))


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1000:
        raise _wrong(f"{text!r} is not a number from 1 to 1000")
    return int(text)


def _text_size(text: str) -> int:
    if not text.isdigit() or not 100 <= int(text) <= 200:
        raise _wrong(f"{text!r} is not a number from 100 to 200")
    return int(text)


def _topics(text: str) -> tuple[str, ...]:
    topics = tuple(part.strip() for part in text.split(",") if part.strip())
    if not topics:
        raise _wrong("name at least one topic")
    return topics


def _wrong(what: str) -> Exception:
    import argparse

    return argparse.ArgumentTypeError(what)
