"""How far one gets by wording alone: a guesser that knows nothing of the subject.

A naive Bayes guesser learns from all other statements of a pack which words, word pairs and
outward marks (length, figures, commas, a negative) go along with "myth", and guesses the one that
was left out. A statement's twin is left out with it: it would give the answer away. Half right is
chance. Bar: 60 %.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import log
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from quiz.model.question import Question, Verdict  # noqa: E402  (the path is set first)
from quiz.packs.shelf import open_shelf  # noqa: E402

BAR = 0.60
NEGATIVES = {"not", "no", "nothing", "never", "without", "cannot", "nor", "little", "few"}

Marks = Callable[[str], set[str]]


def words(statement: str) -> set[str]:
    """The words, in lower case."""
    return set(re.findall(r"[a-z]+(?:'[a-z]+)?|\d+", statement.lower()))


def pairs(statement: str) -> set[str]:
    """The words and each two that stand side by side."""
    found = re.findall(r"[a-z]+(?:'[a-z]+)?|\d+", statement.lower())
    return {*found, *(f"{a} {b}" for a, b in pairwise(found))}


def outward(statement: str) -> set[str]:
    """What is seen without reading: length, figures, commas, how it begins, a negative."""
    found = re.findall(r"[\w']+", statement.lower())
    marks = {f"length {min(len(found), 20) // 4}", f"begins {found[0]}", f"ends {found[-1]}"}
    if re.search(r"\d", statement):
        marks.add("a figure")
    if "," in statement:
        marks.add("a comma")
    if NEGATIVES & set(found):
        marks.add("a negative")
    if "that" in found:
        marks.add("that")
    return marks


def everything(statement: str) -> set[str]:
    """All of these."""
    return pairs(statement) | outward(statement)


class Guesser:
    """Naive Bayes over marks that are there or not, from counts that can be taken back."""

    def __init__(self, questions: Sequence[Question], marks: Marks) -> None:
        self._marks = {q.id: marks(q.statement) for q in questions}
        self._counts: dict[Verdict, Counter[str]] = {v: Counter() for v in Verdict}
        self._of: Counter[Verdict] = Counter()
        for question in questions:
            self._count(question, 1)

    def _count(self, question: Question, by: int) -> None:
        self._of[question.verdict] += by
        for mark in self._marks[question.id]:
            self._counts[question.verdict][mark] += by

    def guess(self, question: Question, apart_from: Sequence[Question]) -> Verdict:
        """The verdict of `question`, learned from all but these."""
        for other in apart_from:
            self._count(other, -1)
        weight = sum(self.lean(mark) for mark in self._marks[question.id])
        for other in apart_from:
            self._count(other, 1)
        return Verdict.MYTH if weight > 0 else Verdict.REALITY

    def lean(self, mark: str) -> float:
        """How much more likely a myth bears `mark` than a reality does; as a logarithm."""
        myth, reality = (
            (self._counts[v][mark] + 0.5) / (self._of[v] + 1)
            for v in (Verdict.MYTH, Verdict.REALITY)
        )
        return log(myth / reality)

    def leanings(self, least: int) -> Iterator[tuple[float, str, int, int]]:
        """The marks that stand in at least so many statements: lean, mark, myths, realities."""
        myths, realities = self._counts[Verdict.MYTH], self._counts[Verdict.REALITY]
        for mark in {*myths, *realities}:
            if myths[mark] + realities[mark] >= least:
                yield self.lean(mark), mark, myths[mark], realities[mark]


def hits(questions: Sequence[Question], marks: Marks) -> list[str]:
    """The ids that are guessed right."""
    by_id = {question.id: question for question in questions}
    guesser = Guesser(questions, marks)
    right = []
    for question in questions:
        apart = [question, *([by_id[question.twin]] if question.twin in by_id else [])]
        if guesser.guess(question, apart) is question.verdict:
            right.append(question.id)
    return right


def main() -> int:
    """Print the table; 1 where the bar is missed."""
    content = Path(os.environ.get("BENCH_CONTENT", ROOT / "content"))
    missed = False
    for pack in open_shelf(content).read().packs:
        questions = pack.questions
        print(f"{pack.id}: {len(questions)} statements, guessed right by wording alone")
        for name, marks in (
            ("outward marks", outward),
            ("words", words),
            ("words and pairs", pairs),
            ("all of these", everything),
        ):
            share = len(hits(questions, marks)) / len(questions)
            missed |= share > BAR
            print(f"  {name:<18}{share:>7.1%}   (bar {BAR:.0%})")
        leanings = sorted(Guesser(questions, everything).leanings(least=5))
        for kind, found in (("myth", leanings[::-1]), ("reality", leanings)):
            most = ", ".join(f"{mark} {m}:{r}" for _, mark, m, r in found[:14])
            print(f"  says {kind} (in myths:realities): {most}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
