"""A place's name in its sentence goes in; whether the place itself is meant comes out, and why.

A name is associative where a government, a team, a newspaper or another body stands behind it:
"Moscow wants", "the Pentagon said", "Chelsea FC", "warned Pyongyang". All else is literal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Sense
from geo.toponyms.lexicon import cues
from geo.toponyms.signs import head_after, is_institution, is_seat

if TYPE_CHECKING:
    from geo.toponyms.judge import Found
    from geo.toponyms.names import Match
    from geo.toponyms.tokens import Sentence

_AUXILIARIES = 3


class Reading(NamedTuple):
    """The sense of a name, and the reason in words."""

    sense: Sense
    reason: str


def sense_of(found: Found, sentence: Sentence) -> Reading:
    """Tell whether a name means the place or something tied to it."""
    match = found.match
    body = _body(found, sentence)
    if body:
        return Reading(Sense.ASSOCIATIVE, f"part of the name of {body}")
    is_located = not found.signs.isdisjoint({"strong preposition before", "cue before"})
    if is_located:
        return Reading(Sense.LITERAL, _literal(found))
    if is_institution(match):
        return _institution(match, sentence)
    if is_seat(match):
        verb = _verb_after(match, sentence)
        if verb:
            return Reading(
                Sense.ASSOCIATIVE, f"“{match.name}{verb}”: a government or its people act"
            )
        partner = _partner(match, sentence)
        if partner:
            return Reading(Sense.ASSOCIATIVE, f"“{partner}”: a government is meant")
    if "a sport after" in found.signs:
        return Reading(Sense.ASSOCIATIVE, "a team of that name plays")
    return Reading(Sense.LITERAL, _literal(found))


def _literal(found: Found) -> str:
    for sign, reason in (
        ("its container after", "a known name with the place that holds it"),
        ("strong preposition before", "a known name behind a word of place"),
        ("preposition before", "a known name behind a word of place"),
        ("cue before", "a known name behind a word of place"),
        ("cue after", "a known name before a word for people or parts of a place"),
    ):
        if sign in found.signs:
            return reason
    return "a name that the gazetteer knows"


def _body(found: Found, sentence: Sentence) -> str:
    """Name the organisation that the place's name is part of, "" if it is of none."""
    match, tokens = found.match, sentence.tokens
    if "a team after" in found.signs:
        return "a team"
    if "an office or firm after" in found.signs:
        head = head_after(match, sentence)
        if head is not None:
            words = " ".join(token.text for token in tokens[match.first : head + 1])
            return f"an organisation (“{words}”)"
    if match.first > 1 and tokens[match.first - 1].text == "of":
        before = tokens[match.first - 2]
        if before.is_capital and before.text in cues("of_heads"):
            return f"an organisation (“{before.text} of {match.name}”)"
    return ""


def _institution(match: Match, sentence: Sentence) -> Reading:
    tokens = sentence.tokens
    first = match.first - 1
    if first >= 0 and tokens[first].lower == "the":
        first -= 1
    if first >= 0 and tokens[first].lower in cues("locative") - {"of", "from", "to"}:
        return Reading(Sense.LITERAL, "a building behind a word of place")
    return Reading(Sense.ASSOCIATIVE, "an institution that speaks and acts, not its building")


def _verb_after(match: Match, sentence: Sentence) -> str:
    """Return the words up to a verb of speaking or governing that the name is the subject of."""
    tokens = sentence.tokens
    if match.first and tokens[match.first - 1].lower in cues("locative"):
        return ""
    last = tokens[match.end - 1]
    words: list[str] = []
    for token in tokens[match.end : match.end + _AUXILIARIES]:
        if not token.is_joined:
            return ""
        words.append(token.text)
        lower = token.lower
        if last.is_possessive:
            return f"’s {lower}" if lower in cues("government_nouns") else ""
        if len(words) == 1 and lower in cues("hyphened" if token.gap == "-" else "state_nouns"):
            return f"{token.gap}{lower}"
        if lower in cues("government_verbs"):
            return " " + " ".join(words)
        if lower not in cues("auxiliaries"):
            return ""
    return ""


def _partner(match: Match, sentence: Sentence) -> str:
    """Return the words that make the name the partner of a government's act: "warned Tehran"."""
    tokens = sentence.tokens
    if not match.first or not tokens[match.first].is_joined:
        return ""
    before = tokens[match.first - 1].text
    if before.lower() in cues("objects_of_diplomacy"):
        return f"{before} {match.name}"
    return ""
