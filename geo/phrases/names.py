"""A noun phrase goes in, its name and the words to show for it come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Container

    from geo.contracts.scene import Scene

_OWN = ("det", "amod", "nummod", "compound", "flat", "nmod:poss", "nmod:desc", "advmod")


def name_run(scene: Scene, index: int) -> range:
    """Find the capitalised words of a name around one of them, whatever the tree says."""
    first = last = index
    if not is_name_part(scene, index):
        return range(index, index + 1)
    while (more := _step(scene, last, 1)) is not None:
        last = more
    while (more := _step(scene, first, -1)) is not None and not _is_day_before(scene, more):
        first = more
    return range(first, last + 1)


def _step(scene: Scene, index: int, by: int) -> int | None:
    """Find the next part of a name on one side, also over the "al-" of "Omar al-Bek"."""
    at = index + by
    while 0 <= at < len(scene) and (_is_hyphen(scene, at) or scene.low(at) in listed("particle")):
        at += by
    is_near = abs(at - index) == 1 or any(_is_hyphen(scene, i) for i in range(*sorted((index, at))))
    return at if is_near and is_name_part(scene, at) else None


def _is_hyphen(scene: Scene, index: int) -> bool:
    """Whether a hyphen joins two words without a space."""
    if scene.low(index) != "-" or not 0 < index < len(scene) - 1:
        return False
    before, token, after = scene.tokens[index - 1 : index + 2]
    return before.span.end == token.span.start and token.span.end == after.span.start


def _is_day_before(scene: Scene, index: int) -> bool:
    """Whether a month or day only stands before a name: "In March Ana Lopez", no "April Jones"."""
    if scene.low(index) not in listed("calendar"):
        return False
    return index > 0 and scene.low(index - 1) in listed("leads_time")


def is_name_part(scene: Scene, index: int) -> bool:
    """Whether a word is written as a part of a name, and names no place."""
    inside = 0 <= index < len(scene)
    if inside and scene.is_headline and scene.low(index) in motion().entries:
        return False
    return (
        inside
        and scene.tokens[index].tag == "PROPN"
        and scene.is_capital(index)
        and index not in scene.toponyms
        and index >= scene.dateline
    )


def names_of(scene: Scene, index: int) -> list[str]:
    """Read the parts of a name, titles left out; what is a place names nobody."""
    found = []
    for i in sorted({*name_run(scene, index), *scene.tree.children(index, "flat", "compound")}):
        token = scene.tokens[i]
        is_part = token.tag == "PROPN" and scene.is_capital(i) and i not in scene.toponyms
        is_part = is_part and not _is_day_before(scene, i)
        if is_part and token.lower not in listed("rank", "role", "never_in_name"):
            found.append(token.lower)
    return found


def shown(scene: Scene, index: int) -> str:
    """Cut out a noun phrase without its article, up to what only tells more of it."""
    inner = scene.tree.children(index, "compound") if _is_way_word(scene, index) else ()
    index = inner[-1] if inner else index  # "ivory bound for Lima": taggers take that for a noun
    run = name_run(scene, index)
    near = {index, *run, *(i for one in run for i in _before_it(scene, one))}
    days = {i for i in near - {index} if i + 1 in run and _is_day_before(scene, i)}
    near = {i for i in near if i == index or i > max(days, default=-1)}
    phrase = [i for i in scene.tree.phrase(index) if i in near or _belongs(scene, index, i)]
    first, last = min(near), max(run)
    while last + 1 in phrase and not _ends_at(scene, last + 1):
        last += 1
    while first not in phrase or (scene.tokens[first].tag == "PUNCT" and first < index):
        first += 1  # the tree may hang the comma of ", the Malta-flagged Lima Star" on a word of it
    titles = listed("rank", "role")
    is_name = any(is_name_part(scene, i) and scene.low(i) not in titles for i in run)
    is_ship = scene.low(first) == "the" and is_name
    if scene.low(first) in listed("article") and first < last and not is_ship:
        first += 1
    text = scene.span(first, last).text
    return text[0].upper() + text[1:] if is_ship else text


def _ends_at(scene: Scene, index: int) -> bool:
    """Whether a word opens what is no part of a name: a headline's verb, ", which …"."""
    if scene.is_headline and scene.low(index) in _moving():
        return True
    if _is_way_word(scene, index):
        return True  # "a container bound for Lima"
    relatives = listed("relative", "relative_of_people", "relative_of_subject")
    return scene.low(index) == "," and scene.low(index + 1) in relatives


def _is_way_word(scene: Scene, index: int) -> bool:
    """Whether a word alone tells of a way: "bound"."""
    entries = motion().entries.get(scene.low(index), ())
    return any(one.is_phrase and len(one.words) == 1 for one in entries)


def _moving() -> Container[str]:
    return motion().entries


def _before_it(scene: Scene, index: int) -> list[int]:
    """List what stands before a noun and belongs to it: articles, adjectives, owners, titles."""
    inner = scene.tree.children(index, *_OWN)
    return [i for one in inner for i in scene.tree.subtree(one) if i < index]


def _belongs(scene: Scene, head: int, index: int) -> bool:
    """Whether a word behind the head is of its name, or follows it with "of"."""
    if scene.tree.top(index) == head:
        return True
    at = index
    while scene.tree.head(at) not in {head, None}:
        at = scene.tree.head(at) or 0
    # "Most of its staff": parsers take "most" for an adjective
    of = {"nmod", "obl"} if scene.low(head) in listed("part_of_many") else {"nmod"}
    return scene.relation(at) in of and scene.tree.preposition(at) == "of"


def vehicle_words(scene: Scene, index: int) -> list[str]:
    """List vehicles that a phrase names, in the singular: "the trawler Blue Heron"."""
    tables = motion()
    found = []
    for i in sorted(
        {*name_run(scene, index), *scene.tree.children(index, "compound", "flat", "amod")}
    ):
        low = scene.low(i)
        single = tables.singular.get(low, low)
        if single in tables.vehicles and single not in listed("way"):
            found.append(single)
    return found


def is_named_vehicle(scene: Scene, run: range) -> bool:
    """Whether a vehicle's noun stands right before a name: "the tug Lima Star", no "bus Monday"."""
    before = run.start - 1
    is_name = is_name_part(scene, run.start) and scene.low(run.start) not in listed("calendar")
    if before < scene.dateline or scene.is_headline or scene.tokens[before].tag != "NOUN":
        return False
    low = scene.low(before)
    return is_name and motion().singular.get(low, low) in motion().vehicles


def has_the(scene: Scene, index: int) -> bool:
    """Whether "the" stands before a name, as before those of ships."""
    return any(scene.low(i) == "the" for i in scene.tree.children(index, "det"))
