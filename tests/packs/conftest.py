"""Lets the tests of packs share `pack_example`: a library may bring a package `tests` too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
