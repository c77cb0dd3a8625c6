"""Print what pyproject.toml asks for, one requirement a line; the arguments name extras.

Run by the Python of `.venv`, since Python 3.10 has no TOML reader but pip carries one.
"""

import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    from pip._vendor import tomli as tomllib

pyproject = Path(__file__).resolve().parents[2] / "pyproject.toml"
project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
needs = list(project["dependencies"])
for extra in sys.argv[1:]:
    needs += project["optional-dependencies"][extra]
print("\n".join(needs))
