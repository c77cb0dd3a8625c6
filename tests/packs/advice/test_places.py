"""Where a remark points: to the line of the field, however it is written, also beside faults."""

from __future__ import annotations

from pathlib import Path

from pack_example import PACK, QUESTIONS, SOURCES, write_pack

from quiz.model.question import Pack
from quiz.packs.advice.places import Places
from quiz.packs.reader import read_pack
from quiz.packs.shelf import open_shelf

CONTENT = Path(__file__).resolve().parents[3] / "content"


def read(folder: Path) -> Pack:
    pack = read_pack(folder).pack
    assert pack is not None
    return pack


def line_of(text: str, part: str, after: str = "") -> int:
    """The line in which `part` stands, the first one that follows `after`."""
    at = text.index(part, text.index(after))
    return text.count("\n", 0, at) + 1


def test_fields_of_a_question(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    pack = read(folder)
    places = Places(pack, folder, "pack/")
    for question in pack.questions:
        id_line = f"- id: {question.id}"
        for field, part in {
            "": id_line,
            "statement": "  statement:",
            "fact": "  fact:",
            "source 1": "    - ",
            "source 1, supports": "supports:",
            "teacher, ask": "ask:",
            "reviewed": "  reviewed:",
        }.items():
            place = places.question(question.topic, question.id, field)
            assert place == ("pack/questions/naps.yaml", line_of(QUESTIONS, part, id_line)), field


def test_fields_of_a_source(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    pack = read(folder)
    places = Places(pack, folder, "")
    for source in pack.sources:
        id_line = f"id: {source.id}"
        assert places.source(source.id) == ("sources.yaml", line_of(SOURCES, id_line))
        for field, part in {"custom, checked": "checked:", "title": "title:"}.items():
            place = places.source(source.id, field)
            assert place == ("sources.yaml", line_of(SOURCES, part, id_line)), field


def test_what_is_not_there_is_at_what_holds_it(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    pack = read(folder)
    places = Places(pack, folder, "")
    first = pack.questions[0]
    start = places.question(first.topic, first.id)
    assert places.question(first.topic, first.id, "caveats") == start
    assert places.question(first.topic, first.id, "teacher, joke") == places.question(
        first.topic, first.id, "teacher"
    )
    assert places.question(first.topic, "unheard-of", "why") == ("questions/naps.yaml", 1)
    assert places.topic("naps") == ("questions/naps.yaml", 1)
    assert places.pack() == ("pack.yaml", 1)


def test_a_file_that_has_gone_meanwhile(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    pack = read(folder)
    (folder / "questions" / "naps.yaml").unlink()
    places = Places(pack, folder, "")
    assert places.question("naps", pack.questions[0].id, "why") == ("questions/naps.yaml", 1)


def test_below_a_question_that_is_broken(tmp_path: Path) -> None:
    broken = '- id: broken\n  statement: "no end\n  fact: [\n\n'
    text = broken + QUESTIONS
    folder = write_pack(tmp_path / "pack", questions=text)
    pack = read(folder)
    places = Places(pack, folder, "")
    for question in pack.questions:
        line = line_of(text, "  why:", f"- id: {question.id}")
        assert places.question("naps", question.id, "why") == ("questions/naps.yaml", line)


def test_other_ways_of_writing(tmp_path: Path) -> None:
    first, rest = QUESTIONS.split("\n\n", 1)
    lines = first.removeprefix("- ").splitlines()
    indented = (
        "-\n"
        + "\n".join(f"  {line.strip() if n == 0 else line[2:]}" for n, line in enumerate(lines))
        + "\n\n"
    )
    quoted = indented.replace("  statement:", '  "statement":', 1) + rest
    folder = write_pack(tmp_path / "pack", questions=quoted)
    pack = read(folder)
    places = Places(pack, folder, "")
    line = line_of(quoted, '"statement":')
    assert places.question("naps", pack.questions[0].id, "statement")[1] == line
    odd = SOURCES.replace("references:", "references: # all of them")
    folder = write_pack(tmp_path / "odd", pack=PACK, sources=odd)
    assert Places(read(folder), folder, "").source(read(folder).sources[0].id)[1] > 1


def test_every_statement_of_the_shipped_packs() -> None:
    for name, pack in open_shelf(CONTENT).read().by_folder.items():
        places = Places(pack, CONTENT / name, f"{name}/")
        texts = {}
        for question in pack.questions:
            file, line = places.question(question.topic, question.id, "statement")
            if file not in texts:
                texts[file] = (CONTENT / file).read_text(encoding="utf-8").splitlines()
            told = texts[file][line - 1].strip().removeprefix("statement:").strip(" \"'>-")
            assert question.statement.startswith(told.replace("''", "'")[:60]), (file, line)
