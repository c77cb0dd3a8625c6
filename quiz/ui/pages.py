"""Cutting what is to be read into pages: nothing scrolls, nothing is cut off.

Pure: heights are measured by whoever draws. The rules:

* What leads (a head, or a myth) is never the last thing on a page: what it leads to follows it.
* A page breaks between parts. A part that is too long for a whole page goes on over the next,
  broken between sentences; between words only where that is allowed.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


@dataclass(frozen=True)  # slots and Generic do not go together on Python 3.10
class Part(Generic[Kind]):
    """A part of what is to be read.

    `kind` says how it is drawn, `aside` is a second text of its own, `share` a figure from 0 to 1
    that it shows. `leads`: never the last on a page. `whole`: never broken.
    """

    kind: Kind
    text: str
    aside: str = ""
    share: float = 0.0
    leads: bool = False
    whole: bool = False


class DoesNotFit(Exception):
    """Something that has to stay together is higher than a page."""


Page = tuple[Part[Kind], ...]


def paginate(
    parts: Sequence[Part[Kind]],
    room: float,
    height: Callable[[Part[Kind]], float],
    gap: Callable[[Part[Kind], Part[Kind]], float],
    *,
    break_words: bool = False,
) -> tuple[Page[Kind], ...]:
    """`parts` in pages of `room`; `gap` is the space between two parts that follow each other.

    Raises DoesNotFit where a part that may not be broken, with what leads to it, is higher than
    that. Without `break_words` a sentence may not be broken.
    """
    waiting = deque(parts)
    pages: list[Page[Kind]] = []
    page: list[Part[Kind]] = []
    while waiting:
        run = [waiting.popleft()]
        while run[-1].leads and waiting:
            run.append(waiting.popleft())
        if _height([*page, *run], height, gap) <= room:
            page += run
        elif page:
            pages.append(tuple(page))
            page = []
            waiting.extendleft(reversed(run))
        else:
            first, rest = _broken(run, room, height, gap, break_words=break_words)
            pages.append(first)
            waiting.appendleft(rest)
    if page:
        pages.append(tuple(page))
    return tuple(pages)


def _height(
    parts: Sequence[Part[Kind]],
    height: Callable[[Part[Kind]], float],
    gap: Callable[[Part[Kind], Part[Kind]], float],
) -> float:
    between = sum(gap(above, below) for above, below in pairwise(parts))
    return sum(height(part) for part in parts) + between


def _broken(
    run: list[Part[Kind]],
    room: float,
    height: Callable[[Part[Kind]], float],
    gap: Callable[[Part[Kind], Part[Kind]], float],
    *,
    break_words: bool,
) -> tuple[Page[Kind], Part[Kind]]:
    """A page of `run` with as much of its last part as there is room for, and the rest of it."""
    *leading, long = run
    if not long.whole:
        for pieces in (sentences(long.text), long.text.split() if break_words else []):
            for count in range(len(pieces) - 1, 0, -1):
                first = replace(long, text=" ".join(pieces[:count]))
                if _height([*leading, first], height, gap) <= room:
                    return (*leading, first), replace(long, text=" ".join(pieces[count:]))
    raise DoesNotFit(long.text)


_END = re.compile(r"(?:(?<=[.!?…؟۔।])|(?<=[.!?…؟۔।][”’\"')\]]))\s+|(?<=[。！？])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of `text`. An abbreviation may end one too early, which does no harm here."""
    return [sentence.strip() for sentence in _END.split(text) if sentence.strip()]
