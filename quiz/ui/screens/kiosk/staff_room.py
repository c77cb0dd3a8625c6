"""The staff room: faults, counts, packs and the program itself, a section each. Nothing scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quiz.model.glass import GAP_MM, TARGET_MM, Glass
from quiz.ui.announce import announce
from quiz.ui.kiosk.staff_facts import StaffFacts
from quiz.ui.settle import Settling
from quiz.ui.widgets.believed import Believed, BelievedRow
from quiz.ui.widgets.buttons import Button
from quiz.ui.widgets.column import ColumnWidget
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.paged_rows import PagedRows, halves_of_text
from quiz.ui.widgets.text import Text

_MARGIN_MM = 6


class StaffRoom(QWidget):
    """`visitors_wanted()`, `restart_wanted()`, `exit_wanted()`: what the staff have decided.

    `save` writes the counts and gives a sentence back; None where there are none to write.
    """

    visitors_wanted = Signal()
    restart_wanted = Signal()
    exit_wanted = Signal()

    def __init__(
        self,
        facts: StaffFacts,
        glass: Glass,
        settling: Settling,
        save: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settling = settling
        self._save = save
        self._side = float(glass.pixels(TARGET_MM))
        self._gap = glass.pixels(GAP_MM)
        self._font = QFont(QApplication.font())
        self._font.setWeight(QFont.Weight.DemiBold)
        self._build_program(facts)
        self._build_counts(facts)
        self.faults = _Section(Text(self._about_faults(facts.faults)), facts.faults)
        self.packs = _Section(None, facts.packs)
        self.sections: dict[Button, _Section] = {
            self._tab(_numbered(self.tr("Faults"), facts.faults)): self.faults,
            self._tab(self.tr("Counts")): self.counts,
            self._tab(_numbered(self.tr("Packs"), facts.packs)): self.packs,
            self._tab(self.tr("Program")): self.program,
        }
        self._lay_out(glass.pixels(_MARGIN_MM))
        self.show_section(next(iter(self.sections)))

    def _build_counts(self, facts: StaffFacts) -> None:
        self.about_counts = Text(facts.counted)
        self.save = self._button(self.tr("Save counts"))
        self.save.setVisible(self._save is not None)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        row.addWidget(self.about_counts, 1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        self.counts = _Section(head, facts.believed, BelievedRow)
        self.save.clicked.connect(self._save_counts)

    def _build_program(self, facts: StaffFacts) -> None:
        self._version = self.tr("Myth or Reality, version {0}").format(facts.version)
        self.about_program = Text(self._version)
        self.restart = self._button(self.tr("Restart"))
        self.leave = self._button(self.tr("Leave the program"))
        self.really = self._button(self.tr("Yes, leave"))
        self.stay = self._button(self.tr("Stay"))
        head = ColumnWidget()
        head.column.add(self.about_program)
        buttons = FlowLayout(spacing=self._gap)
        for button in (self.restart, self.leave, self.really, self.stay):
            buttons.addWidget(button)
        head.column.add_layout(buttons, above=self._gap)
        self.program = _Section(head, ())
        self._ask(sure=False)
        self.restart.clicked.connect(self.restart_wanted)
        self.leave.clicked.connect(self._ask_first)
        self.really.clicked.connect(self.exit_wanted)
        self.stay.clicked.connect(self._keep_running)

    def _lay_out(self, margin: int) -> None:
        self.visitors = self._button(self.tr("Back to visitors"))
        self.earlier = self._button(self.tr("Previous"))
        self.later = self._button(self.tr("Next"))
        self.place = Text()
        # As wide for the first page as for the last: the foot then has one height on all of them.
        self.place.setMinimumWidth(self.fontMetrics().horizontalAdvance("00 of 00"))
        self.stack = QStackedWidget()
        tabs = FlowLayout(spacing=self._gap)
        for tab, section in self.sections.items():
            tabs.addWidget(tab)
            self.stack.addWidget(section)
            section.rows.turned.connect(self._show_place)
        foot = FlowLayout(spacing=self._gap)
        foot.addWidget(self.visitors)
        for part in (self.earlier, self.later, self.place):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(2 * self._gap)
        column.addLayout(tabs)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.visitors.clicked.connect(self.visitors_wanted)
        self.earlier.clicked.connect(self._turn_back)
        self.later.clicked.connect(self._turn_on)

    def _button(self, text: str) -> Button:
        button = Button(text, settling=self._settling)
        button.least = self._side
        button.setFont(self._font)
        return button

    def _tab(self, text: str) -> Button:
        tab = self._button(text)
        tab.setCheckable(True)
        tab.clicked.connect(self._tab_touched)
        return tab

    def _about_faults(self, faults: Sequence[str]) -> str:
        if not faults:
            return self.tr("There are no faults.")
        return self.tr("What is faulty was left out; everything else plays.")

    # Going about

    @property
    def section(self) -> _Section:
        """The section that is shown."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, _Section)
        return shown

    def show_section(self, tab: Button) -> None:
        """Show the section of this tab."""
        for other, section in self.sections.items():
            other.setChecked(other is tab)
            if other is tab:
                self.stack.setCurrentWidget(section)
        self._ask(sure=False)
        self._settling.view_changed()
        self._show_place()

    def take_focus(self) -> None:
        """Put the focus on the section that is shown, for those who go on with a keyboard."""
        next(tab for tab in self.sections if tab.isChecked()).setFocus()

    def _tab_touched(self) -> None:
        tab = self.sender()
        if isinstance(tab, Button):
            self.show_section(tab)

    def _turn_back(self) -> None:
        self.section.rows.turn(-1)

    def _turn_on(self) -> None:
        self.section.rows.turn(1)

    def _show_place(self) -> None:
        rows = self.section.rows
        page, pages = rows.page, rows.pages
        several = pages > 1
        for part in (self.earlier, self.later, self.place):
            part.setVisible(several)
        self.earlier.setEnabled(page > 1)
        self.later.setEnabled(page < pages)
        n = QLocale().toString
        self.place.setText(self.tr("{0} of {1}").format(n(page), n(pages)))
        self.place.setAccessibleName(self.tr("Page {0} of {1}").format(n(page), n(pages)))

    # Doing something

    def _save_counts(self) -> None:
        if self._save is not None:
            words = self._save()
            self.about_counts.setText(words)
            self.counts.rows.deal_again()
            announce(self, words)

    def _ask(self, *, sure: bool) -> None:
        self.restart.setVisible(not sure)
        self.leave.setVisible(not sure)
        self.really.setVisible(sure)
        self.stay.setVisible(sure)
        sentence = self.tr("Nothing is shown here until it is started again.")
        self.about_program.setText(sentence if sure else self._version)
        self.program.rows.deal_again()

    def _ask_first(self) -> None:
        self._settling.view_changed()
        self._ask(sure=True)
        self.stay.setFocus()

    def _keep_running(self) -> None:
        self._settling.view_changed()
        self._ask(sure=False)
        self.leave.setFocus()


class _Section(QWidget):
    """Rows page by page, with something over the first."""

    def __init__(
        self,
        head: QWidget | None,
        rows: Sequence[Any],
        make: Callable[[Any], QWidget] = Text,
    ) -> None:
        super().__init__()
        self.rows: PagedRows[Any] = PagedRows(make, _halves, head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        self.rows.show_rows(rows)


def _halves(row: str | Believed) -> tuple[Any, ...]:
    return halves_of_text(row) if isinstance(row, str) else ()


def _numbered(name: str, rows: Sequence[object]) -> str:
    return f"{name} ({QLocale().toString(len(rows))})" if rows else name
