"""A whole lesson by touch alone, by keyboard alone, by a remote alone: from the plan to the end."""

from __future__ import annotations

import csv
from functools import partial

import pytest
from class_room import LAPTOP, PROJECTOR, open_class
from finger import Finger
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from quiz.model.lesson_plan import SecondVote, Team
from quiz.model.question import AgeBand, Verdict
from quiz.model.votes import Votes
from quiz.ui.theme import TARGET

K = Qt.Key


@pytest.fixture
def teach(qtbot, fonts, small_pack, tmp_path):
    return partial(open_class, qtbot, small_pack, tmp_path, LAPTOP, PROJECTOR)


def rows_of(folder) -> list[dict[str, str]]:
    (path,) = folder.glob("results-*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def small_targets(console) -> list[str]:
    return [
        f"{button.accessibleName() or button.text()}: {button.width()} × {button.height()}"
        for button in console.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < TARGET
    ]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)], ids=str)
def test_by_touch_alone(teach, size, tmp_path):
    teacher = teach(size=size)
    console, running = teacher.console, teacher.console.running
    finger = Finger(console, teacher.clock)
    planning = console.planning
    too_small = small_targets(console)

    def turn_to(widget):
        """Press the button that turns the page until `widget` is in sight."""
        for _ in range(12):
            place = widget.mapTo(console, widget.rect().center())
            if console.childAt(place) is widget:
                return
            finger.tap(planning.more if planning.isVisible() else running.more)
        raise AssertionError(f"no page shows {widget!r}")

    def tap(widget, times=1):
        turn_to(widget)
        for _ in range(times):
            finger.tap(widget)

    tap(console.bar.adjust)
    too_small += small_targets(console)
    tap(console.look.dark.chips[True])
    tap(console.bar.adjust)
    tap(planning.choices.second.chips[SecondVote.BEFORE_ANSWER])
    tap(planning.choices.teams[Team.BLUE])
    assert console.plan.teams == ()  # one table alone is no team
    tap(planning.choices.teams[Team.RED])
    tap(planning.choices.length.less)
    tap(teacher.button("Take out"))
    tap(teacher.button("Worksheet"))
    assert (tmp_path / "lesson-worksheet.pdf").exists()
    assert console.plan.teams == (Team.BLUE, Team.RED)
    assert len(console.plan.questions) == 1
    tap(planning.start)
    assert teacher.stage == "rules"
    too_small += small_targets(console)
    tap(running.steps["forward"])
    verdict = console.lesson.question.verdict
    counters = running.votes.counters
    tap(counters["myth"].more, 13)  # from not counted to 0 with the first
    tap(counters["reality"].more, 11)
    tap(running.votes.team_chips[Team.BLUE, verdict])
    too_small += small_targets(console)
    tap(running.steps["blank"])
    assert teacher.wall.is_blank
    tap(running.steps["blank"])
    tap(running.steps["forward"])
    tap(counters["myth"].more, 3)
    tap(running.steps["back"])
    tap(running.steps["forward"])
    tap(running.steps["reveal"])
    tap(running.steps["source"])
    assert teacher.wall.sheet.code
    tap(running.steps["end"])
    assert teacher.stage == "signpost"
    too_small += small_targets(console)
    tap(running.end.on_wall)
    assert "Blue table: 1 of 1 right." in teacher.wall.words
    tap(running.end.save)
    tap(console.bar.leave)
    assert teacher.wall.is_blank
    tap(console.cover.go_on)
    tap(running.steps["forward"])
    tap(running.end.plan)
    assert teacher.stage == ""
    (row,) = rows_of(tmp_path)
    right, wrong = ("12", "10") if verdict is Verdict.MYTH else ("10", "12")
    assert (row["right before"], row["wrong before"], row["right after"]) == (right, wrong, "")
    assert too_small == []


def test_by_keyboard_alone(teach, tmp_path):
    teacher = teach(length=4)
    console, running, planning = teacher.console, teacher.console.running, teacher.console.planning
    control = Qt.KeyboardModifier.ControlModifier
    teacher.press(K.Key_Plus, modifier=control)
    assert console.look.look.text_size == 125
    teacher.press(K.Key_0, modifier=control)
    assert console.look.look.text_size == 100
    teacher.tab_to(planning.choices.bands.chips[AgeBand.ADULT])
    teacher.press(K.Key_Space)
    teacher.tab_to(planning.choices.length.field)
    teacher.type("2")
    assert len(console.plan.questions) == 2
    teacher.tab_to(planning.choices.rules.editor)
    teacher.press(K.Key_End, modifier=control)
    teacher.type("\rKnock first.")
    assert console.plan.ground_rules[-1] == "Knock first."
    teacher.tab_to(planning.preview.list)
    first, second = console.plan.questions
    teacher.press(K.Key_Down)
    teacher.tab_to(teacher.button("Earlier"))
    teacher.press(K.Key_Return)
    assert console.plan.questions == (second, first)
    teacher.tab_to(teacher.button("Save plan"))
    teacher.press(K.Key_Space)
    assert planning.notice.text() == f"Saved: {tmp_path / 'lesson.yaml'}."
    teacher.tab_to(planning.start)
    teacher.press(K.Key_Return)
    assert teacher.stage == "rules"
    teacher.press(K.Key_Space, K.Key_M)
    teacher.type("21")
    teacher.press(K.Key_Return)
    teacher.type("11")
    teacher.press(K.Key_Return)
    teacher.press(K.Key_Return)
    assert teacher.focus is running.head
    assert console.lesson.counted[0].first == Votes(21, 11)
    teacher.press(K.Key_A, K.Key_S, K.Key_Right, K.Key_X, K.Key_Period, K.Key_Period)
    assert teacher.stage == "vote"
    teacher.press(K.Key_A, K.Key_E)
    assert teacher.stage == "signpost"
    teacher.press(K.Key_T)
    teacher.tab_to(running.end.save)
    teacher.press(K.Key_Return)
    assert running.notice.text().startswith(f"Saved: {tmp_path}")
    assert [row["question"] for row in rows_of(tmp_path)] == [second, first]
    assert {rows_of(tmp_path)[0]["right before"], rows_of(tmp_path)[0]["wrong before"]} == {
        "21",
        "11",
    }
    teacher.press(K.Key_PageDown, K.Key_PageDown)  # the results lie over the page
    assert teacher.stage == "finished"


def test_by_a_remote_alone(teach):
    teacher = teach(length=3, second_vote=SecondVote.AFTER_ANSWER)
    # What remotes send: F5 and Escape from one button, Page Down, Page Up, full stop or B.
    teacher.press(K.Key_F5)
    seen = [teacher.stage]
    while teacher.stage != "finished":
        if teacher.stage == "vote":
            teacher.press(K.Key_Period)
            assert teacher.wall.is_blank
            teacher.press(K.Key_F5)  # the start button again: the wall is back
            assert not teacher.wall.is_blank
            teacher.press(K.Key_Escape)
            teacher.press(K.Key_PageUp, K.Key_PageDown)
        assert QApplication.focusWidget() is teacher.console.running.head
        teacher.press(K.Key_PageDown)
        seen.append(teacher.stage)
    assert seen == ["rules", *["vote", "answer", "why", "vote again"] * 3, "signpost", "finished"]
