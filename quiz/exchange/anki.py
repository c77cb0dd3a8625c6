"""Questions as text that Anki imports (docs.ankiweb.net, "Text files"), with an id for each note.

The id makes a second import bring the notes up to date instead of doubling them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from quiz.exchange.export import Export, explained
from quiz.exchange.words import PaperWords
from quiz.model.question import Question


def anki_text(questions: Iterable[Question], pack: str, words: PaperWords | None = None) -> Export:
    """Notes with a front (the statement) and a back; `pack` is the id of the questions' pack."""
    words = words or PaperWords()
    text = io.StringIO(newline="")
    text.write(
        "#separator:tab\n#html:false\n#guid column:1\n#tags column:4\n"
        f"#notetype:Basic\n#deck:{words.program}\n#columns:GUID\tFront\tBack\tTags\n"
    )
    notes = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    notes.writerows(
        (
            f"{pack}/{question.id}",
            f"{words.question} {question.statement}",
            explained(question, words),
            f"{question.topic} age-{question.age_band.value} difficulty-{question.difficulty}",
        )
        for question in questions
    )
    dropped = (
        (
            "Content notes, twins and what only a teacher sees are left out; topics, age bands and "
            "difficulty are kept as tags."
        ),
        "Links and what each source supports are left out; full references are on the back.",
    )
    return Export("questions-anki.txt", text.getvalue().encode(), dropped)
