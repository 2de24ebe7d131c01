"""The words behind a distance go in; the place that it is counted from comes out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.lexicon import any_of, listed
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene

# How far behind its preposition the anchor may begin ("from the southern city of …").
_ANCHOR_WINDOW = 60

_WORD = r"[^\W\d_][^\W\d_'’-]{0,30}(?:['’-][^\W\d_]{1,30}){0,3}"


def anchor_at(scene: Scene, start: int) -> PlacedMention | None:
    """Find the place named right behind a preposition, or after a few words ("the city of")."""
    behind = [one for one in scene.mentions if one.span.end > start]
    for mention in behind:
        if mention.span.start < start:
            return mention
        gap = scene.between(start, mention.span.start)
        if len(gap) > _ANCHOR_WINDOW or not re.fullmatch(rf"(?:{_WORD},?\s){{0,6}}", gap):
            return None
        if _not_up_to().search(gap) or _tells_anew(scene, gap, mention) or _it().match(gap):
            return None
        if mention.toponym.kind is ToponymKind.DEMONYM and not coast_behind(scene, mention):
            continue
        return _far_end(scene, mention)
    return None


def _far_end(scene: Scene, mention: PlacedMention) -> PlacedMention | None:
    """Take the place named itself, its coast, or what it owns; none if it is half a name."""
    if coast_behind(scene, mention):
        return mention
    if is_of_capital(scene, mention):
        return _possessed(scene, mention)
    if _is_part_of_name(scene, mention):
        return None
    return _possessed(scene, mention) if _is_owner(scene, mention) else mention


def _tells_anew(scene: Scene, gap: str, mention: PlacedMention) -> bool:
    """Whether a figure of its own follows: "80 km north of the capital, Sikasso 290 to the"."""
    has_figure = re.match(r"\s(?:[a-z]{2,12}\s){0,2}\d", scene.after(mention.span.end))
    return gap.endswith(", ") and has_figure is not None


@cache
def _it() -> re.Pattern[str]:
    """Find "north of it, is the last town before": the pronoun is the far end itself."""
    return compiled(rf"{any_of('bare_pronoun')}(?![^\W_'’])", re.IGNORECASE)


@cache
def _not_up_to() -> re.Pattern[str]:
    """Find words behind which the place named is not the far end: "from a camp for people of X"."""
    borders = "".join(rf"(?<!{re.escape(word)}\s)" for word in listed("border"))
    return compiled(
        rf"(?:^|\s)(?:{any_of('not_up_to')}|{borders}with"
        rf"|an?(?!\s(?:[^\W\d_]+\s){{0,2}}{any_of('place_noun')}\s))\s",
        re.IGNORECASE,
    )


def is_of_capital(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a region's name only says whose capital is meant: "the Queensland capital"."""
    words = rf"\s{any_of('capital')}(?![^\W_])"
    return mention.is_area and bool(re.match(words, scene.after(mention.span.end)))


def _is_owner(scene: Scene, mention: PlacedMention) -> bool:
    """Whether a name only says whose the thing behind it is: "Kenya's port city of Mombasa"."""
    if mention.toponym.kind is ToponymKind.DESCRIPTION:
        return False
    return bool(re.match(r"['’]s?\s[^\W\d_]", scene.after(mention.span.end)))


def _possessed(scene: Scene, owner: PlacedMention) -> PlacedMention | None:
    """Find the place that is somebody's: the next one named, with a few plain words between."""
    for mention in scene.mentions:
        if mention.span.start <= owner.span.end:
            continue
        gap = scene.between(owner.span.end, mention.span.start)
        capital = rf"\s{any_of('capital')},?\s"
        is_near = re.fullmatch(rf"['’]s?\s(?:{_WORD}\s){{0,4}}|{capital}", gap)
        if not is_near or _not_up_to().search(gap[2:]):
            return None
        return None if _is_owner(scene, mention) else mention
    return None


def _is_part_of_name(scene: Scene, mention: PlacedMention) -> bool:
    """Whether "Peruvian" is only the first half of "Peruvian border", which was not placed."""
    if mention.toponym.kind is ToponymKind.DESCRIPTION:
        return False
    words = any_of("line_of_area")
    return bool(re.match(rf"['’s]{{0,2}}\s{words}(?![^\W_])", scene.after(mention.span.end)))


def coast_behind(scene: Scene, anchor: PlacedMention) -> str:
    """Give " coast" where it follows on "the Turkish" or "Turkey’s"."""
    nearest = rf"(?:(?:{any_of('nearest')}|[a-z]{{4,9}}ern)\s)?"
    words = rf"(?:['’]s?)?\s{nearest}{any_of('coast')}(?![^\W_])"
    match = re.match(words, scene.after(anchor.span.end))
    return match[0] if match and anchor.place and anchor.place.feature_class == "A" else ""
