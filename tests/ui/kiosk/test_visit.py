"""One visitor, from the first page to "I'm done"."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication
from said import verdict_line
from visiting import Visitor, clean, visitor_at

from quiz.model.question import Pack, Question, Term, Verdict
from quiz.model.session import Phase, Session
from quiz.model.site import Site
from quiz.packs.shelf import open_shelf
from quiz.ui.widgets.banner import Banner
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.qr import QrCode
from quiz.ui.widgets.text import Statement

ALWAYS = ["Aa: smaller, more private text", "I'm done"]


@pytest.fixture
def pack(small_pack) -> Pack:
    return open_shelf(small_pack).read().packs[0]


@pytest.fixture
def noted(noted_pack) -> Pack:
    return open_shelf(noted_pack).read().packs[0]


def play(visitor: Visitor, *questions: Question) -> None:
    """Ask these, past the first page."""
    if visitor.visit.controller.session is None:
        visitor.touch("Start")
    visitor.visit.controller.start(Session.of(questions))
    clean()


def of(pack: Pack, verdict: Verdict) -> list[Question]:
    return [question for question in pack.questions if question.verdict is verdict]


def right(visitor: Visitor) -> str:
    """What to touch so as to be right."""
    return visitor.visit.controller.session.current.verdict.value.capitalize()


def missing(visitor: Visitor) -> str:
    """What to touch so as to miss."""
    return visitor.visit.controller.session.current.verdict.other.value.capitalize()


# A whole visit


def test_a_whole_visit_by_touch_alone(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], site=Site(questions=4))
    visit = visitor.visit
    assert "Nothing you do here is stored." in visitor.texts
    assert visitor.offered == ["Start", "Where to get help", *ALWAYS]
    visitor.touch("Start")
    assert visit.bar.status.text() == "1 of 4"
    for number in range(1, 5):
        assert visitor.offered == ["Myth", "Reality", "Skip", *ALWAYS]
        visitor.touch(missing(visitor) if number == 1 else right(visitor))
        assert visit.bar.status.text().startswith(f"{number} of 4. Right: {number - 1} of {number}")
        visitor.touch("Results" if number == 4 else "Next")
    assert "3 of 4 answered" in visitor.texts
    assert "2 of 2 myths caught" in visitor.texts or "1 of 2 myths caught" in visitor.texts
    visitor.touch("Try the missed one again")
    visitor.touch(right(visitor), "Results")
    assert "When tried again: 1 of 1 right" in visitor.texts
    assert "Try the missed one again" not in visitor.offered
    visitor.touch("New round")
    assert visit.bar.status.text() == "1 of 4"
    assert len(visit.answers) == 5
    with qtbot.waitSignal(visit.done):
        visitor.touch("I'm done")


def test_where_there_are_counts_that_is_said(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], site=Site(counts="/somewhere/counts.db"))
    assert (
        "Nothing about you is stored: only how many people, ten or more together, had each "
        "statement right."
    ) in visitor.texts
    assert "Nothing you do here is stored." not in visitor.texts


def test_the_round_is_as_long_as_the_site_wants(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], site=Site(questions=3))
    assert "Three statements. You say myth or reality, and see who says so." in visitor.texts
    visitor.touch("Start")
    assert len(visitor.visit.controller.session.questions) == 3


def test_only_topics_of_the_site_are_asked(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], site=Site(topics=("naps",)))
    visitor.touch("Start")
    asked = visitor.visit.controller.session.questions
    assert {question.topic for question in asked} == {"naps"}


def test_three_missed_at_most_come_again_and_once(qtbot, fonts, pack):
    """What KIOSK allows: one return, three at a time."""
    visitor = visitor_at(qtbot, [pack])
    play(visitor, *pack.questions[:5])
    for number in range(5):
        visitor.touch(missing(visitor), "Results" if number == 4 else "Next")
    visitor.touch("Try the 3 missed again")
    session = visitor.visit.controller.session
    assert len(session.questions) == 8
    for number in range(3):
        visitor.touch(missing(visitor), "Results" if number == 2 else "Next")
    assert "Try the 2 missed again" in visitor.offered


def test_with_nothing_to_play_there_is_nothing_to_start(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], site=Site(topics=("no-such-topic",)))
    assert visitor.texts[-1] == "There is nothing to play here at the moment."
    assert visitor.offered == ALWAYS
    visitor.press(Qt.Key.Key_Return)
    assert visitor.visit.controller.session is None


# The answer


@pytest.mark.parametrize(
    ("how", "outcome"),
    [
        (right, "Right: you said {0}"),
        (missing, "Not this time: you said {1}"),
        (lambda _: "Skip", "Skipped"),
    ],
    ids=["right", "missed", "skipped"],
)
@pytest.mark.parametrize("verdict", list(Verdict), ids=lambda verdict: verdict.value)
def test_the_answer_begins_with_the_verdict_and_the_fact(qtbot, fonts, pack, how, outcome, verdict):
    question = of(pack, verdict)[0]
    visitor = visitor_at(qtbot, [pack])
    play(visitor, question)
    visitor.touch(how(visitor))
    words = {True: "Myth", False: "Reality"}
    is_myth = verdict is Verdict.MYTH
    said = outcome.format(words[is_myth], words[not is_myth])
    line = verdict_line(question)
    assert visitor.texts[:3] == [said, line, question.detail]
    focus = QApplication.focusWidget()
    assert focus.accessibleName() == f"{said}. {line}"


def test_the_pages_of_an_answer_follow_each_other_and_never_end_on_the_myth(qtbot, fonts, pack):
    question = next(q for q in pack.questions if q.more)
    visitor = visitor_at(qtbot, [pack], "small")
    play(visitor, question)
    visitor.touch(missing(visitor))
    seen = [visitor.words]
    while ways := {"Why?", "More", "Source"} & set(visitor.offered):
        visitor.touch(ways.pop())
        seen.append(visitor.words)
    said = " ".join("\n".join(seen).split())
    places = [
        said.index(part)
        for part in (
            question.fact,
            question.detail,
            question.myth,
            question.why[:40],
            question.takeaway,
            question.caveat[:30],
            "Who says so? 1 of 3",
            "Guideline: strong evidence",
            "Who says so? 3 of 3",
        )
    ]
    assert places == sorted(places)
    assert said.count(question.myth) == 1
    assert not any(page.endswith(f"“{question.myth}”") for page in seen)
    assert "Last checked in October 2026" in said
    assert question.statement not in said
    for page in reversed(seen[:-1]):
        visitor.touch("Back")
        assert visitor.words == page
    assert "Back" not in visitor.offered


def test_next_is_on_each_page_at_the_same_place(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], "small")
    play(visitor, *pack.questions[:2])
    visitor.touch("Myth")
    places = {visitor.find("Next").geometry().getRect() for _ in visitor.pages()}
    assert len(places) == 1


def test_the_code_of_a_source_is_shown(qtbot, fonts, pack):
    question = next(q for q in pack.questions if q.citations[0].source.doi)
    visitor = visitor_at(qtbot, [pack])
    play(visitor, question)
    visitor.touch("Skip")
    visitor.visit.turn(len(visitor.visit.leaves) - 1)
    (code,) = visitor.visit.page.findChildren(QrCode)
    assert code.accessibleName() == f"https://doi.org/{question.citations[0].source.doi}"
    assert code.width() == code.height() >= 34 * 1920 / 476 - 1


def test_words_of_the_glossary_are_explained_where_they_are_met(qtbot, fonts, pack):
    terms = (
        Term("reaction time", "how long it takes to answer"),
        Term("nap", "a short sleep in the day"),
        Term("ice", "not said by itself here"),
    )
    pack = replace(pack, glossary=terms)
    question = replace(pack.questions[0], detail="A nice nap. Its price is small.")
    visitor = visitor_at(qtbot, [pack])
    play(visitor, question)
    visitor.touch("Myth")
    said = "\n".join(visitor.words for _ in visitor.pages())
    assert "What the words mean\nnap\na short sleep in the day" in said
    assert "reaction time" not in said
    assert "not said by itself" not in said


# Notes


def test_a_content_note_comes_first_and_can_be_passed(qtbot, fonts, noted):
    dreams = [q for q in noted.questions if q.topic == "dreams"]
    nap = next(q for q in noted.questions if q.topic == "naps")
    visitor = visitor_at(qtbot, [noted])
    play(visitor, *dreams, nap)
    assert visitor.texts == [
        "What comes next",
        "Speaks of bad dreams.",
        "Either is fine. What is skipped does not count, and needs no reason.",
    ]
    assert not any(q.statement in visitor.words for q in dreams)
    visitor.touch("Skip these")
    assert visitor.visit.controller.session.current is nap
    visitor.touch("Skip", "Results")
    said = "\n".join(visitor.words for _ in visitor.pages())
    assert "3 skipped, which does not count" in said


def test_a_note_on_one_statement_says_so_and_the_key_of_myth_does_not_pass_it(qtbot, fonts, noted):
    dream = next(q for q in noted.questions if q.topic == "dreams")
    visitor = visitor_at(qtbot, [noted])
    play(visitor, dream)
    assert visitor.texts[0] == "The next statement"
    assert {"Continue", "Skip it"} <= set(visitor.offered)
    visitor.press(Qt.Key.Key_1)
    assert visitor.texts[0] == "The next statement"
    visitor.press(Qt.Key.Key_Return)
    assert dream.statement in visitor.texts


def test_what_was_skipped_after_a_note_is_offered_not_shown(qtbot, fonts, noted):
    """R4."""
    dream = next(q for q in noted.questions if q.topic == "dreams")
    visitor = visitor_at(qtbot, [noted])
    play(visitor, dream)
    visitor.touch("Continue")
    assert dream.statement in visitor.texts
    visitor.touch("Skip")
    assert dream.fact not in visitor.words
    assert {"Show the fact", "Get help", "Results"} <= set(visitor.offered)
    visitor.touch("Show the fact")
    assert any(dream.fact in words for words in visitor.texts)


# Help


def test_help_is_reached_and_left_and_what_was_there_is_there_again(qtbot, fonts, noted):
    dream = next(q for q in noted.questions if q.topic == "dreams")
    visitor = visitor_at(qtbot, [noted], "small")
    play(visitor, dream)
    visitor.touch("Continue", "Myth")
    visitor.touch("Why?" if "Why?" in visitor.offered else "More")
    before = visitor.words
    visitor.touch("Get help")
    assert visitor.texts[:2] == ["Where to get help", "In danger: call the local emergency number."]
    assert visitor.visit.reading
    visitor.touch("Close")
    assert visitor.words == before


# Sizes


def test_the_private_size_is_one_touch_away_on_every_page(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])

    def size() -> int:
        return visitor.visit.page.texts[-1].font().pixelSize()

    for touched in ((), ("Start",), ("Myth",), ("Why?",)):
        visitor.touch(*touched)
        large, words = size(), visitor.words
        visitor.touch("Aa: smaller, more private text")
        assert size() < large
        assert set(words.split("\n")) <= set(visitor.words.split("\n"))
        visitor.touch("Aa: larger text")
        assert (size(), visitor.words) == (large, words)


def test_a_new_visit_begins_in_the_large_size(qtbot, fonts, pack, qapp):
    visitor = visitor_at(qtbot, [pack])
    first = qapp.font().pixelSize()
    visitor.touch("Aa: smaller, more private text")
    assert qapp.font().pixelSize() < first
    visitor.visit.drop()
    assert qapp.font().pixelSize() == first


# Keys


@pytest.mark.parametrize(
    ("key", "given"),
    [
        (Qt.Key.Key_1, Verdict.MYTH),
        (Qt.Key.Key_M, Verdict.MYTH),
        (Qt.Key.Key_2, Verdict.REALITY),
        (Qt.Key.Key_R, Verdict.REALITY),
        (Qt.Key.Key_3, None),
        (Qt.Key.Key_S, None),
    ],
)
def test_keys_answer_where_there_is_a_keyboard(qtbot, fonts, pack, key, given):
    visitor = visitor_at(qtbot, [pack])
    visitor.press(Qt.Key.Key_Return, key)
    session = visitor.visit.controller.session
    assert (session.phase, session.last.given) == (Phase.REVEALED, given)
    visitor.press(Qt.Key.Key_Return)
    assert session.number + 1 == visitor.visit.controller.session.number


def test_a_key_that_is_held_answers_once(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])
    visitor.press(Qt.Key.Key_Return)
    for again in (False, True, True, True):
        key = Qt.Key.Key_M
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "m", again)
        QApplication.sendEvent(QApplication.focusWidget(), press)
    for _ in range(3):
        enter = Qt.Key.Key_Return
        press = QKeyEvent(QEvent.Type.KeyPress, enter, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(QApplication.focusWidget(), press)
    assert len(visitor.visit.answers) == 1
    assert visitor.visit.controller.session.phase is Phase.REVEALED


def test_shift_three_times_is_done(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])
    visitor.touch("Start")
    with qtbot.waitSignal(visitor.visit.done):
        visitor.press(Qt.Key.Key_Shift, Qt.Key.Key_Shift, Qt.Key.Key_Shift)


def test_tab_goes_through_what_can_be_touched(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])
    visitor.touch("Start")
    met = []
    for _ in range(8):
        visitor.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if isinstance(focus, Button):
            met.append(focus.text())
    assert {"Myth", "Reality", "Skip", "Aa", "I'm done"} <= set(met)


# What the window asks for


def test_pages_that_take_longer_to_read_say_so(qtbot, fonts, noted):
    dream = next(q for q in noted.questions if q.topic == "dreams")
    visitor = visitor_at(qtbot, [noted])
    reading = [visitor.visit.reading]
    play(visitor, dream)
    for name in ("Continue", "Myth", "Results"):
        reading.append(visitor.visit.reading)
        visitor.touch(name)
    reading.append(visitor.visit.reading)
    assert reading == [False, False, False, True, True]


def test_every_page_is_told_of(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])
    for name in ("Where to get help", "Close", "Aa: smaller, more private text", "Start", "Skip"):
        with qtbot.waitSignal(visitor.visit.page_changed):
            visitor.touch(name)
        assert visitor.visit.page.isVisible()


def test_the_answers_of_all_rounds_are_there_for_the_counts(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack], site=Site(questions=1))
    assert (visitor.visit.answers, visitor.visit.pack_id) == ((), "")
    visitor.touch("Start", "Myth", "Results", "New round", "Skip")
    assert [answer.given for answer in visitor.visit.answers] == [Verdict.MYTH, None]
    assert visitor.visit.pack_id == "sleep"


def test_a_visit_that_was_dropped_is_gone(qtbot, fonts, pack):
    visitor = visitor_at(qtbot, [pack])
    visitor.touch("Start", "Myth", "Why?", "Aa: smaller, more private text", "Next")
    visit = visitor.visit
    gone = [weakref.ref(visit), weakref.ref(visit.controller), weakref.ref(visit.page)]
    session = visit.controller.session
    visit.drop()
    assert visit.answers == ()
    assert visit.controller.session is None
    visit.hide()
    visit.setParent(None)
    visit.deleteLater()
    del visit, visitor.visit
    clean()
    gc.collect()
    assert [ref() for ref in gone] == [None, None, None]
    assert not any(isinstance(found, Banner) for found in gc.get_referrers(session))


def test_a_page_reads_out_in_order(qtbot, fonts, pack):
    """R77: question, answers, skip; then verdict, fact, and the way on."""
    visitor = visitor_at(qtbot, [pack])
    visitor.touch("Start")

    def read_out() -> list[str]:
        found = []

        def walk(node) -> None:
            name = node.text(QAccessible.Text.Name)
            if name and not node.state().invisible:
                found.append(name)
            for index in range(node.childCount()):
                walk(node.child(index))

        walk(QAccessible.queryAccessibleInterface(visitor.visit.page))
        return found

    statement = visitor.visit.page.findChild(Statement).text()
    assert read_out() == ["Is this a myth or a reality?", statement, "Myth", "Reality", "Skip"]
    visitor.touch("Skip")
    fact = visitor.visit.controller.session.last.question.fact
    first = read_out()
    assert first[0] == "Skipped"
    assert first[1].endswith(fact)
    assert first[-2:] == ["Why?", "Next"]


# Languages


def test_another_language_is_one_touch_away_and_its_pack_is_played(qtbot, fonts, pack):
    spanish = replace(pack, id="sueño", language="es")
    german = replace(pack, id="schlaf", language="de-AT")
    visitor = visitor_at(qtbot, [pack, spanish, german])
    assert visitor.offered[2:4] == ["Español", "Österreichisches Deutsch"]
    visitor.touch("Español")
    assert visitor.visit.language == "es"
    assert "English" in visitor.offered
    visitor.touch("Start")
    assert visitor.visit.pack_id == "sueño"
    visitor.visit.drop()
    assert visitor.visit.language == "en"


def test_the_site_says_which_languages_and_which_is_first(qtbot, fonts, pack):
    packs = [pack, replace(pack, id="b", language="es"), replace(pack, id="c", language="de")]
    visitor = visitor_at(qtbot, packs, site=Site(languages=("de", "en")))
    assert visitor.visit.language == "de"
    assert len(visitor.offered) == 5
    visitor.touch("Start")
    assert visitor.visit.pack_id == "c"
