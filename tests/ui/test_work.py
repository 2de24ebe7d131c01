"""Results are kept by content; what lies below the map tells all that was found."""

from __future__ import annotations

import io
import json
import math
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from geo.contracts import Analysis, Anchor, ChangedLeg, ChosenPlace, NoPlace, Source, Span
from geo.edits import anchor_of, first_words, leg_numbers
from geo.export.formats import FORMATS
from geo.maps.build.publication import Publication, published
from geo.maps.graphic.draw import draw_graphic
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.settings import REPOSITORY
from geo.ui import phrases, saving, texts
from geo.ui.candidates import candidate_map
from geo.ui.ends import ends_of
from geo.ui.reader import reading_matter
from geo.ui.work import Desk

if TYPE_CHECKING:
    from geo.pipeline import Services, Step
    from geo.ui.work import Result


def ignore(_step: Step) -> None:
    pass


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="module")
def result(desk: Desk, train: str) -> Result:
    return desk.work(Source(text=train, published=date(2023, 9, 11)), ignore)


def table(result: Result, name: str) -> list[dict[str, Any]]:
    (found,) = [table for table in result.matter["findings"]["tables"] if table["id"] == name]
    assert all(len(row["cells"]) == len(found["columns"]) for row in found["rows"])
    rows: list[dict[str, Any]] = found["rows"]
    return rows


def lines(row: dict[str, Any]) -> str:
    return "\n".join(line for cell in row["cells"] for line in cell)


def test_the_same_text_is_analysed_once(desk: Desk, result: Result, train: str) -> None:
    steps: list[Step] = []
    again = desk.work(Source(text=train, published=date(2023, 9, 11)), steps.append)
    assert again is result
    assert not steps
    other = desk.work(Source(text=train, title="Another title"), steps.append)
    assert other is not result
    assert steps


def test_the_shelf_does_not_grow_without_end() -> None:
    desk = Desk(kept=2)
    first = desk.work(Source(text="In Paris."), ignore)
    second = desk.work(Source(text="In London."), ignore)
    assert desk.work(Source(text="In Paris."), ignore) is first
    desk.work(Source(text="In Rome."), ignore)
    assert desk.work(Source(text="In Paris."), ignore) is first
    assert desk.work(Source(text="In London."), ignore) is not second


def test_values_for_the_browser_are_plain(result: Result) -> None:
    assert json.loads(json.dumps(result.matter)) == json.loads(json.dumps(result.matter))
    assert json.loads(json.dumps(result.drawing))["title"] == result.spec.title


def test_words_are_those_of_the_article_and_stand_where_they_stand(
    result: Result, train: str
) -> None:
    told = result.matter["article"]
    for block in told["blocks"]:
        words = "".join(segment["text"] for segment in block["segments"])
        assert train[block["start"] : block["start"] + len(words)] == words
    targets = {
        target
        for block in told["blocks"]
        for segment in block["segments"]
        for target in segment["targets"]
    }
    assert targets
    assert targets <= set(told["marks"])
    assert "not part of the story" in told["left_out"]
    outside = [block for block in told["blocks"] if not block["story"]]
    assert len(outside) == result.spec.left_out
    assert all(block["reason"] for block in outside)


def test_places_are_told_with_evidence(result: Result) -> None:
    rows = {row["cells"][0][0]: row for row in table(result, "places")}
    vladivostok = lines(rows["Vladivostok"])
    assert "Russia" in vladivostok
    assert "43.1" in vladivostok
    assert "times" in vladivostok
    assert rows["Vladivostok"]["target"] in result.matter["article"]["marks"]
    (moscow,) = [row for row in table(result, "mentioned") if row["cells"][0][0] == "Moscow"]
    assert texts.ASSOCIATIVE in lines(moscow)


def test_journeys_are_told_with_their_words(result: Result) -> None:
    first = lines(table(result, "journeys")[0])
    assert "Pyongyang" in first
    assert "→" in first
    assert "Vladivostok" in first
    assert "by rail" in first
    assert "Sunday evening" in first
    visit = next(row for row in table(result, "journeys") if "July" in lines(row))
    assert texts.UNKNOWN_END in lines(visit)


def test_figures_are_told_with_every_reading(result: Result) -> None:
    rows = table(result, "figures")
    assert len(rows) == len(result.spec.claim_cards)
    for row, card in zip(rows, result.spec.claim_cards, strict=True):
        assert card.quote in lines(row)
    assert any("holds only if" in lines(row) for row in rows)
    assert any("mi · " in lines(row) or "km · " in lines(row) for row in rows)


def test_what_is_not_known_is_said(result: Result, services: Services) -> None:
    analysis = replace(
        result.analysis,
        geocodes=tuple(
            replace(geocode, place=None, probability=0.0) for geocode in result.analysis.geocodes
        ),
        itineraries=tuple(
            replace(
                itinerary,
                legs=tuple(replace(leg, traveller="", destination=None) for leg in itinerary.legs),
            )
            for itinerary in result.analysis.itineraries
        ),
        routes=(),
        checks=(),
    )
    matter = reading_matter(analysis, result.spec, services.gazetteer)
    unknown = replace(result, analysis=analysis, matter=matter)
    assert not table(unknown, "places")
    assert all(texts.NOT_PLACED in lines(row) for row in table(unknown, "unplaced"))
    assert all(texts.UNKNOWN_TRAVELLER in lines(row) for row in table(unknown, "journeys"))


def test_other_places_of_the_name_are_told_apart(desk: Desk) -> None:
    told = desk.work(Source(text="The road from Birmingham to Paris was closed."), ignore)
    row = next(row for row in table(told, "places") if row["cells"][0][0] == "Birmingham")
    assert any("Birmingham, " in line and "United States" in line for line in row["cells"][4][1:])


def test_a_place_is_told_with_its_region(desk: Desk) -> None:
    text = "The bus left Aurora, Illinois, on Monday."
    rows = table(desk.work(Source(text=text), ignore), "places")
    told = [row["cells"][1][0] for row in rows if row["cells"][0][0] == "Aurora"]
    assert told == ["town or city, Illinois, United States"]


def test_a_place_that_somebody_chose_is_not_said_to_be_likely(
    desk: Desk, services: Services
) -> None:
    made = desk.work(Source(text="The parcel came from Birmingham."), ignore)
    place = next(p for p in services.gazetteer.candidates("Birmingham") if p.country_code == "GB")
    edit = ChosenPlace(anchor=Anchor(quote="Birmingham"), place=place)
    (row,) = table(desk.correct(made, [edit]), "places")
    assert row["cells"][4] == [texts.CHOSEN]


def test_ends_are_listed_once_and_told_apart(desk: Desk, services: Services) -> None:
    text = (
        "MARFA – The bus left Marfa for Dublin on Monday. It came back from Dublin on Friday, "
        "drove on to Cork and was sold in Marfa."
    )
    made = desk.work(Source(text=text), ignore)
    assert list(ends_of(made.analysis).spans) == ["Marfa", "Dublin", "Cork"]
    ohio = next(p for p in services.gazetteer.candidates("Dublin") if p.admin1 == "Ohio")
    start = text.rindex("Dublin")
    anchor = anchor_of(text, Span(start=start, end=start + 6, text="Dublin"))
    edit = ChosenPlace(anchor=anchor, place=ohio, everywhere=False)
    ends = ends_of(desk.correct(made, [edit]).analysis)
    assert list(ends.spans) == ["Marfa", "Dublin (Leinster, IE)", "Dublin (Ohio, US)", "Cork"]
    assert ends.spans["Dublin (Ohio, US)"].start == start
    assert set(ends.called.values()) == set(ends.spans)


def test_numbers_on_the_cards_map_do_not_cover_one_another(services: Services) -> None:
    towns = [p for p in services.gazetteer.candidates("Springfield") if p.country_code == "US"][:9]
    paris = next(iter(services.gazetteer.candidates("Paris")))
    drawn = candidate_map([(place, place.name) for place in (*towns, paris)], 1)
    at = [(place["x"], place["y"]) for place in drawn["places"]]
    assert all(math.dist(one, two) >= 22.9 for one, two in combinations(at, 2))
    assert all(12 <= x <= drawn["width"] - 12 for x, _ in at)
    assert all(12 <= y <= drawn["height"] - 12 for _, y in at)


def test_problems_are_all_told(result: Result) -> None:
    assert len(table(result, "problems")) == len(result.analysis.problems)


def test_every_data_format_has_its_button_and_can_be_made(result: Result) -> None:
    assert list(texts.FORMATS) == list(FORMATS)
    for item in saving.data_files(result.analysis):
        raw = item.make()
        assert isinstance(raw, bytes)
        if item.ending.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                assert archive.testzip() is None
                assert len(archive.namelist()) > 1
        else:
            assert raw
    files = {item.key: item.make() for item in saving.data_files(result.analysis)}
    assert json.loads(files["save_geojson"])["type"] == "FeatureCollection"
    assert json.loads(files["save_json"])["schema_version"] == result.analysis.schema_version


def test_picture_and_page_show_what_was_chosen(result: Result) -> None:
    first = result.spec.places[0]
    wanted = Publication(
        title="<b>Ours</b>", source="Map: The Post", findings=False, hidden=frozenset({first.id})
    )
    spec = published(result.spec, wanted)
    graphic = draw_graphic(spec, size="column", theme="dark")
    files = {item.key: item.make() for item in saving.pictures(graphic)}
    assert files["save_png"][:4] == b"\x89PNG"
    assert files["save_pdf"][:5] == b"%PDF-"
    drawn = files["save_svg"]
    assert isinstance(drawn, bytes)
    assert b"&lt;b&gt;Ours&lt;/b&gt;" in drawn
    assert b"Map: The Post." in drawn
    assert b"just 80 miles" not in drawn
    page = saving.page_file(spec, result.analysis).make()
    assert isinstance(page, str)
    assert page.lower().startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("probability", "words"),
    [(1.0, "> 99 %"), (0.934, "93 %"), (0.5, "50 %"), (0.001, "< 1 %"), (0.0, "< 1 %")],
)
def test_nothing_is_certain(probability: float, words: str) -> None:
    assert phrases.share(probability) == words


@pytest.mark.parametrize(
    ("figures", "places", "told"),
    [
        (0, 2, "there is no figure to check, and every place is sure."),
        (1, 1, "the one figure holds, and every place is sure."),
        (3, 0, "all figures hold."),
    ],
)
def test_no_more_is_said_to_be_well_than_there_is(figures: int, places: int, told: str) -> None:
    assert phrases.nothing_to_do(figures, places).endswith(f": {told}")


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, "1 paragraph is"), (4, "4 paragraphs are")]
)
def test_what_is_left_out_is_counted(count: int, words: str) -> None:
    assert phrases.left_out(count).startswith(words)


def test_positions_read_as_on_a_map() -> None:
    assert phrases.position(-77.028, -12.043) == "12.043°\u00a0S, 77.028°\u00a0W"


def test_an_analysis_is_shown_again_without_being_made_again(desk: Desk, result: Result) -> None:
    again = desk.reopen(Analysis.from_json(result.analysis.to_json()))
    assert again.analysis == Analysis.from_json(result.analysis.to_json())
    assert again.spec.claim_cards == result.spec.claim_cards
    assert again.matter["findings"]["tables"] == result.matter["findings"]["tables"]


def test_pictures_are_no_burden_until_they_are_asked_for() -> None:
    code = (
        "import sys, geo.ui.page, geo.ui.publish, geo.cli.commands\n"
        "heavy = {'resvg_py', 'typst', 'fontTools', 'uniseg', 'geo.maps.graphic.draw'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_first_visitor_waits_for_nothing_that_can_be_done_before() -> None:
    code = (
        "import sys\n"
        "from streamlit.testing.v1 import AppTest\n"
        "from geo.cli.serve import _load\n"
        "from geo.ui.work import Desk\n"
        "_load()\n"
        "ready = set(sys.modules)\n"
        "Desk._make = None\n"
        "app = AppTest.from_file('app.py', default_timeout=60).run()\n"
        "app.button(key='example_armoured-train').click().run()\n"
        "late = {name.partition('.')[0] for name in set(sys.modules) - ready}\n"
        "print(app.session_state['shown'].spec.title)\n"
        "print(sorted(late & {'PIL', 'dateparser', 'geo', 'numpy', 'pandas', 'pyarrow'}))"
    )
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=REPOSITORY,
        env={**os.environ, "DATELINE_STORE": "off"},
        capture_output=True,
        text=True,
        check=True,
    )
    title, late = done.stdout.splitlines()
    assert "armoured train" in title
    assert late == "[]"


def test_every_count_is_that_of_what_is_listed(result: Result) -> None:
    head = result.matter["head"]
    spec = result.spec
    places, journeys = table(result, "places"), table(result, "journeys")
    told = f"{len(spec.claim_cards)} figures, {len(places)} places, {len(journeys)} journeys."
    assert head["about"] == told
    assert len(table(result, "figures")) == len(spec.claim_cards)
    assert len(journeys) == len(spec.journeys)
    # The line of the saved page and of pictures says the same.
    line = "".join(phrase.text for phrase in spec.result).replace("\u00a0", " ").lower()
    assert f"{len(places)} places, {len(journeys)} journeys" in line


def test_the_worst_comes_first_and_each_thing_to_do_has_its_place(desk: Desk) -> None:
    text = "Madrid is 900 miles from Lisbon, he said. The parcel came from Birmingham."
    told = desk.work(Source(text=text), ignore)
    items = told.matter["head"]["todo"]
    order = list(texts.TODO)
    kinds = [item["kind"] for item in items]
    assert kinds == sorted(kinds, key=order.index)
    assert "fails" in kinds
    assert "unsure" in kinds
    marks = told.matter["article"]["marks"]
    ids = {f"table:{one['id']}" for one in told.matter["findings"]["tables"]} | set(marks)
    for item in items:
        assert str(len(item["targets"])) in item["text"]
        for target in item["targets"]:
            assert target["id"] in ids
            if target["span"]:
                start, end = target["span"]
                assert text[start:end].strip()


def test_an_end_that_is_worked_out_is_to_be_looked_at_and_drawn_so(desk: Desk) -> None:
    text = "The coach left Turin for Milan on Monday. From there it went on to Verona."
    told = desk.work(Source(text=text), ignore)
    (item,) = [one for one in told.matter["head"]["todo"] if one["kind"] == "assumed"]
    (target,) = item["targets"]
    start, end = target["span"]
    assert text[start:end] == "From there"
    (journey,) = [one for one in told.spec.journeys if one.id == target["id"]]
    assert "Milan (assumed) to Verona" in journey.text
    stated, assumed = told.spec.routes
    assert (stated.assumed, assumed.assumed) == (False, True)
    assert assumed.label.endswith("; start assumed")
    drawn = draw_graphic(told.spec).svg
    assert f'stroke-dasharray="{CARTOGRAPHY.dashes["assumed"]}"' in drawn
    assert "start or end assumed" in drawn
    # Who calls it right has nothing left to look at.
    _, leg = told.analysis.legs
    spans = {one.id: one.span for one in told.analysis.toponyms}
    ends = tuple(anchor_of(text, spans[end.toponym_id]) for end in leg.ends)
    words = first_words(leg)
    assert words is not None
    number = leg_numbers(told.analysis.itineraries)[leg.id]
    edit = ChangedLeg(anchor=anchor_of(text, words), number=number, ends=ends)
    after = desk.correct(told, (edit,))
    _, same = after.analysis.legs
    assert [end.place for end in same.ends] == [end.place for end in leg.ends]
    assert "assumed" not in [one["kind"] for one in after.matter["head"]["todo"]]
    assert not [route for route in after.spec.routes if route.assumed]


def test_a_story_without_places_and_figures_is_not_called_right(desk: Desk) -> None:
    head = desk.work(Source(text="The rules are under review."), ignore).matter["head"]
    assert (head["nothing"], head["well"]) == (texts.NOTHING_FOUND, False)


def test_what_is_published_unmended_is_said_beside_it(desk: Desk) -> None:
    text = "Madrid is 900 miles from Lisbon, he said. The parcel came from Birmingham."
    items = desk.work(Source(text=text), ignore).matter["head"]["todo"]
    told = phrases.still_to_do(items, ["Birmingham"])
    assert told == "Not put right yet: 1 figure is wrong, 1 unsure place (Birmingham)."
    # A place that is left out of the picture is no longer in doubt on it.
    assert phrases.still_to_do(items, []) == "Not put right yet: 1 figure is wrong."
    assert not phrases.still_to_do([], [])


def test_a_correction_that_is_prepared_is_the_one_that_is_carried_out(desk: Desk) -> None:
    told = desk.work(Source(text="The bus left Hamilton for Toronto on Monday."), ignore)
    edits = (NoPlace(anchor=Anchor(quote="Hamilton")),)
    desk.prepare(told, edits)
    desk.prepare(told, edits)
    made = desk.correct(told, edits)
    assert made.analysis.edits == edits
    assert "Hamilton" not in {place.name for place in made.spec.places}
    assert made.analysis == desk.correct(told, edits).analysis


def test_a_story_that_only_names_countries_is_told_so(desk: Desk) -> None:
    text = "Ministers of France and Germany agreed on Thursday to ease the budget rules."
    head = desk.work(Source(text=text), ignore).matter["head"]
    assert head["nothing"] == texts.NOTHING_BUT_NAMES[1].format(count=2)
    assert not head["well"]
