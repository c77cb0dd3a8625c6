"""What a teacher chooses before a lesson, and the lines that the class sees first and last."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quiz.model.lesson_plan import HIGHEST_SEED, MOST_QUESTIONS, LessonPlan, SecondVote, Team
from quiz.model.question import AgeBand, Pack
from quiz.ui.screens.lesson.lesson_words import team_word
from quiz.ui.seats import Seat
from quiz.ui.settle import Settling
from quiz.ui.widgets.counter import Counter
from quiz.ui.widgets.flow import FlowLayout
from quiz.ui.widgets.lines import LinesField
from quiz.ui.widgets.text import Label
from quiz.ui.widgets.touch import OneOf, TouchChip, tab_through

_Value = TypeVar("_Value", bound=Hashable)


class PlanChoices(QWidget):
    """`chosen(values, drawn)`: other values for fields of the plan, and whether its statements are
    drawn again for them. `pack_chosen(id)`; `seat_chosen(name)`: "" for this screen alone.
    """

    chosen = Signal(object, bool)
    pack_chosen = Signal(str)
    seat_chosen = Signal(str)

    def __init__(self, settling: Settling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._offered: set[AgeBand] = set()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._seats = self._group(self.tr("The wall is on"))
        self.seats: dict[str, TouchChip] = {}
        self._packs_label = Label(self.tr("Pack"))
        column.addWidget(self._packs_label)
        self._packs = FlowLayout()
        column.addLayout(self._packs)
        self.packs: dict[str, TouchChip] = {}
        self._topics = self._group(self.tr("Topics (none chosen: all)"))
        self.topics: dict[str, TouchChip] = {}
        bands = {band: band.value for band in AgeBand}
        self.bands = self._single(self.tr("For people aged"), bands, "age_band")
        row = self._group(self.tr("Length"))
        self.length = Counter(self.tr("Statements"), 1, MOST_QUESTIONS, settling)
        self.seed = Counter(self.tr("Same number, same lesson"), 0, HIGHEST_SEED, settling)
        row.addWidget(self.length)
        row.addWidget(self.seed)
        words = {
            SecondVote.NONE: self.tr("Vote once, or not at all"),
            SecondVote.BEFORE_ANSWER: self.tr("Again before the answer"),
            SecondVote.AFTER_ANSWER: self.tr("Again after the answer"),
        }
        self.second = self._single(self.tr("Voting again"), words, "second_vote")
        teams = self._group(self.tr("Tables by colour (none chosen: no teams)"))
        self.teams = {team: TouchChip(team_word(team)) for team in Team}
        for chip in self.teams.values():
            teams.addWidget(chip)
            chip.clicked.connect(self._choose_teams)
        rules = self.tr("Ground rules, 3 to 8 lines, shown first")
        self.rules = self._lines(rules, "ground_rules")
        self.signposts = self._lines(self.tr("Whom to turn to, shown last"), "signposts")
        route = self.tr("For the teacher: when somebody tells of something, 1 to 4 lines")
        self.route = self._lines(route, "route")
        self.length.changed.connect(lambda number: self._choose_number("length", number))
        self.seed.changed.connect(lambda number: self._choose_number("seed", number))

    # Building

    def _group(self, words: str) -> FlowLayout:
        self._column.addSpacing(6)
        self._column.addWidget(Label(words))
        row = FlowLayout()
        self._column.addLayout(row)
        return row

    def _single(self, head: str, words: Mapping[_Value, str], field: str) -> OneOf[_Value]:
        row, one = self._group(head), OneOf(words, self)
        for chip in one.chips.values():
            row.addWidget(chip)
        drawn = field == "age_band"
        one.picked.connect(lambda value: self._choose({field: value}, drawn))
        return one

    def _lines(self, words: str, field: str) -> LinesField:
        lines = LinesField(words)
        self._column.addSpacing(6)
        self._column.addWidget(Label(words))
        self._column.addWidget(lines)
        lines.editor.textChanged.connect(lambda: self._choose({field: lines.lines}, drawn=False))
        return lines

    # Showing

    def show_packs(self, packs: Sequence[Pack], pack: Pack) -> None:
        """Offer the packs where there are several, and the topics of `pack`."""
        if not self.packs:
            for each in packs:
                self.packs[each.id] = chip = TouchChip(each.title)
                self._packs.addWidget(chip)
                chip.clicked.connect(lambda _=False, id_=each.id: self.pack_chosen.emit(id_))
        self._offered = {question.age_band for question in pack.questions}
        for band, age in self.bands.chips.items():
            age.setVisible(self.offers(band))
        several = len(packs) > 1
        self._packs_label.setVisible(several)
        for id_, chip in self.packs.items():
            chip.setVisible(several)
            chip.setChecked(id_ == pack.id)
        if list(self.topics) == [topic.id for topic in pack.topics]:
            return
        _take_away(self._topics, self.topics)
        for topic in pack.topics:
            self.topics[topic.id] = chip = TouchChip(topic.title)
            self._topics.addWidget(chip)
            chip.clicked.connect(self._choose_topics)
        self._order()

    def offers(self, band: AgeBand) -> bool:
        """Whether the pack has anything for people of this age."""
        return any(band.admits(offered) for offered in self._offered)

    def take_focus(self) -> None:
        """To the ages that there is something for."""
        for band, chip in self.bands.chips.items():
            if self.offers(band):
                chip.setFocus()
                return

    def _order(self) -> None:
        """Tab goes through what was added later as the eye does."""
        added = (*self.seats.values(), *self.packs.values(), *self.topics.values())
        tab_through(added, before=next(iter(self.bands.chips.values())))

    def show_seats(self, seats: Sequence[Seat], chosen: str) -> None:
        """Offer the screens that are there; `chosen` "" is this screen alone."""
        _take_away(self._seats, self.seats)
        for seat in (*seats, None):
            name = seat.name if seat else ""
            words = self.tr("This screen alone, answers hidden until they are out")
            if seat:
                size = seat.geometry.size()
                words = self.tr("{0}, {1} × {2}").format(name, size.width(), size.height())
            self.seats[name] = chip = TouchChip(words, checked=name == chosen)
            self._seats.addWidget(chip)
            chip.clicked.connect(lambda _=False, name=name: self.seat_chosen.emit(name))
            chip.show()
        self._order()

    def show_plan(self, plan: LessonPlan) -> None:
        """Show what the plan has."""
        self._showing = True
        for topic, chip in self.topics.items():
            chip.setChecked(topic in plan.topics)
        self.bands.show_value(plan.age_band)
        self.second.show_value(plan.second_vote)
        if plan.teams or len(self._teams) > 1:  # one alone waits for a second
            for team, chip in self.teams.items():
                chip.setChecked(team in plan.teams)
        for counter, number in ((self.length, plan.length), (self.seed, plan.seed)):
            if counter.value != number:
                counter.set_value(number)
        self.rules.show_lines(plan.ground_rules)
        self.signposts.show_lines(plan.signposts)
        self.route.show_lines(plan.route)
        self._showing = False

    # Choosing

    def _choose(self, values: dict[str, Any], drawn: bool) -> None:
        if not self._showing:
            self.chosen.emit(values, drawn)

    def _choose_number(self, field: str, number: int | None) -> None:
        if number is not None:
            self._choose({field: number}, drawn=True)

    def _choose_topics(self) -> None:
        topics = tuple(topic for topic, chip in self.topics.items() if chip.isChecked())
        self._choose({"topics": topics}, drawn=True)

    @property
    def _teams(self) -> tuple[Team, ...]:
        return tuple(team for team, chip in self.teams.items() if chip.isChecked())

    def _choose_teams(self) -> None:
        teams = self._teams
        self._choose({"teams": teams if len(teams) > 1 else ()}, drawn=False)


def _take_away(row: FlowLayout, chips: dict[str, TouchChip]) -> None:
    for chip in chips.values():
        row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
    chips.clear()
