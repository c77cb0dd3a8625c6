"""A kiosk's counts from the end of a visitor to what the staff see; no trouble stops the kiosk."""

from __future__ import annotations

import csv
import io
import os
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from quiz.model.question import Verdict
from quiz.model.session import Answer
from quiz.ui.kiosk.staff_facts import MOST_FAULTS, StaffFacts, staff_facts
from quiz.ui.kiosk.tally import Tally
from quiz.ui.widgets.believed import Believed
from tests.builders import make_pack, make_question, make_round

DAY = date(2026, 11, 24)
LOW = "Counts of fewer than 5 people are not kept, and 4 were asked for."


class Kiosk:
    """A tally in a folder of its own, and the day on its wall."""

    def __init__(self, folder) -> None:
        self.day = DAY
        self.state = folder / "state"
        self.sticks: list = []
        self.path = self.state / "counts.db"
        self.tally = self.begin()

    def begin(self) -> Tally:
        return Tally(self.path, self.state, today=lambda: self.day, plugged_in=lambda: self.sticks)

    def visitors(self, count: int, *said: tuple[str, Verdict | None]) -> None:
        for _ in range(count):
            answers = [Answer(QUESTIONS[name], given) for name, given in said]
            self.tally.note("a-pack", answers)

    def facts(self, *faults: object) -> StaffFacts:
        return staff_facts(faults, [PACK], self.tally, "0.1.0")


QUESTIONS = {question.id: question for question in make_round("mmr")}
PACK = make_pack(tuple(QUESTIONS.values()), id="a-pack", title="A pack")


@pytest.fixture
def kiosk(tmp_path):
    return Kiosk(tmp_path)


def test_the_picture_shows_the_facts_of_the_myths_that_were_believed_most(kiosk):
    kiosk.visitors(8, ("q1", Verdict.REALITY), ("q2", Verdict.MYTH), ("q3", Verdict.MYTH))
    kiosk.visitors(4, ("q1", Verdict.MYTH), ("q2", Verdict.REALITY), ("q3", Verdict.REALITY))
    kiosk.day += timedelta(1)
    facts = kiosk.facts()
    assert facts.believed == (
        Believed("The fact of q1.", 8, 12),
        Believed("The fact of q2.", 4, 12),
    )
    assert facts.counted == (
        "12 visitors, 24 Nov 2026 to 24 Nov 2026. Myths believed most, by their facts:"
    )


def test_nothing_is_told_of_today_or_of_few(kiosk):
    nothing = "There is no figure yet that stands for enough people."
    kiosk.visitors(9, ("q1", Verdict.REALITY))
    assert (kiosk.facts().believed, kiosk.facts().counted) == ((), nothing)
    kiosk.day += timedelta(1)
    assert (kiosk.facts().believed, kiosk.facts().counted) == ((), nothing)
    assert kiosk.tally.save() == nothing
    kiosk.visitors(1, ("q1", Verdict.REALITY))
    assert kiosk.facts().counted == nothing
    kiosk.day += timedelta(1)
    assert kiosk.facts().believed == (Believed("The fact of q1.", 10, 10),)


def test_a_myth_that_few_answered_is_left_out_and_that_is_said(kiosk):
    kiosk.visitors(9, ("q2", Verdict.MYTH))
    kiosk.visitors(9, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    facts = kiosk.facts()
    assert facts.believed == ()
    assert facts.counted == (
        "18 visitors, 24 Nov 2026 to 24 Nov 2026. No myth was answered by enough of them yet."
    )


def test_no_sentence_of_the_staff_room_holds_a_bare_myth(kiosk):
    kiosk.visitors(12, ("q1", Verdict.REALITY), ("q2", Verdict.REALITY))
    kiosk.day += timedelta(1)
    told = str(kiosk.facts())
    assert not [q for q in QUESTIONS.values() if q.statement in told or q.myth in told]


def test_packs_are_told_with_their_questions_and_review_dates():
    old = make_question("q9", reviewed=date(2025, 1, 31))
    pack = make_pack((*QUESTIONS.values(), old), title="A pack", reviewed=DAY)
    empty = make_pack((), title="An empty one")
    facts = staff_facts([], [pack, empty], Tally(None, DAY), "0.1.0")
    assert facts.packs == (
        "A pack: 4 questions. Pack reviewed on 24 Nov 2026, its oldest question on 31 Jan 2025.",
        "An empty one: no question of it can be asked.",
    )
    assert facts.counted == "This kiosk keeps no counts."


def test_faults_are_told_as_they_are_and_hundreds_as_a_number(kiosk):
    assert kiosk.facts("one", "", SimpleNamespace()).faults[0] == "one"
    faults = kiosk.facts(*(f"fault {n}" for n in range(500))).faults
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1] == "And 400 more. “python main.py kiosk check” tells all of them."


def test_the_table_goes_to_the_first_stick_and_says_where(kiosk, tmp_path):
    stick = tmp_path / "STICK"
    stick.mkdir()
    kiosk.visitors(12, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    kiosk.sticks = [stick]
    assert kiosk.tally.save() == f"Saved: {stick / 'counts-2026-11-25.csv'}"
    rows = list(csv.reader(io.StringIO((stick / "counts-2026-11-25.csv").read_text())))
    assert rows[1:] == [
        ["", "", "2026-11-24", "2026-11-24", "12", "0", "0", "0"],
        ["a-pack", "q1", "2026-11-24", "2026-11-24", "12", "0", "12", "0"],
    ]


def test_without_a_stick_it_goes_to_the_kiosks_own_folder(kiosk):
    kiosk.visitors(12, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    path = kiosk.state / "counts-2026-11-25.csv"
    assert kiosk.tally.save() == f"Saved: {path}"
    assert path.exists()


def test_a_stick_that_takes_nothing_is_told(kiosk, tmp_path):
    kiosk.visitors(12, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    kiosk.sticks = [tmp_path / "pulled-out"]
    assert kiosk.tally.save() == (
        "counts-2026-11-25.csv was not saved: the folder is no longer there. "
        f"Choose another one. Saved: {kiosk.state / 'counts-2026-11-25.csv'}"
    )


def test_nowhere_to_save(kiosk):
    kiosk.visitors(12, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    kiosk.tally._own = kiosk.path / "not-a-folder"
    assert kiosk.tally.save() == (
        "counts-2026-11-25.csv was not saved: the folder is no longer there. Choose another one."
    )


def test_where_the_site_wants_no_counts_nothing_is_written(tmp_path):
    tally = Tally(None, tmp_path / "state")
    tally.note("a-pack", [Answer(QUESTIONS["q1"], Verdict.MYTH)])
    assert (tally.wanted, tally.figures(), tally.faults) == (False, (), ())
    assert list(tmp_path.iterdir()) == []


def test_the_counts_are_there_after_a_start(kiosk):
    kiosk.visitors(6, ("q1", Verdict.REALITY))
    kiosk.tally = kiosk.begin()
    kiosk.visitors(6, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    assert kiosk.facts().believed == (Believed("The fact of q1.", 12, 12),)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_a_sentence(kiosk):
    kiosk.state.mkdir()
    kiosk.state.chmod(0o500)
    kiosk.visitors(1, ("q1", Verdict.REALITY))
    assert kiosk.tally.faults == (
        f"{kiosk.path} could not be opened or made. Choose a file in a folder of your own.",
    )


def test_a_file_that_cannot_be_made_is_a_sentence_and_the_next_visitor_is_tried_again(kiosk):
    kiosk.state.write_text("in the way")
    kiosk.visitors(2, ("q1", Verdict.REALITY))
    (told,) = kiosk.tally.faults
    assert told.startswith(str(kiosk.path))
    assert kiosk.facts("another").faults == ("another", told)
    kiosk.state.unlink()
    kiosk.visitors(1, ("q1", Verdict.REALITY))
    assert kiosk.tally.faults == ()
    assert kiosk.path.exists()


def test_a_file_that_is_damaged_meanwhile_is_put_aside_and_that_is_told(kiosk):
    kiosk.visitors(3, ("q1", Verdict.REALITY))
    sound = kiosk.path.read_bytes()
    kiosk.path.write_bytes(sound[:100] + b"\xff" * (len(sound) - 100))
    kiosk.visitors(2, ("q1", Verdict.REALITY))
    kiosk.visitors(1, ("q1", Verdict.REALITY))
    aside = kiosk.state / "counts.db.damaged-1"
    assert any("was damaged. It was kept aside as" in fault for fault in kiosk.tally.faults)
    assert aside.exists()
    kiosk.visitors(10, ("q1", Verdict.REALITY))
    kiosk.day += timedelta(1)
    assert kiosk.facts().believed != ()


def test_a_file_of_another_program_is_left_alone(kiosk):
    kiosk.state.mkdir()
    kiosk.path.write_text("a list for the shops, of some length")
    kiosk.visitors(1, ("q1", Verdict.REALITY))
    assert kiosk.path.read_text() == "a list for the shops, of some length"
    assert len(kiosk.tally.faults) == 1


def test_a_floor_that_is_too_low_counts_nobody(kiosk):
    tally = Tally(kiosk.path, kiosk.state, 4)
    tally.note("a-pack", [Answer(QUESTIONS["q1"], Verdict.MYTH)])
    assert tally.faults == (f"{LOW} Write a number from 5 on.",)
    assert not kiosk.path.exists()
