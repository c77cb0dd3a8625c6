"""What the tests of paper and exchange share."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "model")]

from paper_example import tool


@pytest.fixture
def pages_of(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What pdftotext reads on each page, each page on one line."""

    def pages(data: bytes) -> list[str]:
        file = tmp_path / "paper.pdf"
        file.write_bytes(data)
        command = [tool("pdftotext"), str(file), "-"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
        return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]

    return pages


@pytest.fixture
def fonts_of(tmp_path: Path) -> Callable[[bytes], list[tuple[str, bool]]]:
    """The fonts of a PDF, each with whether it is embedded."""

    def fonts(data: bytes) -> list[tuple[str, bool]]:
        file = tmp_path / "fonts.pdf"
        file.write_bytes(data)
        command = [tool("pdffonts"), str(file)]
        done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60)
        rows = [line.split() for line in done.stdout.splitlines()[2:]]
        return [(row[0].rpartition("+")[2], row[-5] == "yes") for row in rows]

    return fonts
