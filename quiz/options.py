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
KINDS = ("pack", "sources", "questions", "plan", "site", "helplines")

_ASKED = frozenset(("content", "seed", "questions", "topics", "age_band"))
_EVERYWHERE = _ASKED | {"language", "text_size", "theme"}
_TAKES = {
    "private": _EVERYWHERE | {"reviews"},
    "class": _EVERYWHERE,
    "kiosk": _EVERYWHERE,
    "simulate": _EVERYWHERE,
    "check": frozenset(("content",)),
    "export": frozenset(("content", "topics", "age_band")),
    "schema": frozenset(),
}
"""What a command knows of the options that may stand before its name. A kiosk has sizes and colours
of its own, and nobody looks at learners without a window: those who start them all by one line may
say how it looks all the same.
"""


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
    parser = _parser()
    given = parser.parse_args(arguments)
    command = given.command or "private"
    for name in sorted(_TAKES["private"] - _TAKES.get(command, _TAKES["private"])):
        if getattr(given, name) not in (None, ""):
            parser.error(f"--{name.replace('_', '-')} does nothing with {command}: leave it out")
    return Options(
        command=command,
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

    shared, language, looks = (argparse.ArgumentParser(add_help=False) for _ in range(3))
    for add, parent in ((_add_asked, shared), (_add_language, language), (_add_looks, looks)):
        add(parent, argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="python main.py",
        description="Myth or Reality: a quiz that says who says so. Without a command: in private.",
    )
    for add in (_add_asked, _add_language, _add_looks):
        add(parser, None)
    parser.add_argument(
        "--reviews", type=Path, metavar="FILE", help="the file in which missed questions are kept"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    lesson = commands.add_parser(
        "class",
        parents=[shared, language, looks],
        help="a class: the teacher's console and a projector",
    )
    lesson.add_argument("--plan", type=Path, metavar="FILE", help="a lesson plan that was saved")
    check = commands.add_parser("check", help="look for faults in content files")
    check.add_argument("folder", nargs="?", type=Path, default=paths.CONTENT, metavar="PATH")
    check.add_argument("--advice", action="store_true", help="with advice for authors")
    check.add_argument("--report", action="store_true", help="the packs at a glance")
    check.add_argument("--format", choices=("text", "json"), default="text")
    schema = commands.add_parser("schema", help="the JSON Schema of the content files")
    kinds = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}; questions if not said"
    schema.add_argument("which", nargs="?", default="questions", metavar="KIND", help=kinds)
    unseen = argparse.ArgumentParser(add_help=False)
    _add_looks(unseen, argparse.SUPPRESS, argparse.SUPPRESS)
    asked = [shared, language, unseen]
    _add_kiosk(commands, asked)
    _add_export(commands)
    simulate = commands.add_parser(
        "simulate", help="learners without a window", parents=[shared, unseen]
    )
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


def _add_kiosk(commands: Any, shared: list[argparse.ArgumentParser]) -> None:
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
        parents=[*shared, site(None)],
        help="a kiosk: a screen in a waiting room that stands up again by itself",
    )
    for word in ("--watched", "--shipped-content-only"):
        kiosk.add_argument(word, action="store_true", help=argparse.SUPPRESS)
    tasks = kiosk.add_subparsers(dest="task", metavar="TASK")
    check = tasks.add_parser(
        "check",
        parents=[said_again],
        help="what this machine enforces at a kiosk, and what not",
    )
    check.add_argument("--content", type=Path, metavar="FOLDER", default=argparse.SUPPRESS)
    card = tasks.add_parser("card", parents=[said_again], help="a card for the cabinet, as PDF")
    card.add_argument("file", nargs="?", type=Path, default=Path("kiosk-card.pdf"), metavar="FILE")
    card.add_argument("--paper", choices=PAPERS, help="by default what the country prints on")
    pin = "the line of the site file for a PIN of the staff"
    tasks.add_parser("pin", parents=[said_again], help=pin)


def _add_asked(parser: argparse.ArgumentParser, default: object) -> None:
    """What is asked, in every place; `default` stands in where an option is not given."""
    add = parser.add_argument
    add("--content", type=Path, metavar="FOLDER", default=default)
    add("--seed", type=int, metavar="N", default=default)
    add("--questions", type=_count, metavar="N", default=default)
    add("--topics", type=_topics, metavar="A,B", default=default)
    add("--age-band", choices=BANDS, default=default)


def _add_language(parser: argparse.ArgumentParser, default: object) -> None:
    """What the program speaks, wherever people read it."""
    parser.add_argument("--language", metavar="CODE", default="" if default is None else default)


def _add_looks(parser: argparse.ArgumentParser, default: object, told: str | None = None) -> None:
    """How it looks; a kiosk has sizes and colours of its own."""
    add = parser.add_argument
    add("--text-size", type=_text_size, metavar="PER CENT", default=default, help=told)
    add("--theme", choices=("light", "dark", "system"), default=default, help=told)


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
