"""What a machine enforces around a kiosk, and what not, judged by what can be seen of it.

Only what was seen is said. "yes" means that it was seen, "no" that the contrary was, or that the
places where it would be were empty, and "cannot tell" that it cannot be seen from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from quiz.kiosk.machine import Machine, Process
from quiz.kiosk.patience import Limits

RECIPES = "packaging/kiosk/README.md"

DESKTOPS = (
    *("gnome-shell", "mutter", "kwin_wayland", "kwin_x11", "plasmashell", "cinnamon", "muffin"),
    *("sway", "weston", "labwc", "wayfire", "river", "Hyprland", "cosmic-comp", "niri", "phoc"),
    *("openbox", "xfwm4", "metacity", "marco", "i3", "fluxbox", "icewm", "awesome", "bspwm", "dwm"),
    *("twm", "jwm", "xmonad", "enlightenment", "compiz", "lxqt-session", "xfce4-session"),
)
"""Compositors and window managers whose keys, menus or gestures lead to something else."""

RIGHTS = frozenset(("root", "sudo", "wheel", "admin", "disk", "shadow", "docker", "lxd", "libvirt"))
"""Groups whose members are administrators, or can become it."""

LEAST_WATCH = Limits().hang + 5
"""Seconds that systemd has to wait for a beat: longer than the kiosk's own parent does."""


class Answer(Enum):
    """What was seen of a thing."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Finding:
    """Of a `thing` that a kiosk needs: whether it holds, what was `seen`, and what to `do`."""

    thing: str
    answer: Answer
    seen: str
    do: str = ""

    def __str__(self) -> str:
        words = (f"{self.answer.value:<12} {self.thing}:", self.seen, self.do)
        return " ".join(filter(None, words))


def of_machine(machine: Machine) -> Iterator[Finding]:
    """What the machine enforces, a finding for each thing."""
    yield _alone(machine)
    yield _terminals(machine)
    yield _kernel_keys(machine)
    yield _stays_on(machine)
    yield _rights(machine)
    yield from _unit(machine)
    yield _network(machine)


def _cages(machine: Machine) -> list[Process]:
    """The cage that shows the kiosk; any, where this check was started in one."""
    shown_here = bool(machine.environment.get("WAYLAND_DISPLAY"))
    return [cage for cage in machine.running("cage") if cage.is_kiosk or shown_here]


def _on_x11(machine: Machine) -> bool:
    environment = machine.environment
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def _alone(machine: Machine) -> Finding:
    thing = "The screen shows the kiosk and nothing else"
    under_cage = f"Start the kiosk under cage ({RECIPES})."
    if machine.platform != "linux":
        seen = "This check cannot see what else can come onto the screen here."
        return Finding(thing, Answer.CANNOT_TELL, seen, f"Set it up as in {RECIPES}.")
    others = " and ".join(sorted({process.name for process in machine.running(*DESKTOPS)}))
    cages = _cages(machine)
    if cages and others:
        seen = f"cage runs, and so does {others}."
        return Finding(thing, Answer.CANNOT_TELL, seen, "Let nothing but cage start.")
    if cages:
        return Finding(thing, Answer.YES, "cage runs, which shows one program.")
    if others:
        seen = f"{others} runs, with keys and menus that lead elsewhere."
        return Finding(thing, Answer.NO, seen, under_cage)
    if machine.environment.get("WAYLAND_DISPLAY"):
        seen = "It is Wayland, but with a compositor that this check does not know."
        return Finding(thing, Answer.CANNOT_TELL, seen, under_cage)
    if not _on_x11(machine):
        do = "Run this check as the kiosk's user, where the kiosk runs."
        return Finding(thing, Answer.CANNOT_TELL, "There is no screen here.", do)
    manager = machine.ask(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"])
    if manager is None:
        do = f"Install xprop and run this check again, or use cage ({RECIPES})."
        return Finding(thing, Answer.CANNOT_TELL, "It is X11, and xprop does not answer.", do)
    if "window id" in manager:
        seen = "A window manager runs on this X11, with keys and menus that lead elsewhere."
        return Finding(thing, Answer.NO, seen, under_cage)
    return Finding(thing, Answer.YES, "It is X11, and no window manager says that it runs.")


def _terminals(machine: Machine) -> Finding:
    thing = "Ctrl+Alt+F keys lead nowhere"
    cages = _cages(machine)
    if any(_switches(cage.command) for cage in cages):
        seen = "cage was started with -s, which lets them switch."
        return Finding(thing, Answer.NO, seen, "Start it without -s.")
    if cages:
        return Finding(thing, Answer.YES, "cage was started without -s.")
    if not _on_x11(machine):
        do = f"Try them, and see {RECIPES}."
        return Finding(thing, Answer.CANNOT_TELL, "Only cage and X11 say so.", do)
    file = machine.x11_option("DontVTSwitch")
    if file:
        return Finding(thing, Answer.YES, f"{file} switches them off.")
    seen = "No file of X11 has the option DontVTSwitch."
    return Finding(thing, Answer.NO, seen, f"Put it in as in {RECIPES}.")


def _switches(command: str) -> bool:
    """Whether a command of cage has its option -s; -m is followed by a word of its own."""
    words = iter(command.split()[1:])
    for word in words:
        if word == "--" or not word.startswith("-"):
            return False
        if "s" in word:
            return True
        if word == "-m":
            next(words, None)
    return False


def _kernel_keys(machine: Machine) -> Finding:
    thing = "The kernel's SysRq keys are off"
    value = machine.text("proc/sys/kernel/sysrq").strip()
    if not value:
        do = "" if machine.platform == "linux" else f"See {RECIPES} for the keys of this system."
        return Finding(thing, Answer.CANNOT_TELL, "This system does not say.", do)
    if value == "0":
        return Finding(thing, Answer.YES, "kernel.sysrq is 0.")
    seen = f"kernel.sysrq is {value}."
    return Finding(thing, Answer.NO, seen, "Set kernel.sysrq = 0 in a file in /etc/sysctl.d.")


def _stays_on(machine: Machine) -> Finding:
    thing = "The screen stays on"
    if _cages(machine):
        seen = "cage never switches it off; what its own menu says was not seen."
        return Finding(thing, Answer.YES, seen)
    told = machine.ask(["xset", "q"]) if _on_x11(machine) else None
    if not told:
        do = f"Leave it alone for an hour and look; {RECIPES} says how to keep it on."
        return Finding(thing, Answer.CANNOT_TELL, "Only cage and xset say so.", do)
    saver = re.search(r"timeout:\s+([1-9]\d*)", told)
    sleeps = re.search(r"(Standby|Suspend|Off): [1-9]", told) and "DPMS is Enabled" in told
    if saver or sleeps:
        what = f"goes dark after {saver[1]} s" if saver else "sends the screen to sleep"
        do = "Run “xset s off -dpms” before the kiosk."
        return Finding(thing, Answer.NO, f"X11 {what}.", do)
    return Finding(thing, Answer.YES, "X11 has no saver and no DPMS switched on.")


def _rights(machine: Machine) -> Finding:
    thing = "The user has no special rights"
    do = "Let the kiosk run as a user of its own, and this check as that user."
    if machine.is_administrator:
        return Finding(thing, Answer.NO, f"“{machine.user}” is the administrator.", do)
    held = ", ".join(sorted(machine.groups & RIGHTS))
    if held:
        return Finding(thing, Answer.NO, f"“{machine.user}” is in {held}.", do)
    if machine.platform == "win32":
        seen = f"“{machine.user}” has no raised rights now; the groups were not seen."
        return Finding(thing, Answer.CANNOT_TELL, seen, "Let it be a standard user.")
    seen = f"“{machine.user}” is in no group of administrators; files of sudo were not read."
    return Finding(thing, Answer.YES, seen)


def _unit(machine: Machine) -> Iterator[Finding]:
    """Whether the kiosk starts with the machine, again when it ends, and whether it is watched."""
    starts, again, watched = (
        "It starts with the machine",
        "All of it is started again when it ends",
        "The system watches its beat",
    )
    by_unit = f"Install the unit of {RECIPES}."
    unit = machine.unit()
    if unit is None and machine.platform != "linux":
        for thing in (starts, again, watched):
            do = f"See {RECIPES}." if thing != watched else "The kiosk's own parent does it."
            yield Finding(thing, Answer.CANNOT_TELL, "This check knows systemd only.", do)
        return
    if unit is None:
        entry = machine.autostart()
        if entry:
            seen = f"{entry} starts it with a session; who opens that one was not seen."
            yield Finding(starts, Answer.CANNOT_TELL, seen, by_unit)
        else:
            seen = "No unit of systemd and no autostart entry names it."
            yield Finding(starts, Answer.NO, seen, by_unit)
        seen = "The kiosk's own parent starts it again, and nothing that one."
        yield Finding(again, Answer.NO, seen, by_unit)
        yield Finding(watched, Answer.NO, "The kiosk's own parent does, and nobody else.", by_unit)
        return
    name, settings = unit.path.name, unit.settings
    if unit.enabled:
        yield Finding(starts, Answer.YES, f"{name} is enabled.")
    else:
        seen = f"{unit.path} is there and not enabled."
        yield Finding(starts, Answer.NO, seen, f"Run “systemctl enable {name}”.")
    restart = settings.get("Restart", "no")
    if restart == "always":  # cage 0.1 ends with 0 whatever has happened: on-failure is too little
        yield Finding(again, Answer.YES, f"{name} has Restart={restart}.")
    else:
        seen = f"{name} has Restart={restart}."
        yield Finding(again, Answer.NO, seen, "Let it be Restart=always.")
    yield _watch(watched, name, settings.get("WatchdogSec", ""), settings.get("NotifyAccess", ""))


def _watch(thing: str, name: str, watch: str, access: str) -> Finding:
    seconds = _seconds(watch)
    if seconds is None:
        seen = f"{name} has WatchdogSec={watch}, which this check cannot read."
        return Finding(thing, Answer.CANNOT_TELL, seen, "Write it in seconds.")
    if not seconds:
        seen = f"{name} has no WatchdogSec."
        return Finding(thing, Answer.NO, seen, "Let it be WatchdogSec=60.")
    if access != "all":
        seen = f"{name} has NotifyAccess={access or 'main'}: it does not hear the beats under cage."
        return Finding(thing, Answer.NO, seen, "Let it be NotifyAccess=all.")
    if seconds < LEAST_WATCH:
        seen = f"{name} has WatchdogSec={watch}, and would not let the kiosk help itself."
        return Finding(thing, Answer.NO, seen, "Let it be WatchdogSec=60.")
    return Finding(thing, Answer.YES, f"{name} has WatchdogSec={watch}.")


def _seconds(span: str) -> float | None:
    """A span of time as systemd writes it; 0 for none, None where it is written otherwise."""
    if span in ("", "0", "infinity"):
        return 0.0
    units = {"": 1.0, "s": 1.0, "sec": 1.0, "min": 60.0, "m": 60.0, "h": 3600.0, "ms": 0.001}
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([a-z]*)", span)
    return float(found[1]) * units[found[2]] if found and found[2] in units else None


def _network(machine: Machine) -> Finding:
    thing = "The machine is off the network"
    interfaces = machine.connected()
    if interfaces is None:
        seen = "This system does not show its network here."
        return Finding(thing, Answer.CANNOT_TELL, seen, "Take the cable out, switch radio off.")
    if interfaces:
        names = ", ".join(interfaces)
        seen = f"{names} is up and has an address; the quiz needs none."
        do = "Take it off, or let it into a network that leads to your files only."
        return Finding(thing, Answer.NO, seen, do)
    return Finding(thing, Answer.YES, "No interface that is up has an address.")
