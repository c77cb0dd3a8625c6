"""Where the fields of a small file stand, for what can be told only after it was read."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from .strict_yaml import Events
from .yaml_faults import Mark


def marks(file: str) -> Iterator[tuple[tuple[str, str], Mark]]:
    """Each field of a file that is a group, as (name, ""), and each entry of its lists.

    An entry that is not a text, or an empty one, is called "?".
    """
    events = Events(file)
    start = events.first()
    if type(start) is not MappingStartEvent:
        return
    for name, key, event in events.fields(start):
        yield (name, ""), key.start_mark
        if type(event) is not SequenceStartEvent:
            events.skip(event)
            continue
        for entry in events.entries(event):
            text = entry.value.strip() if type(entry) is ScalarEvent else ""
            yield (name, text or "?"), entry.start_mark
            events.skip(entry)
