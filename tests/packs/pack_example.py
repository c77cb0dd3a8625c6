"""The pack that content/README.md shows, and ways to spoil it."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).parents[2] / "content" / "README.md"
PACK, SOURCES, QUESTIONS = re.findall(
    r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL
)
FIRST, SECOND = QUESTIONS.split("\n\n")
FIRST += "\n"


def write_pack(
    folder: Path,
    pack: str | None = PACK,
    sources: str | None = SOURCES,
    questions: str | bytes | None = QUESTIONS,
    **more: str,
) -> Path:
    """Writes the example, with files put in place of its own or (None) left out."""
    (folder / "questions").mkdir(parents=True)
    files = {"pack": pack, "sources": sources, "questions/naps": questions}
    files |= {f"questions/{topic}": text for topic, text in more.items()}
    for name, text in files.items():
        if text is not None:
            data = text if isinstance(text, bytes) else text.encode()
            (folder / f"{name}.yaml").write_bytes(data)
    return folder


def spoilt(text: str, old: str, new: str) -> str:
    """`text` with the first `old` replaced, which has to be there."""
    assert old in text, old
    return text.replace(old, new, 1)
