"""Which language is meant by a code."""

from __future__ import annotations

import pytest

from quiz.model.language import closest, in_turn, primary


@pytest.mark.parametrize(
    ("wanted", "offered", "found"),
    [
        ("es", ["en", "es"], "es"),
        ("es-MX", ["en", "es"], "es"),
        ("es", ["es-MX", "en"], "es-MX"),
        ("es-AR", ["es-MX", "es-ar"], "es-ar"),
        ("ES_ar", ["es-MX", "es-AR"], "es-AR"),
        ("e", ["en", "es"], ""),
        ("", ["en"], ""),
        ("fr", [], ""),
    ],
)
def test_the_closest_language(wanted, offered, found):
    assert closest(wanted, offered) == found


@pytest.mark.parametrize(
    ("wanted", "turn"),
    [
        ((), ("en", "es", "de")),
        (("de", "en"), ("de", "en")),
        (("de-AT", "de"), ("de",)),
        (("fr",), ("en", "es", "de")),
    ],
)
def test_languages_in_the_order_that_is_wanted(wanted, turn):
    assert in_turn(wanted, ["en", "es", "en", "de"]) == turn


def test_the_language_without_its_region():
    assert [primary(code) for code in ("pt-BR", "zh_Hant", "EN")] == ["pt", "zh", "en"]
