"""How a visitor's pages use the glass: large where there is room, few where there is little."""

from __future__ import annotations

import pytest
from visiting import GLASSES, Visitor, clean, visitor_at

from quiz import paths
from quiz.model.citation import short_reference
from quiz.model.glass import ANSWER_MM, Glass
from quiz.model.question import Pack
from quiz.model.session import Session
from quiz.packs.shelf import open_shelf
from quiz.ui.screens.kiosk.visit_setter import MIDDLE
from quiz.ui.widgets.buttons import Button, MainButton, VerdictButton
from quiz.ui.words import round_in_words

SIZES = [(glass, large) for glass in GLASSES for large in (True, False)]
IDS = [f"{glass}-{'large' if large else 'private'}" for glass, large in SIZES]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack that comes with the program."""
    return open_shelf(paths.CONTENT).read().packs[0]


def ask(visitor: Visitor, *questions) -> None:
    """Ask these, whatever note there is before them."""
    visitor.visit.controller.start(Session.of(questions).past_note())
    clean()


def started(qtbot, pack: Pack, glass: str, *, large: bool = True) -> Visitor:
    visitor = visitor_at(qtbot, [pack], glass, large=large)
    visitor.touch("Start")
    return visitor


def edges(button: Button) -> tuple[int, int]:
    """Where it begins and ends, across."""
    return button.geometry().left(), button.geometry().right()


@pytest.mark.parametrize(("name", "large"), SIZES, ids=IDS)
def test_no_verdict_is_seen_without_who_says_so(qtbot, fonts, pack, name, large):
    visitor = started(qtbot, pack, name, large=large)
    for question in pack.questions[SIZES.index((name, large)) :: 20]:
        ask(visitor, question)
        visitor.visit.controller.answer(question.verdict)
        said = f"Source: {short_reference(question.citations[0].source)}"
        if said not in [part.text for part in visitor.visit.leaves[0].parts]:
            assert name == "least", question.id
        clean()


def test_on_a_small_glass_the_explanation_comes_in_five_pages_at_most(qtbot, fonts, pack):
    visitor = started(qtbot, pack, "small")
    for question in pack.questions[::9]:
        ask(visitor, question)
        visitor.visit.controller.answer(question.verdict)
        leaves = visitor.visit.leaves
        sources = next(
            index
            for index, leaf in enumerate(leaves)
            if any(part.text.startswith("Who says so?") for part in leaf.parts)
        )
        assert sources <= 5, question.id
        assert len({leaf.type for leaf in leaves[1:sources]}) <= 1, question.id
        clean()


def test_where_one_page_is_enough_no_type_is_below_the_large_size(qtbot, fonts, pack):
    for name in ("across", "upright", "large"):
        visitor = started(qtbot, pack, name)
        for question in pack.questions[::40]:
            ask(visitor, question)
            visitor.visit.controller.answer(question.verdict)
            assert all(leaf.type.scale >= 1 for leaf in visitor.visit.leaves), question.id
            clean()
        visitor.visit.close()


@pytest.mark.parametrize("name", ["across", "upright", "large"])
def test_the_type_of_statements_grows_with_the_room_and_is_one_in_a_round(qtbot, fonts, pack, name):
    by_length = sorted(pack.questions, key=lambda question: len(question.statement))
    for large in (True, False):
        visitor = started(qtbot, pack, name, large=large)
        ask(visitor, by_length[0], by_length[-1], by_length[len(by_length) // 2])
        asked, shown = set(), set()
        while visitor.visit.controller.session.current:
            if visitor.visit.controller.session.phase.value == "noted":
                visitor.visit.controller.proceed()
            asked.add(visitor.visit.leaves[0].type.scale)
            visitor.visit.controller.answer(visitor.visit.controller.session.current.verdict)
            shown.add(visitor.visit.leaves[0].type.scale)
            visitor.visit.controller.advance()
            clean()
        assert len(asked) == 1
        assert len(shown) == 1 or name == "upright"  # what shares its page with the reasons
        assert (min(asked) > 1.2) == large
        visitor.visit.close()


def test_the_middle_size_is_between_the_two():
    assert 4.8 < MIDDLE * 7.4 < 7.4


def test_answers_on_an_upright_glass_are_as_wide_as_it_is(qtbot, fonts, pack):
    visitor = started(qtbot, pack, "upright")
    answers = [b for b in visitor.buttons() if isinstance(b, VerdictButton)]
    wide, _, mm = GLASSES["upright"]
    assert len({edges(button) for button in answers}) == 1
    assert all(button.width() > 0.85 * wide for button in answers)
    assert all(button.height() >= Glass(wide, mm).pixels(ANSWER_MM) for button in answers)
    tops = [button.y() for button in answers]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


@pytest.mark.parametrize("name", ["across", "upright", "small", "large"])
def test_the_way_to_the_reasons_is_the_larger_choice_until_they_were_seen(qtbot, fonts, pack, name):
    visitor = started(qtbot, pack, name)
    ask(visitor, pack.questions[0], pack.questions[1])
    visitor.touch("Skip")
    why, on = visitor.find("Why?"), visitor.find("Next")
    assert isinstance(why, MainButton)
    assert not isinstance(on, MainButton)
    assert why.width() >= on.width()
    place = on.geometry()
    while "Source" not in visitor.offered:
        visitor.touch("Why?" if "Why?" in visitor.offered else "More")
        assert visitor.find("Next").geometry() == place
    assert isinstance(visitor.find("Next"), MainButton)
    assert not isinstance(visitor.find("Source"), MainButton)


@pytest.mark.parametrize("name", ["across", "upright", "large"])
def test_the_start_is_as_wide_as_the_page(qtbot, fonts, pack, name):
    visitor = visitor_at(qtbot, [pack], name)
    start, help_ = visitor.find("Start"), visitor.find("Where to get help")
    assert start.width() > 0.85 * GLASSES[name][0]
    assert start.geometry().bottom() < help_.geometry().top()
    assert start.geometry().left() == help_.geometry().left()


@pytest.mark.parametrize("name", list(GLASSES))
def test_what_is_touched_begins_and_ends_where_the_words_do(qtbot, fonts, pack, name):
    visitor = started(qtbot, pack, name)
    ask(visitor, pack.questions[0], pack.questions[1])
    visitor.touch("Myth")
    visit = visitor.visit
    visit.turn(1)
    clean()
    row = [b for b in visitor.buttons() if b.parent() is visit.page]
    words = visit.page.texts[0].geometry().left()
    assert min(edges(button)[0] for button in row) == words
    assert max(edges(button)[1] for button in row) == visit.page.width() - words - 1
    assert visit.bar.status.x() == visit.page.x() + words
    card_ends = visit.page.geometry().right()
    within = 0 if visit.page.x() else words
    assert visit.bar.leave.geometry().right() == card_ends - within


def test_the_length_of_a_round_is_said_in_words(qapp):
    said = "{0} You say myth or reality, and see who says so."
    assert round_in_words(1) == said.format("One statement.")
    assert round_in_words(5) == said.format("Five statements.")
    assert round_in_words(10) == said.format("Ten statements.")
    assert round_in_words(12) == said.format("12 statements.")
