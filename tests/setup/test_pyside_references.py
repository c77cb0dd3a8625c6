"""A watch on a fault of PySide6 6.12.0, which pyproject.toml keeps out.

On Python before 3.12 it loses a reference to None or True with each call, and after some 5,000 the
interpreter aborts: a kiosk would not last the day. Python 3.12 made these values immortal.
"""

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 1_000


class Probe(QObject):
    changed = Signal(object)
    flagged = Signal(bool)


def lost(value: object, call) -> int:
    """How many references to `value` go missing in a thousand calls."""
    call()
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(value)


def test_emitting_a_signal_costs_no_reference():
    probe = Probe()
    assert lost(None, lambda: probe.changed.emit(None)) < CALLS / 2
    assert lost(True, lambda: probe.changed.emit(True)) < CALLS / 2
    assert lost(True, lambda: probe.flagged.emit(True)) < CALLS / 2


def test_a_signal_that_is_heard_costs_no_reference():
    probe = Probe()
    probe.changed.connect(bool)
    probe.flagged.connect(bool)
    assert lost(None, lambda: probe.changed.emit(None)) < CALLS / 2
    assert lost(True, lambda: probe.flagged.emit(True)) < CALLS / 2


def test_calling_qt_costs_no_reference():
    thing = QObject()
    assert lost(None, lambda: thing.setParent(None)) < CALLS / 2
    assert lost(True, lambda: thing.blockSignals(True)) < CALLS / 2
    assert lost(None, lambda: thing.property("nothing")) < CALLS / 2
