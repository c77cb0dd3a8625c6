"""What a private learner asked to have remembered: which missed questions are due."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from quiz.keep.reviews import Reviews
    from quiz.model.question import Pack
    from quiz.model.review import Review
    from quiz.model.session import Session


def day_by_the_clock() -> date:
    """The day by the system's clock."""
    from datetime import date

    return date.today()


class Memory:
    """Nothing until :meth:`keep_in` is called with a file that the person has said yes to.

    `today` gives the day; it is handed in. What is returned as a sentence is for the person: what
    did not work, or what holds all the same; "" where there is nothing to say.
    """

    def __init__(self, today: Callable[[], date] = day_by_the_clock) -> None:
        self._today = today
        self._file: Reviews | None = None
        self._reviews: dict[str, Review] = {}
        self._noted = 0

    @property
    def path(self) -> Path | None:
        """The file that is kept, None where nothing is."""
        return self._file.path if self._file else None

    def keep_in(self, path: Path) -> str:
        """Remember in `path` from now on; a sentence. Where it cannot be, nothing changes."""
        from quiz.keep.reviews import CannotKeep, Reviews

        try:
            file = Reviews.opened(path)
        except CannotKeep as told:
            return str(told)
        self.stop()
        self._file = file
        self._reviews = {review.question_id: review for review in file.all()}
        return file.notice

    def stop(self) -> None:
        """Keep no more. The file stays as it is."""
        self._file, self._reviews = None, {}

    def delete_everything(self) -> str:
        """Remove the file; the sentence that says what cannot be promised."""
        if self._file is None:
            return ""
        from quiz.keep.reviews import CannotKeep

        file, self._file, self._reviews = self._file, None, {}
        try:
            return file.delete_everything()
        except CannotKeep as told:
            return str(told)

    def due(self, pack: Pack) -> tuple[str, ...]:
        """The ids of questions of `pack` that are due today, longest overdue first."""
        if self._file is None:
            return ()
        from quiz.model.review import due_on

        names = {
            self._file.opaque(pack.id, question.id): question.id for question in pack.questions
        }
        due = due_on(self._reviews.values(), self._today())
        return tuple(names[review.question_id] for review in due if review.question_id in names)

    def begin(self) -> None:
        """A new session: none of its answers has been noted."""
        self._noted = 0

    def note(self, session: Session, pack: Pack) -> str:
        """Keep what the newest answers mean for the review dates; a sentence where that fails.

        From then on nothing is kept.
        """
        answers = session.answers[self._noted :]
        self._noted = len(session.answers)
        if self._file is None or not answers:
            return ""
        from quiz.keep.reviews import CannotKeep
        from quiz.model.review import after_answer

        changes: dict[str, Review | None] = {}
        for answer in answers:
            if answer.skipped:
                continue
            name = self._file.opaque(pack.id, answer.question.id)
            before = changes.get(name, self._reviews.get(name))
            changes[name] = after_answer(before, name, answer.right, self._today())
        changed = {n: r for n, r in changes.items() if r != self._reviews.get(n)}
        try:
            if changed:
                self._file.record(changed)
        except CannotKeep as told:
            self.stop()
            return str(told)
        for name, review in changed.items():
            self._reviews.pop(name, None)
            if review is not None:
                self._reviews[name] = review
        return ""
