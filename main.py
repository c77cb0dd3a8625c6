"""Start Myth or Reality: ``python main.py``. Everything happens in :mod:`quiz.app`."""

import sys

sys.dont_write_bytecode = True  # running leaves no file behind; setting up has compiled already

from quiz.app import main  # noqa: E402  (after the line above, or importing would write)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
