"""The kiosk's window: waking, idling, what is kept out, screens, staff, faults."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kiosk_stand import SITE, PlayedScreens, Stand, collect, settle, shown_pack
from overlap import faults
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from quiz.keep.last_good import LastGood
from quiz.model.session import Phase
from quiz.model.setting import IdleLimits
from quiz.model.site import Hours, Site
from quiz.packs.shelf import open_shelf
from quiz.packs.watch import ContentWatch
from quiz.ui.kiosk import window as kiosk_window
from quiz.ui.kiosk.between_visitors import NewContent
from quiz.ui.kiosk.tally import Tally
from quiz.ui.seats import Seat

Key = Qt.Key
Mod = Qt.KeyboardModifier


@pytest.fixture(scope="module")
def packs(small_pack):
    return tuple(shown_pack(pack) for pack in open_shelf(small_pack).read().packs)


@pytest.fixture
def stand(qtbot, fonts, packs):
    made = []

    def build(site: Site = SITE, **more) -> Stand:
        made.append(Stand(more.pop("packs", packs), site, **more))
        return made[-1]

    yield build
    for each in made:
        each.close()


def start(kiosk: Stand):
    """A visitor at the first question; the visit."""
    visit = kiosk.wake()
    kiosk.touch_on(visit.page.button("start"))
    assert visit.controller.session.phase is Phase.ASKING
    return visit


def answer(kiosk: Stand, choice: str = "myth"):
    kiosk.touch_on(kiosk.window.visit.page.button(choice))


# Waking


def test_it_rests_until_somebody_touches(stand):
    kiosk = stand()
    assert kiosk.resting
    kiosk.wait(600)
    assert kiosk.resting


@pytest.mark.parametrize("where", ["start", "help"])
def test_the_first_touch_only_wakes(stand, where):
    kiosk = stand()
    place = kiosk.middle(kiosk.wake().page.button(where))
    kiosk.window.wipe()
    kiosk.touch(*place)
    visit = kiosk.window.visit
    assert visit is not None
    assert visit.controller.session is None
    assert visit.page.button(where) is not None


@pytest.mark.parametrize("later", [0.0, 0.1, 0.39])
def test_the_second_tap_of_two_does_nothing(stand, later):
    kiosk = stand()
    place = kiosk.middle(kiosk.wake().page.button("start"))
    kiosk.window.wipe()
    kiosk.touch(*place)
    kiosk.touch(*place, later=later)
    assert kiosk.window.visit.controller.session is None
    kiosk.touch(*place)
    assert kiosk.window.visit.controller.session is not None


@pytest.mark.parametrize(
    "key", [Key.Key_Return, Key.Key_Space, Key.Key_Escape, Key.Key_F11, Key.Key_A, Key.Key_Print]
)
def test_the_first_key_only_wakes(stand, key):
    kiosk = stand()
    kiosk.key(key)
    visit = kiosk.window.visit
    assert visit is not None
    assert visit.controller.session is None


def test_a_key_that_is_held_wakes_and_does_nothing_else(stand):
    kiosk = stand()
    kiosk.clock.now += 1
    for again in range(30):
        QTest.sendKeyEvent(
            QTest.KeyAction.Press, kiosk.handle, Key.Key_Return, "\r", Mod.NoModifier
        )
        settle()
        kiosk.clock.now += 0.1
        assert kiosk.window.visit is not None, again
    assert kiosk.window.visit.controller.session is None


def test_a_touch_while_resting_is_not_the_release_of_an_older_one(stand):
    kiosk = stand()
    visit = start(kiosk)
    button = kiosk.middle(visit.page.button("myth"))
    kiosk.press(*button)
    kiosk.window.wipe()
    kiosk.release(*button)
    assert kiosk.resting


# Idle


def test_a_question_waits_a_minute_then_warns_half_a_minute_then_all_is_forgotten(stand):
    kiosk = stand()
    start(kiosk)
    warning = kiosk.window.warning
    kiosk.wait(59.75)
    assert not warning.isVisible()
    kiosk.wait(0.25)
    assert warning.isVisible()
    assert warning.number.text() == "30"
    assert warning.bar.share == 1.0
    kiosk.wait(15)
    assert (warning.number.text(), warning.bar.share) == ("15", 0.5)
    kiosk.wait(14.75)
    assert (warning.number.text(), kiosk.window.visit is None) == ("1", False)
    kiosk.wait(0.25)
    assert kiosk.resting


def test_an_explanation_waits_longer(stand):
    kiosk = stand()
    visit = start(kiosk)
    answer(kiosk)
    assert visit.reading
    kiosk.wait(89.75)
    assert not kiosk.window.warning.isVisible()
    kiosk.wait(0.25)
    assert kiosk.window.warning.isVisible()
    kiosk.wait(30)
    assert kiosk.resting


def test_the_welcome_page_is_left_like_a_question(stand):
    kiosk = stand()
    kiosk.wake()
    kiosk.wait(88.75)
    assert kiosk.window.warning.isVisible()
    kiosk.wait(0.25)
    assert kiosk.resting


def test_the_site_has_its_own_limits(stand):
    kiosk = stand(Site(screen_width_mm=476, idle=IdleLimits(120, 240, 20)))
    start(kiosk)
    kiosk.wait(119.75)
    assert not kiosk.window.warning.isVisible()
    kiosk.wait(0.25)
    assert kiosk.window.warning.number.text() == "20"
    kiosk.wait(20)
    assert kiosk.resting


@pytest.mark.parametrize("where", ["myth", "reality", "skip", None])
def test_a_touch_ends_the_warning_and_does_nothing_else(stand, where):
    kiosk = stand()
    visit = start(kiosk)
    before = kiosk.picture()
    session = visit.controller.session
    place = kiosk.middle(visit.page.button(where)) if where else (700, 500)
    kiosk.wait(70)
    assert kiosk.window.warning.isVisible()
    kiosk.touch(*place)
    assert not kiosk.window.warning.isVisible()
    assert visit.controller.session is session
    assert kiosk.picture() == before
    kiosk.touch(*place, later=0.2)  # the second tap of two
    assert visit.controller.session is session
    kiosk.wait(59)
    assert not kiosk.window.warning.isVisible()


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_Return, Key.Key_Escape, Key.Key_F5])
def test_a_key_ends_the_warning_and_does_nothing_else(stand, key):
    kiosk = stand()
    visit = start(kiosk)
    session, before = visit.controller.session, kiosk.picture()
    kiosk.wait(70)
    kiosk.key(key)
    assert not kiosk.window.warning.isVisible()
    assert kiosk.window.visit is visit
    assert visit.controller.session is session
    assert kiosk.picture() == before


def test_one_may_go_on_as_often_as_one_likes(stand):
    kiosk = stand()
    visit = start(kiosk)
    for _ in range(20):
        kiosk.wait(85, step=1)
        assert kiosk.window.warning.isVisible()
        kiosk.touch(300, 300)
    assert kiosk.window.visit is visit
    answer(kiosk)
    assert visit.controller.session.phase is Phase.REVEALED


def test_a_finger_that_rests_on_a_button_gets_the_warning_and_lifts_off_it(stand):
    kiosk = stand()
    visit = start(kiosk)
    session = visit.controller.session
    button = kiosk.middle(visit.page.button("myth"))
    kiosk.clock.now += 1
    kiosk.press(*button)
    kiosk.wait(70)
    assert kiosk.window.warning.isVisible()
    QTest.mouseMove(kiosk.handle, QPoint(button[0] + 2, button[1]))
    settle()
    assert kiosk.window.warning.isVisible()
    kiosk.release(*button)
    assert not kiosk.window.warning.isVisible()
    assert visit.controller.session is session
    answer(kiosk)
    assert visit.controller.session is not session


def test_a_stuck_contact_does_not_keep_a_visit_in_sight(stand):
    kiosk = stand()
    visit = start(kiosk)
    button = kiosk.middle(visit.page.button("myth"))
    kiosk.clock.now += 1
    kiosk.press(*button)
    kiosk.wait(90)
    assert kiosk.resting
    kiosk.release(*button)
    kiosk.wait(1)
    assert kiosk.resting


def test_a_finger_held_on_the_warning_is_waited_for(stand):
    kiosk = stand()
    visit = start(kiosk)
    kiosk.wait(89)
    kiosk.press(500, 500)
    kiosk.wait(20)
    assert kiosk.window.visit is visit
    assert kiosk.window.warning.isVisible()
    kiosk.release(500, 500)
    assert not kiosk.window.warning.isVisible()
    assert kiosk.window.visit is visit


def test_the_warning_is_said_at_once_and_near_the_end(stand, monkeypatch):
    said = []

    def hear(widget, words, *, urgent=False):
        said.append((words, urgent))

    monkeypatch.setattr("quiz.ui.screens.kiosk.idle_warning.announce", hear)
    kiosk = stand()
    start(kiosk)
    kiosk.wait(89)
    begin = (
        "Are you still there? In {} seconds your answers are forgotten. Touch anywhere to go on."
    )
    assert said == [(begin.format(30), True), (begin.format(10), True)]


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (3840, 2160), (1080, 1920)], ids=str)
def test_the_warning_covers_everything_and_nothing_in_it_is_cut(stand, size):
    kiosk = stand(size=size)
    start(kiosk)
    kiosk.wait(70)
    warning = kiosk.window.warning
    assert warning.geometry() == kiosk.window.rect()
    assert faults(warning) == []
    assert "Touch anywhere to go on" in [label.text() for label in warning.findChildren(QLabel)]


def test_the_focus_is_where_it_was_before_the_warning(stand):
    kiosk = stand()
    visit = start(kiosk)
    button = visit.page.button("reality")
    button.setFocus()
    kiosk.wait(70)
    assert not button.hasFocus()
    kiosk.touch(500, 500)
    assert button.hasFocus()


def test_a_computer_that_slept_wakes_up_with_nobodys_visit(stand):
    kiosk = stand()
    start(kiosk)
    kiosk.clock.now += 8 * 3600
    kiosk.window.tick()
    assert kiosk.resting


@pytest.mark.parametrize("jump", [-400 * 86_400, -3600, 3600, 400 * 86_400])
def test_a_wall_clock_that_jumps_changes_nothing_for_a_visitor(stand, jump):
    from datetime import timedelta

    kiosk = stand(Site(screen_width_mm=476, opening_hours=Hours(480, 1200), nightly_restart=180))
    visit = start(kiosk)
    kiosk.wait(30)
    kiosk.day += timedelta(seconds=jump)
    kiosk.wait(29)
    assert kiosk.window.visit is visit
    assert not kiosk.window.warning.isVisible()
    kiosk.wait(2)
    assert kiosk.window.warning.isVisible()
    assert kiosk.left == []


# What the resting screen does meanwhile


def test_it_is_dark_when_the_house_is_closed_and_wakes_all_the_same(stand):
    kiosk = stand(Site(screen_width_mm=476, opening_hours=Hours(8 * 60, 18 * 60)))
    dark = kiosk.window.attract.palette().window().color()
    kiosk.day = kiosk.day.replace(hour=20)
    kiosk.wait(1)
    assert kiosk.window.attract.palette().window().color().lightness() < dark.lightness()
    kiosk.wake()
    kiosk.window.wipe()
    kiosk.day = kiosk.day.replace(hour=9)
    kiosk.wait(1)
    assert kiosk.window.attract.palette().window().color() == dark


def test_facts_change_and_everything_stays_in_sight(stand):
    kiosk = stand()
    attract = kiosk.window.attract
    told, places = set(), set()
    for _ in range(80):
        kiosk.wait(25, step=25)
        told.add(attract.fact.text())
        places.add(attract.title.pos().toTuple())
    assert len(told) > 5
    assert len(places) == 8


def test_only_facts_of_the_sites_topics_and_age_band(stand, packs):
    topic = packs[0].topics[0].id
    kiosk = stand(Site(screen_width_mm=476, topics=(topic,)))
    allowed = {q.fact for q in packs[0].questions if q.topic == topic}
    for _ in range(60):
        kiosk.wait(25, step=25)
        assert kiosk.window.attract.fact.text() in allowed


# What is kept out


def everything_refused(kiosk: Stand) -> list[str]:
    """What changed after every key and event that a visitor has no use for."""
    visit = kiosk.window.visit
    session, page, before = visit.controller.session, visit.page, kiosk.picture()
    changed = []
    tried = [
        (Key.Key_F4, Mod.AltModifier),
        (Key.Key_Tab, Mod.AltModifier),
        (Key.Key_Q, Mod.ControlModifier),
        (Key.Key_W, Mod.ControlModifier),
        (Key.Key_C, Mod.ControlModifier),
        (Key.Key_A, Mod.ControlModifier),
        (Key.Key_P, Mod.ControlModifier),
        (Key.Key_Plus, Mod.ControlModifier),
        (Key.Key_1, Mod.ControlModifier),
        (Key.Key_1, Mod.AltModifier),
        (Key.Key_1, Mod.MetaModifier),
        *((key, Mod.NoModifier) for key in (Key.Key_Print, Key.Key_Menu, Key.Key_Help)),
        *((Key(Key.Key_F1 + number), Mod.NoModifier) for number in range(35)),
        *((key, Mod.NoModifier) for key in (Key.Key_Back, Key.Key_HomePage)),
    ]
    for key, modifier in tried:
        kiosk.key(key, modifier)
        now = kiosk.window.visit, visit.controller.session, visit.page, kiosk.picture()
        if now != (visit, session, page, before) or not kiosk.window.isVisible():
            changed.append(f"{modifier} {key}")
    return changed


def test_no_key_but_those_of_the_quiz_does_anything(stand):
    kiosk = stand()
    start(kiosk)
    assert everything_refused(kiosk) == []


def test_it_cannot_be_closed_or_made_small(stand):
    kiosk = stand()
    visit = start(kiosk)
    close = QCloseEvent()
    QApplication.sendEvent(kiosk.window, close)
    assert not close.isAccepted()
    close = QCloseEvent()
    QApplication.sendEvent(kiosk.handle, close)
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()
    assert kiosk.window.visit is visit


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_press_nothing_and_open_nothing(stand, button):
    kiosk = stand()
    visit = start(kiosk)
    session = visit.controller.session
    kiosk.clock.now += 1
    place = QPoint(*kiosk.middle(visit.page.button("myth")))
    QTest.mouseClick(kiosk.handle, button, Mod.NoModifier, place)
    settle()
    assert visit.controller.session is session
    assert QApplication.activePopupWidget() is None


def test_no_menu_no_wheel_no_files(stand):
    kiosk = stand()
    visit = start(kiosk)
    before = kiosk.picture()
    place = QPointF(500, 500)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/etc/hosts")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)),
        QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Mod.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
        QDragEnterEvent(place.toPoint(), copy, files, left, Mod.NoModifier),
        QDropEvent(place, copy, files, left, Mod.NoModifier),
    ):
        QApplication.sendEvent(kiosk.handle, event)
        assert not event.isAccepted(), event
    settle()
    assert QApplication.activePopupWidget() is None
    assert kiosk.picture() == before
    assert kiosk.window.visit is visit


def test_no_view_has_anything_to_select_scroll_drop_or_call_up(stand):
    kiosk = stand()
    start(kiosk)
    answer(kiosk)
    kiosk.wait(100)
    window = kiosk.window
    assert window.warning.isVisible()
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    for widget in [window, *window.findChildren(QWidget)]:
        assert not widget.acceptDrops()
        assert not isinstance(widget, QScrollArea)
        if isinstance(widget, QLabel):
            assert not widget.textInteractionFlags() & selectable
            assert widget.textFormat() is Qt.TextFormat.PlainText  # so there are no links
    assert window.findChildren(QShortcut) == []
    assert [action for action in window.findChildren(QAction) if action.shortcut()] == []


def test_nothing_comes_to_the_clipboard(stand):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    kiosk = stand()
    visit = start(kiosk)
    kiosk.key(Key.Key_A, Mod.ControlModifier)
    kiosk.key(Key.Key_C, Mod.ControlModifier)
    answer(kiosk)
    assert visit.controller.session.phase is Phase.REVEALED
    assert clipboard.text() == "before"


def test_it_comes_back_to_the_front(stand, qtbot):
    kiosk = stand()
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert not kiosk.window.isActiveWindow()
    qtbot.waitUntil(kiosk.window.isActiveWindow)


# Screens

MAIN, WALL = Seat("main", QRect(0, 0, 1920, 1080)), Seat("wall", QRect(1920, 0, 1280, 1024))


def test_the_other_screens_are_black(stand):
    kiosk = stand(screens=PlayedScreens(MAIN, WALL))
    assert kiosk.window.geometry() == MAIN.geometry
    black = kiosk.window.screens.black
    assert set(black) == {"wall"}
    assert black["wall"].geometry() == WALL.geometry
    picture = black["wall"].grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, 1280, 64) for y in range(0, 1024, 64)}
    assert colours == {0xFF000000}
    assert not black["wall"].close()
    assert black["wall"].isVisible()


def test_a_screen_that_copies_the_kiosk_is_left_alone(stand):
    copy = Seat("copy", QRect(0, 0, 1280, 1024))
    kiosk = stand(screens=PlayedScreens(MAIN, copy))
    assert kiosk.window.screens.black == {}


def test_screens_that_come_and_go(stand):
    screens = PlayedScreens(MAIN)
    kiosk = stand(screens=screens)
    for _ in range(20):
        screens.there = [MAIN, WALL]
        screens.changed.emit()
        assert set(kiosk.window.screens.black) == {"wall"}
        screens.there = [MAIN]
        screens.changed.emit()
        assert kiosk.window.screens.black == {}
    collect()
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 1


def test_a_kiosk_whose_screen_goes_takes_the_next_and_goes_back(stand):
    screens = PlayedScreens(MAIN, WALL)
    kiosk = stand(screens=screens)
    screens.there = [WALL]
    screens.changed.emit()
    assert kiosk.window.geometry() == WALL.geometry
    assert kiosk.window.screens.black == {}
    assert kiosk.window.attract.geometry() == kiosk.window.rect()
    assert faults(kiosk.window.attract) == []
    screens.there = [MAIN, WALL]
    screens.changed.emit()
    assert kiosk.window.geometry() == MAIN.geometry
    assert set(kiosk.window.screens.black) == {"wall"}


def test_a_screen_that_flickers_leaves_the_visit_where_it_was(stand):
    screens = PlayedScreens(MAIN)
    kiosk = stand(screens=screens)
    visit = start(kiosk)
    before = kiosk.picture()
    screens.there = []
    screens.changed.emit()
    kiosk.wait(5)
    screens.there = [MAIN]
    screens.changed.emit()
    assert kiosk.window.visit is visit
    assert kiosk.picture() == before


def test_another_size_of_the_screen_begins_anew_in_that_size(stand):
    screens = PlayedScreens(MAIN)
    kiosk = stand(screens=screens)
    start(kiosk)
    upright = Seat("main", QRect(0, 0, 1080, 1920))
    screens.there = [upright]
    screens.changed.emit()
    assert kiosk.resting
    assert kiosk.window.size() == upright.geometry.size()
    kiosk.wake()
    assert kiosk.window.visit.size() == upright.geometry.size()


# Staff and leaving


def open_staff(kiosk: Stand):
    for number in range(5):
        kiosk.clock.now += 0.3
        kiosk.press(20, 20)
        if number < 4:
            kiosk.release(20, 20)
    kiosk.clock.now += 1.1
    kiosk.window.corner._look_again()
    settle()
    return kiosk.window.staff


@pytest.mark.parametrize("inside", [False, True], ids=["resting", "visit"])
def test_the_staffs_sign_forgets_the_visitor_and_opens(stand, inside):
    kiosk = stand()
    if inside:
        start(kiosk)
        answer(kiosk)
        kiosk.wait(10)
    staff = open_staff(kiosk)
    assert staff is not None
    assert kiosk.window.visit is None
    kiosk.release(20, 20)
    assert kiosk.window.staff is staff
    staff.closed.emit()
    assert kiosk.resting


def test_drumming_never_opens_it(stand):
    kiosk = stand()
    for _ in range(200):
        kiosk.touch(20, 20, later=0.1)
        kiosk.window.corner._look_again()
        assert kiosk.window.staff is None


def test_no_idling_while_the_staff_are_in(stand):
    kiosk = stand()
    staff = open_staff(kiosk)
    kiosk.release(20, 20)
    for _ in range(4):
        kiosk.wait(10)
        assert kiosk.window.staff is staff
        assert not kiosk.window.warning.isVisible()


def test_the_staff_end_it_or_have_it_start_afresh(stand):
    for signal, code in (("exit_wanted", 0), ("restart_wanted", 75)):
        kiosk = stand()
        getattr(open_staff(kiosk), signal).emit()
        assert kiosk.left == [code]
        kiosk.wait(100)
        assert kiosk.left == [code]


def test_by_night_it_starts_afresh_but_not_under_a_visitors_hands(stand):
    kiosk = stand(Site(screen_width_mm=476, nightly_restart=12 * 60 + 30))
    kiosk.clock.now += 3 * 3600
    kiosk.day = kiosk.day.replace(hour=12, minute=29, second=50)
    start(kiosk)
    kiosk.wait(60)
    assert kiosk.left == []
    kiosk.wait(31)
    assert kiosk.left == [75]


def test_memory_above_the_ceiling_starts_afresh_between_visitors(stand):
    used = [100.0]
    kiosk = stand(Site(screen_width_mm=476, memory_ceiling_mb=300), megabytes=lambda: used[0])
    kiosk.clock.now += 700
    used[0] = 301.0
    start(kiosk)
    kiosk.wait(30)
    assert kiosk.left == []
    kiosk.touch_on(kiosk.window.visit.bar.leave)
    kiosk.wait(1)
    assert kiosk.left == [75]


def test_it_beats_from_the_beginning_and_every_two_seconds(stand):
    beats = []
    kiosk = stand(beat=lambda: beats.append(True))
    assert beats == [True]
    assert kiosk.window._beats.interval() == 2000
    kiosk.window._beats.timeout.emit()
    assert len(beats) == 2


# Faults


def test_an_unexpected_error_wipes_and_tells_the_staff(stand):
    kiosk = stand(faults=("kiosk.yaml, line 3: no such topic",))
    start(kiosk)
    kiosk.window.take_mishap("unexpected ValueError at visit.py:12")
    assert kiosk.resting
    kiosk.window.take_mishap("unexpected ValueError at visit.py:12")
    assert kiosk.window.faults == (
        "kiosk.yaml, line 3: no such topic",
        "unexpected ValueError at visit.py:12",
    )


def test_errors_of_months_are_not_gathered_without_end(stand):
    kiosk = stand()
    for number in range(60):
        kiosk.window.take_mishap(f"unexpected ValueError at visit.py:{number}")
    assert len(kiosk.window.faults) == kiosk_window.MOST_FAULTS
    assert kiosk.window.faults[-1].endswith(":59")


def test_a_fault_while_forgetting_leaves_nothing_of_the_visitor(stand, monkeypatch):
    kiosk = stand()
    visit = start(kiosk)
    monkeypatch.setattr(type(visit), "drop", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        kiosk.window.wipe()
    assert kiosk.resting
    assert visit.parent() is None
    collect()
    import shiboken6

    assert not shiboken6.isValid(visit)


def test_events_of_close_come_to_nothing_at_the_black_screens_either(stand):
    kiosk = stand(screens=PlayedScreens(MAIN, WALL))
    black = kiosk.window.screens.black["wall"]
    event = QEvent(QEvent.Type.Close)
    assert kiosk.window.screens.eventFilter(black, event)


# Counts and content


def test_each_visitor_is_counted_and_a_file_that_cannot_be_written_stops_nothing(stand, tmp_path):
    noted = []

    class Kept(Tally):
        def note(self, pack, answers):
            noted.append((pack, len(tuple(answers))))
            super().note(pack, answers)

    folder = tmp_path / "counts.db"
    folder.mkdir()  # so that no file of this name can be opened
    kiosk = stand(tally=Kept(folder, tmp_path))
    visit = start(kiosk)
    answer(kiosk)
    kiosk.touch_on(visit.bar.leave)
    assert kiosk.resting
    assert noted == [("sleep", 1)]
    assert kiosk.window._staff_facts().faults != ()
    start(kiosk)
    kiosk.wait(100)
    assert kiosk.resting
    assert noted == [("sleep", 1), ("sleep", 0)]


def test_content_is_taken_over_between_visitors_and_only_when_it_is_sound(stand, tmp_path):
    from small_pack import write_small_pack

    folder = write_small_pack(tmp_path / "content")
    site = Site(screen_width_mm=476, content=str(folder))
    watch = ContentWatch(folder, site)
    taken = watch.read()
    kiosk = stand(site, packs=taken.packs)
    copies = LastGood(tmp_path / "state")
    content = NewContent(watch, copies, kiosk.clock)
    kiosk.window._around = replace(kiosk.window._around, content=content)
    kiosk.wait(5, step=0.5)
    assert copies.content() is not None

    def facts() -> set[str]:
        return {q.fact for pack in kiosk.window.offer.all_packs for q in pack.questions}

    file = min(folder.rglob("questions/*.yaml"))
    sound = file.read_text("utf-8")
    visit = start(kiosk)
    file.write_text(sound.replace("This is the fact about", "Here is the fact about"), "utf-8")
    kiosk.wait(50, step=0.5)
    assert kiosk.window.visit is visit
    assert not any(fact.startswith("Here") for fact in facts())
    kiosk.touch_on(visit.bar.leave)
    kiosk.wait(20, step=0.5)
    assert any(fact.startswith("Here") for fact in facts())
    assert kiosk.window.faults == ()

    before = kiosk.window.offer.all_packs
    file.write_text(sound + "\n: [", "utf-8")
    kiosk.wait(20, step=0.5)
    assert kiosk.window.offer.all_packs is before
    assert any(file.name in fault for fault in kiosk.window.faults)
    start(kiosk)

    kiosk.window.wipe()
    file.write_text(sound, "utf-8")
    kiosk.wait(20, step=0.5)
    assert kiosk.window.faults == ()
    assert not any(fact.startswith("Here") for fact in facts())


# Fingers, as a touch screen tells of them


class Fingers:
    """Fingers on the glass: Qt makes mouse events of the first of them."""

    def __init__(self, kiosk: Stand, device) -> None:
        self.kiosk = kiosk
        self.device = device

    def _tell(self, *steps: tuple[str, int, tuple[int, int]]) -> None:
        events = QTest.touchEvent(self.kiosk.handle, self.device)
        for step, finger, place in steps:
            if step == "stationary":
                events.stationary(finger)
            else:
                getattr(events, step)(finger, QPoint(*place))
        events.commit()
        settle()

    def tap(self, place: tuple[int, int], *, later: float = 1.0) -> None:
        self.kiosk.clock.now += later
        self._tell(("press", 1, place))
        self._tell(("release", 1, place))

    def tap_with_two(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        self.kiosk.clock.now += 1
        self._tell(("press", 1, one))
        self._tell(("stationary", 1, one), ("press", 2, other))
        self._tell(("stationary", 1, one), ("release", 2, other))
        self._tell(("release", 1, one))


@pytest.fixture(scope="module")
def glass_panel(qapp):
    return QTest.createTouchDevice()


def test_a_round_by_fingers(stand, glass_panel):
    kiosk = stand()
    fingers = Fingers(kiosk, glass_panel)
    fingers.tap((900, 400))
    visit = kiosk.window.visit
    assert visit is not None
    fingers.tap(kiosk.middle(visit.page.button("start")))
    assert visit.controller.session.phase is Phase.ASKING
    fingers.tap(kiosk.middle(visit.page.button("myth")))
    assert visit.controller.session.phase is Phase.REVEALED
    kiosk.wait(95)
    assert kiosk.window.warning.isVisible()
    session = visit.controller.session
    fingers.tap(kiosk.middle(visit.bar.leave))
    assert not kiosk.window.warning.isVisible()
    assert kiosk.window.visit is visit
    assert visit.controller.session is session
    fingers.tap(kiosk.middle(visit.bar.leave), later=0.2)
    assert kiosk.window.visit is visit
    fingers.tap(kiosk.middle(visit.bar.leave))
    assert kiosk.resting


def test_two_fingers_answer_once(stand, glass_panel):
    kiosk = stand()
    fingers = Fingers(kiosk, glass_panel)
    visit = start(kiosk)
    page = visit.page
    fingers.tap_with_two(kiosk.middle(page.button("myth")), kiosk.middle(page.button("reality")))
    assert len(visit.controller.session.answers) == 1


def test_the_staffs_keys_open_it_too(stand):
    kiosk = stand()
    start(kiosk)
    kiosk.key(Key.Key_S, Mod.ControlModifier | Mod.AltModifier)
    assert kiosk.window.staff is not None
    assert kiosk.window.visit is None


def test_a_pointer_is_shown_to_who_has_a_mouse_and_not_where_a_finger_was(stand, glass_panel):
    kiosk = stand()
    blank, arrow = Qt.CursorShape.BlankCursor, Qt.CursorShape.ArrowCursor
    Fingers(kiosk, glass_panel).tap((900, 400))
    assert kiosk.window.cursor().shape() is blank
    QTest.mouseMove(kiosk.handle, QPoint(500, 500))
    settle()
    assert kiosk.window.cursor().shape() is arrow
    kiosk.window.wipe()
    assert kiosk.window.cursor().shape() is blank
