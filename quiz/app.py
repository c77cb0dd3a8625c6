"""Start-up, told in order.

1. Read the command line.
2. A command that needs no screen (check, schema, simulate, what staff do about a kiosk) is done
   without one. A kiosk goes on from here in :mod:`quiz.kiosk.start`.
3. Look for a screen; without one say so in a sentence and end.
4. Make the application: neutral name, bundled fonts.
5. Show the place that was asked for.
6. Open the shelf once the first picture is painted; questions are read while the person reads.
7. Stay until the place is left.

The screens are imported only when a screen is wanted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quiz import options, paths, traces

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QApplication, QWidget

    from quiz.model.helpline import Helpline
    from quiz.model.preferences import Preferences
    from quiz.model.question import Pack
    from quiz.packs.shelf import Shelf
    from quiz.ui.kept import Kept
    from quiz.ui.lesson.windows import ClassWindows
    from quiz.ui.window import QuizWindow

DONE, FAULTS, WRONG_USE = 0, 1, 2

LEAST = (1280, 800)
"""Pixels across and down that a window has where the screen has room for them."""

FRAME = 60
"""Pixels that a window's frame may take; a smaller screen is filled."""

X11_SOCKETS = "/tmp/.X11-unix"  # noqa: S108  (where X servers put them; nothing is written)


def main(arguments: Sequence[str]) -> int:
    """Run what `arguments` ask for; the process's exit code."""
    asked = options.read(arguments)
    if asked.topics and asked.command != "kiosk":  # there it is a fault for the staff
        sentence = unknown_topics(asked.content, asked.language, asked.topics)
        if sentence:
            print(sentence, file=sys.stderr)
            return WRONG_USE
    without_screen = {
        "check": _check,
        "export": _export,
        "schema": _schema,
        "simulate": _simulate,
    }
    if asked.command in without_screen:
        return without_screen[asked.command](asked)
    if asked.command == "kiosk" and asked.rest.task:
        from quiz.kiosk.start import task

        return task(asked)
    missing = missing_screen(sys.platform, os.environ)
    if missing:
        print(missing, file=sys.stderr)
        return FAULTS
    if asked.command == "kiosk":
        from quiz.kiosk.start import kiosk

        return kiosk(asked, arguments)
    if asked.language and (sentence := unspoken(asked.content, asked.language)):
        print(sentence, file=sys.stderr)
        return WRONG_USE
    return _class(asked) if asked.command == "class" else _private(asked)


def unspoken(content: Path, language: str) -> str:
    """A sentence where neither a pack nor the program itself has this language, else ""."""
    from quiz.model.language import closest, primary
    from quiz.ui.languages import translated

    packs = [cover.language for cover in _open_shelf(content).covers]
    there = [*packs, *translated(paths.TRANSLATIONS)]
    if closest(language, there):
        return ""
    codes = ", ".join(sorted({primary(code) for code in there}))
    return f"Nothing here is in the language {language!r}. What there is: {codes}."


def unknown_topics(content: Path, language: str, topics: Sequence[str]) -> str:
    """A sentence where the pack that is played has none of this name among its topics, else ""."""
    for cover in _open_shelf(content, language).covers[:1]:
        known = [topic.id for topic in cover.topics]
        for topic in topics:
            if topic not in known:
                return f"There is no topic {topic!r}. What there is: {', '.join(known)}."
    return ""


def missing_screen(platform: str, environment: os._Environ[str] | dict[str, str]) -> str:
    """A sentence where there is no screen to show a window on, else ""."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return _NO_SCREEN
    number = display.removeprefix(":").split(".")[0]
    local = display.startswith(":") and number.isdigit()
    if local and not Path(X11_SOCKETS, f"X{number}").exists():
        return _NO_SCREEN
    return ""


_NO_SCREEN = (
    "Myth or Reality needs a screen, and there is none here: "
    "start it in a desktop session, or use `make pictures` to see the screens as pictures."
)


def _check(asked: options.Options) -> int:
    from quiz.packs.check import check

    rest = asked.rest
    return check(
        rest.folder,
        content=asked.content,
        with_advice=rest.advice,
        with_report=rest.report,
        as_json=rest.format == "json",
    )


def _export(asked: options.Options) -> int:
    from quiz.export import export

    return export(asked)


def _schema(asked: options.Options) -> int:
    from quiz.packs.schema import print_schema

    return print_schema(asked.rest.which)


def _simulate(asked: options.Options) -> int:
    from quiz.simulate import simulate

    return simulate(
        asked.content,
        rounds=asked.rest.rounds,
        seed=asked.seed or 0,
        learner=asked.rest.learner,
        questions=asked.questions,
        topics=asked.topics,
        age_band=asked.age_band,
        as_json=asked.rest.format == "json",
    )


def _private(asked: options.Options) -> int:
    """The private place, until it is left."""
    from quiz.ui.mishaps import ASKED_BY, Mishaps

    mishaps = Mishaps(tells=ASKED_BY in os.environ)
    mishaps.install()
    app = make_application()
    _speak(app, asked.language)
    window = private_window(asked)
    mishaps.show_with(window.show_mishap, window.leave)
    mishaps.hear_interrupts()
    window.covered.connect(_end_soon)
    window.ready.connect(wear_icon)
    window.ready.connect(_collect_again)
    window.left.connect(app.quit)
    window.show()
    return app.exec()


def _class(asked: options.Options) -> int:
    """A class, until the teacher ends it."""
    shelf = _open_shelf(asked.content, asked.language).read()
    if not shelf.packs:
        print("\n".join(str(problem) for problem in shelf.problems), file=sys.stderr)
        return FAULTS
    app = make_application()
    _speak(app, asked.language)
    from quiz.ui.mishaps import ASKED_BY, Mishaps

    mishaps = Mishaps(tells=ASKED_BY in os.environ)
    mishaps.install()
    windows = class_windows(asked, shelf.packs, app)
    windows.console.planning.show_left_out([str(problem) for problem in shelf.problems])
    mishaps.show_with(windows.console.show_mishap, windows.console.end)
    mishaps.hear_interrupts()
    windows.left.connect(app.quit)
    windows.show()
    _collect_again()
    return app.exec()


def class_windows(asked: options.Options, packs: Sequence[Pack], app: QApplication) -> ClassWindows:
    """The two windows of a class, not shown yet."""
    from quiz.model.lesson_plan import HIGHEST_SEED, MOST_QUESTIONS, LessonPlan
    from quiz.model.preferences import Preferences
    from quiz.model.setting import CLASS
    from quiz.ui.lesson.files import LessonFiles
    from quiz.ui.lesson.windows import ClassWindows
    from quiz.ui.screens.lesson.class_console import ClassConsole
    from quiz.ui.seats import Screens
    from quiz.ui.theme import DARK, LIGHT, apply_theme, system_prefers_dark

    look = Preferences(text_size=asked.text_size or 100, theme=asked.theme or "light")
    dark = look.theme == "dark" or (look.theme == "system" and system_prefers_dark())
    apply_theme(app, DARK if dark else LIGHT, look.text_size / 100)
    files = LessonFiles(paths.FONTS, Path.home())
    plan = LessonPlan(
        packs[0].id,
        age_band=asked.age_band or CLASS.age_band,
        length=min(asked.questions or CLASS.questions, MOST_QUESTIONS),
        seed=Random().randrange(10_000) if asked.seed is None else asked.seed % (HIGHEST_SEED + 1),
        topics=asked.topics or (),
    )
    console = ClassConsole(packs, plan, files, look=look)
    if asked.rest is not None and asked.rest.plan is not None:
        console.desk.load(str(asked.rest.plan.absolute()))
    give_size(console, *LEAST)  # what runs over an edge would be on the wall
    return ClassWindows(console, Screens(app))


def private_window(asked: options.Options) -> QuizWindow:
    """The window of the private place, not shown yet."""
    from quiz.model.setting import PRIVATE
    from quiz.ui.helping import Helping
    from quiz.ui.look import Look
    from quiz.ui.window import QuizWindow, default_choices

    look, kept, sentence = _preferences(asked)
    window = QuizWindow(
        lambda: _open_shelf(asked.content, asked.language),
        PRIVATE,
        choices=default_choices(
            PRIVATE,
            topics=None if asked.topics is None else frozenset(asked.topics),
            questions=asked.questions,
            age_band=asked.age_band,
        ),
        look=Look(look, kept, scale=PRIVATE.text_scale),
        rng=Random(asked.seed),
        helping=Helping(lambda today: _helplines(asked.content, today), _system_country()),
        # A browser that is started from here gets back what was set for this program alone.
        before_others=lambda: traces.for_others(os.environ, paths.FONT_LISTS),
    )
    notices = [sentence]
    if asked.reviews is not None:
        notices.append(window.keep_in(asked.reviews))
    if any(notices):
        window.start.show_notice("\n".join(filter(None, notices)))
    give_size(window, 1600, 1000)
    return window


def give_size(window: QWidget, width: int, height: int) -> None:
    """Nine tenths of the screen, `width` and `height` at most; all of a small screen: the way on
    must not lie below its edge.
    """
    from PySide6.QtCore import QSize, Qt

    size, room = QSize(*LEAST), window.screen().availableSize()
    most = QSize(width, height).boundedTo(room)
    window.resize((room * 0.9).expandedTo(size).boundedTo(most))
    if room.width() <= size.width() + FRAME or room.height() <= size.height() + FRAME:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _preferences(asked: options.Options) -> tuple[Preferences, Kept, str]:
    """How it shall look, whether that is kept, and a sentence where what is kept is faulty.

    What the command line asks for holds over what is kept.
    """
    from quiz.model.preferences import Preferences
    from quiz.ui.kept import Kept

    path = paths.preferences_file(os.environ)
    look, sentence, kept = Preferences(), "", path.exists()
    if kept:
        from quiz.keep.preferences import read

        look, sentence = read(path)
    look = replace(
        look,
        text_size=asked.text_size or look.text_size,
        theme=asked.theme or look.theme,
    )
    return look, Kept(path, kept=kept), sentence


def _helplines(content: Path, today: date) -> tuple[Helpline, ...]:
    """The lines of help beside the packs."""
    from quiz.packs.helplines import read_helplines

    return read_helplines(content, today).helplines


def _system_country() -> str:
    """The two letters of the country that the system is set to."""
    from PySide6.QtCore import QLocale

    return QLocale.territoryToCode(QLocale.system().territory())


def _open_shelf(content: Path, language: str = "") -> Shelf:
    """The shelf, with the packs in `language` first where one is asked for."""
    from quiz.packs.shelf import open_shelf

    shelf = open_shelf(content)
    return shelf.preferring(language) if language else shelf


def _speak(app: QApplication, language: str) -> None:
    """Have the program speak a language that was asked for, as far as it is translated."""
    if language:
        from quiz.ui.languages import look_in, wear

        look_in(paths.TRANSLATIONS)
        wear(app, language)


def _end_soon() -> None:
    """The person left quickly: whatever hangs, the process is gone within a second."""
    import threading

    end = threading.Timer(0.8, os._exit, (DONE,))
    end.daemon = True
    end.start()


def wear_icon() -> None:
    """The picture in the task bar: after the start screen, which a person looks at first."""
    from PySide6.QtGui import QGuiApplication, QIcon

    QGuiApplication.setWindowIcon(QIcon(str(paths.ICON)))


def _collect_again() -> None:
    """What stays to the end is looked through no more; what comes and goes is."""
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """The one application object: neutral name, Fusion, bundled fonts.

    Until the packs are read nothing is thrown away, so looking for garbage would only cost time
    (a twentieth of the start, measured).
    """
    gc.disable()
    traces.leave_none(os.environ, paths.FONT_LISTS)
    from PySide6.QtWidgets import QApplication

    from quiz.ui.theme import load_fonts

    # Named as an argument: setStyle would hand the style back, and wrapping it takes 4 ms.
    app = QApplication(["quiz", "-style", "fusion"])
    app.setApplicationName("Myth or Reality")
    app.setDesktopFileName("quiz")
    load_fonts(paths.FONTS)
    return app
