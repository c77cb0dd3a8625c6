"""Start Myth or Reality: ``python main.py``. Everything happens in :mod:`quiz.app`."""

import sys

sys.dont_write_bytecode = True  # running leaves no file behind; setting up has compiled already

from quiz.app import main  # noqa: E402  (after the line above, or importing would write)

if __name__ == "__main__":
    try:
        ended = main(sys.argv[1:])
    except ModuleNotFoundError as missing:
        library = (missing.name or "").partition(".")[0]
        if library not in ("PySide6", "segno", "yaml"):
            raise
        sys.exit(
            f"{library} is missing here: run `make run` first, then `.venv/bin/python main.py` "
            "(README.md, Try it)."
        )
    sys.exit(ended)
