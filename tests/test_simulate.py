"""Simulated learners are told apart by what the quiz would show of them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from random import Random

import pytest

from quiz.model.draw import Deck
from quiz.model.review import STEPS
from quiz.packs.reader import read_pack
from quiz.simulate import LEARNERS, Row, learner_from, played, review_days, simulate

CONTENT = Path(__file__).resolve().parents[1] / "content"


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    pack = read_pack(CONTENT / "sex-therapy").pack
    assert pack is not None
    deck = Deck(pack.questions)
    return {each.name: played(each, deck, 300, Random(1)) for each in LEARNERS}


def test_calling_everything_one_thing_wins_nothing(rows: dict[str, Row]) -> None:
    for name, share in (("always myth", 1.0), ("always reality", 0.0)):
        row = rows[name]
        assert (row.myths_caught, row.facts_accepted) == (share, 1 - share)
        assert 0.4 <= row.right <= 0.6
        assert row.leaning == 1.0, "the results say so in each round"


def test_a_coin_is_told_from_one_who_knows(rows: dict[str, Row]) -> None:
    coin, knows = rows["a coin"], rows["knows 90 %"]
    assert max(coin.right, coin.myths_caught, coin.facts_accepted) < 0.6
    assert min(knows.right, knows.myths_caught, knows.facts_accepted) > 0.9
    assert knows.leaning < 0.02
    assert coin.leaning < 0.1


def test_calibration_tells_the_sure_from_the_unsure(rows: dict[str, Row]) -> None:
    assert rows["sure and wrong"].bias > 0.25
    assert rows["right and unsure"].bias < -0.25
    assert abs(rows["knows 90 %"].bias) < 0.1
    assert rows["sure and wrong"].brier > rows["a coin"].brier > rows["knows 90 %"].brier


def test_whoever_follows_the_review_meets_each_question_on_the_promised_days() -> None:
    pack = read_pack(CONTENT / "sex-therapy").pack
    assert pack is not None
    days = review_days(pack.questions, Random(3))
    assert len(days) == 10
    assert all(waits == list(STEPS) == [1, 3, 7, 21] for waits in days.values())


def run(*, content: Path = CONTENT, rounds: int = 3, **options: object) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = simulate(content, rounds=rounds, seed=1, out=out, err=err, **options)  # type: ignore[arg-type]  # options are passed on as they come
    return code, out.getvalue(), err.getvalue()


def test_the_table_names_each_learner_and_the_review() -> None:
    code, out, _ = run()
    assert code == 0
    assert all(learner.name in out for learner in LEARNERS)
    assert "all met again after 1, 3, 7, 21 days: yes" in out
    assert run()[1] == out, "the same seed, the same table"


def test_the_same_as_json() -> None:
    found = json.loads(run(as_json=True, learner="knowledge=1")[1])
    assert found["learners"][0]["right"] == 1.0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("luck=1", "--learner: 'luck' is not one of knowledge, confidence, bias."),
        ("knowledge=2", "--learner: knowledge is a number from 0 to 1."),
        ("bias=left", "--learner: bias is a number from -1 to 1."),
    ],
)
def test_a_learner_that_cannot_be_is_refused_in_a_sentence(words: str, sentence: str) -> None:
    assert run(learner=words) == (2, "", f"{sentence}\n")
    with pytest.raises(ValueError, match="--learner"):
        learner_from(words)


def test_nothing_to_play_and_no_rounds(tmp_path: Path) -> None:
    assert run(content=tmp_path)[0] == 1
    assert run(rounds=0) == (2, "", "--rounds must be at least 1.\n")
