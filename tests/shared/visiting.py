"""Somebody at a kiosk: touches what is on top at a place, and reads what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from sitting import Clock, settle

from quiz.model.glass import Glass
from quiz.model.question import Pack
from quiz.model.site import Site
from quiz.ui.kiosk.visit import Visit
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.text import Text

GLASSES = {
    "upright": (1080, 1920, 300.0),
    "across": (1920, 1080, 476.0),
    "small": (1280, 800, 217.0),
    "large": (3840, 2160, 700.0),
    "least": (1024, 600, 199.8),
}
"""Pixels across and down, millimetres across."""


class Visitor:
    """Touches and reads a visit."""

    def __init__(self, visit: Visit, clock: Clock) -> None:
        self.visit = visit
        self.clock = clock

    @property
    def texts(self) -> list[str]:
        """All that can be read on the page, in order."""
        labels = self.visit.page.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    @property
    def words(self) -> str:
        """All that can be read on the page."""
        return "\n".join(self.texts)

    @property
    def offered(self) -> list[str]:
        """All that can be touched, in order."""
        return [button.accessibleName() or button.text() for button in self.buttons()]

    def buttons(self) -> list[Button]:
        """What can be touched."""
        return [b for b in self.visit.findChildren(Button) if b.isVisible()]

    def find(self, name: str) -> Button:
        """The button of this name."""
        return next(b for b in self.buttons() if name in (b.accessibleName(), b.text()))

    def place(self, widget: QWidget) -> QPoint:
        """Where it can be hit."""
        where = widget.mapTo(self.visit.window(), widget.rect().center())
        assert self.visit.window().childAt(where) is widget
        return where

    def touch(self, *names: str) -> None:
        """Touch each of these, a second apart."""
        for name in names:
            self.clock.now += 1.0
            where = self.place(self.find(name))
            handle = self.visit.window().windowHandle()
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=where)
            clean()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys, where there is a keyboard."""
        for key in keys:
            QTest.keyClick(self.visit.window().windowHandle(), key)
            clean()

    def pages(self) -> Iterator[int]:
        """Turn over each page of what there is to read."""
        leaves = self.visit.leaves
        for index in range(len(leaves)):
            if index:
                self.visit.turn(index)
                clean()
            yield index

    def named(self, kind: type[QAbstractButton]) -> list[str]:
        """The words on the buttons of one kind."""
        return [b.text() for b in self.visit.page.findChildren(kind) if b.isVisible()]


def clean() -> None:
    """Handle what waits, and really take away what was thrown away."""
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def visitor_at(
    qtbot,
    packs: Sequence[Pack],
    glass: str = "across",
    *,
    site: Site | None = None,
    large: bool = True,
    seed: int = 4,
    **more,
) -> Visitor:
    """Somebody before the first page of a visit."""
    wide, high, mm = GLASSES[glass]
    clock = Clock()
    visit = Visit(packs, site or Site(), Glass(wide, mm), Random(seed), clock=clock, **more)
    qtbot.addWidget(visit)
    visit.resize(wide, high)
    with qtbot.waitExposed(visit):
        visit.show()
    qtbot.waitUntil(visit.isActiveWindow)
    visitor = Visitor(visit, clock)
    if not large:
        visitor.touch("Aa: smaller, more private text")
    clean()
    return visitor


def cut_words(fault: str) -> bool:
    """Whether a fault of the detector is more than an address that goes over two lines."""
    return "breaks" not in fault or ("/" not in fault and "." not in fault.split("breaks")[1])


def kinds(page: QWidget) -> list[Text]:
    """The texts of a page."""
    return [text for text in page.findChildren(Text) if text.isVisible()]
