"""The small tools that sentences about faults are made with."""

from __future__ import annotations

import pytest

from quiz.packs.kinds import Pattern
from quiz.packs.problems import Problem, in_order, near_miss, shortened
from quiz.packs.strict_yaml import decoded
from quiz.packs.yaml_faults import YamlFault


def test_a_problem_reads_as_one_line() -> None:
    problem = Problem("a/b.yaml", 3, 7, "question x", "is odd", "Mend it.")
    assert str(problem) == "a/b.yaml:3:7: question x: is odd. Mend it."


def test_problems_of_one_place_stay_as_they_were_told() -> None:
    early, late, first = (Problem("b", 1, 1, "", what, "") for what in "zya")
    other = Problem("a", 2, 1, "", "", "")
    lower = Problem("b", 1, 10, "", "", "")
    assert in_order([lower, early, late, first, other]) == (other, early, late, first, lower)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("statment", "statement"),
        ("Statement", "statement"),
        ("doi", "DOI"),
        ("zzz", ""),
        ("", ""),
        ("s" * 81, ""),
    ],
)
def test_near_misses(word: str, meant: str) -> None:
    assert near_miss(word, ["statement", "DOI", "fact"]) == meant


def test_near_misses_among_thousands_are_looked_for_where_they_may_be() -> None:
    many = [f"{letter}name-{number}" for letter in "abc" for number in range(1000)]
    assert near_miss("bnmae-57", many) == "bname-57"
    assert near_miss("zname-57", many) == ""


@pytest.mark.parametrize(
    ("text", "short"),
    [("plain", "plain"), ("a\n b\x00c", "a b?c"), ("x" * 41, "x" * 39 + "…"), ("x" * 40, "x" * 40)],
)
def test_quoted_texts_are_short_and_printable(text: str, short: str) -> None:
    assert shortened(text) == short


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"ab\ncd\xff", (2, 3)), (b"\xef\xbb\xbf\xff", (1, 1)), ("ü\n".encode() + b"\xe2", (2, 1))],
)
def test_where_a_text_is_not_utf_8(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(YamlFault) as fault:
        decoded(data)
    assert (fault.value.line, fault.value.column) == place


def test_a_file_has_a_limit_of_values() -> None:
    with pytest.raises(YamlFault, match="more than 600,000 values"):
        decoded(b"\n" * 600_001)
    assert len(decoded(b"x" * 600_001)) == 600_001


def test_a_code_may_stand_on_a_line_of_its_own() -> None:
    code = Pattern("[a-z]+", "a word", "abc")
    assert code.convert("abc\n") == "abc"
