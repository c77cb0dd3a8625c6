"""One page of a visit: parts to read on a card, and what can be touched at its foot.

A page is laid out once, for one size, and thrown away when another is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from quiz.model.glass import ANSWER_MM, Glass
from quiz.ui.pages import DoesNotFit, Page, first_page, joined, total
from quiz.ui.screens.visit_parts import Paper, Row, Sizes, mirrored, set_type
from quiz.ui.screens.visit_sheet import OF_THE_PACK, Choice, Kind, Rank, Sheet
from quiz.ui.settle import Settling
from quiz.ui.widgets.banner import Banner
from quiz.ui.widgets.buttons import Button, MainButton, Mark, VerdictButton
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.text import Text

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

SIDE_BY_SIDE = 0.8
"""Scale of the answers' type below which they stand one above the other."""

MAIN_WIDTH = 2.5
"""How wide the way on likes to be, in targets."""

STACKED = 0.5
"""Share of the height that answers one above the other may take."""

_BUTTON_SCALES = (1.0, 0.9, 0.8, 0.7, 0.64, 0.5, 0.4, 0.3)

BACK, MORE = "back", "more"

_MARKS = {"myth": Mark.CROSS, "reality": Mark.TICK}


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


class VisitPage(Card):
    """`chosen(key)`: what was touched."""

    chosen = Signal(str)

    def __init__(self, leaf: Leaf, press: Press, parent: QWidget) -> None:
        super().__init__(parent)
        self.texts: list[QWidget] = []
        self._kinds = [part.kind for part in leaf.parts]
        self.buttons: list[Button] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._say)
        size = press.size
        self.resize(size)
        paper = press.paper(self, leaf.type)
        top = leaf.top
        above = None
        for part in leaf.parts:
            if above is not None:
                top += paper.gap(above, part)
            widget = paper.put(part, self)
            high = paper.height_of(widget)
            self._place(widget, QRect(press.pad, top, paper.width(widget), high))
            self.texts.append(widget)
            top += high
            above = part
        for choice, rect, scale in press.foot(leaf.choices):
            button = press.button(choice, self, scale)
            button.setProperty("choice", choice.key)
            self._group.addButton(button)
            self._place(button, rect)
            self.buttons.append(button)

    def speak(self, content: QLocale) -> None:
        """Say in which language the pack's own words are, for voices and screen readers (R89).

        The program's words are in that of the widget around the page.
        """
        for kind, widget in zip(self._kinds, self.texts, strict=True):
            if kind in OF_THE_PACK:
                widget.setLocale(content)

    def take_focus(self) -> None:
        """Put the focus where reading starts."""
        for widget in self.texts:
            line = widget
            if isinstance(widget, Banner):
                line = widget.line
            elif isinstance(widget, Row):
                line = widget.words
            if isinstance(line, Text):
                line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                line.setFocus()
                return

    def button(self, key: str) -> Button | None:
        """The button of a choice, where it is offered."""
        return next((b for b in self.buttons if b.property("choice") == key), None)

    def _place(self, widget: QWidget, rect: QRect) -> None:
        if mirrored(self):
            rect.moveLeft(self.width() - rect.x() - rect.width())
        widget.setGeometry(rect)
        widget.show()

    def _say(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("choice")))


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
        self._glass = glass
        self._settling = settling
        self._floors = floors
        self.sizes = Sizes.of(glass)
        roomy = size.height() > ROOMY * self.sizes.target
        self.pad = round(self.sizes.gap * (3 if roomy else 1.2))
        self._inner = size.width() - 2 * self.pad

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
        foot = min((rect.top() for _, rect, _ in self.foot(choices)), default=self.size.height())
        return foot - self.sizes.gap - self.pad

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

    # What is touched

    def button(self, choice: Choice, parent: QWidget, scale: float = 1.0) -> Button:
        """The button of `choice`."""
        kind = {Rank.ANSWER: VerdictButton, Rank.MAIN: MainButton, Rank.PLAIN: Button}[choice.rank]
        mark = _MARKS.get(choice.key)
        button = kind(choice.words, parent, mark=mark, settling=self._settling)
        answers = choice.rank is Rank.ANSWER
        button.least = float(self._glass.pixels(ANSWER_MM) if answers else self.sizes.target)
        button.padding = 0.6
        set_type(button, scale, {})
        return button

    def foot(self, choices: Sequence[Choice]) -> list[tuple[Choice, QRect, float]]:
        """Where each choice is, from the bottom up, and the scale of its type."""
        answers = [choice for choice in choices if choice.rank is Rank.ANSWER]
        others = [choice for choice in choices if choice.rank is not Rank.ANSWER]
        rows = self._answer_rows(answers) if answers else []
        rows += self._rows(others)
        placed: list[tuple[Choice, QRect, float]] = []
        bottom = self.size.height() - self.pad
        for row in reversed(rows):
            high = max(button.height for button in row)
            left = self.pad
            for button in row:
                if button.choice.rank is Rank.MAIN:
                    left = self.size.width() - self.pad - button.wide
                place = QRect(left, bottom - high, button.wide, high)
                placed.append((button.choice, place, button.scale))
                left += button.wide + self.sizes.gap
            bottom -= high + self.sizes.gap
        order = {choice.key: index for index, choice in enumerate(choices)}
        return sorted(placed, key=lambda item: order[item[0].key])

    def _measured(self, choice: Choice, room: int) -> _Sized:
        """How large it is, with type that fits into `room`."""
        for scale in _BUTTON_SCALES:
            button = self.button(choice, self._desk, scale)
            hint, least = button.sizeHint(), button.minimumSizeHint()
            button.deleteLater()
            if least.width() <= room:
                break
        wide = hint.width()
        if choice.rank is Rank.MAIN:
            wide = max(wide, round(MAIN_WIDTH * self.sizes.target))
        return _Sized(choice, min(wide, room), least.width(), hint.height(), scale)

    def _answer_rows(self, answers: list[Choice]) -> list[list[_Sized]]:
        """All in one row and of one size; one above the other where that is too narrow, if that
        leaves room for the statement.
        """
        gaps = self.sizes.gap * (len(answers) - 1)
        share = (self._inner - gaps) // len(answers)
        row = [self._measured(choice, share) for choice in answers]
        if min(button.scale for button in row) < SIDE_BY_SIDE:
            column = [self._measured(choice, self._inner) for choice in answers]
            high = sum(button.height for button in column) + gaps
            if high <= STACKED * self.size.height():
                return [[replace(button, wide=self._inner)] for button in column]
        scale = min(button.scale for button in row)
        high = max(button.height for button in row)
        return [[replace(button, wide=share, height=high, scale=scale) for button in row]]

    def _rows(self, choices: list[Choice]) -> list[list[_Sized]]:
        """Side by side as far as there is room; the main one in the last row."""
        rows: list[list[_Sized]] = []
        room = -1
        for choice in sorted(choices, key=lambda choice: choice.rank is Rank.MAIN):
            button = self._measured(choice, self._inner)
            if button.least > room:
                rows.append([])
                room = self._inner
            rows[-1].append(button)
            room -= button.least + self.sizes.gap
        return [self._filled(row) for row in rows]

    def _filled(self, row: list[_Sized]) -> list[_Sized]:
        """A row in which each has the width it would like, or an equal part of what there is."""
        spare = self._inner - self.sizes.gap * (len(row) - 1) - sum(b.least for b in row)
        wanted = sum(button.wide - button.least for button in row)
        share = min(1.0, spare / wanted) if wanted > 0 else 0.0
        return [replace(b, wide=b.least + int((b.wide - b.least) * share)) for b in row]


@dataclass(frozen=True, slots=True)
class _Sized:
    """A button before it has a place."""

    choice: Choice
    wide: int
    least: int
    height: int
    scale: float


def _worth(pages: list[tuple[Page[Kind], Type]]) -> tuple[float, int]:
    """What speaks against a way of laying out: small type first, then many pages."""
    return sum(1 - type_.scale for _, type_ in pages), len(pages)


@dataclass(frozen=True, slots=True)
class _Cut(Leaf):
    way_in: str = ""
