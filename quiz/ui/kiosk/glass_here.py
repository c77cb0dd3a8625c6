"""How wide the picture of a window's screen is in millimetres, as well as it can be known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from quiz.model.glass import Glass, least_room
from quiz.model.site import Site

COMMON_MM = 476
"""Across a common screen of 21.5 inches: where nobody measured it and the screen tells nonsense."""

_NARROWEST_MM, _WIDEST_MM = 150, 2500
_ASKEW = 1.25
"""Times by which the reported sides may differ from those of the picture."""


def glass_here(window: QWidget, site: Site) -> Glass:
    """The glass that `window` fills. The site's own measure holds; what screens report is often
    wrong, and used only where it makes sense.
    """
    wide, high = max(1, window.width()), max(1, window.height())
    wide_mm = _measured(window, site)
    return Glass(wide, wide_mm * _too_small(wide_mm, wide_mm * high / wide, site))


def _too_small(wide_mm: float, high_mm: float, site: Site) -> float:
    """How many times larger the screen would have to be for where it is read from, at least 1.

    It is taken for one that is just large enough: everything is smaller than it should be, but all
    of it is there, the way out too.
    """
    least_wide, least_high = least_room(site.reading_distance_mm)
    return max(1.0, least_wide / wide_mm, least_high / high_mm)


def _measured(window: QWidget, site: Site) -> float:
    """How wide the picture is, in millimetres."""
    if site.screen_width_mm is not None:
        return float(site.screen_width_mm)
    screen = window.screen()
    place, size = screen.geometry(), screen.physicalSize()
    if _NARROWEST_MM <= size.width() <= _WIDEST_MM and size.height() > 0:
        askew = size.width() / size.height() * place.height() / max(1, place.width())
        if 1 / _ASKEW <= askew <= _ASKEW:
            return float(size.width())
    portrait = window.height() > window.width()
    return COMMON_MM * 9 / 16 if portrait else float(COMMON_MM)
