"""Every word of the card on which something is put right, and of the list of what was."""

from __future__ import annotations

from typing import Final

from geo.contracts import LegStatus

# The card on which something is put right, and the list of what was.
TITLE: Final = "Correct"
CLOSE: Final = "Close"
GONE: Final = "This is no longer in the story as it is shown now."
WHICH: Final = "Which place is it?"
SEARCH: Final = "Search all places"
SEARCH_HINT: Final = "Paris, Tex or Tarbert, Harris"
# How a place lies to the nearest town that is larger.
NEAR: Final = "{km}\u00a0km {direction} of {town}"
NOT_FOUND: Final = "No place is called so. Type its position below."
EVERYWHERE: Final = "Wherever these words stand"
CHOOSE: Final = "This is the place"
POSITION: Final = "Or type its position"
LAT: Final = "Latitude, degrees"
LON: Final = "Longitude, degrees"
PUT: Final = "Put it there"
MOVED: Final = "Its pin was dragged to {position}."
MOVED_PUT: Final = "It is where I dropped it"
TELL_OF: Final = "What do these words tell of?"
A_PLACE: Final = "a place"
A_FIGURE: Final = "a figure"
A_JOURNEY: Final = "a journey"
WHO_KNOWN: Final = "Or somebody who travels in the story"
NOBODY: Final = "Choose who"
GOT_INSTEAD: Final = "Where it got to"
NO_END: Final = "Choose at least one of its places; a line needs two."
ADD: Final = "Add the journey"
ADDED: Final = "This journey was added by hand."
NOT_ADDED: Final = "Take the journey away"
CANDIDATES: Final = {
    "map": "Where these places lie",
    "hint": "Or drag the pin on the map to where it belongs.",
    "new": "Or drag the new pin, in the middle of the map, to where it belongs.",
}
NO_PLACE: Final = "Not a place"
STANDS: Final = "Means its government, team or people"
ITSELF: Final = "Means the place itself"
LOOKS: Final = "How it is shown"
LABEL: Final = "Label on the map"
NOTE: Final = "Note"
HIDE: Final = "Hide it on the map"
KEEP: Final = "Save changes"
MEASURE: Final = "Measure it between two places"
FROM: Final = "From"
TO: Final = "To"
VIA: Final = "By way of"
CHOICE: Final = "Choose a place"
UNREAD: Final = "This figure was not read as a distance between two places."
CHECK: Final = "Check it so"
WHO: Final = "Who"
MODE: Final = "By what"
STATUS: Final = "Is it so?"
ENDED: Final = {
    LegStatus.TURNED_BACK: "Where it turned back",
    LegStatus.DIVERTED: "Where it went instead",
}
GOT_TO: Final = "Where it got to"
DEPARTED: Final = "Left"
ARRIVED: Final = "Arrived"
UNKNOWN: Final = "not known"
NONE: Final = "nowhere"
NO_JOURNEY: Final = "Nobody went"
ASSUMED: Final = "The article does not say that this journey {ends}. Dateline assumes it."
WHY: Final = "Why: {reason}."
STARTS_AT: Final = "starts in {place}"
ENDS_AT: Final = "ends in {place}"
PASSES: Final = "passes {place}"
ENDS_RIGHT: Final = "That is right"
SPLIT: Final = "Two journeys, parted at {place}"
JOIN: Final = "One journey with the next leg"
BY_HAND: Final = "put there by hand"
STANDINGS: Final = {
    "accepted": "It is right",
    "dismissed": "Do not count it",
    "noted": "Save only the note",
}
CORRECTIONS: Final = "Your corrections ({count})"
UNDO: Final = "Undo"
REDO: Final = "Redo"
TAKE_BACK: Final = "Take back"
EDITS: Final = {
    "place": "“{quote}” is {place}",
    "no_place": "“{quote}” is not a place",
    "literal": "“{quote}” means the place itself",
    "associative": "“{quote}” means a government, a team or people",
    "hidden": "“{quote}” is hidden on the map",
    "label": "“{quote}” is labelled “{label}”",
    "note": "“{quote}” has a note",
    "journey": "The journey at “{quote}”: {changes}",
    "no_journey": "Nobody made the journey at “{quote}”",
    "split": "The journey at “{quote}” is two, parted at “{at}”",
    "joined": "The journey at “{quote}” goes on as one",
    "accepted": "“{quote}” is right",
    "dismissed": "“{quote}” is not counted",
    "noted": "“{quote}” has a note",
    "measure": "A line that was measured at “{quote}” is kept",
    "added": "A journey was added at “{quote}”: {journey}",
    "figure": "“{quote}” is measured from “{subject}” to “{measured_to}”",
}
# What was changed in a journey, in the order of the card.
CHANGES: Final = {
    "traveller": "who: {value}",
    "mode": "{value}",
    "status": "{value}",
    "ends": "{value}",
    "ended": "got to {value}",
    "departed": "left {value}",
    "arrived": "arrived {value}",
}
NO_CHANGE: Final = "kept as it is"
