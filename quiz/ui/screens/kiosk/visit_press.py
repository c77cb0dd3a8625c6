"""From a sheet to pages: as large as the glass allows, and nothing cut off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from quiz.model.glass import Glass
from quiz.ui.kiosk.pages import Chapter, Page, joined
from quiz.ui.screens.kiosk.visit_foot import Foot
from quiz.ui.screens.kiosk.visit_parts import Paper, Sizes
from quiz.ui.screens.kiosk.visit_setter import MIDDLE, SHRINKING, Setter, Type
from quiz.ui.screens.kiosk.visit_sheet import Choice, Kind, Rank, Sheet
from quiz.ui.settle import Settling

translate = QCoreApplication.translate  # lupdate knows it by this name

MANY = 6
"""Pages that an explanation has at most, as far as that is possible in the middle size."""

ROOMY = 10
"""Targets on top of each other from which there is room for wide margins and large buttons."""

JOINED = 0.8
"""Chapters share a page as long as they leave this share of it at most filled."""

SINKING = 0.42
"""Where there is little to read it stands this share of the free room lower: in the middle, as the
eye sees it, which is a little above the middle of a rule.
"""

BACK, MORE = "back", "more"


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
    """Around a page and within it: none around it where there is little room.

    `grown`: times that buttons are larger than they have to be.
    """

    around: int
    within: int
    grown: float

    @classmethod
    def of(cls, size: QSize, sizes: Sizes) -> Margins:
        """For a screen of `size`; all of them are multiples of the least gap."""
        short = min(size.width(), size.height())
        if size.height() <= ROOMY * sizes.target:
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
        self.sizes = Sizes.of(glass)
        self.pad = margins.within
        self._large = large
        inner = size.width() - 2 * self.pad
        roomy = margins.around > 0
        self._setter = Setter(desk, self.sizes, inner, floors, large=large, roomy=roomy)
        grown = margins.grown if large else 1.0
        self.foot = Foot(desk, glass, settling, size, self.pad, grown, roomy=roomy)

    def paper(self, desk: QWidget, type_: Type) -> Paper:
        """Paper of this size."""
        return self._setter.paper(desk, type_)

    def leaves(self, sheet: Sheet) -> tuple[Leaf, ...]:
        """`sheet` in pages."""
        leaves = self._leaves(sheet)
        self._setter.clear()
        return leaves

    def _leaves(self, sheet: Sheet) -> tuple[Leaf, ...]:
        if not sheet.reading and (leaf := self._one_page(sheet)):
            return (leaf,)
        if len(sheet.chapters) == 1:
            pages = self._cut(sheet, sheet.choices)
            if len(pages) == 1:
                return tuple(pages)
        ways = [translate("Visit", "More"), *(chapter.way_in for chapter in sheet.chapters)]
        turning = (Choice(BACK, translate("Visit", "Back")), Choice(MORE, max(ways, key=len)))
        slots = (*turning, *sheet.choices)
        pages = self._cut(sheet, slots)
        if len(pages) > MANY or len(pages) >= 2 * len(sheet.chapters):
            closer = replace(sheet, chapters=tuple(_gathered(sheet.chapters)))
            pages = self._cut(closer, slots, few=True)
        if len(pages) == 1:
            return (replace(pages[0], choices=sheet.choices, slots=()),)
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
        grown = min(self._setter.growth(some, room) for some in alike)
        type_: Type | None = Type(grown)
        if grown == 1:
            if not self._setter.fits(parts, room, 1.0):
                parts = tuple(part for chapter in sheet.chapters for part in chapter.closest)
            type_ = self._setter.fits(parts, room)
        if type_ is None:
            return None
        return Leaf(parts, sheet.choices, type_, self._top(parts, type_, room))

    def _top(self, parts: Page[Kind], type_: Type, room: int) -> int:
        return self.pad + round((room - self._setter.height(parts, type_)) * SINKING)

    def _room_above(self, choices: Sequence[Choice]) -> int:
        """How high a page may be over these choices."""
        return self.foot.top(choices) - self.sizes.gap - self.pad

    def _cut(self, sheet: Sheet, slots: tuple[Choice, ...], *, few: bool = False) -> list[_Cut]:
        """`sheet` in pages, each chapter in one size of type. `few`: pages have to be spared."""
        room, setter = self._room_above(slots), self._setter
        chapters = self._joined(sheet.chapters, JOINED * room)
        least = MIDDLE if few and self._large else 1.0
        most = self._most(chapters, sheet.alike, room)
        pages: list[_Cut] = []
        late: Page[Kind] = ()
        for written in chapters:
            chapter = written.after(*late)
            late = ()
            if chapter.at_first and not setter.fits(chapter.parts, room, least):
                late = tuple(part for part in chapter.parts if part not in chapter.at_first)
                chapter = replace(chapter, parts=chapter.at_first, closer=())
            small = SHRINKING[-1] if late or (few and chapter.compact) else least
            way_in = chapter.way_in
            for parts, type_ in setter.set(chapter, room, small, most[chapter.way_in], few=few):
                top = self._top(parts, type_, room)
                pages.append(_Cut(parts, slots, type_, top, slots, way_in, chapter.matters))
                way_in = ""
        return pages

    def _joined(self, chapters: Sequence[Chapter[Kind]], room: float) -> list[Chapter[Kind]]:
        """Chapters that share a page. In the large size only those of one sort do: type that may
        grow says more than a page that is spared.
        """
        paper = self._setter.measure(Type())
        sorts = [list(chapters)]
        if self._large:
            sorts = [list(alike) for _, alike in groupby(chapters, lambda c: c.compact)]
        return [
            chapter for sort in sorts for chapter in joined(sort, room, paper.height, paper.gap)
        ]

    def _most(
        self, chapters: Sequence[Chapter[Kind]], alike: Sequence[Chapter[Kind]], room: int
    ) -> dict[str, float]:
        """How far each chapter may grow: like those of its name, and none above the first."""
        growth = self._setter.growth
        first = min(growth(chapter.parts, room) for chapter in (*chapters[:1], *alike))
        most: dict[str, float] = {}
        for chapter in chapters:
            before = most.get(chapter.way_in, first)
            most[chapter.way_in] = (
                before if before == 1 else min(before, growth(chapter.parts, room))
            )
        return most


def _gathered(chapters: Sequence[Chapter[Kind]]) -> Iterable[Chapter[Kind]]:
    """`chapters`, compact ones of one name after each other as one."""
    for (_, compact), alike in groupby(chapters, lambda c: (c.way_in, c.compact)):
        first, *others = alike
        if compact:
            parts = (*first.closest, *(part for other in others for part in other.closest))
            yield replace(first, parts=parts, closer=())
        else:
            yield from (first, *others)


@dataclass(frozen=True, slots=True)
class _Cut(Leaf):
    way_in: str = ""
    matters: bool = False
