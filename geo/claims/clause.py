"""Finds the place right beside a figure, which is its subject: "…, and Bonn is 400 km from"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.plain import without_clauses
from geo.contracts import ToponymKind
from geo.lexicon import any_of, either, listed
from geo.lexicon.directions import ways
from geo.lexicon.kept import compiled
from geo.lexicon.motion import journey_nouns

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount

# Stands for the name of an area; a private character, which no name has.
_AREA = "\ue000"


def place_right_before(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Find a town with nothing but "is" or "lies" between it and a figure, at a clause's start.

    There it is the subject, however the sentence before it was understood. So it is of "X, which
    is", whatever stands before X; and where a figure was told of another place already, of
    ", and X, 80 km from", where X only stands beside the figure.
    """
    before = [one for one in scene.mentions if one.span.end <= amount.start]
    if opening := _opening(scene, amount) or _behind_aside(scene, amount, before):
        return opening
    if not before or not is_town(before[-1]):
        return None
    last = before[-1]
    gap, head = scene.between(last.span.end, amount.start), scene.before(last.span.start)
    if _which().fullmatch(gap):
        return last
    if _links().fullmatch(gap):
        return last if _opens().search(head) else None
    if scene.anchors and gap == " " and _again().search(head):
        return last  # "Lima lies 80 km south of Huacho, Ica 300 km"
    is_second = bool(scene.anchors) and _beside().fullmatch(gap)
    return last if is_second and _joined().search(head) and not _pair().search(head) else None


def _behind_aside(
    scene: Scene, amount: Amount, before: list[PlacedMention]
) -> PlacedMention | None:
    """Find the town of a later clause, with an aside behind it: ", and Linz, on the Danube, is"."""
    for one in filter(is_town, before):
        gap, head = scene.between(one.span.end, amount.start), scene.before(one.span.start)
        if _aside_and_lies().fullmatch(gap) and _new_clause().search(head):
            return one
    return None


@cache
def _aside_and_lies() -> re.Pattern[str]:
    return compiled(rf",\s[^,;]{{2,80}},\s{any_of('lies')}{_measured()}\s", re.IGNORECASE)


@cache
def _new_clause() -> re.Pattern[str]:
    return compiled(rf"[,;]\s{any_of('joins_clause')}\s$")


def _opening(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Find the place that opens its sentence and of which all before the figure is told.

    "Arica is the country's last city, 190 km north of", "Arica, where ships call, lies".
    """
    start = _behind_dateline(scene)
    first = next((one for one in scene.mentions if one.span.start >= start), None)
    if first is None or not is_town(first) or scene.anchors:
        return None
    opens = scene.between(start, first.span.start).strip("“\"‘' ").lower()
    gap = scene.between(first.span.end, amount.start)
    is_told = not opens and first.span.end <= amount.start and _is_kind().fullmatch(gap)
    return first if is_told else None


def _behind_dateline(scene: Scene) -> int:
    """Find where a sentence begins that has a dateline before it: "GRAZ, Austria - Linz is"."""
    start = scene.sentence.start
    if not (scene.mentions and scene.story.is_dateline(scene.mentions[0])):
        return start
    dateline = re.match(r".{2,60}?\s[-–—]+\s", scene.after(start))
    return start + dateline.end() if dateline else scene.mentions[0].span.end


def place_behind(scene: Scene, amount: Amount, anchor: PlacedMention) -> PlacedMention | None:
    """Read "80 km north of Kyiv lies Chernobyl"."""
    follows = re.match(
        rf"\s?,?\s{any_of('inverted')}\s(?:the\s(?:[a-z-]{{1,20}}\s){{1,3}}of\s)?",
        scene.after(anchor.span.end),
    )
    if follows is None:
        return _ahead(scene, amount, anchor)
    if _is_beside_name(scene, amount):
        return None
    start = anchor.span.end + follows.end()
    found = (one for one in scene.mentions if one.span.start == start and one.can_be_subject)
    return next(found, None)


def _ahead(scene: Scene, amount: Amount, anchor: PlacedMention) -> PlacedMention | None:
    """Read "80 km from A, in B, people": no place but B is named that may be so far away."""
    if any(one.span.end <= amount.start for one in scene.mentions):
        return None
    joint = _in_place().match(scene.after(anchor.span.end))
    start = anchor.span.end + joint.end() if joint else -1
    named = (one for one in scene.mentions if one.span.start == start and is_town(one))
    return next((one for one in named if not _is_owner(scene, one)), None)


def _is_owner(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a name only says whose, or what part, the thing behind it is: "in Ica province"."""
    kinds = either(listed("place_kind") | listed("settlement"))
    words = rf"['’]|\s{kinds}(?![^\W_])"
    return bool(re.match(words, scene.after(mention.span.end), re.IGNORECASE))


@cache
def _again() -> re.Pattern[str]:
    return compiled(rf"[,;]\s(?:{any_of('joins_clause')}\s)?$", re.IGNORECASE)


@cache
def _in_place() -> re.Pattern[str]:
    return compiled(rf",?\s{any_of('ahead')}\s(?:the\s{any_of('place_noun')}\sof\s)?")


def _is_beside_name(scene: Scene, amount: Amount) -> bool:
    """Whether the figure tells of the name before it: "Graz, 145 km from Vienna, is …"."""
    return any(scene.between(one.span.end, amount.start) == ", " for one in scene.mentions)


def stands_beside(scene: Scene, mention: PlacedMention, amount: Amount) -> bool:
    """Whether nothing but what it is parts a town from a figure: "in Graz, a city 145 km from"."""
    gap = scene.between(mention.span.end, amount.start)
    for one in scene.mentions:
        is_between = mention.span.end <= one.span.start < amount.start
        is_whose = one.toponym.kind is ToponymKind.DEMONYM
        if is_between and one.place and one.place.is_area and not is_whose:
            gap = gap.replace(one.span.text, _AREA, 1)
    gap = _on_day().sub("", _in_area().sub("", without_clauses(gap)))
    return is_town(mention) and _beside().fullmatch(gap) is not None


def is_town(mention: PlacedMention) -> bool:
    """Whether a mention names a place that is no area, and something may be said of it."""
    return not mention.is_area and mention.can_be_subject


@cache
def _in_area() -> re.Pattern[str]:
    """Find what only says where a town is: "Graz, Styria, 145 km", "Graz in Styria, 145 km"."""
    return compiled(rf"(?:,|\s{any_of('setting')})\s(?:[a-z-]{{2,16}}\s)?{_AREA}")


@cache
def _on_day() -> re.Pattern[str]:
    """Find what only says when: "in Graz on Dec. 7, a trip of 145 km", "in Graz on Monday"."""
    when = rf"{any_of('leads_time')}\s[^\W\d_]{{3,12}}\.?(?:\s\d{{1,2}})?"
    return compiled(rf"^\s{when}(?=,)")


@cache
def _links() -> re.Pattern[str]:
    return compiled(rf"\s{any_of('lies')}{_measured()}\s", re.IGNORECASE)


def _measured() -> str:
    """Regular expression for an aside that says how a distance is measured, or nothing."""
    return rf"(?:,\s{either(ways())},)?"


@cache
def _which() -> re.Pattern[str]:
    lies = rf"(?:{any_of('also_or_now')}\s)?{any_of('lies')}"
    says = rf"(?:[^\W\d_][^,;.]{{0,24}}\s{any_of('said')}\s)?"
    return compiled(rf",?\s{any_of('relative')}\s{says}{lies}\s", re.IGNORECASE)


@cache
def _is_kind() -> re.Pattern[str]:
    """Find " is the country's northernmost city, " of a sentence that opens with a place.

    Or how long the way is: " itself is four hours by bus, ".
    """
    kinds = listed("place_noun") | listed("settlement") | listed("place_kind")
    words = either({*kinds, *ways(), *journey_nouns()})
    aside = rf"(?:\s{any_of('reflexive')})?(?:,\s[^;]{{2,140}},)?"
    kind = rf"(?:\s[^,;]{{1,60}}\s{words},|{_measured()})?"
    return compiled(rf"{aside}\s{any_of('lies')}{kind}\s", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    kinds = either(listed("place_noun") | listed("settlement") | listed("place_kind"))
    noun = rf"(?:{any_of('article')}\s(?:[a-z-]{{2,16}}\s){{0,3}}{kinds}\s)?"
    nouns = either(listed("of_distance") | listed("names_journey"))
    distance = rf"(?:at\s)?{any_of('article')}\s(?:[a-z-]{{2,16}}\s)?{nouns}\sof\s"
    still = rf"{any_of('still')}\s|{either(ways())},\s"
    return compiled(rf",\s(?:{distance}|{still}|{noun})", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    return compiled(rf"(?:[,;:–—]|(?<![^\W_]){any_of('joins_clause')})\s$", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    """Find what joins a second place to the first: ", and from X, 80 km"."""
    joins, setting = any_of("joins_clause"), any_of("setting")
    return compiled(rf"(?<![^\W_]){joins}\s(?:{setting}\s)?$|;\s$", re.IGNORECASE)


@cache
def _pair() -> re.Pattern[str]:
    """Find a pair that is one thing's place: "between A and B, 80 km from"."""
    return compiled(rf"(?<![^\W_])between\s[^,;]{{1,60}}\s{any_of('joins_clause')}\s$")


def is_of_clause_before(scene: Scene, found: PlacedMention, amount: Amount) -> bool:
    """Whether a place stands before a semicolon, and another that is told of between it and here.

    A parser that joins both clauses is not to be trusted.
    """
    head = scene.before(amount.start)
    cut = scene.sentence.start + head.rfind(";")
    if ";" not in head or not scene.sentence.start <= found.span.start < cut:
        return False
    return any(
        cut < one.span.start < amount.start
        and one.can_be_subject
        and one.toponym.id not in scene.anchors
        for one in scene.mentions
    )
