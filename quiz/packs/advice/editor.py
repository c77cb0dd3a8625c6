"""Every rule of the editor's conscience, over the questions of a pack and over the whole of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import mean, median

from quiz.model.citation import link
from quiz.model.question import AgeBand, Evidence, Pack, Question, Strength, Verdict

from . import reading, wording

DUE_DAYS = 730
"""Review is due after 24 months (facts rule 5, STANDARDS R13)."""

STALE_DAYS = 1461
"""After 48 months a question is not drawn at a kiosk."""

ALIKE = 0.6
"""Overlap of content words from which two statements count as saying the same."""

RESTATED = 0.75
"""Overlap from which a fact or takeaway counts as the myth over again."""

LIFTED = 7
"""Words in a row that a statement may share with its own fact."""

FEWEST = 5
"""Questions that a topic needs."""

CLUE_POINTS = 15
"""Percentage points by which absolutes or hedges may differ between myths and realities (R8)."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark: where it stands, whether it must be mended, what it is and the way out."""

    file: str
    line: int
    level: str  # "error" or "advice"
    where: str
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level}: {self.where}: {self.what}. {self.hint}"


def advise(pack: Pack, folder: Path, today: date, grade: reading.Grade | None) -> list[Remark]:
    """All remarks on a pack that was read from `folder`, in order of file and line.

    `grade` tells the reading level (None: it is not looked at, and that is said).
    """
    editor = _Editor(pack, _Places(folder), today, grade)
    return sorted({*editor.questions(), *editor.whole()})


class _Places:
    """In which file and line a question's field stands. The pack is sound, so a look is enough."""

    def __init__(self, folder: Path) -> None:
        self._lines: dict[tuple[str, str], tuple[str, int]] = {}
        for path in sorted((folder / "questions").glob("*.yaml")):
            name, question = f"{folder.name}/questions/{path.name}", ""
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if found := re.match(r"- id: ['\"]?([\w-]+)", line):
                    question = found[1]
                    self._lines[question, "id"] = (name, number)
                elif found := re.match(r"  (\w+):", line):
                    self._lines[question, found[1]] = (name, number)
        self.pack = (f"{folder.name}/pack.yaml", 1)

    def of(self, question: str, field: str) -> tuple[str, int]:
        """File and line of a field, or of its question."""
        start = self._lines.get((question, "id"), self.pack)
        return self._lines.get((question, field), start)


class _Editor:
    def __init__(
        self, pack: Pack, places: _Places, today: date, grade: reading.Grade | None
    ) -> None:
        self._pack = pack
        self._places = places
        self._today = today
        self._grade = grade

    def questions(self) -> Iterator[Remark]:
        """What is to be said of single questions."""
        for question in self._pack.questions:
            yield from self._statement(question)
            yield from self._explanation(question)
            yield from self._sources(question)
            yield from self._dates(question)

    def _say(self, level: str, question: Question, field: str, what: str, hint: str) -> Remark:
        file, line = self._places.of(question.id, field)
        return Remark(file, line, level, f"question {question.id}, {field}", what, hint)

    def _statement(self, question: Question) -> Iterator[Remark]:
        text = question.statement
        if len(wording.NEGATIVES.findall(text.lower())) > 1:
            hint = "Say it without a negative, or with one."
            yield self._say("error", question, "statement", "has two negatives", hint)
        if wording.READER.search(text) or text.endswith("?"):
            what, hint = "speaks to the reader", "Say what is true of people, as a statement."
            yield self._say("error", question, "statement", what, hint)
        if wording.JOINED.search(text):
            hint = "Ask one of them, or make two questions."
            yield self._say("advice", question, "statement", "may join two claims", hint)
        for clue, found in (("absolute", wording.ABSOLUTES), ("hedge", wording.HEDGES)):
            if word := found.search(text):
                what = f"has the {clue} '{word[0].lower()}', which gives away the verdict"
                hint = "Say it without, or use it as often in myths as in realities."
                yield self._say("advice", question, "statement", what, hint)
        run = wording.longest_shared_run(text, question.fact)
        if run > LIFTED:
            what = f"shares {run} words in a row with its fact"
            hint = "Say it in other words, so that the fact is not just the statement again."
            yield self._say("advice", question, "statement", what, hint)
        if len(text.split()) > 20:
            what = "has over 20 words, which gives away that it was made to be exact"
            yield self._say("advice", question, "statement", what, "Shorten it.")

    def _explanation(self, question: Question) -> Iterator[Remark]:
        for field in ("fact", "detail", "myth", "why", "takeaway", "caveat", "more", "statement"):
            text = getattr(question, field)
            for word, reason in wording.tone(text):
                hint = f"Leave it out: {reason}."
                yield self._say("error", question, field, f"says '{word}'", hint)
            if "!" in text:
                hint = "End with a full stop."
                yield self._say("error", question, field, "has an exclamation mark", hint)
        for field in ("fact", "takeaway"):
            same = wording.alike(getattr(question, field), question.myth)
            denied = wording.NEGATIVES.search(getattr(question, field).lower())
            if same >= RESTATED and not denied:
                hint = "Say what is true in words of its own."
                yield self._say("error", question, field, "says the myth over again", hint)
        if self._grade is not None:
            text = reading.explanation(question)
            plain = self._grade(reading.without_terms(text, self._pack.glossary))
            most = reading.limit(question)
            if plain > most:
                what = (
                    f"the explanation reads at grade {plain:.1f}, {self._grade(text):.1f} with its "
                    f"terms; {most:.0f} is the most"
                )
                hint = "Use shorter sentences and shorter words."
                yield self._say("error", question, "detail", what, hint)

    def _sources(self, question: Question) -> Iterator[Remark]:
        figures = re.findall(r"\d[\d.,]*", question.detail)
        told = " ".join(f"{c.locator} {c.supports} {c.source.title}" for c in question.citations)
        years = {str(c.source.issued.year) for c in question.citations if c.source.issued}
        missing = [f for f in figures if f.strip(".,") not in told and f.strip(".,") not in years]
        if missing:
            what = f"has the figure {missing[0].strip('.,')}, which no citation carries"
            hint = "Name it in the 'supports' of the source it comes from."
            yield self._say("advice", question, "detail", what, hint)
        for citation in question.citations:
            address = link(citation.source)
            if any(host in address for host in wording.MIRRORS):
                what = f"{citation.source.id} links to a copy or a search page, {address}"
                hint = "Link to the work's own place, or leave the link out."
                yield self._say("error", question, "sources", what, hint)

    def _dates(self, question: Question) -> Iterator[Remark]:
        oldest = min([question.reviewed, *(c.source.checked for c in question.citations)])
        newest = max([question.reviewed, *(c.source.checked for c in question.citations)])
        age = (self._today - oldest).days
        if newest > self._today:
            hint = "Write the day on which it was really done."
            yield self._say("error", question, "reviewed", f"{newest} is in the future", hint)
        if age > STALE_DAYS:
            hint = "Compare it with its sources again: a kiosk does not draw it."
            yield self._say("error", question, "reviewed", f"was last checked on {oldest}", hint)
        elif age > DUE_DAYS:
            hint = "Compare it with its sources again."
            yield self._say("advice", question, "reviewed", f"was last checked on {oldest}", hint)

    def whole(self) -> Iterator[Remark]:
        """What is to be said of topics and of the pack."""
        questions = self._pack.questions
        yield from self._balance("the pack", questions, "error")
        for topic in self._pack.topics:
            its = [q for q in questions if q.topic == topic.id]
            yield from self._balance(f"topic {topic.id}", its, "error")
            yield from self._topic(topic.id, its)
        yield from self._clues()
        yield from self._twice()
        yield from self._strength()
        yield from self._median()

    def _of_pack(self, level: str, where: str, what: str, hint: str) -> Remark:
        file, line = self._places.pack
        return Remark(file, line, level, where, what, hint)

    def _balance(
        self, where: str, questions: tuple[Question, ...] | list[Question], level: str
    ) -> Iterator[Remark]:
        lengths: dict[Verdict, list[int]] = {verdict: [] for verdict in Verdict}
        for question in questions:
            lengths[question.verdict].append(len(question.statement.split()))
        myths, realities = lengths[Verdict.MYTH], lengths[Verdict.REALITY]
        if len(questions) >= FEWEST and not 2 <= 5 * len(myths) / len(questions) <= 3:
            share = 100 * len(myths) / len(questions)
            hint = "Aim at half and half: write a twin for some."
            yield self._of_pack(level, where, f"has {share:.0f} % myths", hint)
        if myths and realities and abs(mean(myths) - mean(realities)) > 2:
            what = (
                f"myths have {mean(myths):.1f} words on average and realities "
                f"{mean(realities):.1f}, so that length gives the verdict away"
            )
            yield self._of_pack(level, where, what, "Bring them within 2 words.")

    def _topic(self, topic: str, questions: list[Question]) -> Iterator[Remark]:
        if len(questions) < FEWEST:
            what = f"has {len(questions)} questions"
            hint = f"Write {FEWEST} at least, or put them into another topic."
            yield self._of_pack("advice", f"topic {topic}", what, hint)
        for place, band in (("a class", AgeBand.YOUNG_TEEN), ("a kiosk", AgeBand.TEEN)):
            if questions and not any(band.admits(question.age_band) for question in questions):
                what = f"has nothing that {place} can reach at its usual age band, {band.value}"
                hint = "Write one for younger people, or know that it stays unseen there."
                yield self._of_pack("advice", f"topic {topic}", what, hint)

    def _clues(self) -> Iterator[Remark]:
        for name, clue in (("absolutes", wording.ABSOLUTES), ("hedges", wording.HEDGES)):
            shares = {}
            for verdict in Verdict:
                said = [q for q in self._pack.questions if q.verdict is verdict]
                with_clue = sum(bool(clue.search(question.statement)) for question in said)
                shares[verdict] = 100 * with_clue / max(len(said), 1)
            if abs(shares[Verdict.MYTH] - shares[Verdict.REALITY]) > CLUE_POINTS:
                what = (
                    f"{name} stand in {shares[Verdict.MYTH]:.0f} % of the myths and "
                    f"{shares[Verdict.REALITY]:.0f} % of the realities"
                )
                hint = f"Bring them within {CLUE_POINTS} points."
                yield self._of_pack("error", "the pack", what, hint)

    def _twice(self) -> Iterator[Remark]:
        for one, other in combinations(self._pack.questions, 2):
            if one.twin != other.id and wording.alike(one.statement, other.statement) >= ALIKE:
                what = f"says nearly the same as {other.id}"
                hint = "Keep one of them, or make them twins."
                yield self._say("advice", one, "statement", what, hint)

    def _strength(self) -> Iterator[Remark]:
        questions = self._pack.questions
        good = sum(rests_well(question) for question in questions)
        if 2 * good < len(questions):
            what = (
                f"{good} of {len(questions)} questions rest on a guideline, a systematic review, "
                "a trial or a professional body"
            )
            yield self._of_pack("advice", "the pack", what, "Look for such a source for more.")

    def _median(self) -> Iterator[Remark]:
        if self._grade is None:
            what = "the reading level was not looked at, since textstat is not installed"
            yield self._of_pack("advice", "the pack", what, "Install the 'dev' extra.")
            return
        grades = grades_of(self._pack, self._grade)
        if grades and median(grades) > reading.MOST_MEDIAN:
            what = f"half of the explanations read above grade {median(grades):.1f}"
            hint = f"Bring the middle to {reading.MOST_MEDIAN:.0f}."
            yield self._of_pack("error", "the pack", what, hint)


def rests_well(question: Question) -> bool:
    """Whether one of its sources is a guideline, a review, a trial or a professional body."""
    good = (Evidence.RCT, Evidence.PROFESSIONAL_BODY)
    return any(
        c.source.evidence in good or c.source.evidence.strength in (Strength.STRONG, Strength.LAW)
        for c in question.citations
    )


def grades_of(pack: Pack, grade: reading.Grade) -> list[float]:
    """The grade of each question's explanation, terms replaced."""
    return [
        grade(reading.without_terms(reading.explanation(question), pack.glossary))
        for question in pack.questions
    ]


def strengths_of(pack: Pack) -> Counter[str]:
    """How many questions rest at best on each strength of evidence."""
    order = list(Strength)
    return Counter(
        min((c.source.evidence.strength for c in question.citations), key=order.index).value
        for question in pack.questions
    )
