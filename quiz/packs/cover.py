"""What `pack.yaml` says: the pack's name, its topics, its glossary."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from quiz.model.question import Pack, Term, Topic

from .checker import FAULTY, Checker, Enough
from .fields import PACK, TOPIC
from .records import file_text
from .strict_yaml import Events
from .yaml_faults import Mark, YamlFault, translated


class CoverReader:
    """Reads `pack.yaml`. `pack` has no sources and questions, or is None after a grave fault."""

    def __init__(self, checker: Checker, folder: Path) -> None:
        self._checker = checker
        self._topics: dict[str, Mark] = {}
        self.pack: Pack | None = None
        text = file_text(checker, folder, "pack.yaml")
        if text is None:
            return
        try:
            with suppress(Enough):
                self._read(text)
        except (yaml.YAMLError, YamlFault) as error:
            checker.tell_yaml("file", translated(error, text))

    def _read(self, text: str) -> None:
        checker = self._checker
        events = Events(text)
        start = events.first()
        if start is None:
            hint = "content/README.md shows what belongs in it."
            checker.tell("file", None, "is empty", hint)
            return
        values = checker.record(PACK, events, start)
        events.end()
        checker.settle("pack")
        if values is FAULTY:
            return
        topics = [(id_, mark) for of, _, id_, mark in checker.references if of is TOPIC]
        for topic, mark in topics:
            if self._topics.setdefault(topic, mark) is not mark:
                checker.tell(f"pack, topic {topic}", mark, "is there twice", "Keep one of the two.")
        self.pack = _pack(values)

    def tell_of_empty_topics(self, files: list[str]) -> None:
        """Tells of each topic that has no question file."""
        with suppress(Enough):
            for topic, mark in self._topics.items():
                if topic not in files:
                    hint = f"Write questions/{topic}.yaml, or take the topic out."
                    self._checker.tell(f"pack, topic {topic}", mark, "has no questions", hint)

    def tell_of_nothing_to_play(self) -> None:
        """Tells that no question is left."""
        with suppress(Enough):
            hint = "Mend the faults of its questions, or write some."
            self._checker.tell("pack", None, "has no question that can be played", hint)


def _pack(values: dict[str, Any]) -> Pack:
    topics: dict[str, Topic] = {}
    for topic in values.pop("topics"):
        topics.setdefault(topic.id, topic)
    glossary: tuple[Term, ...] = values.pop("glossary", ())
    return Pack(
        **values, topics=tuple(topics.values()), glossary=glossary, sources=(), questions=()
    )
