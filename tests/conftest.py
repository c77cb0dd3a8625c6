"""What every test stands on: no screen, no traces on this machine, and nothing left open."""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Before Qt is loaded. A developer who wants to watch sets QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same pictures and sizes on every machine.
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
for _name in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_AUTO_SCREEN_SCALE_FACTOR"):
    os.environ.pop(_name, None)

# A deadline would measure the machine; the same examples each time keep a run repeatable.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_configure(config: pytest.Config) -> None:
    """Give the run, and every program it starts, a home of its own and ears for signals."""
    # Whoever runs this in the background has these ignored, and what is ignored is inherited.
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    home = tempfile.TemporaryDirectory(prefix="quiz-tests-")
    config.add_cleanup(home.cleanup)
    root = Path(home.name)
    places = {
        "HOME": root,
        "USERPROFILE": root,
        "XDG_CONFIG_HOME": root / "config",
        "XDG_DATA_HOME": root / "data",
        "XDG_STATE_HOME": root / "state",
        "XDG_CACHE_HOME": root / "cache",
        "XDG_RUNTIME_DIR": root / "runtime",
    }
    for name, place in places.items():
        place.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(place)


@pytest.fixture(scope="session", autouse=True)
def standard_paths_in_test_mode() -> None:
    """Qt's own idea of where files go, moved aside too; only where a test has loaded Qt."""
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QStandardPaths

        QStandardPaths.setTestModeEnabled(True)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests wears the style of the real one."""
    return ["quiz", "-style", "fusion"]


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """Each test leaves the screen as it found it."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QLocale
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    QLocale.setDefault(QLocale.system())  # a visit speaks the language of its pack
    deferred = QEvent.Type.DeferredDelete.value
    QCoreApplication.sendPostedEvents(None, deferred)
    left = app.topLevelWidgets()
    # The names first: the repr of a widget that is gone raises.
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, deferred)
    assert not names, f"left open: {names}"


@pytest.fixture
def others_aside() -> Iterator[None]:
    """What other tests keep alive is not among `gc.get_objects()` here."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
