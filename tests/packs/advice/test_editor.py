"""All rules together, over a pack and through ``check``."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pack_example import QUESTIONS, write_pack

from quiz.app import main
from quiz.model.question import AgeBand, Question, Verdict
from quiz.packs import check as checking
from quiz.packs.advice import advise
from quiz.packs.advice.places import Places
from quiz.packs.advice.reading import CannotGrade
from quiz.packs.check import FAULTS, SOUND, WRONG_USE, check
from tests.builders import SOURCE, make_pack, make_question

CONTENT = Path(__file__).resolve().parents[3] / "content"
TODAY = date(2026, 11, 25)
WORDS = (
    "Alder birch cedar Elder hazel maple Rowan willow aspen Linden larch acorn "
    "Poplar spruce cherry Walnut laurel juniper"
).split()


def sound_questions() -> tuple[Question, ...]:
    """Six questions that nothing is to be said of."""
    return tuple(
        make_question(
            f"q{i}",
            verdict=(Verdict.MYTH, Verdict.REALITY)[i % 2],
            age_band=AgeBand.YOUNG_TEEN,
            statement="{} helps {} against {} trouble.".format(*WORDS[3 * i : 3 * i + 3]),
            fact=f"Sessions of {WORDS[3 * i]} kind are told apart by training.",
            detail="The detail of it.",
            myth="A session is magic that works at once.",
        )
        for i in range(6)
    )


def remarks(*questions: Question, grade: object = lambda _: 5.0, **changed: object) -> list[str]:
    pack = make_pack(questions or sound_questions(), **changed)
    places = Places(pack, Path("nowhere"), "trees/")
    return [str(r) for r in advise(pack, places, TODAY, grade)]  # type: ignore[arg-type]


def test_a_sound_pack_is_left_in_peace() -> None:
    assert remarks() == []


def test_a_remark_says_where_how_grave_what_and_the_way_out() -> None:
    first, *rest = sound_questions()
    late = replace(SOURCE, url="https://www.scribd.com/1")
    cited = replace(first.citations[0], source=late)
    first = replace(first, why="Obviously.", reviewed=date(2023, 1, 1), citations=(cited,))
    assert remarks(first, *rest, grade=lambda _: 7.5, sources=(late,)) == [
        (
            "trees/pack.yaml:1: error: pack pack: half of the explanations read at grade 7.5 or "
            "above. "
            "Bring the middle to 7: shorter sentences and words."
        ),
        (
            "trees/questions/sessions.yaml:1: advice: question q0, reviewed: was last checked on "
            "2023-01-01. Compare it again."
        ),
        (
            "trees/questions/sessions.yaml:1: error: question q0, why: says 'obviously'. "
            "Leave it out: it was not obvious to the reader."
        ),
        (
            "trees/sources.yaml:1: error: source doe-2020, URL: www.scribd.com has copies and "
            "links of "
            "others' works. Give the work's own address, or leave it out."
        ),
    ]


def test_topics_are_looked_at_one_by_one() -> None:
    first, *rest = sound_questions()
    found = remarks(replace(first, topic="alone", age_band=AgeBand.ADULT), *rest)
    assert [remark.split(". ")[0] for remark in found] == [
        "trees/questions/alone.yaml:1: advice: topic alone: has 1 question",
        (
            "trees/questions/alone.yaml:1: advice: topic alone: has nothing that a class can "
            "reach at "
            "its usual age band, 12-15"
        ),
        (
            "trees/questions/alone.yaml:1: advice: topic alone: has nothing that a kiosk can "
            "reach at "
            "its usual age band, 15-18"
        ),
    ]


def test_said_of_each_question_by_the_rules_that_compare() -> None:
    first, second, *rest = sound_questions()
    same = replace(second, statement=first.statement, fact=first.fact)
    assert "trees/questions/sessions.yaml:1: advice: question q1, statement: says nearly the " in (
        "\n".join(remarks(first, same, *rest))
    )


def test_in_another_language_english_words_count_for_nothing() -> None:
    questions = [replace(q, why="Obviously never, no.") for q in sound_questions()]
    shouted = [replace(questions[0], why="So!"), *questions[1:]]
    assert remarks(*shouted, language="de-AT") == [
        (
            "trees/pack.yaml:1: advice: pack pack: is in 'de-AT', and the lists of words are "
            "English. "
            "Look for negatives, clues and blame by eye."
        ),
        (
            "trees/pack.yaml:1: advice: pack pack: the reading level was not looked at: the "
            "pack is in "
            "'de-AT'. It needs a pack in English and what `make test` installs."
        ),
        (
            "trees/questions/sessions.yaml:1: error: question q0, why: has an exclamation mark. "
            "End with a full stop."
        ),
    ]


def test_where_nothing_can_grade_that_is_said() -> None:
    assert remarks(grade="textstat is not installed") == [
        (
            "trees/pack.yaml:1: advice: pack pack: the reading level was not looked at: "
            "textstat is not "
            "installed. It needs a pack in English and what `make test` installs."
        )
    ]


def told(*arguments: object, **options: object) -> tuple[int, list[str]]:
    out = io.StringIO()
    code = check(*arguments, out=out, today=TODAY, **options)  # type: ignore[arg-type]
    return code, out.getvalue().splitlines()


def test_what_is_shipped_has_no_error() -> None:
    code, lines = told(CONTENT, with_advice=True)
    assert [line for line in lines if ": advice: " not in line] == []
    assert code == SOUND


def test_check_says_nothing_that_nobody_asked_for(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small")
    assert told(tmp_path) == (SOUND, [])
    code, lines = told(folder, with_report=True)
    assert (code, lines[0]) == (SOUND, "pack sleep: questions 2, pairs of twins 1, sources 1")


def test_errors_are_faults_and_advice_is_not(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small")
    code, lines = told(tmp_path, with_advice=True)
    assert code == SOUND
    assert lines
    assert all(": advice: " in line for line in lines), lines
    spoilt = QUESTIONS.replace("takeaway: ", "takeaway: Obviously, ", 1)
    assert spoilt != QUESTIONS
    (folder / "questions" / "naps.yaml").write_text(spoilt, "utf-8")
    code, lines = told(tmp_path, with_advice=True)
    line = spoilt[: spoilt.index("takeaway:")].count("\n") + 1
    assert code == FAULTS
    assert any(one.startswith(f"small/questions/naps.yaml:{line}: error: ") for one in lines)
    code, lines = told(folder, with_advice=True)  # given itself, files are named within it
    assert any(one.startswith(f"questions/naps.yaml:{line}: error: ") for one in lines)


def test_all_of_it_as_json(tmp_path: Path) -> None:
    broken = QUESTIONS + "\n- id: broken\n  statement: Too short.\n"
    write_pack(tmp_path / "small", questions=broken)
    code, lines = told(tmp_path, with_advice=True, with_report=True, as_json=True)
    assert code == FAULTS
    found = json.loads("\n".join(lines))
    assert list(found) == ["problems", "advice", "report"]
    assert set(found["problems"][0]) == {"file", "line", "column", "where", "what", "hint"}
    assert set(found["advice"][0]) == {"file", "line", "level", "where", "what", "hint"}
    assert found["report"][0]["pack"] == "sleep"
    assert told(tmp_path, as_json=True)[1][0].endswith('"advice": [], "report": []}')


def test_report_and_advice_without_a_grade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> None:
        raise CannotGrade("textstat is not installed")

    monkeypatch.setattr(checking, "textstat_grade", nothing)
    write_pack(tmp_path / "small")
    code, lines = told(tmp_path, with_advice=True, with_report=True)
    assert code == SOUND
    assert any("was not looked at: textstat is not installed." in line for line in lines)
    assert not any("reading grade" in line for line in lines)


def test_the_command_line_asks_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(tmp_path / "small")
    assert main(["check", str(tmp_path)]) == SOUND
    assert capsys.readouterr().out == ""
    assert main(["check", str(tmp_path), "--advice"]) == SOUND
    assert ": advice: " in capsys.readouterr().out
    assert main(["check", str(tmp_path), "--report"]) == SOUND
    assert capsys.readouterr().out.startswith("pack sleep: ")
    assert main(["check", str(tmp_path), "--advice", "--report", "--format", "json"]) == SOUND
    found = json.loads(capsys.readouterr().out)
    assert found["advice"]
    assert found["report"]


def test_a_pack_that_cannot_be_played_has_no_advice(tmp_path: Path) -> None:
    write_pack(tmp_path / "small", pack=None)
    code, lines = told(tmp_path, with_advice=True, with_report=True)
    assert code == FAULTS
    assert all(line.startswith("small/pack.yaml:1:1: ") for line in lines), lines


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    err = io.StringIO()
    assert check(tmp_path / "nothing", io.StringIO(), err, with_advice=True) == WRONG_USE
    assert err.getvalue() == f"There is no file or folder {tmp_path / 'nothing'}.\n"
