"""What stands on a printed page, as a value: the same for PDF and for ODT.

A :class:`Paper` is a row of groups, and a group is never split between two pages. Sizes are in
points, lengths in millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

FAMILY = "Atkinson Hyperlegible Next"
MEASURE, WIDE = 160.0, 178.0
"""Width of the text: about 70 signs of 12 points (STANDARDS 5.5), and for a page that has to hold
more."""

TOP, BOTTOM = 16.0, 18.0
"""Free above and below the text."""

FOOT = 9.0
"""From the lower edge to the line that has the page number."""

INDENT = 9.0
"""From the number of a question to its text."""

LEADING, TIGHT = 1.5, 1.25
"""From one line to the next, in sizes of the type."""

RULE_STEP = 9.0
"""From one line to write on to the next."""

BOX = 4.2
"""Side of a box to tick."""

CODE = 24.0
"""Side of a QR code, its quiet zone within. A link of 60 signs has 37 modules with it, 0.65 mm
each, where telephones read down to about 0.4 at arm's length."""

BETWEEN = 6.0
"""Free between two groups."""

RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ks ps sd ug ur yi".split())
"""Languages that are written from right to left (BCP 47)."""


class PageSize(Enum):
    """Width and height of a sheet."""

    A4 = (210.0, 297.0)
    LETTER = (215.9, 279.4)

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return self.value[0]

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return self.value[1]


class Weight(Enum):
    """The weights of the bundled font."""

    REGULAR = 400
    SEMI_BOLD = 600
    BOLD = 700


class Role(Enum):
    """What a line is: its size, its weight, and the space above it."""

    TITLE = (22.0, Weight.BOLD, 0.0)
    HEADING = (15.0, Weight.BOLD, 2.0)
    STATEMENT = (13.0, Weight.SEMI_BOLD, 0.0)
    FACT = (12.0, Weight.SEMI_BOLD, 0.0)
    TEXT = (11.5, Weight.REGULAR, 1.2)
    VERDICT = (11.5, Weight.REGULAR, 0.2)
    SMALL = (10.0, Weight.REGULAR, 0.5)

    @property
    def size(self) -> float:
        """Size of the type in points."""
        return self.value[0]

    @property
    def weight(self) -> Weight:
        """Weight of the type."""
        return self.value[1]

    @property
    def above(self) -> float:
        """Free above the line."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. The first `strong` signs of it are bold; `number` hangs before it."""

    role: Role
    text: str
    indented: bool = False
    number: str = ""
    strong: int = 0


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes to tick, in a row, each with a word."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines to write on; `word` stands before the first."""

    count: int
    word: str = ""
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of `link` with lines beside it; without a link only the lines."""

    link: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Free space."""

    height: float


@dataclass(frozen=True, slots=True)
class Cut:
    """A dashed line to cut along."""


Part: TypeAlias = "Line | Boxes | Rules | Code | Gap | Cut"


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that stay on one page."""

    parts: tuple[Part, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. `foot` has {0} for the page and {1} for the number of pages.

    Of the `scales` of type the first is taken that needs the fewest pages.
    """

    title: str
    foot: str
    groups: tuple[Group, ...]
    language: str = "en"
    between: float = BETWEEN
    measure: float = MEASURE
    leading: float = LEADING
    scales: tuple[float, ...] = (1.0,)

    @property
    def right_to_left(self) -> bool:
        """Whether its language is read from the right, so that all of the page is mirrored."""
        return self.language.lower().split("-")[0] in RIGHT_TO_LEFT
