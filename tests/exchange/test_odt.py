"""The ODT: sound by itself, and as a word processor shows it."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from paper_example import long_questions, tool

from quiz import paths
from quiz.exchange.odt import odt
from quiz.exchange.paper import FAMILY, PageSize, Paper
from quiz.exchange.sheets import answer_key, slips, summary, worksheet

QUESTIONS = long_questions(12)
PAPERS = {
    "worksheet": worksheet(QUESTIONS),
    "key": answer_key(QUESTIONS),
    "summary": summary(QUESTIONS[:8], "Topics"),
    "slips": slips(2),
}
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"


def written(paper: Paper, size: PageSize = PageSize.A4) -> bytes:
    return odt(paper, size, paths.FONTS)


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", PAPERS)
def test_the_package_is_as_opendocument_wants_it(name):
    data = written(PAPERS[name])
    assert data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    files = opened(data)
    manifest = files.pop("META-INF/manifest.xml").decode()
    del files["mimetype"]
    listed = re.findall(r'manifest:full-path="([^"]+)"', manifest)
    assert sorted(listed) == sorted(["/", *files])
    for file, content in files.items():
        if file.endswith(".xml"):
            ElementTree.fromstring(content)


@pytest.mark.parametrize("name", PAPERS)
def test_every_style_that_is_used_is_described(name):
    files = opened(written(PAPERS[name]))
    trees = [ElementTree.fromstring(files[file]) for file in ("content.xml", "styles.xml")]
    described = {node.get(STYLE) for tree in trees for node in tree.iter() if node.get(STYLE)}
    text = files["content.xml"].decode() + files["styles.xml"].decode()
    used = set(re.findall(r'(?:text|table|parent)?:?(?:style-name)="([^"]+)"', text))
    assert used <= described


@pytest.mark.parametrize("size", PageSize)
def test_the_sheet_has_its_size_and_the_fonts_travel_with_it(size):
    files = opened(written(PAPERS["key"], size))
    styles = files["styles.xml"].decode()
    assert f'fo:page-width="{size.width}mm" fo:page-height="{size.height}mm"' in styles
    for font in paths.FONTS.glob("*.ttf"):
        assert files[f"Fonts/{font.name}"] == font.read_bytes()
        assert f'xlink:href="Fonts/{font.name}"' in styles


def test_the_text_is_in_order_and_each_code_has_its_link_as_text():
    content = opened(written(PAPERS["key"]))["content.xml"].decode()
    assert re.findall(r"Fact(\d+)x", content) == [str(n) for n in range(1, 13)]
    links = re.findall("<svg:title>(.*?)</svg:title>", content)
    assert links == [f"https://doi.org/10.1/{n}" for n in range(1, 13) if n != 2]
    pictures = [name for name in opened(written(PAPERS["key"])) if name.startswith("Pictures/")]
    assert len(pictures) == 11


def test_each_question_is_a_row_that_word_processors_do_not_split():
    content = opened(written(PAPERS["worksheet"]))["content.xml"].decode()
    rows = re.findall("<table:table-row.*?</table:table-row>", content)
    assert [re.findall(r"Statement(\d+)x", row) for row in rows] == [
        [str(number)] for number in range(1, 13)
    ]
    assert all(row.startswith('<table:table-row table:style-name="Whole">') for row in rows)
    assert all("Because" in row for row in rows)


def test_nothing_in_the_file_tells_when_it_was_made():
    assert written(PAPERS["worksheet"]) == written(PAPERS["worksheet"])


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "x"])
def test_the_language_is_noted(language):
    files = opened(written(Paper("A & B", "", (), language)))
    assert f"<dc:language>{language}</dc:language>" in files["meta.xml"].decode()
    assert "<dc:title>A &amp; B</dc:title>" in files["meta.xml"].decode()
    ElementTree.fromstring(files["styles.xml"])


def test_signs_that_xml_has_no_place_for_are_left_out():
    questions = long_questions(1)
    paper = worksheet(questions)
    odd = Paper("\x00<&>\ud800", paper.foot, paper.groups)
    files = opened(written(odd))
    assert "<dc:title>&lt;&amp;&gt;</dc:title>" in files["meta.xml"].decode()


@pytest.fixture(scope="module")
def in_writer(tmp_path_factory):
    """Each paper as LibreOffice prints it, both sizes of sheet in one go."""
    office = tool("soffice")
    folder: Path = tmp_path_factory.mktemp("odt")
    names = []
    for name, paper in PAPERS.items():
        for size in PageSize:
            names.append(f"{name}-{size.name}")
            (folder / f"{names[-1]}.odt").write_bytes(written(paper, size))
    profile = (folder / "profile").as_uri()
    command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.odt") for name in names]
    subprocess.run(
        [*command, "--outdir", str(folder), *files], capture_output=True, check=True, timeout=100
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in names}


@pytest.mark.parametrize("size", [size.name for size in PageSize])
def test_a_word_processor_opens_it_with_our_font_and_splits_no_question(
    size, in_writer, pages_of, fonts_of
):
    pages = pages_of(in_writer[f"key-{size}"])
    for number in range(1, 13):
        parts = [f"{part}{number}x" for part in ("Fact", "Statement", "Detail", "Why", "Supports")]
        assert [all(part in page for part in parts) for page in pages].count(True) == 1, number
    assert f"Myth or Reality: Answer key, page 2 of {len(pages)}" in pages[1]
    fonts = {font for font, _ in fonts_of(in_writer[f"key-{size}"])}
    assert {font.split("-")[0] for font in fonts} == {FAMILY.replace(" ", "")}
    worksheets = pages_of(in_writer[f"worksheet-{size}"])
    assert [p.count("Statement") for p in worksheets] == [p.count("Because") for p in worksheets]
    assert len(pages_of(in_writer[f"summary-{size}"])) == 1
    assert [p.count("No name") for p in pages_of(in_writer[f"slips-{size}"])] == [6, 6, 0]


def test_from_right_to_left_paper_paragraphs_and_tables_are_so():
    usual, mirrored = (
        "".join(opened(written(answer_key(QUESTIONS, language=language)))[name].decode())
        for language in ("en", "he-IL")
        for name in ("styles.xml",)
    )
    assert 'style:writing-mode="rl-tb"' not in usual
    assert mirrored.count('style:writing-mode="rl-tb"') == 2  # the sheet, and every paragraph
    assert 'style:language-complex="he" style:country-complex="IL"' in mirrored
    content = opened(written(answer_key(QUESTIONS, language="he-IL")))["content.xml"].decode()
    assert 'table:align="right"' in content
