"""How large the type of a page is, and where a chapter breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from quiz.model.glass import CAPITALS_MM, Print
from quiz.ui.kiosk.pages import Chapter, DoesNotFit, Page, first_page, paginate, total
from quiz.ui.screens.kiosk.visit_parts import Paper, Sizes
from quiz.ui.screens.kiosk.visit_sheet import Kind

LEADINGS = (1.0, 0.87)
"""Heights of lines: they draw closer where that spares a page."""

GROWING = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0)
"""Scales of type in the large size: the largest with which all is still on one page."""

SHRINKING = (1.0, 0.93, 0.86, 0.8, 0.74, 0.69, 0.64, 0.58, 0.53)
"""Scales of type where something has to stay together; the first that fits is taken, and no type
gets smaller than that of the private size."""

LAST_RESORTS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Scales below the private size, for a screen that is too small for where it is read from."""

_PRIVATE, _LARGE = CAPITALS_MM[Print.TEXT]
MIDDLE = (_PRIVATE / _LARGE + 1) / 2
"""The scale between the large and the private size, where the large one makes too many pages."""

FILLED = 0.9
"""Of the room at most, with type that has grown: some air is calmer than the largest letters."""

TITLE = 1.5
"""How much larger a title is where there is room."""


@dataclass(frozen=True, slots=True)
class Type:
    """How type is set: its scale, the height of lines, and whether it keeps to the private size."""

    scale: float = 1.0
    leading: float = 1.0
    floored: bool = True


class Setter:
    """Sets chapters over `inner` pixels.

    `desk`: a hidden widget to measure on. `floors`: pixels that no class of texts goes below.
    `large`: type may grow. `roomy`: titles are larger than the rest.
    """

    def __init__(
        self,
        desk: QWidget,
        sizes: Sizes,
        inner: int,
        floors: Mapping[str, int],
        *,
        large: bool,
        roomy: bool,
    ) -> None:
        self._desk = desk
        self._measured: dict[Type, Paper] = {}
        self._sizes = sizes
        self._inner = inner
        self._floors = floors
        self._large = large
        self._title = TITLE if roomy else 1.0

    def paper(self, desk: QWidget, type_: Type) -> Paper:
        """Paper of this width."""
        floors = self._floors if type_.floored else {}
        return Paper(
            desk, self._sizes, self._inner, floors, type_.scale, type_.leading, self._title
        )

    def measure(self, type_: Type) -> Paper:
        """Paper to measure on, until :meth:`clear`."""
        if type_ not in self._measured:
            self._measured[type_] = self.paper(self._desk, type_)
        return self._measured[type_]

    def clear(self) -> None:
        """Put away what was only made to measure it."""
        for paper in self._measured.values():
            paper.clear()
        self._measured.clear()

    def height(self, parts: Page[Kind], type_: Type) -> int:
        """How high `parts` are on one page."""
        paper = self.measure(type_)
        return round(total(parts, paper.height, paper.gap))

    def growth(self, parts: Page[Kind], room: int) -> float:
        """The largest scale with which `parts` are on one page with some air; 1 at least."""
        if not self._large:
            return 1.0
        types = [Type(scale) for scale in GROWING]
        found = _first(types, lambda type_: self.height(parts, type_) <= FILLED * room)
        return found.scale if found else 1.0

    def fits(self, parts: Page[Kind], room: int, least: float = SHRINKING[-1]) -> Type | None:
        """The type in which `parts` are on one page, from the scale 1 to `least`."""
        return _first(_types(least), lambda type_: self.height(parts, type_) <= room)

    def set(
        self, chapter: Chapter[Kind], room: int, least: float, most: float, *, few: bool
    ) -> list[tuple[Page[Kind], Type]]:
        """A chapter in pages of one type: on one if possible, with the largest with which it is.

        `few`: fill pages, where that spares one.
        """
        if most > 1 and self.height(chapter.parts, Type(most)) <= room:
            return [(chapter.parts, Type(most))]
        for parts in (chapter.parts, chapter.closest):
            if one := self.fits(parts, room, least):
                return [(parts, one)]
        types = _types(least)
        fewest = self._pages(parts, room, types[-1], few)
        if fewest:
            enough = _first(
                types, lambda type_: 0 < len(self._pages(parts, room, type_, few)) <= len(fewest)
            )
            pages = self._pages(parts, room, enough, few) if enough else fewest
            return [(page, enough or types[-1]) for page in pages]
        for type_ in (Type(scale, LEADINGS[-1]) for scale in SHRINKING if scale < least):
            if pages := self._pages(parts, room, type_, few):
                return [(page, type_) for page in pages]
        return self._somehow(parts, room)

    def _pages(
        self, parts: Page[Kind], room: int, type_: Type, few: bool
    ) -> tuple[Page[Kind], ...]:
        """`parts` in pages; none where something that has to stay together does not fit."""
        paper = self.measure(type_)
        try:
            return paginate(parts, room, paper.height, paper.gap, fill=few)
        except DoesNotFit:
            return ()

    def _somehow(self, parts: Page[Kind], room: int) -> list[tuple[Page[Kind], Type]]:
        """`parts` in pages where the private size is too large: broken between words, then smaller
        still, page by page.
        """
        pages = []
        while parts:
            for type_ in _last_types():
                paper = self.measure(type_)
                try:
                    page, rest = first_page(parts, room, paper.height, paper.gap, break_words=True)
                    break
                except DoesNotFit:
                    page, rest = parts[:1], parts[1:]
            pages.append((page, type_))
            parts = rest
        return pages


def _types(least: float) -> list[Type]:
    """From the largest that has not grown to the smallest."""
    scales = [scale for scale in SHRINKING if scale > least] + [least]
    return [Type(scale, leading) for scale in scales for leading in LEADINGS]


def _last_types() -> Iterable[Type]:
    yield Type(SHRINKING[-1], LEADINGS[-1])
    for scale in LAST_RESORTS:
        yield Type(SHRINKING[-1] * scale, LEADINGS[-1], floored=False)


def _first(types: Sequence[Type], fits: Callable[[Type], bool]) -> Type | None:
    """The first that fits, of types from the largest to the smallest; those after it fit, too."""
    if not fits(types[-1]):
        return None
    low, high = 0, len(types) - 1
    while low < high:
        middle = (low + high) // 2
        if fits(types[middle]):
            high = middle
        else:
            low = middle + 1
    return types[high]
