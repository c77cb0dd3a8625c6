"""Content notes once a run; help a step away; a browser only after a word on traces."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices
from sitting import VERDICT_KEYS, settle
from tree import read_out
from views import every_view

from quiz.model.session import Phase
from quiz.ui.helping import Helping

CONTENT = Path(__file__).resolve().parents[2] / "content"


# --- content notes --------------------------------------------------------------------------------


def test_a_note_comes_before_the_first_of_a_run_and_before_no_other(sit_down, noted_pack):
    for seed in range(6):
        person = sit_down(content=noted_pack, questions=8, seed=seed)
        person.press(Qt.Key.Key_Return)
        notes = []
        while person.phase is not Phase.FINISHED:
            if person.phase is Phase.NOTED:
                notes.append(len(person.answers))
                person.press(Qt.Key.Key_1, Qt.Key.Key_M)  # a quick player's answer is none here
                assert person.phase is Phase.NOTED
                person.press(Qt.Key.Key_Return)
                assert person.phase is Phase.ASKING
            person.press(Qt.Key.Key_2, Qt.Key.Key_Return)
        noted = [bool(q.content_note) for q in person.window.controller.session.questions]
        firsts = [at for at, (before, now) in enumerate(pairwise([False, *noted])) if now > before]
        assert notes == firsts
        assert any(noted)


def test_a_note_reads_as_a_choice_and_alarms_nobody(sit_down, noted_pack):
    person = sit_down(content=noted_pack, questions=8)
    person.press(Qt.Key.Key_Return)
    while person.phase is not Phase.NOTED:
        person.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    found = read_out(person.window)
    places = [found.index(name) for name in ("Speaks of bad dreams.", "Continue", "Skip these")]
    assert places == sorted(places)
    words = " ".join(found).casefold()
    assert "trigger" not in words
    assert "warning" not in words
    question = person.window.controller.session.current
    assert question.statement.casefold() not in words
    person.press(Qt.Key.Key_3)
    assert person.phase is not Phase.NOTED
    assert person.answers[-1] is None


def test_the_notes_of_the_shipped_pack_alarm_nobody():
    from quiz.packs.shelf import open_shelf

    pack = open_shelf(CONTENT).read().packs[0]
    for question in pack.questions:
        note = question.content_note
        assert len(note.split()) <= 12, question.id
        assert "trigger" not in note.casefold(), question.id
        assert "warning" not in note.casefold(), question.id


# --- where to get help ----------------------------------------------------------------------------


def test_help_is_one_step_from_an_explanation_with_a_note_and_never_comes_by_itself(
    sit_down, noted_pack
):
    person = sit_down(content=noted_pack, questions=8)
    window = person.window
    person.press(Qt.Key.Key_Return)
    met = set()
    while person.phase is not Phase.FINISHED:
        if person.phase is Phase.NOTED:
            person.press(Qt.Key.Key_Return)
        person.press(VERDICT_KEYS[person.right().other])
        assert window.stack.currentWidget() is window.question
        noted = bool(window.controller.session.current.content_note)
        met.add(noted)
        help_button = window.question.reveal.support
        assert help_button.isVisible() is noted
        if noted:
            person.click(help_button)
            assert window.stack.currentWidget() is window.asides.support
            person.press(Qt.Key.Key_Escape)
            assert window.stack.currentWidget() is window.question
            assert person.phase is Phase.REVEALED
        window.question.setFocus()
        person.press(Qt.Key.Key_Return)
    assert met == {True, False}


def test_help_is_two_steps_from_anywhere_and_leads_back(sit_down, noted_pack):
    person = sit_down(content=noted_pack, questions=8)
    window = person.window
    for name in every_view(person):
        settle()
        if name == "preferences":
            person.click(window.bar.adjust)
        before = window.stack.currentWidget()
        person.click(window.bar.adjust)
        person.click(window.preferences.support)
        assert window.stack.currentWidget() is window.asides.support, name
        if before is not window.asides.support:
            person.click(window.asides.support.back)
            assert window.stack.currentWidget() is before, name
        person.click(window.bar.adjust)
        if name == "preferences":
            person.click(window.bar.adjust)
        window.stack.shown.setFocus()


def test_the_way_back_is_the_way_one_came(sit_down):
    person = sit_down()
    window = person.window
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    for show in (
        window.asides.show_sources,
        window.asides.show_support,
        window.asides.show_safety,
        window.asides.show_support,
    ):
        show()
    assert window.stack.currentWidget() is window.asides.support
    for expected in (
        window.asides.safety,
        window.asides.support,
        window.asides.sources,
        window.question,
    ):
        person.press(Qt.Key.Key_Escape)
        assert window.stack.currentWidget() is expected
    assert person.phase is Phase.REVEALED


# --- a browser ------------------------------------------------------------------------------------


class Browser(QObject):
    """Stands in for the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot("QUrl")
    def open(self, address) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser():
    """What would be opened, and nothing is."""
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("https")


def a_reveal_with_a_link(person):
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    while not person.window.question.reveal.evidence._qr.isVisible():
        person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    return person.window.question.reveal.evidence


def test_a_link_is_opened_only_after_a_sentence_that_it_leaves_traces(sit_down, browser):
    person = sit_down(questions=8)
    evidence = a_reveal_with_a_link(person)
    traces = "A browser keeps traces: the page stays in its history."
    assert traces not in read_out(person.window)
    person.click(evidence._open)
    assert traces in read_out(person.window)
    assert browser.opened == []
    person.place(person.window.bar.leave)
    person.click(evidence._rather_not)
    assert traces not in read_out(person.window)
    assert person.focus is evidence._open
    assert browser.opened == []
    person.click(evidence._open)
    person.click(evidence._really)
    assert browser.opened == [evidence._qr._text]


def test_the_question_about_the_browser_is_gone_with_the_next_reveal(sit_down, browser):
    person = sit_down(questions=8)
    evidence = a_reveal_with_a_link(person)
    person.click(evidence._open)
    person.window.question.setFocus()
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    assert not evidence._really.isVisible()


def test_where_links_may_not_be_opened_they_are_shown_and_taken_away_by_code(sit_down, browser):
    person = sit_down(questions=8, may_open_links=False)
    evidence = a_reveal_with_a_link(person)
    assert not evidence._open.isVisible()
    assert evidence._qr.isVisible()


def test_where_there_is_no_browser_a_sentence_says_so(sit_down, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr("quiz.ui.window.announce", lambda _, words, **__: said.append(words))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    sit_down().window._browse("https://example.org")
    assert said == ["No browser could be opened. The code can be scanned instead."]


# --- the lines themselves -------------------------------------------------------------------------


def test_each_number_is_large_can_be_taken_away_and_says_whom_it_is_for(sit_down):
    from datetime import date

    from PySide6.QtCore import QDate, QLocale

    from quiz.model.helpline import shown
    from quiz.packs.helplines import read_helplines
    from quiz.ui.screens.support import help_words
    from quiz.ui.widgets.qr import QrCode
    from quiz.ui.widgets.text import Display

    day = date(2026, 11, 25)
    lines = read_helplines(CONTENT, day).helplines
    person = sit_down()
    window = person.window
    for country in ("US", "GB", "IE", "AU", "CA", "NZ", "IN"):
        window.asides._helping = Helping(lambda _: lines, country, lambda: day)
        window.asides.show_support()
        settle()
        here = shown(lines, country, day)
        assert here, country
        numbers = [
            label for label in window.asides.support.findChildren(Display) if label.isVisible()
        ]
        assert [label.text() for label in numbers] == [line.number for line in here]
        assert all(label.font().pixelSize() >= 48 for label in numbers)
        codes = [code for code in window.asides.support.findChildren(QrCode) if code.isVisible()]
        digits = [line.number.replace(" ", "") for line in here]
        assert [code._text.partition(":")[2] for code in codes] == digits
        assert {code._text.partition(":")[0] for code in codes} <= {"tel", "sms"}
        words = read_out(window)
        for line in here:
            assert line.name in words
            looked_up = QLocale().toString(QDate(2026, 11, 25), QLocale.FormatType.LongFormat)
            assert f"Number last looked up on {looked_up}." in words
            assert any(help_words(kind) in text for kind in line.is_for for text in words)


@pytest.mark.parametrize(
    ("country", "says"),
    [
        ("FR", "For France no number is known here that was checked."),
        ("", "Choose a country to see numbers that were checked."),
    ],
    ids=["a country without a line", "no country known"],
)
def test_without_a_line_for_the_country_it_says_so_and_shows_no_other(sit_down, country, says):
    from datetime import date

    from quiz.packs.helplines import read_helplines

    day = date(2026, 11, 25)
    person = sit_down()
    window = person.window
    window.asides._helping = Helping(
        lambda _: read_helplines(CONTENT, day).helplines, country, lambda: day
    )
    window.asides.show_support()
    settle()
    words = read_out(window)
    assert says in words
    assert not any("988" in text for text in words)
    person.click(window.asides.support.countries.buttons()[0])
    assert says not in read_out(window)


def test_looking_for_help_is_noted_nowhere(sit_down, tmp_path):
    person = sit_down()
    window = person.window
    assert window.keep_in(tmp_path / "notes.db") == ""
    before = (tmp_path / "notes.db").read_bytes()
    session = window.controller.session
    window.asides.show_support()
    window.stack.back()
    assert (tmp_path / "notes.db").read_bytes() == before
    assert window.controller.session is session
    window.memory.stop()


def test_a_note_on_one_statement_speaks_of_one_and_on_several_of_several(sit_down, noted_pack):
    said = {}
    for seed in range(12):
        person = sit_down(content=noted_pack, questions=8, seed=seed)
        page = person.window.question.note
        person.press(Qt.Key.Key_Return)
        while person.phase is not Phase.FINISHED:
            if person.phase is Phase.NOTED:
                words = page.head.text(), page.note.text(), page.skip.text()
                before = len(person.answers)
                person.press(Qt.Key.Key_S)
                said.setdefault(len(person.answers) - before, set()).add(words)
            else:
                person.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    assert said.pop(1) == {("The next statement", "Speaks of bad dreams.", "Skip it")}
    assert said
    for words in said.values():
        assert words == {("What comes next", "Speaks of bad dreams.", "Skip these")}


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_way_back_is_in_one_place(sit_down, text_size):
    person = sit_down(text_size=text_size)
    places = {}
    for name in ("sources", "support", "safety", "remember", "problems"):
        getattr(person.window.asides, f"show_{name}")()
        settle()
        back = person.button("Back")
        places[name] = person.place(back) - back.rect().center()
        person.click(back)
    assert len(set(places.values())) == 1, places
