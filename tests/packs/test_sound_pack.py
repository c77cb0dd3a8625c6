"""What a sound pack is read as."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pack_example import FIRST, PACK, QUESTIONS, SECOND, SOURCES, spoilt, write_pack

from quiz.model.question import (
    AgeBand,
    Citation,
    Evidence,
    Issued,
    Misleads,
    Name,
    Question,
    Source,
    TeacherNote,
    Term,
    Topic,
    Verdict,
)
from quiz.packs import parsers, strict_yaml, yaml_faults
from quiz.packs.reader import PackReader, read_pack

SOURCE = Source(
    id="example-1994",
    type="article-journal",
    title="Naps in adults: a cohort study",
    evidence=Evidence.COHORT,
    checked=date(2026, 11, 23),
    authors=(Name(family="Example", given="Ann B."), Name(literal="Sample Research Group")),
    issued=Issued(1994),
    container_title="Journal of Samples",
    volume="151",
    issue="1",
    page="54-61",
    doi="10.1000/example.1994",
)


@pytest.fixture(params=["in C", "in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's parsers."""
    if request.param == "in Python":
        for module in (strict_yaml, yaml_faults):
            monkeypatch.setattr(module, "new_parser", parsers.PythonParser)
    return str(request.param)


def test_every_field_arrives_in_the_model(tmp_path: Path, parser: str) -> None:
    reading = read_pack(write_pack(tmp_path / "sleep"))
    assert reading.problems == ()
    pack = reading.pack
    assert pack is not None
    assert (pack.id, pack.title, pack.language) == ("sleep", "Sleep", "en")
    assert pack.summary == "What is known about sleep, in two questions."
    assert (pack.license, pack.reviewed) == ("CC-BY-4.0", date(2026, 11, 23))
    assert pack.topics == (Topic("naps", "Naps"),)
    assert pack.glossary == (
        Term("cohort study", "a study that follows a group of people over years"),
    )
    assert pack.sources == (SOURCE,)
    first, second = pack.questions
    assert (second.id, second.twin, second.verdict) == (
        "short-nap-helps-b",
        "short-nap-helps",
        Verdict.MYTH,
    )
    assert first == Question(
        id="short-nap-helps",
        topic="naps",
        statement="A short nap after lunch can make people more alert for a while.",
        verdict=Verdict.REALITY,
        fact="Many people are more alert for an hour or two after a short nap.",
        detail="In a study of 200 adults, those who slept for twenty minutes after lunch were "
        "quicker in a test of attention.",
        myth="A nap in the day only makes people more tired.",
        why="Long naps can leave people slow for a while, and that is what they remember. "
        "A short nap seldom does, so one unpleasant kind came to stand for all.",
        misleads_by=Misleads.OVERGENERALISING,
        takeaway="Twenty minutes of rest can freshen the mind.",
        citations=(
            Citation(
                SOURCE,
                "Results, table 2",
                "Reaction times were shorter after a nap of twenty minutes than without one.",
            ),
        ),
        difficulty=1,
        age_band=AgeBand.YOUNG_TEEN,
        unesco=("U5.2",),
        nses="none",
        teacher=TeacherNote(
            "Shows how one kind of case comes to stand for all.",
            "What might somebody mean who says that naps never work?",
        ),
        reviewed=date(2026, 11, 23),
        twin="short-nap-helps-b",
    )


def test_optional_fields_arrive_too(tmp_path: Path) -> None:
    questions = QUESTIONS.replace(
        "  difficulty: 1\n",
        "  difficulty: '3'\n  caveat: No more than 200 adults.\n  more: Read on\n"
        "  content_note: sleep\n  attract: true\n",
    ).replace("    purpose:", "    safeguarding: true\n    purpose:")
    sources = SOURCES + (
        "    editor: [{family: Red}]\n    collection-title: Series\n    accessed: 2026-01-31\n"
        "    number: 7\n    edition: 2nd\n    publisher: House\n    publisher-place: Town\n"
        "    genre: Report\n    language: en-GB\n    PMID: 123\n    ISBN: 978-0-306-40615-7\n"
        "    URL: https://example.org/a?b\n"
    )
    reading = read_pack(write_pack(tmp_path / "p", sources=sources, questions=questions))
    assert reading.problems == ()
    assert reading.pack is not None
    question, source = reading.pack.questions[0], reading.pack.sources[0]
    assert (question.caveat, question.more) == ("No more than 200 adults.", "Read on")
    assert (question.content_note, question.attract, question.difficulty) == ("sleep", True, 3)
    assert question.teacher.safeguarding is True
    assert (source.editors, source.collection_title) == ((Name(family="Red"),), "Series")
    assert (source.accessed, source.number, source.edition) == (Issued(2026, 1, 31), "7", "2nd")
    assert (source.publisher, source.publisher_place, source.genre) == ("House", "Town", "Report")
    assert (source.language, source.pmid, source.isbn) == ("en-GB", "123", "978-0-306-40615-7")
    assert source.url == "https://example.org/a?b"


@pytest.mark.parametrize(
    "text", ["no", "on", "010", "1e3", "12:30", "0x1F", "~", "null", "2026-11-23", ".5", "=", "<<"]
)
def test_a_scalar_is_the_text_it_looks_like(tmp_path: Path, text: str) -> None:
    reading = read_pack(
        write_pack(tmp_path / "p", pack=spoilt(PACK, "title: Sleep", f"title: {text}"))
    )
    assert reading.problems == ()
    assert reading.pack is not None
    assert reading.pack.title == text


WRITINGS = {
    "with a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "with Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "with comments": lambda text: (
        "# all\n" + text.replace("  difficulty: 1\n", "  difficulty: 1 # easy\n  # more\n")
    ).encode(),
    "with document marks": lambda text: f"%YAML 1.1\n---\n{text}...\n".encode(),
    "further in": lambda text: "".join(
        f"   {line}\n" if line else "\n" for line in text.split("\n")
    ).encode(),
    "with harmless signs": lambda text: text.replace(
        "a while.", "a while & well! 2 * 3 C#"
    ).encode(),
    "quoted": lambda text: (
        text.replace("lunch can make people more alert for a while.", "lunch")
        .replace(
            "A short nap after lunch",
            '"A short nap after lunch can make \\\n    people more\\x20alert: for a # while."',
        )
        .encode()
    ),
    "as a block": lambda text: text.replace(
        "  verdict: reality\n", "  verdict: |\n    reality\n"
    ).encode(),
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_many_ways_to_write_it(tmp_path: Path, writing: str, parser: str) -> None:
    data = WRITINGS[writing](FIRST.replace("  twin: short-nap-helps-b\n", ""))
    reading = read_pack(write_pack(tmp_path / "p", questions=data))
    assert [str(problem) for problem in reading.problems] == []
    assert reading.pack is not None
    assert reading.pack.questions[0].statement.startswith("A short nap after lunch")


def test_json_is_yaml_too(tmp_path: Path) -> None:
    pack = (
        '{"id": "sleep", "title": "Sleep", "language": "en", "summary": "S", "license": "L",'
        ' "reviewed": "2026-11-23", "topics": [{"id": "naps", "title": "Naps"}]}'
    )
    reading = read_pack(write_pack(tmp_path / "p", pack=pack))
    assert reading.problems == ()
    assert reading.pack is not None
    assert reading.pack.glossary == ()


def test_a_pack_is_read_file_by_file(tmp_path: Path) -> None:
    pack = PACK + "  - {term: nap, means: a short sleep}\n"
    reader = PackReader(write_pack(tmp_path / "p", pack=pack, questions=FIRST + "\n" + SECOND))
    assert reader.cover is None
    steps = [reader.step()]
    assert reader.cover is not None
    assert reader.reading().pack is None
    while steps[-1]:
        steps.append(reader.step())
    assert steps == [True, True, True, False]
    assert reader.step() is False
    found = reader.reading().pack
    assert found is not None
    assert len(found.questions) == 2


def test_questions_come_in_the_order_of_the_topics(tmp_path: Path) -> None:
    pack = spoilt(PACK, "topics:\n", "topics:\n  - {id: zzz, title: Z}\n")
    lone = FIRST.replace("  twin: short-nap-helps-b\n", "")
    other = lone.replace("short-nap-helps", "other")
    reading = read_pack(write_pack(tmp_path / "p", pack=pack, questions=lone, zzz=other))
    assert reading.problems == ()
    assert reading.pack is not None
    assert [q.topic for q in reading.pack.questions] == ["zzz", "naps"]
