"""A trigger in its sentence goes in, the places that it moves from, by way of and to come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.journeys.items import QUOTES
from geo.journeys.lexicon import Phase, Role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Toponym
    from geo.journeys.items import Sentence
    from geo.journeys.triggers import Trigger

_STOPS = frozenset({";", ":", "?", "!"})
_MODIFIERS = 6  # "to the besieged eastern port city of Mariupol"
_INDIRECT = 9  # "to a field hospital near the front in Kharkiv"
_INSIDE = frozenset({"in", "at", "near", "outside", "of", "around"})
_JOINS = frozenset({",", "and", "or", "&"})
_PEOPLE_LOOKAHEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A place and its part in the movement; items ``first`` to ``last`` say so.

    ``implied`` marks a place that only the purpose names ("left Lima to speak in Paris");
    ``onward`` one that comes after a destination already named ("… and on to Moscow").
    """

    role: Role
    toponym: Toponym
    first: int
    last: int
    implied: bool = False
    onward: bool = False


def window_end(sentence: Sentence, trigger: Trigger, upper: int) -> int:
    """First item, up to ``upper``, at which what belongs to the trigger ends."""
    words = lexicon().words
    for index in range(trigger.last + 1, upper):
        low = sentence.low(index)
        if low in _STOPS or low in words["clause"]:
            return index
        if low in words["finite"] and not trigger.frame.noun:
            return index
        if low in words["reporting"] or (low == "that" and index > trigger.last + 1):
            return index
    return upper


def find_ends(sentence: Sentence, trigger: Trigger, stop: int) -> list[Reach]:
    """Read the places between the trigger and item ``stop``, in order."""
    frame = trigger.frame
    found: list[Reach] = []
    index = trigger.last + 1
    purpose = _purpose(sentence, trigger, stop)
    if frame.object is not None:
        reach = _direct(sentence, trigger, stop)
        if reach is not None:
            found.append(reach)
            index = reach.last + 1
    while index < purpose:
        reach = _after_preposition(sentence, trigger, index, found) or _joined(
            sentence, index, found
        )
        if reach is None:
            index += 1
        else:
            found += _unfolded(sentence, reach, found, stop)
            index = found[-1].last + 1
    if not any(reach.role is Role.DESTINATION for reach in found):
        found += _indirect(sentence, trigger, stop, found)
    return found


def _direct(sentence: Sentence, trigger: Trigger, stop: int) -> Reach | None:
    role = trigger.frame.object
    if role is None or "passive" in trigger.forms:
        return None
    at = _place_at(sentence, trigger.last + 1, stop)
    if at is None or sentence.items[at].toponym is None:
        return None
    toponym = sentence.items[at].toponym
    if not _is_end(sentence, at) or toponym is None:
        return None
    if role is Role.ORIGIN and not _may_be_left(sentence, at):
        return None
    return Reach(role=role, toponym=toponym, first=trigger.first, last=at)


def _may_be_left(sentence: Sentence, at: int) -> bool:
    """Tell "left Kyiv on Monday" from "left Ukraine short of shells"."""
    follower = sentence.at(at + 1)
    if follower is None or not follower.is_word:
        return True
    low = follower.low
    times = lexicon().times
    return (
        low in lexicon().words["leave_after"]
        or low in times["weekdays"]
        or low in times["days"]
        or low.endswith("ly")
        or follower.text[:1].isdigit()
    )


def _place_at(sentence: Sentence, index: int, stop: int) -> int | None:
    """Index of the place that stands at ``index`` or after a few modifiers; None if none does."""
    words = lexicon().words
    for step in range(index, min(index + _MODIFIERS, stop)):
        item = sentence.items[step]
        if item.place is not None:
            return _last_of_name(sentence, step, stop)
        if item.toponym is not None or item.low in QUOTES:
            continue
        if not (item.low in words["modifiers"] or item.low in words["titles"]):
            return None
    return None


def _last_of_name(sentence: Sentence, at: int, stop: int) -> int:
    """Prefer the thing owned: the last place in "London's Heathrow"."""
    if sentence.low(at + 1) == "'s" and at + 2 < stop and sentence.items[at + 2].place is not None:
        return at + 2
    return at


def _is_end(sentence: Sentence, at: int) -> bool:
    """Tell the place from people of it: "visited Kyiv's mayor", "met Moscow officials"."""
    words = lexicon().words
    owned = sentence.low(at + 1) == "'s"
    after = at + 2 if owned else at + 1
    reach = _PEOPLE_LOOKAHEAD if owned else 1
    for step in range(after, after + reach):
        item = sentence.at(step)
        if item is None or not item.is_word or item.low in lexicon().prepositions:
            return True
        if item.low in words["persons"] or item.low in words["groups"]:
            return False
    return True


def _preposition(sentence: Sentence, trigger: Trigger, index: int) -> tuple[Role, int] | None:
    """Role and length of the preposition at ``index`` in the trigger's frame."""
    for words in lexicon().prepositions.get(sentence.low(index), ()):
        role = trigger.frame.roles.get(" ".join(words))
        if role is not None and all(
            sentence.low(index + step) == word for step, word in enumerate(words)
        ):
            return role, len(words)
    return None


def _after_preposition(
    sentence: Sentence, trigger: Trigger, index: int, found: list[Reach]
) -> Reach | None:
    preposition = _preposition(sentence, trigger, index)
    if preposition is None:
        return None
    role, length = preposition
    at = _place_at(sentence, index + length, len(sentence.items))
    if at is None or not _is_end(sentence, at):
        return None
    anchor = found[-1].last if found else trigger.last
    if not _attached(sentence, trigger, (anchor, index), role):
        return None
    toponym = sentence.items[at].toponym
    if toponym is None or (trigger.frame.phase is Phase.MEETING and _is_figure(toponym)):
        return None
    return Reach(role=role, toponym=toponym, first=index, last=at)


def _is_figure(toponym: Toponym) -> bool:
    return toponym.sense is Sense.ASSOCIATIVE


def _purpose(sentence: Sentence, trigger: Trigger, stop: int) -> int:
    """First item of an infinitive that says what for: places behind it are not of the movement."""
    words = lexicon().words
    for index in range(trigger.last + 1, stop - 1):
        follower = sentence.items[index + 1]
        is_open = sentence.low(index) == "to" and follower.is_word and not follower.is_capital
        if is_open and not (
            follower.low in words["determiners"]
            or follower.low in words["modifiers"]
            or follower.text[0].isdigit()
        ):
            return index
    return stop


def _attached(
    sentence: Sentence, trigger: Trigger, between: tuple[int, int], role: Role
) -> bool:
    """Whether the preposition belongs to the movement and not to a noun just before it."""
    anchor, index = between
    if index == trigger.last + 1:
        return True
    before = sentence.items[index - 1]
    words = lexicon().words
    if trigger.frame.noun:
        return all(_is_thin(sentence, step) for step in range(anchor + 1, index))
    if role is Role.ORIGIN and not (trigger.frame.carries or trigger.frame.rides):
        return before.toponym is not None or not before.is_word or _is_loose(before.low)
    return not (role is Role.DESTINATION and before.low in words["takes_to"])


def _is_thin(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between "trip" and "to": "last week", "was also", "by Mr Kim"."""
    item = sentence.items[index]
    words = lexicon().words
    return (
        item.is_capital
        or item.toponym is not None
        or item.text[0].isdigit()
        or _is_loose(item.low)
        or item.low in words["auxiliaries"]
        or item.low in words["vehicle_prepositions"]
        or item.low in words["catenatives"]
        or item.low in lexicon().times["relative"]
        or item.low in {",", "-", "–", "at", "by", "the"}
    )


def _is_loose(low: str) -> bool:
    """Whether the word is a time, an adverb, a vehicle, a number: nothing can come "from" it."""
    tables = lexicon()
    return (
        low in tables.vehicles
        or low in tables.words["adverbs"]
        or low in tables.times["weekdays"]
        or low in tables.times["months"]
        or low in tables.times["days"]
        or low in tables.times["units"]
        or low in tables.times["parts"]
        or low in tables.words["pronouns"]
        or low in tables.words["modifiers"]
        or low in tables.measures
        or low.isdigit()
        or low.endswith("ly")
    )


def _joined(sentence: Sentence, index: int, found: list[Reach]) -> Reach | None:
    """Find one more place of a list: "visited Lima, Cairo and Kyiv"; never after an apposition."""
    item = sentence.items[index]
    if item.place is None or not found or found[-1].role is not Role.DESTINATION:
        return None
    between = [sentence.items[step] for step in range(found[-1].last + 1, index)]
    marks = [part.low for part in between]
    if not marks or marks[0] not in _JOINS or not all(
        mark in _JOINS or mark in {"then", "the"} for mark in marks
    ):
        return None
    is_list = marks[0] != "," or "and" in marks or _and_follows(sentence, index)
    if not is_list or not _is_end(sentence, index):
        return None
    return Reach(role=Role.DESTINATION, toponym=item.place, first=index, last=index, onward=True)


def _and_follows(sentence: Sentence, index: int) -> bool:
    """Whether a list goes on to an "and" and a place: the comma before is no apposition's."""
    step = index + 1
    while sentence.low(step) in _JOINS:
        follower = sentence.at(step + 1)
        if sentence.low(step) in {"and", "or"}:
            return follower is not None and follower.place is not None
        if follower is None or follower.place is None:
            return False
        step += 2
    return False


def _unfolded(
    sentence: Sentence, reach: Reach, found: list[Reach], stop: int
) -> Iterator[Reach]:
    """Split "between A and B"; mark a further destination as onward."""
    if reach.role is Role.BETWEEN:
        yield _with(reach, Role.ORIGIN)
        if sentence.low(reach.last + 1) == "and":
            at = _place_at(sentence, reach.last + 2, stop)
            other = sentence.items[at].toponym if at is not None else None
            if at is not None and other is not None:
                yield Reach(role=Role.DESTINATION, toponym=other, first=reach.last + 1, last=at)
        return
    already = any(before.role is reach.role for before in found)
    if already and reach.role is Role.ORIGIN:
        yield _with(reach, Role.VIA)
        return
    yield _with(reach, reach.role, onward=already and reach.role is Role.DESTINATION)


def _with(reach: Reach, role: Role, *, onward: bool = False) -> Reach:
    return Reach(
        role=role, toponym=reach.toponym, first=reach.first, last=reach.last, onward=onward
    )


def _indirect(
    sentence: Sentence, trigger: Trigger, stop: int, found: list[Reach]
) -> Iterator[Reach]:
    """Find a place that a thing or a purpose lies in: "to a clinic in Lima", "to speak in Paris"."""
    start = trigger.last + 1
    within = trigger.frame.within and not found
    for index in range(start, stop):
        low = sentence.low(index)
        opened = within or low in trigger.frame.indirect
        if not opened or (found and index <= found[-1].last):
            continue
        yield from _inside(sentence, index, stop, within=within)
        return


def _inside(sentence: Sentence, index: int, stop: int, *, within: bool) -> Iterator[Reach]:
    words = lexicon().words
    for step in range(index if within else index + 1, min(index + _INDIRECT, stop)):
        low = sentence.low(step)
        if low == "," or low in words["not_visited"] or low in words["clause"]:
            return
        if low in _INSIDE:
            at = _place_at(sentence, step + 1, stop)
            toponym = sentence.items[at].toponym if at is not None else None
            if at is not None and toponym is not None:
                first = sentence.at(index + 1)
                is_thing = within or (
                    first is not None
                    and (first.low in words["determiners"] or first.low in words["modifiers"])
                )
                yield Reach(
                    role=Role.DESTINATION,
                    toponym=toponym,
                    first=index,
                    last=at,
                    implied=not is_thing,
                )
                return
