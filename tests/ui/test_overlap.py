"""No text is cut, broken or covered: every screen, 100 and 200 %, small and large, both ways."""

from __future__ import annotations

import pytest
from overlap import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sitting import settle

from quiz.model.session import Phase, Session
from quiz.paths import CONTENT
from quiz.ui.widgets.text import Text

SIZES = [(1280, 720), (1920, 1080)]


def every_screen(person):
    """Go through the screens by keys; say the name of each."""
    window = person.window
    yield "start"
    window.bar.adjust.click()
    settle()
    yield "start with preferences"
    window.bar.adjust.click()
    person.press(Qt.Key.Key_Return)
    while window.controller.session.current.id != "night-long":
        person.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    yield "question"
    person.press(Qt.Key.Key_1)
    yield "rating"
    person.press(Qt.Key.Key_3)
    yield "missed"
    while person.phase is not Phase.FINISHED:
        person.press(Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_1)
        if person.phase is Phase.REVEALED and person.right().value == "reality":
            yield "right"
    yield "results"
    window.asides.show_sources()
    settle()
    yield "sources"
    for name in ("problems", "support", "safety", "remember"):
        getattr(window.asides, f"show_{name}")()
        settle()
        yield name
    window.pause()
    settle()
    yield "paused"


def all_faults(person) -> list[str]:
    return [f"{name}: {fault}" for name in every_screen(person) for fault in faults(person.window)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_is_cut(sit_down, size, text_size):
    person = sit_down(size=size, text_size=text_size, questions=8, confidence=True)
    assert all_faults(person) == []


def test_nothing_is_cut_in_the_smallest_window(sit_down):
    person = sit_down(size=(700, 600), questions=8, confidence=True)
    assert all_faults(person) == []


def test_nothing_is_cut_when_the_text_grows_in_the_middle(sit_down):
    person = sit_down(questions=8, confidence=True)
    found = []
    for name in every_screen(person):
        for _ in range(4):
            person.press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
        found += [f"{name}: {fault}" for fault in faults(person.window)]
        person.press(Qt.Key.Key_0, modifier=Qt.KeyboardModifier.ControlModifier)
        found += [f"{name}, back: {fault}" for fault in faults(person.window)]
    assert found == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_right_to_left_nothing_is_cut_and_the_way_out_is_at_the_line_end(
    sit_down, right_to_left, text_size
):
    person = sit_down(text_size=text_size, questions=8, confidence=True)
    window = person.window
    found = []
    for name in every_screen(person):
        found += [f"{name}: {fault}" for fault in faults(window)]
        assert window.bar.leave.x() < window.bar.adjust.x() < window.width() / 2
    assert found == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_words_that_are_longer_fit(sit_down, longer_words, text_size):
    person = sit_down(text_size=text_size, questions=8, confidence=True)
    assert person.window.start.start.text() == "Stärt ä"
    assert all_faults(person) == []


def test_no_statement_needs_scrolling_at_double_size_asked_or_rated(sit_down):
    """200 % in 1280x720: the statement, the answers and the rating are seen together."""
    person = sit_down(content=CONTENT, text_size=200, confidence=True)
    window = person.window
    questions = sorted(window.reading.rounds.pack.questions, key=lambda q: -len(q.statement))
    sizes = set()
    for question in questions[:12]:
        session = Session.of((question,), asks_confidence=True)
        window.controller.start(session.proceed() if session.phase is Phase.NOTED else session)
        settle()
        ask = window.question.ask
        for phase in (Phase.ASKING, Phase.ANSWERED):
            assert person.phase is phase
            assert ask._page.verticalScrollBar().maximum() == 0, question.id
            assert ask.statement.height() >= ask.statement.heightForWidth(ask.statement.width())
            sizes.add(ask.statement._drawn_font().pixelSize())
            person.press(Qt.Key.Key_1)
    assert max(sizes) == 64, "asked, it has its whole size"
    assert min(sizes) >= 51


def test_the_start_screen_needs_no_scrolling(sit_down):
    person = sit_down(content=CONTENT, size=(1280, 800))
    bar = person.window.start._page.verticalScrollBar()
    assert bar.maximum() == 0


class TestTheDetectorItself:
    """A detector that never finds anything proves nothing."""

    @pytest.fixture
    def ground(self, qtbot):
        ground = QWidget()
        qtbot.addWidget(ground)
        ground.resize(300, 200)
        return ground

    def test_it_finds_text_over_text(self, ground):
        for left in (0, 40):
            Text("Some words", ground).setGeometry(left, 0, 120, 60)
        ground.show()
        assert any("overlap" in fault for fault in faults(ground))

    def test_it_finds_a_low_text(self, ground):
        Text("Some words that need more than one line", ground).setGeometry(0, 0, 100, 20)
        ground.show()
        assert any("too low" in fault for fault in faults(ground))

    def test_it_finds_a_broken_word(self, ground):
        Text("Extraordinarily", ground).setGeometry(0, 0, 40, 200)
        ground.show()
        assert any("breaks" in fault for fault in faults(ground))

    def test_it_finds_text_outside(self, ground):
        Text("Words", ground).setGeometry(280, 0, 100, 40)
        ground.show()
        assert any("runs out at the side" in fault for fault in faults(ground))

    def test_it_finds_nothing_where_nothing_is(self, ground):
        column = QVBoxLayout(ground)
        column.addWidget(Text("Words"))
        column.addWidget(Text("Other words that take more room than these"))
        ground.show()
        assert faults(ground) == []
