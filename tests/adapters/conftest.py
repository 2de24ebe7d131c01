"""A small gazetteer made of real cities, compiled by the real code, for the gazetteer's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from geo.adapters.gazetteer.compile import Dump
from geo.adapters.gazetteer.lookup import StoredGazetteer, open_gazetteer
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

PLACES = (
    "id\tname\taliases\texact\tlon\tlat\tfeature\tcountry_code\tadmin1\tpopulation\tsource\tnote"
)


def city(number: int, name: str, at: tuple[float, float, str, str, int], *other: str) -> Any:
    lon, lat, country, region, population = at
    return {
        "geonameid": number,
        "name": name,
        "longitude": lon,
        "latitude": lat,
        "countrycode": country,
        "admin1code": region,
        "population": population,
        "alternatenames": list(other),
    }


CITIES = [
    city(524901, "Moscow", (37.616, 55.752, "RU", "48", 10381222), "Moskva", "MOW", "", "Москва"),
    city(2013348, "Vladivostok", (131.874, 43.106, "RU", "59", 604901), "hai can wai", "海參崴"),
    city(1871859, "Pyongyang", (125.754, 39.034, "KP", "12", 3222000), "P'yŏngyang"),
    city(2988507, "Paris", (2.349, 48.853, "FR", "11", 2138551), "Parigi"),
    city(4717560, "Paris", (-95.556, 33.661, "US", "TX", 24782)),
    city(2747373, "The Hague", (4.299, 52.077, "NL", "11", 474292), "Den Haag"),
    city(4140963, "Washington", (-77.036, 38.895, "US", "DC", 689545), "Washington City"),
    city(4167147, "St. Petersburg", (-82.679, 27.771, "US", "FL", 257083)),
    city(498817, "Saint Petersburg", (30.314, 59.939, "RU", "66", 5351935), "Leningrad"),
    city(2972891, "Us", (1.971, 49.096, "FR", "11", 1248)),
    city(2661513, "Biel/Bienne", (7.244, 47.133, "CH", "05", 48614), "Biel [a. 1250]"),
    city(2193733, "Auckland", (174.763, -36.849, "NZ", "E7", 417910)),
    city(2198148, "Suva", (178.442, -18.142, "FJ", "01", 77366)),
    city(4035715, "Apia", (-171.767, -13.833, "WS", "11", 40407)),
    city(293397, "Tel Aviv", (34.781, 32.081, "IL", "05", 432892)),
    city(281184, "Jerusalem", (35.216, 31.769, "IL", "06", 801000)),
    city(281999, "Roma", (150.0, -26.5, "AU", "04", 6848), "Vladivostok"),
]
COUNTRIES = {
    "RU": {"capital": "Moscow"},
    "KP": {"capital": "Pyongyang"},
    "FR": {"capital": "Paris"},
    "US": {"capital": "Washington City"},
    "IL": {"capital": "Jerusalem"},
    "AQ": {"capital": ""},
}
# Rows as they stand in the files, so they are as long as those.
# ruff: noqa: E501
TABLES = {
    "countries.tsv": [
        PLACES,
        "6252001\tUnited States\tAmerica\tUS|U.S.\t-98.5\t39.76\tA.PCLI\tUS\t\t327167434\tGeoNames\t",
        "2017370\tRussia\tRussian Federation\t\t100\t60\tA.PCLI\tRU\t\t144478050\tGeoNames\t",
        "1873107\tNorth Korea\tN. Korea\tDPRK\t127\t40\tA.PCLI\tKP\t\t25549819\tGeoNames\t",
    ],
    "admin1.tsv": [
        PLACES,
        "admin1-kp-12\tPyongyang\t\t\t125.8\t39\tA.ADM1\tKP\tPyongyang\t3681520\tGeoNames\t",
        "admin1-us-wa\tWashington\t\tWash.\t-120\t47\tA.ADM1\tUS\tWashington\t7000000\t-\t",
        "admin1-us-tx\tTexas\t\tTX|Tex.\t-99\t31\tA.ADM1\tUS\tTexas\t22000000\tGeoNames\t",
        "admin1-ru-66\tLeningrad Oblast\tLeningrad\t\t30\t60\tA.ADM1\tRU\tLeningrad Oblast\t1669205\t-\t",
    ],
    "regions.tsv": [
        PLACES,
        "kremlin\tKremlin\t\t\t37.6176\t55.752\tS.GOVT\tRU\t\t\tby hand\t",
        "gulf\tPersian Gulf\tthe Gulf\t\t51.5\t27\tH.GULF\t\t\t\tby hand\t",
        "mexico-gulf\tGulf of Mexico\t\t\t-90\t25\tH.GULF\t\t\t\tby hand\t",
        "everest\tMount Everest\t\t\t86.925\t27.988\tT.MT\t\t\t\tby hand\t",
        "lincoln\tLincoln County\t\t\t-96\t41\tA.ADM2\tUS\t\t25530\tGeoNames\t",
    ],
    "demonyms.tsv": [
        "place\twords\tsource",
        "Russia\tRussian|Russians\tby hand",
        "North Korea\tNorth Korean|North Koreans\tby hand",
    ],
    "city_names.tsv": [
        "geonames_id\tname\taliases\texact\tboost\tsource",
        "498817\tSaint Petersburg\tLeningrad\t\t\tby hand",
        "4140963\tWashington\tWashington D.C.\tD.C.\t3\tby hand",
        "1\tNowhere\tNeverwhere\t\t\tby hand",
    ],
    "admin1_codes.tsv": ["country_code\tcode\tname", "RU\t59\tPrimorsky Krai", "US\tTX\tTexas", "KP\t12\tPyongyang"],
    "admin1_names.tsv": ["country_code\tsource_name\tname\taliases\texact\tlon\tlat"],
    "capitals.tsv": ["country_code\tgeonames_id\tnote\tsource", "IL\t\tdisputed\tby hand"],
}  # fmt: skip


def _settings(root: Path) -> Settings:
    folder = root / "data" / "gazetteer"
    folder.mkdir(parents=True)
    for name, lines in TABLES.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Settings(data=root / "data", cache=root / "cache")


@pytest.fixture(scope="session")
def small_dump() -> Dump:
    return Dump(version="test", load=lambda: ({str(c["geonameid"]): c for c in CITIES}, COUNTRIES))


@pytest.fixture
def small_settings(tmp_path: Path) -> Settings:
    return _settings(tmp_path)


@pytest.fixture(scope="session")
def small_gazetteer(tmp_path_factory: pytest.TempPathFactory, small_dump: Dump) -> StoredGazetteer:
    return open_gazetteer(_settings(tmp_path_factory.mktemp("gazetteer")), dump=small_dump)
