"""Another language for all that the program says: a translation, numbers and dates, the direction.

Translations are looked for where Qt's search path :data:`SHELF` leads. What is worn belongs to the
application object: nothing is kept here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from quiz.model.language import primary

SHELF = "translations"

SOURCE = "en"
"""The language that the program is written in."""

_NAME = "translation of the program"
_FILE = "quiz_"


def look_in(folder: Path) -> None:
    """Where translations are."""
    QDir.setSearchPaths(SHELF, [str(folder)])


def translated(folder: Path) -> tuple[str, ...]:
    """The codes of the languages that the program can speak, its own first."""
    found = sorted(path.stem.removeprefix(_FILE) for path in folder.glob(f"{_FILE}*.qm"))
    return tuple(dict.fromkeys([SOURCE, *(code.replace("_", "-") for code in found)]))


def own_name(code: str) -> str:
    """What those who speak it call a language."""
    name = _OWN_NAMES.get(code.lower()) or QLocale(code).nativeLanguageName() or code
    return name[:1].upper() + name[1:]


_OWN_NAMES = {"en": "English", "es": "Español"}
"""Without a region Qt would name that of one country: American English, español de España."""


def wear(app: QGuiApplication, code: str) -> bool:
    """Speak this language as far as that goes; False where there is no translation.

    Without one the words stay as they are written, and so do numbers and dates among them. The
    direction is that of the language in any case: most of what is read comes from the pack.
    """
    take_off(app)
    locale = QLocale(code)
    app.setLayoutDirection(locale.textDirection())
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    names = dict.fromkeys((code.replace("-", "_"), primary(code)))
    found = any(translator.load(f"{SHELF}:{_FILE}{name}") for name in names)
    if found:
        app.installTranslator(translator)
    else:
        translator.deleteLater()
    if found or primary(code) == SOURCE:
        QLocale.setDefault(locale)
        return True
    return False


def take_off(app: QGuiApplication) -> None:
    """Back to the language that the program is written in, and to the system's numbers."""
    for translator in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(translator)
        translator.setObjectName("")
        translator.deleteLater()
    QLocale.setDefault(QLocale.system())
    app.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
