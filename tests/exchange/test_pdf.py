"""The PDF as others see it: its text, its fonts, its pages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import segno
from paper_example import long_questions
from PySide6.QtCore import QPointF

from quiz import paths
from quiz.exchange.paper import BOTTOM, FAMILY, TOP, Gap, Group, Line, PageSize, Paper, Role
from quiz.exchange.pdf import code_path, pdf
from quiz.exchange.sheets import answer_key, slips, summary, worksheet
from quiz.model.lesson_plan import LessonPlan
from quiz.packs.reader import read_pack

pytestmark = pytest.mark.usefixtures("qapp")
QUESTIONS = long_questions(20)
PAPERS = {
    "worksheet": worksheet,
    "key": answer_key,
    "summary": lambda questions: summary(questions, "Topics"),
}


def written(paper: Paper, size: PageSize = PageSize.A4) -> bytes:
    return pdf(paper, size, paths.FONTS)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("name", PAPERS)
def test_the_text_can_be_selected_and_the_questions_are_in_order(name, size, pages_of):
    text = " ".join(pages_of(written(PAPERS[name](QUESTIONS), size)))
    found = re.findall(r"Statement(\d+)x", text)
    assert found == [str(number) for number in range(1, 21)]
    assert QUESTIONS[6].statement in text


@pytest.mark.parametrize("count", [1, 2, 7, 20])
@pytest.mark.parametrize("size", PageSize)
def test_no_question_is_split_between_two_pages(size, count, pages_of):
    questions = QUESTIONS[:count]
    pages = pages_of(written(answer_key(questions), size))
    for number in range(1, count + 1):
        parts = [f"{part}{number}x" for part in ("Fact", "Statement", "Detail", "Why", "Supports")]
        assert [all(part in page for part in parts) for page in pages].count(True) == 1, number
    pages = pages_of(written(worksheet(questions), size))
    assert [page.count("Statement") for page in pages] == [page.count("Because") for page in pages]
    assert all(
        page.count("Pass") == page.count("Statement") + page.count("Passing") for page in pages
    )


def test_each_page_says_which_it_is_of_how_many(pages_of):
    pages = pages_of(written(worksheet(QUESTIONS)))
    for number, page in enumerate(pages, start=1):
        assert f"Myth or Reality: Worksheet, page {number} of {len(pages)}" in page


@pytest.mark.parametrize("name", PAPERS)
def test_the_bundled_font_is_embedded_and_no_other(name, fonts_of):
    fonts = fonts_of(written(PAPERS[name](QUESTIONS[:3])))
    assert {font for font, _ in fonts} <= {
        f"{FAMILY.replace(' ', '')}-{weight}" for weight in ("Regular", "SemiBold", "Bold")
    }
    assert len(fonts) >= 2
    assert all(embedded for _, embedded in fonts)


@pytest.mark.parametrize(
    ("size", "box"), [(PageSize.A4, (595, 842)), (PageSize.LETTER, (612, 792))]
)
def test_the_sheets_have_their_size(size, box):
    found = re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\s*\]", written(worksheet(QUESTIONS), size)
    )
    assert {tuple(round(float(side)) for side in sides) for sides in found} == {box}


@pytest.mark.parametrize("size", PageSize)
def test_the_summary_of_a_lesson_of_the_usual_length_is_one_page(size, pages_of):
    pack = read_pack(paths.CONTENT / "sex-therapy").pack
    plans = [LessonPlan(pack.id, seed=seed) for seed in range(12)]
    drawn = [plan.chosen(pack.questions).questions for plan in plans]
    papers = [pages_of(written(summary(questions, pack.title), size)) for questions in drawn]
    assert [len(pages) for pages in papers] == [1] * 12


@pytest.mark.parametrize("size", PageSize)
def test_six_slips_are_on_a_page_and_the_parked_questions_on_one_of_their_own(size, pages_of):
    pages = pages_of(written(slips(2), size))
    assert [page.count("No name") for page in pages] == [6, 6, 0]
    assert pages[2].startswith("Parked questions")


def test_what_is_longer_than_a_page_goes_on_and_nothing_is_lost(pages_of):
    words = [f"w{number}" for number in range(3000)]
    group = Group((Line(Role.TEXT, " ".join(words)),))
    short = Group((Line(Role.FACT, "After it."),))
    pages = pages_of(written(Paper("Long", "", (group, short))))
    assert len(pages) > 2
    assert " ".join(pages) == " ".join([*words, "After it."])


def test_space_between_groups_is_not_carried_to_the_next_page(pages_of):
    """A long group that begins where a page is full begins at the top of the next."""
    full = Group((Line(Role.TEXT, "Above."), Gap(PageSize.A4.height - TOP - BOTTOM - 10)))
    long = Group((Line(Role.FACT, " ".join(["word"] * 2000)),))
    pages = pages_of(written(Paper("Long", "", (full, long), between=8)))
    assert pages[0] == "Above."
    assert len(pages[1]) >= len(pages[2]) > 0
    assert len(pages) == len(pages_of(written(Paper("Long", "", (long,))))) + 1


def test_a_paper_with_nothing_on_it_is_a_page(pages_of):
    assert pages_of(written(Paper("Nothing", "", ()))) == [""]


def test_every_module_of_a_code_is_where_it_belongs():
    link = "https://doi.org/10.1016/S0022-5347(17)34871-1"
    rows = [list(row) for row in segno.make_qr(link, error="m").matrix_iter(border=4)]
    path = code_path(link)
    side = len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            centre = QPointF((x + 0.5) / side, (y + 0.5) / side)
            assert path.contains(centre) == bool(dark)


def test_statements_in_other_writing_are_printed_too(pages_of):
    question = replace(
        QUESTIONS[0], statement="Déjà vu, über, Ελληνικά & <b>bold</b> {0} stay as typed."
    )
    assert (
        "Déjà vu, über, Ελληνικά & <b>bold</b> {0} stay as typed."
        in pages_of(written(worksheet([question])))[0]
    )


def test_from_right_to_left_the_page_is_mirrored(pages_of, tmp_path):
    import subprocess

    from paper_example import tool

    def boxes(language):
        paper = worksheet(QUESTIONS[:1], language=language)
        path = tmp_path / f"{language}.pdf"
        path.write_bytes(written(paper))
        found = subprocess.run(
            [tool("pdftotext"), "-bbox", str(path), "-"], capture_output=True, text=True, check=True
        )
        words = re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(\S+?)</word>', found.stdout)
        return {word: (float(left), float(right)) for left, right, word in reversed(words)}

    usual, mirrored = boxes("en"), boxes("ar")
    page = 210 / 25.4 * 72
    for word in ("1", "Because"):
        assert mirrored[word][1] == pytest.approx(page - usual[word][0], abs=2), word
    assert usual["Myth"] < usual["Reality"] < usual["Pass"]
    assert mirrored["Myth"] > mirrored["Reality"] > mirrored["Pass"]
