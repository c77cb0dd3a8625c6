"""The editor's conscience: what a sound pack could still do better, and what it must not do.

:func:`advise` gathers everything; an ``error`` must be mended before the pack is shipped, a piece
of ``advice`` is for the author to weigh. The rules stand by what they look at: `statement`,
`explanation` and `sources` for single ones, `whole` for topics and packs.
"""

from .editor import advise
from .remarks import Remark

__all__ = ["Remark", "advise"]
