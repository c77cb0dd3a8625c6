"""What a key does while a lesson runs; the page keys and the full stop are those of a remote."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

STEPS = {
    Qt.Key.Key_PageDown: "forward",
    Qt.Key.Key_Right: "forward",
    Qt.Key.Key_Down: "forward",
    Qt.Key.Key_Space: "forward",
    Qt.Key.Key_Return: "forward",
    Qt.Key.Key_Enter: "forward",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Up: "back",
    Qt.Key.Key_A: "reveal",
    Qt.Key.Key_X: "leave",
    Qt.Key.Key_L: "leave_topic",
    Qt.Key.Key_G: "rules",
    Qt.Key.Key_B: "blank",
    Qt.Key.Key_Period: "blank",
    Qt.Key.Key_S: "source",
    Qt.Key.Key_T: "outcome",
    Qt.Key.Key_E: "end",
    Qt.Key.Key_F5: "show",  # on a remote it starts the show: here it brings the wall back
}

TURNS = ("forward", "back")
"""Steps that turn a page: while the wall is dark, or rules or a source lie over the page, the first
of them only brings the page back.
"""

SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
"""With Ctrl: the next text size, the one before, the first."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClassKeys", text)


def class_keys() -> tuple[str, ...]:
    """The keys of a lesson, in words."""
    return (
        _tr("F5: start; bring the wall back"),
        _tr("Page Down, Page Up or arrows: next page, page before"),
        _tr("B or full stop: wall dark and back"),
        _tr("A: answer now"),
        _tr("X: pass"),
        _tr("L: leave the topic"),
        _tr("M, R, P, then digits and Enter: count"),
        _tr("S: sources"),
        _tr("G: rules"),
        _tr("E: to the last page, without the answer"),
        _tr("T: results, on the last page"),
        _tr("Ctrl + and Ctrl −: text size"),
        _tr("F11: full screen"),
        _tr("Shift three times: leave quickly"),
        _tr("?: these keys"),
    )
