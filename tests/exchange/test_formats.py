"""Tables and questions for other programs, read back as those programs would."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lesson_example import SOURCE
from paper_example import long_questions
from said import belief_line, verdict_line

from quiz import paths
from quiz.exchange.anki import anki_text
from quiz.exchange.csl import csl_json
from quiz.exchange.export import defused
from quiz.exchange.gift import gift
from quiz.exchange.items import COLUMNS, items_csv
from quiz.exchange.moodle import moodle_xml
from quiz.exchange.results import class_results
from quiz.model.lesson_page import Counted
from quiz.model.question import Issued, Name
from quiz.model.votes import Votes
from quiz.packs.reader import read_pack

QUESTIONS = long_questions(4)
DAY = date(2026, 11, 25)
FORMATS = {
    "items": items_csv,
    "gift": gift,
    "moodle": moodle_xml,
    "anki": lambda questions: anki_text(questions, "pack"),
}


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


# --- results -----------------------------------------------------------------------------------


def test_results_keep_back_what_is_small_and_what_gives_it_away():
    myth, reality = QUESTIONS[:2]
    asked = [
        Counted(myth, Votes(15, 14), Votes(25, 4)),
        Counted(reality, Votes(12, 15, 3), None),
        Counted(QUESTIONS[2]),
    ]
    export = class_results(asked, DAY)
    assert export.name == "results-2026-11-25.csv"
    assert export.data == (
        b"\xef\xbb\xbf"
        b"question,right before,wrong before,passed before,"
        b"right after,wrong after,passed after,day\r\n"
        b"a-0,15,14,,hidden,<10,,2026-11-25\r\n"
        b"a-1,15,hidden,<10,,,,2026-11-25\r\n"
        b"a-2,,,,,,,2026-11-25\r\n"
    )
    assert export.dropped[0] == "Counts under 10 are written as <10."
    assert b"<20" in class_results(asked, DAY, 20).data


hands = st.integers(0, 40)
votes = st.none() | st.builds(Votes, hands, hands, st.none() | hands)


@given(st.lists(st.tuples(votes, votes), max_size=4), st.integers(5, 30))
def test_no_count_under_the_floor_is_ever_written(pairs, floor):
    asked = [Counted(q, *pair) for q, pair in zip(QUESTIONS, pairs, strict=False)]
    _, *lines = rows(class_results(asked, DAY, floor).data)
    for line in lines:
        for cell in line[1:7]:
            assert cell in ("", "hidden", f"<{floor}") or int(cell) >= floor


# --- what a spreadsheet would run ----------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "＠a"]
)
def test_what_a_spreadsheet_would_run_is_defused(cell):
    assert defused(cell) == f"'{cell}"
    question = replace(QUESTIONS[0], statement=cell)
    assert rows(items_csv([question]).data)[1][COLUMNS.index("statement")] == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "<10", "10", "hidden", "Déjà vu"])
def test_all_else_is_as_it_was(cell):
    assert defused(cell) == cell


@given(st.text(max_size=30).filter(lambda text: "\x00" not in text))
def test_a_table_gives_back_what_was_put_in(text):
    text = text.encode("utf-8", "replace").decode()
    question = replace(QUESTIONS[0], statement=text)
    assert rows(items_csv([question]).data)[1][COLUMNS.index("statement")] == defused(text)


# --- questions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_it_drops(name):
    export = FORMATS[name](QUESTIONS)
    assert export.dropped
    assert all(sentence.endswith(".") for sentence in export.dropped)


@pytest.mark.parametrize("name", ["gift", "moodle", "anki"])
def test_the_verdict_and_the_fact_come_first_and_the_fact_comes_last(name):
    text = FORMATS[name](QUESTIONS).data.decode()
    for question in QUESTIONS:
        number = int(question.id[2:]) + 1
        order = [f"{part}{number}x" for part in ("Statement", "Fact", "Myth", "Why", "Takeaway")]
        found = [text.index(part) for part in order]
        assert found == sorted(found)
        # GIFT writes a backslash before a colon
        said = text.replace("\\:", ":")
        assert verdict_line(question) in said
        assert belief_line(question) in said
        assert f"Work{number}x" in text[found[-1] :]


@pytest.mark.parametrize("name", FORMATS)
def test_the_whole_pack_can_be_given(name):
    pack = read_pack(paths.CONTENT / "sex-therapy").pack
    data = FORMATS[name](pack.questions).data.decode()
    assert all(question.id in data for question in pack.questions)


def test_a_table_has_the_verdict_and_the_fact_before_the_statement():
    head, first, *_ = rows(items_csv(QUESTIONS).data)
    assert head == list(COLUMNS)
    row = dict(zip(head, first, strict=True))
    assert head.index("fact") < head.index("statement")
    assert (row["verdict"], row["safeguarding"], row["difficulty"]) == ("myth", "no", "1")
    assert row["sources"] == "Doe J (2020). Work1x. doi:10.1/1 (p. 1)"
    assert row["links"] == "https://doi.org/10.1/1"


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


GIFT = re.compile(
    r"// (?P<id>.*)\n::(?P<name>(?:\\.|[^\\])*?)::\[plain\](?P<statement>(?:\\.|[^\\{])*) "
    r"\{(?P<answer>TRUE|FALSE)#(?P<wrong>(?:\\.|[^\\#])*)#(?P<right>(?:\\.|[^\\#])*)"
    r"####(?P<general>(?:\\.|[^\\}])*)\}\n"
)


def test_gift_is_read_back_by_its_grammar():
    data = gift(QUESTIONS).data.decode()
    assert data.startswith("$CATEGORY: Myth or Reality/a\n")
    found = [match.groupdict() for match in GIFT.finditer(data)]
    assert [unescaped(f["statement"]) for f in found] == [q.statement for q in QUESTIONS]
    assert [f["answer"] for f in found] == ["FALSE", "TRUE", "FALSE", "TRUE"]
    assert all(f["wrong"] == f["right"] == f["general"] for f in found)


@given(st.text("ab~=#{}:\\\n ", max_size=30))
def test_gift_keeps_every_sign_that_means_something_to_it(text):
    question = replace(QUESTIONS[0], statement=text, fact=text)
    found = GIFT.search(gift([question]).data.decode())
    assert found
    assert unescaped(found["statement"]) == " ".join(text.split())


def test_moodle_reads_a_question_with_its_feedback():
    quiz = ElementTree.fromstring(moodle_xml(QUESTIONS).data)
    category, first, *_ = quiz.findall("question")
    assert category.findtext("category/text") == "$course$/top/Myth or Reality/a"
    assert first.get("type") == "truefalse"
    assert first.findtext("name/text") == first.findtext("idnumber") == "a-0"
    assert first.findtext("questiontext/text") == QUESTIONS[0].statement
    answers = {a.findtext("text"): a.get("fraction") for a in first.findall("answer")}
    assert answers == {"true": "0", "false": "100"}
    assert {a.findtext("feedback/text") for a in first.findall("answer")} == {
        first.findtext("generalfeedback/text")
    }
    assert [tag.text for tag in first.findall("tags/tag/text")] == ["age 12-15", "difficulty 1"]


@given(st.text(max_size=40))
def test_moodle_xml_is_sound_whatever_the_text(text):
    quiz = ElementTree.fromstring(moodle_xml([replace(QUESTIONS[0], statement=text)]).data)
    assert quiz.find("question/questiontext") is not None


def test_anki_is_given_an_id_for_each_note():
    head, body = anki_text(QUESTIONS, "pack").data.decode().split("#columns:")
    assert head.splitlines() == [
        "#separator:tab",
        "#html:false",
        "#guid column:1",
        "#tags column:4",
        "#notetype:Basic",
        "#deck:Myth or Reality",
    ]
    columns, *notes = csv.reader(io.StringIO(body, newline=""), delimiter="\t")
    assert columns == ["GUID", "Front", "Back", "Tags"]
    assert [note[0] for note in notes] == ["pack/a-0", "pack/a-1", "pack/a-2", "pack/a-3"]
    assert notes[0][1] == f"Myth or reality? {QUESTIONS[0].statement}"
    assert notes[0][3] == "a age-12-15 difficulty-1"


def test_csl_has_the_names_that_zotero_knows():
    source = replace(
        SOURCE,
        authors=(Name("Doe", "Jo"), Name(literal="A Body")),
        editors=(Name("Roe"),),
        issued=Issued(2020, 5),
        accessed=Issued(2026, 1, 2),
        container_title="Journal",
        page="1-2",
        pmid="7",
    )
    first, second = json.loads(csl_json([source, replace(SOURCE, id="b", issued=None)]).data)
    assert first == {
        "id": "source",
        "type": "article-journal",
        "title": "Work",
        "author": [{"family": "Doe", "given": "Jo"}, {"literal": "A Body"}],
        "editor": [{"family": "Roe"}],
        "issued": {"date-parts": [[2020, 5]]},
        "accessed": {"date-parts": [[2026, 1, 2]]},
        "container-title": "Journal",
        "page": "1-2",
        "DOI": "10.1000/182",
        "PMID": "7",
        "custom": {"evidence": "rct", "checked": "2026-01-02"},
    }
    assert "issued" not in second
