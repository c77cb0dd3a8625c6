"""Rules for statements: for each, what must set it off, word for word, and what must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.model.question import TeacherNote
from quiz.packs.advice import statement
from quiz.packs.advice.remarks import Finding
from tests.builders import make_question


def said(rule: Callable[..., object], text: str, **changed: object) -> list[str]:
    findings: list[Finding] = list(rule(make_question(statement=text, **changed)))
    return [f"{level}: {field}: {what}. {hint}" for level, field, what, hint in findings]


ONE_NEGATIVE = "Say it without a negative, or with one."
ONE_CLAIM = "Ask one of them, or make two questions."
CLUE = "Say it without, or use it as often in myths as in realities."


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        (
            statement.length,
            " ".join(["word"] * 23),
            "advice: statement: has 23 words; over 20 are hard to judge. Take out 3.",
        ),
        (
            statement.negatives,
            "People who do not talk never get better.",
            f"error: statement: has two negatives. {ONE_NEGATIVE}",
        ),
        (
            statement.negatives,
            "Nobody can't be helped.",
            f"error: statement: has two negatives. {ONE_NEGATIVE}",
        ),
        (
            statement.negatives,
            "A therapist cannot work without a licence.",
            f"error: statement: has two negatives. {ONE_NEGATIVE}",
        ),
        (
            statement.negatives,
            "Being nervous is nothing unusual.",
            f"advice: statement: says 'nothing unusual', which is two negatives. {ONE_NEGATIVE}",
        ),
        (
            statement.negatives,
            "A second visit is not at all uncommon.",
            (
                f"advice: statement: says 'not at all uncommon', which is two negatives. "
                f"{ONE_NEGATIVE}"
            ),
        ),
        (
            statement.one_claim,
            "Therapists see couples and/or single people.",
            f"error: statement: joins two claims with 'and/or'. {ONE_CLAIM}",
        ),
        (
            statement.one_claim,
            "Talking helps; touching does too.",
            f"advice: statement: may join two claims, with ';'. {ONE_CLAIM}",
        ),
        (
            statement.one_claim,
            "Therapy is short, and most people finish it.",
            f"advice: statement: may join two claims, with 'and'. {ONE_CLAIM}",
        ),
        (
            statement.one_claim,
            "In clinics, therapy is short, but most people drop out.",
            f"advice: statement: may join two claims, with 'but'. {ONE_CLAIM}",
        ),
        (
            statement.one_claim,
            "Therapy helps because it is private.",
            f"advice: statement: may join two claims, with 'because'. {ONE_CLAIM}",
        ),
        (
            statement.one_claim,
            "Therapy helps couples and it costs little.",
            f"advice: statement: may join two claims, with 'and it'. {ONE_CLAIM}",
        ),
        (
            statement.not_about_the_reader,
            "Therapy helps your partner to talk.",
            "error: statement: says 'your' to the reader. Say it of people in general.",
        ),
        (
            statement.not_about_the_reader,
            "Does therapy help people?",
            "error: statement: asks something. Write it as a statement.",
        ),
        (
            statement.clues,
            "Every couple needs help.",
            f"advice: statement: has the absolute 'every', which may give away the verdict. {CLUE}",
        ),
        (
            statement.clues,
            "Couples often need help.",
            f"advice: statement: has the hedge 'often', which may give away the verdict. {CLUE}",
        ),
        (
            statement.clues,
            "Not all couples need help.",
            f"advice: statement: has the hedge 'not all', which may give away the verdict. {CLUE}",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)
def test_what_sets_a_rule_off(rule: Callable[..., object], text: str, told: str) -> None:
    assert said(rule, text) == [told]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (statement.length, " ".join(["word"] * 20)),
        (statement.negatives, "Talking does not replace a doctor."),
        (statement.negatives, "Therapy is neither short nor cheap."),
        (statement.negatives, "Therapy is not only for those who cannot sleep."),
        (statement.negatives, "An unusual wish is a matter for talk."),
        (statement.negatives, "Less unsafe sex among pupils is a link, not a proven effect."),
        (statement.negatives, "Being unable to sleep is a burden, not a choice."),
        (statement.negatives, "A note in a notebook helps."),
        (statement.one_claim, "Sessions are made of talk, of exercises, and of questions."),
        (statement.one_claim, "Rest and talk go together."),
        (statement.one_claim, "Therapy is about the couple, not about the bed."),
        (statement.one_claim, "The orator thanked the android."),
        (statement.not_about_the_reader, "A youth worker helps young people."),
        (statement.clues, "Therapy is not only for couples."),
        (statement.clues, "Therapy asks nothing of a partner at all."),
        (statement.clues, "The study ended in May 2020."),
        (statement.clues, "The overall effect is allowed for in nonetheless small trials."),
    ],
)
def test_what_must_not(rule: Callable[..., object], text: str) -> None:
    assert said(rule, text) == []


def test_a_prompt_for_a_class_is_not_about_the_reader_either() -> None:
    asked = TeacherNote("A purpose.", "What would you ask?")
    assert said(statement.not_about_the_reader, "Talking helps people.", teacher=asked) == [
        "error: teacher, ask: says 'you' to the reader. Say it of people in general."
    ]


@pytest.mark.parametrize(
    ("text", "fact", "shared"),
    [
        (
            "In most places sex therapists are told apart by training alone.",
            "In most places sex therapists are told apart by their work.",
            9,
        ),
        ("Sex therapists see single people.", "Today sex therapists see single people too.", 5),
        ("One person can see a sex therapist.", "A sex therapist sees one person or two.", None),
        (
            "One person can go to a sex therapist alone.",
            "Therapists expect that one person can go to a talk.",
            None,
        ),
    ],
    ids=["long run", "all of a short one", "other words", "half of it"],
)
def test_lifted_from_the_fact(text: str, fact: str, shared: int | None) -> None:
    told = f"advice: statement: shares {shared} words in a row with its fact. "
    expected = [told + "Say one of them in other words."] if shared else []
    assert said(statement.lifted, text, fact=fact) == expected
