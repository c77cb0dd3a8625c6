"""Every page of a visit on every glass: what is touched, what is read, and what nobody can do."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

import pytest
from overlap import faults
from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QFontMetricsF, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QTextEdit
from visiting import GLASSES, Visitor, clean, cut_words, kinds, visitor_at

from quiz import paths
from quiz.model.age_band import AgeBand
from quiz.model.glass import ANSWER_MM, CAPITALS_MM, GAP_MM, TARGET_MM, Glass, Print
from quiz.model.question import Pack, Question, Verdict
from quiz.model.session import Session
from quiz.packs.shelf import open_shelf
from quiz.ui.widgets.buttons import VerdictButton
from quiz.ui.widgets.text import Caption, Label, Statement

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
EVERY = bool(os.environ.get("EVERY_QUESTION"))
"""Set it to see every question on every glass; else each is seen on one of them."""

SIZES = [(glass, large) for glass in GLASSES for large in (True, False)]
IDS = [f"{glass}-{'large' if large else 'private'}" for glass, large in SIZES]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack that comes with the program."""
    return open_shelf(paths.CONTENT).read().packs[0]


def every_page(visitor: Visitor, questions: list[Question]) -> Iterator[str]:
    """Every page of a whole visit in which `questions` are asked; one after another is missed,
    right, or skipped.
    """
    visit = visitor.visit
    for index in visitor.pages():
        yield f"welcome {index}"
    visitor.touch("Where to get help")
    for index in visitor.pages():
        yield f"help {index}"
    visitor.touch("Close")
    visitor.touch("Start")
    answers = itertools.cycle(("_say_myth", "_say_reality", "skip"))
    visit.controller.start(Session.of(tuple(questions)))
    while (session := visit.controller.session) and (question := session.current):
        clean()
        if session.phase.value == "noted":
            yield f"note of {question.id}"
            visit.controller.proceed()
            clean()
        for index in visitor.pages():
            yield f"{question.id} asked {index}"
        how = next(answers)
        getattr(visit, how, visit.controller.skip)()
        if "show" in [button.property("choice") for button in visitor.buttons()]:
            yield f"{question.id} hidden"
            visit.chosen("show")
        for index in visitor.pages():
            yield f"{question.id} shown {index}"
        visit.controller.advance()
    for index in visitor.pages():
        yield f"results {index}"


def untouchable(visitor: Visitor, glass: Glass) -> list[str]:
    """What is touched and is too small, or too close to another."""
    found, places = [], []
    for button in visitor.buttons():
        area = QRect(button.mapTo(visitor.visit, QPoint(0, 0)), button.size())
        least = glass.pixels(TARGET_MM)
        high = glass.pixels(ANSWER_MM) if isinstance(button, VerdictButton) else least
        if area.width() < least or area.height() < high:
            found.append(f"{button.text()} is {area.size()}")
        places.append((button.text(), area))
    gap = glass.pixels(GAP_MM)
    for (one, here), (other, there) in itertools.combinations(places, 2):
        aside = max(here.left() - there.right(), there.left() - here.right()) - 1
        above = max(here.top() - there.bottom(), there.top() - here.bottom()) - 1
        if max(aside, above) < gap:
            found.append(f"{one} and {other} are {max(aside, above)} apart")
    return found


def unreadable(visitor: Visitor, glass: Glass) -> list[str]:
    """What is smaller than the private size."""
    found = []
    for text in kinds(visitor.visit.page):
        role = Print.CAPTION if isinstance(text, Caption | Label) else Print.TEXT
        high = QFontMetricsF(text.font()).capHeight() * glass.wide_mm / glass.wide
        if high < CAPITALS_MM[role][0] - 0.2:
            found.append(f"{text.text()[:30]!r} has capitals of {high:.1f} mm")
    return found


def some(pack: Pack, name: str, large: bool, step: int) -> list[Question]:
    """Questions for this glass; all glasses together have all of them."""
    return list(pack.questions if EVERY else pack.questions[SIZES.index((name, large)) :: step])


@pytest.mark.slow
@pytest.mark.parametrize(("name", "large"), SIZES, ids=IDS)
def test_every_page_can_be_touched_and_read(qtbot, fonts, pack, name, large):
    wide, _, mm = GLASSES[name]
    visitor = visitor_at(qtbot, [pack], name, large=large, helplines=(LINE,))
    problems, ways_out = [], set()
    for page in every_page(visitor, some(pack, name, large, len(SIZES))):
        found = [fault for fault in faults(visitor.visit) if cut_words(fault)]
        found += untouchable(visitor, Glass(wide, mm)) + unreadable(visitor, Glass(wide, mm))
        problems += [f"{page}: {fault}" for fault in found]
        last = kinds(visitor.visit.page)[-1].text()
        if last.startswith(("A common myth says", "Many people doubt this")):
            problems.append(f"{page} ends on the myth")
        ways_out.add(visitor.visit.bar.leave.geometry().getRect())
    assert problems == []
    assert len(ways_out) == 1


@pytest.mark.slow
@pytest.mark.parametrize(("name", "large"), SIZES, ids=IDS)
def test_all_that_is_known_of_each_question_is_on_its_pages(qtbot, fonts, pack, name, large):
    """Nothing is lost, no page ends on the myth, no type is smaller than the private size."""
    visitor = visitor_at(qtbot, [pack], name, large=large)
    visitor.touch("Start")
    visit = visitor.visit
    problems = []
    for question in some(pack, name, large, 5):
        visit.controller.start(Session.of((question,)).past_note())
        visit.controller.answer(question.verdict.other)
        said = " ".join(part.text for leaf in visit.leaves for part in leaf.parts)
        problems += [
            f"{question.id}: no {part}"
            for part in ("fact", "detail", "myth", "why", "takeaway", "caveat", "more")
            if " ".join(getattr(question, part).split()) not in " ".join(said.split())
        ]
        for index, leaf in enumerate(visit.leaves):
            if leaf.parts[-1].leads:
                problems.append(f"{question.id}: page {index} ends on {leaf.parts[-1].text!r}")
            if not leaf.type.floored:
                problems.append(f"{question.id}: page {index} is smaller than the private size")
        clean()
    assert problems == []


def test_the_three_answers_are_of_one_size(qtbot, fonts, pack):
    for name in GLASSES:
        visitor = visitor_at(qtbot, [pack], name)
        visitor.touch("Start")
        answers = [b for b in visitor.buttons() if isinstance(b, VerdictButton)]
        assert [b.text() for b in answers] == ["Myth", "Reality", "Skip"]
        assert len({b.size().toTuple() for b in answers}) == 1
        assert len({b.font().pixelSize() for b in answers}) == 1
        visitor.visit.close()


def test_the_large_size_is_the_first_and_the_statement_has_nine_millimetres(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], "across")
    visitor.touch("Start")
    (statement,) = (t for t in kinds(visitor.visit.page) if isinstance(t, Statement))
    high = QFontMetricsF(statement.font()).capHeight() * 476 / 1920
    assert high >= 8.9
    visitor.touch("Aa: smaller, more private text")
    (statement,) = (t for t in kinds(visitor.visit.page) if isinstance(t, Statement))
    high = QFontMetricsF(statement.font()).capHeight() * 476 / 1920
    assert 7.3 <= high <= 7.8


def test_a_touch_acts_when_it_is_lifted_and_only_where_it_began(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])
    window = visitor.visit.window().windowHandle()
    left = Qt.MouseButton.LeftButton
    start, help_ = visitor.find("Start"), visitor.find("Where to get help")
    QTest.mousePress(window, left, pos=visitor.place(start))
    assert visitor.visit.controller.session is None
    QTest.mouseRelease(window, left, pos=visitor.place(help_))
    clean()
    assert visitor.visit.controller.session is None
    assert "Nothing you do here is stored." in visitor.texts
    QTest.mousePress(window, left, pos=QPoint(400, 500))
    QTest.mouseRelease(window, left, pos=visitor.place(start))
    clean()
    assert visitor.visit.controller.session is None
    visitor.clock.now += 1
    QTest.mouseClick(window, left, pos=visitor.place(start))
    clean()
    assert visitor.visit.controller.session is not None


def test_a_second_touch_on_the_same_spot_at_once_is_not_heard(qtbot, fonts, pack):
    """R19: the way on lies where the way on of the page before lay."""
    visitor = visitor_at(qtbot, [pack])
    visitor.touch("Start", "Skip")
    number = visitor.visit.controller.session.number
    window = visitor.visit.window().windowHandle()
    visitor.clock.now += 1
    place = visitor.place(visitor.find("Next"))
    for _ in range(2):
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
        clean()
    assert visitor.visit.controller.session.number == number + 1
    assert visitor.visit.controller.session.phase.value in ("asking", "noted")


def test_nothing_can_be_scrolled_selected_copied_or_written(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], helplines=(LINE,))
    for _ in every_page(visitor, list(pack.questions[:3])):
        visit = visitor.visit
        assert visit.findChildren(QAbstractScrollArea) == []
        assert visit.findChildren(QLineEdit) + visit.findChildren(QTextEdit) == []
        assert visit.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
        for text in kinds(visit):
            assert not text.textInteractionFlags() & SELECTABLE
            assert not text.acceptDrops()


@pytest.mark.parametrize(("name", "large"), SIZES, ids=IDS)
def test_a_text_that_is_two_fifths_longer_has_room(qtbot, fonts, pack, name, large):
    """R88, with the longest that there is."""
    from dataclasses import replace

    def longer(text: str) -> str:
        words = text.split()
        return " ".join([*words, *words[: round(len(words) * 0.4)]])

    longest = max(pack.questions, key=lambda q: len(q.statement))
    wordy = max(pack.questions, key=lambda q: len(q.why) + len(q.myth) + len(q.fact))
    questions = [
        replace(
            question,
            **{
                part: longer(getattr(question, part))
                for part in ("statement", "fact", "detail", "myth", "why", "takeaway")
            },
        )
        for question in (longest, wordy)
    ]
    wide, _, mm = GLASSES[name]
    visitor = visitor_at(qtbot, [pack], name, large=large)
    for page in every_page(visitor, questions):
        found = [fault for fault in faults(visitor.visit) if cut_words(fault)]
        found += untouchable(visitor, Glass(wide, mm)) + unreadable(visitor, Glass(wide, mm))
        assert found == [], page


@pytest.mark.parametrize(("name", "large"), SIZES[::2], ids=IDS[::2])
def test_from_right_to_left_everything_is_mirrored(qtbot, fonts, qapp, pack, name, large):
    visitor = visitor_at(qtbot, [pack], name, large=large)
    straight = {b.text(): b.geometry() for b in visitor.buttons()}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        visit = visitor.visit
        visit.renew()
        clean()
        for button in visitor.buttons():
            whole = button.parentWidget().width()
            left = straight[button.text()].left()
            assert button.geometry().right() + 1 == whole - left, button.text()
        for page in every_page(visitor, list(pack.questions[5:8])):
            found = [fault for fault in faults(visit) if cut_words(fault)]
            assert found == [], page
            for text in kinds(visit.page):
                option: QTextOption = text._laid_out(text.contentsRect().width())[0].textOption()
                assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_ages_of_the_site_hold(qtbot, fonts, pack):
    from quiz.model.site import Site

    visitor = visitor_at(qtbot, [pack], site=Site(age_band=AgeBand.YOUNG_TEEN))
    for _ in range(8):
        visitor.visit.chosen("start")
        session = visitor.visit.controller.session
        assert all(AgeBand.YOUNG_TEEN.admits(q.age_band) for q in session.questions)


def _line():
    from datetime import date

    from quiz.model.helpline import HelpFor, Helpline, OnBill, SeenOn

    return Helpline(
        id="sample",
        country="XX",
        name="The sample line for people who would rather talk to somebody at night",
        is_for=(HelpFor.YOUTH, HelpFor.CRISIS, HelpFor.SEXUAL_VIOLENCE),
        channels=("phone",),
        number="0800 123 456 789",
        hours="Day and night on weekdays, from 9 am to 6 pm at the weekend",
        cost="free",
        shows_on_bill=OnBill.NO,
        source="https://example.org",
        verified_on=date(2026, 11, 25),
        verified_by=SeenOn.OWN_PAGE,
        expires_on=date(2027, 11, 25),
        languages=("en", "es", "ar"),
        region="the north of the country",
        min_age=12,
        note="For any crisis or distress, also when somebody worries about another person.",
    )


LINE = _line()


def test_fingers_on_the_glass(qtbot, fonts, pack):
    """Touch reaches the buttons as a pointer does: the first finger acts, a second is not heard,
    and a finger that slides off says nothing.
    """
    device = QTest.createTouchDevice()
    visitor = visitor_at(qtbot, [pack])
    visitor.touch("Start")
    window = visitor.visit.window().windowHandle()
    visitor.clock.now += 1
    myth, skip = (visitor.place(visitor.find(name)) for name in ("Myth", "Skip"))
    for begin, end in ((myth, skip), (myth, QPoint(600, 400)), (QPoint(600, 400), myth)):
        QTest.touchEvent(window, device).press(0, begin).commit()
        QTest.touchEvent(window, device).move(0, end).commit()
        QTest.touchEvent(window, device).release(0, end).commit()
        clean()
        assert visitor.visit.answers == ()
    QTest.touchEvent(window, device).press(0, myth).commit()
    QTest.touchEvent(window, device).stationary(0).press(1, skip).commit()
    QTest.touchEvent(window, device).stationary(0).release(1, skip).commit()
    assert visitor.visit.answers == ()
    QTest.touchEvent(window, device).release(0, myth).commit()
    clean()
    assert [answer.given for answer in visitor.visit.answers] == [Verdict.MYTH]


class Wordy(QTranslator):
    """A language in which everything that the program says is two fifths longer."""

    def isEmpty(self) -> bool:  # noqa: N802  (Qt asks)
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        if context not in ("Visit", "Words", "SupportScreen"):
            return ""
        more = max(1, round(len(source) * 0.4))
        return source + ("x" * more if len(source) <= 12 else " longer" * -(-more // 7))


@pytest.mark.parametrize(("name", "large"), SIZES, ids=IDS)
def test_words_of_the_program_that_are_two_fifths_longer_have_room(
    qtbot, fonts, qapp, pack, name, large
):
    """R88, on buttons and in the bar."""
    wide, _, mm = GLASSES[name]
    visitor = visitor_at(qtbot, [pack], name, large=large)
    visitor.touch("Where to get help", "Close", "Start")
    translator = Wordy()
    qapp.installTranslator(translator)
    try:
        noted = next(q for q in pack.questions if q.content_note)
        visitor.visit.controller.start(Session.of((noted, pack.questions[7])))
        for choice in (None, "proceed", "myth", "help", "return", "next", "reality", "next"):
            if choice:
                visitor.visit.chosen(choice)
                clean()
            for page in visitor.pages():
                found = [fault for fault in faults(visitor.visit) if cut_words(fault)]
                found += untouchable(visitor, Glass(wide, mm))
                assert found == [], (choice, page)
    finally:
        qapp.removeTranslator(translator)
