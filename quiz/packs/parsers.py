"""PyYAML's two event parsers: the one in C, and the one in Python where the other is missing."""

from __future__ import annotations

from typing import Any, Protocol

import yaml


class EventParser(Protocol):
    """What PyYAML's two parsers, in C and in Python, have in common."""

    def get_event(self) -> Any:
        """The next event."""


def new_parser(text: str) -> EventParser:
    """PyYAML's parser in C, or the one in Python where the other was not built."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PythonParser(text)
    return CParser(text)


class PythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's reader, scanner and parser without the layers that make objects."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
