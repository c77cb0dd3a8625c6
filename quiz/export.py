"""``python main.py export``: the questions, or their sources, as other programs read them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.exchange.anki import anki_text
from quiz.exchange.csl import csl_json
from quiz.exchange.export import Export
from quiz.exchange.gift import gift
from quiz.exchange.items import items_csv
from quiz.exchange.moodle import moodle_xml
from quiz.exchange.saving import NotSaved, save
from quiz.model.draw import in_play
from quiz.model.question import AgeBand, Pack, Question
from quiz.packs.shelf import open_shelf

if TYPE_CHECKING:
    from quiz.options import Options

DONE, FAULTS = 0, 1


def _sources(questions: Sequence[Question], pack: Pack) -> Export:
    cited = {citation.source.id for question in questions for citation in question.citations}
    return csl_json(source for source in pack.sources if source.id in cited)


MADE: dict[str, Callable[[Sequence[Question], Pack], Export]] = {
    "anki": lambda questions, pack: anki_text(questions, pack.id),
    "csl": _sources,
    "gift": lambda questions, _: gift(questions),
    "items": lambda questions, _: items_csv(questions),
    "moodle": lambda questions, _: moodle_xml(questions),
}
"""What makes each of the formats that :data:`quiz.options.FORMATS` names."""


def export(asked: Options) -> int:
    """Save what is `asked` for, and say where and what the format had no room for; the exit code.

    Nothing is replaced: who exports twice may have worked on the first file.
    """
    shelf = open_shelf(asked.content).read()
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    if len(shelf.packs) != 1:
        return _refused(_which(asked.content, shelf.by_folder) if shelf.packs else "")
    (pack,) = shelf.packs
    questions = in_play(pack.questions, asked.topics, asked.age_band or AgeBand.ADULT)
    if not questions:
        return _refused("No question is for this age band in these topics. Choose others.")
    made = MADE[asked.rest.format](questions, pack)
    file: Path = asked.rest.file or Path(made.name)
    if os.path.lexists(file) and not file.is_dir():
        return _refused(f"{file} is there already. Choose another name, or take it away.")
    try:
        save(file, made.data)
    except NotSaved as told:
        return _refused(str(told))
    print(f"Saved: {file.absolute()}")
    for sentence in made.dropped:
        print(sentence)
    return DONE


def _which(content: Path, packs: dict[str, Pack]) -> str:
    folders = ", ".join(str(content / name) for name in sorted(packs))
    return f"There are {len(packs)} packs. Name the folder of one with --content: {folders}."


def _refused(sentence: str) -> int:
    if sentence:
        print(sentence, file=sys.stderr)
    return FAULTS
