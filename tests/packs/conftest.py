"""Lets the tests of packs share `pack_example`; some libraries install a package `tests` of their own."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
