"""Every word of the app's own that a person reads, in one place."""

from __future__ import annotations

from typing import Final

from geo.contracts import ClaimKind, Mode
from geo.maps.spec.model import VerdictSign
from geo.wording import WAYS

NAME: Final = "Dateline"
MOTTO: Final = "Where a story takes place, and whether it can"

NEW_STORY: Final = "New story"
PUBLISH: Final = "Publish"
TO_STORY: Final = "Back to the story"

DESK_TEXT: Final = "Text of the article"
DESK_TEXT_HINT: Final = "Paste the whole article here, headline first, or a link to it."
DESK_HEADLINE: Final = "Headline"
DESK_DAY: Final = "Day of publication"
DESK_DAY_HELP: Final = "Turns “Sunday” into a date. Leave it empty if you do not know."
DESK_GO: Final = "Check the geography"
DESK_EXAMPLES: Final = "Or look at an example:"
DESK_PRIVATE: Final = "The text stays on this computer."
START_FILE: Final = "Or drop a file here"
START_FILE_HELP: Final = (
    "A story as web page, PDF, Word, ODT, RTF, e-mail, news feed or text; or a map (.html), an "
    "analysis or a project (.json) that you saved."
)
WHICH_STORY: Final = "The file holds {count} stories. Which one?"
DATELINE: Final = "Dateline"
LANGUAGE: Final = "Language"
LANGUAGE_UNKNOWN: Final = "No text yet"
LANGUAGES: Final = {"en": "English", "und": "Another language"}

SETTING_UP: Final = "Setting up the gazetteer. This happens once and takes a minute or two."

# What a stage is doing; what has been found so far follows: "Finding figures … 14 sentences".
STAGES: Final = {
    "read": "Reading the text",
    "text": "Reading its grammar",
    "toponyms": "Looking for names",
    "resolve": "Placing them",
    "journeys": "Following the journeys",
    "routes": "Drawing the routes",
    "claims": "Finding figures",
    "checks": "Checking them",
    "map": "Drawing the map",
}
LAST_STAGE: Final = "map"
CANCEL: Final = "Cancel"

PROJECT: Final = ("Project", "The story with its corrections and versions; opens here again")
SAVE_PROJECT: Final = "For a colleague who goes on with it"
VERSIONS: Final = "Earlier versions of this story"
VERSION_BACK: Final = "Bring it back"
CLOSE: Final = "Close"
VERSION_CHANGED: Final = "What changed since"
CHANGED: Final = "What changed since {since}"
CHANGED_SORTS: Final = ("Places", "Journeys", "Figures")
CHANGED_COLUMNS: Final = ("It was", "It is now")
CHANGED_HOW: Final = {"added": "+ new", "gone": "− gone", "changed": "≠ changed"}
COMPARING: Final = "Reading both versions …"
NOTHING_CHANGED: Final = "No place, journey or figure changed."
OTHER_TAB: Final = (
    "This story is open in another tab too. What is changed in both is brought together; where "
    "both change the same thing, this one goes on as a copy."
)
LOST: Final = (
    "The connection to Dateline is lost. What was typed before is kept; "
    "the page goes on by itself when it is back."
)
YOUR_STORIES: Final = "Your stories"
REMOVE: Final = "Remove this story for good"
REMOVE_SIGN: Final = "✕"
EDIT_TEXT: Final = "Edit text"

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
NOT_OPENED: Final = "{reason} Choose another file, or paste a text."

# What is published: its settings, its words, its files.
PUBLISH_TITLE: Final = "Title"
PUBLISH_SOURCE: Final = "Source line"
PUBLISH_SOURCE_HINT: Final = "Map: The Daily Post"
PUBLISH_SIZE: Final = "Shape"
SIZES: Final = {
    "web": "Wide",
    "column": "Column",
    "social": "Social card",
    "print": "A4",
    "phone": "Phone",
}
PUBLISH_THEME: Final = "Colours"
THEMES: Final = {"light": "Light", "dark": "Dark", "print": "Black and white"}
PUBLISH_WHAT: Final = "Show"
WHAT: Final = {True: "Map and findings", False: "Map alone"}
PUBLISH_FRAME: Final = "Frame"
FRAMES: Final = {
    "story": "The whole story",
    "view": "What the map showed last",
    "hand": "Drawn by you",
}
PUBLISH_LABELS: Final = "Labels of the map"
PUBLISH_LABELS_HELP: Final = (
    "Countries, seas and large cities. What the article says of its journeys and figures stays in "
    "its own language; a state or a sea of which the name is not known is not named."
)
LABELS: Final = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
DRAW_FRAME: Final = "Draw a box on the map of the picture: what lies in it is shown."
DRAW_ANEW: Final = "Show all again"
PUBLISH_MAP: Final = "Which map"
MAPS: Final = {"both": "Both", "whole": "The whole story", "detail": "Detail: {names}"}
PUBLISH_HIDE: Final = "Leave out"
PUBLISH_HIDE_HINT: Final = "Nothing is left out"
PUBLISH_ALT: Final = "Alternative text, for whoever does not see the picture"
STILL_TODO: Final = "Not put right yet: {told}."
LEFT_OUT_FIGURES: Final = (
    "1 figure has no room on the picture.",
    "{count} figures have no room on the picture.",
)
LEFT_OUT_NAMES: Final = "No room on the map for: {names}."
LEFT_OUT_NUMBERED: Final = "Named below the map, by number: {names}."
LEFT_OUT_OUTSIDE: Final = "Outside the frame: {names}."
EMBED: Final = "Code to embed the page (lay the HTML file beside yours)"
EMBED_AT: Final = "Address at which the page will stand"
EMBED_AT_HINT: Final = "https://www.example.org/maps/"
EMBED_AT_HELP: Final = (
    "With it the code names the whole address, and the page names an oEmbed answer: a file to lay "
    "beside it, by which editors that know oEmbed embed the page from its address alone."
)
EMBED_NO_ADDRESS: Final = "This is no address of the web: it must begin with https:// or http://."
EMBED_SCRIPT: Final = "The same for editors that take frames away and leave scripts:"
OEMBED: Final = ("oEmbed", "Lay it beside the page: editors that know oEmbed read it there")
ALT_COPY: Final = "To copy"

SAVE_PICTURE: Final = "The picture"
SAVE_PAGE: Final = "The interactive map"
SAVE_DATA: Final = "The data"
SAVE_HTML: Final = "Map as one HTML file"
SAVE_HTML_HELP: Final = "Opens anywhere, without network or scripts from elsewhere"
GRAPHICS: Final = {
    "png": ("PNG", "Twice as many pixels as it is wide; its words are inside"),
    "svg": ("SVG", "The same picture for drawing programs"),
    "pdf": ("PDF", "The same picture to print, with text that can be read aloud"),
}
# One for each row of `geo.export.formats.FORMATS`; a test compares them.
FORMATS: Final = {
    "geojson": ("GeoJSON", "Places, routes and measured lines for GIS programs"),
    "gpkg": ("GeoPackage", "The same as tables with styles; QGIS opens it in our colours"),
    "kml": ("KML", "For Google Earth"),
    "csv": ("CSV", "Tables as text, zipped"),
    "xlsx": ("Excel", "Tables in one workbook"),
    "parquet": ("GeoParquet", "Tables for data programs, zipped"),
    "claimreview": ("ClaimReview", "The verdicts as search engines read them"),
    "json": ("Analysis (JSON)", "Everything that was found, with evidence; opens here again"),
}

HEAD: Final = {
    "todo": "Things to look at, the worst first",
    "panes": "What is shown",
    "map": "Map",
    "findings": "Findings",
    "text": "Text",
}
NOTHING_TODO: Final = "✓ Nothing to put right: {told}."
NOTHING_PLACES: Final = "every place is sure"
NOTHING_FOUND: Final = "Nothing to check: no place and no figure was found."
NOTHING_BUT_NAMES: Final = (
    "Nothing to check: one place is mentioned, but no figure was found.",
    "Nothing to check: {count} places are mentioned, but no figure was found.",
)
NOTHING_FIGURES: Final = ("there is no figure to check", "the one figure holds", "all figures hold")
TODO_SIGNS: Final = {
    "fails": "✗",
    "only-if": "◐",
    "unsure": "◌",
    "unplaced": "◌",
    "assumed": "⇢",
    "unknown": "?",
    "problems": "!",
}
TODO: Final = {
    "fails": ("1 figure is wrong", "{count} figures are wrong"),
    "only-if": ("1 figure holds only in one reading", "{count} figures hold only in one reading"),
    "unsure": ("1 unsure place", "{count} unsure places"),
    "unplaced": ("1 name was not placed", "{count} names were not placed"),
    "assumed": (
        "1 journey with an end that is assumed",
        "{count} journeys with an end that is assumed",
    ),
    "unknown": ("1 figure could not be checked", "{count} figures could not be checked"),
    "problems": ("1 note", "{count} notes"),
}
# What is wrong or in doubt on the map itself, and not only left open.
TODO_OPEN: Final = frozenset({"fails", "unsure", "assumed"})
COUNTS: Final = {
    "figures": ("1 figure", "{count} figures"),
    "places": ("1 place", "{count} places"),
    "journeys": ("1 journey", "{count} journeys"),
    "corrections": ("1 correction", "{count} corrections"),
    "letters": ("1 letter", "{count:,} letters"),
}

READER: Final = {
    "words": "The article",
    "marks": "The article; arrow keys go from one marked word to the next",
    "sample": "words",
    "show": "Show it on the map",
    "correct": "Correct it",
    "keep": "Keep it on the map",
    "pick": "Correct these words",
    "name_words": "Mark other words",
    "which_words": "Words of the article: a place, a figure or a journey",
    "which_words_hint": "Type the words, or select them in the article with the mouse.",
    "no_such_words": "The story has no such words.",
    "words_found": "{number} of {count}: … {words}",
    "words_next": "(arrow keys: the next)",
    "key_place": "place",
    "key_unsure": "place that may be another",
    "key_stands": "stands for a government or team",
    "key_route": "journey",
    "key_card": "figure that was checked",
    "show_left_out": "Show it",
    "hide_left_out": "Hide it",
    "sources": "Sources",
    "none": "None.",
}

TABLE_PLACES: Final = "Places"
TABLE_MENTIONED: Final = "Only mentioned"
TABLE_UNPLACED: Final = "Names that were not placed"
TABLE_JOURNEYS: Final = "Journeys"
TABLE_FIGURES: Final = "Figures, with every reading"
TABLE_PROBLEMS: Final = "Notes"
PLACE_COLUMNS: Final = ("Place", "Where", "In the text", "Why this one", "How sure")
JOURNEY_COLUMNS: Final = ("Who", "From and to", "How", "Because the article says")
FIGURE_COLUMNS: Final = ("The article says", "Verdict", "Readings that were tried")
PROBLEM_COLUMNS: Final = ("What", "Where in the text")

CHOSEN: Final = "chosen by you"
NOT_PLACED: Final = "not placed"
ASSOCIATIVE: Final = "stands for a government, a team or the like"
UNKNOWN_END: Final = "not said"
UNKNOWN_TRAVELLER: Final = "not said who"
DEPARTED: Final = "left"
ARRIVED: Final = "arrives"
ASSUMED: Final = "assumed"
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
    ClaimKind.MOUTH: "where a river ends",
    ClaimKind.SUM: "figures that belong together",
}
SIGNS: Final = {
    VerdictSign.HOLDS: "✓",
    VerdictSign.ONLY_IF: "◐",
    VerdictSign.FAILS: "✗",
    VerdictSign.UNKNOWN: "?",
}
