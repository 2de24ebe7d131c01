"""A sentence goes in; pronouns before the name that they mean get it: "when she left, Ana"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.text.pronouns import gender_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.text.figures import Cast, Figure

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ONE = frozenset({Sort.NAME, Sort.PERSON})
_MANY = frozenset({Sort.GROUP, Sort.NAME, Sort.PERSON})


def note_ahead(cast: Cast, scene: Scene) -> None:
    """Let a pronoun that fits nobody met before mean the subject of its sentence, told behind it.

    It stands in a clause or phrase before that: "two days after she left, Ana came to Lima",
    "on her way to Lima, Ana fell ill".
    """
    for index in range(scene.dateline, len(scene)):
        if (scene.index, index) in cast.meant or scene.tag(index) != "PRON":
            continue
        subject = _subject_behind(scene, index)
        figure = cast.meant.get((scene.index, subject)) if subject is not None else None
        if figure is not None and _fits(scene, index, figure):
            cast.meant[scene.index, index] = figure
            why = "whom the sentence is about"
            cast.link(scene.span(index, index), figure, why)


def _subject_behind(scene: Scene, index: int) -> int | None:
    tree, relation, word = scene.tree, scene.relation(index), scene.tree.head(index)
    if word is None:
        return None
    is_clause = relation in _SUBJECTS and scene.relation(word) == "advcl"
    is_phrase = scene.tokens[index].relation == "nmod:poss" and scene.relation(word) == "obl"
    main = tree.head(word) if is_clause or is_phrase else None
    subject = tree.subject(main) if main is not None and main > word else None
    is_said = main is not None and scene.low(main) in listed("reports")
    return subject if subject is not None and subject > word and not is_said else None


def _fits(scene: Scene, index: int, figure: Figure) -> bool:
    low = scene.low(index)
    if low in listed("he_or_she"):
        gender = "she" if low in listed("of_ships") else "he"
        is_one = figure.sort in _ONE and not figure.is_many
        return is_one and gender_of(figure) in {"", gender}
    return low in listed("they") and figure.sort in _MANY and figure.is_many
