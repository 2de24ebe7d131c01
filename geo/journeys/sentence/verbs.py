"""A verb of movement in its sentence goes in; out comes whether the journey happens, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.conditions import asked, condition_of, hangs_on
from geo.journeys.sentence.forms import of_form
from geo.journeys.sentence.governors import (
    has_no_choice,
    is_called_off,
    is_out_of_reach,
    meaning,
    of_noun_plan,
    sets_out,
    undone,
)
from geo.journeys.sentence.helpers import (
    had_done,
    is_caused,
    is_judged,
    is_measure,
    is_obeyed,
    is_only_to,
    is_timed,
    is_told_past,
    needs_to,
    of_auxiliaries,
    takes_own_time,
)
from geo.journeys.sentence.loose_movers import who_takes
from geo.journeys.sentence.negations import (
    is_later,
    is_not,
    is_over,
    kept_from,
    nobody_does,
    unmade,
)
from geo.journeys.sentence.service_ways import is_reached_by
from geo.lexicon import listed
from geo.lexicon.frames import Phase

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger

_SETTLED = frozenset({LegStatus.HYPOTHETICAL, LegStatus.CANCELLED, LegStatus.HAPPENED})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_DEEP = 6


def verb_outcome(scene: Scene, verb: int, trigger: Trigger, deep: int) -> tuple[LegStatus, int]:
    """Judge a verb by what stands beside it, then by what it hangs on, then by its form."""
    told = _by_particle(scene, verb, trigger) or _by_helper(scene, verb, trigger)
    if told is not None:
        return told
    if (have := had_done(scene, verb)) is not None:
        return verb_outcome(scene, have, trigger, deep + 1)
    head = scene.tree.head(verb)
    governed = _governed(scene, verb, head, trigger, deep) if head is not None else None
    return governed or of_form(scene, verb, trigger)


def _by_particle(scene: Scene, verb: int, trigger: Trigger) -> tuple[LegStatus, int] | None:
    """Judge by "denied that", "without", "after" and "never been"."""
    denied = _denied(scene, verb)
    if denied is None and kept_from(scene, verb) is not None:
        denied = scene.tree.head(verb)  # "stopped the singer from boarding"
    if denied is not None:
        return LegStatus.DENIED, denied
    marks = {scene.low(i): i for i in scene.tree.children(verb, "mark", "case", "cc")}
    without = next((marks[low] for low in marks if low in listed("lacking")), None)
    if without is not None:
        return LegStatus.DENIED, without
    if (never := unmade(scene, verb, marks)) is not None:
        return never
    if "after" in marks and scene.tokens[verb].fine == "VBG":
        head = scene.tree.head(verb)
        plan = of_auxiliaries(scene, head) if head is not None and head < verb else None
        return plan or (LegStatus.HAPPENED, verb)  # "will speak in Lima after visiting Cusco"
    negated = scene.low(trigger.first - 1) in listed("negation")
    if trigger.entry.is_phrase and negated and not is_later(scene, verb):
        return LegStatus.DENIED, trigger.first - 1
    return None


def _by_helper(scene: Scene, verb: int, trigger: Trigger) -> tuple[LegStatus, int] | None:
    """Judge by "may", "not", "due to", "if" and "will", in this order."""
    own = of_auxiliaries(scene, verb)
    if own is not None and own[0] in _SETTLED:
        return own
    over = next((i for i in scene.tree.children(verb, "advmod") if is_over(scene, i)), None)
    if over is not None:
        return LegStatus.GENERAL, over
    own_words = range(trigger.first, trigger.last + 1)  # "never got beyond Lima"
    others = (i for i in scene.tree.children(verb) if i not in own_words)
    negated = next((i for i in others if is_not(scene, i)), None)
    negated = None if is_later(scene, verb) else negated
    if negated is not None and verb == trigger.at and _has_purpose(scene, verb):
        return LegStatus.HYPOTHETICAL, negated  # "did not come to Lima to be an actor"
    negated = nobody_does(scene, verb) if negated is None else negated
    before = _said_before(scene, verb) if own is None else None
    mark = condition_of(scene, verb)
    if mark is None and own is not None:
        mark = hangs_on(scene, verb)
    mark = asked(scene, verb) if mark is None else mark
    cues = (
        (LegStatus.DENIED, negated),
        (LegStatus.PLANNED, before),
        (LegStatus.HYPOTHETICAL, mark),
    )
    return next(((status, cue) for status, cue in cues if cue is not None), own)


def _has_purpose(scene: Scene, verb: int) -> bool:
    """Whether what for is told behind it, which "not" may be said of alone."""
    clauses = scene.tree.children(verb, "advcl", "xcomp")
    return any(one > verb and _is_goal(scene, one) for one in clauses)


def _denied(scene: Scene, verb: int) -> int | None:
    """Find who denies it: "denied that he flew", "denied a report that he would fly"."""
    head = scene.tree.head(verb)
    if head is None or scene.relation(verb) not in {"ccomp", "acl", "advcl", "parataxis"}:
        return None
    if scene.low(head) in listed("rumour"):
        head = scene.tree.head(head)
    is_told = bool(scene.tree.children(verb, "nsubj", "expl"))
    return head if head is not None and is_told and scene.low(head) in listed("denial") else None


def _said_before(scene: Scene, verb: int) -> int | None:
    """Read "due to sail" and "set to be flown", which parsers take for other things."""
    at = verb - 1
    while scene.low(at) in listed("between_to"):
        at -= 1
    if scene.low(at) != "to" or scene.tree.is_negated(max(at - 1, 0)):
        return None
    return at - 1 if scene.low(at - 1) in listed("ready") else None


def _governed(
    scene: Scene, verb: int, head: int, trigger: Trigger, deep: int
) -> tuple[LegStatus, int] | None:
    """Judge by what the verb hangs on: "plans to fly", "denied that he flew", "will fly and go"."""
    relation = scene.relation(verb)
    if relation == "conj" and deep <= _DEEP:
        return _joined(scene, verb, head, trigger, deep)
    is_taken = who_takes(scene, verb) is not None  # "it took us nine hours to reach Lima"
    # "the ship needs a day to reach it"
    is_long = relation in _GOVERNED and is_timed(scene, head) and not is_taken
    needed = (LegStatus.GENERAL, head) if is_long else needs_to(scene, verb)
    if needed is not None or relation not in _GOVERNED or deep > _DEEP:
        return needed
    token = scene.tokens[verb]
    helpers = scene.tree.children(verb, "aux")
    is_bare = _is_wanted(scene, verb, head) and all(
        scene.low(i) in listed("be_to") for i in helpers
    )
    # "cleared the way for it to be sent": not done yet
    is_finite = token.fine in {"VBD", "VBZ", "VBP"} or bool(helpers and not is_bare)
    is_clause = relation == "advcl" and token.fine == "VBD" and scene.tree.children(verb, "mark")
    # "called off the trip after troops moved": the clause is told as a fact.
    dropped = of_noun_plan(scene, head) if _is_goal(scene, verb) else None
    is_off = sets_out(scene, head) or takes_own_time(scene, head)  # "set out to walk to Lima"
    is_off = (is_off and _is_goal(scene, verb)) or is_taken
    found = None if is_clause or is_off else dropped or _by_cue(scene, verb, head, trigger)
    if found is not None or is_finite:
        return found
    is_used = scene.low(head) in listed("habitual") and _is_goal(scene, verb)
    is_habit = is_used and scene.low(head + 1) == "to"  # no "used a car to drive to Lima"
    is_of_way = is_measure(scene, head) and not is_taken
    if is_habit or is_of_way or is_judged(scene, head):
        return LegStatus.GENERAL, head  # "used to fly to Lima", "it takes an hour to fly to"
    if _is_goal(scene, verb) and not is_off:
        return _of_goal(scene, verb, head, trigger, deep)
    is_beside = token.fine == "VBG" and relation in {"advcl", "xcomp"}
    is_of_it = is_beside or is_off or is_caused(scene, verb, head)
    return verb_outcome(scene, head, trigger, deep + 1) if is_of_it else None


def _is_wanted(scene: Scene, verb: int, head: int) -> bool:
    """Whether others make it possible: "cleared the way for the bones to be sent home"."""
    others = (i for i in scene.tree.children(head, "obl", "nmod") if head < i < verb)
    is_led = any(scene.tree.preposition(i) == "for" for i in others)
    is_led |= any(scene.low(i) == "for" for i in scene.tree.children(verb, "mark"))
    return is_led and _is_goal(scene, verb)


def _joined(
    scene: Scene, verb: int, head: int, trigger: Trigger, deep: int
) -> tuple[LegStatus, int] | None:
    """Judge "will fly to Lima and go on" as its first verb; a verb in the past tells its own."""
    token = scene.tokens[verb]
    is_finite = token.fine in {"VBD", "VBZ"} or bool(scene.tree.children(verb, "aux", "nsubj"))
    # "were told to turn round and are on their way back"
    is_finite |= any(scene.tokens[i].fine != "VB" for i in scene.tree.children(verb, "cop"))
    is_led = _is_perfect(scene, head, trigger) or _has_infinitive(scene, head, verb)
    if is_finite or (token.fine == "VBP" and not is_led):
        return None
    if scene.low(head) in listed("planned"):
        return LegStatus.PLANNED, head
    return verb_outcome(scene, head, trigger, deep + 1)


def _is_perfect(scene: Scene, head: int, trigger: Trigger) -> bool:
    """Whether "come" of "had flown to Lima and come on by bus" is told as done, as the first is."""
    helpers = {scene.low(i) for i in scene.tree.children(head, "aux")}
    is_done = scene.tokens[head].fine == "VBN" and not helpers.isdisjoint(listed("have"))
    return is_done and trigger.entry.forms >= {"base", "participle"}


def _has_infinitive(scene: Scene, head: int, verb: int) -> bool:
    """Whether an infinitive stands between: "was expected to see … and then go"."""
    return any(scene.tokens[i].fine == "VB" for i in range(head, verb))


def _by_cue(scene: Scene, verb: int, head: int, trigger: Trigger) -> tuple[LegStatus, int] | None:
    """Judge by the meaning of the word above: an order, a plan, a denial, something called off."""
    low = scene.low(head)
    if low in listed("orders") and _is_goal(scene, verb):
        return None if is_obeyed(scene, head, trigger) else (LegStatus.HYPOTHETICAL, head)
    own = of_auxiliaries(scene, head)
    if own is not None and own[0] is LegStatus.HYPOTHETICAL and low in listed("planned"):
        return own
    is_off = low in listed("cancels") or is_called_off(scene, head)
    status = LegStatus.CANCELLED if is_off else undone(scene, verb, head)
    if status is not None:
        return status, head
    status = meaning(scene, verb, low)
    if _is_negated(scene, verb, head):
        status = _reversed(scene, head, status)
    return None if status is None else (status, head)


def _reversed(scene: Scene, head: int, status: LegStatus | None) -> LegStatus | None:
    """Judge what a denied verb says: "did not fail to reach", "never fails to visit"."""
    if scene.low(head) in listed("fails_to"):
        if scene.tokens[head].fine == "VBD" or is_told_past(scene, head):
            return LegStatus.HAPPENED
        return None if status is None else LegStatus.GENERAL  # "will not hesitate to send"
    if status is None:
        return None
    # who "did not refuse to go" may have gone
    return LegStatus.HYPOTHETICAL if status is LegStatus.DENIED else LegStatus.DENIED


def _is_negated(scene: Scene, verb: int, head: int) -> bool:
    """Whether what a verb hangs on is not so: "does not plan to go", "no longer plans to go"."""
    is_over_ = any(is_over(scene, i) for i in scene.tree.children(head, "advmod"))
    is_late = is_later(scene, head) or is_later(scene, verb)
    return (scene.tree.is_negated(head) and not is_late) or is_over_


def _is_goal(scene: Scene, verb: int) -> bool:
    return any(scene.low(i) == "to" for i in scene.tree.children(verb, "mark"))


def _of_goal(
    scene: Scene, verb: int, head: int, trigger: Trigger, deep: int
) -> tuple[LegStatus, int] | None:
    """Judge "to visit" by what comes before: a success, a plan, or nothing but intent."""
    if scene.relation(verb) == "acl" and _is_nth(scene, head):
        own = _by_helper(scene, head, trigger)  # "the first ship to reach"
        above = scene.tree.head(head)
        if above is not None and scene.relation(head) == "xcomp":  # "hopes to become the first to"
            own = own or verb_outcome(scene, above, trigger, deep + 1)
        return own or (LegStatus.HAPPENED, verb)
    if is_out_of_reach(scene, verb, head):
        return LegStatus.DENIED, head
    is_got_to = trigger.at == verb and trigger.frame.phase is Phase.END
    is_got_to = is_got_to and is_reached_by(scene, trigger)  # "walked for days to reach Lima"
    must = has_no_choice(scene, verb, head)
    is_now = must is not None and scene.tokens[must].fine in {"VBZ", "VBP"}
    if is_got_to or is_only_to(scene, verb) or (must is not None and not is_now):
        return LegStatus.HAPPENED, verb
    low = scene.low(head)
    is_made_to = low in listed("compels") and scene.tree.is_passive(head)
    is_made_to |= low in listed("orders") and is_obeyed(scene, head, trigger)
    if low in listed("asserted") or is_made_to:
        return verb_outcome(scene, head, trigger, deep + 1)
    above = scene.tree.head(head)
    if scene.relation(head) in _GOVERNED and above is not None:
        found = _by_cue(scene, head, above, trigger)
        if found is not None:
            return found
    governor = of_noun_plan(scene, head)
    return governor or (LegStatus.PLANNED, verb)


def _is_nth(scene: Scene, noun: int) -> bool:
    """Whether it is one of a row: "the first ship", "the only woman"."""
    told = scene.tree.children(noun, "amod")
    return any(scene.tokens[i].has("NumType=Ord") or scene.low(i) in listed("only") for i in told)
