"""What can be touched at the foot of a visitor's page: how large it is, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from quiz.model.glass import ANSWER_MM, Glass
from quiz.ui.screens.kiosk.visit_parts import Sizes, set_type
from quiz.ui.screens.kiosk.visit_sheet import Choice, Rank
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import Button, MainButton, Mark, VerdictButton

SIDE_BY_SIDE = 0.8
"""Scale of the answers' type below which they stand one above the other."""

STACKED = 0.5
"""Share of the height that answers one above the other may take."""

ALONE = 3
"""A choice alone in its row takes one part of so many of the width."""

_BUTTON_SCALES = (1.0, 0.9, 0.8, 0.7, 0.64, 0.5, 0.4, 0.3)

_KINDS = {Rank.ANSWER: VerdictButton, Rank.MAIN: MainButton, Rank.START: MainButton}
_HIGH = (Rank.ANSWER, Rank.START)

_MARKS = {"myth": Mark.CROSS, "reality": Mark.TICK}


class Foot:
    """The choices at the foot of a page of `size`, `pad` within its edges.

    `desk`: a hidden widget to measure on. `grown`: how much larger than it has to be everything is.
    `roomy`: what most are here for may have a row of its own.
    """

    def __init__(
        self,
        desk: QWidget,
        glass: Glass,
        settling: Settling,
        size: QSize,
        pad: int,
        grown: float = 1.0,
        *,
        roomy: bool = True,
    ) -> None:
        self._desk = desk
        self._glass = glass
        self._settling = settling
        self._size = size
        self._pad = pad
        self._grown = grown
        self._roomy = roomy
        self._sizes = Sizes.of(glass)
        self._inner = size.width() - 2 * pad
        self._upright = size.height() > size.width()

    def button(self, choice: Choice, parent: QWidget, scale: float = 1.0) -> Button:
        """The button of `choice`."""
        mark = _MARKS.get(choice.key)
        kind = _KINDS.get(choice.rank, Button)
        button = kind(choice.words, parent, mark=mark, settling=self._settling)
        high = choice.rank in _HIGH
        least = self._glass.pixels(ANSWER_MM) if high else self._sizes.target
        button.least = float(round(least * self._grown))
        button.padding = 0.6
        drawn = self._sizes.target / 81  # on a common glass it is as drawn
        button.radius *= drawn
        button.outline *= max(1.0, drawn)
        set_type(button, scale * self._grown, {})
        return button

    def places(
        self, choices: Sequence[Choice], slots: Sequence[Choice] = ()
    ) -> list[tuple[Choice, QRect, float]]:
        """Where each choice is, and the scale of its type.

        `slots`: all that are on one or the other of several pages, so that each of `choices` is at
        the same place on all of them. The second in a row takes the first slot too where that is
        empty.
        """
        now = {choice.key: choice for choice in choices}
        placed: dict[str, tuple[Choice, QRect, float]] = {}
        bottom = self._size.height() - self._pad
        for row in reversed(self._laid(slots or choices)):
            high = max(button.height for button in row)
            left = start = self._pad
            if len(row) == 1 and row[0].choice.rank is Rank.MAIN:
                left = start = self._size.width() - self._pad - row[0].wide
            for button in row:
                end = left + button.wide
                choice = now.get(button.choice.key)
                if choice:
                    place = QRect(start, bottom - high, end - start, high)
                    placed[choice.key] = (choice, place, button.scale)
                left = end + self._sizes.gap
                if choice or button is not row[0]:
                    start = left
            bottom -= high + self._sizes.gap
        return [placed[choice.key] for choice in choices]

    def top(self, choices: Sequence[Choice]) -> int:
        """Where the foot begins."""
        tops = (place.top() for _, place, _ in self.places(choices))
        return min(tops, default=self._size.height() - self._pad + self._sizes.gap)

    def _laid(self, choices: Sequence[Choice]) -> list[list[_Sized]]:
        """The rows, from above."""
        answers = [choice for choice in choices if choice.rank is Rank.ANSWER]
        others = [choice for choice in choices if choice.rank is not Rank.ANSWER]
        rows = self._answer_rows(answers) if answers else []
        if others and others[0].rank is Rank.START and self._roomy:
            rows.append([replace(self._measured(others[0], self._inner), wide=self._inner)])
            others = others[1:]
        return rows + self._rows(others)

    def _measured(self, choice: Choice, room: int, most: float = 1.0) -> _Sized:
        """How large it is, with type that fits into `room`, at `most` at that scale."""
        for scale in [most, *(scale for scale in _BUTTON_SCALES if scale < most)]:
            button = self.button(choice, self._desk, scale)
            hint, least = button.sizeHint(), button.minimumSizeHint()
            button.deleteLater()
            if least.width() <= room:
                break
        return _Sized(choice, min(hint.width(), room), least.width(), hint.height(), scale)

    def _answer_rows(self, answers: list[Choice]) -> list[list[_Sized]]:
        """All of one size, in one row; one above the other where the page is upright or that is too
        narrow, if it leaves room for the statement.
        """
        gaps = self._sizes.gap * (len(answers) - 1)
        share = (self._inner - gaps) // len(answers)
        row = [self._measured(choice, share) for choice in answers]
        if self._upright or min(button.scale for button in row) < SIDE_BY_SIDE:
            column = [self._measured(choice, self._inner) for choice in answers]
            high = sum(button.height for button in column) + gaps
            if high <= STACKED * self._size.height():
                return [[replace(button, wide=self._inner)] for button in column]
        scale = min(button.scale for button in row)
        high = max(button.height for button in row)
        return [[replace(button, wide=share, height=high, scale=scale) for button in row]]

    def _rows(self, choices: list[Choice]) -> list[list[_Sized]]:
        """Side by side as far as there is room, the last row the fullest."""
        if not choices:
            return []
        for scale in (1.0, 1 / self._grown):
            all_ = [self._measured(choice, self._inner, scale) for choice in choices]
            if sum(b.wide for b in all_) + self._sizes.gap * (len(all_) - 1) <= self._inner:
                return [self._filled(all_)]
        rows: list[list[_Sized]] = []
        room = -1
        for button in reversed(all_):
            if button.least > room:
                rows.insert(0, [])
                room = self._inner
            rows[0].insert(0, button)
            room -= button.least + self._sizes.gap
        return [self._filled(row) for row in rows]

    def _filled(self, row: list[_Sized]) -> list[_Sized]:
        """A row over the whole width: all equally wide, except those that need more than that."""
        if len(row) == 1:
            share = (self._inner - (ALONE - 1) * self._sizes.gap) // ALONE
            return [replace(row[0], wide=max(row[0].wide, share))]
        room = self._inner - self._sizes.gap * (len(row) - 1)
        easy = sum(button.wide for button in row) <= room
        wide: dict[str, int] = {}
        needs = [(button.wide if easy else button.least, button.choice.key) for button in row]
        for need, key in sorted(needs, reverse=True):
            share = (room - sum(wide.values())) // (len(row) - len(wide))
            wide[key] = max(need, share)
        return [replace(button, wide=wide[button.choice.key]) for button in row]


@dataclass(frozen=True, slots=True)
class _Sized:
    """A button before it has a place."""

    choice: Choice
    wide: int
    least: int
    height: int
    scale: float
