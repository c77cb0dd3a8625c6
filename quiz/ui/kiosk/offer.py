"""What a kiosk asks and tells on a day, from the packs and the site that hold now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from quiz.model.draw import resting
from quiz.model.freshness import without_stale
from quiz.model.language import in_turn
from quiz.model.site import Site
from quiz.ui.kiosk.around import Around
from quiz.ui.languages import own_name
from quiz.ui.screens.kiosk.attract import Fact

if TYPE_CHECKING:
    from quiz.model.helpline import Helpline
    from quiz.model.question import Pack
    from quiz.packs.watch import Taken


class Offer:
    """`packs` are those that the site uses. The day is that of the clock that was handed in."""

    def __init__(self, packs: Sequence[Pack], site: Site, around: Around) -> None:
        self.all_packs = tuple(packs)
        self.site = site
        self._around = around
        self._lines_of: tuple[date | None, tuple[Helpline, ...]] = (None, ())

    @property
    def today(self) -> date:
        """The day where the kiosk stands."""
        return self._around.now().date()

    @property
    def packs(self) -> list[Pack]:
        """The packs without what nobody has looked at for too long."""
        return [without_stale(pack, self.today) for pack in self.all_packs]

    @property
    def lines(self) -> tuple[Helpline, ...]:
        """The lines of help of this day; looked up once a day."""
        today = self.today
        if self._lines_of[0] != today:
            self._lines_of = today, self._around.helplines(today)
        return self._lines_of[1]

    @property
    def languages(self) -> list[str]:
        """What the languages that one may choose call themselves, the first one first."""
        return [own_name(code) for code in self._codes]

    @property
    def facts(self) -> Iterator[Fact]:
        """What the resting screen may tell, in the language in which a visit begins."""
        site = self.site
        return (
            Fact.of(question)
            for pack in self.packs
            if pack.language in self._codes[:1]
            for question in resting(pack.questions, site.topics or None, site.age_band)
        )

    @property
    def _codes(self) -> list[str]:
        return list(in_turn(self.site.languages, [pack.language for pack in self.all_packs]))

    def take(self, taken: Taken) -> None:
        """From now on, this."""
        self.all_packs, self.site = taken.packs, taken.site
