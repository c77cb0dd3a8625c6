"""The files of a lesson: named without a surprise, never lost, and told in a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from quiz import paths
from quiz.exchange.paper import PageSize
from quiz.model.lesson import Lesson
from quiz.model.lesson_plan import LessonPlan
from quiz.model.question import AgeBand
from quiz.model.votes import Votes
from quiz.packs.shelf import open_shelf
from quiz.ui.lesson.files import LessonFiles
from quiz.ui.widgets.counter import Counter

DAY = date(2026, 11, 25)


@pytest.fixture
def pack(small_pack):
    return open_shelf(small_pack).read().packs[0]


@pytest.fixture
def plan(pack):
    return LessonPlan(pack.id, age_band=AgeBand.ADULT, length=2).drawn(pack.questions)


@pytest.fixture
def files(tmp_path):
    return LessonFiles(paths.FONTS, tmp_path)


def counted(plan, pack, votes):
    lesson = Lesson.of(plan, plan.chosen(pack.questions).questions).forward()
    return lesson.count_first(votes).reveal()


def test_a_plan_is_kept_and_read_again_with_and_without_its_ending(files, plan, pack, tmp_path):
    path = tmp_path / "monday.yaml"
    assert files.save_plan("monday", plan) == f"Saved: {path}."
    assert files.load("monday", [pack]) == (plan, "")
    assert files.load(str(path), [pack]) == (plan, "")


def test_a_file_of_somebody_else_is_replaced_at_the_second_press_only(files, plan, tmp_path):
    path = tmp_path / "thesis.yaml"
    path.write_text("a year of work")
    asked = f"{path} is there already. Press again to replace it."
    assert files.save_plan("thesis", plan) == asked
    assert path.read_text() == "a year of work"
    assert files.save_plan("thesis", plan) == f"Saved: {path}."
    assert files.save_plan("thesis", plan) == f"Saved: {path}."  # ours from now on


def test_no_name_of_a_home_is_shown_to_the_room(plan, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    files = LessonFiles(paths.FONTS, tmp_path)
    name = str(Path("~") / "lesson")
    assert files.default_name == name
    assert files.save_plan(name, plan) == f"Saved: {name}.yaml."
    assert (tmp_path / "lesson.yaml").exists()
    assert files.results_path(DAY) == str(Path("~") / "results-2026-11-25.csv")


@pytest.mark.parametrize(
    ("locale", "size"),
    [("en_US", "LETTER"), ("es_MX", "LETTER"), ("en_GB", "A4"), ("de_DE", "A4"), ("C", "A4")],
)
def test_the_usual_sheet_is_that_of_the_country(files, monkeypatch, locale, size):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    assert files.page_size is PageSize[size]


def test_two_classes_of_a_day_do_not_share_a_file(files, plan, pack, tmp_path):
    lesson = counted(plan, pack, Votes(14, 11))
    names = []
    for _ in range(3):
        names.append(files.results_path(DAY))
        files.save_results(names[-1], lesson, DAY)
    expected = ("results-2026-11-25", "results-2026-11-25-2", "results-2026-11-25-3")
    assert names == [str(tmp_path / f"{name}.csv") for name in expected]
    assert len(list(tmp_path.glob("*.csv"))) == 3


def test_what_a_table_leaves_out_is_told_only_where_one_was_saved(files, plan, pack, tmp_path):
    lesson = counted(plan, pack, Votes(14, 11))
    assert files.save_results("", lesson, DAY) == "Type the name of the file first."
    assert files.save_results("gone/away", lesson, DAY) == (
        "away.csv was not saved: the folder is no longer there. Choose another one."
    )
    path = tmp_path / "here.csv"
    assert files.save_results("here", lesson, DAY) == (
        f"Saved: {path}. Counts under 10 are written as <10. Where a count could be found by "
        "subtracting, one more is hidden."
    )


@pytest.mark.parametrize("name", ["no-such", "/", "~nobody-here/x", "\0", "x" * 300])
def test_a_plan_that_is_not_there_is_said_to_be_so(files, pack, name):
    plan, sentence = files.load(name, [pack])
    assert plan is None
    assert sentence.startswith("There is no file ")
    assert sentence.endswith(". Look at its name, or save a plan under it first.")


def test_of_many_faults_in_a_plan_the_first_are_told_and_where_to_see_them_all(
    files, pack, tmp_path
):
    gone = "".join(f"  - gone-{n}\n" for n in range(30))
    (tmp_path / "old.yaml").write_text(f"pack: {pack.id}\nquestions:\n{gone}")
    plan, sentence = files.load("old", [pack])
    assert plan is not None
    lines = sentence.splitlines()
    assert len(lines) == 5
    assert lines[-1] == "And 26 more: `python main.py check old.yaml` tells them all."


@pytest.mark.parametrize("size", PageSize, ids=lambda size: size.name)
def test_papers_have_the_size_that_was_chosen(qapp, fonts, files, plan, pack, tmp_path, size):
    import re

    questions = plan.chosen(pack.questions).questions
    files.print("worksheet", f"{size.name}.pdf", plan, questions, size)
    data = (tmp_path / f"{size.name}.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    points = [float(box[1]) / 72 * 25.4, float(box[2]) / 72 * 25.4]
    assert points == pytest.approx([size.width, size.height], abs=0.5)


def test_a_number_past_the_most_stays_at_the_most(qtbot, fonts):
    from PySide6.QtCore import Qt

    counter = Counter("Hands", 0, 9999)
    qtbot.addWidget(counter)
    counter.take_focus()
    for digit in "1000":
        qtbot.keyClick(counter.field, digit)
    assert counter.value == 1000
    qtbot.keyClick(counter.field, "5")
    assert counter.value == 9999
    qtbot.keyClick(counter.field, Qt.Key.Key_Backspace)
    assert counter.value is None
