"""Another language: the translation, numbers, the direction, and the pack in it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QLocale, Qt
from visiting import visitor_at

from quiz import app, options, paths
from quiz.packs.shelf import open_shelf
from quiz.ui import languages
from quiz.ui.kiosk.reading_order import items_of
from quiz.ui.words import verdict_word

MESSAGES = {
    "Visit": {"Start": "Empezar", "Myth": "Mito", "Skip": "Saltar", "I'm done": "He terminado"},
    "Words": {"Myth": "Mito", "Reality": "Realidad"},
    "StartScreen": {"Start": "Empezar"},
    "TopBar": {"Leave quickly": "Salir ya"},
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """A folder with a few words of Spanish and none of Arabic."""
    folder = tmp_path_factory.mktemp("translations")
    contexts = "".join(
        f"<context><name>{name}</name>"
        + "".join(
            f"<message><source>{source}</source><translation>{target}</translation></message>"
            for source, target in messages.items()
        )
        + "</context>"
        for name, messages in MESSAGES.items()
    )
    text = f'<?xml version="1.0"?><TS version="2.1" language="es">{contexts}</TS>'
    (folder / "quiz_es.ts").write_text(text, "utf-8")
    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run([tool, "-silent", str(folder / "quiz_es.ts")], check=True)
    return folder


@pytest.fixture(autouse=True)
def speaking(qapp, shelf, monkeypatch):
    """The translations of these tests, and nothing worn afterwards."""
    languages.look_in(shelf)
    monkeypatch.setattr(paths, "TRANSLATIONS", shelf)
    yield
    languages.take_off(qapp)
    languages.look_in(paths.ROOT / "assets" / "translations")


def test_what_the_program_can_speak(shelf):
    assert languages.translated(shelf) == ("en", "es")
    assert languages.translated(shelf / "not-there") == ("en",)


@pytest.mark.parametrize("code", ["es", "es-MX", "es_AR"])
def test_a_translation_is_worn_and_taken_off(qapp, code):
    assert languages.wear(qapp, code)
    assert qapp.translate("Words", "Reality") == "Realidad"
    assert QLocale().language() is QLocale.Language.Spanish
    languages.take_off(qapp)
    assert qapp.translate("Words", "Reality") == "Reality"
    assert QLocale() == QLocale.system()


def test_without_a_translation_only_the_direction_is_worn(qapp):
    before = QLocale()
    assert not languages.wear(qapp, "ar")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QLocale() == before
    assert languages.wear(qapp, "en-GB")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QLocale().bcp47Name() == "en-GB"


def test_one_translation_at_a_time_is_worn(qapp):
    from PySide6.QtCore import QTranslator
    from visiting import clean

    for _ in range(20):
        languages.wear(qapp, "es")
    clean()
    assert len(qapp.findChildren(QTranslator)) == 1


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("es", "Español"), ("fr", "Français"), ("de", "Deutsch"), ("q", "Q")],
)
def test_languages_are_named_in_themselves(code, name):
    assert languages.own_name(code) == name


def test_a_visit_speaks_the_language_that_is_chosen_and_forgets_it(qtbot, fonts, small_pack):
    pack = open_shelf(small_pack).read().packs[0]
    visitor = visitor_at(qtbot, [pack, replace(pack, id="sueño", language="es")])
    visitor.touch("Español")
    assert {"Empezar", "He terminado"} <= set(visitor.offered)
    visitor.touch("Empezar")
    assert visitor.offered[:3] == ["Mito", "Reality", "Saltar"]
    visitor.visit.drop()
    assert visitor.visit.language == "en"
    assert QLocale().language() is QLocale.Language.English


def test_voices_are_told_whose_words_are_in_which_language(qtbot, fonts, small_pack):
    """R89. German has no translation here: only what the pack says is German."""
    pack = replace(open_shelf(small_pack).read().packs[0], language="de")
    visitor = visitor_at(qtbot, [pack])
    spoken = QLocale.Language
    assert visitor.visit.locale().language() is spoken.English

    def heard() -> dict[str, str]:
        return {
            item.words: item.widget.locale().bcp47Name() for item in items_of(visitor.visit.page)
        }

    assert set(heard().values()) == {"en"}
    visitor.touch("Start")
    question = visitor.visit.controller.session.current
    assert heard() == {
        "Is this a myth or a reality?": "en",
        question.statement: "de",
        "Myth": "en",
        "Reality": "en",
        "Skip": "en",
    }
    visitor.touch("Skip")
    now = heard()
    assert (now[question.detail], now["Next"], now["Why?"]) == ("de", "en", "en")
    assert [code for words, code in now.items() if question.fact in words] == ["de"]


# --language


def write_pack(folder: Path, small_pack: Path, code: str) -> None:
    """Another pack in another language, beside the small one."""
    other = folder / code
    for path in (small_pack / "sleep").rglob("*.yaml"):
        target = other / path.relative_to(small_pack / "sleep")
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8")
        if path.name == "pack.yaml":
            text = text.replace("id: sleep", f"id: sleep-{code.lower()}").replace(
                "language: en", f"language: {code}"
            )
        target.write_text(text, "utf-8")


@pytest.fixture
def content(tmp_path, small_pack) -> Path:
    """English, and Spanish of Mexico."""
    write_pack(tmp_path, small_pack, "en")
    write_pack(tmp_path, small_pack, "es-MX")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "first"), [("en", "sleep-en"), ("es", "sleep-es-mx"), ("ar", "sleep-en")]
)
def test_the_pack_of_the_language_comes_first(content, language, first):
    packs = open_shelf(content).preferring(language).read().packs
    assert (packs[0].id, len(packs)) == (first, 2)


def test_the_private_place_plays_the_pack_and_speaks_the_language(qtbot, fonts, qapp, content):
    asked = options.read(["--language", "es", "--content", str(content)])
    assert app.unspoken(asked.content, asked.language) == ""
    app._speak(qapp, asked.language)
    window = app.private_window(asked)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.play(window.start.choices)
    assert window.bar.leave.text() == "Salir ya"
    assert verdict_word(window.controller.session.current.verdict) in ("Mito", "Realidad")
    assert window.reading.rounds.pack.id == "sleep-es-mx"


def test_a_class_has_the_pack_of_the_language(qtbot, fonts, qapp, content):
    asked = options.read(["class", "--language", "es", "--content", str(content)])
    packs = app._open_shelf(asked.content, asked.language).read().packs
    windows = app.class_windows(asked, packs, qapp)
    qtbot.addWidget(windows.console)
    qtbot.addWidget(windows.wall)
    assert windows.console.desk.plan.pack == "sleep-es-mx"


@pytest.mark.parametrize("command", [[], ["class"]], ids=["private", "class"])
def test_a_language_that_nobody_has_is_wrong_use(command):
    run = subprocess.run(
        [sys.executable, "main.py", *command, "--language", "tlh"],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "Nothing here is in the language 'tlh'. What there is: en.\n"


def test_a_language_that_the_program_speaks_needs_no_pack(small_pack):
    assert app.unspoken(small_pack, "es") == ""
    assert app.unspoken(small_pack, "fr") == (
        "Nothing here is in the language 'fr'. What there is: en, es."
    )


def test_every_word_of_a_visit_and_of_a_class_is_found_by_the_translators_tool(tmp_path):
    """What lupdate does not find nobody can translate."""
    import ast
    import re

    files = sorted((paths.ROOT / "quiz" / "ui").rglob("*.py"))
    meant = {
        re.sub(r"\s+", " ", call.args[1].value)
        for path in files
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "translate"
        and isinstance(call.args[1], ast.Constant)
    }
    assert len(meant) > 130
    tool = next(Path(PySide6.__file__).parent.glob("lupdate*"))
    found = tmp_path / "found.ts"
    subprocess.run([tool, "-silent", *map(str, files), "-ts", str(found)], check=True)
    words = {
        re.sub(r"\s+", " ", source.text or "") for source in ElementTree.parse(found).iter("source")
    }
    assert meant <= words
