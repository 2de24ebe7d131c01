"""How likely each namesake is, in small worlds of our own where everything else is known.

The figures are what the program says today: percent for each candidate, in their order. Where one
moves, look at the case and decide whether the new answer is the better one before you renew it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from geo.contracts import Place, Sense, Span, Toponym, ToponymKind
from geo.resolve.groups import Group
from geo.resolve.priors import is_government, prior
from geo.resolve.ranking import weigh
from geo.resolve.relative import holds, is_same_spot

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Names:
    """A gazetteer of the few names that a case needs."""

    places: dict[str, list[Place]] = field(default_factory=dict)

    def candidates(self, name: str) -> Sequence[Place]:
        return self.places.get(name, [])

    def known_by(self, name: str) -> Sequence[int]:
        return [0 for _ in self.candidates(name)]


def place(  # noqa: PLR0913 - a place has many sides
    name: str,
    population: int = 0,
    *,
    at: tuple[float, float] = (0.0, 0.0),
    code: str = "P.PPL",
    country: str = "AA",
    region: str = "",
) -> Place:
    feature_class, feature_code = code.split(".")
    return Place(
        gazetteer="test",
        feature_id=f"{name} {at} {code} {country} {region} {population}",
        name=name,
        lon=at[0],
        lat=at[1],
        feature_class=feature_class,
        feature_code=feature_code,
        country_code=country,
        admin1=region,
        population=population,
    )


def mention(name: str, **more: object) -> Toponym:
    base = Toponym(
        id=name,
        span=Span(start=0, end=len(name), text=name),
        kind=ToponymKind.NAME,
        sense=Sense.LITERAL,
        name=name,
    )
    return replace(base, **more)  # type: ignore[arg-type]


def group(name: str, *candidates: Place, mentions: int = 1, bearers: int = 9) -> Group:
    return Group(
        name=name,
        candidates=candidates,
        bearers=bearers,
        mentions=[mention(name)] * mentions,
    )


def percent(*groups: Group, names: Names | None = None) -> list[list[float]]:
    weights = weigh(groups, names or Names())  # type: ignore[arg-type]
    return [[round(float(100 * share), 1) for share in part] for part in weights.by_group]


TOWN = place("Aton", 1_000_000)


@pytest.mark.parametrize(
    ("code", "population", "shares"),
    [
        ("P.PPL", 1_000_000, [56.7, 39.1]),
        ("P.PPL", 100_000, [68.8, 26.1]),
        ("P.PPL", 1_000, [84.1, 9.6]),
        ("P.PPLA", 100_000, [64.1, 31.1]),
        ("P.PPLC", 1_000, [57.7, 38.0]),
        ("A.PCLI", 0, [71.4, 23.3]),
        ("A.PCL", 0, [71.4, 23.3]),
        ("A.PCLS", 0, [75.3, 19.1]),
        ("A.PCLD", 0, [81.4, 12.5]),
        ("A.PCLF", 0, [78.6, 15.5]),
        ("A.ADM1", 0, [88.4, 5.0]),
        ("A.ADM2", 0, [89.4, 3.9]),
        ("L.CONT", 0, [67.0, 28.0]),
        ("H.OCN", 0, [13.7, 84.8]),
        ("H.SEA", 0, [16.9, 81.3]),
        ("S.GOVT", 0, [34.8, 61.6]),
        ("S.AIRP", 0, [81.4, 12.5]),
        ("H.LK", 0, [78.6, 15.5]),
        ("T.MT", 0, [78.6, 15.5]),
        ("L.RGN", 0, [56.7, 39.1]),
    ],
)
def test_a_city_of_a_million_against_another_place_of_its_name(
    code: str, population: int, shares: list[float]
) -> None:
    other = place("Aton", population, country="BB", code=code)
    assert percent(group("Aton", TOWN, other)) == [shares]


def test_many_small_namesakes_do_not_outweigh_the_known_one() -> None:
    small = [place("Aton", 2_000, country=f"C{number}") for number in range(6)]
    assert percent(group("Aton", TOWN, *small)) == [[60.8, 8.3, 6.7, 5.7, 5.1, 4.6, 4.2]]


def test_a_name_that_one_place_alone_bears_is_the_surer() -> None:
    village = place("Aton", 2_000)
    assert percent(group("Aton", village, bearers=1)) == [[87.9]]
    assert percent(group("Aton", village, bearers=2)) == [[72.7]]
    assert percent(group("Aton Town", village, bearers=1)) == [[72.7]]


def test_a_place_that_is_called_otherwise_comes_behind() -> None:
    first, alias = place("Aton", 1_000), place("Beeton", 100_000)
    # No place is called Aton in the first place; one is; and that one is a great city.
    assert percent(group("Aton", place("Ceeton", 1_000), alias)) == [[22.7, 62.9]]
    assert percent(group("Aton", first, alias)) == [[51.1, 26.0]]
    assert percent(group("Aton", place("Aton", 500_000), alias)) == [[90.7, 1.2]]
    assert percent(group("Aton", place("Aton", 499_999), alias)) == [[84.0, 8.5]]
    # Mountains and rivers may be called as they like, and accents and saints do not count.
    assert percent(group("Aton", first, place("Beeton", code="T.MT"))) == [[24.9, 59.3]]
    assert percent(group("St Aton", place("Saint Áton", 1_000), alias)) == [[51.1, 26.0]]


def test_a_region_with_a_city_of_its_name_is_rarely_meant() -> None:
    city = place("Aton", 100_000, region="Aton")
    region = place("Aton", 2_000_000, region="Aton", code="A.ADM1")
    both = group("Aton", city, region)
    assert percent(both) == [[71.6, 18.7]]
    both.is_apart = True
    assert percent(both) == [[79.4, 9.8]]
    # Elsewhere they are no twins, nor is a country a twin of its capital.
    assert percent(group("Aton", replace(city, admin1="Bee"), region)) == [[16.2, 80.6]]
    assert percent(group("Aton", replace(city, country_code="BB"), region)) == [[16.2, 80.6]]
    land = place("Aton", 2_000_000, region="Aton", code="A.PCLI")
    assert percent(group("Aton", city, land)) == [[3.4, 96.0]]


def test_a_county_is_called_so() -> None:
    city = place("Aton", 100_000, country="BB")
    county = place("Aton County", 100_000, code="A.ADM2")
    assert percent(group("Aton", city, county)) == [[75.0, 14.8]]
    assert percent(group("Aton County", city, county)) == [[33.8, 59.8]]


def test_a_name_that_stands_beside_says_which_is_meant() -> None:
    here = place("Aton", 1_000, country="US", region="Texas")
    far = place("Aton", 1_000_000, country="FR", region="Loire")
    texas = place("Texas", 20_000_000, country="US", region="Texas", code="A.ADM1")
    both = group("Aton", far, here)
    both.containers = {"Texas": mention("Texas")}
    assert percent(both, names=Names({"Texas": [texas]})) == [[11.5, 87.3]]
    # Only the three likeliest that bear the other name are looked at.
    others = [place("Texas", 10, country="QQ", region="Q", code="A.ADM1")] * 3
    assert percent(both, names=Names({"Texas": [*others[:2], texas]})) == [[11.5, 87.3]]
    assert percent(both, names=Names({"Texas": [*others, texas]})) == [[84.1, 9.6]]


def test_a_capital_that_acts_is_a_government() -> None:
    town = place("Aton", 1_000_000)
    capital = place("Aton", 1_000, country="BB", code="P.PPLC")
    both = group("Aton", town, capital)
    assert percent(both) == [[57.7, 38.0]]
    both.mentions = [
        mention("Aton"),
        mention("Aton", sense=Sense.ASSOCIATIVE, reason="“said” is what people do"),
    ]
    assert percent(both) == [[9.2, 89.8]]


def test_who_stands_for_a_government() -> None:
    acts = mention("Aton", sense=Sense.ASSOCIATIVE, reason="“said” is what people do")
    assert is_government(acts)
    assert is_government(replace(acts, reason="an institution of that place"))
    assert not is_government(replace(acts, reason="a team"))
    assert not is_government(replace(acts, sense=Sense.LITERAL))
    assert not is_government(replace(acts, kind=ToponymKind.DEMONYM))


NEAR = place("Aton", 1_000, at=(10.0, 50.0), country="BB")
FAR = place("Aton", 20_000, at=(-80.0, 30.0), country="CC")


def two() -> Group:
    return group("Aton", FAR, NEAR)


def test_the_namesake_near_the_other_places_wins() -> None:
    for km, shares in (
        (0, [9.0, 88.4]),
        (40, [16.9, 78.1]),
        (80, [26.3, 66.0]),
        (200, [60.0, 27.7]),
        (2_000, [65.7, 20.8]),
    ):
        beside = place("Beeton", 50_000, at=(10.0, 50.0 + km / 111.2), country="DD")
        assert percent(two(), group("Beeton", beside))[0] == shares, km


def test_a_country_or_region_that_is_named_pulls_its_places() -> None:
    beeton = place("Beeton", 50_000, at=(30.0, 60.0), country="BB")
    assert percent(two(), group("Beeton", beeton))[0] == [61.5, 25.8]
    land = place("Beeland", 5_000_000, at=(30.0, 60.0), country="BB", code="A.PCLI")
    assert percent(two(), group("Beeland", land))[0] == [24.7, 68.1]
    region = place("Beeshire", 900_000, at=(30.0, 60.0), country="BB", region="B", code="A.ADM1")
    inside = group("Aton", FAR, replace(NEAR, admin1="B"))
    assert percent(inside, group("Beeshire", region))[0] == [5.9, 92.4]
    assert percent(inside, group("Beeton", replace(beeton, admin1="B")))[0] == [29.4, 62.1]
    # A region near by is no place near by.
    close = replace(region, lon=10.0, lat=50.0, country_code="DD")
    assert percent(two(), group("Beeshire", close))[0] == [65.7, 20.8]


def test_regions_of_one_country_go_together_but_not_with_a_capital_of_their_name() -> None:
    state = place("Aton", 9_000_000, at=(10.0, 50.0), country="BB", region="A", code="A.ADM1")
    land = place("Aton", 4_000_000, at=(-80.0, 30.0), country="CC", code="A.PCLI")
    beside = place("Beeshire", 900_000, at=(30.0, 60.0), country="BB", region="B", code="A.ADM1")
    assert percent(group("Aton", land, state), group("Beeshire", beside))[0] == [66.7, 33.0]
    capital = place("Aton", 700_000, at=(50.0, 10.0), country="BB", code="P.PPLC")
    both = group("Aton", land, state, capital)
    assert percent(both, group("Beeshire", beside))[0] == [66.1, 10.6, 23.0]


def test_places_of_no_country_or_region_are_not_of_one() -> None:
    one = place("Aton", 1_000, at=(10.0, 50.0), country="")
    sea = place("Beesea", at=(150.0, -50.0), country="", code="H.SEA")
    assert percent(group("Aton", replace(FAR, country_code=""), one), group("Beesea", sea)) == [
        [65.7, 20.8],
        [97.9],
    ]


def test_a_name_lends_support_by_its_ten_likeliest_places() -> None:
    # The eleventh namesake of Beeton lies beside NEAR; the tenth does in the second case.
    great = [place("Beeton", 9_000_000, at=(100.0, -20.0), country=f"D{n}") for n in range(10)]
    beside = place("Beeton", 8_000, at=(10.0, 50.0), country="DD")
    assert percent(two(), group("Beeton", *great, beside))[0] == [65.7, 20.8]
    assert percent(two(), group("Beeton", *great[:9], beside))[0] == [64.3, 22.5]


def test_in_a_story_of_many_places_one_says_little_of_the_others() -> None:
    beside = group("Beeton", place("Beeton", 50_000, at=(10.0, 50.0), country="DD"))
    others = [
        group(f"Town {n}", place(f"Town {n}", 50_000, at=(100.0 + n, -20.0), country=f"D{n}"))
        for n in range(7)
    ]
    assert percent(two(), beside, *others[:3])[0] == [1.7, 95.5]
    assert percent(two(), beside, *others[:4])[0] == [2.2, 94.1]
    assert percent(two(), beside, *others)[0] == [3.8, 89.8]


def test_the_two_hundred_names_that_are_told_most_decide() -> None:
    beside = group("Beeton", place("Beeton", 50_000, at=(10.0, 50.0), country="DD"))
    others = [
        group(f"Town {n}", place(f"Town {n}", 50_000, at=(0.0, -60.0), country=f"D{n}"), mentions=2)
        for n in range(199)
    ]
    aton = two()
    aton.mentions = aton.mentions * 2
    # Aton and the 199 others go before Beeton, which is told once.
    assert percent(aton, *others, beside)[0] == percent(aton, *others)[0]
    assert percent(aton, *others[:-1], beside)[0] != percent(aton, *others[:-1])[0]


def test_small_places_that_go_together_find_each_other() -> None:
    """Neither is likely alone: it takes the hot rounds at the start."""
    one = group("Aton", place("Aton", 90_000, country="XX"), NEAR)
    close = replace(NEAR, feature_id="b", name="Beeton")
    other = group("Beeton", place("Beeton", 90_000, at=(70.0, 0.0), country="YY"), close)
    third = replace(NEAR, feature_id="c", name="Ceeton")
    last = group("Ceeton", place("Ceeton", 90_000, at=(0.0, 70.0), country="ZZ"), third)
    assert percent(one, other) == [[13.2, 84.2], [13.2, 84.2]]
    assert percent(one, other, last) == [[0.6, 99.2], [0.6, 99.2], [0.6, 99.2]]


def test_without_candidates_there_is_nothing_to_weigh() -> None:
    assert percent() == []
    assert percent(group("Aton"), group("Beeton")) == [[], []]
    assert percent(group("Aton"), group("Beeton", TOWN)) == [[], [93.1]]


def test_a_prior_grows_with_the_people() -> None:
    assert prior(place("Aton", 10_000_000)) - prior(place("Aton", 100_000)) == pytest.approx(
        2.4, abs=0.01
    )


def test_what_lies_in_what() -> None:
    land = place("Land", code="A.PCLI")
    shire = place("Shire", region="S", code="A.ADM1")
    isle = place("Isle", at=(10.0, 60.0), code="T.ISL")
    town = place("Town", at=(10.0, 60.0), region="S")
    assert holds(land, town)
    assert holds(land, shire)
    assert not holds(land, land)
    assert not holds(land, replace(town, country_code="BB"))
    assert not holds(replace(land, country_code=""), replace(town, country_code=""))
    assert holds(shire, town)
    assert not holds(shire, replace(town, admin1="T"))
    assert not holds(replace(shire, admin1=""), replace(town, admin1=""))
    assert not holds(town, shire)
    # An island reaches three degrees, fewer of them in the north for those of longitude.
    assert holds(isle, replace(town, lat=62.9))
    assert not holds(isle, replace(town, lat=63.1))
    assert holds(isle, replace(town, lon=15.9))
    assert not holds(isle, replace(town, lon=16.1))


def test_what_is_one_spot() -> None:
    town = place("Aton", at=(10.0, 60.0), region="S")
    assert is_same_spot(town, replace(town, lat=60.59))
    assert not is_same_spot(town, replace(town, lat=60.61))
    assert is_same_spot(town, replace(town, lon=11.19))
    assert not is_same_spot(town, replace(town, lon=11.21))
    assert not is_same_spot(town, replace(town, country_code="BB"))
    shire = place("Aton", at=(20.0, 50.0), region="S", code="A.ADM1")
    assert is_same_spot(town, shire)
    assert not is_same_spot(town, replace(shire, admin1="T"))
    assert not is_same_spot(town, replace(shire, feature_code="PCLI"))
