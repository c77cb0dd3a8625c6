"""Whatever the files hold: never an exception, always faults with a place."""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pack_example import PACK, QUESTIONS, SOURCES, write_pack

from quiz.packs.reader import Reading, read_pack

FILES = {"pack": PACK.encode(), "sources": SOURCES.encode(), "questions": QUESTIONS.encode()}
# Bits of YAML that change the meaning of what is around them.
BITS = st.sampled_from(
    [b"\n", b" ", b"  ", b"\t", b":", b": ", b" #", b"- ", b"-", b"? ", b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"!", b"!!int ",
     b"|", b">", b"'", b'"', b"%", b"@", b"`", b"\\", b"---\n", b"...\n", b"\r", b"\0", b"\x85", b"\xc2\x85", b"\xe2\x80\xa8", b"\xff", b"id: a\n", b"<<: *a\n"]
)  # fmt: skip


def read(name: str, data: bytes) -> Reading:
    """Reads the example with other bytes in one of its files."""
    with tempfile.TemporaryDirectory() as place:
        folder = write_pack(Path(place) / "p")
        (folder / ("questions/naps.yaml" if name == "questions" else f"{name}.yaml")).write_bytes(
            data
        )
        reading = read_pack(folder)
    lines = (
        data.count(b"\n") + data.count(b"\r") + data.count(b"\x85") + data.count(b"\x80\xa8") + 2
    )
    for problem in reading.problems:
        assert problem.what
        assert problem.hint[-1] in ".?"
        assert not problem.what.endswith(".")
        assert problem.where
        assert 1 <= problem.line <= max(lines, 60)
        assert problem.column >= 1
        assert "\n" not in str(problem)
        assert len(str(problem)) < 600
    if reading.pack is None:
        assert reading.problems
    else:
        assert reading.pack.questions
        known = {question.id for question in reading.pack.questions}
        assert all(question.twin in known | {""} for question in reading.pack.questions)
    return reading


@given(name=st.sampled_from(sorted(FILES)), data=st.binary(max_size=200))
def test_random_bytes(name: str, data: bytes) -> None:
    read(name, data)


@given(name=st.sampled_from(sorted(FILES)), text=st.text(max_size=200))
def test_random_text(name: str, text: str) -> None:
    read(name, text.encode("utf-8", "surrogatepass"))


@given(name=st.sampled_from(sorted(FILES)), bits=st.lists(BITS, max_size=40))
def test_random_yaml(name: str, bits: list[bytes]) -> None:
    read(name, b"".join(bits))


@given(
    name=st.sampled_from(sorted(FILES)),
    changes=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), BITS | st.binary(max_size=3)),
        min_size=1,
        max_size=4,
    ),
)
def test_random_changes(name: str, changes: list[tuple[float, int, bytes]]) -> None:
    data = FILES[name]
    for where, length, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    read(name, data)


@given(start=st.floats(0, 1), length=st.integers(1, 30), bit=BITS)
def test_a_change_in_one_question_never_costs_a_third(
    start: float, length: int, bit: bytes
) -> None:
    lone = QUESTIONS.split("\n\n")[0].replace("  twin: short-nap-helps-b\n", "") + "\n"
    texts = [
        lone.replace("short-nap-helps", name).encode() for name in ("first", "second", "third")
    ]
    line_starts = [0, *(n + 1 for n, byte in enumerate(texts[1][:-1]) if byte == 10)]
    at = line_starts[int(start * (len(line_starts) - 1))]
    spoilt = texts[1][: at + 6] + bit.replace(b"- ", b"") + texts[1][at + 6 + length :]
    reading = read("questions", b"".join([texts[0], spoilt + b"\n", texts[2]]))
    if b"\n- " not in spoilt and spoilt.decode(errors="replace").encode() == spoilt:
        assert reading.pack is not None
        assert "first" in {question.id for question in reading.pack.questions}
