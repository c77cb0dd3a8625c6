"""What is above the age band, or was left out, is on no screen, whatever way is taken (R36, R60).

Each question carries words that only it has; after every step all texts in the window are looked
through, hidden ones too.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel
from sitting import Clock, Person, settle
from small_pack import TOPICS

from quiz import options, paths
from quiz.app import private_window
from quiz.model.question import AgeBand
from quiz.model.session import Phase

BANDS = {"naps": "12-15", "dreams": "18+", "nights": "15-18"}
CHIPS = {AgeBand.YOUNG_TEEN: "12 and up", AgeBand.TEEN: "15 and up", AgeBand.ADULT: "Adults too"}


@pytest.fixture(scope="module")
def banded_pack(small_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small pack with a band and a source of its own for each topic."""
    import shutil

    folder = tmp_path_factory.mktemp("banded")
    shutil.copytree(small_pack, folder, dirs_exist_ok=True)
    pack = folder / "sleep"
    sources = pack / "sources.yaml"
    text = sources.read_text("utf-8")
    for topic, band in BANDS.items():
        path = pack / "questions" / f"{topic}.yaml"
        written = path.read_text("utf-8").replace("age_band: 15-18", f"age_band: {band}")
        written = written.replace(
            'id: example-1994, locator: "Results', f'id: {topic}-work, locator: "Results'
        )
        for field in ("detail", "why"):
            written = re.sub(rf"(?m)^  {field}: ", f"  {field}: Only in {topic}. ", written)
        path.write_text(written, "utf-8")
        text += (
            f"  - id: {topic}-work\n    type: report\n    title: A work on {topic} alone\n"
            f"    author: [{{literal: The {topic} institute}}]\n    issued: 2021\n"
            f"    custom: {{evidence: guideline, checked: 2026-10-01}}\n"
        )
    sources.write_text(text, "utf-8")
    return folder


def every_word(person: Person) -> str:
    """All texts of the window, hidden ones too, and the rows of its lists."""
    window = person.window
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [label.accessibleName() for label in window.findChildren(QLabel)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        texts += [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return "\n".join(texts)


def markers(topic: str) -> list[str]:
    """What only this topic's questions say."""
    names = {"naps": "naps", "dreams": "dream ", "nights": "night "}
    return [f"Only in {topic}.", f"A work on {topic} alone", f"fact about {names[topic]}"]


def go_everywhere(person: Person, forbidden: list[str], rounds: int = 3) -> int:
    """Two ways through each round, the missed again, every source, the results; how many views."""
    window = person.window
    looked = 0

    def look() -> None:
        nonlocal looked
        looked += 1
        words = every_word(person)
        assert not [marker for marker in forbidden if marker in words]

    for turn in range(rounds):
        person.click(window.start.start)
        assert person.phase is not None
        again = 2
        while True:
            if person.phase is Phase.FINISHED:
                look()
                if not (again and window.results.again.isVisible()):
                    break
                again -= 1
                window.results.again.click()
            elif person.phase in (Phase.ASKING, Phase.ANSWERED):
                look()
                person.press((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[(looked + turn) % 3])
            else:
                look()
                if (
                    person.phase is Phase.REVEALED
                    and window.question.reveal.evidence._more.isVisible()
                ):
                    window.question.reveal.evidence._more.click()
                    look()
                person.press(Qt.Key.Key_Return)
        session = window.controller.session
        assert session is not None
        for answer in session.answers:
            window.asides.show_sources_of(answer.question)
            settle()
            look()
            window.stack.back()
        window.asides.show_sources()
        settle()
        for words in ("", "dreams", "naps", "nights", "institute", "2021"):
            window.asides.sources.search.setText(words)
            for row in range(window.asides.sources.list.model().rowCount()):
                window.asides.sources.list.setCurrentIndex(
                    window.asides.sources.list.model().index(row, 0)
                )
                look()
            look()
        window.stack.back()
        window.results.to_start.click()
        settle()
    return looked


def above(band: AgeBand) -> list[str]:
    return [
        marker
        for topic, own in BANDS.items()
        if not band.admits(AgeBand(own))
        for marker in markers(topic)
    ]


@pytest.mark.parametrize("band", CHIPS, ids=lambda band: band.value)
def test_nothing_above_the_band_that_was_chosen_is_on_any_screen(sit_down, banded_pack, band):
    person = sit_down(content=banded_pack, questions=8)
    person.click(person.button(CHIPS[band]))
    assert go_everywhere(person, above(band)) > 30


@pytest.mark.parametrize("band", [AgeBand.YOUNG_TEEN, AgeBand.TEEN], ids=lambda band: band.value)
def test_nor_with_the_band_of_the_command_line(qtbot, fonts, banded_pack, band):
    words = ["--content", str(banded_pack), "--age-band", band.value, "--questions", "8"]
    window = private_window(options.read(words))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    assert go_everywhere(Person(window, Clock()), above(band), rounds=1) > 10


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_that_was_left_out_is_on_no_screen(sit_down, banded_pack, topic):
    person = sit_down(content=banded_pack, questions=8)
    person.click(person.button("Choose topics"))
    person.click(person.button(TOPICS[topic]))
    assert go_everywhere(person, markers(topic), rounds=2) > 20


def test_the_markers_would_be_seen(sit_down, banded_pack):
    """A look that never finds anything proves nothing."""
    person = sit_down(content=banded_pack, questions=8)
    seen: set[str] = set()
    everything = [marker for topic in TOPICS for marker in markers(topic)]
    person.press(Qt.Key.Key_Return)
    while person.phase is not Phase.FINISHED:
        person.press(Qt.Key.Key_1)
        words = every_word(person)
        seen |= {marker for marker in everything if marker in words}
        person.press(Qt.Key.Key_Return)
    assert len(seen) > 6


def test_a_band_with_nothing_to_play_says_so_and_how_to_go_on(qtbot, fonts, banded_pack):
    words = ["--content", str(banded_pack), "--age-band", "9-12", "--text-size", "100"]
    window = private_window(options.read(words))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    person = Person(window, Clock())
    sentence = (
        "No statement here is both in these topics and for this age. "
        "Choose more topics, or another age, under “This round”."
    )
    assert window.start.notice.isVisible()
    assert window.start.notice.text() == sentence
    assert person.button("9 and up").isChecked()
    person.press(Qt.Key.Key_Return)
    assert person.phase is None
    assert window.start.notice.text() == sentence
    person.click(person.button("12 and up"))
    assert not window.start.notice.isVisible()
    person.click(window.start.start)
    assert person.phase is Phase.ASKING
    assert window.start.choices.age_band is AgeBand.YOUNG_TEEN


KNOWN = (
    "what-it-is, practitioners, who-it-is-for, sessions, techniques, formats, effectiveness, "
    "getting-help, history, myths-in-general, how-do-we-know"
)


@pytest.mark.parametrize("command", ["", "class", "simulate"])
@pytest.mark.parametrize("topics", ["nonsense", "sessions,nonsense"])
def test_an_unknown_topic_is_wrong_use_and_the_known_are_named(command, topics):
    done = subprocess.run(
        [sys.executable, "main.py", *filter(None, [command]), "--topics", topics],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"There is no topic 'nonsense'. What there is: {KNOWN}.\n"
