"""`python -m geo route`: the way between two places, on the terminal and as files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from geo.cli import main
from geo.maps.page.data_island import read_island

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("services")
GPX = "{http://www.topografix.com/GPX/1/1}"


def test_a_way_is_printed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {kind: tmp_path / f"way.{kind}" for kind in ("html", "geojson", "gpx")}
    asked = ["--map", str(files["html"]), "--geojson", str(files["geojson"])]
    asked += ["--gpx", str(files["gpx"])]
    assert main(["route", "Genoa", "Mumbai", "--by", "sea", *asked]) == 0
    printed = capsys.readouterr().out
    assert "\nGenoa to Mumbai by sea: " in printed
    assert "suez" in printed
    assert "searoute" in printed
    features = json.loads(files["geojson"].read_text(encoding="utf-8"))["features"]
    assert "LineString" in {feature["geometry"]["type"] for feature in features}
    gpx = fromstring(files["gpx"].read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert len(gpx.findall(f".//{GPX}trkpt")) > 50
    assert "suez" in [name.text for name in gpx.findall(f"{GPX}wpt/{GPX}name")]
    assert read_island(files["html"].read_text(encoding="utf-8"))


def test_a_closed_border_is_gone_round(capsys: pytest.CaptureFixture[str]) -> None:
    ends = ["route", "Trieste", "Ljubljana", "--by", "road"]
    assert main(ends) == 0
    printed = capsys.readouterr().out
    assert "Italy – Slovenia" in printed
    assert "near      Postojna" in printed
    assert main([*ends, "--avoid", "Slovenia/Italy"]) == 0
    assert "Austria – Slovenia" in capsys.readouterr().out


def test_points_passages_and_places_between(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", "8.92,44.4", "Mumbai", "--by", "sea", "--avoid", "Suez"]) == 0
    assert "suez" not in capsys.readouterr().out
    assert main(["route", "Paris", "Germany", "--by", "air", "--via", "Brussels"]) == 0
    assert "Germany: taken for Berlin" in capsys.readouterr().out


def test_a_name_is_that_of_the_likeliest_town_and_it_is_said_which(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["route", "Zurich", "Bogota", "--by", "air"]) == 0
    printed = capsys.readouterr().out
    assert "Zurich: taken for Zürich, Canton of Zürich, Switzerland\n" in printed
    assert "Bogota: taken for Bogotá, Colombia\n" in printed
    assert main(["route", "Faro", "Springfield", "--by", "air"]) == 0
    printed = capsys.readouterr().out
    assert "Faro: taken for Faro, Portugal (not " in printed
    assert "Springfield, Missouri, United States (not Springfield, " in printed


def test_a_region_or_country_says_which_town(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", "Manali, Himachal", "Aswan", "--by", "air"]) == 0
    printed = capsys.readouterr().out
    assert "taken for Manāli, Himachal Pradesh, India" in printed
    assert "taken for Aswān, Aswan, Egypt" in printed


def test_a_country_on_the_way_is_entered_and_no_town_of_it_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["route", "Lyon", "Milan", "--by", "road", "--via"]
    assert main([*asked, "Switzerland"]) == 0
    printed = capsys.readouterr().out
    assert "Switzerland: taken for Switzerland\n" in printed
    assert "France – Switzerland" in printed
    assert main([*asked, "Bern"]) == 0
    by_bern = capsys.readouterr().out
    assert _km(printed) < _km(by_bern)


def test_a_way_to_a_region_ends_somewhere_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "map.html"
    assert main(["route", "Milan", "Bavaria", "--by", "road", "--map", str(page)]) == 0
    assert "somewhere in Bavaria" in capsys.readouterr().out
    assert read_island(page.read_text(encoding="utf-8"))


def _km(printed: str) -> int:
    found = re.search(r"by road: ([\d,]+) km", printed)
    assert found
    return int(found[1].replace(",", ""))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["Madrid", "Lisbon", "--by", "sea"], "from the nearest sea lane"),
        (["Milan", "Bavaria", "--by", "air"], "no point that the gazetteer"),
        (["Saxony", "Bavaria", "--by", "road"], "for one of the two ends"),
        (["Nowhereville upon Nothing", "Lisbon", "--by", "rail"], "no point that the gazetteer"),
        (["Rome", "Lisbon", "--by", "rail", "--avoid", "Spain/Suez"], "give two countries"),
        (["200,10", "Lisbon", "--by", "air"], "lon,lat in degrees"),
    ],
)
def test_what_is_wrong_is_said(
    asked: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["route", *asked]) == 2
    assert words in capsys.readouterr().err
