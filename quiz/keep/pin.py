"""The staff's PIN: what is kept of it, and how long a wrong one makes everybody wait.

Kept is ``scrypt-LN-8-1-SALT-HASH``: scrypt (RFC 7914) with N = 2**LN, r = 8, p = 1, a salt of 16
bytes and a hash of 32, both in hex. There is no usual PIN: without a hash none opens.

Misses are counted in a small file before a PIN is looked at, so that pulling the plug is no way
round: after a start a lock begins anew in its full length. The file holds two numbers and no times.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.keep.whole_file import remove_whole, write_whole
from quiz.model.site import PIN_HASH_FORM

FEWEST_DIGITS, MOST_DIGITS = 6, 12

FREE_MISSES = 5
"""PINs that may be wrong before nobody may try for a while (STANDARDS R103)."""

FIRST_LOCK = 300.0
"""Seconds; each further lock takes twice as long."""

_LONGEST = 16  # doublings: 227 days
_STRENGTH = 16  # 64 MB and an eighth of a second for each PIN that is tried
_SALT = 16

UNLOCK_FILE = "staff-unlock"
"""Whoever can put a file of this name into the configuration folder is staff."""

_MISSES_FILE = "pin-misses"
_MOST = 64  # bytes; a longer file is none of ours


def hashed(pin: str, salt: bytes | None = None) -> str:
    """What is kept of `pin`. Raises ValueError, with a sentence, where it is not 6 to 12 digits."""
    if not re.fullmatch(f"[0-9]{{{FEWEST_DIGITS},{MOST_DIGITS}}}", pin):
        raise ValueError(f"A PIN has {FEWEST_DIGITS} to {MOST_DIGITS} digits, and nothing else.")
    salt = os.urandom(_SALT) if salt is None else salt
    if len(salt) != _SALT:
        raise ValueError(f"A salt has {_SALT} bytes.")
    return f"scrypt-{_STRENGTH}-8-1-{salt.hex()}-{_scrypt(pin, salt, _STRENGTH).hex()}"


def matches(kept: str, pin: str) -> bool:
    """Whether `kept` is the hash of `pin`; nothing matches what is not a hash."""
    if not re.fullmatch(PIN_HASH_FORM, kept):
        return False
    _, strength, _, _, salt, digest = kept.split("-")
    made = _scrypt(pin, bytes.fromhex(salt), int(strength))
    return hmac.compare_digest(made, bytes.fromhex(digest))


def _scrypt(pin: str, salt: bytes, strength: int) -> bytes:
    n, r = 2**strength, 8
    room = 128 * r * (n + 4)
    digits = pin.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(digits, salt=salt, n=n, r=r, p=1, maxmem=room, dklen=32)


@dataclass(frozen=True, slots=True)
class Delays:
    """Who may try when. The time is handed in, in seconds of a clock that never goes back.

    `misses` since the last lock, `locks` since the last right PIN, `until` when the lock holds.
    """

    misses: int = 0
    locks: int = 0
    until: float = -math.inf

    def missed(self, now: float) -> Delays:
        """After one more wrong PIN. While a lock holds, trying changes nothing."""
        if self.left(now):
            return self
        if self.misses + 1 < FREE_MISSES:
            return Delays(self.misses + 1, self.locks, self.until)
        return Delays(0, self.locks + 1).begun_anew(now)

    def begun_anew(self, now: float) -> Delays:
        """The last lock from its beginning, where there was one: after a start of the program."""
        until = now + self.length if self.locks else -math.inf
        return Delays(self.misses, self.locks, until)

    @property
    def length(self) -> float:
        """Seconds that the last lock takes in all; 0 where there was none."""
        return FIRST_LOCK * 2.0 ** min(self.locks - 1, _LONGEST) if self.locks else 0.0

    def left(self, now: float) -> float:
        """Seconds till somebody may try again; 0 for at once."""
        return max(0.0, self.until - now)


class Pin:
    """The lock of the staff's room.

    `kept`: the hash, "" for none. `state`: the folder in which misses are counted, None for memory
    only. `configuration`: the folder in which ``staff-unlock`` opens without PIN, None for nowhere.
    `notice` is a sentence for the staff, or "". Nothing here raises.
    """

    def __init__(
        self,
        kept: str,
        state: Path | None,
        configuration: Path | None,
        clock: Callable[[], float],
    ) -> None:
        self.notice = ""
        self._kept = kept
        self._file = state / _MISSES_FILE if state else None
        self._unlock = configuration / UNLOCK_FILE if configuration else None
        self._clock = clock
        self._delays = self._read().begun_anew(clock())

    @property
    def is_set(self) -> bool:
        """Whether any PIN opens at all; without one the only way out is the system's own."""
        return re.fullmatch(PIN_HASH_FORM, self._kept) is not None

    @property
    def left(self) -> int:
        """Whole seconds till a PIN may be tried again; 0 for at once."""
        return math.ceil(self._delays.left(self._clock()))

    def opens(self, pin: str) -> bool:
        """Whether `pin` opens, after an eighth of a second; while a lock holds, nothing opens."""
        now = self._clock()
        if not self.is_set or self._delays.left(now):
            return False
        self._keep(self._delays.missed(now))  # first: it counts, whatever happens next
        try:
            right = matches(self._kept, pin)
        except (AttributeError, MemoryError, ValueError):
            self.notice = (
                "This computer has no scrypt, or no memory left for it, so no PIN can be checked. "
                f"Put a file called {UNLOCK_FILE} into the configuration folder."
            )
            return False
        if right:
            self._keep(Delays())
        return right

    def recovered(self) -> bool:
        """Whether the file ``staff-unlock`` is there. It opens once, or, where it cannot be taken
        away, as long as it is there; and it ends a lock.
        """
        if self._unlock is None or not os.path.lexists(self._unlock):
            return False
        with suppress(OSError):
            self._unlock.unlink()
        self._keep(Delays())
        return True

    def _read(self) -> Delays:
        if self._file is None:
            return Delays()
        try:
            with self._file.open("rb") as file:
                text = file.read(_MOST + 1)
        except FileNotFoundError:
            return Delays()
        except OSError:
            text = b""
        found = re.fullmatch(rb"misses = ([0-4])\nlocks = (\d{1,9})\n", text)
        # A file that says nothing may have held a lock: the first one is begun.
        return Delays(int(found[1]), int(found[2])) if found else Delays(0, 1)

    def _keep(self, delays: Delays) -> None:
        self._delays = delays
        if self._file is None:
            return
        try:
            if delays == Delays():
                remove_whole(self._file)
            else:
                text = f"misses = {delays.misses}\nlocks = {delays.locks}\n"
                write_whole(self._file, text.encode())
        except OSError:
            self.notice = (
                f"{self._file} could not be written: wrong PINs are forgotten at the next start. "
                "Give the kiosk a state folder that it may write to."
            )
        else:
            self.notice = ""
