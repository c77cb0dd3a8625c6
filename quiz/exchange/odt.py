"""A paper as OpenDocument text, to be edited: named styles, groups kept together, fonts within.

Written here and not by QTextDocumentWriter, which knows neither sheets of paper, nor groups that
stay together, nor fonts that travel with the file; and a teacher who wants larger statements
changes one style. After OpenDocument 1.3, parts 2 and 3. Needs no Qt.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import segno

from quiz.exchange.odt_styles import FACES, HEAD, SPACES, safe, styles, tables, variants
from quiz.exchange.paper import (
    CODE,
    Boxes,
    Code,
    Gap,
    Group,
    Line,
    PageSize,
    Paper,
    Part,
    Role,
    Rules,
)

_KIND = "application/vnd.oasis.opendocument.text"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can name: the file tells nothing of when


def odt(paper: Paper, size: PageSize, fonts: Path) -> bytes:
    """The paper for sheets of `size`; `fonts` is the folder of the bundled font."""
    body = _Body()
    text = body.text(paper)
    pictures = {f"Pictures/{n}.png": png for n, png in enumerate(body.pictures)}
    inside = {f"Fonts/{name}": (fonts / name).read_bytes() for _, _, name in FACES}
    files: dict[str, str | bytes] = {
        "content.xml": _content(text, paper),
        "styles.xml": styles(paper, size),
        "meta.xml": _META.format(safe(paper.title), safe(paper.language)),
        "settings.xml": _SETTINGS,
        **pictures,
        **inside,
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        _put(archive, "mimetype", _KIND.encode(), zipfile.ZIP_STORED)  # first, and readable as is
        for name, part in files.items():
            _put(archive, name, part if isinstance(part, bytes) else part.encode())
        _put(archive, "META-INF/manifest.xml", _manifest(files).encode())
    return data.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(name, _WHEN)
    info.external_attr = 0o644 << 16
    archive.writestr(info, data, how)


class _Body:
    """Turns the parts of a paper into paragraphs and tables; gathers the pictures."""

    def __init__(self) -> None:
        self.pictures: list[bytes] = []

    def text(self, paper: Paper) -> str:
        """The whole body. What follows the last table has to be there and takes no room."""
        groups = enumerate(paper.groups)
        text = "".join(self._group(group, at) for at, group in groups)
        return f'{text}<text:p text:style-name="Last"/>'

    def _group(self, group: Group, at: int) -> str:
        """A row of a table, since that is what word processors really never split: a long chain of
        paragraphs that are to stay with the next one is broken by LibreOffice. A source is a
        table already.
        """
        before = "" if at == 0 else "Page" if group.new_page else "Open"
        if any(isinstance(part, Code) for part in group.parts):
            return "".join(self._parts(group, before, "Keep"))
        parts = "".join(self._parts(group, "", ""))
        return (
            f'<table:table table:style-name="Group{before}"><table:table-column '
            'table:style-name="Across"/><table:table-row table:style-name="Whole">'
            f'<table:table-cell table:style-name="Bare" office:value-type="string">{parts}'
            "</table:table-cell></table:table-row></table:table>"
        )

    def _parts(self, group: Group, before: str, keep: str) -> Iterator[str]:
        for number, part in enumerate(group.parts, start=1):
            if isinstance(part, Gap):
                before = before or "Gap"
                continue
            yield self._part(part, before, keep if number < len(group.parts) else "")
            before = ""

    def _part(self, part: Part, before: str, keep: str) -> str:
        if isinstance(part, Line):
            return _line(part, f"{part.role.name.title()}{before}{keep}")
        if isinstance(part, Boxes):
            words = "<text:tab/>".join(f"☐ {safe(word)}" for word in part.words)
            return f'<text:p text:style-name="Boxes{keep}">{words}</text:p>'
        if isinstance(part, Rules):
            return "".join(_rules(part, keep))
        if isinstance(part, Code):
            return self._code(part)
        return f'<text:p text:style-name="Cut{keep}"/>'

    def _code(self, part: Code) -> str:
        picture = f'<text:p text:style-name="Small">{self._picture(part.link)}</text:p>'
        lines = "".join(_line(line, line.role.name.title()) for line in part.lines)
        cell = (
            '<table:table-cell table:style-name="Bare" office:value-type="string">{0}'
            "</table:table-cell>"
        )
        return (
            '<table:table table:style-name="Source"><table:table-column '
            'table:style-name="Code"/><table:table-column table:style-name="Beside"/>'
            f'<table:table-row table:style-name="Whole">{cell.format(picture)}{cell.format(lines)}'
            "</table:table-row></table:table>"
        )

    def _picture(self, link: str) -> str:
        if not link:
            return ""
        png = io.BytesIO()
        segno.make_qr(link, error="m").save(png, kind="png", scale=8, border=4)
        number = len(self.pictures)
        self.pictures.append(png.getvalue())
        return (
            f'<draw:frame draw:name="QR {number + 1}" text:anchor-type="as-char" '
            f'svg:width="{CODE}mm" svg:height="{CODE}mm"><draw:image '
            f'xlink:href="Pictures/{number}.png" xlink:type="simple" xlink:show="embed" '
            f'xlink:actuate="onLoad"/><svg:title>{safe(link)}</svg:title></draw:frame>'
        )


def _line(line: Line, style: str) -> str:
    bold = f'<text:span text:style-name="Strong">{safe(line.text[: line.strong])}</text:span>'
    text = (bold if line.strong else "") + safe(line.text[line.strong :])
    number = f"{safe(line.number)}<text:tab/>" if line.number else ""
    style += ("Number" if line.number else "In") if line.indented else ""
    if line.role in (Role.TITLE, Role.HEADING):
        level = 1 if line.role is Role.TITLE else 2
        return f'<text:h text:style-name="{style}" text:outline-level="{level}">{text}</text:h>'
    return f'<text:p text:style-name="{style}">{number}{text}</text:p>'


def _rules(part: Rules, keep: str) -> Iterator[str]:
    for number in range(part.count):
        word = safe(part.word) if number == 0 else ""
        yield f'<text:p text:style-name="Rule{"In" if part.indented else ""}{keep}">{word}</text:p>'


def _content(text: str, paper: Paper) -> str:
    places = "".join(variants(paper))
    return (
        f'{HEAD}<office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{places}{tables(paper)}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )


_META = (
    f'{HEAD}<office:document-meta {SPACES} office:version="1.3"><office:meta>'
    "<dc:title>{0}</dc:title><dc:language>{1}</dc:language>"
    "<meta:generator>Myth or Reality</meta:generator></office:meta></office:document-meta>"
)
# The fonts stay within when a word processor saves the file again.
_SETTINGS = (
    f'{HEAD}<office:document-settings {SPACES} office:version="1.3"><office:settings>'
    '<config:config-item-set config:name="ooo:configuration-settings"><config:config-item '
    'config:name="EmbedFonts" config:type="boolean">true</config:config-item>'
    "</config:config-item-set></office:settings></office:document-settings>"
)


def _manifest(names: Iterable[str]) -> str:
    kinds = {"xml": "text/xml", "png": "image/png", "ttf": "application/x-font-ttf"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{kinds[name.rpartition(".")[2]]}"/>'
        for name in names
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
        f'manifest:media-type="{_KIND}"/>{entries}</manifest:manifest>'
    )
