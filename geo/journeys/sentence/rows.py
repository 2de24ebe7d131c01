"""A sentence goes in; out comes a row of stops that no verb leads to: "Ica on Friday, Lima by"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, TimeKind
from geo.contracts.referents import Sort
from geo.journeys.sentence.mover import Mover, named
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import MOVERS, PEOPLE, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Cast

_NEAR = 2  # sentences before a bare row in which somebody was told to move
_SEVERAL = 3  # stops of a row that stands by itself
_TRAVELLERS = (MOVERS | {Sort.CARGO}) - {Sort.GROUP}  # police may be in two towns
_LONG = frozenset({TimeKind.DATE, TimeKind.PERIOD})  # of no day: years apart are no stages
_OF_THING = frozenset({"DET", "ADJ", "NOUN"})
_GAP = 12  # words between two stops


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Stops told one after another; ``stops`` are the words that each hangs on.

    ``holder`` is the noun that they are said to be, who was there, or who says so; None where the
    row stands by itself. Of a plan that ``starts`` nowhere each stop is to be reached. A row that
    ``goes_on`` is of somebody who was told to travel on before. Where it ``is_done`` by the holder,
    that is who travels, many or one.
    """

    stops: tuple[int, ...]
    holder: int | None
    is_planned: bool = False
    starts: bool = True
    goes_on: bool = False
    is_done: bool = False


def find_row(scene: Scene) -> Row | None:
    """Find stops in a row with their days, or with the time that all of them took."""
    for stops in _runs(scene):
        row = _equated(scene, stops) or _stayed(scene, stops) or _total(scene, stops)
        row = row or _bare(scene, stops) or _followed(scene, stops)
        if row is not None:
            return row
    return _begun_and_ended(scene) or _days_spent(scene)


def row_mover(scene: Scene, row: Row, cast: Cast) -> Mover | None:
    """Find whose row it is: "her week", who was there, who says so, who was told to move last."""
    holder = row.holder
    if holder is not None:
        owner = scene.tree.possessor(holder)
        words = (word for word in (owner, holder) if word is not None)
        is_any = row.is_done or scene.low(row.stops[0] - 1) == ":"
        word = next((i for i in words if is_any or sort_of(scene, i) in _TRAVELLERS), None)
        if word is not None:
            return named(scene, word, cast, None)
    near = [one for one in cast.figures if one.moved >= scene.index - _NEAR]
    near = [one for one in near if not row.goes_on or one.going is LegStatus.PLANNED]
    figure = max(near, key=lambda one: one.moved, default=None)
    if figure is not None:
        return Mover(word=None, figure=figure, name=figure.shown)
    return None if holder is None or row.goes_on else Mover(word=None, figure=None)


def _runs(scene: Scene) -> Iterator[tuple[int, ...]]:
    """List places that follow each other with no more than days between, as words."""
    firsts = sorted({scene.words_of(one) for one in scene.toponyms.values()})
    firsts = [one for one in firsts if one[0] >= scene.dateline]
    run: list[tuple[int, int]] = firsts[:1]
    for before, after in pairwise(firsts):
        if not _is_joined(scene, before[1] + 1, after[0]):
            yield _heads(scene, run)
            run = []
        run.append(after)
    yield _heads(scene, run)


def _heads(scene: Scene, run: list[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(scene.head_of(scene.toponyms[first]) for first, _ in run)


def _is_joined(scene: Scene, first: int, last: int) -> bool:
    """Whether only a day, a comma or "and" and an aside without a verb stand between."""
    if last - first > _GAP or first == last:
        return False
    end = last - 1 if scene.low(last - 1) in listed("puts") else last
    while end < last and scene.tag(end - 1) in _OF_THING:
        end -= 1  # "and, a week later, the dam at Ica"
    is_closed = scene.low(end - 1) in {",", "and"} | listed("then")
    is_closed |= scene.tag(end - 1) == "AUX"  # "and will be in Ica"
    return is_closed and all(scene.tag(i) != "VERB" for i in range(first, end))


def _is_dated(scene: Scene, stop: int) -> bool:
    """Whether a day follows a stop: "Lima on Monday", "Lima by Thursday night"."""
    toponym = scene.toponyms[stop]
    at = scene.words_of(toponym)[1] + 1
    days = (one for one in scene.times if one.day or one.kind not in _LONG)
    return any(at <= one.first <= at + 1 and one.last >= at for one in days)


def _are_dated(scene: Scene, stops: tuple[int, ...]) -> bool:
    """Whether stops have days, but perhaps the last: "Lima on Monday and then Ica"."""
    later = listed("then") | listed("after_event")  # "and, a week after that, Ica"
    is_then = any(scene.low(i) in later for i in range(stops[0], stops[-1]))
    dated = [_is_dated(scene, one) for one in stops]
    return len(stops) > 1 and all(dated[:-1]) and (dated[-1] or is_then)


def _equated(scene: Scene, stops: tuple[int, ...]) -> Row | None:
    """Read "her week was Lima on Monday and Ica by Friday", "the plan is Lima on Sunday and"."""
    start, stops = _started(scene, stops)
    noun = next(iter(scene.tree.children(stops[0], "nsubj")), None) if stops else None
    copulas = {scene.low(i) for i in scene.tree.children(stops[0], "cop")} if stops else set()
    if noun is None or not copulas or scene.tree.preposition(stops[0]):
        return None
    low = scene.low(noun)
    is_plan = low in listed("before_plan") or low in listed("programme")
    is_own = low in listed("period") and scene.tree.possessor(noun) is not None
    noun = _had(scene, noun) or noun
    is_way = is_own or _is_trip(low) or scene.low(noun) != low
    if not (is_plan or is_way) or not _are_dated(scene, stops):
        return None
    is_over = bool(copulas & listed("past_be")) and low not in listed("before_plan")
    return Row(
        stops=start + stops, holder=noun, is_planned=not is_over, starts=is_over or bool(start)
    )


def _started(scene: Scene, stops: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Part the start from the stops: "from Pisco the plan is Ica on Monday and then Lima"."""
    is_led = len(stops) > 1 and scene.low(scene.words_of(scene.toponyms[stops[0]])[0] - 1) == "from"
    return (stops[:1], stops[1:]) if is_led else ((), stops)


def _had(scene: Scene, word: int) -> int | None:
    """Find who got it: "what they got was Lima on Monday"."""
    if not scene.tokens[word].has("PronType=Rel"):
        return None
    verb = next(iter(scene.tree.children(word, "acl")), None)
    return scene.tree.subject(verb) if verb is not None else None


def _is_trip(word: str) -> bool:
    entries = motion().entries.get(word, ())
    return any(one.frame.noun and not one.is_phrase for one in entries)


def _stayed(scene: Scene, stops: tuple[int, ...]) -> Row | None:
    """Read "she was in Lima on Monday and in Ica on Friday", "and will be in Ica on Friday"."""
    noun = next(iter(scene.tree.children(stops[0], "nsubj")), None) if stops else None
    is_there = noun is not None and scene.tree.preposition(stops[0]) in listed("puts")
    is_one = noun is not None and sort_of(scene, noun) in _TRAVELLERS
    is_one = is_one and not scene.tokens[noun or 0].has("Number=Plur")
    if noun is None or not (is_there and is_one and _are_dated(scene, stops)):
        return None
    helpers = {scene.low(i) for i in range(stops[0], stops[-1]) if scene.tag(i) == "AUX"}
    is_planned = bool(helpers & listed("modal_planned"))
    return Row(stops=stops, holder=noun, is_planned=is_planned)


def _total(scene: Scene, stops: tuple[int, ...]) -> Row | None:
    """Read "Lima, Ica, Piura, all in 20 hours, said the driver"."""
    if len(stops) < _SEVERAL or stops[0] != scene.dateline:
        return None
    at = scene.words_of(scene.toponyms[stops[-1]])[1] + 1
    words = [scene.low(i) for i in range(at, at + 3)]
    is_all = words[0] == "," and words[1] in listed("of_all_stops") and words[2] == "in"
    verb = scene.tree.predicate(stops[0])
    if not is_all or scene.tag(at + 3) != "NUM" or verb is None:
        return None
    told = (*scene.tree.children(verb, "nsubj", "iobj", "obj"), verb)
    said = next((i for i in told if i > at and sort_of(scene, i) in PEOPLE), None)
    return Row(stops=stops, holder=said)


def _bare(scene: Scene, stops: tuple[int, ...]) -> Row | None:
    """Read "The part was late: Ica on Monday, Lima on Tuesday, Piura by Friday night"."""
    if len(stops) < _SEVERAL or not all(_is_dated(scene, one) for one in stops):
        return None
    before = scene.low(stops[0] - 1) if stops[0] else ""
    is_alone = stops[0] == scene.dateline or before == ":"
    is_by = any(scene.low(one.first) in listed("by_then") for one in scene.times)
    after = scene.words_of(scene.toponyms[stops[-1]])[1]
    is_alone &= all(scene.tag(i) not in {"VERB", "AUX"} for i in range(after, len(scene)))
    verbs = (i for i in range(stops[0]) if scene.tag(i) == "VERB" or scene.tree.children(i, "cop"))
    holder = next((scene.tree.subject(one) for one in verbs), None)
    return Row(stops=stops, holder=holder) if is_alone and is_by else None


def _followed(scene: Scene, stops: tuple[int, ...]) -> Row | None:
    """Read "Lima and Ica will follow" and "next comes Lima" of somebody who is to travel on."""
    verb = scene.tree.head(stops[0]) if stops and scene.relation(stops[0]) == "nsubj" else None
    if verb is None or scene.tree.objects(verb) or scene.low(verb) not in listed("comes_next"):
        return None
    helpers = {scene.low(i) for i in scene.tree.auxiliaries(verb)}
    near = (*range(scene.dateline, stops[0]), *range(verb + 1, min(verb + 3, len(scene))))
    is_next = any(scene.low(i) in listed("then") | listed("after_event") for i in near)
    is_next |= bool(helpers & listed("modal_planned"))
    is_now = scene.tokens[verb].fine in {"VBZ", "VBP"} or bool(helpers)
    if not (is_next and is_now):
        return None
    return Row(stops=stops, holder=None, is_planned=True, starts=False, goes_on=True)


def _begun_and_ended(scene: Scene) -> Row | None:
    """Read "the riders started in Seville on Monday and finished in Madrid on Friday"."""
    for verb in range(scene.dateline, len(scene)):
        subject = scene.tree.subject(verb)
        is_begun = scene.low(verb) in listed("opens_way") and scene.tag(verb) == "VERB"
        if subject is None or not is_begun or sort_of(scene, subject) not in MOVERS:
            continue
        start = _place_at(scene, verb)
        for other in scene.tree.conjuncts(verb):
            end = _place_at(scene, other)
            is_over = other > verb and scene.low(other) in listed("closes_way")
            if is_over and start is not None and end is not None:
                return Row(stops=(start, end), holder=subject, is_done=True)
    return None


def _place_at(scene: Scene, verb: int) -> int | None:
    """Find the name of the place at which a verb says that something was."""
    told = (one for one in scene.tree.adjuncts(verb) if one.preposition in listed("at_place"))
    return next((one.word for one in told if one.word in scene.toponyms), None)


def _days_spent(scene: Scene) -> Row | None:
    """Read "she spent Monday in Quito and Tuesday in Lima"."""
    for verb in range(scene.dateline, len(scene)):
        subject = scene.tree.subject(verb)
        is_spent = scene.tag(verb) == "VERB" and scene.low(verb) in listed("takes_time")
        if subject is None or not is_spent or sort_of(scene, subject) not in _TRAVELLERS | PEOPLE:
            continue
        stops = tuple(_spent_behind(scene, verb + 1))
        if len(stops) > 1:
            helpers = {scene.low(i) for i in scene.tree.auxiliaries(verb)}
            is_planned = bool(helpers & listed("modal_planned"))
            return Row(stops=stops, holder=subject, is_planned=is_planned, is_done=True)
    return None


def _spent_behind(scene: Scene, at: int) -> Iterator[int]:
    """List the places of "Monday in Quito, Tuesday in Lima and Friday in Ica"."""
    days = {one.first: one for one in scene.times if one.day or one.kind not in _LONG}
    while at in days:
        at = days[at].last + 1
        toponym = scene.place(at + 1) if scene.low(at) in listed("puts") else None
        if toponym is None:
            return
        yield scene.head_of(toponym)
        at = scene.words_of(toponym)[1] + 1
        while scene.low(at) in {",", "and"} | listed("then"):
            at += 1
