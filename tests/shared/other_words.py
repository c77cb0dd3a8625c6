"""The program in other words: mirrored, and in a language that needs more letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication


@pytest.fixture
def right_to_left(qapp):
    """The whole program mirrored, as in Arabic."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(before)


class Longer(QTranslator):
    """A language in which everything is 40 % longer, with accents."""

    accents = str.maketrans("aeiouAEIOU", "äéîöûÄÉÎÖÛ")

    def translate(self, context, text, comment=None, n=-1):
        pieces = text.split("{")
        said = pieces[0].translate(self.accents)
        for piece in pieces[1:]:
            number, _, rest = piece.partition("}")
            said += f"{{{number}}}{rest.translate(self.accents)}"
        more = " änd sö ön ït gôes" * (len(text) // 30 + 1)
        return said + more[: max(1, round(len(text) * 0.4))].rstrip()

    def isEmpty(self):  # noqa: N802  (Qt's name)
        return False


@pytest.fixture
def longer_words(qapp):
    """The interface in a language that needs 40 % more letters."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
