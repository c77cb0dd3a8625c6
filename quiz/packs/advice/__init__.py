"""The editor's conscience: what a sound pack could still do better, and what it must not do.

:func:`advise` gathers everything; an ``error`` must be mended before the pack is shipped, a piece
of ``advice`` is for the author to weigh.
"""

from .editor import Remark, advise

__all__ = ["Remark", "advise"]
