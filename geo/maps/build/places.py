"""Chooses the places that get a symbol on the map, its kind, and what is written beside it.

Toponyms that mean the same feature are one sign. A place where something happens is a ring with a
dot; one that only stands for somebody ("Moscow said") is marked as such; a placing that somebody
should look at is shown as uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import shapely

from geo.contracts import SURE, LegStatus, Sense
from geo.geodesy import distance_m
from geo.maps.build import corrections, uncertainty
from geo.maps.build.course import course_ends, is_unfinished
from geo.maps.build.display_names import is_spelled_apart, shown_name
from geo.maps.spec.model import Citation, MapPlace, PlaceKind
from geo.maps.spec.polyline import encode_rings
from geo.wording import is_told, left_words, reached_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Analysis, Article, Geocode, Leg, Place, ShownAs, Toponym, Waypoint
    from geo.maps.build.extent import MapExtent, Turn

# A border stop this near to the one before, or to a place of the story, is the same stop.
_SAME_STOP_M = 12_000.0
_STOP_KINDS = frozenset({"border", "gauge"})
_CONTEXT = 60
_ENDED = {LegStatus.TURNED_BACK: "turned back near here", LegStatus.DIVERTED: "diverted to here"}
_COUNTRY_CODES = frozenset({"PCLI", "PCL", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR", "CONT", "RGN"})


@dataclass(slots=True, kw_only=True)
class FoundPlace:
    """One feature and everything in the article that means it."""

    place: Place
    probability: float
    toponyms: list[Toponym] = field(default_factory=list)
    geocodes: list[Geocode] = field(default_factory=list)
    wish: ShownAs | None = None

    @property
    def happens_here(self) -> bool:
        """Whether the article means the place itself at least once."""
        return any(toponym.sense is Sense.LITERAL for toponym in self.toponyms)

    @property
    def shown_name(self) -> str:
        """The name that the map shows: a person's, or the article's, where that says enough."""
        if self.wish is not None and self.wish.label.strip():
            return " ".join(self.wish.label.split())
        return shown_name(self.place, self.toponyms)


def gather(analysis: Analysis) -> tuple[FoundPlace, ...]:
    """Collect toponyms by the feature that they mean, in the order of the text.

    What a person hid is left out.
    """
    wishes = corrections.of_places(analysis)
    words = {toponym.id: toponym for toponym in analysis.toponyms}
    found: dict[tuple[str, str], FoundPlace] = {}
    for geocode in analysis.geocodes:
        if geocode.place is None or geocode.toponym_id not in words:
            continue
        key = corrections.key_of(geocode.place)
        wish = wishes.get(key)
        if wish is not None and wish.hidden:
            continue
        entry = found.setdefault(
            key, FoundPlace(place=geocode.place, probability=geocode.probability, wish=wish)
        )
        entry.probability = max(entry.probability, geocode.probability)
        entry.toponyms.append(words[geocode.toponym_id])
        entry.geocodes.append(geocode)
    return tuple(found.values())


def map_places(
    analysis: Analysis, found: Sequence[FoundPlace], extent: MapExtent
) -> tuple[MapPlace, ...]:
    """Make the signs of the places, those at the ends of journeys first."""
    ends = _ends(analysis)
    shown = [entry for entry in found if not _is_physical(entry.place)]
    shown.sort(key=lambda entry: (*_rank(entry, ends), entry.toponyms[0].span.start))
    return tuple(
        MapPlace(
            id=f"place-{rank + 1}",
            refs=tuple(toponym.id for toponym in entry.toponyms),
            kind=_kind(entry),
            name=entry.shown_name,
            second=_second(entry, ends),
            lon=round(extent.turn.lon(entry.place.lon), 5),
            lat=round(entry.place.lat, 5),
            rank=rank,
            is_unsure=_is_unsure(entry),
            radius_m=uncertainty.radius_m(entry.place, entry.geocodes)
            if _kind(entry) is PlaceKind.UNCERTAIN
            else 0.0,
            outline=_outline(entry, extent),
            mentions=tuple(_mention(analysis.article, toponym) for toponym in entry.toponyms),
            note=_note(entry),
        )
        for rank, entry in enumerate(shown)
    )


def with_stops(
    places: tuple[MapPlace, ...], waypoints: Sequence[Waypoint], turn: Turn
) -> tuple[MapPlace, ...]:
    """Add the stops at borders and breaks of gauge; neighbours on the way become one stop."""
    groups: list[list[Waypoint]] = []
    for waypoint in waypoints:
        if waypoint.kind not in _STOP_KINDS:
            continue
        if groups and _apart_m(groups[-1][-1], waypoint) < _SAME_STOP_M:
            groups[-1].append(waypoint)
        else:
            groups.append([waypoint])
    shown = list(places)
    for group in groups:
        _add_stop(shown, group, turn)
    return tuple(shown)


def _add_stop(shown: list[MapPlace], group: Sequence[Waypoint], turn: Turn) -> None:
    names = list(dict.fromkeys(waypoint.name for waypoint in group))
    notes = list(dict.fromkeys(waypoint.note for waypoint in group if waypoint.note))
    crosses = any(waypoint.kind == "border" for waypoint in group)
    second = "; ".join(["border", *notes] if crosses else notes)
    lon = turn.lon(sum(turn.lon(waypoint.lon) for waypoint in group) / len(group))
    lat = sum(waypoint.lat for waypoint in group) / len(group)
    for index, place in enumerate(shown):
        if distance_m(place.lon, place.lat, lon, lat) < _SAME_STOP_M:
            shown[index] = replace(place, kind=PlaceKind.STOP, second=place.second or second)
            return
    shown.append(
        MapPlace(
            id=f"place-{len(shown) + 1}",
            refs=(),
            kind=PlaceKind.STOP,
            name=" – ".join(names[:2]),
            second=second,
            lon=round(lon, 5),
            lat=round(lat, 5),
            rank=len(shown),
            note="A stop on the way that is drawn; the article does not name it.",
        )
    )


def _apart_m(one: Waypoint, other: Waypoint) -> float:
    return distance_m(one.lon, one.lat, other.lon, other.lat)


def without_outline(found: Sequence[FoundPlace]) -> str:
    """Name the regions of the story that the map cannot draw; "" where there is none."""
    names = [
        entry.shown_name
        for entry in found
        if entry.happens_here
        and entry.place.is_area
        and entry.place.extent is None
        and entry.place.feature_class == "A"
        and entry.place.feature_code not in _COUNTRY_CODES
    ]
    told = ", ".join(dict.fromkeys(names))
    return f"Found, but not drawn, for want of an outline: {told}." if told else ""


def _is_physical(place: Place) -> bool:
    """Whether the basemap shows the place already: countries by their shade, borders and waters."""
    return (
        place.feature_code in _COUNTRY_CODES
        or place.feature_class == "H"
        or (place.is_area and place.extent is None)
        or (place.extent is not None and not place.extent.geom_type.endswith("Polygon"))
    )


def _ends(analysis: Analysis) -> dict[str, tuple[int, bool, Leg]]:
    """Feature ids at the ends of drawn journeys: the leg's place in order, whether it is left."""
    ends: dict[str, tuple[int, bool, Leg]] = {}
    legs = [leg for leg in analysis.legs if is_told(leg) or is_unfinished(leg)]
    # A journey that is told with its times says more in a label than one that is only recalled.
    legs.sort(key=lambda leg: (leg.origin is None or leg.destination is None, _untimed(leg)))
    for order, leg in enumerate(legs):
        for end, leaves in zip(course_ends(leg), (True, False), strict=True):
            if end is not None:
                ends.setdefault(end.place.feature_id, (order, leaves, leg))
    return ends


def _untimed(leg: Leg) -> bool:
    return leg.departed is None and leg.arrived is None


def _rank(entry: FoundPlace, ends: dict[str, tuple[int, bool, Leg]]) -> tuple[bool, int, bool]:
    end = ends.get(entry.place.feature_id)
    return (not entry.happens_here, end[0] if end else len(ends), end is None)


def _kind(entry: FoundPlace) -> PlaceKind:
    if not entry.happens_here:
        return PlaceKind.ASSOCIATIVE
    if entry.place.is_area:
        return PlaceKind.REGION
    return PlaceKind.UNCERTAIN if _is_unsure(entry) else PlaceKind.STORY


def _is_unsure(entry: FoundPlace) -> bool:
    return entry.happens_here and entry.probability < SURE


def _second(entry: FoundPlace, ends: dict[str, tuple[int, bool, Leg]]) -> str:
    """Say what happens at an end of a journey and when, in the article's own words for the time."""
    end = ends.get(entry.place.feature_id)
    if end is None:
        return ""
    _, leaves, leg = end
    if leaves:
        return left_words(leg)
    return _ENDED.get(leg.status) or reached_words(leg)


def _outline(entry: FoundPlace, extent: MapExtent) -> tuple[str, ...]:
    """Code the outline of a region as far as the basemap goes."""
    area = entry.place.extent
    if _kind(entry) is not PlaceKind.REGION or area is None:
        return ()
    box = extent.bounds
    near = shapely.box(box.west, box.south, box.east, box.north)
    shape = extent.turn.geometry(area.simplify(2 * extent.grid.step))
    return encode_rings(near.intersection(shape), extent.grid)


def _mention(article: Article, toponym: Toponym) -> Citation:
    """Cut the words out of their sentence with some context on either side."""
    start, end = toponym.span.start, toponym.span.end
    index = article.sentence_at(start)
    low, high = (
        (article.sentences[index].start, article.sentences[index].end)
        if index is not None
        else (start, end)
    )
    before = _squeezed(article.text[max(low, start - _CONTEXT) : start])
    after = _squeezed(article.text[end : min(high, end + _CONTEXT)])
    return Citation(
        before=f"…{before.partition(' ')[2]}" if start - _CONTEXT > low else before.lstrip(),
        text=toponym.span.text,
        after=f"{after.rpartition(' ')[0]}…" if end + _CONTEXT < high else after.rstrip(),
    )


def _squeezed(text: str) -> str:
    """Make one space of every run of blanks, at the ends as well."""
    return " ".join(f"|{text}|".split())[1:-1]


def _note(entry: FoundPlace) -> str:
    """Say in one sentence why these words were taken for this place."""
    reasons = [item.reason for geocode in entry.geocodes for item in geocode.evidence]
    told = "; ".join(dict.fromkeys(reason.strip(" .;") for reason in reasons[:3] if reason))
    sentences = [f"{told[0].upper()}{told[1:]}."] if told else []
    if is_spelled_apart(entry.shown_name, entry.place):
        sentences.append(f"The gazetteer writes {entry.place.name}.")
    if _is_unsure(entry):
        sentences.append(uncertainty.others_words(entry.place, entry.geocodes))
    sentences.append(corrections.note_of(entry.wish))
    return " ".join(sentence for sentence in sentences if sentence)
