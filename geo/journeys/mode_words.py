"""The sentences of a story go in; out come the words that tell of a way: by sea, by road."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Mode
from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.contracts import Span
    from geo.contracts.scene import Scene

_SITES = {
    "tells_of_road": Mode.ROAD,
    "tells_of_sea": Mode.SEA,
    "tells_of_air": Mode.AIR,
    "tells_of_rail": Mode.RAIL,
    "tells_of_foot": Mode.FOOT,
}


class Kind(StrEnum):
    """What tells of a way."""

    VEHICLE = "vehicle"
    WAY = "way"  # "by sea", "the road"
    VERB = "verb"  # "drove", also "the flight"
    SITE = "site"  # "the runway", "the skipper"


class WayWord(NamedTuple):
    """A word that tells of a way, and where it stands."""

    mode: Mode
    kind: Kind
    scene: Scene
    at: int

    @property
    def span(self) -> Span:
        """The word itself."""
        return self.scene.span(self.at, self.at)

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands in the story: sentence and word."""
        return self.scene.index, self.at


def way_words(scenes: Iterable[Scene]) -> tuple[WayWord, ...]:
    """List the words of a story that tell of a way, in its order; no name of a place is one."""
    return tuple(
        WayWord(mode=mode, kind=kind, scene=scene, at=at)
        for scene in scenes
        for at in range(len(scene))
        if at not in scene.toponyms
        for mode, kind in _told(scene, at)
    )


def _told(scene: Scene, at: int) -> Iterator[tuple[Mode, Kind]]:
    """Say of what way a word tells, if it tells of one."""
    tables, low, tag = motion(), scene.low(at), scene.tag(at)
    single = tables.singular.get(low, low)
    if low in tables.vehicles and tag in {"NOUN", "PROPN"}:
        yield tables.vehicles[low], Kind.WAY if single in listed("way") else Kind.VEHICLE
    elif tag in {"NOUN", "VERB"} and (mode := _of_entries(low, tag)) is not Mode.UNKNOWN:
        yield mode, Kind.VERB
    else:
        yield from ((mode, Kind.SITE) for mode in site_modes(low))


def site_modes(word: str) -> Iterator[Mode]:
    """Tell of what ways a site, a trade or a thing speaks: "runway", "airline"."""
    yield from (mode for name, mode in _SITES.items() if word in listed(name))


def _of_entries(low: str, tag: str) -> Mode:
    """Tell by what a word of movement goes, where all that it may mean go so."""
    modes = {
        one.mode
        for one in motion().entries.get(low, ())
        if len(one.words) == 1
        and "weak_mode" not in one.properties
        and ("noun" in one.forms) is (tag == "NOUN")
    }
    return next(iter(modes)) if len(modes) == 1 else Mode.UNKNOWN
