"""When a missed question comes back: after 1, 3, 7 and 21 days (DESIGN on STANDARDS R28).

Fixed steps, because expanding schedules were not found better than even ones (STANDARDS L9).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

STEPS = (1, 3, 7, 21)
"""Days from one meeting of a missed question to the next."""


@dataclass(frozen=True, slots=True)
class Review:
    """A question that was missed: which of the :data:`STEPS` it is on, and the day it is due."""

    question_id: str
    step: int
    due: date


def after_answer(
    review: Review | None, question_id: str, right: bool, today: date
) -> Review | None:
    """What becomes of a question's review after an answer today; None: nothing more to come.

    Missed: back to the first step. Right and due: the next step, and done after the last. Right
    before its day (or never missed): unchanged, since an early meeting proves little.
    """
    if not right:
        return Review(question_id, 0, today + timedelta(days=STEPS[0]))
    if review is None or (review.due > today and not _too_far(review, today)):
        return review
    if review.step + 1 == len(STEPS):
        return None
    step = review.step + 1
    return Review(question_id, step, today + timedelta(days=STEPS[step]))


def due_on(reviews: Iterable[Review], today: date) -> tuple[Review, ...]:
    """The reviews due on `today`, longest overdue first.

    A due day further ahead than its step allows can only come from a clock that was set back;
    such a question is due now, so that it cannot stay away for years.
    """
    due = [review for review in reviews if review.due <= today or _too_far(review, today)]
    return tuple(sorted(due, key=lambda review: (review.due, review.question_id)))


def _too_far(review: Review, today: date) -> bool:
    return review.due > today + timedelta(days=STEPS[review.step])
