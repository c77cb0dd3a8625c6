"""A fact to take away, and under it how it went and its source."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sitting import Clock, settle

from quiz.model.question import Verdict
from quiz.model.session import Answer
from quiz.ui.settle import Settling
from quiz.ui.widgets.buttons import LinkButton
from quiz.ui.widgets.fact_row import FactRow
from tests.builders import make_question


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection(1)])
def test_a_source_that_wraps_begins_where_the_fact_does(qtbot, fonts, direction):
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setLayoutDirection(direction)
    row = FactRow(Settling(Clock()))
    QVBoxLayout(whole).addWidget(row)
    row.show_answer(Answer(make_question(), Verdict.MYTH))
    whole.show()
    whole.resize(row.source.sizeHint().width() + 80, 300)
    settle()

    def begins(part: QWidget, inset: int) -> int:
        at = part.mapTo(row, QPoint(0, 0)).x()
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        return row.width() - at - part.width() + inset if mirrored else at + inset

    assert begins(row.source, LinkButton.inset) == begins(row.fact, 0) == begins(row._how, 4)
    assert row.source.y() == row._how.geometry().bottom() + 1, "nothing between the lines"
