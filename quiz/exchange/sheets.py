"""The sheets of a lesson: worksheet, answer key, slips for questions, summary for parents.

Each takes the questions of the lesson in their order and gives a
:class:`Paper`, which :mod:`quiz.exchange.pdf` and :mod:`quiz.exchange.odt` write.

A false statement stands without its verdict only on the worksheet, where the question is open. In
all others the fact comes first and the verdict is beside the statement (STANDARDS R3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quiz.exchange.paper import (
    TIGHT,
    WIDE,
    Boxes,
    Code,
    Cut,
    Gap,
    Group,
    Line,
    Paper,
    Part,
    Role,
    Rules,
)
from quiz.exchange.words import PaperWords
from quiz.model.citation import full_reference, link, short_reference
from quiz.model.question import Question, Source, Verdict

SLIPS_A_PAGE = 6
PARKED_LINES = 22
SCALES = (1.0, 0.95, 0.9)
"""Sizes of type for texts that are read at a desk: 10 to 12 points, and 9 to 11 where that saves a
page."""


def worksheet(
    questions: Sequence[Question], words: PaperWords | None = None, language: str = "en"
) -> Paper:
    """The statements with boxes to tick, and a line for the reason. No line for a name."""
    words = words or PaperWords()
    boxes = Boxes((*_both(words), words.passed))
    asked = [
        (
            Line(Role.STATEMENT, question.statement, indented=True, number=str(number)),
            boxes,
            Rules(1, words.because, indented=True),
        )
        for number, question in enumerate(questions, start=1)
    ]
    groups = _led((Line(Role.TITLE, words.question), Line(Role.TEXT, words.worksheet_lead)), asked)
    return Paper(words.worksheet, _foot(words, words.worksheet), tuple(groups), language)


def answer_key(
    questions: Sequence[Question], words: PaperWords | None = None, language: str = "en"
) -> Paper:
    """What is true, the verdict, the explanation and the citations; the sources with QR codes."""
    words = words or PaperWords()
    sources = _numbered(questions)
    glance = ",  ".join(
        words.glance.format(number=number, verdict=words.verdicts[question.verdict])
        for number, question in enumerate(questions, start=1)
    )
    head = (
        Line(Role.TITLE, words.key),
        Line(Role.TEXT, f"{words.key_lead} {glance}", strong=len(words.key_lead)),
    )
    answers = [
        _answer(question, number, sources, words)
        for number, question in enumerate(questions, start=1)
    ]
    listed = [
        (Code(link(source), tuple(_source(source, number, words))),)
        for source, number in sources.items()
    ]
    groups = _led(head, answers) + _led((Line(Role.HEADING, words.sources),), listed)
    foot = _foot(words, words.key)
    return Paper(words.key, foot, tuple(groups), language, between=5.0, scales=SCALES)


def slips(pages: int = 5, words: PaperWords | None = None, language: str = "en") -> Paper:
    """Slips for questions without a name, all alike, and a page for questions that wait (R44)."""
    words = words or PaperWords()
    slip = Group(
        (
            Line(Role.SMALL, words.slip),
            Rules(2),
            Gap(2),
            Boxes((words.read_out, words.not_read_out)),
            Gap(2),
            Cut(),
        )
    )
    parked = Group(
        (
            Line(Role.TITLE, words.parked),
            Line(Role.TEXT, words.parked_lead),
            Rules(PARKED_LINES),
        ),
        new_page=True,
    )
    first = Group(slip.parts, new_page=True)
    sheet = [first, *[slip] * (SLIPS_A_PAGE - 1)]
    groups = (*sheet * pages, parked)
    return Paper(words.slips, "", groups, language, between=2.5)


def summary(
    questions: Sequence[Question],
    about: str,
    words: PaperWords | None = None,
    language: str = "en",
) -> Paper:
    """For parents and the head: what is asked, what is true, and who says so (R45), on one page
    where it fits. `about` names the lesson: its topics and its age band.
    """
    words = words or PaperWords()
    sources = _numbered(questions)
    head = (
        Line(Role.TITLE, words.summary),
        Line(Role.TEXT, about, strong=len(about)),
        Line(Role.TEXT, words.summary_lead),
    )
    rows = [
        (
            Line(Role.FACT, question.fact, indented=True, number=str(number)),
            _statement(question, words, _marks(question, sources)),
        )
        for number, question in enumerate(questions, start=1)
    ]
    listed = tuple(
        Line(Role.SMALL, full_reference(source), indented=True, number=f"[{number}]")
        for source, number in sources.items()
    )
    # The sources are one group: what would stand free between them is what a page lacks.
    groups = _led(head, rows) + _led((Line(Role.HEADING, words.sources),), [listed])
    foot = _foot(words, words.summary)
    return Paper(
        words.summary,
        foot,
        tuple(groups),
        language,
        between=1.6,
        measure=WIDE,
        leading=TIGHT,
        scales=(*SCALES, 0.85, 0.82),
    )


def _foot(words: PaperWords, title: str) -> str:
    named = title if title == words.program else f"{words.program}: {title}"
    return words.foot.format(title=named, page="{0}", pages="{1}")


def _both(words: PaperWords) -> tuple[str, str]:
    return words.verdicts[Verdict.MYTH], words.verdicts[Verdict.REALITY]


def _led(head: tuple[Part, ...], groups: Iterable[tuple[Part, ...]]) -> list[Group]:
    """Groups of which the first has the `head` above it, so that no heading ends a page."""
    first, *rest = list(groups) or [()]
    return [Group((*head, Gap(3), *first)), *map(Group, rest)]


def _numbered(questions: Iterable[Question]) -> dict[Source, int]:
    """The sources in the order in which they are cited, counted from 1."""
    cited = dict.fromkeys(c.source for question in questions for c in question.citations)
    return {source: number for number, source in enumerate(cited, start=1)}


def _marks(question: Question, sources: dict[Source, int]) -> str:
    return "".join(f"\u00a0[{sources[source]}]" for source in _numbered([question]))


def _statement(question: Question, words: PaperWords, marks: str = "") -> Line:
    verdict = words.verdicts[question.verdict]
    text = words.statement.format(verdict=verdict, statement=question.statement)
    strong = len(verdict) if text.startswith(verdict) else 0
    return Line(Role.VERDICT, text + marks, indented=True, strong=strong)


def _answer(
    question: Question, number: int, sources: dict[Source, int], words: PaperWords
) -> tuple[Part, ...]:
    texts = [
        question.detail,
        f"{words.say_belief(question)} {question.why} {question.takeaway}",
        words.caveat.format(question.caveat) if question.caveat else "",
    ]
    cited = [
        words.citation.format(number=sources[c.source], locator=c.locator, supports=c.supports)
        for c in question.citations
    ]
    return (
        Line(Role.FACT, question.fact, indented=True, number=str(number)),
        _statement(question, words),
        *(Line(Role.TEXT, text, indented=True) for text in texts if text),
        *(Line(Role.SMALL, text, indented=True) for text in cited),
    )


def _source(source: Source, number: int, words: PaperWords) -> Iterable[Line]:
    yield Line(Role.FACT, f"[{number}] {short_reference(source)}")
    yield Line(Role.SMALL, full_reference(source))
    strength = words.strengths[source.evidence.strength]
    yield Line(Role.SMALL, words.evidence.format(strength=strength, day=words.day(source.checked)))
