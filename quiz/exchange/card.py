"""The card that hangs in a kiosk's cabinet: how staff get in, and what to do when something is off.

The PIN is not on it. Whoever can put a file beside the site file owns the machine already, so how
a forgotten PIN is got round may be read by all who can open the cabinet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quiz.exchange.paper import TIGHT, WIDE, Gap, Group, Line, Paper, Part, Role, Rules
from quiz.model.site import Corner

TITLE = "Kiosk card"

CORNERS = {
    Corner.TOP_LEFT: "top left",
    Corner.TOP_RIGHT: "top right",
    Corner.BOTTOM_LEFT: "bottom left",
    Corner.BOTTOM_RIGHT: "bottom right",
}


@dataclass(frozen=True, slots=True)
class Cabinet:
    """What is particular to the kiosk in this cabinet.

    `unlock`: the file that opens the staff room without PIN. `content`: the site's folder of
    packs, None where the kiosk plays what came with it. `command` starts the program, as a person
    would type it. `day`: the date as it is printed.
    """

    site_file: Path
    unlock: Path
    content: Path | None
    corner: Corner
    has_pin: bool
    command: str
    version: str
    day: str


def card(cabinet: Cabinet) -> Paper:
    """The card for this cabinet: one page of A4 or Letter, if no path is very long."""
    head = (
        Line(Role.TITLE, "Myth or Reality: kiosk card"),
        _text(
            "What this is: a quiz for visitors. It forgets each of them, so there is nothing to "
            "tidy up. After a fault, or when the power was gone, it starts by itself and shows the "
            "resting screen."
        ),
        _text("For staff, inside the cabinet. The PIN is not on this card: keep that elsewhere."),
    )
    sections = [
        _section("Into the staff room", _way_in(cabinet)),
        _section("PIN forgotten", _way_round(cabinet)),
        _section("Start it again, or leave it", _restart()),
        _section("Where faults are shown", _faults(cabinet)),
        _section("Content and settings", _content(cabinet)),
        _section("Cleaning", _cleaning()),
        _section("Whom to ask (fill in by hand)", _people()),
    ]
    first, *rest = sections
    foot = f"Myth or Reality {cabinet.version}, card of {cabinet.day}, page {{0}} of {{1}}"
    groups = (Group((*head, Gap(2), *first)), *map(Group, rest))
    scales = (1.0, 0.96, 0.92, 0.88)
    return Paper(TITLE, foot, groups, between=2.0, measure=WIDE, leading=TIGHT, scales=scales)


def _section(title: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    return (Line(Role.STATEMENT, title), *parts)


def _text(text: str) -> Line:
    return Line(Role.TEXT, text)


def _steps(*steps: str) -> list[Line]:
    return [
        Line(Role.TEXT, step, indented=True, number=f"{number}.")
        for number, step in enumerate(steps, start=1)
    ]


def _way_in(cabinet: Cabinet) -> list[Line]:
    opening = "Touch in the PIN."
    if not cabinet.has_pin:
        opening = (
            f"Touch in the PIN. When this card was made there was none, and without one the pad "
            f"opens nothing: make one with “{cabinet.command} kiosk pin”."
        )
    return [
        *_steps(
            "Leave the screen alone for three seconds.",
            f"Touch the {CORNERS[cabinet.corner]} corner five times within three seconds, and "
            "hold the fifth touch for one second. A pad of digits comes.",
            opening,
        ),
        _text(
            "With a keyboard, Ctrl+Alt+S brings the pad. It closes after 15 seconds. After five "
            "wrong PINs it waits for five minutes, and then twice as long each time."
        ),
    ]


def _way_round(cabinet: Cabinet) -> list[Line]:
    first, *rest = _steps(
        "As administrator of this machine, make an empty file of this name:",
        "Touch the corner as above. The staff room opens without PIN.",
        "Take the file away if it is still there, or the corner opens to everybody.",
        f"Make a new PIN: “{cabinet.command} kiosk pin” prints the line for the site file.",
    )
    return [first, _name(cabinet.unlock, indented=True), *rest]


def _name(path: Path, *, indented: bool = False) -> Line:
    """A name to be typed as it is: on a line of its own, so that it is seldom broken."""
    return Line(Role.FACT, str(path), indented=indented)


def _restart() -> list[Line]:
    return [
        _text(
            "In the staff room, under Program. If the screen does not answer, wait half a minute: "
            "it starts by itself. Else switch the machine off and on again. Nothing is lost but "
            "the visit under way."
        )
    ]


def _faults(cabinet: Cabinet) -> list[Line]:
    return [
        _text(
            "In the staff room, under Faults; never to visitors. On the command line, "
            f"“{cabinet.command} kiosk check” tells them, and what of this machine is not locked."
        )
    ]


def _content(cabinet: Cabinet) -> list[Line]:
    settings = [_text("The settings are in the site file:"), _name(cabinet.site_file)]
    if cabinet.content is None:
        own = (
            "This kiosk plays the content that came with the program. For content of your own, "
            "name its folder in the site file (content: …)."
        )
        return [_text(own), *settings]
    taken = (
        "It is taken over between two visitors. What has a fault is not: the last good content "
        "plays on, and the staff room says what is faulty and where."
    )
    return [
        _text("Content is put into this folder:"),
        _name(cabinet.content),
        _text(taken),
        *settings,
    ]


def _cleaning() -> list[Line]:
    return [
        _text(
            "Often, with what the maker of the screen allows. Touches while you wipe do no harm: "
            "a little later the kiosk has forgotten them. Put hand sanitizer beside the screen "
            "with a sign that says what it is for: without the sign hardly anybody uses it."
        )
    ]


def _people() -> list[Part]:
    words = ("This kiosk:", "The program, telephone:", "Content and PIN, telephone:")
    return [Rules(1, word) for word in words]
