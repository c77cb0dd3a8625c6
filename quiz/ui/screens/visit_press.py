"""From a sheet to pages: as large as the glass allows, and nothing cut off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from quiz.model.glass import Glass
from quiz.ui.pages import DoesNotFit, Page, first_page, joined, total
from quiz.ui.screens.visit_foot import Foot
from quiz.ui.screens.visit_parts import Paper, Sizes
from quiz.ui.screens.visit_sheet import Choice, Kind, Sheet
from quiz.ui.settle import Settling

translate = QCoreApplication.translate  # lupdate knows it by this name

LEADINGS = (1.0, 0.87)
"""Heights of lines: they draw closer where that spares a page."""

SHRINKING = (1.0, 0.93, 0.86, 0.8, 0.74, 0.69, 0.64)
"""Scales of type for a page on which something has to stay together; the first that fits is taken,
and no type gets smaller than that of the private size."""

LAST_RESORTS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Scales below the private size, for a screen that is too small for where it is read from."""

ROOMY = 9
"""Targets on top of each other from which there is room for wide margins."""

JOINED = 0.8
"""Chapters share a page as long as they leave this share of it at most filled."""

SINKING = 0.2
"""Where there is little to read it stands this share of the free room lower: nearer to the eye."""

BACK, MORE = "back", "more"


@dataclass(frozen=True, slots=True)
class Type:
    """How type is set: its scale, the height of lines, and whether it keeps to the private size."""

    scale: float = 1.0
    leading: float = 1.0
    floored: bool = True


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is ready to be drawn."""

    parts: Page[Kind]
    choices: tuple[Choice, ...]
    type: Type
    top: int = 0


class Press:
    """Lays sheets out in pages of one size.

    `desk`: a hidden widget to measure on. `floors`: pixels that no class of texts goes below.
    """

    def __init__(
        self,
        desk: QWidget,
        glass: Glass,
        settling: Settling,
        size: QSize,
        floors: Mapping[str, int],
    ) -> None:
        self.size = size
        self._desk = desk
        self._floors = floors
        self.sizes = Sizes.of(glass)
        roomy = size.height() > ROOMY * self.sizes.target
        self.pad = round(self.sizes.gap * (3 if roomy else 1.2))
        self._inner = size.width() - 2 * self.pad
        self.foot = Foot(desk, glass, settling, size, self.pad)

    def paper(self, desk: QWidget, type_: Type) -> Paper:
        """Paper of this size."""
        floors = self._floors if type_.floored else {}
        return Paper(desk, self.sizes, self._inner, floors, type_.scale, type_.leading)

    def leaves(self, sheet: Sheet) -> tuple[Leaf, ...]:
        """`sheet` in pages."""
        if not sheet.reading and (leaf := self._one_page(sheet)):
            return (leaf,)
        if len(sheet.chapters) == 1:
            pages = self._cut(sheet, sheet.choices)
            if len(pages) == 1:
                return tuple(pages)
        ways = [translate("Visit", "More"), *(chapter.way_in for chapter in sheet.chapters)]
        turning = (Choice(BACK, translate("Visit", "Back")), Choice(MORE, max(ways, key=len)))
        pages = self._cut(sheet, (*turning, *sheet.choices))
        return tuple(
            replace(page, choices=(*self._turning(pages, index), *sheet.choices))
            for index, page in enumerate(pages)
        )

    def _one_page(self, sheet: Sheet) -> Leaf | None:
        """`sheet` on one page, where the private size is large enough for that to fit."""
        room = self._room_above(sheet.choices)
        parts = tuple(part for chapter in sheet.chapters for part in chapter.parts)
        for scale in SHRINKING:
            for leading in LEADINGS:
                type_ = Type(scale, leading)
                paper = self.paper(self._desk, type_)
                high = total(parts, paper.height, paper.gap)
                paper.clear()
                if high <= room:
                    top = self.pad + round((room - high) * SINKING)
                    return Leaf(parts, sheet.choices, type_, top)
        return None

    def _room_above(self, choices: Sequence[Choice]) -> int:
        """How high a page may be over these choices."""
        return self.foot.top(choices) - self.sizes.gap - self.pad

    def _turning(self, pages: Sequence[_Cut], index: int) -> Iterable[Choice]:
        if index:
            yield Choice(BACK, translate("Visit", "Back"))
        if index + 1 < len(pages):
            after = pages[index + 1]
            yield Choice(MORE, after.way_in or translate("Visit", "More"))

    def _cut(self, sheet: Sheet, choices: Sequence[Choice]) -> list[_Cut]:
        room = self._room_above(choices)
        paper = self.paper(self._desk, Type())
        pages: list[_Cut] = []
        for chapter in joined(sheet.chapters, JOINED * room, paper.height, paper.gap):
            tries = [self._pages(chapter.parts, room, leading) for leading in LEADINGS]
            cut = min(tries, key=_worth)
            pages += [_Cut(page, tuple(choices), type_, self.pad) for page, type_ in cut]
            pages[-len(cut)] = replace(pages[-len(cut)], way_in=chapter.way_in)
        paper.clear()
        return pages

    def _pages(self, parts: Page[Kind], room: int, leading: float) -> list[tuple[Page[Kind], Type]]:
        """`parts` in pages; one with something on it that has to stay together may be smaller."""
        pages = []
        while parts:
            page, parts, used = self._page(parts, room, leading)
            pages.append((page, used))
        return pages

    def _page(
        self, parts: Page[Kind], room: int, leading: float
    ) -> tuple[Page[Kind], Page[Kind], Type]:
        for type_, break_words in self._attempts(leading):
            paper = self.paper(self._desk, type_)
            try:
                page, rest = first_page(
                    parts, room, paper.height, paper.gap, break_words=break_words
                )
            except DoesNotFit:
                continue
            finally:
                paper.clear()
            return page, rest, type_
        return parts[:1], parts[1:], type_

    @staticmethod
    def _attempts(leading: float) -> Iterable[tuple[Type, bool]]:
        for scale in SHRINKING:
            yield Type(scale, leading), False
        yield Type(SHRINKING[-1], LEADINGS[-1]), True
        for scale in LAST_RESORTS:
            yield Type(SHRINKING[-1] * scale, LEADINGS[-1], floored=False), True


def _worth(pages: list[tuple[Page[Kind], Type]]) -> tuple[float, int]:
    """What speaks against a way of laying out: small type first, then many pages."""
    return sum(1 - type_.scale for _, type_ in pages), len(pages)


@dataclass(frozen=True, slots=True)
class _Cut(Leaf):
    way_in: str = ""
