"""What can be touched at the foot of a visitor's page: how large it is, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from quiz.model.glass import ANSWER_MM, Glass
from quiz.ui.screens.visit_parts import Sizes, set_type
from quiz.ui.screens.visit_sheet import Choice, Rank
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, MainButton, Mark, VerdictButton

SIDE_BY_SIDE = 0.8
"""Scale of the answers' type below which they stand one above the other."""

MAIN_WIDTH = 2.5
"""How wide the way on likes to be, in targets."""

STACKED = 0.5
"""Share of the height that answers one above the other may take."""

_BUTTON_SCALES = (1.0, 0.9, 0.8, 0.7, 0.64, 0.5, 0.4, 0.3)

_MARKS = {"myth": Mark.CROSS, "reality": Mark.TICK}


class Foot:
    """The choices at the foot of a page of `size`, `pad` within its edges.

    `desk`: a hidden widget to measure on.
    """

    def __init__(
        self, desk: QWidget, glass: Glass, settling: Settling, size: QSize, pad: int
    ) -> None:
        self._desk = desk
        self._glass = glass
        self._settling = settling
        self._size = size
        self._pad = pad
        self._sizes = Sizes.of(glass)
        self._inner = size.width() - 2 * pad

    def button(self, choice: Choice, parent: QWidget, scale: float = 1.0) -> Button:
        """The button of `choice`."""
        kind = {Rank.ANSWER: VerdictButton, Rank.MAIN: MainButton, Rank.PLAIN: Button}[choice.rank]
        mark = _MARKS.get(choice.key)
        button = kind(choice.words, parent, mark=mark, settling=self._settling)
        answers = choice.rank is Rank.ANSWER
        button.least = float(self._glass.pixels(ANSWER_MM) if answers else self._sizes.target)
        button.padding = 0.6
        set_type(button, scale, {})
        return button

    def places(self, choices: Sequence[Choice]) -> list[tuple[Choice, QRect, float]]:
        """Where each choice is, from the bottom up, and the scale of its type."""
        answers = [choice for choice in choices if choice.rank is Rank.ANSWER]
        others = [choice for choice in choices if choice.rank is not Rank.ANSWER]
        rows = self._answer_rows(answers) if answers else []
        rows += self._rows(others)
        placed: list[tuple[Choice, QRect, float]] = []
        bottom = self._size.height() - self._pad
        for row in reversed(rows):
            high = max(button.height for button in row)
            left = self._pad
            for button in row:
                if button.choice.rank is Rank.MAIN:
                    left = self._size.width() - self._pad - button.wide
                place = QRect(left, bottom - high, button.wide, high)
                placed.append((button.choice, place, button.scale))
                left += button.wide + self._sizes.gap
            bottom -= high + self._sizes.gap
        order = {choice.key: index for index, choice in enumerate(choices)}
        return sorted(placed, key=lambda item: order[item[0].key])

    def top(self, choices: Sequence[Choice]) -> int:
        """Where the foot begins."""
        tops = (place.top() for _, place, _ in self.places(choices))
        return min(tops, default=self._size.height())

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
            wide = max(wide, round(MAIN_WIDTH * self._sizes.target))
        return _Sized(choice, min(wide, room), least.width(), hint.height(), scale)

    def _answer_rows(self, answers: list[Choice]) -> list[list[_Sized]]:
        """All in one row and of one size; one above the other where that is too narrow, if that
        leaves room for the statement.
        """
        gaps = self._sizes.gap * (len(answers) - 1)
        share = (self._inner - gaps) // len(answers)
        row = [self._measured(choice, share) for choice in answers]
        if min(button.scale for button in row) < SIDE_BY_SIDE:
            column = [self._measured(choice, self._inner) for choice in answers]
            high = sum(button.height for button in column) + gaps
            if high <= STACKED * self._size.height():
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
            room -= button.least + self._sizes.gap
        return [self._filled(row) for row in rows]

    def _filled(self, row: list[_Sized]) -> list[_Sized]:
        """A row in which each has the width it would like, or an equal part of what there is."""
        spare = self._inner - self._sizes.gap * (len(row) - 1) - sum(b.least for b in row)
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
