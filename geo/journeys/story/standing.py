"""A mention's mover, places and time go in; out comes how sure its journey is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.habits import is_habit, is_simple_present, is_timetabled
from geo.journeys.sentence.noun_ends import is_only_begun
from geo.journeys.sentence.outcome import read_outcome, sets_out
from geo.journeys.sentence.services import is_fiction, is_service
from geo.journeys.story.elsewhere import is_sent_round
from geo.lexicon import listed
from geo.phrases.sorts import PEOPLE

if TYPE_CHECKING:
    from geo.contracts import Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.outcome import Outcome
    from geo.journeys.sentence.triggers import Trigger


def standing_of(
    scene: Scene, trigger: Trigger, mover: Mover, reaches: tuple[Reach, ...], time: Time | None
) -> Outcome:
    """Judge a word of movement with who moves: a service, a habit, a plan that goes on."""
    standing = _sent_round(scene, trigger, reaches, read_outcome(scene, trigger, time))
    is_whoever = is_anyone(scene, mover) and scene.relation(trigger.at) == "acl"
    is_whoever |= _is_reader(scene, mover) and standing.status is not LegStatus.HAPPENED
    is_many = _is_several(scene, trigger) and standing.status is not LegStatus.DIVERTED
    is_whoever |= is_fiction(scene, trigger)
    if is_whoever or is_many or _is_advised(scene, trigger):  # "those going to Lima"
        return replace(standing, status=LegStatus.GENERAL)
    if not trigger.frame.noun and any(_is_between(scene, one) for one in reaches):
        return replace(standing, status=LegStatus.GENERAL)  # "moved between Dubai and Bali"
    is_real = standing.status in {LegStatus.HAPPENED, LegStatus.UNDER_WAY}
    # "the ferry will sail on Sundays"; pupils who will be driven there each week are to go
    is_line = mover.figure is not None and mover.figure.sort is Sort.VEHICLE
    is_due = standing.status is LegStatus.PLANNED
    is_usual = is_habit(scene, trigger) or is_service(scene, trigger, mover)
    is_line = is_line and is_timetabled(scene, trigger)
    # "are flown there every other Monday"
    is_line |= is_habit(scene, trigger) and is_simple_present(scene, trigger.at)
    is_line |= "is_service" in trigger.entry.properties  # "will end its service to Lima"
    if (is_real and is_usual) or ((is_real or is_due) and is_line):
        return replace(standing, status=LegStatus.GENERAL)
    if standing.status is LegStatus.UNDER_WAY and _is_planned_on(scene, trigger, mover):
        return replace(standing, status=LegStatus.PLANNED)
    is_begun = sets_out(scene, trigger, reaches) or is_only_begun(scene, trigger)
    if standing.status is LegStatus.HAPPENED and is_begun:
        return replace(standing, status=LegStatus.UNDER_WAY)
    is_done = standing.status is LegStatus.UNDER_WAY and _is_done_so(scene, trigger, mover)
    return replace(standing, status=LegStatus.HAPPENED) if is_done else standing


def _sent_round(
    scene: Scene, trigger: Trigger, reaches: tuple[Reach, ...], standing: Outcome
) -> Outcome:
    """Call a way that was forced on somebody a diversion; the "to" of it is no plan."""
    is_told = standing.status in {LegStatus.HAPPENED, LegStatus.UNDER_WAY, LegStatus.PLANNED}
    if is_told and is_sent_round(scene, trigger, reaches):
        return replace(standing, status=LegStatus.DIVERTED)
    return standing


def _is_advised(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is told of whoever does so: "fans going to Lima should allow an hour"."""
    noun = scene.tree.head(trigger.at)
    if (
        noun is None
        or scene.relation(trigger.at) not in {"acl", "amod"}
        or scene.tokens[noun].fine != "NNS"
    ):
        return False
    verb = scene.tree.head(noun)
    helpers = {scene.low(i) for i in scene.tree.children(verb, "aux")} if verb is not None else ()
    is_bare = not scene.tree.children(noun, "det", "nummod") and scene.relation(noun) == "nsubj"
    return is_bare and not listed("modal_possible").isdisjoint(helpers)


def _is_several(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words count journeys, and so tell of none by itself: "made 40 trips to Lima"."""
    is_trip = "names_journey" in trigger.entry.properties and trigger.frame.noun
    is_many = is_trip and scene.tokens[trigger.at].has("Number=Plur")
    return is_many and bool(scene.tree.children(trigger.at, "nummod"))


def _is_planned_on(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether a present tense goes on with a plan: "will fly to Lima. From there she goes to"."""
    figure, fine = mover.figure, scene.tokens[trigger.at].fine
    if fine not in {"VBZ", "VBP"} or figure is None or scene.is_headline:
        return False
    is_timetable = figure.sort in PEOPLE and not scene.tree.children(trigger.at, "aux", "mark")
    is_timetable &= not trigger.frame.carries  # "buses take them to Lima" as they have done
    is_clause = scene.relation(trigger.at) in {"acl", "advcl"}
    whole = figure.whole  # "the rest follow in May"
    is_planned = LegStatus.PLANNED in {figure.going, whole.going if whole is not None else None}
    return is_planned or (is_timetable and not is_clause)


def _is_done_so(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether the present tells what is done with many, one after another: "buses bring them"."""
    is_people = mover.figure is not None and mover.figure.sort in PEOPLE
    is_plain = scene.tokens[trigger.at].fine == "VBP" and not scene.tree.auxiliaries(trigger.at)
    return is_people and is_plain and trigger.frame.carries


def is_anyone(scene: Scene, mover: Mover) -> bool:
    """Whether the mover is whoever does so, or nobody: "anybody", "those", "nothing"."""
    if mover.word is None:
        return False
    low = scene.low(mover.word)
    is_told = bool(scene.tree.children(mover.word, "nmod"))  # "those from the south"
    return low in listed("nobody") | listed("anyone") and not is_told


def is_of_then(scene: Scene, mover: Mover) -> bool:
    """Whether it is some people once: "those who had lost their homes walked to Lima"."""
    tree, word = scene.tree, mover.word
    verb = tree.head(word) if word is not None else None
    if word is None or verb is None or scene.low(word) not in listed("they"):
        return False
    if not tree.children(word, "acl", "advmod", "amod"):
        return False
    helpers = {scene.low(i) for i in tree.children(verb, "aux", "aux:pass")}
    is_past = scene.tokens[verb].fine == "VBD" and not helpers
    return is_past or bool(helpers & (listed("pluperfect") | listed("past_be")))


def _is_reader(scene: Scene, mover: Mover) -> bool:
    """Whether it is told of whoever reads it: "if you fly to Lima, take a coat"."""
    return mover.word is not None and scene.low(mover.word) in listed("reader")


def is_of_nobody(scene: Scene, trigger: Trigger) -> bool:
    """Whether what moves is an object of what nobody does: "nobody has flown a glider to Lima"."""
    verb = scene.tree.head(trigger.at)
    is_object = verb is not None and scene.relation(trigger.at) == "obj"
    subject = scene.tree.subject(verb) if verb is not None and is_object else None
    return subject is not None and scene.low(subject) in listed("nobody")


def _is_between(scene: Scene, reach: Reach) -> bool:
    words = range(reach.first, reach.spot.first)
    return any(scene.low(i) in listed("to_and_fro") for i in words)
