"""A place's name in its sentence goes in; whether the place itself is meant comes out, and why.

A name is associative where a government, a team, a newspaper or another body stands behind it:
"Moscow wants", "the Pentagon said", "Chelsea FC", "warned Pyongyang". All else is literal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Sense
from geo.lexicon import endings, listed
from geo.lexicon.names import first_names
from geo.toponyms.called_after import called_after
from geo.toponyms.context import head_after, is_institution, is_seat
from geo.toponyms.wholes import longer_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.toponyms.found import Found
    from geo.toponyms.names import Match

_AUXILIARIES = 4
_REACH = 3
_PLACED = frozenset({"strong preposition before", "preposition before", "cue before"})
_LOCATED = frozenset({"strong preposition before", "cue before"})


# What says that something happens in a place, though a team bears its name elsewhere.
_HAPPENS = _LOCATED | {"a dateline", "a journey before", "its container after", "an act upon it"}
_TEAM = "a team of that name plays"


class SenseJudgement(NamedTuple):
    """The sense of a name, and the reason in words.

    ``acts`` where a government does, or is acted upon, which ``is_partner`` tells.
    """

    sense: Sense
    reason: str
    acts: bool = False
    is_partner: bool = False


def senses_of(several: Sequence[Found], sentence: Sentence) -> list[SenseJudgement]:
    """Tell of the names of one sentence whether each means the place or something tied to it.

    What one of a list does, all of it do: "Bolivia, Peru and Chile signed", "with Rome and Bonn".
    """
    readings = [_sense_of(found, sentence) for found in several]
    is_list = False
    for index in range(len(several) - 2, -1, -1):
        found, following = several[index], readings[index + 1]
        begins = index > 0 and _is_comma(several[index - 1].match, found.match, sentence)
        is_list = _is_listed(
            found.match, several[index + 1].match, sentence, is_list=is_list or begins
        )
        if not (is_list and following.acts):
            continue
        if not found.signs.isdisjoint(_PLACED):
            # "in Chile and Peru said": the list as a whole stands behind the word of place.
            readings[index + 1] = SenseJudgement(Sense.LITERAL, _literal(found))
        elif is_seat(found.match) and not following.is_partner:
            readings[index] = following
    for index in range(1, len(several)):
        found, before = several[index], readings[index - 1]
        if (
            before.is_partner
            and is_seat(found.match)
            and _is_listed(several[index - 1].match, found.match, sentence, is_list=True)
        ):
            readings[index] = before
    return readings


def only_teams(found: Iterable[Found]) -> frozenset[str]:
    """List the names that stand for a team in a story, and never for where something happens.

    "Fans of Aldershot" are a team's, where Aldershot has won and nobody goes there.
    """
    plays, happens = set(), set()
    for each in found:
        name = each.match.name.lower()
        if "a team plays" in each.signs:
            plays.add(name)
        if not each.signs.isdisjoint(_HAPPENS):
            happens.add(name)
    return frozenset(plays - happens)


def of_team(reading: SenseJudgement) -> SenseJudgement:
    """Read a name as a team's where nothing else was read."""
    if reading.sense is Sense.ASSOCIATIVE:
        return reading
    return SenseJudgement(Sense.ASSOCIATIVE, _TEAM)


def _is_comma(one: Match, other: Match, sentence: Sentence) -> bool:
    """Whether only a comma parts two names."""
    return one.end == other.first and sentence.tokens[other.first].gap == ", "


def _is_listed(one: Match, other: Match, sentence: Sentence, *, is_list: bool) -> bool:
    """Whether "and" or "or" parts two names, or a comma where ``is_list`` shows more of them."""
    if _is_comma(one, other, sentence):
        return is_list
    between = sentence.tokens[one.end : other.first]
    if len(between) != 1 or between[0].text not in {"and", "or", "&"}:
        return False
    return between[0].gap == " " or (is_list and between[0].gap == ", ")


def _sense_of(found: Found, sentence: Sentence) -> SenseJudgement:
    body = _body(found, sentence)
    if body:
        return SenseJudgement(Sense.ASSOCIATIVE, f"part of the name of {body}")
    if found.signs.isdisjoint(_LOCATED):
        why = _stands_for(found, sentence)
        if why:
            is_power = not why.startswith("a team")
            is_partner = why.startswith(f"“{_partner(found.match, sentence)}”")
            return SenseJudgement(Sense.ASSOCIATIVE, why, acts=is_power, is_partner=is_partner)
    return SenseJudgement(Sense.LITERAL, _literal(found))


def _stands_for(found: Found, sentence: Sentence) -> str:
    """Say for whom a name stands, "" where the place itself is meant."""
    match = found.match
    if is_institution(match) or match.prior.feature_code == "GOVT":
        goes_there = match.prior.feature_class == "P" and "a journey before" in found.signs
        located = goes_there or _is_located_building(match, sentence)
        return "" if located else "an institution that speaks and acts, not its building"
    if is_seat(match):
        verb = _verb_after(match, sentence)
        if verb:
            return f"“{match.name}{verb}”: a government or its people act"
        partner = _partner(match, sentence)
        if partner:
            return f"“{partner}”: a government is meant"
    return _TEAM if "a team plays" in found.signs else ""


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
        if before.is_capital and before.text in listed("body_of"):
            return f"an organisation (“{before.text} of {match.name}”)"
    return (
        _agreement(match, tokens) or called_after(found, sentence) or longer_name(found, sentence)
    )


def _agreement(match: Match, tokens: Sequence[Token]) -> str:
    """Name the agreement that is called after the place: "the Minsk agreements"."""
    after = tokens[match.end] if match.end < len(tokens) else None
    if after is None or after.gap != " " or tokens[match.end - 1].is_possessive:
        return ""
    is_one = after.lower in listed("agreed_there")
    return f"an agreement (“{match.name} {after.text}”)" if is_one else ""


def _is_located_building(match: Match, sentence: Sentence) -> bool:
    """Whether a word of place stands before an institution: "outside the Kremlin"."""
    tokens = sentence.tokens
    first = match.first - 1
    if first >= 0 and tokens[first].lower == "the":
        first -= 1
    return first >= 0 and tokens[first].lower in listed("locative") - listed("not_building")


def _verb_after(match: Match, sentence: Sentence) -> str:
    """Return what follows a name that stands for a government: " has warned", "’s leader"."""
    tokens = sentence.tokens
    if match.first and tokens[match.first - 1].lower in listed("locative"):
        return ""
    following = tokens[match.end : match.end + _AUXILIARIES]
    if not following or not following[0].is_joined:
        return ""
    first = following[0]
    if tokens[match.end - 1].is_possessive:
        owned = _official(following)
        return f"’s {owned}" if owned else ""
    if first.lower in listed("state_made" if first.gap == "-" else "state_noun"):
        return f"{first.gap}{first.lower}"
    return _predicate(following)


def _official(following: Sequence[Token]) -> str:
    """Return the words behind a possessive up to whoever acts for a government."""
    first = following[0]
    if first.lower in listed("government_noun"):
        return first.lower
    words = ""
    for token in following:
        if not token.is_joined or token.is_capital:
            break
        words = f"{words} {token.text}".lstrip()
        if token.lower in listed("role") or token.lower in listed("title"):
            return words
    is_named = first.is_capital and len(following) > 1 and following[1].is_capital
    return first.text if is_named and first.lower in first_names() else ""


def _predicate(following: Sequence[Token]) -> str:
    """Return the words up to a verb of governing, with nothing but auxiliaries before it."""
    words = ""
    for index, token in enumerate(following):
        if not token.is_joined:
            break
        words += f" {token.text}"
        after = following[index + 1].lower if index + 1 < len(following) else ""
        if token.lower in listed("governs") and after != "by":
            return words
        if f"{token.lower} {after}" in listed("governs_pair") or (
            after in listed("of_the_state") and token.lower.endswith(endings("act_ending"))
        ):
            return f"{words} {after}"
        if token.lower not in listed("before_verb"):
            break
    return ""


def _partner(match: Match, sentence: Sentence) -> str:
    """Return the words that make the name the partner of a government's act: "warned Tehran"."""
    tokens = sentence.tokens
    if not match.first or not tokens[match.first].is_joined:
        return ""
    before = tokens[match.first - 1].text
    earlier = [token.lower for token in tokens[max(0, match.first - _REACH) : match.first - 1]]
    if not listed("border").isdisjoint(earlier):
        return ""  # "has borders with China"
    if before == "by" and earlier and earlier[-1] in listed("governs"):
        return f"{earlier[-1]} by {match.name}"
    if before.lower() in listed("done_to_state"):
        return f"{before} {match.name}"
    return ""
