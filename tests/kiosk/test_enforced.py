"""What is said of machines as they are: word for word, and no more than was seen.

A machine is a tree of files here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from quiz.kiosk.enforced import Answer, Finding, of_machine
from quiz.kiosk.machine import Machine

ROUTES = "Iface\tDestination\tGateway\neth0\t00000000\t0101A8C0\n"
UNIT = """\
[Unit]
Description=Myth or Reality

[Service]
Type=notify
NotifyAccess=all
ExecStart=/usr/bin/cage -d -- \\
    /usr/bin/python3 -B /opt/quiz/main.py kiosk
Restart=on-failure
Restart=always
# WatchdogSec=5
WatchdogSec=60

[Install]
WantedBy=graphical.target
"""
SESSION = {"HOME": "/home/ann", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}


def machine(
    root: Path,
    files: Mapping[str, str],
    *,
    platform: str = "linux",
    environment: Mapping[str, str] | None = None,
    user: str = "kiosk",
    administrator: bool = False,
    groups: tuple[str, ...] = ("kiosk", "video"),
    programs: Mapping[str, str] | None = None,
) -> Machine:
    """A machine with these files and processes; `programs`: what they print."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Machine(
        root=root,
        platform=platform,
        environment={"HOME": "/home/kiosk"} if environment is None else environment,
        user=user,
        is_administrator=administrator,
        groups=frozenset(groups),
        ask=lambda command: (programs or {}).get(command[0]),
    )


def running(number: int, name: str, command: str = "") -> dict[str, str]:
    """A process."""
    line = (command or name).replace(" ", "\0") + "\0"
    return {f"proc/{number}/comm": f"{name}\n", f"proc/{number}/cmdline": line}


def desktop(root: Path) -> Machine:
    """Somebody's desktop, on which the kiosk is tried."""
    files = {
        **running(1, "systemd", "/sbin/init"),
        **running(900, "gnome-shell", "/usr/bin/gnome-shell"),
        "sys/class/net/lo/flags": "0x9\n",
        "sys/class/net/eth0/flags": "0x1003\n",
        "proc/net/route": ROUTES,
        "proc/sys/kernel/sysrq": "438\n",
        "etc/systemd/system/ssh.service": "[Service]\nExecStart=/usr/sbin/sshd\n",
    }
    return machine(root, files, environment=SESSION, user="ann", groups=("ann", "sudo"))


CAGE = "/usr/bin/cage -d -- /usr/bin/python3 -B /opt/quiz/main.py kiosk"


def locked(root: Path) -> Machine:
    """A kiosk as it should be, asked by its own user without a session."""
    files = {
        **running(1, "systemd", "/sbin/init"),
        **running(700, "cage", CAGE),
        "sys/class/net/lo/flags": "0x9\n",
        "sys/class/net/eth0/flags": "0x1002\n",
        "proc/net/route": "Iface\tDestination\tGateway\n",
        "proc/sys/kernel/sysrq": "0\n",
        "etc/systemd/system/quiz-kiosk.service": UNIT,
        "etc/systemd/system/graphical.target.wants/quiz-kiosk.service": UNIT,
    }
    return machine(root, files)


X11 = {"HOME": "/home/kiosk", "DISPLAY": ":0"}
WAYLAND = {"HOME": "/home/kiosk", "WAYLAND_DISPLAY": "wayland-0"}
RECIPES = "packaging/kiosk/README.md"


def said(machine, thing: str) -> str:
    """The line about a thing, without the thing."""
    (found,) = [finding for finding in of_machine(machine) if finding.thing.startswith(thing)]
    return " ".join(filter(None, (found.answer.value + ":", found.seen, found.do)))


def test_a_plain_desktop_word_for_word(tmp_path):
    root = tmp_path
    assert [str(finding) for finding in of_machine(desktop(root))] == [
        (
            "no           The screen shows the kiosk and nothing else: gnome-shell runs, with keys "
            "and menus that lead elsewhere. Start the kiosk under cage (packaging/kiosk/README.md)."
        ),
        (
            "cannot tell  Ctrl+Alt+F keys lead nowhere: Only cage and X11 say so. Try them, and "
            "see packaging/kiosk/README.md."
        ),
        (
            "no           The kernel's SysRq keys are off: kernel.sysrq is 438. Set kernel.sysrq = "
            "0 in a file in /etc/sysctl.d."
        ),
        (
            "cannot tell  The screen stays on: Only cage and xset say so. Leave it alone for an "
            "hour and look; packaging/kiosk/README.md says how to keep it on."
        ),
        (
            "no           The user has no special rights: “ann” is in sudo. Let the kiosk run as a "
            "user of its own, and this check as that user."
        ),
        (
            "no           It starts with the machine: No unit of systemd and no autostart entry "
            "names it. Install the unit of packaging/kiosk/README.md."
        ),
        (
            "no           All of it is started again when it ends: The kiosk's own parent starts "
            "it again, and nothing that one. Install the unit of packaging/kiosk/README.md."
        ),
        (
            "no           The system watches its beat: The kiosk's own parent does, and nobody "
            "else. Install the unit of packaging/kiosk/README.md."
        ),
        (
            "no           The machine is off the network: eth0 is up and has an address; the quiz "
            "needs none. Take it off, or let it into a network that leads to your files only."
        ),
    ]


def test_a_kiosk_as_it_should_be_has_no_gaps(tmp_path):
    findings = list(of_machine(locked(tmp_path)))
    assert [str(finding) for finding in findings if finding.answer is not Answer.YES] == []
    assert [finding.seen for finding in findings] == [
        "cage runs, which shows one program.",
        "cage was started without -s.",
        "kernel.sysrq is 0.",
        "cage never switches it off; what its own menu says was not seen.",
        "“kiosk” is in no group of administrators; files of sudo were not read.",
        "quiz-kiosk.service is enabled.",
        "quiz-kiosk.service has Restart=always.",
        "quiz-kiosk.service has WatchdogSec=60.",
        "No interface that is up has an address.",
    ]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_of_a_system_that_it_does_not_know_nothing_is_claimed(tmp_path, platform):
    here = machine(tmp_path, {}, platform=platform, groups=())
    answers = {finding.thing: finding.answer for finding in of_machine(here)}
    rights = answers.pop("The user has no special rights")
    assert set(answers.values()) == {Answer.CANNOT_TELL}
    assert rights is (Answer.CANNOT_TELL if platform == "win32" else Answer.YES)


def test_of_a_linux_that_shows_nothing_nothing_good_is_claimed(tmp_path):
    here = machine(tmp_path, {}, user="9999", groups=())
    good = [finding.thing for finding in of_machine(here) if finding.answer is Answer.YES]
    assert good == ["The user has no special rights"]


@pytest.mark.parametrize(
    ("files", "environment", "programs", "line"),
    [
        (
            {},
            {},
            {},
            (
                "cannot tell: There is no screen here. Run this check as the kiosk's user, "
                "where the kiosk runs."
            ),
        ),
        (
            {},
            WAYLAND,
            {},
            (
                "cannot tell: It is Wayland, but with a compositor that this check does "
                f"not know. Start the kiosk under cage ({RECIPES})."
            ),
        ),
        (running(7, "cage"), WAYLAND, {}, "yes: cage runs, which shows one program."),
        (
            running(7, "cage", "cage -- firefox"),
            {},
            {},
            (
                "cannot tell: There is no screen here. "
                "Run this check as the kiosk's user, where the kiosk runs."
            ),
        ),
        (
            {**running(7, "cage", CAGE), **running(8, "sway")},
            {},
            {},
            ("cannot tell: cage runs, and so does sway. Let nothing but cage start."),
        ),
        (
            running(8, "openbox"),
            X11,
            {},
            (
                "no: openbox runs, with keys and menus that lead "
                f"elsewhere. Start the kiosk under cage ({RECIPES})."
            ),
        ),
        (
            {},
            X11,
            {},
            (
                "cannot tell: It is X11, and xprop does not answer. Install xprop and run "
                f"this check again, or use cage ({RECIPES})."
            ),
        ),
        (
            {},
            X11,
            {"xprop": "_NET_SUPPORTING_WM_CHECK(WINDOW): window id # 0x400024"},
            (
                "no: A window manager runs on this X11, with keys and menus that lead elsewhere. "
                f"Start the kiosk under cage ({RECIPES})."
            ),
        ),
        (
            {},
            X11,
            {"xprop": "_NET_SUPPORTING_WM_CHECK:  no such atom on any window."},
            "yes: It is X11, and no window manager says that it runs.",
        ),
    ],
)
def test_what_else_can_come_onto_the_screen(tmp_path, files, environment, programs, line):
    here = machine(tmp_path, files, environment=environment, programs=programs)
    assert said(here, "The screen shows") == line


OFF = 'Section "ServerFlags"\n  Option "DontVTSwitch" "True"\nEndSection\n'
NOT_OFF = '# Option "DontVTSwitch" "True"\n  Option "DontVTSwitch" "false"\n'


@pytest.mark.parametrize(
    ("command", "lets"),
    [
        ("cage -- python3 main.py kiosk", False),
        ("cage -d -- python3 main.py kiosk", False),
        ("cage -m last -- python3 -s main.py kiosk", False),
        ("cage -s -- python3 main.py kiosk", True),
        ("/usr/bin/cage -d -s -- python3 main.py kiosk", True),
        ("cage -ds python3 main.py kiosk", True),
        ("cage -m last -s -- python3 main.py kiosk", True),
    ],
)
def test_keys_to_other_terminals_under_cage(tmp_path, command, lets):
    line = said(machine(tmp_path, running(7, "cage", command)), "Ctrl+Alt+F")
    assert line == (
        "no: cage was started with -s, which lets them switch. Start it without -s."
        if lets
        else "yes: cage was started without -s."
    )


def test_keys_to_other_terminals_on_x11(tmp_path):
    none = f"no: No file of X11 has the option DontVTSwitch. Put it in as in {RECIPES}."
    assert said(machine(tmp_path, {}, environment=X11), "Ctrl+Alt+F") == none
    file = "etc/X11/xorg.conf.d/10-kiosk.conf"
    assert said(machine(tmp_path, {file: NOT_OFF}, environment=X11), "Ctrl+Alt+F") == none
    off = said(machine(tmp_path, {file: OFF}, environment=X11), "Ctrl+Alt+F")
    assert off == f"yes: {tmp_path / file} switches them off."


SAVER = "Screen Saver:\n  timeout:  {0}    cycle:  600\n"
DPMS = "DPMS (Energy Star):\n  Standby: {0}    Suspend: 0    Off: 0\n  DPMS is {1}\n"


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            SAVER.format(600),
            ("no: X11 goes dark after 600 s. Run “xset s off -dpms” before the kiosk."),
        ),
        (
            SAVER.format(0) + DPMS.format(600, "Enabled"),
            ("no: X11 sends the screen to sleep. Run “xset s off -dpms” before the kiosk."),
        ),
        (
            SAVER.format(0) + DPMS.format(600, "Disabled"),
            ("yes: X11 has no saver and no DPMS switched on."),
        ),
        (
            SAVER.format(0) + DPMS.format(0, "Enabled"),
            ("yes: X11 has no saver and no DPMS switched on."),
        ),
        (
            "",
            (
                "cannot tell: Only cage and xset say so. Leave it alone for an hour and look; "
                f"{RECIPES} says how to keep it on."
            ),
        ),
    ],
)
def test_whether_the_screen_stays_on(tmp_path, told, line):
    here = machine(tmp_path, {}, environment=X11, programs={"xset": told})
    assert said(here, "The screen stays") == line


DO = "Let the kiosk run as a user of its own, and this check as that user."


@pytest.mark.parametrize(
    ("administrator", "groups", "line"),
    [
        (True, (), f"no: “kiosk” is the administrator. {DO}"),
        (False, ("wheel", "docker", "kiosk"), f"no: “kiosk” is in docker, wheel. {DO}"),
        (
            False,
            ("kiosk", "video", "input"),
            ("yes: “kiosk” is in no group of administrators; files of sudo were not read."),
        ),
    ],
)
def test_what_the_user_may(tmp_path, administrator, groups, line):
    here = machine(tmp_path, {}, administrator=administrator, groups=groups)
    assert said(here, "The user") == line


PLACE = "etc/systemd/system/quiz-kiosk.service"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            ("WatchdogSec=60\n", ""),
            ("no: quiz-kiosk.service has no WatchdogSec. Let it be WatchdogSec=60."),
        ),
        (
            ("WatchdogSec=60", "WatchdogSec=infinity"),
            ("no: quiz-kiosk.service has no WatchdogSec. Let it be WatchdogSec=60."),
        ),
        (
            ("WatchdogSec=60", "WatchdogSec=10s"),
            (
                "no: quiz-kiosk.service has WatchdogSec=10s, and "
                "would not let the kiosk help itself. Let it be WatchdogSec=60."
            ),
        ),
        (("WatchdogSec=60", "WatchdogSec=1min"), "yes: quiz-kiosk.service has WatchdogSec=1min."),
        (
            ("WatchdogSec=60", "WatchdogSec=1 moon"),
            (
                "cannot tell: quiz-kiosk.service has "
                "WatchdogSec=1 moon, which this check cannot read. Write it in seconds."
            ),
        ),
        (
            ("NotifyAccess=all\n", ""),
            (
                "no: quiz-kiosk.service has NotifyAccess=main: it does not "
                "hear the beats under cage. Let it be NotifyAccess=all."
            ),
        ),
    ],
)
def test_whether_the_system_watches(tmp_path, change, line):
    assert said(machine(tmp_path, {PLACE: UNIT.replace(*change)}), "The system watches") == line


def test_a_unit_that_is_not_enabled_or_starts_again_only_after_a_fault(tmp_path):
    here = machine(tmp_path, {PLACE: UNIT.replace("Restart=always", "")})
    assert said(here, "It starts") == (
        f"no: {tmp_path / PLACE} is there and not enabled. Run “systemctl enable "
        "quiz-kiosk.service”."
    )
    assert said(here, "All of it") == (
        "no: quiz-kiosk.service has Restart=on-failure. Let it be Restart=always."
    )


def test_what_is_put_beside_a_unit_holds_over_it(tmp_path):
    more = {f"{PLACE}.d/site.conf": "[Service]\nWatchdogSec=90\n"}
    here = machine(tmp_path, {PLACE: UNIT, **more})
    assert said(here, "The system watches") == "yes: quiz-kiosk.service has WatchdogSec=90."


def test_a_unit_for_the_check_or_for_something_else_is_none_of_the_kiosk(tmp_path):
    other = UNIT.replace("main.py kiosk", "main.py class")
    assert said(machine(tmp_path, {PLACE: other}), "It starts").startswith("no: No unit")


def test_the_bundle_is_known_by_its_name(tmp_path):
    unit = "[Service]\nExecStart=cage -- /opt/quiz/quiz --language en kiosk --site /etc/x.yaml\n"
    here = machine(tmp_path, {PLACE: unit})
    assert said(here, "It starts").startswith(f"no: {tmp_path / PLACE} is there")


def test_an_entry_of_the_session_is_not_taken_for_more_than_it_is(tmp_path):
    entry = "home/ann/.config/autostart/kiosk.desktop"
    text = "[Desktop Entry]\nExec=python3 /opt/quiz/main.py kiosk\n"
    here = machine(tmp_path, {entry: text}, environment=SESSION)
    assert said(here, "It starts") == (
        f"cannot tell: {tmp_path / entry} starts it with a session; who opens that one was not "
        f"seen. Install the unit of {RECIPES}."
    )


@pytest.mark.parametrize(
    ("flags", "route", "address", "connected"),
    [
        ("0x1003", "eth0\t0\t0\n", "", True),
        ("0x1003", "", f"{'fd' * 16} 04 40 00 82     eth0\n", True),
        ("0x1003", "", "", False),
        ("0x1002", "eth0\t0\t0\n", "", False),
        ("0x1003", "eth1\t0\t0\n", "", False),
        ("nonsense", "eth0\t0\t0\n", "", False),
    ],
)
def test_a_network_is_an_interface_that_is_up_and_has_an_address(
    tmp_path, flags, route, address, connected
):
    files = {
        "sys/class/net/lo/flags": "0x9\n",
        "sys/class/net/eth0/flags": f"{flags}\n",
        "proc/net/route": f"Iface\tDestination\tGateway\n{route}",
        "proc/net/if_inet6": f"{address}{'00' * 15}01 01 80 10 80       lo\n",
    }
    line = said(machine(tmp_path, files), "The machine is off")
    assert line.startswith("no: eth0 is up" if connected else "yes: No interface")


def test_a_line_has_no_gap_where_there_is_nothing_to_do():
    assert str(Finding("A thing", Answer.YES, "Seen.")) == "yes          A thing: Seen."
