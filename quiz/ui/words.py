"""Words in tables, translated where they are shown."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from quiz.model.question import Evidence, Misleads, Question, Strength, Verdict
from quiz.model.session import Confidence

_VERDICTS = {
    Verdict.MYTH: QT_TRANSLATE_NOOP("Words", "Myth"),
    Verdict.REALITY: QT_TRANSLATE_NOOP("Words", "Reality"),
}

_FACTS = {
    Verdict.MYTH: QT_TRANSLATE_NOOP("Words", "Myth. The fact: {0}"),
    Verdict.REALITY: QT_TRANSLATE_NOOP("Words", "Reality. {0}"),
}
"""After "Myth" alone the fact would be taken for the myth."""

_BELIEFS = {
    Verdict.MYTH: QT_TRANSLATE_NOOP("Words", "A common myth says: “{0}”"),
    Verdict.REALITY: QT_TRANSLATE_NOOP("Words", "Many people doubt this. They believe: “{0}”"),
}
"""What is doubted is the fact, and what is believed instead is false: each is said apart."""

_ASKED = {
    Verdict.MYTH: QT_TRANSLATE_NOOP("Words", "This was asked, and it is a myth: “{0}”"),
    Verdict.REALITY: QT_TRANSLATE_NOOP("Words", "This was asked, and it is a reality: “{0}”"),
}

_EVIDENCE = {
    Evidence.GUIDELINE: QT_TRANSLATE_NOOP("Words", "Guideline"),
    Evidence.SYSTEMATIC_REVIEW: QT_TRANSLATE_NOOP("Words", "Systematic review"),
    Evidence.RCT: QT_TRANSLATE_NOOP("Words", "Trial"),
    Evidence.COHORT: QT_TRANSLATE_NOOP("Words", "Follow-up study"),
    Evidence.CROSS_SECTIONAL: QT_TRANSLATE_NOOP("Words", "Survey"),
    Evidence.QUALITATIVE: QT_TRANSLATE_NOOP("Words", "Interview study"),
    Evidence.TEXTBOOK: QT_TRANSLATE_NOOP("Words", "Textbook"),
    Evidence.PROFESSIONAL_BODY: QT_TRANSLATE_NOOP("Words", "Professional body"),
    Evidence.PUBLIC_HEALTH_PAGE: QT_TRANSLATE_NOOP("Words", "Public health service"),
    Evidence.STATUTE: QT_TRANSLATE_NOOP("Words", "Law"),
    Evidence.OTHER: QT_TRANSLATE_NOOP("Words", "Other work"),
}

_STRENGTHS = {
    Strength.STRONG: QT_TRANSLATE_NOOP("Words", "strong evidence"),
    Strength.MODERATE: QT_TRANSLATE_NOOP("Words", "moderate evidence"),
    Strength.LIMITED: QT_TRANSLATE_NOOP("Words", "limited evidence"),
    Strength.CONSENSUS: QT_TRANSLATE_NOOP("Words", "expert agreement"),
    Strength.LAW: QT_TRANSLATE_NOOP("Words", "law"),
}

_MISLEADS = {
    Misleads.FAKE_EXPERT: QT_TRANSLATE_NOOP("Words", "somebody sounded like an expert"),
    Misleads.ANECDOTE: QT_TRANSLATE_NOOP("Words", "one story taken for proof"),
    Misleads.CHERRY_PICKING: QT_TRANSLATE_NOOP("Words", "only the fitting cases were picked"),
    Misleads.CORRELATION: QT_TRANSLATE_NOOP("Words", "together is not because of"),
    Misleads.OVERGENERALISING: QT_TRANSLATE_NOOP("Words", "one picture taken for the whole"),
    Misleads.EITHER_OR: QT_TRANSLATE_NOOP("Words", "two choices where there are more"),
    Misleads.OVERSIMPLIFYING: QT_TRANSLATE_NOOP("Words", "too simple to be true"),
    Misleads.NATURE: QT_TRANSLATE_NOOP("Words", "natural is not the same as good"),
    Misleads.TRADITION: QT_TRANSLATE_NOOP("Words", "common is not the same as right"),
    Misleads.MORAL: QT_TRANSLATE_NOOP("Words", "a moral view dressed as medicine"),
    Misleads.IMPOSSIBLE: QT_TRANSLATE_NOOP("Words", "a promise nothing can keep"),
    Misleads.CONSPIRACY: QT_TRANSLATE_NOOP("Words", "a hidden plan is supposed"),
    Misleads.OUTDATED: QT_TRANSLATE_NOOP("Words", "once believed, since corrected"),
    Misleads.MARKETING: QT_TRANSLATE_NOOP("Words", "a seller says so"),
    Misleads.MEDIA: QT_TRANSLATE_NOOP("Words", "the screen is not real life"),
    Misleads.WORD_MIX_UP: QT_TRANSLATE_NOOP("Words", "two words mixed up"),
}

_ROUNDS = (
    QT_TRANSLATE_NOOP("Words", "One statement. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Two statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Three statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Four statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Five statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Six statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Seven statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Eight statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Nine statements. You say myth or reality, and see who says so."),
    QT_TRANSLATE_NOOP("Words", "Ten statements. You say myth or reality, and see who says so."),
)
"""What a short round is, by the number of its statements: whole sentences, since a number that is
put into one does not agree with it in every language.
"""

_CONFIDENCE = {
    Confidence.GUESS: (
        QT_TRANSLATE_NOOP("Words", "Mostly a guess"),
        QT_TRANSLATE_NOOP("Words", "50–67 %"),
    ),
    Confidence.THINK: (
        QT_TRANSLATE_NOOP("Words", "I think so"),
        QT_TRANSLATE_NOOP("Words", "67–80 %"),
    ),
    Confidence.LIKELY: (
        QT_TRANSLATE_NOOP("Words", "Very sure"),
        QT_TRANSLATE_NOOP("Words", "over 80 %"),
    ),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))


def verdict_word(verdict: Verdict) -> str:
    """Say "Myth" or "Reality"."""
    return _tr(_VERDICTS[verdict])


def fact_words(verdict: Verdict) -> str:
    """The verdict and the fact, with {0} for the fact."""
    return _tr(_FACTS[verdict])


def belief_words(verdict: Verdict) -> str:
    """What is wrongly believed, with {0} for it, in quotation marks."""
    return _tr(_BELIEFS[verdict])


def say_verdict(question: Question) -> str:
    """The verdict and the fact, as a line."""
    return fact_words(question.verdict).format(question.fact)


def say_belief(question: Question) -> str:
    """What is wrongly believed, after words that warn of it."""
    return belief_words(question.verdict).format(question.myth)


def say_asked(question: Question) -> str:
    """The statement, its verdict before it (STANDARDS R3)."""
    return _tr(_ASKED[question.verdict]).format(question.statement)


def evidence_word(evidence: Evidence) -> str:
    """The kind of work, as on the evidence card."""
    return _tr(_EVIDENCE[evidence])


def strength_word(strength: Strength) -> str:
    """How much weight it bears."""
    return _tr(_STRENGTHS[strength])


def misleads_word(misleads: Misleads) -> str:
    """The slip, in a few plain words."""
    return _tr(_MISLEADS[misleads])


def confidence_words(confidence: Confidence) -> tuple[str, str]:
    """A rating's words and its honest range."""
    words, span = _CONFIDENCE[confidence]
    return _tr(words), _tr(span)


def month_and_year(year: int, month: int) -> str:
    """A day's month, in the person's language: "November 2026"."""
    return QLocale().toString(QDate(year, month, 1), "MMMM yyyy")


def round_in_words(questions: int) -> str:
    """What a round of so many questions is, for those who have never seen one."""
    if 1 <= questions <= len(_ROUNDS):
        return QCoreApplication.translate("Words", str(_ROUNDS[questions - 1]))
    words = QCoreApplication.translate(
        "Words", "{0} statements. You say myth or reality, and see who says so."
    )
    return words.format(QLocale().toString(questions))
