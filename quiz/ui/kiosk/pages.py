"""Cutting what is to be read into pages: nothing scrolls, nothing is cut off.

Pure: heights are measured by whoever draws. The rules:

* What leads (a head, or a myth) is never the last thing on a page: what it leads to follows it.
* A page breaks between parts. A part that is too long for a whole page goes on over the next,
  broken between sentences; between words only where that is allowed.
* Where pages are to be few, a text is broken between sentences to fill the page, too.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


@dataclass(frozen=True)  # slots and Generic do not go together on Python 3.10
class Part(Generic[Kind]):
    """A part of what is to be read.

    `kind` says how it is drawn, `aside` is a second text of its own, `share` a figure from 0 to 1
    that it shows. `leads`: never the last on a page. `keeps`: not the last on a page either, unless
    nothing else is possible. `whole`: never broken.
    """

    kind: Kind
    text: str
    aside: str = ""
    share: float = 0.0
    leads: bool = False
    keeps: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Chapter(Generic[Kind]):
    """Parts that begin on a page of their own. `way_in`: words on the button that leads to it.

    `closer`: the same said in less room. `at_first`: where one page is not enough for all parts,
    only these are on it, and the others begin the next chapter. `matters`: whoever reads on at all
    should get to its end. `compact`: few pages come before large type.
    """

    parts: tuple[Part[Kind], ...]
    way_in: str = ""
    closer: tuple[Part[Kind], ...] = ()
    at_first: tuple[Part[Kind], ...] = ()
    matters: bool = False
    compact: bool = False

    @property
    def closest(self) -> tuple[Part[Kind], ...]:
        """Its parts in the least room."""
        return self.closer or self.parts

    def after(self, *before: Part[Kind]) -> Chapter[Kind]:
        """This chapter with other parts before its own."""
        closer = (*before, *self.closer) if self.closer else ()
        return replace(self, parts=(*before, *self.parts), closer=closer)


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
    fill: bool = False,
) -> tuple[Page[Kind], ...]:
    """`parts` in pages of `room`: :func:`first_page` again and again."""
    pages: list[Page[Kind]] = []
    rest = tuple(parts)
    while rest:
        page, rest = first_page(rest, room, height, gap, break_words=break_words, fill=fill)
        pages.append(page)
    return tuple(pages)


def first_page(
    parts: Sequence[Part[Kind]],
    room: float,
    height: Callable[[Part[Kind]], float],
    gap: Callable[[Part[Kind], Part[Kind]], float],
    *,
    break_words: bool = False,
    fill: bool = False,
) -> tuple[Page[Kind], Page[Kind]]:
    """As much of `parts` as a page of `room` takes, and what is left for the next.

    `gap` is the space between two parts that follow each other. Raises DoesNotFit where a part
    that may not be broken, with what leads to it, is higher than that. Without `break_words` a
    sentence may not be broken. `fill`: a text that would have room on the next page is broken all
    the same, where that spares pages.
    """
    waiting = deque(parts)
    page: list[Part[Kind]] = []
    while waiting:
        run = [waiting.popleft()]
        while (run[-1].leads or run[-1].keeps) and waiting:
            run.append(waiting.popleft())
        if total([*page, *run], height, gap) <= room:
            page += run
        elif page:
            if fill and not run[-1].aside:
                with suppress(DoesNotFit):
                    first, rest = _broken([*page, *run], room, height, gap, break_words=False)
                    return first, (rest, *waiting)
            return tuple(page), (*run, *waiting)
        elif any(part.keeps for part in run[:-1]):
            kept = next(index for index, part in enumerate(run) if part.keeps)
            alone = replace(run[kept], keeps=False)
            waiting.extendleft(reversed((*run[:kept], alone, *run[kept + 1 :])))
        else:
            first, rest = _broken(run, room, height, gap, break_words=break_words)
            return first, (rest, *waiting)
    return tuple(page), ()


def joined(
    chapters: Sequence[Chapter[Kind]],
    room: float,
    height: Callable[[Part[Kind]], float],
    gap: Callable[[Part[Kind], Part[Kind]], float],
) -> tuple[Chapter[Kind], ...]:
    """`chapters`, those that follow each other put together as far as they fit into `room`."""
    found: list[Chapter[Kind]] = []
    for chapter in chapters:
        if found:
            together = (*found[-1].parts, *chapter.parts)
            if total(together, height, gap) <= room:
                matters = found[-1].matters or chapter.matters
                closer = (*found[-1].closest, *chapter.closest)
                found[-1] = Chapter(
                    together, found[-1].way_in, closer, matters=matters, compact=chapter.compact
                )
                continue
        found.append(chapter)
    return tuple(found)


def total(
    parts: Sequence[Part[Kind]],
    height: Callable[[Part[Kind]], float],
    gap: Callable[[Part[Kind], Part[Kind]], float],
) -> float:
    """How high `parts` are on one page."""
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
                if total([*leading, first], height, gap) <= room:
                    return (*leading, first), replace(long, text=" ".join(pieces[count:]))
    raise DoesNotFit(long.text)


_END = re.compile(r"(?:(?<=[.!?…؟۔।])|(?<=[.!?…؟۔।][”’\"')\]]))\s+|(?<=[。！？])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of `text`. An abbreviation may end one too early, which does no harm here."""
    return [sentence.strip() for sentence in _END.split(text) if sentence.strip()]
