"""`python main.py export`: each format is saved, whole, and nothing that is there is replaced."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import export, options
from quiz.packs.reader import read_pack

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sleep(small_pack):
    """The folder of one pack."""
    return small_pack / "sleep"


@pytest.fixture
def run(sleep, tmp_path, monkeypatch, capsys):
    """A function that exports with these words; exit code, what is told, and faults."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def exported(*words: str, content: Path = sleep) -> tuple[int, list[str], list[str]]:
        code = export.export(options.read(["export", *words, "--content", str(content)]))
        told = capsys.readouterr()
        return code, told.out.splitlines(), told.err.splitlines()

    return exported


def test_each_format_can_be_made():
    assert set(export.MADE) == set(options.EXPORTS)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("anki", "questions-anki.txt"),
        ("csl", "sources.json"),
        ("gift", "questions.gift"),
        ("items", "questions.csv"),
        ("moodle", "questions-moodle.xml"),
    ],
)
def test_it_is_saved_and_what_the_format_drops_is_told(run, form, name):
    code, out, err = run(form)
    assert (code, err) == (0, [])
    assert out[0] == f"Saved: {Path.cwd() / name}"
    assert out[1:]
    assert all(sentence.endswith(".") for sentence in out[1:])
    assert [path.name for path in Path.cwd().iterdir()] == [name]


def rows(file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(Path(file).read_text("utf-8-sig").splitlines()))


def test_all_questions_go_or_those_of_topics_and_of_an_age_band(run, sleep):
    pack = read_pack(sleep).pack
    assert run("items", "all.csv")[0] == 0
    assert [row["id"] for row in rows("all.csv")] == [q.id for q in pack.questions]
    assert run("items", "naps.csv", "--topics", "naps")[0] == 0
    assert {row["topic"] for row in rows("naps.csv")} == {"naps"}
    code, _, err = run("items", "young.csv", "--topics", "no-such-topic", "--age-band", "9-12")
    assert (code, err) == (
        1,
        ["No question is for this age band in these topics. Choose others."],
    )
    assert not Path("young.csv").exists()


def test_of_the_sources_those_that_are_cited(run, sleep):
    assert run("csl", "s.json", "--topics", "naps")[0] == 0
    questions = [q for q in read_pack(sleep).pack.questions if q.topic == "naps"]
    cited = {citation.source.id for q in questions for citation in q.citations}
    assert {item["id"] for item in json.loads(Path("s.json").read_text("utf-8"))} == cited


def test_nothing_that_is_there_is_replaced(run):
    Path("mine.gift").write_text("worked on", encoding="utf-8")
    told = "mine.gift is there already. Choose another name, or take it away."
    assert run("gift", "mine.gift") == (1, [], [told])
    assert Path("mine.gift").read_text("utf-8") == "worked on"
    Path("folder").mkdir()
    told = "folder was not saved: a folder has that name. Choose another name."
    assert run("gift", "folder") == (1, [], [told])


def test_of_several_packs_one_has_to_be_named(run, sleep, tmp_path):
    content = tmp_path / "content"
    for name in ("one", "two"):
        shutil.copytree(sleep, content / name)
    cover = content / "two" / "pack.yaml"
    pack = read_pack(sleep).pack
    cover.write_text(cover.read_text("utf-8").replace(f"id: {pack.id}", "id: two", 1), "utf-8")
    told = (
        "There are 2 packs. Name the folder of one with --content: "
        f"{content / 'one'}, {content / 'two'}."
    )
    assert run("gift", content=content) == (1, [], [told])
    assert run("gift", content=content / "two")[0] == 0


def test_where_there_is_no_pack_that_is_told(run, tmp_path):
    code, out, err = run("gift", content=tmp_path / "nowhere")
    assert (code, out) == (1, [])
    assert len(err) == 1
    assert err[0].startswith("nowhere:1:1: folder:")


def test_as_it_is_typed_and_without_qt(tmp_path):
    program = (
        "import sys; from quiz.app import main; code = main(sys.argv[1:])\n"
        "print(code, 'PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, "export", "gift", str(tmp_path / "q.gift")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 False"
    assert (tmp_path / "q.gift").read_text("utf-8").startswith("$CATEGORY: ")
