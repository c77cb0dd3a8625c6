"""What a key does while a lesson runs; the page keys and the full stop are those of a remote."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

translate = QCoreApplication.translate  # lupdate knows it by this name

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


def class_keys() -> tuple[str, ...]:
    """The keys of a lesson, in words."""
    return (
        translate("ClassKeys", "F5: start; bring the wall back"),
        translate("ClassKeys", "Page Down, Page Up or arrows: next page, page before"),
        translate("ClassKeys", "B or full stop: wall dark and back"),
        translate("ClassKeys", "A: answer now"),
        translate("ClassKeys", "X: pass"),
        translate("ClassKeys", "L: leave the topic"),
        translate("ClassKeys", "M, R, P, then digits and Enter: count"),
        translate("ClassKeys", "S: sources"),
        translate("ClassKeys", "G: rules"),
        translate("ClassKeys", "E: to the last page, without the answer"),
        translate("ClassKeys", "T: results, on the last page"),
        translate("ClassKeys", "Ctrl + and Ctrl −: text size"),
        translate("ClassKeys", "F11: full screen"),
        translate("ClassKeys", "Shift three times: leave quickly"),
        translate("ClassKeys", "?: these keys"),
    )
