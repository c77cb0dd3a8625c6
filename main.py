"""Start Myth or Reality: ``python main.py``. Everything happens in :mod:`quiz.app`."""

import sys

from quiz.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
