"""Every view of the window, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from sitting import VERDICT_KEYS, Person

from quiz.model.session import Phase


def every_view(person: Person) -> Iterator[str]:
    """Bring the window to each of its views, and name it."""
    window = person.window
    yield "start"
    window.asides.show_support()
    yield "support"
    window.asides.show_safety()
    yield "safety"
    window.asides.show_remember()
    yield "remember"
    window.asides.show_problems()
    yield "problems"
    window.show_mishap()
    yield "mishap"
    window.controller.drop()
    window.bar.adjust.click()
    yield "preferences"
    window.bar.adjust.click()
    person.press(Qt.Key.Key_Return)
    noted = False
    while person.phase is not Phase.FINISHED:
        if person.phase is Phase.NOTED:
            noted = True
            yield "content note"
            person.press(Qt.Key.Key_Return)
        yield "question"
        person.press(VERDICT_KEYS[person.right()])
        yield "reveal"
        person.press(Qt.Key.Key_Return)
    assert noted
    yield "results"
    window.asides.show_sources()
    yield "sources"
