from __future__ import annotations

from typing import TYPE_CHECKING

from geo import wiring
from geo.cli import main
from geo.contracts import (
    Analysis,
    Edit,
    JudgedClaim,
    KeptMeasure,
    NoPlace,
    Position,
    ShownAs,
    Source,
    Span,
    Standing,
)
from geo.edits import anchor_of, edits_from_json, edits_to_json
from geo.maps.build.article_map import make_spec
from geo.maps.build.publication import Publication, published
from geo.maps.page.html import render_page
from geo.maps.page.reader import read_saved
from geo.maps.spec.alt_text import describe
from geo.maps.svg.map import draw_svg
from geo.pipeline import analyse

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from geo.contracts import Anchor
    from geo.maps.build.article_map import MapSpec
    from geo.pipeline import Services

TEXT = (
    "A tram line opened. Lyon lies 390 km from Paris, and Dijon is 263 km from Paris. <b>Nice</b>."
)


def at(words: str) -> Anchor:
    start = TEXT.index(words)
    return anchor_of(TEXT, Span(start=start, end=start + len(words), text=words))


def drawn(services: Services, *edits: Edit) -> tuple[MapSpec, Analysis]:
    analysis = analyse(Source(text=TEXT), services, edits=edits)
    return make_spec(analysis, wiring.basemap(), services.gazetteer), analysis


def test_a_label_a_hidden_place_and_notes_are_on_the_map(services: Services) -> None:
    before, _ = drawn(services)
    assert {"Lyon", "Paris", "Dijon"} <= {place.name for place in before.places}
    spec, _ = drawn(
        services,
        ShownAs(anchor=at("Lyon"), label="Lyon  (the tram)", note="seen <script>"),
        ShownAs(anchor=at("Dijon"), hidden=True),
        JudgedClaim(anchor=at("390 km"), standing=Standing.NOTED, note="asked the mayor"),
    )
    names = {place.name: place for place in spec.places}
    assert "Lyon (the tram)" in names
    assert "Dijon" not in names
    assert names["Lyon (the tram)"].note.endswith("A note by hand: seen <script>")
    assert any("asked the mayor" in card.sentence for card in spec.claim_cards)


def test_a_line_that_was_measured_stays_on_the_map(services: Services) -> None:
    ends = (Position(lon=2.35, lat=48.86), Position(lon=5.04, lat=47.32))
    spec, analysis = drawn(services, KeptMeasure(anchor=at("Paris"), points=ends))
    (kept,) = [measure for measure in spec.measures if not measure.disc]
    assert kept.label.startswith("264 km")
    assert kept.lines
    assert {name.target for name in spec.names} >= {kept.id}
    assert "Measured by hand: 264 km" in describe(spec)
    assert analysis.edits[0] == edits_from_json(edits_to_json(analysis.edits).encode(), name="x")[0]
    # On the map alone it stays, where it is left out it does not.
    assert kept in published(spec, Publication(findings=False)).measures
    assert kept not in published(spec, Publication(hidden=frozenset({kept.id}))).measures
    svg = draw_svg(published(spec, Publication(findings=False)))
    assert "264 km" in svg


def test_a_dismissed_claim_has_no_card_and_is_not_counted(services: Services) -> None:
    before, _ = drawn(services)
    spec, analysis = drawn(services, JudgedClaim(anchor=at("263 km"), standing=Standing.DISMISSED))
    assert len(spec.claim_cards) == len(before.claim_cards) - 1
    assert len(analysis.checks) == len(before.claim_cards)


def test_a_saved_map_has_its_corrections_and_the_command_line_goes_on(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits: tuple[Edit, ...] = (
        NoPlace(anchor=at("Dijon")),
        ShownAs(anchor=at("Lyon"), label="A<b>"),
    )
    spec, analysis = drawn(services, *edits)
    page = render_page(spec, analysis.to_json(), boundaries=wiring.basemap())
    assert read_saved(page.encode(), name="map.html").edits == edits
    story, saved, alone = (tmp_path / name for name in ("story.txt", "map.html", "edits.json"))
    story.write_text(TEXT, "utf-8")
    saved.write_text(page, "utf-8")
    alone.write_text(edits_to_json(edits), "utf-8")
    for path in (saved, alone):
        assert main(["check", str(story), "--json", "--edits", str(path)]) == 0
        again = Analysis.from_json(capsys.readouterr().out)
        assert again.edits == edits
        assert "Dijon" not in {one.span.text for one in again.toponyms}
    assert main(["check", str(story), "--edits", str(story)]) == 2
    assert "story.txt" in capsys.readouterr().err
    assert main(["check", str(story), "--edits", str(tmp_path / "none.json")]) == 2
