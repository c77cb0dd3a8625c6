"""A file is there whole or not at all, and a sentence says why not."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.exchange.saving import NotSaved, Why, save

ROOT = Path(__file__).parents[2]


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "sheet.pdf"
    save(path, b"one")
    assert path.read_bytes() == b"one"
    save(path, b"")
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
def test_the_rights_of_the_file_stay_and_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "sheet.pdf", tmp_path / "link"
    save(path, b"one")
    assert not stat.S_IMODE(path.stat().st_mode) & 0o111
    path.chmod(0o640)
    link.symlink_to(path)
    save(link, b"two")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o640)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("gone/a.pdf", "a.pdf was not saved: the folder is no longer there. Choose another one."),
        ("folder", "folder was not saved: a folder has that name. Choose another name."),
        ("file/a.pdf", "a.pdf was not saved: the folder is no longer there. Choose another one."),
        ("a\0b", f"a\0b was not saved: {Why.NAME.value}"),
        ("n" * 300, "n" * 300 + f" was not saved: {Why.NAME.value}"),
    ],
)
def test_one_sentence_says_why_not(tmp_path, name, sentence):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved) as told:
        save(tmp_path / name, b"data")
    assert str(told.value) == sentence
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(sys.platform != "linux", reason="/sys, where nobody may write, is Linux's")
def test_where_nothing_may_be_written():
    with pytest.raises(NotSaved) as told:
        save(Path("/sys/sheet.pdf"), b"data")
    assert str(told.value) == (
        "sheet.pdf was not saved: nothing may be written there. Choose another folder."
    )


@pytest.mark.skipif(os.name != "posix", reason="needs the limits of POSIX")
def test_on_a_full_disk_the_old_file_stays(tmp_path):
    """The limit stops the writing in its middle, as a full disk does."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from quiz.exchange.saving import NotSaved, save\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: save(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except NotSaved as told: print(told)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == (
        "sheet.pdf was not saved: the disk is full. Make room on it, or choose another folder.\n"
    )
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "why"),
    [(errno.ENOSPC, Why.FULL), (errno.EROFS, Why.FORBIDDEN), (errno.EIO, Why.OTHER)],
)
def test_what_a_disk_answers_becomes_a_reason(tmp_path, monkeypatch, number, why):
    def answer(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", answer)
    with pytest.raises(NotSaved) as told:
        save(tmp_path / "sheet.pdf", b"data")
    assert told.value.why is why
    assert told.value.name == "sheet.pdf"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_program_that_is_killed_leaves_the_file_whole(tmp_path):
    path = tmp_path / "sheet.pdf"
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from quiz.exchange.saving import save\n"
        "n = 0\n"
        "while True:\n"
        "    save(Path(sys.argv[1]), bytes([n % 256]) * 3_000_000)\n"
        "    n += 1\n"
        "    print(n, flush=True)\n"
    )
    for rounds in (1, 2, 3, 4):
        with subprocess.Popen(
            [sys.executable, "-B", "-c", program, str(path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdout
            for _ in range(rounds):
                running.stdout.readline()
            running.kill()
        data = path.read_bytes()
        assert (len(data), len(set(data))) == (3_000_000, 1)
