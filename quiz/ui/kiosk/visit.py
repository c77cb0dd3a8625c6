"""One visitor: everything of the visit is in this object, and goes with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from random import Random

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from quiz.model.glass import Glass
from quiz.model.helpline import Helpline
from quiz.model.language import in_turn
from quiz.model.question import Pack, Verdict
from quiz.model.session import Answer, Phase, Session
from quiz.model.site import Site
from quiz.ui import languages
from quiz.ui.controller import SessionController
from quiz.ui.kiosk.look import least_sizes, wear
from quiz.ui.kiosk.pages import Part
from quiz.ui.quick_exit import ShiftThrice, ShiftWatch
from quiz.ui.rounds import Rounds
from quiz.ui.screens.kiosk.visit_bar import VisitBar
from quiz.ui.screens.kiosk.visit_help import help_sheet
from quiz.ui.screens.kiosk.visit_page import VisitPage
from quiz.ui.screens.kiosk.visit_parts import Sizes, mirrored
from quiz.ui.screens.kiosk.visit_press import BACK, MORE, Leaf, Margins, Press
from quiz.ui.screens.kiosk.visit_question import (
    ask_sheet,
    hidden_sheet,
    note_sheet,
    reveal_sheet,
    terms_in,
)
from quiz.ui.screens.kiosk.visit_results import results_sheet
from quiz.ui.screens.kiosk.visit_sheet import Kind, Sheet
from quiz.ui.screens.kiosk.welcome import welcome_sheet
from quiz.ui.settle import Settling
from quiz.ui.theme import LIGHT, Colours

SPOT_MM = 12
"""Around the last touch, where a second one comes too soon: a fingertip and its tremble."""


class Visit(QWidget):
    """What one visitor sees from the first page to the last.

    `done()`: the visitor has finished; forget at once. `page_changed()`: another page is shown.
    """

    done = Signal()
    page_changed = Signal()

    def __init__(
        self,
        packs: Sequence[Pack],
        site: Site,
        glass: Glass,
        rng: Random,
        *,
        helplines: tuple[Helpline, ...] = (),
        clock: Callable[[], float] = time.monotonic,
        colours: Colours = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._site, self._glass, self._rng = site, glass, rng
        self._setting = site.setting()
        self._colours = colours
        self._helplines = helplines
        self._by_language = self._playable(packs)
        self._languages = in_turn(site.languages, self._by_language)
        self._language = self._first_language
        self._rounds: Rounds | None = None
        self._earlier: tuple[Answer, ...] = ()
        self._large = True
        self._helping = False
        self._fact_wanted = False
        self._turn = 0
        self._turn_before = 0
        self._anchor: Part[Kind] | None = None  # what was turned to, whatever the size is since
        self._sheet = Sheet((), ())
        self.leaves: tuple[Leaf, ...] = ()
        self._sizes = Sizes.of(glass)
        self._settling = Settling(clock, glass.pixels(SPOT_MM))
        self.controller = SessionController(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._desk = QWidget(self)
        self._desk.hide()
        self._page: VisitPage | None = None
        self.bar = VisitBar(self, self._sizes, self._settling)
        self._keys = ShiftWatch(ShiftThrice(clock), self)
        self._wire()
        self._wear()
        self._show_sheet()

    def _wire(self) -> None:
        self.controller.changed.connect(self._show_session)
        self.bar.look.clicked.connect(self._change_size)
        self.bar.leave.clicked.connect(self.done)
        self._keys.thrice.connect(self.done)

    # What the window asks for

    @property
    def page(self) -> QWidget:
        """The page shown now: its texts and buttons are in the order in which they are read."""
        assert self._page is not None
        return self._page

    @property
    def reading(self) -> bool:
        """Whether the page is one that takes longer to read."""
        return self._sheet.reading

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers of this visit."""
        session = self.controller.session
        return self._earlier + (session.answers if session else ())

    @property
    def pack_id(self) -> str:
        """The pack that was played, "" before the start."""
        return self._rounds.pack.id if self._rounds else ""

    @property
    def language(self) -> str:
        """The language that is spoken now, "" where there is nothing to play."""
        return self._language

    @property
    def _first_language(self) -> str:
        return next(iter(self._languages), "")

    def drop(self) -> None:
        """Forget everything, and give the application back its first look."""
        self.controller.blockSignals(True)
        self.controller.drop()
        self._earlier = ()
        if not self._large or self._language != self._first_language:
            self._large, self._language = True, self._first_language
            self._wear()

    # Packs

    def _playable(self, packs: Sequence[Pack]) -> dict[str, tuple[Pack, ...]]:
        """The packs that have something to ask here, by language."""
        found: dict[str, tuple[Pack, ...]] = {}
        for pack in packs:
            if Rounds(pack, self._rng).choose(self._topics, self._setting.age_band):
                found[pack.language] = (*found.get(pack.language, ()), pack)
        return found

    @property
    def _topics(self) -> tuple[str, ...] | None:
        return self._site.topics or None

    # What is touched

    def chosen(self, key: str) -> None:
        """Do what a choice of a page says."""
        if key.startswith("language:"):
            self._speak(key.removeprefix("language:"))
            return
        act = {
            "start": self._start,
            "help": self._show_help,
            "return": self._leave_help,
            "proceed": self.controller.proceed,
            "pass": self.controller.pass_noted,
            "myth": self._say_myth,
            "reality": self._say_reality,
            "skip": self.controller.skip,
            "show": self._show_fact,
            "next": self.controller.advance,
            "again": self._again,
            "new": self._new_round,
            BACK: self._turn_back,
            MORE: self._turn_on,
        }[key]
        act()

    def _start(self) -> None:
        packs = self._by_language.get(self._language, ())
        if not packs:
            return
        self._rounds = Rounds(self._rng.choice(packs), self._rng)
        self._rounds.choose(self._topics, self._setting.age_band)
        self._play()

    def _play(self) -> None:
        assert self._rounds is not None
        drawn = self._rounds.draw(self._setting.questions)
        self.controller.start(Session.of(drawn))

    def _new_round(self) -> None:
        self._earlier = self.answers
        self._play()

    def _again(self) -> None:
        assert self._rounds is not None
        self.controller.again(self._setting.retries, self._setting.retry_most, self._rounds.reword)

    def _say_myth(self) -> None:
        self.controller.answer(Verdict.MYTH)

    def _say_reality(self) -> None:
        self.controller.answer(Verdict.REALITY)

    def _speak(self, language: str) -> None:
        self._language = language
        self._wear()
        self._show_sheet()

    def _change_size(self) -> None:
        self._large = not self._large
        self._wear()
        self.renew()

    def _show_help(self) -> None:
        self._helping, self._turn_before = True, self._turn
        self._show_sheet()

    def _leave_help(self) -> None:
        self._helping = False
        self._show_sheet(turn=self._turn_before)

    def _show_fact(self) -> None:
        self._fact_wanted = True
        self._show_sheet()

    def _turn_on(self) -> None:
        self.turn(self._turn + 1)

    def _turn_back(self) -> None:
        self.turn(self._turn - 1)

    # What is shown

    def _show_session(self, session: Session | None) -> None:
        if session is None:
            return
        self._helping = self._fact_wanted = False
        self._show_sheet()

    def _sheet_now(self) -> Sheet:
        """What there is to read at this moment."""
        session = self.controller.session
        if self._helping:
            return help_sheet(self._helplines)
        if session is None:
            packs = self._by_language.get(self._language, ())
            others = [
                (code, languages.own_name(code))
                for code in self._languages
                if code != self._language
            ]
            count = self._setting.questions if packs else 0
            return welcome_sheet(count, others, counted=bool(self._site.counts))
        question = session.current
        if question is None:
            return results_sheet(session, self._setting.retries, self._setting.retry_most)
        if session.phase is Phase.NOTED:
            return note_sheet(session.noted)
        if session.phase is not Phase.REVEALED:
            return ask_sheet(question, session.questions)
        answer = session.answers[-1]
        if answer.skipped and question.content_note and not self._fact_wanted:
            return hidden_sheet(is_last=session.is_last)
        assert self._rounds is not None
        terms = terms_in(question, self._rounds.pack.glossary)
        return reveal_sheet(answer, terms, session.questions, is_last=session.is_last)

    def _show_sheet(self, turn: int = 0) -> None:
        """Lay out what there is to read now, and show one page of it."""
        self._sheet = self._sheet_now()
        self.bar.say(self.controller.session, large=self._large)
        margins = Margins.of(self.size(), self._sizes)
        edge, inset = margins.around, margins.around + margins.within
        below = self.bar.place(self.width(), inset, from_right=mirrored(self))
        below += self._sizes.gap if edge else self._sizes.gap // 2
        room = QRect(edge, below, self.width() - 2 * edge, self.height() - below - edge)
        self._room = room
        if room.height() <= 0 or room.width() <= 0:
            return
        floors = least_sizes(self._glass, self._site.reading_distance_mm)
        self._press = Press(
            self._desk,
            self._glass,
            self._settling,
            room.size(),
            margins,
            floors,
            large=self._large,
        )
        self.leaves = self._press.leaves(self._sheet)
        self.turn(min(turn, len(self.leaves) - 1))

    def renew(self) -> None:
        """Lay out the page anew: its size, its type or its language is another."""
        anchor = self._anchor
        self._show_sheet(turn=self._turn)
        found = _where(anchor, self.leaves) if anchor else self._turn
        if found != self._turn:
            self.turn(found)
        self._anchor = anchor or self._anchor

    def turn(self, turn: int) -> None:
        """Show a page of what there is to read, counted from 0."""
        self._turn = turn
        self._anchor = next(iter(self.leaves[turn].parts), None)
        old, page = self._page, VisitPage(self.leaves[turn], self._press, self)
        page.move(self._room.topLeft())
        if self.controller.session is not None and not self._helping:
            page.speak(QLocale(self._language))
        page.chosen.connect(self.chosen)
        self._page = page
        page.show()
        page.lower()
        page.take_focus()
        self._settling.view_changed()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.page_changed.emit()

    def _wear(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if self._language:
            spoken = languages.wear(app, self._language)
            self.setLocale(QLocale(self._language if spoken else languages.SOURCE))
        wear(app, self._colours, self._glass, self._site.reading_distance_mm, large=self._large)

    # Size and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keys.watch(self.window())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the private place, where there is a keyboard."""
        others = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if self._keys.press(event) or event.isAutoRepeat() or others:
            return
        for keys, choices in _KEYS:
            if event.key() in keys:
                for choice in choices:
                    button = self._page.button(choice) if self._page else None
                    if button is not None:
                        button.click()
                        return
        super().keyPressEvent(event)


def _where(sought: Part[Kind], leaves: Sequence[Leaf]) -> int:
    """The page on which what was read before is now, or begins."""
    for index, leaf in enumerate(leaves):
        for part in leaf.parts:
            same = part.kind is sought.kind and part.aside == sought.aside
            if same and (part.text.startswith(sought.text) or sought.text.startswith(part.text)):
                return index
    return 0


_SHIFT = Qt.KeyboardModifier.ShiftModifier

_KEYS = (
    ((Qt.Key.Key_1, Qt.Key.Key_M), ("myth",)),
    ((Qt.Key.Key_2, Qt.Key.Key_R), ("reality",)),
    ((Qt.Key.Key_3, Qt.Key.Key_S), ("skip", "pass")),
    (
        (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space),
        ("next", "start", "return", "proceed"),
    ),
)
