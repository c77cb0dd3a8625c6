"""The styles of an OpenDocument text: what each role looks like, and what its place makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from quiz.exchange.export import readable
from quiz.exchange.paper import (
    BOTTOM,
    CODE,
    FAMILY,
    FOOT,
    INDENT,
    RULE_STEP,
    TOP,
    PageSize,
    Paper,
    Role,
    Weight,
)

_OASIS = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
        ("config", "config"),
    )
)
SPACES = (
    f'{_OASIS} xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# A semi-bold face is a family of its own to word processors.
_SEMI_BOLD = f"{FAMILY} SemiBold"
FACES = (
    (FAMILY, "normal", "AtkinsonHyperlegibleNext-Regular.ttf"),
    (FAMILY, "bold", "AtkinsonHyperlegibleNext-Bold.ttf"),
    (_SEMI_BOLD, "normal", "AtkinsonHyperlegibleNext-SemiBold.ttf"),
)


def safe(text: str) -> str:
    """`text` as XML."""
    return escape(readable(text))


def tables(paper: Paper) -> str:
    """The styles of groups, each a row of its own, and of a source with its code beside it."""
    side, mode = ("right", "rl-tb") if paper.right_to_left else ("left", "lr-tb")
    befores = {
        "Group": "",
        "GroupOpen": f'fo:margin-top="{paper.between}mm"',
        "GroupPage": 'fo:break-before="page"',
        "Source": 'fo:margin-bottom="3mm"',
    }
    found = (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{paper.measure}mm" table:align="{side}" {before} '
        f'style:writing-mode="{mode}" style:may-break-between-rows="false"/></style:style>'
        for name, before in befores.items()
    )
    columns = {
        "Across": paper.measure,
        "Code": CODE + 4,
        "Beside": paper.measure - CODE - 4,
    }
    widths = (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for name, width in columns.items()
    )
    return "".join([*found, *widths, _CELLS])


_CELLS = (
    '<style:style style:name="Whole" style:family="table-row"><style:table-row-properties '
    'fo:keep-together="always"/></style:style>'
    '<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties '
    'fo:padding="0mm" fo:border="none"/></style:style>'
)


def variants(paper: Paper) -> Iterator[str]:
    """What a style becomes by its place: first of a group or of a page, kept, indented."""
    hanging = (
        f'fo:margin-left="{INDENT}mm" fo:text-indent="-{INDENT}mm"',
        '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>',
    )
    places = {"": ("", ""), "In": (f'fo:margin-left="{INDENT}mm"', ""), "Number": hanging}
    befores = {
        "": "",
        "Open": f'fo:margin-top="{paper.between}mm"',
        "Page": 'fo:break-before="page"',
        "Gap": 'fo:margin-top="3mm"',
    }
    keeps = {"": "", "Keep": 'fo:keep-with-next="always"'}
    for name in [*(role.name.title() for role in Role), "Boxes", "Rule", "RuleIn", "Cut"]:
        drawn = name in ("Boxes", "Rule", "RuleIn", "Cut")
        for before, opened in befores.items():
            for keep, kept in keeps.items():
                for place, (indent, tabs) in ({"": ("", "")} if drawn else places).items():
                    own = f"{name}{before}{keep}{place}"
                    if own != name:
                        yield _paragraph(own, name, f"{opened} {kept} {indent}", tabs)


def _paragraph(name: str, parent: str, how: str, inside: str = "", text: str = "") -> str:
    parented = f' style:parent-style-name="{parent}"'
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{parented}>'
        f'<style:paragraph-properties fo:keep-together="always" {how}>{inside}'
        f"</style:paragraph-properties>{text}</style:style>"
    )


def styles(paper: Paper, size: PageSize) -> str:
    """The file of the styles that have names: roles, the sheet, its foot."""
    scale = min(paper.scales)
    leading = f'fo:line-height="{round(paper.leading * 84)}%"'
    roles = "".join(
        _paragraph(
            role.name.title(),
            "Standard",
            f'fo:margin-top="{role.above}mm" {leading}',
            text=_type(role.size * scale, role.weight),
        )
        for role in Role
    )
    tabs = "".join(
        f'<style:tab-stop style:position="{INDENT + step}mm"/>' for step in (30, 60, 90, 120)
    )
    drawn = (
        _paragraph(
            "Boxes",
            "Text",
            f'fo:margin-left="{INDENT}mm" fo:margin-top="2.5mm"',
            f"<style:tab-stops>{tabs}</style:tab-stops>",
        )
        + _paragraph("Rule", "Text", _RULE)
        + _paragraph("RuleIn", "Rule", f'{_RULE} fo:margin-left="{INDENT}mm"')
        + _paragraph("Cut", "Small", _CUT)
        + _paragraph("Footer", "Small", "")
        + _paragraph("Last", "Small", 'fo:margin-top="0mm" fo:line-height="0.5mm"', text=_LAST)
        + '<style:style style:name="Strong" style:family="text">'
        f"{_type(None, Weight.BOLD)}</style:style>"
    )
    side = (size.width - paper.measure) / 2
    # Not "start": LibreOffice takes that for the left in either direction.
    mode, edge = ("rl-tb", "right") if paper.right_to_left else ("lr-tb", "left")
    page = (
        f'<style:page-layout style:name="Sheet"><style:page-layout-properties '
        f'fo:page-width="{size.width}mm" fo:page-height="{size.height}mm" '
        f'fo:margin-left="{side}mm" fo:margin-right="{side}mm" fo:margin-top="{TOP}mm" '
        f'fo:margin-bottom="{FOOT}mm" style:writing-mode="{mode}"/>'
        "<style:footer-style><style:header-footer-properties "
        f'fo:min-height="{BOTTOM - FOOT}mm" fo:margin-top="3mm"/></style:footer-style>'
        "</style:page-layout>"
    )
    country = re.match("([a-z]{2,3})(?:-([A-Z]{2}))?", paper.language)
    spoken = ""
    if country:
        code, place = country[1], country[2] or "none"
        spoken = f'fo:language="{code}" fo:country="{place}"'
        if paper.right_to_left:
            spoken = f'style:language-complex="{code}" style:country-complex="{place}"'
    return (
        f'{HEAD}<office:document-styles {SPACES} office:version="1.3">'
        f"<office:font-face-decls>{_faces()}</office:font-face-decls><office:styles>"
        f'<style:default-style style:family="paragraph"><style:text-properties {spoken}/>'
        '</style:default-style><style:style style:name="Standard" style:family="paragraph">'
        f'<style:paragraph-properties style:writing-mode="{mode}" fo:text-align="{edge}"/>'
        "</style:style>"
        f"{roles}{drawn}</office:styles><office:automatic-styles>{page}"
        "</office:automatic-styles><office:master-styles><style:master-page "
        f'style:name="Standard" style:page-layout-name="Sheet">{_foot(paper)}'
        "</style:master-page></office:master-styles></office:document-styles>"
    )


# Word processors would draw one line under two paragraphs that look alike.
_RULE = (
    f'style:join-border="false" fo:margin-top="{RULE_STEP - 6}mm" '
    'fo:border-bottom="0.5pt solid #555555"'
)


_CUT = (
    'style:join-border="false" fo:margin-top="0mm" fo:line-height="2mm" '
    'fo:border-bottom="0.5pt dashed #555555"'
)


_LAST = '<style:text-properties fo:font-size="1pt" style:font-size-complex="1pt"/>'


def _type(size: float | None, weight: Weight) -> str:
    family = _SEMI_BOLD if weight is Weight.SEMI_BOLD else FAMILY
    bold = "bold" if weight is Weight.BOLD else "normal"
    points = f'fo:font-size="{size:.1f}pt" style:font-size-complex="{size:.1f}pt"' if size else ""
    return (
        f'<style:text-properties style:font-name="{family}" {points} fo:font-weight="{bold}" '
        f'style:font-weight-complex="{bold}"/>'
    )


def _faces() -> str:
    """The fonts that travel with the file."""
    sources: dict[str, str] = {}
    for family, weight, name in FACES:
        sources[family] = sources.get(family, "") + (
            f'<svg:font-face-uri xlink:href="Fonts/{name}" xlink:type="simple" '
            f'loext:font-style="normal" loext:font-weight="{weight}">'
            '<svg:font-face-format svg:string="truetype"/></svg:font-face-uri>'
        )
    return "".join(
        f'<style:font-face style:name="{family}" svg:font-family="&apos;{family}&apos;" '
        'style:font-family-generic="swiss" style:font-pitch="variable">'
        f"<svg:font-face-src>{source}</svg:font-face-src></style:font-face>"
        for family, source in sources.items()
    )


def _foot(paper: Paper) -> str:
    numbers = (
        "<text:page-number>1</text:page-number>",
        "<text:page-count>1</text:page-count>",
    )
    foot = safe(paper.foot).format(*numbers)
    return f'<style:footer><text:p text:style-name="Footer">{foot}</text:p></style:footer>'
