"""Words of movement: verbs with their forms, nouns, phrases and vehicles, ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.errors import LexiconError
from geo.lexicon.frames import Frame, frames, vehicle_frame
from geo.lexicon.tables import rows
from geo.lexicon.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.lexicon.tables import Row

_FORMS = ("base", "third", "past", "participle", "ing")
# Who may do what a verb says: anybody and anything, a person, group or vehicle, a person alone.
_SUBJECTS = ("any", "traveller", "person", "vehicle")


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconEntry:
    """One form of a word or phrase of movement.

    ``subject`` says who may do it: "any", "traveller" (a person, group or vehicle), "person",
    "vehicle". ``idioms`` are words behind which it is no movement ("take place").
    """

    words: tuple[str, ...]
    lemma: str
    forms: frozenset[str]
    frame: Frame
    mode: Mode
    subject: str
    idioms: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()
    is_phrase: bool = False

    @property
    def is_done_by_vehicles(self) -> bool:
        """Whether only vehicles do so: "docked", "pulled into"."""
        return self.subject == "vehicle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """All words of movement; entries are filed by their first word, longest first."""

    entries: Mapping[str, tuple[LexiconEntry, ...]]
    vehicles: Mapping[str, Mode]
    vehicle_entries: Mapping[str, LexiconEntry]
    singular: Mapping[str, str]
    meetings: Mapping[str, tuple[tuple[str, ...], ...]]
    measures: frozenset[str]


@cache
def motion() -> Motion:
    """Load the tables once.

    Raises
    ------
    DataMissing
        If a table is not there.
    LexiconError
        If a row names a frame, a mode or a kind of subject that there is not.
    """
    vehicles = rows("vehicles")
    entries: dict[str, list[LexiconEntry]] = {}
    for entry in (*_verbs(), *_nouns(), *_phrases()):
        entries.setdefault(entry.words[0], []).append(entry)
    return Motion(
        entries={
            first: tuple(sorted(group, key=lambda entry: -len(entry.words)))
            for first, group in entries.items()
        },
        vehicles={
            form: _mode(row)
            for row in vehicles
            if row["mode"]
            for form in row.words("word", "plural")
        },
        vehicle_entries={entry.words[0]: entry for entry in _vehicles()},
        singular={
            row["plural"]: row.cells.get("word") or row.cells.get("noun", "")
            for row in (*vehicles, *rows("motion_nouns"))
            if row["plural"]
        },
        meetings=_by_first_word(listed("meets")),
        measures=listed("of_way"),
    )


@cache
def journey_nouns() -> Mapping[str, Mode]:
    """Give the nouns that name a journey beside a figure ("a 20-hour ride"), and by what it is."""
    found = [row for row in rows("motion_nouns") if "names_journey" in row.properties()]
    return {word: _mode(row) for row in found for word in row.words("noun")}


def _mode(row: Row) -> Mode:
    return row.made(Mode, "mode") if row["mode"] else Mode.UNKNOWN


def _frame(row: Row) -> Frame:
    if row["frame"] not in frames():
        raise LexiconError(
            f"{row.where}: there is no frame {row['frame']!r}. Those there are: "
            f"{', '.join(frames())}; see motion_frames.json."
        )
    return frames()[row["frame"]]


def _subject(row: Row) -> str:
    if row["subject"] not in _SUBJECTS:
        raise LexiconError(
            f"{row.where}: {row['subject']!r} is no subject. Those there are: "
            f"{', '.join(_SUBJECTS)}."
        )
    return row["subject"]


def _verbs() -> Iterator[LexiconEntry]:
    table = rows("motion_verbs")
    every: dict[str, set[str]] = {}
    alone: dict[str, set[str]] = {}
    for row in table:
        every.setdefault(row["base"], set()).update(row.words("idioms"))
        if not row["particle"]:
            alone.setdefault(row["base"], set()).update(row.words("idioms"))
    for row in table:
        if not row["frame"]:
            continue
        forms: dict[str, set[str]] = {}
        for form in _FORMS:
            for spelling in row.words(form):
                forms.setdefault(spelling, set()).add(form)
        particle, frame, mode, subject = (
            row["particle"].split(),
            _frame(row),
            _mode(row),
            _subject(row),
        )
        base, properties = row["base"], row.properties()
        # What "came up in" is, is nothing to "came down in".
        but = {*alone.get(base, ()), *row.words("idioms")} if particle else every[base]
        for spelling, names in forms.items():
            yield LexiconEntry(
                words=(spelling, *particle),
                lemma=row["base"],
                forms=frozenset(names),
                frame=frame,
                mode=mode,
                subject=subject,
                idioms=frozenset(but),
                properties=properties,
            )


def _nouns() -> Iterator[LexiconEntry]:
    for row in rows("motion_nouns"):
        if not row["frame"]:
            continue
        for form in row.words("noun", "plural"):
            yield LexiconEntry(
                words=(form,),
                lemma=row["noun"],
                forms=frozenset({"noun"}),
                frame=_frame(row),
                mode=_mode(row),
                subject="any",
                properties=row.properties(),
            )


def _vehicles() -> Iterator[LexiconEntry]:
    """Give each vehicle as one that may be on its way: "the bus from Leeds to Hull"."""
    for row in rows("vehicles"):
        if not (row["plural"] and row["mode"]):
            continue
        for form in row.words("word", "plural"):
            yield LexiconEntry(
                words=(form,),
                lemma=row["word"],
                forms=frozenset({"noun"}),
                frame=vehicle_frame(),
                mode=_mode(row),
                subject="any",
                properties=row.properties(),
            )


def _phrases() -> Iterator[LexiconEntry]:
    for row in rows("motion_phrases"):
        for spelling in row.words("word"):
            yield LexiconEntry(
                words=tuple(spelling.split()),
                lemma=spelling,
                forms=frozenset({row["form"]}),
                frame=_frame(row),
                mode=Mode.SEA if spelling in listed("sails") else Mode.UNKNOWN,
                subject=_subject(row),
                properties=row.properties(),
                is_phrase=True,
            )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """File phrases by their first word, longest first."""
    filed: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted({tuple(phrase.split()) for phrase in phrases}, key=_longest_first):
        filed[words[0]] = (*filed.get(words[0], ()), words)
    return filed


def _longest_first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(words), words
