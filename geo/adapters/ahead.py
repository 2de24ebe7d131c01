"""Opens ahead of time what a careful reading needs and what takes long to load.

The grammar model and the library of lengths on the ellipsoid: half a second on a slow disk. Much of
it needs no Python, so that two processors share the start of a program.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from threading import Thread
from typing import TYPE_CHECKING

from geo.adapters.grammar.model import open_grammar
from geo.errors import DataMissing
from geo.geodesy import wgs84

if TYPE_CHECKING:
    from geo.adapters.grammar.model import GrammarModel
    from geo.settings import Settings


@lru_cache(maxsize=4)
def open_ahead(settings: Settings) -> None:
    """Begin to open it, once a process, beside whatever is done until it is needed.

    What is missing or damaged is told to whoever needs it first.
    """
    Thread(target=_open, args=(open_grammar(settings),), name="opening ahead").start()


def _open(model: GrammarModel) -> None:
    with suppress(DataMissing):
        model.open()
    with suppress(ImportError):
        wgs84()
