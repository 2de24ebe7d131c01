"""Checks what clocks show in two places, with the time zones of tzdata."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from geo.checks.types.ground import SURE, fails, holds, unknown
from geo.checks.wording import place_name
from geo.contracts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim, Place

# Where the day is not known, clocks may show winter time or summer time.
_MONTHS = (1, 7)
_SEASONS = {"winter": 1, "summer": 7}
_ALWAYS, _NOW = "always", "now"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Clocks change at the end or the beginning of months.
_MIDDLE = 15
# Where the article has no date it is taken for one of these days: rules change seldom.
_YEAR = 2026
_DAY_MIN = 1440
_HOUR_MIN, _QUARTER_MIN = 60, 15
_DIFFERENCE, _ZONES = "time difference", "so many time zones"
_OF_ITS_COUNTRY = " of its country"
_DIAL = "time by the dial"
_TRIP, _LOCAL = "left and arrived", " local time "
# A town of fewer people may keep a time that no larger one does.
_SMALL = 1_000
# A time on the way is rounded by so much, or such a share; what is off by more than the second
# pair is another time.
_ROUNDED, _OTHER = (20, 0.1), (75, 0.25)


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the difference stated with those that the zones of both places allow."""
    relation, _, minutes = claim.relation.rpartition(": ")
    stated = int(minutes)
    if relation.startswith("local time"):
        return _local(claim, stated, ground)
    places = ground.places(claim)
    if not places:
        return unknown(claim)
    if relation.startswith(_ZONES):
        return _count(claim, places[0], stated, ground)
    if relation.startswith(_TRIP):
        return _trip(claim, stated, places, ground)
    return _apart_as_said(claim, stated, places, ground)


def _apart_as_said(claim: Claim, stated: int, places: Sequence[Place], ground: Ground) -> Check:
    """Judge by how much one place's clocks are ahead of another's, or of GMT."""
    relation = claim.relation.rpartition(": ")[0]
    season = relation.partition(" @")[2]
    days = _days(ground, "" if season == _ALWAYS else season, places)
    is_to_gmt = " to gmt" in relation
    if not is_to_gmt and len(places) != 2:  # noqa: PLR2004 - a difference has two ends
        return unknown(claim)
    ends = places[:1] if is_to_gmt else places
    found = _differences(ends, days, ground)
    if season == _ALWAYS:
        # What holds in one half of the year alone does not hold all year.
        by_half = [_differences(ends, (day,), ground) for day in days]
        found = next((half for half in by_half if stated not in half), found)
    if relation.startswith(_DIFFERENCE):
        # Which of the two is ahead is not said.
        stated = next((value for value in found if abs(value) == stated), stated)
    names = (place_name(places[0]), "GMT" if is_to_gmt else place_name(places[1]))
    rare = set() if " @" in relation else _of_some_weeks(places, ground)
    check = _judged(claim, stated, (found, rare), names)
    if check.verdict is Verdict.REFUTED and any(_is_of_own(place, ground) for place in ends):
        return unknown(claim, f"{check.reason} But one of the two may have a time of its own.")
    usual = _differences([_seat(place, ground) for place in ends], days, ground)
    by_dial = {value % _DAY_MIN for value in usual}
    if check.verdict is Verdict.SUPPORTED and usual and stated % _DAY_MIN not in by_dial:
        return unknown(claim, f"{check.reason} It depends on the part of the country.")
    if check.verdict is Verdict.SUPPORTED and ground.published and not season:
        today = {one % _DAY_MIN for one in _differences(ends, (ground.published,), ground)}
        if stated % _DAY_MIN not in today:
            return unknown(claim, f"{check.reason} On the day of publication it is not as said.")
    return check


def _is_of_own(place: Place, ground: Ground) -> bool:
    """Whether it is an island, or lies where a zone is drawn that no town of its country keeps."""
    if place.feature_code.startswith("ISL"):
        return True
    is_small = place.feature_class != "A" and place.population < _SMALL
    own = ground.facts.zone_at(place.lon, place.lat)
    return is_small and own not in ground.facts.zones(place.country_code, "")


def _differences(places: Sequence[Place], days: tuple[date, ...], ground: Ground) -> set[int]:
    """Tell by how many minutes the clocks of a place may be ahead of another's, or of GMT."""
    if len(places) == 1:
        return {one for day in days for one in _at(places[0], day, ground)}
    return {one - two for one, two in _pairs((places[0], places[1]), days, ground)}


def _seat(place: Place, ground: Ground) -> Place:
    """Give the capital of a country, whose clocks stand for it where it has several times."""
    is_country = place.feature_code.startswith("PCL")
    return (ground.gazetteer.capital(place.country_code) if is_country else None) or place


def _of_some_weeks(places: Sequence[Place], ground: Ground) -> set[int]:
    """Give what clocks differ by in any month, so in weeks when only one has summer time.

    None of it counts where the article has a date.
    """
    if ground.published or len(places) != 2:  # noqa: PLR2004 - a difference has two ends
        return set()
    days = tuple(date(_YEAR, month, _MIDDLE) for month in range(1, 13))
    return {one - two for one, two in _pairs((places[0], places[1]), days, ground)}


def _judged(
    claim: Claim, stated: int, known: tuple[set[int], set[int]], names: tuple[str, str]
) -> Check:
    """Judge by what clocks differ by for months, and what for some weeks at least."""
    found, rare = known
    if not found:
        return unknown(claim, "The time zone of one of the two is not known.")
    told = " or ".join(_words(minutes, *names) for minutes in sorted(found))
    if stated % _DAY_MIN in {minutes % _DAY_MIN for minutes in found}:
        return holds(claim, f"{told[0].upper()}{told[1:]}.")
    if claim.relation.startswith(_DIAL) and any(_is_on_dial(stated, one) for one in found):
        return holds(claim, f"{told[0].upper()}{told[1:]}.")
    if stated in rare:
        return unknown(claim, f"{told[0].upper()}{told[1:]}; in some weeks of the year as said.")
    # Nepal's clocks are three quarters of an hour off: who says "nine hours" may have rounded them
    is_whole = stated % _HOUR_MIN == 0
    if is_whole and all(abs(stated - minutes) == _QUARTER_MIN for minutes in found):
        return unknown(claim, f"{told[0].upper()}{told[1:]}; to the hour it is as said.")
    other = f", not {_hours(stated)}" if stated else ""
    return fails(claim, f"{told[0].upper()}{told[1:]}{other}.")


def _is_on_dial(stated: int, found: int) -> bool:
    """Whether two differences show the same hands: "clocks say two" is day or night."""
    return (stated - found) % (_DAY_MIN // 2) == 0


def _trip(claim: Claim, stated: int, places: Sequence[Place], ground: Ground) -> Check:
    """Judge the clocks at both ends of a journey against the time that it is said to have taken.

    Where the words do not say that they are local times, both may be told by one clock.
    """
    if len(places) != 2:  # noqa: PLR2004 - a journey has two ends
        return unknown(claim)
    words = claim.relation.rpartition(": ")[0]
    took = int(words.rpartition(" ")[2])
    clocks = _pairs((places[0], places[1]), _days(ground), ground)
    found = {one - two for one, two in clocks}
    if not found:
        return unknown(claim, "The time zone of one of the two is not known.")
    readings = found if _LOCAL in words else found | {0}
    near = min(found, key=lambda value: _apart(value, stated))
    told = _words(near, *map(place_name, places[:2]))
    spent = (took - stated + near) % _DAY_MIN
    told = f"{told[0].upper()}{told[1:]}, so that by local clocks it took {_long(spent)}"
    off = min(_apart(value, stated) for value in readings)
    if off <= max(_ROUNDED[0], _ROUNDED[1] * took):
        is_local = off == _apart(near, stated)
        return holds(claim, f"{told}{'' if is_local else '; by one clock the time given'}.")
    is_off = off > max(_OTHER[0], _OTHER[1] * took)
    return (fails if is_off else unknown)(claim, f"{told}, not {_long(took)}.")


def _apart(one: int, other: int) -> int:
    """Tell how many minutes two differences are apart, whatever the day."""
    off = (one - other) % _DAY_MIN
    return min(off, _DAY_MIN - off)


def _count(claim: Claim, land: Place, stated: int, ground: Ground) -> Check:
    """Judge in how many zones a country lies; islands far off may count, so nothing is refused."""
    if _OF_ITS_COUNTRY in claim.relation:
        land = ground.gazetteer.country(land.country_code) or land
    counts = {len(_at(land, day, ground)) for day in _days(ground)}
    words = f"The towns of {place_name(land)} keep {' or '.join(map(str, sorted(counts)))} times."
    is_land = land.feature_code.startswith("PCL")
    return holds(claim, words) if is_land and stated in counts else unknown(claim, words)


def _local(claim: Claim, stated: int, ground: Ground) -> Check:
    """Judge local time beside GMT: it fails only if no place of the story keeps such a time."""
    geocodes = [ground.geocodes.get(key) for key in claim.subject.toponym_ids]
    places = [one.place for one in geocodes if one and one.place and one.probability >= SURE]
    for place in places:
        if stated in _offsets(place, ground):
            return holds(claim, f"{_words(stated, place_name(place), 'GMT')}.")
    known = [place for place in places if _offsets(place, ground)]
    if not known:
        return unknown(claim, "The article does not say where this is local time.")
    names = ", ".join(dict.fromkeys(place_name(place) for place in known[:3]))
    offsets = sorted(_offsets(known[0], ground))
    told = " or ".join(_words(minutes, place_name(known[0]), "GMT") for minutes in offsets)
    side = f"{_hours(stated)}{_of(stated)} GMT" if stated else "level with GMT"
    return fails(claim, f"No place named keeps a time {side} ({names}); {told}.")


def _offsets(place: Place, ground: Ground) -> set[int]:
    """Minutes ahead of GMT that the clocks of a place may show."""
    return {minutes for day in _days(ground) for minutes in _at(place, day, ground)}


def _pairs(
    places: tuple[Place, Place], days: tuple[date, ...], ground: Ground
) -> set[tuple[int, int]]:
    return {
        (first, second)
        for day in days
        for first in _at(places[0], day, ground)
        for second in _at(places[1], day, ground)
    }


def _days(ground: Ground, season: str = "", places: Sequence[Place] = ()) -> tuple[date, ...]:
    """Give the days that clocks are compared on: of the season told, else of both halves.

    Whose winter is meant is not known where one place lies north and the other south.
    """
    if season == _NOW and ground.published:
        return (ground.published,)
    year = ground.published.year if ground.published else _YEAR
    months: tuple[int, ...] = _MONTHS
    halves = {place.lat >= 0 for place in places}
    if season in _SEASONS and len(halves) == 1:
        months = (_SEASONS[season] if True in halves else sum(_MONTHS) - _SEASONS[season],)
    elif season and season not in {*_SEASONS, _NOW}:
        months = (_NAMES.index(season[:3]) + 1,)
    return tuple(date(year, month, _MIDDLE) for month in months)


def _zones(place: Place, ground: Ground) -> Sequence[str]:
    """Name the zones of what a place's towns keep; of a town the one in which it lies.

    Outlines of zones are rough: one that nobody keeps in the place's region is a neighbour's.
    """
    if not place.country_code:
        return ()
    is_land = place.feature_class == "A"
    region = "" if is_land and place.feature_code != "ADM1" else place.admin1
    zones = ground.facts.zones(place.country_code, region)
    if is_land or len(zones) == 1:
        return zones
    own = ground.facts.zone_at(place.lon, place.lat)
    # An island far out may keep any of its country's.
    unsure = zones if place.feature_class == "P" else ()
    return (own,) if own in zones else unsure


def _at(place: Place, day: date, ground: Ground) -> set[int]:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few stories need clocks

    found = set()
    for name in _zones(place, ground):
        try:
            offset = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(name)).utcoffset()
        except ZoneInfoNotFoundError:
            continue
        found.add(round((offset or timedelta()).total_seconds() / 60))
    return found


def _words(minutes: int, one: str, other: str) -> str:
    if not minutes:
        return f"{one} keeps the same time as {other}"
    return f"{one} is {_hours(minutes)}{_of(minutes)} {other}"


def _of(minutes: int) -> str:
    return " of" if minutes > 0 else ""


def _hours(minutes: int) -> str:
    return f"{_long(abs(minutes))} {'ahead' if minutes >= 0 else 'behind'}"


def _long(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    told = [f"{hours} h"] if hours else []
    return " ".join([*told, *([f"{rest} min"] if rest else [])]) or "no time"
