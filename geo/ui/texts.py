"""Every word of the app's own that a person reads, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.contracts import ClaimKind, Mode, Verdict
from geo.wording import WAYS

if TYPE_CHECKING:
    from geo.contracts import Check, Place

NAME: Final = "Dateline"
MOTTO: Final = "Where a story takes place, and whether it can"

ANOTHER: Final = "Check another article"

DESK_TITLE: Final = "Check another article"
DESK_TEXT: Final = "Text of the article"
DESK_TEXT_HINT: Final = "Paste the whole article here, headline first."
DESK_HEADLINE: Final = "Title, if it is not the first line"
DESK_DAY: Final = "Day of publication"
DESK_DAY_HELP: Final = "Turns “Sunday” into a date. Leave it empty if you do not know."
DESK_GO: Final = "Check the geography"
DESK_BACK: Final = "Back to the map"
DESK_EXAMPLES: Final = "Or look at an example:"
DESK_FILE: Final = (
    "Or bring a file: a story as web page, PDF, Word, ODT, RTF, e-mail or text; or a map (.html) "
    "or an analysis (.json) that you saved:"
)
DESK_PRIVATE: Final = "The text stays on this computer."

SETTING_UP: Final = "Setting up the gazetteer. This happens once and takes a minute or two."

# What a stage has just done, so that "found" can follow: "Read the text: 14 sentences".
STAGES: Final = {
    "read": "Read the text",
    "text": "Told its grammar",
    "toponyms": "Looked for names",
    "resolve": "Placed them",
    "journeys": "Followed the journeys",
    "routes": "Drew the routes",
    "claims": "Found the figures",
    "checks": "Checked them",
    "map": "Drawing the map",
}

EMPTY_TEXT: Final = "There is no text yet. Paste the article, then check it."
NOTHING_PLACED: Final = (
    "The text was read, but nothing in it could be placed on a map. "
    "Below is what was found and why."
)
NO_SERVICES: Final = "Dateline cannot start: {reason}"
FAULT: Final = (
    "Something went wrong in Dateline, not in your text ({kind}). Your text is kept. "
    "Please report it with the text, if you may share it; details stand in the terminal."
)

SAVED_FAULT: Final = (
    "{name!r} was read, but its map cannot be drawn ({kind}). It may have been changed by hand. "
    "Check the article again instead."
)
OPENED_INSTEAD: Final = "{reason} Our own example is shown instead."

SAVE: Final = "Save"
SAVE_HTML: Final = "Map as one HTML file"
SAVE_PNG: Final = "PNG"
SAVE_SVG: Final = "SVG"
SAVE_PDF: Final = "PDF (A4)"
SAVE_GEOJSON: Final = "GeoJSON"
SAVE_JSON: Final = "Analysis (JSON)"
SAVE_HTML_HELP: Final = "Opens anywhere, without network or scripts from elsewhere"
SAVE_PNG_HELP: Final = "A picture of title, map, figures and credits, 2,400 pixels wide"
SAVE_SVG_HELP: Final = "The same picture for drawing programs"
SAVE_PDF_HELP: Final = "The same picture to print, with text that can be read aloud"
SAVE_GEOJSON_HELP: Final = "Places, routes and measured lines for GIS programs"
SAVE_JSON_HELP: Final = "Everything that was found, with evidence"


READER: Final = {
    "words": "The words of the article",
    "sample": "words",
    "hint": "Choose marked words to see what stands behind them.",
    "show": "Show it on the map",
    "key_place": "place",
    "key_stands": "stands for a government or team",
    "key_route": "journey",
    "key_card": "figure that was checked",
    "sources": "Sources",
    "none": "None.",
}

TABLE_PLACES: Final = "Places"
TABLE_JOURNEYS: Final = "Journeys"
TABLE_FIGURES: Final = "Figures, with every reading"
TABLE_PROBLEMS: Final = "What could not be told"
PLACE_COLUMNS: Final = ("Place", "Where", "In the text", "Why this one", "How sure")
JOURNEY_COLUMNS: Final = ("Who", "From and to", "How", "Because the article says")
FIGURE_COLUMNS: Final = ("The article says", "Verdict", "Readings that were tried")
PROBLEM_COLUMNS: Final = ("What", "Where in the text")

NOT_PLACED: Final = "not placed"
ASSOCIATIVE: Final = "stands for a government, a team or the like"
UNKNOWN_END: Final = "not said"
UNKNOWN_TRAVELLER: Final = "not said who"
DEPARTED: Final = "left"
ARRIVED: Final = "arrives"
INFERRED: Final = "worked out"
STRAIGHT: Final = WAYS["geodesic"]
ROUTE_INFERRED: Final = "The article does not say which way is taken."

MODES: Final = {
    **{mode: WAYS[mode.value] for mode in Mode if mode.value in WAYS},
    Mode.UNKNOWN: "not said how",
}
CLAIM_KINDS: Final = {
    ClaimKind.SEPARATION: "distance between two places",
    ClaimKind.ROUTE_LENGTH: "length of the way",
    ClaimKind.DURATION: "time that the way takes",
    ClaimKind.SPEED: "speed",
    ClaimKind.UNIT_PAIR: "one figure in two units",
    ClaimKind.CAPITAL: "capital",
    ClaimKind.ADJACENCY: "neighbours and borders",
    ClaimKind.TIME_ZONE: "time of day",
    ClaimKind.CONTAINMENT: "part of a country",
    ClaimKind.AREA: "area",
    ClaimKind.COMPARISON: "comparison",
    ClaimKind.SUPERLATIVE: "rank",
    ClaimKind.BEARING: "direction",
    ClaimKind.HEIGHT: "height",
    ClaimKind.COORDINATES: "coordinates",
    ClaimKind.BETWEEN: "between two places",
    ClaimKind.LENGTH: "length of a river, canal or tunnel",
    ClaimKind.SUM: "figures that belong together",
}
_VERDICTS: Final = {
    Verdict.SUPPORTED: "✓ holds",
    Verdict.REFUTED: "✗ does not hold",
    Verdict.NOT_ENOUGH_INFO: "? cannot tell",
}

_CERTAIN: Final = 0.99

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


def verdict(check: Check | None) -> str:
    """Give a verdict as sign and words."""
    if check is None:
        return _VERDICTS[Verdict.NOT_ENOUGH_INFO]
    return f"◐ holds only if: {check.only_if}" if check.only_if else _VERDICTS[check.verdict]


def kind(place: Place) -> str:
    """Say what a place is."""
    return _FEATURES.get(place.feature_code) or _CLASSES.get(place.feature_class, "place")


def feature(place: Place, country: str) -> str:
    """Say what a place is, and in which country."""
    return f"{kind(place)}, {country}" if country and country != place.name else kind(place)


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


def end(name: str, *, inferred: bool) -> str:
    """Name an end of a journey, and whether the article leaves it to be worked out."""
    return f"{name} ({INFERRED})" if inferred else name


def times(count: int) -> str:
    """Say how often a place is named."""
    return "" if count == 1 else f"{count} times"


def left_out(count: int) -> str:
    """Say how much of the text is not the story."""
    if not count:
        return ""
    what = "1 paragraph is" if count == 1 else f"{count} paragraphs are"
    return f"{what} not part of the story (advertising, links, a biography) and not checked."
