"""A source as a reader wants it: the full reference, a short one, and a link to show."""

from __future__ import annotations

from quiz.model.question import Name, Source

MOST_AUTHORS = 6
"""Authors named before "et al." in a full reference (house rule; the works themselves list all)."""


def link(source: Source) -> str:
    """Where to find the work: DOI before own address before PubMed; "" where none is known."""
    if source.doi:
        return f"https://doi.org/{source.doi}"
    if source.url:
        return source.url
    return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else ""


def short_reference(source: Source) -> str:
    """Author and year, as in running text: "Frühauf et al., 2013"."""
    names = [_family(name) for name in source.authors or source.editors]
    if not names:
        who = source.publisher or source.container_title or source.title
    elif len(names) == 1:
        who = names[0]
    elif len(names) == 2:
        who = f"{names[0]} & {names[1]}"
    else:
        who = f"{names[0]} et al."
    return f"{who}, {_year(source)}"


def full_reference(source: Source) -> str:
    """Enough to find the work without its link: who, when, what, where in print, DOI."""
    names = [_full(name) for name in source.authors or source.editors]
    if len(names) > MOST_AUTHORS:
        names = [*names[:MOST_AUTHORS], "et al."]
    who = ", ".join(names) or source.publisher
    when = f"({_year(source)})."
    title = _stop(source.title)
    parts = [f"{who} {when}", title] if who else [title, when]
    place = _in_print(source)
    if source.publisher and source.publisher not in (who, source.container_title):
        place = f"{place}. {source.publisher}" if place else source.publisher
    if place:
        parts.append(_stop(place))
    if source.doi:
        parts.append(f"doi:{source.doi}")
    elif source.url:
        parts.append(source.url)
    return " ".join(parts)


def _in_print(source: Source) -> str:
    """Journal, volume(issue), pages; or book and edition."""
    place = source.container_title
    if source.volume:
        issue = f"({source.issue})" if source.issue else ""
        place = f"{place}, {source.volume}{issue}" if place else f"{source.volume}{issue}"
    pieces = [place] if place else []
    if source.edition:
        pieces.append(f"ed. {source.edition}")
    if source.number:
        pieces.append(source.number)
    if source.page:
        pieces.append(source.page.replace("-", "–"))
    return ", ".join(pieces)


def _year(source: Source) -> str:
    return str(source.issued.year) if source.issued else "n.d."


def _family(name: Name) -> str:
    return name.literal or name.family


def _full(name: Name) -> str:
    if name.literal:
        return name.literal
    initials = "".join(part[0] for part in name.given.replace("-", " ").split())
    return f"{name.family} {initials}".strip()


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
