"""Puts values into words: sureness, positions, kinds of places, counts."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Final

from geo.edits import CHOSEN
from geo.ui import texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from geo.contracts import Geocode, Place

_CERTAIN: Final = 0.99
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!$<>~|:^&])")

# GeoNames feature codes, and classes for those that are not here.
_FEATURES: Final = {
    "PPLC": "capital",
    "PPLA": "regional capital",
    "PCLI": "country",
    "ADM1": "region",
    "CONT": "continent",
    "SEA": "sea",
    "OCN": "ocean",
    "STM": "river",
    "PRLL": "circle of latitude",
    "RSTN": "station",
    "BDR": "border",
    "BDRX": "border crossing",
}
_CLASSES: Final = {
    "P": "town or city",
    "A": "country or region",
    "L": "area",
    "H": "water",
    "S": "building or facility",
    "T": "mountain or island",
    "R": "road or railway",
    "V": "forest",
}


def kind(place: Place) -> str:
    """Say what a place is."""
    return _FEATURES.get(place.feature_code) or _CLASSES.get(place.feature_class, "place")


def feature(place: Place, country: str) -> str:
    """Say what a place is, and in which region and country."""
    within = [part for part in (place.admin1, country) if part != place.name]
    return ", ".join(dict.fromkeys(part for part in (kind(place), *within) if part))


def position(lon: float, lat: float) -> str:
    """Write a position as people read it: latitude first, with the quarter of the earth."""
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    # No line may break between a figure and its letter.
    return f"{abs(lat):.3f}°\u00a0{north}, {abs(lon):.3f}°\u00a0{east}"


def share(probability: float) -> str:
    """Write a probability so that nothing is certain and nothing is impossible."""
    if probability > _CERTAIN:
        return "> 99 %"
    return f"{probability:.0%}".replace("%", " %") if probability > 1 - _CERTAIN else "< 1 %"


def sureness(geocode: Geocode) -> str:
    """Say how likely a place is the one that is meant, or that somebody said so."""
    by_hand = any(item.reason == CHOSEN for item in geocode.evidence)
    return texts.CHOSEN if by_hand else share(geocode.probability)


def end(name: str, *, inferred: bool) -> str:
    """Name an end of a journey, and whether the article leaves it to be worked out."""
    return f"{name} ({texts.ASSUMED})" if inferred else name


def times(count: int) -> str:
    """Say how often a place is named."""
    return "" if count == 1 else f"{count} times"


def left_out(count: int) -> str:
    """Say how much of the text is not the story."""
    if not count:
        return ""
    what = "1 paragraph is" if count == 1 else f"{count} paragraphs are"
    return f"{what} not part of the story (advertising, links, a biography) and not checked."


def todo(kind: str, count: int) -> str:
    """Write one of the things to do with its count."""
    return _counted(texts.TODO[kind], count)


def still_to_do(items: Sequence[Mapping[str, Any]], unsure: Sequence[str]) -> str:
    """Say what is not put right yet, with the places that may be others; "" where nothing is."""
    told = [
        f"{item['text']} ({', '.join(unsure)})" if item["kind"] == "unsure" else item["text"]
        for item in items
        if item["kind"] in texts.TODO_OPEN and (item["kind"] != "unsure" or unsure)
    ]
    return texts.STILL_TODO.format(told=", ".join(told)) if told else ""


def nothing_to_do(figures: int, places: int, names: int = 0) -> str:
    """Say that all is well, and what was looked at: no more than there was.

    ``names`` are those that are only mentioned, or could not be placed.
    """
    if not (figures or places):
        return _counted(texts.NOTHING_BUT_NAMES, names) if names else texts.NOTHING_FOUND
    told = [texts.NOTHING_FIGURES[min(figures, 2)], *([texts.NOTHING_PLACES] if places else [])]
    return texts.NOTHING_TODO.format(told=", and ".join(told))


def about(**counts: int) -> str:
    """Say what a story has: figures, places, journeys."""
    told = [_counted(texts.COUNTS[name], count) for name, count in counts.items() if count]
    return f"{', '.join(told)}." if told else ""


def left_out_figures(count: int) -> str:
    """Say how many figures a picture has no room for."""
    return _counted(texts.LEFT_OUT_FIGURES, count)


def story(title: str, changed: datetime) -> str:
    """Name a kept story and the day of its last change; no letter of the title is markup."""
    return f"{plain(title)} ({changed:%-d %B})"


def version(saved: datetime, letters: int, edits: int) -> str:
    """Name a version by when it was saved and what it holds."""
    what = _counted(texts.COUNTS["corrections"], edits) if edits else ""
    size = _counted(texts.COUNTS["letters"], letters)
    return ", ".join(filter(None, (moment(saved), size, what)))


def moment(when: datetime) -> str:
    """Say when something was saved, by the clock of this computer."""
    return f"{when.astimezone():%-d %B %H:%M}"


def plain(words: str) -> str:
    """Write words from outside so that none of their letters is markup where Markdown is read.

    Markup could open a picture of another server and tell it who reads.
    """
    return _MARKUP.sub(r"\\\1", words)


def dateline(words: str) -> str:
    """Write the dateline that was found as HTML; the words are escaped."""
    return f"{texts.DATELINE}: <b>{html.escape(words)}</b>"


def _counted(words: tuple[str, str], count: int) -> str:
    one, many = words
    return one if count == 1 else many.format(count=count)
