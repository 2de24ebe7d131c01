"""A sentence goes in, its words of movement come out: verbs, nouns, phrases, vehicles on a way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.sentence.idioms import (
    has_idiom,
    has_length,
    has_object,
    is_act,
    is_done_to,
    is_set_out,
    unloads_itself,
)
from geo.journeys.sentence.losses import is_lost_before
from geo.journeys.sentence.pairs import named_run
from geo.journeys.sentence.perils import is_purpose
from geo.journeys.sentence.rows import find_row
from geo.journeys.sentence.unlisted import SHAPED, verb_of
from geo.lexicon import listed
from geo.lexicon.frames import Frame, Phase, Role, frames, row_frame, vehicle_frame
from geo.lexicon.motion import LexiconEntry, motion
from geo.phrases.sorts import is_time_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.contracts.token import Token
    from geo.journeys.sentence.rows import Row

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_NUMBER = re.compile(r"[A-Z]{1,3}-?\d{1,5}[A-Z]?")  # of a flight or a train: "PA232"
_PARTS = frozenset({"CCONJ", "SCONJ", "PUNCT", "VERB", "AUX", "PROPN"})  # another way begins
_PARTED = 5  # words from a verb to its particle: "sent the four boats back"
_NOT_SAID = frozenset({"amod", "compound", "flat", "det", "case", "nummod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or phrase of movement; its words are ``first`` to ``last``, ``word`` its own.

    ``at`` is the word that the arguments hang on: the verb, or the noun. ``row`` are the stops that
    stand in place of one.
    """

    at: int
    first: int
    last: int
    entry: LexiconEntry
    row: Row | None = None

    @property
    def frame(self) -> Frame:
        """How the places around it are to be understood."""
        return self.entry.frame


def find_triggers(scene: Scene) -> list[Trigger]:
    """Find the words of movement of one sentence, in order; none lies in another."""
    found, index = list[Trigger](), scene.dateline
    while index < len(scene):
        trigger = _at(scene, index)
        if trigger is None:
            index += 1
            continue
        found.append(_ridden(scene, trigger))
        index = trigger.last + 1
    row = find_row(scene)
    if row is not None:  # "her trip was Lima on Monday and Ica on Friday"
        others = (one for one in found if one.at not in {row.holder, *row.stops})
        found = [*others, _of_row(scene, row)]
    found = [one for one in found if not is_purpose(scene, one.at)]
    return [one for one in found if not one.frame.onward or _is_bare(scene, one, found)]


def _of_row(scene: Scene, row: Row) -> Trigger:
    """Take stops told one after another for a word of movement: "Lima on Monday, Ica by"."""
    at = row.stops[0]
    entry = LexiconEntry(
        words=(scene.low(at),),
        lemma=scene.low(at),
        forms=frozenset({"planned" if row.is_planned else "past"}),
        frame=row_frame(),
        mode=Mode.UNKNOWN,
        subject="any",
    )
    return Trigger(at=at, first=at, last=at, entry=entry, row=row)


def _is_bare(scene: Scene, there: Trigger, found: list[Trigger]) -> bool:
    """Whether "from there" has no verb of its own: it follows one, and none follows it."""
    verbs = [one for one in found if "noun" not in one.entry.forms and one is not there]
    if any(_leads_to(scene, one, there) or _takes(scene, one, there) for one in verbs):
        return False
    return any(one.first < there.first for one in verbs) and not any(
        one.first > there.first for one in verbs
    )


def _leads_to(scene: Scene, verb: Trigger, there: Trigger) -> bool:
    """Whether a verb leads to it with no place between: "was flown on by night from there"."""
    between = range(verb.last + 1, there.first)
    is_near = all(scene.tag(i) not in _PARTS and i not in scene.toponyms for i in between)
    is_its = not between or any(verb.at in scene.tree.ancestors(i) for i in between)
    return there.first > verb.last and is_near and is_its


def _takes(scene: Scene, verb: Trigger, there: Trigger) -> bool:
    """Whether only what is ridden or carried stands between: "caught a ferry from there"."""
    return there.first - 1 in scene.tree.objects(verb.at)


def _ridden(scene: Scene, trigger: Trigger) -> Trigger:
    """Understand "caught a bus in Lima" as boarding one."""
    if not trigger.frame.with_vehicle:
        return trigger
    tree = scene.tree
    led = () if trigger.frame.roles else tree.adjuncts(trigger.at)
    swapped = (one.word for one in led if one.preposition in listed("toward"))
    for index in (*tree.objects(trigger.at), *swapped):  # "changed trains", "changed to a bus"
        low = scene.low(index)
        if motion().singular.get(low, low) in motion().vehicles:
            entry = replace(trigger.entry, frame=frames()[trigger.frame.with_vehicle])
            return replace(trigger, entry=entry)
    return trigger


def _at(scene: Scene, index: int) -> Trigger | None:
    if index in scene.toponyms or not scene.tokens[index].relation:
        return None
    for entry in _entries(scene, index):
        last = _end_of(scene, index, entry)
        if last is not None and _fits(scene, index, entry):
            at = _hung_on(scene, index, last, entry)
            if at is not None:
                return Trigger(at=at, first=index, last=last, entry=entry)
    return _by_itself(scene, index)


def _by_itself(scene: Scene, index: int) -> Trigger | None:
    """Take "the 05.15 from Lima to Ica" for a train or a boat, "the Pearl, Lima to Ica" too."""
    if (numbered := _numbered(scene, index)) is not None:
        return numbered
    is_clock = _CLOCK.fullmatch(scene.low(index)) and scene.low(index - 1) in listed("article")
    is_clock = is_clock and scene.low(index + 1) in vehicle_frame().roles
    at = index if is_clock else named_run(scene, index)
    if at is None:
        return None
    entry = LexiconEntry(
        words=(scene.low(index),),
        lemma=scene.low(index),
        forms=frozenset({"noun"}),
        frame=vehicle_frame(),
        mode=Mode.UNKNOWN,
        subject="any",
    )
    return Trigger(at=at, first=index, last=index, entry=entry)


def _numbered(scene: Scene, index: int) -> Trigger | None:
    """Take "PA232" of "flight PA232, from Lima to Ica, turned back" for the flight."""
    low = scene.low(index - 1)
    entries = (*_entries(scene, index - 1),) if low in motion().vehicle_entries else ()
    entry = next((one for one in entries if "noun" in one.forms), None)
    is_code = _NUMBER.fullmatch(scene.tokens[index].span.text) is not None
    if entry is None or not is_code or scene.tree.head(index - 1) != index:
        return None
    return Trigger(at=index, first=index, last=index, entry=entry)


def _end_of(scene: Scene, index: int, entry: LexiconEntry) -> int | None:
    """Find the last word of an entry that begins at a word: also in "sent the boats back"."""
    last = index + len(entry.words) - 1
    if tuple(map(scene.low, range(index, last + 1))) == entry.words:
        return last
    if entry.frame.returns and entry.is_phrase and scene.low(index + 1) in listed("arrived_by"):
        is_it = (scene.low(index), scene.low(index + 2)) == entry.words  # "is now back in"
        return index + 2 if is_it else None
    if "stands_apart" not in entry.properties or scene.low(index) != entry.words[0]:
        return None
    objects = [one for one in scene.tree.children(index, "obj") if one > index]
    for one in scene.tree.children(index, "compound:prt", "advmod"):
        is_it = scene.low(one) == entry.words[-1]
        if is_it and objects and objects[0] < one <= index + _PARTED:
            return one
    return None


def _entries(scene: Scene, index: int) -> Iterator[LexiconEntry]:
    tables = motion()
    yield from tables.entries.get(scene.low(index), ())
    low = scene.low(index)
    if low in tables.vehicle_entries:
        yield tables.vehicle_entries[low]


def _fits(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    token = scene.tokens[index]
    if "noun" in entry.forms:
        return _is_noun(scene, index, entry)
    if entry.frame.recovers and not is_lost_before(scene, index, entry):
        return False
    if entry.is_phrase:
        return not is_act(scene, index, entry)
    is_verb = (token.tag in _VERBS and not _is_named_act(token)) or _is_due(scene, index, entry)
    if not (is_verb or _is_headline_verb(scene, index, entry)):
        return False
    is_caught = entry.frame.rides and scene.low(index) in listed("catches")  # "caught by a flood"
    is_off = is_caught or (entry.frame.phase is Phase.START and len(entry.words) > 1)
    # "was taken off at Lima", but "trucks set out from Lima", which parsers take for a participle
    is_done = is_off and is_done_to(scene, index) and not is_set_out(scene, index, entry)
    is_done |= "own_load" in entry.properties and not unloads_itself(scene, index)
    is_done |= "nothing_done_to" in entry.properties and has_object(scene, index)
    is_done |= "of_a_length" in entry.properties and not has_length(scene, index)
    if entry.frame.object is Role.ORIGIN and entry.frame.phase is Phase.START:
        is_done |= bool(scene.tree.children(index, "aux:pass"))  # "was left to a library"
    is_said = scene.relation(index) not in _NOT_SAID
    if is_done or not is_said or token.relation in {"aux", "cop", "aux:pass"}:
        return False  # "ran a ring from Lima to Ica"
    return not has_idiom(scene, index, entry)


def _is_noun(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    token = scene.tokens[index]
    is_month = token.tag == "PROPN" and is_time_word(token.lower)
    if is_month or any(time.first <= index <= time.last for time in scene.times):
        return False  # "will leave Lima in March for Cusco", "between March and June"
    is_named = any(i in scene.toponyms for i in scene.tree.children(index, "compound"))
    is_named |= scene.tree.preposition(index) in {"to"} | listed("at_place")
    is_way = is_named and "bears_name" in entry.properties
    if token.lower in listed("stops_on_way") and scene.tree.preposition(index) in listed(
        "leads_stops"
    ):
        return False  # "travelled to Lima, with a stop at Ica"
    is_noun = token.tag in _NOUNS or _is_named_act(token)
    return is_noun and scene.relation(index) not in _NOT_SAID and not is_way


def _is_named_act(token: Token) -> bool:
    """Whether taggers are at odds on a noun that is made of a verb: "the run to Lima is off"."""
    return token.tag == "VERB" and token.fine in {"NN", "NNS"}


def _is_headline_verb(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Take "Minister Flies to Lima": taggers err on capitals."""
    is_form = bool(entry.forms & {"third", "past"})
    return scene.is_headline and index > 0 and is_form and scene.tokens[index].tag in _NOUNS


def _is_due(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Take "due to land", which taggers may take for a noun."""
    is_base = "base" in entry.forms and scene.low(index - 1) == "to"
    return is_base and scene.low(index - 2) in listed("ready")


def _hung_on(scene: Scene, first: int, last: int, entry: LexiconEntry) -> int | None:
    """Pick the word of a phrase that the others hang on: "way" of "on its way"."""
    if not entry.is_phrase:
        return first
    if not entry.properties.isdisjoint(SHAPED):
        return verb_of(scene, first, last, entry)
    for index in (inner := range(first, last + 1)):
        head = scene.tree.head(index)
        if (head is None or head not in inner) and scene.relation(index) != "case":
            return index
    return last


def is_vehicle_noun(trigger: Trigger) -> bool:
    """Whether the trigger is a vehicle on its way: "the tram from Pula to Split"."""
    return trigger.frame.of_vehicle


def tells(trigger: Trigger) -> bool:
    """Whether the trigger can make a journey of its own."""
    return trigger.frame.phase not in {Phase.SUPPORT, Phase.MEETING}


def is_instrument(scene: Scene, trigger: Trigger, verbs: set[int]) -> bool:
    """Whether a vehicle is only what others go by: "by train to Lima"."""
    at, head = trigger.at, scene.tree.head(trigger.at)  # "by crane and lorry": the crane
    while scene.relation(at) == "conj" and head is not None and scene.tokens[head].tag in _NOUNS:
        at, head = head, scene.tree.head(head)
    if not is_vehicle_noun(trigger):
        is_flight = trigger.entry.lemma in motion().vehicles and head in verbs
        is_object = scene.relation(at) == "obj"  # "will send a flight from Lima"
        is_by = scene.tree.preposition(at) in listed("by_vehicle")
        return is_flight and (is_object or is_by)
    is_taken = scene.tokens[at].relation in {"obj", "nsubj:pass"} and head in verbs
    # "a plane took her to Lima, and a bus to Ica"
    is_next = scene.relation(at) == "conj" and head in verbs
    is_taken |= is_next and bool(scene.tree.objects(head or 0))
    return is_taken or bool(scene.tree.children(at, "case"))
