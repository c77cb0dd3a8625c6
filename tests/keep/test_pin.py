"""The staff's PIN: what is kept of it says nothing, and nobody tries for long."""

from __future__ import annotations

import hashlib
import math
import os
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.keep import pin as pin_module
from quiz.keep.pin import FIRST_LOCK, FREE_MISSES, Delays, Pin, hashed, matches
from quiz.model.site import PIN_HASH_FORM

SALT = bytes(range(16))
DAY = 86_400.0


def quick(pin: str, strength: int = 14) -> str:
    """A hash of the least strength that is taken: made here, by the words of the format."""
    made = hashlib.scrypt(pin.encode(), salt=SALT, n=2**strength, r=8, p=1, maxmem=2**28, dklen=32)
    return f"scrypt-{strength}-8-1-{SALT.hex()}-{made.hex()}"


KEPT = quick("918273")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


# --- what is kept ---------------------------------------------------------------------------------


@pytest.mark.parametrize("strength", [14, 15, 16, 17])
def test_what_is_kept_is_scrypt_in_the_form_that_is_documented(strength):
    kept = quick("918273", strength)
    assert re.fullmatch(PIN_HASH_FORM, kept)
    assert matches(kept, "918273")
    assert not matches(kept, "918274")


def test_what_is_kept_is_slow_salted_and_says_nothing():
    kept = hashed("918273")
    assert re.fullmatch(PIN_HASH_FORM, kept)
    assert int(kept.split("-")[1]) >= 14
    assert "918273" not in kept
    assert kept != hashed("918273")
    assert hashed("918273", SALT) == hashed("918273", SALT) == quick("918273", 16)
    assert matches(kept, "918273")


@pytest.mark.parametrize("pin", ["000000", "123456789012", "0918273"])
def test_six_to_twelve_digits_are_a_pin(pin):
    assert matches(hashed(pin), pin)


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "1234567890123", "12345a", " 123456", "123456\n", "١٢٣٤٥٦", "-12345", "12.456"],
)
def test_nothing_else_is(pin):
    with pytest.raises(ValueError, match=r"^A PIN has 6 to 12 digits, and nothing else\.$"):
        hashed(pin)


def test_a_salt_has_its_length():
    with pytest.raises(ValueError, match=r"^A salt has 16 bytes\.$"):
        hashed("918273", b"salt")


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "918273",
        KEPT[:-1],
        KEPT + "0",
        KEPT.upper(),
        KEPT.replace("-14-", "-13-"),
        KEPT.replace("-14-", "-30-"),
        KEPT.replace("-8-1-", "-8-2-"),
        KEPT + "\n",
        hashlib.sha256(b"918273").hexdigest(),
    ],
)
def test_nothing_opens_what_is_not_a_hash(kept, clock):
    for pin in ("918273", "", "000000", kept):
        assert not matches(kept, pin)
    assert not Pin(kept, None, None, clock).is_set


@settings(max_examples=20)
@given(st.text(max_size=20))
def test_no_text_is_more_than_wrong(text):
    assert matches(KEPT, text) == (text == "918273")


# --- how long one waits ---------------------------------------------------------------------------


def test_five_misses_lock_for_five_minutes_then_ten_then_twenty():
    delays, now, locked = Delays(), 0.0, []
    for _ in range(8):
        for miss in range(FREE_MISSES):
            assert delays.left(now) == 0
            assert delays.misses == miss
            delays = delays.missed(now)
        locked.append(delays.left(now))
        assert delays.missed(now + locked[-1] - 0.001) == delays  # trying meanwhile changes nothing
        now += locked[-1]
    assert locked == [300.0 * 2**n for n in range(8)]


def test_the_longest_lock_is_finite():
    delays = Delays(4, 10**9)
    assert delays.missed(0).left(0) == FIRST_LOCK * 2**16 < math.inf


def test_a_lock_is_over_at_its_end_and_not_before():
    delays = Delays(4).missed(1000.0)
    assert [delays.left(now) for now in (1000.0, 1299.5, 1300.0, 5000.0)] == [300.0, 0.5, 0, 0]


moves = st.lists(st.sampled_from(["try", "wait", "start"]) | st.floats(0, DAY), max_size=400)


@given(moves)
def test_whoever_tries_waits_and_starts_anew_as_he_likes_gets_few_tries(moves):
    """Of 1,000,000 PINs, 5 more for each doubling of the time; a start helps nobody."""
    delays, now, spent, tried = Delays(), 0.0, 0.0, 0
    for move in moves:
        if move == "try":
            tried += not delays.left(now)
            delays = delays.missed(now)
        elif move == "start":
            now = 0.0  # as the clock of a computer that was switched off
            delays = Delays(delays.misses, delays.locks).begun_anew(now)
        else:
            waited = delays.left(now) if move == "wait" else move
            now += waited
            spent += waited
        locks = math.floor(math.log2(spent / FIRST_LOCK + 1))
        assert tried <= FREE_MISSES * (locks + 1)


def test_a_year_of_trying_is_not_a_hundred_pins():
    delays, now, tried = Delays(), 0.0, 0
    while now < 365 * DAY:
        tried += 1
        delays = delays.missed(now)
        now += delays.left(now)
    assert tried == 85


# --- the lock on the door -------------------------------------------------------------------------


def tries(pin: Pin) -> int:
    """How many more PINs may be wrong before nobody may try for a while."""
    return 0 if pin.left else FREE_MISSES - pin._delays.misses


def test_the_right_pin_opens_and_forgets_the_misses(tmp_path, clock):
    pin = Pin(KEPT, tmp_path, None, clock)
    assert (pin.is_set, pin.left, tries(pin), pin.notice) == (True, 0, 5, "")
    assert not pin.opens("000000")
    assert (pin.left, tries(pin)) == (0, 4)
    assert pin.opens("918273")
    assert (tries(pin), list(tmp_path.iterdir())) == (5, [])


def test_five_wrong_pins_lock_even_the_right_one_out(tmp_path, clock):
    pin = Pin(KEPT, tmp_path, None, clock)
    for number in range(5):
        assert pin.left == 0
        assert not pin.opens(f"00000{number}")
    assert (pin.left, tries(pin)) == (300, 0)
    assert not pin.opens("918273")
    clock.now = 299.5
    assert (pin.left, pin.opens("918273")) == (1, False)
    clock.now = 300.0
    assert (pin.left, tries(pin)) == (0, 5)
    for _ in range(5):
        assert not pin.opens("000000")
    assert pin.left == 600
    clock.now += 600
    assert pin.opens("918273")
    assert not pin.opens("000000")
    assert (pin.left, tries(pin)) == (0, 4)  # the doubling has begun from its beginning


def test_pulling_the_plug_is_no_way_round(tmp_path, clock):
    for number in range(5):
        pin = Pin(KEPT, tmp_path, None, clock)
        assert tries(pin) == 5 - number
        assert not pin.opens("000000")
    clock.now = 200.0
    assert Pin(KEPT, tmp_path, None, clock).left == 300  # from its beginning
    clock.now = 7.0  # the computer was switched off, and counts from there again
    pin = Pin(KEPT, tmp_path, None, clock)
    clock.now += 300
    for _ in range(5):
        assert not pin.opens("000000")
    assert Pin(KEPT, tmp_path, None, clock).left == 600


def test_the_miss_counts_before_the_pin_is_looked_at(tmp_path, clock, monkeypatch):
    def plug_is_pulled(kept: str, pin: str) -> bool:
        raise KeyboardInterrupt

    pin = Pin(KEPT, tmp_path, None, clock)
    monkeypatch.setattr(pin_module, "matches", plug_is_pulled)
    with pytest.raises(KeyboardInterrupt):
        pin.opens("918273")
    assert tries(Pin(KEPT, tmp_path, None, clock)) == 4


def test_the_file_of_misses_holds_two_numbers_and_no_times(tmp_path, clock):
    clock.now = 1234.5
    pin = Pin(KEPT, tmp_path, None, clock)
    for _ in range(7):
        pin.opens("000000")
        clock.now += 300
    (path,) = tmp_path.iterdir()
    assert path.name == "pin-misses"
    assert path.read_text("utf-8") == "misses = 2\nlocks = 1\n"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text",
    [b"", b"misses = 9\nlocks = 0\n", b"locks = 1", b"\xff" * 5000, b"misses = 0\nlocks = -1\n"],
)
def test_a_damaged_file_of_misses_is_taken_for_one_lock(tmp_path, clock, text):
    (tmp_path / "pin-misses").write_bytes(text)
    pin = Pin(KEPT, tmp_path, None, clock)
    assert pin.left == 300
    clock.now = 300.0
    assert pin.opens("918273")
    assert Pin(KEPT, tmp_path, None, clock).left == 0


def test_without_a_place_to_count_it_counts_in_memory_and_says_so(tmp_path, clock):
    (tmp_path / "state").touch()
    pin = Pin(KEPT, tmp_path / "state", None, clock)
    assert pin.left == 300  # nobody can say what was before
    clock.now = 300.0
    for _ in range(5):
        assert not pin.opens("000000")
    assert pin.left == 600
    assert pin.notice == (
        f"{tmp_path}/state/pin-misses could not be written: wrong PINs are forgotten at the next "
        "start. Give the kiosk a state folder that it may write to."
    )
    assert Pin(KEPT, None, None, clock).left == 0
    pin = Pin(KEPT, None, None, clock)
    assert not pin.opens("000000")
    assert (pin.opens("918273"), pin.notice) == (True, "")


def test_without_a_hash_nothing_opens_and_nothing_is_counted(tmp_path, clock):
    pin = Pin("", tmp_path, None, clock)
    assert not any(pin.opens(text) for text in ("", "000000", "123456", "1234567890"))
    assert (pin.is_set, pin.left, list(tmp_path.iterdir())) == (False, 0, [])


@pytest.mark.parametrize("fault", [AttributeError, MemoryError, ValueError])
def test_a_computer_that_cannot_check_says_so(tmp_path, clock, monkeypatch, fault):
    def scrypt(*given: Any, **more: Any) -> bytes:
        raise fault

    monkeypatch.setattr(hashlib, "scrypt", scrypt)
    pin = Pin(KEPT, tmp_path, None, clock)
    assert not pin.opens("918273")
    assert pin.notice == (
        "This computer has no scrypt, or no memory left for it, so no PIN can be checked. "
        "Put a file called staff-unlock into the configuration folder."
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by forking")
def test_no_try_is_lost_when_the_process_is_killed(killed: Callable[[str, int], dict[str, Any]]):
    assert killed("misses", 200) == {"kills": 200, "lost": 0, "unfinished": 0, "left": []}


# --- who forgot the PIN ---------------------------------------------------------------------------


def test_a_file_in_the_configuration_folder_opens_once(tmp_path, clock):
    state, configuration = tmp_path / "state", tmp_path / "etc"
    configuration.mkdir()
    pin = Pin(KEPT, state, configuration, clock)
    assert not pin.recovered()
    for _ in range(5):
        pin.opens("000000")
    (configuration / "staff-unlock").touch()
    assert pin.recovered()
    assert (pin.left, tries(pin), list(state.iterdir())) == (0, 5, [])
    assert not pin.recovered()
    assert list(configuration.iterdir()) == []


def test_where_it_cannot_be_taken_away_it_opens_as_long_as_it_is_there(tmp_path, clock):
    (tmp_path / "staff-unlock").mkdir()  # as good as read-only: no file that could be removed
    pin = Pin("", None, tmp_path, clock)
    assert [pin.recovered() for _ in range(3)] == [True] * 3
    (tmp_path / "staff-unlock").rmdir()
    assert not pin.recovered()


def test_where_there_is_no_configuration_folder_nothing_is_recovered(tmp_path, clock):
    assert not Pin(KEPT, tmp_path, None, clock).recovered()
    assert not Pin(KEPT, tmp_path, tmp_path / "nowhere", clock).recovered()
