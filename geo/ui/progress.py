"""A quiet bar that says what is being done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from geo.pipeline import STAGES
from geo.ui import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.delta_generator import DeltaGenerator

    from geo.pipeline import Step


@contextmanager
def show_share(place: DeltaGenerator) -> Iterator[Callable[[float, str], None]]:
    """Show how far the first start is; nothing is shown when there is nothing to do."""

    def share(done: float, words: str) -> None:
        place.progress(min(max(done, 0.0), 1.0), text=f"{texts.SETTING_UP}  \n{words}")

    yield share
    place.empty()


@contextmanager
def show_steps(place: DeltaGenerator) -> Iterator[Callable[[Step], None]]:
    """Show each stage when it has ended, with what has been found so far."""
    found: list[str] = []

    def step(done: Step) -> None:
        if done.found:
            found.append(done.found)
        text = f"{texts.STAGES.get(done.stage, done.stage)}: {', '.join(found)}"
        # One more than the stages: the map is drawn after them.
        place.progress(done.number / (len(STAGES) + 1), text=text)

    yield step
    place.empty()
