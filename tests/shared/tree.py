"""The accessibility tree as assistive technology meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Node:
    """One node: its role, what is read, and whether it takes the focus."""

    role: QAccessible.Role
    name: str
    focusable: bool
    focused: bool
    disabled: bool

    def __str__(self) -> str:
        return f"{self.role.name}: {self.name}"


def _nodes(interface: QAccessibleInterface) -> Iterator[Node]:
    state = interface.state()
    if state.invisible:
        return
    yield Node(
        interface.role(),
        interface.text(QAccessible.Text.Name),
        bool(state.focusable),
        bool(state.focused),
        bool(state.disabled),
    )
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and child.isValid():
            yield from _nodes(child)


def visible_nodes(widget: QWidget) -> list[Node]:
    """Everything below `widget` that is not marked invisible, in the order of the tree."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return list(_nodes(interface))


def read_out(widget: QWidget) -> list[str]:
    """The names of texts and buttons, in order, as a screen reader would read the screen."""
    roles = (QAccessible.Role.StaticText, QAccessible.Role.Button, QAccessible.Role.CheckBox)
    return [node.name for node in visible_nodes(widget) if node.role in roles and node.name]


def in_order(found: list[str], *wanted: str) -> list[int]:
    """Where each of `wanted` stands in `found`; fails unless they stand in this order."""
    places = []
    for name in wanted:
        matches = [index for index, text in enumerate(found) if name in text]
        assert matches, f"{name!r} is not read out: {found}"
        places.append(next((m for m in matches if not places or m > places[-1]), -1))
    assert -1 not in places, f"{wanted} are not in this order: {found}"
    return places
