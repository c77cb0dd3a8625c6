"""Goes through a pack with every rule, and says of each finding in which file and line it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from quiz.model.question import Pack, Question

from . import explanation, reading, sources, statement, whole, wording
from .places import Places
from .remarks import ADVICE, Finding, Remark


def advise(pack: Pack, places: Places, today: date, grade: reading.Grade | str) -> list[Remark]:
    """All remarks on a sound pack, in order of file and line.

    `grade` tells how hard a text is to read; a sentence instead says why nothing can.
    """
    editor = _Editor(pack, places)
    english = pack.language.lower().split("-")[0] == wording.LANGUAGE
    remarks = chain(
        editor.on_questions(today, english),
        editor.on_sources(today),
        editor.on_topics(english),
        editor.on_pack(english),
        editor.on_reading(grade if english else f"the pack is in '{pack.language}'"),
    )
    return sorted(set(remarks))


class _Editor:
    def __init__(self, pack: Pack, places: Places) -> None:
        self._pack = pack
        self._places = places

    def on_questions(self, today: date, english: bool) -> Iterator[Remark]:
        """What is to be said of single questions."""
        rules = [*statement.PLAIN, *explanation.PLAIN]
        if english:
            rules += [*statement.ENGLISH, *explanation.ENGLISH]
        for question in self._pack.questions:
            for rule in rules:
                yield from self._of_question(question, rule(question))
            yield from self._of_question(question, explanation.reviewed(question, today))

    def on_sources(self, today: date) -> Iterator[Remark]:
        """What is to be said of the works."""
        for source in self._pack.sources:
            found = (sources.link(source), sources.doi(source), sources.days(source, today))
            for finding in chain(*found):
                where = f"source {source.id}, {finding.field}"
                yield _remark(self._places.source(source.id, finding.field), where, finding)

    def on_topics(self, english: bool) -> Iterator[Remark]:
        """What is to be said of each topic."""
        rules = [whole.enough, whole.balance, whole.lengths, whole.within_reach]
        rules += [whole.clues_of_topic] if english else []
        for topic in self._pack.topics:
            its = [question for question in self._pack.questions if question.topic == topic.id]
            for finding in chain.from_iterable(rule(its) for rule in rules):
                yield _remark(self._places.topic(topic.id), f"topic {topic.id}", finding)

    def on_pack(self, english: bool) -> Iterator[Remark]:
        """What is to be said of all questions together."""
        questions = self._pack.questions
        rules = [whole.balance, whole.lengths, whole.evidence, whole.telling_words]
        rules += [whole.clues_of_pack] if english else []
        for rule in rules:
            yield from self._of_pack(rule(questions))
        for question, finding in chain(whole.far_longer(questions), whole.said_twice(questions)):
            yield from self._of_question(question, [finding])
        if not english:
            what = f"is in '{self._pack.language}', and the lists of words are English"
            hint = "Look for negatives, clues and blame by eye."
            yield from self._of_pack([Finding(ADVICE, "", what, hint)])

    def on_reading(self, grade: reading.Grade | str) -> Iterator[Remark]:
        """What is to be said of how hard the explanations are to read."""
        if isinstance(grade, str):
            what = f"the reading level was not looked at: {grade}"
            hint = "It needs a pack in English and what `make test` installs."
            yield from self._of_pack([Finding(ADVICE, "", what, hint)])
            return
        for question in self._pack.questions:
            yield from self._of_question(question, explanation.grade(question, self._pack, grade))
        yield from self._of_pack(whole.middle_grade(self._pack, grade))

    def _of_question(self, question: Question, findings: Iterable[Finding]) -> Iterator[Remark]:
        for finding in findings:
            where = f"question {question.id}, {finding.field}"
            place = self._places.question(question.topic, question.id, finding.field)
            yield _remark(place, where, finding)

    def _of_pack(self, findings: Iterable[Finding]) -> Iterator[Remark]:
        for finding in findings:
            yield _remark(self._places.pack(), f"pack {self._pack.id}", finding)


def _remark(place: tuple[str, int], where: str, finding: Finding) -> Remark:
    return Remark(*place, finding.level, where, finding.what, finding.hint)
