"""Visitors of every kind before a kiosk, by a seed: who plays, drums, leans on it, walks away."""

from __future__ import annotations

from random import Random

from kiosk_stand import LEFT, NONE, Stand, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

Key = Qt.Key
KEYS = (
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Return, Key.Key_Tab),
    *(Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_Space, Key.Key_A, Key.Key_F1, Key.Key_Shift),
)


class Wanderer:
    """Sends one visitor after another to `kiosk`. `resets` counts how each one went."""

    def __init__(self, kiosk: Stand, seed: int, most_steps: int = 40) -> None:
        self.most_steps = most_steps
        self.kiosk = kiosk
        self.rng = Random(seed)
        self.answers = 0
        self.resets: dict[str, int] = {}

    def visit(self) -> None:
        """One visitor, from the resting screen to the resting screen."""
        kiosk, rng = self.kiosk, self.rng
        assert kiosk.resting, "nobody is there before a visitor comes"
        self._come()
        for _ in range(rng.randint(1, self.most_steps)):
            if kiosk.window.visit is None:
                break
            self._act()
        visit = kiosk.window.visit
        if visit is None:
            self._gone("by a step")
            return
        self.answers += len(visit.answers)
        way = rng.choice(("done", "done", "walks away", "key", "error", "leans"))
        {
            "done": self._say_done,
            "walks away": self._walk_away,
            "key": self._exit_key,
            "error": self._mishap,
            "leans": self._lean,
        }[way]()
        self._gone(way)

    def _gone(self, way: str) -> None:
        self.resets[way] = self.resets.get(way, 0) + 1
        self.kiosk.clock.now += 1.0
        self.kiosk.window.tick()
        settle()
        assert self.kiosk.resting, f"after {way} the resting screen is not all that is shown"

    def _come(self) -> None:
        kiosk = self.kiosk
        if self.rng.random() < 0.2:
            kiosk.key(self.rng.choice(KEYS))
        else:
            kiosk.touch(*self._anywhere())
        assert kiosk.window.visit is not None, "the first touch wakes"
        assert kiosk.window.visit.controller.session is None, "and does nothing else"

    def _anywhere(self) -> tuple[int, int]:
        window = self.kiosk.window
        return self.rng.randrange(window.width()), self.rng.randrange(window.height())

    # Steps

    def _act(self) -> None:
        roll = self.rng.random()
        if roll < 0.72:
            self._press_something()
        elif roll < 0.80:
            self.kiosk.touch(*self._anywhere(), later=self.rng.choice((0.05, 0.3, 2.0)))
        elif roll < 0.86:
            self._drum()
        elif roll < 0.92:
            self.kiosk.key(self.rng.choice(KEYS), later=self.rng.choice((0.05, 1.0)))
        elif roll < 0.95:
            self._slide()
        else:
            self._think()

    def _press_something(self) -> None:
        visit = self.kiosk.window.visit
        buttons = [
            button
            for button in visit.findChildren(QAbstractButton)
            if button.isVisible() and button is not visit.bar.leave
        ]
        if buttons:
            self.kiosk.touch_on(self.rng.choice(buttons))

    def _drum(self) -> None:
        place = self._anywhere() if self.rng.random() < 0.5 else (20, 20)
        for _ in range(self.rng.randint(3, 15)):
            self.kiosk.touch(*place, later=0.12)
            self.kiosk.window.corner._look_again()

    def _slide(self) -> None:
        kiosk = self.kiosk
        kiosk.clock.now += 0.5
        kiosk.press(*self._anywhere())
        for _ in range(3):
            QTest.mouseMove(kiosk.handle, QPoint(*self._anywhere()))
            settle()
        kiosk.release(*self._anywhere())

    def _think(self) -> None:
        """For a while, maybe into the warning, and on by a touch."""
        kiosk = self.kiosk
        kiosk.wait(self.rng.uniform(20, 85), step=5)
        if kiosk.window.warning.isVisible():
            visit = kiosk.window.visit
            session, page = visit.controller.session, visit.page
            kiosk.touch(*self._anywhere())
            assert not kiosk.window.warning.isVisible(), "a touch ends the warning"
            assert visit.controller.session is session, "and does nothing else"
            assert visit.page is page

    # Ways to go

    def _say_done(self) -> None:
        visit = self.kiosk.window.visit
        self.kiosk.touch_on(visit.bar.leave)

    def _walk_away(self) -> None:
        for _ in range(60):
            if self.kiosk.window.visit is None:
                return
            self.kiosk.wait(5, step=5)
        raise AssertionError("five minutes after a visitor went the visit is still there")

    def _exit_key(self) -> None:
        self.kiosk.key(Key.Key_Escape)

    def _mishap(self) -> None:
        self.kiosk.window.take_mishap("unexpected ValueError at somewhere.py:1")

    def _lean(self) -> None:
        """A finger, or a bag, that stays on the glass."""
        kiosk = self.kiosk
        kiosk.clock.now += 1.0
        place = QPoint(*self._anywhere())
        QTest.mousePress(kiosk.handle, LEFT, NONE, place)
        settle()
        if kiosk.window.visit is not None:
            self._walk_away()
        QTest.mouseRelease(kiosk.handle, LEFT, NONE, place)
        settle()
