"""Coming back another day: only after a yes that names the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from sitting import VERDICT_KEYS, Person

from quiz.model.session import Phase

TODAY = date(2026, 11, 25)


def open_at(sit_down: Callable[..., Person], day: date, path: Path | None = None) -> Person:
    """The window on `day`, keeping `path` if one is named."""
    person = sit_down()
    person.window.memory._today = lambda: day
    if path is not None:
        assert person.window.keep_in(path) == ""
    return person


def play(person: Person, *, right: bool) -> list[str]:
    """Play a round, all right or all missed; the ids in the order in which they came."""
    person.press(Qt.Key.Key_Return)
    came = []
    while person.phase is not Phase.FINISHED:
        session = person.window.controller.session
        assert session is not None
        assert session.current is not None
        came.append(session.current.id)
        verdict = person.right() if right else person.right().other
        person.press(VERDICT_KEYS[verdict], Qt.Key.Key_Return)
    return came


def test_nothing_is_kept_without_a_yes(sit_down: Callable[..., Person], tmp_path: Path) -> None:
    person = open_at(sit_down, TODAY)
    play(person, right=False)
    assert person.window.memory.path is None
    assert list(tmp_path.iterdir()) == []


def test_a_yes_names_the_file_and_deleting_removes_it(
    sit_down: Callable[..., Person], tmp_path: Path
) -> None:
    person = open_at(sit_down, TODAY)
    person.click(person.window.start.remember)
    screen = person.window.asides.remember
    assert screen.state.text() == "Nothing is kept."
    file = tmp_path / "notes.db"
    screen.path.setText(str(file))
    person.click(screen.keep)
    assert screen.state.text() == f"Kept in {file}. Due today: 0."
    assert file.exists()
    person.click(screen.delete)
    assert screen.state.text() == (
        "The file was overwritten and removed. Copies in a backup or a snapshot, and what a "
        "solid-state drive or a disk's free space still holds of earlier versions, are out of this "
        "program's reach.\nNothing is kept."
    )
    assert list(tmp_path.iterdir()) == []


def test_what_was_missed_is_due_the_next_day_and_comes_first(
    sit_down: Callable[..., Person], tmp_path: Path
) -> None:
    file = tmp_path / "notes.db"
    first = open_at(sit_down, TODAY, file)
    missed = play(first, right=False)
    assert not first.window.start.due.isVisibleTo(first.window.start)
    first.window.close()
    second = open_at(sit_down, TODAY + timedelta(days=1), file)
    assert second.window.start.due.text() == f"Due today: {len(missed)}"
    came = play(second, right=True)
    assert came[0] in missed
    assert len(set(came) & set(missed)) >= len(missed) - 1, "one place is for something new"
    second.window.close()


def test_a_file_that_cannot_be_used_is_said_on_the_screen(
    sit_down: Callable[..., Person], tmp_path: Path
) -> None:
    person = open_at(sit_down, TODAY)
    person.click(person.window.start.remember)
    screen = person.window.asides.remember
    where = tmp_path / "none" / "notes.db"
    screen.path.setText(str(where))
    person.click(screen.keep)
    assert screen.state.text() == (
        f"{where} could not be opened or made. Choose a file in a folder of your own.\n"
        "Nothing is kept."
    )
    person.press(Qt.Key.Key_Escape)
    assert person.window.stack.currentWidget() is person.window.start
