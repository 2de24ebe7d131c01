"""Movement without a verb of movement: "bounced along as far as Lima", "was in Lima by noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import TimeKind
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.lexicon.units import durations
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry

# What says that a phrase needs words around it to tell of movement.
SHAPED = frozenset(
    {
        "of_any_verb",
        "by_a_time",
        "on_a_day",
        "long_out",
        "goes_out",
        "behind_place",
        "time_taken",
        "seat_for",
    }
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OPENS = frozenset({",", ":", "and", "-", "–", "—"})
_LONG = frozenset({TimeKind.DATE, TimeKind.PERIOD})  # of no day


def verb_of(scene: Scene, first: int, last: int, entry: LexiconEntry) -> int | None:
    """Find the word that the places of a phrase of movement without a verb of its own hang on.

    None where the words around it tell of no movement.
    """
    if "of_any_verb" in entry.properties:
        return _moved_by(scene, first, last)
    if not entry.properties.isdisjoint({"long_out", "goes_out"}):
        return _long_out(scene, first, last, entry)
    if "time_taken" in entry.properties:
        return _taken_by(scene, first)
    if "seat_for" in entry.properties:
        return first if _is_seat_for(scene, last, entry) else None
    if "behind_place" in entry.properties:
        return _aimed_at(scene, first, last)
    return (_there_on if "on_a_day" in entry.properties else _there_by)(scene, first, entry)


def _there_on(scene: Scene, copula: int, entry: LexiconEntry) -> int | None:
    """Find the place of "on Tuesday he was in Lima"; whether he had been elsewhere is told before.

    No "in 1990 he was in Lima", no "the play was in Lima".
    """
    place = scene.tree.head(copula)
    if place is None or scene.relation(copula) != "cop" or place not in scene.toponyms:
        return None
    subject = scene.tree.subject(place)
    is_one = subject is not None and sort_of(scene, subject) in {*MOVERS, Sort.PRONOUN}
    # "was in Lima on Monday and is expected in Ica": where the next way begins
    is_plain = not (scene.tree.children(place, "aux", "conj") or scene.tree.is_negated(place))
    days = [one for one in scene.times if one.day or one.kind not in _LONG]
    parts = scene.tree.children(place, "obl", "obl:unmarked", "nmod", "advmod")
    is_then = any(one.first <= i <= one.last for one in days for i in parts)
    # who "was off Lima" may have been going by
    is_there = scene.tree.preposition(place) in entry.frame.roles.keys() & listed("at_place")
    return place if is_one and is_plain and is_then and is_there else None


def _taken_by(scene: Scene, word: int) -> int | None:
    """Find the verb of "took nine hours to Lima": what "takes nine hours" is a way in general."""
    verb = scene.tree.head(word)
    if verb is None or verb > word or word not in scene.tree.children(verb, "obj", "obl:unmarked"):
        return None
    subject = scene.tree.subject(verb)
    is_taken = scene.low(verb) in listed("takes_time") and scene.tokens[verb].fine == "VBD"
    is_who = subject is not None and sort_of(scene, subject) in {*MOVERS, Sort.CARGO}
    return verb if is_taken and is_who else None


def _is_seat_for(scene: Scene, last: int, entry: LexiconEntry) -> bool:
    """Whether tickets are for a way: "to Lima", "on the bus to Lima"; no "to a show in Lima"."""
    led = scene.low(last + 1)
    if led in entry.frame.roles and scene.place(last + 2) is not None:
        return led != "from"
    ridden = scene.tree.head(last + 1) if last + 1 < len(scene) else None
    is_led = led in listed("by_vehicle") | {"for"} and scene.relation(last + 1) == "case"
    if ridden is None or not is_led or sort_of(scene, ridden) is not Sort.VEHICLE:
        return False
    trips = motion().entries.get(scene.low(ridden), ())  # a flight tells of itself who is on it
    return not any(one.frame.noun and not one.frame.of_vehicle for one in trips)


def _aimed_at(scene: Scene, first: int, last: int) -> int | None:
    """Find the noun of "a barge, Lima its goal," and "with Lima her goal", "gives Lima as its"."""
    toponym = scene.place(first - 1)
    before = scene.words_of(toponym)[0] - 1 if toponym is not None else 0
    is_told = scene.low(before) in _OPENS | listed("accompanied")
    is_told |= scene.low(first) == "as" and _is_given(scene, before)
    return last if toponym is not None and is_told else None


def _is_given(scene: Scene, verb: int) -> bool:
    """Whether a ship tells its goal: "the tanker gives Lima as its goal", no "critics named"."""
    subject = scene.tree.subject(verb)
    if subject is None or scene.low(verb) not in listed("gives_as"):
        return False
    is_ship = sort_of(scene, subject) is Sort.VEHICLE
    return is_ship or scene.low(subject) in listed("it", "of_ships", "relative_of_subject")


def _long_out(scene: Scene, first: int, last: int, entry: LexiconEntry) -> int | None:
    """Find the place of "a ship, out of Lima since Friday" and "was six days out of Lima".

    So it does that of "in from Lima since Friday" and, behind it, of "out for Arica at noon".
    """
    toponym = scene.place(last + 1)
    after = scene.words_of(toponym)[1] + 1 if toponym is not None else 0
    is_since = scene.low(after) in listed("not_a_point")  # "since Friday"
    is_since |= any(one.first == after for one in scene.times)
    is_since |= scene.low(after) in listed("puts") and scene.tag(after + 1) == "NUM"  # "at nine"
    at = first
    if scene.low(at - 1) in durations():  # "six days"
        at, is_since = at - 2, True
    if "by_way" in entry.properties:  # "a kitchen, by road from Lima, opened at dawn"
        is_since = scene.low(after) == ","
    is_told = scene.low(at - 1) in _OPENS or scene.tag(at - 1) == "AUX"
    if "goes_out" in entry.properties:
        is_told = is_told and _has_come_in(scene, first)
    return scene.head_of(toponym) if toponym is not None and is_since and is_told else None


def _has_come_in(scene: Scene, word: int) -> bool:
    """Whether the sentence said before where it has come in from."""
    entries = (one for entries in motion().entries.values() for one in entries)
    into = [one.words for one in entries if "comes_in" in one.properties]
    return any(
        tuple(scene.low(step) for step in range(at, at + len(words))) == words
        for words in into
        for at in range(scene.dateline, word)
    )


def _moved_by(scene: Scene, first: int, last: int) -> int | None:
    """Find the verb of "bounced along as far as Lima": any that no table knows to be another."""
    toponym = scene.place(last + 1)
    at = scene.tree.governor(scene.head_of(toponym)) if toponym is not None else None
    while at is not None and (scene.tokens[at].tag == "ADV" or first <= at <= last):
        at = scene.tree.head(at)  # "far" of "as far as", "way" of "all the way from"
    if at is None or at > first or scene.tokens[at].tag != "VERB":
        return None
    subject, low = scene.tree.subject(at), scene.low(at)
    is_known = any(len(one.words) == 1 for one in motion().entries.get(low, ()))
    is_other = is_known or low in listed("reports") or low in listed("reaches_out")
    is_done_to = any(not first <= i <= last for i in scene.tree.objects(at))
    is_done_to |= scene.tree.is_passive(at)
    if subject is None or is_other or is_done_to:
        return None
    return at if sort_of(scene, subject) in MOVERS else None


def _there_by(scene: Scene, copula: int, entry: LexiconEntry) -> int | None:
    """Find the place of "they were in Lima by noon": somebody had come there by then.

    Of "were home in Lima by noon" it is "home".
    """
    place = scene.tree.head(copula)
    if place is None or scene.relation(copula) != "cop":
        return None
    is_home = scene.low(place) in listed("homeward") and any(
        one.preposition in listed("puts") for one in scene.tree.adjuncts(place)
    )
    if not is_home and not (
        scene.tree.preposition(place) in entry.frame.roles and _is_somewhere(scene, place)
    ):
        return None
    parts = scene.tree.children(place, "obl", "obl:unmarked", "nmod", "advmod")
    is_then = any(_is_by_then(scene, i) for i in parts) or _is_to_be(scene, place, parts, copula)
    is_then |= is_home and any(_is_after(scene, i) for i in parts)
    is_joined = place in scene.toponyms and scene.relation(place) == "conj"
    is_then |= is_joined and any(_is_next(scene, i) for i in parts)
    return place if is_then else None


def _is_somewhere(scene: Scene, place: int) -> bool:
    """Whether a word is a place or a thing at one: "in a clinic in Lima", no "in trouble in"."""
    is_thing = bool(scene.tree.children(place, "det", "nmod:poss"))
    return place in scene.toponyms or is_thing or scene.low(place) in listed("is_building")


def _is_to_be(scene: Scene, place: int, parts: tuple[int, ...], copula: int) -> bool:
    """Whether somebody is to be at a place some day: "will be in Lima on Friday"."""
    helpers = {scene.low(i) for i in scene.tree.children(place, "aux")}
    is_to = any(scene.low(i) == "to" for i in scene.tree.children(place, "mark"))
    hope = _hope(scene, place) if is_to else None
    days = [one for one in scene.times if one.day or one.kind not in _LONG]
    is_day = any(one.first <= i <= one.last for one in days for i in parts)
    subject = scene.tree.subject(place if hope is None else hope)
    is_one = subject is not None and sort_of(scene, subject) in MOVERS
    is_one = is_one and scene.tag(subject or 0) in _NOUNS  # "the next will be in Lima"
    is_unmet = is_to and scene.low(copula - 1) in listed("have")  # "was to have been in Lima"
    is_meant = is_unmet or hope is not None or bool(helpers & listed("modal_planned"))
    return is_day and is_one and is_meant


def _hope(scene: Scene, place: int) -> int | None:
    """Find the verb of those who "hope to be in Lima"."""
    top = scene.tree.top(place)
    head = scene.tree.head(top)
    is_led = head is not None and scene.relation(top) == "xcomp"
    return head if is_led and scene.low(head or 0) in listed("planned") else None


def _is_by_then(scene: Scene, word: int) -> bool:
    """Whether a phrase names a time by which something was: "by noon", "by Friday evening"."""
    is_by = scene.tree.preposition(word) in listed("by_then")
    is_part = scene.low(word) in listed("part_of_day") or scene.tag(word) == "NUM"  # "by seven"
    is_part |= scene.low(word) in listed("feast")
    phrase = scene.tree.phrase(word)  # "by the end of May"
    is_time = is_part or any(one.first <= i <= one.last for one in scene.times for i in phrase)
    return is_by and is_time


def _is_next(scene: Scene, word: int) -> bool:
    """Whether a phrase names the time after what the sentence told: "and was there next day".

    So it is of "was there before noon".
    """
    is_early = scene.tree.preposition(word) in listed("until_plan")
    if is_early and scene.low(word) in listed("part_of_day"):
        return True
    words = (word, *scene.tree.children(word))
    is_nth = scene.low(word) in listed("period") | listed("part_of_day")  # "on the fourth day"
    is_nth = is_nth and any(scene.tokens[i].has("NumType=Ord") for i in words)
    return is_nth or any(scene.low(i) in listed("then") for i in words)


def _is_after(scene: Scene, word: int) -> bool:
    """Whether a phrase names the time that a way took: "after nine days", "within the week"."""
    is_led = scene.tree.preposition(word) in listed("after_event") | listed("within_of")
    return is_led and scene.low(word) in listed("period")
