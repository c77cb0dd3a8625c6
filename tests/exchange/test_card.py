"""The card for the cabinet, as a value, as a PDF, and as the command writes it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quiz import paths
from quiz.exchange.card import CORNERS, Cabinet, card
from quiz.exchange.paper import FAMILY, Line, PageSize
from quiz.exchange.pdf import pdf
from quiz.model.site import Corner

ROOT = Path(__file__).resolve().parents[2]
CABINET = Cabinet(
    site_file=Path("/etc/quiz/kiosk.yaml"),
    unlock=Path("/etc/quiz/staff-unlock"),
    content=Path("/srv/quiz/content"),
    corner=Corner.TOP_LEFT,
    has_pin=True,
    command="python main.py",
    version="1.2.3",
    day="2026-11-25",
)
DEEP = Path("/srv", *["a_folder_with_a_name_of_some_length"] * 3)


def text(cabinet: Cabinet) -> str:
    parts = [part for group in card(cabinet).groups for part in group.parts]
    return "\n".join(part.text for part in parts if isinstance(part, Line))


def test_how_staff_get_in_and_round_a_forgotten_pin():
    words = text(CABINET)
    assert (
        "Touch the top left corner five times within three seconds, and hold the fifth touch for "
        "one second. A pad of digits comes.\nTouch in the PIN.\n"
    ) in words
    assert (
        "As administrator of this machine, make an empty file of this name:\n"
        "/etc/quiz/staff-unlock\n"
    ) in words
    assert "The settings are in the site file:\n/etc/quiz/kiosk.yaml\n" in words
    assert "Content is put into this folder:\n/srv/quiz/content\n" in words


@pytest.mark.parametrize("corner", Corner)
def test_the_corner_is_that_of_the_site(corner):
    others = {words for place, words in CORNERS.items() if place is not corner}
    words = text(replace(CABINET, corner=corner))
    assert f"the {CORNERS[corner]} corner" in words
    assert not [other for other in others if other in words]


def test_without_pin_and_without_content_of_its_own_it_says_so():
    words = text(replace(CABINET, has_pin=False, content=None))
    assert "When this card was made there was none" in words
    assert "This kiosk plays the content that came with the program." in words
    assert "None" not in words


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize(
    "cabinet",
    [
        CABINET,
        replace(CABINET, has_pin=False, content=None),
        replace(
            CABINET,
            has_pin=False,
            site_file=DEEP / "kiosk.yaml",
            unlock=DEEP / "staff-unlock",
            content=DEEP / "packs",
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_it_is_one_page_with_text_that_can_be_selected(cabinet, size, pages_of, fonts_of):
    data = pdf(card(cabinet), size, paths.FONTS)
    (page,) = pages_of(data)
    assert page.startswith("Myth or Reality: kiosk card")
    assert "Myth or Reality 1.2.3, card of 2026-11-25, page 1 of 1" in page
    joined = page.replace(" ", "")  # long names of files are broken between lines
    assert str(cabinet.unlock) in joined
    assert str(cabinet.site_file) in joined
    fonts = fonts_of(data)
    assert all(name.startswith(FAMILY.replace(" ", "")) for name, _ in fonts)
    assert all(embedded for _, embedded in fonts)


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    command = [sys.executable, "-B", str(ROOT / "main.py"), "kiosk", "card", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_the_command_saves_it_in_the_folder_where_one_is(tmp_path, pages_of):
    (tmp_path / "kiosk.yaml").write_text(
        f"pin_hash: scrypt-16-8-1-{'a1' * 16}-{'b2' * 32}\nstaff_corner: bottom-right\n"
    )
    saved = tmp_path / "kiosk-card.pdf"
    assert run(tmp_path, "--site", "kiosk.yaml") == (0, f"Saved: {saved}\n", "")
    (page,) = pages_of(saved.read_bytes())
    assert "the bottom right corner" in page
    assert str(tmp_path / "staff-unlock") in page.replace(" ", "")
    assert "a1a1" not in page
    assert "b2b2" not in page
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "kiosk-card.pdf",
        "kiosk.yaml",
        "paper.pdf",
    ]


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_sheet_and_the_name_can_be_said(tmp_path, paper, width):
    code, out, _ = run(tmp_path, "front", "--paper", paper)
    assert (code, out) == (0, f"Saved: {tmp_path / 'front.pdf'}\n")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+)", (tmp_path / "front.pdf").read_bytes())
    assert round(float(box[1])) == width


def test_where_it_cannot_be_saved_a_sentence_says_why(tmp_path):
    told = "card.pdf was not saved: the folder is no longer there. Choose another one.\n"
    assert run(tmp_path, "nowhere/card.pdf") == (1, "", told)
