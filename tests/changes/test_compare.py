"""What changed between two versions: real stories, and what must hold of any two."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.changes import How, compare
from geo.changes.match import pair
from geo.cli import main
from geo.contracts import Analysis, ChosenPlace, Source
from geo.edits import anchor_of, edits_to_json
from geo.pipeline import analyse
from geo.store import Story, project_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services

BEFORE = (
    "Trade minister visits Kaunas\n\nTrade Minister Edda Lund flew from Riga to Vilnius on Monday. "
    "Kaunas is about 100 kilometres from Vilnius. A convoy drove from Kaunas to Warsaw.\n"
)
AFTER = (
    "Trade minister visits Kaunas\n\nOfficials gave no reason for the change. Trade Minister Edda "
    "Lund took the train from Riga to Vilnius on Monday. Kaunas is about 190 kilometres from "
    "Vilnius. Klaipeda was quiet.\n"
)
_MIRROR = {How.ADDED: How.GONE, How.GONE: How.ADDED, How.CHANGED: How.CHANGED}


@pytest.fixture(scope="module")
def versions(services: Services) -> tuple[Analysis, Analysis]:
    before, after = (analyse(Source(text=text), services) for text in (BEFORE, AFTER))
    return before, after


def test_places_journeys_and_figures_are_told(versions: tuple[Analysis, Analysis]) -> None:
    changes = compare(*versions)
    assert [(change.how, change.subject) for change in changes.places] == [
        (How.ADDED, "Klaipeda"),
        (How.GONE, "Warsaw"),
    ]
    flight = next(change for change in changes.journeys if change.how is How.CHANGED)
    assert ", by air, from Riga to Vilnius" in flight.before
    assert ", by rail, from Riga to Vilnius" in flight.after
    assert any(c.how is How.GONE and "to Warsaw" in c.before for c in changes.journeys)
    (figure,) = changes.figures
    assert figure.how is How.CHANGED
    assert figure.before.endswith("holds")
    assert figure.after.endswith("does not hold")
    for old, new, change in ((*versions, change) for change in changes):
        for analysis, span in ((old, change.before_span), (new, change.after_span)):
            assert span is None or analysis.article.text[span.start : span.end] == span.text


def test_a_version_has_not_changed_from_itself(versions: tuple[Analysis, Analysis]) -> None:
    for version in versions:
        assert list(compare(version, version)) == []
        moved = analyse_moved(version)
        assert list(compare(version, moved)) == []


def analyse_moved(version: Analysis) -> Analysis:
    """Save the analysis and open it again, its lists the other way round."""
    again = Analysis.from_json(version.to_json())
    return replace(again, geocodes=again.geocodes[::-1], claims=again.claims[::-1])


def test_seen_from_the_other_side_what_was_added_is_gone(
    versions: tuple[Analysis, Analysis],
) -> None:
    there, back = compare(*versions), compare(*versions[::-1])
    for sort in ("places", "journeys", "figures"):
        told = [(c.how, c.before, c.after) for c in getattr(there, sort)]
        mirrored = [(_MIRROR[c.how], c.after, c.before) for c in getattr(back, sort)]
        assert sorted(told) == sorted(mirrored)


def test_another_place_of_the_same_name_is_a_change(services: Services) -> None:
    text = "Reporters met in Springfield. The mayor of Springfield spoke.\n"
    plain = analyse(Source(text=text), services)
    bearers = services.gazetteer.search("Springfield", limit=8)
    known = {geocode.place.feature_id for geocode in plain.geocodes if geocode.place}
    other = next(place for place in bearers if place.feature_id not in known)
    at = text.index("Springfield")
    first = plain.article.span(at, at + len("Springfield"))
    second = next(place for place in bearers if place.feature_id != other.feature_id)
    one, two = (
        analyse(
            Source(text=text),
            services,
            edits=[ChosenPlace(anchor=anchor_of(text, first), place=place)],
        )
        for place in (second, other)
    )
    (change,) = compare(one, two).places
    assert (change.how, change.subject) == (How.CHANGED, "Springfield")
    assert second.admin1 in change.before
    assert other.admin1 in change.after
    by_hand = replace(other, lon=other.lon + 0.5)
    moved = analyse(
        Source(text=text),
        services,
        edits=[ChosenPlace(anchor=anchor_of(text, first), place=by_hand)],
    )
    assert [change.how for change in compare(two, moved).places] == [How.CHANGED]


@given(st.lists(st.integers(0, 20), max_size=12), st.lists(st.integers(0, 20), max_size=12))
def test_everything_is_paired_once_or_told_as_left_over(old: list[int], new: list[int]) -> None:
    both, gone, added = pair(
        old, new, key=lambda number: number, likeness=lambda a, b: float(abs(a - b) <= 2)
    )
    assert sorted([a for a, _ in both] + gone) == sorted(old)
    assert sorted([b for _, b in both] + added) == sorted(new)
    assert all(abs(a - b) <= 2 for a, b in both)
    # What is the same is never told as a change.
    same = sum(min(old.count(number), new.count(number)) for number in set(old))
    assert sum(a == b for a, b in both) == same
    assert not any(abs(a - b) <= 2 for a in gone for b in added)


@pytest.mark.usefixtures("services")
def test_the_command_reads_texts_analyses_and_projects(
    tmp_path: Path, versions: tuple[Analysis, Analysis], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after, project, broken = (
        tmp_path / name for name in ("a.txt", "b.json", "c.dateline.json", "d.dateline.json")
    )
    before.write_text(BEFORE, encoding="utf-8")
    after.write_text(versions[1].to_json(), encoding="utf-8")
    assert main(["diff", str(before), str(after)]) == 0
    told = capsys.readouterr().out
    assert "  - Warsaw, " in told
    assert "“about 100 kilometres from Vilnius”: holds\n    → “about 190" in told

    warsaw = versions[0].article.span(BEFORE.index("Warsaw"), BEFORE.index("Warsaw") + 6)
    vilnius = next(g.place for g in versions[0].geocodes if g.place and g.place.name == "Vilnius")
    edit = ChosenPlace(anchor=anchor_of(BEFORE, warsaw), place=replace(vilnius, extent=None))
    story = Story(source=Source(text=BEFORE), edits=tuple(json.loads(edits_to_json([edit]))))
    project.write_bytes(project_to_json(story))
    assert main(["diff", str(before), str(project), "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)
    assert [(c["how"], c["subject"]) for c in changes["places"]] == [("gone", "Warsaw")]

    # The same corrections by every way that they can be given.
    for asked in ([str(project)], [str(before), "--edits", str(project)]):
        assert main(["check", *asked, "--json"]) == 0
        assert len(Analysis.from_json(capsys.readouterr().out).edits) == 1

    assert main(["diff", str(before), str(before)]) == 0
    assert capsys.readouterr().out == "No place, journey or figure changed.\n"
    broken.write_text('{"dateline_project": 1, "story": 5}')
    for bad in (tmp_path / "none.txt", tmp_path / ("x" * 300), tmp_path, broken):
        assert main(["diff", str(before), str(bad)]) == 2
        assert capsys.readouterr().err.startswith("dateline: ")
