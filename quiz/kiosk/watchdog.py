"""The parent of a kiosk: it starts the child, listens for its beats, and starts it again.

Beats come through the child's standard output, which every system has. What the parent knows of a
child is how long it was silent, how much memory it takes and how it ended. It reads no file and
loads neither Qt nor YAML, so that what brings a child down does not bring down its parent.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from types import FrameType
from typing import IO, NamedTuple, TypeAlias

from quiz.kiosk.heartbeat import BEAT, outgrown, resident_mb
from quiz.kiosk.patience import Limits, Patience
from quiz.model.process import DONE

SHIPPED_ONLY = "--shipped-content-only"

Tell: TypeAlias = Callable[[str], None]


class _Heard(NamedTuple):
    """A beat with a ceiling of memory; without one, a pipe that closed; without a child, the end:
    the system, or whoever sits at the terminal, wants it.
    """

    child: _Child | None
    ceiling_mb: int | None = None


def say(sentence: str) -> None:
    """Tell the system's log, by way of standard error."""
    with suppress(OSError):  # nobody reads it any more: no reason to end
        print(sentence, file=sys.stderr, flush=True)


def supervise(
    command: Sequence[str],
    *,
    limits: Limits | None = None,
    tell: Tell = say,
    announce: Tell = lambda _: None,
) -> int:
    """Keep `command` running until it ends with 0; the exit code.

    It is 1 when whoever started us is gone (a compositor, a session), and the screen with it. A
    signal to end ends the child, and then this process in the way that the signal does: 0 means
    that staff have left the kiosk, and nothing else.
    `announce` takes what systemd wants to hear: READY=1 at the first beat, WATCHDOG=1 at each.
    """
    watch = _Watch(command, limits or Limits(), tell, announce)
    signals: list[int] = []
    with _signals(signals, watch.stop):
        code = watch.keep()
    for number in signals[:1]:
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
    return code


@contextmanager
def _signals(came: list[int], stop: Callable[[], None]) -> Iterator[None]:
    """Calls `stop` where a signal would end the process, which is kept in `came`."""

    def handle(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        stop()

    names = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
    wanted = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, handle) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _End(NamedTuple):
    """How a child ended: its exit code, and for how many seconds it was beating, None for never."""

    code: int | None
    beating: float | None


class _Child:
    """One run of the kiosk, and what is heard of it."""

    def __init__(self, command: Sequence[str], heard: SimpleQueue[_Heard]) -> None:
        ours = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
        self._process = subprocess.Popen(  # noqa: S603  (the program itself)
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env={name: value for name, value in os.environ.items() if name not in ours},
        )
        self.first: float | None = None
        self.last = time.monotonic()
        self._ceiling_mb = self._at_first_mb = 0
        assert self._process.stdout is not None
        listening = (self._process.stdout, heard)
        threading.Thread(target=self._listen, args=listening, daemon=True).start()

    def _listen(self, pipe: IO[bytes], heard: SimpleQueue[_Heard]) -> None:
        with suppress(OSError, ValueError), pipe:
            while line := pipe.readline(64):
                word, _, ceiling = line.strip().partition(b" ")
                if word == BEAT and ceiling.isdigit():
                    heard.put(_Heard(self, int(ceiling)))
        heard.put(_Heard(self))

    def has_beaten(self, ceiling_mb: int) -> None:
        self.last, self._ceiling_mb = time.monotonic(), ceiling_mb
        if self.first is None:
            self.first, self._at_first_mb = self.last, self._memory_mb()

    @property
    def beating(self) -> float | None:
        """For how many seconds it was beating, None for never."""
        return None if self.first is None else self.last - self.first

    def too_heavy(self, times: float) -> bool:
        """Whether it takes more than so many times its ceiling of memory."""
        return bool(self._ceiling_mb) and outgrown(
            self._memory_mb(), self._at_first_mb, self._ceiling_mb, times
        )

    def _memory_mb(self) -> int:
        return resident_mb(self._process.pid)

    def code(self, within: float = 0.0) -> int | None:
        """Its exit code; None when it still runs after so many seconds."""
        try:
            return self._process.wait(within)
        except subprocess.TimeoutExpired:
            return None

    def end(self, within: float = 0.0) -> int:
        """End it, by force where a word is not enough `within` seconds; its exit code."""
        if within:
            self._process.terminate()
        if self.code(within) is None:
            self._process.kill()
        return self._process.wait()


class _Watch:
    """Child after child."""

    def __init__(self, command: Sequence[str], limits: Limits, tell: Tell, announce: Tell) -> None:
        self._command = list(command)
        self._limits = limits
        self._tell = tell
        self._announce = announce
        self._patience = Patience(limits)
        self._heard: SimpleQueue[_Heard] = SimpleQueue()
        self._stopped = False
        self._ready = False

    def stop(self) -> None:
        """End child and parent. A handler of signals may call this at any moment."""
        self._heard.put(_Heard(None))

    def keep(self) -> int:
        """Start child after child, until one was left or the kiosk is stopped; the exit code."""
        started_by = os.getppid()
        while not self._stopped:
            shipped = self._patience.shipped_only
            end = self._one(shipped)
            if end.code == DONE or self._stopped:
                break
            if shipped and end.beating is None and os.getppid() != started_by:
                self._tell("Whoever started the kiosk is gone, and no screen is there: it ends.")
                return self._leave(1)
            delay = self._patience.ended(end.code, end.beating or 0.0)
            if self._patience.shipped_only > shipped:
                self._tell("It ended too soon too often: the kiosk plays only what it came with.")
            elif self._patience.shipped_only < shipped:
                self._tell("The kiosk tries the content of its site again.")
            self._pause(delay)
        return self._leave(DONE)

    def _leave(self, code: int) -> int:
        self._announce("STOPPING=1")
        return code

    def _pause(self, seconds: float) -> None:
        """Wait before the next start."""
        until = time.monotonic() + seconds
        while not self._stopped and (left := until - time.monotonic()) > 0:
            self._announce("WATCHDOG=1")  # waiting is what the parent has to do now
            self._hear(None, left)

    def _one(self, shipped: bool) -> _End:
        """One child from its start to its end."""
        try:
            command = [*self._command, *([SHIPPED_ONLY] if shipped else [])]
            child = _Child(command, self._heard)
        except OSError as error:
            self._tell(f"The kiosk could not be started: {error.strerror}.")
            return _End(None, None)
        try:
            return _End(self._stay(child), child.beating)
        finally:  # whatever happens here, no child stays behind
            child.end()

    def _stay(self, child: _Child) -> int:
        """Stay with a child until it ends, or has to be ended; its exit code."""
        limits = self._limits
        while True:
            limit = self._patience.start if child.first is None else limits.hang
            closed = self._hear(child, child.last + limit - time.monotonic())
            if self._stopped:
                return child.end(limits.stop)
            code = child.code(limits.stop if closed else 0.0)
            if code is not None:
                if code != DONE:
                    self._tell(f"The kiosk ended with {code} and is started again.")
                return code
            if closed:
                self._tell("The kiosk can be heard no more and is started again.")
                return child.end()
            if time.monotonic() >= child.last + limit:
                self._tell(f"The kiosk did not answer for {limit:g} s and is started again.")
                return child.end()
            if child.too_heavy(limits.ceiling):
                self._tell("The kiosk took far more memory than its ceiling and is started again.")
                return child.end()

    def _hear(self, child: _Child | None, wait: float) -> bool:
        """Listen for one thing, or for a while; whether the child's pipe has closed."""
        wait = max(0.0, min(wait, self._limits.look))
        began = time.monotonic()
        try:
            who, ceiling_mb = self._heard.get(timeout=wait)
        except Empty:
            if child is None:
                return False
            # Who was held up, or slept with the machine, cannot say that another one was silent.
            if time.monotonic() - began > wait + self._limits.look:
                child.last = time.monotonic()
            if child.first is None:  # it is starting: our own limit holds for it
                self._announce("WATCHDOG=1")
            return False
        self._stopped = self._stopped or who is None
        if who is None or who is not child:
            return False
        if ceiling_mb is not None:
            who.has_beaten(ceiling_mb)
            self._pass_on()
        return ceiling_mb is None

    def _pass_on(self) -> None:
        """Hand a beat on to who watches the parent."""
        if not self._ready:
            self._announce("READY=1")
        self._ready = True
        self._announce("WATCHDOG=1")
