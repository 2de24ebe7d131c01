"""Has Python look for garbage when there may be some, not while what stays is being made.

Tables, models and stories are made of very many things, none of them in circles: what is done with
is given back at once, and to look through the rest again and again is all for nothing.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def unsearched() -> Iterator[None]:
    """Look for none meanwhile; afterwards it is as it was, be it in one thread or in many."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
