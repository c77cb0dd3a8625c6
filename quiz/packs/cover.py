"""What `pack.yaml` says: the pack's name, its topics, its glossary."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from quiz.model.question import Pack, Term, Topic

from .checker import FAULTY, Checker, Enough
from .fields import PACK
from .records import file_text
from .strict_yaml import Node, parse
from .yaml_faults import YamlFault


class CoverReader:
    """Reads `pack.yaml`. `pack` has no sources and questions, or is None after a grave fault."""

    def __init__(self, checker: Checker, folder: Path) -> None:
        self._checker = checker
        self._node: Node | None = None
        self.pack: Pack | None = None
        text = file_text(checker, folder, "pack.yaml")
        if text is None:
            return
        try:
            self._node = parse(text)
        except YamlFault as fault:
            checker.yaml_fault(fault)
            return
        if self._node is None:
            checker.fault(None, "is empty", "content/README.md shows what belongs in it.")
            return
        with suppress(Enough):
            self.pack = self._read(self._node)

    def _read(self, node: Node) -> Pack | None:
        self._checker.enter("pack")
        values = self._checker.attributes(PACK, node)
        if values is FAULTY:
            return None
        topics: tuple[Topic, ...] = values.pop("topics")
        glossary: tuple[Term, ...] = values.pop("glossary", ())
        self._tell_of_repeats("topics", "topic", "id")
        self._tell_of_repeats("glossary", "term", "term")
        return Pack(
            **values,
            topics=tuple({topic.id: topic for topic in reversed(topics)}.values())[::-1],
            glossary=glossary,
            sources=(),
            questions=(),
        )

    def _entries(self, name: str, field: str) -> list[tuple[int, Node]]:
        """The number of each entry of a list, and the node of one of its fields."""
        if self._node is None or name not in self._node[0]:
            return []
        numbered = enumerate(self._node[0][name][0], start=1)
        return [(n, entry[0][field]) for n, entry in numbered if field in entry[0]]

    def _tell_of_repeats(self, name: str, each: str, field: str) -> None:
        seen = set()
        for number, (value, mark, _) in self._entries(name, field):
            if value in seen:
                what = f"'{value}' is there twice"
                self._checker.fault(mark, what, "Keep one of the two.", f"{each} {number}")
            seen.add(value)

    def tell_of_empty_topics(self, files: list[str]) -> None:
        """Tells of each topic that has no question file."""
        if self.pack is None:
            return
        self._checker.enter("pack")
        with suppress(Enough):
            for number, (topic, mark, _) in self._entries("topics", "id"):
                if topic not in files:
                    what = f"the topic '{topic}' has no questions"
                    hint = f"Write questions/{topic}.yaml, or take the topic out."
                    self._checker.fault(mark, what, hint, f"topic {number}")

    def tell_of_nothing_to_play(self) -> None:
        """Tells that no question is left."""
        self._checker.enter("pack")
        with suppress(Enough):
            hint = "Mend the faults of its questions, or write some."
            self._checker.fault(None, "has no question that can be played", hint)
