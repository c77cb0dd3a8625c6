"""A kiosk's files are carried away on a stick, or kept in a folder of its own; none is replaced."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.exchange.carrying import carry, media
from quiz.exchange.saving import NotSaved, Why


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "media" / "kiosk" / "STICK"
    folder.mkdir(parents=True)
    return folder


def test_a_stick_is_found_in_the_folder_of_its_user_and_beside_it(tmp_path, stick):
    card = tmp_path / "media" / "CARD"
    card.mkdir()
    (tmp_path / "media" / "left-behind").mkdir()
    mounted = {stick, card}
    roots = [tmp_path / "media", tmp_path / "nowhere"]
    assert media(roots, mounted.__contains__) == (card, stick)


def test_without_a_stick_there_is_none(tmp_path, stick):
    assert media([tmp_path / "media"]) == ()


def test_what_this_machine_has_can_be_asked_for():
    assert isinstance(media(), tuple)


def test_the_first_folder_that_takes_it_gets_it(tmp_path, stick):
    done = carry(b"1", "counts", ".csv", [stick, tmp_path])
    assert (done.path, done.refused) == (stick / "counts.csv", ())
    assert done.path.read_bytes() == b"1"
    assert list(stick.iterdir()) == [done.path]
    assert not (tmp_path / "counts.csv").exists()


def test_a_folder_that_takes_nothing_is_told_and_the_next_one_tried(tmp_path):
    done = carry(b"1", "counts", ".csv", [tmp_path / "gone", tmp_path])
    assert done.path == tmp_path / "counts.csv"
    assert done.refused == (
        "counts.csv was not saved: the folder is no longer there. Choose another one.",
    )


def test_nothing_takes_it():
    with pytest.raises(NotSaved, match=r"^counts\.csv was not saved: the folder is no longer"):
        carry(b"1", "counts", ".csv", [])


def test_the_last_reason_is_the_one_that_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match="the folder is no longer there"):
        carry(b"1", "counts", ".csv", [tmp_path / "file"])


def test_files_of_several_kiosks_stand_side_by_side(stick):
    names = [carry(data, "counts", ".csv", [stick]).path.name for data in (b"1", b"2", b"3")]
    assert names == ["counts.csv", "counts-2.csv", "counts-3.csv"]
    assert [(stick / name).read_bytes() for name in names] == [b"1", b"2", b"3"]


def test_the_same_again_is_no_second_file(stick):
    for _ in range(3):
        assert carry(b"1", "counts", ".csv", [stick]).path.name == "counts.csv"
    assert len(list(stick.iterdir())) == 1


def test_a_folder_of_that_name_is_gone_round(stick):
    (stick / "counts.csv").mkdir()
    assert carry(b"1", "counts", ".csv", [stick]).path.name == "counts-2.csv"


def test_a_link_that_leads_nowhere_is_not_followed_for_good(stick, tmp_path):
    for number in range(1, 999):
        (stick / (f"c-{number}.csv" if number > 1 else "c.csv")).mkdir()
    with pytest.raises(NotSaved, match="Choose another name"):
        carry(b"1", "c", ".csv", [stick])


def test_a_stick_that_has_gone_is_asked_once(stick, tmp_path, monkeypatch):
    """Each question may take seconds where the system mounts on demand."""
    asked = []
    real = Path.read_bytes

    def read_bytes(path):
        if path.is_relative_to(stick):
            asked.append(path)
            raise OSError(errno.ENODEV, "No such device")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    done = carry(b"1", "counts", ".csv", [stick, tmp_path])
    assert len(asked) == 1
    assert done.path == tmp_path / "counts.csv"
    assert done.refused == (
        "counts.csv was not saved: the disk did not take it. Choose another folder.",
    )


# --- with real mounts, in a namespace of their own ------------------------------------------------

OWN_MOUNTS = ("unshare", "--map-root-user", "--mount")
PROGRAM = """
import sys
from pathlib import Path
from quiz.exchange.carrying import carry, media
root, own = map(Path, sys.argv[1:])
done = carry(b"0123456789" * 1000, "counts", ".csv", [*media([root]), own])
print(done.path, *done.refused, sep="\\n")
"""


def can_mount() -> bool:
    try:
        done = subprocess.run([*OWN_MOUNTS, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return done.returncode == 0


@pytest.mark.skipif(not can_mount(), reason="needs unshare and user namespaces")
@pytest.mark.parametrize(
    ("options", "where", "told"),
    [
        ("size=1m", "STICK", []),
        (
            "size=1m,ro",
            "own",
            [f"counts.csv was not saved: {Why.FORBIDDEN.value}"],
        ),
        (
            "size=4k",
            "own",
            [f"counts.csv was not saved: {Why.FULL.value}"],
        ),
    ],
    ids=["a stick", "a stick that is locked", "a stick that is full"],
)
def test_on_a_real_mount(tmp_path, stick, options, where, told):
    own = tmp_path / "own"
    own.mkdir()
    script = (
        f'mount -t tmpfs -o {options} tmpfs "{stick}" && '
        f'"{sys.executable}" -B -c \'{PROGRAM}\' "{tmp_path / "media"}" "{own}"'
    )
    done = subprocess.run(
        [*OWN_MOUNTS, "sh", "-c", script],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    path, *refused = done.stdout.splitlines()
    assert Path(path).name == "counts.csv"
    assert Path(path).parent.name == where
    assert refused == told
