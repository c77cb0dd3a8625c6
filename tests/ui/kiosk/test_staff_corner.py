"""Five touches in the corner, the last one held; nothing else is the staff's sign (R103)."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from quiz.model.glass import Glass
from quiz.model.site import Corner
from quiz.ui.kiosk.staff_corner import CHORD, StaffCorner, StaffCornerWatch

GLASS = Glass(1920, 476)
IN, OUT = (10, 10), (900, 500)
PLACE = QPoint(20, 20)


class Clock:
    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


class Hand:
    """A hand at a corner, with its own time."""

    def __init__(self, corner: Corner = Corner.TOP_LEFT) -> None:
        self.clock = Clock()
        self.corner = StaffCorner(corner, self.clock)
        self.corner.fit(1920, 1080, GLASS)

    def wait(self, seconds: float) -> bool:
        """Time passes, looked at as often as the window does; whether the sign was seen."""
        until = self.clock.now + seconds
        seen = self.corner.opened()
        while self.clock.now < until:
            self.clock.now = min(until, self.clock.now + 0.05)
            seen = self.corner.opened() or seen
        return seen

    def tap(self, place=IN, down: float = 0.1, pause: float = 0.2) -> bool:
        self.corner.press(*place)
        seen = self.wait(down)
        self.corner.release(*place)
        return self.wait(pause) or seen

    def taps(self, count: int, **how) -> bool:
        return any(self.tap(**how) for _ in range(count))

    def hold(self, seconds: float = 1.2, place=IN) -> bool:
        return self.tap(place, down=seconds)


def test_five_touches_of_which_the_last_is_held_are_the_sign():
    hand = Hand()
    assert not hand.taps(4)
    assert hand.hold()


def test_it_is_told_once_and_while_the_finger_is_still_down():
    hand = Hand()
    hand.taps(4)
    hand.corner.press(*IN)
    assert not hand.wait(0.9)
    assert hand.wait(0.2)
    assert not hand.wait(5)


def test_the_sign_may_be_given_again_after_a_moment():
    hand = Hand()
    for _ in range(3):
        hand.taps(4)
        assert hand.hold()
        hand.wait(3.1)


def test_a_visitor_before_does_not_hinder_it():
    hand = Hand()
    hand.taps(7, place=OUT)
    hand.taps(4)
    assert hand.hold()


NOT_THE_SIGN = {
    "four touches": lambda hand: hand.taps(3) or hand.hold(),
    "six touches": lambda hand: hand.taps(5) or hand.hold(),
    "five short touches": lambda hand: hand.taps(5) or hand.wait(5),
    "five touches, the last held too shortly": lambda hand: hand.taps(4) or hand.hold(0.95),
    "a held finger alone": lambda hand: hand.hold(60),
    "five held fingers": lambda hand: any(hand.hold(1.0) for _ in range(5)),
    "slow touches": lambda hand: hand.taps(4, pause=0.8) or hand.hold(),
    "drumming": lambda hand: hand.taps(80, down=0.04, pause=0.05),
    "drumming that ends in a held finger": lambda hand: (
        hand.taps(40, down=0.04, pause=0.05) or hand.hold(5)
    ),
    "unhurried drumming that ends so": lambda hand: hand.taps(40, pause=0.6) or hand.hold(5),
    "a touch elsewhere in between": lambda hand: (
        hand.taps(2) or hand.tap(OUT) or hand.taps(2) or hand.hold()
    ),
    "the last one elsewhere": lambda hand: hand.taps(4) or hand.hold(place=OUT),
    "touches elsewhere": lambda hand: hand.taps(4, place=OUT) or hand.hold(place=OUT),
    "another corner": lambda hand: hand.taps(4, place=(1910, 10)) or hand.hold(place=(1910, 10)),
    "five, a rest, and one more held": lambda hand: hand.taps(5) or hand.wait(1) or hand.hold(),
}


@pytest.mark.parametrize("what", NOT_THE_SIGN)
def test_nothing_else_is_the_sign(what):
    assert not NOT_THE_SIGN[what](Hand())


def test_a_finger_that_slides_out_of_the_corner_and_back_does_not_count():
    hand = Hand()
    hand.taps(4)
    hand.corner.press(*IN)
    hand.wait(0.5)
    hand.corner.move(*OUT)
    hand.corner.move(*IN)
    assert not hand.wait(5)


def test_a_finger_that_trembles_does():
    hand = Hand()
    hand.taps(4)
    hand.corner.press(*IN)
    hand.wait(0.5)
    hand.corner.move(14, 6)
    assert hand.wait(0.6)


def test_a_second_finger_spoils_it():
    hand = Hand()
    hand.taps(4)
    hand.corner.press(*IN)
    hand.corner.press(*IN)
    assert not hand.wait(5)


steps = st.lists(
    st.tuples(
        st.sampled_from([IN, IN, IN, OUT]),
        st.floats(0.02, 1.6),  # how long down
        st.floats(0.02, 1.6),  # how long until the next
    ),
    max_size=14,
)


def is_sign(touches: list[tuple[tuple[int, int], float, float]]) -> bool:
    """Five in three seconds, all inside, and no other inside three seconds before: by its words."""
    since = next((n for n, touch in enumerate(reversed(touches)) if touch[0] == OUT), len(touches))
    run = touches[len(touches) - since :]
    times = [sum(down + pause for _, down, pause in run[:n]) for n in range(len(run))]
    if len(run) < 5 or times[-1] - times[-5] > 3.0:
        return False
    return len(run) == 5 or times[-5] - times[-6] > 3.0


@given(steps)
def test_it_opens_at_exactly_those_touches_that_are_the_sign(touches):
    hand = Hand()
    for count, (place, down, pause) in enumerate(touches, 1):
        if is_sign(touches[:count]):
            assume(not 0.9 < down < 1.1)
            times = [down + pause for _, down, pause in touches[count - 5 : count - 1]]
            assume(abs(sum(times) - 3) > 0.01)
            seen = hand.tap(place, down, pause)
            assert seen is (down >= 1.0)
            if seen:
                return
        else:
            assert not hand.tap(place, down, pause)


@given(
    st.lists(st.tuples(st.floats(0.02, 0.4), st.floats(0.02, 0.4)), min_size=5, max_size=40),
    st.floats(0, 30),
)
def test_drumming_never_opens_however_it_ends(taps, held):
    hand = Hand()
    assert not any(hand.tap(down=down, pause=pause) for down, pause in taps)
    assert not hand.hold(held)


@pytest.mark.parametrize(
    ("wide", "high", "glass", "side"),
    [
        (1920, 1080, GLASS, 108),  # a tenth of the shorter side is more than 20 mm
        (1080, 1920, Glass(1080, 300), 108),
        (1280, 800, Glass(1280, 217), 118),  # 20 mm are more
        (3840, 2160, Glass(3840, 700), 216),
    ],
)
@pytest.mark.parametrize("corner", Corner)
def test_the_square_is_20_mm_or_a_tenth_of_the_shorter_side(wide, high, glass, side, corner):
    hand = StaffCorner(corner)
    hand.fit(wide, high, glass)
    last = side - 1

    def at(across: int, along: int) -> bool:
        x = across if "left" in corner.value else wide - 1 - across
        y = along if "top" in corner.value else high - 1 - along
        return hand.within(x, y)

    assert [at(0, 0), at(last, last), at(side, 0), at(0, side), at(-1, 0)] == [
        True,
        True,
        False,
        False,
        False,
    ]


# --- in a window ----------------------------------------------------------------------------------


class Wall(QWidget):
    """A window whose corner holds a button of the visitor's."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.resize(800, 600)
        self.button = QPushButton("Start", self)
        self.button.setGeometry(0, 0, 200, 200)
        self.presses = 0
        self.button.clicked.connect(self._pressed)
        self.watch = StaffCornerWatch(StaffCorner(Corner.TOP_LEFT, clock), Glass(800, 200), self)
        self.seen: list[bool] = []
        self.watch.opened.connect(self._opened)

    def _pressed(self) -> None:
        self.presses += 1

    def _opened(self) -> None:
        self.seen.append(True)


@pytest.fixture
def wall(qtbot):
    clock = Clock()
    wall = Wall(clock)
    qtbot.addWidget(wall)
    wall.show()
    qtbot.waitExposed(wall)
    wall.watch.watch()
    wall.clock = clock
    return wall


def click(wall: Wall) -> None:
    QTest.mouseClick(wall.windowHandle(), Qt.MouseButton.LeftButton, pos=PLACE)
    wall.clock.now += 0.3


def press(wall: Wall) -> None:
    QTest.mousePress(wall.windowHandle(), Qt.MouseButton.LeftButton, pos=PLACE)


def test_the_window_says_that_the_sign_was_given_and_the_button_had_every_touch(wall, qtbot):
    for _ in range(4):
        click(wall)
    assert wall.presses == 4
    press(wall)
    wall.clock.now += 1.0
    qtbot.waitUntil(lambda: wall.seen == [True])
    QTest.mouseRelease(wall.windowHandle(), Qt.MouseButton.LeftButton, pos=PLACE)
    assert wall.presses == 5


def test_touches_of_a_touch_screen_count_like_those_of_a_mouse(wall, qtbot):
    device = QTest.createTouchDevice()
    handle = wall.windowHandle()
    for _ in range(4):
        QTest.touchEvent(handle, device).press(0, PLACE).commit()
        QTest.touchEvent(handle, device).release(0, PLACE).commit()
        wall.clock.now += 0.3
    QTest.touchEvent(handle, device).press(0, PLACE).commit()
    wall.clock.now += 1.0
    qtbot.waitUntil(lambda: wall.seen == [True])
    QTest.touchEvent(handle, device).release(0, PLACE).commit()
    assert wall.presses == 5


def test_another_button_of_a_mouse_is_no_touch_and_does_not_spoil_one(wall, qtbot):
    right = Qt.MouseButton.RightButton
    for _ in range(5):
        QTest.mouseClick(wall.windowHandle(), right, pos=PLACE)
    for _ in range(4):
        click(wall)
    press(wall)
    QTest.mousePress(wall.windowHandle(), right, pos=PLACE)
    QTest.mouseRelease(wall.windowHandle(), right, pos=PLACE)
    wall.clock.now += 1.0
    qtbot.waitUntil(lambda: wall.seen == [True])
    QTest.mouseRelease(wall.windowHandle(), Qt.MouseButton.LeftButton, pos=PLACE)


def test_a_visitor_who_drums_on_a_button_opens_nothing(wall):
    for _ in range(30):
        click(wall)
    press(wall)
    wall.clock.now += 5
    assert not wall.watch._look.isActive()
    assert wall.seen == []
    QTest.mouseRelease(wall.windowHandle(), Qt.MouseButton.LeftButton, pos=PLACE)
    assert wall.presses == 31


def test_with_a_keyboard_it_is_a_chord_of_keys(wall):
    QTest.keyClick(wall.windowHandle(), Qt.Key.Key_S)
    QTest.keyClick(wall.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert wall.seen == []
    QTest.keyClick(wall.windowHandle(), Qt.Key.Key_S, CHORD)
    assert wall.seen == [True]
