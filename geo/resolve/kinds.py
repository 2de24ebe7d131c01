"""Names go in; which of them the words beside them call a region or a river comes out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.lexicon import any_of, either, listed
from geo.lexicon.kept import compiled
from geo.resolve.namesakes import states_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Article, Place, Span, Toponym
    from geo.ports import Gazetteer

REGION_MARK = "/region"
_RIVER_MARK = "/river"
_REACH = 20
_ISLAND_MARK = "/island"
_COUNTY_MARK = "/county"
_LAND_MARK = "/land"
_TOWN_MARK = "/town"
_BESIDE = 12  # characters of " in southern "
_FRONTED = re.compile(r"\b[A-Z][a-z]+ \Z")
# GeoNames codes of mountains, gulfs, deserts and parts of the world, which take "the".
_WITH_ARTICLE = frozenset({"MTS", "GULF", "DSRT", "PEN", "PT", "RGN"})


def kinds_of(article: Article, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[str, str]:
    """Tell which names the words beside them call a region or a river: "the Donetsk region"."""
    kinds = dict.fromkeys(states_named(toponyms, gazetteer), REGION_MARK)
    towns = _called_towns(article.text, toponyms, gazetteer)
    for toponym in toponyms:
        if toponym.kind is not ToponymKind.NAME:
            continue
        kind = (
            _kind(article.text, toponym.span)
            or _the_river(article.text, toponym, gazetteer)
            or _the_land(article.text, toponym, gazetteer)
        )
        if kind == _COUNTY_MARK and _is_state(toponym.name, gazetteer):
            continue  # "in Indiana, Boone and Clinton counties"
        if not kind and toponym.name in towns and toponym.id not in kinds:
            kind = _TOWN_MARK
        if kind:
            kinds[toponym.id] = kind
    return kinds


def _called_towns(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> set[str]:
    """List the names of lands that the story calls a town's: "Wales, the westernmost town".

    In "Horta, in Portugal, a port of call" the town is the one before, and in "In Jordan, a town
    was shelled" it is another.
    """
    found, last = set(), -_BESIDE
    for toponym in toponyms:
        start, is_beside = toponym.span.start, toponym.span.start - last < _BESIDE
        last = toponym.span.end
        if (
            toponym.kind is ToponymKind.NAME
            and not is_beside
            and _in_apposition("only_town").match(text, last)
            and not _FRONTED.search(text, max(0, start - _REACH), start)
            and any(place.feature_class == "A" for place in gazetteer.candidates(toponym.name)[:1])
        ):
            found.add(toponym.name)
    return found


def _is_state(name: str, gazetteer: Gazetteer) -> bool:
    return any(place.feature_code == "ADM1" for place in gazetteer.candidates(name)[:1])


def _the_river(text: str, toponym: Toponym, gazetteer: Gazetteer) -> str:
    """Tell that "the" and no noun make a river of a name that a town or a country bears too.

    "The Niger" is the river, but "the Gambia" may be the country, which has its article, and "the
    Yukon" the territory.
    """
    span = toponym.span
    before = text[max(0, span.start - 4) : span.start].lower()
    if before[-4:] != "the " or not _alone_after().match(text, span.end):
        return ""
    found = gazetteer.candidates(toponym.name)
    is_other = any(place.feature_class in {"A", "P"} for place in found)
    lands = (f"Republic of the {toponym.name}", f"{toponym.name} Territory")
    if not is_other or any(map(gazetteer.has, lands)):
        return ""
    rivers = (*found, *gazetteer.candidates(f"{toponym.name} River"))
    return _RIVER_MARK if any(place.feature_code == "STM" for place in rivers) else ""


def _the_land(text: str, toponym: Toponym, gazetteer: Gazetteer) -> str:
    """Tell that "the" makes mountains, a gulf or a part of the world of a name that towns bear."""
    span = toponym.span
    is_the = text[max(0, span.start - 4) : span.start].lower() == "the "
    first = gazetteer.candidates(toponym.name)[:1] if is_the else ()
    if not any(place.feature_code in _WITH_ARTICLE for place in first):
        return ""
    return "" if _town_after().match(text, span.end) else _LAND_MARK


@cache
def _in_apposition(name: str) -> re.Pattern[str]:
    """Find ", a small town in " behind a name, but not ", a town council"."""
    article, place = any_of("apposition_article"), either(listed("locative") | {"on", "of"})
    gap = r"[ \u00a0]"
    other = rf"(?!{place}\b)[a-z-]+{gap}"
    end = rf"(?=[,.;:)]|{gap}(?:{place}|{any_of('relative')})\b)"
    return compiled(rf",{gap}{article}{gap}(?:{other}){{0,3}}{any_of(name)}{end}")


@cache
def _town_after() -> re.Pattern[str]:
    return compiled(rf"[ \u00a0]{any_of('settlement')}\b(?! of\b)")


@cache
def _region_after() -> re.Pattern[str]:
    """Find "the Donetsk region", "Texas Gov. X" and "Texas, a U.S. state"."""
    region = either(listed("region") | listed("region_named"))
    governor, whose = any_of("governs_region"), any_of("of_the_nation")
    state = any_of("region_in_apposition")
    return compiled(
        rf"(?:['’]s)?[ \u00a0]{region}\b|[ \u00a0]{governor}[ \u00a0](?=[A-Z])"
        rf"|, (?:the|a) (?:{whose} )?{state}\b(?! {any_of('capital')})"
    )


@cache
def _before(name: str, *, the: bool = False) -> re.Pattern[str]:
    """Find "the region of", "the mouth of the" right before a name."""
    return compiled(rf"\b{any_of(name)}s? of {'the ' if the else ''}\Z")


@cache
def _water_after() -> re.Pattern[str]:
    return compiled(rf"[ \u00a0]({any_of('water')})\b(?![ -]{any_of('by_water')})")


@cache
def _water_before() -> re.Pattern[str]:
    """Find "the river" right before a name: "the river Panj"."""
    return compiled(rf"\b(?:the|a)[ \u00a0]({any_of('water')})[ \u00a0]\Z", re.IGNORECASE)


@cache
def _water_in_apposition() -> re.Pattern[str]:
    """Find ", Kenya's longest river" behind a name, but not ", a town on the river"."""
    other = either(listed("locative") | listed("settlement") | listed("lies") | {"on"})
    end = rf"(?=[,.;:)]|\Z|[ \u00a0](?:{other}|{any_of('relative')})\b)"  # not ", the river rose"
    return compiled(rf", (?:(?!{other}\b)[\w’'-]+ ){{1,4}}({any_of('water')})\b{end}")


@cache
def _alone_after() -> re.Pattern[str]:
    """Find that no noun follows a name: a mark, the end, a verb's beginning, or "valley"."""
    goes_on = either(listed("before_verb") | listed("locative") | listed("part_of_river"))
    return compiled(rf"(?![^\W\d_’'-])(?:[^ \u00a0]|\Z|[ \u00a0](?:and|or|{goes_on})\b)")


@cache
def _counties_after() -> re.Pattern[str]:
    """Find the rest of a list of counties: ", Wright and Harlow counties"."""
    name = r"[^\W\d_][\w'’.-]{0,40}(?:[ \u00a0][^\W\d_a-z][\w'’.-]{0,40})?"
    more = rf"(?:,[ \u00a0]{name}){{0,20}}(?:,?[ \u00a0](?:and|or)[ \u00a0]{name})?"
    return compiled(rf"{more}[ \u00a0]{any_of('many_counties')}\b")


@cache
def _island_after() -> re.Pattern[str]:
    return compiled(rf"[ \u00a0]{any_of('island')}\b")


def _kind(text: str, span: Span) -> str:
    before = max(0, span.start - _REACH)
    water = _water_after().match(text, span.end) or _water_in_apposition().match(text, span.end)
    water = water or _water_before().search(text, before, span.start)
    if water is not None:
        return f"/{water[1]}"
    if _counties_after().match(text, span.end):
        return _COUNTY_MARK
    if _before("part_of_river", the=True).search(text, before, span.start):
        return _RIVER_MARK
    is_island = _island_after().match(text, span.end) or (
        _before("island").search(text, before, span.start)
        or _in_apposition("island").match(text, span.end)
    )
    if is_island:
        return _ISLAND_MARK
    is_before = _before("region").search(text, before, span.start) or (
        _before("region_before").search(text, before, span.start)
    )
    if is_before or _region_after().match(text, span.end):
        return REGION_MARK
    return ""


def of_kind(places: Sequence[Place], kind: str, name: str, gazetteer: Gazetteer) -> Sequence[Place]:
    """Keep the places that are what the words beside the name say.

    Where no region bears the name all stay, for words may be loose ("the Montreal region"). But a
    river is no town: "the Kabul river" is Kabul River, or is not known.
    """
    if kind == REGION_MARK:
        first = [place for place in places if place.feature_code == "ADM1"]
        return first or [place for place in places if place.feature_code == "ADM2"] or places
    if kind == _LAND_MARK:
        return [place for place in places if place.feature_code in _WITH_ARTICLE]
    if kind == _COUNTY_MARK:
        named = (*gazetteer.candidates(f"{name} County"), *places)
        return [place for place in named if place.feature_code == "ADM2"] or places
    if kind == _TOWN_MARK:
        return [place for place in places if place.feature_class == "P"]
    named = (*places, *gazetteer.candidates(f"{name} {kind.removeprefix('/')}"))
    if kind == _ISLAND_MARK:
        islands = [place for place in named if place.feature_code in {"ISL", "ISLS"}]
        # A land may be an island, and so may the likeliest town.
        return islands or [place for place in places if place.feature_class != "P"] or places[:1]
    return [place for place in named if place.feature_class == "H"] or [
        place for place in places if place.feature_class in {"L", "T"}
    ]
