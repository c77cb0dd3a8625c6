"""Questions as Moodle XML (docs.moodle.org, "Moodle XML format"), which keeps more than GIFT."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quiz.exchange.export import Export, explained, readable
from quiz.exchange.words import PaperWords
from quiz.model.question import Question, Verdict


def moodle_xml(questions: Iterable[Question], words: PaperWords | None = None) -> Export:
    """True-or-false questions by topic, with the explanation, an id and tags."""
    words = words or PaperWords()
    quiz = Element("quiz")
    topic = None
    for question in questions:
        if question.topic != topic:
            topic = question.topic
            category = SubElement(SubElement(quiz, "question", type="category"), "category")
            _text(category, f"$course$/top/{words.program}/{topic}")
        _question(quiz, question, words)
    indent(quiz)
    data = tostring(quiz, encoding="utf-8", xml_declaration=True)
    dropped = (
        "The answers are called true and false, not reality and myth.",
        (
            "Content notes, twins and what only a teacher sees are left out; age bands and "
            "difficulty are kept as tags."
        ),
        "Links and what each source supports are left out; full references are in the feedback.",
    )
    return Export("questions-moodle.xml", data, dropped)


def _question(quiz: Element, question: Question, words: PaperWords) -> None:
    node = SubElement(quiz, "question", type="truefalse")
    _text(SubElement(node, "name"), question.id)
    _text(SubElement(node, "questiontext", format="plain_text"), question.statement)
    feedback = explained(question, words)
    _text(SubElement(node, "generalfeedback", format="plain_text"), feedback)
    for name, value in (
        ("defaultgrade", "1"),
        ("penalty", "1"),
        ("hidden", "0"),
        ("idnumber", question.id),
    ):
        SubElement(node, name).text = value
    for said, verdict in (("true", Verdict.REALITY), ("false", Verdict.MYTH)):
        right = "100" if question.verdict is verdict else "0"
        answer = SubElement(node, "answer", fraction=right, format="moodle_auto_format")
        _text(answer, said)
        _text(SubElement(answer, "feedback", format="plain_text"), feedback)
    tags = SubElement(node, "tags")
    for tag in (f"age {question.age_band.value}", f"difficulty {question.difficulty}"):
        _text(SubElement(tags, "tag"), tag)


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = readable(text)
