"""A word of movement goes in; out come the ends that it names though no place is known for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.sentence.ends import phrases
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.triggers import Trigger

_ENDS = (Role.ORIGIN, Role.DESTINATION)


def unplaced_ends(
    scene: Scene, trigger: Trigger, others: Mapping[int, set[str]], reaches: Sequence[Reach]
) -> frozenset[Role]:
    """Tell which ends have a name that is no place we know: "left Old Mill for Lima".

    Nothing that the story implies may stand for such an end.
    """
    told = {one.role for one in reaches}
    if trigger.frame.onward and told == {Role.ORIGIN}:
        return frozenset({Role.DESTINATION})  # "and from there to the mine"
    return frozenset(role for role in _named(scene, trigger, others) if role not in told)


def _named(scene: Scene, trigger: Trigger, others: Mapping[int, set[str]]) -> Iterator[Role]:
    role = trigger.frame.object
    if role in _ENDS and not scene.tree.is_passive(trigger.at):
        yield from (role for one in scene.tree.objects(trigger.at) if _is_name(scene, one))
    for index, led, _ in phrases(scene, trigger, others):
        if led in _ENDS and _is_name(scene, index):
            yield led


def _is_name(scene: Scene, index: int) -> bool:
    is_name = scene.tokens[index].tag == "PROPN" and scene.is_capital(index)
    is_time = any(time.first <= index <= time.last for time in scene.times)
    return is_name and not (is_time or scene.is_headline or index in scene.toponyms)
