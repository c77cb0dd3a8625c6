"""A page that is one card, as the screens that one reads have it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.ui.widgets.card import Card, Page


class CardPage(Page):
    """Its parts go into :attr:`inner`, from top to bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        self.inner = QVBoxLayout(card)
        self.inner.setContentsMargins(32, 26, 32, 26)
        self.inner.setSpacing(12)
        self.column.addWidget(card)
        self.column.addStretch()
