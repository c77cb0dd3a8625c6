"""Make assets/fonts from the designers' files: the same fonts, and the few signs the quiz shows.

    python packaging/fonts/add_signs.py FOLDER_WITH_THE_ORIGINAL_TTF_FILES

A sign that the font lacks makes Qt search the system's fonts for one, which costs start-up time and
looks different on each machine. Needs fontTools; run only when the font or a sign changes.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

Point = tuple[float, float]

HERE = Path(__file__).resolve().parents[2] / "assets" / "fonts"
WEIGHTS = {"Regular": 84, "SemiBold": 112, "Bold": 128}  # the width of a stem, in 1/1000 em

# Signs that are another glyph under a further name: non-breaking hyphen, narrow no-break space.
SAME_AS = {0x2011: ord("-"), 0x202F: 0x2009}


def check(stem: float) -> list[Point]:
    """✓: a short stroke down, a long one up, of one width, with square ends."""
    down, knee, up = (105.0, 330.0), (300.0, 130.0), (655.0, 575.0)
    return _stroke([down, knee, up], stem)


def cross(stem: float) -> list[Point]:
    """✕: two strokes through one middle."""
    middle, reach, half = (350.0, 334.0), 215.0, stem / math.sqrt(2)
    arm = [(half, 0.0), (reach + half / 2, reach - half / 2), (reach - half / 2, reach + half / 2)]
    points: list[Point] = []
    for quarter in range(4):
        turn = complex(0, 1) ** quarter
        for x, y in arm:
            turned = complex(x, y) * turn
            points.append((middle[0] + turned.real, middle[1] + turned.imag))
    return points


def triangle(_stem: float) -> list[Point]:
    """▸: a small triangle that points on."""
    return [(120, 140), (470, 334), (120, 528)]


def arrow(stem: float) -> list[Point]:
    """→: a shaft and a head."""
    half, head = stem * 0.46, 190.0
    right, level, slant = 760.0, 334.0, stem * 1.25
    return [
        (80, level - half),
        (right - slant, level - half),
        (right - slant - head + half, level - head),
        (right - head + half + slant * 0.05, level - head - half * 0.6),
        (right + half, level),
        (right - head + half + slant * 0.05, level + head + half * 0.6),
        (right - slant - head + half, level + head),
        (right - slant, level + half),
        (80, level + half),
    ]


def _mirrored(points: list[Point], width: float) -> list[Point]:
    return [(width - x, y) for x, y in reversed(points)]


def _stroke(line: list[Point], width: float) -> list[Point]:
    """The outline of a bent line of one width, mitred at its knees."""
    sides: dict[int, list[Point]] = {1: [], -1: []}
    for side, edge in sides.items():
        for i, (x, y) in enumerate(line):
            normals = []
            for a, b in ((i - 1, i), (i, i + 1)):
                if a >= 0 and b < len(line):
                    dx, dy = line[b][0] - line[a][0], line[b][1] - line[a][1]
                    length = math.hypot(dx, dy)
                    normals.append((-dy / length, dx / length))
            nx, ny = (sum(part) / len(normals) for part in zip(*normals, strict=True))
            scale = side * width / 2 / (nx * nx + ny * ny)
            edge.append((x + nx * scale, y + ny * scale))
    return sides[1] + sides[-1][::-1]


SIGNS = {
    0x2713: ("check", 740, check),
    0x2715: ("cross", 700, cross),
    0x25B8: ("onward", 560, triangle),
    0x2192: ("arrowright", 840, arrow),
    0x2190: ("arrowleft", 840, lambda stem: _mirrored(arrow(stem), 840)),
}


def add_signs(font: TTFont, stem: float) -> None:
    """Draw the signs into one font."""
    best = font.getBestCmap()
    names = {code: best[twin] for code, twin in SAME_AS.items() if code not in best}
    for code, (name, advance, draw) in SIGNS.items():
        points = draw(stem)
        area = sum(
            a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)
        )
        pen = TTGlyphPen(None)
        # TrueType fills what lies to the right of its outline.
        ordered = [
            (round(x), round(y)) for x, y in (reversed(points) if area > 0 else iter(points))
        ]
        pen.moveTo(ordered[0])
        for point in ordered[1:]:
            pen.lineTo(point)
        pen.closePath()
        glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["glyf"][name] = glyph
        font["hmtx"][name] = (advance, glyph.xMin)
        names[code] = name
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(names)


def main(folder: Path) -> None:
    """Take each weight from `folder`, add the signs, and put it where the quiz finds it."""
    for weight, stem in WEIGHTS.items():
        (original,) = folder.rglob(f"AtkinsonHyperlegibleNext_?00{weight}.ttf")
        font = TTFont(original, recalcTimestamp=False)
        add_signs(font, stem)
        font.save(HERE / f"AtkinsonHyperlegibleNext-{weight}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
