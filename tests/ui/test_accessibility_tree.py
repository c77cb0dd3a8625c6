"""The accessibility tree of every screen: names, roles, and the order of reading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView
from said import belief_line, verdict_line
from sitting import VERDICT_KEYS
from tree import in_order, read_out, visible_nodes

from quiz.model.session import Phase

SCREENS = ("start", "question", "rating", "right", "missed", "skipped", "results", "sources")


def go_to(person, screen: str) -> None:
    """Bring the window to a screen, by keys."""
    window = person.window
    if screen == "start":
        return
    person.press(Qt.Key.Key_Return)
    if screen == "rating":
        person.press(Qt.Key.Key_1)
    elif screen in ("right", "missed"):
        verdict = person.right() if screen == "right" else person.right().other
        person.press(VERDICT_KEYS[verdict])
        if person.phase is Phase.ANSWERED:
            person.press(Qt.Key.Key_4)
    elif screen == "skipped":
        person.press(Qt.Key.Key_3)
    elif screen in ("results", "sources"):
        while person.phase is not Phase.FINISHED:
            person.press(Qt.Key.Key_1, Qt.Key.Key_Return)
        if screen == "sources":
            window.asides.show_sources()


@pytest.fixture(params=SCREENS)
def shown(request, sit_down):
    """Somebody before each of the screens in turn."""
    person = sit_down(confidence=request.param == "rating")
    go_to(person, request.param)
    return person


def test_everything_that_takes_the_focus_has_a_name(shown):
    nameless = [str(n) for n in visible_nodes(shown.window) if n.focusable and not n.name]
    assert not nameless


def test_no_two_buttons_in_sight_share_a_name_unless_they_do_the_same(shown):
    names = [n.name for n in visible_nodes(shown.window) if n.role is QAccessible.Role.Button]
    shared = {name for name in names if names.count(name) > 1 and not name.startswith("Source: ")}
    assert not shared


def test_the_way_out_comes_first_and_is_called_leave_quickly(shown):
    window = shown.window
    buttons = [n.name for n in visible_nodes(window) if n.role is QAccessible.Role.Button]
    assert buttons[0] == "Leave quickly"
    shown.tab_to(window.bar.leave)


def test_what_has_the_focus_says_so_in_the_tree(shown):
    focused = [node for node in visible_nodes(shown.window) if node.focused]
    if isinstance(shown.focus, QAbstractItemView):  # a list shares it with its current row
        assert [node.role.name for node in focused] == ["List", "ListItem"]
    else:
        assert len(focused) == 1
        assert focused[0].name == (shown.focus.accessibleName() or shown.focus.text())


def test_the_start_screen_reads_in_order(sit_down):
    person = sit_down()
    in_order(
        read_out(person.window),
        "Leave quickly",
        "You have heard it.",
        "Short statements",
        "Start",
        "Nothing is stored",
        "This round",
        "Topics",
        "All 3 topics",
        "Choose topics",
        "Questions",
        "Ask how sure I am",
        "All sources (3)",
    )


def test_a_question_reads_statement_then_the_three_answers(sit_down):
    person = sit_down()
    go_to(person, "question")
    question = person.window.controller.session.current
    found = read_out(person.window)
    in_order(found, "1 of 4", "Is this a myth or a reality?", question.statement)
    places = [found.index(name) for name in (question.statement, "Myth", "Reality", "Skip")]
    assert places == sorted(places)


@pytest.mark.parametrize("size", [(1280, 720), (820, 720)], ids=["wide", "narrow"])
@pytest.mark.parametrize("how", ["right", "missed", "skipped"])
def test_a_reveal_reads_verdict_parts_evidence_and_the_way_on(sit_down, how, size):
    person = sit_down(size=size)
    go_to(person, how)
    question = person.window.controller.session.current
    found = read_out(person.window)
    outcome = {"right": "Right: you", "missed": "Not this time", "skipped": "Skipped"}[how]
    in_order(
        found,
        outcome,
        verdict_line(question),
        question.detail,
        belief_line(question),
        question.why,
        question.takeaway,
        "Who says so?",
        question.citations[0].source.title,
        question.citations[0].supports,
        "Where: ",
        "Last checked in November 2026",
        "Copy citation",
        "Next",
    )


def test_before_the_answer_nothing_of_it_can_be_read(sit_down):
    person = sit_down()
    go_to(person, "right")
    person.press(Qt.Key.Key_Return)
    question = person.window.controller.session.current
    text = "\n".join(read_out(person.window))
    assert question.statement in text
    assert question.fact not in text
    assert "Who says so?" not in text
    first = person.window.controller.session.answers[0].question
    assert first.fact not in text


def test_the_other_screens_are_marked_invisible(sit_down):
    person = sit_down()
    go_to(person, "results")
    found = read_out(person.window)
    assert "Start" not in found
    assert "Myth" not in found
    assert "Next" not in found
    assert {"New round", "Choose topics"} <= set(found)


def test_the_results_read_scores_facts_then_what_can_be_done(sit_down):
    person = sit_down()
    person.play_with_keys(right=False)
    found = read_out(person.window)
    in_order(
        found,
        "Right at the first try: 0 of 4 answered",
        "myths caught",
        "facts accepted",
        "What you can take away",
        person.window.controller.session.answers[0].question.fact,
        "Source: ",
        "Try the 4 missed again",
        "New round",
    )


def test_what_has_the_focus_at_the_results_says_the_whole_score(sit_down):
    """Orca read "of 4 answered" and nothing of how many were right."""
    person = sit_down()
    person.play_with_keys(right=False)
    assert person.focus.accessibleName() == "Right at the first try: 0 of 4 answered"


def test_a_button_can_be_pressed_through_the_tree(sit_down, qtbot):
    person = sit_down()
    interface = QAccessible.queryAccessibleInterface(person.window.start.start)
    with qtbot.waitSignal(person.window.controller.changed):
        interface.actionInterface().doAction("Press")
    assert person.phase is Phase.ASKING


def test_a_code_says_what_it_is_to_those_who_cannot_see_it(sit_down):
    person = sit_down(questions=8)
    go_to(person, "right")
    while not person.window.question.reveal.evidence._qr.isVisible():
        person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    names = [node.name for node in visible_nodes(person.window)]
    assert any(name.startswith("QR code of https://") for name in names)


class TestTabOrder:
    """Tab follows the order of reading, and begins with the way out."""

    def stops(self, person) -> list[str]:
        person.tab_to(person.window.bar.leave)
        found = []
        while not found or person.focus is not person.window.bar.leave:
            found.append(person.focus.accessibleName() or person.focus.text())
            person.press(Qt.Key.Key_Tab)
            assert len(found) < 100
        return found

    def test_on_a_question(self, sit_down):
        person = sit_down()
        go_to(person, "question")
        statement = person.window.controller.session.current.statement
        assert self.stops(person) == [
            "Leave quickly",
            "Aa: text size and colours",
            statement,
            "Myth",
            "Reality",
            "Skip",
        ]

    @pytest.mark.parametrize("size", [(1280, 720), (820, 720)], ids=["wide", "narrow"])
    def test_on_a_reveal(self, sit_down, size):
        person = sit_down(size=size)
        go_to(person, "right")
        assert self.stops(person)[2:] == [
            person.window.question.reveal._banner.line.accessibleName(),
            "Copy citation",
            "Open in browser",
            "Next",
        ]

    def test_on_the_start_screen(self, sit_down):
        person = sit_down()
        assert self.stops(person)[:5] == [
            "Leave quickly",
            "Aa: text size and colours",
            "Start",
            "Choose topics",
            "4",
        ]
