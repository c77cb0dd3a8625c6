"""Whole rounds through the real window: by keyboard alone, and by mouse alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from small_pack import TOPICS

from quiz.model.question import Verdict
from quiz.model.score import Score
from quiz.model.session import Phase


def facts_shown(window) -> list[str]:
    """The facts of the results list, from top to bottom."""
    return [row.fact.text() for row in window.results.rows if row.fact.isVisible()]


def test_a_round_by_keyboard_alone(sit_down):
    person = sit_down(questions=4)
    window = person.window
    assert person.focus is window.start.start
    person.press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.question
    assert person.focus is window.question.ask.statement

    # Letters and figures say the same; one is skipped; one is missed.
    verdicts = []
    for number in range(4):
        verdict = person.right()
        verdicts.append(verdict)
        if number == 0:
            person.press(Qt.Key.Key_M if verdict is Verdict.MYTH else Qt.Key.Key_R)
        elif number == 1:
            person.press(Qt.Key.Key_S)
        elif number == 2:
            person.press(Qt.Key.Key_2 if verdict is Verdict.MYTH else Qt.Key.Key_1)
        else:
            person.press(Qt.Key.Key_1 if verdict is Verdict.MYTH else Qt.Key.Key_2)
        assert person.phase is Phase.REVEALED
        line = person.focus
        assert line.accessibleName().endswith(f"{window.question.reveal._banner.line.text()}")
        assert window.question.reveal.next.text() == ("Results" if number == 3 else "Next")
        person.press(Qt.Key.Key_Space if number % 2 else Qt.Key.Key_Return)

    assert person.phase is Phase.FINISHED
    assert window.stack.currentWidget() is window.results
    score = Score.of(window.controller.session.answers)
    assert (score.right, score.answered, score.skipped) == (2, 3, 1)
    assert person.focus.accessibleName() == "Right at the first try: 2 of 3 answered"

    # Missed first, skipped last; the missed one comes again.
    missed, skipped = (window.controller.session.answers[i].question.fact for i in (2, 1))
    assert facts_shown(window)[0] == missed
    assert facts_shown(window)[-1] == skipped
    person.tab_to(window.results.again)
    person.press(Qt.Key.Key_Return)
    assert person.phase is Phase.ASKING
    assert person.right() is verdicts[2]
    person.press(Qt.Key.Key_1 if verdicts[2] is Verdict.MYTH else Qt.Key.Key_2, Qt.Key.Key_Return)
    assert person.phase is Phase.FINISHED
    assert window.results.retried.text() == "When tried again: 1 of 1 right"
    assert not window.results.again.isVisible()

    # And a new round.
    person.tab_to(window.results.new_round)
    person.press(Qt.Key.Key_Space)
    assert person.phase is Phase.ASKING
    assert person.answers == ()


def test_a_round_by_mouse_alone(sit_down):
    person = sit_down(questions=4)
    window = person.window
    person.click(person.button("Start"))
    for number in range(4):
        verdict = person.right()
        name = "Skip" if number == 1 else "Myth" if verdict is Verdict.MYTH else "Reality"
        person.click(person.button(name))
        assert person.phase is Phase.REVEALED
        person.click(person.button("Results" if number == 3 else "Next"))
    assert person.phase is Phase.FINISHED
    assert window.results.figure.text() == "3"
    assert window.results.answered.text() == "of 3 answered"
    person.click(person.button("New round"))
    assert person.phase is Phase.ASKING


def test_choices_by_mouse_leave_a_topic_out_and_set_the_length(sit_down):
    person = sit_down(questions=4)
    window = person.window
    topics = window.start.topics
    assert topics.summary.text() == "All 3 topics"
    person.click(person.button("Choose topics"))
    person.click(person.button("Dreams"))
    assert topics.summary.text() == "2 of 3 topics"
    assert not topics.all_topics.isChecked()
    person.click(person.button("Done"))
    assert not topics.all_topics.isVisible()
    person.click(person.button("5"))
    person.click(person.button("Start"))
    session = window.controller.session
    assert len(session.questions) == 5
    assert "dreams" not in {question.topic for question in session.questions}


def test_without_a_topic_there_is_no_start_and_all_come_back_at_one_press(sit_down):
    person = sit_down(questions=4)
    start = person.window.start
    person.tab_to(start.topics.choose)
    person.press(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    assert person.focus is start.topics.all_topics, "what opens is the next stop"
    for title in TOPICS.values():
        person.press(Qt.Key.Key_Tab)
        assert person.focus.text() == title
        person.press(Qt.Key.Key_Space)
    assert start.topics.summary.text() == "0 of 3 topics"
    assert not start.start.isEnabled()
    person.click(start.topics.all_topics)
    assert start.topics.summary.text() == "All 3 topics"
    assert start.start.isEnabled()
    assert start.choices.topics is None


def test_choices_by_keyboard_and_back_to_them_from_the_results(sit_down):
    person = sit_down(questions=4)
    window = person.window
    person.tab_to(person.button("4"))  # one stop for the group; the arrows choose in it
    person.press(Qt.Key.Key_Right)
    assert person.focus is person.button("5")
    person.tab_to(window.start.start)
    person.play_with_keys()
    assert len(person.answers) == 5
    person.tab_to(window.results.to_start)
    person.press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.start
    assert person.focus is window.start.start
    assert window.controller.session is None


def test_leaving_out_every_topic_closes_start_until_one_is_back(sit_down):
    person = sit_down()
    person.click(person.button("Choose topics"))
    for name in TOPICS.values():
        person.click(person.button(name))
    assert not person.window.start.start.isEnabled()
    person.window.start.setFocus()
    person.press(Qt.Key.Key_Return)
    assert person.phase is None
    person.click(person.button("Naps"))
    assert person.window.start.start.isEnabled()


def test_confidence_is_a_second_step_in_the_same_view(sit_down):
    person = sit_down(questions=4, confidence=True)
    window = person.window
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    assert person.phase is Phase.ANSWERED
    assert window.question.ask.rating.isVisible()
    assert person.focus is window.question.ask.rating.question
    person.press(Qt.Key.Key_3)
    assert person.phase is Phase.REVEALED
    person.press(Qt.Key.Key_Return, Qt.Key.Key_2)
    person.click(person.button("Just show me"))
    assert person.phase is Phase.REVEALED
    assert [a.confidence is None for a in window.controller.session.answers] == [False, True]


def test_a_content_note_is_a_choice_between_two_ways_of_equal_weight(sit_down, noted_pack):
    person = sit_down(content=noted_pack, questions=8)
    window = person.window
    person.press(Qt.Key.Key_Return)
    while person.phase is not Phase.NOTED:
        person.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    note = window.question.note
    assert note.note.text() == "Speaks of bad dreams."
    assert person.focus is note.note
    assert note.proceed.size() == note.skip.size()
    before = len(person.answers)
    person.click(person.button("Skip these"))
    assert set(person.answers[before:]) == {None}


def test_answers_by_touch_are_clicks_like_any_other(sit_down, qtbot):
    from PySide6.QtGui import QPointingDevice
    from PySide6.QtTest import QTest

    person = sit_down()
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    place = person.place(person.button("Start"))
    handle = person.window.windowHandle()
    QTest.touchEvent(handle, device).press(0, place, handle).commit()
    QTest.touchEvent(handle, device).release(0, place, handle).commit()
    QApplication.processEvents()
    assert person.phase is Phase.ASKING
