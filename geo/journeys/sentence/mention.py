"""What one word of movement says of a journey: who, by what, from and to where, how sure, when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.noun_movers import is_alighted, is_awaited, seated
from geo.journeys.sentence.presence import is_earlier
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.sorts import MOVERS, PEOPLE, sort_of

if TYPE_CHECKING:
    from geo.contracts import Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.outcome import Outcome
    from geo.journeys.sentence.support import Stop
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.vehicles import Vehicle
    from geo.journeys.sentence.whereabouts import Spot

_FACTS = frozenset({LegStatus.HAPPENED, LegStatus.UNDER_WAY})
_ENDS = frozenset({Role.ORIGIN, Role.DESTINATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionMention:
    """What one word of movement says of a journey.

    Attributes
    ----------
    home : a place that the mover's own words name ("a crew from Quebec"): where it starts, if
        nothing else is said.
    is_before : told as over before the rest ("had flown").
    is_repeated : goes where another journey went that was told before.
    is_whole : enough to make a journey by itself.
    unplaced : the ends that are named, though no place is known for them.
    """

    scene: Scene
    trigger: Trigger
    mover: Mover
    reaches: tuple[Reach, ...]
    vehicle: Vehicle | None
    standing: Outcome
    time: Time | None
    stop: Stop | None
    home: tuple[Scene, Spot] | None
    is_before: bool
    is_whole: bool = True
    is_repeated: bool = False
    unplaced: frozenset[Role] = frozenset()

    @property
    def mode(self) -> Mode:
        """By what it goes, as far as this mention says."""
        return self.vehicle.mode if self.vehicle is not None else Mode.UNKNOWN

    @property
    def status(self) -> LegStatus:
        """How sure its words are."""
        return self.standing.status

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands in the story: sentence and word."""
        return self.scene.index, self.trigger.first

    @property
    def is_halt(self) -> bool:
        """Whether it tells where a way was broken off: "was stopped near Lima", "sank off it"."""
        frame = self.trigger.frame
        is_stop = frame.phase is Phase.STOP and not frame.outcome and self.status in _FACTS
        tree, at = self.scene.tree, self.trigger.at
        is_held = tree.is_passive(at) or self.mover.word in tree.objects(at)  # "police stopped us"
        return is_stop and (frame.breaks or is_held)

    @property
    def is_led_up_to(self) -> bool:
        """Whether it ended where the rest of the sentence is: "slept at Lima after a drive"."""
        marks = self.scene.tree.children(self.trigger.at, "mark", "case")
        return any(self.scene.low(i) == "after" for i in marks)

    @property
    def is_homeward(self) -> bool:
        """Whether its words say that somebody goes home."""
        return is_homeward(self.scene, self.trigger)

    def reach(self, role: Role) -> Reach | None:
        """Find the first place of a role."""
        return next((one for one in self.reaches if one.role is role), None)


def is_homeward(scene: Scene, trigger: Trigger) -> bool:
    """Whether words of movement say that somebody goes home: "will ride home by bus", "return"."""
    last = trigger.last
    is_home = bool(listed("homeward") & {scene.low(last), scene.low(last + 1)})
    # "left for home", but no "left for home games"
    is_led = trigger.frame.roles.get(scene.low(last + 1)) is Role.DESTINATION
    is_led = is_led and scene.low(last + 2) in listed("homeward")
    is_home |= is_led and scene.relation(last + 2) in {"obl", "advmod"}
    return is_home or (trigger.frame.returns and not trigger.frame.noun)


def is_before(scene: Scene, trigger: Trigger) -> bool:
    """Whether words of movement tell of what was over before the rest: "had flown"."""
    own = [scene.low(i) for i in scene.tree.children(trigger.at, "aux")]
    if own or trigger.frame.noun:
        return not listed("pluperfect").isdisjoint(own)
    return is_earlier(scene, trigger.at)  # "had started in Lima and landed in Ica"


def is_hither(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody came to where the story is: "drove down with bread", "flew in on Friday"."""
    is_by = trigger.entry.mode not in {Mode.UNKNOWN, Mode.FOOT} or any(
        one.preposition in listed("by_vehicle") and sort_of(scene, one.word) is Sort.VEHICLE
        for one in scene.tree.adjuncts(trigger.at)
    )
    if trigger.frame.noun or not is_by:
        return False  # "came down with flu", "walked in on a thief"
    near = {trigger.last, trigger.last + 1} & {
        *scene.tree.children(trigger.at, "compound:prt", "advmod")
    }
    is_led = any(scene.low(i) in listed("hither") for i in near)
    return is_led and not scene.tree.objects(trigger.at)  # "drove up the price"


def is_to_scene(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody went where it happened: "rescuers from Lima walked to the site"."""
    is_usual = scene.tokens[trigger.at].fine in {"VBP", "VBZ"}
    return not (trigger.frame.noun or is_usual) and any(
        trigger.frame.roles.get(one.preposition) is Role.DESTINATION
        and scene.low(one.word) in listed("site_of_event")
        for one in scene.tree.adjuncts(trigger.at)
    )


def is_return(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody "returned" without a word of where: no "returned the call", "to power"."""
    if trigger.frame.noun or not trigger.frame.returns or scene.tree.objects(trigger.at):
        return False
    roles = (trigger.frame.roles.get(one.preposition) for one in scene.tree.adjuncts(trigger.at))
    return not any(role in _ENDS for role in roles)


def has_needed(scene: Scene, trigger: Trigger, reaches: tuple[Reach, ...], mover: Mover) -> bool:
    """Whether a word of movement has the places without which it tells of no journey."""
    roles = {reach.role for reach in reaches}
    is_met = bool(scene.tree.children(trigger.at, "cop")) or is_awaited(scene, trigger.at)
    is_met |= seated(scene, trigger.at) is not None
    verb = scene.tree.head(trigger.at)
    is_gone = verb is not None and trigger.frame.noun and is_off(scene, verb)
    if trigger.frame.of_vehicle and Role.ORIGIN in roles and _is_aboard(scene, trigger.at):
        return True
    if (trigger.frame.of_vehicle and is_met) or (trigger.frame.needs and is_gone):
        return Role.DESTINATION in roles  # "they were on the train to Lima", "was cancelled"
    if trigger.frame.needs == "both":
        return roles >= _ENDS or _is_led_on(scene, trigger, reaches)
    if trigger.frame.rides and any(_is_left(scene, one) for one in reaches):
        return True
    if trigger.frame.needs and not trigger.frame.onward:  # "and from there to the mine"
        is_told = Role(trigger.frame.needs) in roles or _is_pointed(scene, trigger, roles)
        return is_told or (Role.ORIGIN in roles and _is_due(scene, trigger, mover))
    return bool(roles & {*_ENDS, Role.STOP})


def is_taken_away(scene: Scene, trigger: Trigger, reaches: tuple[Reach, ...], mover: Mover) -> bool:
    """Whether something is only said to be gone: "was taken from a shop in Lima", to nowhere."""
    frame = trigger.frame
    is_take = frame.carries and bool(frame.with_vehicle) and mover.carrier is None
    is_take &= {one.role for one in reaches} == {Role.ORIGIN}
    led = (frame.roles.get(one.preposition) for one in scene.tree.adjuncts(trigger.at))
    is_led = Role.DESTINATION in led or is_homeward(scene, trigger)
    near = listed("hither") | listed("back")
    return is_take and not is_led and scene.low(trigger.last + 1) not in near


def _is_aboard(scene: Scene, at: int) -> bool:
    """Whether people are said to be on it, or just off it: "was on the night train from Lima"."""
    subject = scene.tree.subject(at) if scene.tree.children(at, "cop") else None
    is_on = subject is not None and scene.tree.preposition(at) in listed("by_vehicle") - {"by"}
    return is_alighted(scene, at) or (is_on and sort_of(scene, subject or 0) in PEOPLE)


def _is_due(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether people or a vehicle are awaited: "doctors were due from Lima", no "a ruling".

    Nor are they in "ten are expected from Lima to be tried".
    """
    is_mover = mover.word is not None and sort_of(scene, mover.word) in MOVERS
    is_other = bool(scene.tree.children(trigger.at, "xcomp"))
    return is_mover and "planned" in trigger.entry.forms and not is_other


def _is_left(scene: Scene, reach: Reach) -> bool:
    """Whether a ride is said to lead from a place: "took a taxi from there", not "in Lima"."""
    is_led = scene.tokens[reach.first].tag == "ADP"  # no "there she took the medal"
    return reach.role is Role.ORIGIN and is_led and scene.low(reach.first) not in listed("at_place")


def _is_pointed(scene: Scene, trigger: Trigger, roles: set[Role]) -> bool:
    """Whether a word that names nothing stands for what is come to: "reached it from Lima"."""
    is_to = trigger.frame.object is Role.DESTINATION and Role.ORIGIN in roles
    return is_to and any(scene.tokens[i].tag == "PRON" for i in scene.tree.objects(trigger.at))


def _is_led_on(scene: Scene, trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    """Whether a verb of many meanings moves by its particle: "coasted down to Lima"."""
    words = listed("before_to") | listed("back")
    return not (trigger.frame.noun or scene.tree.objects(trigger.at)) and any(
        one.role is Role.DESTINATION
        and scene.low(one.first - 1) in words
        and one.first - 2 <= trigger.last
        for one in reaches
    )


def in_time(mention: MotionMention) -> tuple[int, int]:
    """Order mentions as they happened: "was taken to Lima after landing at Callao".

    So it is with "went back to Lima after takeoff for Callao", and with "landed in Lima on its
    way to Callao".
    """
    tree, at = mention.scene.tree, mention.trigger.at
    head = tree.head(at)
    frame = mention.trigger.frame
    is_start = frame.noun and frame.phase is Phase.START
    is_first = (mention.scene.tokens[at].fine == "VBG" or is_start) and any(
        mention.scene.low(i) in listed("after_event") for i in tree.children(at, "mark", "case")
    )
    is_way = frame.name == "underway" and mention.status in _FACTS
    is_first |= is_way and mention.scene.relation(at) == "obl"
    if head is not None and is_first and head < at:
        return head, 0
    return mention.trigger.first, 1


def is_spread(mention: MotionMention, goals: list[Reach]) -> bool:
    """Whether many were taken to several places: "moved patients to Lima and Cusco"."""
    scene, figure = mention.scene, mention.mover.figure
    frame = mention.trigger.frame
    is_flight = frame.empties and frame.phase is Phase.WHOLE
    # "the tour took the band to Lima and Cusco": one after another
    is_sent = (frame.carries and not frame.rides) or scene.tree.is_passive(mention.trigger.at)
    is_sent |= mention.is_homeward  # "the crew fly home to Lima and Ica": each to their own
    is_many = figure is not None and (figure.is_many or figure.sort is Sort.GROUP)
    return (
        len(goals) > 1
        and is_many
        and (is_flight or is_sent)
        and all(scene.low(one.spot.first - 1) in {",", "and"} for one in goals[1:])
    )
