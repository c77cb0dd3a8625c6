"""Keeping a person's preferences: nothing is written unless they ask, and then one named file."""

from __future__ import annotations

from pathlib import Path

from quiz.model.preferences import Preferences


class Kept:
    """Whether preferences are kept, and where. `path` is None where a place keeps nothing."""

    def __init__(self, path: Path | None = None, *, kept: bool = False) -> None:
        self.path = path
        self.kept = kept

    @property
    def file(self) -> Path | None:
        """The file that is kept, None while nothing is."""
        return self.path if self.kept else None

    def want(self, wanted: bool, preferences: Preferences) -> str:
        """Keep them from now on, or keep them no more; a sentence where that did not work."""
        if wanted:
            self.kept = True
            return self.changed(preferences)
        from quiz.keep.preferences import forget
        from quiz.keep.refusals import CannotKeep

        self.kept = False
        try:
            if self.path is not None:
                forget(self.path)
        except CannotKeep as told:
            return str(told)
        return ""

    def changed(self, preferences: Preferences) -> str:
        """Write them where they are kept; a sentence where that did not work."""
        if self.path is None or not self.kept:
            return ""
        from quiz.keep.preferences import keep
        from quiz.keep.refusals import CannotKeep

        try:
            keep(self.path, preferences)
        except CannotKeep as told:
            self.kept = False
            return str(told)
        return ""
