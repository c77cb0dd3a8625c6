"""From a sheet to pages: as large as the glass allows, and nothing cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from quiz.model.glass import CAPITALS_MM, Glass, Print
from quiz.ui.pages import Chapter, DoesNotFit, Page, first_page, joined, paginate, total
from quiz.ui.screens.visit_foot import Foot
from quiz.ui.screens.visit_parts import Paper, Sizes
from quiz.ui.screens.visit_sheet import Choice, Kind, Rank, Sheet
from quiz.ui.settle import Settling

translate = QCoreApplication.translate  # lupdate knows it by this name

LEADINGS = (1.0, 0.87)
"""Heights of lines: they draw closer where that spares a page."""

GROWING = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0)
"""Scales of type in the large size: the largest with which all is still on one page."""

SHRINKING = (1.0, 0.93, 0.86, 0.8, 0.74, 0.69, 0.64)
"""Scales of type for a page on which something has to stay together; the first that fits is taken,
and no type gets smaller than that of the private size."""

LAST_RESORTS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Scales below the private size, for a screen that is too small for where it is read from."""

_PRIVATE, _LARGE = CAPITALS_MM[Print.TEXT]
MIDDLE = (_PRIVATE / _LARGE + 1) / 2
"""The scale between the large and the private size, where the large one makes too many pages."""

MANY = 6
"""Pages that an explanation has at most, if possible with no smaller type than at MIDDLE."""

ROOMY = 9
"""Targets on top of each other from which there is room for wide margins and large buttons."""

JOINED = 0.8
"""Chapters share a page as long as they leave this share of it at most filled."""

FILLED = 0.9
"""Of the room at most, with type that has grown: some air is calmer than the largest letters."""

SINKING = 0.42
"""Where there is little to read it stands this share of the free room lower: in the middle, as the
eye sees it, which is a little above the middle of a rule.
"""

BACK, MORE = "back", "more"


@dataclass(frozen=True, slots=True)
class Type:
    """How type is set: its scale, the height of lines, and whether it keeps to the private size."""

    scale: float = 1.0
    leading: float = 1.0
    floored: bool = True


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is ready to be drawn. `slots`: the choices of all pages of its sheet."""

    parts: Page[Kind]
    choices: tuple[Choice, ...]
    type: Type
    top: int = 0
    slots: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """Around a page and within it: none around it where there is little room."""

    around: int
    within: int
    grown: float  # times that buttons are larger than they have to be

    @classmethod
    def of(cls, size: QSize, sizes: Sizes) -> Margins:
        """For a screen of `size`; all of them are multiples of the least gap."""
        short = min(size.width(), size.height())
        if size.height() <= (ROOMY + 1) * sizes.target:
            return cls(0, sizes.gap, 1.0)
        steps = max(3, round(0.045 * short / sizes.gap))
        return cls(sizes.gap, steps * sizes.gap, min(1.5, max(1.0, short / (10 * sizes.target))))


class Press:
    """Lays sheets out in pages of one size.

    `desk`: a hidden widget to measure on. `floors`: pixels that no class of texts goes below.
    `large`: whether it is the large size, which grows where there is room.
    """

    def __init__(
        self,
        desk: QWidget,
        glass: Glass,
        settling: Settling,
        size: QSize,
        margins: Margins,
        floors: Mapping[str, int],
        *,
        large: bool,
    ) -> None:
        self.size = size
        self._desk = desk
        self._floors = floors
        self._large = large
        self._few = False  # whether pages have to be spared
        self.sizes = Sizes.of(glass)
        self.pad = margins.within
        self._roomy = margins.around > 0
        self._inner = size.width() - 2 * self.pad
        grown = margins.grown if large else 1.0
        self.foot = Foot(desk, glass, settling, size, self.pad, grown)

    def paper(self, desk: QWidget, type_: Type) -> Paper:
        """Paper of this size."""
        floors = self._floors if type_.floored else {}
        title = 1.5 if self._roomy else 1.0
        return Paper(desk, self.sizes, self._inner, floors, type_.scale, type_.leading, title)

    def leaves(self, sheet: Sheet) -> tuple[Leaf, ...]:
        """`sheet` in pages."""
        if not sheet.reading and (leaf := self._one_page(sheet)):
            return (leaf,)
        if len(sheet.chapters) == 1:
            pages = self._cut(sheet, tuple(sheet.choices), least=1.0)
            if len(pages) == 1:
                return tuple(pages)
        ways = [translate("Visit", "More"), *(chapter.way_in for chapter in sheet.chapters)]
        turning = (Choice(BACK, translate("Visit", "Back")), Choice(MORE, max(ways, key=len)))
        slots = (*turning, *sheet.choices)
        self._few = False
        pages = self._cut(sheet, slots, least=1.0)
        if len(pages) > MANY or len(pages) >= 2 * len(sheet.chapters):
            self._few = True
            closer = replace(sheet, chapters=tuple(_gathered(sheet.chapters)))
            pages = self._cut(closer, slots, least=MIDDLE if self._large else 1.0)
        return tuple(
            replace(page, choices=tuple(self._offered(sheet, pages, index)))
            for index, page in enumerate(pages)
        )

    def _offered(self, sheet: Sheet, pages: Sequence[_Cut], index: int) -> Iterable[Choice]:
        """The choices of a page: the way on in the text is the main one as long as it matters."""
        matters = any(page.matters for page in pages[index + 1 :])
        if index:
            yield Choice(BACK, translate("Visit", "Back"))
        if index + 1 < len(pages):
            words = pages[index + 1].way_in or translate("Visit", "More")
            yield Choice(MORE, words, Rank.MAIN if matters else Rank.PLAIN)
        for choice in sheet.choices:
            yield replace(choice, rank=Rank.PLAIN) if matters else choice

    def _one_page(self, sheet: Sheet) -> Leaf | None:
        """`sheet` on one page, where the private size is large enough for that to fit."""
        room = self._room_above(sheet.choices)
        parts = tuple(part for chapter in sheet.chapters for part in chapter.parts)
        alike = [parts, *(chapter.parts for chapter in sheet.alike)]
        grown = min(self._growth(some, room) for some in alike)
        types = [Type(grown)]
        if grown == 1:
            types = _types(SHRINKING[-1])
            if self._height(parts, types[1]) > room:
                parts = _needed(parts)
        type_ = _first(types, lambda type_: self._height(parts, type_) <= room)
        if type_ is None:
            return None
        return Leaf(parts, sheet.choices, type_, self._top(room, self._height(parts, type_)))

    def _top(self, room: int, high: int) -> int:
        return self.pad + round((room - high) * SINKING)

    def _height(self, parts: Page[Kind], type_: Type) -> int:
        """How high `parts` are on one page."""
        paper = self.paper(self._desk, type_)
        high = total(parts, paper.height, paper.gap)
        paper.clear()
        return round(high)

    def _growth(self, parts: Page[Kind], room: int) -> float:
        """The largest scale with which `parts` are on one page with some air; 1 at least."""
        if not self._large:
            return 1.0
        types = [Type(scale) for scale in GROWING]
        found = _first(types, lambda type_: self._height(parts, type_) <= FILLED * room)
        return found.scale if found else 1.0

    def _room_above(self, choices: Sequence[Choice]) -> int:
        """How high a page may be over these choices."""
        return self.foot.top(choices) - self.sizes.gap - self.pad

    def _cut(self, sheet: Sheet, slots: tuple[Choice, ...], *, least: float) -> list[_Cut]:
        """`sheet` in pages, with type that is not smaller than it has to be nor than `least`."""
        room = self._room_above(slots)
        paper = self.paper(self._desk, Type())
        chapters = joined(sheet.chapters, JOINED * room, paper.height, paper.gap)
        paper.clear()
        alike = [self._growth(chapter.parts, room) for chapter in sheet.alike]
        pages: list[_Cut] = []
        late: Page[Kind] = ()
        for written in chapters:
            chapter = replace(written, parts=(*late, *written.parts))
            late = ()
            most = min(alike, default=GROWING[0]) if not pages else GROWING[0]
            if chapter.at_first and not self._one_type(chapter.parts, room, least):
                late = tuple(part for part in chapter.parts if part not in chapter.at_first)
                chapter = replace(chapter, parts=chapter.at_first)
            cut = self._chapter(chapter, room, least, most)
            first = True
            for parts, type_ in cut:
                top = self._top(room, self._height(parts, type_))
                way_in = chapter.way_in if first else ""
                leaf = _Cut(parts, slots, type_, top, slots, way_in, chapter.matters)
                pages.append(leaf)
                first = False
        return pages

    def _chapter(
        self, chapter: Chapter[Kind], room: int, least: float, most: float
    ) -> list[tuple[Page[Kind], Type]]:
        """A chapter in pages of one type: on one if possible, with the largest with which it is."""
        grown = min(most, self._growth(chapter.parts, room))
        if grown > 1:
            return [(chapter.parts, Type(grown))]
        if chapter.compact and least < 1:
            least = SHRINKING[-1]
        types = _types(least)
        for parts in (chapter.parts, _needed(chapter.parts)):
            if one := self._one_type(parts, room, least):
                return [(parts, one)]
        parts = _needed(chapter.parts)
        fewest = self._pages(parts, room, types[-1])
        if fewest:
            enough = _first(types, lambda type_: self._count(parts, room, type_) <= len(fewest))
            pages = self._pages(parts, room, enough) if enough else fewest
            return [(page, enough or types[-1]) for page in pages]
        for type_ in (Type(scale, LEADINGS[-1]) for scale in SHRINKING if scale < least):
            if pages := self._pages(parts, room, type_):
                return [(page, type_) for page in pages]
        return self._somehow(parts, room)

    def _one_type(self, parts: Page[Kind], room: int, least: float) -> Type | None:
        """The type in which `parts` are on one page, from the scale 1 to `least`."""
        return _first(_types(least), lambda type_: self._height(parts, type_) <= room)

    def _count(self, parts: Page[Kind], room: int, type_: Type) -> float:
        """How many pages `parts` take, without end where they do not fit."""
        return len(self._pages(parts, room, type_)) or float("inf")

    def _pages(self, parts: Page[Kind], room: int, type_: Type) -> tuple[Page[Kind], ...]:
        """`parts` in pages; none where something that has to stay together does not fit."""
        paper = self.paper(self._desk, type_)
        try:
            return paginate(parts, room, paper.height, paper.gap, fill=self._few)
        except DoesNotFit:
            return ()
        finally:
            paper.clear()

    def _somehow(self, parts: Page[Kind], room: int) -> list[tuple[Page[Kind], Type]]:
        """`parts` in pages where the private size is too large: broken between words, then smaller
        still, page by page.
        """
        pages = []
        while parts:
            for type_ in _last_types():
                paper = self.paper(self._desk, type_)
                try:
                    page, rest = first_page(parts, room, paper.height, paper.gap, break_words=True)
                    break
                except DoesNotFit:
                    page, rest = parts[:1], parts[1:]
                finally:
                    paper.clear()
            pages.append((page, type_))
            parts = rest
        return pages


def _gathered(chapters: Sequence[Chapter[Kind]]) -> Iterable[Chapter[Kind]]:
    """`chapters`, compact ones of one name after each other as one."""
    for (_, compact), alike in groupby(chapters, lambda c: (c.way_in, c.compact)):
        first, *others = alike
        if compact:
            parts = (*first.parts, *(part for other in others for part in other.parts))
            yield replace(first, parts=parts)
        else:
            yield from (first, *others)


def _types(least: float) -> list[Type]:
    """From the largest that has not grown to the smallest."""
    scales = [scale for scale in SHRINKING if scale > least] + [least]
    return [Type(scale, leading) for scale in scales for leading in LEADINGS]


def _needed(parts: Page[Kind]) -> Page[Kind]:
    """`parts` without what can be spared."""
    return tuple(part for part in parts if not part.spare)


def _last_types() -> Iterable[Type]:
    yield Type(SHRINKING[-1], LEADINGS[-1])
    for scale in LAST_RESORTS:
        yield Type(SHRINKING[-1] * scale, LEADINGS[-1], floored=False)


def _first(types: Sequence[Type], fits: Callable[[Type], bool]) -> Type | None:
    """The first that fits, of types from the largest to the smallest."""
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


@dataclass(frozen=True, slots=True)
class _Cut(Leaf):
    way_in: str = ""
    matters: bool = False
