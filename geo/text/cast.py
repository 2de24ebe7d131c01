"""Who is who in a story: noun phrases go in, whom they mean comes out.

A phrase means somebody met before only with a reason (the same name, the same noun with "the", a
pronoun that fits one); else it is somebody new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.lexicon.names import goes_by
from geo.phrases.names import is_named_vehicle, name_run, names_of, shown
from geo.phrases.sorts import PEOPLE, has_ship_prefix, sort_of, struck
from geo.phrases.vehicles import vehicle_mode
from geo.text.apposed import apposed
from geo.text.figures import Cast, Figure
from geo.text.goals import movement
from geo.text.knowing import FAR, known_before, ranks_of, vehicle_of, whole_of
from geo.text.nominals import is_before_verb, measured, nominals
from geo.text.pronouns import meant_by_pronoun
from geo.text.said_ahead import note_ahead

if TYPE_CHECKING:
    from geo.contracts.scene import Scene


def meet(cast: Cast, scene: Scene) -> None:
    """Meet everybody in a sentence, in the order of the text."""
    cast.figures = [one for one in cast.figures if scene.index - one.last <= FAR]
    for index in nominals(cast, scene):
        figure = _meet(cast, scene, index)
        if figure is None:
            continue
        cast.meant[scene.index, index] = figure
        is_again = figure.last == scene.index  # "the boat left before its engine failed"
        figure.last = scene.index
        figure.is_foretold = scene.is_headline
        figure.told += 1
        part = measured(scene, index) or _named_beside(cast, scene, index, figure)
        is_subject = scene.relation(part) in {"nsubj", "obj"}
        figure.was_subject = is_subject or (is_again and figure.was_subject)
        if scene.relation(part) == "nsubj":
            figure.was_actor = True
            _note_subject(cast, scene, part, figure)
    for index in nominals(cast, scene):
        _first_person(cast, scene, index)
        figure = cast.meant.get((scene.index, index))
        if figure is not None and figure.whole is None and figure.sort in PEOPLE:
            figure.whole = vehicle_of(cast, scene, index)  # named only behind it
    note_ahead(cast, scene)
    _note_moves(cast, scene)
    for index in range(len(scene)):
        if (figure := cast.meant.get((scene.index, index))) is not None:
            cast.called[scene.index, index] = figure.shown


def _named_beside(cast: Cast, scene: Scene, index: int, figure: Figure) -> int:
    """Find the noun that a name beside it names: "another vessel" of "the Heron, sailed"."""
    while scene.relation(index) == "appos":
        head = scene.tokens[index].head
        if cast.meant.get((scene.index, head)) is not figure:
            break
        index = head
    return index


def _note_moves(cast: Cast, scene: Scene) -> None:
    """Note who moves, or is carried, by a verb of movement: the next sentence is of them."""
    for verb in range(scene.dateline, len(scene)):
        entry = movement(scene, verb) if scene.tag(verb) == "VERB" else None
        if entry is None or not (entry.frame.roles or entry.frame.object):
            continue  # "changed to a bus": who does goes nowhere by that alone
        is_done_to = entry.frame.carries or "moves_objects" in entry.properties
        objects, subject = scene.tree.objects(verb), scene.tree.subject(verb)
        hit = struck(scene, subject, objects)
        carried = objects if is_done_to or hit is not None else ()
        subject = subject if hit is None else None
        for word in (*carried, *(() if subject is None else (subject,))):
            if (figure := cast.figure(scene, word)) is None:
                continue
            is_left = bool(carried) and word == subject  # "police took them to Lima"
            is_load = any(cast.figure(scene, one) is not None for one in carried)
            figure.carried = scene.index if is_left and is_load else figure.carried
            figure.moved = figure.moved if is_left and figure.sort is Sort.GROUP else scene.index


def _first_person(cast: Cast, scene: Scene, index: int) -> None:
    """Let "I" and "we" mean who speaks, in this sentence or the one before or after."""
    is_first = scene.low(index) in listed("speaker") and scene.tokens[index].tag == "PRON"
    if is_first and not scene.is_told(index):
        for near in (scene.index, scene.index - 1):
            speaker = cast.speakers.get(near)
            if speaker is not None:
                cast.meant[scene.index, index] = speaker
                return


def _note_subject(cast: Cast, scene: Scene, index: int, figure: Figure) -> None:
    verb = scene.tree.head(index)
    if verb is None:
        return
    if scene.low(verb) in listed("reports") and not figure.is_many:
        cast.speakers[scene.index] = figure
    token, said = scene.tokens[verb], scene.tree.children(verb, "ccomp")
    is_aside = any(one < index for one in said)  # "Ana has left, her agent said"
    is_main = token.relation in {"root", "parataxis"} and not is_aside
    if is_main or (token.relation == "ccomp" and verb < token.head):
        figure.is_about = scene.index


def _meet(cast: Cast, scene: Scene, index: int) -> Figure | None:
    sort = sort_of(scene, index)
    if sort is Sort.OTHER and measured(scene, index) is not None:
        sort = Sort.CARGO
    low = scene.low(index)
    if scene.tokens[index].tag in {"PRON", "DET"} and low not in listed("part_of_many"):
        return _many_of(cast, scene, index) or meant_by_pronoun(cast, scene, index)
    names, run = names_of(scene, index), name_run(scene, index)
    near = (*run, run.start - 1) if is_named_vehicle(scene, run) else run
    same = next((cast.meant[scene.index, i] for i in near if (scene.index, i) in cast.meant), None)
    known = same or apposed(cast, scene, index)
    if known is None:
        known = known_before(cast, scene, index, names, sort)
        if known is not None:
            cast.link(scene.span(run[0], run[-1]), known, _why(known, names))
    if known is None:
        known = Figure(shown=shown(scene, index), sort=sort, first=scene.index)
        dets = {scene.low(i) for i in scene.tree.children(index, "det")}
        known.is_new = bool(dets & {"a", "an"})
        known.whole = whole_of(cast, scene, index)
        if known.whole is not None:
            cast.link(scene.span(run[0], run[-1]), known.whole, "a part of those met before")
        known.whole = known.whole or vehicle_of(cast, scene, index)
        of_many = listed("part_of_many", "new_one")
        is_own = scene.tokens[index].tag == "NOUN" and low not in of_many
        is_one = low in listed("new_one", "one")
        # "a ferry sank; 40 were saved": those aboard are no ferry
        is_own |= known.whole is not None and not (known.whole.is_many or is_one)
        if known.whole is not None and not is_own:
            known.mode, known.sort = known.whole.mode, known.whole.sort
        cast.figures.append(known)
    _learn(cast, known, scene, index)
    return known


def _many_of(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Let "them" of "eight of them" be those whom the eight are a part of."""
    part = cast.meant.get((scene.index, scene.tokens[index].head))
    return part.whole if part is not None and scene.tree.preposition(index) == "of" else None


def _why(known: Figure, names: list[str]) -> str:
    """Say why a phrase means somebody met before."""
    if not names:
        return "a noun with “the” for one met before"
    if known.names.isdisjoint(names):
        return "a name for one met just before without a name"
    return "bears the same name"


def _learn(cast: Cast, figure: Figure, scene: Scene, index: int) -> None:
    """Take in what a phrase says of a figure: its name, its nouns, its number, by what it goes."""
    sort = sort_of(scene, index)
    _learn_name(figure, scene, index)
    holder = scene.tree.possessor(index + 1 if is_before_verb(scene, index) else index)
    owner = cast.meant.get((scene.index, holder)) if holder is not None else None
    if sort is Sort.VEHICLE and owner is not None and owner.names:
        figure.owner = owner
    _learn_kind(figure, scene, index)
    token = scene.tokens[index]
    is_one = token.lower in listed("one")
    is_counted = (token.tag == "NUM" or token.lower in listed("counter")) and not is_one
    is_people = scene.relation(index) != "appos" and (
        token.tag == "ADJ" and sort is Sort.GROUP and token.lower not in listed("part_of_many")
    )
    if figure.told == 0 or token.tag != "PROPN":  # "Lopes" and "Hastings" look like many
        figure.is_many = token.has("Number=Plur") or is_counted or is_people
    run = set(map(scene.low, name_run(scene, index)))
    is_ship = has_ship_prefix(scene, index)  # "HMS Victory"
    if run & listed("cannot_travel") and not (is_ship or run & listed("title")):
        figure.sort = Sort.THING  # "Hurricane Berta", but not "Trade Minister Berta Lund"


def _learn_name(figure: Figure, scene: Scene, index: int) -> None:
    names = names_of(scene, index)
    is_part = figure.whole is not None and not (figure.names or figure.is_many)
    if is_part and not names and scene.relation(index) == "appos" and scene.is_capital(index):
        names = [scene.low(index)]  # "one, the Erie Maid,"
    if figure.is_foretold and not (figure.names or scene.is_headline):
        figure.shown = shown(scene, index)
    if len(names) <= len(figure.names):
        return
    is_beside = scene.relation(index) == "appos" and scene.tree.head(index) == index - 1
    if is_beside and not figure.names:
        run = name_run(scene, index)  # "the ship Nadia Star"
        figure.shown = f"{figure.shown} {scene.span(run[0], run[-1]).text}"
    else:
        figure.shown = shown(scene, index)
    if not figure.names and (not is_beside or figure.sort is Sort.OTHER):
        figure.sort = _better(figure.sort, sort_of(scene, index))
    if is_part and figure.sort is Sort.GROUP:
        figure.sort = Sort.NAME  # "one of them, Ana Lund,"
    figure.initials = "".join(name[0] for name in names)
    figure.names.update(names)


def _learn_kind(figure: Figure, scene: Scene, index: int) -> None:
    tables, low = motion(), scene.low(index)
    figure.sort = _sort_by_noun(figure, scene, index)
    figure.ranks |= ranks_of(scene, index)
    is_people = figure.sort in {Sort.PERSON, Sort.GROUP}  # a "bus driver" is no bus
    for word in (low, *(scene.low(i) for i in scene.tree.children(index, "compound", "amod"))):
        for single in (tables.singular.get(word, word), word.removesuffix("s")):
            is_vehicle = single in tables.vehicles
            if is_vehicle and figure.mode is Mode.UNKNOWN:
                figure.mode = vehicle_mode(scene, index, single) or Mode.UNKNOWN
            is_called = is_vehicle and (word == low or not is_people)
            if is_called or single in listed("role"):
                figure.heads.add(single)
    is_ship, is_noun = has_ship_prefix(scene, index), scene.tokens[index].tag != "PROPN"
    if figure.mode is Mode.UNKNOWN and (is_ship or is_noun):  # "Alice Walker" need not walk
        figure.mode = Mode.SEA if is_ship else goes_by(low)
    if scene.tokens[index].tag != "PROPN":
        figure.heads.add(tables.singular.get(low, low))
    if figure.sort is not Sort.VEHICLE and _is_ship(scene, index):
        figure.sort = Sort.VEHICLE  # "the ore carrier Nadia Star"


def _sort_by_noun(figure: Figure, scene: Scene, index: int) -> Sort:
    """Let what a headline calls "train tour" be the train of the body."""
    low = scene.low(index)
    is_called_so = motion().singular.get(low, low) in figure.heads
    is_noun = scene.tokens[index].tag == "NOUN"
    is_told = figure.sort is Sort.OTHER and is_called_so and is_noun
    return sort_of(scene, index) if is_told else figure.sort


def _is_ship(scene: Scene, index: int) -> bool:
    """Whether a vehicle stands right before a name, as ships are introduced."""
    tables = motion()
    words = {index, *name_run(scene, index), *scene.tree.subtree(index)}
    return scene.is_capital(index) and any(
        i + 1 in words
        and scene.is_capital(i + 1)
        and not scene.is_capital(i)
        and tables.singular.get(scene.low(i), scene.low(i)) in tables.vehicles
        for i in words
        if i < index
    )


def _better(old: Sort, new: Sort) -> Sort:
    return old if old in {Sort.VEHICLE, Sort.PERSON, Sort.GROUP} else new
