"""How sure are you? Asked before the verdict, left out in one step, told of without blame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from sitting import VERDICT_KEYS, Person

from quiz.model.question import Verdict
from quiz.model.session import Confidence, Phase

RATINGS = {
    Confidence.GUESS: Qt.Key.Key_1,
    Confidence.THINK: Qt.Key.Key_2,
    Confidence.LIKELY: Qt.Key.Key_3,
}


def answer(person: Person, rating: Confidence | None, *, right: bool) -> None:
    """Say it right or not, rate it with one key, and stand before the reveal."""
    verdict = person.right() if right else person.right().other
    person.press(VERDICT_KEYS[verdict])
    assert person.phase is Phase.ANSWERED
    person.press(RATINGS[rating] if rating else Qt.Key.Key_4)
    assert person.phase is Phase.REVEALED


def test_the_rating_comes_before_the_verdict_in_the_same_view(
    sit_down: Callable[..., Person],
) -> None:
    person = sit_down(confidence=True)
    person.press(Qt.Key.Key_Return)
    ask = person.window.question.ask
    assert not ask.rating.isVisibleTo(ask)
    person.press(Qt.Key.Key_1)
    assert ask.isVisible()
    assert ask.rating.isVisible()
    assert ask.rating.question.text() == "How sure are you?"
    assert [button.text() for button in ask.rating.levels] == [
        "Mostly a guess (50–67 %)",
        "I think so (67–80 %)",
        "Very sure (over 80 %)",
    ]
    person.click(ask.rating.levels[1])
    session = person.window.controller.session
    assert session is not None
    assert session.answers[-1].confidence is Confidence.THINK


def test_just_show_me_leaves_it_out(sit_down: Callable[..., Person]) -> None:
    person = sit_down(confidence=True)
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    person.click(person.window.question.ask.rating.just_show)
    session = person.window.controller.session
    assert session is not None
    assert (session.phase, session.answers[-1].confidence) == (Phase.REVEALED, None)


def test_one_step_switches_it_off_for_good(sit_down: Callable[..., Person]) -> None:
    person = sit_down(confidence=True)
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    person.click(person.window.question.ask.rating.never)
    assert person.phase is Phase.REVEALED
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    assert person.phase is Phase.REVEALED, "not asked in this round any more"
    assert not person.window.start.choices.asks_confidence, "nor in the next"


def test_sure_and_wrong_opens_with_a_kind_line_and_comes_back_first(
    sit_down: Callable[..., Person],
) -> None:
    person = sit_down(confidence=True, questions=5)
    person.press(Qt.Key.Key_Return)
    reveal = person.window.question.reveal
    ids = []
    for rating in (Confidence.GUESS, Confidence.LIKELY, None, None, None):
        session = person.window.controller.session
        assert session is not None
        assert session.current is not None
        ids.append(session.current.id)
        answer(person, rating, right=False)
        assert reveal.sure.isVisible() is (rating is Confidence.LIKELY)
        person.press(Qt.Key.Key_Return)
    results = person.window.results
    assert results.again.isVisible()
    person.click(results.again)
    session = person.window.controller.session
    assert session is not None
    assert session.current is not None
    assert session.current.id in (ids[1], session.current.twin)
    assert session.number > session.first_tries


def test_first_try_and_retry_are_told_apart(sit_down: Callable[..., Person]) -> None:
    person = sit_down(questions=2)
    person.press(Qt.Key.Key_Return)
    for _ in range(2):
        person.press(VERDICT_KEYS[person.right().other], Qt.Key.Key_Return)
    person.click(person.window.results.again)
    for _ in range(2):
        person.press(VERDICT_KEYS[person.right()], Qt.Key.Key_Return)
    results = person.window.results
    assert results.figure.accessibleName() == "Right at the first try: 0 of 2 answered"
    assert results.retried.text() == "When tried again: 2 of 2 right"


def test_calibration_is_told_from_ten_ratings_on(sit_down: Callable[..., Person]) -> None:
    person = sit_down(confidence=True, questions=10)
    person.press(Qt.Key.Key_Return)
    while person.phase is not Phase.FINISHED:
        answer(person, Confidence.LIKELY, right=True)
        person.press(Qt.Key.Key_Return)
    card = person.window.results.calibration
    session = person.window.controller.session
    assert session is not None
    rated = len(session.answers)
    assert card.isVisibleTo(person.window.results) is (rated >= 10)
    if rated >= 10:
        sentence = f"When you said “Very sure” you were right {rated} out of {rated} times."
        assert card.sentence.text() == sentence
        assert card.picture.accessibleName() == sentence
        assert card.match.text() == "All in all: sure and right go well together."
        person.click(card.more)
        assert card.figures.text().startswith("Brier score 0.01:")


def test_calling_everything_a_myth_is_said_plainly(sit_down: Callable[..., Person]) -> None:
    person = sit_down(questions=8)
    person.press(Qt.Key.Key_Return)
    while person.phase is not Phase.FINISHED:
        person.press(VERDICT_KEYS[Verdict.MYTH], Qt.Key.Key_Return)
    session = person.window.controller.session
    assert session is not None
    said = person.window.results.leaning.text()
    assert said.startswith("Nearly every answer was “myth”.") is (len(session.answers) >= 6)
