"""A trigger in its sentence goes in, the places that it moves from, by way of and to come out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.journeys.attachment import is_attached, is_end, may_be_left, place_at
from geo.journeys.lexicon import Phase, Role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Toponym
    from geo.journeys.items import Sentence
    from geo.journeys.triggers import Trigger

_STOPS = frozenset({";", ":", "?", "!"})
_INDIRECT = 9  # "to a field hospital near the front in Kharkiv"
_INSIDE = frozenset({"in", "at", "near", "outside", "of", "around"})
_JOINS = frozenset({",", "and", "or", "&"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A place and its part in the movement; items ``first`` to ``last`` say so.

    Attributes
    ----------
    implied : only the purpose names the place ("left Lima to speak in Paris").
    indirect : a thing or a purpose lies there ("to a clinic in Lima").
    onward : comes after a destination already named ("… and on to Moscow").
    again : the start of another journey by the same verb ("… and from Lima to Cusco").
    """

    role: Role
    toponym: Toponym
    first: int
    last: int
    implied: bool = False
    indirect: bool = False
    onward: bool = False
    again: bool = False


def fronted_origin(sentence: Sentence, trigger: Trigger, clause: int) -> Reach | None:
    """Read the start that opens the clause: "From Moscow he flew to Beijing"."""
    role = trigger.frame.roles.get(sentence.low(clause))
    is_opening = clause == 0 or sentence.low(clause - 1) in {",", ";", "and", "but"}
    if role is not Role.ORIGIN or clause >= trigger.chain or not is_opening:
        return None
    at = place_at(sentence, clause + 1, trigger.chain)
    toponym = sentence.items[at].toponym if at is not None else None
    if at is None or toponym is None or not is_end(sentence, at):
        return None
    return Reach(role=role, toponym=toponym, first=clause, last=at)


def window_end(sentence: Sentence, trigger: Trigger, upper: int) -> int:
    """First item, up to ``upper``, at which what belongs to the trigger ends."""
    words = lexicon().words
    for index in range(trigger.last + 1, upper):
        low = sentence.low(index)
        if low in _STOPS or low in words["clause"]:
            return index
        if low in words["finite"] and "noun" not in trigger.forms:
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
            index = max(reach.last, found[-1].last) + 1
    if not any(reach.role is Role.DESTINATION for reach in found):
        found += _indirect(sentence, trigger, stop, found)
    return found


def _direct(sentence: Sentence, trigger: Trigger, stop: int) -> Reach | None:
    role = trigger.frame.object
    if role is None or "passive" in trigger.forms:
        return None
    at = place_at(sentence, trigger.last + 1, stop)
    if at is None or sentence.items[at].toponym is None:
        return None
    toponym = sentence.items[at].toponym
    if not is_end(sentence, at) or toponym is None:
        return None
    if role is Role.ORIGIN and not may_be_left(sentence, at):
        return None
    return Reach(role=role, toponym=toponym, first=trigger.first, last=at)


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
    at = place_at(sentence, index + length, len(sentence.items))
    if at is None or not is_end(sentence, at):
        return None
    anchor = found[-1].last if found else trigger.last
    if not is_attached(sentence, trigger, (anchor, index), role):
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
    if "noun" in trigger.forms:
        return stop
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


def _joined(sentence: Sentence, index: int, found: list[Reach]) -> Reach | None:
    """Find one more place of a list: "visited Lima, Cairo and Kyiv"; never after an apposition."""
    item = sentence.items[index]
    if item.place is None or not found:
        return None
    between = [sentence.items[step] for step in range(found[-1].last + 1, index)]
    marks = [part.low for part in between]
    if (
        not marks
        or marks[0] not in _JOINS
        or not all(mark in _JOINS or mark in {"then", "the"} for mark in marks)
    ):
        return None
    is_list = marks[0] != "," or "and" in marks or _and_follows(sentence, index)
    if not is_list or not is_end(sentence, index):
        return None
    role = found[-1].role
    return Reach(
        role=role,
        toponym=item.place,
        first=index,
        last=index,
        onward=role is Role.DESTINATION,
        again=role is Role.ORIGIN,
    )


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


def _unfolded(sentence: Sentence, reach: Reach, found: list[Reach], stop: int) -> Iterator[Reach]:
    """Split "between A and B"; mark a further destination as onward."""
    if reach.role is Role.BETWEEN:
        yield replace(reach, role=Role.ORIGIN)
        if sentence.low(reach.last + 1) == "and":
            at = place_at(sentence, reach.last + 2, stop)
            other = sentence.items[at].toponym if at is not None else None
            if at is not None and other is not None:
                yield Reach(role=Role.DESTINATION, toponym=other, first=reach.last + 1, last=at)
        return
    starts = [number for number, before in enumerate(found) if before.again]
    roles = {before.role for before in found[starts[-1] if starts else 0 :]}
    already = reach.role in roles
    if already and reach.role is Role.ORIGIN:
        if reach.again or Role.DESTINATION in roles:
            yield replace(reach, again=True)
        return
    yield replace(reach, onward=already and reach.role is Role.DESTINATION)


def _indirect(
    sentence: Sentence, trigger: Trigger, stop: int, found: list[Reach]
) -> Iterator[Reach]:
    """Find where a thing or a purpose lies: "to a clinic in Lima", "to speak in Paris"."""
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
    if not within and {sentence.low(index + 1), sentence.low(index + 2)} & words["not_goals"]:
        return
    for step in range(index if within else index + 1, min(index + _INDIRECT, stop)):
        low = sentence.low(step)
        if low == "," or low in words["not_visited"] or low in words["clause"]:
            return
        if low in _INSIDE:
            at = place_at(sentence, step + 1, stop)
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
                    indirect=True,
                )
                return
