"""Journeys that were not found and that somebody adds: carried out, told of, taken away again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import wiring
from geo.changes import How, compare
from geo.cli import main
from geo.contracts import (
    AddedLeg,
    Analysis,
    Anchor,
    ChangedLeg,
    Edit,
    End,
    Evidence,
    Itinerary,
    JoinedLegs,
    Leg,
    LegStatus,
    Mode,
    NoPlace,
    Place,
    RouteKind,
    Source,
    Span,
    SplitLeg,
    Toponym,
    ToponymKind,
    Verdict,
)
from geo.contracts.places import Geocode, Sense
from geo.edits import (
    History,
    Places,
    anchor_of,
    edit_journeys,
    edits_from_json,
    edits_from_plain,
    edits_to_json,
    edits_to_plain,
    first_words,
    leg_numbers,
)
from geo.export.formats import write_format
from geo.export.tables import to_geodataframes
from geo.maps.build.article_map import make_spec
from geo.pipeline import read, understand
from geo.store import Story, project_to_json
from geo.wording import status_words

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Reading, Services

TEXT = """Gale keeps the choirs ashore

STORNOWAY, March 3 — The singers slept in the hall at Ullapool on Thursday, and then it was the
first sailing for all of them. The passage of 48 miles takes two hours and a half. Stornoway lies
80 kilometres from Ullapool.

A dancer flew from Inverness to Stornoway on Friday.
"""
WORDS = "first sailing for all of them"


def at(words: str, text: str = TEXT, start: int = 0) -> Anchor:
    where = text.index(words, start)
    return anchor_of(text, Span(start=where, end=where + len(words), text=words))


SAILED = AddedLeg(
    anchor=at(WORDS),
    traveller="Eleven <b>choirs</b>",
    mode=Mode.SEA,
    ends=(at("Ullapool"), at("Stornoway", start=TEXT.index("Stornoway"))),
    departed="on Saturday morning",
)


@pytest.fixture(scope="module")
def reading(services: Services) -> Reading:
    return read(Source(text=TEXT), services)


def added(analysis: Analysis) -> list[Leg]:
    return [leg for leg in analysis.legs if leg.is_added]


def names(leg: Leg) -> list[str]:
    return [end.place.name for end in leg.ends]


def faults(analysis: Analysis) -> list[str]:
    return [one.message for one in analysis.problems if one.stage == "edits"]


def test_a_journey_is_added_drawn_and_told_and_says_so(
    reading: Reading, services: Services
) -> None:
    before = understand(reading, services)
    assert not any("Ullapool" in names(leg) for leg in before.legs)
    after = understand(reading, services, edits=[SAILED])
    assert not faults(after)
    (leg,) = added(after)
    assert names(leg) == ["Ullapool", "Stornoway"]
    assert (leg.mode, leg.status) == (Mode.SEA, LegStatus.HAPPENED)
    assert leg.departed is not None
    words = first_words(leg)
    assert words is not None
    assert words.text == WORDS
    # In the order of the text: it stands before the flight.
    assert next(after.legs) == leg
    assert len({one.id for one in after.legs}) == len(list(after.legs))
    kinds = {route.kind for route in after.routes if route.leg_id == leg.id}
    assert kinds == {RouteKind.GEODESIC, RouteKind.SEA}
    spec = make_spec(after, wiring.basemap(), services.gazetteer)
    told = next(one for one in spec.journeys if leg.id in one.refs)
    assert told.word == f"{status_words(leg)}; added by hand"
    assert told.route
    assert "".join(piece.text for piece in told.sentence).startswith("Eleven <b>choirs</b>, by sea")
    marked = [part.text for block in spec.paragraphs for part in block.segments if part.targets]
    assert WORDS in marked


def test_figures_of_that_way_are_checked(reading: Reading, services: Services) -> None:
    before = understand(reading, services)
    assert not any("48 miles" in claim.span.text for claim in before.claims)
    after = understand(reading, services, edits=[SAILED])
    (leg,) = added(after)
    verdicts = {one.claim_id: one.verdict for one in after.checks}
    about = {
        one.span.text: verdicts[one.id] for one in after.claims if one.subject.leg_id == leg.id
    }
    assert any("two hours and a half" in words for words in about)
    assert Verdict.REFUTED not in about.values()


def test_it_is_corrected_as_other_journeys_are(reading: Reading, services: Services) -> None:
    after = understand(reading, services, edits=[SAILED])
    (leg,) = added(after)
    number = leg_numbers(after.itineraries)[leg.id]
    anchor = at(WORDS)
    by_way = ChangedLeg(
        anchor=anchor, number=number, ends=(at("Ullapool"), at("Inverness"), at("Stornoway"))
    )
    split = SplitLeg(anchor=anchor, number=number, at=at("Inverness"))
    joined = JoinedLegs(anchor=anchor, number=number)

    def told(*edits: Edit) -> list[list[str]]:
        changed = understand(reading, services, edits=[SAILED, *edits])
        assert not faults(changed)
        return [names(one) for one in added(changed)]

    whole = ["Ullapool", "Inverness", "Stornoway"]
    assert told(by_way) == [whole]
    assert told(by_way, split) == [whole[:2], whole[1:]]
    assert told(by_way, split, joined) == [whole]
    assert told(ChangedLeg(anchor=anchor, number=number, removed=True)) == []


def test_unknown_ends_stay_unknown_and_where_it_got_to_is_told(
    reading: Reading, services: Services
) -> None:
    edit = AddedLeg(
        anchor=at(WORDS),
        status=LegStatus.TURNED_BACK,
        ends=(None, at("Stornoway")),
        ended=at("Ullapool"),
    )
    analysis = understand(reading, services, edits=[edit])
    (leg,) = added(analysis)
    assert leg.origin is None
    assert leg.mode is Mode.UNKNOWN
    assert leg.ended is not None
    assert leg.ended.place.name == "Ullapool"
    assert leg.departed is None


def test_it_goes_over_to_a_text_that_changed_elsewhere(services: Services) -> None:
    text = f"The wind was from the south. {TEXT} Nobody was hurt."
    after = understand(read(Source(text=text), services), services, edits=[SAILED])
    assert not faults(after)
    assert [names(leg) for leg in added(after)] == [["Ullapool", "Stornoway"]]


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        (TEXT.replace("first sailing", "first ship"), "no longer stand in the text", []),
        (TEXT.replace("Ullapool", "Oban"), "no longer has “Ullapool”", [["Stornoway"]]),
        (
            f"It was the {WORDS}.",
            "none of the places of its journey is found",
            [],
        ),
    ],
)
def test_what_is_lost_is_told(
    text: str, said: str, left: list[list[str]], services: Services
) -> None:
    analysis = understand(read(Source(text=text), services), services, edits=[SAILED])
    assert [names(leg) for leg in added(analysis)] == left
    (problem,) = faults(analysis)
    assert said in problem
    assert analysis.edits == (SAILED,)


def test_an_end_that_means_no_place_any_more_is_told(reading: Reading, services: Services) -> None:
    edits = [SAILED, NoPlace(anchor=at("Ullapool"))]
    analysis = understand(reading, services, edits=edits)
    (leg,) = added(analysis)
    assert names(leg) == ["Stornoway"]
    (problem,) = faults(analysis)
    assert problem.endswith("these words name no place now.")


def test_no_ends_are_two_that_are_not_known() -> None:
    trips, lost = edit_journeys(STORY, FOUND, PLACES, [ChangedLeg(anchor=_SAILS[0], ends=())])
    assert not lost
    (leg,) = trips[0].legs
    assert leg.ends == ()
    edit = AddedLeg(anchor=_SAILS[0], ends=())
    assert edit_journeys(STORY, FOUND, PLACES, [edit]) == (FOUND, (edit,))


def test_it_is_in_what_is_saved_and_older_saves_still_open(
    reading: Reading, services: Services
) -> None:
    analysis = understand(reading, services, edits=[SAILED])
    again = Analysis.from_json(analysis.to_json())
    assert again.edits == (SAILED,)
    assert [leg.is_added for leg in again.legs] == [leg.is_added for leg in analysis.legs]
    assert edits_from_json(edits_to_json([SAILED]).encode(), name="e.json") == (SAILED,)
    # What was written before there were such journeys, and one with no more than it needs.
    old = {"edit": "leg", "anchor": {"quote": "flew"}, "number": 1, "removed": True}
    least = {"edit": "added", "anchor": {"quote": "flew"}, "ends": [None, {"quote": "Oban"}]}
    one, other = edits_from_plain([old, least], name="e.json")
    assert one == ChangedLeg(anchor=Anchor(quote="flew"), number=1, removed=True)
    assert other == AddedLeg(anchor=Anchor(quote="flew"), ends=(None, Anchor(quote="Oban")))


def test_the_command_line_carries_it_out_and_tells_what_it_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], services: Services
) -> None:
    assert services
    story, edits = tmp_path / "story.txt", tmp_path / "edits.json"
    story.write_text(TEXT, encoding="utf-8")
    edits.write_text(edits_to_json([SAILED]), encoding="utf-8")
    assert main(["check", str(story), "--edits", str(edits), "--json"]) == 0
    analysis = Analysis.from_json(capsys.readouterr().out)
    assert [leg.traveller for leg in added(analysis)] == [SAILED.traveller]
    assert main(["check", str(story), "--edits", str(edits)]) == 0
    assert "added by hand" in " ".join(capsys.readouterr().out.split())
    project = tmp_path / "story.dateline.json"
    plain = edits_to_plain([SAILED])
    project.write_bytes(project_to_json(Story(source=Source(text=TEXT), edits=plain)))
    assert main(["diff", str(story), str(project)]) == 0
    told = capsys.readouterr().out
    assert "from Ullapool to Stornoway" in told
    assert "added by hand" in told


def test_a_comparison_says_which_journey_was_added(reading: Reading, services: Services) -> None:
    before = understand(reading, services)
    after = understand(reading, services, edits=[SAILED])
    (change,) = compare(before, after).journeys
    assert (change.how, change.subject) == (How.ADDED, SAILED.traveller)
    assert change.after.endswith("; added by hand")
    assert change.after_span is not None
    assert change.after_span.text == WORDS


def test_every_format_has_it(reading: Reading, services: Services) -> None:
    analysis = understand(reading, services, edits=[SAILED])
    (leg,) = added(analysis)
    routes = to_geodataframes(analysis)["routes"]
    own = routes[routes["leg_id"] == leg.id]
    assert len(own) == 2
    assert all("added by hand" in words for words in own["journey"])
    assert set(own["words"]) == {WORDS}
    for name in ("geojson", "csv", "kml", "gpkg", "json"):
        told = b"".join(write_format(name, analysis).values())
        assert b"added by hand" in told, name
        assert WORDS.encode() in told, name


# What follows needs no analysis: which correction is about which journey.
STORY = "He sailed from A to B. They sailed on. It sailed, and it sailed."
_SAILS = [at("sailed", STORY, 0), at("sailed", STORY, STORY.index("They"))]


class _Step(NamedTuple):
    """Something that somebody does to one of the journeys at some words."""

    what: str
    words: int
    number: int


def _place(name: str) -> Toponym:
    span = Span(start=STORY.index(name), end=STORY.index(name) + 1, text=name)
    return Toponym(id=f"t{name}", span=span, kind=ToponymKind.NAME, sense=Sense.LITERAL, name=name)


def _placed(toponym: Toponym) -> Geocode:
    place = Place(
        gazetteer="hand", feature_id=toponym.id, name=toponym.name, lon=1.0, lat=2.0,
        feature_class="P", feature_code="PPL",
    )  # fmt: skip
    return Geocode(toponym_id=toponym.id, place=place, probability=1.0)


_NAMES = (_place("A"), _place("B"))
PLACES = Places(STORY, _NAMES, tuple(map(_placed, _NAMES)))
_ENDS = (anchor_of(STORY, _NAMES[0].span), anchor_of(STORY, _NAMES[1].span))


def _found(number: int, words: Anchor) -> Itinerary:
    span = Span(start=words.start, end=words.start + len(words.quote), text=words.quote)
    end = End(toponym_id="tA", place=_placed(_NAMES[0]).place or Place())  # type: ignore[call-arg]
    leg = Leg(
        id=f"j{number}.1",
        traveller=f"found {number}",
        origin=end,
        destination=None,
        mode=Mode.SEA,
        status=LegStatus.HAPPENED,
        evidence=(Evidence(reason="", span=span),),
    )
    return Itinerary(id=f"j{number}", legs=(leg,))


FOUND = (_found(1, _SAILS[0]), _found(2, _SAILS[1]))


def _travellers(edits: tuple[Edit, ...]) -> list[list[str]]:
    """Tell who travels at each of the words; nothing may be lost."""
    trips, lost = edit_journeys(STORY, FOUND, PLACES, edits)
    assert not lost
    legs = [leg for trip in trips for leg in trip.legs]
    return [
        [leg.traveller for leg in legs if (own := first_words(leg)) and own.start == words.start]
        for words in _SAILS
    ]


def _steps() -> st.SearchStrategy[list[_Step]]:
    step = st.builds(
        _Step,
        st.sampled_from(("add", "add", "change", "remove")),
        st.integers(0, 1),
        st.integers(0, 4),
    )
    return st.lists(step, min_size=1, max_size=12)


@given(_steps(), st.data())
def test_a_journey_taken_back_leaves_all_that_was_said_of_others(
    steps: list[_Step], data: st.DataObject
) -> None:
    history = History()
    expected = [["found 1"], ["found 2"]]
    owner: dict[str, AddedLeg] = {}
    for count, (what, words, number) in enumerate(steps):
        legs, anchor, name = expected[words], _SAILS[words], f"n{count}"
        if what == "add":
            edit = AddedLeg(anchor=anchor, number=len(legs), traveller=name, ends=_ENDS)
            history = history.add(edit)
            legs.append(name)
            owner[name] = edit
        elif number < len(legs) and what == "change":
            history = history.add(ChangedLeg(anchor=anchor, number=number, traveller=name))
            if legs[number] in owner:
                owner[name] = owner[legs[number]]
            legs[number] = name
        elif number < len(legs):
            history = history.add(ChangedLeg(anchor=anchor, number=number, removed=True))
            del legs[number]
        assert _travellers(history.done) == expected
    if not owner:
        return
    gone = data.draw(st.sampled_from(sorted(owner)))
    after = history.take_back(owner[gone])
    kept = [[one for one in legs if owner.get(one) != owner[gone]] for legs in expected]
    assert _travellers(after.done) == kept
    assert after.undo().done == history.done


@given(_steps())
def test_an_added_journey_keeps_its_number_when_another_is_found_at_its_words(
    steps: list[_Step],
) -> None:
    edits: list[Edit] = []
    for count, (_, words, _) in enumerate(steps):
        number = 1 + sum(one.anchor == _SAILS[words] for one in edits)
        name = f"n{count}"
        edits.append(AddedLeg(anchor=_SAILS[words], number=number, traveller=name, ends=_ENDS))
    more = (*FOUND, _found(3, _SAILS[0]))
    before, _ = edit_journeys(STORY, FOUND, PLACES, edits)
    after, _ = edit_journeys(STORY, more, PLACES, edits)

    def numbers(trips: tuple[Itinerary, ...]) -> dict[str, int]:
        numbered = leg_numbers(trips)
        return {
            leg.traveller: numbered[leg.id] for one in trips for leg in one.legs if leg.is_added
        }

    assert numbers(before) == numbers(after)


def test_undoing_and_redoing_it() -> None:
    history = History().add(SAILED)
    again = history.add(SAILED)
    assert again.done == (SAILED, SAILED)
    assert history.undo().done == ()
    assert history.undo().redo() == history
    assert history.take_back(SAILED).done == ()
