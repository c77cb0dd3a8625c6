"""How wide the picture of a window's screen is in millimetres, as well as it can be known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from quiz.model.glass import Glass
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
    wide = max(1, window.width())
    if site.screen_width_mm is not None:
        return Glass(wide, float(site.screen_width_mm))
    screen = window.screen()
    place, size = screen.geometry(), screen.physicalSize()
    if _NARROWEST_MM <= size.width() <= _WIDEST_MM and size.height() > 0:
        askew = size.width() / size.height() * place.height() / max(1, place.width())
        if 1 / _ASKEW <= askew <= _ASKEW:
            return Glass(wide, size.width())
    portrait = window.height() > wide
    return Glass(wide, COMMON_MM * 9 / 16 if portrait else COMMON_MM)
