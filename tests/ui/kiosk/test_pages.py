"""Cutting into pages: nothing is lost, nothing is too high, and no page ends on what leads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.ui.kiosk.pages import (
    Chapter,
    DoesNotFit,
    Part,
    first_page,
    joined,
    paginate,
    sentences,
    total,
)

LINE = 10


def height(part: Part[str]) -> int:
    """As if ten letters went into a line."""
    return LINE * max(1, -(-len(part.text) // 10))


def gap(above: Part[str], below: Part[str]) -> int:
    return 0 if above.leads else 5


def text(*words: str, **more) -> Part[str]:
    return Part("text", " ".join(words), **more)


def test_what_fits_is_one_page():
    parts = (text("one"), text("two"), text("three"))
    assert paginate(parts, 40, height, gap) == (parts,)


def test_a_page_breaks_between_parts():
    one, two, three = text("one"), text("two"), text("three")
    assert paginate((one, two, three), 39, height, gap) == ((one, two), (three,))


def test_what_leads_goes_over_with_what_it_leads_to():
    one, head, two = text("one"), text("head", leads=True), text("two")
    assert paginate((one, head, two), 30, height, gap) == ((one,), (head, two))


def test_a_myth_stays_with_what_corrects_it_and_that_goes_on_over_the_page():
    myth = text("A common myth.", leads=True)
    why = text("It is a mistake. It comes from afar. It stays.")
    pages = paginate((myth, why), 40, height, gap)
    assert pages == (
        (myth, text("It is a mistake.")),
        (text("It comes from afar. It stays."),),
    )


def test_a_part_that_is_not_to_be_broken_is_not():
    whole = text("One sentence here. Another one there.", whole=True)
    with pytest.raises(DoesNotFit):
        paginate((whole,), 30, height, gap)


def test_what_is_better_kept_together_is_parted_where_it_has_to_be():
    fact, source = text("One fact. It is long.", keeps=True), text("Its source.")
    assert paginate((text("one"), fact, source), 60, height, gap)[1] == (fact, source)
    assert paginate((fact, source), 30, height, gap) == (
        (text("One fact. It is long."),),
        (source,),
    )
    pages = paginate((fact, source), 20, height, gap)
    assert [part.text for page in pages for part in page] == [
        "One fact.",
        "It is long.",
        "Its source.",
    ]


def test_a_sentence_is_broken_between_words_only_where_that_is_allowed():
    long = text("one two three four five six seven eight nine ten")
    with pytest.raises(DoesNotFit):
        paginate((long,), 20, height, gap)
    pages = paginate((long,), 20, height, gap, break_words=True)
    assert [page[0].text for page in pages] == [
        "one two three four",
        "five six seven eight",
        "nine ten",
    ]


def test_a_page_is_taken_off_and_the_rest_is_left():
    one, two = text("one"), text("two")
    assert first_page((one, two), 15, height, gap) == ((one,), (two,))


@pytest.mark.parametrize(
    ("room", "expected"), [(25, ["a b"]), (24, ["a", "b"]), (60, ["a b"])], ids=str
)
def test_chapters_share_a_page_as_far_as_there_is_room(room, expected):
    chapters = (Chapter((text("a"),)), Chapter((text("b"),), "Next"))
    found = joined(chapters, room, height, gap)
    assert [" ".join(part.text for part in chapter.parts) for chapter in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("A line\nanother line", ["A line", "another line"]),
        ("3.5 per cent. More.", ["3.5 per cent.", "More."]),
        ("لماذا؟ لا أحد يعرف.", ["لماذا؟", "لا أحد يعرف."]),
        ("一句。又一句。", ["一句。", "又一句。"]),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_sentences(words, expected):
    assert sentences(words) == expected


WORDS = st.lists(st.sampled_from(["so", "people", "think.", "Many", "of", "them?"]), min_size=1)


@given(
    st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=8),
    st.integers(min_value=120, max_value=300),
)
def test_nothing_is_lost_and_nothing_is_too_high(made, room):
    parts = tuple(text(*words, leads=leads and len(words) < 9) for words, leads in made)
    try:
        pages = paginate(parts, room, height, gap, break_words=True)
    except DoesNotFit:  # only where what leads leaves no room for anything after it
        assert any(part.leads for part in parts)
        return
    words = [word for page in pages for part in page for word in part.text.split()]
    assert words == [word for part in parts for word in part.text.split()]
    for page in pages:
        assert total(page, height, gap) <= room
    for page in pages[:-1]:
        assert not page[-1].leads


def test_where_pages_are_to_be_few_a_text_is_broken_to_fill_one():
    one, two = text("one"), text("It is here. It is there. It stays.")
    assert paginate((one, two), 40, height, gap) == ((one,), (two,))
    assert paginate((one, two), 40, height, gap, fill=True) == (
        (one, text("It is here.")),
        (text("It is there. It stays."),),
    )


def test_what_has_something_at_its_side_is_not_broken_to_fill_a_page():
    one, two = text("one"), text("It is here. It is there.", aside="a code")
    assert paginate((one, two), 40, height, gap, fill=True) == ((one,), (two,))


def test_what_a_chapter_says_in_less_room_goes_with_it():
    head, one, late = text("head", leads=True), text("one"), text("late")
    chapter = Chapter((head, one), closer=(one,))
    assert chapter.closest == (one,)
    assert Chapter((head, one)).closest == (head, one)
    after = chapter.after(late)
    assert (after.parts, after.closer) == ((late, head, one), (late, one))
    assert Chapter((one,)).after(late).closer == ()
    (both,) = joined((chapter, Chapter((late,), "More", matters=True)), 99, height, gap)
    assert (both.parts, both.closest, both.matters) == ((head, one, late), (one, late), True)
