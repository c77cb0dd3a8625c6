"""Simulated learners are told apart by what the quiz would show of them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from quiz.model.draw import Deck
from quiz.model.learner import Learner
from quiz.model.question import AgeBand
from quiz.packs.reader import read_pack
from quiz.simulate import LEARNERS, RETURNING, Row, played, simulate

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def deck() -> Deck:
    pack = read_pack(CONTENT / "sex-therapy").pack
    assert pack is not None
    return Deck(pack.questions)


@pytest.fixture(scope="module")
def rows(deck: Deck) -> dict[str, Row]:
    return {each.name: played(each, deck, 200, Random(1)) for each in LEARNERS}


def test_calling_everything_one_thing_wins_nothing_and_is_said(rows: dict[str, Row]) -> None:
    myth, reality = rows["always myth"], rows["always reality"]
    assert (myth.myths_caught, myth.facts_accepted) == (1.0, 0.0)
    assert (myth.said_myth, myth.said_reality) == (1.0, 0.0), "the results say so in each round"
    assert (reality.myths_caught, reality.facts_accepted) == (0.0, 1.0)
    assert (reality.said_myth, reality.said_reality) == (0.0, 1.0)
    assert 0.4 <= min(myth.right, reality.right) <= max(myth.right, reality.right) <= 0.6


def test_a_coin_is_told_from_one_who_knows(rows: dict[str, Row]) -> None:
    coin, knows = rows["a coin"], rows["knows 90 %"]
    assert max(coin.right, coin.myths_caught, coin.facts_accepted) < 0.6
    assert min(knows.right, knows.myths_caught, knows.facts_accepted) > 0.9
    assert knows.said_myth + knows.said_reality < 0.02
    assert coin.said_myth + coin.said_reality < 0.1


def test_one_round_tells_them_apart_already(deck: Deck) -> None:
    """Whoever knows beats each of the others in both scores together, round by round."""

    def weaker(learner: Learner, seed: int) -> float:
        row = played(learner, deck, 1, Random(seed))
        return min(row.myths_caught, row.facts_accepted)

    knows = Learner("", knowledge=0.9)
    others = [Learner("", knowledge=0, bias=bias) for bias in (1, -1, 0)]
    ahead = [weaker(knows, seed) > weaker(other, seed) for seed in range(60) for other in others]
    assert sum(ahead) > 0.95 * len(ahead)


def test_calibration_tells_the_sure_from_the_unsure(rows: dict[str, Row]) -> None:
    sure, unsure, knows = (
        rows[name] for name in ("sure and wrong", "right and unsure", "knows 90 %")
    )
    assert (sure.match, unsure.match, knows.match) == (
        "more sure than right",
        "more right than sure",
        "well matched",
    )
    briers = [row.brier or 0.0 for row in (sure, rows["a coin"], knows)]
    assert briers == sorted(briers, reverse=True)
    assert 0.25 < (sure.bias or 0.0) < 0.35
    assert -0.45 < (unsure.bias or 0.0) < -0.30


def test_too_few_ratings_give_no_calibration_rather_than_a_perfect_one(deck: Deck) -> None:
    row = played(LEARNERS[-1], deck, 5, Random(1), size=8)
    assert (row.brier, row.bias, row.match) == (None, None, None)


def run(*, content: Path = CONTENT, rounds: int = 3, **options: object) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = simulate(content, rounds=rounds, seed=1, out=out, err=err, **options)  # type: ignore[arg-type]  # options are passed on as they come
    return code, out.getvalue(), err.getvalue()


def test_the_table_names_each_learner_and_is_aligned() -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Rounds a learner: 3 of 10, seed 1. Shares are in per cent."
    assert lines[1].startswith("learner           right  myths caught  facts accepted")
    assert [line[:16].rstrip() for line in lines[2:9]] == [each.name for each in LEARNERS]
    right = lines[1].index("right") + len("right")
    assert all(line[right - 1].isdigit() and line[right] == " " for line in lines[2:9])
    assert lines[10] == "Coming back for 90 days, on each day on which something is due"
    assert [line[:15].rstrip() for line in lines[12:]] == [each.name for each in RETURNING]
    assert run()[1] == out, "the same seed, the same table"


def test_a_table_without_calibration_has_dashes() -> None:
    out = run(questions=5, learner="knowledge=1")[1]
    assert "3 of 5" in out
    assert out.splitlines()[2].split() == ["knowledge=1", *"100 100 100 0 0 – – –".split()]


def test_the_same_as_json() -> None:
    found = json.loads(run(as_json=True, learner="knowledge=0, forgets=0.2")[1])
    assert (found["rounds"], found["questions"], found["seed"]) == (3, 10, 1)
    assert found["learners"][0]["learner"] == "knowledge=0, forgets=0.2"
    review = found["review"][0]
    assert review["another_day"] == 0
    assert sum(review["on_the_day"].values()) == review["meetings"] > 0
    assert list(review["on_the_day"]) == ["1", "3", "7", "21"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("luck=1", "--learner: 'luck' is not one of knowledge, confidence, bias, forgets."),
        ("", "--learner: '' is not one of knowledge, confidence, bias, forgets."),
        ("knowledge=2", "--learner: knowledge is a number from 0 to 1."),
        ("knowledge", "--learner: knowledge is a number from 0 to 1."),
        ("forgets=nan", "--learner: forgets is a number from 0 to 1."),
        ("knowledge=1,bias=left", "--learner: bias is a number from -1 to 1."),
    ],
)
def test_a_learner_that_cannot_be_is_refused_in_a_sentence(words: str, sentence: str) -> None:
    assert run(learner=words) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize("rounds", [0, -5])
def test_no_rounds_is_wrong_use(rounds: int) -> None:
    assert run(rounds=rounds) == (2, "", "--rounds must be at least 1.\n")


def test_nothing_to_play(tmp_path: Path) -> None:
    where = f"There is nothing to play in {tmp_path}: see python main.py check.\n"
    assert run(content=tmp_path) == (1, "", where)
    code, out, err = run(topics=["nowhere"], age_band=AgeBand.CHILD)
    assert (code, out) == (1, "")
    assert err == (
        "There is nothing to play with these --topics and this --age-band: "
        "see python main.py check.\n"
    )


def test_the_command_needs_no_qt() -> None:
    program = (
        "import sys; from quiz.app import main\n"
        "code = main(['simulate', '--rounds', '1', '--seed', '7', '--questions', '5'])\n"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Rounds a learner: 1 of 5, seed 7.")
