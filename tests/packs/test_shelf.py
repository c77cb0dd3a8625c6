"""All packs of a folder side by side: a faulty one never costs the others."""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

import io
from pathlib import Path

import pytest
from pack_example import PACK, QUESTIONS, spoilt, write_pack

from quiz.packs.check import check
from quiz.packs.shelf import holds_packs, open_shelf


def named(name: str) -> str:
    return spoilt(PACK, "id: sleep", f"id: {name}")


def test_packs_come_in_the_order_of_their_folders(tmp_path: Path) -> None:
    write_pack(tmp_path / "b", pack=named("second"))
    write_pack(tmp_path / "a", pack=named("first"))
    (tmp_path / "README.md").write_text("for authors", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    shelf = open_shelf(tmp_path).read()
    assert [pack.id for pack in shelf.packs] == ["first", "second"]
    assert (shelf.problems, shelf.faulty) == ((), ())


def test_at_first_only_the_covers_are_read(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", pack=named("first"), questions="- [")
    write_pack(tmp_path / "b", pack=named("second"))
    shelf = open_shelf(tmp_path)
    assert [cover.id for cover in shelf.covers] == ["first", "second"]
    assert (shelf.packs, shelf.problems, shelf.faulty) == ((), (), ())
    steps = 0
    while shelf.step():
        steps += 1
    assert steps > 2
    assert shelf.step() is False
    assert [pack.id for pack in shelf.packs] == ["second"]
    assert shelf.faulty == ("a",)
    assert [problem.file for problem in shelf.problems] == ["a/pack.yaml", "a/questions/naps.yaml"]


def test_a_pack_is_playable_before_the_next_is_read(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", pack=named("first"))
    write_pack(tmp_path / "b", pack=named("second"))
    shelf = open_shelf(tmp_path)
    while not shelf.packs:
        assert shelf.step()
    assert [pack.id for pack in shelf.packs] == ["first"]


def test_a_faulty_pack_never_costs_the_others(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", pack="- [")
    write_pack(tmp_path / "b")
    (tmp_path / "c").mkdir()
    shelf = open_shelf(tmp_path).read()
    assert [pack.id for pack in shelf.packs] == ["sleep"]
    assert shelf.faulty == ("a", "c")
    assert {problem.file.split("/")[0] for problem in shelf.problems} == {"a", "c"}


def test_two_packs_with_one_id(tmp_path: Path) -> None:
    write_pack(tmp_path / "a")
    write_pack(tmp_path / "b")
    shelf = open_shelf(tmp_path).read()
    assert [str(problem) for problem in shelf.problems] == [
        "b/pack.yaml:1:1: pack, id: the id 'sleep' is taken by the pack in a. Give this pack an id of its own."
    ]
    assert len(shelf.packs) == len(shelf.covers) == 1
    assert shelf.faulty == ("b",)


def test_a_folder_that_is_one_pack(tmp_path: Path) -> None:
    shelf = open_shelf(
        write_pack(tmp_path / "p", questions=spoilt(QUESTIONS, "myth:", "mith:"))
    ).read()
    assert [problem.file for problem in shelf.problems] == ["questions/naps.yaml"]
    assert len(shelf.packs[0].questions) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "empty",
            "empty:1:1: folder: no packs in empty. Put a pack in it: a folder with a pack.yaml.",
        ),
        (
            "none",
            "none:1:1: folder: is missing. Add the folder; content/README.md says what belongs in it.",
        ),
    ],
)
def test_nothing_there(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "empty").mkdir()
    shelf = open_shelf(tmp_path / name).read()
    assert (shelf.packs, [str(problem) for problem in shelf.problems]) == ((), [sentence])


def test_check_says_nothing_of_sound_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(tmp_path / "p")
    assert check(tmp_path) == 0
    assert capsys.readouterr() == ("", "")


def test_check_prints_a_line_for_each_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(tmp_path / "p", questions=QUESTIONS.replace("difficulty: 1", "difficulty: 7"))
    assert check(tmp_path) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[1:] == [
        "p/questions/naps.yaml:16:15: question short-nap-helps, difficulty: '7' is not one of the words to choose from. Write 1, 2 or 3.",
        "p/questions/naps.yaml:41:15: question short-nap-helps-b, difficulty: '7' is not one of the words to choose from. Write 1, 2 or 3.",
    ]


def test_check_of_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path / "nowhere") == 2
    assert capsys.readouterr() == ("", f"There is no file or folder {tmp_path / 'nowhere'}.\n")


def test_check_writes_what_the_screen_cannot_show_in_another_way(tmp_path: Path) -> None:
    write_pack(tmp_path / "p", questions=QUESTIONS.replace("difficulty: 1", "difficulty: ½"))
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert check(tmp_path, out=narrow) == 1
    narrow.seek(0)
    assert "difficulty: '\\xbd' is not one" in narrow.read()
    out = io.StringIO()
    assert check(tmp_path, out=out) == 1
    assert "difficulty: '½' is not one" in out.getvalue()


def test_a_folder_holds_packs_in_whatever_state(tmp_path: Path) -> None:
    assert not holds_packs(tmp_path / "nowhere")
    (tmp_path / "other").mkdir()
    assert not holds_packs(tmp_path)
    (tmp_path / "other" / "pack.yaml").touch()
    assert holds_packs(tmp_path)
    assert holds_packs(tmp_path / "other")
