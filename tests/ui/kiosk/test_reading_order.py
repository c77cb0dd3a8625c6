"""What is read aloud is what a screen reader would say, in the same order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget
from tree import visible_nodes
from views import every_view

from quiz.ui.kiosk.reading_order import items_of

ROLES = (
    QAccessible.Role.StaticText,
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
)


def words(page: QWidget) -> list[str]:
    return [item.words for item in items_of(page)]


@pytest.fixture
def page(qtbot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    return page


def add(page: QWidget, widget: QWidget, name: str = "") -> QWidget:
    widget.setAccessibleName(name)
    page.layout().addWidget(widget)
    return widget


def test_the_accessible_name_goes_before_the_text(page):
    add(page, QLabel("▮▯▯ Trial"), "Trial, weak")
    add(page, QLabel("Plain"))
    add(page, QPushButton("&Go"))
    add(page, QPushButton("Aa"), "Aa: larger text")
    assert words(page) == ["Trial, weak", "Plain", "Go", "Aa: larger text"]


def test_hidden_disabled_and_wordless_things_are_not_read(page):
    add(page, QLabel("hidden")).hide()
    add(page, QPushButton("off")).setEnabled(False)
    add(page, QLabel(""))
    add(page, QWidget())
    add(page, QLabel("seen"))
    assert words(page) == ["seen"]


def test_a_text_that_the_next_begins_with_is_heard_once(page):
    add(page, QLabel("Right"))
    add(page, QLabel("Myth. The fact: naps help."), "Right. Myth. The fact: naps help.")
    add(page, QPushButton("Next"))
    add(page, QLabel("Next to it"))
    assert words(page) == ["Right. Myth. The fact: naps help.", "Next", "Next to it"]


def test_a_picture_with_a_name_is_read_and_a_named_group_only_through_what_is_in_it(page):
    add(page, QWidget(), "QR code of a page")
    group = add(page, QWidget(), "A group")
    QVBoxLayout(group)
    add(group, QCheckBox("Inside"))
    assert words(page) == ["QR code of a page", "Inside"]


def test_in_every_view_it_is_the_order_of_the_accessibility_tree(sit_down, noted_pack):
    person = sit_down(noted_pack, questions=9)
    for view in every_view(person):
        tree = [
            node.name
            for node in visible_nodes(person.window)
            if node.role in ROLES and node.name and not node.disabled
        ]
        heard = [
            item.words
            for item in items_of(person.window)
            if isinstance(item.widget, QLabel | QAbstractButton)
        ]
        twice = [text for text, after in pairwise(tree) if after.startswith(text)]
        assert heard == [text for text in tree if text not in twice], view
