"""A quiet bar that says what is being done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from geo.pipeline import STAGES
from geo.ui import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from streamlit.delta_generator import DeltaGenerator

    from geo.pipeline import Step


@contextmanager
def show_share(place: DeltaGenerator) -> Iterator[Callable[[float, str], None]]:
    """Show how far the first start is; nothing is shown when there is nothing to do."""

    def share(done: float, words: str) -> None:
        place.progress(min(max(done, 0.0), 1.0), text=f"{texts.SETTING_UP}  \n{words}")

    yield share
    place.empty()


def show_steps(place: DeltaGenerator, steps: Sequence[Step]) -> None:
    """Show how far an analysis is, and what has been found so far."""
    found = [done.found for done in steps if done.found]
    number = steps[-1].number if steps else 0
    doing = (*STAGES, texts.LAST_STAGE)[number]
    # One more than the stages: the map is drawn after them.
    share = number / (len(STAGES) + 1)
    place.progress(share, text=f"{texts.STAGES.get(doing, doing)} … {', '.join(found)}")
