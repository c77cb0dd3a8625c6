"""Choosing the questions of a round.

The rules, each held for every draw from any questions that allow it:

- nothing twice, and never two twins;
- 40 to 60 % myths (with 1 or 3 questions: as near as it goes), so that "call everything a myth"
  cannot win. Where one verdict is scarce the round is shortened rather than tilted; only where a
  verdict is missing altogether is this given up;
- no more than 4 equal verdicts in a row, and no more than 2 questions of one topic in a row when 3
  or more topics are in play;
- what is due comes first, and there is something new in it while there is anything new;
- topics come as contrasting pairs, a myth and a reality of one topic close together (R27).

A :class:`Deck` sorts the questions once; each :meth:`Deck.draw` is quick. Chance is handed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from random import Random

from quiz.model.order import MOST_OF_A_TOPIC, Ordering
from quiz.model.question import AgeBand, Question, Verdict

_TRIES = 40
"""Deals that may end in a dead end of twins before single questions are dealt first."""


def in_play(
    questions: Iterable[Question], topics: Collection[str] | None, band: AgeBand
) -> tuple[Question, ...]:
    """The questions of the chosen topics (None: all) that the age band admits."""
    return tuple(
        question
        for question in questions
        if (topics is None or question.topic in topics) and band.admits(question.age_band)
    )


def resting(
    questions: Iterable[Question], topics: Collection[str] | None, band: AgeBand
) -> tuple[Question, ...]:
    """The questions whose fact a resting screen may show: in play, and marked for it."""
    return tuple(q for q in in_play(questions, topics, band) if q.attract)


class Deck:
    """Questions in play, ready to be drawn from again and again."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self._by_id = {question.id: question for question in self._questions}
        self._twin = {q.id: q.twin for q in self._questions if q.twin in self._by_id}
        self._stacks: dict[str, dict[Verdict, list[Question]]] = {}
        for question in self._questions:
            stacks = self._stacks.setdefault(question.topic, {v: [] for v in Verdict})
            stacks[question.verdict].append(question)
        self._myths = sum(question.verdict is Verdict.MYTH for question in self._questions)
        self._topics = list(self._stacks)

    def __len__(self) -> int:
        return len(self._questions)

    def draw(
        self,
        count: int,
        rng: Random,
        *,
        due: Sequence[str] = (),
        seen: Collection[str] = (),
    ) -> tuple[Question, ...]:
        """A round of `count` questions at most, by the rules at the head of this module.

        `due` are ids to ask first, `seen` the ids met before, of which something new is not one.
        """
        wanted = [self._by_id[i] for i in dict.fromkeys(due) if i in self._by_id]
        wanted = self._without_twins(wanted)
        new = self._something_new(wanted, seen, rng) if count > 1 and (wanted or seen) else []
        first = [*new, *wanted]  # where room is short, it is a due one that waits
        myths, realities = self._shares(count, rng, first)
        while True:
            chosen = self._choose({Verdict.MYTH: myths, Verdict.REALITY: realities}, rng, first)
            over = self._over_one_topic(chosen)
            if not over:
                return self._order(chosen, rng, {q.id for q in wanted})
            myths, realities = _shorter(len(chosen) - over, myths, realities)

    def _something_new(
        self, wanted: Sequence[Question], seen: Collection[str], rng: Random
    ) -> list[Question]:
        """One question that was not met in either wording, where there is one.

        Of the verdict that fewer due ones have, so that it takes the place of none if possible.
        """
        met = set(seen) | {question.id for question in wanted}
        met |= {self._twin[i] for i in tuple(met) if i in self._twin}
        fresh = [question for question in self._questions if question.id not in met]
        due = Counter(question.verdict for question in wanted)
        rare = [q for q in fresh if due[q.verdict] <= due[q.verdict.other]]
        return [rng.choice(rare or fresh)] if fresh else []

    def _without_twins(self, questions: Iterable[Question]) -> list[Question]:
        kept: dict[str, Question] = {}
        for question in questions:
            if self._twin.get(question.id) not in kept:
                kept[question.id] = question
        return list(kept.values())

    def _shares(self, count: int, rng: Random, first: Sequence[Question]) -> tuple[int, int]:
        """How many myths and realities: as even as the questions allow, shortened where needed."""
        pairs = len(self._twin) // 2
        myths, realities = self._myths, len(self._questions) - self._myths
        total = min(count, myths + realities - pairs)
        if not myths or not realities:
            return min(total, myths), min(total, realities)
        size, splits = next(
            (size, splits)
            for size in range(total, 0, -1)  # one question alone always has a split
            if (splits := [m for m in _even_splits(size) if m <= myths and size - m <= realities])
        )
        of = Counter(question.verdict for question in first)
        room = {m: min(m, of[Verdict.MYTH]) + min(size - m, of[Verdict.REALITY]) for m in splits}
        widest = max(room.values())
        m = rng.choice([m for m in splits if room[m] == widest])
        return m, size - m

    def _choose(
        self, need: dict[Verdict, int], rng: Random, first: Sequence[Question]
    ) -> list[Question]:
        for _ in range(_TRIES):
            chosen = self._deal(dict(need), rng, first, singles_first=False)
            if len(chosen) == sum(need.values()):
                return chosen
        chosen = self._deal(dict(need), rng, first, singles_first=True)
        if len(chosen) == sum(need.values()):
            return chosen
        have = Counter(question.verdict for question in chosen)
        return _trimmed(chosen, *_shorter(len(chosen), have[Verdict.MYTH], have[Verdict.REALITY]))

    def _deal(
        self,
        need: dict[Verdict, int],
        rng: Random,
        first: Sequence[Question],
        *,
        singles_first: bool,
    ) -> list[Question]:
        """Take what comes first, then a myth and a reality from topic after topic."""
        chosen: list[Question] = []
        gone: set[str] = set()
        left = dict.fromkeys(self._topics, self._most_of_one_topic(sum(need.values())))

        def take(question: Question) -> None:
            chosen.append(question)
            left[question.topic] -= 1
            gone.add(question.id)
            gone.add(self._twin.get(question.id, question.id))
            need[question.verdict] -= 1

        for question in first:
            if need[question.verdict] and left[question.topic]:
                take(question)
        order = rng.sample(self._topics, len(self._topics))
        rounds = (True, False) if singles_first else (False,)
        for singles_only in rounds:
            dealt = True
            while dealt and (need[Verdict.MYTH] or need[Verdict.REALITY]):
                dealt = False
                for topic in order:
                    for verdict, stack in self._stacks[topic].items():
                        if not need[verdict] or not left[topic]:
                            continue
                        picked = self._pick(stack, gone, rng, singles_only)
                        if picked is not None:
                            take(picked)
                            dealt = True
        return chosen

    def _pick(
        self, stack: list[Question], gone: set[str], rng: Random, singles_only: bool
    ) -> Question | None:
        for _ in range(4):
            if not stack:
                return None
            question = stack[int(rng.random() * len(stack))]
            if question.id not in gone and not (singles_only and question.id in self._twin):
                return question
        left = [
            question
            for question in stack
            if question.id not in gone and not (singles_only and question.id in self._twin)
        ]
        return rng.choice(left) if left else None

    def _most_of_one_topic(self, size: int) -> int:
        """How many of `size` questions one topic may give, for its runs to stay short."""
        return size if len(self._topics) < 3 else MOST_OF_A_TOPIC * (size + 1) // 3

    def _over_one_topic(self, chosen: Sequence[Question]) -> int:
        """How many questions too many one topic has for its runs to stay short."""
        if len(self._topics) < 3:
            return 0
        most = max(Counter(question.topic for question in chosen).values(), default=0)
        return max(0, most - MOST_OF_A_TOPIC * (len(chosen) - most + 1))

    def _order(
        self, chosen: list[Question], rng: Random, due: Collection[str]
    ) -> tuple[Question, ...]:
        rng.shuffle(chosen)
        chosen.sort(key=lambda question: question.id not in due)
        runs_matter = len(self._topics) >= 3
        ordering = Ordering(chosen, runs_matter, due)
        return tuple(ordering.found() or chosen)


def _even_splits(size: int) -> list[int]:
    """The numbers of myths among `size` that lie within 40 to 60 %; the nearest where none does."""
    within = [m for m in range(size + 1) if 2 * size <= 5 * m <= 3 * size]
    return within or [size // 2, size - size // 2]


def _shorter(size: int, myths: int, realities: int) -> tuple[int, int]:
    """The split of a shorter round, each share no larger than before; `size` is at least 1."""
    return next(
        (m, total - m)
        for total in range(size, 0, -1)  # one question alone always has a split
        for m in _even_splits(total)
        if m <= myths and total - m <= realities
    )


def _trimmed(chosen: Sequence[Question], myths: int, realities: int) -> list[Question]:
    """The first `myths` and `realities` of what was chosen."""
    room = {Verdict.MYTH: myths, Verdict.REALITY: realities}
    kept = []
    for question in chosen:
        if room[question.verdict]:
            room[question.verdict] -= 1
            kept.append(question)
    return kept
