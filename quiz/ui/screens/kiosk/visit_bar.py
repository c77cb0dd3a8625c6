"""The bar over every page of a visit: where one is, the size of the text, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QRect
from PySide6.QtWidgets import QWidget

from quiz.model.score import Score
from quiz.model.session import Phase, Session
from quiz.ui.screens.kiosk.visit_parts import Sizes, set_type
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import LeaveButton, SmallButton
from quiz.ui.widgets.text import Caption

translate = QCoreApplication.translate  # lupdate knows it by this name

_SCALES = (1.0, 0.8, 0.65, 0.5)
"""Of the words, where they would make the bar much higher than the buttons in it."""


class VisitBar:
    """What stands at the top edge of `visit`. The way out is always at the same place.

    It does not hold the visit, which holds it: to forget is to drop that one object.
    """

    def __init__(self, visit: QWidget, sizes: Sizes, settling: Settling) -> None:
        self._sizes = sizes
        self.status = Caption(parent=visit)
        self.look = SmallButton(parent=visit, settling=settling)
        self.leave = LeaveButton(parent=visit, settling=settling)
        for button in (self.look, self.leave):
            button.least = float(sizes.target)
            button.padding = 0.5

    def say(self, session: Session | None, *, large: bool) -> None:
        """Say where `session` stands, and what the button of the size does."""
        self.status.setText(_progress(session) if session else "")
        self.look.setText(translate("Visit", "Aa"))
        self.look.setAccessibleName(
            translate("Visit", "Aa: smaller, more private text")
            if large
            else translate("Visit", "Aa: larger text")
        )
        self.leave.setText(translate("Visit", "I'm done"))

    def place(self, width: int, inset: int, *, from_right: bool) -> int:
        """Give everything its place over `width` pixels; the first pixel below the bar.

        `inset`: where the words of the page begin, and so those of the bar.
        """

        def put(widget: QWidget, rect: QRect) -> None:
            if from_right:
                rect.moveLeft(width - rect.x() - rect.width())
            widget.setGeometry(rect)

        edge, gap = self._sizes.gap, self._sizes.gap
        right = width - edge
        bottom = 0
        for button in (self.leave, self.look):
            set_type(button, 1.0, {})
            size = button.sizeHint()
            put(button, QRect(right - size.width(), edge, size.width(), size.height()))
            right -= size.width() + gap
            bottom = max(bottom, edge + size.height())
        self.status.line_height = 1.1
        room = max(1, right - inset)
        for scale in _SCALES:
            set_type(self.status, scale, {})
            high = self.status.heightForWidth(room)
            if self.status.minimumSizeHint().width() <= room and high <= 1.5 * bottom:
                break
        top = edge + max(0, (bottom - edge - high) // 2)
        put(self.status, QRect(inset, top, room, high))
        return max(bottom, top + high)


def _progress(session: Session) -> str:
    if session.phase is Phase.FINISHED:
        return translate("Visit", "Finished")
    n = QLocale().toString
    at, of = n(session.number), n(len(session.questions))
    score = Score.of(session.answers)
    if not score.answered:
        return translate("Visit", "{0} of {1}").format(at, of)
    right, answered = n(score.right), n(score.answered)
    return translate("Visit", "{0} of {1}. Right: {2} of {3}").format(at, of, right, answered)
