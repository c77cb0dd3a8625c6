"""What follows from how a kiosk's children ended: when the next one starts, with which content."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.model.process import AGAIN


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the parent waits for what, in seconds.

    `delays` before the next start after so many ends in a row that came soon: the longest leaves
    room for a start within the 10 s of R104, however often it happened before. `ceiling`: how many
    times its ceiling of memory a child may take before it is ended in the middle of a visit.
    """

    hang: float = 15.0
    start: float = 30.0  # to the first beat: after a power cut the disk is cold
    stop: float = 1.0  # from the word to end to the end by force
    well: float = 60.0  # beating for so long it has run well
    look: float = 1.0
    delays: tuple[float, ...] = (0.0, 1.0, 2.0, 5.0)
    quick_ends: int = 3
    ceiling: float = 1.5


class Patience:
    """After `quick_ends` in a row the content that the site put there is under suspicion.

    The next child plays what the program came with. It goes back to the site's at the next start
    that was asked for: by staff, who have just mended something, by the night, or by the child
    itself, which asks after an hour between two visitors. The cause may have been another one (a
    screen that came up late), so nobody should have to come by; and only the child knows when
    nobody is looking. The site's content is then on trial: one quick end and the shipped is back.
    """

    def __init__(self, limits: Limits) -> None:
        self.shipped_only = False
        self._limits = limits
        self._on_trial = False
        self._quick = 0
        self._soon = 0

    @property
    def start(self) -> float:
        """Seconds to the first beat of the next child: more after each end that came soon, up to
        four times, so that a slow machine is not ended for ever.
        """
        return self._limits.start * min(2**self._soon, 4)

    def ended(self, code: int | None, beating: float) -> float:
        """A child ended with `code` after `beating` seconds; those to wait before the next one."""
        well = beating >= self._limits.well
        if well:
            self._quick = self._soon = 0
            self._on_trial = False
        elif code != AGAIN:
            self._quick += 1
            if self._on_trial or self._quick >= self._limits.quick_ends:
                self.shipped_only, self._on_trial = True, False
        if code == AGAIN and self.shipped_only:
            self.shipped_only, self._on_trial = False, True
        # One that wants to start afresh as soon as it has started has to wait as well.
        delay = self._limits.delays[min(self._soon, len(self._limits.delays) - 1)]
        self._soon += not well
        return delay
