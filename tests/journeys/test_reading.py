"""What a person can read and take away: facts, sources, citations, faults."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from said import verdict_line
from small_pack import write_small_pack

from quiz.model.citation import full_reference
from quiz.model.session import Phase


def until_statement(person, name: str) -> None:
    """Go on, skipping, until the statement `name` is asked."""
    person.press(Qt.Key.Key_Return)
    while person.window.controller.session.current.id != name:
        person.press(Qt.Key.Key_3, Qt.Key.Key_Return)
        assert person.phase is not Phase.FINISHED, f"{name} was not drawn"


def test_the_focus_goes_to_the_verdict_whose_name_is_the_whole_line(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    question = person.window.controller.session.current
    said = "Myth" if person.right().value == "myth" else "Reality"
    person.press(Qt.Key.Key_1 if said == "Myth" else Qt.Key.Key_2)
    line = person.focus
    assert line.isVisible()
    assert line.text() == verdict_line(question)
    assert line.accessibleName() == f"Right: you said {said}. {verdict_line(question)}"


def test_a_miss_says_so_without_blame_in_the_same_place(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    verdict = person.right()
    other = "Reality" if verdict.value == "myth" else "Myth"
    person.press(Qt.Key.Key_2 if other == "Reality" else Qt.Key.Key_1)
    assert person.focus.accessibleName().startswith(f"Not this time: you said {other}.")
    missed = person.focus.parentWidget().geometry().topLeft()
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_1 if person.right().value == "myth" else Qt.Key.Key_2)
    assert person.focus.parentWidget().geometry().topLeft() == missed


def test_a_skip_shows_the_fact_and_costs_nothing(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    question = person.window.controller.session.current
    person.press(Qt.Key.Key_3)
    assert person.focus.isVisible()
    assert question.fact in person.focus.text()
    assert person.focus.accessibleName().startswith("Skipped. ")
    assert person.window.bar.score.text() == ""


def test_a_skip_with_a_content_note_shows_the_fact_when_asked(sit_down, noted_pack):
    person = sit_down(content=noted_pack, questions=8)
    reveal = None
    person.press(Qt.Key.Key_Return)
    while person.phase is not Phase.NOTED:
        person.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Return)
    question = person.window.controller.session.current
    person.press(Qt.Key.Key_3)
    reveal = person.window.question.reveal
    assert person.focus is reveal.reveal_fact
    assert not any(banner.isVisible() for banner in reveal.banners)
    assert not reveal.explanation.isVisible()
    person.press(Qt.Key.Key_Return)
    assert question.fact in person.focus.text()
    assert reveal.explanation.isVisible()
    assert person.phase is Phase.REVEALED


def test_each_of_several_sources_can_be_read_and_copied(sit_down):
    person = sit_down(questions=8)
    until_statement(person, "night-long")
    person.press(Qt.Key.Key_2)
    question = person.window.controller.session.current
    evidence = person.window.question.reveal.evidence
    read = []
    for number in range(3):
        read.append(evidence._reference.text())
        assert question.citations[number].supports in evidence._supports.text()
        person.tab_to(evidence._copy)
        person.press(Qt.Key.Key_Return)
        assert QApplication.clipboard().text() == read[-1]
        person.click(evidence._more)
    assert read == [full_reference(citation.source) for citation in question.citations]
    assert evidence._reference.text() == read[0]
    assert person.phase is Phase.REVEALED


def test_a_source_without_a_link_has_no_code_and_nothing_to_open(sit_down):
    person = sit_down(questions=8)
    until_statement(person, "night-long")
    person.press(Qt.Key.Key_2)
    evidence = person.window.question.reveal.evidence
    assert evidence._qr.isVisible()
    person.click(evidence._more)
    person.click(evidence._more)
    assert "A book of nights" in evidence._reference.text()
    assert not evidence._qr.isVisible()
    assert not evidence._open.isVisible()


def test_where_nothing_may_be_copied_or_opened_neither_is_offered(sit_down):
    person = sit_down(may_copy=False, may_open_links=False)
    person.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    evidence = person.window.question.reveal.evidence
    assert not evidence._copy.isVisible()
    assert not evidence._open.isVisible()


def test_each_fact_of_the_results_has_its_source_one_step_away(sit_down):
    person = sit_down(questions=4)
    person.play_with_keys()
    window = person.window
    links = [row.source for row in window.results.rows if row.source.isVisible()]
    assert all(link.text().startswith("Source: ") for link in links)
    assert len(links) == 4
    person.tab_to(links[0])
    person.press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.asides.sources
    person.press(Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.results


def test_sources_are_searched_as_somebody_types(sit_down):
    person = sit_down()
    window = person.window
    person.click(window.start.sources)
    assert window.stack.currentWidget() is window.asides.sources
    sources = window.asides.sources
    assert sources.count.text() == "3 of 3"
    sources.search.setVisible(True)  # offered from six sources on
    sources.search.setFocus()
    person.type("health 2020")
    assert sources.count.text() == "1 of 3"
    assert "Guidance on sleep" in sources.evidence._reference.text()
    person.type(" nothing")
    assert sources.count.text() == "0 of 3"
    assert not sources.evidence.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.start
    assert person.focus is window.start.start


def test_letters_typed_into_the_search_answer_nothing(sit_down):
    person = sit_down()
    person.press(Qt.Key.Key_Return)
    window = person.window
    window.asides.show_sources_of(window.controller.session.current)
    window.asides.sources.search.setVisible(True)
    window.asides.sources.search.setFocus()
    person.type("mrs123")
    assert window.asides.sources.search.text() == "mrs123"
    assert person.phase is Phase.ASKING


def test_a_faulty_question_is_left_out_and_said(sit_down, tmp_path):
    person = sit_down(content=write_small_pack(tmp_path, faulty=True), questions=10)
    window = person.window
    assert window.start.faults.text() == "One fault in the content: show it"
    person.click(window.start.faults)
    assert window.stack.currentWidget() is window.asides.problems
    lines = window.asides.problems.list._rows.stringList()
    assert len(lines) == 1
    assert lines[0].startswith("sleep/questions/naps.yaml:3:12: question short-naps")
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Return)
    drawn = {question.id for question in window.controller.session.questions}
    assert len(drawn) == 7
    assert "short-naps" not in drawn


def test_with_nothing_to_play_the_problems_are_all_there_is(sit_down, tmp_path):
    person = sit_down(content=tmp_path)
    window = person.window
    assert window.stack.currentWidget() is window.asides.problems
    assert window.asides.problems.head.text() == "There is nothing to play"
    assert window.asides.problems.list._rows.stringList()[0].startswith(tmp_path.name)
    assert not window.asides.problems.back.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.asides.problems
    person.place(window.bar.leave)
