"""YAML as the editors read it that are given our schemas."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers, truth values and nulls, but no dates, yes or 010."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{form})$"), list(first)
    )
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
EditorLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
