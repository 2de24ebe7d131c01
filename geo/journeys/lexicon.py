"""The tables of `data/lexicon/journeys_*` go in, look-ups for the grammar of movement come out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.contracts import Mode
from geo.errors import DataMissing
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_FORMS = ("base", "third", "past", "participle", "ing")


class Role(StrEnum):
    """What a place is to a journey."""

    ORIGIN = "origin"
    DESTINATION = "destination"
    VIA = "via"
    STOP = "stop"
    BETWEEN = "between"


class Phase(StrEnum):
    """Which part of a journey words speak of."""

    WHOLE = "whole"
    START = "start"
    END = "end"
    STOP = "stop"
    SUPPORT = "support"  # "the 683 miles to X": tells of a journey, never makes one
    MEETING = "meeting"  # a meeting at X says when the traveller must be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How the places around a word of movement are to be understood.

    Attributes
    ----------
    object : role of a place that follows at once ("left Lima"); None where there is none.
    roles : role of a place after a preposition, by the preposition.
    indirect : prepositions after which the place may stand later ("to a base in Germany").
    within : the object may be a thing in a place ("visited a clinic in Kharkiv").
    carries : the traveller is what is carried ("deported 90 people to Haiti").
    rides : the object is the vehicle ("boarded a train to Kyiv").
    needs : "destination", "both" or "": the ends without which nothing is said of a journey.
    time : whether a time is that of the departure or the arrival, or neither.
    """

    name: str
    object: Role | None
    roles: Mapping[str, Role]
    indirect: frozenset[str]
    within: bool
    carries: bool
    rides: bool
    noun: bool
    needs: str
    time: str
    phase: Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconEntry:
    """One form of a word or phrase of movement.

    ``subject`` says who may do it: "any", "traveller" (a person, group or vehicle), "person".
    """

    words: tuple[str, ...]
    lemma: str
    forms: frozenset[str]
    frame: Frame
    mode: Mode
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All tables, ready for use; entries are filed by their first word, longest first."""

    entries: Mapping[str, tuple[LexiconEntry, ...]]
    vehicles: Mapping[str, Mode]
    vehicle_nouns: frozenset[str]
    singular: Mapping[str, str]
    frames: Mapping[str, Frame]
    words: Mapping[str, frozenset[str]]
    status: Mapping[str, frozenset[str]]
    times: Mapping[str, Any]
    meetings: Mapping[str, tuple[tuple[str, ...], ...]]
    measures: frozenset[str]
    idioms: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, tuple[tuple[str, ...], ...]]


@cache
def lexicon() -> Lexicon:
    """Load the tables once.

    Raises
    ------
    DataMissing
        If a table is not there.
    """
    folder = Settings().data / "lexicon"
    frames = {name: _frame(name, row) for name, row in _json(folder, "frames").items()}
    vehicles = _rows(folder, "vehicles")
    phrases = _json(folder, "phrases")
    nouns = _rows(folder, "nouns")
    found = [*_verbs(folder, frames), *_nouns(nouns, frames), *_phrases(phrases, frames)]
    entries: dict[str, list[LexiconEntry]] = {}
    for entry in found:
        entries.setdefault(entry.words[0], []).append(entry)
    return Lexicon(
        entries={
            first: tuple(sorted(group, key=lambda entry: -len(entry.words)))
            for first, group in entries.items()
        },
        vehicles={
            form: Mode(row["mode"])
            for row in vehicles
            for form in (row["word"], row["plural"])
            if form
        },
        vehicle_nouns=frozenset(
            form for row in vehicles if row["plural"] for form in (row["word"], row["plural"])
        ),
        singular={
            row["plural"]: row.get("word", "") or row.get("noun", "")
            for row in [*vehicles, *nouns]
            if row["plural"]
        },
        frames=frames,
        words=_sets(_json(folder, "words")),
        status=_sets(_json(folder, "status")),
        times=_json(folder, "times"),
        meetings=_by_first_word(phrases["meetings"]),
        measures=frozenset(phrases["measures"]),
        idioms=_sets(phrases["idioms"]),
        prepositions=_by_first_word(
            words for frame in frames.values() for words in frame.roles if words
        ),
    )


def _text(folder: Path, name: str) -> str:
    path = folder / f"journeys_{name}"
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise DataMissing(
            f"The table {str(path)!r} is missing. Install the program again, with its data folder."
        ) from error


def _json(folder: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_text(folder, f"{name}.json"))
    return loaded


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    head, *lines = _text(folder, f"{name}.tsv").splitlines()
    columns = head.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def _sets(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table.items()}


def _frame(name: str, row: dict[str, Any]) -> Frame:
    roles = {words: role for role in Role for words in row.get(role.value, ())}
    return Frame(
        name=name,
        object=Role(row["object"]) if "object" in row else None,
        roles=roles,
        indirect=frozenset(row.get("indirect", ())),
        within=row.get("within", False),
        carries=row.get("carries", False),
        rides=row.get("rides", False),
        noun=row.get("noun", False),
        needs=row.get("needs", ""),
        time=row["time"],
        phase=Phase(row.get("phase", "whole")),
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """File phrases by their first word, longest first."""
    filed: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted({tuple(phrase.split()) for phrase in phrases}, key=_longest_first):
        filed[words[0]] = (*filed.get(words[0], ()), words)
    return filed


def _longest_first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(words), words


def _verbs(folder: Path, frames: Mapping[str, Frame]) -> list[LexiconEntry]:
    found = []
    for row in _rows(folder, "verbs"):
        forms: dict[str, set[str]] = {}
        for form in _FORMS:
            for spelling in row[form].split():
                forms.setdefault(spelling, set()).add(form)
        found += [
            LexiconEntry(
                words=(spelling, *row["particle"].split()),
                lemma=row["base"],
                forms=frozenset(names),
                frame=frames[row["frame"]],
                mode=Mode(row["mode"] or "unknown"),
                subject=row["subject"],
            )
            for spelling, names in forms.items()
        ]
    return found


def _nouns(rows: list[dict[str, str]], frames: Mapping[str, Frame]) -> list[LexiconEntry]:
    return [
        LexiconEntry(
            words=(form,),
            lemma=row["noun"],
            forms=frozenset({"noun"}),
            frame=frames[row["frame"]],
            mode=Mode(row["mode"] or "unknown"),
            subject="any",
        )
        for row in rows
        for form in (row["noun"], row["plural"])
    ]


def _phrases(table: dict[str, Any], frames: Mapping[str, Frame]) -> list[LexiconEntry]:
    found = []
    for row in table["phrases"]:
        spellings = (
            [row["words"].replace("{possessive}", word) for word in table["possessives"]]
            if "{possessive}" in row["words"]
            else [row["words"]]
        )
        found += [
            LexiconEntry(
                words=tuple(spelling.split()),
                lemma=row["words"],
                forms=frozenset({row.get("form", "adjective")}),
                frame=frames[row["frame"]],
                mode=Mode.UNKNOWN,
                subject=row["subject"],
            )
            for spelling in spellings
        ]
    return found
