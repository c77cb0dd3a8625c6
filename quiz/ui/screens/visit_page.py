"""One page of a visit: parts to read on a card, and what can be touched at its foot.

A page is laid out once, for one size, and thrown away when another is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from quiz.model.glass import ANSWER_MM, Glass
from quiz.ui.pages import DoesNotFit, Page, paginate
from quiz.ui.screens.visit_parts import Paper, Sizes
from quiz.ui.screens.visit_sheet import Chapter, Choice, Kind, Rank, Sheet
from quiz.ui.settle import Settling
from quiz.ui.widgets.banner import Banner
from quiz.ui.widgets.buttons import Button, MainButton, Mark, VerdictButton
from quiz.ui.widgets.card import Card
from quiz.ui.widgets.text import Text

STEPS = (
    (1.0, 1.0),
    (1.0, 0.87),
    (0.9, 0.87),
    (0.82, 0.87),
    (0.74, 0.85),
    (0.65, 0.85),
    (0.53, 0.85),
)
"""Scales of type and of line heights; the first that fits is taken. Lines draw closer first, then
type shrinks to that of the private size; below that only where nothing else is left."""

BACK, MORE = "back", "more"

_MARKS = {"myth": Mark.CROSS, "reality": Mark.TICK}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is ready to be drawn."""

    parts: Page[Kind]
    choices: tuple[Choice, ...]
    scale: float
    leading: float


def _tr(text: str) -> str:
    return QCoreApplication.translate("Visit", text)


class VisitPage(Card):
    """`chosen(key)`: what was touched."""

    chosen = Signal(str)

    def __init__(self, leaf: Leaf, press: Press, parent: QWidget) -> None:
        super().__init__(parent)
        self.texts: list[QWidget] = []
        self.buttons: list[Button] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._say)
        size = press.size
        self.resize(size)
        paper = press.paper(self, leaf.scale, leaf.leading)
        top = press.pad
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

    def take_focus(self) -> None:
        """Put the focus where reading starts."""
        for widget in self.texts:
            line = widget.line if isinstance(widget, Banner) else widget
            if isinstance(line, Text):
                line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                line.setFocus()
                return

    def button(self, key: str) -> Button | None:
        """The button of a choice, where it is offered."""
        return next((b for b in self.buttons if b.property("choice") == key), None)

    def _place(self, widget: QWidget, rect: QRect) -> None:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            rect = QRect(self.width() - rect.x() - rect.width(), rect.y(), *rect.size().toTuple())
        widget.setGeometry(rect)
        widget.show()

    def _say(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("choice")))


class Press:
    """Lays sheets out in pages of one size. `desk`: a hidden widget to measure on."""

    def __init__(self, desk: QWidget, glass: Glass, settling: Settling, size: QSize) -> None:
        self.size = size
        self._desk = desk
        self._glass = glass
        self._settling = settling
        self.sizes = Sizes.of(glass)
        self.pad = 2 * self.sizes.gap
        self._inner = size.width() - 2 * self.pad

    def paper(self, desk: QWidget, scale: float, leading: float) -> Paper:
        """Paper of this size."""
        return Paper(desk, self.sizes, self._inner, scale, leading)

    def leaves(self, sheet: Sheet) -> tuple[Leaf, ...]:
        """`sheet` in pages."""
        if len(sheet.chapters) == 1:
            pages = self._cut(sheet.chapters, sheet.choices, sheet)
            if len(pages) == 1:
                return tuple(pages)
        widest = max((chapter.way_in for chapter in sheet.chapters), key=len)
        turning = [Choice(BACK, _tr("Back")), Choice(MORE, max(widest, _tr("More"), key=len))]
        pages = self._cut(sheet.chapters, (*turning, *sheet.choices), sheet)
        return tuple(
            replace(page, choices=(*self._turning(pages, index), *sheet.choices))
            for index, page in enumerate(pages)
        )

    def _turning(self, pages: Sequence[_Cut], index: int) -> Iterable[Choice]:
        if index:
            yield Choice(BACK, _tr("Back"))
        if index + 1 < len(pages):
            after = pages[index + 1]
            yield Choice(MORE, after.way_in or _tr("More"))

    def _cut(
        self, chapters: Sequence[Chapter], choices: Sequence[Choice], sheet: Sheet
    ) -> list[_Cut]:
        foot = min((rect.top() for _, rect, _ in self.foot(choices)), default=self.size.height())
        room = foot - self.sizes.gap - self.pad
        pages: list[_Cut] = []
        for chapter in chapters:
            running = () if chapter is chapters[0] or not sheet.running else (sheet.running,)
            cut = self._fit(chapter, room, running, choices)
            pages += [replace(cut[0], way_in=chapter.way_in), *cut[1:]]
        return pages

    def _fit(
        self,
        chapter: Chapter,
        room: int,
        running: Page[Kind],
        choices: Sequence[Choice],
    ) -> list[_Cut]:
        found: tuple[Page[Kind], ...] = ()
        used = (1.0, 1.0)
        for scale, leading in STEPS:
            if found and scale < 1.0:
                break
            paper = self.paper(self._desk, scale, leading)
            left = room
            for part in running:
                left -= paper.height(part) + self.sizes.gap
            try:
                pages = paginate(chapter.parts, left, paper.height, paper.gap)
            except DoesNotFit:
                pages = ()
            paper.clear()
            if pages and (not found or len(pages) < len(found)):
                found, used = pages, (scale, leading)
        if not found:
            found, used = (chapter.parts,), STEPS[-1]
        return [_Cut((*running, *page), tuple(choices), *used) for page in found]

    # What is touched

    def button(self, choice: Choice, parent: QWidget, scale: float = 1.0) -> Button:
        """The button of `choice`."""
        kind = {Rank.ANSWER: VerdictButton, Rank.MAIN: MainButton, Rank.PLAIN: Button}[choice.rank]
        mark = _MARKS.get(choice.key)
        button = kind(choice.words, parent, mark=mark, settling=self._settling)
        answers = choice.rank is Rank.ANSWER
        button.least = float(self._glass.pixels(ANSWER_MM) if answers else self.sizes.target)
        button.padding = 0.6
        button.ensurePolished()
        if scale != 1.0:
            font = button.font()
            font.setPixelSize(round(font.pixelSize() * scale))
            button.setFont(font)
        return button

    def foot(self, choices: Sequence[Choice]) -> list[tuple[Choice, QRect, float]]:
        """Where each choice is, from the bottom up, and the scale of its type."""
        answers = [choice for choice in choices if choice.rank is Rank.ANSWER]
        rows: list[list[tuple[Choice, int, int, float]]] = []
        if answers:
            rows += self._answer_rows(answers)
        others = [choice for choice in choices if choice.rank is not Rank.ANSWER]
        if others:
            rows += self._rows(others)
        placed: list[tuple[Choice, QRect, float]] = []
        bottom = self.size.height() - self.pad
        for row in reversed(rows):
            high = max(item[2] for item in row)
            left = self.pad
            for choice, wide, _, scale in row:
                if choice.rank is Rank.MAIN:
                    left = self.size.width() - self.pad - wide
                placed.append((choice, QRect(left, bottom - high, wide, high), scale))
                left += wide + self.sizes.gap
            bottom -= high + self.sizes.gap
        order = {choice.key: index for index, choice in enumerate(choices)}
        return sorted(placed, key=lambda item: order[item[0].key])

    def _measured(self, choice: Choice, room: int) -> tuple[int, int, float]:
        """Width, height, and the scale of type at which it fits into `room`."""
        for scale in (1.0, 0.9, 0.8, 0.7, 0.65):
            button = self.button(choice, self._desk, scale)
            hint, least = button.sizeHint(), button.minimumSizeHint()
            button.hide()
            button.deleteLater()
            if least.width() <= room:
                return min(hint.width(), room), hint.height(), scale
        return room, hint.height(), scale

    def _answer_rows(self, answers: list[Choice]) -> list[list[tuple[Choice, int, int, float]]]:
        """All in one row and of one size; one above the other where that is too narrow."""
        gaps = self.sizes.gap * (len(answers) - 1)
        share = (self._inner - gaps) // len(answers)
        across = [self._measured(choice, share) for choice in answers]
        scale = min(item[2] for item in across)
        high = max(item[1] for item in across)
        if scale >= 0.8:
            return [[(choice, share, high, scale) for choice in answers]]
        return [
            [(choice, self._inner, *self._measured(choice, self._inner)[1:])] for choice in answers
        ]

    def _rows(self, choices: list[Choice]) -> list[list[tuple[Choice, int, int, float]]]:
        """Side by side as far as there is room; the main one in the last row."""
        rows: list[list[tuple[Choice, int, int, float]]] = [[]]
        room = self._inner
        for choice in sorted(choices, key=lambda choice: choice.rank is Rank.MAIN):
            wide, high, scale = self._measured(choice, self._inner)
            if rows[-1] and wide > room:
                rows.append([])
                room = self._inner
            rows[-1].append((choice, wide, high, scale))
            room -= wide + self.sizes.gap
        return rows


@dataclass(frozen=True, slots=True)
class _Cut(Leaf):
    way_in: str = ""
