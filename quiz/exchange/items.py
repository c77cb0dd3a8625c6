"""Questions as a table, for whoever wants to sort, count or proofread them."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.exchange.export import Export, cited, table
from quiz.model.citation import link
from quiz.model.question import Question

COLUMNS = tuple(
    "id topic verdict fact statement detail myth why takeaway caveat more misleads_by difficulty "
    "age_band content_note unesco nses twin attract purpose ask safeguarding sources links "
    "reviewed".split()
)


def items_csv(questions: Iterable[Question]) -> Export:
    """A row for each question, the verdict and the fact before the statement."""
    rows = ([_cell(question, name) for name in COLUMNS] for question in questions)
    dropped = ("What each source supports, and when it was checked, is left out.",)
    return Export("questions.csv", table([COLUMNS, *rows]), dropped)


def _cell(question: Question, name: str) -> str:
    cells = {
        "verdict": question.verdict.value,
        "misleads_by": question.misleads_by.value,
        "age_band": question.age_band.value,
        "unesco": " ".join(question.unesco),
        "attract": _yes_no(question.attract),
        "purpose": question.teacher.purpose,
        "ask": question.teacher.ask,
        "safeguarding": _yes_no(question.teacher.safeguarding),
        "sources": cited(question),
        "links": " ".join(filter(None, (link(c.source) for c in question.citations))),
        "reviewed": question.reviewed.isoformat(),
    }
    return cells[name] if name in cells else str(getattr(question, name))


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"
