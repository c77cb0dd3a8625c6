"""The one description of the content format: every field, its kind, its limits, what it is for.

The reader checks by it, the JSON Schema and the authors' table are made from it. A new field is
one line here and one in :mod:`quiz.model.question`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from quiz.model.question import AgeBand, Evidence, Misleads, Name, TeacherNote, Term, Topic, Verdict

from .kinds import Choice, Day, Number, Part, Pattern, Prose, Text, When

if TYPE_CHECKING:
    from .site_kinds import TimeOfDay

Scalar: TypeAlias = "Text | Prose | Pattern | Choice | Number | Day | When | TimeOfDay"
Kind: TypeAlias = "Scalar | ListOf | Record"


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several values of one kind. `each` is what one of them is called in a message."""

    kind: Scalar | Record
    each: str
    least: int = 1
    apart: bool = False  # a faulty one costs only itself, not the whole record


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the file, its kind, and a sentence for authors."""

    name: str
    kind: Kind
    about: str
    required: bool = True
    attribute: str = ""  # its name in the model, where it is not the name with _ for -


class Record:
    """A group of fields; `build` makes the model's value out of the attributes that were read."""

    __slots__ = ("any_of", "build", "converters", "fields", "lenient", "name", "required")

    def __init__(
        self,
        name: str,
        *fields: Field,
        build: Callable[..., Any] = dict,
        any_of: tuple[str, ...] = (),
        lenient: bool = False,
    ) -> None:
        self.name = name
        self.fields = {field.name: field for field in fields}
        self.build = build
        self.any_of = any_of  # one of these optional fields has to be there
        self.lenient = lenient  # a fault in what is not required costs only that
        # What the reader needs for a plain text in one look-up: there are 40 of them in a question.
        self.converters = {
            field.name: (
                field.attribute or field.name.replace("-", "_"),
                None if isinstance(field.kind, (ListOf, Record)) else field.kind.quick,
                field.kind,
            )
            for field in fields
        }
        self.required = frozenset(self.converters[f.name][0] for f in fields if f.required)


def _isbn_adds_up(text: str) -> bool:
    digits = [10 if sign in "xX" else int(sign) for sign in text if sign not in "- "]
    if len(digits) == 13:
        return sum(digit * (3 if n % 2 else 1) for n, digit in enumerate(digits)) % 10 == 0
    return sum(digit * (10 - n) for n, digit in enumerate(digits)) % 11 == 0


ID = Pattern(
    "(?!.{65})[a-z][a-z0-9]*(-[a-z0-9]+)*", "an id (small letters, digits and -)", "singles-welcome"
)
LANGUAGE = Pattern("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code (BCP 47)", "en")
DOI = Pattern(
    r"10\.[0-9]{4,9}/\S+", "a DOI without anything before it", "10.1016/S0022-5347(17)34871-1"
)
URL = Pattern(
    r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", "a web address", "https://www.who.int/health-topics"
)
PMID = Pattern("[1-9][0-9]{0,8}", "a PubMed number", "8254833", numbers=((1, 999_999_999),))
ISBN = Pattern(
    "(97[89][- ]?)?([0-9][- ]?){9}[0-9Xx]",
    "an ISBN",
    "978-0-415-95338-7",
    _isbn_adds_up,
    ((10**9, 10**10 - 1), (978 * 10**10, 980 * 10**10 - 1)),
)
YES_NO = Choice({"true": True, "false": False}, {"yes": "true", "no": "false"})

UNESCO_CODES = tuple(
    code
    for concept, topics in enumerate((4, 3, 3, 3, 5, 4, 2, 3), start=1)
    for code in (f"U{concept}", *(f"U{concept}.{topic}" for topic in range(1, topics + 1)))
)
NSES_CODES = (
    "none",
    *(
        f"{strand} {grades}"
        for strand in ("CHR", "AP", "PD", "GI", "SO", "SH", "IV")
        for grades in ("K-2", "3-5", "6-8", "9-10", "11-12")
    ),
)
SOURCE_TYPES = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry-dictionary",
    "entry-encyclopedia",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "motion_picture",
    "pamphlet",
    "paper-conference",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "software",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
)


def _same(words: tuple[str, ...], instead: dict[str, str] | None = None) -> Choice:
    return Choice({word: word for word in words}, instead)


def _optional(name: str, about: str, kind: Kind | None = None, attribute: str = "") -> Field:
    return Field(name, kind or Text(), about, required=False, attribute=attribute)


TOPIC = Record(
    "topic",
    Field("id", ID, "The name of its question file: questions/<id>.yaml."),
    Field("title", Text(), "What people read."),
    build=Topic,
)
TERM = Record(
    "term",
    Field("term", Text(), "The word or words as they stand in the questions."),
    Field("means", Prose(1, 25), "What it means, in plain words."),
    build=Term,
)
PACK = Record(
    "pack",
    Field("id", ID, "A name for ever; no two packs have the same."),
    Field("title", Text(), "What people read on the start screen."),
    Field("language", LANGUAGE, "The language of the texts."),
    Field("summary", Text(), "What the pack is about, in one or two sentences."),
    Field("license", Text(), "The licence of the texts, such as CC-BY-4.0."),
    Field("reviewed", Day(), "The day on which somebody last looked through the whole pack."),
    Field(
        "topics",
        ListOf(TOPIC, "topic", apart=True),
        "The topics, in the order in which people see them.",
    ),
    _optional("glossary", "Words that need explaining.", ListOf(TERM, "term", least=0, apart=True)),
    lenient=True,
)

NAME = Record(
    "name",
    _optional("family", "The family name of a person."),
    _optional("given", "The given names, as the work has them."),
    _optional("literal", "The name of a body such as the World Health Organization."),
    build=Name,
    any_of=("family", "literal"),
)
CUSTOM = Record(
    "custom",
    Field("evidence", Choice.of(Evidence), "The kind of work; people are shown its strength."),
    Field("checked", Day(), "The day on which somebody last compared the questions with the work."),
)
SOURCE = Record(
    "source",
    Field("id", ID, "The name by which questions cite it."),
    Field(
        "type",
        _same(
            SOURCE_TYPES,
            {
                "statute": "legislation",
                "law": "legislation",
                "website": "webpage",
                "journal-article": "article-journal",
            },
        ),
        "The CSL type of the work.",
    ),
    Field("title", Text(), "The title of the work."),
    Field("custom", CUSTOM, "What CSL has no field for."),
    _optional("author", "Who wrote it: persons or bodies.", ListOf(NAME, "name"), "authors"),
    _optional("editor", "Who edited it.", ListOf(NAME, "name"), "editors"),
    _optional("container-title", "The journal, book or site in which it appeared."),
    _optional("collection-title", "The series."),
    _optional("issued", "When it appeared.", When()),
    _optional("accessed", "When it was read, for a page that changes.", When()),
    _optional("volume", "Volume."),
    _optional("issue", "Issue."),
    _optional("page", "Pages, such as 54-61."),
    _optional("number", "The number of a report or law."),
    _optional("edition", "Edition."),
    _optional("publisher", "The publisher."),
    _optional("publisher-place", "Where the publisher is."),
    _optional("genre", "What kind of thesis, report or page it is."),
    _optional("language", "The language of the work.", LANGUAGE),
    _optional("DOI", "Its DOI.", DOI, "doi"),
    _optional("PMID", "Its number in PubMed.", PMID, "pmid"),
    _optional("ISBN", "Its ISBN.", ISBN, "isbn"),
    _optional("URL", "Its own address, never a mirror.", URL, "url"),
)
SOURCES = Record(
    "sources",
    Field(
        "references", ListOf(SOURCE, "source", least=0, apart=True), "The works, in CSL's words."
    ),
    lenient=True,
)

CITATION = Record(
    "citation",
    Field("id", ID, "The id of a source in sources.yaml."),
    Field("locator", Text(), "Where in the work: page, section, table or 'abstract'."),
    Field("supports", Text(), "What the work says there, in our words."),
)
TEACHER = Record(
    "teacher",
    Field("purpose", Text(), "What the question is good for in a class."),
    Field("ask", Text(), "A question to put to the class, in the third person."),
    _optional("safeguarding", "Whether it may bring up something to pass on.", YES_NO),
    build=TeacherNote,
)
QUESTION = Record(
    "question",
    Field("id", ID, "A name for ever, never used again."),
    Field("statement", Prose(6, 25), "What people judge: one claim, in the third person."),
    Field(
        "verdict",
        Choice.of(
            Verdict,
            {"true": "reality", "yes": "reality", "fact": "reality", "false": "myth", "no": "myth"},
        ),
        "What the statement is.",
    ),
    Field("fact", Part(5, 20), "What is true, shown first and in every list."),
    Field("detail", Part(8, 45), "What the source shows: who, how many, when."),
    Field("myth", Part(5, 20), "The belief that the fact corrects."),
    Field("why", Part(12, 45), "Where the belief comes from and the slip in it, without blame."),
    Field("misleads_by", Choice.of(Misleads), "The slip by which the belief misleads."),
    Field("takeaway", Part(5, 20), "The fact once more, in other words."),
    _optional("caveat", "The limits of the evidence, or where it differs by country."),
    _optional("more", "More to read for those who want it.", Prose(1, 120)),
    Field("sources", ListOf(CITATION, "source"), "The works that say so.", attribute="citations"),
    Field("difficulty", Choice({"1": 1, "2": 2, "3": 3}), "1 is easy, 3 is hard."),
    Field("age_band", Choice.of(AgeBand), "The youngest people it is meant for."),
    _optional("content_note", "What to be ready for, before the statement.", Prose(1, 12)),
    Field("unesco", ListOf(_same(UNESCO_CODES), "code"), "Where it belongs in UNESCO's guidance."),
    Field("nses", _same(NSES_CODES), "Where it belongs in the US standards."),
    _optional("twin", "The id of the opposite version; it points back.", ID),
    Field("teacher", TEACHER, "What only a teacher sees."),
    _optional("attract", "Whether a resting kiosk may show the fact.", YES_NO),
    Field("reviewed", Day(), "The day on which somebody last looked at the question."),
)
# The parts of the explanation, in the order in which they are shown, and their length together.
EXPLANATION = ("fact", "detail", "myth", "why", "takeaway")
EXPLANATION_WORDS = (40, 130)
