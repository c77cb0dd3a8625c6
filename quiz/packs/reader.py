"""From the files of one pack to the model's :class:`Pack`, with every fault gathered.

A faulty question is left out and the rest of the pack plays. Only a pack that cannot say its
name, its topics and the like, or has no question left, cannot be played at all.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.model.question import Pack

from .checker import Checker, Enough
from .cover import CoverReader
from .fields import QUESTION
from .files import list_names
from .problems import Problem, Wrong, in_order, near_miss
from .questions import QuestionReader
from .records import RecordFile
from .sources import SourceReader


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a pack: the pack, where it can be played, and every fault in order."""

    pack: Pack | None
    problems: tuple[Problem, ...]


def read_pack(folder: Path) -> Reading:
    """Reads a whole pack."""
    reader = PackReader(folder)
    with _without_cycle_search():
        while reader.step():
            pass
    return reader.reading()


@contextmanager
def _without_cycle_search() -> Iterator[None]:
    """Reading makes many small objects and no reference cycles; looking for some costs a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class PackReader:
    """Reads a pack file by file, so that a window can be painted in between.

    `prefix` is put before the names of files in problems, where a folder of packs is read.
    """

    def __init__(self, folder: Path, prefix: str = "") -> None:
        self._folder = folder
        self._prefix = prefix
        self._checkers: list[Checker] = []
        self._pack: Pack | None = None
        self._steps = self._read()
        self.cover: Pack | None = None  # known after the first step, without sources and questions

    def step(self) -> bool:
        """Reads one file; False once there is nothing left to read."""
        with _without_cycle_search():
            return next(self._steps, False)

    def reading(self) -> Reading:
        """What has been read so far; whole once :meth:`step` has said False."""
        problems = [problem for checker in self._checkers for problem in checker.problems]
        return Reading(self._pack, in_order(problems))

    def _read(self) -> Iterator[bool]:
        cover = CoverReader(self._checker("pack.yaml"), self._folder)
        self.cover = cover.pack
        yield True
        sources = SourceReader(self._checker("sources.yaml"), self._folder)
        yield True
        questions = QuestionReader(sources)
        topics = [topic.id for topic in self.cover.topics] if self.cover else []
        files = self._question_files(topics, questions)
        for name in files:
            self._read_questions(name, topics, questions)
            yield True
        played = questions.finish()
        if questions.all_cited_known and files:
            sources.tell_of_unused(questions.cited)
        cover.tell_of_empty_topics(files)
        if self.cover and played:
            self._pack = replace(
                self.cover, sources=tuple(sources.sound.values()), questions=played
            )
        elif self.cover:
            cover.tell_of_nothing_to_play()

    def _checker(self, name: str) -> Checker:
        self._checkers.append(Checker(self._prefix + name))
        return self._checkers[-1]

    def _question_files(self, topics: list[str], questions: QuestionReader) -> list[str]:
        """The names of the question files without their ending, in the order of the topics."""
        checker = self._checker("questions")
        try:
            listed = list_names(self._folder, "questions")
        except Wrong as wrong:
            checker.tell("folder", None, wrong.what, wrong.hint)
            questions.lost(checker, "")
            return []
        names = []
        for name, is_folder in listed:
            stem, _, ending = name.rpartition(".")
            if ending == "yaml" and stem:
                names.append(stem)
            elif is_folder or ending.lower() in {"yml", "yaml"}:
                hint = "Put the questions in a file that ends in .yaml."
                checker = self._checker(f"questions/{name}")
                checker.tell("file", None, "is not read", hint)
                questions.lost(checker, "")
        order = {topic: number for number, topic in enumerate(topics)}
        return sorted(names, key=lambda name: order.get(name, len(order)))

    def _read_questions(self, stem: str, topics: list[str], questions: QuestionReader) -> None:
        name = f"questions/{stem}.yaml"
        checker = self._checker(name)
        topic = stem if stem in topics else ""
        if topics and not topic:
            meant = near_miss(stem, topics)
            hint = f"Did you mean '{meant}.yaml'?" if meant else "Add the topic to pack.yaml."
            checker.tell("file", None, f"'{stem}' is not a topic of the pack", hint)
        questions.topic = topic
        try:
            RecordFile(checker, QUESTION).read(self._folder, name, questions)
        except Enough:
            questions.lost(checker, "")
