"""The lines of help that hold today, and which country comes first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz.ui.memory import day_by_the_clock

if TYPE_CHECKING:
    from datetime import date

    from quiz.model.helpline import Helpline


class Helping:
    """Knows the lines of help; looks at nothing before somebody asks, and notes nothing then.

    `lines` gives those known on a day, `country` is two letters, or "" where none is known.
    """

    def __init__(
        self,
        lines: Callable[[date], tuple[Helpline, ...]] = lambda _: (),
        country: str = "",
        today: Callable[[], date] = day_by_the_clock,
    ) -> None:
        self._lines = lines
        self.country = country
        self._today = today

    def by_country(self) -> dict[str, tuple[Helpline, ...]]:
        """What can be shown today, for each country that has any."""
        from quiz.model.helpline import countries, shown

        today = self._today()
        lines = self._lines(today)
        return {code: shown(lines, code, today) for code in countries(lines, today)}
